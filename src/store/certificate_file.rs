//! Keys, certificates, lists of revoked ones and sittings as files that are handed in and written. A secret key is written
//! for its holder alone, never into a repository, and not read where others can.

use super::certificate_fault::{CertificateFault, PaperKind};
use super::certificate_text::{CertificateTextFault, SignedCertificate, read};
use super::error::{Cause, StoreError};
use super::proctor_code::witness;
use super::read::{read_handed_in, stream_within, text_of};
use super::signing_key::IssuerKey;
use super::sitting_text::{ReadSitting, SittingText};
use crate::base::hex;
use crate::record::certificate::ExamWitness;
use crate::record::sitting::{SittingEvent, SittingLine};
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// How large the record of a sitting may be, in bytes, that is handed in to be certified.
const MAX_SITTING: usize = 5 << 20;

/// How large the file of a certificate may be, in bytes: its sitting and what is signed.
const MAX_CERTIFICATE: usize = MAX_SITTING + (64 << 10);

/// How large a key may be, in bytes.
const MAX_KEY: usize = 4 << 10;

/// A file of a certificate that was read.
#[derive(Debug)]
pub struct StoredCertificate {
    /// What it holds.
    pub signed: SignedCertificate,
    /// Where it lies, as it was typed.
    pub path: PathBuf,
}

impl StoredCertificate {
    /// Reads a certificate; it is named as it was typed.
    ///
    /// # Errors
    /// Why nobody can rely on it.
    pub fn open(path: &Path, typed: &Path) -> Result<StoredCertificate, StoreError> {
        StoredCertificate::of_bytes(&read_handed_in(path, typed, MAX_CERTIFICATE)?, typed)
    }

    /// Reads a certificate from what is handed in without a file, under this name.
    ///
    /// # Errors
    /// Why nobody can rely on it.
    pub fn of_stream(stream: impl Read, named: &Path) -> Result<StoredCertificate, StoreError> {
        let bytes = stream_within(stream, MAX_CERTIFICATE);
        StoredCertificate::of_bytes(&bytes.map_err(|why| StoreError::Read { path: named.to_owned(), why })?, named)
    }

    fn of_bytes(bytes: &[u8], named: &Path) -> Result<StoredCertificate, StoreError> {
        let signed = read(bytes).map_err(|fault| match fault {
            CertificateTextFault::Newer(format) => StoreError::Newer { path: named.to_owned(), format },
            CertificateTextFault::Wrong(fault) => StoreError::Certificate { path: named.to_owned(), fault },
        })?;
        Ok(StoredCertificate { signed, path: named.to_owned() })
    }
}

/// A sitting that is handed in to be certified.
#[derive(Debug)]
pub struct HandedInSitting {
    /// The hash of its text.
    pub hash: String,
    read: ReadSitting,
}

impl HandedInSitting {
    /// Reads a sitting; it is named as it was typed.
    ///
    /// # Errors
    /// When it cannot be read, or was changed.
    pub fn open(path: &Path, typed: &Path) -> Result<HandedInSitting, StoreError> {
        let bytes = read_handed_in(path, typed, MAX_SITTING)?;
        let kind = str::from_utf8(&bytes).ok().and_then(PaperKind::of);
        if kind.is_some_and(|kind| kind != PaperKind::Sitting) {
            let fault = CertificateFault::OtherKind { found: kind, wanted: PaperKind::Sitting };
            return Err(StoreError::Certificate { path: typed.to_owned(), fault });
        }
        let read = SittingText::read(&bytes).map_err(|fault| fault.of(typed))?;
        Ok(HandedInSitting { hash: hex::sha256(&read.held.text), read })
    }

    /// Its events.
    pub fn lines(&self) -> &[SittingLine] {
        &self.read.lines
    }

    /// Its text, as far as it is whole.
    pub fn text(&self) -> &str {
        &self.read.held.text
    }

    /// The proctor whom the record names last, whether her codes hold or not.
    pub fn proctor(&self) -> Option<&str> {
        self.lines().iter().rev().find_map(|line| match &line.what {
            SittingEvent::Witnessed { proctor, .. } => Some(&**proctor),
            _ => None,
        })
    }

