//! Content in: the files of a pack, from a folder or from the program itself. It judges only whether a file can be
//! read; what the files say is proven by `scenario::load`.

use super::built_in::{BuiltIn, PROVEN};
use super::error::{Cause, StoreError, shown};
use super::read::{read_bytes, read_stream, text_of, within_limit};
use crate::base::diagnostic::Diagnostic;
use crate::both;
use crate::content::notation::Source;
use crate::content::scenario::{Pack, PackSources, unpack};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

/// The most files of a pack that are read, and the most bytes of them together.
const MAX_FILES: usize = 500;
const MAX_BYTES: usize = 16 << 20;
/// The folders of a pack whose files belong to all of its scenarios.
const FOLDERS: [&str; 6] = ["standard", "questions", "phrases", "courses", "exams", "fragments"];

/// Where content comes from.
#[derive(Clone, Debug)]
pub struct Content {
    shelf: ContentRoot,
    /// The folder as a person would type it; names of files are shown behind it.
    pub(super) shown: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum ContentRoot {
    /// A folder by its true path, without links.
    Folder(PathBuf),
    BuiltIn,
}

/// The files of a pack that could be read, and what could not be.
#[derive(Clone, Debug)]
pub struct PackFiles {
    pub sources: PackSources,
    pub diagnostics: Vec<Diagnostic>,
}

/// Which scenarios of a pack are read; what surrounds them always is.
enum Pick {
    All,
    Only(Vec<Picked>),
}

/// A file that was named.
struct Picked {
    path: PathBuf,
    /// As it was typed.
    shown: String,
}

impl Content {
    /// The folder that was asked for; else `scenarios` in the present folder, if it is a pack; else the content that
    /// the program was built with.
    ///
    /// # Errors
    /// When the folder that was asked for is none, or no pack.
    pub fn find(asked: Option<&Path>, cwd: &Path) -> Result<Content, StoreError> {
        let beside = Path::new("scenarios");
        match asked {
            Some(folder) => Content::at(folder, cwd),
            None if holds_pack(&cwd.join(beside)) => Content::at(beside, cwd),
            None => Ok(Content::embedded()),
        }
    }

    /// The content that the program was built with.
    pub fn embedded() -> Content {
        Content { shelf: ContentRoot::BuiltIn, shown: "scenarios".to_owned() }
    }

    /// The folder of the pack by its true path, or none for the content that the program was built with.
    pub fn folder(&self) -> Option<&Path> {
        match &self.shelf {
            ContentRoot::Folder(root) => Some(root),
            ContentRoot::BuiltIn => None,
        }
    }

    /// The file of a scenario that lies in the folder `scenarios` of the present folder and is none of this content,
    /// because no `pack.ron` lies there.
    pub fn outside_pack(&self, id: &str, cwd: &Path) -> Option<String> {
        let file = Path::new("scenarios").join(format!("{id}.ron"));
        let is_name = id.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        (self.folder().is_none() && is_name && cwd.join(&file).is_file()).then(|| shown(&file))
    }

    /// The pack that the program carries, opened without proving it again; none for a folder, whose files may be anything.
    pub fn packed(&self) -> Option<Pack> {
        match self.shelf {
            ContentRoot::Folder(_) => None,
            ContentRoot::BuiltIn => unpack(PROVEN),
        }
    }

    /// Whether this is the folder `scenarios` of the present folder.
    pub(super) fn is_beside(&self, cwd: &Path) -> bool {
        let beside = cwd.join("scenarios").canonicalize().ok();
        beside.is_some() && beside.as_deref() == self.folder()
    }

    /// Reads the pack. A scenario or fragment that cannot be read becomes a finding and hides no other.
    ///
    /// # Errors
    /// [`StoreError::Read`] when `pack.ron` or a file of the standard cannot be read: nothing can be judged then.
    pub fn read(&self) -> Result<PackFiles, StoreError> {
        self.read_picked(&Pick::All)
    }

    fn at(folder: &Path, cwd: &Path) -> Result<Content, StoreError> {
        let folder: PathBuf = folder.components().collect();
        let path = cwd.join(&folder);
        let root = path.canonicalize().map_err(|error| StoreError::Read { path: folder.clone(), why: error.into() })?;
        if !holds_pack(&root) {
            return Err(StoreError::NoPack { folder });
        }
        Ok(Content { shelf: ContentRoot::Folder(root), shown: shown(&folder) })
    }

