//! The small language of conditions and effects: `rings >= 3 and not phoned`, `mood -= 1`.
//!
//! This file reads; it knows words and brackets, not what the names mean. [`super::compile`] gives them meaning.

use std::fmt;
use std::ops::Range;

/// A condition as written. Names carry the bytes where they stand.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expression<'t> {
    Not(Box<Expression<'t>>),
    And(Vec<Expression<'t>>),
    Or(Vec<Expression<'t>>),
    Flag(Name<'t>),
    Revealed(Name<'t>),
    Is { name: Name<'t>, value: Name<'t>, negated: bool },
    Compare { left: Sum<'t>, order: Comparison, right: Sum<'t> },
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Name<'t> {
    pub word: &'t str,
    pub at: Range<usize>,
}

/// An amount: something that can be read, plus a constant.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sum<'t> {
    pub base: Option<Name<'t>>,
    /// A whole number, or seconds when `timed`.
    pub plus: i32,
    /// Whether the constant was written as a time (`10:05`) or a duration (`90s`).
    pub timed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    Less,
    LessOrEqual,
    Equal,
    NotEqual,
    GreaterOrEqual,
    Greater,
}

impl Comparison {
    #[inline]
    pub fn holds(self, left: i32, right: i32) -> bool {
        match self {
            Comparison::Less => left < right,
            Comparison::LessOrEqual => left <= right,
            Comparison::Equal => left == right,
            Comparison::NotEqual => left != right,
            Comparison::GreaterOrEqual => left >= right,
            Comparison::Greater => left > right,
        }
    }
}

/// An effect as written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Assignment<'t> {
    pub name: Name<'t>,
    pub change: ChangeSyntax<'t>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum ChangeSyntax<'t> {
    Add(i32),
    SetNumber(i32),
    SetWord(Name<'t>),
}

/// What could not be read, and where.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Misread {
    pub at: Range<usize>,
    pub message: String,
    pub help: &'static str,
}

/// Reads a condition.
///
/// # Errors
/// The first place that cannot be read.
pub(super) fn parse_condition(text: &str) -> Result<Expression<'_>, Misread> {
    let mut parser = ConditionParser::new(text)?;
    let expression = parser.or()?;
    parser.end()?;
    Ok(expression)
}

/// Reads an effect.
///
/// # Errors
/// The first place that cannot be read.
pub(super) fn parse_effect(text: &str) -> Result<Assignment<'_>, Misread> {
    const HELP: &str = "write `rings += 1`, `phoned = true` or `stand = facing`";
    let mut parser = ConditionParser::new(text)?;
    let name = parser.name(HELP)?;
    let (sign, at) = parser.next();
    let change = match (sign, parser.next()) {
        (ConditionToken::Sign("+="), (ConditionToken::Number(n), _)) => ChangeSyntax::Add(n),
        (ConditionToken::Sign("-="), (ConditionToken::Number(n), _)) => ChangeSyntax::Add(-n),
        (ConditionToken::Sign("="), (ConditionToken::Number(n), _)) => ChangeSyntax::SetNumber(n),
        (ConditionToken::Sign("="), (ConditionToken::Sign("-"), _)) => match parser.next() {
            (ConditionToken::Number(n), _) => ChangeSyntax::SetNumber(-n),
            (_, at) => return Err(Misread { at, message: "a number belongs after the minus".into(), help: HELP }),
        },
        (ConditionToken::Sign("="), (ConditionToken::Word(word), at)) => ChangeSyntax::SetWord(Name { word, at }),
        _ => return Err(Misread { at, message: "this is no change that can be made".into(), help: HELP }),
    };
    parser.end()?;
    Ok(Assignment { name, change })
}

/// `"10:05"` or `"10:05:30"` in seconds since midnight.
pub fn time_of_day(text: &str) -> Option<u32> {
    let parts: Vec<u32> = text.split(':').map(two_digits).collect::<Option<_>>()?;
    match parts[..] {
        [h, m] if h < 24 && m < 60 => Some(h * 3600 + m * 60),
        [h, m, s] if h < 24 && m < 60 && s < 60 => Some(h * 3600 + m * 60 + s),
        _ => None,
    }
}

fn two_digits(text: &str) -> Option<u32> {
    let fits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

/// `"90s"`, `"2m"`, `"1h"` or `"1m30s"` in seconds; at most a day.
pub fn duration(text: &str) -> Option<u32> {
    let mut total: u32 = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number: u32 = rest[..digits].parse().ok()?;
        let unit = match rest.as_bytes().get(digits)? {
            b's' => 1,
            b'm' => 60,
            b'h' => 3600,
            _ => return None,
        };
        total = total.checked_add(number.checked_mul(unit)?)?;
        rest = &rest[digits + 1..];
    }
    (!text.is_empty() && total <= 24 * 3600).then_some(total)
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum ConditionToken<'t> {
    Word(&'t str),
    Number(i32),
    Seconds(i32),
    Sign(&'t str),
    End,
}

impl fmt::Display for ConditionToken<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ConditionToken::Word(word) | ConditionToken::Sign(word) => write!(f, "`{word}`"),
            ConditionToken::Number(n) => write!(f, "`{n}`"),
            ConditionToken::Seconds(_) => f.write_str("a time"),
            ConditionToken::End => f.write_str("the end"),
        }
    }
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

    fn take(&mut self, token: ConditionToken) -> bool {
        let taken = self.peek() == token;
        if taken {
            self.next();
        }
        taken
    }

    fn end(&mut self) -> Result<(), Misread> {
        match self.next() {
            (ConditionToken::End, _) => Ok(()),
            (token, at) => Err(Misread {
                at,
                message: format!("{token} was not expected here"),
                help: "join conditions with `and` or `or`",
            }),
        }
    }

    fn name(&mut self, help: &'static str) -> Result<Name<'t>, Misread> {
        match self.next() {
            (ConditionToken::Word(word), at) => Ok(Name { word, at }),
            (token, at) => Err(Misread { at, message: format!("a name belongs here, not {token}"), help }),
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
                message: "the condition is nested too deeply".into(),
                help: "use a flag that says it",
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
            (_, at) => Err(Misread { at, message: "a bracket is not closed".into(), help: "add the missing )" }),
        }
    }

    fn test(&mut self) -> Result<Expression<'t>, Misread> {
        if self.take(ConditionToken::Word("revealed")) {
            return Ok(Expression::Revealed(self.name("write `revealed` and the name of a chance")?));
        }
        let left = self.sum()?;
        if let (Some(name), true) = (&left.base, self.take(ConditionToken::Word("is"))) {
            let negated = self.take(ConditionToken::Word("not"));
            let value = self.name("write `bell is works`")?;
            return Ok(Expression::Is { name: name.clone(), value, negated });
        }
        let Some(order) = self.comparison() else {
            return if let Sum { base: Some(name), plus: 0, timed: false } = left {
                Ok(Expression::Flag(name))
            } else {
                let at = self.next().1;
                Err(Misread { at, message: "a comparison is missing".into(), help: "write `rings >= 3`" })
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
            _ => return None,
        };
        self.next();
        Some(order)
    }

    fn sum(&mut self) -> Result<Sum<'t>, Misread> {
        let mut sum = Sum { base: None, plus: 0, timed: false };
        let mut sign = if self.take(ConditionToken::Sign("-")) { -1 } else { 1 };
        loop {
            match self.next() {
                (ConditionToken::Word("and" | "or" | "not" | "is"), at) => return Err(no_operand(at)),
                (ConditionToken::Word(word), at) if sum.base.is_none() && sign == 1 => {
                    sum.base = Some(Name { word, at })
                }
                (ConditionToken::Number(n), _) => sum.plus += sign * n,
                (ConditionToken::Seconds(n), _) => {
                    sum.plus += sign * n;
                    sum.timed = true;
                }
                (_, at) => return Err(no_operand(at)),
            }
            sign = match self.peek() {
                ConditionToken::Sign("+") => 1,
                ConditionToken::Sign("-") => -1,
                _ => return Ok(sum),
            };
            self.next();
        }
    }
}

