//! What a group of learners did, for whoever trains them: as text, as a page, as tables and for programs.

pub mod csv;
mod desk;
mod document;
mod exam_wording;
pub mod html;
pub mod json;
pub mod replies;
mod shares;
pub mod text;
mod wording;

pub use csv::ReportTable;
pub use desk::{DeskLists, lists, of_learner};
pub use document::GroupDocument;
pub use wording::scenario_title;
