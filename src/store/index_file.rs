//! The index of a learner's plays: what is known of each without its moves, so that opening ten thousand plays reads one
//! file. It is derived: it can be deleted, and is made again from the files of the attempts wherever it does not fit them.

use super::write::write_derived;
use crate::base::chance::Seed;
use crate::record::attempt::{AttemptId, Mode};
use crate::record::history::History;
use crate::record::play_result::PlayResult;
use crate::record::summary::{JudgedResult, PlaySummary, PlayedContent};
use jiff::Timestamp;
use rustc_hash::FxHasher;
use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::hash::Hasher;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::str::SplitAsciiWhitespace;
use std::sync::Arc;
use std::time::UNIX_EPOCH;

/// How large an index may be, in bytes: some hundred thousand plays.
const MAX_INDEX: u64 = 32 << 20;

/// A file that changed so shortly before the index was written may change again without looking different, in nanoseconds.
const SETTLING: i128 = 2_000_000_000;

const TITLE: &str = "doorstep plays 3";

/// What tells one state of a file from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// In bytes.
    pub(super) size: u64,
    /// Nanoseconds since 1970.
    pub(super) modified: i128,
}

/// The plays of one learner with the state of the file in which each was found.
#[derive(Debug, Default)]
pub(super) struct Index {
    pub(super) rows: BTreeMap<AttemptId, IndexRow>,
    pub(super) highest: Option<AttemptId>,
    /// When the folder of attempts was changed last.
    folder: i128,
    /// When the index itself was written.
    written: i128,
}

/// One play.
#[derive(Debug)]
pub(super) struct IndexRow {
    /// None while its file is being written in this session.
    pub(super) stamp: Option<Stamp>,
    pub(super) summary: PlaySummary,
}

/// The index of a learner's folder.
pub(super) fn index_path(folder: &Path) -> PathBuf {
    folder.join("plays.index")
}

impl Stamp {
    pub(super) fn of(meta: &Metadata) -> Stamp {
        let since = meta.modified().ok().and_then(|modified| modified.duration_since(UNIX_EPOCH).ok());
        let nanoseconds = since.and_then(|since| i128::try_from(since.as_nanos()).ok());
        Stamp { size: meta.len(), modified: nanoseconds.unwrap_or(0) }
    }

    fn at(path: &Path) -> Option<Stamp> {
        fs::metadata(path).ok().map(|meta| Stamp::of(&meta))
    }
}

impl Index {
    /// The index of this folder; none where there is none that can be read.
    pub(super) fn read(folder: &Path) -> Option<Index> {
        let file = File::open(index_path(folder)).ok()?;
        let meta = file.metadata().ok().filter(Metadata::is_file)?;
        let mut text = String::new();
        file.take(MAX_INDEX).read_to_string(&mut text).ok()?;
        let index = decode(&text)?;
        Some(Index { written: Stamp::of(&meta).modified, ..index })
    }

    /// The plays that it tells of.
    pub(super) fn history(&self) -> History {
        History::new(self.rows.values().map(|row| row.summary.clone()).collect(), self.highest)
    }

    /// Whether no file was added to or taken from the folder of attempts since.
    pub(super) fn fits(&self, attempts: &Path) -> bool {
        let stamp = Stamp::at(attempts);
        stamp.is_some_and(|stamp| stamp.modified == self.folder) && self.is_settled(self.folder)
    }

    /// What is known of a file in this state.
    pub(super) fn known(&self, id: AttemptId, stamp: Stamp) -> Option<&PlaySummary> {
        let row = self.rows.get(&id).filter(|row| row.stamp == Some(stamp))?;
        self.is_settled(stamp.modified).then_some(&row.summary)
    }

    fn is_settled(&self, modified: i128) -> bool {
        modified + SETTLING < self.written
    }

    /// Adds what was found of an attempt. Plays of one content share it.
    pub(super) fn add(&mut self, mut row: IndexRow) {
        let last = self.rows.values().next_back().map(|last| &last.summary.content);
        if let Some(shared) = last.filter(|last| **last == row.summary.content) {
            row.summary.content = shared.clone();
        }
        self.rows.insert(row.summary.id, row);
    }

    /// Notes the state of an attempt that is being written.
    pub(super) fn put(&mut self, summary: PlaySummary) {
        self.highest = self.highest.max(Some(summary.id));
        self.rows.insert(summary.id, IndexRow { stamp: None, summary });
    }

    /// Looks at the files that were written, and writes the index. Where it cannot, the old one does not fit and is made
    /// again.
    pub(super) fn write(&mut self, folder: &Path, attempts: &Path, path_of: impl Fn(AttemptId) -> PathBuf) {
        self.rows.retain(|id, row| {
            row.stamp = row.stamp.or_else(|| Stamp::at(&path_of(*id)));
            row.stamp.is_some()
        });
        self.folder = Stamp::at(attempts).map_or(0, |stamp| stamp.modified);
        let _ = write_derived(&index_path(folder), &encode(self));
    }
}

/// The newest play of a folder by its index alone, where that fits; the beginning of the file is enough.
pub(super) fn newest_by_index(folder: &Path, attempts: &Path) -> Option<AttemptId> {
    let file = File::open(index_path(folder)).ok()?;
    let meta = file.metadata().ok().filter(Metadata::is_file)?;
    let mut bytes = Vec::new();
    file.take(256).read_to_end(&mut bytes).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let (changed, _, newest) = header(text.lines().next()?)?;
    let index = Index { folder: changed, written: Stamp::of(&meta).modified, ..Index::default() };
    newest.filter(|_| index.fits(attempts))
}

