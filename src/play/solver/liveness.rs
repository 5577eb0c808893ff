//! What still matters in a scene: the facts that something reachable from it reads. Everything else is forgotten before
//! two moments are compared, so that plays which differ only in their past meet in one state.
//!
//! The clock is such a fact. Where no condition reads it any more it is forgotten too, and with it the moment at which
//! a scenario closes; the search answers for that ([`super::search`]).

use super::reads::{
    ClockMode, ItemSet, Tracked, always_read, reads_of, successors, touches_of, tracked_reads, writes_of,
};
use crate::base::bits::{Field, SparseMask, StateBits, and, merge};
use crate::content::scenario::{Scenario, Scene, SceneId};
use crate::play::scoring::{DueItem, PartialScore, Procedure, ScoringModel};

/// What still matters in every scene of a scenario.
pub(super) struct Liveness {
    /// Whether the clock is kept where nothing reads it.
    pub clock: ClockMode,
    scenes: Vec<SceneLiveness>,
    /// The bits that all due conditions read, and the rules by which items can give way.
    due_reads: StateBits,
}

/// What still matters from one scene on.
struct SceneLiveness {
    /// The bits of a state that are read.
    facts: StateBits,
    /// The bits that are written.
    volatile: StateBits,
    /// The items that can be met, or acted against and excused.
    touchable: ItemSet,
    /// Whether the clock is read.
    reads_clock: bool,
    /// The bits of a tally that are not forgotten at once: those of plain items that can no longer be met are.
    marks: StateBits,
    /// The items that must be looked at, one by one.
    unsettled: Vec<UnsettledItem>,
    /// Those that must be looked at only where one of them was met.
    untouchable: WatchedItems,
    /// Those that are due from the start: they must be looked at only where one was tried badly or acted against.
    always_due: WatchedItems,
    /// By procedure: its steps that can be met, in the order of their ranks.
    steps: Vec<Vec<MeetableStep>>,
}

/// Items that most often need not be looked at.
#[derive(Default)]
struct WatchedItems {
    items: Vec<UnsettledItem>,
    /// The bits of which one must be up before they are looked at.
    watched: SparseMask,
    /// All of their bits.
    bits: SparseMask,
}

/// An item of which the tally alone does not say what still matters.
struct UnsettledItem {
    item: usize,
    can_touch: bool,
    /// Whether something that its condition reads is settled for good here.
    may_die: bool,
}

/// A step that can be met.
struct MeetableStep {
    rank: usize,
    /// The bits of which one says that it takes no place any more: met, given way, tried badly or acted against.
    closed: SparseMask,
}

impl Liveness {
    pub(super) fn new(scenario: &Scenario, scoring: &ScoringModel, tracked: &Tracked, clock: ClockMode) -> Liveness {
        let always = always_read(scenario, scoring, clock);
        let words = scoring.items.len().div_ceil(64);
        let here = |(id, scene): (SceneId, &Scene)| {
            let mut facts = reads_of(scenario, &scene.choices, &always);
            merge(&mut facts, &tracked_reads(scenario, id, tracked));
            let (volatile, touchable) =
                (writes_of(scenario, &scene.choices), touches_of(scoring, &scene.choices, words));
            let (marks, unsettled, untouchable, always_due, steps) = Default::default();
            let reads_clock = false;
            SceneLiveness { facts, volatile, touchable, reads_clock, marks, unsettled, untouchable, always_due, steps }
        };
        let mut liveness = Liveness {
            clock,
            scenes: SceneId::enumerate(&scenario.scenes).map(here).collect(),
            due_reads: StateBits::default(),
        };
        for item in &scoring.items {
            item.reads.mark(&mut liveness.due_reads);
            item.excuse_reads.mark(&mut liveness.due_reads);
        }
        let scenes = SceneId::enumerate(&scenario.scenes);
        let next: Vec<Vec<SceneId>> = scenes.map(|(id, scene)| successors(scenario, id, &scene.choices)).collect();
        while liveness.spread(&next) {}
        liveness.scenes.iter_mut().for_each(|here| here.prepare(scenario, scoring));
        liveness
    }

    /// One round of telling each scene what its successors need; whether anything was new.
    fn spread(&mut self, next: &[Vec<SceneId>]) -> bool {
        let mut news = false;
        for scene in (0..next.len()).rev() {
            for successor in next[scene].iter().filter(|successor| successor.index() != scene) {
                let [here, there] = self.pair(scene, successor.index());
                news |= merge(&mut here.facts, &there.facts);
                news |= merge(&mut here.volatile, &there.volatile);
                for (own, theirs) in here.touchable.iter_mut().zip(&there.touchable) {
                    news |= theirs & !*own != 0;
                    *own |= theirs;
                }
            }
        }
        news
    }

    /// Two different scenes at once.
    fn pair(&mut self, one: usize, other: usize) -> [&mut SceneLiveness; 2] {
        let (before, after) = self.scenes.split_at_mut(one.max(other));
        if one < other { [&mut before[one], &mut after[0]] } else { [&mut after[0], &mut before[other]] }
    }

