//! Questions out to other programs, and in from them.

use crate::common::bundled;
use crate::exam::certificate::keep;
use crate::program::Machine;
use doorstep::author::questions::{DraftFile, DraftKind, DraftQuestion, Lacking, read_csv, read_gift, written};
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::content::bank::{Question, QuestionKind, validate};
use doorstep::content::notation::Source;
use doorstep::report::questions::{FlatAnswer, FlatBody, FlatQuestion, csv, flat, gift, moodle};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

const REQUIREMENT: &str = "basic.conduct.visit.normal.07.r1";

fn lang(tag: &str) -> Lang {
    Lang::new(tag).expect("a tag")
}

fn draft(questions: &[DraftQuestion], taken: &BTreeSet<String>) -> DraftFile {
    let pack = bundled();
    written(questions, &pack.standard, REQUIREMENT, &pack.languages, taken)
}

/// The questions of a draft, which must be valid.
fn valid(file: &DraftFile) -> Vec<Arc<Question>> {
    let pack = bundled();
    let (bank, diagnostics) = validate(&[Source::new("draft.ron", &file.text)], &pack.standard, &pack.languages);
    assert!(diagnostics.is_empty(), "{:?}", diagnostics.first());
    bank.questions
}

fn texts(question: &Question) -> Vec<String> {
    let all = question.texts().into_iter().flat_map(|(_, text)| text.iter().map(|(_, words)| words.to_owned()));
    all.collect()
}

#[test]
fn every_question_comes_back_from_a_table_as_it_went() {
    let pack = bundled();
    let table = csv::render(&pack.bank.questions, &pack.standard, Seed::new(0), &pack.languages);
    let read = read_csv(&table, lang("zh")).expect("a table");
    assert_eq!((read.questions.len(), read.not_taken.len()), (pack.bank.questions.len(), 0));
    // A file holds no more than a megabyte.
    let files = pack.bank.questions.chunks(200).zip(read.questions.chunks(200));
    for (was, read) in files {
        let file = draft(read, &BTreeSet::new());
        assert!(file.lacking.iter().all(Lacking::is_whole));
        for (was, is) in was.iter().zip(valid(&file)) {
            let was = was.form(Seed::new(0));
            assert_eq!((&was.id, &was.tests), (&is.id, &is.tests));
            assert_eq!(texts(&was), texts(&is), "{}", was.id);
            assert_eq!(format!("{:?}", was.kind), format!("{:?}", is.kind), "{}", was.id);
        }
    }
}

#[test]
fn every_question_comes_back_from_gift_as_near_as_it_can() {
    let pack = bundled();
    for tag in ["zh", "en"] {
        let flats: Vec<FlatQuestion> =
            pack.bank.questions.iter().map(|own| flat(own, &pack.standard, Seed::new(0), lang(tag))).collect();
        let read = read_gift(&gift::render(&flats), lang(tag));
        let known = |own: &FlatQuestion| match &own.body {
            FlatBody::One { answers, .. } | FlatBody::Many(answers) => answers.len() <= 8,
            FlatBody::Pairs { .. } => true,
        };
        let fit = flats.iter().filter(|own| known(own)).count();
        assert_eq!((read.questions.len(), read.not_taken.len()), (fit, flats.len() - fit), "{:?}", read.not_taken);
        for (was, is) in flats.iter().filter(|own| known(own)).zip(&read.questions) {
            let one_line = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(was.id, is.id);
            assert_eq!(Some(one_line(&was.ask)), is.ask.in_lang(lang(tag)).map(str::to_owned));
            let DraftKind::Single(answers) = &is.kind else { continue };
            let FlatBody::One { answers: flat, .. } = &was.body else { panic!("{}", was.id) };
            for (was, is) in flat.iter().zip(answers) {
                assert_eq!(Some(&*one_line(&was.says)), is.says.in_lang(lang(tag)));
                assert_eq!(was.percent > 99.0, is.is_right);
            }
        }
        let files = read.questions.chunks(200).map(|read| valid(&draft(read, &BTreeSet::new())).len());
        assert_eq!(files.sum::<usize>(), fit);
    }
}

