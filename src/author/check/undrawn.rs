//! Which texts may ask for a chance before it is drawn. A chance is surely drawn in a scene if every way there draws it;
//! that is told from the scenes alone. What is not sure that way is proven while all states are walked.

use crate::base::bits::{StateBits, and};
use crate::content::scenario::{Choice, Condition, Scenario, SceneId};
use crate::play::engine::{Node, destinations};

/// The texts that are not sure.
pub(super) struct UndrawnReads {
    /// By line of the scenario.
    pub lines: Vec<bool>,
    /// By choice of a scene: its feedback.
    pub feedback: Vec<Vec<bool>>,
}

impl UndrawnReads {
    pub(super) fn of(scenario: &Scenario) -> UndrawnReads {
        let drawn = SurelyDrawn::of(scenario);
        let mut found = UndrawnReads { lines: vec![false; scenario.lines.len()], feedback: Vec::new() };
        let mut mark = |range: &std::ops::Range<usize>, here: &StateBits| {
            for line in range.clone() {
                found.lines[line] = drawn.may_lack(&scenario.lines[line].when, here);
            }
        };
        for ((_, scene), here) in SceneId::enumerate(&scenario.scenes).zip(&drawn.scenes) {
            mark(&scene.lines, here);
            mark(&scene.again, here);
            scene.choices.iter().for_each(|choice| mark(&choice.reply, &after(scenario, choice, here)));
        }
        scenario.endings.iter().zip(&drawn.endings).for_each(|(ending, here)| mark(&ending.lines, here));
        let feedback =
            |choice: &Choice, here: &StateBits| choice.feedback.iter().any(|(when, _)| drawn.may_lack(when, here));
        let of_scene =
            |(choices, here): (&Vec<Choice>, &StateBits)| choices.iter().map(|c| feedback(c, here)).collect();
        found.feedback = scenario.scenes.iter().map(|scene| &scene.choices).zip(&drawn.scenes).map(of_scene).collect();
        found
    }
}

/// The chances that are surely drawn, by the bits of their fields.
struct SurelyDrawn {
    /// On entering each scene.
    scenes: Vec<StateBits>,
    /// At each ending.
    endings: Vec<StateBits>,
    /// Those of all chances.
    all: StateBits,
}

impl SurelyDrawn {
    fn of(scenario: &Scenario) -> SurelyDrawn {
        let mut all = StateBits::default();
        scenario.chances.iter().for_each(|chance| chance.field.mark(&mut all));
        let mut drawn =
            SurelyDrawn { scenes: vec![all; scenario.scenes.len()], endings: vec![all; scenario.endings.len()], all };
        drawn.scenes[scenario.start.index()] = StateBits::default();
        while drawn.spread(scenario) {}
        drawn
    }

    /// One round of telling each scene what is drawn where it is come from; whether anything was new.
    fn spread(&mut self, scenario: &Scenario) -> bool {
        let mut news = false;
        for (id, scene) in SceneId::enumerate(&scenario.scenes) {
            for choice in &scene.choices {
                let after = after(scenario, choice, &self.scenes[id.index()]);
                let mut lead = |known: &mut StateBits| {
                    let now = and(known, &after);
                    news |= now != *known;
                    *known = now;
                };
                // Any move may be the last before the scenario closes.
                lead(&mut self.endings[scenario.clock.timeout.index()]);
                for node in destinations(scenario, id, choice, true) {
                    match node {
                        Node::Scene(scene) => lead(&mut self.scenes[scene.index()]),
                        Node::Ending(ending) => lead(&mut self.endings[ending.index()]),
                    }
                }
            }
        }
        news
    }

    fn may_lack(&self, when: &Condition, here: &StateBits) -> bool {
        let undrawn = and(&self.all, &here.map(|word| !word));
        when.reads_chance() && when.mask().iter().zip(&undrawn).any(|(read, undrawn)| read & undrawn != 0)
    }
}

/// What is drawn after a choice that is made where `here` is.
fn after(scenario: &Scenario, choice: &Choice, here: &StateBits) -> StateBits {
    let mut after = *here;
    choice.reveal.iter().for_each(|id| scenario.chances[id.index()].field.mark(&mut after));
    after
}
