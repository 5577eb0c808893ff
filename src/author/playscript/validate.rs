//! From a walk as typed to one whose names are all there: its scenario, its dice, its choices, requirements and endings.
//! Every name that nothing has is told, each with the one that was probably meant.

use super::mismatch::Mismatch;
use super::read::{DiceSpec, Expectation, Instruction, Script, ScriptStep};
use super::token::{Word, WordKind};
use super::view::{FoundChoice, PlayView, find};
use crate::base::chance::Seed;
use crate::base::diagnostic::suggest;
use crate::base::text::Lang;
use crate::content::notation::Source;
use crate::content::scenario::{Chance, EndingId, OutcomeId, Pack, Scenario};
use crate::content::standard::{RequirementId, Standard};
use crate::play::engine::{Event, Open, Session};
use crate::speech::messages::Messages;
use crate::speech::narration::Mood;
use std::sync::Arc;

/// A walk that can be played.
#[derive(Clone, Debug)]
pub struct Playscript {
    pub source: Source,
    pub scenario: Arc<Scenario>,
    pub standard: Arc<Standard>,
    pub seed: Seed,
    pub language: Lang,
    /// Whether the walk says itself what the dice are, by seed or by name.
    pub(super) chances: Vec<Box<str>>,
    pub(super) steps: Vec<ScriptStep<RequirementId, EndingId>>,
}

/// So many seeds are tried to find one that gives the named outcomes.
const SEEDS: u64 = 100_000;

/// Proves a walk against what a folder holds.
///
/// # Errors
/// Every name that is not there.
pub fn validate(script: Script, pack: &Pack) -> Result<Playscript, Vec<Mismatch>> {
    let mut validator = PlayscriptValidator { source: &script.source, mismatches: Vec::new() };
    let Some(scenario) = validator.scenario(&script.scenario, pack) else { return Err(validator.mismatches) };
    let language = validator.language(script.language.as_ref(), &scenario);
    let steps: Vec<_> =
        script.steps.iter().filter_map(|step| validator.step(step, &scenario, &pack.standard, language)).collect();
    let seed = match &script.dice {
        DiceSpec::Seed(seed) => *seed,
        DiceSpec::Named(named) => {
            validator.seed(named, &scenario, &pack.standard, language, &steps).unwrap_or(Seed::new(0))
        }
    };
    if !validator.mismatches.is_empty() {
        return Err(validator.mismatches);
    }
    let chances = match &script.dice {
        DiceSpec::Seed(_) => scenario.chances.iter().map(|chance| chance.name.clone()).collect(),
        DiceSpec::Named(named) => named.iter().map(|(name, _)| name.text.clone()).collect(),
    };
    Ok(Playscript {
        source: script.source.clone(),
        scenario,
        standard: pack.standard.clone(),
        seed,
        language,
        chances,
        steps,
    })
}

struct PlayscriptValidator<'s> {
    source: &'s Source,
    mismatches: Vec<Mismatch>,
}

