//! The texts of a pack, out to translators and back: nothing changes but what they changed, and whatever does not fit is
//! told.

use crate::program::{Machine, Said};
use doorstep::author::strings::{BadDocument, Import, StringFile, StringTable, Translated, files_of, imported, read};
use doorstep::base::text::Lang;
use doorstep::content::notation::{Source, read_literal};
use doorstep::content::scenario::{PackSources, load};
use doorstep::report::strings::{csv, po, xliff};
use doorstep::store::Content;
use std::fs;
use std::path::Path;

const PACKS: [&str; 6] = [
    "scenarios",
    "tests/packs/hotel_en",
    "tests/packs/bookshop_ja",
    "tests/packs/library_three",
    "tests/packs/pharmacy_ar",
    "tests/screens/pack",
];

fn lang(tag: &str) -> Lang {
    Lang::new(tag).expect("a tag")
}

fn sources(pack: &str) -> (Content, PackSources) {
    let content = Content::find(Some(Path::new(pack)), Path::new(env!("CARGO_MANIFEST_DIR"))).expect("a pack");
    let sources = content.read().expect("read").sources;
    (content, sources)
}

fn files<'s>(content: &Content, sources: &'s PackSources) -> Vec<StringFile<'s>> {
    let (files, faults) = files_of(sources, |source| content.name_of(source));
    assert!(faults.is_empty(), "{faults:?}");
    files
}

/// What goes out and comes back in each format, in a language.
fn there_and_back(table: &StringTable, into: Lang) -> Vec<Vec<Translated>> {
    let wrote = [csv::render(table), po::render(table, into), xliff::render(table, into)];
    let [as_csv, as_po, as_xliff] = wrote;
    let all = [read::csv::read(&as_csv), read::po::read(&as_po), read::xliff::read(&as_xliff)];
    all.into_iter().map(|read| read.expect("what was written is read")).collect()
}

#[test]
fn what_goes_out_and_comes_back_untouched_changes_nothing() {
    for pack in PACKS {
        let (content, sources) = sources(pack);
        let files = files(&content, &sources);
        for into in ["en", "zh", "fr"].map(lang) {
            let table = StringTable::of(&files, Some(into));
            for translations in there_and_back(&table, into) {
                assert_eq!(translations.len(), table.rows.len(), "{pack}");
                for (row, back) in table.rows.iter().zip(&translations) {
                    assert_eq!((&row.text.id, row.lang, row.base), (&back.id, back.lang, &*back.base));
                    assert_eq!(row.translation.unwrap_or_default(), back.words);
                }
                let Import { files, changed, rejected, same, empty } = imported(&files, translations);
                assert!(files.is_empty() && rejected.is_empty() && changed == 0, "{pack}: {rejected:?}");
                assert_eq!(same + empty, table.rows.len());
            }
        }
    }
}