#[test]
fn no_sign_means_anything_else_in_what_goes_out() {
    let nasty = "a=b ~c #d {e} f:g \\h ::i:: %50% -> // $CATEGORY: & <b> \"q\" [html] =";
    let answer = |percent: f64| FlatAnswer { says: format!("%{nasty}"), percent, why: nasty.to_owned() };
    let one = FlatBody::One { answers: vec![answer(100.0), answer(0.0)], is_shuffled: true };
    let ask = nasty.to_owned();
    let question = |body| FlatQuestion {
        id: "nasty".to_owned(),
        section: "a".to_owned(),
        ask: ask.clone(),
        told: ask.clone(),
        body,
    };
    let pairs = FlatBody::Pairs {
        pairs: vec![(nasty.to_owned(), "1".to_owned()), ("2".to_owned(), nasty.to_owned())],
        extra: vec![nasty.to_owned()],
    };
    let flats = [question(one), question(pairs)];
    let text = gift::render(&flats);
    let read = read_gift(&text, lang("en"));
    assert_eq!((read.questions.len(), read.not_taken.len()), (2, 0), "{text}");
    // Braces are ours, so they come back as others.
    let back = nasty.replace('{', "(").replace('}', ")");
    let DraftKind::Single(answers) = &read.questions[0].kind else { panic!("{text}") };
    assert_eq!(answers[0].says.in_lang(lang("en")), Some(&*format!("%{back}")));
    assert_eq!(answers[1].why.in_lang(lang("en")), Some(&*back));
    assert_eq!(read.questions[0].ask.in_lang(lang("en")), Some(&*back));
    let xml = moodle::render(&flats);
    assert!(!xml.contains("<b>") && xml.contains("&lt;b&gt;") && xml.contains("&amp;"), "{xml}");
}

#[test]
fn what_gift_knows_and_we_do_not_is_told_with_its_line() {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/corpus/gift/kinds.gift")).expect("read");
    let read = read_gift(&text, lang("en"));
    let ids: Vec<&str> = read.questions.iter().map(|own| &*own.id).collect();
    assert_eq!(
        ids,
        ["ring_once", "which_of_these", "ring_lightly", "the_door_is_open", "match_them", "ring_at_the_door", "t_t"]
    );
    let told: Vec<(usize, &str)> = read.not_taken.iter().map(|own| (own.line, &*own.why.en)).collect();
    assert_eq!(
        told,
        [
            (23, "it has no answers: it is a description"),
            (25, "it wants words to be typed"),
            (27, "it wants a number to be typed"),
            (29, "it wants words to be typed"),
            (31, "its closing brace is missing"),
            (33, "none of its 2 answers is right"),
        ]
    );
    let file = draft(&read.questions, &BTreeSet::from(["ring_once".to_owned()]));
    let first = &file.lacking[0];
    assert_eq!((&*first.id, first.tests, first.claim, first.whys), ("ring_once_2", true, false, 0));
    assert_eq!(first.languages, [lang("zh")]);
    assert!(matches!(&valid(&file)[1].kind, QuestionKind::Several(answers) if answers.len() == 4));
}

#[test]
fn an_import_is_a_draft_that_check_takes_and_tells_what_is_missing() {
    let machine = Machine::new().with_content();
    machine.write("mine.gift", "::Ring::How often? {=once ~twice#Impatient. ~never}\n\nTell me {}\n");
    let said = machine.run(&["questions", "--import", "mine.gift", "--tests", REQUIREMENT]);
    assert_eq!(said.code, Some(1), "{said:?}");
    assert!(said.err.contains("mine.gift:3: not taken: it wants words"), "{}", said.err);
    assert!(
        said.err.contains("mine.gift:1: ring lacks what it tests, its claim, 1 reasons (why), words in zh"),
        "{}",
        said.err
    );
    machine.write("scenarios/questions/90_draft.ron", &said.out);
    let checked = machine.run(&["check", "scenarios/questions/90_draft.ron"]);
    assert_eq!(checked.code, Some(0), "{}{}", checked.out, checked.err);
    assert!(checked.out.contains("TODO"), "{}", checked.out);
    machine.run(&["questions", "--import", "mine.gift", "--tests", "nothing"]).refused("nothing");
    machine.run(&["questions", "--import", "mine.xml", "--tests", REQUIREMENT]).refused("mine.xml");
    machine.write("none.gift", "Tell me {}\n");
    machine.run(&["questions", "--import", "none.gift", "--tests", REQUIREMENT]).refused("none.gift");
    machine.write("none.csv", "a,b\n1,2\n");
    machine.run(&["questions", "--import", "none.csv", "--tests", REQUIREMENT]).refused("\"id\"");
    machine.run(&["questions", "--section", "nowhere"]).refused("nowhere");
}

