//! All rules, and the way from a code to its rule.

use super::rule::Rule;
use super::{
    allow, always_yields, bounds, calibration, cheap_rule, clean_totals, condition, contradiction, duplicate, duration,
    exam_short, fact, filler, foresight, format, hotline, hour, long_choice, longest, met_and_failed, minutes,
    misheard, nature, never_met, no_feedback, notation, nothing_to_win, number, placed, placeholder, politest,
    private_number, proportion, punctuation, question_above, question_absolute, question_answered, question_clang,
    question_languages, question_length, question_negative, question_number, question_options, question_place,
    question_tone, question_twice, real_name, same_words, silent, size, slot, soft_lock, stale, stranded, structure,
    surface, temptation, term, text, thoughtless, trap, twins, unbounded, unknown, unreachable, unreadable, unrevealed,
    unsaid, unshown, untempting, untranslated, unused_chance, unused_name, unused_variable, wording,
};
use crate::base::diagnostic::{Code, suggest};

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
    &same_words::RULE,
    &placeholder::RULE,
    &term::RULE,
    &punctuation::RULE,
    &long_choice::RULE,
    &silent::RULE,
    &duration::RULE,
    &minutes::RULE,
    &hour::RULE,
    &private_number::RULE,
    &surface::RULE,
    &cheap_rule::RULE,
    &unshown::RULE,
    &nature::RULE,
    &twins::RULE,
    &clean_totals::RULE,
    &stranded::RULE,
    &temptation::RULE,
    &unsaid::RULE,
    &always_yields::RULE,
    &met_and_failed::RULE,
    &proportion::RULE,
    &calibration::RULE,
    &misheard::RULE,
    &question_length::RULE,
    &question_tone::RULE,
    &question_place::RULE,
    &question_absolute::RULE,
    &question_clang::RULE,
    &question_negative::RULE,
    &question_above::RULE,
    &question_options::RULE,
    &question_number::RULE,
    &question_languages::RULE,
    &question_answered::RULE,
    &question_twice::RULE,
    &exam_short::RULE,
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
