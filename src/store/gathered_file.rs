//! What a file is that somebody hands in or that lies in a folder: told by how it begins, and where that says nothing by its
//! name, so that a damaged one is told as damaged.

use super::attempt_file::id_of;
use super::error::Cause;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

/// What a file of a learner can be, when it lies by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GatheredFile {
    /// A learner who travels.
    Travel,
    Attempt,
    Sitting,
    Certificate,
}

/// How each of them begins.
const BEGINNINGS: [(&str, GatheredFile); 4] = [
    ("doorstep learner ", GatheredFile::Travel),
    ("doorstep certificate ", GatheredFile::Certificate),
    ("{\"sitting\":", GatheredFile::Sitting),
    ("Attempt(", GatheredFile::Attempt),
];

/// How many bytes are enough to tell.
const ENOUGH: u64 = 64;

/// What a file is; none where it is nothing of a learner.
///
/// # Errors
/// Why its beginning could not be read.
pub(super) fn what_is(path: &Path) -> Result<Option<GatheredFile>, Cause> {
    // Asked before opening, because opening a pipe waits for its writer.
    if !fs::metadata(path)?.is_file() {
        return Err(Cause::NotAFile);
    }
    let mut head = Vec::new();
    File::open(path)?.take(ENOUGH).read_to_end(&mut head)?;
    let begins = BEGINNINGS.into_iter().find(|(with, _)| head.starts_with(with.as_bytes()));
    Ok(begins.map(|(_, file)| file).or_else(|| by_name(path)))
}

fn by_name(path: &Path) -> Option<GatheredFile> {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    match path.extension().and_then(|extension| extension.to_str())? {
        "learner" => Some(GatheredFile::Travel),
        "certificate" => Some(GatheredFile::Certificate),
        "sitting" => Some(GatheredFile::Sitting),
        "ron" => id_of(name).map(|_| GatheredFile::Attempt),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_beginning_and_a_damaged_one_by_its_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let is = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::write(&path, text).expect("written");
            what_is(&path).expect("read")
        };
        assert_eq!(is("mail.txt", "doorstep learner 1\npart profile"), Some(GatheredFile::Travel));
        assert_eq!(is("a.ron", "Attempt(\n    format: 3,"), Some(GatheredFile::Attempt));
        assert_eq!(is("b.ron", "Scenario(\n    format: 3,"), None);
        assert_eq!(is("000001.ron", "Atte"), Some(GatheredFile::Attempt));
        assert_eq!(is("paper", "{\"sitting\":1}\n"), Some(GatheredFile::Sitting));
        assert_eq!(is("lin.sitting", ""), Some(GatheredFile::Sitting));
        assert_eq!(is("li.certificate", "doorstep"), Some(GatheredFile::Certificate));
        assert_eq!(is("README.md", "# doorstep learner 1"), None);
        assert!(what_is(folder.path()).is_err());
    }
}