    fn read_picked(&self, pick: &Pick) -> Result<PackFiles, StoreError> {
        let mut reader = Reader { content: self, files: 0, bytes: 0, diagnostics: Vec::new(), beyond: Vec::new() };
        let all = matches!(pick, Pick::All); // what trains all of the standard is judged with all scenarios alone
        let standard = Path::new("standard");
        let main = standard.join("standard.ron");
        let sources = PackSources {
            pack: reader.needed(Path::new("pack.ron"))?,
            words: reader.optional(Path::new("words.md")),
            standard: reader.needed(&main)?,
            sections: {
                let names = self.names(standard).map_err(|why| self.error(standard, why))?;
                names.iter().filter(|name| **name != main).map(|name| reader.needed(name)).collect::<Result<_, _>>()?
            },
            questions: if all { reader.all_of(Path::new("questions")) } else { Vec::new() },
            phrases: if all { reader.all_of(Path::new("phrases")) } else { Vec::new() },
            courses: if all { reader.all_of(Path::new("courses")) } else { Vec::new() },
            exams: if all { reader.all_of(Path::new("exams")) } else { Vec::new() },
            fragments: reader.all_of(Path::new("fragments")),
            scenarios: match pick {
                Pick::All => reader.all_of(Path::new("")),
                Pick::Only(picked) => picked.iter().filter_map(|file| reader.picked(file)).collect(),
            },
        };
        Ok(PackFiles { sources, diagnostics: reader.diagnostics() })
    }

    /// The `.ron` files of one folder of the pack, in the order of names, without `pack.ron`. Hidden files are not
    /// content: editors leave them.
    fn names(&self, folder: &Path) -> Result<Vec<PathBuf>, Cause> {
        let is_content = |name: &Path| {
            let hidden = name.as_os_str().as_encoded_bytes().starts_with(b".");
            !hidden && name.extension().is_some_and(|extension| extension == "ron") && name != Path::new("pack.ron")
        };
        let mut names: BTreeSet<OsString> = BTreeSet::new();
        let mut keep = |name: OsString| {
            if is_content(Path::new(&name)) {
                names.insert(name);
            }
            // One more than is read, so that the reader notices; a folder of a million names fills no memory.
            if names.len() > MAX_FILES + 1 {
                names.pop_last();
            }
        };
        match &self.shelf {
            ContentRoot::Folder(root) => {
                for entry in fs::read_dir(inside(root, folder)?)? {
                    keep(entry?.file_name());
                }
            }
            ContentRoot::BuiltIn => {
                let all = BuiltIn::iter().map(|path| PathBuf::from(&*path));
                all.filter(|path| path.parent() == Some(folder))
                    .filter_map(|path| Some(path.file_name()?.to_owned()))
                    .for_each(keep);
            }
        }
        Ok(names.into_iter().map(|name| folder.join(name)).collect())
    }

    fn bytes(&self, file: &Path) -> Result<Vec<u8>, Cause> {
        match &self.shelf {
            ContentRoot::Folder(root) => read_bytes(&inside(root, file)?),
            ContentRoot::BuiltIn => {
                let found = BuiltIn::get(&slashed(file)).ok_or_else(|| io::Error::from(ErrorKind::NotFound))?;
                within_limit(found.data.into_owned())
            }
        }
    }

    fn shown(&self, file: &Path) -> String {
        let name = shown(Path::new(&slashed(file)));
        match self.shown.as_str() {
            "" => name,
            folder if folder.ends_with('/') => format!("{folder}{name}"),
            folder => format!("{folder}/{name}"),
        }
    }

