//! One's own mistakes as moments: made from a debrief, put back on the board exactly, and passed with a good move. A moment
//! whose scenario was edited is played where the same choices still stand, or dropped with a word; memory stays.

use crate::base::bilingual::{Bilingual, Phrase};
use crate::both;
use crate::content::scenario::{Choice, ChoiceId, Scenario};
use crate::content::standard::{RequirementId, Standard};
use crate::play::debrief::{Debrief, Reviewed, label};
use crate::play::engine::{Misfit, Session};
use crate::play::scoring::Label;
use crate::play::solver::{Judged, Solver, Unsolved, Values};
use crate::record::day::Day;
use crate::record::journal::{EventKey, Happened, JournalEvent, OwnMoment};
use std::sync::Arc;

/// The moments that are kept, in the order in which they were made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptMoments(Vec<KeptMoment>);

/// A moment, and how it went since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptMoment {
    /// The key of the event that made it.
    pub key: EventKey,
    /// The position and the mistake.
    pub moment: OwnMoment,
    /// How often the same mistake was made, in play or when the moment was played.
    pub mistakes: u32,
    /// The day on which it was played last; none while it was not.
    pub played: Option<Day>,
    /// Whether it was passed when it was played last.
    pub is_passed: bool,
}

/// Why a moment cannot be played any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MomentGone {
    /// The pack has no such scenario.
    Scenario,
    /// The moves before it do not fit any more.
    Moves(Misfit),
    /// The mistake cannot be made there any more, or nothing else can be done.
    Choice,
}

impl KeptMoments {
    /// Replays a journal.
    pub fn replay(events: &[JournalEvent]) -> KeptMoments {
        let mut kept = KeptMoments::default();
        for event in events {
            match &event.what {
                Happened::MomentMade(moment) => kept.make(event.key, moment),
                Happened::MomentPassed(key) => kept.play(*key, event.day, true),
                Happened::MomentFailed(key) => kept.play(*key, event.day, false),
                Happened::MomentDropped(key) => kept.0.retain(|own| own.key != *key),
                _ => {}
            }
        }
        kept
    }

    /// All of them, the oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &KeptMoment> {
        self.0.iter()
    }

    /// The moment of this key.
    pub fn get(&self, key: EventKey) -> Option<&KeptMoment> {
        self.0.iter().find(|own| own.key == key)
    }

    fn make(&mut self, key: EventKey, moment: &OwnMoment) {
        if let Some(own) = self.0.iter_mut().find(|own| own.moment.is_same(moment)) {
            // The same mistake is the same moment, as it was made last.
            (own.moment, own.is_passed) = (moment.clone(), false);
            own.mistakes = own.mistakes.saturating_add(1);
        } else {
            let moment = moment.clone();
            self.0.push(KeptMoment { key, moment, mistakes: 1, played: None, is_passed: false });
        }
    }

    fn play(&mut self, key: EventKey, day: Day, is_passed: bool) {
        if let Some(own) = self.0.iter_mut().find(|own| own.key == key) {
            (own.played, own.is_passed) = (Some(day), is_passed);
            own.mistakes = own.mistakes.saturating_add(u32::from(!is_passed));
        }
    }
}

/// The moments of a finished play: one for each mistake and each blunder.
pub fn moments_of(debrief: &Debrief, run: &Session, standard: &Standard) -> Vec<OwnMoment> {
    let wrong = |own: &&Reviewed| matches!(own.label, Some(Label::Mistake | Label::Blunder));
    let ids = run.choice_ids();
    let moment = |own: &Reviewed| OwnMoment {
        scenario: run.scenario().id.clone(),
        scenario_hash: run.scenario().hash.clone(),
        seed: run.seed(),
        before: ids[..own.turn].iter().map(|id| Box::from(*id)).collect(),
        wrong: ids[own.turn].into(),
        requirements: at_stake(own, run).iter().map(|id| standard.requirement(*id).id.clone()).collect(),
    };
    debrief.moves.iter().filter(wrong).map(moment).collect()
}

/// What a mistake was about, the dearest first: what it gave up, then what it broke or spoiled.
fn at_stake(own: &Reviewed, run: &Session) -> Vec<RequirementId> {
    let rows = own.parting.iter().flat_map(|parting| &parting.rows);
    let mut all: Vec<RequirementId> = own.broken.clone();
    all.extend(rows.filter(|row| row.points > 0).map(|row| row.requirement));
    let events = run.turns()[own.turn].events.iter();
    all.extend(events.filter_map(|event| match event {
        crate::play::engine::Event::Spoiled(requirement) => Some(*requirement),
        _ => None,
    }));
    let mut seen = Vec::new();
    all.retain(|id| {
        !seen.contains(id) && {
            seen.push(*id);
            true
        }
    });
    all
}

