//! From what was typed to what is valid: names find their meaning, and every fault is told. Only this makes a scenario.

mod scope;
mod conditions;
mod effects;
mod fragments;
mod limits;
mod clock;
mod declare;
mod body;
mod marks;
mod choices;
mod scenes;
mod shared_names;
mod files;
mod assemble;

pub(super) use assemble::resolve;
pub(super) use fragments::{FragmentFile, PackContext};
