//! Giving meaning to conditions: names become fields of a state.

use super::scope::{FileScope, Symbol, fault, report, word_of};
use crate::base::bilingual::Phrase;
use crate::base::bits::Field;
use crate::both;
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
                    return Err(fault(
                        name,
                        both!("`{word}` is not a chance", "`{word}` 不是随机", word = name.word),
                        Phrase::new("only a chance is revealed", "只有随机才能揭晓"),
                    ));
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
            Symbol::Variable(id) if self.variable(id).kind == VariableKind::OneOf => Err(fault(
                name,
                both!("`{word}` has several words", "`{word}` 是几选一", word = name.word),
                Phrase::new("write `stand is facing`", "写成 `stand is facing` 这样"),
            )),
            Symbol::Variable(_) => Err(fault(
                name,
                both!("`{word}` is a number", "`{word}` 是一个数", word = name.word),
                Phrase::new("compare it: `rings >= 3`", "要拿它比较，例如 `rings >= 3`"),
            )),
            Symbol::Chance(_) => Err(fault(
                name,
                both!("`{word}` is a chance", "`{word}` 是随机", word = name.word),
                Phrase::new("write `bell is works` or `revealed bell`", "写成 `bell is works` 或 `revealed bell` 这样"),
            )),
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
                both!("`{word}` has no words to be", "`{word}` 不是几选一，没有词可比", word = name.word),
                Phrase::new("write the flag alone, or compare the number", "开关只写名字，数要拿来比较"),
            )),
            Symbol::Chance(id) => {
                let chance = &self.scope.chances[id.index()];
                let found = OutcomeId::find(&chance.outcomes, |known| **known == *value.word);
                let list = || {
                    both!(
                        "`{name}` is never `{value}`; its outcomes: {outcomes}",
                        "`{name}` 没有 `{value}` 这个结果；它的结果有：{outcomes}",
                        name = name.word,
                        value = value.word,
                        outcomes = chance.outcomes.join(", ")
                    )
                };
                let help = Phrase::new("use one of its outcomes", "写其中一个结果");
                let outcome = found.ok_or_else(|| fault(value, list(), help))?.number() + 1;
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
                message: Phrase::new("two constants are compared", "两边都是固定的数，没什么好比的").into(),
                help: Phrase::new("name what should be compared", "写上要比较的那个名字"),
            });
        };
        if left_unit != right_unit {
            return Err(fault(
                name,
                Phrase::new("a time and a number are compared", "拿时间和数比较了").into(),
                Phrase::new("write times as 10:05 and durations as 90s", "时刻写成 10:05，一段时间写成 90s"),
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
                Phrase::new("a plain number is added to a time", "时间加上了一个没有单位的数").into(),
                Phrase::new("write a duration: `appointment + 5m`", "写一段时间：`appointment + 5m`"),
            ));
        }
        match name.word {
            "clock" => return timed(Reading::Elapsed(self.scope.elapsed), self.scope.start),
            "elapsed" => return timed(Reading::Elapsed(self.scope.elapsed), 0),
            "appointment" => {
                let help = Phrase::new("add `appointment` to the clock", "在 `clock` 里写上 `appointment`");
                let message = Phrase::new("this scenario has no appointment", "这个情景没有约定的时刻");
                let at = self.scope.appointment;
                return at.map_or_else(|| Err(fault(name, message.into(), help)), |at| timed(Reading::Nothing, at));
            }
            _ => {}
        }
        match self.find(name)? {
            Symbol::Variable(id) if matches!(self.variable(id).kind, VariableKind::Number | VariableKind::Gauge) => {
                let variable = self.variable(id);
                Ok((Amount { reading: Reading::Number(variable.field), plus: variable.from + sum.plus }, sum.unit))
            }
            Symbol::Variable(_) | Symbol::Chance(_) => Err(fault(
                name,
                both!("`{word}` is not a number", "`{word}` 不是数", word = name.word),
                Phrase::new("write the flag alone, or `bell is works`", "开关只写名字，随机写成 `bell is works` 这样"),
            )),
        }
    }
}

fn equals(field: Field, value: i32, negated: bool) -> Condition {
    let order = if negated { Comparison::NotEqual } else { Comparison::Equal };
    let left = Amount { reading: Reading::Number(field), plus: 0 };
    Condition::Compare { left, order, right: Amount { reading: Reading::Nothing, plus: value } }
}