    fn error(&self, file: &Path, why: Cause) -> StoreError {
        StoreError::Read { path: self.shown(file).into(), why }
    }
}

/// Reads what was named on the command line, pack by pack: a folder means all of its pack, a scenario itself with what
/// surrounds it, and `pack.ron`, the standard or a fragment again all. A scenario in no pack is read with the
/// surroundings that the program was built with.
///
/// # Errors
/// When a path does not exist, a folder belongs to no pack, or as [`Content::read`].
pub fn read_paths(paths: &[PathBuf], cwd: &Path) -> Result<Vec<PackFiles>, StoreError> {
    let mut asked: Vec<(Content, Pick)> = Vec::new();
    for path in paths {
        let (content, pick) = surroundings(path, cwd)?;
        match asked.iter_mut().find(|(known, _)| known.shelf == content.shelf) {
            Some((_, known)) => known.add(pick),
            None => asked.push((content, pick)),
        }
    }
    asked.iter().map(|(content, pick)| content.read_picked(pick)).collect()
}

/// Reads one scenario: a file, or what comes through a pipe, with the pack around it, or with the usual content where it
/// lies in none. Says also which content that is.
///
/// # Errors
/// When the path does not exist, is a folder of no pack, or as [`Content::read`].
pub fn read_version(path: &Path, usual: &Content, cwd: &Path) -> Result<(Content, PackFiles), StoreError> {
    let (content, pick) = surroundings(path, cwd)?;
    let files = content.read_picked(&pick)?;
    if content.shelf != ContentRoot::BuiltIn {
        return Ok((content, files));
    }
    let mut around = usual.read_picked(&Pick::Only(Vec::new()))?;
    around.sources.scenarios = files.sources.scenarios;
    around.diagnostics.extend(files.diagnostics);
    Ok((usual.clone(), around))
}

impl Pick {
    fn add(&mut self, more: Pick) {
        match (&mut *self, more) {
            (Pick::All, _) => {}
            (Pick::Only(_), Pick::All) => *self = Pick::All,
            (Pick::Only(known), Pick::Only(more)) => {
                for file in more {
                    if known.iter().all(|other| other.path != file.path) {
                        known.push(file);
                    }
                }
            }
        }
    }
}

/// The pack around a path that was typed, and what of it is meant.
fn surroundings(typed: &Path, cwd: &Path) -> Result<(Content, Pick), StoreError> {
    let unread = |error: io::Error| StoreError::Read { path: typed.to_owned(), why: error.into() };
    let path = cwd.join(typed);
    let is_folder = fs::metadata(&path).map_err(unread)?.is_dir();
    let (folder, file) = match (is_folder, path.parent(), path.file_name()) {
        (false, Some(parent), Some(name)) => (parent.canonicalize().map_err(unread)?, Some(name)),
        _ => (path.canonicalize().map_err(unread)?, None),
    };
    let root = folder.ancestors().find(|above| holds_pack(above));
    let picked = |name| Pick::Only(vec![Picked { path: folder.join(name), shown: shown(typed) }]);
    match (root, file) {
        (None, None) => Err(StoreError::NoPack { folder: typed.to_owned() }),
        (None, Some(name)) => Ok((Content::embedded(), picked(name))),
        (Some(root), file) => {
            let content = Content { shelf: ContentRoot::Folder(root.to_owned()), shown: as_typed(root, typed, cwd) };
            let scenario = file.filter(|name| !surrounds(&folder.join(name), root));
            Ok((content, scenario.map_or(Pick::All, picked)))
        }
    }
}

/// Whether a file of a pack belongs to all of its scenarios.
fn surrounds(file: &Path, root: &Path) -> bool {
    let inside = file.strip_prefix(root).unwrap_or(file);
    inside == Path::new("pack.ron") || FOLDERS.iter().any(|folder| inside.starts_with(folder))
}

/// The folder of a pack as the typed path names it, or its true path where the typed one does not lead through it.
fn as_typed(root: &Path, typed: &Path, cwd: &Path) -> String {
    let named = typed.ancestors().find(|above| cwd.join(above).canonicalize().is_ok_and(|true_path| true_path == root));
    shown(named.unwrap_or(root))
}

/// Reads one file after the other and keeps account of them.
struct Reader<'c> {
    content: &'c Content,
    files: usize,
    bytes: usize,
    diagnostics: Vec<Diagnostic>,
    /// Files that were not read because the pack holds too much.
    beyond: Vec<String>,
}

