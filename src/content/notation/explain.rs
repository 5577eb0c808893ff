//! What RON says about a fault, in words for people who do not program, with what to do.

use super::mistyped::{FaultWords, mistyped};
use super::noun::KEEP_ONE;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::suggest;
use crate::both;
use ron::error::Error as Ron;

/// The message and the advice for a fault that stands at this byte of the text.
pub(super) fn explain(fault: &Ron, text: &str, at: usize) -> FaultWords {
    let near = text[at.min(text.len())..].chars().next();
    if matches!(fault, Ron::ExpectedString | Ron::InvalidIdentifier(_))
        && matches!(near, Some('“' | '”' | '‘' | '’' | '＂'))
    {
        let message =
            Phrase::new("a curly quotation mark stands where a straight one belongs", "该用直引号的地方用了弯引号");
        return (message.into(), both!("begin and end the text with \"", "文字的开头和结尾都用 \""));
    }
    if let Some(told) = mistyped(fault, text, at) {
        return told;
    }
    if let Some((message, help)) = fixed(fault) {
        return (message.into(), help.into());
    }
    match fault {
        Ron::NoSuchStructField { expected, found, outer } => no_such_part(expected, found, outer.as_deref()),
        Ron::NoSuchEnumVariant { expected, found, .. } => (
            both!("`{found}` is none of the words that may stand here", "这里不能写 `{found}`"),
            both!("write one of: {words}", "从这些词里写一个：{words}", words = expected.join(", ")),
        ),
        Ron::MissingStructField { field, outer } => missing_part(field, outer.as_deref()),
        Ron::DuplicateStructField { field, .. } => {
            (both!("`{field}` is given twice", "`{field}` 写了两次"), KEEP_ONE.into())
        }
        Ron::ExpectedDifferentStructName { expected, found } => (
            both!("`{found}` stands where `{expected}` belongs", "这里写了 `{found}`，应该是 `{expected}`"),
            both!("write {expected}( … )", "写成 {expected}( … )"),
        ),
        Ron::ExpectedNamedStructLike(name) => (
            both!("{name}( … ) belongs here", "这里应该是 {name}( … )"),
            both!("write {name}( and its parts, and close it with )", "写 {name}(，写上各个部分，再用 ) 关上"),
        ),
        other => {
            let help = Phrase::new(
                "look just before this place: a bracket, a comma or a quotation mark is probably missing",
                "看看紧挨着的前面：多半少了一个括号、逗号或引号",
            );
            (both!("{other}", "这里看不懂（{other}）"), help.into())
        }
    }
}

fn missing_part(field: &str, outer: Option<&str>) -> FaultWords {
    let whose = outer.map(|outer| both!(" of this {outer}", "这个 {outer} ")).unwrap_or_default();
    (
        both!("the part `{field}`{whose} is missing", "{whose}缺少 `{field}`"; whose = whose),
        both!("add `{field}: …` before the closing bracket", "在右括号前加上 `{field}: …`"),
    )
}

fn no_such_part(expected: &[&'static str], found: &str, outer: Option<&str>) -> FaultWords {
    let whose =
        outer.map_or_else(|| Phrase::new(" this has", "这里").into(), |outer| both!(" {outer} has", "{outer} "));
    let near = suggest(found, expected.iter().copied());
    let hint = near.map_or_else(
        || both!("known parts: {all}", "可以写的有：{all}", all = expected.join(", ")),
        |near| both!("did you mean `{near}`?", "是不是想写 `{near}`？"),
    );
    (both!("`{found}` is not a part that{whose}", "{whose}没有 `{found}` 这一项"; whose = whose), hint)
}

/// The message and the advice for faults that are always told alike.
fn fixed(fault: &Ron) -> Option<(Phrase, Phrase)> {
    let (message, help) = unfinished(fault).or_else(|| misplaced(fault))?;
    Some((Phrase::new(message.0, message.1), Phrase::new(help.0, help.1)))
}

/// English and Chinese.
type Pair = (&'static str, &'static str);

/// What was begun and is not closed, or not parted.
fn unfinished(fault: &Ron) -> Option<(Pair, Pair)> {
    Some(match fault {
        Ron::ExpectedStringEnd => {
            (("a text is not closed", "一段文字没有结束"), ("add the missing \" at its end", "在末尾补上 \""))
        }
        Ron::ExceededRecursionLimit => (
            ("the brackets are nested too deeply", "括号嵌套得太深"),
            (
                "no content needs more than a dozen levels; a bracket is probably never closed",
                "没有什么内容需要十几层；多半有一个括号没关上",
            ),
        ),
        Ron::Eof => (
            ("the file ends too early", "文件没写完就结束了"),
            (
                "a closing bracket is missing; compare the brackets from the top of the last change",
                "少了一个右括号；从上次改动的地方起，把括号对一遍",
            ),
        ),
        Ron::ExpectedArrayEnd => (
            ("a list [ … ] is not closed, or a comma is missing in it", "清单 [ … ] 没有关上，或者中间少了逗号"),
            ("put a comma between entries and ] at the end", "各项之间加逗号，末尾加 ]"),
        ),
        Ron::ExpectedMapEnd => (
            ("named things { … } are not closed, or a comma is missing", "{ … } 没有关上，或者中间少了逗号"),
            ("put a comma between entries and } at the end", "各项之间加逗号，末尾加 }"),
        ),
        Ron::ExpectedStructLikeEnd => (
            ("a ( … ) is not closed, or a comma is missing in it", "( … ) 没有关上，或者中间少了逗号"),
            ("put a comma between parts and ) at the end", "各部分之间加逗号，末尾加 )"),
        ),
        Ron::ExpectedComma => (
            ("a comma is missing before this", "这前面少了一个逗号"),
            ("put a comma between entries", "各项之间加逗号"),
        ),
        Ron::ExpectedMapColon => {
            (("a colon is missing after a name", "名字后面少了冒号"), ("write name: value", "写成 名字: 值"))
        }
        _ => return None,
    })
}

/// What stands where something else belongs.
fn misplaced(fault: &Ron) -> Option<(Pair, Pair)> {
    Some(match fault {
        Ron::TrailingCharacters => (
            ("there is more after the end", "结束之后还有内容"),
            (
                "one file holds one thing; look for a bracket that closes too early",
                "一个文件只写一样东西；看看是不是有括号关得太早",
            ),
        ),
        Ron::IntegerOutOfBounds => (
            ("this number is too large or negative", "这个数太大，或者是负数"),
            ("write a whole number that fits", "写一个合适的整数"),
        ),
        Ron::ExpectedInteger => {
            (("a whole number belongs here", "这里要写一个整数"), ("write it without quotation marks", "不要加引号"))
        }
        Ron::ExpectedString => (
            ("a text belongs here", "这里要写一段文字"),
            ("put it in \"straight quotation marks\"", "写在 \"直引号\" 里"),
        ),
        Ron::ExpectedMap => (
            ("named things belong here", "这里要写有名字的东西"),
            (
                "write { \"name\": value }; a text is { \"zh\": \"…\", \"en\": \"…\" }",
                "写成 { \"名字\": 值 }；一段文字是 { \"zh\": \"…\", \"en\": \"…\" }",
            ),
        ),
        _ => return None,
    })
}
