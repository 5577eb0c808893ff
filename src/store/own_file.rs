//! Opening a file that is written in place. What stands under its name may be somebody's: only an ordinary file with this
//! one name is opened, never what a link leads to, and nothing of it is cut off.

use super::error::Cause;
use std::fs::{File, Metadata, OpenOptions};
use std::path::Path;

/// Opens the file as `options` say.
///
/// # Errors
/// [`Cause::Linked`] for a link, or a file that has another name elsewhere; [`Cause::NotAFile`]; the system's own reason.
pub(super) fn open_own(path: &Path, options: &mut OpenOptions) -> Result<File, Cause> {
    // Asked before opening, so that a link is called one, and a pipe is not waited for; asked again of what was opened.
    if let Ok(there) = path.symlink_metadata() {
        is_own(&there)?;
    }
    let file = without_following(options).open(path)?;
    is_own(&file.metadata()?)?;
    Ok(file)
}

fn is_own(meta: &Metadata) -> Result<(), Cause> {
    match meta.file_type() {
        kind if kind.is_symlink() => Err(Cause::Linked),
        kind if !kind.is_file() => Err(Cause::NotAFile),
        _ if links(meta) > 1 => Err(Cause::Linked),
        _ => Ok(()),
    }
}

/// How many names a file has.
#[cfg(unix)]
fn links(meta: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(meta)
}

#[cfg(not(unix))]
fn links(_meta: &Metadata) -> u64 {
    1
}

/// A link that takes the file's place at the last moment is not followed either.
#[cfg(unix)]
fn without_following(options: &mut OpenOptions) -> &mut OpenOptions {
    let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
    std::os::unix::fs::OpenOptionsExt::custom_flags(options, flags.bits().cast_signed())
}

#[cfg(not(unix))]
fn without_following(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    use super::*;
    #[cfg(unix)]
    use std::fs;

    #[cfg(unix)]
    #[test]
    fn links_pipes_and_folders_are_refused_and_nothing_behind_them_is_touched() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::write(at("letter"), "Dear Ann").expect("written");
        std::os::unix::fs::symlink(at("letter"), at("soft")).expect("linked");
        std::os::unix::fs::symlink(at("nothing"), at("dangling")).expect("linked");
        fs::hard_link(at("letter"), at("hard")).expect("linked");
        fs::create_dir(at("folder")).expect("made");
        let made = std::process::Command::new("mkfifo").arg(at("pipe")).status();
        assert!(made.is_ok_and(|status| status.success()), "mkfifo is part of every Unix");
        let open = |name| open_own(&at(name), OpenOptions::new().read(true).write(true).create(true)).map(|_| ());
        for name in ["soft", "dangling", "hard", "letter"] {
            assert!(matches!(open(name), Err(Cause::Linked)), "{name}");
        }
        for name in ["folder", "pipe"] {
            assert!(matches!(open(name), Err(Cause::NotAFile)), "{name}");
        }
        open("new").expect("an ordinary file");
        assert_eq!(fs::read_to_string(at("letter")).expect("read"), "Dear Ann");
        assert!(!at("nothing").exists(), "nothing was made at the end of a link");
    }
}
