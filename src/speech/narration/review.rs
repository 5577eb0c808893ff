//! A finished play in words: every move with what it won and cost, and what was never done.

use super::narrator::Narrator;
use super::wording::price;
use crate::content::standard::RequirementId;
use crate::play::debrief::moment;
use crate::play::engine::Session;
use crate::play::scoring::{Entry, EntryKind, Ledger};

/// The ledger of a play, told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Every move, in order.
    pub moves: Vec<NarratedMove>,
    /// What was due and never done.
    pub missed: Vec<MissedLine>,
    /// What never had to be done, because another rule went first.
    pub given_way: Vec<ReviewLine>,
}

/// One move of a play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NarratedMove {
    /// Seconds since midnight when it was made.
    pub clock: u32,
    /// What was chosen.
    pub words: String,
    /// What it won and lost points for.
    pub lines: Vec<ReviewLine>,
    /// All points of its lines.
    pub points: i32,
    /// What the scenario says of it.
    pub feedback: Option<String>,
}

/// One entry of the ledger, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewLine {
    /// What became of the requirement.
    pub kind: EntryKind,
    /// The points won, or below 0 lost.
    pub points: i32,
    /// What there was to win with it; none where nothing was.
    pub worth: Option<i32>,
    /// Which requirement.
    pub requirement: RequirementId,
    /// `Calling at the door (7)`.
    pub cite: String,
    /// What it asks for.
    pub text: String,
    /// For what gave way: to which clause, and why.
    pub because: Option<(String, String)>,
}

/// Something that was due and never done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissedLine {
    /// What it was.
    pub line: ReviewLine,
    /// The first move at which an open choice would have met it; none if no moment of this play offered it.
    pub moment: Option<usize>,
}

impl ReviewLine {
    /// What it won of what there was to win, `2/4`, or what it took, `−8`: the same wherever it is listed. Nothing for what
    /// neither won nor cost.
    pub fn price(&self) -> String {
        price(self.points, self.worth)
    }
}

impl Narrator<'_> {
    /// Tells a play and its ledger.
    pub fn review(&self, session: &Session, ledger: &Ledger) -> Review {
        let turns = session.turns().iter().enumerate();
        let moves = turns.map(|(number, turn)| {
            let own = ledger.entries.iter().filter(|entry| entry.turn == Some(number));
            let lines: Vec<ReviewLine> = own.map(|entry| self.entry(ledger, entry)).collect();
            let choice = session.taken(turn);
            NarratedMove {
                clock: turn.before.clock(self.scenario),
                words: self.fill(&choice.text, &turn.before).into_owned(),
                points: lines.iter().map(|line| line.points).sum(),
                lines,
                feedback: self.feedback(&choice.feedback, &turn.before),
            }
        });
        let moves = moves.collect();
        let never = |kind| ledger.entries.iter().filter(move |entry| entry.turn.is_none() && entry.kind == kind);
        let missed = never(EntryKind::Missed).map(|entry| MissedLine {
            line: self.entry(ledger, entry),
            moment: moment(self.scenario, session.turns(), entry.requirement),
        });
        let missed = missed.collect();
        Review { moves, missed, given_way: never(EntryKind::Yielded).map(|entry| self.entry(ledger, entry)).collect() }
    }

    /// One entry of a ledger, in words.
    pub fn entry(&self, ledger: &Ledger, entry: &Entry) -> ReviewLine {
        let rule = entry.rule.map(|rule| &self.scenario.yields[rule]);
        ReviewLine {
            kind: entry.kind,
            points: entry.points,
            worth: worth(ledger, entry),
            requirement: entry.requirement,
            cite: self.cite(entry.requirement),
            text: self.requirement(entry.requirement),
            because: rule.map(|rule| (self.cite(rule.to), self.plain(&rule.because))),
        }
    }
}

/// What there was to win with an entry. What was due counts once: with what became of it in the end, and where that was
/// nothing but breaking it, with the first time.
fn worth(ledger: &Ledger, entry: &Entry) -> Option<i32> {
    let (_, worth) = ledger.due.iter().find(|(id, _)| *id == entry.requirement)?;
    let own = || ledger.entries.iter().filter(|other| other.requirement == entry.requirement);
    let counts = match entry.kind {
        EntryKind::Met | EntryKind::Late | EntryKind::Mended | EntryKind::Spoiled | EntryKind::Missed => true,
        EntryKind::Broken => {
            own().all(|other| matches!(other.kind, EntryKind::Broken | EntryKind::Extra))
                && own().find(|other| other.kind == EntryKind::Broken) == Some(entry)
        }
        EntryKind::Extra | EntryKind::Yielded => false,
    };
    counts.then_some(*worth)
}