#[test]
fn what_means_something_in_a_format_is_written_so_that_it_is_read_again() {
    let (content, mut sources) = sources("tests/packs/hotel_en");
    let nasty = r###"title: { "en": r##"a \ \n "b"; <c> & ]]> , 'd' #"##, "fr": "\n\"é\" \\t <!-- -->\n  " }"###;
    for source in &mut sources.scenarios {
        let text = source.text.replace(r#"title: { "en": "The double bass" }"#, nasty);
        assert!(text.contains(nasty));
        *source = Source::new(&source.file, &text);
    }
    let files = files(&content, &sources);
    let table = StringTable::of(&files, Some(lang("fr")));
    for translations in there_and_back(&table, lang("fr")) {
        let title = translations.iter().find(|own| own.id == TITLE).expect("the title");
        assert_eq!(title.base, "a \\ \\n \"b\"; <c> & ]]> , 'd' #");
        assert_eq!(title.words, "\n\"é\" \\t <!-- -->\n  ");
        let import = imported(&files, translations);
        assert!(import.files.is_empty() && import.rejected.is_empty() && import.same == 1, "{:?}", import.rejected);
    }
}

#[test]
fn every_text_of_every_scenario_goes_out() {
    for pack in PACKS {
        let (content, sources) = sources(pack);
        let files = files(&content, &sources);
        let all: std::collections::BTreeSet<(Lang, &str)> = files
            .iter()
            .flat_map(|file| &file.texts)
            .flat_map(|text| &text.wordings)
            .map(|own| (own.lang, &*own.words))
            .collect();
        let loaded = load(&sources).expect("it is valid").pack;
        for scenario in loaded.scenarios.iter() {
            for (id, text) in scenario.texts() {
                for (lang, words) in text.iter() {
                    assert!(all.contains(&(lang, words)), "{pack}, {}: {id:?} {words}", scenario.id);
                }
            }
        }
        let requirements = loaded.standard.ids().map(|id| loaded.standard.requirement(id));
        let told = requirements.flat_map(|own| own.text.iter());
        told.for_each(|(lang, words)| assert!(all.contains(&(lang, words)), "{words}"));
        let mut ids: Vec<&str> = files.iter().flat_map(|file| &file.texts).map(|text| &*text.id).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{pack}: no id stands twice");
    }
}

#[test]
fn a_changed_translation_changes_its_literal_and_no_other_byte() {
    let (content, sources) = sources("scenarios");
    let files = files(&content, &sources);
    let table = StringTable::of(&files, Some(lang("en")));
    for (number, row) in table.rows.iter().enumerate().step_by(97) {
        let words = format!("Changed \"{number}\" \\ {}", row.translation.unwrap_or_default());
        let one = Translated {
            id: row.text.id.clone(),
            lang: row.lang,
            base: row.base.to_owned(),
            words: words.clone(),
            line: 1,
        };
        let import = imported(&files, vec![one]);
        assert!(import.rejected.is_empty(), "{:?}", import.rejected);
        let [(at, new)] = &import.files[..] else { panic!("one file changes: {}", import.files.len()) };
        let old = &files[*at].source.text;
        let place = row.text.in_lang(row.lang).expect("translated").literal.clone();
        let behind = old.len() - place.end;
        assert!(old[place.clone()].ends_with(['"', '#']), "a literal and no more");
        assert_eq!(new[..place.start], old[..place.start]);
        assert_eq!(new[new.len() - behind..], old[place.end..]);
        assert_eq!(read_literal(&new[place.start..new.len() - behind]).as_deref(), Some(&*words));
    }
}

#[test]
fn a_whole_new_language_is_put_behind_the_others_and_the_pack_still_loads() {
    for pack in ["tests/packs/hotel_en", "scenarios", "tests/packs/pharmacy_ar"] {
        let (content, mut sources) = sources(pack);
        let (import, names) = {
            let files = files(&content, &sources);
            let table = StringTable::of(&files, Some(lang("fr")));
            let translated = |(row, line): (&doorstep::author::strings::StringRow, usize)| Translated {
                id: row.text.id.clone(),
                lang: lang("fr"),
                base: row.base.to_owned(),
                words: format!("F {}", row.base),
                line,
            };
            let all: Vec<Translated> = table.rows.iter().zip(1..).map(translated).collect();
            let count = all.len();
            let import = imported(&files, all);
            assert!(import.rejected.is_empty() && import.changed == count, "{pack}: {:?}", import.rejected);
            assert_eq!(import.undeclared(&files).len(), files.len(), "each file is to say so");
            let names: Vec<_> = import.files.iter().map(|(at, _)| files[*at].source.file.clone()).collect();
            (import, names)
        };
        // Without the new language the files are what they were, line by line.
        let PackSources {
            pack: own, standard, sections, questions, phrases, courses, exams, fragments, scenarios, ..
        } = &mut sources;
        let taught = questions.iter_mut().chain(phrases).chain(courses).chain(exams);
        let more = sections.iter_mut().chain(taught).chain(fragments).chain(scenarios);
        for source in [own, standard].into_iter().chain(more) {
            if let Some(at) = names.iter().position(|name| *name == source.file) {
                let declared = import.files[at].1.replacen("languages: [", "languages: [\"fr\", ", 1);
                *source = Source::new(&source.file, &declared);
            }
        }
        let loaded = load(&sources).unwrap_or_else(|faults| panic!("{pack}: {faults:?}"));
        assert!(loaded.diagnostics.is_empty(), "{pack}: {:?}", loaded.diagnostics);
        let scenario = loaded.pack.scenarios.get(0).expect("one");
        assert!(scenario.title.in_lang(lang("fr")).starts_with("F "));
    }
}

/// A pack of the hotel on a disk, with another scenario.
fn hotel(scenario: &str) -> Machine {
    let machine = Machine::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs/hotel_en");
    fs::create_dir_all(machine.path().join("hotel/standard")).expect("made");
    for name in ["pack.ron", "late_guest.ron"] {
        machine.write(&format!("hotel/{name}"), fs::read(root.join(name)).expect("read"));
    }
    for entry in fs::read_dir(root.join("standard")).expect("listed") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("a name");
        machine.write(&format!("hotel/standard/{name}"), fs::read(entry.path()).expect("read"));
    }
    machine.write("hotel/late_guest.ron", scenario);
    machine
}

