//! Which tab fills the window, the pane beside the play, and what stands around them.

use super::areas::PreviewAreas;
use super::diagnostics::{list, pane, verdict};
use super::diagnostics_tab::DiagnosticsTab;
use super::play_tab::PlayTab;
use super::scenes_tab::ScenesTab;
use super::state_tab::StateTab;
use super::story::PlayRows;
use crate::author::preview::{NoSeed, Preview, PreviewVersion, SEEDS};
use crate::base::chance::Seed;
use crate::base::diagnostic::Diagnostic;
use crate::content::scenario::{ChanceId, OutcomeId, SceneId};
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::cells;
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
    /// The newest version and its first diagnostics, beside or below the play; where beside, then the present state.
    pane: Vec<Row>,
    /// The row of the pane at which the state begins.
    state_from: usize,
    diagnostics: DiagnosticsTab,
    scenes: ScenesTab,
    state: StateTab,
    layout_key: Option<LayoutKey>,
}

/// What fills the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PreviewTab {
    Play,
    Diagnostics,
    Scenes,
    State,
}

impl Component for PreviewScreen {
    fn key_context(&self) -> KeyContext {
        match self.tab {
            PreviewTab::Play => KeyContext::Preview,
            PreviewTab::Diagnostics => KeyContext::Diagnostics,
            PreviewTab::Scenes => KeyContext::Scenes,
            PreviewTab::State => KeyContext::Dice,
        }
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        match (action, self.tab) {
            (Action::Back, PreviewTab::Play) => return Navigation::Back,
            (Action::Back, PreviewTab::Scenes) if self.scenes.clear() => self.layout_key = None,
            (Action::Back, _) => self.show(PreviewTab::Play),
            (Action::Diagnostics, _) => self.switch(PreviewTab::Diagnostics),
            (Action::Scenes, _) => self.switch(PreviewTab::Scenes),
            (Action::Dice, _) => self.switch(PreviewTab::State),
            (Action::Rewind, _) if self.preview.rewind() => self.moved(),
            (Action::Rewind, _) => ui.notice = Some(tr!(ui.words, "nothing-to-rewind")),
            (Action::Restart, _) => {
                self.preview.restart();
                self.moved();
            }
            (Action::FreshSeed, _) => self.draw_again(ui),
            (action, PreviewTab::Play) => self.act_in_play(action, ui),
            (action, PreviewTab::Diagnostics) => self.act_in_diagnostics(action, ui),
            (action, PreviewTab::Scenes) => self.act_in_scenes(action, ui),
            (action, PreviewTab::State) => self.act_in_state(action, ui),
        }
        Navigation::Stay
    }

    fn paste(&mut self, words: &str) {
        if self.tab == PreviewTab::Scenes {
            self.scenes.paste(words);
            self.layout_key = None;
        }
    }

