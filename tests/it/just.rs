//! The judge is just: trying badly is never worse than skipping, hints lead to nothing that only a worse choice would
//! satisfy, every row that is due is posed; and files of the first edition are told what to change.

use crate::common::{bundled, sources, world};
use doorstep::author::coverage::ScenarioCoverage;
use doorstep::base::chance::Seed;
use doorstep::content::notation::Source;
use doorstep::content::scenario::{Choice, Mark, Scenario, Target, load};
use doorstep::content::standard::{RequirementId, Standard};
use doorstep::play::engine::{Session, State};
use doorstep::play::hint::Hint;
use doorstep::play::solver::{Solver, Values, Weighed};

fn choice(scenario: &Scenario, own: Weighed) -> &Choice {
    &scenario.scene(own.taken.scene).choices[own.taken.choice.index()]
}

/// A choice that only spoils, beside one that leaves the same rows alone and does nothing else: what the two lose, and the
/// points of the rows that were tried.
fn pairs(scenario: &Scenario, standard: &Standard, open: &[Weighed]) -> Vec<(String, u32, u32, i32)> {
    let only_spoils = |own: &&Weighed| {
        let choice = choice(scenario, **own);
        !choice.spoils.is_empty() && choice.meets.is_empty() && choice.breaks.is_empty()
    };
    let mut pairs = Vec::new();
    for own in open.iter().filter(only_spoils) {
        let tried = choice(scenario, *own);
        let skips = |other: &&Weighed| {
            let other = choice(scenario, **other);
            let goes_on =
                tried.exit.goto != Target::Stay && other.exit.routes.is_empty() && tried.exit.routes.is_empty();
            other.marks().next().is_none() && goes_on && other.exit.goto == tried.exit.goto
        };
        let weight = |mark: &Mark| standard.requirement(mark.requirement).weight.points();
        let weights: i32 = tried.spoils.iter().map(weight).sum();
        for other in open.iter().filter(skips) {
            pairs.push((tried.id.to_string(), own.loss, other.loss, weights));
        }
    }
    pairs
}

/// Whoever skips a step and never does it loses its weight on top of what the moment costs anyway.
#[test]
fn trying_badly_never_costs_more_than_never_doing_it() {
    let pack = bundled();
    let mut compared = 0;
    for scenario in pack.scenarios.iter() {
        let solver = Solver::new(scenario, &pack.standard);
        let values = Values::new(&solver).expect("it is solved");
        values.weigh(|open| {
            for (id, tried, skipped, weights) in pairs(scenario, &pack.standard, open) {
                compared += 1;
                let never = skipped + values.loss_of_points(weights);
                assert!(tried <= never, "{} {id}: trying loses {tried}, never doing it {never}", scenario.id);
            }
        });
    }
    assert!(compared > 0, "there are such choices");
}

/// The rows that a choice meets here.
fn meets(choice: &Choice, state: &State) -> Vec<RequirementId> {
    choice.meets.iter().filter(|mark| mark.when.holds(&state.0)).map(|mark| mark.requirement).collect()
}

#[test]
fn no_hint_along_a_best_line_names_what_only_a_worse_choice_would_satisfy() {
    let pack = bundled();
    let mut positions = 0;
    for scenario in pack.scenarios.iter() {
        let solver = Solver::new(scenario, &pack.standard);
        let values = Values::new(&solver).expect("it is solved");
        for seed in (0..6).map(Seed::new) {
            let line = values.best(&scenario.rolls(seed)).expect("it is solved").line;
            let mut session = Session::new(scenario.clone(), seed);
            for taken in line {
                positions += 1;
                let state = session.state();
                let best = values.best_choices(&session).expect("it is solved");
                let own = |id: &doorstep::content::scenario::ChoiceId| &scenario.scene(taken.scene).choices[id.index()];
                let hint = Hint::by(&values, &session, &pack.standard).expect("it is solved");
                if let Hint::Towards(row) = hint {
                    let met = best.iter().any(|id| meets(own(id), &state).contains(&row));
                    assert!(met, "{} {:?}: no best choice meets it", scenario.id, session.choice_ids());
                }
                if let Hint::Mind(row) = hint {
                    let harms = |choice: &Choice| {
                        choice.spoils.iter().chain(&choice.breaks).any(|mark| mark.requirement == row)
                    };
                    assert!(
                        !best.iter().any(|id| harms(own(id)) && !meets(own(id), &state).is_empty()),
                        "{}",
                        scenario.id
                    );
                }
                session.take(taken.choice).expect("a best line can be played");
            }
        }
    }
    assert!(positions > 450, "{positions} positions");
}

