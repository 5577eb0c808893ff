//! Giving meaning to conditions: names become fields of a state.

use super::scope::{FileScope, Symbol, fault, report, word_of};
use crate::base::bits::Field;
use crate::content::notation::{SourcePath, Validator};
use crate::content::scenario::condition::{Amount, Comparison, Condition, Reading};
use crate::content::scenario::ids::OutcomeId;
use crate::content::scenario::syntax::{Expression, Misread, Name, Sum, Unit, parse_condition};
use crate::content::scenario::variable::VariableKind;

impl FileScope<'_> {
    /// A condition, or `Always` and a diagnostic.
    pub(super) fn condition(&self, validator: &mut Validator, at: &SourcePath, text: &str) -> Condition {
        let read = parse_condition(text).and_then(|expression| self.meaning(&expression));
        read.unwrap_or_else(|misread| {
            report(validator, at, 0, misread);
            Condition::Always
        })
    }

    pub(super) fn optional(&self, validator: &mut Validator, at: &SourcePath, text: Option<&str>) -> Condition {
        text.map_or(Condition::Always, |text| self.condition(validator, at, text))
    }

    pub(super) fn meaning(&self, expression: &Expression) -> Result<Condition, Misread> {
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
            Symbol::Variable(id) if self.variable(id).kind == VariableKind::Flag => {
                Ok(equals(self.variable(id).field, 1, false))
            }
            Symbol::Variable(id) if self.variable(id).kind == VariableKind::OneOf => {
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
            Symbol::Variable(id) if self.variable(id).kind == VariableKind::OneOf => {
                let variable = self.variable(id);
                Ok(equals(variable.field, word_of(variable, value)?, negated))
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
        let ((left_amount, left_unit), (right_amount, right_unit)) = (self.amount(left)?, self.amount(right)?);
        let names = [left, right].map(|sum| sum.base.as_ref());
        let at = names.into_iter().flatten().next();
        let Some(name) = at else {
            return Err(Misread {
                at: 0..1,
                message: "two constants are compared".into(),
                help: "name what should be compared",
            });
        };
        if left_unit != right_unit {
            return Err(fault(
                name,
                "a time and a number are compared".into(),
                "write times as 10:05 and durations as 90s",
            ));
        }
        Ok((left_amount, right_amount))
    }

    fn amount(&self, sum: &Sum) -> Result<(Amount, Unit), Misread> {
        let Some(name) = &sum.base else {
            return Ok((Amount { reading: Reading::Nothing, plus: sum.plus }, sum.unit));
        };
        let timed = |reading, base: i32| Ok((Amount { reading, plus: base + sum.plus }, Unit::Seconds));
        let is_time = matches!(name.word, "clock" | "elapsed" | "appointment");
        if is_time && sum.unit == Unit::Number && sum.plus != 0 {
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
            Symbol::Variable(id) if matches!(self.variable(id).kind, VariableKind::Number | VariableKind::Gauge) => {
                let variable = self.variable(id);
                Ok((Amount { reading: Reading::Number(variable.field), plus: variable.from + sum.plus }, sum.unit))
            }
            Symbol::Variable(_) | Symbol::Chance(_) => {
                Err(fault(name, format!("`{}` is not a number", name.word), "write the flag alone, or `bell is works`"))
            }
        }
    }
}

fn equals(field: Field, value: i32, negated: bool) -> Condition {
    let order = if negated { Comparison::NotEqual } else { Comparison::Equal };
    let left = Amount { reading: Reading::Number(field), plus: 0 };
    Condition::Compare { left, order, right: Amount { reading: Reading::Nothing, plus: value } }
}
