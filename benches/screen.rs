//! A play screen of 200×60 cells full of Chinese text, and bare ratatui that draws the same cells.

use super::worlds;
use doorstep::base::chance::Seed;
use doorstep::doors::tui::{
    BufferedBackend, EventQueue, Key, Language, Pause, SessionDeps, SessionRunner, Solving, Start, Theme, UiEvent,
};
use doorstep::play::engine::Session;
use doorstep::record::attempt::Mode;
use doorstep::record::history::WantedPlay;
use doorstep::store::Saves;
use ratatui::Terminal;
use ratatui::backend::{Backend, TestBackend};
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use std::io::{Sink, sink};
use std::path::Path;

const WIDTH: u16 = 200;
const HEIGHT: u16 = 60;

/// The bytes of a frame are made and thrown away.
pub(crate) type Thrown = BufferedBackend<Sink>;

pub(crate) fn terminal() -> Terminal<Thrown> {
    Terminal::new(BufferedBackend::new(sink()).of_size(WIDTH, HEIGHT)).expect("a terminal")
}

/// The door of a play after so many moves, each of which told about twenty rows.
pub(crate) fn door<B: Backend>(saves: &Path, moves: usize, terminal: &mut Terminal<B>) -> SessionRunner
where
    B::Error: std::fmt::Debug,
{
    let pack = worlds::validate(&worlds::waiting_sources()).pack;
    let scenario = pack.scenarios.get(0).expect("valid").clone();
    let seed = Seed::new(7);
    let shown = Session::new(scenario.clone(), seed).shown();
    let digit = shown.iter().position(|(id, _)| id.index() == 0).expect("waiting is open") + 1;
    let world = SessionDeps {
        pack: pack.into(),
        saves: Saves::at(saves),
        learner: Some("Lin".to_owned()),
        language: Language::Asked(worlds::chinese()),
        theme: Theme::PLAIN,
        start: Start::Play { scenario, wanted: WantedPlay { mode: Some(Mode::Practice), seed: Some(seed) } },
        now: Box::new(|| jiff::Timestamp::UNIX_EPOCH),
        offset: 0,
        fresh_seed: Box::new(|| Seed::new(7)),
        on_keep: None,
        solving: Solving::AtOnce,
        pause: Pause::NONE,
        notice: None,
    };
    let events = EventQueue::scripted([]);
    let mut door = SessionRunner::open(world, &events, terminal).expect("a door");
    let wait = char::from_digit(u32::try_from(digit).expect("a digit"), 10).expect("three choices");
    for _ in 0..moves {
        door.take(UiEvent::Key(Key::Char(wait)));
    }
    door
}

/// What stands on the screen, as ratatui itself would be given it: runs of cells of one style, row by row.
pub(crate) fn rows(saves: &Path, moves: usize) -> Vec<Line<'static>> {
    let mut terminal = Terminal::new(TestBackend::new(WIDTH, HEIGHT)).expect("a terminal");
    door(saves, moves, &mut terminal).draw(&mut terminal).expect("drawn");
    let buffer = terminal.backend().buffer();
    (0..HEIGHT).map(|y| row(buffer, y)).collect()
}

fn row(buffer: &Buffer, y: u16) -> Line<'static> {
    let mut runs: Vec<(Style, String)> = Vec::new();
    let mut covered = 0;
    for cell in (0..WIDTH).map(|x| &buffer[(x, y)]) {
        if covered > 0 {
            covered -= 1;
            continue;
        }
        covered = unicode_width::UnicodeWidthStr::width(cell.symbol()).saturating_sub(1);
        match runs.last_mut().filter(|(style, _)| *style == cell.style()) {
            Some((_, words)) => words.push_str(cell.symbol()),
            None => runs.push((cell.style(), cell.symbol().to_owned())),
        }
    }
    runs.into_iter().map(|(style, words)| Span::styled(words, style)).collect()
}

/// Bare ratatui: one paragraph of finished lines, nothing else.
pub(crate) fn draw_bare(terminal: &mut Terminal<Thrown>, rows: &[Line]) {
    terminal.draw(|frame| frame.render_widget(Paragraph::new(rows.to_vec()), frame.area())).expect("drawn");
}
