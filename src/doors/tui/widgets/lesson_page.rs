//! The lesson of a unit as rows: what it is for, its steps along a line, what to say and what not, and the sentence to say
//! aloud.

use crate::content::course::{Lesson, LessonLine, LessonStep, marked};
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::tr;

/// The cells before the words of a step: its number, and the line.
const BEFORE: usize = 5;
/// The cells by which a step that is only sometimes taken stands further in.
const FORK: usize = 3;

/// All rows of a lesson, the last one empty.
pub(crate) fn rows(lesson: &Lesson, width: usize, ui: &UiContext) -> Vec<Row> {
    let words = &ui.words;
    let mut all = Paragraph::new(Tone::Plain, lesson.purpose.in_lang(ui.lang())).rows(width, ui.theme);
    let head = |all: &mut Vec<Row>, title: String| {
        all.push(Row::default());
        all.extend(Paragraph::new(Tone::Strong, title).rows(width, ui.theme));
    };
    head(&mut all, tr!(words, "lesson-steps"));
    for (step, number) in lesson.steps.iter().zip(1..) {
        all.extend(step_rows(step, number, width, ui));
    }
    for (title, is_good, lines) in
        [(tr!(words, "lesson-good"), true, &lesson.good), (tr!(words, "lesson-bad"), false, &lesson.bad)]
    {
        head(&mut all, title);
        all.extend(lines.iter().flat_map(|line| line_rows(line, is_good, width, ui)));
    }
    head(&mut all, tr!(words, "lesson-aloud"));
    all.extend(aloud(lesson, ui).indented(2, 2).rows(width, ui.theme));
    all.push(Row::default());
    all
}

/// A step, with its number on the line; one that is only sometimes taken stands further in, below its case.
fn step_rows(step: &LessonStep, number: usize, width: usize, ui: &UiContext) -> Vec<Row> {
    let line = ui.theme.vertical_rule();
    let further = if step.only_if.is_some() { FORK } else { 0 };
    let inner = width.saturating_sub(BEFORE + further).max(1);
    let case = step.only_if.as_ref().map(|case| {
        let case = tr!(ui.words, "lesson-if", case = case.in_lang(ui.lang()));
        let rows = Paragraph::new(Tone::Dim, case).rows(inner, ui.theme);
        let fork = format!("   {}{} ", ui.theme.fork(), ui.theme.rule());
        rows.into_iter().enumerate().map(move |(at, row)| match at {
            0 => before(row, (Tone::Dim, fork.clone()), 0),
            _ => before(row, (Tone::Dim, format!("   {line}")), 2),
        })
    });
    let says = Paragraph::new(Tone::Plain, step.says.in_lang(ui.lang())).rows(inner, ui.theme);
    let says = says.into_iter().enumerate().map(|(at, row)| {
        let mut row = before(row, (Tone::Dim, line.to_owned()), 1 + further);
        let number = if at == 0 { format!("{number:>2} ") } else { "   ".to_owned() };
        row.spans.insert(0, (Tone::Key, number));
        row
    });
    case.into_iter().flatten().chain(says).collect()
}

/// A row behind some words and a gap.
fn before(row: Row, (tone, words): (Tone, String), gap: usize) -> Row {
    let gap = " ".repeat(gap + row.indent);
    let spans = [(tone, words), (Tone::Plain, gap)].into_iter().chain(row.spans).collect();
    Row { indent: 0, spans }
}

/// What is said, and why it is good or bad.
fn line_rows(line: &LessonLine, is_good: bool, width: usize, ui: &UiContext) -> Vec<Row> {
    let tone = if is_good { Tone::Good } else { Tone::Bad };
    let says = Paragraph::new(tone, format!("{} ", ui.theme.right_or_wrong(is_good)))
        .and(Tone::Speech, line.says.in_lang(ui.lang()))
        .indented(2, 4);
    let because = Paragraph::new(Tone::Dim, line.because.in_lang(ui.lang())).indented(4, 4);
    [says, because].iter().flat_map(|own| own.rows(width, ui.theme)).collect()
}

/// The sentence, with what is required of it standing out.
fn aloud(lesson: &Lesson, ui: &UiContext) -> Paragraph {
    let sentence = lesson.aloud.says.in_lang(ui.lang());
    let spans = marked(sentence).unwrap_or_default().into_iter();
    let tone = |is_marked: bool| if is_marked { Tone::Strong } else { Tone::Plain };
    spans.fold(Paragraph::default(), |all, own| all.and(tone(own.is_marked), own.words))
}
