//! What holds in the present moment, and how the chances fall: seen beside the play, or in the whole window, where each
//! chance can be made to fall otherwise.
//!
//! ```text
//!   09:56:20 · 1 move · door
//!   mood        calm (0, from -3 to 3)
//!   visits      2, from 0 to 9
//!   told_name   yes
//!
//! ▸ bell        works
//!   whereabouts not drawn yet
//!   lift        broken · as you want it
//! ```

use crate::author::preview::Preview;
use crate::content::scenario::{Chance, ChanceId, MOOD, OutcomeId, Scenario, Variable, VariableId, VariableKind};
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::rows;
use crate::play::engine::State;
use crate::speech::narration::{Mood, clock};
use crate::tr;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// The widest column of names.
const NAMES: usize = 24;

#[derive(Debug, Default)]
pub(super) struct StateTab {
    /// What comes before the chances.
    facts: Vec<Row>,
    /// By chance: its rows.
    chances: Vec<Vec<Row>>,
    focus: usize,
}

impl StateTab {
    pub(super) fn set(&mut self, preview: &Preview, width: usize, ui: &UiContext) {
        let told = StateTold { ui, preview, width };
        self.facts = told.facts();
        self.chances = told.chances();
        self.focus = self.focus.min(self.chances.len().saturating_sub(1));
    }

    /// The chance in focus, and how it is to fall, if that is asked for.
    pub(super) fn act(&mut self, action: Action, preview: &Preview) -> Option<(ChanceId, Option<OutcomeId>)> {
        let count = self.chances.len();
        match action {
            Action::Down | Action::PageDown => self.focus = rows::moved(self.focus, 1, count),
            Action::Up | Action::PageUp => self.focus = rows::moved(self.focus, -1, count),
            Action::Scroll(by) => self.focus = rows::moved(self.focus, by.signum().into(), count),
            Action::First => self.focus = 0,
            Action::Last => self.focus = count.saturating_sub(1),
            Action::Row(row) if row != self.focus => self.focus = row.min(count.saturating_sub(1)),
            Action::Row(_) | Action::Accept | Action::Right => return self.turned(preview, 1),
            Action::Left => return self.turned(preview, -1),
            _ => {}
        }
        None
    }

    /// The chance in focus with the next of its outcomes, or the one before: between the last and the first the dice decide.
    fn turned(&self, preview: &Preview, by: isize) -> Option<(ChanceId, Option<OutcomeId>)> {
        let scenario = preview.session()?.scenario();
        let (chance, own) = ChanceId::enumerate(&scenario.chances).nth(self.focus)?;
        let ways = [None].into_iter().chain(OutcomeId::of(&own.outcomes).map(Some)).collect::<Vec<_>>();
        let here = ways.iter().position(|way| *way == preview.wanted(chance)).unwrap_or(0);
        let next = (here + ways.len()).saturating_add_signed(by) % ways.len();
        Some((chance, ways[next]))
    }

    pub(super) fn has_chances(&self) -> bool {
        !self.chances.is_empty()
    }

    /// All rows, for the pane beside the play.
    pub(super) fn rows(&self) -> impl Iterator<Item = &Row> {
        self.facts.iter().chain(self.chances.iter().flatten())
    }

    pub(super) fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let [facts, chances] = self.areas(area);
        canvas.rows(facts, &self.facts);
        canvas.cursor(area.x, area.y);
        rows::draw(canvas, &self.chances, self.focus, chances);
    }

    /// The chances always keep some rows, so that each can be brought into view.
    fn areas(&self, area: Rect) -> [Rect; 2] {
        const CHANCES: u16 = 5;
        let wanted = crate::doors::tui::cells::cells(self.facts.len());
        let above = wanted.min(area.height.saturating_sub(CHANCES));
        let chances = Rect { x: area.x.saturating_sub(2), y: area.y + above, height: area.height - above, ..area };
        [Rect { height: above, ..area }, Rect { width: area.width + 2, ..chances }]
    }
}