#[test]
fn a_section_goes_out_in_the_language_that_is_asked_for() {
    let machine = Machine::new();
    let gift = machine.run(&["questions", "--format", "gift", "--section", "basic.preamble", "--lang", "en"]);
    assert!(gift.code == Some(0) && gift.out.contains("::preamble_two_layers::"), "{gift:?}");
    assert!(gift.out.is_ascii() || !gift.out.contains('的'), "one language");
    let zh = machine.run(&["questions", "--format", "moodle", "--section", "basic.preamble", "--lang", "zh"]);
    assert!(zh.out.starts_with("<?xml") && zh.out.contains("通用标准"), "{zh:?}");
    let table = machine.run(&["questions", "--section", "basic.preamble"]).out;
    assert!(table.contains(",zh,") && table.contains(",en,"), "{table}");
}

/// A machine with sittings and plays, finished and not.
fn machine() -> Machine {
    let machine = Machine::new();
    keep(&machine, "an", 12, 5);
    keep(&machine, "bo", 3, 6);
    let line = machine.best_line("shoe_covers_declined", 5).join(",");
    for choices in [&*line, line.split(',').next().expect("a choice")] {
        let play = ["play", "shoe_covers_declined", "--seed", "5", "--choices", choices, "--save", "--learner", "an"];
        assert_eq!(machine.run(&play).code, Some(0));
    }
    machine
}

#[test]
fn plays_sittings_and_answers_go_out_as_statements_that_stay_the_same() {
    let machine = machine();
    let said = machine.run(&["xapi", "--homepage", "https://training.example.org/"]);
    assert_eq!(said.code, Some(0), "{said:?}");
    let all: Vec<Value> = serde_json::from_str(&said.out).expect("a list");
    let verbs = |word: &str| all.iter().filter(|own| own["verb"]["display"]["en"] == word).count();
    // Twelve answers of one and three of the other.
    let counts = ["passed", "failed", "completed", "attempted", "answered"].map(verbs);
    assert_eq!(counts, [1, 1, 1, 1, 15], "{}", said.out);
    let ids: BTreeSet<&str> = all.iter().filter_map(|own| own["id"].as_str()).collect();
    assert_eq!(ids.len(), all.len(), "no id stands twice");
    for own in &all {
        assert_eq!(own["actor"]["account"]["homePage"], "https://training.example.org");
        assert!(own["actor"].get("mbox").is_none());
        let id = own["object"]["id"].as_str().expect("an id");
        assert!(id.starts_with("https://training.example.org/doorstep/"), "{id}");
    }
    for own in all.iter().filter(|own| own["verb"]["display"]["en"] == "answered") {
        assert_eq!(own["result"]["score"]["scaled"], 1.0, "they were right");
        let pattern = &own["object"]["definition"]["correctResponsesPattern"][0];
        assert_eq!(own["result"]["response"], *pattern, "{own}");
    }
    let again = machine.run(&["xapi", "saves", "--homepage", "https://training.example.org"]);
    assert_eq!(again.out, said.out, "whatever way they are named");
    let words = machine.run(&["xapi", "--homepage", "https://training.example.org", "--vocabulary"]);
    assert!(words.out.contains("https://training.example.org/doorstep/extension/seed"), "{words:?}");
    for wrong in ["training", "ftp://a.b", "https://", "https://a b.c", "mailto:a@b.c"] {
        machine.run(&["xapi", "--homepage", wrong]).refused("no address");
    }
}

/// For `scripts/check_exports`.
#[test]
fn what_goes_out_is_written_for_other_readers() {
    let Some(folder) = std::env::var_os("DOORSTEP_EXPORTS").map(PathBuf::from) else { return };
    let machine = machine();
    let write = |name: &str, arguments: &[&str]| {
        let said = machine.run(arguments);
        assert_eq!(said.code, Some(0), "{said:?}");
        fs::write(folder.join(name), said.out).expect("written");
    };
    write("statements.json", &["xapi", "--homepage", "https://training.example.org"]);
    for lang in ["zh", "en"] {
        write(&format!("questions_{lang}.gift"), &["questions", "--format", "gift", "--lang", lang]);
        write(&format!("questions_{lang}.xml"), &["questions", "--format", "moodle", "--lang", lang]);
    }
}
