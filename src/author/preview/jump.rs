//! Going to a scene, and making chances fall as the author wants: both by finding a seed that allows it.

use super::bench::Preview;
use crate::author::dice::WantedOutcome;
use crate::base::chance::Seed;
use crate::content::scenario::{ChanceId, OutcomeId, Scenario, SceneId};
use crate::play::engine::{Move, Session};
use std::sync::Arc;

/// So many seeds are tried, the present one first.
pub const SEEDS: u64 = 20_000;

/// No seed that was tried allows what is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSeed;

impl Preview {
    /// How a chance is wanted to fall, if it is.
    pub fn wanted(&self, chance: ChanceId) -> Option<OutcomeId> {
        let scenario = self.session()?.scenario();
        let own = &scenario.chances[chance.index()];
        let outcome = self.wanted.get(&own.name)?;
        OutcomeId::find(&own.outcomes, |other| other == outcome)
    }

    /// Makes a chance fall so from now on, or lets the dice decide it again; the way stays.
    ///
    /// # Errors
    /// When no seed that was tried draws all chances as they are wanted; nothing is changed then.
    pub fn want(&mut self, chance: ChanceId, outcome: Option<OutcomeId>) -> Result<(), NoSeed> {
        let Some(scenario) = self.session().map(|session| session.scenario().clone()) else { return Ok(()) };
        let own = &scenario.chances[chance.index()];
        let before = self.wanted.clone();
        match outcome {
            Some(outcome) => self.wanted.insert(own.name.clone(), own.outcomes[outcome.index()].clone()),
            None => self.wanted.remove(&own.name),
        };
        let found = self.draw_again(self.seed());
        if found.is_err() {
            self.wanted = before;
        }
        found
    }

    /// Other dice for the same way: the first seed from this one on that draws what is wanted as it is wanted.
    ///
    /// # Errors
    /// When no seed that was tried does; nothing is changed then.
    pub fn draw_again(&mut self, from: Seed) -> Result<(), NoSeed> {
        let Some(session) = self.session() else { return Ok(()) };
        let moves: Vec<Move> = session.turns().iter().map(|turn| turn.taken).collect();
        let scenario = session.scenario().clone();
        let wanted = self.all_wanted(&scenario);
        // Best where it holds on every way; else on the present one.
        let sure = seeds_from(from).find(|seed| wanted.iter().all(|own| own.must_fall(&scenario, *seed)));
        let here = || seeds_from(from).find(|seed| falls_here(&scenario, *seed, &wanted, &moves));
        self.reseed(sure.or_else(here).ok_or(NoSeed)?);
        Ok(())
    }

    /// Goes to a scene by these moves.
    ///
    /// # Errors
    /// When no seed that was tried leads there with the chances as they are wanted; nothing is changed then.
    pub fn go_to(&mut self, scene: SceneId, moves: &[Move]) -> Result<(), NoSeed> {
        let Some(session) = self.session() else { return Ok(()) };
        let scenario = session.scenario().clone();
        let wanted = self.all_wanted(&scenario);
        let leads = |seed: &Seed| {
            let can_fall = wanted.iter().all(|own| own.can_fall(&scenario, *seed));
            let mut session = Session::new(scenario.clone(), *seed);
            can_fall
                && session.take_moves(moves).is_ok()
                && session.state().scene(&scenario) == Some(scene)
                && are_as_wanted(&session, &wanted)
        };
        let seed = seeds_from(self.seed()).find(leads).ok_or(NoSeed)?;
        let choice = |own: &Move| scenario.scene(own.scene).choices[own.choice.index()].id.clone();
        self.lead(moves.iter().map(choice).collect(), seed);
        Ok(())
    }

    fn all_wanted(&self, scenario: &Scenario) -> Vec<WantedOutcome> {
        let of = |chance| Some(WantedOutcome { chance, outcome: self.wanted(chance)? });
        ChanceId::of(&scenario.chances).filter_map(of).collect()
    }
}

fn seeds_from(seed: Seed) -> impl Iterator<Item = Seed> {
    (0..SEEDS).map(move |more| Seed::new(seed.number() + more))
}

/// Whether what these moves draw falls as it is wanted, and what they do not draw still can.
fn falls_here(scenario: &Arc<Scenario>, seed: Seed, wanted: &[WantedOutcome], moves: &[Move]) -> bool {
    if !wanted.iter().all(|own| own.can_fall(scenario, seed)) {
        return false;
    }
    let mut session = Session::new(scenario.clone(), seed);
    // Where the dice fall otherwise, the way may stop before its end.
    let _ = session.take_moves(moves);
    are_as_wanted(&session, wanted)
}

fn are_as_wanted(session: &Session, wanted: &[WantedOutcome]) -> bool {
    let mut events = session.turns().iter().flat_map(|turn| &turn.events);
    events.all(|event| wanted.iter().all(|own| own.agrees(event)))
}
