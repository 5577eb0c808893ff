//! One account of a play: ledger, curve and moves never disagree in sight of a learner, at any door.

use crate::common::{bundled, scenario_around, world};
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::content::scenario::{Pack, Scenario};
use doorstep::doors::plain::{Lines, ReviewLines};
use doorstep::play::debrief::Debrief;
use doorstep::play::engine::Session;
use doorstep::play::scoring::{EntryKind, Label, whole_share};
use doorstep::report::debrief::{DebriefDocument, html, json, markdown};
use doorstep::speech::messages::Messages;
use doorstep::speech::narration::{Detail, Narrator, Passage, Review, Standing, entry_kind};
use doorstep::tr;
use serde_json::Value;
use std::sync::Arc;

/// A play that takes whatever comes, but nothing twice where something else is open.
fn careless(scenario: &Arc<Scenario>, number: u64) -> Session {
    let mut session = Session::new(scenario.clone(), Seed::new(number));
    let mut whim = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    while !session.is_over() {
        let mut open: Vec<_> = session.state().open_choices(scenario).collect();
        let taken = |id| {
            session
                .turns()
                .iter()
                .any(|turn| turn.taken.choice == id && Some(turn.taken.scene) == session.state().scene(scenario))
        };
        let fresh: Vec<_> = open.iter().copied().filter(|id| !taken(*id)).collect();
        if !fresh.is_empty() {
            open = fresh;
        }
        whim = whim.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let pick = usize::try_from(whim >> 33).expect("31 bits") % open.len();
        session.take(open[pick]).expect("it is open");
    }
    session
}

fn words(tag: &str) -> Messages {
    Messages::new(Lang::new(tag).expect("a tag"))
}

fn narrator<'n>(scenario: &'n Scenario, pack: &'n Pack, words: &'n Messages) -> Narrator<'n> {
    Narrator { scenario, standard: &pack.standard, words, player: "Li" }
}

/// Shows some careless plays of every scenario with their reviews.
fn each_play(mut see: impl FnMut(&Session, &Debrief, &Review)) {
    let (pack, words) = (bundled(), words("en"));
    for scenario in pack.scenarios.iter() {
        for number in 1..=3 {
            let session = careless(scenario, number);
            let debrief = Debrief::new(&session, &pack.standard).expect("it is solved");
            let review = narrator(scenario, pack, &words).review(&session, &debrief.card.ledger);
            see(&session, &debrief, &review);
        }
    }
}

#[test]
fn every_entry_is_listed_once_at_one_price_and_all_prices_make_the_points() {
    each_play(|_, debrief, review| {
        let (mut points, mut worth) = (0, 0);
        for item in review.account() {
            (points, worth) = (points + item.points, worth + item.worth);
        }
        let due: i32 = debrief.card.ledger.due.iter().map(|(_, weight)| weight).sum();
        assert_eq!((points, worth), (debrief.card.points, due), "{:?}", review.account());
        let became = |kind| !matches!(kind, EntryKind::Broken | EntryKind::Extra | EntryKind::Yielded);
        let mut told: Vec<_> = review.entries().filter(|line| became(line.kind)).map(|line| line.requirement).collect();
        told.sort_unstable();
        let all = told.len();
        told.dedup();
        assert_eq!(told.len(), all, "nothing is both met and missed");
    });
}

#[test]
fn what_a_move_gave_up_is_what_the_curve_lost() {
    let mut compared = 0;
    each_play(|session, debrief, _| {
        for own in &debrief.moves {
            let (cost, before) = (debrief.cost(own.turn), debrief.reachable_before(own.turn).whole());
            if let Some(parting) = &own.parting {
                let rows: i32 = parting.rows.iter().map(|row| row.points).sum();
                assert_eq!(rows, parting.best - parting.taken, "{}", session.scenario().id);
                assert_eq!(whole_share(parting.taken, debrief.card.best).max(0), own.reachable.whole());
                compared += 1;
            }
            if !cost.is_below && cost.average.is_none() {
                assert_eq!(before - own.reachable.whole(), cost.cost + cost.luck, "{} {own:?}", session.scenario().id);
            }
            if own.label.is_none() {
                assert_eq!((own.loss, cost.cost), (0, 0), "what is forced costs nothing");
            }
            assert_eq!(own.loss == 0, own.best_choices.contains(&session.turns()[own.turn].taken.choice));
            assert!(own.best_choices.contains(&own.best_choice));
        }
    });
    assert!(compared > 30, "{compared} moves were compared");
}

#[test]
fn labels_are_counted_and_what_is_never_due_is_never_undone() {
    let pack = bundled();
    each_play(|session, debrief, _| {
        let counted: usize = Label::ALL.into_iter().map(Some).chain([None]).map(|label| debrief.count(label)).sum();
        assert_eq!(counted, session.turns().len());
        let never_due = |id| pack.standard.requirement(id).never_due;
        assert!(debrief.missed.iter().all(|missed| !never_due(missed.requirement)));
    });
}

