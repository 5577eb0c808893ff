//! What happened to what a learner knows, one event after the other. A journal only grows; memory, moments and the course
//! are its replay and can be thrown away. How it lies on a disk is the matter of the store.

mod event;
mod own_moment;
mod review;

pub use event::{CourseUnit, EventKey, Happened, JournalEvent, JournalOrigin, JournalStamp};
pub use own_moment::OwnMoment;
pub use review::{PlayRef, Rating, RequirementReview, ReviewSource};
