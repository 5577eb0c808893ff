//! A script played: straight, and once more with the play saved and loaded after every move. What the play was told to do
//! and could not, and what was expected and is not so, becomes a mismatch; the first choice that cannot be taken ends it.

use super::deferred::Deferred;
use super::expect::Answer;
use super::judge::JudgedPlay;
use super::mismatch::{Mismatch, MismatchKind};
use super::moment::{Moment, to_choose};
use super::playable::Playscript;
use super::script::{ChoiceRef, Expectation, Instruction, ValidStep};
use super::unmet::Unmet;
use super::view::PlayView;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::content::scenario::EndingId;
use crate::content::standard::RequirementId;
use crate::play::engine::Session;
use crate::play::scoring::{Score, Verdict};
use std::ops::Range;

/// How a script's play went.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The play as far as it could be played.
    pub session: Session,
    /// In the order of the file; empty when the script holds.
    pub mismatches: Vec<Mismatch>,
    /// How many expectations were looked at.
    pub asked: usize,
    /// How many choices and expectations stand behind the choice that could not be taken.
    pub unplayed: usize,
    /// Of a finished play whose scenario can be solved.
    pub judged: Option<(Score, Verdict)>,
}

/// Plays a script straight, and again with `reload` after every move: it is handed the play, saves and loads it, and
/// gives back what was loaded, or why that failed.
pub fn run(script: &Playscript, mut reload: impl FnMut(&Session) -> Result<Session, Bilingual>) -> Outcome {
    let mut straight = ScriptPlayer::new(script);
    straight.play(&mut |_| None);
    let mut kept = ScriptPlayer::new(script);
    kept.play(&mut |session| Some(reload(session)));
    let judged = straight.judge();
    let mut mismatches = straight.mismatches;
    for mismatch in kept.mismatches {
        if !mismatches.contains(&mismatch) {
            mismatches.push(after_reload(mismatch));
        }
    }
    mismatches.sort_by_key(|mismatch| mismatch.place.span.start);
    let (session, asked, unplayed) = (straight.view.session, straight.asked, straight.unplayed);
    Outcome { session, mismatches, asked, unplayed, judged }
}

/// What shows only where the play was saved and loaded.
fn after_reload(mismatch: Mismatch) -> Mismatch {
    let message = match &mismatch.kind {
        MismatchKind::Reloaded(message) => message.clone(),
        MismatchKind::Written(_) | MismatchKind::Unmet { .. } => mismatch.message(),
    };
    Mismatch::reloaded(mismatch.place, message).help(mismatch.help)
}

/// What is done with the play after a move: nothing, or it is saved and loaded.
type Between<'b> = dyn FnMut(&Session) -> Option<Result<Session, Bilingual>> + 'b;

struct ScriptPlayer<'p> {
    script: &'p Playscript,
    view: PlayView<'p>,
    mismatches: Vec<Mismatch>,
    asked: usize,
    unplayed: usize,
    /// What is answered when the play is over.
    deferred: Vec<Deferred>,
}

impl<'p> ScriptPlayer<'p> {
    fn new(script: &'p Playscript) -> ScriptPlayer<'p> {
        let session = Session::new(script.scenario.clone(), script.seed);
        let view = PlayView::new(session, &script.standard, script.language);
        ScriptPlayer { script, view, mismatches: Vec::new(), asked: 0, unplayed: 0, deferred: Vec::new() }
    }

    /// Plays all steps, or up to the first choice that cannot be taken.
    fn play(&mut self, between: &mut Between) {
        let script = self.script;
        for (number, ValidStep { at, instruction }) in script.steps.iter().enumerate() {
            let went_on = match instruction {
                Instruction::Choose(choice) => self.choose(choice) && self.reload(at, between),
                Instruction::Expect(expectation) => {
                    self.expect(at, expectation);
                    true
                }
            };
            if !went_on {
                self.unplayed = script.steps.len() - number - 1;
                return;
            }
        }
    }

    fn choose(&mut self, choice: &ChoiceRef) -> bool {
        let moment = Moment { script: self.script, view: &self.view };
        match moment.open_choice(choice) {
            Ok(id) => match self.view.session.take(id) {
                Ok(_) => return true,
                Err(closed) => self.mismatch(&choice.at, Unmet::new(to_choose(choice), closed.told())),
            },
            Err(unmet) => self.mismatch(&choice.at, unmet),
        }
        false
    }

    fn reload(&mut self, at: &Range<usize>, between: &mut Between) -> bool {
        let mismatch = match between(&self.view.session) {
            None => return true,
            Some(Ok(loaded)) if is_same(&loaded, &self.view.session) => {
                self.view.session = loaded;
                return true;
            }
            Some(Ok(_)) => Phrase::new("the play stands elsewhere", "演练停在了别的地方").into(),
            Some(Err(why)) => why,
        };
        self.mismatches.push(Mismatch::reloaded(self.script.source.place_at(at.clone()), mismatch));
        false
    }

    fn expect(&mut self, at: &Range<usize>, expectation: &Expectation<RequirementId, EndingId>) {
        self.asked += 1;
        let moment = Moment { script: self.script, view: &self.view };
        match moment.expect(expectation) {
            Ok(Answer::Met) => {}
            Ok(Answer::Later(question)) => {
                let turn = self.view.session.turns().len().saturating_sub(1);
                self.deferred.push(Deferred { at: at.clone(), turn, question });
            }
            Err(unmet) => self.mismatch(at, unmet),
        }
    }

    fn judge(&mut self) -> Option<(Score, Verdict)> {
        let judged = JudgedPlay::new(self.script, &self.view.session, &self.deferred);
        let result = judged.result();
        let unmet: Vec<_> =
            self.deferred.iter().filter_map(|own| Some((own.at.clone(), judged.answer(own).err()?))).collect();
        for (at, unmet) in unmet {
            self.mismatch(&at, unmet);
        }
        result
    }

    fn mismatch(&mut self, at: &Range<usize>, unmet: Unmet) {
        self.mismatches.push(unmet.at(self.script.source.place_at(at.clone())));
    }
}

/// Whether two plays came to the same moment by the same moves.
fn is_same(one: &Session, other: &Session) -> bool {
    let told = |session: &Session| -> Vec<_> { session.turns().iter().map(|turn| turn.events.clone()).collect() };
    one.state() == other.state() && one.choice_ids() == other.choice_ids() && told(one) == told(other)
}
