//! What a hint points at. It comes from the solver: only what one of the best choices here meets, never something that only
//! a worse choice would; where the best choices meet nothing that is due, what to mind.

use crate::content::scenario::{Choice, ChoiceId, Mark};
use crate::content::standard::{RequirementId, Standard};
use crate::play::engine::Session;
use crate::play::scoring::{EntryKind, Ledger};
use crate::play::solver::{Solver, Unsolved, Values};

/// What a hint points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// Due, and met by one of the best choices here.
    Towards(RequirementId),
    /// Nothing is to be met here, but a worse choice would fail this.
    Mind(RequirementId),
    /// Nothing can go wrong here but time.
    Nothing,
}

impl Hint {
    /// What helps at the moment where a play stands.
    ///
    /// # Errors
    /// When the scenario cannot be solved.
    pub fn at(session: &Session, standard: &Standard) -> Result<Hint, Unsolved> {
        let solver = Solver::for_learner(session.scenario(), standard);
        Hint::by(&Values::new(&solver)?, session, standard)
    }

    /// The same, where the scenario is solved already.
    ///
    /// # Errors
    /// When what follows from a late moment cannot be solved.
    pub fn by(values: &Values, session: &Session, standard: &Standard) -> Result<Hint, Unsolved> {
        let scenario = session.scenario();
        let state = session.state();
        let Some(scene) = state.scene(scenario) else { return Ok(Hint::Nothing) };
        let best = values.best_choices(session)?;
        let ledger = Ledger::judge(scenario, standard, session.turns());
        let open = |entry: &&crate::play::scoring::Entry| matches!(entry.kind, EntryKind::Missed | EntryKind::Spoiled);
        let owed: Vec<RequirementId> = ledger.entries.iter().filter(open).map(|entry| entry.requirement).collect();
        let choice = |id: ChoiceId| &scenario.scene(scene).choices[id.index()];
        let holding = |marks: &[Mark]| -> Vec<RequirementId> {
            marks.iter().filter(|mark| mark.when.holds(&state.0)).map(|mark| mark.requirement).collect()
        };
        let due = best.iter().flat_map(|id| holding(&choice(*id).meets)).filter(|id| owed.contains(id));
        if let Some(id) = first(standard, due) {
            return Ok(Hint::Towards(id));
        }
        let worse = state.open_choices(scenario).filter(|id| !best.contains(id)).map(choice);
        let fails = |choice: &Choice| [holding(&choice.breaks), holding(&choice.spoils)].concat();
        Ok(first(standard, worse.flat_map(fails)).map_or(Hint::Nothing, Hint::Mind))
    }
}

/// The first in the order of the procedures, then of the standard.
fn first(standard: &Standard, rows: impl Iterator<Item = RequirementId>) -> Option<RequirementId> {
    rows.min_by_key(|id| {
        let requirement = standard.requirement(*id);
        (requirement.rank.is_none(), requirement.section, requirement.rank, *id)
    })
}