impl Reader<'_> {
    /// A file without which nothing can be judged.
    fn needed(&mut self, file: &Path) -> Result<Source, StoreError> {
        let shown = self.content.shown(file);
        let text = self.counted(|content| content.bytes(file)).and_then(text_of);
        text.map(|text| Source::new(&shown, &text)).map_err(|why| self.content.error(file, why))
    }

    /// All files of a folder that can be read. A folder that does not exist holds none.
    fn all_of(&mut self, folder: &Path) -> Vec<Source> {
        match self.content.names(folder) {
            Ok(names) => names
                .iter()
                .filter_map(|file| self.wanted(self.content.shown(file), |content| content.bytes(file)))
                .collect(),
            Err(why) if why.is_absence() => Vec::new(),
            Err(why) => {
                self.diagnostics.push(why.found_in(&self.content.shown(folder)));
                Vec::new()
            }
        }
    }

    /// A file that a pack may do without.
    fn optional(&mut self, file: &Path) -> Option<Source> {
        match self.content.bytes(file) {
            Err(why) if why.is_absence() => None,
            read => self.wanted(self.content.shown(file), |_| read),
        }
    }

    fn picked(&mut self, picked: &Picked) -> Option<Source> {
        self.wanted(picked.shown.clone(), |content| match &content.shelf {
            ContentRoot::Folder(root) => content.bytes(picked.path.strip_prefix(root).unwrap_or(&picked.path)),
            // It lies in no folder of content; who names a pipe means what comes through it.
            ContentRoot::BuiltIn => read_stream(&picked.path),
        })
    }

    /// A file whose loss is a finding.
    fn wanted(&mut self, shown: String, bytes: impl FnOnce(&Content) -> Result<Vec<u8>, Cause>) -> Option<Source> {
        match self.counted(bytes).and_then(text_of) {
            Ok(text) => return Some(Source::new(&shown, &text)),
            Err(Cause::PackTooLarge { .. }) => self.beyond.push(shown),
            Err(why) => self.diagnostics.push(why.found_in(&shown)),
        }
        None
    }

    fn counted(&mut self, bytes: impl FnOnce(&Content) -> Result<Vec<u8>, Cause>) -> Result<Vec<u8>, Cause> {
        let full = Cause::PackTooLarge { files: MAX_FILES, bytes: MAX_BYTES };
        if self.files == MAX_FILES {
            return Err(full);
        }
        let bytes = bytes(self.content)?;
        if self.bytes + bytes.len() > MAX_BYTES {
            return Err(full);
        }
        self.files += 1;
        self.bytes += bytes.len();
        Ok(bytes)
    }

    /// Everything found; what lay beyond the limits is told once, not once a file.
    fn diagnostics(mut self) -> Vec<Diagnostic> {
        if let Some(first) = self.beyond.first() {
            let why = Cause::PackTooLarge { files: MAX_FILES, bytes: MAX_BYTES };
            let mut told = why.found_in(first);
            told.message = both!(
                "{message}; from this one on, {count} or more were not read",
                "{message}；从这一个起，至少有 {count} 个没有读",
                count = self.beyond.len();
                message = told.message
            );
            self.diagnostics.push(told);
        }
        self.diagnostics
    }
}

/// A missing or broken `pack.ron` is a fault to be told where it is read; here only its name counts.
fn holds_pack(folder: &Path) -> bool {
    folder.join("pack.ron").symlink_metadata().is_ok()
}

/// The true path of something in a pack; a link that leads out of the pack is refused.
pub(super) fn inside(root: &Path, part: &Path) -> Result<PathBuf, Cause> {
    let path = root.join(part).canonicalize()?;
    if path.starts_with(root) { Ok(path) } else { Err(Cause::Leaves) }
}

