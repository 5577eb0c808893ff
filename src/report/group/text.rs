//! A group in lines of text. What is drawn is also said in numbers.

use super::document::GroupDocument;
use super::exam_wording::GroupExamRow;
use super::wording::{GroupLearnerRow, GroupPlayRow, GroupSectionRow, GroupWording, GroupWrongRow, LostWords};
use crate::report::coverage::Signs;
use crate::speech::line_breaking::lines;
use crate::speech::messages::Messages;

/// How wide a line may be, in cells.
const WIDTH: usize = 80;

/// So many choices, requirements and plays are told one by one; all of them stand in the tables.
const TOLD: usize = 10;

/// The whole document, in the language of these messages.
pub fn render(document: &GroupDocument, words: &Messages, signs: Signs) -> String {
    let wording = GroupWording::new(document, words);
    let headings = &wording.headings;
    let mut out = vec![wording.title.clone()];
    heading(&mut out, &headings.exams);
    if wording.exams.is_empty() {
        out.extend(wrapped(&headings.no_exams, 2));
    }
    out.extend(wording.exams.iter().flat_map(exam));
    heading(&mut out, &headings.learners);
    out.extend(wording.learners.iter().flat_map(|own| learner(own, &wording)));
    heading(&mut out, &headings.sections);
    out.extend(wrapped(&headings.sections_mean, 2));
    out.extend(wording.sections.iter().map(|own| section(own, signs)));
    heading(&mut out, &headings.wrong);
    out.extend(wrapped(&wording.wrong_told, 2));
    if wording.wrong.is_empty() {
        out.extend(wrapped(&headings.wrong_none, 2));
    }
    out.extend(wording.wrong.iter().take(TOLD).zip(1..).flat_map(|(own, number)| wrong(own, number)));
    heading(&mut out, &headings.lost);
    if wording.lost.is_empty() {
        out.extend(wrapped(&headings.lost_none, 2));
    }
    out.extend(wording.lost.iter().take(TOLD).zip(1..).flat_map(|(own, number)| lost(own, number)));
    heading(&mut out, &headings.calendar);
    out.extend(wrapped(&headings.calendar_means, 2));
    out.extend(calendar(&wording));
    if document.is_one {
        heading(&mut out, &headings.every_play);
        out.extend(wording.plays.iter().map(play));
        heading(&mut out, &headings.due_now);
        out.extend(wording.due.iter().flat_map(|own| wrapped(own, 2)));
    }
    out.push(String::new());
    out.extend(wording.replies.iter().flat_map(|own| wrapped(own, 0)));
    if wording.has_few {
        out.extend(wrapped(&headings.few, 0));
    }
    let told = out.into_iter().map(|line| line.trim_end().to_owned() + "\n").collect::<String>();
    match signs {
        Signs::Unicode => told,
        Signs::Ascii => in_ascii(&told),
    }
}

/// Our own signs, and those of texts that are written with them, as any terminal has them.
fn in_ascii(told: &str) -> String {
    const SIGNS: [(char, &str); 9] = [
        ('·', "-"),
        ('–', "-"),
        ('—', "-"),
        ('±', "+-"),
        ('…', "..."),
        ('“', "\""),
        ('”', "\""),
        ('‘', "'"),
        ('’', "'"),
    ];
    let sign = |c: char| SIGNS.iter().find(|(own, _)| *own == c).map(|(_, ascii)| *ascii);
    let mut out = String::with_capacity(told.len());
    for c in told.chars() {
        match sign(c) {
            Some(ascii) => out.push_str(ascii),
            None => out.push(c),
        }
    }
    out
}

fn heading(out: &mut Vec<String>, words: &str) {
    out.extend([String::new(), words.to_owned()]);
}

fn wrapped(words: &str, indent: usize) -> Vec<String> {
    lines(words, WIDTH - indent).into_iter().map(|line| format!("{}{line}", " ".repeat(indent))).collect()
}

fn exam(own: &GroupExamRow) -> Vec<String> {
    let tier = if own.tier.is_empty() { String::new() } else { format!(" · {}", own.tier) };
    let mut out = vec![format!("  {}", own.learner), format!("    {}{tier} · {}", own.exam, own.date)];
    out.extend(wrapped(&own.outcome, 4));
    out.extend(wrapped(&own.level, 4));
    out.extend(own.remarks.iter().flat_map(|remark| wrapped(remark, 4)));
    out
}

fn learner(own: &GroupLearnerRow, wording: &GroupWording) -> Vec<String> {
    let headings = &wording.headings;
    let told = [
        own.plays.clone(),
        format!("{} {}", headings.days, own.days),
        format!("{} {}", headings.time, own.time),
        format!("{} {}", headings.last, own.last),
        format!("{} {}", headings.known, own.known),
        format!("{} {}", headings.due, own.due),
    ];
    let mut out = vec![format!("  {}", own.name)];
    out.extend(wrapped(&told.join(" · "), 4));
    let bests = own.bests.iter().map(|(title, score)| format!("{title} {}", score.whole()));
    let bests: Vec<String> = bests.collect();
    if !bests.is_empty() {
        out.extend(wrapped(&format!("{} {}", headings.best, bests.join(" · ")), 4));
    }
    out
}

/// A bar, the share, and last the title: it may be of any width.
fn section(own: &GroupSectionRow, signs: Signs) -> String {
    let (met, due) = (usize::try_from(own.met.met).unwrap_or(0), usize::try_from(own.met.due).unwrap_or(0));
    format!("  {} {:<26} {}  {}", signs.bar(met, due), own.told, own.title, own.id)
}

fn wrong(own: &GroupWrongRow, number: usize) -> Vec<String> {
    let mut out = vec![format!("{number:>4}. {}", own.place)];
    out.extend(wrapped(&own.choice, 6));
    out.extend(wrapped(&own.told, 6));
    out.extend(wrapped(&own.best, 6));
    out.extend(own.at_stake.iter().take(3).flat_map(|row| wrapped(&format!("- {row}"), 6)));
    out
}

fn lost(own: &LostWords, number: usize) -> Vec<String> {
    let mut first = wrapped(&format!("{}  {}", own.requirement, own.id), 6);
    if let Some(line) = first.first_mut() {
        *line = format!("{number:>4}. {}", line.trim_start());
    }
    first.extend(wrapped(&own.told, 6));
    first
}

fn play(own: &GroupPlayRow) -> String {
    let remarks = if own.remarks.is_empty() { String::new() } else { format!(" ({})", own.remarks) };
    format!("  {}  {:>3}  {} · {}{remarks}", own.date, own.score, own.scenario, own.mode)
}

/// A line a week: how many practised on each day.
fn calendar(wording: &GroupWording) -> Vec<String> {
    let count = |(_, learners): &(String, usize)| match learners {
        0 => format!("{:>4}", "."),
        some => format!("{some:>4}"),
    };
    let week = |days: &[(String, usize)]| {
        let monday = days.first().map_or("", |(date, _)| date);
        format!("  {monday} {}", days.iter().map(count).collect::<String>())
    };
    wording.days.chunks(7).map(week).collect()
}
