//! Some plays before all are walked: what they show need not be looked for any more, so that the walk keeps apart only the
//! states in which something is still to be found. Half of the players choose at random, half what was chosen least.

use super::shown::Shown;
use crate::base::chance::{RollsWithoutEnd, Seed};
use crate::content::scenario::{ChoiceId, Scenario, SceneId};
use crate::play::engine::{Move, State, advance};

/// The most plays.
const PLAYS: u64 = 2_000;

/// After how many plays that show nothing new it is enough.
const IDLE: u64 = 200;

/// The most moves of a play: a scenario may let one go round in circles.
const MOVES: usize = 400;

/// Notes in `shown` what some plays show.
pub(super) fn glimpse(scenario: &Scenario, shown: &mut Shown) {
    let mut players = Players {
        scenario,
        stream: Seed::new(0).rolls_without_end("glimpse"),
        taken: scenario.scenes.iter().map(|scene| vec![0; scene.choices.len()]).collect(),
    };
    let (mut seen, mut news) = (shown.count(), 0);
    for number in 0..PLAYS {
        players.play(number, shown);
        let now = shown.count();
        if now > seen {
            (seen, news) = (now, number);
        } else if number - news > IDLE {
            return;
        }
    }
}

struct Players<'s> {
    scenario: &'s Scenario,
    stream: RollsWithoutEnd,
    /// By choice of a scene: how often it was taken.
    taken: Vec<Vec<u32>>,
}

impl Players<'_> {
    fn play(&mut self, number: u64, shown: &mut Shown) {
        let scenario = self.scenario;
        let (mut state, mut events) = (State::opening(scenario), Vec::new());
        let mut dice = scenario.rolls(Seed::new(number));
        for _ in 0..MOVES {
            let Some(scene) = state.scene(scenario) else { return };
            let open: Vec<ChoiceId> = state.open_choices(scenario).collect();
            let Some(choice) = self.choose(scene, &open, number.is_multiple_of(2)) else { return };
            self.taken[scene.index()][choice.index()] += 1;
            let taken = Move { scene, choice };
            events.clear();
            let after = advance(scenario, &state, taken, &mut dice, &mut events);
            shown.step(taken, &state, &events, &after);
            state = after;
        }
    }

    fn choose(&mut self, scene: SceneId, open: &[ChoiceId], at_random: bool) -> Option<ChoiceId> {
        let roll = self.stream.roll();
        let taken = |choice: &ChoiceId| self.taken[scene.index()][choice.index()];
        let least = open.iter().map(taken).min()?;
        let wanted: Vec<ChoiceId> = open.iter().filter(|choice| at_random || taken(choice) == least).copied().collect();
        let number = roll.below(u32::try_from(wanted.len()).unwrap_or(u32::MAX)) as usize;
        wanted.get(number).copied()
    }
}
