//! A rule of `check` as text: what it means, with what trips it and what does not.

use crate::author::check::{RULES, Rule, Sample};
use std::fmt::Write;

/// Where lines of prose end.
const COLUMNS: usize = 80;

/// All rules, a line each.
pub fn render_list() -> String {
    let line = |rule: &&Rule| format!("{}  {:<7}  {}\n", rule.code, rule.severity.word(), rule.title);
    RULES.iter().map(line).collect::<String>() + "\n`doorstep explain CODE` tells more about one of them.\n"
}

/// Everything about one rule.
pub fn render(rule: &Rule) -> String {
    let mut told = format!("{} ({}): {}\n", rule.code, rule.severity.word(), rule.title);
    for paragraph in rule.prose.split("\n\n") {
        told += &format!("\n{}", wrapped(paragraph));
    }
    told += &format!("\nThis trips it:\n{}", shown(&rule.trips));
    told += &format!("\nThis is in order:\n{}", shown(&rule.passes));
    if matches!(rule.trips, Sample::Edits { .. }) {
        told += "\nBoth are changes of the small scenario that `doorstep new scenario ID` writes.\n";
    }
    told
}

/// The lines of the template that go (-) and come (+), or what a sample is in words.
fn shown(sample: &Sample) -> String {
    if let Sample::Told(words) = sample {
        return wrapped(words).lines().map(|line| format!("  {line}\n")).collect();
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

/// A paragraph in lines of at most [`COLUMNS`]; the prose of rules is English, a cell a character.
fn wrapped(paragraph: &str) -> String {
    let (mut lines, mut width) = (String::new(), 0);
    for word in paragraph.split_whitespace() {
        let length = word.chars().count();
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

    #[test]
    fn prose_is_broken_at_the_margin_and_loses_no_word() {
        for rule in RULES {
            let told = render(rule);
            for paragraph in rule.prose.split("\n\n") {
                let broken = wrapped(paragraph);
                assert!(broken.lines().all(|line| line.chars().count() <= COLUMNS), "{broken}");
                assert!(broken.split_whitespace().eq(paragraph.split_whitespace()));
                assert!(told.contains(&broken));
            }
        }
    }

    #[test]
    fn a_sample_shows_only_the_lines_that_differ() {
        let told = render(find("14").expect("a rule"));
        let signs: Vec<&str> =
            told.lines().filter_map(|line| line.strip_prefix("  - ").or(line.strip_prefix("  + "))).collect();
        assert!(signs.iter().any(|line| line.contains("\"looks\": Number(from: 0, to: 2)")), "{told}");
        assert!(signs.len() < 20, "{told}");
        assert!(render_list().contains("DS014  error    a number leaves its bounds\n"));
    }
}
