//! The third column, in a wide window: the clauses that the newest move was about, and all moves with their times. In an
//! exam only the moves.
//!
//! ```text
//! │ At the door, (1)
//! │ basic.door.01
//! │
//! │ Look for a bell first.
//! │ counts in: procedure · normal (4)
//! │
//! │ What happened so far
//! │ 09:58:00  Look for a bell  ✓
//! │ 09:58:10  Ring lightly, once
//! ```

use crate::content::standard::RequirementId;
use crate::doors::tui::prose::{self, Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::requirement;
use crate::doors::tui::widgets::rows::newest;
use crate::speech::narration::{Detail, Narrator, clock};
use crate::tr;
use crate::trainer::recorded_play::RecordedPlay;
use ratatui::layout::Rect;

/// The rows of the column, as far as they have room. Clauses leave half of it to the moves.
pub(super) fn rows(ui: &UiContext, play: &RecordedPlay, area: Rect) -> Vec<Row> {
    let (width, height) = (area.width.into(), usize::from(area.height));
    let narrator = ui.narrator(play.session().scenario());
    let mut rows = Vec::new();
    let is_one_clause =
        |one: &RequirementId, other: &RequirementId| narrator.clause(*one).id == narrator.clause(*other).id;
    for of_clause in cited(play, &narrator).chunk_by(is_one_clause) {
        rows.extend(prose::rows(&requirement::clause(of_clause, ui), width, ui.theme));
        rows.push(Row::default());
    }
    rows.truncate(height / 2);
    if rows.last().is_some_and(|row| *row != Row::default()) {
        rows.pop();
        rows.push(Row::default());
    }
    rows.extend(moves(ui, play, &narrator, width, height - rows.len()));
    rows
}

/// What the newest move met or broke, where the standard may be read.
fn cited(play: &RecordedPlay, narrator: &Narrator) -> Vec<RequirementId> {
    let Some(newest) = play.session().turns().len().checked_sub(1) else { return Vec::new() };
    if play.may_read_standard().is_err() {
        return Vec::new();
    }
    narrator.marks(play.session(), newest).into_iter().map(|mark| mark.requirement).collect()
}

/// The moves below their heading, the newest last.
fn moves(ui: &UiContext, play: &RecordedPlay, narrator: &Narrator, width: usize, height: usize) -> Vec<Row> {
    let turns = 0..play.session().turns().len();
    if turns.is_empty() {
        return Vec::new();
    }
    let all = turns.map(|turn| one_move(ui, play, narrator, turn).rows(width, ui.theme)).collect();
    let mut rows = Paragraph::new(Tone::Plain, tr!(ui.words, "moves-so-far")).rows(width, ui.theme);
    let room = height.saturating_sub(rows.len());
    rows.extend(newest(all, room));
    rows
}

/// When it was made, what it was, and signs of what it did.
fn one_move(ui: &UiContext, play: &RecordedPlay, narrator: &Narrator, turn: usize) -> Paragraph {
    let session = play.session();
    let own = &session.turns()[turn];
    let time = clock(own.before.clock(session.scenario()));
    let words = narrator.fill(&session.taken(own).text, &own.before);
    let hang = time.len() + 2;
    let paragraph = Paragraph::new(Tone::Dim, format!("{time}  ")).and(Tone::Plain, words).indented(0, hang);
    if play.detail() == Detail::Bare {
        return paragraph;
    }
    let marks = narrator.marks(session, turn).into_iter().map(|mark| ui.theme.mark(mark.kind));
    marks.fold(paragraph, |paragraph, (tone, sign)| paragraph.and(tone, format!("  {sign}")))
}
