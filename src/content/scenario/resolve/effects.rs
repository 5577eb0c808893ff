//! Giving meaning to effects and marks: what a choice changes, meets and breaks.

use super::scope::{FileScope, Symbol, fault, report, word_of};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::Code;
use crate::both;
use crate::content::notation::{SourcePath, Validator, noun};
use crate::content::scenario::choice::{Change, Effect, Mark};
use crate::content::scenario::condition::Condition;
use crate::content::scenario::ids::VariableId;
use crate::content::scenario::syntax::{ChangeSyntax, Misread, Name, parse_condition, parse_effect};
use crate::content::scenario::variable::VariableKind;
use crate::content::standard::RequirementId;

const HELP_CHANGE: Phrase = Phrase::new(
    "numbers take += -= =, flags `= true` or `= false`, one-ofs `= word`",
    "数用 += -= =，开关写 `= true` 或 `= false`，几选一写 `= 词`",
);

impl FileScope<'_> {
    /// `"REQUIREMENT"` or `"REQUIREMENT when CONDITION"`.
    pub(super) fn mark(&self, validator: &mut Validator, at: &SourcePath, text: &str) -> Option<Mark> {
        let (id, when) = match text.split_once(" when ") {
            Some((id, when)) => (id.trim(), Some(when)),
            None => (text.trim(), None),
        };
        let requirement = self.requirement(validator, at, id);
        let offset = when.map_or(0, |when| text.len() - when.len());
        let when = when.map_or(Ok(Condition::Always), |when| {
            parse_condition(when).and_then(|expression| self.meaning(&expression))
        });
        let when = when.map_err(|misread| report(validator, at, offset, misread)).unwrap_or(Condition::Always);
        requirement.map(|requirement| Mark { requirement, when })
    }

    pub(super) fn requirement(&self, validator: &mut Validator, at: &SourcePath, id: &str) -> Option<RequirementId> {
        let found = self.scope.standard.find(id);
        if found.is_none() {
            let below: Vec<_> = self.scope.standard.below(id).take(2).collect();
            match below.first() {
                Some(first) if !id.is_empty() => {
                    let help = both!(
                        "name each requirement, such as \"{id}\"",
                        "每条要求都要写全，例如 \"{id}\"",
                        id = self.scope.standard.requirement(*first).id
                    );
                    validator.error(
                        Code::UNKNOWN,
                        at,
                        both!("\"{id}\" is not one requirement", "\"{id}\" 不是单独一条要求"),
                        help,
                    );
                }
                _ => validator.unknown(
                    at,
                    noun::REQUIREMENT,
                    id,
                    self.scope.standard.requirements.iter().map(|r| &*r.id),
                ),
            }
        }
        found
    }

    pub(super) fn effect(&self, validator: &mut Validator, at: &SourcePath, text: &str) -> Option<Effect> {
        let read = parse_effect(text).and_then(|written| {
            let variable = match self.find(&written.name)? {
                Symbol::Variable(id) => id,
                Symbol::Chance(_) => {
                    let message = Phrase::new("a chance cannot be set", "随机的结果不能直接设定");
                    return Err(fault(
                        &written.name,
                        message.into(),
                        Phrase::new("it is drawn by `reveal`", "它由 `reveal` 揭晓"),
                    ));
                }
            };
            self.change(&written.name, variable, &written.change).map(|change| Effect { variable, change })
        });
        read.map_err(|misread| report(validator, at, 0, misread)).ok()
    }

    fn change(&self, name: &Name, id: VariableId, written: &ChangeSyntax) -> Result<Change, Misread> {
        let variable = self.variable(id);
        match (variable.kind, written) {
            (VariableKind::Number | VariableKind::Gauge, ChangeSyntax::Add(by)) => Ok(Change::Add(*by)),
            (VariableKind::Number | VariableKind::Gauge, ChangeSyntax::SetNumber(to)) => {
                if (variable.from..=variable.to).contains(to) {
                    return Ok(Change::Set(*to));
                }
                let message = both!(
                    "{to} is outside {least} to {most}",
                    "{to} 不在 {least} 到 {most} 之间",
                    least = variable.from,
                    most = variable.to
                );
                Err(fault(name, message, Phrase::new("stay within the bounds", "不要超出上下限")))
            }
            (VariableKind::Flag, ChangeSyntax::SetWord(word)) => match word.word {
                "true" => Ok(Change::Set(1)),
                "false" => Ok(Change::Set(0)),
                _ => Err(fault(
                    word,
                    both!("a flag cannot be `{word}`", "开关不能是 `{word}`", word = word.word),
                    Phrase::new("write `true` or `false`", "写 `true` 或 `false`"),
                )),
            },
            (VariableKind::OneOf, ChangeSyntax::SetWord(word)) => Ok(Change::Set(word_of(variable, word)?)),
            (VariableKind::Number | VariableKind::Gauge, ChangeSyntax::SetWord(_))
            | (VariableKind::Flag | VariableKind::OneOf, ChangeSyntax::Add(_) | ChangeSyntax::SetNumber(_)) => {
                Err(fault(
                    name,
                    both!("`{word}` cannot be changed like this", "`{word}` 不能这样改", word = name.word),
                    HELP_CHANGE,
                ))
            }
        }
    }
}
