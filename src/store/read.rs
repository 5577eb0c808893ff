//! Reading one file: an ordinary one, of limited size, in UTF-8. It judges nothing that the file says.

use super::error::{Cause, StoreError};
use crate::content::notation::MAX_FILE;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

/// The largest document that is read, in bytes: all texts of a pack in all languages.
const MAX_DOCUMENT: usize = 64 << 20;

/// The text of an ordinary file of at most [`MAX_FILE`] bytes.
///
/// # Errors
/// [`Cause`] it could not be read.
pub(super) fn read_text(path: &Path) -> Result<String, Cause> {
    text_of(read_bytes(path)?)
}

/// The text of a document that somebody hands in, of at most 64 MiB; it is named as it was typed.
///
/// # Errors
/// [`StoreError::Read`].
pub fn read_document(path: &Path, typed: &Path) -> Result<String, StoreError> {
    let read = bytes_within(path, MAX_DOCUMENT).and_then(text_of);
    read.map_err(|why| StoreError::Read { path: typed.to_owned(), why })
}

/// The bytes of an ordinary file that somebody hands in, of at most so many bytes; it is named as it was typed.
///
/// # Errors
/// [`StoreError::Read`].
pub(super) fn read_handed_in(path: &Path, typed: &Path, limit: usize) -> Result<Vec<u8>, StoreError> {
    bytes_within(path, limit).map_err(|why| StoreError::Read { path: typed.to_owned(), why })
}

/// The bytes of an ordinary file of at most [`MAX_FILE`] bytes.
pub(super) fn read_bytes(path: &Path) -> Result<Vec<u8>, Cause> {
    bytes_within(path, MAX_FILE)
}

fn bytes_within(path: &Path, limit: usize) -> Result<Vec<u8>, Cause> {
    // Asked before opening, because opening a pipe waits for its writer; asked again afterwards, because the name may
    // mean another file by then.
    ordinary(&fs::metadata(path)?)?;
    let file = File::open(path)?;
    ordinary(&file.metadata()?)?;
    stream_within(file, limit)
}

/// The bytes of a stream, of at most so many.
pub(super) fn stream_within(stream: impl Read, limit: usize) -> Result<Vec<u8>, Cause> {
    let mut bytes = Vec::new();
    stream.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > limit { Err(Cause::TooLarge { limit }) } else { Ok(bytes) }
}

/// The bytes of an ordinary file or of a pipe, whose writer is waited for.
pub(super) fn read_stream(path: &Path) -> Result<Vec<u8>, Cause> {
    if !is_pipe(&fs::metadata(path)?) {
        return read_bytes(path);
    }
    stream_within(File::open(path)?, MAX_FILE)
}

#[cfg(unix)]
fn is_pipe(meta: &fs::Metadata) -> bool {
    std::os::unix::fs::FileTypeExt::is_fifo(&meta.file_type())
}

#[cfg(not(unix))]
fn is_pipe(_: &fs::Metadata) -> bool {
    false
}

/// The same bytes, if a file may have so many.
pub(super) fn within_limit(bytes: Vec<u8>) -> Result<Vec<u8>, Cause> {
    if bytes.len() > MAX_FILE { Err(Cause::TooLarge { limit: MAX_FILE }) } else { Ok(bytes) }
}

/// The bytes as text.
pub(super) fn text_of(bytes: Vec<u8>) -> Result<String, Cause> {
    String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&error.as_bytes()[..byte]);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Cause::NotUtf8 { byte, line, column }
    })
}

fn ordinary(meta: &fs::Metadata) -> Result<(), Cause> {
    if meta.is_file() { Ok(()) } else { Err(Cause::NotAFile) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_byte_is_told_with_its_place() {
        let why = text_of(b"ab\n\xE9\x97\xA8x\xFF".to_vec()).expect_err("not UTF-8");
        assert!(matches!(why, Cause::NotUtf8 { byte: 7, line: 2, column: 3 }), "{why:?}");
    }

    #[test]
    fn a_file_of_exactly_the_limit_is_read_and_one_byte_more_is_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.ron");
        fs::write(&path, vec![b' '; MAX_FILE]).expect("written");
        assert_eq!(read_bytes(&path).expect("read").len(), MAX_FILE);
        fs::write(&path, vec![b' '; MAX_FILE + 1]).expect("written");
        assert!(matches!(read_bytes(&path), Err(Cause::TooLarge { .. })));
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_a_device_and_a_folder_are_refused_without_waiting() {
        let folder = tempfile::tempdir().expect("a folder");
        let pipe = folder.path().join("pipe.ron");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.is_ok_and(|status| status.success()), "mkfifo is part of every Unix");
        for path in [&pipe, Path::new("/dev/zero"), folder.path()] {
            assert!(matches!(read_bytes(path), Err(Cause::NotAFile)), "{}", path.display());
        }
    }
}
