//! The reader of walks: visits written down as text.

use super::shown::{is_one_safe_line, lies};
use super::world;
use doorstep::author::playscript::{open, run};
use doorstep::content::notation::Source;
use doorstep::store::reloaded;

/// A walk through the small world; one that can be read is also played, straight and with a save after every move.
pub fn walk(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let source = Source::new("visits/a.walk", text);
    let pack = world::pack();
    let mismatches = match open(&source, pack) {
        Err(mismatches) => {
            assert!(!mismatches.is_empty(), "refused without a reason");
            mismatches
        }
        Ok(walk) => {
            let outcome = run(&walk, |session| reloaded(session, walk.language, &pack.standard_hash));
            let lost = outcome.mismatches.iter().find(|mismatch| mismatch.message().en.starts_with("after saving"));
            assert!(lost.is_none(), "{lost:?}");
            outcome.mismatches
        }
    };
    for mismatch in &mismatches {
        is_one_safe_line(&mismatch.to_string());
        lies(&mismatch.place, &[&source]);
    }
}
