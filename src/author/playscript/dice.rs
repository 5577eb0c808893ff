//! From the outcomes that a script names to a seed that gives them.

use super::mismatches::Mismatches;
use super::script::{Instruction, ValidStep};
use super::token::Word;
use super::unknown::unknown;
use super::view::{FoundChoice, PlayView, find};
use crate::author::dice::WantedOutcome;
use crate::base::bilingual::Phrase;
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::both;
use crate::content::notation::noun;
use crate::content::scenario::{ChanceId, OutcomeId, Scenario};
use crate::content::standard::Standard;
use crate::play::engine::{Open, Session};
use std::sync::Arc;

/// So many seeds are tried to find one that gives the named outcomes.
const SEEDS: u64 = 100_000;

/// The first seed under which every named chance that these moves reveal falls as named; seed 0 where none is named.
pub(super) fn seed_of(
    named: &[(Word, Word)],
    scenario: &Arc<Scenario>,
    standard: &Standard,
    language: Lang,
    steps: &[ValidStep],
    mismatches: &mut Mismatches,
) -> Option<Seed> {
    let outcomes: Vec<_> =
        named.iter().filter_map(|(name, outcome)| named_outcome(name, outcome, scenario, mismatches)).collect();
    if !mismatches.is_empty() {
        return None;
    }
    let Some((last, _)) = named.last() else { return Some(Seed::new(0)) };
    let mut view = PlayView::new(Session::new(scenario.clone(), Seed::new(0)), standard, language);
    let found = (0..SEEDS).map(Seed::new).find(|seed| {
        if !outcomes.iter().all(|wanted| wanted.can_fall(scenario, *seed)) {
            return false;
        }
        view.session = Session::new(scenario.clone(), *seed);
        falls(&mut view, &outcomes, steps)
    });
    if found.is_none() {
        let message = both!(
            "no seed below {SEEDS} gives all of these outcomes on this way",
            "{SEEDS} 以内没有种子在这条路上给出所有这些结果"
        );
        let help = Phrase::new(
            "one of them may have no weight in this situation; look at `chance` and `odds`",
            "也许其中一个在这种情况下没有权重；看看 `chance` 和 `odds`",
        );
        mismatches.add_at(last, message, help);
    }
    found
}

fn named_outcome(
    name: &Word,
    outcome: &Word,
    scenario: &Scenario,
    mismatches: &mut Mismatches,
) -> Option<WantedOutcome> {
    let Some(id) = ChanceId::find(&scenario.chances, |chance| *chance.name == *name.text) else {
        unknown(name, noun::CHANCE, scenario.chances.iter().map(|chance| &*chance.name), mismatches);
        return None;
    };
    let chance = &scenario.chances[id.index()];
    let found = OutcomeId::find(&chance.outcomes, |own| **own == *outcome.text);
    if found.is_none() {
        let what = both!("outcome of {name}", "{name} 的结果", name = chance.name);
        unknown(outcome, what, chance.outcomes.iter().map(|own| &**own), mismatches);
    }
    found.map(|outcome| WantedOutcome { chance: id, outcome })
}

/// Whether nothing that these moves reveal falls otherwise, as far as they can be made.
fn falls(view: &mut PlayView, outcomes: &[WantedOutcome], steps: &[ValidStep]) -> bool {
    for step in steps {
        let Instruction::Choose(choice) = &step.instruction else { continue };
        let FoundChoice::Here(id, Open::Yes) = find(view, choice) else { return true };
        let Ok(turn) = view.session.take(id) else { return true };
        if !turn.events.iter().all(|event| outcomes.iter().all(|wanted| wanted.agrees(event))) {
            return false;
        }
    }
    true
}
