//! One version of the file: read, validated as far as it can be, and checked when somebody asks for it.

use crate::author::check::check;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::content::notation::Source;
use crate::content::scenario::{Pack, PackSources, Scenario, SourceRef, load};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// What a file says at one moment, validated as far as it can be.
#[derive(Clone, Debug)]
pub struct PreviewVersion {
    /// What was read, for pictures of its faults; none when nothing could be.
    pub sources: Option<PackSources>,
    /// The scenario and what surrounds it; none while the file cannot be played.
    pub playable: Option<(Arc<Scenario>, Arc<Pack>)>,
    /// What reading and validating found; what only play can show comes later, from [`PreviewVersion::check`].
    pub diagnostics: Vec<Diagnostic>,
}

const FAULT: Phrase = Phrase::new(
    "take back the last change to write on, and keep a copy of the file for those who make doorstep",
    "撤销上一处改动接着写；把文件留一份副本，交给 doorstep 的作者",
);

impl PreviewVersion {
    /// Validates what was read. `file` is the name of the scenario's file, as it stands in the sources.
    pub fn of(file: &str, sources: PackSources, mut diagnostics: Vec<Diagnostic>) -> PreviewVersion {
        let named = sources.scenarios.iter().find(|source| *source.file == *file).cloned();
        // What an author types may be anything; a fault of ours must not take the table away.
        let Ok(loaded) = catch_unwind(AssertUnwindSafe(|| load(&sources))) else {
            let message = Phrase::new(
                "could not prove the file: the program itself has a fault",
                "没能检查这个文件：程序自己出了毛病",
            );
            return PreviewVersion::unread(file, message.into(), FAULT.into());
        };
        let sources = Some(sources);
        match loaded {
            Err(more) => {
                diagnostics.extend(more);
                PreviewVersion { sources, playable: None, diagnostics }
            }
            Ok(loaded) => {
                diagnostics.extend(loaded.diagnostics);
                let own = |scenario: &&Arc<Scenario>| *scenario.sources[0].file == *file;
                let scenario = loaded.pack.scenarios.iter().find(own).cloned();
                if let (None, None, true) = (&scenario, &named, diagnostics.is_empty()) {
                    let place = Source::new(file, "").place_at(0..0);
                    let diagnostic = Diagnostic::error(
                        Code::STRUCTURE,
                        place,
                        Phrase::new("this file is no scenario", "这个文件不是情景"),
                    );
                    diagnostics.push(diagnostic.help(Phrase::new(
                        "name the file of a scenario; fragments are seen in a scenario that calls them",
                        "写情景的文件名；片段要在调用它的情景里看",
                    )));
                }
                let pack = Arc::new(loaded.pack);
                PreviewVersion { sources, playable: scenario.map(|scenario| (scenario, pack)), diagnostics }
            }
        }
    }

    /// What could not even be read.
    pub fn unread(file: &str, message: Bilingual, help: Bilingual) -> PreviewVersion {
        let place = Source::new(file, "").place_at(0..0);
        let diagnostic = Diagnostic::error(Code::UNREADABLE, place, message).help(help);
        PreviewVersion { sources: None, playable: None, diagnostics: vec![diagnostic] }
    }

    /// Plays the scenario in every way; this may take a second. Nothing, where it cannot be played.
    pub fn check(&self) -> Vec<Diagnostic> {
        let Some((scenario, pack)) = &self.playable else { return Vec::new() };
        let played = catch_unwind(AssertUnwindSafe(|| check(scenario, &pack.standard)));
        played.unwrap_or_else(|_| {
            let message = Phrase::new(
                "could not play the file in every way: the program itself has a fault",
                "没能走遍这个文件：程序自己出了毛病",
            );
            vec![Diagnostic::error(Code::UNREADABLE, scenario.place(SourceRef::Whole), message).help(FAULT)]
        })
    }
}
