//! Where a play stands: scenes with their choices, endings, and the lines that are said there.

use super::choice::Choice;
use super::condition::Condition;
use super::ids::SpeakerId;
use super::origin::Origin;
use crate::base::text::Text;
use std::ops::Range;

#[derive(Clone, Debug)]
pub struct Scene {
    pub name: Box<str>,
    pub place: Option<Text>,
    pub lines: Range<usize>,
    pub again: Range<usize>,
    pub choices: Vec<Choice>,
    pub origin: Origin,
}

#[derive(Clone, Debug)]
pub struct Ending {
    pub name: Box<str>,
    pub title: Text,
    pub lines: Range<usize>,
}

#[derive(Clone, Debug)]
pub struct Line {
    pub by: Option<SpeakerId>,
    pub how: Option<Text>,
    pub text: Text,
    pub when: Condition,
}
