//! What has come back, put into the files: the words of a translation change, and not one byte beside them. A translation
//! that was missing is put behind the last language of its text.

use super::extract::{StringFile, file};
use super::reject::{Rejected, Rejection};
use super::text::{StringText, StringWording};
use super::tongue::Translated;
use crate::base::text::{Lang, find_unsafe, slots};
use crate::content::notation::{Source, literal_like};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What comes of a document that came back.
#[derive(Debug, Default)]
pub struct Import {
    /// The files that change, by their place among those that were handed in, with their new text.
    pub files: Vec<(usize, String)>,
    /// How many translations are new or other ones.
    pub changed: usize,
    /// How many are as they were.
    pub same: usize,
    /// How many say nothing.
    pub empty: usize,
    /// What is not put back.
    pub rejected: Vec<Rejected>,
}

impl Import {
    /// Whether nothing of so many translations fits, and most are of texts that this pack has not.
    pub fn is_strange(&self, all: usize) -> bool {
        let unknown = self.rejected.iter().filter(|rejected| rejected.why == Rejection::Unknown);
        self.changed + self.same == 0 && unknown.count() * 2 > all
    }

    /// The files that speak a new language and do not say so, by their names.
    pub fn undeclared(&self, files: &[StringFile]) -> Vec<(String, Lang)> {
        let mut all = Vec::new();
        for (number, text) in &self.files {
            let old = &files[*number];
            let new = Source::new(&old.source.file, text);
            let Some(new) = file(&new, old.name.clone(), &old.languages) else { continue };
            let spoken = new.texts.iter().flat_map(|text| &text.wordings).map(|own| own.lang);
            for lang in spoken.filter(|lang| !old.languages.contains(lang)) {
                if !all.contains(&(old.name.clone(), lang)) {
                    all.push((old.name.clone(), lang));
                }
            }
        }
        all
    }
}

/// Bytes of a file, and what is to stand there.
struct Edit {
    place: Range<usize>,
    put: String,
    translated: Translated,
}

/// Puts translations into these files.
pub fn imported(files: &[StringFile], translations: Vec<Translated>) -> Import {
    let mut places: FxHashMap<&str, (usize, &StringText)> = FxHashMap::default();
    for (number, file) in files.iter().enumerate() {
        places.extend(file.texts.iter().map(|text| (text.id.as_str(), (number, text))));
    }
    let (mut import, mut edits) = (Import::default(), FxHashMap::<usize, Vec<Edit>>::default());
    for translated in translations {
        let Some((number, text)) = places.get(translated.id.as_str()).copied() else {
            import.rejected.push(Rejected { translated, why: Rejection::Unknown });
            continue;
        };
        let known = text.in_lang(translated.lang);
        match judge(&translated, text, &files[number]) {
            Some(why) => import.rejected.push(Rejected { translated, why }),
            None if translated.words.is_empty() => import.empty += 1,
            None if known.is_some_and(|own| unbroken(&own.words) == translated.words) => import.same += 1,
            None => edits.entry(number).or_default().extend(edit(translated, text, &files[number])),
        }
    }
    for (number, file) in files.iter().enumerate() {
        let Some(own) = edits.remove(&number) else { continue };
        let new = applied(&file.source.text, &own);
        if says(file, &new, &own) {
            import.changed += own.len();
            import.files.push((number, new));
        } else {
            let unwritable = |edit: Edit| Rejected { translated: edit.translated, why: Rejection::Unwritable };
            import.rejected.extend(own.into_iter().map(unwritable));
        }
    }
    import.rejected.sort_by_key(|rejected| rejected.translated.line);
    import
}

/// Line breaks as they are everywhere but in files from Windows.
fn unbroken(words: &str) -> String {
    words.replace("\r\n", "\n")
}

/// Why a translation cannot be put back, if it cannot.
fn judge(translated: &Translated, text: &StringText, file: &StringFile) -> Option<Rejection> {
    let base = text.base(file.base)?;
    if base.lang == translated.lang {
        return Some(Rejection::IsBase);
    }
    if unbroken(&base.words) != translated.base {
        return Some(Rejection::Stale { now: base.words.clone() });
    }
    if translated.words.is_empty() {
        return None;
    }
    if let Some((_, fault)) = find_unsafe(&translated.words) {
        return Some(Rejection::Unsafe(fault));
    }
    let sorted = |words: &str| {
        let mut all: Vec<String> = slots(words).ok()?.into_iter().map(str::to_owned).collect();
        all.sort();
        all.dedup();
        Some(all)
    };
    match (sorted(&base.words), sorted(&translated.words)) {
        (_, None) => Some(Rejection::Braces),
        (Some(base), Some(own)) if base != own => Some(Rejection::Slots { base, own }),
        (_, Some(_)) => None,
    }
}

/// The one change that a translation makes.
fn edit(translated: Translated, text: &StringText, file: &StringFile) -> Option<Edit> {
    let source = &file.source.text;
    if let Some(StringWording { literal, .. }) = text.in_lang(translated.lang) {
        let put = literal_like(&source[literal.clone()], &translated.words);
        return Some(Edit { place: literal.clone(), put, translated });
    }
    let (base, last) = (text.base(file.base)?, text.wordings.last()?);
    let literal = literal_like(&source[base.literal.clone()], &translated.words);
    let entry = format!("\"{}\": {literal}", translated.lang);
    let before = &source[text.span.start..last.key.start];
    let line_end = if source.contains("\r\n") { "\r\n" } else { "\n" };
    let put = match before.rsplit_once('\n') {
        // It stands on a line of its own, and so does what comes behind it.
        Some((_, indent)) if indent.trim().is_empty() => format!(",{line_end}{indent}{entry}"),
        Some(_) | None => format!(", {entry}"),
    };
    Some(Edit { place: last.literal.end..last.literal.end, put, translated })
}

fn applied(text: &str, edits: &[Edit]) -> String {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| edit.place.start);
    let (mut new, mut at) = (String::with_capacity(text.len()), 0);
    for edit in sorted {
        new += &text[at..edit.place.start];
        new += &edit.put;
        at = edit.place.end;
    }
    new + &text[at..]
}

/// Whether the new text says what was meant, and nothing else is said otherwise.
fn says(old: &StringFile, new: &str, edits: &[Edit]) -> bool {
    let source = Source::new(&old.source.file, new);
    let Some(new) = file(&source, old.name.clone(), &old.languages) else { return false };
    let mut wanted: FxHashMap<(&str, &str), &str> = FxHashMap::default();
    for text in &old.texts {
        wanted.extend(text.wordings.iter().map(|own| ((text.id.as_str(), own.lang.tag()), own.words.as_str())));
    }
    for edit in edits {
        let own = &edit.translated;
        wanted.insert((&own.id, own.lang.tag()), &own.words);
    }
    let said = new.texts.iter().flat_map(|text| text.wordings.iter().map(move |own| (text, own)));
    let mut count = 0;
    said.inspect(|_| count += 1)
        .all(|(text, own)| wanted.get(&(text.id.as_str(), own.lang.tag())).is_some_and(|words| *words == own.words))
        && count == wanted.len()
}
