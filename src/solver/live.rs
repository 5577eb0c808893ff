//! What still matters in a scene: the facts that something reachable from it reads. Everything else is forgotten before
//! two moments are compared, so that plays which differ only in their past meet in one state.
//!
//! The clock is such a fact. Where no condition reads it any more it is forgotten too, and with it the moment at which
//! a scenario closes; the search answers for that ([`super::search`]).

use crate::bits::{Field, Words, and, merge};
use crate::scenario::{Choice, Condition, Exit, FragmentId, Scenario, Scene, SceneId, Target};
use crate::scoring::{Item, Procedure, Rulebook, Tally};
use std::ops::Range;

/// Sets of items, one bit each.
type Items = Vec<u64>;

pub struct Live {
    /// By scene: the bits of a state that are read from there on.
    facts: Vec<Words>,
    /// By scene: the items that can be met from there on.
    meetable: Vec<Items>,
    /// By scene: the bits that are written from there on.
    volatile: Vec<Words>,
    /// By item: the bits that its due condition reads.
    due_reads: Vec<Words>,
}

/// Whose reading counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The rules alone: what decides points and the way of a play.
    Rules,
    /// The texts as well: lines, feedback and endings.
    Texts,
}

/// Whether the clock is kept where no condition reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    Kept,
    Forgotten,
}

impl Live {
    pub fn new(scenario: &Scenario, rules: &Rulebook, reader: Reader, clock: Clock) -> Live {
        let always = always_read(scenario, rules, clock);
        let words = rules.items.len().div_ceil(64);
        let facts = scenario.scenes.iter().map(|scene| {
            let mut mask = reads_of(scenario, &scene.choices, &always);
            if reader == Reader::Texts {
                merge(&mut mask, &text_reads(scenario, scene));
            }
            mask
        });
        let mut live = Live {
            facts: facts.collect(),
            meetable: scenario.scenes.iter().map(|scene| meets_of(rules, &scene.choices, words)).collect(),
            volatile: scenario.scenes.iter().map(|scene| writes_of(scenario, &scene.choices)).collect(),
            due_reads: rules.items.iter().map(|item| reads(&item.when)).collect(),
        };
        let next: Vec<Vec<SceneId>> = scenario
            .scenes
            .iter()
            .zip(0..)
            .map(|(scene, n)| successors(scenario, SceneId(n), &scene.choices))
            .collect();
        while live.spread(&next) {}
        live
    }

    /// One round of telling each scene what its successors need; whether anything was new.
    fn spread(&mut self, next: &[Vec<SceneId>]) -> bool {
        let mut news = false;
        for scene in (0..next.len()).rev() {
            for successor in &next[scene] {
                let facts = self.facts[successor.index()];
                news |= merge(&mut self.facts[scene], &facts);
                let volatile = self.volatile[successor.index()];
                news |= merge(&mut self.volatile[scene], &volatile);
                for word in 0..self.meetable[scene].len() {
                    let theirs = self.meetable[successor.index()][word];
                    let own = &mut self.meetable[scene][word];
                    news |= theirs & !*own != 0;
                    *own |= theirs;
                }
            }
        }
        news
    }

    fn can_meet(&self, scene: SceneId, item: usize) -> bool {
        self.meetable[scene.index()][item / 64] >> (item % 64) & 1 == 1
    }

    /// Whether the clock still matters from this scene on.
    pub fn reads_clock(&self, scenario: &Scenario, scene: SceneId) -> bool {
        let mut clock = Words::default();
        scenario.fields.elapsed.mark(&mut clock);
        and(&self.facts[scene.index()], &clock) != Words::default()
    }

    /// Forgets the facts of a state that nothing reads any more.
    pub fn forget(&self, scene: SceneId, state: &mut Words) {
        *state = and(state, &self.facts[scene.index()]);
    }

