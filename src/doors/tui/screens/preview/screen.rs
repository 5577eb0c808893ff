//! Which tab fills the window, the pane beside the play, and what stands around them.

use super::areas::PreviewAreas;
use super::diagnostics::{list, pane, verdict};
use super::diagnostics_tab::DiagnosticsTab;
use super::play_tab::PlayTab;
use super::story::PlayRows;
use crate::author::preview::{Preview, PreviewVersion};
use crate::base::chance::Seed;
use crate::base::diagnostic::Diagnostic;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::layout_key::LayoutKey;
use crate::doors::tui::prose::Row;
use crate::doors::tui::screens::component::Component;
use crate::doors::tui::screens::navigation::Navigation;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::speech::messages::Messages;
use crate::speech::narration::{Mood, clock};
use crate::tr;
use ratatui::layout::Rect;

#[derive(Debug)]
pub(crate) struct PreviewScreen {
    /// The file, as it is shown.
    file: String,
    preview: Preview,
    tab: PreviewTab,
    play: PlayTab,
    /// The newest version and its first diagnostics, beside or below the play.
    pane: Vec<Row>,
    diagnostics: DiagnosticsTab,
    layout_key: Option<LayoutKey>,
}

/// What fills the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PreviewTab {
    Play,
    Diagnostics,
}

impl Component for PreviewScreen {
    fn key_context(&self) -> KeyContext {
        match self.tab {
            PreviewTab::Play => KeyContext::Preview,
            PreviewTab::Diagnostics => KeyContext::Diagnostics,
        }
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        match (action, self.tab) {
            (Action::Back, PreviewTab::Play) => return Navigation::Back,
            (Action::Back | Action::Diagnostics, PreviewTab::Diagnostics) => self.tab = PreviewTab::Play,
            (Action::Diagnostics, PreviewTab::Play) => self.tab = PreviewTab::Diagnostics,
            (Action::Rewind, PreviewTab::Play) if self.preview.rewind() => self.moved(),
            (Action::Rewind, PreviewTab::Play) => ui.notice = Some(tr!(ui.words, "nothing-to-rewind")),
            (Action::Restart, PreviewTab::Play) => {
                self.preview.restart();
                self.moved();
            }
            (Action::FreshSeed, PreviewTab::Play) => {
                self.preview.reseed(ui.now.seed);
                self.moved();
            }
            (action, PreviewTab::Play) => self.act_in_play(action, ui),
            (action, PreviewTab::Diagnostics) => self.act_in_diagnostics(action, ui),
        }
        Navigation::Stay
    }

    /// Makes the rows again where anything changed.
    fn arrange(&mut self, ui: &mut UiContext) {
        let layout_key = Some(LayoutKey::of(ui));
        if self.layout_key == layout_key {
            return;
        }
        self.layout_key = layout_key;
        self.pane = pane(&self.preview, &self.file, ui);
        self.diagnostics.set(list(&self.preview, ui));
        let width = usize::from(self.areas(ui).play.width);
        let play = PlayRows::of(&self.preview, width, ui);
        self.play.set(play, self.play_height(ui));
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let words = &ui.words;
        let mut title = vec![tr!(words, "preview")];
        let mut right = Vec::new();
        match (self.preview.session(), self.tab) {
            (Some(session), PreviewTab::Play) => {
                let (scenario, state) = (session.scenario(), session.state());
                title.push(ui.narrator(scenario).plain(&scenario.title));
                let seed = self.preview.seed().number();
                right.push(tr!(words, "preview-seed", seed = seed.to_string()));
                right.push(Mood::of(scenario, &state).word(words));
                right.push(clock(state.clock(scenario)));
            }
            (_, PreviewTab::Diagnostics) | (None, PreviewTab::Play) => title.push(self.file.clone()),
        }
        let below = match self.tab {
            PreviewTab::Play => self.play.below(self.play_height(ui)),
            PreviewTab::Diagnostics => 0,
        };
        ScreenFrame {
            title: title.join(ui.theme.between()),
            right: right.join(ui.theme.between()),
            accept: (self.tab == PreviewTab::Diagnostics).then(|| tr!(words, "do-show-finding")),
            picks: (self.tab == PreviewTab::Play && self.play.open() > 0)
                .then(|| (self.play.open(), tr!(words, "do-pick"))),
            without: self.without(),
            below: (below > 0).then(|| tr!(words, "more", rows = below, sign = ui.theme.more_below())),
            ..ScreenFrame::default()
        }
    }

    fn column(&self, ui: &UiContext) -> Rect {
        match self.tab {
            PreviewTab::Play => PreviewAreas::whole(ui.size),
            PreviewTab::Diagnostics => frame::column(ui.size),
        }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        match self.tab {
            PreviewTab::Play => {
                let areas = self.areas(ui);
                self.play.draw(canvas, areas.play);
                self.draw_pane(canvas, &areas);
            }
            PreviewTab::Diagnostics => self.draw_diagnostics(canvas, ui),
        }
    }
}

