//! A finished play, reviewed move by move: what each move lost, how good it was, when a pass was lost, and what was never
//! done. It says nothing in words; [`crate::report`] and the screens do.

use crate::content::scenario::{ChoiceId, Scenario};
use crate::content::standard::{RequirementId, Standard};
use crate::play::engine::{Session, Turn};
use crate::play::parting::{NotBest, Parting};
use crate::play::scoring::{EntryKind, Label, Ledger, RelativeValue, Score, Scorecard, Verdict, whole_share};
use crate::play::solver::{Judged, Solver, Unsolved, Values};

/// A play and everything that is to say about it.
#[derive(Clone, Debug)]
pub struct Debrief {
    /// The judgement of the whole play.
    pub card: Scorecard,
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
    /// All best choices there, in the order of the file.
    pub best_choices: Box<[ChoiceId]>,
    /// Whether it broke something critical.
    pub critical: bool,
    /// What it gave up; none for a best move, and where nothing can be compared.
    pub parting: Option<Parting>,
    /// What it met in its place.
    pub met: Vec<RequirementId>,
    /// What it met out of the order of its procedure.
    pub late: Vec<RequirementId>,
    /// What it broke.
    pub broken: Vec<RequirementId>,
    /// What gave way to another rule.
    pub yielded: Vec<RequirementId>,
}

/// What became of the curve at a move, in whole points of 100. Before the move it stands `cost` and `luck` higher than after
/// it, unless the points fell below 0, or the dice made good what the choice costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoveCost {
    /// What the choice gave up, with the dice as they fell.
    pub cost: i32,
    /// What no choice gave up: the dice alone.
    pub luck: i32,
    /// What the choice costs before the dice fall, where that is another number.
    pub average: Option<i32>,
    /// Whether its points go below 0, where no score follows them.
    pub is_below: bool,
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
        let solver = Solver::for_learner(scenario, standard);
        let rolls = scenario.rolls(session.seed());
        let values = Values::new(&solver)?;
        let best = values.best(&rolls)?.best;
        let judged = values.judge(session.turns(), &rolls)?;
        let mut debrief = Debrief::of(session, standard, best, &judged);
        for own in debrief.moves.iter_mut().filter(|own| own.loss > 0) {
            let average = values.points_of_loss(own.loss);
            let not_best = NotBest { turn: own.turn, best: own.best_choice, average };
            own.parting = Parting::at(session, standard, &solver, not_best);
        }
        Ok(debrief)
    }

    /// Reviews a play whose moves were judged; what each gave up is left open.
    pub fn of(session: &Session, standard: &Standard, best: i32, judged: &[Judged]) -> Debrief {
        let scenario = session.scenario();
        let ledger = Ledger::judge(scenario, standard, session.turns());
        let card = Scorecard::new(scenario, standard, ledger, best);
        let moves = judged.iter().enumerate().map(|(turn, judged)| reviewed(turn, judged, &card));
        let moves: Vec<Reviewed> = moves.collect();
        let never = card.ledger.entries.iter().filter(|entry| entry.kind == EntryKind::Missed);
        let missed = never.map(|entry| Missed {
            requirement: entry.requirement,
            moment: moment(scenario, session.turns(), entry.requirement),
        });
        Debrief { missed: missed.collect(), no_return: no_return(&moves, judged, scenario.pass_mark), moves, card }
    }
}

impl Debrief {
    /// What a move did to the curve.
    pub fn cost(&self, turn: usize) -> MoveCost {
        let own = &self.moves[turn];
        let before = self.reachable_before(turn).whole();
        let after = own.reachable.whole();
        // What the curve lost at a best move the dice took; at another without a comparison, the choice did.
        let (best, cost) = match &own.parting {
            Some(parting) => {
                let best = whole_share(parting.best, self.card.best);
                (best.max(0), (best - whole_share(parting.taken, self.card.best)).max(0))
            }
            None if own.loss == 0 => (after, 0),
            None => (before, before - after),
        };
        let is_below = own.parting.as_ref().is_some_and(|parting| parting.taken < 0);
        let average = own.parting.as_ref().filter(|_| !own.critical).and_then(Parting::by_chance);
        let average = average.map(|points| points / self.card.best.max(1)).filter(|average| *average != cost);
        MoveCost { cost, luck: (before - best).max(0), average, is_below }
    }

    /// The best score still reachable before a move.
    pub fn reachable_before(&self, turn: usize) -> Score {
        turn.checked_sub(1).map_or(Score::share(self.card.best, self.card.best), |before| self.moves[before].reachable)
    }

    /// The moves that cost most, the dearest first: a critical break before all others.
    pub fn costliest(&self, count: usize) -> Vec<usize> {
        let mut costly: Vec<&Reviewed> = self.moves.iter().filter(|own| own.loss > 0 || own.critical).collect();
        costly.sort_by_key(|own| (!own.critical, -self.cost(own.turn).cost, std::cmp::Reverse(own.loss), own.turn));
        costly.iter().map(|own| own.turn).take(count).collect()
    }

    /// How many moves have this label; with none: how many had nothing beside them.
    pub fn count(&self, label: Option<Label>) -> usize {
        self.moves.iter().filter(|own| own.label == label).count()
    }

    /// The move with which this was given up.
    pub fn given_up_with(&self, requirement: RequirementId) -> Option<usize> {
        let gives_up = |own: &Reviewed| {
            let rows = own.parting.iter().flat_map(|parting| &parting.rows);
            rows.into_iter().any(|row| row.requirement == requirement && row.points > 0)
        };
        self.moves.iter().position(gives_up)
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
        best_choices: judged.equals.clone(),
        critical: judged.critical,
        parting: None,
        met: own(EntryKind::Met),
        late: own(EntryKind::Late),
        broken: own(EntryKind::Broken),
        yielded: own(EntryKind::Yielded),
    }
}

/// The label of a judged move: none where nothing stood to choose, and a critical break is a blunder whatever it lost.
pub fn label(judged: &Judged) -> Option<Label> {
    let label = if judged.critical { Label::Blunder } else { Label::of(judged.loss) };
    (judged.losses.len() > 1).then_some(label)
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