fn late_guest() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs/hotel_en/late_guest.ron")).expect("read")
}

/// A table of one translation.
fn table(id: &str, base: &str, words: &str) -> String {
    let quoted = |words: &str| format!("\"{}\"", words.replace('"', "\"\""));
    format!("id,base,language,translation\n{},{},fr,{}\n", quoted(id), quoted(base), quoted(words))
}

fn import(machine: &Machine, name: &str, text: impl AsRef<[u8]>) -> Said {
    machine.write(name, text);
    machine.run(&["strings", "hotel", "--import", name])
}

const TITLE: &str = "late_guest.ron#title";

#[test]
fn raw_and_long_strings_windows_lines_and_a_byte_order_mark_stay_as_they_are() {
    let title = "title: { \"en\": \"The double bass\" }";
    for (put, base, expected) in [
        (
            "title: { \"en\": r#\"The \"bass\"\"# }",
            "The \"bass\"",
            r###"title: { "en": r#"The "bass""#, "fr": r##"La "# basse"## }"###,
        ),
        (
            "title: {\n        \"en\": \"The\nbass\",\n    }",
            "The\nbass",
            "title: {\n        \"en\": \"The\nbass\",\n        \"fr\": \"La \\\"# basse\",\n    }",
        ),
        (
            "title: { /* { */ \"fr\": \"x\", \"en\": \"The bass\" }",
            "The bass",
            "title: { /* { */ \"fr\": \"La \\\"# basse\", \"en\": \"The bass\" }",
        ),
        (title, "The double bass", "title: { \"en\": \"The double bass\", \"fr\": \"La \\\"# basse\" }"),
    ] {
        for (mark, ends) in [("", "\n"), ("\u{FEFF}", "\n")] {
            let old = format!("{mark}{}", late_guest().replace(title, put).replace('\n', ends));
            let machine = hotel(&old);
            let said = import(&machine, "back.csv", table(TITLE, base, "La \"# basse"));
            assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
            let new = fs::read_to_string(machine.path().join("hotel/late_guest.ron")).expect("read");
            assert_eq!(new, old.replace(&put.replace('\n', ends), &expected.replace('\n', ends)));
        }
    }
    let old =
        late_guest().replace('\n', "\r\n").replace(title, "title: {\r\n        \"en\": \"The double bass\"\r\n    }");
    let machine = hotel(&old);
    assert_eq!(import(&machine, "back.csv", table(TITLE, "The double bass", "La basse")).code, Some(0));
    let new = fs::read_to_string(machine.path().join("hotel/late_guest.ron")).expect("read");
    assert_eq!(new, old.replace("bass\"\r\n    }", "bass\",\r\n        \"fr\": \"La basse\"\r\n    }"));
}

#[test]
fn what_does_not_fit_is_told_with_its_line_and_the_rest_is_put_in() {
    let briefing =
        "Friday, twenty to midnight, the desk of {hotel}. One room is left. {guest} comes in with a double bass.";
    for (id, base, words, en, zh) in [
        ("late_guest.ron#nowhere", "x", "y", "no text has this id", "没有哪段文字是这个编号"),
        (
            TITLE,
            "The cello",
            "y",
            "it was \"The cello\" and is \"The double bass\" now",
            "原来是“The cello”，现在是“The double bass”",
        ),
        (
            "late_guest.ron#briefing",
            briefing,
            "Vendredi {hotel}",
            "it has the slots {hotel}, and the base has {guest} {hotel}",
            "里面的填空是 {hotel}，原文的是 {guest} {hotel}",
        ),
        (TITLE, "The double bass", "a {b", "a brace has no partner", "花括号不成对"),
        (TITLE, "The double bass", "a\u{202e}b", "U+202E", "U+202E"),
    ] {
        let other =
            "late_guest.ron#summary,\"A tired guest, a full house, and a woman who asks who sleeps in 12.\",fr,Un hôte";
        let machine = hotel(&late_guest());
        machine.write("back.csv", table(id, base, words) + other + "\n");
        for (speaks, says) in [("en", en), ("zh", zh)] {
            let mut command = machine.command(&["strings", "hotel", "--import", "back.csv"]);
            command.env("LC_ALL", if speaks == "zh" { "zh_CN.UTF-8" } else { "en_GB.UTF-8" });
            let said = crate::program::feed(&mut command, b"");
            assert_eq!(said.code, Some(1), "{}", said.err);
            assert!(said.err.contains(says) && said.err.contains("back.csv"), "{}", said.err);
        }
        let new = fs::read_to_string(machine.path().join("hotel/late_guest.ron")).expect("read");
        assert!(new.contains("\"fr\": \"Un hôte\"") && new.matches("\"fr\"").count() == 1, "{id}");
    }
}

