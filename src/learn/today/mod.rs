//! What today is for: the most important of what is due, in so many minutes, each with its reason. It plans and plays
//! nothing; what there is to play, and what is known of it, is handed in.

mod activity;
mod asked;
mod practised;
mod tempo;
mod need;
mod offers;
mod draft;
mod fresh;
mod pick;
mod order;
mod plan;

pub use activity::{Activity, PlanReason, PlannedActivity};
pub use asked::{Available, CourseNext, DayAsked, OfferedMoment, OfferedPhrase, OfferedQuestion, OfferedScenario};
pub use plan::{DayPlan, Rest, plan};
pub use practised::Practised;
pub use tempo::OwnTempo;
