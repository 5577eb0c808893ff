//! The bank of questions: what of a file is told as wrong, that every bundled question can be answered rightly and wrongly,
//! and that there are enough of them.

use crate::common::{bundled, sources};
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::content::bank::{Question, QuestionKind};
use doorstep::content::notation::Source;
use doorstep::content::scenario::{Loaded, load};
use doorstep::content::standard::ClauseId;
use doorstep::play::asking::{Asked, Choices, Marking, ReplyError, Step};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const FILE: &str = r#"Questions(format: 2, section: "basic.a", questions: [
    (id: "one", tests: ["basic.a.01.r1"], claim: { "en": "c" }, ask: { "en": "a" }, kind: Single([
        (says: { "en": "right" }), (says: { "en": "wrong" }, why: { "en": "w" }),
    ])),
    (id: "two", tests: ["basic.a.01.r2"], claim: { "en": "c" }, ask: { "en": "a" }, kind: Order(
        steps: [{ "en": "x" }, { "en": "y" }, { "en": "z" }], why: { "en": "w" },
    )),
    (id: "three", tests: ["basic.a.01.r2"], claim: { "en": "c" }, ask: { "en": "a" }, kind: Mistake(
        with: { "en": "Ms Lin" }, lines: [(they: { "en": "x" }), (you: { "en": "y" }, fault: { "en": "z" })],
    )),
    (id: "four", tests: ["basic.a.01.r2"], claim: { "en": "c" }, ask: { "en": "a" }, kind: Judgement([
        (says: { "en": "1" }, worth: Best, why: { "en": "w" }), (says: { "en": "2" }, worth: Good, why: { "en": "w" }),
        (says: { "en": "3" }, worth: Poor, why: { "en": "w" }), (says: { "en": "4" }, worth: Worst, why: { "en": "w" }),
    ])),
])"#;

fn loaded(text: &str) -> Loaded {
    let mut sources = sources("Scenario()", &[]);
    sources.scenarios.clear();
    sources.questions = vec![Source::new("questions/a.ron", text)];
    load(&sources).expect("the small standard is sound")
}

/// An edit of the file, and where and how it is told.
const FAULTS: [(&str, &str, &str, &str); 15] = [
    ("section: \"basic.a\"", "section: \"basic.d\"", "section", "there is no section \"basic.d\""),
    ("id: \"two\"", "id: \"one\"", "questions[1].id", "two questions are named \"one\""),
    ("id: \"one\"", "id: \"One\"", "questions[0].id", "\"One\" cannot name a question"),
    ("\"basic.a.01.r1\"", "\"basic.a.01.r9\"", "questions[0].tests[0]", "there is no requirement \"basic.a.01.r9\""),
    (
        "[\"basic.a.01.r1\"]",
        "[\"basic.a.01.r1\"], enemies: [\"tow\"]",
        "questions[0].enemies[0]",
        "there is no question \"tow\"",
    ),
    (
        "[\"basic.a.01.r1\"]",
        "[\"basic.a.01.r1\"], enemies: [\"one\"]",
        "questions[0].enemies[0]",
        "the question is its own enemy",
    ),
    (
        "[\"basic.a.01.r1\"]",
        "[\"basic.a.01.r1\"], enemies: [\"two\", \"two\"]",
        "questions[0].enemies[1]",
        "\"two\" stands twice",
    ),
    ("tests: [\"basic.a.01.r1\"]", "tests: []", "questions[0].tests", "the question tests nothing"),
    (", why: { \"en\": \"w\" }),\n    ])", "),\n    ])", "questions[0].kind[0]", "2 answers are right"),
    ("(says: { \"en\": \"right\" }), ", "", "questions[0].kind[0]", "1 stand here"),
    ("\"right\"", "\" \"", "questions[0].kind[0][0].says[\"en\"]", "the text is empty"),
    ("{ \"en\": \"y\" }, { \"en\": \"z\" }", "", "questions[1].kind.steps", "1 stand here"),
    ("worth: Best", "worth: Good", "questions[3].kind[0]", "these are not the four worths, each once"),
    (
        "they: { \"en\": \"x\" }",
        "they: { \"en\": \"x\" }, fine: { \"en\": \"f\" }",
        "questions[2].kind.lines[0]",
        "who says",
    ),
    ("you: { \"en\": \"y\" }, fault", "they: { \"en\": \"y\" }, fault", "questions[2].kind.lines[1]", "who says"),
];

