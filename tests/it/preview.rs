//! The preview: a scenario that is edited while it is shown. Keys and saves in, pictures out; then once the real program
//! in a real pseudo-terminal.

use crate::common::screen::{Screen, named};
use doorstep::author::check::{TEMPLATE, TEMPLATE_ID};
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::content::scenario::load;
use doorstep::doors::tui::{
    BufferedBackend, EventQueue, Key, Language, Pause, Previewing, Redraw, SessionDeps, SessionRunner, Solving, Start,
    Theme, UiEvent,
};
use doorstep::store::{Content, Saves, Watched};
use insta::assert_snapshot;
use ratatui::Terminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An author's table: a file, and the preview of it.
struct Table {
    folder: tempfile::TempDir,
    door: SessionRunner,
    terminal: Terminal<BufferedBackend<Screen>>,
    screen: Screen,
    over: bool,
}

impl Table {
    fn of(bytes: &[u8], lang: &str, (width, height): (u16, u16), way: &[&str]) -> Table {
        let folder = tempfile::tempdir().expect("a folder");
        let file = PathBuf::from(format!("{TEMPLATE_ID}.ron"));
        std::fs::write(folder.path().join(&file), bytes).expect("written");
        let sources = Content::embedded().read().expect("the content is read").sources;
        let previewing = Previewing {
            watched: Watched::new(&file, folder.path()),
            seed: Seed::new(3),
            way: way.iter().map(|id| Box::from(*id)).collect(),
        };
        let mut seconds = 0;
        let world = SessionDeps {
            pack: Arc::new(load(&sources).expect("it is proven").pack),
            saves: Saves::at(folder.path().join("saves")),
            learner: None,
            language: Language::Guessed(Lang::new(lang).expect("a tag")),
            theme: Theme::PLAIN,
            start: Start::Preview(Box::new(previewing)),
            now: Box::new(move || {
                seconds += 1;
                jiff::Timestamp::from_second(1_800_000_000 + seconds).expect("in range")
            }),
            offset: 0,
            fresh_seed: Box::new(|| Seed::new(8)),
            on_keep: None,
            solving: Solving::AtOnce,
            pause: Pause::NONE,
            notice: None,
        };
        let screen = Screen::new(width, height);
        let mut terminal =
            Terminal::new(BufferedBackend::new(screen.clone()).of_size(width, height)).expect("a terminal");
        let events = EventQueue::scripted([]);
        let door = SessionRunner::open(world, &events, &mut terminal).expect("it opens");
        let mut table = Table { folder, door, terminal, screen, over: false };
        table.happens(UiEvent::Look);
        table
    }

    /// The template, in English, at 80×24.
    fn usual() -> Table {
        Table::of(TEMPLATE.as_bytes(), "en", (80, 24), &[])
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join(format!("{TEMPLATE_ID}.ron"))
    }

    fn happens(&mut self, event: UiEvent) {
        self.over |= self.door.take(event) == Redraw::Over;
        self.door.draw(&mut self.terminal).expect("drawn");
    }

    fn keys(&mut self, keys: &str) -> &mut Table {
        for word in keys.split(' ').filter(|word| !word.is_empty()) {
            match named(word) {
                Some(key) => self.happens(UiEvent::Key(key)),
                None => word.chars().for_each(|c| self.happens(UiEvent::Key(Key::Char(c)))),
            }
        }
        self
    }

    /// Saves the file, as an editor would.
    fn save(&mut self, bytes: &[u8]) -> &mut Table {
        std::fs::write(self.file(), bytes).expect("written");
        self.happens(UiEvent::Look);
        self
    }

    fn picture(&self) -> String {
        self.screen.picture()
    }

    /// Takes the choice with this id: its digit is read from the picture.
    fn choose(&mut self, id: &str) -> &mut Table {
        let picture = self.picture();
        let rows: Vec<&str> = picture.lines().collect();
        let end = rows.iter().position(|row| row.contains(id)).unwrap_or_else(|| panic!("no {id} in\n{picture}"));
        let digit = |row: &&str| row.trim_start_matches(['▸', ' ']).chars().next().filter(char::is_ascii_digit);
        let digit = rows[..=end].iter().rev().find_map(digit).expect("a number stands before it");
        self.happens(UiEvent::Key(Key::Char(digit)));
        self
    }
}

/// The template with something else in the place of its first `find`.
fn edited(find: &str, put: &str) -> String {
    assert!(TEMPLATE.contains(find), "the template has no {find:?}");
    TEMPLATE.replacen(find, put, 1)
}

#[test]
fn a_scenario_is_shown_with_the_ids_of_its_choices() {
    assert_snapshot!("first_en", Table::usual().picture());
    assert_snapshot!("first_zh", Table::of(TEMPLATE.as_bytes(), "zh", (80, 24), &[]).picture());
}

