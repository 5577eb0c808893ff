//! A rule of `check` as text: what it means, with what trips it and what does not.

use crate::author::check::{RULES, Rule, Sample};
use crate::base::bilingual::{Phrase, speaks_chinese};
use crate::base::text::Lang;
use crate::both;
use crate::speech::line_breaking::lines;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// Where lines of prose end.
const COLUMNS: usize = 80;

/// All rules, a line each, in this language.
pub fn render_list(lang: Lang) -> String {
    let line = |rule: &&Rule| {
        let severity = rule.severity.words();
        let (word, title) = (severity.in_lang(lang), rule.title.in_lang(lang));
        format!("{}  {word:<7}  {title}\n", rule.code)
    };
    let more = Phrase::new(
        "`doorstep explain CODE` tells more about one of them.",
        "`doorstep explain 代码` 说明其中的一个。",
    );
    RULES.iter().map(line).collect::<String>() + &format!("\n{}\n", more.in_lang(lang))
}

/// Everything about one rule, in this language.
pub fn render(rule: &Rule, lang: Lang) -> String {
    let head = both!(
        "{code} ({severity}): {title}",
        "{code}（{severity}）：{title}",
        code = rule.code;
        severity = rule.severity.words(),
        title = rule.title
    );
    let mut told = format!("{}\n", head.in_lang(lang));
    for paragraph in rule.prose.in_lang(lang).split("\n\n") {
        told += &format!("\n{}", wrapped(paragraph, lang));
    }
    told += &format!("\n{}\n{}", TRIPS.in_lang(lang), shown(&rule.trips, lang));
    told += &format!("\n{}\n{}", PASSES.in_lang(lang), shown(&rule.passes, lang));
    let from = match rule.trips {
        Sample::Edits { .. } => Some(FROM_TEMPLATE),
        Sample::QuestionEdits { .. } => Some(FROM_QUESTIONS),
        Sample::Told(_) => None,
    };
    told += &from.map(|from| format!("\n{}\n", from.in_lang(lang))).unwrap_or_default();
    told
}

const TRIPS: Phrase = Phrase::new("This trips it:", "这样写会触发：");
const PASSES: Phrase = Phrase::new("This is in order:", "这样写没问题：");
const FROM_QUESTIONS: Phrase =
    Phrase::new("Both are changes of a small file of three questions.", "两处改的都是一个只有三道题的小文件。");
const FROM_TEMPLATE: Phrase = Phrase::new(
    "Both are changes of the small scenario that `doorstep new scenario ID` writes.",
    "两处改的都是 `doorstep new scenario 编号` 写出的那个小情景。",
);

/// The lines of the template that go (-) and come (+), or what a sample is in words.
fn shown(sample: &Sample, lang: Lang) -> String {
    if let Sample::Told(words) = sample {
        return wrapped(words.in_lang(lang), lang).lines().map(|line| format!("  {line}\n")).collect();
    }
    let mut shown = String::new();
    for (number, change) in sample.changed().into_iter().enumerate() {
        if number > 0 {
            shown += "    …\n";
        }
        let all = || change.was.iter().chain(&change.now);
        let indent = all().map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
        let lines = change.was.iter().map(|line| ('-', line)).chain(change.now.iter().map(|line| ('+', line)));
        for (sign, line) in lines {
            // Writing to a String cannot fail.
            let _ = writeln!(shown, "  {sign} {}", &line[indent..]);
        }
    }
    shown
}

/// A paragraph in lines of at most [`COLUMNS`] cells. English breaks between words alone, never at a hyphen: what is
/// typed at a shell stays in one piece.
fn wrapped(paragraph: &str, lang: Lang) -> String {
    if speaks_chinese(lang) {
        return lines(paragraph, COLUMNS).iter().map(|line| format!("{line}\n")).collect();
    }
    let (mut lines, mut width) = (String::new(), 0);
    for word in paragraph.split_whitespace() {
        let length = word.width();
        let gap = usize::from(width > 0);
        if width + gap + length > COLUMNS {
            lines.push('\n');
            width = 0;
        } else if gap == 1 {
            lines.push(' ');
            width += 1;
        }
        lines.push_str(word);
        width += length;
    }
    lines.push('\n');
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author::check::rules::find;

    const TAGS: [&str; 2] = ["en", "zh"];

    fn lang(tag: &str) -> Lang {
        Lang::new(tag).expect("a tag")
    }

    #[test]
    fn prose_is_broken_at_the_margin_and_loses_no_word() {
        let bare = |words: &str| words.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        for (rule, tag) in RULES.iter().flat_map(|rule| TAGS.map(|tag| (rule, tag))) {
            let told = render(rule, lang(tag));
            for paragraph in rule.prose.in_lang(lang(tag)).split("\n\n") {
                let broken = wrapped(paragraph, lang(tag));
                assert!(broken.lines().all(|line| line.width() <= COLUMNS), "{broken}");
                assert_eq!(bare(&broken), bare(paragraph));
                assert!(told.contains(&broken));
            }
        }
    }

    #[test]
    fn a_sample_shows_only_the_lines_that_differ() {
        let told = render(find("14").expect("a rule"), lang("en"));
        let signs: Vec<&str> =
            told.lines().filter_map(|line| line.strip_prefix("  - ").or(line.strip_prefix("  + "))).collect();
        assert!(signs.iter().any(|line| line.contains("\"looks\": Number(from: 0, to: 2)")), "{told}");
        assert!(signs.len() < 20, "{told}");
        assert!(render_list(lang("en")).contains("DS014  error    a number leaves its bounds\n"));
        assert!(render_list(lang("zh")).contains("数超出了自己的上下限\n"));
    }
}
