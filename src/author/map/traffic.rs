//! Where plays went: how many of them took each choice, and how many went each way.

use super::edge_key::index;
use crate::base::chance::Seed;
use crate::content::scenario::{ChoiceId, Scenario};
use crate::play::engine::{Event, Move, Node, Session};
use crate::play::solver::{Policy, Simulator, Values};
use std::collections::{BTreeMap, BTreeSet};

/// How many of some plays went where. A play that goes somewhere several times counts once there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traffic {
    /// How many plays there are.
    pub plays: u32,
    counts: BTreeMap<Lane, u32>,
}

/// From a node, by a choice or by any, to a node or anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Lane {
    pub from: usize,
    pub by: Option<ChoiceId>,
    pub to: Option<usize>,
}

impl Traffic {
    /// Of a crowd that plays by a habit.
    pub fn of_crowd(values: &Values, policy: Policy, players: u32, seed: Seed) -> Traffic {
        let mut traffic = Traffic::default();
        let scenario = values.scenario();
        Simulator::new(values).watch(policy, players, seed, |way| traffic.add_way(scenario, way.iter().copied()));
        traffic
    }

    /// Adds a play, as far as it went.
    pub fn add(&mut self, session: &Session) {
        let scenario = session.scenario();
        let steps = session.turns().iter().map(|turn| {
            let in_time = !turn.events.contains(&Event::TimedOut);
            (turn.taken, in_time.then(|| turn.after.node(scenario)))
        });
        self.add_way(scenario, steps);
    }

    fn add_way(&mut self, scenario: &Scenario, way: impl Iterator<Item = (Move, Option<Node>)>) {
        self.plays += 1;
        let mut passed = BTreeSet::new();
        for (taken, to) in way {
            let (from, by) = (taken.scene.index(), Some(taken.choice));
            passed.insert(Lane { from, by, to: None });
            if let Some(to) = to.map(|to| index(scenario, to)) {
                passed.extend([by, None].map(|by| Lane { from, by, to: Some(to) }));
            }
        }
        for lane in passed {
            *self.counts.entry(lane).or_default() += 1;
        }
    }

    /// How many plays went so.
    pub(super) fn count(&self, lane: Lane) -> u32 {
        self.counts.get(&lane).copied().unwrap_or(0)
    }
}
