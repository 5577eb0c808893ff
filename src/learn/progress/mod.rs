//! How far a learner has come: what is known of each section, what scenarios came to, and on which days there was practice.

mod calendar;
mod run;
mod scenario;
mod whole;

pub use calendar::{PractisedDay, WEEKS, days_practised};
pub use run::{ProgressRun, is_steady};
pub use scenario::{LastScore, ScenarioProgress};
pub use whole::{LearnerProgress, LearnerRecords};
