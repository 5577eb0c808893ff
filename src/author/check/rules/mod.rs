//! The rules by which content is judged: one file each, with its code, what it means and what to do, a sample that trips
//! it and one that does not. Codes are promises: they stand in files and in heads, so none is ever reused.

mod allow;
mod bounds;
mod condition;
mod contradiction;
mod duplicate;
mod fact;
mod filler;
mod foresight;
mod format;
mod hotline;
mod longest;
mod never_met;
mod no_feedback;
mod notation;
mod nothing_to_win;
mod number;
mod placed;
mod politest;
mod real_name;
mod size;
mod slot;
mod soft_lock;
mod stale;
mod structure;
mod text;
mod thoughtless;
mod trap;
mod unbounded;
mod unknown;
mod unreachable;
mod unreadable;
mod unrevealed;
mod untempting;
mod untranslated;
mod unused_chance;
mod unused_name;
mod unused_variable;
mod wording;

pub use allow::settle;

use super::{Inspection, Sample};
use crate::base::diagnostic::{Code, Diagnostic, Location, Severity, suggest};

/// One rule. All its words are for authors.
#[derive(Debug)]
pub struct Rule {
    pub code: Code,
    /// How grave it is unless the finding itself says otherwise.
    pub severity: Severity,
    /// What is wrong, in a few words.
    pub title: &'static str,
    /// What it means, why it matters to a learner, what to do; paragraphs are parted by an empty line.
    pub prose: &'static str,
    pub trips: Sample,
    /// Something near to it that is in order.
    pub passes: Sample,
    /// How it is found in a proven scenario; none where it is found while a scenario is being proven.
    pub check: Option<fn(&Inspection) -> Vec<Diagnostic>>,
}

impl Rule {
    /// A finding of this rule at its own severity.
    pub fn diagnostic(&self, place: Location, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error(self.code, place, message).severity(self.severity)
    }
}

/// Every rule, in the order of the codes.
pub const RULES: &[&Rule] = &[
    &notation::RULE,
    &format::RULE,
    &duplicate::RULE,
    &unknown::RULE,
    &condition::RULE,
    &text::RULE,
    &slot::RULE,
    &number::RULE,
    &structure::RULE,
    &size::RULE,
    &nothing_to_win::RULE,
    &contradiction::RULE,
    &soft_lock::RULE,
    &bounds::RULE,
    &unrevealed::RULE,
    &unbounded::RULE,
    &unreachable::RULE,
    &unreadable::RULE,
    &allow::RULE,
    &trap::RULE,
    &never_met::RULE,
    &unused_variable::RULE,
    &unused_chance::RULE,
    &unused_name::RULE,
    &no_feedback::RULE,
    &untranslated::RULE,
    &stale::RULE,
    &wording::RULE,
    &fact::RULE,
    &hotline::RULE,
    &real_name::RULE,
    &longest::RULE,
    &politest::RULE,
    &placed::RULE,
    &foresight::RULE,
    &thoughtless::RULE,
    &filler::RULE,
    &untempting::RULE,
];

/// The rule of this code.
pub fn rule(code: Code) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code == code)
}

/// The code that a person may have meant: `DS014`, `ds14` and `14` are one. None if it is no code at all.
pub fn read_code(typed: &str) -> Option<Code> {
    let typed = typed.trim();
    let digits = match typed.get(..2) {
        Some(head) if head.eq_ignore_ascii_case("ds") => &typed[2..],
        _ => typed,
    };
    let fits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| digits.parse().ok().map(Code)).flatten()
}

/// The rule that a person may have meant, by its code.
///
/// # Errors
/// The nearest code, if any is like what was typed.
pub fn find(typed: &str) -> Result<&'static Rule, Option<Code>> {
    if let Some(rule) = read_code(typed).and_then(rule) {
        return Ok(rule);
    }
    let spelt = match read_code(typed) {
        Some(code) => code.to_string(),
        None => typed.trim().to_uppercase(),
    };
    let known: Vec<String> = RULES.iter().map(|rule| rule.code.to_string()).collect();
    let near = suggest(&spelt, known.iter().map(String::as_str));
    Err(near.and_then(read_code))
}
