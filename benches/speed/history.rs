//! A learner with ten thousand finished plays: the first screen, the list of plays, and each key in it. None of it may grow
//! with what was played.

use crate::memory::keep;
use crate::screen::{Thrown, terminal};
use crate::worlds::{Line, bundled, chinese};
use divan::Bencher;
use doorstep::base::chance::Seed;
use doorstep::content::scenario::Pack;
use doorstep::doors::tui::{
    EventQueue, Key, Language, Pause, SessionDeps, SessionRunner, Solving, Start, Theme, UiEvent,
};
use doorstep::play::engine::RecordedMove;
use doorstep::play::scoring::Ledger;
use doorstep::record::attempt::{Attempt, AttemptId, Mode};
use doorstep::record::play_result::PlayResult;
use doorstep::store::{Content, Saves};
use jiff::Timestamp;
use ratatui::Terminal;
use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};
use tempfile::TempDir;

const PLAYS: [u32; 2] = [10, 10_000];

/// A finished play of the first scenario.
fn finished(pack: &Pack) -> Attempt {
    let line = Line::of(pack, pack.scenarios.get(0).expect("valid"));
    let session = line.session();
    let begun = Attempt::begin(&line.scenario, &pack.standard_hash, line.seed, Mode::Practice, chinese(), now());
    let points = Ledger::judge(&line.scenario, &line.standard, session.turns()).points();
    Attempt {
        moves: session.choice_ids().into_iter().map(|id| RecordedMove::Take(id.into())).collect(),
        finished: true,
        result: Some(PlayResult { points, best: points }),
        ..begun
    }
}

fn now() -> Timestamp {
    Timestamp::UNIX_EPOCH
}

/// Saves with so many plays, looked through once before.
pub(crate) fn saves(pack: &Pack, plays: u32) -> TempDir {
    let root = tempfile::tempdir().expect("a folder");
    let open = || Saves::at(root.path()).open("Lin", chinese(), now()).expect("a learner").0;
    let mut learner = open();
    learner.save(AttemptId::FIRST, &Arc::new(finished(pack))).expect("saved");
    let attempts = learner.folder().join("attempts");
    drop(learner);
    let text = fs::read(attempts.join("000001.ron")).expect("read");
    for play in 2..=plays {
        fs::write(attempts.join(format!("{play:06}.ron")), &text).expect("written");
    }
    age(&attempts);
    drop(open());
    root
}

/// As if all of it had been played long ago.
fn age(attempts: &Path) {
    let files = fs::read_dir(attempts).expect("listed").map(|entry| entry.expect("an entry").path());
    for path in files.chain([attempts.to_owned()]).collect::<Vec<_>>() {
        let long_ago = UNIX_EPOCH + Duration::from_hours(400_000);
        File::open(path).and_then(|file| file.set_modified(long_ago)).expect("set back");
    }
}

fn home(pack: &Arc<Pack>, saves: &Path, terminal: &mut Terminal<Thrown>) -> SessionRunner {
    home_at(now(), pack, saves, terminal)
}

fn home_at(at: Timestamp, pack: &Arc<Pack>, saves: &Path, terminal: &mut Terminal<Thrown>) -> SessionRunner {
    let world = SessionDeps {
        pack: pack.clone(),
        saves: Saves::at(saves),
        learner: None,
        language: Language::Asked(chinese()),
        theme: Theme::PLAIN,
        start: Start::Home,
        now: Box::new(move || at),
        offset: 0,
        fresh_seed: Box::new(|| Seed::new(7)),
        on_keep: None,
        solving: Solving::AtOnce,
        pause: Pause::NONE,
        notice: None,
    };
    let mut runner = SessionRunner::open(world, &EventQueue::scripted([]), terminal).expect("a door");
    runner.draw(terminal).expect("drawn");
    runner
}

/// From the saves to the first screen.
#[divan::bench(args = PLAYS)]
fn first_screen(bencher: Bencher, plays: u32) {
    let pack = Arc::new(bundled());
    let (saves, mut terminal) = (saves(&pack, plays), terminal());
    bencher.bench_local(|| home(&pack, saves.path(), &mut terminal));
}

/// From the saves and the bytes that the program carries to the first screen, with the plan of the day, for somebody who
/// has practised for two years.
#[divan::bench]
fn first_screen_after_20_000_reviews(bencher: Bencher) {
    let (saves, mut terminal) = (saves(&bundled(), 10_000), terminal());
    keep(&mut Saves::at(saves.path()).open("Lin", chinese(), now()).expect("a learner").0, &bundled(), 20_000);
    // The day after the last review.
    let later = Timestamp::from_second(86_400 * 20_668).expect("in range");
    bencher.bench_local(|| {
        let pack = Content::embedded().packed().expect("it is carried");
        home_at(later, &Arc::new(pack), saves.path(), &mut terminal)
    });
}

/// From the first screen to the list of plays, and back.
#[divan::bench(args = PLAYS)]
fn list_of_plays(bencher: Bencher, plays: u32) {
    let pack = Arc::new(bundled());
    let (saves, mut terminal) = (saves(&pack, plays), terminal());
    let mut runner = home(&pack, saves.path(), &mut terminal);
    bencher.bench_local(|| {
        for key in [Key::Char('2'), Key::Esc] {
            runner.take(UiEvent::Key(key));
            runner.draw(&mut terminal).expect("drawn");
        }
    });
}

/// One play further down.
#[divan::bench(args = PLAYS)]
fn key_in_the_list(bencher: Bencher, plays: u32) {
    let pack = Arc::new(bundled());
    let (saves, mut terminal) = (saves(&pack, plays), terminal());
    let mut runner = home(&pack, saves.path(), &mut terminal);
    runner.take(UiEvent::Key(Key::Char('2')));
    bencher.bench_local(|| {
        runner.take(UiEvent::Key(Key::Down));
        runner.draw(&mut terminal).expect("drawn");
    });
}