/// A path inside a pack, with `/` on every system.
fn slashed(path: &Path) -> String {
    let parts = path.components().filter(|part| matches!(part, Component::Normal(_)));
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::scenario::{Scenario, load};
    use crate::content::standard::Standard;
    use std::sync::Arc;

    /// A folder `scenarios` with a pack in it, and what is written beside.
    fn pack(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let cwd = tempfile::tempdir().expect("a folder");
        let always: [(&str, &[u8]); 2] = [("pack.ron", b"Pack()"), ("standard/standard.ron", b"Standard()")];
        for (name, bytes) in always.iter().chain(files) {
            let path = cwd.path().join("scenarios").join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, bytes).expect("written");
        }
        cwd
    }

    fn read(cwd: &tempfile::TempDir) -> PackFiles {
        Content::find(None, cwd.path()).expect("found").read().expect("read")
    }

    fn names(sources: &[Source]) -> Vec<&str> {
        sources.iter().map(|source| &*source.file).collect()
    }

    fn told(files: &PackFiles) -> Vec<String> {
        files.diagnostics.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_pack_is_read_in_the_order_of_names_and_other_files_are_left_alone() {
        let cwd = pack(&[
            ("b.ron", b"\xEF\xBB\xBFB()"),
            ("a.ron", b"A()"),
            ("README.md", b"\xFF"),
            (".#a.ron", b"\xFF"),
            ("standard/02.ron", b""),
            ("standard/01.ron", b""),
            ("fragments/leave.ron", b""),
            ("drafts/c.ron", b""),
        ]);
        let files = read(&cwd);
        assert_eq!(names(&files.sources.scenarios), ["scenarios/a.ron", "scenarios/b.ron"]);
        assert_eq!(names(&files.sources.sections), ["scenarios/standard/01.ron", "scenarios/standard/02.ron"]);
        assert_eq!(names(&files.sources.fragments), ["scenarios/fragments/leave.ron"]);
        assert_eq!(&*files.sources.scenarios[1].text, "B()", "without its mark");
        assert!(files.diagnostics.is_empty());
    }

    #[test]
    fn a_file_that_cannot_be_read_hides_no_other() {
        let large = vec![b' '; crate::content::notation::MAX_FILE + 1];
        let cwd = pack(&[("a.ron", b"\n\xFF"), ("b.ron", &large), ("c.ron", b""), ("fragments/f.ron", b"\xFF")]);
        fs::create_dir(cwd.path().join("scenarios/d.ron")).expect("made");
        let files = read(&cwd);
        assert_eq!(names(&files.sources.scenarios), ["scenarios/c.ron"]);
        let [fragment, bytes, large, folder] = &told(&files)[..] else { panic!("{:?}", told(&files)) };
        assert!(fragment.starts_with("scenarios/fragments/f.ron:1:1"), "{fragment}");
        assert!(bytes.starts_with("scenarios/a.ron:2:1: error [DS018]") && bytes.contains("byte 1"), "{bytes}");
        assert!(large.contains("scenarios/b.ron") && large.contains("DS010"), "{large}");
        assert!(folder.contains("isn’t an ordinary file"), "{folder}");
    }

    #[test]
    fn without_a_standard_nothing_can_be_judged() {
        let cwd = pack(&[("standard/01.ron", b"\xFF")]);
        let content = Content::find(None, cwd.path()).expect("found");
        let error = content.read().expect_err("not UTF-8").to_string();
        assert!(error.contains("scenarios/standard/01.ron") && error.contains("UTF-8"), "{error}");
        fs::remove_dir_all(cwd.path().join("scenarios/standard")).expect("removed");
        let error = content.read().expect_err("missing").to_string();
        assert!(error.contains("standard/standard.ron: it does not exist"), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn links_may_point_about_in_the_pack_but_not_out_of_it_and_a_pipe_is_refused() {
        let cwd = pack(&[("a.ron", b"A()")]);
        let folder = cwd.path().join("scenarios");
        fs::write(cwd.path().join("secret.ron"), "secret").expect("written");
        std::os::unix::fs::symlink("a.ron", folder.join("inside.ron")).expect("linked");
        std::os::unix::fs::symlink("../secret.ron", folder.join("outside.ron")).expect("linked");
        std::os::unix::fs::symlink(cwd.path(), folder.join("fragments")).expect("linked");
        let made = std::process::Command::new("mkfifo").arg(folder.join("pipe.ron")).status();
        assert!(made.is_ok_and(|status| status.success()));
        let files = read(&cwd);
        assert_eq!(names(&files.sources.scenarios), ["scenarios/a.ron", "scenarios/inside.ron"]);
        assert!(files.sources.fragments.is_empty());
        let told = told(&files).join("\n");
        assert_eq!(told.matches("leads out of the folder").count(), 2, "{told}");
        assert_eq!(
            told.matches("pipe.ron:1:1: error [DS018]: could not read the file: it isn’t an ordinary").count(),
            1
        );
    }

    #[test]
    fn a_pack_of_too_many_files_is_read_to_the_limit_and_told_once() {
        let numbered: Vec<String> = (0..600).map(|n| format!("s{n:03}.ron")).collect();
        let files: Vec<(&str, &[u8])> = numbered.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
        let files = read(&pack(&files));
        assert_eq!(files.sources.scenarios.len(), MAX_FILES - 2);
        assert_eq!(files.diagnostics.len(), 1);
        assert!(told(&files)[0].starts_with("scenarios/s498.ron:1:1: error [DS010]"), "{:?}", told(&files));
    }

    #[test]
    fn a_pack_of_too_many_bytes_is_read_to_the_limit() {
        let large = vec![b' '; crate::content::notation::MAX_FILE];
        let numbered: Vec<String> = (10..30).map(|n| format!("s{n}.ron")).collect();
        let files: Vec<(&str, &[u8])> = numbered.iter().map(|name| (name.as_str(), &large[..])).collect();
        let files = read(&pack(&files));
        assert_eq!((files.sources.scenarios.len(), files.diagnostics.len()), (15, 1));
    }

    #[test]
    fn a_folder_that_is_no_pack_is_refused_and_without_any_the_built_in_one_is_taken() {
        let cwd = tempfile::tempdir().expect("a folder");
        assert!(Content::find(None, cwd.path()).expect("built in").folder().is_none());
        assert!(matches!(Content::find(Some(Path::new(".")), cwd.path()), Err(StoreError::NoPack { .. })));
        assert!(matches!(Content::find(Some(Path::new("none")), cwd.path()), Err(StoreError::Read { .. })));
    }

    #[test]
    fn the_program_carries_the_pack_it_was_built_with() {
        let bytes = Content::embedded().bytes(Path::new("pack.ron")).expect("built in");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/pack.ron");
        assert_eq!(bytes, fs::read(path).expect("read"));
    }

    /// Everything that a packed scenario has, as text: all but what `check` alone asks for.
    fn spelt(scenario: &Scenario) -> String {
        let mut own = scenario.clone();
        own.glossary = Arc::default();
        own.sources.iter_mut().for_each(|source| source.text = "".into());
        format!("{own:#?}")
    }

    #[test]
    fn what_the_program_was_built_with_is_what_its_texts_say() {
        let content = Content::embedded();
        let packed = content.packed().expect("it had no fault");
        let loaded = load(&content.read().expect("read").sources).expect("valid");
        assert!(loaded.diagnostics.is_empty());
        let whole = loaded.pack;
        assert_eq!(packed.scenarios.len(), whole.scenarios.len());
        assert_eq!(packed.scenarios.iter().count(), whole.scenarios.len(), "each can be opened");
        for (packed, whole) in packed.scenarios.iter().zip(whole.scenarios.iter()) {
            assert!(spelt(packed) == spelt(whole), "{}", whole.id);
        }
        assert!(packed.scenarios.heads().eq(whole.scenarios.heads()));
        assert_eq!((&packed.title, &packed.languages), (&whole.title, &whole.languages));
        assert_eq!((&packed.words, &packed.slots), (&whole.words, &whole.slots));
        assert_eq!(packed.standard_hash, whole.standard_hash);
        assert_eq!(format!("{:?}", *packed.courses), format!("{:?}", *whole.courses));
        let spelt = |own: &Standard| {
            let parts = (&own.title, &own.languages, &own.dimensions, &own.sections, &own.clauses, &own.requirements);
            let found: Vec<_> = own.requirements.iter().map(|row| own.find(&row.id)).collect();
            format!("{parts:#?}{found:?}")
        };
        assert!(spelt(&packed.standard) == spelt(&whole.standard));
    }

    #[test]
    fn a_folder_is_never_taken_for_what_the_program_was_built_with() {
        let cwd = pack(&[]);
        assert!(Content::find(None, cwd.path()).expect("found").packed().is_none());
    }

    #[test]
    fn a_scenario_is_read_with_what_surrounds_it_and_named_as_it_was_typed() {
        let cwd = pack(&[
            ("a.ron", b""),
            ("b.ron", b""),
            ("fragments/f.ron", b""),
            ("courses/k.ron", b""),
            ("drafts/c.ron", b""),
        ]);
        let read = |from: &str, paths: &[&str]| {
            let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
            read_paths(&paths, &cwd.path().join(from)).expect("read")
        };
        let one = read("", &["scenarios/a.ron", "scenarios/drafts/c.ron", "scenarios/a.ron"]);
        assert_eq!(one.len(), 1);
        assert_eq!(names(&one[0].sources.scenarios), ["scenarios/a.ron", "scenarios/drafts/c.ron"]);
        assert_eq!(names(&one[0].sources.fragments), ["scenarios/fragments/f.ron"]);
        assert!(one[0].sources.courses.is_empty(), "a course is judged among all scenarios");
        let inner = read("scenarios", &["a.ron"]);
        assert_eq!(&*inner[0].sources.pack.file, "pack.ron");
        assert_eq!(names(&inner[0].sources.scenarios), ["a.ron"]);
        for whole in ["scenarios", "scenarios/fragments/f.ron", "scenarios/courses/k.ron", "scenarios/standard"] {
            assert_eq!(names(&read("", &[whole])[0].sources.scenarios), ["scenarios/a.ron", "scenarios/b.ron"]);
        }
    }
}