/// The line and the sentence of a document that makes no sense.
fn fault(read: Result<Vec<Translated>, BadDocument>) -> (usize, String) {
    let BadDocument { line, message, help } = read.expect_err("it makes no sense");
    assert!(
        !message.zh.is_empty() && !help.en.is_empty() && !help.zh.is_empty() && message.zh != message.en,
        "{message:?}"
    );
    (line, message.en)
}

#[test]
fn a_document_that_makes_no_sense_is_told_with_its_line() {
    let head = "id,base,language,translation\n";
    for (text, line, says) in [
        (String::new(), 1, "no column \"id\""),
        ("id,base,translation\n".to_owned(), 1, "no column \"language\""),
        (format!("{head}a,b,fr\n"), 2, "3 columns"),
        (format!("{head}a,b,fr,c\na,\"b\n"), 3, "ends in the middle"),
        (format!("{head}a,\"b\"c,fr,d\n"), 2, "closing quotation mark"),
        (format!("{head}a,b,fr,c\n\na,b,fr,d\n"), 4, "a second time, first on line 2"),
        (format!("{head}a,b,f_r,c\n"), 2, "no language"),
    ] {
        let told = fault(read::csv::read(&text));
        assert!(told.0 == line && told.1.contains(says), "{text}: {told:?}");
    }
    let head = "msgid \"\"\nmsgstr \"Language: fr\\n\"\n\n";
    for (text, line, says) in [
        (String::new(), 1, "says the language"),
        ("msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n".to_owned(), 1, "says the language"),
        (format!("{head}msgctxt \"a\"\nmsgid \"b\"\n"), 4, "ends in the middle"),
        (format!("{head}msgctxt \"a\"\nmsgid \"b"), 5, "ends in the middle"),
        (format!("{head}msgctxt \"a\"\nmsgid \"\\q\"\n"), 5, "as PO writes"),
        (format!("{head}<xliff/>\n"), 4, "no line of a PO file"),
        (format!("{head}msgid \"b\"\nmsgstr \"c\"\n"), 4, "no msgctxt"),
        (format!("{head}msgctxt \"a\"\nmsgid \"b\"\nmsgid_plural \"c\"\n"), 6, "plural"),
        (
            format!("{head}msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n\nmsgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n"),
            8,
            "first on line 4",
        ),
    ] {
        let told = fault(read::po::read(&text));
        assert!(told.0 == line && told.1.contains(says), "{text}: {told:?}");
    }
    let head = "<xliff version=\"1.2\">\n<file target-language=\"fr\">\n";
    let unit = "<trans-unit id=\"a\"><source>b</source><target>c</target></trans-unit>\n";
    for (text, line, says) in [
        (String::new(), 1, "no XLIFF"),
        ("<html></html>".to_owned(), 1, "no XLIFF"),
        (format!("{head}{unit}"), 4, "ends in the middle"),
        (format!("{head}<trans-unit id=\"a\"><source>b</targ"), 3, "no XML"),
        (format!("{head}{unit}{unit}</file></xliff>"), 4, "first on line 3"),
        ("<xliff version=\"2.0\"></xliff>".to_owned(), 1, "XLIFF 2.0"),
        ("<xliff version=\"1.2\">\n<file></file></xliff>".to_owned(), 2, "no language"),
        (format!("{head}<trans-unit id=\"a\"><source>&what;</source></trans-unit></file></xliff>"), 3, "no XML"),
    ] {
        let told = fault(read::xliff::read(&text));
        assert!(told.0 == line && told.1.contains(says), "{text}: {told:?}");
    }
}

