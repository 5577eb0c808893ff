//! The real program in a real pseudo-terminal: it opens, a newcomer gets into a visit, and however it ends the terminal is
//! whole. What the screens look like is the matter of `tests/it/screens.rs`.

#![cfg(unix)]

use crate::program::pty::{PATIENCE, Setting, Terminal, USUAL, cells};
use crate::program::{Machine, SCENARIOS, numbers};
use doorstep::base::chance::Seed;
use doorstep::play::engine::Session;
use doorstep::play::scoring::{Label, Score};
use doorstep::play::solver::{Solver, Values};
use portable_pty::PtySize;
use std::sync::atomic::Ordering;
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

impl Terminal {
    /// Opens the first visit as a newcomer does: a name, and on, and on.
    fn begin_a_visit(&mut self) {
        self.shows("Your name");
        self.send(b"Li\r");
        self.shows("A pass needs");
        self.send(b"\r");
        self.shows("What do you do?");
    }

    /// Takes the first choice, and waits until it is told.
    fn first_choice(&mut self) {
        self.send(b"1");
        self.wait_for(|picture| picture.contains("Why:") || picture.contains("▸ 1") && picture.contains("> "));
    }

    fn attempt(&self) -> Option<String> {
        let folder = std::fs::read_dir(self.machine.saves()).ok()?.next()?.ok()?.path();
        std::fs::read_to_string(folder.join("attempts/000001.ron")).ok()
    }
}

#[test]
fn a_newcomer_is_in_a_visit_within_a_name_and_two_keys() {
    let mut terminal = Terminal::open(&USUAL);
    let welcome = terminal.shows("Your name");
    assert!(welcome.contains("doorstep") && welcome.contains("Language"), "{welcome}");
    terminal.begin_a_visit();
    let picture = terminal.screen.screen().contents();
    assert!(picture.contains('1') && picture.contains('2'), "choices are numbered\n{picture}");
    terminal.first_choice();
    terminal.signal("TERM");
    assert_eq!(terminal.ended(), 0);
    let kept = terminal.attempt().expect("the play is kept");
    assert_eq!(kept.matches("Take(").count(), 1, "{kept}");
}

#[test]
fn a_play_on_the_screen_is_written_as_a_walk_when_it_is_left() {
    let arguments = "play customer_not_home --seed 7 --learner Li --record li.walk";
    let mut terminal = Terminal::open(&Setting { arguments, ..USUAL });
    terminal.shows("What do you do?");
    terminal.first_choice();
    terminal.signal("TERM");
    assert_eq!(terminal.ended(), 0);
    let text = std::fs::read_to_string(terminal.machine.path().join("li.walk")).expect("written");
    assert!(text.contains("seed 7\n\nchoose ") && !text.contains("expect"), "{text}");
    assert_eq!(terminal.machine.run(&["walk", "li.walk"]).code, Some(0));
}

#[test]
fn a_held_key_chooses_once() {
    let variables = &[("DOORSTEP_PAUSE", "")];
    let mut terminal = Terminal::open(&Setting { variables, ..USUAL });
    terminal.begin_a_visit();
    thread::sleep(Duration::from_secs(1));
    // As a keyboard repeats it: after half a second, thirty times a second.
    terminal.send(b"1");
    thread::sleep(Duration::from_millis(500));
    for _ in 0..45 {
        terminal.send(b"1");
        thread::sleep(Duration::from_millis(33));
    }
    terminal.signal("TERM");
    assert_eq!(terminal.ended(), 0);
    let kept = terminal.attempt().expect("the play is kept");
    assert_eq!(kept.matches("Take(").count(), 1, "{kept}");
}