fn encode(index: &Index) -> String {
    let mut contents: Vec<&Arc<PlayedContent>> = Vec::new();
    let mut rows = String::new();
    for row in index.rows.values() {
        let (summary, stamp) = (&row.summary, row.stamp.unwrap_or(Stamp { size: 0, modified: 0 }));
        let content = numbered(&mut contents, &summary.content);
        let judged = summary.result.as_ref().map(|own| (numbered(&mut contents, &own.by), own.result));
        let judged = judged.map_or("-".to_owned(), |(by, own)| format!("{by} {} {}", own.points, own.best));
        let (id, seed, mode) = (summary.id.get(), summary.seed.number(), summary.mode.word());
        let finished = u8::from(summary.finished);
        let (started, updated) = (summary.started.as_millisecond(), summary.updated.as_millisecond());
        let (hints, rewinds) = (summary.hints, summary.rewinds);
        rows += &format!(
            "{id} {} {} {content} {seed} {mode} {finished} {started} {updated} {hints} {rewinds} {judged}\n",
            stamp.size, stamp.modified
        );
    }
    let newest = index.rows.keys().next_back().map_or(0, |id| id.get());
    let highest = index.highest.map_or(0, AttemptId::get);
    let mut text = format!("{TITLE} {} {highest} {newest}\n", index.folder);
    for own in &contents {
        let parts = (&*own.scenario, &*own.scenario_hash, &*own.standard_hash, own.rules);
        // Three texts and a number are always JSON.
        text += &serde_json::to_string(&parts).unwrap_or_default();
        text.push('\n');
    }
    text += &rows;
    let end = format!("end {:x}\n", sum(&text));
    text + &end
}

/// The place of a content in the list, where it is put if it is new.
fn numbered<'c>(contents: &mut Vec<&'c Arc<PlayedContent>>, own: &'c Arc<PlayedContent>) -> usize {
    let is_own = |known: &&Arc<PlayedContent>| Arc::ptr_eq(known, own) || ***known == **own;
    contents.iter().rposition(is_own).unwrap_or_else(|| {
        contents.push(own);
        contents.len() - 1
    })
}

/// None where a single part of it is not as it was written.
fn decode(text: &str) -> Option<Index> {
    let (body, end) = text.trim_end().rsplit_once('\n')?;
    let body = &text[..=body.len()];
    if end.strip_prefix("end ")? != format!("{:x}", sum(body)) {
        return None;
    }
    let mut lines = body.lines();
    let (folder, highest, _) = header(lines.next()?)?;
    let (mut contents, mut rows) = (Vec::new(), Vec::new());
    for line in lines {
        if line.starts_with('[') {
            let (scenario, scenario_hash, standard_hash, rules) = serde_json::from_str(line).ok()?;
            contents.push(Arc::new(PlayedContent { scenario, scenario_hash, standard_hash, rules }));
        } else {
            let row = row(&mut line.split_ascii_whitespace(), &contents)?;
            rows.push((row.summary.id, row));
        }
    }
    Some(Index { rows: rows.into_iter().collect(), highest, folder, written: 0 })
}

/// The time of the folder, the highest number and the newest play.
fn header(line: &str) -> Option<(i128, Option<AttemptId>, Option<AttemptId>)> {
    let mut parts = line.strip_prefix(TITLE)?.split_ascii_whitespace();
    let folder = parts.next()?.parse().ok()?;
    let mut number = || Some(AttemptId::new(parts.next()?.parse().ok()?));
    Some((folder, number()?, number()?))
}

fn row(parts: &mut SplitAsciiWhitespace, contents: &[Arc<PlayedContent>]) -> Option<IndexRow> {
    let id = AttemptId::new(parts.next()?.parse().ok()?)?;
    let stamp = Stamp { size: parts.next()?.parse().ok()?, modified: parts.next()?.parse().ok()? };
    let content = contents.get(parts.next()?.parse::<usize>().ok()?)?.clone();
    let seed = parts.next()?.parse().ok().filter(|seed| *seed < Seed::LIMIT).map(Seed::new)?;
    let mode = parts.next()?;
    let mode = Mode::ALL.into_iter().find(|own| own.word() == mode)?;
    let finished = parts.next()? == "1";
    let (started, updated) = (moment(parts.next()?)?, moment(parts.next()?)?);
    let (hints, rewinds) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let result = match parts.next()? {
        "-" => None,
        by => {
            let by = contents.get(by.parse::<usize>().ok()?)?.clone();
            let result = PlayResult { points: parts.next()?.parse().ok()?, best: parts.next()?.parse().ok()? };
            Some(JudgedResult { by, result })
        }
    };
    let summary = PlaySummary { id, content, seed, mode, finished, started, updated, hints, rewinds, result };
    Some(IndexRow { stamp: Some(stamp), summary })
}

fn moment(milliseconds: &str) -> Option<Timestamp> {
    Timestamp::from_millisecond(milliseconds.parse().ok()?).ok()
}

/// Tells a torn or altered index from a whole one; it guards against accidents, not against people.
fn sum(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}
