//! What many learners answered and decided, gathered into items, and what `doorstep items` tells of it.

use crate::common::bundled;
use crate::exam::certificate::keep;
use crate::program::Machine;
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::exam::items::{Collector, ItemTest, TestOf};
use doorstep::exam::statistics::Suspicion;
use doorstep::play::engine::{RecordedMove, Session};
use doorstep::play::solver::{Solver, Values};
use doorstep::record::attempt::{Attempt, Mode};
use std::collections::BTreeMap;

const COVERS: &str = "shoe_covers_declined";

/// A play that takes an open choice each time, by its seed.
fn played(seed: u64) -> Attempt {
    let pack = bundled();
    let scenario = pack.scenario(COVERS).expect("bundled");
    let (lang, start) = (Lang::new("en").expect("a tag"), "2026-03-01T09:00:00Z".parse().expect("a moment"));
    let mut attempt = Attempt::begin(scenario, &pack.standard_hash, Seed::new(seed), Mode::Practice, lang, start);
    let mut session = Session::new(scenario.clone(), Seed::new(seed));
    while !session.is_over() {
        let open: Vec<_> = session.state().open_choices(scenario).collect();
        let at = usize::try_from(seed * 31 + session.turns().len() as u64 * 7).expect("small") % open.len();
        let id = session.choice(open[at]).expect("a choice").id.clone();
        session.take(open[at]).expect("open");
        attempt.record(RecordedMove::Take(id), start);
    }
    attempt.finished = true;
    attempt
}

fn mean(shares: &[f64]) -> f64 {
    shares.iter().sum::<f64>() / f64::from(u32::try_from(shares.len()).expect("few"))
}

fn gathered(plays: &[Attempt]) -> ItemTest {
    let mut collector = Collector::new(bundled(), false);
    for play in plays {
        collector.play(play);
        collector.next_learner();
    }
    let mut tests = collector.tests(|of| *of == TestOf::Scenario(COVERS.into()));
    assert_eq!(tests.len(), 1);
    tests.remove(0)
}

#[test]
fn a_decision_wins_what_its_expected_loss_leaves_of_the_greatest() {
    let plays: Vec<Attempt> = (1..=40).map(played).collect();
    let found = gathered(&plays);
    // Once more by hand: of each scene the mean of each play, and the mean of these.
    let scenario = bundled().scenario(COVERS).expect("bundled");
    let solver = Solver::for_learner(scenario, &bundled().standard);
    let values = Values::new(&solver).expect("it can be solved");
    let mut shares: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for play in &plays {
        let replay = play.replay(scenario);
        let turns = replay.session.turns();
        let judged = values.judge(turns, &scenario.rolls(play.seed)).expect("judged");
        let mut of_play: BTreeMap<String, Vec<f64>> = BTreeMap::new();
        for (turn, judged) in turns.iter().zip(judged) {
            let losses: Vec<f64> = judged.losses.iter().map(|own| f64::from(own.loss)).collect();
            let most = losses.iter().copied().fold(0.0, f64::max);
            if most > 0.0 {
                let scene = scenario.scene(turn.taken.scene).name.to_string();
                of_play.entry(scene).or_default().push(1.0 - f64::from(judged.loss) / most);
            }
        }
        for (scene, own) in of_play {
            shares.entry(scene).or_default().push(mean(&own));
        }
    }
    assert_eq!(found.items.len(), shares.len());
    assert!(found.items.len() > 5, "{}", found.items.len());
    for item in &found.items {
        let own = &shares[&*item.id];
        assert_eq!(item.statistics.persons, own.len(), "{}", item.id);
        assert!((item.statistics.facility.expect("seen") - mean(own)).abs() < 1e-12, "{}", item.id);
        for option in &item.statistics.options {
            assert!(option.taken <= option.seen && option.seen <= item.statistics.persons, "{}", item.id);
        }
        let takers: usize = item.statistics.options.iter().map(|own| own.taken).sum();
        assert!(takers >= item.statistics.persons, "everybody who came there took something: {}", item.id);
    }
}

#[test]
fn what_everybody_does_best_is_easy_and_what_is_worst_comes_first() {
    let found = gathered(&(1..=40).map(played).collect::<Vec<_>>());
    let grades: Vec<usize> =
        found.items.iter().map(|item| item.suspicions.first().map_or(usize::MAX, Suspicion::grade)).collect();
    assert!(grades.is_sorted(), "{grades:?}");
    assert!(found.items.iter().all(|item| item.suspicions.contains(&Suspicion::Few) == (item.statistics.persons < 30)));
}