/// Puts a moment back on the board: the play before the mistake, under the same dice. `scenario` is the one that it names,
/// as it is now; where it was edited, the same choices have to stand there still.
///
/// # Errors
/// Why it cannot be played any more.
pub fn restore(moment: &OwnMoment, scenario: Option<&Arc<Scenario>>) -> Result<Session, MomentGone> {
    let scenario = scenario.ok_or(MomentGone::Scenario)?;
    let mut session = Session::new(scenario.clone(), moment.seed);
    session.take_line(moment.before.iter().map(|id| &**id)).map_err(MomentGone::Moves)?;
    let open = open_choices(&session);
    let has_wrong = open.iter().any(|(_, choice)| choice.id == moment.wrong);
    if has_wrong && open.len() > 1 { Ok(session) } else { Err(MomentGone::Choice) }
}

fn open_choices(session: &Session) -> Vec<(ChoiceId, &Choice)> {
    let scenario = session.scenario();
    let Some(scene) = session.state().scene(scenario) else { return Vec::new() };
    let choices = &scenario.scene(scene).choices;
    session.state().open_choices(scenario).map(|id| (id, &choices[id.index()])).collect()
}

/// The last move of a moment that was played, judged as the debrief would: it may take a second.
///
/// # Errors
/// When the scenario cannot be solved.
pub fn judge_last(session: &Session, standard: &Standard) -> Result<Option<Judged>, Unsolved> {
    let scenario = session.scenario();
    let solver = Solver::for_learner(scenario, standard);
    let values = Values::new(&solver)?;
    Ok(values.judge(session.turns(), &scenario.rolls(session.seed()))?.pop())
}

/// Whether a moment is passed with this move: the debrief would call it best or good.
pub fn passes(judged: &Judged) -> bool {
    matches!(label(judged), None | Some(Label::Best | Label::Good))
}

impl MomentGone {
    /// What to say of it, as a sentence.
    pub fn told(&self) -> Bilingual {
        match self {
            MomentGone::Scenario => Phrase::new("its scenario is not there any more", "它的情景已经没有了").into(),
            MomentGone::Moves(misfit) => both!(
                "its scenario was edited, and the way there is closed: {why}",
                "它的情景改过了，走不到那里了：{why}";
                why = misfit.closed.told()
            ),
            MomentGone::Choice => Phrase::new(
                "its scenario was edited, and the choice is not there any more",
                "它的情景改过了，那个选项已经没有了",
            )
            .into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::chance::Seed;
    use crate::record::journal::JournalOrigin;

    fn key(number: u64) -> EventKey {
        EventKey { origin: JournalOrigin::new(1), number }
    }

    fn moment(wrong: &str) -> OwnMoment {
        OwnMoment {
            scenario: "s".into(),
            scenario_hash: "h".into(),
            seed: Seed::new(1),
            before: vec!["a".into()],
            wrong: wrong.into(),
            requirements: vec!["r".into()],
        }
    }

    fn replay(happened: &[Happened]) -> Vec<(u64, u32, bool)> {
        let event = |(number, what): (u64, &Happened)| JournalEvent {
            key: key(number),
            at: jiff::Timestamp::UNIX_EPOCH,
            day: Day::new(5).expect("a day"),
            what: what.clone(),
        };
        let events: Vec<JournalEvent> = (1..).zip(happened).map(event).collect();
        KeptMoments::replay(&events).iter().map(|own| (own.key.number, own.mistakes, own.is_passed)).collect()
    }

    #[test]
    fn the_same_mistake_is_one_moment_and_another_is_another() {
        let made = |wrong| Happened::MomentMade(moment(wrong));
        assert_eq!(replay(&[made("x"), made("y"), made("x")]), [(1, 2, false), (2, 1, false)]);
        let passed = Happened::MomentPassed(key(1));
        assert_eq!(replay(&[made("x"), passed.clone()]), [(1, 1, true)]);
        assert_eq!(replay(&[made("x"), passed, made("x")]), [(1, 2, false)], "made again, it is to be played again");
        assert_eq!(replay(&[made("x"), Happened::MomentFailed(key(1))]), [(1, 2, false)]);
        assert_eq!(replay(&[made("x"), made("y"), Happened::MomentDropped(key(1))]), [(2, 1, false)]);
    }
}
