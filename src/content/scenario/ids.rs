//! The ids of what a scenario is made of.

use crate::base::ids::ids;

ids!(
    /// A scene by its place in the scenario; those of fragments stand behind its own.
    SceneId(u16),
    /// An ending by its place in the scenario.
    EndingId(u16),
    /// A choice by its place in its scene.
    ChoiceId(u16),
    /// A variable by its place in the scenario; `MOOD` is the first.
    VariableId(u16),
    /// A chance by its place in the scenario.
    ChanceId(u16),
    /// A fragment by its place in the scenario.
    FragmentId(u16),
    /// A place from which a fragment is called, among those of that fragment.
    SiteId(u16),
    /// An outcome by its place in its chance.
    OutcomeId(u16),
    /// A speaker by its place in the scenario.
    SpeakerId(u16),
    /// The words of a slot by their place in the scenario.
    SlotId(u16),
    /// A rule that gives way to another, by its place in the scenario.
    YieldId(u16),
    /// A line by its place in the scenario.
    LineId(u32)
);
