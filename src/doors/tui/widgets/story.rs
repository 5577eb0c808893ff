//! The passages of a play as paragraphs.
//!
//! ```text
//! ▸ Wait half a minute, then ring once more
//!   You count the tiles. Nobody comes.
//!   Ms Shen (behind the door)  “Who is it?”
//!   ↑ calm → friendly
//!   ✓ met: Ring again after half a minute.  Calling at the door (7)
//!   Why: two rings close together sound like a demand.
//! ```

use crate::doors::tui::prose::Paragraph;
use crate::doors::tui::theme::{Theme, Tone};
use crate::play::scoring::EntryKind;
use crate::speech::messages::Messages;
use crate::speech::narration::{LONG, Mood, MoveMark, Narrator, Passage, due_changed, duration, mark_word};
use crate::tr;

/// How the requirements that a move touches are cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Citation {
    /// In full, with the id of the clause.
    InFull,
    /// Only by the number of the clause.
    ByClause,
}

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
            matches!(
                before,
                Passage::Mood { .. } | Passage::Marks(_) | Passage::DueChanged { .. } | Passage::Feedback(_)
            )
        }
        Passage::Mood { .. } | Passage::Marks(_) | Passage::DueChanged { .. } | Passage::Feedback(_) => false,
    }
}

fn tell(passage: &Passage, narrator: &Narrator, theme: Theme, citation: Citation, all: &mut Vec<Paragraph>) {
    let words = narrator.words;
    match passage {
        Passage::Place(place) => all.push(block(Tone::Dim, place)),
        Passage::Narration(text) => all.push(block(Tone::Plain, text)),
        Passage::Speech { speaker, how, words: said } => all.push(speech(speaker, how.as_deref(), said, words)),
        Passage::Chosen { words: text, seconds, .. } => all.push(chosen(text, *seconds, words, theme)),
        Passage::Mood { from, to, by } => all.push(mood(*from, *to, *by, words, theme)),
        Passage::Marks(marks) => all.extend(marks.iter().map(|own| mark(own, narrator, theme, citation))),
        Passage::DueChanged { more, fewer } => {
            let sign = theme.entry(EntryKind::Missed).1;
            let changed = due_changed(words, *more, *fewer);
            all.push(Paragraph::new(Tone::Dim, format!("{sign} {changed}")).indented(2, 4));
        }
        Passage::Feedback(text) => {
            all.push(Paragraph::new(Tone::Strong, tr!(words, "why")).and(Tone::Plain, text.clone()).indented(2, 4));
        }
        Passage::TimedOut => all.push(block(Tone::Strong, &tr!(words, "timed-out"))),
        Passage::Ended(title) => {
            all.push(Paragraph::new(Tone::Dim, tr!(words, "ending")).and(Tone::Strong, title.clone()).indented(2, 2));
        }
    }
}

fn block(tone: Tone, text: &str) -> Paragraph {
    Paragraph::new(tone, text).indented(2, 2)
}

/// Who says it, in which manner, and the words.
fn speech(speaker: &str, how: Option<&str>, said: &str, words: &Messages) -> Paragraph {
    let mut paragraph = Paragraph::new(Tone::Speaker, speaker).indented(2, 4);
    if let Some(how) = how {
        paragraph = paragraph.and(Tone::Dim, tr!(words, "stage-direction", how = how));
    }
    paragraph.and(Tone::Speech, format!("  {}", tr!(words, "quoted", words = said)))
}

fn chosen(text: &str, seconds: u32, words: &Messages, theme: Theme) -> Paragraph {
    let paragraph = Paragraph::new(Tone::Own, format!("{} {text}", theme.pointer())).indented(0, 2);
    if seconds < LONG {
        return paragraph;
    }
    paragraph.and(Tone::Dim, format!("  {}", duration(words, seconds)))
}

fn mood(from: Mood, to: Mood, by: i32, words: &Messages, theme: Theme) -> Paragraph {
    let (tone, sign) = if by > 0 { (Tone::Good, theme.up()) } else { (Tone::Bad, theme.down()) };
    let change = if from == to {
        tr!(words, "mood-still", mood = to.word(words))
    } else {
        tr!(words, "mood-change", from = from.word(words), to = to.word(words), arrow = theme.arrow())
    };
    Paragraph::new(tone, sign).and(Tone::Dim, format!(" {change}")).indented(2, 4)
}

fn mark(mark: &MoveMark, narrator: &Narrator, theme: Theme, citation: Citation) -> Paragraph {
    let (tone, sign) = theme.mark(mark.kind);
    let (word, text) = (mark_word(narrator.words, mark.kind), narrator.requirement(mark.requirement));
    let cite = narrator.cite(mark.requirement);
    let cite = match citation {
        Citation::InFull => format!("  {cite}  {}", narrator.clause(mark.requirement).id),
        Citation::ByClause => format!("  {cite}"),
    };
    Paragraph::new(tone, sign).and(Tone::Plain, format!(" {word}{text}")).and(Tone::Dim, cite).indented(2, 4)
}