impl PlayscriptValidator<'_> {
    fn mismatch(&mut self, word: &Word, message: impl AsRef<str>, help: impl AsRef<str>) {
        self.mismatches.push(Mismatch::written(self.source.place_at(word.at.clone()), message).help(help));
    }

    /// A name that nothing has: what was probably meant, or what there is.
    fn unknown<'k>(&mut self, word: &Word, what: &str, known: impl Iterator<Item = &'k str> + Clone) {
        let near = suggest(&word.text, known.clone()).map(|near| format!("did you mean \"{near}\"?"));
        let list = || format!("there are: {}", known.collect::<Vec<_>>().join(", "));
        self.mismatch(word, format!("there is no {what} \"{}\"", word.text), near.unwrap_or_else(list));
    }

    fn scenario(&mut self, word: &Word, pack: &Pack) -> Option<Arc<Scenario>> {
        let found = pack.scenario(&word.text).cloned();
        if found.is_none() {
            self.unknown(word, "scenario", pack.scenarios.iter().map(|scenario| &*scenario.id));
        }
        found
    }

    fn language(&mut self, word: Option<&Word>, scenario: &Scenario) -> Lang {
        let base = scenario.languages[0];
        let Some(word) = word else { return base };
        let found = Lang::new(&word.text).filter(|lang| scenario.languages.contains(lang));
        if found.is_none() {
            self.unknown(word, "text here in the language", scenario.languages.iter().map(Lang::tag));
        }
        found.unwrap_or(base)
    }

    fn step(
        &mut self,
        step: &ScriptStep<Word, Word>,
        scenario: &Scenario,
        standard: &Standard,
        language: Lang,
    ) -> Option<ScriptStep<RequirementId, EndingId>> {
        let instruction = match &step.instruction {
            Instruction::Choose(choice_ref) => {
                self.choice(choice_ref, scenario);
                Instruction::Choose(choice_ref.clone())
            }
            Instruction::Expect(expectation) => {
                Instruction::Expect(self.expectation(expectation, scenario, standard, language)?)
            }
        };
        Some(ScriptStep { at: step.at.clone(), instruction })
    }

    fn expectation(
        &mut self,
        expectation: &Expectation<Word, Word>,
        scenario: &Scenario,
        standard: &Standard,
        language: Lang,
    ) -> Option<Expectation<RequirementId, EndingId>> {
        Some(match expectation {
            Expectation::Told(words) => Expectation::Told(words.clone()),
            Expectation::Untold(words) => Expectation::Untold(words.clone()),
            Expectation::Open(choice_ref) => Expectation::Open(self.choice(choice_ref, scenario)),
            Expectation::Hidden(choice_ref) => Expectation::Hidden(self.choice(choice_ref, scenario)),
            Expectation::Locked(choice_ref, reason) => {
                Expectation::Locked(self.choice(choice_ref, scenario), reason.clone())
            }
            Expectation::Entry { kind, requirement, by } => {
                let by = by.as_ref().map(|by| self.choice(by, scenario));
                Expectation::Entry { kind: *kind, requirement: self.requirement(requirement, standard)?, by }
            }
            Expectation::Score(order, score) => Expectation::Score(*order, *score),
            Expectation::Mood(order, number) => Expectation::Mood(*order, *number),
            Expectation::MoodWord(word) => {
                let words = Messages::new(language);
                let moods: Vec<String> = (0..Mood::DEGREES).map(|degree| Mood(degree).word(&words)).collect();
                if moods.iter().all(|mood| *mood != *word.text) {
                    self.unknown(word, "mood", moods.iter().map(String::as_str));
                }
                Expectation::MoodWord(word.clone())
            }
            Expectation::Clock(order, time) => Expectation::Clock(*order, *time),
            Expectation::Ending(ending) => Expectation::Ending(self.ending(ending, scenario)?),
            Expectation::Verdict(verdict) => Expectation::Verdict(*verdict),
            Expectation::Label(label) => Expectation::Label(*label),
        })
    }

    /// A choice that some scene has. Words are looked for when the screen is there.
    fn choice(&mut self, choice_ref: &Word, scenario: &Scenario) -> Word {
        let known = scenario.choices().any(|choice| *choice.id == *choice_ref.text);
        if choice_ref.kind != WordKind::Quoted && !known {
            let near = suggest(&choice_ref.text, scenario.choices().map(|choice| &*choice.id));
            let gone =
                || "it was renamed or removed: play to this place with `doorstep play` and see what is open".to_owned();
            let help = near.map_or_else(gone, |near| format!("did you mean \"{near}\"?"));
            self.mismatch(
                choice_ref,
                format!("no scene of {} has a choice \"{}\"", scenario.id, choice_ref.text),
                help,
            );
        }
        choice_ref.clone()
    }

    /// The requirement of this id, or the only one whose id ends so.
    fn requirement(&mut self, word: &Word, standard: &Standard) -> Option<RequirementId> {
        let all = || RequirementId::enumerate(&standard.requirements);
        if let Some((id, _)) = all().find(|(_, requirement)| *requirement.id == *word.text) {
            return Some(id);
        }
        let tail = format!(".{}", word.text);
        let ending: Vec<_> = all().filter(|(_, requirement)| requirement.id.ends_with(&tail)).collect();
        match ending[..] {
            [(id, _)] => Some(id),
            [] => {
                let whole = standard.requirements.iter().map(|requirement| &*requirement.id);
                // What was typed may be the end of an id, so it is compared with ends as long as itself.
                let parts = word.text.split('.').count();
                let ends = whole.clone().map(|id| end_of(id, parts));
                let near = suggest(&word.text, ends).map(|near| format!("did you mean \"{near}\"?"));
                let help = near.unwrap_or_else(|| "`doorstep standard` prints the ids".to_owned());
                self.mismatch(word, format!("the standard has no requirement \"{}\"", word.text), help);
                None
            }
            [..] => {
                let some = ending.iter().take(4).map(|(_, requirement)| &*requirement.id);
                let ids: Vec<&str> = some.collect();
                let message = format!("{} requirements end in \"{}\"", ending.len(), word.text);
                self.mismatch(word, message, format!("write more of the id, such as {}", ids.join(", ")));
                None
            }
        }
    }

    fn ending(&mut self, word: &Word, scenario: &Scenario) -> Option<EndingId> {
        let found = EndingId::find(&scenario.endings, |ending| *ending.name == *word.text);
        if found.is_none() {
            self.unknown(word, "ending", scenario.endings.iter().map(|ending| &*ending.name));
        }
        found
    }

    /// The first seed under which every named chance that these moves reveal falls as named.
    fn seed(
        &mut self,
        named: &[(Word, Word)],
        scenario: &Arc<Scenario>,
        standard: &Standard,
        language: Lang,
        steps: &[ScriptStep<RequirementId, EndingId>],
    ) -> Option<Seed> {
        let mut wanted = Vec::new();
        for (name, outcome) in named {
            wanted.extend(self.outcome(name, outcome, scenario));
        }
        let (Some((last, _)), true) = (named.last(), self.mismatches.is_empty()) else { return None };
        let mut view = PlayView::new(Session::new(scenario.clone(), Seed::new(0)), standard, language);
        let found = (0..SEEDS).map(Seed::new).find(|seed| {
            let can = |(number, outcome): &(usize, OutcomeId)| can_fall(scenario, *seed, *number, *outcome);
            if !wanted.iter().all(can) {
                return false;
            }
            view.session = Session::new(scenario.clone(), *seed);
            falls(&mut view, &wanted, steps)
        });
        if found.is_none() {
            let message = format!("no seed below {SEEDS} gives all of these outcomes on this way");
            self.mismatch(
                last,
                message,
                "one of them may have no weight in this situation; look at `chance` and `odds`",
            );
        }
        found
    }

    fn outcome(&mut self, name: &Word, outcome: &Word, scenario: &Scenario) -> Option<(usize, OutcomeId)> {
        let Some(number) = scenario.chances.iter().position(|chance| *chance.name == *name.text) else {
            self.unknown(name, "chance", scenario.chances.iter().map(|chance| &*chance.name));
            return None;
        };
        let chance = &scenario.chances[number];
        let found = OutcomeId::find(&chance.outcomes, |own| **own == *outcome.text);
        if found.is_none() {
            let what = format!("outcome of {}", chance.name);
            self.unknown(outcome, &what, chance.outcomes.iter().map(|own| &**own));
        }
        found.map(|found| (number, found))
    }
}

