//! One move by the book: what `scenarios/README.md` and the contract of judging say that a choice does, written over plain
//! values, with nothing taken from the engine but how a condition is read. Slow, and only for tests.

use doorstep::base::chance::Dice;
use doorstep::content::scenario::{
    Change, Choice, Condition, EndingId, Exit, FragmentId, OutcomeId, Scenario, SceneId, SiteId, Target, VariableId,
    VariableKind, YieldId,
};
use doorstep::play::engine::{Event, Move, Node, State};
use std::collections::{BTreeMap, BTreeSet};

/// A moment of a play.
#[derive(Clone)]
pub(crate) struct Page<'s> {
    scenario: &'s Scenario,
    at: Node,
    /// Seconds since the start.
    elapsed: u32,
    /// By variable.
    values: Vec<i32>,
    /// By chance, once it is drawn.
    drawn: Vec<Option<usize>>,
    /// The choices that can be taken only once, by scene and place.
    spent: BTreeSet<(usize, usize)>,
    /// From where each fragment was called that is not left yet.
    called: BTreeMap<usize, SiteId>,
}

impl<'s> Page<'s> {
    pub(crate) fn opening(scenario: &'s Scenario) -> Page<'s> {
        let opening = State::opening(scenario);
        let values = VariableId::of(&scenario.variables).map(|id| opening.variable(scenario, id)).collect();
        Page {
            scenario,
            at: Node::Scene(scenario.start),
            elapsed: 0,
            values,
            drawn: vec![None; scenario.chances.len()],
            spent: BTreeSet::new(),
            called: BTreeMap::new(),
        }
    }

    /// The same moment as the engine writes it.
    pub(crate) fn state(&self) -> State {
        let (scenario, mut bits) = (self.scenario, Default::default());
        let number = |index: usize| u32::try_from(index).expect("few things");
        let node = match self.at {
            Node::Scene(scene) => scene.index(),
            Node::Ending(ending) => scenario.scenes.len() + ending.index(),
        };
        scenario.fields.node.set(&mut bits, number(node));
        scenario.fields.elapsed.set(&mut bits, self.elapsed);
        for (variable, value) in scenario.variables.iter().zip(&self.values) {
            variable.field.set(&mut bits, value.abs_diff(variable.from));
        }
        for (chance, drawn) in scenario.chances.iter().zip(&self.drawn) {
            chance.field.set(&mut bits, drawn.map_or(0, |outcome| number(outcome) + 1));
        }
        for (scene, choice) in &self.spent {
            scenario.scenes[*scene].choices[*choice].once.expect("it can be taken once").set(&mut bits, 1);
        }
        for (fragment, site) in &self.called {
            scenario.fragments[*fragment].site.set(&mut bits, number(site.index()));
        }
        State(bits)
    }

    fn holds(&self, when: &Condition) -> bool {
        when.holds(&self.state().0)
    }

    /// Takes a choice; what happens by it, in this order.
    pub(crate) fn turn(&mut self, taken: Move, dice: &mut impl Dice) -> Vec<Event> {
        let choice = &self.scenario.scenes[taken.scene.index()].choices[taken.choice.index()];
        let mut events = self.judged(choice);
        if choice.once.is_some() {
            self.spent.insert((taken.scene.index(), taken.choice.index()));
        }
        let seconds = choice.takes.seconds(self.scenario.clock.start + self.elapsed);
        self.elapsed += seconds;
        events.push(Event::Passed(seconds));
        self.change(choice, &mut events);
        self.draw(choice, dice, &mut events);
        self.go(taken.scene, choice, &mut events);
        events
    }

    /// Every mark has a condition of its own, read before the choice's effects. What gives way in this situation is not
    /// broken.
    fn judged(&self, choice: &Choice) -> Vec<Event> {
        let mut events = Vec::new();
        for mark in choice.meets.iter().filter(|mark| self.holds(&mark.when)) {
            events.push(Event::Met(mark.requirement));
        }
        for mark in choice.spoils.iter().filter(|mark| self.holds(&mark.when)) {
            events.push(Event::Spoiled(mark.requirement));
        }
        for mark in choice.breaks.iter().filter(|mark| self.holds(&mark.when)) {
            let requirement = mark.requirement;
            let mut rules = YieldId::enumerate(&self.scenario.yields);
            let rule = rules.find(|(_, rule)| rule.requirement == requirement && self.holds(&rule.when));
            events.push(match rule {
                Some((rule, _)) => Event::Yielded { requirement, rule },
                None => Event::Broke(requirement),
            });
        }
        events
    }

    /// A gauge stops at its ends; another number that would leave its bounds is a fault, and stops there too.
    fn change(&mut self, choice: &Choice, events: &mut Vec<Event>) {
        for effect in &choice.effects {
            let variable = &self.scenario.variables[effect.variable.index()];
            let from = self.values[effect.variable.index()];
            let wanted = match effect.change {
                Change::Set(to) => to,
                Change::Add(by) => from + by,
            };
            let to = wanted.max(variable.from).min(variable.to);
            if wanted != to && !matches!(variable.kind, VariableKind::Gauge) {
                events.push(Event::Overran(effect.variable));
            }
            if from != to {
                events.push(Event::Changed { variable: effect.variable, from, to });
            }
            self.values[effect.variable.index()] = to;
        }
    }

    /// What is drawn stays drawn. The first odds that hold give the weights.
    fn draw(&mut self, choice: &Choice, dice: &mut impl Dice, events: &mut Vec<Event>) {
        for id in &choice.reveal {
            if self.drawn[id.index()].is_some() {
                continue;
            }
            let chance = &self.scenario.chances[id.index()];
            let odds = chance.odds.iter().find(|(when, _)| self.holds(when));
            let outcome = dice.draw(id.index(), odds.map_or(&chance.weights, |(_, weights)| weights));
            self.drawn[id.index()] = Some(outcome);
            let outcome = OutcomeId::from_index(outcome).expect("few outcomes");
            events.push(Event::Revealed { chance: *id, outcome });
        }
    }

    /// A choice that calls leads into the fragment; every other one leads where its first route that holds says, else on
    /// to its `goto`, and without one back to its own scene. The scene to stay in after a return is that of the caller. An ending is
    /// an ending; anywhere else the clock may have run out on the way.
    fn go(&mut self, from: SceneId, choice: &Choice, events: &mut Vec<Event>) {
        let (home, target) = match choice.call {
            Some(call) => {
                self.called.insert(call.fragment.index(), call.site);
                (from, Target::Scene(self.scenario.fragments[call.fragment.index()].start))
            }
            None => self.leads_to(from, &choice.exit),
        };
        let late = self.scenario.clock.start + self.elapsed >= self.scenario.clock.closes_at;
        match target {
            Target::Ending(ending) => self.end(ending, events),
            Target::Scene(_) | Target::Stay | Target::Return(_) if late => {
                events.push(Event::TimedOut);
                self.end(self.scenario.clock.timeout, events);
            }
            Target::Scene(scene) => {
                self.at = Node::Scene(scene);
                events.push(Event::Entered(scene));
            }
            Target::Stay | Target::Return(_) => {
                self.at = Node::Scene(home);
                events.push(if home == from { Event::Stayed(home) } else { Event::Entered(home) });
            }
        }
    }

    fn end(&mut self, ending: EndingId, events: &mut Vec<Event>) {
        self.at = Node::Ending(ending);
        events.push(Event::Ended(ending));
    }

    fn leads_to(&mut self, home: SceneId, exit: &Exit) -> (SceneId, Target) {
        let route = exit.routes.iter().find(|(when, _)| self.holds(when));
        match route.map_or(exit.goto, |(_, target)| *target) {
            Target::Return(fragment) => {
                let (caller, after) = self.left(fragment).clone();
                self.leads_to(caller, &after)
            }
            target => (home, target),
        }
    }

    /// Leaves a fragment: where it was called, and where that leads.
    fn left(&mut self, fragment: FragmentId) -> &'s (SceneId, Exit) {
        let site = self.called.remove(&fragment.index()).map_or(0, SiteId::index);
        &self.scenario.fragments[fragment.index()].sites[site]
    }
}