#[test]
fn every_row_that_is_due_can_be_met_and_can_be_failed_beside_it() {
    let pack = bundled();
    let mut unposed = Vec::new();
    for scenario in pack.scenarios.iter() {
        let covered = ScenarioCoverage::of(scenario, &pack.standard);
        for due in scenario.due.iter().filter(|due| !due.remedy) {
            if !covered.exposure(due.requirement).is_posed() {
                unposed.push(format!("{}: {}", scenario.id, pack.standard.requirement(due.requirement).id));
            }
        }
    }
    assert!(unposed.is_empty(), "{}", unposed.join("\n"));
}

/// What is said about the small world after an edit of one of its files.
fn told_of_standard(edit: impl Fn(&mut doorstep::content::scenario::PackSources)) -> String {
    let mut sources = sources("", &[]);
    edit(&mut sources);
    let diagnostics = load(&sources).map_or_else(|faults| faults, |loaded| loaded.diagnostics);
    diagnostics.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn replaced(source: &Source, from: &str, to: &str) -> Source {
    assert!(source.text.contains(from), "{from:?} stands in {}", source.file);
    Source::new(&source.file, &source.text.replace(from, to))
}

#[test]
fn a_standard_without_house_rules_or_critical_conduct_is_told_what_it_lacks() {
    let told = told_of_standard(|sources| {
        sources.sections.pop();
    });
    assert!(told.contains("standard/standard.ron") && told.contains("no section of house rules"), "{told}");
    let told = told_of_standard(|sources| {
        let list = r#"    critical: [(requirement: "basic.c.01.r1", reason: { "en": "It cannot be taken back." })],"#;
        sources.standard = replaced(&sources.standard, list, "");
    });
    assert!(told.contains("does not say what conduct is critical") && told.contains("critical: []"), "{told}");
}

#[test]
fn a_twin_that_names_nothing_is_told_with_its_line() {
    let told = told_of_standard(|sources| {
        let row = r#"id: "r1", kind: Step, rank: 1, weight: Major,"#;
        let twin = r#"id: "r1", kind: Step, rank: 1, weight: Major, instance_of: "basic.x.01.r1","#;
        sources.sections[1] = replaced(&sources.sections[1], row, twin);
    });
    assert!(told.contains("standard/1.ron:3") && told.contains("no requirement \"basic.x.01.r1\""), "{told}");
}

#[test]
fn a_scenario_of_the_first_edition_is_told_what_to_change() {
    let text = crate::common::scenario_around(
        r#"clock: (start: "10:00", closes_at: "11:00", timeout: "end"), due: ["basic.a.01.r1"], start: "s",
scenes: { "s": Scene(choices: [Choice(id: "c", text: { "en": "x" }, breaks: ["basic.a.01.r1"], goto: "end")]) },
endings: { "end": Ending(title: { "en": "x" }, lines: []) },"#,
    );
    let told =
        |text: &str| world(text, &[]).diagnostics.iter().map(|own| format!("{own}")).collect::<Vec<_>>().join("\n");
    let first = told(&text.replace("format: 2", "format: 1"));
    assert!(first.contains("DS002") && first.contains("`spoils`") && first.contains("format: 2"), "{first}");
    let second = told(&text);
    assert!(second.contains("DS060") && second.contains("basic.a.01.r1 is a duty"), "{second}");
}
