//! Screens by keystrokes, the common part: a fixed world, what is typed in it, and the picture that comes of it.

use super::screen::{Screen, named};
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::content::scenario::{Pack, load};
use doorstep::doors::tui::{
    BufferedBackend, Colours, EventQueue, Glyphs, Key, Language, Pause, SessionDeps, Solving, Start, Theme, UiEvent,
    run,
};
use doorstep::store::{Content, Saves};
use ratatui::Terminal;
use std::path::Path;
use std::sync::Arc;

/// What is typed at a terminal, to be played from the beginning whenever its picture is asked for.
#[derive(Clone)]
pub(crate) struct Session {
    /// What was typed before, each time until the program was left.
    earlier: Vec<(Vec<UiEvent>, i32)>,
    /// How many days later than the first it is.
    days: i32,
    lang: &'static str,
    theme: Theme,
    size: (u16, u16),
    pub script: Vec<UiEvent>,
    /// Whether a choice is picked first, and taken when it is picked again.
    is_exam: bool,
    pause: Pause,
}

/// The picture of this size after these keys, of somebody who plays this pack for the first time.
pub(crate) fn picture_of(pack: Pack, lang: &str, size: (u16, u16), keys: impl IntoIterator<Item = Key>) -> String {
    let saves = tempfile::tempdir().expect("a folder for saves");
    picture_in(saves.path(), pack, lang, size, keys.into_iter().map(UiEvent::Key).collect())
}

/// The same after these events, with these saves.
pub(crate) fn picture_in(saves: &Path, pack: Pack, lang: &str, size: (u16, u16), script: Vec<UiEvent>) -> String {
    picture_when(saves, pack, lang, size, script, || "2026-01-05T09:00:00Z".parse().expect("a moment"))
}

/// The same by this clock.
pub(crate) fn picture_when(
    saves: &Path,
    pack: Pack,
    lang: &str,
    size: (u16, u16),
    script: Vec<UiEvent>,
    now: impl FnMut() -> jiff::Timestamp + 'static,
) -> String {
    let world = SessionDeps {
        pack: Arc::new(pack),
        saves: Saves::at(saves),
        learner: None,
        language: Language::Asked(Lang::new(lang).expect("a language")),
        theme: Theme { colours: Colours::None, glyphs: Glyphs::Unicode },
        start: Start::Home,
        now: Box::new(now),
        offset: 0,
        fresh_seed: Box::new(|| Seed::new(4)),
        on_keep: None,
        solving: Solving::AtOnce,
        pause: Pause::NONE,
        notice: None,
    };
    drawn(world, size, script).picture()
}

/// What is on a terminal of this size after these events in this world.
pub(crate) fn drawn(world: SessionDeps, (width, height): (u16, u16), script: Vec<UiEvent>) -> Screen {
    let screen = Screen::new(width, height);
    let mut terminal = Terminal::new(BufferedBackend::new(screen.clone()).of_size(width, height)).expect("a terminal");
    run(&mut terminal, EventQueue::scripted(script), world).expect("drawn");
    screen
}

/// A new learner, reading this language, at 80×24.
pub(crate) fn session(lang: &'static str) -> Session {
    Session {
        earlier: Vec::new(),
        days: 0,
        lang,
        theme: Theme::PLAIN,
        size: (80, 24),
        script: Vec::new(),
        is_exam: false,
        pause: Pause::NONE,
    }
}

impl Session {
    /// Types keys: `Enter`, `Esc`, `Down`, `F2`, … and everything else letter by letter.
    pub(crate) fn keys(mut self, keys: &str) -> Session {
        for word in keys.split(' ').filter(|word| !word.is_empty()) {
            match named(word) {
                Some(key) => self.script.push(UiEvent::Key(key)),
                None => self.script.extend(word.chars().map(|c| UiEvent::Key(Key::Char(c)))),
            }
        }
        self
    }