#[test]
fn screen_paper_plain_mode_and_json_tell_the_same_facts_and_number_moves_from_1() {
    let (pack, words) = (bundled(), words("en"));
    let scenario = pack.scenarios.iter().find(|own| &*own.id == "customer_not_home").expect("it is there");
    let session = careless(scenario, 2);
    let debrief = Debrief::new(&session, &pack.standard).expect("it is solved");
    let document = DebriefDocument {
        session: &session,
        standard: &pack.standard,
        debrief: &debrief,
        origin: None,
        remarks: &["A remark.".to_owned()],
    };
    let narrator = narrator(scenario, pack, &words);
    let review = narrator.review(&session, &debrief.card.ledger);
    let lines = Lines { standard: &pack.standard, words: &words, player: "Li" };
    let plain = ReviewLines { lines, session: &session, debrief: &debrief }.whole(document.remarks).join("\n");
    let (paper, page) = (markdown::render(&document, &narrator), html::render(&document, &narrator));
    let mut facts = vec![format!("{} of 100", debrief.card.score.whole()), "A remark.".to_owned()];
    for fact in &facts {
        assert!(plain.contains(fact), "{fact} is missing in lines:\n{plain}");
    }
    for item in review.account() {
        let counted = tr!(words, "account-item", count = item.count, kind = entry_kind(&words, item.kind));
        assert!(plain.contains(&counted), "{counted} is missing in lines:\n{plain}");
    }
    assert!(!crate::common::shows_accuracy(&plain));
    facts.extend(review.account().iter().map(|item| item.told(&words)));
    for (name, text) in [("Markdown", &paper), ("HTML", &page)] {
        for fact in &facts {
            assert!(text.contains(fact), "{fact} is missing in {name}:\n{text}");
        }
        assert!(!crate::common::shows_accuracy(text), "{name}");
    }
    let told = serde_json::to_value(json::render(&document)).expect("a document");
    let entries = told["ledger"].as_array().expect("a list");
    let points: i64 = entries.iter().filter_map(|entry| entry["points"].as_i64()).sum();
    assert_eq!(points, i64::from(debrief.card.points));
    let moves: Vec<u64> =
        told["moves"].as_array().expect("a list").iter().filter_map(|own| own["move"].as_u64()).collect();
    assert_eq!(moves, (1..=session.turns().len() as u64).collect::<Vec<_>>());
    assert!(told.get("accuracy").is_none() && told["counts"].is_object() && told["mood"].is_i64(), "{told}");
    for (turn, own) in debrief.moves.iter().enumerate().filter(|(_, own)| own.loss > 0) {
        let json = &told["moves"][turn];
        assert_eq!(json["cost"], Value::from(debrief.cost(own.turn).cost));
    }
}

/// Two ways are equally good; the third gives up what only they can meet. What is due in the second scene becomes due there.
const PARTS: &str = r#"clock: (start: "10:00", closes_at: "18:00", timeout: "late"), start: "door",
variables: { "seen": Flag },
due: ["basic.a.01.r1", "basic.a.01.r3 when seen", "basic.c.01.r3 when seen"],
scenes: {
    "door": Scene(choices: [
        Choice(id: "ring", text: { "en": "Ring" }, takes: "1m", meets: ["basic.a.01.r1"], effects: ["seen = true"], goto: "inside"),
        Choice(id: "knock", text: { "en": "Knock" }, takes: "1m", meets: ["basic.a.01.r1"], effects: ["seen = true"], goto: "inside"),
        Choice(id: "walk_in", text: { "en": "Walk in" }, takes: "1m", effects: ["seen = true"], goto: "inside"),
    ]),
    "inside": Scene(choices: [Choice(id: "greet", text: { "en": "Greet" }, takes: "1m", meets: ["basic.a.01.r3", "basic.c.01.r3"], goto: "done")]),
},
endings: { "done": Ending(title: { "en": "Done" }, lines: []), "late": Ending(title: { "en": "Late" }, lines: []) },"#;

fn small(ids: &[&str]) -> (Pack, Session) {
    let pack = world(&scenario_around(PARTS), &[]).pack;
    let mut session = Session::new(pack.scenarios.get(0).expect("it is valid").clone(), Seed::new(1));
    session.take_line(ids.iter().copied()).expect("it fits");
    (pack, session)
}

#[test]
fn equal_best_choices_are_named_together_with_what_was_given_up() {
    let (pack, session) = small(&["walk_in", "greet"]);
    let debrief = Debrief::new(&session, &pack.standard).expect("it is solved");
    let words = words("en");
    let narrator = narrator(session.scenario(), &pack, &words);
    let review = narrator.review(&session, &debrief.card.ledger);
    let told = narrator.move_told(&session, &debrief, &review.moves[0], 0);
    assert_eq!(narrator.one_of(&told.better), "Knock or Ring");
    let given_up: Vec<String> = told.given_up.iter().map(|row| format!("{} {}", row.points, row.text)).collect();
    assert_eq!((given_up, told.cost.as_deref()), (vec!["−4 a one".to_owned()], Some("cost 29 of 100")));
    assert_eq!(debrief.given_up_with(debrief.missed[0].requirement), Some(0));
    assert_eq!((debrief.moves[1].label, debrief.card.score.whole()), (None, 71), "29 and 71 are 100");
}

#[test]
fn what_becomes_due_is_said_where_somebody_is_learning_and_the_meter_counts_apart() {
    let (pack, session) = small(&["ring"]);
    let words = words("en");
    let narrator = narrator(session.scenario(), &pack, &words);
    let told = narrator.turn(&session, 0, Detail::Taught);
    assert!(told.contains(&Passage::DueChanged { more: 2, fewer: 0 }), "{told:?}");
    let practised = narrator.turn(&session, 0, Detail::Whole);
    assert!(practised.iter().all(|passage| !matches!(passage, Passage::DueChanged { .. })), "{practised:?}");
    let standing = Standing::of(&narrator.progress(&session, 1));
    assert_eq!(standing.told(&words), ["1 met", "2 open"]);
}