#[test]
fn an_exam_is_sat_in_a_terminal_and_a_held_key_confirms_nothing() {
    let (arguments, variables) = ("exam sit entry --learner li", &[("DOORSTEP_PAUSE", "")]);
    let mut terminal = Terminal::open(&Setting { variables, arguments, ..USUAL });
    let read = || thread::sleep(Duration::from_secs(1));
    for (shown, key) in [("may be begun", b"\r"), ("Begin now", b"\r"), ("next open question", b"1")] {
        terminal.shows(shown);
        read();
        terminal.send(key);
    }
    terminal.shows("Question 1 of 12");
    read();
    terminal.send(b"1");
    thread::sleep(Duration::from_millis(500));
    for _ in 0..45 {
        terminal.send(b"1");
        thread::sleep(Duration::from_millis(33));
    }
    let record = |terminal: &Terminal| {
        std::fs::read_to_string(terminal.machine.saves().join("li/sittings/000001.sitting")).expect("it is kept")
    };
    assert!(!record(&terminal).contains("answered"), "a held key picks and confirms nothing");
    // Whatever kind of question it is: the last thing on the page is picked, and confirmed.
    for _ in 0..10 {
        read();
        terminal.send(&b"\x1b[B".repeat(9));
        read();
        terminal.send(b"\r");
        terminal.pass(Duration::from_millis(300));
        if record(&terminal).contains("answered") {
            break;
        }
    }
    terminal.shows("Question 2 of 12");
    terminal.send(b"\x03");
    terminal.shows("The time runs on when you leave.");
    terminal.send(b"\x03");
    assert_eq!(terminal.ended(), 0);
    terminal.is_whole();
    let record = record(&terminal);
    assert_eq!((record.matches("answered").count(), record.contains("handed_in")), (1, false), "{record}");
}

#[test]
fn a_proctor_opens_and_closes_an_exam_on_the_screen() {
    let arguments = "exam sit entry --learner li --proctor Luo";
    let mut terminal = Terminal::open(&Setting { arguments, ..USUAL });
    for keys in [
        &["issuer", "new", "A", "--key", "a.key"][..],
        &["issuer", "proctor", "Luo", "--key", "a.key", "--out", "luo.key"],
    ] {
        assert_eq!(terminal.machine.run(keys).code, Some(0));
    }
    let answer = |terminal: &mut Terminal, asked: &str| {
        let told = terminal.shows(asked);
        let challenge = told.split("answer ").nth(1).and_then(|told| told.split(' ').next()).expect("a challenge");
        terminal.send(b"nonsense\r");
        terminal.shows("That code has a slip in it.");
        let code = terminal.machine.run(&["exam", "code", challenge, "--key", "luo.key"]);
        terminal.send(b"\x15");
        terminal.send(code.out.trim().as_bytes());
        terminal.send(b"\r");
        terminal.shows("The code is on record.");
    };
    for (shown, key) in [("may be begun", b"\r"), ("Begin now", b"\r")] {
        terminal.shows(shown);
        terminal.send(key);
    }
    answer(&mut terminal, "to open this sitting");
    for (shown, key) in [("next open question", b"2"), ("No, back", b"2"), ("The proctor closes this sitting", b"1")] {
        terminal.shows(shown);
        terminal.send(key);
    }
    answer(&mut terminal, "to close this sitting");
    let over = terminal.shows("Back to the exams");
    assert!(!over.contains("The proctor closes this sitting"), "{over}");
    terminal.signal("TERM");
    assert_eq!(terminal.ended(), 0);
    let record = terminal.machine.saves().join("li/sittings/000001.sitting");
    let record = std::fs::read_to_string(record).expect("it is kept");
    assert_eq!(record.matches("\"witnessed\"").count(), 2, "{record}");
}

#[test]
fn a_pause_that_is_none_is_told() {
    for pause in ["soon", "-1", "10001"] {
        let variables = &[("DOORSTEP_PAUSE", pause)];
        let mut terminal = Terminal::open(&Setting { variables, ..USUAL });
        let told = terminal.shows("such as 700");
        assert!(told.contains(&format!("DOORSTEP_PAUSE is \"{pause}\"")), "{told}");
        assert_eq!(terminal.ended(), 2);
    }
}

#[test]
fn after_esc_the_terminal_is_whole() {
    let mut terminal = Terminal::open(&USUAL);
    terminal.shows("Your name");
    terminal.send(b"\x1b");
    assert_eq!(terminal.ended(), 0);
    terminal.is_whole();
    assert_eq!(terminal.attempt(), None, "nothing was begun");
}

#[test]
fn after_ctrl_c_the_terminal_is_whole() {
    let mut terminal = Terminal::open(&USUAL);
    terminal.begin_a_visit();
    terminal.send(b"\x03");
    assert_eq!(terminal.ended(), 0);
    terminal.is_whole();
}

