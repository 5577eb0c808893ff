//! From the text of a condition or an effect to what it says.

use super::expression::{Assignment, ChangeSyntax, Expression, MAX_CONSTANT, Misread, Name, Sum, Unit};
use super::token::{ConditionToken, token, token_length, unreadable};
use crate::base::bilingual::Phrase;
use crate::both;
use crate::content::scenario::condition::Comparison;
use std::ops::Range;

/// Reads a condition.
///
/// # Errors
/// The first place that cannot be read.
pub(in crate::content::scenario) fn parse_condition(text: &str) -> Result<Expression<'_>, Misread> {
    let mut parser = ConditionParser::new(text)?;
    let expression = parser.or()?;
    parser.end()?;
    Ok(expression)
}

/// Reads an effect.
///
/// # Errors
/// The first place that cannot be read.
pub(in crate::content::scenario) fn parse_effect(text: &str) -> Result<Assignment<'_>, Misread> {
    const HELP: Phrase = Phrase::new(
        "write `rings += 1`, `phoned = true` or `stand = facing`",
        "写成 `rings += 1`、`phoned = true` 或 `stand = facing` 这样",
    );
    let mut parser = ConditionParser::new(text)?;
    let name = parser.name(HELP)?;
    let (sign, at) = parser.next();
    let change = match (sign, parser.next()) {
        (ConditionToken::Sign("+="), (ConditionToken::Number(n), _)) => ChangeSyntax::Add(n),
        (ConditionToken::Sign("-="), (ConditionToken::Number(n), _)) => ChangeSyntax::Add(-n),
        (ConditionToken::Sign("="), (ConditionToken::Number(n), _)) => ChangeSyntax::SetNumber(n),
        (ConditionToken::Sign("="), (ConditionToken::Sign("-"), _)) => match parser.next() {
            (ConditionToken::Number(n), _) => ChangeSyntax::SetNumber(-n),
            (_, at) => {
                let message = Phrase::new("a number belongs after the minus", "减号后面要有一个数").into();
                return Err(Misread { at, message, help: HELP });
            }
        },
        (ConditionToken::Sign("="), (ConditionToken::Word(word), at)) => ChangeSyntax::SetWord(Name { word, at }),
        _ => {
            let message = Phrase::new("this is no change that can be made", "没有这样的改法").into();
            return Err(Misread { at, message, help: HELP });
        }
    };
    parser.end()?;
    Ok(Assignment { name, change })
}

/// Brackets deeper than this are a mistake, and would make the reader recurse without need.
const DEPTH: usize = 32;

struct ConditionParser<'t> {
    tokens: Vec<(ConditionToken<'t>, Range<usize>)>,
    next: usize,
    depth: usize,
}

impl<'t> ConditionParser<'t> {
    fn new(text: &'t str) -> Result<ConditionParser<'t>, Misread> {
        let mut tokens = Vec::new();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            if c.is_whitespace() {
                at += c.len_utf8();
                continue;
            }
            let length = token_length(&text[at..]);
            let token = token(&text[at..at + length]).ok_or_else(|| unreadable(text, at, length))?;
            tokens.push((token, at..at + length));
            at += length;
        }
        tokens.push((ConditionToken::End, text.len()..text.len()));
        Ok(ConditionParser { tokens, next: 0, depth: 0 })
    }

