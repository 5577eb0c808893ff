//! What there is to say of a play, finished or not, in all languages.

use crate::base::chance::Seed;
use crate::content::scenario::{ChoiceId, ChoiceKind};
use crate::content::standard::{DimensionId, RequirementId, Standard};
use crate::play::engine::{Open, Session};
use crate::play::scoring::{EntryKind, Score, Scorecard, Verdict};
use crate::record::attempt::Outdated;
use crate::record::play_origin::PlayOrigin;
use crate::record::play_result::PlayResult;
use crate::report::localized::{LocalizedText, SlotFiller};

/// A play, finished or not.
pub struct PlayDocument {
    /// The id of its scenario.
    pub scenario: Box<str>,
    /// What all its chance comes from.
    pub seed: Seed,
    /// The ids of the choices that were taken.
    pub choices: Vec<Box<str>>,
    /// How far it came.
    pub progress: PlayProgress,
    /// What its record says besides; none for a play that was not stored.
    pub stored: Option<StoredPlay>,
}

/// What the record of a stored play says besides its moves.
pub struct StoredPlay {
    /// What has changed since.
    pub outdated: Vec<Outdated>,
    /// The edition of the rules by which it was judged when it was played.
    pub rules: u32,
    /// Whose play it is, and how it was played.
    pub origin: PlayOrigin,
}

/// How far a play came.
pub enum PlayProgress {
    /// Something can still be chosen.
    Open(OpenPlay),
    /// It has reached an ending.
    Over(FinishedPlay),
}

/// Where a play stands.
pub struct OpenPlay {
    /// The name of the scene.
    pub scene: Option<Box<str>>,
    /// Seconds since midnight of the scenario's day.
    pub clock: u32,
    /// What can be chosen, in the order of the file.
    pub open: Vec<OpenOption>,
    /// What is shown and cannot be chosen, in the order of the file.
    pub locked: Vec<ClosedOption>,
}

/// A choice that is open.
pub struct OpenOption {
    /// Its id.
    pub id: Box<str>,
    /// Whether it is said, done or waited.
    pub kind: ChoiceKind,
    /// What a learner reads.
    pub text: LocalizedText,
}

/// A choice that is shown, but not open.
pub struct ClosedOption {
    /// Its id.
    pub id: Box<str>,
    /// What a learner reads.
    pub text: LocalizedText,
    /// Why it is not open.
    pub reason: LocalizedText,
}

/// How a finished play is judged.
pub struct FinishedPlay {
    /// The name of the ending.
    pub ending: Option<Box<str>>,
    /// The share of the best play's points.
    pub score: Score,
    /// The points of the ledger.
    pub points: i32,
    /// The most points that were possible.
    pub best: i32,
    /// Whether it passed.
    pub verdict: Verdict,
    /// The ids of the critical requirements that were broken.
    pub critical: Vec<Box<str>>,
    /// By the id of a dimension: the share of its points; none where the play had nothing to do with it.
    pub dimensions: Vec<(Box<str>, Option<Score>)>,
    /// What was met, missed and broken.
    pub ledger: Vec<LedgerRow>,
    /// Seconds of the scenario's day that it took.
    pub elapsed: u32,
    /// The customer's mood at the end, as the scenario counts it.
    pub mood: i32,
}

/// One entry of the ledger.
pub struct LedgerRow {
    /// The id of the requirement.
    pub requirement: Box<str>,
    /// What became of it.
    pub kind: EntryKind,
    /// The index of the move; none for what never came to a move.
    pub turn: Option<usize>,
    /// What it won or cost.
    pub points: i32,
}

impl PlayDocument {
    /// A play that is not over: where it stands.
    pub fn open(session: &Session) -> PlayDocument {
        PlayDocument::new(session, PlayProgress::Open(OpenPlay::new(session)))
    }

    /// A play that is over, as it is judged.
    pub fn over(session: &Session, standard: &Standard, card: &Scorecard) -> PlayDocument {
        PlayDocument::new(session, PlayProgress::Over(FinishedPlay::new(session, standard, card)))
    }

    /// What it came to, if it is over.
    pub fn result(&self) -> Option<PlayResult> {
        match &self.progress {
            PlayProgress::Open(_) => None,
            PlayProgress::Over(play) => Some(PlayResult { points: play.points, best: play.best }),
        }
    }

    fn new(session: &Session, progress: PlayProgress) -> PlayDocument {
        PlayDocument {
            scenario: session.scenario().id.clone(),
            seed: session.seed(),
            choices: session.choice_ids().into_iter().map(Box::from).collect(),
            progress,
            stored: None,
        }
    }
}

impl OpenPlay {
    /// Where this play stands; nothing is open where it is over.
    pub fn new(session: &Session) -> OpenPlay {
        let (scenario, state) = (session.scenario(), session.state());
        let scene = state.scene(scenario);
        let filler = SlotFiller::new(scenario);
        let (mut open, mut locked) = (Vec::new(), Vec::new());
        if let Some(id) = scene {
            for (number, choice) in ChoiceId::enumerate(&scenario.scene(id).choices) {
                let (name, text) = (choice.id.clone(), filler.fill(&choice.text, &state));
                match state.open(scenario, id, number) {
                    Open::Yes => open.push(OpenOption { id: name, kind: choice.kind, text }),
                    Open::Locked(lock) => {
                        let reason = filler.fill(&choice.locks[lock].1, &state);
                        locked.push(ClosedOption { id: name, text, reason });
                    }
                    Open::Hidden => {}
                }
            }
        }
        let scene = scene.map(|scene| scenario.scene(scene).name.clone());
        OpenPlay { scene, clock: state.clock(scenario), open, locked }
    }
}

impl FinishedPlay {
    /// How this play is judged by its scorecard.
    pub(in crate::report) fn new(session: &Session, standard: &Standard, card: &Scorecard) -> FinishedPlay {
        let (scenario, state) = (session.scenario(), session.state());
        let name = |id: RequirementId| standard.requirement(id).id.clone();
        let ledger = card.ledger.entries.iter().map(|entry| LedgerRow {
            requirement: name(entry.requirement),
            kind: entry.kind,
            turn: entry.turn,
            points: entry.points,
        });
        let dimension = |id: DimensionId| standard.dimensions[id.index()].id.clone();
        FinishedPlay {
            ending: session.ending().map(|ending| scenario.ending(ending).name.clone()),
            score: card.score,
            points: card.points,
            best: card.best,
            verdict: card.verdict,
            critical: card.critical.iter().map(|id| name(*id)).collect(),
            dimensions: card.dimensions.iter().map(|(id, share)| (dimension(*id), *share)).collect(),
            ledger: ledger.collect(),
            elapsed: state.elapsed(scenario),
            mood: state.mood(scenario),
        }
    }
}
