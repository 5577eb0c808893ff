//! All rules put to one scenario, or to all scenarios of a pack.

use super::bank_inspection::BankInspection;
use super::inspection::{BOUND, Inspection};
use super::rules::{BANK_CHECKS, RULES, misheard, settle};
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::parallel;
use crate::content::scenario::{Pack, Scenario};
use crate::content::standard::Standard;
use crate::play::solver::Solver;
use std::sync::Arc;

/// Plays a scenario in every way and tells everything that is unfair or broken.
pub fn check(scenario: &Arc<Scenario>, standard: &Standard) -> Vec<Diagnostic> {
    check_within(scenario, standard, BOUND)
}

/// The same with another bound on the number of states that are explored.
pub fn check_within(scenario: &Arc<Scenario>, standard: &Standard, bound: usize) -> Vec<Diagnostic> {
    let solver = Solver::new(scenario, standard);
    let inspection = Inspection::new(scenario, standard, &solver, bound);
    let diagnostics = RULES.iter().filter_map(|rule| rule.check).flat_map(|check| check(&inspection)).collect();
    settle(&inspection, diagnostics)
}

/// Puts every rule about questions to a bank.
pub fn check_bank(pack: &Pack) -> Vec<Diagnostic> {
    let inspection = BankInspection::new(pack);
    BANK_CHECKS.iter().flat_map(|check| check(&inspection)).collect()
}

/// Checks every scenario, phrase and question of a folder. What stands in a fragment is told once, however many scenarios call it.
///
/// `done` is called after each scenario, in the order in which they are done.
pub fn check_all(pack: &Pack, done: impl Fn() + Sync) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = misheard::find(pack);
    diagnostics.extend(check_bank(pack));
    let mut useless: Vec<(Diagnostic, usize)> = Vec::new();
    let scenarios: Vec<_> = pack.scenarios.iter().collect();
    let check_one = |scenario: &&Arc<Scenario>| {
        let found = check(scenario, &pack.standard);
        done();
        found
    };
    for found in parallel::map(&scenarios, 2, check_one) {
        for diagnostic in found {
            let about_allow = diagnostic.code == Code::ALLOW && diagnostic.severity == Severity::Note;
            match useless.iter_mut().find(|(known, _)| *known == diagnostic) {
                Some((_, times)) => *times += 1,
                None if about_allow => useless.push((diagnostic, 1)),
                None if is_new(&diagnostics, &diagnostic) => diagnostics.push(diagnostic),
                None => {}
            }
        }
    }
    // What a fragment allows may be found in one scenario and not in another: it is useless only if it is so in all.
    let holds = |file: &str| pack.scenarios.iter().filter(|s| s.sources.iter().any(|own| *own.file == *file)).count();
    let useless = useless.into_iter().filter(|(diagnostic, times)| *times == holds(&diagnostic.place.file));
    diagnostics.extend(useless.map(|(diagnostic, _)| diagnostic));
    diagnostics
}

fn is_new(diagnostics: &[Diagnostic], new: &Diagnostic) -> bool {
    let same = |old: &Diagnostic| old.code == new.code && old.place == new.place && old.message == new.message;
    !diagnostics.iter().any(same)
}
