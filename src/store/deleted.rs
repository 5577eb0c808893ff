//! The folder of a learner who is being deleted. It loses its name first, in one step, and is removed at leisure: what a
//! kill leaves of it is removed with the next learner who is opened.

use std::fs;
use std::path::{Path, PathBuf};

/// How such a folder is called.
const DELETED: &str = ".doorstep-deleted-";

/// Where a folder is moved to be removed.
pub(super) fn free_place(root: &Path, name: &str) -> PathBuf {
    let place = |number: u32| root.join(format!("{DELETED}{name}-{number}"));
    (1..1000).map(place).find(|path| path.symlink_metadata().is_err()).unwrap_or_else(|| place(1000))
}

/// Whether this is what is left of a learner who was deleted.
pub(super) fn is_deleted(folder: &Path) -> bool {
    folder.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(DELETED))
}

/// Removes what is left of learners who were deleted. What cannot be removed stays: nobody finds it.
pub(super) fn sweep_deleted(root: &Path) {
    let entries = fs::read_dir(root).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| is_deleted(&entry.path())) {
        let _ = fs::remove_dir_all(entry.path());
    }
}
