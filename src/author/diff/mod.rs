//! What a change of a scenario means to a learner: parts that came and went, another scale, another best play, old plays
//! that no longer fit or pass, moves that are judged otherwise, requirements that are trained or no longer. Everything is
//! compared under every outcome of the dice. It says nothing in words; [`crate::report`] does.

mod version;
mod parts;
mod rules;
mod outcome;
mod replay;
mod best;
mod situations;
mod labels;
mod exposures;
mod scenario_diff;

pub use best::{BestDiff, BestPlay, Fate};
pub use exposures::ExposureDiff;
pub use labels::{Judgement, LabelDiff};
pub use outcome::JointOutcome;
pub use parts::{PartsDiff, Reworded, SetDiff};
pub use replay::{ReplayOutcome, again};
pub use scenario_diff::ScenarioDiff;
pub use version::ScenarioVersion;
