//! The rows of the play: the story so far, and all choices of the scene with their ids, the hidden ones too.

use crate::author::preview::Preview;
use crate::content::scenario::{Choice, ChoiceId};
use crate::doors::tui::prose::{self, Paragraph, Row};
use crate::doors::tui::theme::{Theme, Tone};
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::story::{Citation, paragraphs};
use crate::play::engine::{Open, Session};
use crate::speech::narration::{Detail, Narrator};
use crate::tr;
use std::ops::Range;

/// The play in rows.
#[derive(Debug, Default)]
pub(super) struct PlayRows {
    pub rows: Vec<Row>,
    /// The row at which the newest turn begins.
    pub news: usize,
    /// The open choices, each with its rows.
    pub choices: Vec<(ChoiceId, Range<usize>)>,
}

impl PlayRows {
    /// As far as there is a play: the newest version may be one that cannot be played.
    pub(super) fn of(preview: &Preview, width: usize, ui: &UiContext) -> PlayRows {
        let Some(session) = preview.session() else {
            let text = if preview.versions() == 0 { "" } else { &tr!(ui.words, "preview-nothing") };
            let rows = Paragraph::new(Tone::Plain, text).indented(2, 2).rows(width, ui.theme);
            return PlayRows { rows, ..PlayRows::default() };
        };
        let narrator = Narrator { player: "", ..ui.narrator(session.scenario()) };
        let (mut rows, news) = story(session, &narrator, ui.theme, width);
        rows.push(Row::default());
        let question = if session.is_over() { tr!(ui.words, "play-over") } else { tr!(ui.words, "question") };
        rows.extend(Paragraph::new(Tone::Strong, question).rows(width, ui.theme));
        let choices = choices(session, &narrator, ui, &mut rows, width);
        PlayRows { rows, news, choices }
    }
}

/// The story, and the row at which its newest turn begins.
fn story(session: &Session, narrator: &Narrator, theme: Theme, width: usize) -> (Vec<Row>, usize) {
    let lay_out = |passages: &[_]| prose::rows(&paragraphs(passages, narrator, theme, Citation::InFull), width, theme);
    let mut rows = lay_out(&narrator.opening(session));
    let mut news = 0;
    for turn in 0..session.turns().len() {
        rows.push(Row::default());
        news = rows.len();
        rows.extend(lay_out(&narrator.turn(session, turn, Detail::Whole)));
    }
    (rows, news)
}

/// Sets the choices of the scene: open ones numbered, then locked ones with their reason, then the ids of the hidden.
fn choices(
    session: &Session,
    narrator: &Narrator,
    ui: &UiContext,
    rows: &mut Vec<Row>,
    width: usize,
) -> Vec<(ChoiceId, Range<usize>)> {
    let state = session.state();
    let mut open = Vec::new();
    let words = |choice: &Choice| narrator.fill(&choice.text, &state).into_owned();
    for (id, status) in session.shown() {
        let Some(choice) = session.choice(id) else { continue };
        let from = rows.len();
        match status {
            Open::Yes => {
                let number = open.len() + 1;
                let number = if number < 10 { format!("  {number}  ") } else { "  ·  ".to_owned() };
                let paragraph = Paragraph::new(Tone::Key, number).and(Tone::Plain, words(choice));
                rows.extend(named(paragraph, choice).rows(width, ui.theme));
                open.push((id, from..rows.len()));
            }
            Open::Locked(lock) => {
                let reason = narrator.fill(&choice.locks[lock].1, &state);
                let paragraph = Paragraph::new(Tone::Unavailable, format!("  -  {}", words(choice)))
                    .and(Tone::Dim, format!("  {}", tr!(ui.words, "locked", reason = reason)));
                rows.extend(named(paragraph, choice).rows(width, ui.theme));
            }
            Open::Hidden => {}
        }
    }
    let hidden = hidden(session);
    if !hidden.is_empty() {
        let text = tr!(ui.words, "preview-hidden", ids = hidden.join(", "));
        rows.extend(Paragraph::new(Tone::Dim, text).indented(5, 5).rows(width, ui.theme));
    }
    open
}

/// The ids of the choices that the scene does not show.
fn hidden(session: &Session) -> Vec<&str> {
    let state = session.state();
    let scenario = session.scenario();
    let Some(scene) = state.scene(scenario) else { return Vec::new() };
    let all = ChoiceId::enumerate(&scenario.scene(scene).choices);
    let hidden = all.filter(|(id, _)| state.open(scenario, scene, *id) == Open::Hidden);
    hidden.map(|(_, choice)| &*choice.id).collect()
}

fn named(paragraph: Paragraph, choice: &Choice) -> Paragraph {
    paragraph.and(Tone::Dim, format!("  {}", choice.id)).indented(0, 5)
}