    /// Forgets what can no longer matter: equal moments become equal words.
    pub fn settle(&self, rules: &Rulebook, scene: SceneId, state: &mut Words, tally: &mut Tally) {
        let mut facts = self.facts[scene.index()];
        for (number, item) in rules.items.iter().enumerate() {
            let can_meet = self.can_meet(scene, number);
            let undecided = !item.when.is_always() && item.due.get(&tally.0) == 0;
            if undecided && item.when.is_dead(state, &self.volatile[scene.index()]) {
                rules.strike(tally, number);
                if can_meet {
                    merge(&mut facts, &self.due_reads[number]);
                }
            } else if rules.is_listed(tally, number) {
                // The steps that wait in a procedure are counted again later: their bits stay.
                if undecided {
                    merge(&mut facts, &self.due_reads[number]);
                }
            } else if settle_item(item, can_meet, tally) {
                merge(&mut facts, &self.due_reads[number]);
            }
        }
        for procedure in &rules.procedures {
            self.settle_order(rules, scene, procedure, tally);
        }
        *state = and(state, &facts);
    }

    /// Increments matter only above the lowest rank that can still be met.
    fn settle_order(&self, rules: &Rulebook, scene: SceneId, procedure: &Procedure, tally: &mut Tally) {
        if procedure.waiting.first().is_some_and(|first| first.get(&tally.0) != 0) {
            return;
        }
        let open = procedure.items.iter().filter(|number| {
            let item = &rules.items[usize::from(**number)];
            let open = item.met.get(&tally.0) == 0 && item.gone.get(&tally.0) == 0;
            open && self.can_meet(scene, usize::from(**number))
        });
        let lowest =
            open.filter_map(|number| rules.items[usize::from(*number)].step).map(|(_, rank)| usize::from(rank)).min();
        let count = lowest.map_or(procedure.gains.len(), |rank| rank + 1);
        procedure.gains[..count].iter().for_each(|gain| gain.set(&mut tally.0, 0));
    }
}

/// Forgets what can no longer matter of one item; whether its due condition still does.
fn settle_item(item: &Item, can_meet: bool, tally: &mut Tally) -> bool {
    let (met, due, gone) = (item.met.get(&tally.0) == 1, item.due.get(&tally.0) == 1, item.gone.get(&tally.0) == 1);
    let conditional = !item.when.is_always();
    if item.remedy {
        if met {
            item.due.set(&mut tally.0, 0);
        }
        return conditional && !met && !due;
    }
    let waits = met && conditional && !due;
    if waits {
        return true;
    }
    if gone {
        item.due.set(&mut tally.0, 0);
    }
    if !can_meet {
        item.met.set(&mut tally.0, 0);
        item.due.set(&mut tally.0, 0);
        item.gone.set(&mut tally.0, 0);
        return false;
    }
    conditional && !met && !due && !gone
}

/// What is read at any time: the place, the clock if it is kept, and what excuses a remedy at the end.
fn always_read(scenario: &Scenario, rules: &Rulebook, clock: Clock) -> Words {
    let mut mask = Words::default();
    scenario.fields.node.mark(&mut mask);
    if clock == Clock::Kept {
        scenario.fields.elapsed.mark(&mut mask);
    }
    let remedies =
        scenario.yields.iter().filter(|rule| rules.item(rule.requirement).is_some_and(|n| rules.items[n].remedy));
    remedies.for_each(|rule| rule.when.reads(&mut |field| field.mark(&mut mask)));
    mask
}

fn reads(condition: &Condition) -> Words {
    let mut mask = Words::default();
    condition.reads(&mut |field| field.mark(&mut mask));
    mask
}