/// The last so many parts of an id.
fn end_of(id: &str, parts: usize) -> &str {
    id.rmatch_indices('.').nth(parts.saturating_sub(1)).map_or(id, |(at, _)| &id[at + 1..])
}

/// Whether the chance can fall so under this seed, whichever of its weights are taken. Cheap: no play is needed.
fn can_fall(scenario: &Scenario, seed: Seed, number: usize, outcome: OutcomeId) -> bool {
    let chance: &Chance = &scenario.chances[number];
    let roll = seed.roll(&chance.name, 0);
    let tables = [&chance.weights].into_iter().chain(chance.odds.iter().map(|(_, weights)| weights));
    tables.into_iter().any(|weights| roll.pick(weights) == outcome.index())
}

/// Whether nothing that these moves reveal falls otherwise, as far as they can be made.
fn falls(view: &mut PlayView, wanted: &[(usize, OutcomeId)], steps: &[ScriptStep<RequirementId, EndingId>]) -> bool {
    let as_named = |event: &Event| match event {
        Event::Revealed { chance, outcome } => {
            wanted.iter().all(|(own, expectation)| *own != chance.index() || expectation == outcome)
        }
        _ => true,
    };
    for step in steps {
        let Instruction::Choose(choice_ref) = &step.instruction else { continue };
        let FoundChoice::Here(id, Open::Yes) = find(view, choice_ref) else { return true };
        let Ok(turn) = view.session.take(id) else { return true };
        if !turn.events.iter().all(as_named) {
            return false;
        }
    }
    true
}