#[test]
fn what_spreadsheets_and_tools_change_besides_is_as_good() {
    let wanted = [Translated {
        id: "a#b".to_owned(),
        lang: lang("fr"),
        base: "x, y\nz".to_owned(),
        words: "é \"q\"".to_owned(),
        line: 2,
    }];
    let words = |read: Result<Vec<Translated>, BadDocument>| {
        read.expect("it is read").into_iter().map(|own| Translated { line: 2, ..own }).collect::<Vec<_>>()
    };
    for text in [
        "\u{FEFF}ID;context;Base;Language;Translation;status\r\na#b;;\"x, y\r\nz\";fr;\"é \"\"q\"\"\";done\r\n;;;;;\r\n",
        "translation\tlanguage\tbase\tid\n\"é \"\"q\"\"\"\tfr\t\"x, y\nz\"\ta#b",
    ] {
        assert_eq!(words(read::csv::read(text)), wanted);
    }
    let po = "# by me\nmsgid \"\"\nmsgstr \"\"\n\"Project: x\\n\"\n\"Language: fr\\n\"\n#. said\n#, no-wrap\nmsgctxt \"a\"\n\"#b\"\nmsgid \"\"\n\"x, y\\n\"\n\"z\"\nmsgstr \"é \\\"q\\\"\"\n#~ msgid \"old\"\n";
    assert_eq!(words(read::po::read(po)), wanted);
    let fuzzy = read::po::read(&po.replace("no-wrap", "fuzzy")).expect("it is read");
    assert_eq!(fuzzy[0].words, "", "what a tool has guessed is nothing yet");
    let xliff = "<?xml version=\"1.0\"?>\n<x:xliff xmlns:x=\"u\" version=\"1.2\"><x:file target-language=\"fr\"><header><note>n</note></header><body>\
        <x:trans-unit id=\"a#b\"><x:source>x, y\nz</x:source><seg-source><mrk>x</mrk></seg-source><x:target state=\"final\">é &quot;<g id=\"1\">q</g><![CDATA[\"]]></x:target>\
        <alt-trans><source>s</source><target>other</target></alt-trans><note>n</note></x:trans-unit></body></x:file></x:xliff>";
    assert_eq!(words(read::xliff::read(xliff)), wanted);
}

#[test]
fn a_file_of_another_pack_the_built_in_content_and_bytes_that_are_no_text_are_refused() {
    let machine = hotel(&late_guest());
    for (format, name) in [("csv", "all.csv"), ("po", "all.po"), ("xliff", "all.xlf")] {
        let out = machine.run(&["strings", "--format", format, "--lang", "en"]);
        assert!(out.code == Some(0) && out.err.contains("0 missing"), "{}", out.err);
        machine.write(name, &out.out);
        machine.run(&["strings", "hotel", "--import", name]).refused("is in this pack");
        machine.run(&["strings", "--import", name]).refused("built-in content");
        let cut = &out.out.as_bytes()[..out.out.len() / 2 + 7];
        machine.write(name, cut);
        let said = machine.run(&["strings", "hotel", "--import", name]);
        assert_eq!((said.code, &*said.out), (Some(2), ""), "{name}");
    }
    machine.write("wide.csv", [0xFF, 0xFE, b'i', 0]);
    machine.run(&["strings", "hotel", "--import", "wide.csv"]).refused("not UTF-8");
    machine.run(&["strings", "hotel", "--import", "nowhere.csv"]).refused("nowhere.csv");
    machine.run(&["strings", "hotel"]).refused("nothing to translate");
    machine.run(&["strings", "hotel", "--lang", "en"]).refused("nothing to translate");
    assert_eq!(machine.run(&["strings", "hotel", "--lang", "fr", "--format", "po"]).code, Some(0));
    let three = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs/library_three");
    machine.run(&["strings", &three.display().to_string(), "--format", "xliff"]).refused("of one language");
    machine.write("hotel/late_guest.ron", "Scenario(");
    machine
        .run(&["strings", "hotel", "--lang", "fr"])
        .code
        .filter(|code| *code == 2)
        .expect("a file that cannot be read");
}

#[test]
fn the_status_the_speaker_and_the_kind_of_a_text_go_out_beside_it() {
    let (content, sources) = sources("scenarios");
    let files = files(&content, &sources);
    let table = StringTable::of(&files, None);
    let whole = csv::render(&table);
    assert_eq!(table.languages, [lang("en")]);
    for wanted in [
        "customer_not_home.ron#title,title,zh,门里没有回答,en,No answer,done",
        "\"customer_not_home.ron#speakers[\"\"customer\"\"]\",name of a speaker,zh,沈老师,en,Ms Shen,done",
        ",choice (Say),",
        "reply, customer",
        "stage direction",
        ",requirement",
    ] {
        assert!(whole.contains(wanted), "{wanted}");
    }
}
