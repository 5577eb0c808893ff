//! A scenario file that is looked at again and again while its author writes.
//!
//! It is read, not listened for: the system's notices of changes (inotify and its like) do not come from network disks,
//! shared folders and containers, they lose a file that an editor replaces by renaming, and a library for them brings a
//! dozen others. A look reads everything that the scenario is proven with and compares it with the look before, so a
//! saved fragment counts too, and a file that was only touched does not.

use super::content::{PackFiles, read_paths};
use super::error::{Cause, StoreError, shown};
use crate::author::preview::PreviewVersion;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// The file, and what it said at the last look.
#[derive(Clone, Debug)]
pub struct Watched {
    file: PathBuf,
    cwd: PathBuf,
    last: Option<u64>,
}

impl Watched {
    /// The file as it was typed, in this folder. It need not exist yet.
    pub fn new(file: &Path, cwd: &Path) -> Watched {
        Watched { file: file.to_owned(), cwd: cwd.to_owned(), last: None }
    }

    /// Its name, as it is shown and as its source is named.
    pub fn name(&self) -> String {
        shown(&self.file)
    }

    /// What it says with everything around it, if that is not what it said at the last look.
    pub fn look(&mut self) -> Option<Result<PackFiles, StoreError>> {
        let read = self.read();
        let mut hasher = DefaultHasher::new();
        match &read {
            Ok(files) => {
                let sources = &files.sources;
                let around = [&sources.pack, &sources.standard].into_iter().chain(&sources.sections);
                for source in around.chain(&sources.fragments).chain(&sources.scenarios) {
                    (&source.file, &source.text).hash(&mut hasher);
                }
                files.diagnostics.iter().for_each(|diagnostic| diagnostic.to_string().hash(&mut hasher));
            }
            Err(error) => error.sentence().en.hash(&mut hasher),
        }
        let now = hasher.finish();
        (self.last.replace(now) != Some(now)).then_some(read)
    }

    /// The same, proven: what the file says now, if that is not what it said before.
    pub fn version(&mut self) -> Option<PreviewVersion> {
        let name = self.name();
        self.look().map(|look| match look {
            Ok(files) => PreviewVersion::of(&name, files.sources, files.diagnostics),
            Err(error) => PreviewVersion::unread(&name, error.told(), error.help()),
        })
    }

    fn read(&self) -> Result<PackFiles, StoreError> {
        let path = self.cwd.join(&self.file);
        let unread = |why: Cause| StoreError::Read { path: self.file.clone(), why };
        let meta = fs::metadata(path).map_err(|error| unread(error.into()))?;
        if !meta.is_file() {
            return Err(unread(Cause::NotAFile));
        }
        let mut all = read_paths(std::slice::from_ref(&self.file), &self.cwd)?;
        all.pop().ok_or_else(|| unread(std::io::Error::from(std::io::ErrorKind::NotFound).into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_tells_only_what_changed_and_survives_everything_that_a_file_can_become() {
        let cwd = tempfile::tempdir().expect("a folder");
        let file = cwd.path().join("draft.ron");
        let mut watched = Watched::new(Path::new("draft.ron"), cwd.path());
        let told = |watched: &mut Watched| watched.look().map(|look| look.map(|files| files.sources.scenarios.len()));
        assert!(matches!(told(&mut watched), Some(Err(StoreError::Read { .. }))), "it does not exist yet");
        assert!(told(&mut watched).is_none());
        fs::write(&file, "Scenario(").expect("written");
        assert!(matches!(told(&mut watched), Some(Ok(1))));
        fs::write(&file, "Scenario(").expect("written again, the same");
        assert!(told(&mut watched).is_none());
        fs::write(&file, b"\xff\xfe").expect("written");
        assert!(matches!(told(&mut watched), Some(Ok(0))), "not UTF-8 is a finding");
        fs::remove_file(&file).expect("gone");
        assert!(matches!(told(&mut watched), Some(Err(_))));
        fs::create_dir(&file).expect("a folder");
        let error = watched.look().expect("changed").expect_err("a folder");
        assert!(error.to_string().contains("isn’t an ordinary file"), "{error}");
    }
}