    /// All bits of a state that are read anywhere.
    pub(super) fn everything(&self) -> StateBits {
        let mut all = StateBits::default();
        for here in &self.scenes {
            merge(&mut all, &here.facts);
        }
        // The facts that wait for a due condition are kept where it can still hold.
        merge(&mut all, &self.due_reads);
        all
    }

    /// Whether the clock still matters from this scene on.
    pub(super) fn reads_clock(&self, scene: SceneId) -> bool {
        self.scenes[scene.index()].reads_clock
    }

    /// Forgets the facts of a state that nothing reads any more.
    pub(super) fn forget(&self, scene: SceneId, state: &mut StateBits) {
        *state = and(state, &self.scenes[scene.index()].facts);
    }

    /// Forgets what can no longer matter: equal moments become equal words.
    pub(super) fn canonicalize(
        &self,
        scoring: &ScoringModel,
        scene: SceneId,
        state: &mut StateBits,
        partial: &mut PartialScore,
    ) {
        let here = &self.scenes[scene.index()];
        let mut facts = here.facts;
        partial.0 = and(&partial.0, &here.marks);
        if here.untouchable.watched.meets(&partial.0) {
            here.settle(scoring, &here.untouchable.items, state, partial, &mut facts);
        } else {
            // What was not met by now and never will be matters no more.
            here.untouchable.bits.clear(&mut partial.0);
        }
        if here.always_due.watched.meets(&partial.0) {
            here.settle(scoring, &here.always_due.items, state, partial, &mut facts);
        }
        here.settle(scoring, &here.unsettled, state, partial, &mut facts);
        self.settle_orders(scoring, scene, partial);
        *state = and(state, &facts);
    }

    /// Forgets what of the order of procedures no step from this scene on can change.
    pub(super) fn settle_orders(&self, scoring: &ScoringModel, scene: SceneId, partial: &mut PartialScore) {
        for (procedure, steps) in scoring.procedures.iter().zip(&self.scenes[scene.index()].steps) {
            settle_order(procedure, steps, partial);
        }
    }

    /// The bits of a state that the rules read from this scene on.
    pub(super) fn facts_of(&self, scene: SceneId) -> StateBits {
        self.scenes[scene.index()].facts
    }

    /// The bits of a state that are written from this scene on.
    pub(super) fn volatile_of(&self, scene: SceneId) -> &StateBits {
        &self.scenes[scene.index()].volatile
    }

    /// Whether an item can be met from this scene on, or acted against and excused.
    pub(super) fn can_touch(&self, scene: SceneId, item: usize) -> bool {
        self.scenes[scene.index()].can_touch(item)
    }
}

impl SceneLiveness {
    /// Works out once what [`Liveness::canonicalize`] asks for at every move.
    fn prepare(&mut self, scenario: &Scenario, scoring: &ScoringModel) {
        for (number, item) in scoring.items.iter().enumerate() {
            if self.can_touch(number) {
                item.excuse_reads.mark(&mut self.facts);
            }
        }
        self.reads_clock = scenario.fields.elapsed.is_in(&self.facts);
        let (mut forgotten, settled) = (StateBits::default(), self.volatile.map(|word| !word));
        for (number, item) in scoring.items.iter().enumerate() {
            let can_touch = self.can_touch(number);
            let waits = item.step.is_some_and(|step| !scoring.procedures[step.procedure].waiting.is_empty());
            if waits || item.remedy || !item.when.is_always() || item.can_close() {
                let may_die = item.reads.meets(&settled);
                let items = match (can_touch || item.remedy, item.when.is_always() && !item.remedy) {
                    (false, _) => &mut self.untouchable.items,
                    (true, true) => &mut self.always_due.items,
                    (true, false) => &mut self.unsettled,
                };
                items.push(UnsettledItem { item: number, can_touch, may_die });
            } else if !can_touch {
                item.bits.mark(&mut forgotten);
            }
        }
        self.marks = forgotten.map(|word| !word);
        self.untouchable.watch(scoring, |item| vec![item.met]);
        self.always_due.watch(scoring, |item| vec![item.spoiled, item.barred]);
        self.steps = scoring.procedures.iter().map(|procedure| self.open_steps(scoring, procedure)).collect();
    }

