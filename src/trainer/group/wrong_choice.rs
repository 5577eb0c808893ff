//! The choices that go wrong most often: finished plays judged move by move, as their reviews would. Judging takes its time,
//! so of many plays only the newest are judged; which, says whoever hands them in.

use super::met_share::MetShare;
use crate::base::parallel::map;
use crate::content::scenario::{ChoiceId, Scenario, SceneId};
use crate::content::standard::{RequirementId, Standard};
use crate::play::debrief::label;
use crate::play::engine::Session;
use crate::play::scoring::Label;
use crate::play::solver::{Solver, Values};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// So many of the newest finished plays of a group are judged.
pub const JUDGED: usize = 500;

/// A play that is over, as it counts.
#[derive(Clone, Debug)]
pub struct RunToJudge {
    /// Whose it is: the place in the list of learners.
    pub learner: usize,
    /// The play, at its end.
    pub run: Session,
}

/// A choice that went wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct WrongChoice {
    /// The id of the scenario.
    pub scenario: Box<str>,
    /// The name of the scene.
    pub scene: Box<str>,
    /// The id of the choice.
    pub choice: Box<str>,
    /// The worst that it was called.
    pub label: Label,
    /// How often something was chosen in this scene, and how often of that it was this and a mistake.
    pub taken: MetShare,
    /// The places of the learners who did it.
    pub learners: BTreeSet<usize>,
    /// How often it broke something critical.
    pub critical: u32,
    /// The choice that was best instead, most often.
    pub best: Box<str>,
    /// What the best choice meets and this one does not, and what this one breaks.
    pub at_stake: Vec<RequirementId>,
}

/// What is counted of one choice.
#[derive(Default)]
struct Wrong {
    worst: Option<Label>,
    times: u32,
    critical: u32,
    learners: BTreeSet<usize>,
    best: BTreeMap<ChoiceId, u32>,
}

/// Judges these plays; the choices that were mistakes or blunders, the most frequent first. Plays of a scenario that cannot be
/// solved are passed over.
pub fn judge_runs(runs: &[RunToJudge], standard: &Standard) -> Vec<WrongChoice> {
    let mut by_scenario: BTreeMap<&str, Vec<&RunToJudge>> = BTreeMap::new();
    for own in runs {
        by_scenario.entry(&own.run.scenario().id).or_default().push(own);
    }
    let parts: Vec<Vec<&RunToJudge>> = by_scenario.into_values().collect();
    let mut all: Vec<WrongChoice> = map(&parts, 2, |own| of_scenario(own, standard)).into_iter().flatten().collect();
    all.sort_by(|a, b| {
        let times = |own: &WrongChoice| (own.taken.met, own.learners.len(), own.critical);
        times(b)
            .cmp(&times(a))
            .then_with(|| (&a.scenario, &a.scene, &a.choice).cmp(&(&b.scenario, &b.scene, &b.choice)))
    });
    all
}

/// The wrong choices of plays of one scenario.
fn of_scenario(runs: &[&RunToJudge], standard: &Standard) -> Vec<WrongChoice> {
    let Some(scenario) = runs.first().map(|own| own.run.scenario().clone()) else { return Vec::new() };
    let solver = Solver::for_learner(&scenario, standard);
    let Ok(values) = Values::new(&solver) else { return Vec::new() };
    let mut stood: BTreeMap<SceneId, u32> = BTreeMap::new();
    let mut wrong: BTreeMap<(SceneId, ChoiceId), Wrong> = BTreeMap::new();
    let mut runs = runs.to_vec();
    // Plays under the same dice are judged one after the other: what can still be reached is worked out once for them.
    runs.sort_by_key(|own| own.run.seed().number());
    for own in runs {
        let Ok(judged) = values.judge(own.run.turns(), &scenario.rolls(own.run.seed())) else { continue };
        for (turn, judged) in own.run.turns().iter().zip(&judged) {
            let Some(label) = label(judged) else { continue };
            *stood.entry(turn.taken.scene).or_default() += 1;
            if !matches!(label, Label::Mistake | Label::Blunder) {
                continue;
            }
            let counted = wrong.entry((turn.taken.scene, turn.taken.choice)).or_default();
            counted.worst = Some(counted.worst.map_or(label, |worst| worst.max(label)));
            counted.times += 1;
            counted.critical += u32::from(judged.critical);
            counted.learners.insert(own.learner);
            *counted.best.entry(judged.best).or_default() += 1;
        }
    }
    let told = wrong.into_iter().filter_map(|((scene, choice), own)| {
        told(&scenario, (scene, choice), own, stood.get(&scene).copied().unwrap_or(0))
    });
    told.collect()
}

fn told(scenario: &Arc<Scenario>, (scene, choice): (SceneId, ChoiceId), own: Wrong, stood: u32) -> Option<WrongChoice> {
    let place = scenario.scene(scene);
    let best = own.best.iter().max_by_key(|(id, times)| (**times, std::cmp::Reverse(**id))).map(|(id, _)| *id)?;
    let (taken, better) = (&place.choices[choice.index()], &place.choices[best.index()]);
    let mut at_stake: Vec<RequirementId> = taken.breaks.iter().map(|mark| mark.requirement).collect();
    let is_met = |id: RequirementId| taken.meets.iter().any(|mark| mark.requirement == id);
    at_stake.extend(better.meets.iter().map(|mark| mark.requirement).filter(|id| !is_met(*id)));
    let mut seen = BTreeSet::new();
    at_stake.retain(|id| seen.insert(*id));
    Some(WrongChoice {
        scenario: scenario.id.clone(),
        scene: place.name.clone(),
        choice: taken.id.clone(),
        label: own.worst?,
        taken: MetShare { due: stood, met: own.times },
        learners: own.learners,
        critical: own.critical,
        best: better.id.clone(),
        at_stake,
    })
}
