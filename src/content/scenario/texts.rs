//! All that a scenario says, text by text, each with a name by which its line can be found again.

use super::ids::{ChoiceId, EndingId, SceneId, SlotId, SpeakerId, YieldId};
use super::whole::Scenario;
use crate::base::text::Text;

/// One text of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextId {
    /// What the scenario is called.
    Title,
    /// What it is about.
    Summary,
    /// What the player knows beforehand.
    Briefing,
    /// What a speaker is called, by the number of the speaker.
    Speaker(SpeakerId),
    /// The words of a slot, by its place in [`Scenario::slots`].
    Slot(SlotId),
    /// Where a scene takes place.
    ScenePlace(SceneId),
    /// A line, and its stage direction, by its place in its list.
    Line(LineOf, usize),
    /// The stage direction of a line, by its place in its list.
    How(LineOf, usize),
    /// What a choice reads.
    Choice(SceneId, ChoiceId),
    /// The reason of a lock, by its place in the choice.
    Lock(SceneId, ChoiceId, usize),
    /// What a choice meant, by its place in [`super::Choice::feedback`].
    Feedback(SceneId, ChoiceId, usize),
    /// What an ending is called.
    EndingTitle(EndingId),
    /// Why a rule gives way, by its place in [`Scenario::yields`].
    Because(YieldId),
}

/// Where a list of lines stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LineOf {
    /// On entering a scene.
    Scene(SceneId),
    /// On coming back to it.
    Again(SceneId),
    /// In return to a choice.
    Reply(SceneId, ChoiceId),
    /// At the end.
    Ending(EndingId),
}

impl Scenario {
    /// Every text of the scenario and its fragments, without the pack's.
    pub fn texts(&self) -> Vec<(TextId, &Text)> {
        let mut texts =
            vec![(TextId::Title, &self.title), (TextId::Summary, &self.summary), (TextId::Briefing, &self.briefing)];
        texts.extend(SpeakerId::enumerate(&self.speakers).map(|(n, speaker)| (TextId::Speaker(n), &speaker.title)));
        let slots = SlotId::enumerate(&self.slots).filter(|(_, slot)| slot.file.is_some());
        texts.extend(slots.map(|(n, slot)| (TextId::Slot(n), &slot.text)));
        texts.extend(YieldId::enumerate(&self.yields).map(|(n, rule)| (TextId::Because(n), &rule.because)));
        for (id, scene) in SceneId::enumerate(&self.scenes) {
            texts.extend(scene.place.as_ref().map(|place| (TextId::ScenePlace(id), place)));
            self.lines_of(LineOf::Scene(id), &mut texts);
            self.lines_of(LineOf::Again(id), &mut texts);
            for number in ChoiceId::of(&scene.choices) {
                self.texts_of_choice(id, number, &mut texts);
            }
        }
        for (id, ending) in EndingId::enumerate(&self.endings) {
            texts.push((TextId::EndingTitle(id), &ending.title));
            self.lines_of(LineOf::Ending(id), &mut texts);
        }
        texts
    }

    fn texts_of_choice<'s>(&'s self, scene: SceneId, id: ChoiceId, texts: &mut Vec<(TextId, &'s Text)>) {
        let choice = &self.scene(scene).choices[id.index()];
        texts.push((TextId::Choice(scene, id), &choice.text));
        texts.extend((0..).zip(&choice.locks).map(|(n, (_, reason))| (TextId::Lock(scene, id, n), reason)));
        texts.extend((0..).zip(&choice.feedback).map(|(n, (_, words))| (TextId::Feedback(scene, id, n), words)));
        self.lines_of(LineOf::Reply(scene, id), texts);
    }

    fn lines_of<'s>(&'s self, of: LineOf, texts: &mut Vec<(TextId, &'s Text)>) {
        let range = match of {
            LineOf::Scene(scene) => &self.scene(scene).lines,
            LineOf::Again(scene) => &self.scene(scene).again,
            LineOf::Reply(scene, choice) => &self.scene(scene).choices[choice.index()].reply,
            LineOf::Ending(ending) => &self.ending(ending).lines,
        };
        for (number, line) in self.lines[range.clone()].iter().enumerate() {
            texts.extend(line.how.as_ref().map(|how| (TextId::How(of, number), how)));
            texts.push((TextId::Line(of, number), &line.text));
        }
    }
}
