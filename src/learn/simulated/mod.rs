//! Simulated learners, to see whether the plan of a day is worth following: the same learners with the same minutes practise
//! by the plan, by a random scenario, and by questions in a fixed order. How they forget is not how the plan believes that
//! people forget.

mod learner;
mod school;
mod policy;
mod study;

pub use learner::ASSUMPTIONS;
pub use policy::StudyPolicy;
pub use school::{School, SchoolScenario};
pub use study::{Study, StudyAsked, StudyResult, study};