#[test]
fn a_fault_of_a_question_is_told_at_its_place_and_hides_no_other_question() {
    let sound = loaded(FILE);
    assert_eq!((sound.pack.bank.questions.len(), sound.diagnostics.len()), (4, 0), "{:?}", sound.diagnostics);
    for (find, put, path, message) in FAULTS {
        assert!(FILE.contains(find), "{find}");
        let Loaded { pack, diagnostics } = loaded(&FILE.replacen(find, put, 1));
        let told: Vec<String> = diagnostics.iter().map(|own| format!("{} {own}", own.place.path)).collect();
        let [one] = &diagnostics[..] else { panic!("{put}: {told:#?}") };
        assert_eq!(one.place.path, path, "{told:?}");
        assert!(one.to_string().contains(message), "{told:?}");
        assert!(!one.help.is_empty() || path.contains("section"), "{told:?}");
        assert!(one.place.line > 0 && one.place.span.end > 0, "{told:?}");
        let others = if path == "section" { 4 } else { 3 };
        assert_eq!(pack.bank.questions.len(), others, "{told:?}");
    }
}

/// All the ways to answer a step.
fn ways(choices: &Choices) -> Vec<Vec<usize>> {
    let count = choices.offered.len();
    if !choices.is_many() {
        return (0..count).map(|at| vec![at]).collect();
    }
    (1..1_usize << count).map(|set| (0..count).filter(|at| set & (1 << at) != 0).collect()).collect()
}

/// Answers in every way until one comes to what is wanted.
fn answered(asked: &Asked, wanted: &dyn Fn(&Marking) -> bool) -> Option<Marking> {
    let Some(choices) = asked.choices() else { return asked.marking().filter(wanted) };
    assert!(asked.marking().is_none(), "nothing is marked before its end");
    ways(&choices).iter().find_map(|way| {
        let mut next = asked.clone();
        next.reply(way).expect("it is offered");
        answered(&next, wanted)
    })
}

#[test]
fn every_bundled_question_can_be_answered_rightly_and_wrongly_under_any_seed() {
    for question in &bundled().bank.questions {
        for seed in [0, 7, 4_711] {
            let asked = Asked::new(question, Seed::new(seed));
            let right = answered(&asked, &Marking::is_right).unwrap_or_else(|| panic!("{}", question.id));
            assert!(!right.flagged, "{}", question.id);
            let wrong = answered(&asked, &|own| own.points == 0).unwrap_or_else(|| panic!("{}", question.id));
            let tells = wrong.why.is_some() || wrong.answers.iter().any(|own| own.why.is_some());
            let by_claim = matches!(question.kind, QuestionKind::Mistake { .. } | QuestionKind::TrueFalse { .. });
            assert!(tells || by_claim, "{} has no reason", question.id);
        }
    }
}

#[test]
fn what_is_not_offered_is_not_taken() {
    let bank = &loaded(FILE).pack.bank;
    let mut one = Asked::new(&bank.questions[0], Seed::new(1));
    assert_eq!(one.reply(&[2]), Err(ReplyError::NotOffered));
    assert_eq!(one.reply(&[]), Err(ReplyError::WrongCount));
    assert_eq!(one.reply(&[0, 1]), Err(ReplyError::WrongCount));
    assert_eq!(one.reply(&[0]), Ok(()));
    assert_eq!(one.reply(&[0]), Err(ReplyError::NotOffered));
    let mut two = Asked::new(&bank.questions[1], Seed::new(1));
    assert_eq!(two.choices().map(|own| own.step), Some(Step::Next { number: 1, of: 3 }));
    assert_eq!(two.reply(&[0]), Ok(()));
    assert_eq!(two.choices().map(|own| own.offered.len()), Some(2), "what stands is not offered again");
}

#[test]
fn a_seed_shuffles_answers_and_leaves_numbers_and_dialogues_as_they_stand() {
    let shown = |question: &Arc<Question>, seed| Asked::new(question, Seed::new(seed)).choices();
    let mut moved = BTreeSet::new();
    for question in &bundled().bank.questions {
        let kind = kind_of(question);
        assert_eq!(shown(question, 5), shown(question, 5));
        if (0..20).any(|seed| shown(question, seed) != shown(question, 0)) {
            moved.insert(kind);
        }
    }
    let all: BTreeSet<&str> = bundled().bank.questions.iter().map(|own| kind_of(own)).collect();
    assert_eq!(all.difference(&moved).copied().collect::<Vec<_>>(), ["mistake", "number", "true or false"]);
}

