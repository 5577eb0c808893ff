//! Every rule is held against its own samples, and every code against its rule.

use doorstep::author::check::rules::{find, read_code, rule};
use doorstep::author::check::{QUESTIONS, RULES, Sample, TEMPLATE, TEMPLATE_ID, check_bank, check_within};
use doorstep::base::diagnostic::{Code, Diagnostic};
use doorstep::content::notation::Source;
use doorstep::content::scenario::{PackSources, load};
use doorstep::store::Content;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Enough for the template, and soon passed by a scenario without bounds.
const STATES: usize = 5_000;

/// The template's surroundings: what the program carries.
fn surroundings() -> &'static PackSources {
    static SOURCES: OnceLock<PackSources> = OnceLock::new();
    SOURCES.get_or_init(|| Content::embedded().read().expect("the content is read").sources)
}

/// Everything that is told of a scenario that stands in the template's place.
pub(crate) fn findings_of(text: &str) -> Vec<Diagnostic> {
    let file = Source::new(&format!("{TEMPLATE_ID}.ron"), text);
    let sources =
        PackSources { scenarios: vec![file], courses: Vec::new(), exams: Vec::new(), ..surroundings().clone() };
    let mut loaded = load(&sources).expect("the standard is sound");
    for scenario in loaded.pack.scenarios.iter() {
        loaded.diagnostics.extend(check_within(scenario, &loaded.pack.standard, STATES));
    }
    loaded.diagnostics
}

/// Everything that is told of a file of questions that stands in the place of all of them.
pub(crate) fn findings_of_questions(text: &str) -> Vec<Diagnostic> {
    let file = Source::new("questions/sample.ron", text);
    let sources = PackSources {
        questions: vec![file],
        scenarios: Vec::new(),
        phrases: Vec::new(),
        courses: Vec::new(),
        exams: Vec::new(),
        ..surroundings().clone()
    };
    let mut loaded = load(&sources).expect("the standard is sound");
    loaded.diagnostics.extend(check_bank(&loaded.pack));
    loaded.diagnostics
}

/// What is told of a sample's text.
pub(crate) fn findings_of_sample(sample: &Sample, text: &str) -> Vec<Diagnostic> {
    match sample {
        Sample::QuestionEdits { .. } => findings_of_questions(text),
        Sample::Edits { .. } | Sample::Told(_) => findings_of(text),
    }
}

fn told(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_template_passes_every_rule() {
    assert_eq!(told(&findings_of(TEMPLATE)), "");
    assert_eq!(told(&findings_of_questions(QUESTIONS)), "");
}

/// What no small change of a text can show: a file that cannot be read, what is asked of visits with 16 moves that count,
/// phrases, and what only a whole bank gives away.
const TOLD: [Code; 8] = [
    Code::UNREADABLE,
    Code::PROPORTION,
    Code::CALIBRATION,
    Code::MISHEARD,
    Code::QUESTION_LENGTH,
    Code::QUESTION_TONE,
    Code::QUESTION_ABSOLUTE,
    Code::EXAM_SHORT,
];

#[test]
fn every_rule_is_tripped_by_its_sample_at_its_line_and_passed_by_the_other() {
    for rule in RULES {
        for sample in [&rule.trips, &rule.passes] {
            let Some((template, edits)) = sample.edits() else {
                assert!(TOLD.contains(&rule.code), "{}: a sample is a text where it can be", rule.code);
                continue;
            };
            for (find, _) in edits {
                assert!(template.contains(find), "{}: the template has no {find:?}", rule.code);
            }
        }
        if let (Some(at), Some(text)) = (rule.trips.at(), rule.trips.text()) {
            let byte = text.find(at).unwrap_or_else(|| panic!("{}: no {at:?} in the sample", rule.code));
            let line = text[..byte].matches('\n').count() + 1;
            let diagnostics = findings_of_sample(&rule.trips, &text);
            let lines: Vec<usize> = diagnostics.iter().filter(|f| f.code == rule.code).map(|f| f.place.line).collect();
            assert!(lines.contains(&line), "{}: not at line {line} but\n{}", rule.code, told(&diagnostics));
        }
        if let Some(text) = rule.passes.text() {
            let diagnostics = findings_of_sample(&rule.passes, &text);
            let own: Vec<&Diagnostic> = diagnostics.iter().filter(|f| f.code == rule.code).collect();
            assert!(own.is_empty(), "{}: its passing sample trips it\n{}", rule.code, told(&diagnostics));
        }
    }
}

#[test]
fn codes_are_unique_in_order_and_told_in_full() {
    for (rule, next) in RULES.iter().zip(&RULES[1..]) {
        assert!(rule.code < next.code, "{} stands before {}", rule.code, next.code);
    }
    for rule in RULES {
        for (title, prose) in [(rule.title.en, rule.prose.en), (rule.title.zh, rule.prose.zh)] {
            assert!(title.len() > 10 && !title.ends_with(['.', '。']), "{}: {title}", rule.code);
            assert!(prose.contains("\n\n"), "{}: what it means, then what to do", rule.code);
            assert!(!prose.contains("  "), "{}: {prose:?}", rule.code);
        }
    }
}

/// The code of this crate, without tests.
fn sources_below(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for path in fs::read_dir(folder).expect("listed").map(|entry| entry.expect("an entry").path()) {
        match path.is_dir() {
            true => files.extend(sources_below(&path)),
            false if path.extension().is_some_and(|end| end == "rs") => {
                files.push((path.clone(), fs::read_to_string(&path).expect("read")));
            }
            false => {}
        }
    }
    files
}

#[test]
fn no_code_in_the_source_lacks_a_rule() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut named = Vec::new();
    for (path, text) in sources_below(&folder) {
        let consts = text.match_indices(": Code = Code(").map(|(at, found)| &text[at + found.len()..]);
        for rest in consts {
            let number: u16 = rest.split(')').next().and_then(|n| n.parse().ok()).expect("a number");
            assert!(rule(Code(number)).is_some(), "{}: DS{number:03} has no rule", path.display());
            assert!(!named.contains(&number), "DS{number:03} is named twice");
            named.push(number);
        }
    }
    assert_eq!(named.len(), RULES.len(), "each code has a name in finding.rs, and each name a rule");
}

