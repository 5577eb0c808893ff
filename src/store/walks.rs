//! Walks in: the `.walk` files that a command line names, or that stand in the folders it names. What they say is read by
//! `walk`.

use super::error::{Cause, StoreError, shown};
use super::read::read_text;
use crate::content::notation::Source;
use std::fs;
use std::path::{Path, PathBuf};

/// The most walks that are read at once, and how deep folders are looked into.
const MAX_WALKS: usize = 2_000;
const DEPTH: usize = 16;

/// Reads walks, in the order in which they were named; those of a folder, and of the folders in it, in the order of names.
/// A file that cannot be read hides no other.
///
/// # Errors
/// When a path does not exist, cannot be listed, or is a folder without any walk.
pub fn read_walks(paths: &[PathBuf], cwd: &Path) -> Result<Vec<Result<Source, StoreError>>, StoreError> {
    let mut files = Vec::new();
    for typed in paths {
        let path = cwd.join(typed);
        let meta = fs::metadata(&path).map_err(|error| StoreError::Read { path: typed.clone(), why: error.into() })?;
        if !meta.is_dir() {
            files.push(typed.clone());
            continue;
        }
        let before = files.len();
        gather(typed, cwd, DEPTH, &mut files)?;
        if files.len() == before {
            return Err(StoreError::NoWalk { folder: typed.clone() });
        }
    }
    files.dedup();
    files.truncate(MAX_WALKS);
    Ok(files.into_iter().map(|file| read(&file, cwd)).collect())
}

/// The walks of a folder. Hidden files are not meant: editors leave them.
fn gather(folder: &Path, cwd: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<(), StoreError> {
    let unlisted = |error: std::io::Error| StoreError::Read { path: folder.to_owned(), why: error.into() };
    let entries = fs::read_dir(cwd.join(folder)).map_err(unlisted)?;
    let mut names =
        entries.map(|entry| entry.map(|entry| entry.file_name())).collect::<Result<Vec<_>, _>>().map_err(unlisted)?;
    names.sort();
    for name in names.into_iter().filter(|name| !name.as_encoded_bytes().starts_with(b".")) {
        let path = folder.join(name);
        let is_folder = fs::metadata(cwd.join(&path)).is_ok_and(|meta| meta.is_dir());
        if is_folder && depth > 0 {
            gather(&path, cwd, depth - 1, files)?;
        } else if !is_folder && path.extension().is_some_and(|end| end == "walk") && files.len() < MAX_WALKS {
            files.push(path);
        }
    }
    Ok(())
}

fn read(file: &Path, cwd: &Path) -> Result<Source, StoreError> {
    let text = read_text(&cwd.join(file)).map_err(|why: Cause| StoreError::Read { path: file.to_owned(), why })?;
    Ok(Source::new(&shown(file), &text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_means_all_its_walks_in_order_and_nothing_else() {
        let cwd = tempfile::tempdir().expect("a folder");
        for file in ["w/b/2.walk", "w/b/1.walk", "w/a.walk", "w/.a.walk", "w/note.md", "empty/x.ron"] {
            let path = cwd.path().join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, "\u{FEFF}scenario x\r\n").expect("written");
        }
        fs::write(cwd.path().join("w/bad.walk"), b"\xff").expect("written");
        let read = read_walks(&["w".into()], cwd.path()).expect("listed");
        let names: Vec<String> = read
            .iter()
            .map(|read| match read {
                Ok(source) => source.file.to_string(),
                Err(error) => error.to_string(),
            })
            .collect();
        assert_eq!(names[0], "w/a.walk");
        assert_eq!(names[1..3], ["w/b/1.walk", "w/b/2.walk"]);
        assert!(names[3].contains("w/bad.walk") && names[3].contains("UTF-8"), "{names:?}");
        assert_eq!(names.len(), 4);
        let none = read_walks(&["empty".into()], cwd.path()).expect_err("no walk");
        assert_eq!(none.sentence().en, "could not find any walk in empty (walks are files whose names end in .walk)");
        assert!(read_walks(&["gone.walk".into()], cwd.path()).is_err());
    }
}
