//! Giving meaning to names: what conditions, effects and marks speak of, in the scope of one file.

use super::condition::{Amount, Condition, Reading};
use super::condition_syntax::{self, ChangeSyntax, Expression, Misread, Name, Sum};
use super::{Chance, ChanceId, Change, Effect, MOOD, Mark, Nature, OutcomeId, Variable, VariableId};
use crate::base::bits::Field;
use crate::base::diagnostic::{Code, Diagnostic, suggest};
use crate::content::notation::{SourcePath, Validator};
use crate::content::standard::{RequirementId, Standard};
use rustc_hash::FxHashMap;

/// What a name in a condition can stand for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Symbol {
    Variable(VariableId),
    Chance(ChanceId),
}

/// Everything that the names of a scenario mean, its fragments' own names under `fragment/name`.
pub(super) struct Scope<'s> {
    pub standard: &'s Standard,
    pub symbols: FxHashMap<String, Symbol>,
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

/// Words that mean something in every condition and may not name anything else.
pub(super) const RESERVED: [&str; 11] =
    ["mood", "clock", "elapsed", "appointment", "true", "false", "and", "or", "not", "is", "revealed"];

impl<'v> FileScope<'v> {
    fn symbol(&self, name: &str) -> Option<Symbol> {
        let symbols = &self.scope.symbols;
        let own = (!self.fragment.is_empty()).then(|| symbols.get(&format!("{}/{name}", self.fragment))).flatten();
        own.or_else(|| symbols.get(name)).copied()
    }

    fn find(&self, name: &Name) -> Result<Symbol, Misread> {
        self.symbol(name.word).ok_or_else(|| {
            let visible = self.scope.symbols.keys().filter_map(|key| match key.rsplit_once('/') {
                Some((fragment, own)) => (fragment == self.fragment).then_some(own),
                None => Some(key.as_str()),
            });
            let near = suggest(name.word, visible).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            fault(name, format!("nothing is named `{}`{near}", name.word), "declare it in `variables` or `chance`")
        })
    }

    /// The chance of this name.
    pub(super) fn chance(&self, name: &str) -> Option<ChanceId> {
        match self.symbol(name) {
            Some(Symbol::Chance(id)) => Some(id),
            Some(Symbol::Variable(_)) | None => None,
        }
    }

