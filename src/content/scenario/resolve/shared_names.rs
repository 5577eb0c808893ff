//! The names that a scenario shares with its fragments: slots, speakers, and the fragments themselves.

use super::declare::OTHER_NAME;
use super::fragments::{FragmentFile, PackContext};
use crate::base::diagnostic::Code;
use crate::base::text::Text;
use crate::both;
use crate::content::notation::{LocalizedSpec, Named, Names, SourcePath, Validator, noun};
use crate::content::scenario::ids::{FragmentId, SpeakerId};
use crate::content::scenario::spec::ScenarioSpec;
use crate::content::scenario::whole::Speaker;
use crate::content::standard::{ValuedSlot, read_forms};
use std::collections::BTreeMap;

/// Slots that every text may use.
const ALWAYS: [&str; 3] = ["time", "appointment", "player"];

/// What stands around the scenes of a scenario and of its fragments.
pub(super) struct SharedNames<'f> {
    pub spec: &'f ScenarioSpec,
    pub pack: &'f [ValuedSlot],
    pub slots: Vec<ValuedSlot>,
    pub speakers: Vec<Speaker>,
    pub speaker_ids: BTreeMap<&'f str, SpeakerId>,
    pub fragment_ids: BTreeMap<&'f str, FragmentId>,
}

impl<'f> SharedNames<'f> {
    pub(super) fn new(
        validator: &mut Validator,
        spec: &'f ScenarioSpec,
        called: &[&'f FragmentFile],
        context: &PackContext<'f>,
    ) -> SharedNames<'f> {
        Names::of(validator, &SourcePath::FILE.field("endings"), noun::ENDING, &spec.endings);
        SharedNames {
            spec,
            pack: context.slots,
            slots: own_slots(validator, (&spec.slots, &spec.forms), context.slots),
            speakers: speakers(validator, spec),
            speaker_ids: SpeakerId::enumerate(&spec.speakers.0).map(|(id, (name, _))| (name.as_str(), id)).collect(),
            fragment_ids: FragmentId::enumerate(called).map(|(id, file)| (file.spec.id.as_str(), id)).collect(),
        }
    }

    pub(super) fn knows(&self, slot: &str) -> bool {
        if slot == "appointment" {
            return self.spec.clock.appointment.is_some();
        }
        ALWAYS.contains(&slot) || self.slots.iter().chain(self.pack).any(|known| *known.name == *slot)
    }

    pub(super) fn words(&self, validator: &mut Validator) -> [Text; 3] {
        let title = validator.plain(&SourcePath::FILE.field("title"), &self.spec.title);
        let summary = validator.plain(&SourcePath::FILE.field("summary"), &self.spec.summary);
        [
            title,
            summary,
            validator.text(&SourcePath::FILE.field("briefing"), &self.spec.briefing, &|slot| self.knows(slot)),
        ]
    }
}

/// The slots that a file gives, and the other ways to say them.
pub(super) fn own_slots(
    validator: &mut Validator,
    (slots, forms): (&Named<LocalizedSpec>, &Named<Named<Vec<String>>>),
    pack: &[ValuedSlot],
) -> Vec<ValuedSlot> {
    let root = SourcePath::FILE.field("slots");
    Names::of(validator, &root, noun::SLOT, slots);
    let mut own = Vec::new();
    for (index, (name, words)) in slots.0.iter().enumerate() {
        let at = root.entry(index, name);
        if ALWAYS.contains(&name.as_str()) || pack.iter().any(|slot| *slot.name == **name) {
            validator.error(
                Code::DUPLICATE,
                &at,
                both!("the slot {{{name}}} has a meaning already", "填空 {{{name}}} 已经有别的意思"),
                OTHER_NAME,
            );
        }
        own.push(ValuedSlot::new(name, validator.plain(&at, words)));
    }
    read_forms(validator, &SourcePath::FILE.field("forms"), forms, &mut own);
    own
}

fn speakers(validator: &mut Validator, spec: &ScenarioSpec) -> Vec<Speaker> {
    let root = SourcePath::FILE.field("speakers");
    Names::of(validator, &root, noun::SPEAKER, &spec.speakers);
    let validate = |(index, (name, words)): (usize, &(String, LocalizedSpec))| Speaker {
        name: name.as_str().into(),
        title: validator.plain(&root.entry(index, name), words),
    };
    spec.speakers.0.iter().enumerate().map(validate).collect()
}
