//! The author's place in the last version that plays, kept from version to version as far as their choices still fit.

use super::scene_ways::SceneWays;
use super::version::PreviewVersion;
use crate::base::chance::Seed;
use crate::base::diagnostic::{Diagnostic, Severity, Witness};
use crate::base::text::Lang;
use crate::content::scenario::{ChoiceId, Pack};
use crate::play::engine::{ClosedChoice, Misfit, Session};
use std::collections::BTreeMap;
use std::sync::Arc;

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
    /// How chances are to fall, by the names of chance and outcome.
    pub(super) wanted: BTreeMap<Box<str>, Box<str>>,
    /// The ways to all scenes of what is played, once somebody asked.
    ways: Option<Arc<SceneWays>>,
}

/// Where the author's way could not be followed to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// The move that could not be made, counted from 1.
    pub at: usize,
    /// How many moves the way has.
    pub of: usize,
    /// Why not.
    pub closed: ClosedChoice,
}

impl Preview {
    /// An empty table. The author's way may be given; it is followed in the first version that can be played.
    pub fn new(seed: Seed, way: Vec<Box<str>>) -> Preview {
        Preview {
            seed,
            play: None,
            way,
            stopped: None,
            diagnostics: Vec::new(),
            versions: 0,
            newest: false,
            checked: false,
            wanted: BTreeMap::new(),
            ways: None,
        }
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
            self.ways = None;
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

    /// The ways to all scenes of what is played; the first time this may take a second.
    pub fn scene_ways(&mut self) -> Option<Arc<SceneWays>> {
        let (session, pack) = self.play.as_ref()?;
        let ways = self.ways.get_or_insert_with(|| Arc::new(SceneWays::of(session.scenario(), &pack.standard)));
        Some(ways.clone())
    }

    /// Another way, under another seed.
    pub(super) fn lead(&mut self, way: Vec<Box<str>>, seed: Seed) {
        self.way = way;
        self.reseed(seed);
    }

    /// The same way under another seed.
    pub fn reseed(&mut self, seed: Seed) {
        self.seed = seed;
        self.start();
    }

    /// Goes where a diagnostic shows itself. False where no seed is known that leads there.
    pub fn go(&mut self, witness: &Witness) -> bool {
        let Some(seed) = witness.seed else { return false };
        self.wanted.clear();
        self.lead(witness.choices.clone(), Seed::new(seed));
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
        if let Err(Misfit { at, closed }) = session.take_line(self.way.iter().map(|id| &**id)) {
            self.stopped = Some(Stopped { at: at + 1, of: self.way.len(), closed });
        }
    }

    /// The play of the last version that could be played.
    pub fn session(&self) -> Option<&Session> {
        self.play.as_ref().map(|(session, _)| session)
    }

    /// What surrounds the scenario that is played.
    pub fn pack(&self) -> Option<&Arc<Pack>> {
        self.play.as_ref().map(|(_, pack)| pack)
    }

    /// In which the scenario that is played is written.
    pub fn languages(&self) -> &[Lang] {
        self.play.as_ref().map_or(&[], |(session, _)| &session.scenario().languages)
    }

    /// The dice under which it is played.
    pub fn seed(&self) -> Seed {
        self.seed
    }

    /// Where the author's way ends before its time, if it does.
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
