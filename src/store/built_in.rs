//! The content that the program was built with, so that it runs anywhere: its texts, and what they were proven to say.

use rust_embed::RustEmbed;

/// The texts.
#[derive(RustEmbed)]
#[folder = "scenarios/"]
pub(super) struct BuiltIn;

/// The pack that they make, in bytes, as `build.rs` proved it; empty where it found a fault.
pub(super) static PROVEN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pack"));
