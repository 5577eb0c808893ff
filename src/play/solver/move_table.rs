//! Moves that were made before. What a choice does hangs only on the few bits of a state that it reads, so the rules (the
//! engine's [`advance`], which stands nowhere else) are asked once for each pattern of those bits; from then on the move is
//! looked up, and made by writing the bits that it changes.

use super::branches::{Draw, OutcomeBranching};
use super::packing::Packing;
use super::reads::{always_read_by, reads_of};
use super::small::small;
use crate::base::bits::{StateBits, changes};
use crate::content::scenario::{Choice, Scenario};
use crate::play::engine::{Event, Move, Node, Open, State, advance};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// The moves of one walk that are known so far, each outcome with what the walk notes about it.
pub(super) struct MoveTable<'s, T> {
    scenario: &'s Scenario,
    /// By scene and choice.
    choices: Vec<Vec<KnownChoice>>,
    outcomes: Vec<MoveOutcome<T>>,
    /// By known move: where its outcomes end among all; they begin where those of the move before end.
    ends: Vec<u32>,
    /// The outcomes of the move that was made last, where it is not to be kept.
    unkept: Vec<MoveOutcome<T>>,
}

/// What is known of one choice.
struct KnownChoice {
    /// The bits of a state that it reads.
    reads: Packing,
    moves: MovesByPattern,
}

/// The number of the move + 1 for each pattern of the bits that a choice reads; 0 where it was not asked for yet.
enum MovesByPattern {
    Listed(Vec<u32>),
    Hashed(FxHashMap<u64, u32>),
    /// The patterns have too many bits to be told apart quickly.
    Unkept,
}

/// The most bits of which every pattern has a place of its own.
const LISTED: u32 = 10;

/// One way in which a move can come out.
pub(super) struct MoveOutcome<T> {
    /// The words of a state that it changes: which, the bits that stay, and those that are set.
    writes: Box<[(usize, u64, u64)]>,
    seconds: u32,
    /// Where it leads.
    pub node: Node,
    /// What the rules tell of it; shared with whoever tells it on.
    pub events: Rc<[Event]>,
    pub note: T,
}

impl<T> MoveOutcome<T> {
    /// The state after it.
    #[inline]
    pub(super) fn after(&self, scenario: &Scenario, before: &State) -> State {
        let mut after = *before;
        for (word, stays, set) in &self.writes {
            after.0[*word] = after.0[*word] & stays | set;
        }
        scenario.fields.elapsed.set(&mut after.0, before.elapsed(scenario) + self.seconds);
        after
    }
}

impl<'s, T> MoveTable<'s, T> {
    pub(super) fn new(scenario: &'s Scenario) -> MoveTable<'s, T> {
        let known = |choice: &Choice| KnownChoice::new(scenario, choice);
        let choices = scenario.scenes.iter().map(|scene| scene.choices.iter().map(known).collect()).collect();
        MoveTable { scenario, choices, outcomes: Vec::new(), ends: Vec::new(), unkept: Vec::new() }
    }

    /// The outcomes of a choice of the present scene under these dice; none where it is not open. `note` is asked about
    /// each when it is first met: given the bits that it changes, its events and what was drawn for it.
    pub(super) fn outcomes(
        &mut self,
        state: &State,
        taken: Move,
        dice: &mut impl OutcomeBranching,
        mut note: impl FnMut(&StateBits, &[Event], &[Draw]) -> T,
    ) -> &[MoveOutcome<T>] {
        let scenario = self.scenario;
        let choice = &scenario.scene(taken.scene).choices[taken.choice.index()];
        let clock = state.clock(scenario);
        let is_over = clock + choice.takes.seconds(clock) >= scenario.clock.closes_at;
        let known = &mut self.choices[taken.scene.index()][taken.choice.index()];
        // What the clock ends is too seldom to be kept.
        let Some(number) = known.number(state).filter(|_| !is_over) else {
            self.unkept.clear();
            make(scenario, state, taken, dice, &mut note, &mut self.unkept);
            return &self.unkept;
        };
        if *number == 0 {
            make(scenario, state, taken, dice, &mut note, &mut self.outcomes);
            self.ends.push(small(self.outcomes.len()));
            *number = small(self.ends.len());
        }
        let number = *number as usize;
        let from = number.checked_sub(2).map_or(0, |before| self.ends[before]);
        &self.outcomes[from as usize..self.ends[number - 1] as usize]
    }
}

/// Puts a choice to the rules and adds its outcomes, if it is open.
fn make<T>(
    scenario: &Scenario,
    state: &State,
    taken: Move,
    dice: &mut impl OutcomeBranching,
    note: &mut impl FnMut(&StateBits, &[Event], &[Draw]) -> T,
    outcomes: &mut Vec<MoveOutcome<T>>,
) {
    if state.open(scenario, taken.scene, taken.choice) != Open::Yes {
        return;
    }
    dice.begin();
    loop {
        let mut events = Vec::new();
        let after = advance(scenario, state, taken, dice, &mut events);
        let changed = changes(&state.0, &after.0);
        let mut apart = changed;
        // The clock is no part of the pattern, and always goes on.
        scenario.fields.elapsed.unmark(&mut apart);
        let writes = apart.iter().enumerate().filter(|(_, bits)| **bits != 0);
        outcomes.push(MoveOutcome {
            writes: writes.map(|(word, bits)| (word, !bits, after.0[word] & bits)).collect(),
            seconds: after.elapsed(scenario) - state.elapsed(scenario),
            node: after.node(scenario),
            note: note(&changed, &events, dice.drawn()),
            events: events.into(),
        });
        if !dice.turn() {
            return;
        }
    }
}

impl KnownChoice {
    fn new(scenario: &Scenario, choice: &Choice) -> KnownChoice {
        let always = always_read_by(scenario, choice);
        let reads = Packing::new(&reads_of(scenario, std::slice::from_ref(choice), &always), &StateBits::default());
        let moves = match reads.bits {
            0..=LISTED => MovesByPattern::Listed(vec![0; 1 << reads.bits]),
            11..=64 => MovesByPattern::Hashed(FxHashMap::default()),
            _ => MovesByPattern::Unkept,
        };
        KnownChoice { reads, moves }
    }

    /// Where the number of this choice's move in a state is kept, if it is.
    #[inline]
    fn number(&mut self, state: &State) -> Option<&mut u32> {
        match &mut self.moves {
            MovesByPattern::Listed(list) => Some(&mut list[usize::try_from(self.reads.word(&state.0)).ok()?]),
            MovesByPattern::Hashed(map) => Some(map.entry(self.reads.word(&state.0)).or_insert(0)),
            MovesByPattern::Unkept => None,
        }
    }
}
