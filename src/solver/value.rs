//! What a moment is worth: with chance averaged by its weights (`E`), and with the dice as they fell.
//!
//! `E` is the expected final points under best play, a critical break costing more than all points of the scenario; a
//! choice is judged before the dice fall. All numbers are whole multiples of a common denominator, so they are exact, the
//! same on any machine, and equal choices are equal to the last digit. Only where the weights have no common denominator
//! up to 2^40 each draw is rounded to that fraction of a point.
//!
//! As in [`super::search`] the clock is forgotten where nothing reads it, and a play may stop at any moment as if the
//! scenario had closed: that only adds plays, so no value is too low. Each comes with a deadline, the latest clock at which
//! some best way on is still over before the scenario closes whatever the dice do; up to then it is exact. Past it, all
//! that follows is worked out again with the clock.

use super::fan::{Act, Fan, Outcome, Unit};
use super::live::Clock;
use super::search::{OUT_OF_TIME, OVER, Position, Solver, Unsolved};
use crate::chance::Rolls;
use crate::engine::State;
use crate::scenario::Takes;
use crate::scoring::Tally;

/// What can still be won from a moment, in units, and until when (seconds since midnight) that is sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Worth {
    pub points: i64,
    pub deadline: i32,
}

/// No clock is early enough.
const NEVER: i32 = -1;

/// Less than anything that play can cost.
const HOPELESS: i64 = i64::MIN / 4;

/// How the dice fall.
#[derive(Clone, Copy)]
pub(super) enum Fall<'f> {
    Averaged(Unit),
    /// By act: the outcome that comes.
    As(&'f [u32]),
}

/// All that can follow from a moment, and what it is worth on average.
pub(super) struct Ground {
    pub fan: Fan,
    pub worth: Vec<Worth>,
    /// The points at its first state.
    pub unit: Unit,
}

impl Ground {
    /// The whole scenario, with the clock only where it must be; and the points that a play starts with.
    ///
    /// # Errors
    /// When there are more states than the bound, or no play has an end.
    pub fn whole(solver: &Solver) -> Result<(Ground, i32), Unsolved> {
        let opening = State::opening(solver.scenario);
        let (tally, points) = solver.rules.open(&opening);
        let forgotten = Ground::from(solver, Clock::Forgotten, &opening, &tally)?;
        let ground = match forgotten.worth[0].holds_at(opening.clock(solver.scenario)) {
            true => forgotten,
            false => Ground::from(solver, Clock::Kept, &opening, &tally)?,
        };
        if ground.worth[0].points <= HOPELESS / 2 {
            return Err(Unsolved::NoEnding);
        }
        Ok((ground, points))
    }

    /// All that can follow from one moment of a play.
    ///
    /// # Errors
    /// When there are more states than the bound.
    pub fn from(solver: &Solver, clock: Clock, state: &State, tally: &Tally) -> Result<Ground, Unsolved> {
        let unit = Unit::of(solver.scenario);
        let mut root = Position { state: *state, tally: *tally };
        // The opening is no state that a move led to: it stands in the table as it is.
        if let (Clock::Kept, Some(scene)) = (clock, state.scene(solver.scenario)) {
            root = solver.settled(solver.live(clock), scene, *state, *tally);
        }
        let fan = Fan::grow(solver, clock, root, unit)?;
        let worth = worths(&fan, solver.scenario.clock.closes_at, Fall::Averaged(unit));
        Ok(Ground { fan, worth, unit })
    }

    /// The same with the dice as they fell, in whole points.
    pub fn under(&self, solver: &Solver, rolls: &Rolls) -> Fallen {
        let fallen = self.fan.fallen(solver, rolls);
        let worth = worths(&self.fan, solver.scenario.clock.closes_at, Fall::As(&fallen));
        Fallen { fallen, worth }
    }

    /// What an act is worth before the dice fall.
    pub fn act(&self, act: usize, closes_at: u32) -> Worth {
        after(self.fan.act(act), self.fan.outcomes_of(act), closes_at, Fall::Averaged(self.unit), act, &self.worth)
    }
}

