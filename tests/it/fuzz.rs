//! Every reader of outside text, on every file of the fuzzer's corpus: what was once found stays mended, without any tool.
//! The promises themselves stand in `fuzz/src/`.

#[path = "../../fuzz/src/lib.rs"]
#[expect(unreachable_pub, reason = "the fuzz targets reach it from another crate")]
mod readers;

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

/// What is promised of the bytes of a file, or of a terminal.
type Reader = fn(&[u8]);

/// The targets in `fuzz/targets/`, by the name of their corpus.
const READERS: [(&str, Reader); 18] = [
    ("attempt", readers::saves::attempt),
    ("condition", readers::content::condition),
    ("course", readers::content::course),
    ("fragment", readers::content::fragment),
    ("gift", readers::drafts::gift),
    ("hearing", readers::phrases::hearing),
    ("journal", readers::saves::journal),
    ("pack", readers::content::pack),
    ("phrases", readers::phrases::phrases),
    ("profile", readers::saves::profile),
    ("question_table", readers::drafts::question_table),
    ("questions", readers::content::questions),
    ("scenario", readers::content::scenario),
    ("standard", readers::content::standard),
    ("strings", readers::strings::strings),
    ("terminal", readers::terminal::terminal),
    ("travel", readers::saves::travel),
    ("walk", readers::walk::walk),
];

/// What the whole corpus may weigh, in bytes: it is part of every clone.
const CORPUS: usize = 1 << 20;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(name)
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8")).collect();
    names.sort();
    names
}

/// Replays the corpus of one reader.
fn replay(name: &str) {
    let (_, reader) = READERS.into_iter().find(|(own, _)| *own == name).expect("a reader");
    let folder = folder("corpus").join(name);
    let files = names(&folder);
    assert!(!files.is_empty());
    for file in files {
        let bytes = fs::read(folder.join(&file)).expect("read");
        assert!(
            catch_unwind(|| reader(&bytes)).is_ok(),
            "fuzz/corpus/{name}/{file} breaks a promise; it says why above"
        );
    }
}

#[test]
fn every_target_has_a_corpus_and_is_replayed_here() {
    let readers: Vec<String> = READERS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let targets: Vec<String> = readers.iter().map(|name| format!("{name}.rs")).collect();
    assert_eq!(names(&folder("corpus")), readers);
    assert_eq!(names(&folder("targets")), targets);
    let size = |name: &String| -> usize {
        let own = folder("corpus").join(name);
        names(&own).iter().map(|file| fs::read(own.join(file)).expect("read").len()).sum()
    };
    let whole: usize = readers.iter().map(size).sum();
    assert!(whole < CORPUS, "{whole} bytes");
}

#[test]
fn scenarios_of_the_corpus_break_no_promise() {
    replay("scenario");
}

#[test]
fn fragments_of_the_corpus_break_no_promise() {
    replay("fragment");
}

#[test]
fn standards_of_the_corpus_break_no_promise() {
    replay("standard");
}

#[test]
fn questions_and_courses_of_the_corpus_break_no_promise() {
    replay("questions");
    replay("course");
}

#[test]
fn packs_of_the_corpus_break_no_promise() {
    replay("pack");
}

#[test]
fn conditions_of_the_corpus_break_no_promise() {
    replay("condition");
}

#[test]
fn phrases_and_replies_of_the_corpus_break_no_promise() {
    replay("phrases");
    replay("hearing");
}

#[test]
fn walks_of_the_corpus_break_no_promise() {
    replay("walk");
}

#[test]
fn attempts_of_the_corpus_break_no_promise() {
    replay("attempt");
}

#[test]
fn journals_of_the_corpus_break_no_promise() {
    replay("journal");
}

#[test]
fn travelling_learners_of_the_corpus_break_no_promise() {
    replay("travel");
}

#[test]
fn profiles_of_the_corpus_break_no_promise() {
    replay("profile");
}

#[test]
fn documents_of_translators_of_the_corpus_break_no_promise() {
    replay("strings");
}

#[test]
fn questions_from_elsewhere_of_the_corpus_break_no_promise() {
    replay("gift");
    replay("question_table");
}

#[test]
fn what_comes_from_a_terminal_breaks_no_promise() {
    replay("terminal");
}
