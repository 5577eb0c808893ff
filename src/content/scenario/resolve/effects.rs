//! Giving meaning to effects and marks: what a choice changes, meets and breaks.

use super::scope::{FileScope, Symbol, fault, report, word_of};
use crate::base::diagnostic::Code;
use crate::content::notation::{SourcePath, Validator};
use crate::content::scenario::choice::{Change, Effect, Mark};
use crate::content::scenario::condition::Condition;
use crate::content::scenario::ids::VariableId;
use crate::content::scenario::syntax::{ChangeSyntax, Misread, Name, parse_condition, parse_effect};
use crate::content::scenario::variable::VariableKind;
use crate::content::standard::RequirementId;

const HELP_CHANGE: &str = "numbers take += -= =, flags `= true` or `= false`, one-ofs `= word`";

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
                    let help =
                        format!("name each requirement, such as \"{}\"", self.scope.standard.requirement(*first).id);
                    validator.error(Code::UNKNOWN, at, format!("\"{id}\" is not one requirement"), help);
                }
                _ => validator.unknown(at, "requirement", id, self.scope.standard.requirements.iter().map(|r| &*r.id)),
            }
        }
        found
    }

    pub(super) fn effect(&self, validator: &mut Validator, at: &SourcePath, text: &str) -> Option<Effect> {
        let read = parse_effect(text).and_then(|written| {
            let variable = match self.find(&written.name)? {
                Symbol::Variable(id) => id,
                Symbol::Chance(_) => {
                    return Err(fault(&written.name, "a chance cannot be set".into(), "it is drawn by `reveal`"));
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
                let message = format!("{to} is outside {} to {}", variable.from, variable.to);
                Err(fault(name, message, "stay within the bounds"))
            }
            (VariableKind::Flag, ChangeSyntax::SetWord(word)) => match word.word {
                "true" => Ok(Change::Set(1)),
                "false" => Ok(Change::Set(0)),
                _ => Err(fault(word, format!("a flag cannot be `{}`", word.word), "write `true` or `false`")),
            },
            (VariableKind::OneOf, ChangeSyntax::SetWord(word)) => Ok(Change::Set(word_of(variable, word)?)),
            (VariableKind::Number | VariableKind::Gauge, ChangeSyntax::SetWord(_))
            | (VariableKind::Flag | VariableKind::OneOf, ChangeSyntax::Add(_) | ChangeSyntax::SetNumber(_)) => {
                Err(fault(name, format!("`{}` cannot be changed like this", name.word), HELP_CHANGE))
            }
        }
    }
}