#[test]
fn findings_stand_below_in_a_narrow_window_and_beside_in_a_wide_one() {
    let broken = edited("goto: \"door\"", "goto: \"dor\"");
    let mut table = Table::usual();
    table.choose("fold_it").save(broken.as_bytes());
    assert_snapshot!("narrow_broken", table.picture());
    let wide = Table::of(edited("\"mood -= 1\"", "\"temper -= 1\"").as_bytes(), "en", (140, 30), &[]);
    assert_snapshot!("wide_broken", wide.picture());
    assert_snapshot!("smallest", Table::of(TEMPLATE.as_bytes(), "en", (60, 20), &[]).picture());
}

#[test]
fn a_save_keeps_the_place_and_shows_the_new_words() {
    let mut table = Table::usual();
    table.choose("fold_it");
    let before = table.picture();
    table.save(edited("Shake it out and fold it, then ring", "Shake it, fold it, ring").as_bytes());
    let after = table.picture();
    assert!(after.contains("Shake it, fold it, ring") && !before.contains("Shake it, fold it, ring"), "{after}");
    let choices = |picture: &str| picture.lines().filter(|row| row.trim_start().starts_with("1  ")).count();
    assert_eq!(choices(&before), choices(&after), "the same scene\n{before}\n{after}");
    assert!(after.contains("version 2"), "{after}");
}

#[test]
fn a_way_that_no_longer_fits_says_where_it_stops_and_is_found_again() {
    let mut table = Table::usual();
    table.choose("fold_it");
    let there = table.picture();
    table.save(TEMPLATE.replace("\"fold_it\"", "\"fold_up\"").as_bytes());
    let stopped = table.picture();
    assert!(stopped.contains("stops at move 1 of 1") && stopped.contains("fold_it"), "{stopped}");
    table.save(TEMPLATE.as_bytes());
    let again = table.picture();
    assert_eq!(again.replace("version 3", "version 1"), there, "the place is found again");
}

#[test]
fn while_the_file_is_half_typed_the_version_before_stays_and_can_be_played() {
    let mut table = Table::usual();
    table.choose("fold_it");
    table.save(&TEMPLATE.as_bytes()[..TEMPLATE.floor_char_boundary(TEMPLATE.len() / 2)]);
    let half = table.picture();
    assert!(half.contains("this is the version before") && half.contains("DS001"), "{half}");
    table.keys("F4");
    assert!(table.picture().contains("fold_it"), "the play goes on\n{}", table.picture());
}

#[test]
fn nothing_that_a_file_can_become_ends_the_preview() {
    let mut table = Table::usual();
    let cuts = (0..TEMPLATE.len()).step_by(977).map(|end| TEMPLATE.as_bytes()[..end].to_vec());
    let odd: [&[u8]; 6] =
        [b"", b"\0\0\0", b"\xff\xfe\xfd", b"((((((((", b"\x1b[2J\x1b]0;x\x07", "Scenario(id: \"\u{202e}\")".as_bytes()];
    for bytes in cuts.chain(odd.iter().map(|bytes| bytes.to_vec())) {
        table.save(&bytes);
        assert!(table.picture().contains("1 error") || table.picture().contains("errors"), "{}", table.picture());
    }
    std::fs::remove_file(table.file()).expect("gone");
    table.happens(UiEvent::Look);
    assert!(table.picture().contains("could not read"), "{}", table.picture());
    std::fs::create_dir(table.file()).expect("a folder");
    table.happens(UiEvent::Look);
    assert!(table.picture().contains("isn’t an ordinary file"), "{}", table.picture());
    std::fs::remove_dir(table.file()).expect("gone");
    table.save(TEMPLATE.as_bytes());
    assert!(table.picture().contains("nothing found"), "{}", table.picture());
    assert!(!table.over);
    let written = table.screen.0.borrow().written.clone();
    assert!(!String::from_utf8_lossy(&written).contains("\u{1b}]0;x"), "nothing of a file drives the terminal");
}

#[test]
fn a_file_that_is_broken_from_the_start_says_so_and_begins_once_it_is_mended() {
    let mut table = Table::of(b"Scenario(", "zh", (80, 24), &[]);
    assert_snapshot!("broken_from_the_start_zh", table.picture());
    table.save(TEMPLATE.as_bytes());
    assert!(table.picture().contains("一把湿伞"), "{}", table.picture());
}

