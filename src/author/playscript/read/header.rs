//! The lines at the top of a script: which scenario is played, under which dice, and in which language.

use super::arguments::{single, span};
use crate::author::playscript::mismatches::Mismatches;
use crate::author::playscript::script::DiceSpec;
use crate::author::playscript::token::Word;
use crate::base::bilingual::Phrase;
use crate::base::chance::Seed;
use crate::both;
use crate::content::notation::KEEP_ONE;

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
        let help = Phrase::new(
            "write `scenario ID`; `doorstep list` prints the ids",
            "写成 `scenario 编号`；`doorstep list` 列出编号",
        );
        let word = single(first, rest, help, mismatches).cloned();
        if is_first(first, self.scenario.is_some(), mismatches) {
            self.scenario = word;
        }
    }

    pub(super) fn read_seed(&mut self, first: &Word, rest: &[Word], mismatches: &mut Mismatches) {
        const HELP: Phrase = Phrase::new(
            "write `seed 7`, a whole number; or name what the dice gave: `chance bell works`",
            "写成 `seed 7`，一个整数；或者写随机的结果：`chance bell works`",
        );
        let Some(word) = single(first, rest, HELP, mismatches) else { return };
        match word.text.parse().ok().filter(|number| *number < Seed::LIMIT).map(Seed::new) {
            None => {
                mismatches.add_at(word, both!("\"{word}\" is no seed", "\"{word}\" 不是种子", word = word.text), HELP);
            }
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
                let help = Phrase::new(
                    "write `chance NAME OUTCOME`, as in `chance bell works`",
                    "写成 `chance 名字 结果`，例如 `chance bell works`",
                );
                let message = Phrase::new("this names no outcome of a chance", "没有写清是哪个随机的哪个结果");
                mismatches.add(at, message, help);
            }
        }
    }

    pub(super) fn read_language(&mut self, first: &Word, rest: &[Word], mismatches: &mut Mismatches) {
        let help = Phrase::new("write `language zh` or `language en`", "写成 `language zh` 或 `language en`");
        let word = single(first, rest, help, mismatches).cloned();
        if is_first(first, self.language.is_some(), mismatches) {
            self.language = word;
        }
    }

    /// What only shows when all lines are read.
    pub(super) fn check(&self, mismatches: &mut Mismatches) {
        if let (Some((_, seed)), [(chance, _), ..]) = (&self.seed, self.chances.as_slice()) {
            let later = if seed.at.start > chance.at.start { seed } else { chance };
            let help = Phrase::new("keep the seed, or what the dice gave", "留下种子，或者留下随机的结果");
            let message = Phrase::new("a seed and named chances stand together", "同时写了种子和随机的结果");
            mismatches.add_at(later, message, help);
        }
        if self.scenario.is_none() && mismatches.is_empty() {
            let message = Phrase::new("the walk does not say which scenario is played", "脚本没有写演哪个情景");
            mismatches.add(0..0, message, Phrase::new("begin with `scenario ID`", "开头写 `scenario 编号`"));
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
        mismatches.add_at(first, both!("`{word}` stands twice", "`{word}` 写了两次", word = first.text), KEEP_ONE);
    }
    !known
}
