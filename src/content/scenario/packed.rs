//! A valid pack as bytes, as the program carries it: the standard and what lists say first, then every scenario by
//! itself. The texts of its sources are left out. It is made when the program is built and read by that program alone, so
//! it has no version.

use super::pack::Pack;
use super::scenarios::{ScenarioHead, Scenarios};
use super::whole::Scenario;
use crate::base::text::{Lang, Text};
use crate::content::standard::Standard;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

#[derive(Serialize, Deserialize)]
struct PackedPack<'p> {
    title: Text,
    languages: Vec<Lang>,
    standard: Arc<Standard>,
    standard_hash: Box<str>,
    #[serde(borrow)]
    scenarios: Vec<(Arc<ScenarioHead>, &'p [u8])>,
}

/// The bytes of a pack.
///
/// # Errors
/// When a list has more entries than can be written; none has.
pub fn pack_bytes(pack: &Pack) -> postcard::Result<Vec<u8>> {
    let whole: Vec<Vec<u8>> = pack.scenarios.iter().map(postcard::to_allocvec).collect::<Result<_, _>>()?;
    let heads = pack.scenarios.heads().cloned();
    postcard::to_allocvec(&PackedPack {
        title: pack.title.clone(),
        languages: pack.languages.clone(),
        standard: pack.standard.clone(),
        standard_hash: pack.standard_hash.clone(),
        scenarios: heads.zip(whole.iter().map(Vec::as_slice)).collect(),
    })
}

/// The pack of these bytes; none where they are not what [`pack_bytes`] made.
pub fn unpack(bytes: &'static [u8]) -> Option<Pack> {
    let packed: PackedPack<'static> = postcard::from_bytes(bytes).ok()?;
    Some(Pack {
        title: packed.title,
        languages: packed.languages,
        standard: packed.standard,
        scenarios: Scenarios::packed(packed.scenarios),
        standard_hash: packed.standard_hash,
    })
}

/// One scenario of a pack.
pub(super) fn unpack_scenario(bytes: &[u8]) -> Option<Scenario> {
    postcard::from_bytes(bytes).ok()
}