#[test]
fn after_a_signal_the_terminal_is_whole_and_the_play_is_kept() {
    for signal in ["TERM", "INT", "HUP"] {
        let mut terminal = Terminal::open(&USUAL);
        terminal.begin_a_visit();
        terminal.first_choice();
        terminal.signal(signal);
        assert_eq!(terminal.ended(), 0, "{signal}");
        terminal.is_whole();
        assert!(terminal.attempt().is_some_and(|kept| kept.contains("Take(")), "{signal}: the play is kept");
    }
}

#[test]
fn when_the_terminal_is_gone_the_program_goes_too_and_the_play_is_kept() {
    for before in ["", "trap '' HUP;"] {
        let mut terminal = Terminal::open(&Setting { before, ..USUAL });
        terminal.begin_a_visit();
        terminal.first_choice();
        // The reader lets go with the next thing it hears; then nobody holds this end any more.
        terminal.closing.store(true, Ordering::Release);
        terminal.send(b"?");
        while terminal.hear(Instant::now() + PATIENCE) {}
        drop((terminal.keyboard.take(), terminal.master.take()));
        let (sender, ended) = channel();
        let mut child = terminal.child;
        thread::spawn(move || sender.send(child.wait().map(|status| status.exit_code())));
        let code = ended.recv_timeout(PATIENCE).expect("it does not outlive its terminal").expect("it ended");
        assert_eq!(code, 0, "{before}");
        let folder = std::fs::read_dir(terminal.machine.saves()).expect("listed").next().expect("a learner");
        let attempt = folder.expect("an entry").path().join("attempts/000001.ron");
        assert!(doorstep::store::load_attempt(&attempt).is_ok_and(|attempt| attempt.moves.len() == 1), "{before}");
    }
}

#[test]
fn too_small_a_window_says_what_it_needs_and_grows() {
    let mut terminal = Terminal::open(&Setting { size: (20, 5), ..USUAL });
    let picture = terminal.wait_for(|picture| picture.contains("60") && picture.contains("20"));
    assert!(picture.contains('窗') || picture.contains("window"), "{picture}");
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    terminal.master.as_ref().expect("it is open").resize(size).expect("resized");
    terminal.screen.screen_mut().set_size(cells(24), cells(80));
    terminal.shows("Your name");
    terminal.send(b"\x1b");
    assert_eq!(terminal.ended(), 0);
    terminal.is_whole();
}

#[test]
fn windows_of_odd_sizes_open() {
    for size in [(1, 1), (2, 60), (300, 2), (60, 20), (200, 60), (500, 200)] {
        let mut terminal = Terminal::open(&Setting { size, arguments: "--help", ..USUAL });
        assert_eq!(terminal.ended(), 0, "{size:?}");
        let mut terminal = Terminal::open(&Setting { size, ..USUAL });
        let until = Instant::now() + PATIENCE;
        while !terminal.written.windows(8).any(|window| window == b"\x1b[?2004h") {
            assert!(terminal.hear(until), "{size:?}");
        }
        terminal.signal("TERM");
        assert_eq!(terminal.ended(), 0, "{size:?}");
        terminal.is_whole();
    }
}

/// Whether a colour is set anywhere in these bytes.
fn has_colour(written: &[u8]) -> bool {
    let text = String::from_utf8_lossy(written);
    let sequences = text.split("\x1b[").skip(1).filter_map(|rest| rest.split_once('m').map(|(inside, _)| inside));
    let parts = sequences.filter(|inside| inside.chars().all(|c| c.is_ascii_digit() || c == ';'));
    parts
        .flat_map(|inside| inside.split(';').collect::<Vec<_>>())
        .any(|part| part.parse::<u32>().is_ok_and(|number| matches!(number, 30..=38 | 40..=48 | 90..=97 | 100..=107)))
}

/// What is written while the best play is played for eight moves, under these variables.
fn eight_moves(variables: &[(&str, &str)]) -> Terminal {
    let scenario = "customer_not_home";
    let typed = numbers(scenario, 7, &Machine::new().best_line(scenario, 7)[..8]);
    let arguments = "play customer_not_home --seed 7 --learner Li";
    let mut terminal = Terminal::open(&Setting { answers: true, variables, arguments, ..USUAL });
    terminal.shows("What do you do?");
    for number in typed {
        let before = terminal.screen.screen().contents();
        terminal.send(number.as_bytes());
        terminal.wait_for(|picture| picture != before && picture.contains("What do you do?"));
    }
    terminal.signal("TERM");
    assert_eq!(terminal.ended(), 0);
    terminal.is_whole();
    terminal
}

