//! Progress in lines of text. What is drawn is also said in numbers.

use super::document::ProgressDocument;
use super::wording::{DayCell, PartRow, PlayedRow, ProgressWording};
use crate::play::scoring::Score;
use crate::report::coverage::Signs;
use crate::speech::line_breaking::lines;
use crate::speech::messages::Messages;

/// How wide a line may be, in cells.
const WIDTH: usize = 80;

/// So many of the newest first runs are drawn and told one by one.
const NEWEST: usize = 20;

/// The whole document, in the language of these messages.
pub fn render(document: &ProgressDocument, words: &Messages, signs: Signs) -> String {
    let wording = ProgressWording::new(document, words);
    let headings = &wording.headings;
    let mut out = vec![wording.title.clone(), String::new(), headings.standard.clone()];
    out.extend(wrapped(&headings.meaning));
    out.extend(wording.parts.iter().map(|own| part(own, &wording, signs)));
    out.extend([String::new(), headings.scenarios.clone()]);
    out.extend(wording.scenarios.iter().flat_map(|own| scenario(own, &wording)));
    out.extend([String::new(), headings.first_runs.clone()]);
    out.extend(wrapped(&headings.first_means));
    out.extend(scores(&wording.scores, signs));
    out.extend(wrapped(&wording.scores_told));
    out.extend([String::new(), headings.days.clone()]);
    out.extend(calendar(&wording, signs));
    out.extend(wrapped(&wording.days_told));
    let told = out.into_iter().map(|line| line.trim_end().to_owned() + "\n").collect::<String>();
    match signs {
        Signs::Unicode => told,
        Signs::Ascii => told.replace('·', "-"),
    }
}

fn wrapped(words: &str) -> Vec<String> {
    lines(words, WIDTH - 2).into_iter().map(|line| format!("  {line}")).collect()
}

/// A bar, the number beside it, what is known, and last the title: it may be of any width.
fn part(own: &PartRow, wording: &ProgressWording, signs: Signs) -> String {
    let headings = &wording.headings;
    let counts = format!(
        "{} {} · {} {} · {} {}",
        own.known, headings.known, own.learning, headings.learning, own.never, headings.never
    );
    let bar = signs.bar(own.held, 100);
    format!("  {bar} {:>3} %  {}  ({counts})", own.held, named(own))
}

fn named(own: &PartRow) -> String {
    if own.id.is_empty() { own.title.clone() } else { format!("{}  {}", own.title, own.id) }
}

fn scenario(own: &PlayedRow, wording: &ProgressWording) -> Vec<String> {
    let headings = &wording.headings;
    let told = [
        format!("{} {}", headings.best_first, own.best_first),
        format!("{} {}", headings.last, own.last),
        format!("{} {}", headings.plays, own.plays),
    ];
    vec![format!("  {}", own.title), format!("    {}", told.join(" · "))]
}

/// The newest as a line of blocks, and as numbers.
fn scores(scores: &[Score], signs: Signs) -> Vec<String> {
    let newest = &scores[scores.len().saturating_sub(NEWEST)..];
    let cut = if newest.len() < scores.len() { format!("{} ", signs.cut()) } else { String::new() };
    let numbers: Vec<String> = newest.iter().map(|score| score.whole().to_string()).collect();
    let drawn = newest.iter().map(|score| block(*score)).collect::<String>();
    match (newest.is_empty(), signs) {
        (true, _) => Vec::new(),
        (false, Signs::Unicode) => vec![format!("  {cut}{drawn}"), format!("  {cut}{}", numbers.join(" "))],
        (false, Signs::Ascii) => vec![format!("  {cut}{}", numbers.join(" "))],
    }
}

/// A score as a block of its height.
fn block(score: Score) -> char {
    const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let height = usize::try_from(score.whole_percent()).unwrap_or(0) * HEIGHTS.len() / 101;
    HEIGHTS[height.min(HEIGHTS.len() - 1)]
}

/// A line a week, a sign a day.
fn calendar(wording: &ProgressWording, signs: Signs) -> Vec<String> {
    let (on, off) = match signs {
        Signs::Unicode => ("■", "·"),
        Signs::Ascii => ("#", "."),
    };
    let week = |days: &Vec<DayCell>| {
        let monday = days.first().map_or("", |day| &day.date);
        let days: Vec<&str> = days.iter().map(|day| if day.is_practised { on } else { off }).collect();
        format!("  {monday}  {}", days.join("  "))
    };
    let heads = format!("  {:10}  {}", "", wording.weekdays.join(" "));
    [heads].into_iter().chain(wording.weeks.iter().map(week)).collect()
}
