//! Why what was typed behind `doorstep` is no command: in English as clap says it, and the same in Chinese.

use super::chinese_help::usage_in_chinese;
use super::value::BadValue;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error as _;

/// What is wrong, what may have been meant, and how the command is used, in Chinese.
pub(super) fn in_chinese(refused: &Error) -> String {
    let mut told = format!("错误：{}\n", sentence(refused));
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(meant) = meant.iter().find_map(|kind| words(refused, *kind)) {
        told += &format!("\n  提示：是不是想写 {meant}？\n");
    }
    if let Some(usage) = refused.get(ContextKind::Usage) {
        told += &format!("\n用法：{}\n", usage_in_chinese(&usage.to_string()));
    }
    told + "\n要看说明，加 --help。\n"
}

fn sentence(refused: &Error) -> String {
    let said = |kind| words(refused, kind).unwrap_or_default();
    let (arg, value) = (said(ContextKind::InvalidArg), words(refused, ContextKind::InvalidValue));
    match refused.kind() {
        ErrorKind::UnknownArgument => format!("没有 {arg} 这个参数"),
        ErrorKind::InvalidSubcommand => format!("没有 {} 这个命令", said(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue => invalid(&arg, value, refused),
        ErrorKind::ValueValidation => format!("{arg} 不能是 {}{}", value.unwrap_or_default(), reason(refused)),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            format!("{arg} 后面的值多了或者少了")
        }
        ErrorKind::NoEquals => format!("{arg} 和它的值之间要写 ="),
        ErrorKind::ArgumentConflict => conflict(&arg, words(refused, ContextKind::PriorArg)),
        ErrorKind::MissingRequiredArgument => format!("还缺 {arg}"),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            format!("{} 后面还要写一个命令", said(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidUtf8 => "参数里有不是 UTF-8 的字".to_owned(),
        other => other.to_string(),
    }
}

/// A value that is none of those that there are, or none at all.
fn invalid(arg: &str, value: Option<String>, refused: &Error) -> String {
    let told = match value.filter(|value| value != "“”") {
        Some(value) => format!("{arg} 不能是 {value}"),
        None => format!("{arg} 后面还要写一个值"),
    };
    words(refused, ContextKind::ValidValue).map_or(told.clone(), |known| format!("{told}，可以是 {known}"))
}

fn conflict(arg: &str, prior: Option<String>) -> String {
    match prior.filter(|prior| prior != arg) {
        Some(prior) => format!("{arg} 和 {prior} 不能一起用"),
        None => format!("{arg} 写了不止一次"),
    }
}

/// Why a value is refused: in Chinese where the reason is our own.
fn reason(refused: &Error) -> String {
    let Some(why) = refused.source() else { return String::new() };
    let told = why.downcast_ref::<BadValue>().map_or_else(|| why.to_string(), |BadValue(told)| told.zh.clone());
    format!("：{told}")
}

/// What an error knows of a kind, each in quotation marks.
fn words(refused: &Error, kind: ContextKind) -> Option<String> {
    let quoted = |word: &String| format!("“{word}”");
    match refused.get(kind)? {
        ContextValue::String(word) => Some(quoted(word)),
        ContextValue::Strings(all) => Some(all.iter().map(quoted).collect::<Vec<_>>().join("、")),
        ContextValue::StyledStr(word) => Some(quoted(&word.to_string())),
        ContextValue::StyledStrs(all) => {
            Some(all.iter().map(|own| quoted(&own.to_string())).collect::<Vec<_>>().join("、"))
        }
        _ => None,
    }
}
