//! The passages of a play as paragraphs.
//!
//! ```text
//! ▸ Wait half a minute, then ring once more
//!   You count the tiles. Nobody comes.
//!   Ms Shen (behind the door)  “Who is it?”
//!   ↑ calm → friendly
//!   ✓ Ring again after half a minute.  Calling at the door (7)
//!   Why: two rings close together sound like a demand.
//! ```

use crate::doors::tui::prose::Paragraph;
use crate::doors::tui::theme::{Theme, Tone};
use crate::speech::narration::{MoveMark, Narrator, Passage, duration};
use crate::tr;

/// How the requirements of a move are named while the play goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Citation {
    /// In full, with the id of the clause.
    InFull,
    /// Only by the number of the clause.
    ByClause,
}

/// Choices that take longer than this are shown with their time.
const LONG: u32 = 60;

pub(crate) fn paragraphs(
    passages: &[Passage],
    narrator: &Narrator,
    theme: Theme,
    citation: Citation,
) -> Vec<Paragraph> {
    let mut all = Vec::new();
    let mut before = None;
    for passage in passages {
        if before.is_some_and(|before| stand_apart(before, passage)) {
            all.push(Paragraph::blank());
        }
        before = Some(passage);
        tell(passage, narrator, theme, citation, &mut all);
    }
    all
}

/// Whether a row is left free between two passages: before a new thing, and where the story goes on after a reason.
fn stand_apart(before: &Passage, passage: &Passage) -> bool {
    match passage {
        Passage::Chosen { .. } | Passage::Place(_) | Passage::Ended(_) => true,
        Passage::Narration(_) | Passage::Speech { .. } | Passage::TimedOut => {
            matches!(before, Passage::Mood { .. } | Passage::Marks(_) | Passage::Feedback(_))
        }
        Passage::Mood { .. } | Passage::Marks(_) | Passage::Feedback(_) => false,
    }
}

fn tell(passage: &Passage, narrator: &Narrator, theme: Theme, citation: Citation, all: &mut Vec<Paragraph>) {
    let words = narrator.words;
    let block = |tone, text: &str| Paragraph::new(tone, text).indented(2, 2);
    match passage {
        Passage::Place(place) => all.push(Paragraph::new(Tone::Dim, place.clone()).indented(2, 2)),
        Passage::Narration(text) => all.push(block(Tone::Plain, text)),
        Passage::Speech { speaker, how, words: said } => {
            let mut paragraph = Paragraph::new(Tone::Speaker, speaker.clone()).indented(2, 4);
            if let Some(how) = how {
                paragraph = paragraph.and(Tone::Dim, tr!(words, "stage-direction", how = how.as_str()));
            }
            all.push(paragraph.and(Tone::Speech, format!("  {}", tr!(words, "quoted", words = said.as_str()))));
        }
        Passage::Chosen { words: text, seconds, .. } => {
            let mut paragraph = Paragraph::new(Tone::Own, format!("{} {text}", theme.pointer())).indented(0, 2);
            if *seconds >= LONG {
                paragraph = paragraph.and(Tone::Dim, format!("  {}", duration(words, *seconds)));
            }
            all.push(paragraph);
        }
        Passage::Mood { from, to, by } => {
            let (tone, sign) = if *by > 0 { (Tone::Good, theme.up()) } else { (Tone::Bad, theme.down()) };
            let change = if from == to {
                tr!(words, "mood-still", mood = to.word(words))
            } else {
                tr!(words, "mood-change", from = from.word(words), to = to.word(words), arrow = theme.arrow())
            };
            all.push(Paragraph::new(tone, sign).and(Tone::Dim, format!(" {change}")).indented(2, 4));
        }
        Passage::Marks(marks) => match citation {
            Citation::InFull => all.extend(marks.iter().map(|mark| in_full(mark, narrator, theme))),
            Citation::ByClause => all.push(by_clause(marks, narrator, theme)),
        },
        Passage::Feedback(text) => {
            all.push(Paragraph::new(Tone::Strong, tr!(words, "why")).and(Tone::Plain, text.clone()).indented(2, 4));
        }
        Passage::TimedOut => all.push(block(Tone::Strong, &tr!(words, "timed-out"))),
        Passage::Ended(title) => {
            all.push(Paragraph::new(Tone::Dim, tr!(words, "ending")).and(Tone::Strong, title.clone()).indented(2, 2));
        }
    }
}

fn in_full(mark: &MoveMark, narrator: &Narrator, theme: Theme) -> Paragraph {
    let (tone, sign) = theme.mark(mark.kind);
    let words = mark_word(mark, narrator);
    Paragraph::new(tone, sign)
        .and(Tone::Plain, format!(" {words}{}", narrator.requirement(mark.requirement)))
        .and(Tone::Dim, format!("  {}  {}", narrator.cite(mark.requirement), narrator.clause(mark.requirement).id))
        .indented(2, 4)
}

/// Late, critical and the like are said in words too: no sign stands alone.
fn mark_word(mark: &MoveMark, narrator: &Narrator) -> String {
    use crate::speech::narration::MarkKind;
    match mark.kind {
        MarkKind::Met | MarkKind::Broken => String::new(),
        MarkKind::Late => tr!(narrator.words, "mark-late"),
        MarkKind::Critical => tr!(narrator.words, "mark-critical"),
        MarkKind::Yielded => tr!(narrator.words, "mark-yielded"),
    }
}

fn by_clause(marks: &[MoveMark], narrator: &Narrator, theme: Theme) -> Paragraph {
    let mut paragraph = Paragraph::default().indented(2, 4);
    let mut told = Vec::new();
    for mark in marks {
        let clause = (mark.kind, narrator.cite(mark.requirement));
        if told.contains(&clause) {
            continue;
        }
        let (tone, sign) = theme.mark(mark.kind);
        let gap = if told.is_empty() { "" } else { "  " };
        paragraph = paragraph.and(tone, format!("{gap}{sign}"));
        paragraph = paragraph.and(Tone::Dim, format!(" {}{}", mark_word(mark, narrator), clause.1));
        told.push(clause);
    }
    paragraph
}
