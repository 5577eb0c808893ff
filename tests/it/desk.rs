//! The trainer's desk on the full screen: its lists, a learner, the review of a play, and a sentence that is accepted with one
//! key; and that nobody else's plays are played there.

use crate::common::bundled;
use crate::common::screen::named;
use crate::common::typed::drawn;
use crate::program::Machine;
use doorstep::base::bilingual::Bilingual;
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::doors::group::{ReadGroup, ReadWith};
use doorstep::doors::tui::{DeskStart, Key, Language, Pause, SessionDeps, Solving, Start, Theme, UiEvent};
use doorstep::store::{Gathered, Saves};
use insta::assert_snapshot;
use jiff::Timestamp;
use std::cell::RefCell;
use std::fs;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;

const HOME: &str = "customer_not_home";

/// Lin has played well and badly, Ann badly, and Lin has filed a sentence.
fn group() -> Machine {
    let machine = Machine::new();
    let poor = poor_line(&machine);
    for (learner, seed, line) in
        [("Lin", "7", machine.best_line(HOME, 7)), ("Lin", "8", poor.clone()), ("Ann", "8", poor)]
    {
        let said =
            machine.run(&["play", HOME, "--seed", seed, "--choices", &line.join(","), "--save", "--learner", learner]);
        assert_eq!(said.code, Some(0), "{}", said.err);
    }
    let folder = |own: &PathBuf| own.file_name().is_some_and(|name| name.to_string_lossy().starts_with("lin"));
    let mut learners = fs::read_dir(machine.saves()).expect("listed").map(|own| own.expect("an entry").path());
    let journal = learners.find(folder).expect("Lin").join("journal");
    let line = serde_json::json!({
        "key": "00000000000000ff-1", "at": "2026-03-01T09:00:00Z", "day": 20513,
        "did": {"reply_filed": {"phrase": "answering_pick_up", "language": "en", "words": "Lin here.", "missed": []}},
    });
    let text = fs::read_to_string(&journal).expect("read");
    fs::write(&journal, format!("{text}{line}\n")).expect("written");
    machine
}

fn poor_line(machine: &Machine) -> Vec<String> {
    let mut line: Vec<String> = Vec::new();
    loop {
        let stand = machine.json(&["play", HOME, "--seed", "8", "--choices", &line.join(","), "--json"]);
        let Some(open) = stand["open"].as_array() else { return line };
        line.push(open.last().expect("a choice")["id"].as_str().expect("an id").to_owned());
    }
}

/// The picture after these keys, and the sentences that were to be accepted.
fn picture(machine: &Machine, lang: &str, size: (u16, u16), keys: &str) -> (String, Vec<usize>) {
    let pack = Arc::new(bundled().clone());
    let now: Timestamp = Timestamp::now();
    let gathered = Gathered::at(&[(machine.saves(), machine.saves())]);
    let with = ReadWith { pack: &pack, now, offset: 0, trusted: &[], revoked: &[] };
    let group = Rc::new(ReadGroup::of(&gathered, with));
    let asked: Rc<RefCell<Vec<usize>>> = Rc::default();
    let (own, noted) = (group.clone(), asked.clone());
    let start = DeskStart {
        report: Arc::new(group.report.clone()),
        show: Rc::new(move |learner, play| own.attempt(&gathered, learner, play)),
        accept: Rc::new(move |number| {
            noted.borrow_mut().push(number);
            Ok(Bilingual { en: "written".to_owned(), zh: "写好了".to_owned() })
        }),
    };
    let world = SessionDeps {
        pack,
        saves: Saves::at(machine.saves()),
        learner: None,
        language: Language::Asked(Lang::new(lang).expect("a language")),
        theme: Theme::PLAIN,
        start: Start::Desk(start),
        now: Box::new(move || now),
        offset: 0,
        fresh_seed: Box::new(|| Seed::new(4)),
        on_keep: None,
        solving: Solving::AtOnce,
        pause: Pause::NONE,
        notice: None,
    };
    let key = |word: &str| named(word).or_else(|| word.chars().next().map(Key::Char)).map(UiEvent::Key);
    let script = keys.split(' ').filter(|word| !word.is_empty()).filter_map(key).collect();
    let picture = drawn(world, size, script).picture();
    let asked = asked.borrow().clone();
    (picture, asked)
}

/// The picture without days: they are those of the machine.
fn undated(picture: &str) -> String {
    let today = Timestamp::now().strftime("%Y-%m-%d").to_string();
    picture.replace(&today, "2026-00-00")
}

#[test]
fn every_list_a_learner_and_a_review_are_there_in_both_languages() {
    let machine = group();
    let seen = |lang: &str, keys: &str| undated(&picture(&machine, lang, (80, 24), keys).0);
    assert_snapshot!("desk_learners_en", seen("en", ""));
    assert_snapshot!("desk_learners_zh", seen("zh", ""));
    assert_snapshot!("desk_learner_en", seen("en", "Down Enter"));
    assert_snapshot!("desk_choices_en", seen("en", "Right Right"));
    assert_snapshot!("desk_choices_zh", seen("zh", "Right Right"));
    assert_snapshot!("desk_replies_en", seen("en", "Left"));
    let sections = seen("en", "Right");
    assert!(sections.contains("What was met of what was due") && sections.contains('█'), "{sections}");
    let review = seen("en", "Down Enter Down Enter");
    assert!(review.contains("debrief") && review.contains("seed 8") && !review.contains("Learners"), "{review}");
    let back = seen("en", "Down Enter Down Enter Esc");
    assert!(back.contains("Learners 1/5"), "{back}");
    let small = picture(&machine, "en", (60, 20), "Right Right").0;
    assert!(small.contains("mistake") || small.contains("blunder"), "{small}");
}

#[test]
fn one_key_accepts_a_sentence_and_it_is_settled() {
    let machine = group();
    let (seen, asked) = picture(&machine, "en", (80, 24), "Left Enter Enter");
    assert_eq!(asked, [1], "what is settled is not asked for again");
    assert!(seen.contains("It stands among the good replies"), "{seen}");
}

#[test]
fn plays_of_others_are_looked_at_and_not_played() {
    let machine = group();
    let before: Vec<PathBuf> = files(&machine.saves());
    let (seen, _) = picture(&machine, "en", (80, 24), "Down Enter Down Enter Enter Enter");
    assert!(seen.contains("only looked at"), "{seen}");
    let (seen, _) = picture(&machine, "en", (80, 24), "Down Enter Down Enter Ctrl-p");
    assert!(seen.contains("only looked at"), "{seen}");
    assert_eq!(files(&machine.saves()), before, "no learner was opened");
    assert!(picture(&machine, "en", (80, 24), "Enter Enter").0.contains("Ann"), "what is told of her opens nothing");
}

fn files(folder: &PathBuf) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("listed").map(|own| own.expect("an entry").path());
    let mut all: Vec<PathBuf> = entries.flat_map(|own| if own.is_dir() { files(&own) } else { vec![own] }).collect();
    all.sort();
    all
}
