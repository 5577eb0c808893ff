//! What a move gave up: the play that could have followed the best choice beside the one that can still follow the choice
//! taken, both with the dice as they fell and at their best, requirement by requirement. It labels nothing and says nothing
//! in words.

use crate::base::chance::Rolls;
use crate::content::scenario::ChoiceId;
use crate::content::standard::{RequirementId, Standard};
use crate::play::engine::Session;
use crate::play::scoring::Ledger;
use crate::play::solver::Solver;

/// Where two plays part: at a move that was not the best.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parting {
    /// The most points that the whole play could have come to after the best choice.
    pub best: i32,
    /// The same after the choice taken.
    pub taken: i32,
    /// What the choice costs before the dice fall, in hundredths of a point.
    pub average: i32,
    /// What makes the difference, the dearest first. The points of all are `best` less `taken`.
    pub rows: Vec<PartingRow>,
}

/// A loss is rounded to hundredths of a percent before it is counted in points: so many hundredths of a point are none.
const ROUNDED: i32 = 25;

/// A requirement that wins other points on one side than on the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartingRow {
    /// Which.
    pub requirement: RequirementId,
    /// The points given up; below 0 what is won instead.
    pub points: i32,
}

/// A move that was not the best.
#[derive(Clone, Copy, Debug)]
pub struct NotBest {
    /// Which move of the play, from 0.
    pub turn: usize,
    /// The best choice of its moment.
    pub best: ChoiceId,
    /// What the move costs before the dice fall, in hundredths of a point.
    pub average: i32,
}

impl Parting {
    /// What the choice costs before the dice fall, in hundredths of a point, where the dice made it another number.
    pub fn by_chance(&self) -> Option<i32> {
        let cost = 100 * (self.best - self.taken);
        ((self.average - cost).abs() > ROUNDED).then_some(self.average)
    }

    /// Compares a move of a play with the best choice of its moment. None when one of the two can no more be played to an
    /// end without a critical break.
    pub fn at(session: &Session, standard: &Standard, solver: &Solver, taken: NotBest) -> Option<Parting> {
        let rolls = session.scenario().rolls(session.seed());
        let (mut other, mut own) = (session.clone(), session.clone());
        other.rewind_to(taken.turn);
        other.take(taken.best).ok()?;
        own.rewind_to(taken.turn + 1);
        let other = best_ledger(other, standard, solver, &rolls)?;
        let own = best_ledger(own, standard, solver, &rolls)?;
        Some(Parting { best: other.points(), taken: own.points(), average: taken.average, rows: rows(&other, &own) })
    }
}

/// The ledger of the best play that begins so.
fn best_ledger(mut play: Session, standard: &Standard, solver: &Solver, rolls: &Rolls) -> Option<Ledger> {
    let rest = solver.best_after(play.turns(), rolls).ok()?;
    play.take_moves(&rest.line).ok()?;
    Some(Ledger::judge(play.scenario(), standard, play.turns()))
}

fn rows(other: &Ledger, own: &Ledger) -> Vec<PartingRow> {
    let mut touched: Vec<RequirementId> =
        other.entries.iter().chain(&own.entries).map(|entry| entry.requirement).collect();
    touched.sort_unstable();
    touched.dedup();
    let row = |requirement: RequirementId| {
        let points = points_of(other, requirement) - points_of(own, requirement);
        (points != 0).then_some(PartingRow { requirement, points })
    };
    let mut rows: Vec<PartingRow> = touched.into_iter().filter_map(row).collect();
    rows.sort_by_key(|row| (-row.points, row.requirement));
    rows
}

fn points_of(ledger: &Ledger, requirement: RequirementId) -> i32 {
    ledger.entries.iter().filter(|entry| entry.requirement == requirement).map(|entry| entry.points).sum()
}
