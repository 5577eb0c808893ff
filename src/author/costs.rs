//! What every choice of a scenario costs at its dearest moment, and which rows it gives up there: what an author reads from
//! top to bottom to see what is upside down.

use crate::base::chance::Seed;
use crate::content::scenario::{ChoiceId, Scenario};
use crate::content::standard::{RequirementId, Standard};
use crate::play::engine::{Event, Move, Session};
use crate::play::parting::{NotBest, Parting, PartingRow};
use crate::play::solver::{ChoiceCost, Values};
use std::sync::Arc;

/// What a choice costs at its dearest moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// The moves that lead there.
    pub line: Vec<Move>,
    /// The choice.
    pub taken: Move,
    /// In hundredths of a percent of what the scenario is worth.
    pub loss: u32,
    /// A best choice beside it.
    pub best: ChoiceId,
    /// Whether it breaks something critical there.
    pub critical: bool,
    /// What it gives up, the dearest first. Empty where the two cannot be compared.
    pub rows: Vec<PartingRow>,
    /// The swing of the dearest row, in hundredths of a percent.
    pub heaviest: u32,
    /// A seed under which the moves lead there, if one was found.
    pub seed: Option<Seed>,
}

/// How many seeds are tried for one that leads to a moment.
const SEEDS: u64 = 400;

/// Looks up what these choices give up.
pub fn costs(
    scenario: &Arc<Scenario>,
    standard: &Standard,
    values: &Values,
    dear: impl IntoIterator<Item = ChoiceCost>,
) -> Vec<Cost> {
    dear.into_iter().map(|own| cost(scenario, standard, values, own)).collect()
}

fn cost(scenario: &Arc<Scenario>, standard: &Standard, values: &Values, own: ChoiceCost) -> Cost {
    let played = (0..SEEDS).map(Seed::new).find_map(|seed| played(scenario, seed, &own));
    let critical = |session: &Session| {
        let events = session.turns().last().map_or(&[][..], |turn| &turn.events);
        events.iter().any(|event| matches!(event, Event::Broke(id) if standard.requirement(*id).is_critical()))
    };
    let parting = played.as_ref().and_then(|session| {
        let average = values.points_of_loss(own.loss);
        Parting::at(session, standard, values.solver(), NotBest { turn: own.line.len(), best: own.best, average })
    });
    let rows = parting.map(|parting| parting.rows).unwrap_or_default();
    let heaviest = rows.iter().map(|row: &PartingRow| row.points).max().unwrap_or(0);
    Cost {
        critical: played.as_ref().is_some_and(critical),
        heaviest: values.loss_of_points(heaviest),
        seed: played.map(|session| session.seed()),
        line: own.line,
        taken: own.taken,
        loss: own.loss,
        best: own.best,
        rows,
    }
}

/// The play that takes the choice, if these moves can be made under the seed.
fn played(scenario: &Arc<Scenario>, seed: Seed, own: &ChoiceCost) -> Option<Session> {
    let mut session = Session::new(scenario.clone(), seed);
    session.take_moves(own.line.iter().chain([&own.taken])).ok()?;
    Some(session)
}

/// The ids of the rows that a choice gives up.
pub fn row_ids<'s>(standard: &'s Standard, cost: &Cost) -> Vec<(&'s str, i32)> {
    let id = |id: RequirementId| &*standard.requirement(id).id;
    cost.rows.iter().map(|row| (id(row.requirement), row.points)).collect()
}
