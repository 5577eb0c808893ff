//! A finished play, reviewed move by move: what each move lost, how good it was, when a pass was lost, and what was never
//! done. It says nothing in words; [`crate::report`] and the screens do.

use crate::content::scenario::{ChoiceId, Scenario};
use crate::content::standard::{RequirementId, Standard};
use crate::play::engine::{Session, Turn};
use crate::play::scoring::{EntryKind, Label, Ledger, RelativeValue, Score, Scorecard, Verdict};
use crate::play::solver::{Judged, Solver, Unsolved, Values};

/// A play and everything that is to say about it.
#[derive(Clone, Debug)]
pub struct Debrief {
    /// The judgement of the whole play.
    pub card: Scorecard,
    /// In whole percent; none when no move had a label.
    pub accuracy: Option<u32>,
    /// The move after which a pass could no longer be reached.
    pub no_return: Option<usize>,
    /// Every move, in order.
    pub moves: Vec<Reviewed>,
    /// What was due and never done.
    pub missed: Vec<Missed>,
}

/// One move, reviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// Which move of the play, from 0.
    pub turn: usize,
    /// None where nothing stood to choose.
    pub label: Option<Label>,
    /// In hundredths of a percent.
    pub loss: u32,
    /// Of the best move here.
    pub value_before: RelativeValue,
    /// Of the move taken, before the dice fell.
    pub value_after: RelativeValue,
    /// The best score still reachable after it, with the dice as they fell.
    pub reachable: Score,
    /// A best choice in the scene where it was made: the one taken, if that was one.
    pub best_choice: ChoiceId,
    /// What it met in its place.
    pub met: Vec<RequirementId>,
    /// What it met out of the order of its procedure.
    pub late: Vec<RequirementId>,
    /// What it broke.
    pub broken: Vec<RequirementId>,
    /// What gave way to another rule.
    pub yielded: Vec<RequirementId>,
}

/// Something that was due and never done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missed {
    /// What it was.
    pub requirement: RequirementId,
    /// The first move at which an open choice would have met it; none if no moment of this play offered it.
    pub moment: Option<usize>,
}

impl Debrief {
    /// Reviews a finished play.
    ///
    /// # Errors
    /// When the scenario cannot be solved.
    pub fn new(session: &Session, standard: &Standard) -> Result<Debrief, Unsolved> {
        let scenario = session.scenario();
        let solver = Solver::new(scenario, standard);
        let rolls = scenario.rolls(session.seed());
        let values = Values::new(&solver)?;
        let best = values.best(&rolls)?.best;
        let judged = values.judge(session.turns(), &rolls)?;
        Ok(Debrief::of(session, standard, best, &judged))
    }

    /// Reviews a play whose moves were judged.
    pub fn of(session: &Session, standard: &Standard, best: i32, judged: &[Judged]) -> Debrief {
        let scenario = session.scenario();
        let ledger = Ledger::judge(scenario, standard, session.turns());
        let card = Scorecard::new(scenario, standard, ledger, best);
        let moves = judged.iter().enumerate().map(|(turn, judged)| reviewed(turn, judged, &card));
        let moves: Vec<Reviewed> = moves.collect();
        let labelled: Vec<u32> = moves.iter().filter(|own| own.label.is_some()).map(|own| own.loss).collect();
        let never = card.ledger.entries.iter().filter(|entry| entry.kind == EntryKind::Missed);
        let missed = never.map(|entry| Missed {
            requirement: entry.requirement,
            moment: moment(scenario, session.turns(), entry.requirement),
        });
        Debrief {
            missed: missed.collect(),
            accuracy: accuracy(&labelled),
            no_return: no_return(&moves, judged, scenario.pass_mark),
            moves,
            card,
        }
    }
}

fn reviewed(turn: usize, judged: &Judged, card: &Scorecard) -> Reviewed {
    let own = |kind| {
        let own = card.ledger.entries.iter().filter(|entry| entry.turn == Some(turn) && entry.kind == kind);
        own.map(|entry| entry.requirement).collect()
    };
    Reviewed {
        turn,
        label: label(judged),
        loss: judged.loss,
        value_before: judged.before,
        value_after: judged.after,
        reachable: Score::share(judged.reachable, card.best),
        best_choice: judged.best,
        met: own(EntryKind::Met),
        late: own(EntryKind::Late),
        broken: own(EntryKind::Broken),
        yielded: own(EntryKind::Yielded),
    }
}

/// The label of a judged move: none where nothing stood to choose, and a critical break is a blunder whatever it lost.
pub fn label(judged: &Judged) -> Option<Label> {
    let label = if judged.critical { Label::Blunder } else { Label::of(judged.loss) };
    (judged.open > 1).then_some(label)
}

/// The first move after which a pass could no longer be reached. A critical break is never made good.
fn no_return(moves: &[Reviewed], judged: &[Judged], pass_mark: u32) -> Option<usize> {
    let best = |own: &Reviewed, judged: &Judged| Verdict::of(own.reachable, pass_mark, usize::from(judged.critical));
    moves.iter().zip(judged).position(|(own, judged)| best(own, judged) == Verdict::Fail)
}

/// The first move at which an open choice would have met this.
pub fn moment(scenario: &Scenario, turns: &[Turn], wanted: RequirementId) -> Option<usize> {
    turns.iter().position(|turn| {
        let Some(scene) = turn.before.scene(scenario) else { return false };
        turn.before.open_choices(scenario).any(|choice| {
            let marks = &scenario.scene(scene).choices[choice.index()].meets;
            marks.iter().any(|mark| mark.requirement == wanted && mark.when.holds(&turn.before.0))
        })
    })
}

/// How exact a play was, in whole percent, from the losses of its moves: the mean of the arithmetic and the harmonic mean,
/// so that one disaster among many easy moves is not hidden. None of nothing.
pub fn accuracy(losses: &[u32]) -> Option<u32> {
    if losses.is_empty() {
        return None;
    }
    let each: Vec<f64> = losses.iter().map(|loss| exactness(*loss)).collect();
    let count = f64::from(u32::try_from(each.len()).unwrap_or(u32::MAX));
    let arithmetic = each.iter().sum::<f64>() / count;
    // One 0 makes the harmonic mean 0, which is what its division by infinity gives.
    let harmonic = count / each.iter().map(|accuracy| 1.0 / accuracy).sum::<f64>();
    Some(whole(f64::midpoint(arithmetic, harmonic)))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a percentage between 0 and 100")]
fn whole(percent: f64) -> u32 {
    percent.round() as u32
}

/// The accuracy of one move in percent: Lichess' curve over the loss.
fn exactness(loss: u32) -> f64 {
    let loss = f64::from(loss) / 100.0;
    (103.1668 * (-0.04354 * loss).exp() - 3.1669).clamp(0.0, 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accuracy_is_full_for_best_moves_and_none_for_no_moves() {
        assert_eq!(accuracy(&[0, 0, 0]), Some(100));
        assert_eq!(accuracy(&[]), None);
    }

    #[test]
    fn one_disaster_among_easy_moves_shows() {
        // Nine best moves and a move that lost everything: the plain average would be 90.
        assert_eq!(accuracy(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 10_000]), Some(45));
        assert_eq!(accuracy(&[10_000]), Some(0));
    }

    #[test]
    fn accuracy_falls_with_the_loss() {
        let fall = [0, 500, 1_000, 1_500, 5_000].map(|loss| accuracy(&[loss]));
        assert_eq!(fall, [Some(100), Some(80), Some(64), Some(51), Some(9)]);
    }
}
