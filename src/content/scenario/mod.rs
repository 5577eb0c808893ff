//! A scenario, valid: every name became a small number that cannot dangle, so that play has a single error (the
//! choice is not open). Only `resolve` makes one.

mod ids;
mod time;
mod condition;
mod spec;
mod origin;
mod variable;
mod exit;
mod choice;
mod scene;
mod due;
mod glossary;
mod whole;
mod texts;
mod source_ref;
mod syntax;
mod resolve;
mod packed;
mod scenarios;
mod pack_words;
mod pack;
mod pack_bytes;

pub use choice::{Change, Choice, Effect, Mark, Takes};
pub use condition::{Amount, Comparison, Condition, Reading};
pub use due::{Allow, Due, Yield};
pub use exit::{Call, Exit, Fragment, Target};
pub use glossary::{Glossary, KeptOutOf, Term};
pub use ids::{
    ChanceId, ChoiceId, EndingId, FragmentId, LineId, OutcomeId, SceneId, SiteId, SlotId, SpeakerId, VariableId,
    YieldId,
};
pub use origin::{Origin, SourceFile};
pub use pack::{KeptOut, Loaded, Pack, PackSources, load, load_copies};
pub use pack_bytes::{pack_bytes, unpack};
pub use pack_words::PackWords;
pub use packed::Packed;
pub use scenarios::{ScenarioHead, Scenarios};
pub use scene::{Ending, Line, Scene};
pub use source_ref::SourceRef;
pub use spec::ChoiceKind;
pub use texts::{LineOf, TextId};
pub use time::{duration, time_of_day};
pub use variable::{Chance, MOOD, Variable, VariableKind};
pub use whole::{Clock, Fields, MAX_SCENES, Scenario, Slot, Speaker};
