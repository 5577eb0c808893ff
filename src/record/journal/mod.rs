//! What happened to what a learner knows, one event after the other. A journal only grows; memory, moments and the course
//! are its replay and can be thrown away. How it lies on a disk is the matter of the store.

mod key;
mod own_moment;
mod review;
mod event;

pub use event::{CourseUnit, FiledReply, FiledTo, Happened, JournalEvent, JournalStamp};
pub use key::{EventKey, JournalOrigin, NoKey};
pub use own_moment::OwnMoment;
pub use review::{PlayRef, Rating, RequirementReview, ReviewSource};