#[test]
fn hints_and_moves_taken_back_and_older_content_do_not_count() {
    let plain = played(7);
    let taken = plain.moves.clone();
    let hinted = Attempt { moves: [vec![RecordedMove::Hint], taken.clone()].concat(), ..plain.clone() };
    let whole = gathered(std::slice::from_ref(&plain));
    let found = gathered(&[hinted]);
    let decided = |own: &ItemTest| own.items.iter().map(|item| item.id.clone()).collect::<Vec<_>>();
    assert_eq!((found.not_counted.hinted, decided(&found).len() + 1), (1, decided(&whole).len()));
    // Everything up to the first move that was taken back, whatever was done afterwards.
    let back = RecordedMove::Rewind { to: 1 };
    let moves = [taken[..3].to_vec(), vec![back], taken[1..].to_vec()].concat();
    let cut = gathered(&[Attempt { moves, ..plain.clone() }]);
    let short = gathered(&[Attempt { moves: taken[..3].to_vec(), ..plain.clone() }]);
    assert_eq!((cut.not_counted.rewound, &cut.items), (1, &short.items));
    let moves = [vec![RecordedMove::Take("gone".into())], taken].concat();
    let gone = gathered(&[Attempt { moves, ..plain.clone() }]);
    assert_eq!((gone.not_counted.outdated, gone.items.len()), (1, 0));
    let edited = gathered(&[Attempt { scenario_hash: "another".into(), ..plain }]);
    assert_eq!((edited.not_counted.edited, &edited.items), (1, &whole.items));
}

#[test]
fn the_first_play_of_a_learner_counts_and_all_where_that_is_asked() {
    let (mut first, mut later) = (played(1), played(2));
    first.started = "2026-03-01T08:00:00Z".parse().expect("a moment");
    later.started = "2026-03-02T08:00:00Z".parse().expect("a moment");
    for counts_all in [false, true] {
        let mut collector = Collector::new(bundled(), counts_all);
        // In whatever order they lie.
        collector.play(&later);
        collector.play(&first);
        let tests = collector.tests(|_| true);
        let own = &tests[0];
        assert_eq!((own.whole.persons, own.not_counted.repeated), if counts_all { (2, 0) } else { (1, 1) });
        if !counts_all {
            assert_eq!(own.items, gathered(std::slice::from_ref(&first)).items);
        }
    }
}

/// A machine on which some have sat the quiz, the later the better, and one has played a visit.
fn machine() -> Machine {
    let machine = Machine::new();
    for (number, name) in ["an", "bo", "chen", "dai"].into_iter().enumerate() {
        keep(&machine, name, 3 * number, number as u64);
    }
    let line = machine.best_line(COVERS, 5).join(",");
    let play = ["play", COVERS, "--seed", "5", "--choices", &line, "--save", "--learner", "an"];
    assert_eq!(machine.run(&play).code, Some(0));
    machine
}

#[test]
fn the_command_tells_of_own_saves_and_of_whatever_is_named() {
    let machine = machine();
    let own = machine.run(&["items"]);
    assert_eq!(own.code, Some(0), "{own:?}");
    for words in ["entry", "4 persons", "12.0 each", COVERS, "Fewer than 30 persons"] {
        assert!(own.out.contains(words), "{words}: {}", own.out);
    }
    assert_eq!(machine.run(&["items", "saves"]).out, own.out);
    let two = machine.run(&["items", "saves/an", "saves/bo/sittings/000001.sitting"]);
    assert!(two.out.contains("2 persons"), "{}", two.out);
    // Damage is told and stops nothing.
    machine.write("saves/chen/sittings/000001.sitting", "nonsense");
    let damaged = machine.run(&["items"]);
    assert!(damaged.code == Some(0) && damaged.out.contains("3 persons"), "{}", damaged.out);
    assert!(damaged.err.contains("000001.sitting"), "{}", damaged.err);
}

#[test]
fn one_question_or_scenario_is_told_with_its_options() {
    let machine = machine();
    let exam = machine.json(&["items", "--exam", "entry", "--json"]);
    let items = exam["tests"][0]["items"].as_array().expect("items");
    let with_options = items.iter().find(|item| item["options"].as_array().is_some_and(|own| own.len() > 2));
    let item = with_options.expect("a question with answers");
    let taken: i64 = item["options"].as_array().expect("options").iter().filter_map(|own| own["taken"].as_i64()).sum();
    assert!(taken <= item["persons"].as_i64().expect("a count"));
    let id = item["id"].as_str().expect("an id");
    let one = machine.run(&["items", "--question", id]);
    assert!(one.code == Some(0) && one.out.contains(id) && one.out.contains(" * "), "{one:?}");
    let table = machine.run(&["items", "--scenario", COVERS, "--csv"]).out;
    let head: Vec<&str> = table.lines().next().expect("a head").split(',').collect();
    assert_eq!((head[0], head[8], head.len()), ("kind", "facility", 22));
    assert!(table.lines().count() > 10, "{table}");
    machine.run(&["items", "--scenario", "nowhere"]).refused("nowhere");
    machine.run(&["items", "--question", "nothing"]).refused("nothing");
    machine.run(&["items", "--exam", "nothing"]).refused("exam list");
    machine.run(&["items", "nowhere"]).code.map(|code| assert_eq!(code, 0)).expect("it ends");
    let empty = Machine::new().run(&["items"]);
    assert!(empty.code == Some(0) && empty.out.contains("Nothing to tell"), "{empty:?}");
}