#[test]
fn a_code_is_found_however_it_is_typed() {
    for typed in ["DS014", "ds014", "DS14", "14", " 014 "] {
        assert_eq!(read_code(typed), Some(Code(14)), "{typed}");
    }
    for typed in ["", "DS", "DSO14", "d14", "十四", "14x", "-1", "99999999"] {
        assert_eq!(read_code(typed), None, "{typed}");
    }
    assert_eq!(find("14").map(|rule| rule.code).ok(), Some(Code(14)));
    assert_eq!(find("DSO14").map(|rule| rule.code), Err(Some(Code(14))));
    assert!(find("DS1014").is_err_and(|near| near.is_some()));
    assert_eq!(find("umbrella").map(|rule| rule.code), Err(None));
}

/// The codes that are told of the template with one change.
fn codes_after(find: &str, put: &str) -> Vec<String> {
    assert!(TEMPLATE.contains(find), "the template has no {find:?}");
    let mut codes: Vec<String> =
        findings_of(&TEMPLATE.replacen(find, put, 1)).iter().map(|found| found.code.to_string()).collect();
    codes.dedup();
    codes
}

#[test]
fn a_line_that_reads_the_clock_makes_no_trap() {
    let line = "lines: [\n                (text: { \"zh\": \"伞尖滴着水";
    let late = "lines: [\n                (when: \"clock < 09:57\", text: { \"zh\": \"钟还早。\", \"en\": \"It's early.\" }),\n                (text: { \"zh\": \"伞尖滴着水";
    assert_eq!(codes_after(line, late), [""; 0]);
    // With a circle in which the clock runs on until the visit closes.
    let circle = TEMPLATE.replacen("once: true,\n", "", 1).replacen("again: [\n", "again: [\n                (when: \"clock >= 10:20\", text: { \"zh\": \"天色暗了。\", \"en\": \"It's getting dark.\" }),\n", 1);
    let told = findings_of(&circle);
    assert!(told.iter().all(|found| found.code != Code::TRAP), "{}", self::told(&told));
}

#[test]
fn a_misspelt_due_row_is_told_once_and_not_as_nothing_due() {
    let start = TEMPLATE.find("    due: [").expect("due lines");
    let end = start + TEMPLATE[start..].find("],").expect("their end");
    let text = format!("{}    due: [\"basic.conduct.visit.normal.99.r1\"{}", &TEMPLATE[..start], &TEMPLATE[end..]);
    let codes: Vec<Code> = findings_of(&text).iter().map(|found| found.code).collect();
    assert_eq!(codes, [Code::UNKNOWN]);
}

#[test]
fn an_allow_is_held_to_its_scene_and_choice() {
    let spoilt = TEMPLATE.replacen("“您昨天打的电话，约的十点。”", "“你昨天打的电话，约的十点。”", 1);
    let with = |place: &str| {
        let allow = format!("    minutes: 3,\n    allow: [(code: \"DS041\", because: \"he is a boy\"{place})],\n");
        let told = findings_of(&spoilt.replacen("    minutes: 3,\n", &allow, 1));
        told.iter().map(|found| format!("{} {}", found.code, found.severity.word())).collect::<Vec<_>>()
    };
    assert_eq!(with(", scene: \"card\", choice: \"you_rang_us\""), [""; 0]);
    assert_eq!(with(", scene: \"card\""), [""; 0]);
    assert_eq!(with(""), ["DS019 note"], "a whole file is told as such");
    assert_eq!(with(", scene: \"door\""), ["DS041 warning", "DS019 note"], "it silences nothing there");
    assert_eq!(with(", scene: \"cart\""), ["DS041 warning", "DS019 error"]);
    assert_eq!(with(", choice: \"you_rang_us\""), ["DS041 warning", "DS019 error"]);
}

#[test]
fn a_file_full_of_faults_is_told_in_part_and_says_so() {
    let rows = (0..5_000).map(|n| format!("\"no.such.row.{n}\", ")).collect::<String>();
    let told = findings_of(&TEMPLATE.replacen("    due: [", &format!("    due: [{rows}"), 1));
    assert!((200..250).contains(&told.len()), "{}", told.len());
    assert!(told.iter().any(|found| found.code == Code::SIZE && found.message.en.contains("no more are told")));
}
