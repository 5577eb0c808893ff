//! Everything in a scenario that reads something: its conditions, and the slots of its texts.

use crate::base::bits::Field;
use crate::base::text::slots;
use crate::content::scenario::{Condition, Scenario};
use rustc_hash::FxHashSet;

/// What a scenario reads.
pub(super) struct ScenarioReads<'s> {
    /// The fields of variables and chances that some condition asks for.
    pub fields: FxHashSet<Field>,
    /// The names in braces in some text.
    pub slots: FxHashSet<&'s str>,
}

impl<'s> ScenarioReads<'s> {
    pub(super) fn of(scenario: &'s Scenario) -> ScenarioReads<'s> {
        let mut fields = FxHashSet::default();
        for condition in conditions(scenario) {
            condition.reads(&mut |field| {
                fields.insert(field);
            });
        }
        let texts = scenario.texts();
        let words = texts.iter().flat_map(|(_, text)| text.iter()).map(|(_, words)| words);
        ScenarioReads { fields, slots: words.filter_map(|words| slots(words).ok()).flatten().collect() }
    }
}

/// Every condition of a scenario and its fragments.
fn conditions(scenario: &Scenario) -> Vec<&Condition> {
    let mut all: Vec<&Condition> = scenario.lines.iter().map(|line| &line.when).collect();
    all.extend(scenario.due.iter().map(|due| &due.when));
    all.extend(scenario.yields.iter().map(|rule| &rule.when));
    all.extend(scenario.chances.iter().flat_map(|chance| &chance.odds).map(|(when, _)| when));
    for choice in scenario.choices() {
        all.push(&choice.when);
        all.extend(choice.locks.iter().map(|(when, _)| when));
        all.extend(choice.marks().map(|mark| &mark.when));
        all.extend(choice.feedback.iter().map(|(when, _)| when));
        all.extend(choice.exit.routes.iter().map(|(when, _)| when));
    }
    all
}
