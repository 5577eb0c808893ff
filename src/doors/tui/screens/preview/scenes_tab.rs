//! The scenes of the scenario, searched by name and place, each with the shortest play that comes there.
//!
//! ```text
//!   Search: ▏
//!
//! ▸ landing      3 moves    Seventh-floor landing
//!   on_the_phone 4 moves    Seventh-floor landing
//!   roof         no play comes here
//! ```

use crate::author::preview::{Preview, SceneWays};
use crate::content::scenario::{Scenario, Scene, SceneId};
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::{downwards, width};
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::{field, rows};
use crate::speech::narration::Narrator;
use crate::speech::search::Search;
use crate::tr;
use ratatui::layout::Rect;
use tui_input::Input;

#[derive(Debug, Default)]
pub(super) struct ScenesTab {
    search: Input,
    focus: usize,
    /// What is found, each with its rows.
    found: Vec<(SceneId, Vec<Row>)>,
}

impl ScenesTab {
    /// Forgets what was searched for; false where nothing was.
    pub(super) fn clear(&mut self) -> bool {
        let searched = !self.search.value().is_empty();
        self.search.reset();
        searched
    }

    pub(super) fn paste(&mut self, words: &str) {
        field::paste(&mut self.search, words);
        self.focus = 0;
    }

    pub(super) fn set(&mut self, preview: &Preview, ways: &SceneWays, width: usize, ui: &UiContext) {
        let Some(session) = preview.session() else { return self.found.clear() };
        let scenario = session.scenario();
        let narrator = ui.narrator(scenario);
        let found = Search::new(self.search.value()).find(|search| {
            let all = SceneId::enumerate(&scenario.scenes).filter(|(_, scene)| finds(scene, search));
            all.map(|(id, _)| id).collect()
        });
        self.found = found.into_iter().map(|id| (id, told(id, scenario, ways, &narrator, width, ui))).collect();
        self.focus = self.focus.min(self.found.len().saturating_sub(1));
    }

    /// Searches, or moves the focus in a window of so many rows; the scene that is to be gone to, if one is.
    pub(super) fn act(&mut self, action: Action, height: u16) -> Option<SceneId> {
        let count = self.found.len();
        let step = downwards(usize::from(height / 2));
        match action {
            Action::Edit(request) => {
                field::edit(&mut self.search, request);
                self.focus = 0;
            }
            Action::Down => self.focus = rows::moved(self.focus, 1, count),
            Action::Up => self.focus = rows::moved(self.focus, -1, count),
            Action::PageDown => self.focus = rows::moved(self.focus, step, count),
            Action::PageUp => self.focus = rows::moved(self.focus, -step, count),
            Action::Scroll(by) => self.focus = rows::moved(self.focus, by.into(), count),
            Action::Row(row) => return self.scene(row),
            Action::Accept => return self.scene(self.focus),
            _ => {}
        }
        None
    }

    fn scene(&self, row: usize) -> Option<SceneId> {
        self.found.get(row).map(|(scene, _)| *scene)
    }

    pub(super) fn draw(&self, canvas: &mut Canvas, ui: &UiContext, area: Rect) {
        let label = tr!(ui.words, "search");
        canvas.put(area.x, area.y, area.right(), Tone::Dim, &label);
        let x = area.x + width(&label) + 1;
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let items: Vec<Vec<Row>> = self.found.iter().map(|(_, rows)| rows.clone()).collect();
        if items.is_empty() {
            canvas.put(area.x + 2, list.y, area.right(), Tone::Plain, &tr!(ui.words, "nothing-found"));
        }
        rows::draw(canvas, &items, self.focus, list);
        if self.search.value().is_empty() {
            canvas.put(x, area.y, area.right(), Tone::Dim, &tr!(ui.words, "type-to-search"));
        } else {
            field::draw(canvas, &self.search, x, area.y, area.right());
        }
    }
}

/// By name and place.
fn finds(scene: &Scene, search: &Search) -> bool {
    let places = scene.place.iter().flat_map(|place| place.iter().map(|(_, words)| words));
    search.is_in(places.chain([&*scene.name]))
}

fn told(
    id: SceneId,
    scenario: &Scenario,
    ways: &SceneWays,
    narrator: &Narrator,
    width: usize,
    ui: &UiContext,
) -> Vec<Row> {
    let scene = scenario.scene(id);
    let way = match ways.to(id) {
        Some(moves) => tr!(ui.words, "moves", count = moves.len()),
        None if ways.exhausted => tr!(ui.words, "scene-unreached"),
        None => tr!(ui.words, "scene-not-found"),
    };
    let place = scene.place.as_ref().map(|place| narrator.plain(place));
    let about = [Some(way), place].into_iter().flatten().collect::<Vec<_>>().join(ui.theme.between());
    Paragraph::new(Tone::Strong, &*scene.name)
        .and(Tone::Plain, format!("  {about}"))
        .indented(0, 4)
        .rows(width, ui.theme)
}