fn no_operand(at: Range<usize>) -> Misread {
    Misread {
        at,
        message: "a name or a number belongs here".into(),
        help: "write `rings >= 3`, `phoned` or `clock > 10:05`",
    }
}

fn token_length(rest: &str) -> usize {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == ':';
    let length = rest.find(|c| !word(c)).unwrap_or(rest.len());
    match length {
        0 if ["+=", "-=", "<=", ">=", "!=", "=="].iter().any(|sign| rest.starts_with(sign)) => 2,
        0 => rest.chars().next().map_or(1, char::len_utf8),
        length => length,
    }
}

fn token(word: &str) -> Option<ConditionToken<'_>> {
    if word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && !word.contains(':') {
        return Some(ConditionToken::Word(word));
    }
    if let Some(seconds) = time_of_day(word).filter(|_| word.contains(':')).or_else(|| duration(word)) {
        return i32::try_from(seconds).ok().map(ConditionToken::Seconds);
    }
    if let Ok(number) = word.parse::<u16>() {
        return Some(ConditionToken::Number(number.into()));
    }
    const SIGNS: &str = "( ) + - = < > += -= <= >= != ==";
    SIGNS.split(' ').find(|sign| *sign == word).map(ConditionToken::Sign)
}

fn unreadable(text: &str, at: usize, length: usize) -> Misread {
    let word = &text[at..at + length];
    let help = match word {
        "&" | "|" | "!" => "write `and`, `or`, `not`",
        "，" | "＝" | "（" | "）" | "＞" | "＜" => "use half-width signs in conditions",
        _ => "a number is at most 65535; a time is 10:05, a duration 90s, 2m or 1h",
    };
    Misread { at: at..at + length, message: format!("`{word}` cannot be read"), help }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(text: &str) -> String {
        fn spell(e: &Expression) -> String {
            let list = |word: &str, list: &[Expression]| {
                format!("({word} {})", list.iter().map(spell).collect::<Vec<_>>().join(" "))
            };
            let sum = |s: &Sum| {
                format!("{}{:+}{}", s.base.as_ref().map_or("", |n| n.word), s.plus, if s.timed { "s" } else { "" })
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
        parse_condition(text).map_or_else(|misread| format!("{:?} {}", misread.at, misread.message), |e| spell(&e))
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

    #[test]
    fn times_and_durations() {
        assert_eq!(
            (time_of_day("09:57"), time_of_day("24:00"), time_of_day("9:5:07")),
            (Some(35820), None, Some(32707))
        );
        assert_eq!(
            (duration("1m30s"), duration("2h"), duration("5"), duration("")),
            (Some(90), Some(7200), None, None)
        );
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(text in ".{0,60}") {
            let _ = (parse_condition(&text), parse_effect(&text), duration(&text), time_of_day(&text));
        }
    }
}
