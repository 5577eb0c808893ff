//! What a hand types that is right elsewhere: the signs of a Chinese keyboard, `#` for a comment, `=` for a colon, quotation
//! marks around a bare word. Each is told with what belongs there.

use crate::base::bilingual::{Bilingual, Phrase};
use crate::both;
use ron::error::Error as Ron;

/// What is wrong, and what to do.
pub(super) type FaultWords = (Bilingual, Bilingual);

/// What was typed at this byte of the text, or right before it, if it is one of these.
pub(super) fn mistyped(fault: &Ron, text: &str, at: usize) -> Option<FaultWords> {
    // Inside a text all signs are right.
    if matches!(fault, Ron::ExpectedStringEnd | Ron::InvalidEscape(_)) {
        return None;
    }
    let (before, after) = text.split_at_checked(at)?;
    let (near, last) = (after.chars().next(), before.trim_end().chars().next_back());
    if let Some((typed, meant)) = [near, last].into_iter().flatten().find_map(|c| Some((c, plain_sign(c)?))) {
        return Some((
            both!(
                "`{typed}` is a sign of a Chinese keyboard, and a plain one belongs here",
                "这里的 `{typed}` 是全角的，要用半角"
            ),
            both!(
                "write {meant}; the wide signs stand inside texts only",
                "写 {meant}；全角标点只能用在引号里面的文字中"
            ),
        ));
    }
    match near {
        Some('#') => Some((
            Phrase::new("`#` begins no comment here", "这里不能用 `#` 写说明").into(),
            Phrase::new("write `// …`, from there to the end of the line", "说明写成 `// …`，到行末为止").into(),
        )),
        Some('=') => Some((
            Phrase::new("`=` stands where `:` belongs", "这里写了 `=`，应该是 `:`").into(),
            both!(
                "write `name: value`; `=` stands in conditions and effects only",
                "写成 `名字: 值`；`=` 只用在条件和效果里"
            ),
        )),
        Some('"') if is_bare_word_missing(fault) => quoted(after),
        _ => None,
    }
}

/// The sign that is meant by one that a Chinese keyboard types; a quotation mark is named by its name.
fn plain_sign(typed: char) -> Option<&'static str> {
    Some(match typed {
        '“' | '”' | '‘' | '’' | '＂' | '「' | '」' => "\"",
        '，' | '、' | '；' => ",",
        '：' => ":",
        '（' => "(",
        '）' => ")",
        '【' | '［' => "[",
        '】' | '］' => "]",
        '｛' => "{",
        '｝' => "}",
        '／' => "//",
        _ => return None,
    })
}

fn is_bare_word_missing(fault: &Ron) -> bool {
    matches!(fault, Ron::ExpectedIdentifier | Ron::InvalidIdentifier(_) | Ron::ExpectedBoolean | Ron::ExpectedInteger)
}

/// A word in quotation marks where it stands without.
fn quoted(after: &str) -> Option<FaultWords> {
    let word = after.strip_prefix('"')?.split('"').next()?;
    Some((
        Phrase::new("a word without quotation marks belongs here", "这里的词不加引号").into(),
        both!("write {word}", "写成 {word}"),
    ))
}

#[cfg(test)]
mod tests {
    use crate::content::notation::Source;
    use serde::Deserialize;
    use std::collections::BTreeMap;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only whether it can be read is asked")]
    struct Visit {
        id: String,
        tier: Level,
        words: BTreeMap<String, String>,
        rows: Vec<String>,
    }

    #[derive(Debug, Deserialize)]
    enum Level {
        Basic,
    }

    const WELL: &str =
        "Visit(\n    id: \"a\",\n    tier: Basic,\n    words: { \"zh\": \"门，“开”\" },\n    rows: [\"b\"],\n)";

    /// What is told of a file with one thing typed otherwise: message and advice, in English and in Chinese.
    fn told(find: &str, put: &str) -> [String; 2] {
        assert!(WELL.contains(find), "{find}");
        let source = Source::new("a.ron", &WELL.replacen(find, put, 1));
        let fault = source.read::<Visit>().expect_err(put);
        [format!("{} ({})", fault.message.en, fault.help.en), format!("{} ({})", fault.message.zh, fault.help.zh)]
    }

    #[test]
    fn signs_of_a_chinese_keyboard_are_named_with_the_plain_one() {
        assert!(Source::new("a.ron", WELL).read::<Visit>().is_ok());
        for (find, put, meant) in [
            ("id:", "id：", "write :"),
            ("\"a\",", "\"a\"，", "write ,"),
            ("Visit(", "Visit（", "write ("),
            ("\"b\"],\n)", "\"b\"],\n）", "write )"),
            ("rows: [", "rows: 【", "write ["),
            ("\"b\"]", "\"b\"】", "write ]"),
            ("\"zh\": ", "\"zh\"： ", "write :"),
        ] {
            let [en, zh] = told(find, put);
            let sign = meant.trim_start_matches("write ");
            assert!(en.contains(meant) && zh.contains(&format!("写 {sign}")), "{put}: {en} {zh}");
        }
        let [en, zh] = told("id: \"a\"", "id: “a”");
        assert!(en.contains("curly quotation mark") && zh.contains("弯引号"), "{en} {zh}");
    }

    #[test]
    fn other_slips_of_the_hand_are_told_with_the_cure() {
        for (find, put, english, chinese) in [
            ("    tier", "    # the level\n    tier", "write `// …`", "说明写成 `// …`"),
            ("tier: Basic", "tier: \"Basic\"", "write Basic", "写成 Basic"),
            ("id: ", "id = ", "`=` stands where `:` belongs", "应该是 `:`"),
            ("],\n)", "],\n", "a closing bracket is missing", "少了一个右括号"),
        ] {
            let [en, zh] = told(find, put);
            assert!(en.contains(english) && zh.contains(chinese), "{put}: {en} {zh}");
        }
    }
}
