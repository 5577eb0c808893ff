//! Small slips in a pack: each is told in one sentence, at its place, with what to do.

use doorstep::author::check::check_all;
use doorstep::base::diagnostic::Diagnostic;
use doorstep::content::notation::Source;
use doorstep::content::scenario::{PackSources, load};
use doorstep::store::Content;
use std::path::Path;

/// The files of the hotel, with an edit in the one whose name ends so.
fn hotel_with(file: &str, find: &str, put: &str) -> PackSources {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs/hotel_en");
    let content = Content::find(Some(&folder), Path::new("/")).expect("a pack");
    let mut sources = content.read().expect("read").sources;
    let mut found = 0;
    let PackSources { pack, standard, sections, scenarios, .. } = &mut sources;
    for source in [pack, standard].into_iter().chain(sections).chain(scenarios) {
        if source.file.ends_with(file) {
            found += source.text.matches(find).count();
            *source = Source::new(file, &source.text.replacen(find, put, 1));
        }
    }
    assert!(found > 0, "{find:?} in {file}");
    sources
}

fn findings(sources: &PackSources) -> Vec<Diagnostic> {
    match load(sources) {
        Ok(loaded) => loaded.diagnostics.into_iter().chain(check_all(&loaded.pack, || {})).collect(),
        Err(diagnostics) => diagnostics,
    }
}

/// An edit of the hotel: the file, what is found there, what is put, and the place, the sentence and the cure.
type Slip = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

const SLIPS: [Slip; 17] = [
    (
        "late_guest.ron",
        r#""Mr Obi" } },"#,
        r#""Mr Obi" } }, forms: { "gest": { "en": ["Obi"] } },"#,
        "forms[\"gest\"]",
        "there is no slot \"gest\"",
        "did you mean \"guest\"?",
    ),
    (
        "late_guest.ron",
        r#""Mr Obi" } },"#,
        r#""Mr Obi" } }, forms: { "guest": { "zh": ["Obi"] } },"#,
        "forms[\"guest\"][\"zh\"]",
        "nothing is said in the language \"zh\" here",
        "remove it",
    ),
    (
        "late_guest.ron",
        r#""Mr Obi" } },"#,
        r#""Mr Obi" } }, forms: { "guest": { "en": ["(Mr|Mister Obi"] } },"#,
        "forms[\"guest\"][\"en\"][0]",
        "a bracket of `(a|b)` is missing here",
        "write `word*`",
    ),
    (
        "02_trouble.ron",
        r#"says: {"en": ["sorry","apologise"]}"#,
        "says: []",
        "clauses[1].requirements[0].elements[0].says",
        "named things belong here",
        "write {",
    ),
    (
        "02_trouble.ron",
        r#"["sorry","apologise"]"#,
        "[]",
        "clauses[1].requirements[0].elements[0].says[\"en\"]",
        "no words are listed here",
        "list the words",
    ),
    (
        "02_trouble.ron",
        "weight: Minor, text",
        "weight: Minor, elements: [], text",
        "clauses[3].requirements[0].elements",
        "no element is listed here",
        "remove the line",
    ),
    (
        "01_arrival.ron",
        r#"printed: { "en": "A1" }"#,
        r#"printed: { "en": "" }"#,
        "clauses[0].printed[\"en\"]",
        "the text is empty",
        "write the words",
    ),
    (
        "01_arrival.ron",
        r#"number: "02""#,
        r#"number: "01""#,
        "clauses[1].number",
        "stands twice in this section",
        "rename one",
    ),
    (
        "01_arrival.ron",
        r#"id: "r1", kind: Phrase"#,
        r#"id: "R1", kind: Phrase"#,
        "clauses[0].requirements[0].id",
        "\"R1\" cannot name a requirement",
        "such as \"r1\"",
    ),
    (
        "01_arrival.ron",
        r#"id: "basic.desk.arrival""#,
        r#"id: "basic.Desk.arrival""#,
        "id",
        "\"basic.Desk.arrival\" cannot name a section",
        "letters a-z",
    ),
    (
        "standard.ron",
        r#"(id: "order", title"#,
        r#"(id: "care", title"#,
        "dimensions[1].id",
        "two dimensions are named \"care\"",
        "rename one",
    ),
    (
        "late_guest.ron",
        r#"id: "hear""#,
        r#"id: "Hear Out""#,
        "scenes[\"booking\"].choices[1].id",
        "\"Hear Out\" cannot name a choice",
        "such as \"hear_out\"",
    ),
    (
        "late_guest.ron",
        "The revolving door",
        "At {appointment} the revolving door",
        "scenes[\"door\"].lines[0].text[\"en\"]",
        "the clock has no `appointment`",
        "add `appointment`",
    ),
    (
        "pack.ron",
        r#""hotel": { "en""#,
        r#""inn": { "en""#,
        "briefing[\"en\"]",
        "the slot {hotel} is not known here",
        "define it in `slots`",
    ),
    (
        "02_trouble.ron",
        r#"slot: "hotel""#,
        r#"slot: "owner""#,
        "scenes[\"sorry\"].choices[1].id",
        "names {owner}, and this scenario has no such slot",
        "define \"owner\" in `slots`",
    ),
    (
        "late_guest.ron",
        r#"languages: ["en"]"#,
        r#"languages: ["en", "ja"]"#,
        "languages[1]",
        "no text is written in the language \"ja\"",
        "take it out of `languages`",
    ),
    (
        "pack.ron",
        r#""taboo":"#,
        r#""tabo":"#,
        "words.kinds[\"tabo\"]",
        "there is no word \"tabo\"",
        "did you mean \"taboo\"?",
    ),
];

#[test]
fn each_slip_is_told_once_at_its_place_with_the_cure() {
    for (file, find, put, place, sentence, cure) in SLIPS {
        let all = findings(&hotel_with(file, find, put));
        let is_it = |own: &&Diagnostic| own.place.path == place && own.message.en.contains(sentence);
        let told: Vec<&Diagnostic> = all.iter().filter(is_it).collect();
        let [own] = told[..] else { panic!("{put}: {:#?}", all.iter().map(ToString::to_string).collect::<Vec<_>>()) };
        assert!(own.place.line > 0 && own.help.en.contains(cure), "{own}");
        assert!(own.message.zh != own.message.en && own.help.zh != own.help.en, "{own:?}");
    }
}

#[test]
fn a_language_that_no_text_has_is_told_once_and_not_at_every_text() {
    let all = findings(&hotel_with("late_guest.ron", r#"languages: ["en"]"#, r#"languages: ["en", "ja"]"#));
    assert_eq!(all.len(), 1, "{all:#?}");
    let twice = findings(&hotel_with("late_guest.ron", r#"languages: ["en"]"#, r#"languages: ["en", "en"]"#));
    assert!(twice.iter().any(|own| own.message.en == "the language \"en\" stands twice"), "{twice:#?}");
}

#[test]
fn a_sound_pack_has_no_slip() {
    let hotel = hotel_with("pack.ron", "Reception standard", "Reception standard");
    assert_eq!(load(&hotel).expect("valid").diagnostics, []);
}
