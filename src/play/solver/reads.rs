//! What the choices of one scene read, write, meet and lead to, as masks over the bits of a state. It looks no further
//! than that scene.

use crate::base::bits::{Field, StateBits};
use crate::content::scenario::{Choice, Exit, FragmentId, Scenario, SceneId, Takes, Target};
use crate::play::engine::{Node, destinations};
use crate::play::scoring::ScoringModel;
use std::ops::Range;

/// What is kept track of beside the rules that decide points and the course of a play. All of it may split a state in two.
#[derive(Clone, Debug)]
pub struct Tracked {
    /// By line of the scenario.
    pub lines: Vec<bool>,
    /// By choice of a scene: its feedback.
    pub feedback: Vec<Vec<bool>>,
    /// The bits of these facts, whoever reads them.
    pub facts: StateBits,
}

impl Tracked {
    /// The rules alone.
    pub fn none(scenario: &Scenario) -> Tracked {
        Tracked::lines(scenario, vec![false; scenario.lines.len()])
    }

    /// These lines alone.
    pub fn lines(scenario: &Scenario, lines: Vec<bool>) -> Tracked {
        let feedback = scenario.scenes.iter().map(|scene| vec![false; scene.choices.len()]).collect();
        Tracked { lines, feedback, facts: StateBits::default() }
    }
}

/// Whether the clock is kept where no condition reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClockMode {
    Kept,
    Forgotten,
}

/// Sets of items, one bit each.
pub(super) type ItemSet = Vec<u64>;

/// What is read at any time: the place, the clock if it is kept, and what excuses a remedy.
pub(super) fn always_read(scenario: &Scenario, scoring: &ScoringModel, clock: ClockMode) -> StateBits {
    let mut mask = StateBits::default();
    scenario.fields.node.mark(&mut mask);
    if clock == ClockMode::Kept {
        scenario.fields.elapsed.mark(&mut mask);
    }
    let remedies =
        scenario.yields.iter().filter(|rule| scoring.item(rule.requirement).is_some_and(|n| scoring.items[n].remedy));
    remedies.for_each(|rule| rule.when.reads(&mut |field| field.mark(&mut mask)));
    mask
}

/// What a choice reads of a state beside its conditions: what it counts on from, and the time that it waits for.
pub(super) fn always_read_by(scenario: &Scenario, choice: &Choice) -> StateBits {
    let mut mask = StateBits::default();
    for effect in &choice.effects {
        scenario.variables[effect.variable.index()].field.mark(&mut mask);
    }
    if let Some(call) = choice.call {
        scenario.fragments[call.fragment.index()].site.mark(&mut mask);
    }
    if let Takes::Until(_) = choice.takes {
        scenario.fields.elapsed.mark(&mut mask);
    }
    mask
}

pub(super) fn reads_of(scenario: &Scenario, choices: &[Choice], always: &StateBits) -> StateBits {
    let mut mask = *always;
    let mut read = |field: Field| field.mark(&mut mask);
    for choice in choices {
        choice.when.reads(&mut read);
        choice.locks.iter().for_each(|(when, _)| when.reads(&mut read));
        choice.marks().for_each(|mark| mark.when.reads(&mut read));
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

/// What is tracked in a scene, with the lines of the endings that it leads to.
pub(super) fn tracked_reads(scenario: &Scenario, id: SceneId, tracked: &Tracked) -> StateBits {
    let mut mask = tracked.facts;
    let mut read = |field: Field| field.mark(&mut mask);
    let lines = |range: &Range<usize>, read: &mut dyn FnMut(Field)| {
        let own = range.clone().filter(|line| tracked.lines[*line]);
        own.for_each(|line| scenario.lines[line].when.reads(&mut |field| read(field)));
    };
    let scene = scenario.scene(id);
    lines(&scene.lines, &mut read);
    lines(&scene.again, &mut read);
    for (choice, tracked) in scene.choices.iter().zip(&tracked.feedback[id.index()]) {
        lines(&choice.reply, &mut read);
        let feedback = choice.feedback.iter().filter(|_| *tracked);
        feedback.for_each(|(when, _)| when.reads(&mut read));
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
    exit.targets().filter_map(|target| match target {
        Target::Return(fragment) => Some(fragment),
        Target::Stay | Target::Scene(_) | Target::Ending(_) => None,
    })
}

/// What its choices write. The clock always goes on.
pub(super) fn writes_of(scenario: &Scenario, choices: &[Choice]) -> StateBits {
    let mut mask = StateBits::default();
    scenario.fields.elapsed.mark(&mut mask);
    for effect in choices.iter().flat_map(|choice| &choice.effects) {
        scenario.variables[effect.variable.index()].field.mark(&mut mask);
    }
    mask
}

/// The items that these choices can still change: what they meet, and what they act against where that can be excused.
pub(super) fn touches_of(scoring: &ScoringModel, choices: &[Choice], words: usize) -> ItemSet {
    let mut items = vec![0; words];
    let mut touch = |item: usize| items[item / 64] |= 1 << (item % 64);
    for choice in choices {
        choice.meets.iter().filter_map(|mark| scoring.item(mark.requirement)).for_each(&mut touch);
        let broken = choice.breaks.iter().filter_map(|mark| scoring.item(mark.requirement));
        broken.filter(|item| !scoring.items[*item].excuses.is_empty()).for_each(&mut touch);
    }
    items
}

pub(super) fn successors(scenario: &Scenario, scene: SceneId, choices: &[Choice]) -> Vec<SceneId> {
    let nodes = choices.iter().flat_map(|choice| destinations(scenario, scene, choice, true));
    let scenes = nodes.filter_map(|node| match node {
        Node::Scene(next) => Some(next),
        Node::Ending(_) => None,
    });
    let mut next: Vec<SceneId> = scenes.collect();
    next.sort_unstable();
    next.dedup();
    next
}
