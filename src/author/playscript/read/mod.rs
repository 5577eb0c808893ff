//! From the text of a script to what was typed, or to everything in it that cannot be read. It knows the notation, and no
//! scenario: whether there is such a choice or requirement is asked later, in `validate`.
//!
//! ```text
//! # Nobody answers, and the lift is out.
//! scenario customer_not_home
//! chance   lift broken
//! language en
//!
//! choose go_in
//! expect text "Seven floors"
//! expect locked ride
//! choose steady
//! expect clock < 10:00
//! ```

mod arguments;
mod header;
mod value;
mod expectation;
mod reader;

pub use reader::read;
