//! Cards of issuers and lists of revoked certificates, as they are named on the command line.

use super::context::Context;
use super::failure::Failure;
use crate::store::{CertificateFault, Revocation, StoreError, issuer_of_card, read_small, revocations};
use std::path::Path;

/// How large a card may be, in bytes.
const MAX_CARD: usize = 4 << 10;

/// How large a list may be, in bytes: some twenty thousand entries.
const MAX_LIST: usize = 5 << 20;

/// The key on a card.
pub(super) fn read_card(typed: &Path, context: &Context) -> Result<[u8; 32], Failure> {
    let text = read_small(&context.cwd.join(typed), typed, MAX_CARD)?;
    Ok(issuer_of_card(&text).map(|issuer| issuer.key).map_err(|fault| wrong(typed, fault))?)
}

/// The entries of a list.
pub(super) fn read_list(typed: &Path, context: &Context) -> Result<Vec<Revocation>, Failure> {
    Ok(revocations(&list_text(typed, context)?).map_err(|fault| wrong(typed, fault))?)
}

/// The text of a list.
pub(super) fn list_text(typed: &Path, context: &Context) -> Result<String, Failure> {
    Ok(read_small(&context.cwd.join(typed), typed, MAX_LIST)?)
}

/// That something is wrong with a file.
pub(super) fn wrong(typed: &Path, fault: CertificateFault) -> StoreError {
    StoreError::Certificate { path: typed.to_owned(), fault }
}
