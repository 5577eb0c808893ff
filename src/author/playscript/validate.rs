//! From a script as typed to one whose names are all there: its scenario, its dice, its choices, requirements and endings.
//! Every name that nothing has is told, each with the one that was probably meant.

use super::dice::seed_of;
use super::mismatch::Mismatch;
use super::mismatches::Mismatches;
use super::playable::Playscript;
use super::script::{ChoiceRef, DiceSpec, Expectation, Instruction, Script, TypedStep, ValidStep};
use super::token::{Word, WordKind};
use super::unknown::unknown;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::suggest;
use crate::base::text::Lang;
use crate::both;
use crate::content::notation::noun;
use crate::content::scenario::{EndingId, Pack, Scenario};
use crate::content::standard::{RequirementId, Standard};
use crate::speech::messages::Messages;
use crate::speech::narration::Mood;
use std::sync::Arc;

/// Validates a script against what a folder holds.
///
/// # Errors
/// Every name that is not there.
pub fn validate(script: &Script, pack: &Pack) -> Result<Playscript, Vec<Mismatch>> {
    let mut mismatches = Mismatches::new(&script.source);
    let Some(scenario) = scenario(&script.scenario, pack, &mut mismatches) else { return Err(mismatches.into_vec()) };
    let language = language(script.language.as_ref(), &scenario, &mut mismatches);
    let mut validator = StepValidator { scenario: &scenario, standard: &pack.standard, language, mismatches };
    let steps: Vec<_> = script.steps.iter().filter_map(|step| validator.step(step)).collect();
    let mut mismatches = validator.mismatches;
    let seed = match &script.dice {
        DiceSpec::Seed(seed) => Some(*seed),
        DiceSpec::Named(named) => seed_of(named, &scenario, &pack.standard, language, &steps, &mut mismatches),
    };
    let Some(seed) = seed.filter(|_| mismatches.is_empty()) else { return Err(mismatches.into_vec()) };
    let chances = match &script.dice {
        DiceSpec::Seed(_) => scenario.chances.iter().map(|chance| chance.name.clone()).collect(),
        DiceSpec::Named(named) => named.iter().map(|(name, _)| name.text.clone()).collect(),
    };
    let (source, standard) = (script.source.clone(), pack.standard.clone());
    Ok(Playscript { source, scenario, standard, seed, language, chances, steps })
}

fn scenario(word: &Word, pack: &Pack, mismatches: &mut Mismatches) -> Option<Arc<Scenario>> {
    let found = pack.scenario(&word.text).cloned();
    if found.is_none() {
        unknown(word, noun::SCENARIO, pack.scenarios.ids(), mismatches);
    }
    found
}

fn language(word: Option<&Word>, scenario: &Scenario, mismatches: &mut Mismatches) -> Lang {
    let base = scenario.languages[0];
    let Some(word) = word else { return base };
    let found = Lang::new(&word.text).filter(|lang| scenario.languages.contains(lang));
    if found.is_none() {
        unknown(
            word,
            Phrase::new("text here in the language", "语言的文字"),
            scenario.languages.iter().map(Lang::tag),
            mismatches,
        );
    }
    found.unwrap_or(base)
}

/// Validates the steps of a script one by one.
struct StepValidator<'v> {
    scenario: &'v Scenario,
    standard: &'v Standard,
    language: Lang,
    mismatches: Mismatches<'v>,
}

