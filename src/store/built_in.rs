//! The content that the program was built with, so that it runs anywhere: its texts, and what they were proven to say.

use rust_embed::RustEmbed;

/// The texts.
#[derive(RustEmbed)]
#[folder = "scenarios/"]
pub(super) struct BuiltIn;

/// A page of them, such as `standard/README.md`.
pub fn built_in_page(name: &str) -> Option<String> {
    BuiltIn::get(name).and_then(|file| String::from_utf8(file.data.into_owned()).ok())
}

/// All of them, each by its name in the folder.
pub fn built_in_files() -> impl Iterator<Item = (String, String)> {
    BuiltIn::iter().filter_map(|name| Some((name.to_string(), built_in_page(&name)?)))
}

/// The pack that they make, in bytes, as `build.rs` proved it; empty where it found a fault.
pub(super) static PROVEN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pack"));
