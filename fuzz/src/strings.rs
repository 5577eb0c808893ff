//! The readers of what translators send back: a table, gettext, XLIFF.

use super::shown::is_one_safe_line;
use super::world;
use doorstep::author::strings::{BadDocument, Translated, files_of, imported, read};
use doorstep::base::text::Lang;

/// A document in each of the formats; what can be read is put into the small world, and changes nothing there but words.
pub fn strings(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let lines = text.replace("\r\n", "\n").replace('\r', "\n").split('\n').count();
    for read in [read::csv::read(text), read::po::read(text), read::xliff::read(text)] {
        match read {
            Ok(translations) => put_back(translations),
            Err(BadDocument { line, message, help }) => {
                assert!((1..=lines).contains(&line), "line {line} of {lines}");
                for told in [&message.en, &message.zh, &help.en, &help.zh] {
                    is_one_safe_line(told);
                }
                assert!(!message.is_empty() && !help.is_empty(), "{message:?}");
            }
        }
    }
}

fn put_back(mut translations: Vec<Translated>) {
    let sources = world::sources();
    let (files, faults) = files_of(&sources, |source| source.file.to_string());
    assert!(faults.is_empty(), "{faults:?}");
    // Whatever came back is also tried on a text that is there.
    if let (Some(first), Some(text)) = (translations.first().cloned(), files[0].texts.first()) {
        let base = text.base(files[0].base).map(|own| own.words.clone()).unwrap_or_default();
        let lang = Lang::new("fr").unwrap_or(first.lang);
        translations.push(Translated { id: text.id.clone(), lang, base, ..first });
    }
    let all = translations.len();
    let import = imported(&files, translations);
    assert_eq!(import.changed + import.same + import.empty + import.rejected.len(), all, "each is accounted for");
    for rejected in &import.rejected {
        let told = rejected.told();
        is_one_safe_line(&told.en);
        is_one_safe_line(&told.zh);
    }
}