    /// Forgets what can no longer matter of these items, and adds to `facts` what their due conditions still read.
    fn settle(
        &self,
        scoring: &ScoringModel,
        items: &[UnsettledItem],
        state: &StateBits,
        partial: &mut PartialScore,
        facts: &mut StateBits,
    ) {
        let mut listed = scoring.listed_items(partial);
        for unsettled in items {
            let (number, item) = (unsettled.item, &scoring.items[unsettled.item]);
            if unsettled.is_untried(item, partial) {
                item.reads.mark(facts);
                continue;
            }
            if unsettled.is_lost(item, partial) {
                item.bits.clear(&mut partial.0);
                continue;
            }
            let is_listed = listed[number / 64] >> (number % 64) & 1 == 1;
            let is_kept = match unsettled.prospect(item, &self.volatile, state, partial) {
                Prospect::Dead => {
                    scoring.discard(partial, number);
                    if is_listed {
                        listed = scoring.listed_items(partial);
                    }
                    unsettled.can_touch
                }
                // The steps that wait in a procedure are counted again later: their bits stay.
                Prospect::Open { undecided } if is_listed => undecided,
                Prospect::Open { .. } => settle_item(item, unsettled.can_touch, partial),
            };
            if is_kept {
                item.reads.mark(facts);
            }
        }
    }

    fn can_touch(&self, item: usize) -> bool {
        self.touchable[item / 64] >> (item % 64) & 1 == 1
    }

    fn open_steps(&self, scoring: &ScoringModel, procedure: &Procedure) -> Vec<MeetableStep> {
        let open = procedure.items.iter().copied().filter(|number| self.can_touch(*number));
        let step = |number: usize| {
            let item = &scoring.items[number];
            let mut closed = StateBits::default();
            for field in [item.met, item.barred, item.gone, item.spoiled] {
                field.mark(&mut closed);
            }
            Some(MeetableStep { rank: item.step?.rank, closed: SparseMask::of(&closed) })
        };
        let mut steps: Vec<MeetableStep> = open.filter_map(step).collect();
        steps.sort_by_key(|step| step.rank);
        steps
    }
}

/// What can still become of an item.
enum Prospect {
    /// It can never become due.
    Dead,
    /// It is due, or may become so.
    Open { undecided: bool },
}

impl WatchedItems {
    /// Works out which bits are watched, given those of one item.
    fn watch(&mut self, scoring: &ScoringModel, watched: impl Fn(&DueItem) -> Vec<Field>) {
        let (mut all, mut bits) = (StateBits::default(), StateBits::default());
        for item in self.items.iter().map(|unsettled| &scoring.items[unsettled.item]) {
            for field in watched(item) {
                field.mark(&mut all);
            }
            item.bits.mark(&mut bits);
        }
        (self.watched, self.bits) = (SparseMask::of(&all), SparseMask::of(&bits));
    }
}

impl UnsettledItem {
    /// Whether nothing has happened to a duty that waits for its condition: all that matters is what that reads, whether it
    /// can still hold or not.
    fn is_untried(&self, item: &DueItem, partial: &PartialScore) -> bool {
        self.can_touch && !item.remedy && !item.bits.meets(&partial.0)
    }

    /// Whether it was not met and never will be, so that nothing of it matters.
    fn is_lost(&self, item: &DueItem, partial: &PartialScore) -> bool {
        !self.can_touch && !item.remedy && item.met.get(&partial.0) == 0
    }

    fn prospect(&self, item: &DueItem, volatile: &StateBits, state: &StateBits, partial: &PartialScore) -> Prospect {
        let undecided = !item.when.is_always() && item.due.get(&partial.0) == 0;
        if undecided && self.may_die && item.when.is_dead(state, volatile) {
            return Prospect::Dead;
        }
        Prospect::Open { undecided }
    }
}

/// Increments matter only above the lowest rank that can still be met.
fn settle_order(procedure: &Procedure, steps: &[MeetableStep], partial: &mut PartialScore) {
    if procedure.waiting.first().is_some_and(|first| first.get(&partial.0) != 0) {
        return;
    }
    let lowest = steps.iter().find(|step| !step.closed.meets(&partial.0));
    let last = lowest.map_or(procedure.gains.len() - 1, |step| step.rank);
    procedure.gains_up_to[last].clear(&mut partial.0);
}

/// Forgets what can no longer matter of one item; whether its due condition still does.
fn settle_item(item: &DueItem, can_touch: bool, partial: &mut PartialScore) -> bool {
    let is_set = |field: Field, partial: &PartialScore| field.get(&partial.0) == 1;
    let (met, due, gone) = (is_set(item.met, partial), is_set(item.due, partial), is_set(item.gone, partial));
    let spoiled = item.is_spoiled(partial);
    let undecided = !item.when.is_always() && !due;
    let mut forget = |fields: &[Field]| fields.iter().for_each(|field| field.set(&mut partial.0, 0));
    if item.remedy {
        // Tried badly and then met before it is due, it will still cost its half.
        let costs_later = met && spoiled && undecided;
        if met && !costs_later {
            forget(&[item.due, item.spoiled]);
        }
        return undecided && (!met || costs_later);
    }
    if met && undecided {
        return true;
    }
    if !can_touch {
        item.bits.clear(&mut partial.0);
        return false;
    }
    if met || gone {
        forget(&[item.spoiled, item.barred]);
    }
    if gone {
        forget(&[item.due]);
    }
    if is_set(item.barred, partial) && item.excuses.is_empty() {
        item.due.set(&mut partial.0, 0);
        return false;
    }
    undecided && !met && !gone
}