#[test]
fn no_color_is_obeyed() {
    assert!(has_colour(&eight_moves(&[]).written), "a terminal that says its background gets accents");
    let plain = eight_moves(&[("NO_COLOR", "1")]);
    assert!(!has_colour(&plain.written), "{}", String::from_utf8_lossy(&plain.written));
}

#[test]
fn a_multiplexer_and_a_network_get_the_terminals_own_colours_and_no_question() {
    for (variable, value) in [
        ("TMUX", "1"),
        ("STY", "1"),
        ("ZELLIJ", "0"),
        ("TERM", "screen-256color"),
        ("TERM", "tmux-256color"),
        ("SSH_TTY", "1"),
        ("SSH_CONNECTION", "1"),
    ] {
        let written = eight_moves(&[(variable, value)]).written;
        assert!(has_colour(&written), "{variable}={value}");
        let asked =
            [&b"\x1b]10;?"[..], b"\x1b]11;?"].into_iter().any(|ask| written.windows(ask.len()).any(|own| own == ask));
        assert!(!asked, "{variable}={value}");
    }
    let none = eight_moves(&[("TMUX", "1"), ("NO_COLOR", "1")]).written;
    assert!(!has_colour(&none), "{}", String::from_utf8_lossy(&none));
}

#[test]
fn a_named_scenario_opens_at_once() {
    let mut terminal =
        Terminal::open(&Setting { arguments: "play customer_not_home --seed 7 --lang zh --learner 小李", ..USUAL });
    terminal.shows("你怎么做？");
    terminal.send(b"\x1bOQ");
    terminal.shows("What do you do?");
    terminal.signal("TERM");
    assert_eq!(terminal.ended(), 0);
    terminal.is_whole();
}

#[test]
fn plain_mode_in_a_terminal_draws_nothing() {
    let mut terminal = Terminal::open(&Setting { arguments: "play customer_not_home --seed 7 --plain", ..USUAL });
    terminal.shows("3. Read the dispatch order");
    // What is typed before the question was put is dropped.
    terminal.pass(Duration::from_millis(300));
    terminal.send(b"1\r");
    terminal.shows("1. Pick up the box");
    terminal.pass(Duration::from_millis(300));
    terminal.send(b"q\r");
    assert_eq!(terminal.ended(), 0);
    assert!(!terminal.written.contains(&0x1b), "no sequence at all");
}

