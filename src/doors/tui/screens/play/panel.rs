//! The panel beside the play: where one is, how the customer feels, and how far the procedure is. An exam shows only
//! the place and the clock.
//!
//! ```text
//! │ Seventh-floor landing
//! │ agreed for 10:00
//! │
//! │ Mood: calm
//! │ ▄▄▄▆▆▄▂
//! │
//! │ Due so far:
//! │ 3 met · 4 open
//! │ ✓✓✓○○○○
//! │ ✓ (5) Ring lightly, once …
//! ```

use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::{Theme, Tone};
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::rows;
use crate::play::engine::State;
use crate::play::scoring::EntryKind;
use crate::record::attempt::Mode;
use crate::speech::line_breaking::fit;
use crate::speech::narration::{Detail, MarkKind, Mood, MoveMark, Narrator, Standing, clock};
use crate::tr;
use crate::trainer::recorded_play::RecordedPlay;
use ratatui::layout::Rect;

/// The rows of the panel, as far as they have room.
pub(super) fn rows(ui: &UiContext, play: &RecordedPlay, area: Rect) -> Vec<Row> {
    let (width, height) = (area.width.into(), area.height.into());
    let narrator = ui.narrator(play.session().scenario());
    let mut panel = Panel { rows: Vec::new(), theme: ui.theme, width, height };
    if let Some(place) = narrator.place(play.session(), play.session().turns().len()) {
        panel.line(Tone::Strong, &place);
    }
    if let Some(time) = play.session().scenario().clock.appointment {
        let time = clock(time)[..5].to_owned();
        panel.line(Tone::Dim, &tr!(ui.words, "appointment", time = time));
    }
    match (play.detail(), play.mode()) {
        (Detail::Bare, _) => {}
        (Detail::Whole | Detail::Taught, Mode::Learn) => {
            mood(&mut panel, &narrator, play);
            steps(&mut panel, &narrator, play);
        }
        (Detail::Whole | Detail::Taught, Mode::Practice | Mode::Say | Mode::Exam) => {
            mood(&mut panel, &narrator, play);
            touched(&mut panel, &narrator, play);
        }
    }
    panel.rows.truncate(height);
    panel.rows
}

struct Panel {
    rows: Vec<Row>,
    theme: Theme,
    width: usize,
    height: usize,
}

impl Panel {
    fn line(&mut self, tone: Tone, words: &str) {
        let words = fit(&self.theme.text(words), self.width, self.theme.ellipsis());
        self.rows.push(Row { indent: 0, spans: vec![(tone, words)] });
    }

    /// What has a sign before it, the newest last, and of what is older as much as there is room for.
    fn signed<'s>(&mut self, items: impl Iterator<Item = ((Tone, &'s str), String)>) {
        let item = |((tone, sign), words): ((Tone, &str), String)| {
            Paragraph::new(tone, format!("{sign} ")).and(Tone::Plain, words).indented(0, 2).rows(self.width, self.theme)
        };
        let items = items.map(item).collect();
        self.rows.extend(rows::newest(items, self.rest()));
    }

    fn wrapped(&mut self, words: &str) {
        self.rows.extend(Paragraph::new(Tone::Plain, words).rows(self.width, self.theme));
    }

    fn blank(&mut self) {
        self.rows.push(Row::default());
    }

    fn rest(&self) -> usize {
        self.height.saturating_sub(self.rows.len())
    }
}

/// The customer's mood now, and how it came to be.
fn mood(panel: &mut Panel, narrator: &Narrator, play: &RecordedPlay) {
    let states =
        [State::opening(narrator.scenario)].into_iter().chain(play.session().turns().iter().map(|turn| turn.after));
    let moods: Vec<Mood> = states.map(|state| Mood::of(narrator.scenario, &state)).collect();
    let now = moods.last().map_or(String::new(), |mood| mood.word(narrator.words));
    panel.blank();
    panel.line(Tone::Plain, &tr!(narrator.words, "mood", mood = now));
    let shown = &moods[moods.len().saturating_sub(panel.width)..];
    let levels: String = shown.iter().map(|mood| panel.theme.level(mood.0)).collect();
    panel.line(Tone::Dim, &levels);
}

/// What is met, failed and open, in words and in signs; and in full what was done or failed, the newest rows last.
fn steps(panel: &mut Panel, narrator: &Narrator, play: &RecordedPlay) {
    let steps = narrator.progress(play.session(), play.session().turns().len());
    let standing = Standing::of(&steps);
    if steps.is_empty() {
        return;
    }
    panel.blank();
    panel.line(Tone::Plain, &tr!(narrator.words, "due-so-far"));
    let counted = standing.told(narrator.words).join(panel.theme.between());
    panel.wrapped(&counted);
    let signs: Vec<&str> = steps.iter().map(|(_, kind)| panel.theme.entry(*kind).1).collect();
    for row in signs.chunks(panel.width) {
        panel.line(Tone::Dim, &row.concat());
    }
    let theme = panel.theme;
    let done = steps.iter().filter(|(_, kind)| *kind != EntryKind::Missed);
    panel.signed(
        done.map(|(id, kind)| (theme.entry(*kind), format!("{} {}", narrator.printed(*id), narrator.requirement(*id)))),
    );
}

/// What the moves touched so far, the newest last.
fn touched(panel: &mut Panel, narrator: &Narrator, play: &RecordedPlay) {
    let turns = 0..play.session().turns().len();
    let mut marks: Vec<MoveMark> = turns.flat_map(|turn| narrator.marks(play.session(), turn)).collect();
    marks.retain(|mark| mark.kind != MarkKind::Yielded);
    if marks.is_empty() {
        return;
    }
    panel.blank();
    panel.line(Tone::Plain, &tr!(narrator.words, "touched"));
    let theme = panel.theme;
    panel.signed(marks.iter().map(|mark| {
        let printed = narrator.printed(mark.requirement);
        (theme.mark(mark.kind), format!("{printed} {}", narrator.requirement(mark.requirement)))
    }));
}

/// `✓9 ≈1 ✗3 ○13`: what is met, late, broken and open, without what there is none of.
pub(super) fn meter(theme: Theme, standing: &Standing) -> Option<String> {
    let counted = standing.counts().iter().map(|(kind, count)| format!("{}{count}", theme.entry(*kind).1));
    let parts: Vec<String> = counted.collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