/// The present moment in rows.
struct StateTold<'t> {
    ui: &'t UiContext,
    preview: &'t Preview,
    width: usize,
}

impl StateTold<'_> {
    fn facts(&self) -> Vec<Row> {
        let Some(session) = self.preview.session() else { return Vec::new() };
        let (scenario, state, words) = (session.scenario(), session.state(), &self.ui.words);
        let mut head = vec![clock(state.clock(scenario)), tr!(words, "moves", count = session.turns().len())];
        head.extend(state.scene(scenario).map(|scene| scenario.scene(scene).name.to_string()));
        let mut rows = Paragraph::new(Tone::Strong, head.join(self.ui.theme.between())).rows(self.width, self.ui.theme);
        for (id, variable) in VariableId::enumerate(&scenario.variables) {
            let value = self.value(scenario, &state, id, variable);
            rows.extend(self.named(scenario, &variable.name, Tone::Plain, value));
        }
        rows.push(Row::default());
        rows
    }

    fn value(&self, scenario: &Scenario, state: &State, id: VariableId, variable: &Variable) -> String {
        let words = &self.ui.words;
        let value = state.variable(scenario, id);
        let within = || tr!(words, "state-within", value = value, from = variable.from, to = variable.to);
        match variable.kind {
            VariableKind::Flag if value == 1 => tr!(words, "state-yes"),
            VariableKind::Flag => tr!(words, "state-no"),
            VariableKind::OneOf => {
                let word = usize::try_from(value - variable.from).ok().and_then(|at| variable.words.get(at));
                word.map_or_else(String::new, ToString::to_string)
            }
            VariableKind::Number | VariableKind::Gauge if id == MOOD => {
                format!("{}{}{}", Mood::of(scenario, state).word(words), self.ui.theme.between(), within())
            }
            VariableKind::Number | VariableKind::Gauge => within(),
        }
    }

    fn chances(&self) -> Vec<Vec<Row>> {
        let Some(session) = self.preview.session() else { return Vec::new() };
        let (scenario, state) = (session.scenario(), session.state());
        let row = |(id, chance): (ChanceId, &Chance)| self.chance(scenario, &state, id, chance);
        ChanceId::enumerate(&scenario.chances).map(row).collect()
    }

    fn chance(&self, scenario: &Scenario, state: &State, id: ChanceId, chance: &Chance) -> Vec<Row> {
        let words = &self.ui.words;
        let drawn = (chance.field.get(&state.0) as usize).checked_sub(1).and_then(|at| chance.outcomes.get(at));
        let (tone, fallen) = match drawn {
            Some(outcome) => (Tone::Strong, tr!(words, "state-drawn", outcome = outcome.to_string())),
            None => (Tone::Plain, tr!(words, "state-not-drawn")),
        };
        let wanted = self.preview.wanted(id).map(|outcome| chance.outcomes[outcome.index()].to_string());
        let wish = match wanted {
            Some(outcome) => tr!(words, "state-wanted", outcome = outcome),
            None => tr!(words, "state-as-drawn"),
        };
        self.named(scenario, &chance.name, tone, format!("{fallen}{}{wish}", self.ui.theme.between()))
    }

    /// A name, and behind it in a column what holds of it.
    fn named(&self, scenario: &Scenario, name: &str, tone: Tone, value: String) -> Vec<Row> {
        let names = scenario.variables.iter().map(|own| own.name.width());
        let names = names.chain(scenario.chances.iter().map(|own| own.name.width()));
        let column = names.max().unwrap_or(0).min(NAMES) + 2;
        let gap = " ".repeat(column.saturating_sub(name.width()).max(2));
        let paragraph = Paragraph::new(Tone::Dim, format!("{name}{gap}")).and(tone, value).indented(0, column);
        paragraph.rows(self.width, self.ui.theme)
    }
}
