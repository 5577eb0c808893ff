//! The account of a play: how many requirements were met, missed, broken and so on, and what they came to. What
//! every door lists entry by entry is added up here, so that lists and score can be held against each other.

use super::mood::Mood;
use super::narrator::Narrator;
use super::review::{MissedLine, Review, ReviewLine};
use super::wording::{clock, entry_kind, price};
use crate::play::debrief::Debrief;
use crate::play::engine::Session;
use crate::play::scoring::{EntryKind, Scorecard};
use crate::speech::messages::Messages;
use crate::tr;

/// The entries of one kind, added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountItem {
    /// What became of them.
    pub kind: EntryKind,
    /// How many there are.
    pub count: usize,
    /// What they won, or below 0 lost.
    pub points: i32,
    /// What there was to win with them.
    pub worth: i32,
}

impl Review {
    /// Every entry of the play once: move by move, then what was never done.
    pub fn entries(&self) -> impl Iterator<Item = &ReviewLine> {
        let made = self.moves.iter().flat_map(|own| &own.lines);
        made.chain(self.missed.iter().map(|missed| &missed.line))
    }

    /// The account of the play, without the kinds that it has nothing of, and without what was not due or gave way. Its points
    /// are those of the play.
    pub fn account(&self) -> Vec<AccountItem> {
        let item = |kind| {
            let own = || self.entries().filter(|line| line.kind == kind);
            let (points, worth) = (own().map(|line| line.points).sum(), own().filter_map(|line| line.worth).sum());
            AccountItem { kind, count: own().count(), points, worth }
        };
        let counts = |kind: &EntryKind| !matches!(kind, EntryKind::Extra | EntryKind::Yielded);
        EntryKind::ALL.into_iter().filter(counts).map(item).filter(|item| item.count > 0).collect()
    }
}

impl Narrator<'_> {
    /// How a play ended, in which mood it left the customer, how long it took and how many moves.
    pub fn outcome(&self, session: &Session) -> Vec<String> {
        let (words, state) = (self.words, session.state());
        vec![
            self.ending(session).unwrap_or_default(),
            tr!(words, "mood", mood = Mood::of(self.scenario, &state).word(words)),
            tr!(words, "minutes", minutes = state.elapsed(self.scenario).div_ceil(60)),
            tr!(words, "moves", count = session.turns().len()),
        ]
    }

    /// The title of the ending that a play came to, if it is over.
    pub fn ending(&self, session: &Session) -> Option<String> {
        let ending = self.scenario.ending(session.ending()?);
        Some(self.fill(&ending.title, &session.state()).into_owned())
    }

    /// The points of a play and what they are made of: `12 of 16 points: 3 met 12/12 · 1 missed 0/4`.
    pub fn account(&self, card: &Scorecard, review: &Review, between: &str) -> String {
        let words = self.words;
        let items: Vec<String> = review.account().iter().map(|item| item.told(words)).collect();
        let points = if card.points < 0 { format!("−{}", -card.points) } else { card.points.to_string() };
        let points = tr!(words, "points-of", points = points, best = card.best);
        format!("{points}{}{}", tr!(words, "colon"), items.join(between))
    }

    /// When something that was never done could have been done, and with which move it was given up.
    pub fn chance(&self, missed: &MissedLine, review: &Review, debrief: Option<&Debrief>) -> String {
        let words = self.words;
        let mut told = vec![match missed.moment {
            Some(turn) => {
                let number = turn + 1;
                tr!(words, "first-chance", number = number, time = clock(review.moves[turn].clock))
            }
            None => tr!(words, "no-chance"),
        }];
        let given_up = debrief.and_then(|debrief| debrief.given_up_with(missed.line.requirement));
        told.extend(given_up.map(|turn| {
            let number = turn + 1;
            tr!(words, "given-up-with", number = number)
        }));
        told.join(&tr!(words, "between-sentences"))
    }
}

impl AccountItem {
    /// `6 met 24/24` or `2 broken −12`.
    pub fn told(&self, words: &Messages) -> String {
        let price = price(self.points, (self.worth > 0).then_some(self.worth));
        let counted = tr!(words, "account-item", count = self.count, kind = entry_kind(words, self.kind));
        format!("{counted} {price}").trim_end().to_owned()
    }
}
