//! A scenario while it is being written: the last version that could be played, where its author stands in it, and what
//! is wrong with the newest. It reads no disk, and proves and checks only when it is told to, so that others decide when.

use crate::author::check::check;
use crate::base::chance::Seed;
use crate::base::diagnostic::{Code, Diagnostic, Severity, Witness};
use crate::base::text::Lang;
use crate::content::notation::Source;
use crate::content::scenario::{ChoiceId, Pack, PackSources, Scenario, SourceRef, load};
use crate::play::engine::{ClosedChoice, Session};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// What a file says at one moment, proven as far as it can be.
#[derive(Clone, Debug)]
pub struct PreviewVersion {
    /// What was read, for pictures of its faults; none when nothing could be.
    pub sources: Option<PackSources>,
    /// The scenario and what surrounds it; none while the file cannot be played.
    pub playable: Option<(Arc<Scenario>, Arc<Pack>)>,
    /// What reading and proving found; what only play can show comes later, from [`PreviewVersion::check`].
    pub diagnostics: Vec<Diagnostic>,
}

const FAULT: &str = "take back the last change to write on, and keep a copy of the file for those who make doorstep";

impl PreviewVersion {
    /// Proves what was read. `file` is the name of the scenario's file, as it stands in the sources.
    pub fn of(file: &str, sources: PackSources, mut diagnostics: Vec<Diagnostic>) -> PreviewVersion {
        let named = sources.scenarios.iter().find(|source| *source.file == *file).cloned();
        // What an author types may be anything; a fault of ours must not take the table away.
        let Ok(loaded) = catch_unwind(AssertUnwindSafe(|| load(&sources))) else {
            return PreviewVersion::unread(file, "could not prove the file: the program itself has a fault", FAULT);
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
                    let diagnostic = Diagnostic::error(Code::STRUCTURE, place, "this file is no scenario");
                    diagnostics.push(
                        diagnostic
                            .help("name the file of a scenario; fragments are seen in a scenario that calls them"),
                    );
                }
                let pack = Arc::new(loaded.pack);
                PreviewVersion { sources, playable: scenario.map(|scenario| (scenario, pack)), diagnostics }
            }
        }
    }

    /// What could not even be read.
    pub fn unread(file: &str, message: &str, help: &str) -> PreviewVersion {
        let place = Source::new(file, "").place_at(0..0);
        let diagnostic = Diagnostic::error(Code::UNREADABLE, place, message).help(help);
        PreviewVersion { sources: None, playable: None, diagnostics: vec![diagnostic] }
    }

    /// Plays the scenario in every way; this may take a second. Nothing, where it cannot be played.
    pub fn check(&self) -> Vec<Diagnostic> {
        let Some((scenario, pack)) = &self.playable else { return Vec::new() };
        let played = catch_unwind(AssertUnwindSafe(|| check(scenario, &pack.standard)));
        played.unwrap_or_else(|_| {
            let message = "could not play the file in every way: the program itself has a fault";
            vec![Diagnostic::error(Code::UNREADABLE, scenario.place(SourceRef::Whole), message).help(FAULT)]
        })
    }
}

/// A scenario on its author's table.
#[derive(Clone, Debug)]
pub struct Preview {
    seed: Seed,
    play: Option<(Session, Arc<Pack>)>,
    /// Everything the author chose, also what does not fit at present: a later version may let it fit again.
    way: Vec<Box<str>>,
    stopped: Option<Stopped>,
    diagnostics: Vec<Diagnostic>,
    /// How many versions were seen.
    versions: usize,
    /// Whether what is played is the newest version, and not one before it.
    newest: bool,
    checked: bool,
}

/// Where the author's way could not be followed to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// The move that could not be made, counted from 1, and how many there were.
    pub at: usize,
    pub of: usize,
    pub closed: ClosedChoice,
}

impl Preview {
    /// An empty table. The author's way may be given; it is followed in the first version that can be played.
    pub fn new(seed: Seed, way: Vec<Box<str>>) -> Preview {
        let diagnostics = Vec::new();
        Preview { seed, play: None, way, stopped: None, diagnostics, versions: 0, newest: false, checked: false }
    }