/// What each state is worth under given dice.
pub(super) struct Fallen {
    pub fallen: Vec<u32>,
    pub worth: Vec<Worth>,
}

impl Fallen {
    /// The outcome that comes of an act, and what the act is worth.
    pub fn act(&self, fan: &Fan, act: usize, closes_at: u32) -> (Outcome, Worth) {
        let worth = after(fan.act(act), fan.outcomes_of(act), closes_at, Fall::As(&self.fallen), act, &self.worth);
        (fan.outcomes_of(act)[self.fallen[act] as usize], worth)
    }
}

impl Worth {
    /// Whether it is exact at this clock.
    pub fn holds_at(self, clock: u32) -> bool {
        i64::from(self.deadline) >= i64::from(clock)
    }
}

impl Solver<'_> {
    /// What a critical break costs on top of its weight: more than all points of the scenario.
    pub(super) fn penalty(&self) -> i32 {
        self.rules.everything() + 1
    }
}

/// By state: the most that can still be won. States behind others come first, so one round settles all but the circles
/// of a forgotten clock. No circle has chance in it (a chance is drawn once) and none wins anything, so a few rounds more
/// settle them too.
fn worths(fan: &Fan, closes_at: u32, fall: Fall) -> Vec<Worth> {
    let unit = match fall {
        Fall::Averaged(unit) => i64::from(unit),
        Fall::As(_) => 1,
    };
    let stop = |stop: &Option<i32>| stop.map_or(HOPELESS, |points| i64::from(points) * unit);
    let mut worth: Vec<Worth> =
        fan.stops.iter().map(|points| Worth { points: stop(points), deadline: NEVER }).collect();
    loop {
        let mut changed = false;
        for state in &fan.order {
            let acts = fan.acts_of(*state);
            let acts = acts.map(|act| after(fan.act(act), fan.outcomes_of(act), closes_at, fall, act, &worth));
            let best = acts.max().unwrap_or(worth[*state as usize]).max(worth[*state as usize]);
            changed |= best != worth[*state as usize];
            worth[*state as usize] = best;
        }
        if !changed {
            return worth;
        }
    }
}

/// What an act is worth, given what the states after it are worth.
fn after(act: Act, outcomes: &[Outcome], closes_at: u32, fall: Fall, number: usize, worth: &[Worth]) -> Worth {
    let rest = |outcome: &Outcome| match outcome.to {
        OVER => Worth { points: 0, deadline: closes_at.cast_signed() - 1 },
        OUT_OF_TIME => Worth { points: 0, deadline: NEVER },
        to => worth[to as usize].moved(act.takes),
    };
    match fall {
        Fall::As(fallen) => {
            let outcome = &outcomes[fallen[number] as usize];
            let rest = rest(outcome);
            Worth { points: (rest.points + i64::from(outcome.points)).max(HOPELESS), ..rest }
        }
        Fall::Averaged(unit) => {
            let mut sum = 0;
            let mut deadline = i32::MAX;
            for outcome in outcomes {
                let rest = rest(outcome);
                sum += i128::from(outcome.share) * i128::from(i64::from(outcome.points) * unit.0 + rest.points);
                deadline = deadline.min(rest.deadline);
            }
            let points = sum.div_euclid(i128::from(unit.0)).max(i128::from(HOPELESS));
            Worth { points: points as i64, deadline }
        }
    }
}

impl Worth {
    /// The same, seen from before a move of this length.
    fn moved(self, takes: Takes) -> Worth {
        let deadline = match takes {
            Takes::Seconds(seconds) => self.deadline - seconds.cast_signed(),
            Takes::Until(time) if self.deadline >= time.cast_signed() => self.deadline - 1,
            Takes::Until(_) => NEVER,
        };
        Worth { deadline: deadline.max(NEVER), ..self }
    }
}

impl From<Unit> for i64 {
    fn from(unit: Unit) -> i64 {
        unit.0
    }
}