    fn variable(&self, id: VariableId) -> &'v Variable {
        &self.scope.variables[id.index()]
    }

    /// A condition, or `Always` and a finding.
    pub(super) fn condition(&self, validator: &mut Validator, at: &SourcePath, text: &str) -> Condition {
        let read = condition_syntax::parse_condition(text).and_then(|expression| self.meaning(&expression));
        read.unwrap_or_else(|misread| {
            report(validator, at, 0, misread);
            Condition::Always
        })
    }

    pub(super) fn optional(&self, validator: &mut Validator, at: &SourcePath, text: Option<&str>) -> Condition {
        text.map_or(Condition::Always, |text| self.condition(validator, at, text))
    }

    /// `"REQUIREMENT"` or `"REQUIREMENT when CONDITION"`.
    pub(super) fn mark(&self, validator: &mut Validator, at: &SourcePath, text: &str) -> Option<Mark> {
        let (id, when) = match text.split_once(" when ") {
            Some((id, when)) => (id.trim(), Some(when)),
            None => (text.trim(), None),
        };
        let requirement = self.requirement(validator, at, id);
        let offset = when.map_or(0, |when| text.len() - when.len());
        let when = when.map_or(Ok(Condition::Always), |when| {
            condition_syntax::parse_condition(when).and_then(|expression| self.meaning(&expression))
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
        let read = condition_syntax::parse_effect(text).and_then(|written| {
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
        let counts = matches!(variable.nature, Nature::Number | Nature::Gauge);
        match (written, variable.nature) {
            (ChangeSyntax::Add(by), _) if counts => Ok(Change::Add(*by)),
            (ChangeSyntax::SetNumber(to), _) if counts && (variable.from..=variable.to).contains(to) => {
                Ok(Change::Set(*to))
            }
            (ChangeSyntax::SetNumber(to), _) if counts => Err(fault(
                name,
                format!("{to} is outside {} to {}", variable.from, variable.to),
                "stay within the bounds",
            )),
            (ChangeSyntax::SetWord(word), Nature::Flag) => match word.word {
                "true" => Ok(Change::Set(1)),
                "false" => Ok(Change::Set(0)),
                _ => Err(fault(word, format!("a flag cannot be `{}`", word.word), "write `true` or `false`")),
            },
            (ChangeSyntax::SetWord(word), Nature::OneOf) => Ok(Change::Set(self.word(variable, word)?)),
            _ => Err(fault(name, format!("`{}` cannot be changed like this", name.word), HELP_CHANGE)),
        }
    }

    fn word(&self, variable: &Variable, word: &Name) -> Result<i32, Misread> {
        let found = variable.words.iter().position(|known| **known == *word.word);
        let list =
            || format!("`{}` is never `{}`; it is one of: {}", variable.name, word.word, variable.words.join(", "));
        found.map(|index| index as i32).ok_or_else(|| fault(word, list(), "use one of its words"))
    }

    fn meaning(&self, expression: &Expression) -> Result<Condition, Misread> {
        let all = |parts: &[Expression]| parts.iter().map(|part| self.meaning(part)).collect::<Result<Box<[_]>, _>>();
        Ok(match expression {
            Expression::Not(inner) => Condition::Not(Box::new(self.meaning(inner)?)),
            Expression::And(parts) => Condition::All(all(parts)?),
            Expression::Or(parts) => Condition::Any(all(parts)?),
            Expression::Flag(name) => self.flag(name)?,
            Expression::Revealed(name) => match self.find(name)? {
                Symbol::Chance(id) => Condition::Revealed(self.scope.chances[id.index()].field),
                Symbol::Variable(_) => {
                    return Err(fault(name, format!("`{}` is not a chance", name.word), "only a chance is revealed"));
                }
            },
            Expression::Is { name, value, negated } => self.is(name, value, *negated)?,
            Expression::Compare { left, order, right } => {
                let (left, right) = self.comparable(left, right)?;
                Condition::Compare { left, order: *order, right }
            }
        })
    }

    fn flag(&self, name: &Name) -> Result<Condition, Misread> {
        match name.word {
            "true" => return Ok(Condition::Always),
            "false" => return Ok(Condition::Not(Box::new(Condition::Always))),
            _ => {}
        }
        match self.find(name)? {
            Symbol::Variable(id) if self.variable(id).nature == Nature::Flag => {
                Ok(equals(self.variable(id).field, 1, false))
            }
            Symbol::Variable(id) if self.variable(id).nature == Nature::OneOf => {
                Err(fault(name, format!("`{}` has several words", name.word), "write `stand is facing`"))
            }
            Symbol::Variable(_) => Err(fault(name, format!("`{}` is a number", name.word), "compare it: `rings >= 3`")),
            Symbol::Chance(_) => {
                Err(fault(name, format!("`{}` is a chance", name.word), "write `bell is works` or `revealed bell`"))
            }
        }
    }

    fn is(&self, name: &Name, value: &Name, negated: bool) -> Result<Condition, Misread> {
        match self.find(name)? {
            Symbol::Variable(id) if self.variable(id).nature == Nature::OneOf => {
                let variable = self.variable(id);
                Ok(equals(variable.field, self.word(variable, value)?, negated))
            }
            Symbol::Variable(_) => Err(fault(
                name,
                format!("`{}` has no words to be", name.word),
                "write the flag alone, or compare the number",
            )),
            Symbol::Chance(id) => {
                let chance = &self.scope.chances[id.index()];
                let found = OutcomeId::find(&chance.outcomes, |known| **known == *value.word);
                let list = || {
                    format!("`{}` is never `{}`; its outcomes: {}", name.word, value.word, chance.outcomes.join(", "))
                };
                let outcome = found.ok_or_else(|| fault(value, list(), "use one of its outcomes"))?.number() + 1;
                Ok(Condition::Outcome { field: chance.field, outcome, negated })
            }
        }
    }

    /// Both sides in one measure: whole numbers, or seconds since midnight, or seconds since the start.
    fn comparable(&self, left: &Sum, right: &Sum) -> Result<(Amount, Amount), Misread> {
        let ((left_amount, left_timed), (right_amount, right_timed)) = (self.amount(left)?, self.amount(right)?);
        let names = [left, right].map(|sum| sum.base.as_ref());
        let at = names.into_iter().flatten().next();
        let Some(name) = at else {
            return Err(Misread {
                at: 0..1,
                message: "two constants are compared".into(),
                help: "name what should be compared",
            });
        };
        if left_timed != right_timed {
            return Err(fault(
                name,
                "a time and a number are compared".into(),
                "write times as 10:05 and durations as 90s",
            ));
        }
        Ok((left_amount, right_amount))
    }

    fn amount(&self, sum: &Sum) -> Result<(Amount, bool), Misread> {
        let Some(name) = &sum.base else {
            return Ok((Amount { reading: Reading::Nothing, plus: sum.plus }, sum.timed));
        };
        let timed = |reading, base: i32| Ok((Amount { reading, plus: base + sum.plus }, true));
        let is_time = matches!(name.word, "clock" | "elapsed" | "appointment");
        if is_time && !sum.timed && sum.plus != 0 {
            return Err(fault(
                name,
                "a plain number is added to a time".into(),
                "write a duration: `appointment + 5m`",
            ));
        }
        match name.word {
            "clock" => return timed(Reading::Elapsed(self.scope.elapsed), self.scope.start),
            "elapsed" => return timed(Reading::Elapsed(self.scope.elapsed), 0),
            "appointment" => {
                let help = "add `appointment` to the clock";
                let at = self.scope.appointment;
                return at.map_or_else(
                    || Err(fault(name, "this scenario has no appointment".into(), help)),
                    |at| timed(Reading::Nothing, at),
                );
            }
            _ => {}
        }
        match self.find(name)? {
            Symbol::Variable(id) if matches!(self.variable(id).nature, Nature::Number | Nature::Gauge) => {
                let variable = self.variable(id);
                Ok((Amount { reading: Reading::Number(variable.field), plus: variable.from + sum.plus }, sum.timed))
            }
            _ => {
                Err(fault(name, format!("`{}` is not a number", name.word), "write the flag alone, or `bell is works`"))
            }
        }
    }

    /// Whether a text may use this slot for a number.
    pub(super) fn shows(&self, name: &str) -> bool {
        matches!(self.symbol(name), Some(Symbol::Variable(id)) if self.variable(id).nature == Nature::Number && id != MOOD)
    }
}

const HELP_CHANGE: &str = "numbers take += -= =, flags `= true` or `= false`, one-ofs `= word`";

fn equals(field: Field, value: i32, negated: bool) -> Condition {
    let order = if negated { super::Comparison::NotEqual } else { super::Comparison::Equal };
    let left = Amount { reading: Reading::Number(field), plus: 0 };
    Condition::Compare { left, order, right: Amount { reading: Reading::Nothing, plus: value } }
}

fn fault(name: &Name, message: String, help: &'static str) -> Misread {
    Misread { at: name.at.clone(), message, help }
}

/// Records what could not be read; `offset` is where the read part begins inside the string.
fn report(validator: &mut Validator, at: &SourcePath, offset: usize, misread: Misread) {
    let part = misread.at.start + offset..misread.at.end + offset;
    let diagnostic = Diagnostic::error(Code::CONDITION, validator.source.place_in(at, part), misread.message);
    validator.diagnostics.push(diagnostic.help(misread.help));
}