#[test]
fn a_finding_about_play_can_be_gone_to() {
    let early =
        edited("(text: { \"zh\": \"伞还在滴水。\"", "(when: \"place is stand\", text: { \"zh\": \"伞还在滴水。\"");
    let mut table = Table::of(early.as_bytes(), "en", (80, 24), &[]);
    let found = table.picture();
    assert!(found.contains("DS015"), "{found}");
    table.keys("Ctrl-F");
    let list = table.picture();
    assert!(list.contains("DS0"), "{list}");
    let with_way = (0..20).any(|_| {
        let shown = table.picture().contains("go there");
        if !shown {
            table.keys("Down");
        }
        shown
    });
    assert!(with_way, "a finding has a play that shows it\n{}", table.picture());
    table.keys("Enter");
    let there = table.picture();
    assert!(there.contains("Have a look at the note") && there.contains("rewind"), "the note was read\n{there}");
}

#[test]
fn what_holds_now_stands_in_a_tab_of_its_own_and_in_a_wide_window_beside_the_play() {
    let mut table = Table::usual();
    table.choose("fold_it").keys("Ctrl-D");
    assert_snapshot!("state_en", table.picture());
    let mut chinese = Table::of(TEMPLATE.as_bytes(), "zh", (60, 20), &["fold_it"]);
    assert_snapshot!("state_small_zh", chinese.keys("d").picture());
    let wide = Table::of(TEMPLATE.as_bytes(), "zh", (140, 30), &["fold_it"]);
    assert_snapshot!("state_wide_zh", wide.picture());
    assert!(table.keys("Esc").picture().contains("What do you do?"), "{}", table.picture());
}

#[test]
fn a_scene_is_found_by_its_name_and_gone_to_by_the_shortest_play() {
    let mut table = Table::usual();
    table.keys("Ctrl-G");
    assert_snapshot!("scenes_en", table.picture());
    table.keys("hal");
    assert!(!table.picture().contains("landing"), "{}", table.picture());
    table.keys("Enter");
    let there = table.picture();
    assert!(there.contains("The doorway of 201") && there.contains("F4 rewind"), "{there}");
    table.keys("Ctrl-D");
    assert!(table.picture().contains("· hall"), "{}", table.picture());
    table.keys("Ctrl-G Esc").keys("Ctrl-G landing Enter");
    assert!(!table.picture().contains("rewind"), "at the first scene nothing can be taken back\n{}", table.picture());
}

#[test]
fn a_scene_that_no_play_reaches_is_not_gone_to_and_that_is_said() {
    let walled = TEMPLATE.replace("goto: \"hall\"", "goto: \"mat\"");
    let mut table = Table::of(walled.as_bytes(), "en", (80, 24), &[]);
    table.keys("Ctrl-G hall");
    assert!(table.picture().contains("no play comes here"), "{}", table.picture());
    table.keys("Enter");
    assert!(table.picture().contains("No play comes to hall."), "{}", table.picture());
}

#[test]
fn a_chance_falls_as_the_author_wants_and_the_way_stays() {
    let wanted = |turns: &str| {
        let mut table = Table::of(TEMPLATE.as_bytes(), "en", (80, 24), &["fold_it"]);
        table.keys("d").keys(turns).keys("d");
        let rows = table.picture();
        let choice = rows.lines().find(|row| row.trim_start().starts_with("1 ")).expect("a choice").to_owned();
        table.keys("1 d");
        (table.picture(), choice)
    };
    for (turns, outcome) in [("Right", "father"), ("Right Right", "son"), ("Left", "son")] {
        let (picture, choice) = wanted(turns);
        assert!(picture.contains(&format!("{outcome}, drawn · wanted: {outcome}")), "{choice}\n{picture}");
        assert!(picture.contains("2 moves"), "{picture}");
    }
    let (picture, _) = wanted("Right Left");
    assert!(picture.contains("drawn · as the dice fall"), "{picture}");
}

#[test]
fn what_no_seed_draws_is_said_and_nothing_is_changed() {
    let never = edited("\"stand\": 5, \"bucket\": 5", "\"stand\": 5, \"bucket\": 0");
    let mut table = Table::of(never.as_bytes(), "en", (80, 24), &[]);
    table.keys("d Down Left");
    let told = table.picture();
    assert!(told.contains("None of 20000 seeds makes place fall so"), "{told}");
    assert!(!told.contains("wanted:"), "{told}");
}

#[test]
fn the_language_changes_in_the_middle_and_esc_leaves() {
    let mut table = Table::usual();
    table.choose("fold_it").keys("F2");
    assert!(table.picture().contains("一把湿伞") && table.picture().contains("预览"), "{}", table.picture());
    table.keys("r");
    assert!(table.picture().contains("fold_it"), "from the start again\n{}", table.picture());
    table.keys("F1 Esc");
    assert!(!table.over);
    table.keys("Ctrl-F Esc Esc");
    assert!(table.over);
}

#[test]
fn a_way_given_beforehand_is_followed() {
    let table = Table::of(TEMPLATE.as_bytes(), "en", (80, 24), &["fold_it", "gone"]);
    assert!(table.picture().contains("stops at move 2 of 2"), "{}", table.picture());
}