fn kind_of(question: &Question) -> &'static str {
    match question.kind {
        QuestionKind::Single(_) => "single",
        QuestionKind::Several(_) => "several",
        QuestionKind::Number(_) => "number",
        QuestionKind::Order { .. } => "order",
        QuestionKind::Match { .. } => "match",
        QuestionKind::TrueFalse { .. } => "true or false",
        QuestionKind::Judgement(_) => "judgement",
        QuestionKind::Mistake { .. } => "mistake",
    }
}

#[test]
fn what_the_scenarios_train_has_at_least_four_questions_a_clause() {
    let pack = bundled();
    let mut counts: BTreeMap<ClauseId, usize> = BTreeMap::new();
    for scenario in pack.scenarios.iter() {
        counts.extend(scenario.requirements().into_iter().map(|id| (pack.standard.requirement(id).clause, 0)));
    }
    assert!(counts.len() > 60, "{}", counts.len());
    for question in &pack.bank.questions {
        let clauses: BTreeSet<ClauseId> =
            question.tests.iter().map(|id| pack.standard.requirement(*id).clause).collect();
        for clause in clauses {
            if let Some(count) = counts.get_mut(&clause) {
                *count += 1;
            }
        }
    }
    let few = counts.iter().filter(|(_, count)| **count < 4);
    let few: Vec<String> =
        few.map(|(clause, count)| format!("{}: {count}", pack.standard.clauses[clause.index()].id)).collect();
    assert_eq!(few, [""; 0]);
}

const SLOTTED: &str = r#"Questions(format: 2, section: "basic.a", questions: [
    (id: "one", tests: ["basic.a.01.r1"], slots: { "who": [{ "en": "Ms Lin" }, { "en": "Mr Wu" }, { "en": "Ms Ou" }] },
     claim: { "en": "c" }, ask: { "en": "{who} is in." }, kind: Single([
        (says: { "en": "hello, {who}" }), (says: { "en": "wrong" }, why: { "en": "{who} goes" }),
    ])),
])"#;

#[test]
fn a_seed_fills_the_slots_of_a_question_alike_in_all_its_texts() {
    let bank = loaded(SLOTTED).pack.bank;
    let mut seen = BTreeSet::new();
    for seed in 0..40 {
        let form = bank.questions[0].form(Seed::new(seed));
        let lang = Lang::new("en").expect("a tag");
        let who = form.ask.in_lang(lang).strip_suffix(" is in.").expect("the slot is filled").to_owned();
        let QuestionKind::Single(answers) = &form.kind else { panic!("it stays what it is") };
        assert_eq!(answers[0].says.in_lang(lang), format!("hello, {who}"));
        assert_eq!(answers[1].why.as_ref().map(|why| why.in_lang(lang)), Some(&*format!("{who} goes")));
        assert_eq!(form.ask, Asked::new(&bank.questions[0], Seed::new(seed)).question().ask);
        assert_eq!((&*form.id, &form.tests), ("one", &bank.questions[0].tests), "a form counts as the question");
        seen.insert(who);
    }
    assert_eq!(seen, BTreeSet::from(["Ms Lin", "Mr Wu", "Ms Ou"].map(str::to_owned)));
}

/// An edit of the file with slots, and where and how it is told.
const SLOT_FAULTS: [(&str, &str, &str, &str); 5] = [
    (", { \"en\": \"Mr Wu\" }, { \"en\": \"Ms Ou\" }", "", "questions[0].slots[\"who\"]", "the slot has 1 values"),
    ("\"c\"", "\"{who}\"", "questions[0].claim[\"en\"]", "who"),
    ("\"{who} is in.\"", "\"a\"", "questions[0].slots[\"who\"]", "only in what is answered"),
    ("\"{who} is in.\"", "\"{whom} is in.\"", "questions[0].ask[\"en\"]", "whom"),
    ("{ \"en\": \"{who} goes\" }", "{ \"en\": \"{other} goes\" }", "questions[0].kind[0][1].why[\"en\"]", "other"),
];

#[test]
fn what_is_tested_never_depends_on_a_slot() {
    for (find, put, path, message) in SLOT_FAULTS {
        assert!(SLOTTED.contains(find), "{find}");
        let found = loaded(&SLOTTED.replacen(find, put, 1)).diagnostics;
        let told: Vec<String> = found.iter().map(|own| format!("{} {own}", own.place.path)).collect();
        assert!(told.iter().any(|own| own.starts_with(path) && own.contains(message)), "{put}: {told:#?}");
    }
    let unused = SLOTTED.replace("{who}", "she");
    assert!(loaded(&unused).diagnostics.iter().any(|own| own.message.en.contains("no text uses this slot")));
}