    fn peek(&self) -> ConditionToken<'t> {
        self.tokens[self.next].0
    }

    fn next(&mut self) -> (ConditionToken<'t>, Range<usize>) {
        let token = self.tokens[self.next].clone();
        self.next = (self.next + 1).min(self.tokens.len() - 1);
        token
    }

    /// Takes the next token if it is this one.
    fn take(&mut self, wanted: ConditionToken) -> bool {
        let found = self.peek() == wanted;
        if found {
            self.next();
        }
        found
    }

    fn end(&mut self) -> Result<(), Misread> {
        match self.next() {
            (ConditionToken::End, _) => Ok(()),
            (token, at) => Err(Misread {
                at,
                message: both!("{token} was not expected here", "这里不该有 {token}"; token = token.told()),
                help: Phrase::new("join conditions with `and` or `or`", "几个条件之间用 `and` 或 `or` 连接"),
            }),
        }
    }

    fn name(&mut self, help: Phrase) -> Result<Name<'t>, Misread> {
        match self.next() {
            (ConditionToken::Word(word), at) => Ok(Name { word, at }),
            (token, at) => {
                let message =
                    both!("a name belongs here, not {token}", "这里要写一个名字，不是 {token}"; token = token.told());
                Err(Misread { at, message, help })
            }
        }
    }

    fn or(&mut self) -> Result<Expression<'t>, Misread> {
        let mut any = vec![self.and()?];
        while self.take(ConditionToken::Word("or")) {
            any.push(self.and()?);
        }
        Ok(if any.len() == 1 { any.remove(0) } else { Expression::Or(any) })
    }

    fn and(&mut self) -> Result<Expression<'t>, Misread> {
        let mut all = vec![self.not()?];
        while self.take(ConditionToken::Word("and")) {
            all.push(self.not()?);
        }
        Ok(if all.len() == 1 { all.remove(0) } else { Expression::And(all) })
    }

    fn not(&mut self) -> Result<Expression<'t>, Misread> {
        self.depth += 1;
        if self.depth > DEPTH {
            let at = self.next().1;
            return Err(Misread {
                at,
                message: Phrase::new("the condition is nested too deeply", "条件嵌套得太深").into(),
                help: Phrase::new("use a flag that says it", "用一个开关代替其中一部分"),
            });
        }
        let read = if self.take(ConditionToken::Word("not")) {
            self.not().map(|inner| Expression::Not(Box::new(inner)))
        } else if self.take(ConditionToken::Sign("(")) {
            self.bracket()
        } else {
            self.test()
        };
        self.depth -= 1;
        read
    }

    fn bracket(&mut self) -> Result<Expression<'t>, Misread> {
        let inner = self.or()?;
        match self.next() {
            (ConditionToken::Sign(")"), _) => Ok(inner),
            (_, at) => Err(Misread {
                at,
                message: Phrase::new("a bracket is not closed", "括号没有关上").into(),
                help: Phrase::new("add the missing )", "补上 )"),
            }),
        }
    }

    fn test(&mut self) -> Result<Expression<'t>, Misread> {
        if self.take(ConditionToken::Word("revealed")) {
            return Ok(Expression::Revealed(self.name(Phrase::new(
                "write `revealed` and the name of a chance",
                "写 `revealed`，后面跟一个随机的名字",
            ))?));
        }
        let left = self.sum()?;
        if let (Some(name), true) = (&left.base, self.take(ConditionToken::Word("is"))) {
            let negated = self.take(ConditionToken::Word("not"));
            let value = self.name(Phrase::new("write `bell is works`", "写成 `bell is works` 这样"))?;
            return Ok(Expression::Is { name: name.clone(), value, negated });
        }
        let Some(order) = self.comparison() else {
            return if let Sum { base: Some(name), plus: 0, unit: Unit::Number } = left {
                Ok(Expression::Flag(name))
            } else {
                let at = self.next().1;
                Err(Misread {
                    at,
                    message: Phrase::new("a comparison is missing", "缺少比较").into(),
                    help: Phrase::new("write `rings >= 3`", "写成 `rings >= 3` 这样"),
                })
            };
        };
        Ok(Expression::Compare { left, order, right: self.sum()? })
    }

    fn comparison(&mut self) -> Option<Comparison> {
        let order = match self.peek() {
            ConditionToken::Sign("<") => Comparison::Less,
            ConditionToken::Sign("<=") => Comparison::LessOrEqual,
            ConditionToken::Sign("=" | "==") => Comparison::Equal,
            ConditionToken::Sign("!=") => Comparison::NotEqual,
            ConditionToken::Sign(">=") => Comparison::GreaterOrEqual,
            ConditionToken::Sign(">") => Comparison::Greater,
            ConditionToken::Sign(_)
            | ConditionToken::Word(_)
            | ConditionToken::Number(_)
            | ConditionToken::Seconds(_)
            | ConditionToken::End => return None,
        };
        self.next();
        Some(order)
    }

    fn sum(&mut self) -> Result<Sum<'t>, Misread> {
        let mut sum = Sum { base: None, plus: 0, unit: Unit::Number };
        let mut sign = if self.take(ConditionToken::Sign("-")) { -1 } else { 1 };
        loop {
            match self.next() {
                (ConditionToken::Word("and" | "or" | "not" | "is"), at) => return Err(no_operand(at)),
                (ConditionToken::Word(word), at) if sum.base.is_none() && sign == 1 => {
                    sum.base = Some(Name { word, at });
                }
                (ConditionToken::Number(n), at) => sum.plus = constant(sum.plus, sign * n, at)?,
                (ConditionToken::Seconds(n), at) => {
                    sum.plus = constant(sum.plus, sign * n, at)?;
                    sum.unit = Unit::Seconds;
                }
                (_, at) => return Err(no_operand(at)),
            }
            sign = match self.peek() {
                ConditionToken::Sign("+") => 1,
                ConditionToken::Sign("-") => -1,
                ConditionToken::Sign(_)
                | ConditionToken::Word(_)
                | ConditionToken::Number(_)
                | ConditionToken::Seconds(_)
                | ConditionToken::End => return Ok(sum),
            };
            self.next();
        }
    }
}