impl StepValidator<'_> {
    fn step(&mut self, step: &TypedStep) -> Option<ValidStep> {
        let instruction = match &step.instruction {
            Instruction::Choose(choice) => Instruction::Choose(self.choice(choice)),
            Instruction::Expect(expectation) => Instruction::Expect(self.expectation(expectation)?),
        };
        Some(ValidStep { at: step.at.clone(), instruction })
    }

    fn expectation(&mut self, expectation: &Expectation<Word, Word>) -> Option<Expectation<RequirementId, EndingId>> {
        Some(match expectation {
            Expectation::Told(words) => Expectation::Told(words.clone()),
            Expectation::Untold(words) => Expectation::Untold(words.clone()),
            Expectation::Open(choice) => Expectation::Open(self.choice(choice)),
            Expectation::Hidden(choice) => Expectation::Hidden(self.choice(choice)),
            Expectation::Locked(choice, reason) => Expectation::Locked(self.choice(choice), reason.clone()),
            Expectation::Entry { kind, requirement, by } => {
                let by = by.as_ref().map(|by| self.choice(by));
                Expectation::Entry { kind: *kind, requirement: self.requirement(requirement)?, by }
            }
            Expectation::Score(order, score) => Expectation::Score(*order, *score),
            Expectation::Mood(order, number) => Expectation::Mood(*order, *number),
            Expectation::MoodWord(word) => Expectation::MoodWord(self.mood(word)),
            Expectation::Clock(order, time) => Expectation::Clock(*order, *time),
            Expectation::Ending(ending) => Expectation::Ending(self.ending(ending)?),
            Expectation::Verdict(verdict) => Expectation::Verdict(*verdict),
            Expectation::Label(label) => Expectation::Label(*label),
        })
    }

    /// A choice that some scene has. Words are looked for when the screen is there.
    fn choice(&mut self, choice: &ChoiceRef) -> ChoiceRef {
        let scenario = self.scenario;
        let known = scenario.choices().any(|own| *own.id == *choice.text);
        if choice.kind != WordKind::Quoted && !known {
            let near = suggest(&choice.text, scenario.choices().map(|choice| &*choice.id));
            let gone = Phrase::new(
                "it was renamed or removed: play to this place with `doorstep play` and see what is open",
                "它改了名或者删掉了：用 `doorstep play` 演到这里，看看能选什么",
            );
            let help =
                near.map_or_else(|| gone.into(), |near| both!("did you mean \"{near}\"?", "是不是想写 \"{near}\"？"));
            let message = both!(
                "no scene of {id} has a choice \"{name}\"",
                "{id} 的场景里都没有选项 \"{name}\"",
                id = scenario.id,
                name = choice.text
            );
            self.mismatches.add_at(choice, message, help);
        }
        choice.clone()
    }

    /// A word that the screen has for some mood.
    fn mood(&mut self, word: &Word) -> Word {
        let words = Messages::new(self.language);
        let moods: Vec<String> = (0..Mood::DEGREES).map(|degree| Mood(degree).word(&words)).collect();
        if moods.iter().all(|mood| *mood != *word.text) {
            unknown(word, Phrase::new("mood", "心情"), moods.iter().map(String::as_str), &mut self.mismatches);
        }
        word.clone()
    }

    /// The requirement of this id, or the only one whose id ends so.
    fn requirement(&mut self, word: &Word) -> Option<RequirementId> {
        let standard = self.standard;
        if let Some(id) = standard.ids().find(|id| *standard.requirement(*id).id == *word.text) {
            return Some(id);
        }
        let tail = format!(".{}", word.text);
        let fitting: Vec<_> = standard.ids().filter(|id| standard.requirement(*id).id.ends_with(&tail)).collect();
        match fitting[..] {
            [id] => return Some(id),
            [] => self.no_requirement(word),
            [..] => self.many_requirements(word, &fitting),
        }
        None
    }

    fn no_requirement(&mut self, word: &Word) {
        let whole = self.standard.requirements.iter().map(|requirement| &*requirement.id);
        // What was typed may be the end of an id, so it is compared with ends as long as itself.
        let parts = word.text.split('.').count();
        let ends = whole.map(|id| end_of(id, parts));
        let near = suggest(&word.text, ends).map(|near| both!("did you mean \"{near}\"?", "是不是想写 \"{near}\"？"));
        let all = Phrase::new("`doorstep standard` prints the ids", "`doorstep standard` 列出所有编号");
        let message = both!("the standard has no requirement \"{id}\"", "标准里没有 \"{id}\" 这条要求", id = word.text);
        self.mismatches.add_at(word, message, near.unwrap_or_else(|| all.into()));
    }

    fn many_requirements(&mut self, word: &Word, fitting: &[RequirementId]) {
        let some: Vec<&str> = fitting.iter().take(4).map(|id| &*self.standard.requirement(*id).id).collect();
        let message = both!(
            "{count} requirements end in \"{id}\"",
            "有 {count} 条要求以 \"{id}\" 结尾",
            count = fitting.len(),
            id = word.text
        );
        let help = both!("write more of the id, such as {ids}", "编号写长一些，例如 {ids}", ids = some.join(", "));
        self.mismatches.add_at(word, message, help);
    }

    fn ending(&mut self, word: &Word) -> Option<EndingId> {
        let endings = &self.scenario.endings;
        let found = EndingId::find(endings, |ending| *ending.name == *word.text);
        if found.is_none() {
            unknown(word, noun::ENDING, endings.iter().map(|ending| &*ending.name), &mut self.mismatches);
        }
        found
    }
}

/// The last so many parts of an id.
fn end_of(id: &str, parts: usize) -> &str {
    id.rmatch_indices('.').nth(parts.saturating_sub(1)).map_or(id, |(at, _)| &id[at + 1..])
}
