//! Is every bundled scenario a fair judge, however the dice fall? The best play is clean and scores 100, and neither luck
//! nor a habit passes.

use crate::common::bundled;
use doorstep::base::chance::{Dice, Rolls, Seed};
use doorstep::base::text::Lang;
use doorstep::content::scenario::{Choice, ChoiceId, Scenario};

use doorstep::play::engine::{Event, Open, Session, State, Turn, step};
use doorstep::play::scoring::{Ledger, Scorecard, Verdict};
use doorstep::play::solver::{Solver, every_outcome};
use std::sync::Arc;

fn lang(tag: &str) -> Lang {
    Lang::new(tag).expect("a tag")
}

/// Runs something for every bundled scenario, two at a time.
fn for_each(test: impl Fn(&Arc<Scenario>) + Sync) {
    let pack = bundled();
    assert!(pack.scenarios.len() >= 10);
    let all: Vec<&Arc<Scenario>> = pack.scenarios.iter().collect();
    std::thread::scope(|scope| {
        for half in all.chunks(2) {
            let test = &test;
            scope.spawn(move || half.iter().for_each(|scenario| test(scenario)));
        }
    });
}

/// The play of a line under given dice.
fn turns(scenario: &Scenario, rolls: &Rolls, line: &[doorstep::play::engine::Move]) -> Vec<Turn> {
    let mut rolls = rolls.clone();
    let mut before = State::opening(scenario);
    let mut turns = Vec::new();
    for taken in line {
        assert_eq!(before.open(scenario, taken.scene, taken.choice), Open::Yes, "the best line can be played");
        let mut events = vec![Event::Took { scene: taken.scene, choice: taken.choice }];
        let after = step(scenario, &before, *taken, &mut rolls, &mut events);
        turns.push(Turn { taken: *taken, before, after, events });
        before = after;
    }
    turns
}

#[test]
fn under_every_outcome_of_the_dice_the_best_play_is_clean_and_scores_a_hundred() {
    for_each(|scenario| {
        let standard = &bundled().standard;
        let solver = Solver::new(scenario, standard);
        let outcomes = every_outcome(scenario);
        assert!(outcomes.len() >= 8, "{}: three chances fall in eight ways at least", scenario.id);
        for rolls in outcomes {
            let solution = solver.best(&mut rolls.clone()).expect("it is solved");
            assert!(solution.best > 0, "{}: nothing to win", scenario.id);
            let turns = turns(scenario, &rolls, &solution.line);
            let ledger = Ledger::judge(scenario, standard, &turns);
            assert!(ledger.is_clean(), "{}: {rolls:?}\n{:?}", scenario.id, ledger.entries);
            assert!(turns.last().is_some_and(|turn| turn.after.scene(scenario).is_none()), "it is played to an end");
            let card = Scorecard::new(scenario, standard, ledger, solution.best);
            assert_eq!((card.score.percent(), card.verdict), (100.0, Verdict::Pass), "{}: {rolls:?}", scenario.id);
        }
    });
}

/// Plays by a habit until the play is over.
fn by_habit(scenario: &Arc<Scenario>, seed: u64, mut choose: impl FnMut(&Session, &[ChoiceId]) -> ChoiceId) -> Session {
    let mut session = Session::new(scenario.clone(), Seed::new(seed));
    while !session.is_over() {
        let shown = session.shown();
        let open: Vec<ChoiceId> = shown.iter().filter(|(_, open)| *open == Open::Yes).map(|(id, _)| *id).collect();
        let choice = choose(&session, &open);
        session.take(choice).expect("it is open");
    }
    session
}

fn judged(session: &Session, best: i32) -> Scorecard {
    let (scenario, standard) = (session.scenario(), &bundled().standard);
    Scorecard::new(scenario, standard, Ledger::judge(scenario, standard, session.turns()), best)
}

/// The best points of the first seeds.
fn bests(scenario: &Scenario, seeds: u64) -> Vec<i32> {
    let solver = Solver::new(scenario, &bundled().standard);
    let best = |seed| solver.best(&mut scenario.rolls(Seed::new(seed))).expect("it is solved").best;
    (0..seeds).map(best).collect()
}

fn longest(tag: &'static str) -> impl Fn(&Session, &[ChoiceId]) -> ChoiceId {
    move |session, open| {
        let length = |id: &ChoiceId| session.choice(*id).map(|choice| choice.text.in_lang(lang(tag)).chars().count());
        // The first of the longest, as the eye finds it.
        open.iter().rev().max_by_key(|id| length(id)).copied().expect("one is open")
    }
}

/// How a player chooses among the open choices, in the order shown.
type Habit = Box<dyn Fn(&Session, &[ChoiceId]) -> ChoiceId>;

