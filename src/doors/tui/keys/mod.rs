//! Every key, once: one table feeds input, the footer, the help and the palette.

mod context; // where keys are pressed
mod key; // a key and its name
mod labels; // what an action is called in a footer
mod table; // which keys do what, and where

pub(super) use context::KeyContext;
pub use key::Key;
pub(super) use labels::label;
pub use table::keys_of_a_play;
pub(super) use table::{Binding, TABLE, Visibility, bindings_at, meaning};
