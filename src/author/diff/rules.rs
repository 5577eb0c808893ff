//! Whether two versions differ in nothing that is judged: in words alone. Then no play can come out otherwise, and nothing
//! needs to be compared move by move.

use super::version::ScenarioVersion;
use crate::base::text::Text;
use crate::content::scenario::{Ending, Origin, Scenario, Scene};
use crate::content::standard::Standard;
use std::fmt::Write;

/// Whether all rules are alike. Two versions may be judged alike and still be told apart here: it errs on the side of
/// comparing.
pub(super) fn alike(old: ScenarioVersion, new: ScenarioVersion) -> bool {
    law(old.standard) == law(new.standard) && format!("{:?}", bare(old.scenario)) == format!("{:?}", bare(new.scenario))
}

/// What of the standard judges a play.
fn law(standard: &Standard) -> String {
    let mut law = String::new();
    for own in &standard.requirements {
        // Writing to a String cannot fail.
        let _ = writeln!(
            law,
            "{} {:?} {:?} {:?} {} {:?}",
            own.id,
            own.rank,
            own.weight,
            own.nature,
            own.is_critical(),
            own.section
        );
    }
    law
}

/// A scenario without its words, and without its places in the file.
fn bare(scenario: &Scenario) -> Scenario {
    let mut bare = scenario.clone();
    for words in [&mut bare.title, &mut bare.summary, &mut bare.briefing] {
        *words = Text::default();
    }
    (bare.languages, bare.minutes, bare.hash) = (Vec::new(), 0, "".into());
    (bare.speakers, bare.slots, bare.lines, bare.sources) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    bare.yields.iter_mut().for_each(|rule| rule.because = Text::default());
    bare.due.iter_mut().for_each(|due| due.origin = Origin::default());
    bare.scenes.iter_mut().for_each(mute);
    bare.endings.iter_mut().for_each(|Ending { title, lines, .. }| (*title, *lines) = (Text::default(), 0..0));
    bare
}

fn mute(scene: &mut Scene) {
    (scene.place, scene.lines, scene.again, scene.origin) = (None, 0..0, 0..0, Origin::default());
    for choice in &mut scene.choices {
        (choice.text, choice.reply, choice.feedback) = (Text::default(), 0..0, Vec::new());
        choice.locks.iter_mut().for_each(|(_, reason)| *reason = Text::default());
    }
}
