//! The lines at the top of a script: which scenario is played, under which dice, and in which language.

use super::arguments::{single, span};
use crate::author::playscript::mismatches::Mismatches;
use crate::author::playscript::script::DiceSpec;
use crate::author::playscript::token::Word;
use crate::base::chance::Seed;

/// What was read of it so far.
#[derive(Default)]
pub(super) struct ScriptHeader {
    pub(super) scenario: Option<Word>,
    seed: Option<(Seed, Word)>,
    chances: Vec<(Word, Word)>,
    pub(super) language: Option<Word>,
}

impl ScriptHeader {
    pub(super) fn read_scenario(&mut self, first: &Word, rest: &[Word], mismatches: &mut Mismatches) {
        let help = "write `scenario ID`; `doorstep list` prints the ids";
        let word = single(first, rest, help, mismatches).cloned();
        if is_first(first, self.scenario.is_some(), mismatches) {
            self.scenario = word;
        }
    }

    pub(super) fn read_seed(&mut self, first: &Word, rest: &[Word], mismatches: &mut Mismatches) {
        const HELP: &str = "write `seed 7`, a whole number; or name what the dice gave: `chance bell works`";
        let Some(word) = single(first, rest, HELP, mismatches) else { return };
        match word.text.parse().ok().filter(|number| *number < Seed::LIMIT).map(Seed::new) {
            None => mismatches.add_at(word, format!("\"{}\" is no seed", word.text), HELP),
            Some(seed) if is_first(first, self.seed.is_some(), mismatches) => self.seed = Some((seed, word.clone())),
            Some(_) => {}
        }
    }

    pub(super) fn read_chance(&mut self, first: &Word, rest: &[Word], mismatches: &mut Mismatches) {
        match rest {
            [name, outcome] => self.chances.push((name.clone(), outcome.clone())),
            [name, is, outcome] if &*is.text == "is" => self.chances.push((name.clone(), outcome.clone())),
            _ => {
                let at = span(rest).unwrap_or(first.at.clone());
                let help = "write `chance NAME OUTCOME`, as in `chance bell works`";
                mismatches.add(at, "this names no outcome of a chance", help);
            }
        }
    }

    pub(super) fn read_language(&mut self, first: &Word, rest: &[Word], mismatches: &mut Mismatches) {
        let word = single(first, rest, "write `language zh` or `language en`", mismatches).cloned();
        if is_first(first, self.language.is_some(), mismatches) {
            self.language = word;
        }
    }

    /// What only shows when all lines are read.
    pub(super) fn check(&self, mismatches: &mut Mismatches) {
        if let (Some((_, seed)), [(chance, _), ..]) = (&self.seed, self.chances.as_slice()) {
            let later = if seed.at.start > chance.at.start { seed } else { chance };
            mismatches.add_at(later, "a seed and named chances stand together", "keep the seed, or what the dice gave");
        }
        if self.scenario.is_none() && mismatches.is_empty() {
            mismatches.add(0..0, "the walk does not say which scenario is played", "begin with `scenario ID`");
        }
    }

    pub(super) fn dice(&self) -> DiceSpec {
        match &self.seed {
            Some((seed, _)) => DiceSpec::Seed(*seed),
            None => DiceSpec::Named(self.chances.clone()),
        }
    }
}

/// Whether a line of this kind stands here for the first time; otherwise that is a mismatch.
fn is_first(first: &Word, known: bool, mismatches: &mut Mismatches) -> bool {
    if known {
        mismatches.add_at(first, format!("`{}` stands twice", first.text), "keep one of them");
    }
    !known
}
