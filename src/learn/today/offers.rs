//! What there is to play, found by requirement. What tests nothing that the standard knows is left out.

use super::activity::Activity;
use super::asked::Available;
use super::tempo::OwnTempo;
use crate::content::standard::{RequirementId, Standard};
use crate::record::day::Day;
use std::cmp::Reverse;

/// One thing that can be played and takes less than a minute or two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Card {
    pub(super) activity: Activity,
    pub(super) requirements: Vec<RequirementId>,
    pub(super) seconds: u32,
    /// Which of several comes first: the lowest.
    turn: (CardTurn, Option<Day>, usize),
    /// Of a moment: how often its mistake was made.
    pub(super) mistakes: u32,
}

/// In which order the ways to test a requirement are taken. A moment that was passed is one way among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum CardTurn {
    OwnMoment,
    Phrase,
    Question,
    PassedMoment,
    PassedPhrase,
}

impl Card {
    /// Whether it is a moment of the learner's own that was not passed.
    pub(super) fn is_open_moment(&self) -> bool {
        self.turn.0 == CardTurn::OwnMoment
    }
}

/// All cards, and which of them test a requirement.
pub(super) struct Offers {
    pub(super) cards: Vec<Card>,
    /// By requirement: its cards, whichever comes first before the others.
    by_requirement: Vec<Vec<usize>>,
}

impl Offers {
    pub(super) fn of(available: &Available, tempo: &OwnTempo, standard: &Standard) -> Offers {
        let mut cards = Vec::new();
        let mut add = |activity, ids: &[Box<str>], seconds, turn, day, mistakes| {
            let requirements: Vec<RequirementId> = ids.iter().filter_map(|id| standard.find(id)).collect();
            if !requirements.is_empty() {
                let turn = (turn, day, cards.len());
                cards.push(Card { activity, requirements, seconds, turn, mistakes });
            }
        };
        for own in &available.moments {
            let turn = if own.is_passed { CardTurn::PassedMoment } else { CardTurn::OwnMoment };
            add(Activity::Moment(own.key), &own.requirements, tempo.moment, turn, own.played, own.mistakes);
        }
        for own in &available.phrases {
            let turn = if own.is_passed { CardTurn::PassedPhrase } else { CardTurn::Phrase };
            add(Activity::Phrase(own.id.clone()), &own.requirements, tempo.phrase, turn, None, 0);
        }
        for own in &available.questions {
            let activity = Activity::Question(own.id.clone());
            add(activity, &own.requirements, tempo.question, CardTurn::Question, own.asked, 0);
        }
        let mut by_requirement = vec![Vec::new(); standard.requirements.len()];
        for (number, card) in cards.iter().enumerate() {
            card.requirements.iter().for_each(|id| by_requirement[id.index()].push(number));
        }
        for own in &mut by_requirement {
            own.sort_by_key(|number| cards[*number].turn);
        }
        Offers { cards, by_requirement }
    }

    /// The cards that test a requirement, in the order in which they are to be taken.
    pub(super) fn of_requirement(&self, id: RequirementId) -> impl Iterator<Item = (usize, &Card)> {
        self.by_requirement[id.index()].iter().map(|number| (*number, &self.cards[*number]))
    }

    /// The question that asks for this and for as little else as can be: something new comes alone.
    pub(super) fn plainest_question(&self, id: RequirementId) -> Option<(usize, &Card)> {
        let questions = self.of_requirement(id).filter(|(_, card)| matches!(card.activity, Activity::Question(_)));
        questions.max_by_key(|(number, card)| Reverse((card.requirements.len(), *number)))
    }
}