#[cfg(unix)]
mod real {
    use super::{TEMPLATE, TEMPLATE_ID};
    use portable_pty::{CommandBuilder, PtySize, native_pty_system};
    use std::io::{Read, Write};
    use std::num::NonZeroU16;
    use std::process::{Command, Stdio};
    use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
    use std::time::{Duration, Instant};

    /// How long anything may take on the busiest machine.
    const PATIENCE: Duration = Duration::from_mins(1);

    /// Everything that a reader gives, as it comes.
    fn heard(mut reader: impl Read + Send + 'static) -> Receiver<Vec<u8>> {
        let (sender, chunks) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        chunks
    }

    #[test]
    fn in_a_real_terminal_a_save_is_seen_and_esc_gives_the_terminal_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(format!("{TEMPLATE_ID}.ron"));
        std::fs::write(&file, TEMPLATE).expect("written");
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pty");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_doorstep"));
        command.args(["preview", &format!("{TEMPLATE_ID}.ron"), "--lang", "en"]);
        command.cwd(folder.path());
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("NO_COLOR", "1");
        let mut child = pair.slave.spawn_command(command).expect("it starts");
        drop(pair.slave);
        let chunks = heard(pair.master.try_clone_reader().expect("a reader"));
        let mut keyboard = pair.master.take_writer().expect("a writer");
        let cells = |n| NonZeroU16::new(n).expect("a window has cells");
        let mut screen = vt100::Parser::new(cells(24), cells(80), 0);
        let mut shows = |words: &str| {
            let until = Instant::now() + PATIENCE;
            while !screen.screen().contents().contains(words) {
                match chunks.recv_timeout(until.saturating_duration_since(Instant::now())) {
                    Ok(chunk) => screen.process(&chunk),
                    Err(why) => panic!("{why}: no {words:?} in\n{}", screen.screen().contents()),
                }
            }
        };
        shows("nothing found");
        shows("fold_it");
        std::fs::write(&file, &TEMPLATE[..TEMPLATE.floor_char_boundary(TEMPLATE.len() / 2)]).expect("written");
        shows("this is the version before");
        std::fs::write(&file, TEMPLATE.replacen("fold it, then ring", "then ring", 1)).expect("written");
        shows("Shake it out and then ring");
        keyboard.write_all(b"\x1b").expect("it listens");
        let until = Instant::now() + PATIENCE;
        let mut rest = Vec::new();
        loop {
            match chunks.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(chunk) => rest.extend(chunk),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("it does not end"),
            }
        }
        assert_eq!(child.wait().expect("it ended").exit_code(), 0);
        let left = |mode: &[u8]| rest.windows(mode.len()).any(|window| window == mode);
        assert!(left(b"\x1b[?1049l") && left(b"\x1b[?25h"), "the terminal is given back");
    }

    #[test]
    fn without_a_terminal_each_save_is_told_once_as_lines() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(format!("{TEMPLATE_ID}.ron"));
        std::fs::write(&file, TEMPLATE).expect("written");
        let mut child = Command::new(env!("CARGO_BIN_EXE_doorstep"))
            .args(["preview", &format!("{TEMPLATE_ID}.ron"), "--lang", "en", "--choices", "fold_it"])
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let chunks = heard(child.stdout.take().expect("a pipe"));
        let mut told = String::new();
        let mut shows = |words: &str| {
            let until = Instant::now() + PATIENCE;
            while !told.contains(words) {
                let chunk = chunks.recv_timeout(until.saturating_duration_since(Instant::now()));
                told += &String::from_utf8_lossy(&chunk.unwrap_or_else(|_| panic!("no {words:?} in\n{told}")));
            }
            told.clone()
        };
        shows("== version 1\nnothing found");
        shows("What do you do?");
        std::fs::write(&file, "Scenario(").expect("written");
        let second = shows("this is the version before");
        assert!(second.contains("== version 2") && second.contains("DS001"), "{second}");
        let mut lines = child.stdin.take().expect("a pipe");
        lines.write_all(b"what\nu\n").expect("it listens");
        shows("Type a number from 1 to");
        lines.write_all(b"q\n").expect("it listens");
        assert!(child.wait().expect("it ended").success());
        let all = shows("== version 2");
        assert_eq!(all.matches("== version 2").count(), 1, "{all}");
    }
}

#[test]
fn the_file_of_a_preview_may_lie_beside_nothing_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut watched = Watched::new(Path::new("no/such/file.ron"), folder.path());
    let version = watched.version().expect("a first look tells something");
    assert!(version.playable.is_none() && version.diagnostics.len() == 1, "{version:?}");
    assert!(watched.version().is_none(), "nothing changed");
}