    /// Makes the rows again where anything changed.
    fn arrange(&mut self, ui: &mut UiContext) {
        let layout_key = Some(LayoutKey::of(ui));
        if self.layout_key == layout_key {
            return;
        }
        self.layout_key = layout_key;
        self.arrange_pane(ui);
        if self.tab == PreviewTab::Scenes
            && let Some(ways) = self.preview.scene_ways()
        {
            self.scenes.set(&self.preview, &ways, usize::from(frame::column(ui.size).width) - 2, ui);
        }
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
            (Some(session), PreviewTab::Play | PreviewTab::State) => {
                let (scenario, state) = (session.scenario(), session.state());
                title.push(ui.narrator(scenario).plain(&scenario.title));
                let seed = self.preview.seed().number();
                right.push(tr!(words, "preview-seed", seed = seed.to_string()));
                right.push(Mood::of(scenario, &state).word(words));
                right.push(clock(state.clock(scenario)));
            }
            (_, PreviewTab::Diagnostics | PreviewTab::Scenes) | (None, _) => title.push(self.file.clone()),
        }
        let below = match self.tab {
            PreviewTab::Play => self.play.below(self.play_height(ui)),
            PreviewTab::Diagnostics | PreviewTab::Scenes | PreviewTab::State => 0,
        };
        ScreenFrame {
            title: title.join(ui.theme.between()),
            right: right.join(ui.theme.between()),
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
            PreviewTab::Diagnostics | PreviewTab::Scenes | PreviewTab::State => frame::column(ui.size),
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
            PreviewTab::Scenes => self.scenes.draw(canvas, ui, frame::column(ui.size)),
            PreviewTab::State => self.state.draw(canvas, frame::column(ui.size)),
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
            state_from: 0,
            diagnostics: DiagnosticsTab::default(),
            scenes: ScenesTab::default(),
            state: StateTab::default(),
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

    fn show(&mut self, tab: PreviewTab) {
        self.tab = tab;
        self.layout_key = None;
    }

    /// To what a key is for; from there, back to the play.
    fn switch(&mut self, tab: PreviewTab) {
        self.show(if self.tab == tab { PreviewTab::Play } else { tab });
    }

    /// Other dice, with the chances as they are wanted.
    fn draw_again(&mut self, ui: &mut UiContext) {
        match self.preview.draw_again(ui.now.seed) {
            Ok(()) => self.moved(),
            Err(NoSeed) => ui.notice = Some(tr!(ui.words, "preview-no-draw", count = SEEDS)),
        }
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

    fn act_in_scenes(&mut self, action: Action, ui: &mut UiContext) {
        self.layout_key = None;
        if let Some(scene) = self.scenes.act(action, frame::column(ui.size).height) {
            self.go_to(scene, ui);
        }
    }

    /// Plays to a scene.
    fn go_to(&mut self, scene: SceneId, ui: &mut UiContext) {
        let name = self.preview.session().map_or("", |session| &*session.scenario().scene(scene).name).to_owned();
        let Some(ways) = self.preview.scene_ways() else { return };
        match ways.to(scene).map(|moves| self.preview.go_to(scene, moves)) {
            Some(Ok(())) => {
                self.scenes.clear();
                self.tab = PreviewTab::Play;
                self.moved();
            }
            Some(Err(NoSeed)) => {
                ui.notice = Some(tr!(ui.words, "preview-no-seed", count = SEEDS, scene = name));
            }
            None if ways.exhausted => ui.notice = Some(tr!(ui.words, "preview-scene-unreached", scene = name)),
            None => ui.notice = Some(tr!(ui.words, "preview-scene-not-found", scene = name)),
        }
    }

    fn act_in_state(&mut self, action: Action, ui: &mut UiContext) {
        if let Some((chance, outcome)) = self.state.act(action, &self.preview) {
            self.want(chance, outcome, ui);
        }
    }

    /// Makes a chance fall so.
    fn want(&mut self, chance: ChanceId, outcome: Option<OutcomeId>, ui: &mut UiContext) {
        if self.preview.want(chance, outcome).is_ok() {
            return self.moved();
        }
        let name = self.preview.session().map(|session| &*session.scenario().chances[chance.index()].name);
        let name = name.unwrap_or_default().to_owned();
        ui.notice = Some(tr!(ui.words, "preview-no-dice", count = SEEDS, chance = name));
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

    /// The findings above and the state below them, each with at least half of the room that both want.
    fn arrange_pane(&mut self, ui: &UiContext) {
        let areas = PreviewAreas::of(ui.size, usize::MAX);
        let beside = areas.beside && self.tab != PreviewTab::State;
        let column = frame::column(ui.size);
        self.state.set(&self.preview, usize::from(if beside { areas.pane.width } else { column.width }), ui);
        let height = usize::from(areas.pane.height);
        let state = if beside { self.state.rows().cloned().collect() } else { Vec::new() };
        let below = if state.is_empty() { 0 } else { (state.len() + 1).min(height / 2) };
        self.pane = pane(&self.preview, &self.file, ui, height - below);
        self.state_from = self.pane.len() + 1;
        if !state.is_empty() {
            self.pane.push(Row::default());
            self.pane.extend(state);
        }
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
            PreviewTab::Scenes => false,
            PreviewTab::State => !self.state.has_chances(),
        };
        if idle {
            without.push(Action::Accept);
        }
        if moves == 0 {
            without.extend([Action::Rewind, Action::Restart]);
        }
        if self.preview.session().is_none() {
            without.extend([Action::FreshSeed, Action::Scenes, Action::Dice]);
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
            canvas.rule_before(pane);
        } else {
            let whole = canvas.area();
            canvas.line(0, pane.y - 1, whole.width);
        }
        canvas.rows(pane, &self.pane);
        let state = cells(self.state_from).min(pane.height);
        canvas.hit(Rect { height: state, ..pane }, Action::Diagnostics);
        canvas.hit(Rect { y: pane.y + state, height: pane.height - state, ..pane }, Action::Dice);
    }
}
