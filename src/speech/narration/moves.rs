//! What the solver says of one move, in words: what it cost, which requirements it gave up, what chance had to do with it, and
//! what was better. Every door tells the same of it.

use super::narrator::Narrator;
use super::review::{NarratedMove, ReviewLine};
use crate::play::debrief::{Debrief, MoveCost, Reviewed};
use crate::play::engine::Session;
use crate::play::parting::PartingRow;
use crate::tr;

/// A move as the solver sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MoveTold {
    /// What it cost, in whole points of 100; none where it cost nothing.
    pub cost: Option<String>,
    /// The same in a cell of a table: `−12`.
    pub lost: Option<String>,
    /// What it gave up besides what its own entries say.
    pub given_up: Vec<GivenUp>,
    /// What it was by chance, and what became of the pass: a sentence each.
    pub notes: Vec<String>,
    /// All that would have been best instead; empty where it was best itself.
    pub better: Vec<String>,
}

/// A requirement that was given up with a move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenUp {
    /// `−4`, or `+2` for what is won instead.
    pub points: String,
    /// What it asks for.
    pub text: String,
    /// `Calling at the door (7)`.
    pub cite: String,
}

impl Narrator<'_> {
    /// What is to say of a move besides its entries; `told` are those.
    pub fn move_told(&self, session: &Session, debrief: &Debrief, told: &NarratedMove, turn: usize) -> MoveTold {
        let (own, cost) = (&debrief.moves[turn], debrief.cost(turn));
        let rows = own.parting.iter().flat_map(|parting| &parting.rows);
        MoveTold {
            cost: self.cost(own, cost),
            lost: self.lost(own, cost),
            given_up: rows.filter_map(|row| self.given_up(*row, &told.lines)).collect(),
            notes: self.notes(debrief, own, cost),
            better: if own.loss > 0 { self.choices(session, own) } else { Vec::new() },
        }
    }

    /// All that would have been best instead, in one sentence: `A or B`.
    pub fn one_of(&self, choices: &[String]) -> String {
        choices.join(&tr!(self.words, "or"))
    }

    fn cost(&self, own: &Reviewed, MoveCost { cost, .. }: MoveCost) -> Option<String> {
        match (own.critical, cost) {
            (true, _) => Some(tr!(self.words, "move-fails")),
            (false, 0) => (own.loss > 0).then(|| tr!(self.words, "move-cost-little")),
            (false, cost) => Some(tr!(self.words, "move-cost", cost = cost)),
        }
    }

    fn lost(&self, own: &Reviewed, MoveCost { cost, .. }: MoveCost) -> Option<String> {
        match (own.critical, cost) {
            (true, _) => Some(tr!(self.words, "move-fails")),
            (false, 0) => (own.loss > 0).then(|| "−<1".to_owned()),
            (false, cost) => Some(format!("−{cost}")),
        }
    }

    /// A row that the entries of the move do not tell, or not wholly.
    fn given_up(&self, row: PartingRow, lines: &[ReviewLine]) -> Option<GivenUp> {
        let mut own = lines.iter().filter(|line| line.requirement == row.requirement).peekable();
        let is_gain = row.points < 0;
        if is_gain && own.peek().is_some() {
            return None;
        }
        let points = row.points - own.map(|line| line.worth.unwrap_or(0) - line.points).sum::<i32>();
        let sign = if is_gain { "+" } else { "−" };
        (points > 0 || is_gain).then(|| GivenUp {
            points: format!("{sign}{}", points.abs()),
            text: self.requirement(row.requirement),
            cite: self.cite(row.requirement),
        })
    }

    fn notes(&self, debrief: &Debrief, own: &Reviewed, cost: MoveCost) -> Vec<String> {
        let words = self.words;
        let mut notes = Vec::new();
        if let Some(average) = cost.average {
            notes.push(tr!(words, "cost-on-average", average = average, cost = cost.cost));
        }
        if cost.luck > 0 {
            notes.push(tr!(words, "luck-took", luck = cost.luck));
        }
        if cost.is_below {
            notes.push(tr!(words, "below-nothing"));
        }
        if debrief.no_return == Some(own.turn) {
            notes.push(tr!(words, "no-return-here"));
        }
        notes
    }

    /// The best choices, first the one that is played where one is shown.
    fn choices(&self, session: &Session, own: &Reviewed) -> Vec<String> {
        let turn = &session.turns()[own.turn];
        let choices = &self.scenario.scene(turn.taken.scene).choices;
        let others = own.best_choices.iter().filter(|choice| **choice != own.best_choice);
        let all = std::iter::once(&own.best_choice).chain(others);
        all.map(|choice| self.fill(&choices[choice.index()].text, &turn.before).into_owned()).collect()
    }
}
