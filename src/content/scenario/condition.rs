//! A condition with its names resolved to fields of a state, ready to be asked millions of times.

use crate::base::bits::{Field, StateBits};
use serde::{Deserialize, Serialize};

/// A condition that may be asked of any state of its scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Condition {
    /// It holds in every state.
    Always,
    /// It holds where the other does not.
    Not(Box<Condition>),
    /// It holds where all of them do.
    All(Box<[Condition]>),
    /// It holds where one of them does.
    Any(Box<[Condition]>),
    /// Whether a chance was drawn with this outcome (counted from 1), or, negated, with another.
    Outcome {
        /// The field of the chance.
        field: Field,
        /// The outcome, from 1.
        outcome: u32,
        /// Whether any other outcome is meant.
        negated: bool,
    },
    /// Whether a chance has been drawn.
    Revealed(Field),
    /// Whether two amounts compare like this.
    Compare {
        /// The first amount.
        left: Amount,
        /// How it compares with the second.
        order: Comparison,
        /// The second amount.
        right: Amount,
    },
}

/// Something that can be read from a state, plus a constant.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Amount {
    /// What is read.
    pub reading: Reading,
    /// What is added.
    pub plus: i32,
}

/// What an amount reads.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reading {
    /// Nothing: the constant alone.
    Nothing,
    /// A field, as a whole number.
    Number(Field),
    /// Seconds since the start.
    Elapsed(Field),
}

/// How two whole numbers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Comparison {
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `==`, also written `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `>=`
    GreaterOrEqual,
    /// `>`
    Greater,
}

impl Comparison {
    /// Whether the two numbers compare like this.
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

impl Amount {
    /// The amount in a state.
    #[inline]
    pub fn of(self, words: &StateBits) -> i32 {
        match self.reading {
            Reading::Nothing => self.plus,
            Reading::Number(field) | Reading::Elapsed(field) => field.number(words) + self.plus,
        }
    }
}

impl Condition {
    /// Whether it holds; none when that hangs on a chance which is not drawn yet (Kleene's three values).
    pub fn ask(&self, words: &StateBits) -> Option<bool> {
        match self {
            Condition::Always => Some(true),
            Condition::Not(inner) => inner.ask(words).map(|held| !held),
            Condition::All(all) => join(all, false, |part| part.ask(words)),
            Condition::Any(any) => join(any, true, |part| part.ask(words)),
            Condition::Outcome { field, outcome, negated } => match field.get(words) {
                0 => None,
                drawn => Some((drawn == *outcome) != *negated),
            },
            Condition::Revealed(field) => Some(field.get(words) != 0),
            Condition::Compare { left, order, right } => Some(order.holds(left.of(words), right.of(words))),
        }
    }

    /// Whether it surely holds: what hangs on a chance not drawn yet does not hold yet.
    #[inline]
    pub fn holds(&self, words: &StateBits) -> bool {
        match self {
            Condition::Always => true,
            Condition::Compare { left, order, right } => order.holds(left.of(words), right.of(words)),
            Condition::Not(_)
            | Condition::All(_)
            | Condition::Any(_)
            | Condition::Outcome { .. }
            | Condition::Revealed(_) => self.ask(words) == Some(true),
        }
    }

    /// Whether it can no longer hold, whatever happens: what reads a `volatile` field, or a chance not drawn, may still
    /// change; a drawn chance never does.
    pub fn is_dead(&self, words: &StateBits, volatile: &StateBits) -> bool {
        self.ask_fixed(words, volatile) == Some(false)
    }

    fn ask_fixed(&self, words: &StateBits, volatile: &StateBits) -> Option<bool> {
        match self {
            Condition::Always | Condition::Outcome { .. } => self.ask(words),
            Condition::Not(inner) => inner.ask_fixed(words, volatile).map(|held| !held),
            Condition::All(all) => join(all, false, |part| part.ask_fixed(words, volatile)),
            Condition::Any(any) => join(any, true, |part| part.ask_fixed(words, volatile)),
            Condition::Revealed(field) => (field.get(words) != 0).then_some(true),
            Condition::Compare { .. } => {
                let mut may_change = false;
                self.reads(&mut |field| may_change |= field.is_in(volatile));
                if may_change { None } else { self.ask(words) }
            }
        }
    }

    /// Whether it hangs on the outcome of a chance.
    pub fn reads_chance(&self) -> bool {
        match self {
            Condition::Always | Condition::Revealed(_) | Condition::Compare { .. } => false,
            Condition::Not(inner) => inner.reads_chance(),
            Condition::All(all) | Condition::Any(all) => all.iter().any(Condition::reads_chance),
            Condition::Outcome { .. } => true,
        }
    }

    /// Whether it is the condition that always holds.
    #[inline]
    pub fn is_always(&self) -> bool {
        matches!(self, Condition::Always)
    }

    /// The bits that the condition reads.
    pub fn mask(&self) -> StateBits {
        let mut mask = StateBits::default();
        self.reads(&mut |field| field.mark(&mut mask));
        mask
    }

    /// Calls `read` for each field that the condition reads.
    pub fn reads(&self, read: &mut impl FnMut(Field)) {
        match self {
            Condition::Always => {}
            Condition::Not(inner) => inner.reads(read),
            Condition::All(all) | Condition::Any(all) => all.iter().for_each(|inner| inner.reads(read)),
            Condition::Outcome { field, .. } | Condition::Revealed(field) => read(*field),
            Condition::Compare { left, right, .. } => {
                for amount in [left, right] {
                    match amount.reading {
                        Reading::Nothing => {}
                        Reading::Number(field) | Reading::Elapsed(field) => read(field),
                    }
                }
            }
        }
    }
}

/// `decided` is the value that settles the question: false for `and`, true for `or`.
fn join(parts: &[Condition], decided: bool, ask: impl Fn(&Condition) -> Option<bool>) -> Option<bool> {
    let mut unknown = false;
    for part in parts {
        match ask(part) {
            Some(value) if value == decided => return Some(decided),
            Some(_) => {}
            None => unknown = true,
        }
    }
    (!unknown).then_some(!decided)
}
