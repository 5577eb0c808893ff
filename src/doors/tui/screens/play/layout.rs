//! The rows of a play: the story as it was told, and the choices below it.

use super::{Hint, PlayScreen, aside, body, columns, panel};
use crate::base::text::Text;
use crate::content::scenario::Choice;
use crate::doors::tui::prose::{self, Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::story::{Citation, paragraphs};
use crate::play::engine::{Open, State};
use crate::record::attempt::Mode;
use crate::speech::narration::{LONG, Standing, duration};
use crate::tr;

impl PlayScreen {
    /// Tells what is not told yet, forgets what was taken back, and sets the choices below.
    pub(super) fn lay_out(&mut self, ui: &UiContext) {
        let width = usize::from(body(ui.size).width);
        let scenario = self.play.session().scenario().clone();
        let narrator = ui.narrator(&scenario);
        let citation = if self.play.mode() == Mode::Learn { Citation::InFull } else { Citation::ByClause };
        let turns = self.play.session().turns().len();
        let mut rows = std::mem::take(&mut self.page.rows);
        let kept = self.starts.get(turns + 1).copied().unwrap_or(self.story);
        rows.truncate(if self.starts.is_empty() { 0 } else { kept });
        self.starts.truncate(turns + 1);
        while self.starts.len() <= turns {
            let turn = self.starts.len();
            let passages = match turn.checked_sub(1) {
                None => narrator.opening(self.play.session()),
                Some(turn) => narrator.turn(self.play.session(), turn, self.play.detail()),
            };
            if turn > 0 {
                rows.push(Row::default());
            }
            self.starts.push(rows.len());
            rows.extend(prose::rows(&paragraphs(&passages, &narrator, ui.theme, citation), width, ui.theme));
        }
        self.story = rows.len();
        self.lay_out_choices(ui, &mut rows, width);
        self.page.rows = rows;
        self.standing = Standing::of(&narrator.progress(self.play.session(), turns));
        let columns = columns(ui.size);
        self.panel = columns.panel.map_or(Vec::new(), |column| panel::rows(ui, &self.play, column));
        self.aside = columns.third.map_or(Vec::new(), |column| aside::rows(ui, &self.play, column));
    }

    fn lay_out_choices(&mut self, ui: &UiContext, rows: &mut Vec<Row>, width: usize) {
        self.choices.clear();
        self.look_at_moment(ui);
        rows.push(Row::default());
        self.lay_out_reply(ui, rows, width);
        let question = match (self.play.session().is_over(), self.say.is_open) {
            (true, _) => tr!(ui.words, "play-over"),
            (false, true) => tr!(ui.words, "saying-field"),
            (false, false) => tr!(ui.words, "question"),
        };
        rows.extend(Paragraph::new(Tone::Strong, question).rows(width, ui.theme));
        if self.say.is_open {
            self.lay_out_field(rows, width);
            return;
        }
        if self.moment.is_said {
            self.put_choice(&self.say_row(ui), ui, rows, width);
        }
        let state = self.play.session().state();
        for (id, open) in self.play.session().shown() {
            let Some(choice) = self.play.session().choice(id) else { continue };
            match open {
                Open::Yes if self.moment.listed.contains(&id) => {
                    let row = self.choice(ui, choice, &state, self.choices.len() + 1);
                    self.put_choice(&row, ui, rows, width);
                }
                Open::Locked(lock) if self.play.mode() == Mode::Learn => {
                    let reason = &choice.locks[lock].1;
                    rows.extend(self.locked(ui, choice, reason, &state).rows(width, ui.theme));
                }
                Open::Yes | Open::Locked(_) | Open::Hidden => {}
            }
        }
        if let Some(row) = self.count_row(ui, self.choices.len() + 1) {
            self.put_choice(&row, ui, rows, width);
        }
        if let Some(hint) = self.told_hint(ui) {
            rows.push(Row::default());
            rows.extend(hint.rows(width, ui.theme));
        }
    }

    /// A row that can be chosen.
    fn put_choice(&mut self, row: &Paragraph, ui: &UiContext, rows: &mut Vec<Row>, width: usize) {
        let from = rows.len();
        rows.extend(row.rows(width, ui.theme));
        self.choices.push(from..rows.len());
    }

    fn choice(&self, ui: &UiContext, choice: &Choice, state: &State, number: usize) -> Paragraph {
        let scenario = self.play.session().scenario();
        let number = if number < 10 { format!("  {number}  ") } else { "  ·  ".to_owned() };
        let text = ui.narrator(scenario).fill(&choice.text, state);
        let paragraph = Paragraph::new(Tone::Key, number).and(Tone::Plain, text).indented(0, 5);
        let seconds = choice.takes.seconds(state.clock(scenario));
        if seconds < LONG {
            return paragraph;
        }
        paragraph.and(Tone::Dim, format!("  {}", duration(&ui.words, seconds)))
    }

    fn locked(&self, ui: &UiContext, choice: &Choice, reason: &Text, state: &State) -> Paragraph {
        let narrator = ui.narrator(self.play.session().scenario());
        let reason = tr!(ui.words, "locked", reason = narrator.fill(reason, state));
        Paragraph::new(Tone::Unavailable, format!("  -  {}", narrator.fill(&choice.text, state)))
            .and(Tone::Dim, format!("  {reason}"))
            .indented(0, 5)
    }

    fn told_hint(&self, ui: &UiContext) -> Option<Paragraph> {
        let narrator = ui.narrator(self.play.session().scenario());
        let paragraph = Paragraph::new(Tone::Strong, tr!(ui.words, "hint")).indented(0, 5);
        let hint = self.hint?;
        let cite = match hint {
            Hint::Nothing => String::new(),
            Hint::Towards(id) | Hint::Mind(id) => format!("  {}", narrator.cite(id)),
        };
        Some(paragraph.and(Tone::Plain, narrator.hint(hint)).and(Tone::Dim, cite))
    }
}