fn reads_of(scenario: &Scenario, choices: &[Choice], always: &Words) -> Words {
    let mut mask = *always;
    let mut read = |field: Field| field.mark(&mut mask);
    for choice in choices {
        choice.when.reads(&mut read);
        choice.locks.iter().for_each(|(when, _)| when.reads(&mut read));
        choice.meets.iter().chain(&choice.breaks).for_each(|mark| mark.when.reads(&mut read));
        for mark in &choice.breaks {
            let rules = scenario.yields.iter().filter(|rule| rule.requirement == mark.requirement);
            rules.for_each(|rule| rule.when.reads(&mut read));
        }
        choice.once.iter().for_each(|once| read(*once));
        for chance in choice.reveal.iter().map(|id| &scenario.chances[id.index()]) {
            read(chance.field);
            chance.odds.iter().for_each(|(when, _)| when.reads(&mut read));
        }
        if choice.call.is_none() {
            exit_reads(scenario, &choice.exit, &mut read);
        }
    }
    mask
}

/// What the lines of a scene read, with those of the endings that it leads to.
fn text_reads(scenario: &Scenario, scene: &Scene) -> Words {
    let mut mask = Words::default();
    let mut read = |field: Field| field.mark(&mut mask);
    let lines = |range: &Range<u32>, read: &mut dyn FnMut(Field)| {
        let range = range.start as usize..range.end as usize;
        scenario.lines[range].iter().for_each(|line| line.when.reads(&mut |field| read(field)));
    };
    lines(&scene.lines, &mut read);
    lines(&scene.again, &mut read);
    for choice in &scene.choices {
        lines(&choice.reply, &mut read);
        choice.feedback.iter().for_each(|(when, _)| when.reads(&mut read));
    }
    // Any scene may lead to any ending by a detour through fragments; all endings' lines are few.
    scenario.endings.iter().for_each(|ending| lines(&ending.lines, &mut read));
    mask
}

fn exit_reads(scenario: &Scenario, exit: &Exit, read: &mut impl FnMut(Field)) {
    for (when, _) in &exit.routes {
        when.reads(read);
    }
    for fragment in returns(exit) {
        let fragment = &scenario.fragments[fragment.index()];
        read(fragment.site);
        fragment.sites.iter().for_each(|(_, exit)| exit_reads(scenario, exit, read));
    }
}

fn returns(exit: &Exit) -> impl Iterator<Item = FragmentId> {
    targets(exit).filter_map(|target| match target {
        Target::Return(fragment) => Some(fragment),
        Target::Stay | Target::Scene(_) | Target::Ending(_) => None,
    })
}

fn targets(exit: &Exit) -> impl Iterator<Item = Target> {
    exit.routes.iter().map(|(_, target)| *target).chain([exit.goto])
}

/// What its choices write. The clock always goes on.
fn writes_of(scenario: &Scenario, choices: &[Choice]) -> Words {
    let mut mask = Words::default();
    scenario.fields.elapsed.mark(&mut mask);
    for effect in choices.iter().flat_map(|choice| &choice.effects) {
        scenario.variables[effect.variable.index()].field.mark(&mut mask);
    }
    mask
}

fn meets_of(rules: &Rulebook, choices: &[Choice], words: usize) -> Items {
    let mut items = vec![0; words];
    for mark in choices.iter().flat_map(|choice| &choice.meets) {
        if let Some(item) = rules.item(mark.requirement) {
            items[item / 64] |= 1 << (item % 64);
        }
    }
    items
}

fn successors(scenario: &Scenario, scene: SceneId, choices: &[Choice]) -> Vec<SceneId> {
    let mut next = Vec::new();
    for choice in choices {
        match choice.call {
            Some(call) => next.push(scenario.fragments[call.fragment.index()].start),
            None => exit_scenes(scenario, scene, &choice.exit, &mut next),
        }
    }
    next.sort_unstable();
    next.dedup();
    next
}

fn exit_scenes(scenario: &Scenario, home: SceneId, exit: &Exit, next: &mut Vec<SceneId>) {
    for target in targets(exit) {
        match target {
            Target::Stay => next.push(home),
            Target::Scene(scene) => next.push(scene),
            Target::Ending(_) => {}
            Target::Return(fragment) => {
                for (caller, exit) in &scenario.fragments[fragment.index()].sites {
                    exit_scenes(scenario, *caller, exit, next);
                }
            }
        }
    }
}