impl PreviewScreen {
    /// A file, played under this seed from where these choices lead.
    pub(crate) fn new(file: String, seed: Seed, choices: Vec<Box<str>>) -> PreviewScreen {
        PreviewScreen {
            file,
            preview: Preview::new(seed, choices),
            tab: PreviewTab::Play,
            play: PlayTab::default(),
            pane: Vec::new(),
            diagnostics: DiagnosticsTab::default(),
            layout_key: None,
        }
    }

    /// Takes the newest version of the file.
    pub(crate) fn see(&mut self, version: PreviewVersion, ui: &mut UiContext) {
        self.preview.see(version);
        if let Some(pack) = self.preview.pack() {
            ui.pack = pack.clone();
            ui.words = Messages::of(pack, ui.lang());
        }
        self.diagnostics.restart();
        self.moved();
    }

    /// Takes what playing a version in every way has found.
    pub(crate) fn checked(&mut self, version: usize, diagnostics: Vec<Diagnostic>) {
        self.preview.checked(version, diagnostics);
        self.layout_key = None;
    }

    /// Another moment is shown: everything is laid out anew, and no choice is in focus.
    fn moved(&mut self) {
        self.play.lose_focus();
        self.layout_key = None;
    }

    fn act_in_play(&mut self, action: Action, ui: &UiContext) {
        if let Some(choice) = self.play.act(action, self.play_height(ui)) {
            self.preview.take(choice);
            self.moved();
        }
    }

    fn act_in_diagnostics(&mut self, action: Action, ui: &mut UiContext) {
        if let Some(number) = self.diagnostics.act(action, frame::column(ui.size).height) {
            self.show_diagnostic(number, ui);
        }
    }

    /// Plays to where a diagnostic shows itself.
    fn show_diagnostic(&mut self, number: usize, ui: &mut UiContext) {
        let witness = self.preview.diagnostics().get(number).and_then(|diagnostic| diagnostic.witness.clone());
        match witness {
            Some(witness) if self.preview.is_newest() && self.preview.go(&witness) => {
                self.tab = PreviewTab::Play;
                self.moved();
            }
            Some(_) | None => ui.notice = Some(tr!(ui.words, "preview-no-way")),
        }
    }

    /// Whether Enter leads anywhere from the diagnostic in focus.
    fn has_witness(&self) -> bool {
        let focused = self.preview.diagnostics().get(self.diagnostics.focus());
        let witness = focused.and_then(|diagnostic| diagnostic.witness.as_ref());
        self.preview.is_newest() && witness.is_some_and(|witness| witness.seed.is_some())
    }

    fn areas(&self, ui: &UiContext) -> PreviewAreas {
        PreviewAreas::of(ui.size, self.pane.len())
    }

    fn play_height(&self, ui: &UiContext) -> usize {
        usize::from(self.areas(ui).play.height)
    }

    /// What does nothing at this moment.
    fn without(&self) -> Vec<Action> {
        let moves = self.preview.session().map_or(0, |session| session.turns().len());
        let mut without = Vec::new();
        let idle = match self.tab {
            PreviewTab::Play => !self.play.has_focus(),
            PreviewTab::Diagnostics => !self.has_witness(),
        };
        if idle {
            without.push(Action::Accept);
        }
        if moves == 0 {
            without.extend([Action::Rewind, Action::Restart]);
        }
        if self.preview.session().is_none() {
            without.push(Action::FreshSeed);
        }
        without
    }

    fn draw_diagnostics(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        if self.diagnostics.is_empty() {
            canvas.put(area.x, area.y, area.right(), Tone::Plain, &verdict(&self.preview, &self.file, ui));
            canvas.cursor(area.x, area.y);
        } else {
            self.diagnostics.draw(canvas, area);
        }
    }

    fn draw_pane(&self, canvas: &mut Canvas, areas: &PreviewAreas) {
        let pane = areas.pane;
        if areas.beside {
            let (above, below) = canvas.theme.joints();
            canvas.vertical_rule(pane.x - 2, pane.y, pane.bottom());
            canvas.put(pane.x - 2, pane.y - 1, pane.x - 1, Tone::Dim, above);
            canvas.put(pane.x - 2, pane.bottom(), pane.x - 1, Tone::Dim, below);
        } else {
            let whole = canvas.area();
            canvas.line(0, pane.y - 1, whole.width);
        }
        for (y, row) in (pane.y..pane.bottom()).zip(&self.pane) {
            canvas.row(pane, y, row);
        }
        canvas.hit(pane, Action::Diagnostics);
    }
}
