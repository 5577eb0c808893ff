//! Why a command could not do its work: one sentence, a hint below it, an exit code.

use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::{Diagnostic, suggest};
use crate::base::text::{Lang, make_safe};
use crate::both;
use crate::play::engine::{ClosedChoice, Misfit};
use crate::play::solver::Unsolved;
use crate::report::map::Unplaced;
use crate::report::{JsonDocument, error};
use crate::store::{StoreError, shown};
use std::io;
use thiserror::Error;

#[derive(Debug, Error)]
#[error("{}", self.told().en)]
pub enum Failure {
    /// A file or folder; the store says which and why.
    World(#[from] StoreError),
    /// Something that was done is not on the disk, though everything else went well.
    Unsaved(StoreError),
    /// The content cannot be used.
    Content(Vec<Diagnostic>),
    Closed(ClosedChoice),
    Unsolved(#[from] Unsolved),
    Unplaced(#[from] Unplaced),
    /// The terminal or the standard input, as `what` says.
    Stream {
        what: Phrase,
        #[source]
        why: io::Error,
        hint: Phrase,
    },
    /// Anything else that was asked for and is not there.
    Wrong {
        message: Bilingual,
        hint: Bilingual,
    },
    /// What was to be printed is not: a full disk, a terminal that is gone.
    Unwritten(#[source] io::Error),
    /// Whoever read our output is gone: nothing to tell, nobody to tell it to.
    ReaderLeft,
}

impl Failure {
    pub fn wrong(message: impl Into<Bilingual>, hint: impl Into<Bilingual>) -> Failure {
        Failure::Wrong { message: message.into().map(make_safe), hint: hint.into().map(make_safe) }
    }

    /// Why the output could not be written. Only a pipe that nobody reads any more is no fault.
    pub(super) fn of_output(why: io::Error) -> Failure {
        if why.kind() == io::ErrorKind::BrokenPipe { Failure::ReaderLeft } else { Failure::Unwritten(why) }
    }

    pub fn no_scenario<'k>(id: &str, known: impl Iterator<Item = &'k str> + Clone) -> Failure {
        let near = suggest(id, known.clone()).map(did_you_mean);
        let list = || there_are(&known.collect::<Vec<_>>().join(", "));
        Failure::wrong(both!("there is no scenario \"{id}\"", "没有情景 \"{id}\""), near.unwrap_or_else(list))
    }

    /// What happened, in one sentence.
    pub fn told(&self) -> Bilingual {
        match self {
            Failure::World(error) => error.told(),
            Failure::Unsaved(error) => {
                both!("what you did is not saved: {why}", "刚才做的没有存下来：{why}"; why = reason(error))
            }
            Failure::Content(_) => Phrase::new("the content has faults", "内容里有错误").into(),
            Failure::Closed(closed) => closed.told(),
            Failure::Unsolved(why) => why.told(),
            Failure::Unplaced(why) => why.told(),
            Failure::Stream { what, why, .. } => both!("{what}: {why}", "{what}：{why}"; what = what),
            Failure::Wrong { message, .. } => message.clone(),
            Failure::Unwritten(why) => both!("could not write the output: {why}", "写不出输出：{why}"),
            Failure::ReaderLeft => Phrase::new("nobody reads the output any more", "输出已经没有人读了").into(),
        }
    }

    /// What to do next; none where the sentence says it already.
    pub fn hint(&self) -> Option<Bilingual> {
        let hint = match self {
            Failure::World(error) | Failure::Unsaved(error) => error.help(),
            Failure::Content(_) => {
                Phrase::new("`doorstep check` shows each in its place", "`doorstep check` 逐个指出在哪里").into()
            }
            Failure::Unsolved(_) => {
                Phrase::new("`doorstep check` shows where it goes wrong", "`doorstep check` 指出毛病在哪里").into()
            }
            Failure::Unplaced(_) => Phrase::new(
                "`--format dot` and `--format mermaid` write maps of any size",
                "`--format dot` 和 `--format mermaid` 画多大的图都行",
            )
            .into(),
            Failure::Stream { hint, .. } => (*hint).into(),
            Failure::Wrong { hint, .. } => hint.clone(),
            Failure::Closed(_) | Failure::Unwritten(_) | Failure::ReaderLeft => Bilingual::default(),
        };
        (!hint.is_empty()).then_some(hint)
    }

    /// The same for programs.
    pub(super) fn document(&self, exit: u8, lang: Lang) -> JsonDocument {
        let faults = if let Failure::Content(diagnostics) = self { &diagnostics[..] } else { &[] };
        let (told, hint) = (self.told(), self.hint());
        error(told.in_lang(lang), hint.as_ref().map(|hint| hint.in_lang(lang)), faults, exit, lang)
    }

    /// Everything that standard error is told, in this language.
    pub(super) fn report(&self, lang: Lang) -> String {
        let mut report = String::new();
        if let Failure::Content(diagnostics) = self {
            report.extend(diagnostics.iter().map(|diagnostic| format!("{}\n", diagnostic.told().in_lang(lang))));
        }
        let told = both!("error: {told}", "错误：{told}"; told = self.told());
        report += &format!("{}\n", told.in_lang(lang));
        if let Some(hint) = self.hint() {
            let hint = both!("  hint: {hint}", "  提示：{hint}"; hint = hint);
            report += &format!("{}\n", hint.in_lang(lang));
        }
        report
    }
}

/// The name that was probably meant.
pub(super) fn did_you_mean(near: &str) -> Bilingual {
    both!("did you mean \"{near}\"?", "是不是想写 \"{near}\"？")
}

/// The names that there are.
pub(super) fn there_are(known: &str) -> Bilingual {
    both!("there are: {known}", "有这些：{known}")
}

/// Where nothing could be kept at all, that was told at the beginning.
fn reason(error: &StoreError) -> Bilingual {
    match error {
        StoreError::InMemory { path, why } => both!(
            "could not prepare {path} for saving: {why}",
            "没法在 {path} 存档：{why}",
            path = shown(path);
            why = why.told()
        ),
        other => other.told(),
    }
}

impl From<Misfit> for Failure {
    fn from(misfit: Misfit) -> Failure {
        Failure::Closed(misfit.closed)
    }
}