/// The constant with so much more.
fn constant(plus: i32, more: i32, at: Range<usize>) -> Result<i32, Misread> {
    let sum = plus.checked_add(more).filter(|sum| sum.abs() <= MAX_CONSTANT);
    sum.ok_or_else(|| Misread {
        at,
        message: Phrase::new("this adds up to too much", "加起来太大了").into(),
        help: Phrase::new("write the sum as one number", "直接写成一个数"),
    })
}

fn no_operand(at: Range<usize>) -> Misread {
    Misread {
        at,
        message: Phrase::new("a name or a number belongs here", "这里要有一个名字或一个数").into(),
        help: Phrase::new(
            "write `rings >= 3`, `phoned` or `clock > 10:05`",
            "写成 `rings >= 3`、`phoned` 或 `clock > 10:05` 这样",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::scenario::time::{duration, time_of_day};

    fn spelled(text: &str) -> String {
        fn spell(e: &Expression) -> String {
            let list = |word: &str, list: &[Expression]| {
                format!("({word} {})", list.iter().map(spell).collect::<Vec<_>>().join(" "))
            };
            let sum = |s: &Sum| {
                format!(
                    "{}{:+}{}",
                    s.base.as_ref().map_or("", |n| n.word),
                    s.plus,
                    if s.unit == Unit::Seconds { "s" } else { "" }
                )
            };
            match e {
                Expression::Not(inner) => format!("(not {})", spell(inner)),
                Expression::And(all) => list("and", all),
                Expression::Or(any) => list("or", any),
                Expression::Flag(name) => name.word.to_owned(),
                Expression::Revealed(name) => format!("revealed:{}", name.word),
                Expression::Is { name, value, negated } => {
                    format!("{}{}{}", name.word, if *negated { "!=" } else { "==" }, value.word)
                }
                Expression::Compare { left, order, right } => format!("{}{order:?}{}", sum(left), sum(right)),
            }
        }
        parse_condition(text).map_or_else(|misread| format!("{:?} {}", misread.at, misread.message.en), |e| spell(&e))
    }

    #[test]
    fn conditions_read_as_they_are_said() {
        assert_eq!(spelled("rings >= 3 and not answered"), "(and rings+0GreaterOrEqual+3 (not answered))");
        assert_eq!(spelled("a or b and not (c or d)"), "(or a (and b (not (or c d))))");
        assert_eq!(spelled("where is out or where is not in"), "(or where==out where!=in)");
        assert_eq!(spelled("clock > appointment + 5m"), "clock+0Greaterappointment+300s");
        assert_eq!(
            spelled("clock >= 10:05 and elapsed < 1m30s"),
            "(and clock+0GreaterOrEqual+36300s elapsed+0Less+90s)"
        );
        assert_eq!(spelled("mood <= -2 and revealed bell"), "(and mood+0LessOrEqual-2 revealed:bell)");
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_place() {
        assert_eq!(spelled("rings >= "), "9..9 a name or a number belongs here");
        assert_eq!(spelled("(a and b"), "8..8 a bracket is not closed");
        assert_eq!(spelled("a && b"), "2..3 `&` cannot be read");
        assert_eq!(spelled("a b"), "2..3 `b` was not expected here");
        assert_eq!(spelled("rings ＞ 3"), "6..9 `＞` cannot be read");
        assert_eq!(spelled("rings + 3"), "9..9 a comparison is missing");
        assert!(spelled(&format!("rings >= 1{}", " + 65535".repeat(40_000))).contains("this adds up to too much"));
        assert!(spelled(&"(".repeat(10_000)).contains("nested too deeply"));
        assert!(spelled(&"not ".repeat(10_000)).contains("nested too deeply"));
    }

    #[test]
    fn effects_add_and_set() {
        assert_eq!(parse_effect("rings += 1").expect("reads").change, ChangeSyntax::Add(1));
        assert_eq!(parse_effect("mood -= 2").expect("reads").change, ChangeSyntax::Add(-2));
        assert_eq!(parse_effect("mood = -2").expect("reads").change, ChangeSyntax::SetNumber(-2));
        assert!(matches!(
            parse_effect("phoned = true").expect("reads").change,
            ChangeSyntax::SetWord(Name { word: "true", .. })
        ));
        assert!(parse_effect("rings + 1").is_err() && parse_effect("= 1").is_err() && parse_effect("a = 1 2").is_err());
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(text in ".{0,60}") {
            let _ = (parse_condition(&text), parse_effect(&text), duration(&text), time_of_day(&text));
        }
    }
}