#[test]
fn what_is_not_saved_is_marked_said_on_leaving_and_told_to_the_shell() {
    let arguments = "play customer_not_home --seed 7 --learner Li --saves /dev/null/saves";
    for moves in [1, 0] {
        let mut terminal = Terminal::open(&Setting { arguments, size: (100, 40), ..USUAL });
        terminal.shows("What do you do?");
        terminal.shows("kept in memory only");
        if moves > 0 {
            terminal.send(b"1");
            terminal.wait_for(|picture| picture.contains("Why:") && picture.contains(" not saved "));
            terminal.send(b"\x1b");
            let home = terminal.shows("This play is not saved");
            assert!(!home.contains("Your play is kept"), "{home}");
        }
        terminal.signal("TERM");
        assert_eq!(terminal.ended(), if moves > 0 { 2 } else { 0 }, "nothing is lost where nothing was done");
        terminal.is_whole();
        let written = String::from_utf8_lossy(&terminal.written).into_owned();
        assert_eq!(written.contains("what you did is not saved"), moves > 0, "{written}");
    }
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_is_told() {
    const CHILD: &str = "DOORSTEP_TEST_PANICS";
    if std::env::var_os(CHILD).is_some() {
        let _guard = doorstep::doors::tui::TerminalGuard::new().expect("a terminal");
        panic!("as it was meant to");
    }
    let program = std::env::current_exe().expect("this test");
    let arguments = "terminal::a_panic_gives_the_terminal_back_before_it_is_told --exact --nocapture";
    let program = program.to_str().expect("a path in UTF-8");
    let mut terminal = Terminal::open(&Setting { program, arguments, variables: &[(CHILD, "1")], ..USUAL });
    assert_ne!(terminal.ended(), 0);
    terminal.is_whole();
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    let (left, told) = (written.find("\u{1b}[?1049l"), written.find("as it was meant to"));
    assert!(left.is_some() && left < told, "told where it can be read: {left:?}, {told:?}");
}

/// Types these choices, and waits until the visit is over.
fn play_to_the_end(terminal: &mut Terminal, typed: &[String]) {
    for number in typed {
        let before = terminal.screen.screen().contents();
        terminal.send(number.as_bytes());
        let moved = |picture: &str| picture.contains("What do you do?") || picture.contains("The visit is over");
        terminal.wait_for(|picture| picture != before && moved(picture));
    }
    terminal.shows("The visit is over");
}

/// The best play of a seed, but for one wrong turn, and from there carelessly on to a failed end; where the turn is, and
/// what it is called. Of all such turns one of the gravest, the last.
fn with_a_wrong_turn(best: &Session) -> (Session, usize, Label) {
    let (scenario, standard) = (best.scenario(), &crate::common::bundled().standard);
    let solver = Solver::new(scenario, standard);
    let values = Values::new(&solver).expect("it is solved");
    let judge = |play: &Session| {
        let judged = values.judge(play.turns(), &scenario.rolls(play.seed())).expect("it is judged");
        (judged.last().map_or(0, |last| last.reachable), judged)
    };
    let most = judge(best).0;
    let mut gravest: Option<(Session, usize, Label)> = None;
    for place in (0..best.turns().len()).rev() {
        let mut before = best.clone();
        before.rewind_to(place);
        for choice in before.state().open_choices(scenario) {
            let mut play = before.clone();
            play.take(choice).expect("it is open");
            while !play.is_over() {
                let last = play.state().open_choices(scenario).last().expect("some choice is open");
                play.take(last).expect("it is open");
            }
            let (points, judged) = judge(&play);
            let critical = judged.iter().any(|own| own.critical);
            let fails = critical || Score::share(points, most).0 < scenario.pass_mark * 100;
            let label = if judged[place].critical { Label::Blunder } else { Label::of(judged[place].loss) };
            if fails && label >= Label::Inaccuracy && gravest.as_ref().is_none_or(|(_, _, known)| label > *known) {
                gravest = Some((play, place, label));
            }
        }
    }
    gravest.unwrap_or_else(|| panic!("no wrong turn in {}", scenario.id))
}

#[test]
fn in_every_scenario_a_wrong_turn_is_found_retried_and_turned_into_a_pass() {
    const SEED: u64 = 3;
    for scenario in SCENARIOS {
        let line = Machine::new().best_line(scenario, SEED);
        let mut best =
            Session::new(crate::common::bundled().scenario(scenario).expect("bundled").clone(), Seed::new(SEED));
        for id in &line {
            best.take_id(id).expect("it is open");
        }
        let (failed, place, label) = with_a_wrong_turn(&best);
        let ids: Vec<String> = failed.choice_ids().into_iter().map(str::to_owned).collect();
        let arguments = format!("play {scenario} --seed {SEED} --learner Li");
        // So tall that nothing scrolls away unread, and every digit is a choice.
        let mut terminal = Terminal::open(&Setting { size: (90, 120), arguments: &arguments, ..USUAL });
        terminal.shows("What do you do?");
        play_to_the_end(&mut terminal, &numbers(scenario, SEED, &ids));
        terminal.send(b"\r");
        let first = terminal.shows("first mistake");
        assert!(first.contains("not passed") && !crate::common::shows_accuracy(&first), "{first}");
        terminal.send(b"\r");
        let found = terminal.shows("try again");
        let number = place + 1;
        let called = format!("{} {}", label.sign(), label.word());
        assert!(found.contains(&format!("Move {number} of ")) && found.contains(&called), "{found}");
        assert!(found.contains("Better: "), "{found}");
        terminal.send(b"\r");
        terminal.shows(&format!("Again from move {number}"));
        play_to_the_end(&mut terminal, &numbers(scenario, SEED, &line)[place..]);
        terminal.send(b"\r");
        let passed = terminal.shows("✓ passed");
        assert!(passed.contains("100 of 100") && passed.contains("What counts is your first run"), "{passed}");
        terminal.signal("TERM");
        assert_eq!(terminal.ended(), 0);
        terminal.is_whole();
    }
}