    /// Takes the newest version. Where it can be played, the author comes to stand where they stood, as far as their
    /// choices still fit; otherwise the version before stays.
    pub fn see(&mut self, version: PreviewVersion) {
        self.versions += 1;
        self.diagnostics = version.diagnostics;
        sort(&mut self.diagnostics);
        self.newest = version.playable.is_some();
        self.checked = !self.newest;
        if let Some((scenario, pack)) = version.playable {
            self.play = Some((Session::new(scenario, self.seed), pack));
            self.follow();
        }
    }

    /// What playing the version with this number in every way has found.
    pub fn checked(&mut self, version: usize, diagnostics: Vec<Diagnostic>) {
        if version == self.versions {
            self.diagnostics.extend(diagnostics);
            sort(&mut self.diagnostics);
            self.checked = true;
        }
    }

    /// Takes a choice of the present scene; from here on the way is the new one.
    pub fn take(&mut self, choice: ChoiceId) {
        let Some((session, _)) = &mut self.play else { return };
        if session.take(choice).is_ok() {
            self.way = session.choice_ids().into_iter().map(Box::from).collect();
            self.stopped = None;
        }
    }

    /// Takes back the last move, if there is one.
    pub fn rewind(&mut self) -> bool {
        let Some((session, _)) = &mut self.play else { return false };
        let done = session.rewind();
        self.way = session.choice_ids().into_iter().map(Box::from).collect();
        self.stopped = None;
        done
    }

    /// Back to the first scene.
    pub fn restart(&mut self) {
        self.way.clear();
        self.start();
    }

    /// The same way under another seed.
    pub fn reseed(&mut self, seed: Seed) {
        self.seed = seed;
        self.start();
    }

    /// Goes where a finding shows itself. False where no seed is known that leads there.
    pub fn go(&mut self, witness: &Witness) -> bool {
        let Some(seed) = witness.seed else { return false };
        self.way = witness.choices.clone();
        self.reseed(Seed::new(seed));
        true
    }

    fn start(&mut self) {
        let seed = self.seed;
        if let Some((session, _)) = &mut self.play {
            *session = Session::new(session.scenario().clone(), seed);
        }
        self.follow();
    }

    fn follow(&mut self) {
        self.stopped = None;
        let Some((session, _)) = &mut self.play else { return };
        for (number, id) in self.way.iter().enumerate() {
            if let Err(closed) = session.take_id(id) {
                self.stopped = Some(Stopped { at: number + 1, of: self.way.len(), closed });
                return;
            }
        }
    }

    pub fn session(&self) -> Option<&Session> {
        self.play.as_ref().map(|(session, _)| session)
    }

    pub fn pack(&self) -> Option<&Arc<Pack>> {
        self.play.as_ref().map(|(_, pack)| pack)
    }

    pub fn languages(&self) -> &[Lang] {
        self.play.as_ref().map_or(&[], |(session, _)| &session.scenario().languages)
    }

    pub fn seed(&self) -> Seed {
        self.seed
    }

    pub fn stopped(&self) -> Option<&Stopped> {
        self.stopped.as_ref()
    }

    /// Everything that is known to be wrong with the newest version, the gravest first.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// How many errors, and how many warnings and notes.
    pub fn counts(&self) -> (usize, usize) {
        let errors = self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
        (errors, self.diagnostics.len() - errors)
    }

    /// How many versions were seen.
    pub fn versions(&self) -> usize {
        self.versions
    }

    /// Whether the newest version is the one that is played.
    pub fn is_newest(&self) -> bool {
        self.newest
    }

    /// Whether everything was found that there is to find.
    pub fn is_checked(&self) -> bool {
        self.checked
    }
}

fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics
        .sort_by(|a, b| (a.severity, &a.place.file, a.place.line).cmp(&(b.severity, &b.place.file, b.place.line)));
}
