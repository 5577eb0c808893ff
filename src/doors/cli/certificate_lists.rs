//! Cards of issuers and lists of revoked certificates, as they are named on the command line.

use super::context::Context;
use super::failure::Failure;
use crate::record::certificate::Issuer;
use crate::store::{CertificateFault, MAX_LIST, Revocation, StoreError, issuer_of_card, read_small, revocations};
use std::path::Path;

/// How large a card may be, in bytes.
const MAX_CARD: usize = 4 << 10;

/// The issuer of a card.
pub(super) fn read_card(typed: &Path, context: &Context) -> Result<Issuer, Failure> {
    let text = read_small(&context.cwd.join(typed), typed, MAX_CARD)?;
    Ok(issuer_of_card(&text).map_err(|fault| wrong(typed, fault))?)
}

/// The entries of a list.
pub(super) fn read_list(typed: &Path, context: &Context) -> Result<Vec<Revocation>, Failure> {
    let text = read_small(&context.cwd.join(typed), typed, MAX_LIST)?;
    Ok(revocations(&text).map_err(|fault| wrong(typed, fault))?)
}

fn wrong(typed: &Path, fault: CertificateFault) -> StoreError {
    StoreError::Certificate { path: typed.to_owned(), fault }
}