    pub(crate) fn event(mut self, event: UiEvent) -> Session {
        self.script.push(event);
        self
    }

    pub(crate) fn sized(mut self, width: u16, height: u16) -> Session {
        self.size = (width, height);
        self
    }

    /// Lets choosing input rest so long after a reply.
    pub(crate) fn pausing(mut self, pause: Pause) -> Session {
        self.pause = pause;
        self
    }

    pub(crate) fn themed(mut self, theme: Theme) -> Session {
        self.theme = theme;
        self
    }

    /// From the welcome, as `name`, into the play in the first, second or third mode.
    pub(crate) fn playing(mut self, name: &str, mode: u8) -> Session {
        self.is_exam = mode == 3;
        self.keys(&format!("{name} Enter {mode} Enter"))
    }

    /// Leaves, and comes back later to the same saves.
    pub(crate) fn again(mut self) -> Session {
        self.earlier.push((std::mem::take(&mut self.script), self.days));
        self
    }

    /// Leaves, and comes back so many days later.
    pub(crate) fn after(self, days: i32) -> Session {
        let mut later = self.again();
        later.days += days;
        later
    }

    /// The picture after everything was typed.
    pub(crate) fn picture(&self) -> String {
        self.seen().picture()
    }

    /// Every byte that went to the terminal.
    pub(crate) fn written(&self) -> String {
        String::from_utf8(self.seen().0.borrow().written.clone()).expect("UTF-8")
    }

    pub(crate) fn seen(&self) -> Screen {
        let saves = tempfile::tempdir().expect("a folder");
        self.seen_in(saves.path())
    }

    /// The same with the saves in this folder.
    pub(crate) fn seen_in(&self, saves: &Path) -> Screen {
        for (script, days) in &self.earlier {
            self.play_on(script, saves, *days);
            // A program that another test is starting holds the lock of the session before for a moment: it is a copy of us.
            std::thread::sleep(std::time::Duration::from_millis(300));
        }
        self.play(&self.script, saves)
    }

    pub(crate) fn play(&self, script: &[UiEvent], saves: &Path) -> Screen {
        self.play_on(script, saves, self.days)
    }

    fn play_on(&self, script: &[UiEvent], saves: &Path, days: i32) -> Screen {
        let pack = Content::find(Some(Path::new("tests/screens/pack")), Path::new(env!("CARGO_MANIFEST_DIR")));
        let sources = pack.and_then(|content| content.read()).expect("the pack is read").sources;
        let loaded = load(&sources).expect("the pack is proven");
        assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
        let mut seconds = 0;
        let world = SessionDeps {
            pack: Arc::new(loaded.pack),
            saves: Saves::at(saves),
            learner: None,
            language: Language::Guessed(Lang::new(self.lang).expect("a tag")),
            theme: self.theme,
            start: Start::Home,
            now: Box::new(move || {
                seconds += 1;
                jiff::Timestamp::from_second(1_800_000_000 + seconds + i64::from(days) * 86_400).expect("in range")
            }),
            offset: 0,
            fresh_seed: Box::new(|| Seed::new(7)),
            on_keep: None,
            solving: Solving::AtOnce,
            pause: self.pause,
            notice: None,
        };
        drawn(world, self.size, script.to_vec())
    }
}

/// The digit of the choice that reads so, on the screen that is shown now.
pub(crate) fn digit_of(session: &Session, words: &str) -> char {
    let picture = session.picture();
    let row = picture.lines().find(|row| row.contains(words)).unwrap_or_else(|| panic!("no {words:?} in\n{picture}"));
    row.chars().find(char::is_ascii_digit).expect("a digit before the choice")
}

/// Takes the choices that read so, one after the other.
pub(crate) fn take(mut session: Session, choices: &[&str]) -> Session {
    for words in choices {
        let digit = digit_of(&session, words);
        let times = 1 + usize::from(session.is_exam);
        session = session.keys(&digit.to_string().repeat(times));
    }
    session
}