fn habits() -> [(&'static str, Habit); 4] {
    [
        ("always the first", Box::new(|_, open| open[0])),
        ("always the last", Box::new(|_, open| open[open.len() - 1])),
        ("always the longest in Chinese", Box::new(longest("zh"))),
        ("always the longest in English", Box::new(longest("en"))),
    ]
}

#[test]
fn no_habit_passes() {
    for_each(|scenario| {
        let bests = bests(scenario, 30);
        for (habit, choose) in habits() {
            for (seed, best) in (0..).zip(&bests) {
                let card = judged(&by_habit(scenario, seed, &choose), *best);
                assert_eq!(
                    card.verdict,
                    Verdict::Fail,
                    "{}: {habit} passes seed {seed} with {}",
                    scenario.id,
                    card.score
                );
            }
        }
    });
}

/// The move that wins least now: what it meets, less what it breaks.
fn worst(session: &Session, open: &[ChoiceId]) -> ChoiceId {
    let standard = &bundled().standard;
    let gain = |id: &ChoiceId| {
        let mut ahead = session.clone();
        ahead.take(*id).expect("it is open");
        Ledger::judge(ahead.scenario(), standard, ahead.turns()).points()
    };
    open.iter().copied().min_by_key(gain).expect("one is open")
}

#[test]
fn who_does_nothing_right_scores_nothing() {
    for_each(|scenario| {
        for (seed, best) in (0..).zip(bests(scenario, 5)) {
            let card = judged(&by_habit(scenario, seed, worst), best);
            assert!(card.score.percent() <= 5.0, "{}: {} under seed {seed}", scenario.id, card.score);
            assert_eq!(card.verdict, Verdict::Fail);
        }
    });
}

#[test]
fn chance_does_not_pass() {
    const PLAYERS: u32 = 300;
    const SEEDS: u64 = 30;
    for_each(|scenario| {
        let bests = bests(scenario, SEEDS);
        let (mut sum, mut passed) = (0.0, 0);
        for player in 0..PLAYERS {
            let mut move_number = 0;
            let random = |_: &Session, open: &[ChoiceId]| {
                move_number += 1;
                open[Seed::new(player.into()).roll("which", move_number).pick(&vec![1; open.len()])]
            };
            let seed = u64::from(player) % SEEDS;
            let card = judged(&by_habit(scenario, seed, random), bests[seed as usize]);
            sum += card.score.percent();
            passed += u32::from(card.verdict == Verdict::Pass);
        }
        let mean = sum / f64::from(PLAYERS);
        eprintln!("{}: {PLAYERS} random players: mean {mean:.1}, passed {passed}", scenario.id);
        assert!(mean < 40.0, "{}: random players reach {mean:.1} in the mean", scenario.id);
        assert!(passed * 50 < PLAYERS, "{}: {passed} of {PLAYERS} random players pass", scenario.id);
    });
}

#[test]
fn every_scenario_has_its_full_depth() {
    for_each(|scenario| {
        let choices: Vec<&Choice> = scenario.choices().collect();
        assert!(scenario.scenes.len() >= 15, "{}: {} scenes", scenario.id, scenario.scenes.len());
        assert!(choices.len() >= 45, "{}: {} choices", scenario.id, choices.len());
        assert!(scenario.endings.len() >= 4, "{}: {} endings", scenario.id, scenario.endings.len());
        assert!(scenario.chances.len() >= 3, "{}: {} chances", scenario.id, scenario.chances.len());
        for tag in ["zh", "en"].map(lang) {
            assert!(scenario.languages.contains(&tag), "{}", scenario.id);
            for choice in &choices {
                assert!(!choice.feedback.is_empty(), "{}: {} has no feedback", scenario.id, choice.id);
                let said =
                    choice.feedback.iter().all(|(_, words)| words.iter().any(|(own, w)| own == tag && !w.is_empty()));
                assert!(said, "{}: {} has no feedback in {}", scenario.id, choice.id, tag.tag());
            }
        }
    });
}

/// Dice are read through the trait here and in the solver alike.
#[test]
fn every_outcome_is_another_visit() {
    for_each(|scenario| {
        let weights: Vec<&[u32]> = scenario.chances.iter().map(|chance| &*chance.weights).collect();
        let fall = |mut rolls: Rolls| -> Vec<usize> {
            weights.iter().enumerate().map(|(chance, weights)| rolls.draw(chance, weights)).collect()
        };
        let mut seen: Vec<Vec<usize>> = every_outcome(scenario).into_iter().map(fall).collect();
        seen.sort();
        seen.dedup();
        let all: usize = weights.iter().map(|weights| weights.iter().filter(|weight| **weight > 0).count()).product();
        assert_eq!(seen.len(), all, "{}: every way in which its chances can fall", scenario.id);
    });
}
