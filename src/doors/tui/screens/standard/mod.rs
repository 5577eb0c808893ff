//! The standard: its tree at the left, what is in focus at the right; typing searches ids, numbers and words in every
//! language.
//!
//! ```text
//!   Search: bell▏
//!   Basic                              │ Calling at the door (2)
//!     Calling at the door    一(二)1-3)  │ basic.conduct.visit.normal.02
//!       (1) Be at the customer's door … │
//! ▸     (2) Look whether there is …     │ Look whether there is a doorbell.
//!                                       │ when: at the door
//! ```

mod details; // what is known about a node, for the right side
mod screen; // keys, layout and drawing
mod tree; // the nodes, and which of them are unfolded

pub(crate) use screen::StandardScreen;
