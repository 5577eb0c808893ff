//! The rules that look at the whole bank.

use super::{
    question_above, question_absolute, question_answered, question_clang, question_languages, question_length,
    question_negative, question_number, question_options, question_place, question_tone, question_twice,
    question_words,
};
use crate::author::check::bank_inspection::BankInspection;
use crate::base::diagnostic::Diagnostic;

/// How each of them finds its faults.
pub(in crate::author::check) const BANK_CHECKS: &[fn(&BankInspection) -> Vec<Diagnostic>] = &[
    question_words::check,
    question_length::check,
    question_tone::check,
    question_place::check,
    question_absolute::check,
    question_clang::check,
    question_negative::check,
    question_above::check,
    question_options::check,
    question_number::check,
    question_languages::check,
    question_answered::check,
    question_twice::check,
];
