//! What comes from a terminal: keys, pastes, the mouse, new sizes. A script stands for it, a line for each kind, so that
//! what a fuzzer finds can be read:
//!
//! ```text
//! Ann Enter F2 Down       keys by name, everything else letter by letter
//! paste any words         ¶ stands for the end of a line
//! click 10 5              column and row
//! wheel -3
//! size 40 12
//! ```
//!
//! The bytes that a terminal really sends are taken apart by crossterm; a real one is the matter of
//! `tests/it/terminal.rs`.

use super::shown::is_one_safe_line;
use super::world;
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::doors::tui::{
    EventQueue, Key, Language, Pause, Redraw, SessionDeps, SessionRunner, Solving, Start, Theme, UiEvent,
};
use doorstep::store::Saves;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::sync::Arc;

/// So many things happen at most.
const LONGEST: usize = 200;

/// Whatever happens, a picture can be drawn, and nothing in it drives a terminal.
pub fn terminal(bytes: &[u8]) {
    let saves = tempfile::tempdir().expect("a folder");
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a terminal");
    let events = EventQueue::scripted([]);
    let mut runner = SessionRunner::open(deps(Saves::at(saves.path())), &events, &mut terminal).expect("opened");
    draw(&mut runner, &mut terminal);
    for event in script(&String::from_utf8_lossy(bytes)).into_iter().take(LONGEST) {
        if let UiEvent::Resized(width, height) = event {
            terminal.backend_mut().resize(width, height);
        }
        match runner.take(event) {
            Redraw::Over => return,
            Redraw::Same | Redraw::Stop => {}
            Redraw::Changed | Redraw::Anew => draw(&mut runner, &mut terminal),
        }
    }
}

fn deps(saves: Saves) -> SessionDeps {
    let mut seconds = 1_800_000_000;
    SessionDeps {
        pack: Arc::new(world::pack().clone()),
        saves,
        learner: None,
        language: Language::Guessed(Lang::new("en").expect("a tag")),
        theme: Theme::PLAIN,
        start: Start::Home,
        now: Box::new(move || {
            seconds += 1;
            jiff::Timestamp::from_second(seconds).expect("in range")
        }),
        offset: 0,
        fresh_seed: Box::new(|| Seed::new(7)),
        on_keep: None,
        solving: Solving::AtOnce,
        pause: Pause::NONE,
        notice: None,
    }
}

fn draw(runner: &mut SessionRunner, terminal: &mut Terminal<TestBackend>) {
    runner.draw(terminal).expect("drawn");
    terminal.backend().buffer().content.iter().for_each(|cell| is_one_safe_line(cell.symbol()));
}

fn script(text: &str) -> Vec<UiEvent> {
    text.lines().flat_map(line).collect()
}

fn line(line: &str) -> Vec<UiEvent> {
    let numbers = |rest: &str| rest.split(' ').map_while(|word| word.parse().ok()).collect::<Vec<i32>>();
    let cells = |number: i32| u16::try_from(number.rem_euclid(600)).expect("below 600");
    match line.split_once(' ') {
        Some(("paste", words)) => vec![UiEvent::Paste(words.replace('¶', "\n"))],
        Some(("click", rest)) => match numbers(rest)[..] {
            [x, y, ..] => vec![UiEvent::Click { x: cells(x), y: cells(y) }],
            _ => Vec::new(),
        },
        Some(("wheel", rest)) => match numbers(rest)[..] {
            [by, ..] => vec![UiEvent::Wheel(i8::try_from(by % 128).expect("within a byte"))],
            _ => Vec::new(),
        },
        Some(("size", rest)) => match numbers(rest)[..] {
            [width, height, ..] => vec![UiEvent::Resized(cells(width), cells(height))],
            _ => Vec::new(),
        },
        _ => line.split(' ').flat_map(keys).map(UiEvent::Key).collect(),
    }
}

/// A key by its name, or the letters of a word.
fn keys(word: &str) -> Vec<Key> {
    let named = match word {
        "Enter" => Key::Enter,
        "Esc" => Key::Esc,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "PgDn" => Key::PageDown,
        "PgUp" => Key::PageUp,
        "Home" => Key::Home,
        "End" => Key::End,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Tab" => Key::Tab,
        "Space" => Key::Char(' '),
        _ => match (word.strip_prefix("Ctrl-"), word.strip_prefix('F').and_then(|number| number.parse().ok())) {
            (Some(letter), _) if letter.chars().count() == 1 => {
                letter.chars().map(Key::Ctrl).next().unwrap_or(Key::Esc)
            }
            (_, Some(number)) => Key::F(number),
            (_, None) => return word.chars().map(Key::Char).collect(),
        },
    };
    vec![named]
}
