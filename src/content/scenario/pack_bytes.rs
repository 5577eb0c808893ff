//! A valid pack as bytes, as the program carries it: what lists say first, then the standard, the questions, the phrases, the
//! courses, the blueprints and every scenario by itself. The texts of the sources are left out. It is made when the program is built and read by
//! that program alone, so it has no version.

use super::pack::{KeptOut, Pack};
use super::pack_words::PackWords;
use super::packed::Packed;
use super::scenarios::{ScenarioHead, Scenarios};
use crate::base::text::{Lang, Text};
use crate::content::bank::QuestionHead;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

#[derive(Serialize, Deserialize)]
struct PackedPack<'p> {
    title: Text,
    languages: Vec<Lang>,
    words: Arc<PackWords>,
    slots: Vec<Box<str>>,
    #[serde(borrow)]
    standard: &'p [u8],
    standard_hash: Box<str>,
    questions: Arc<[QuestionHead]>,
    #[serde(borrow)]
    bank: &'p [u8],
    #[serde(borrow)]
    phrases: &'p [u8],
    #[serde(borrow)]
    courses: &'p [u8],
    #[serde(borrow)]
    blueprints: &'p [u8],
    scenarios: Vec<(Arc<ScenarioHead>, &'p [u8])>,
}

/// The bytes of a pack.
///
/// # Errors
/// When a list has more entries than can be written; none has.
pub fn pack_bytes(pack: &Pack) -> postcard::Result<Vec<u8>> {
    let whole: Vec<Vec<u8>> =
        pack.scenarios.iter().map(|own| postcard::to_allocvec(&Some(own))).collect::<Result<_, _>>()?;
    let heads = pack.scenarios.heads().cloned();
    postcard::to_allocvec(&PackedPack {
        title: pack.title.clone(),
        languages: pack.languages.clone(),
        words: pack.words.clone(),
        slots: pack.slots.clone(),
        standard: &postcard::to_allocvec(&*pack.standard)?,
        standard_hash: pack.standard_hash.clone(),
        questions: pack.questions.clone(),
        bank: &postcard::to_allocvec(&*pack.bank)?,
        phrases: &postcard::to_allocvec(&*pack.phrases)?,
        courses: &postcard::to_allocvec(&*pack.courses)?,
        blueprints: &postcard::to_allocvec(&*pack.blueprints)?,
        scenarios: heads.zip(whole.iter().map(Vec::as_slice)).collect(),
    })
}

/// The pack of these bytes; none where they are not what [`pack_bytes`] made.
pub fn unpack(bytes: &'static [u8]) -> Option<Pack> {
    let packed: PackedPack<'static> = postcard::from_bytes(bytes).ok()?;
    Some(Pack {
        title: packed.title,
        languages: packed.languages,
        words: packed.words,
        slots: packed.slots,
        standard: Packed::new(packed.standard),
        scenarios: Scenarios::packed(packed.scenarios),
        questions: packed.questions,
        bank: Packed::new(packed.bank),
        phrases: Packed::new(packed.phrases),
        courses: Packed::new(packed.courses),
        blueprints: Packed::new(packed.blueprints),
        standard_hash: packed.standard_hash,
        kept_out: KeptOut::default(),
    })
}
