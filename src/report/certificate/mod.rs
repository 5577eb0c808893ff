//! A certificate: in sentences, as JSON, as a page to print, as a badge of Open Badges 3.0; and what there is to say about one
//! that was checked.

mod words;
pub mod badge;
pub mod html;
pub mod json;

pub use words::{finding, lines};