    /// Who saw it from its beginning to its end, as far as this issuer can tell.
    pub fn witness(&self, issuer: &IssuerKey) -> ExamWitness {
        witness(&self.read, issuer)
    }
}

/// Reads a key, a card or a list that is handed in; it is named as it was typed.
///
/// # Errors
/// When it cannot be read.
pub fn read_small(path: &Path, typed: &Path, limit: usize) -> Result<String, StoreError> {
    let text = read_handed_in(path, typed, limit).map(text_of)?;
    text.map_err(|why| StoreError::Read { path: typed.to_owned(), why })
}

/// The file of a secret key.
#[derive(Clone, Debug)]
pub struct KeyFile {
    /// Where it lies.
    pub path: PathBuf,
    /// The same as it was typed.
    pub typed: PathBuf,
}

impl KeyFile {
    /// Reads the key that such a text holds.
    ///
    /// # Errors
    /// When it cannot be read, is no such key, or others can read it too.
    pub fn read<K>(&self, of_text: impl Fn(&str) -> Result<K, CertificateFault>) -> Result<K, StoreError> {
        let text = read_small(&self.path, &self.typed, MAX_KEY)?;
        let key = of_text(&text).map_err(|fault| self.wrong(fault))?;
        let others = fs::metadata(&self.path).is_ok_and(|meta| others_may_read(&meta));
        if others { Err(self.wrong(CertificateFault::ReadableKey)) } else { Ok(key) }
    }

    /// Writes a key that is not there yet, for its holder alone.
    ///
    /// # Errors
    /// When it would lie in a repository, stands there already, or cannot be written.
    pub fn write_new(&self, text: &str) -> Result<(), StoreError> {
        if is_in_repository(&self.path) {
            return Err(self.wrong(CertificateFault::InRepository));
        }
        let put = || -> std::io::Result<()> {
            if let Some(folder) = self.path.parent() {
                fs::create_dir_all(folder)?;
            }
            let mut file = for_the_holder().open(&self.path)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()
        };
        put().map_err(|why| StoreError::not_written(&self.typed, Cause::from(why)))
    }

    /// That something is wrong with this file.
    fn wrong(&self, fault: CertificateFault) -> StoreError {
        StoreError::Certificate { path: self.typed.clone(), fault }
    }
}

fn for_the_holder() -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(unix)]
fn others_may_read(meta: &fs::Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&meta.permissions()) & 0o077 != 0
}

#[cfg(not(unix))]
fn others_may_read(_meta: &fs::Metadata) -> bool {
    false
}

/// Whether a path lies in a repository that would take it along: one of git's. The folder is meant that is really there, not
/// the way that was typed to it.
fn is_in_repository(path: &Path) -> bool {
    let folder = path.ancestors().skip(1).find_map(|above| fs::canonicalize(above).ok());
    folder.is_some_and(|folder| folder.ancestors().any(|above| above.join(".git").exists()))
}

#[cfg(all(test, unix))]
mod tests {
    use super::is_in_repository;
    use std::fs;

    #[test]
    fn a_repository_is_known_by_where_it_is_and_not_by_how_it_is_spelt() {
        let folder = tempfile::tempdir().expect("a folder");
        let own = |name: &str| folder.path().join(name);
        fs::create_dir_all(own("repo/.git")).expect("a folder");
        fs::create_dir_all(own("repo/deep")).expect("a folder");
        fs::create_dir_all(own("beside")).expect("a folder");
        std::os::unix::fs::symlink(own("repo/deep"), own("link")).expect("a link");
        for (path, is_in) in [
            ("repo/a.key", true),
            ("repo/not/there/a.key", true),
            ("link/a.key", true),
            ("beside/../repo/a.key", true),
            ("repo/../beside/a.key", false),
            ("beside/a.key", false),
        ] {
            assert_eq!(is_in_repository(&own(path)), is_in, "{path}");
        }
    }
}
