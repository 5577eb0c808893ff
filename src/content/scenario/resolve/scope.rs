//! What the names of a scenario and its fragments stand for, as one file sees them.

use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::bits::Field;
use crate::base::diagnostic::{Code, Diagnostic, suggest};
use crate::both;
use crate::content::notation::{SourcePath, Validator};
use crate::content::scenario::ids::{ChanceId, VariableId};
use crate::content::scenario::syntax::{Misread, Name};
use crate::content::scenario::variable::{Chance, MOOD, Variable, VariableKind};
use crate::content::standard::Standard;
use std::collections::BTreeMap;

/// Words that mean something in every condition and may not name anything else.
pub(super) const RESERVED: [&str; 11] =
    ["mood", "clock", "elapsed", "appointment", "true", "false", "and", "or", "not", "is", "revealed"];

/// What a name in a condition can stand for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Symbol {
    Variable(VariableId),
    Chance(ChanceId),
}

/// Everything that the names of a scenario mean, its fragments' own names under `fragment/name`.
pub(super) struct Scope<'s> {
    pub standard: &'s Standard,
    pub symbols: BTreeMap<String, Symbol>,
    pub variables: Vec<Variable>,
    pub chances: Vec<Chance>,
    /// Seconds since the start, and the times that have names.
    pub elapsed: Field,
    pub start: i32,
    pub appointment: Option<i32>,
}

/// One file looking into the scope: a fragment sees its own names first.
#[derive(Clone, Copy)]
pub(super) struct FileScope<'v> {
    pub scope: &'v Scope<'v>,
    /// The fragment's id, or empty for the scenario itself.
    pub fragment: &'v str,
}

impl<'v> FileScope<'v> {
    fn symbol(&self, name: &str) -> Option<Symbol> {
        let symbols = &self.scope.symbols;
        let own = (!self.fragment.is_empty()).then(|| symbols.get(&format!("{}/{name}", self.fragment))).flatten();
        own.or_else(|| symbols.get(name)).copied()
    }

    pub(super) fn find(&self, name: &Name) -> Result<Symbol, Misread> {
        self.symbol(name.word).ok_or_else(|| {
            let visible = self.scope.symbols.keys().filter_map(|key| match key.rsplit_once('/') {
                Some((fragment, own)) => (fragment == self.fragment).then_some(own),
                None => Some(key.as_str()),
            });
            let near = suggest(name.word, visible);
            let near =
                near.map(|near| both!("; did you mean `{near}`?", "；是不是想写 `{near}`？")).unwrap_or_default();
            let message =
                both!("nothing is named `{word}`{near}", "没有叫 `{word}` 的东西{near}", word = name.word; near = near);
            fault(
                name,
                message,
                Phrase::new("declare it in `variables` or `chance`", "在 `variables` 或 `chance` 里写上它"),
            )
        })
    }

    /// The chance of this name.
    pub(super) fn chance(&self, name: &str) -> Option<ChanceId> {
        match self.symbol(name) {
            Some(Symbol::Chance(id)) => Some(id),
            Some(Symbol::Variable(_)) | None => None,
        }
    }

    pub(super) fn variable(&self, id: VariableId) -> &'v Variable {
        &self.scope.variables[id.index()]
    }

    /// Whether a text may use this slot for a number.
    pub(super) fn shows(&self, name: &str) -> bool {
        matches!(self.symbol(name), Some(Symbol::Variable(id)) if self.variable(id).kind == VariableKind::Number && id != MOOD)
    }
}

/// The place of a word among those of a one-of variable.
pub(super) fn word_of(variable: &Variable, word: &Name) -> Result<i32, Misread> {
    let found = variable.words.iter().position(|known| **known == *word.word);
    let list = || {
        both!(
            "`{name}` is never `{word}`; it is one of: {words}",
            "`{name}` 不会是 `{word}`；它是这几个之一：{words}",
            name = variable.name,
            word = word.word,
            words = variable.words.join(", ")
        )
    };
    let help = Phrase::new("use one of its words", "写其中一个");
    found.and_then(|index| i32::try_from(index).ok()).ok_or_else(|| fault(word, list(), help))
}

pub(super) fn fault(name: &Name, message: Bilingual, help: Phrase) -> Misread {
    Misread { at: name.at.clone(), message, help }
}

/// Records what could not be read; `offset` is where the read part begins inside the string.
pub(super) fn report(validator: &mut Validator, at: &SourcePath, offset: usize, misread: Misread) {
    let part = misread.at.start + offset..misread.at.end + offset;
    validator.record(|source| {
        Diagnostic::error(Code::CONDITION, source.place_in(at, part), misread.message).help(misread.help)
    });
}
