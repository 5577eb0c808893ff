//! A list of revoked certificates as a file. It only grows, in place and under a lock, so that of several who put something on
//! it at once none is lost, and a link to it stays one.

use super::certificate_fault::CertificateFault;
use super::error::{Cause, StoreError};
use super::own_file::open_own;
use super::revocations::addition;
use super::signing_key::IssuerKey;
use super::write::make_folder;
use jiff::civil::Date;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// How large a list may be, in bytes: some twenty thousand entries.
pub const MAX_LIST: usize = 5 << 20;

/// Puts a certificate on a list, which is begun where there is none; whether it was not on it yet. The list is named as it was
/// typed.
///
/// # Errors
/// When it is no list, or cannot be written.
pub fn revoke(path: &Path, typed: &Path, (id, since): (&str, Date), key: &IssuerKey) -> Result<bool, StoreError> {
    let unwritten = |why: Cause| StoreError::not_written(typed, why);
    let mut file = open_locked(path).map_err(unwritten)?;
    let mut list = String::new();
    let read = Read::by_ref(&mut file).take(MAX_LIST as u64 + 1).read_to_string(&mut list);
    read.map_err(|why| StoreError::Read { path: typed.to_owned(), why: why.into() })?;
    if list.len() > MAX_LIST {
        return Err(StoreError::Read { path: typed.to_owned(), why: Cause::TooLarge { limit: MAX_LIST } });
    }
    let told = |fault: CertificateFault| StoreError::Certificate { path: typed.to_owned(), fault };
    let Some(more) = addition(&list, id, since, key).map_err(told)? else { return Ok(false) };
    let mut add = || -> io::Result<()> {
        file.write_all(more.as_bytes())?;
        file.sync_all()
    };
    add().map_err(|why| unwritten(why.into()))?;
    Ok(true)
}

/// Opens a list to be read and added to, once nobody else does.
fn open_locked(path: &Path) -> Result<File, Cause> {
    let path = followed(path);
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    let file = open_own(&path, OpenOptions::new().read(true).append(true).create(true))?;
    file.lock()?;
    Ok(file)
}

/// What a link leads to; the list that is published may be one.
fn followed(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}
