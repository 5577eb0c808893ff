//! Who says a text: the player, somebody else, or nobody.

use crate::content::scenario::{ChoiceKind, LineOf, Scenario, SpeakerId, TextId};

/// The speaker who stands for the learner.
const PLAYER: &str = "you";

/// Whose words a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// The player says it.
    Player,
    /// Somebody else says it.
    Other,
    /// It is told, shown or done.
    Nobody,
}

/// Whose words a text of the scenario is.
pub(super) fn voice(scenario: &Scenario, text: TextId) -> Voice {
    match text {
        TextId::Choice(scene, choice) => match scenario.scene(scene).choices[choice.index()].kind {
            ChoiceKind::Say => Voice::Player,
            ChoiceKind::Do | ChoiceKind::Wait => Voice::Nobody,
        },
        TextId::Line(of, number) => match scenario.lines[line_index(scenario, of, number)].by {
            None => Voice::Nobody,
            by if by == player(scenario) => Voice::Player,
            Some(_) => Voice::Other,
        },
        TextId::Title
        | TextId::Summary
        | TextId::Briefing
        | TextId::Speaker(_)
        | TextId::Slot(_)
        | TextId::ScenePlace(_)
        | TextId::How(..)
        | TextId::Lock(..)
        | TextId::Feedback(..)
        | TextId::EndingTitle(_)
        | TextId::Because(_) => Voice::Nobody,
    }
}

/// The speaker who stands for the learner, where the scenario has one.
pub(super) fn player(scenario: &Scenario) -> Option<SpeakerId> {
    SpeakerId::find(&scenario.speakers, |speaker| *speaker.name == *PLAYER)
}

/// A line by its place among all lines of the scenario.
pub(super) fn line_index(scenario: &Scenario, of: LineOf, number: usize) -> usize {
    let first = match of {
        LineOf::Scene(scene) => scenario.scene(scene).lines.start,
        LineOf::Again(scene) => scenario.scene(scene).again.start,
        LineOf::Reply(scene, choice) => scenario.scene(scene).choices[choice.index()].reply.start,
        LineOf::Ending(ending) => scenario.ending(ending).lines.start,
    };
    first + number
}
