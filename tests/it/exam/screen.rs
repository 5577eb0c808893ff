//! An exam sat on the full screen: its rules, questions, scenarios, a break, the end of its time, and what it came to.

use super::marking::right;
use crate::common::bundled;
use crate::common::screen::named;
use crate::common::typed::picture_when;
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::content::blueprint::{Blueprint, Blueprints};
use doorstep::content::scenario::Pack;
use doorstep::doors::tui::{Key, UiEvent};
use doorstep::play::asking::Asked;
use doorstep::play::engine::{Open, Session};
use doorstep::record::sitting::{SittingEvent, SittingLine};
use doorstep::store::Saves;
use doorstep::trainer::exam_run::{ExamEntry, ExamRun};
use insta::assert_snapshot;
use jiff::Timestamp;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// A world in which an exam is sat: what is known there, how large the window is, and how long a look at the clock takes.
struct Desk {
    saves: tempfile::TempDir,
    pack: Pack,
    lang: &'static str,
    size: (u16, u16),
    /// How much time goes by between two looks at the clock.
    step: Duration,
    /// How long after the first sitting it is.
    later: Duration,
}

impl Desk {
    fn new(lang: &'static str) -> Desk {
        let saves = tempfile::tempdir().expect("a folder");
        let (step, later) = (Duration::from_millis(50), Duration::ZERO);
        Desk { saves, pack: bundled().clone(), lang, size: (80, 24), step, later }
    }

    /// The same with another exam in the place of this one.
    fn with(mut self, id: &str, change: impl Fn(&mut Blueprint)) -> Desk {
        let mut all = Blueprints::default();
        all.blueprints.clone_from(&self.pack.blueprints.blueprints);
        let exam = all.blueprints.iter_mut().find(|own| &*own.id == id).expect("bundled");
        change(Arc::make_mut(exam));
        self.pack.blueprints = all.into();
        self
    }

    fn picture(&self, keys: &str) -> String {
        self.picture_of(strokes(keys))
    }

    fn picture_of(&self, script: Vec<UiEvent>) -> String {
        let start: Timestamp = "2026-01-05T09:00:00Z".parse().expect("a moment");
        let (mut at, step) = (start + self.later, self.step);
        let clock = move || {
            at += step;
            at
        };
        picture_when(self.saves.path(), self.pack.clone(), self.lang, self.size, script, clock)
    }

    /// The folder of the sittings of whoever is here.
    fn sittings(&self) -> PathBuf {
        let mut learners = fs::read_dir(self.saves.path()).expect("listed").map(|own| own.expect("one").path());
        learners.find(|own| own.is_dir()).expect("a learner").join("sittings")
    }

    fn record(&self) -> String {
        fs::read_to_string(self.sittings().join("000001.sitting")).expect("a sitting was begun")
    }
}

fn strokes(keys: &str) -> Vec<UiEvent> {
    let words = keys.split(' ').filter(|word| !word.is_empty());
    let key = |word: &str| named(word).or_else(|| word.chars().next().map(Key::Char)).map(UiEvent::Key);
    words.filter_map(key).collect()
}

/// From home to the exams, which stand behind the units of the course.
const EXAMS: &str = "2 PgDn PgDn PgDn PgDn Enter";

/// A name, home, and the exams.
fn to_exams() -> String {
    format!("L i Enter Esc {EXAMS}")
}

/// To the exam with this number, and its rules accepted.
fn begun(number: usize) -> String {
    format!("{} {number} End 1", to_exams())
}

/// The paper that is drawn on the screen.
fn run(pack: &Pack, id: &str) -> ExamRun {
    let entry = ExamEntry {
        candidate: "Li".into(),
        language: Lang::new("en").expect("a language"),
        seed: Seed::new(4),
        extra_minutes: 0,
        proctor: None,
    };
    let exam = pack.blueprints.find(id).expect("bundled");
    ExamRun::begin(&Arc::new(pack.clone()), exam, entry, Timestamp::UNIX_EPOCH).expect("a paper").0
}

/// The keys that answer these questions rightly, one after the other, each picked and confirmed.
fn answers(run: &ExamRun, pack: &Pack, items: std::ops::Range<usize>) -> String {
    let seed = run.sitting().begun().seed;
    let mut keys = String::new();
    for item in items {
        let question = pack.bank.find(&run.sitting().items()[item].question).expect("in the bank");
        let mut asked = Asked::new(question, seed);
        for chosen in right(question, seed) {
            let choices = asked.choices().expect("a step");
            keys += " End";
            for at in &chosen {
                keys += &format!(" {}", at + 1);
            }
            let last = if choices.is_many() { choices.offered.len() } else { chosen[0] };
            keys += &format!(" {}", last + 1).repeat(1 + usize::from(choices.is_many()));
            asked.reply(&chosen).expect("answered");
        }
    }
    keys
}

#[test]
fn a_quiz_is_sat_on_the_screen_from_its_rules_to_its_result() {
    for (lang, passed, watched, on) in [
        ("en", "Passed.", "practice, self-assessed", "passed on 2026-01-05"),
        ("zh", "通过。", "算练习，自测", "2026-01-05"),
    ] {
        let desk = Desk::new(lang);
        let all = answers(&run(&desk.pack, "entry"), &desk.pack, 0..12);
        let keys = format!("{} 1{all} 1 2", begun(1));
        let result = desk.picture(&keys);
        assert!(result.contains(passed) && result.contains("100"), "{result}");
        let record = desk.record();
        assert_eq!(record.matches("\"answered\"").count(), 12, "{record}");
        assert!(record.lines().nth(1).is_some_and(|line| line.contains("\"begun\"") && line.contains("\"Li\"")));
        assert!(record.lines().last().is_some_and(|line| line.contains("handed_in")), "{record}");
        // What it is worth stands below, and the list knows it.
        let again = Desk::new(lang);
        assert!(again.picture(&format!("{keys} End")).contains(watched), "{result}");
        let again = Desk::new(lang);
        let list = again.picture(&format!("{keys} End 1"));
        assert!(list.contains(on), "{list}");
        for shown in [&result, &list] {
            assert!(!shown.contains("exam-") && !shown.contains('{'), "{shown}");
        }
    }
}

#[test]
fn an_answer_counts_when_it_is_confirmed_and_nothing_pasted_does() {
    let picked = Desk::new("en");
    let shown = picked.picture(&format!("{} 1 End 1", begun(1)));
    assert!(shown.contains("Question 1 of 12") && shown.contains("open"), "{shown}");
    assert!(!picked.record().contains("\"answered\""), "picked once is no answer");
    for other in ["2", "Down", "Esc 1 2"] {
        let desk = Desk::new("en");
        desk.picture(&format!("{} 1 End 1 {other}", begun(1)));
        assert!(!desk.record().contains("\"answered\""), "{other}");
    }
    let desk = Desk::new("en");
    let mut script = strokes(&format!("{} 1 End 1", begun(1)));
    script.extend([UiEvent::Paste("1\n1\n".to_owned()), UiEvent::Paste("1".to_owned())]);
    desk.picture_of(script);
    assert!(!desk.record().contains("\"answered\""), "what is pasted answers nothing");
}

#[test]
fn a_question_is_marked_and_come_back_to_and_answered_anew() {
    let desk = Desk::new("en");
    let run = run(&desk.pack, "entry");
    let first = answers(&run, &desk.pack, 0..1);
    let way = format!("{} 1 c{first} Esc", begun(1));
    let overview = desk.picture(&way);
    assert!(overview.contains("12 questions, 11 open, 1 marked"), "{overview}");
    assert!(overview.contains("1 [x]*") && overview.contains("2 [ ]"), "{overview}");
    let desk = Desk::new("en");
    let back = desk.picture(&format!("{way} 2"));
    assert!(back.contains("Question 1 of 12 · answered, marked") && back.contains("That answer stands"), "{back}");
    let desk = Desk::new("en");
    let anew = desk.picture(&format!("{way} 2 c{first} Left"));
    assert!(anew.contains("Question 1 of 12 · answered ─"), "{anew}");
    let record = desk.record();
    assert_eq!(record.matches("\"answered\"").count(), 2, "{record}");
    assert_eq!(record.matches("\"flagged\"").count(), 2, "{record}");
    // The cells of the overview by arrows: down to the questions, one to the right, and open it.
    let desk = Desk::new("en");
    let third = desk.picture(&format!("{} Down Down Right Right Enter", begun(1)));
    assert!(third.contains("Question 3 of 12"), "{third}");
}

#[test]
fn a_sitting_that_was_left_goes_on_and_everything_else_waits() {
    let mut desk = Desk::new("en");
    let first = answers(&run(&desk.pack, "entry"), &desk.pack, 0..2);
    let left = desk.picture(&format!("{} 1{first} Esc Esc", begun(1)));
    assert!(left.contains("The exam stays open, and its time runs on."), "{left}");
    assert!(left.contains("begun, and the time is running"), "{left}");
    desk.later = Duration::from_secs(200);
    for keys in ["", "Esc 1", "Esc 2", "Esc 4", "Esc 5", "Esc 6", "Esc 7"] {
        let waits = desk.picture(keys);
        assert!(waits.contains("An exam is being sat") && waits.contains("Entry quiz"), "{keys}: {waits}");
    }
    let resumed = desk.picture("Enter");
    assert!(resumed.contains("12 questions, 10 open") && resumed.contains("7 min left"), "{resumed}");
    desk.later = Duration::from_hours(24);
    let late = desk.picture("Enter");
    assert!(late.contains("The time is up.") && !late.contains("min left"), "{late}");
    let record = desk.record();
    assert!(record.contains("\"resumed\"") && record.contains("\"time_up\""), "{record}");
    let after = desk.picture("Esc 5");
    assert!(!after.contains("being sat") && !after.contains("Entry quiz"), "all is open again: {after}");
}

#[test]
fn the_time_is_told_and_at_its_end_the_paper_is_handed_in() {
    let mut desk = Desk::new("en");
    desk.step = Duration::from_secs(2);
    let ticks = |count| {
        let mut script = strokes(&format!("{} 1", begun(1)));
        script.extend(std::iter::repeat_n(UiEvent::Tick, count));
        script
    };
    let mut warned = 0;
    let mut closed = 0;
    for count in [0, 100, 170, 200, 230, 400] {
        let own = Desk { saves: tempfile::tempdir().expect("a folder"), pack: bundled().clone(), ..desk };
        let shown = own.picture_of(ticks(count));
        let is_over = shown.contains("The time is up. The paper is handed in as it stands.");
        assert_ne!(is_over, shown.contains(" left ─"), "{count}: {shown}");
        warned += usize::from(shown.contains("─ The last five minutes. ─"));
        closed += usize::from(is_over);
        assert_eq!(own.record().contains("\"time_up\""), is_over, "{count}");
        desk = own;
    }
    assert!(warned > 0 && closed > 0, "{warned} {closed}");
    let mut late = ticks(400);
    late.extend(strokes("1 1 1 1 1 1"));
    let own = Desk { saves: tempfile::tempdir().expect("a folder"), pack: bundled().clone(), ..desk };
    own.picture_of(late);
    assert!(!own.record().contains("\"answered\""), "nothing is answered afterwards");
}

#[test]
fn near_the_cut_a_further_form_is_begun_on_the_screen_and_decides() {
    let with = || Desk::new("en").with("entry", |exam| exam.further = 4);
    let desk = with();
    let nine = answers(&run(&desk.pack, "entry"), &desk.pack, 0..9);
    let way = format!("{} 1{nine} Esc 2 2", begun(1));
    let near = desk.picture(&way);
    assert!(near.contains("a follow-up paper of 4"), "{near}");
    let desk = with();
    let further = desk.picture(&format!("{way} End 1"));
    assert!(further.contains("16 questions, 7 open") && further.contains("min left"), "{further}");
    let desk = with();
    let over = desk.picture(&format!("{way} End 1 2 2"));
    assert!(over.contains("Not passed."), "four that are open are four that are lost: {over}");
    assert!(desk.record().contains("\"further\""));
    // Left at the result, it waits in the list, also for the next session.
    let desk = with();
    desk.picture(&way);
    let waits = desk.picture(&format!("Esc {EXAMS}"));
    assert!(waits.contains("the follow-up paper is waiting"), "{waits}");
    assert!(desk.picture(&format!("Esc {EXAMS} 1")).contains("a follow-up paper of 4"));
}

#[test]
fn what_was_lost_is_told_by_section_and_an_exam_that_was_failed_waits() {
    let desk = Desk::new("en");
    let eight = answers(&run(&desk.pack, "entry"), &desk.pack, 0..8);
    let way = format!("{} 1{eight} Esc 2 2", begun(1));
    let failed = desk.picture(&way);
    assert!(failed.contains("Not passed.") && failed.contains("Points were lost in:"), "{failed}");
    let again = Desk::new("en").picture(&format!("{way} End 1 1"));
    assert!(again.contains("It may be begun again from"), "{again}");
    let before = Desk::new("en").picture(&format!("{} 2", to_exams()));
    assert!(before.contains("“Entry quiz” has to be passed before."), "{before}");
}

#[test]
fn a_scenario_of_a_paper_is_played_once_without_any_help() {
    let with = || Desk::new("en").with("basic", |exam| exam.after = None);
    let desk = with();
    let paper = run(&desk.pack, "basic").sitting().begun().paper.clone();
    let visit = &paper.visits[0];
    let mut session = Session::new(desk.pack.scenario(&visit.scenario).expect("there").clone(), visit.seed);
    let mut moves = 0;
    while !session.is_over() {
        let open =
            session.shown().into_iter().find(|(_, open)| *open == Open::Yes).map(|(id, _)| id).expect("a choice");
        session.take(open).expect("open");
        moves += 1;
    }
    let way = format!("{} 2 2", begun(2));
    let asked = with().picture(&format!("{} 2", begun(2)));
    assert!(asked.contains("played once, from its beginning to its end"), "{asked}");
    let played = desk.picture(&format!("{way}{}", " End 1 1".repeat(moves)));
    assert!(!played.contains("F3") && !played.contains("F4") && !played.contains("F6"), "no help: {played}");
    assert_eq!(desk.record().matches("\"chose\"").count(), moves, "{}", desk.record());
    let over = with().picture(&format!("{way}{} End 1", " End 1 1".repeat(moves)));
    assert!(over.contains("played") && over.contains("Hand in"), "{over}");
    let closed = with().picture(&format!("{way}{} End 1 2", " End 1 1".repeat(moves)));
    assert!(closed.contains("There is no way back into this scenario."), "{closed}");
    // Given up: asked first, and then it counts for nothing.
    let desk = with();
    let sure = desk.picture(&format!("{way} End 1 1 Esc"));
    assert!(sure.contains("Give this scenario up?"), "{sure}");
    assert!(!desk.record().contains("\"visit_left\""));
    let desk = with();
    let given_up = desk.picture(&format!("{way} End 1 1 Esc 2"));
    assert!(given_up.contains("given up") && desk.record().contains("\"visit_left\""), "{given_up}");
    // Left in the middle, it stands where it stood.
    let desk = with();
    desk.picture(&format!("{way} End 1 1"));
    let stands = desk.picture("Enter End");
    assert!(stands.contains("What do you do?") || stands.contains("over"), "{stands}");
}

#[test]
fn where_it_cannot_be_kept_no_exam_is_begun_and_a_write_that_failed_is_told_and_tried_again() {
    let desk = Desk::new("en");
    desk.picture("L i Enter Esc");
    fs::write(desk.sittings(), "in the way").expect("written");
    let refused = desk.picture(&begun(1)["L i Enter ".len()..]);
    assert!(refused.contains("An exam is not begun where it cannot be kept"), "{refused}");
    // What has not begun is not brought to the disk later either.
    let (lang, start) = (Lang::new("en").expect("a language"), Timestamp::UNIX_EPOCH);
    let (mut learner, _) = Saves::at(desk.saves.path()).open("Li", lang, start).expect("a learner");
    let begun_line = SittingLine {
        at: start,
        used: Duration::ZERO,
        what: SittingEvent::Begun(Box::new(run(&desk.pack, "entry").sitting().begun().clone())),
    };
    assert!(learner.begin_sitting(&begun_line).is_err());
    fs::remove_file(desk.sittings()).expect("removed");
    learner.set_language(lang).expect("written");
    assert!(learner.sittings().0.is_empty());

    let desk = Desk::new("en");
    let run = run(&desk.pack, "entry");
    let script = strokes(&format!("{} 1{}", begun(1), answers(&run, &desk.pack, 0..2)));
    assert!(desk.picture_of(script.clone()).contains("Kept."));
    for is_mended in [false, true] {
        let desk = Desk::new("en");
        let saves = desk.saves.path().to_owned();
        let (mut at, mut look, mut since) = ("2026-01-05T09:00:00Z".parse::<Timestamp>().expect("a moment"), 0, None);
        let shown = picture_when(desk.saves.path(), desk.pack.clone(), "en", (80, 24), script.clone(), move || {
            look += 1;
            at += Duration::from_millis(50);
            // From the first question on, for the time of its answer or for ever.
            if since.is_none() && has_shown(&saves) {
                block(&saves, true);
                since = Some(look);
            }
            if is_mended && since.is_some_and(|since| look == since + 12) {
                block(&saves, false);
            }
            at
        });
        if is_mended {
            assert_eq!(desk.record().matches("\"answered\"").count(), 2, "{shown}");
            assert!(shown.contains("Kept.") || shown.contains("saved again"), "{shown}");
        } else {
            assert!(shown.contains("not saved") && !shown.contains("Kept."), "it is told: {shown}");
        }
    }
}

fn has_shown(saves: &Path) -> bool {
    let learners = fs::read_dir(saves).into_iter().flatten().filter_map(Result::ok);
    let files = learners.map(|own| own.path().join("sittings/000001.sitting"));
    files.filter_map(|own| fs::read_to_string(own).ok()).any(|record| record.contains("\"shown\""))
}

/// Takes the folder of the sittings away, or brings it back.
fn block(saves: &Path, is_blocked: bool) {
    let mut learners = fs::read_dir(saves).expect("listed").map(|own| own.expect("one").path());
    let learner = learners.find(|own| own.is_dir()).expect("a learner");
    let (own, away) = (learner.join("sittings"), learner.join("away"));
    if is_blocked && own.is_dir() {
        fs::rename(&own, &away).expect("taken away");
        fs::write(&own, "in the way").expect("written");
    } else if !is_blocked && away.is_dir() {
        fs::remove_file(&own).expect("removed");
        fs::rename(&away, &own).expect("brought back");
    }
}

#[test]
fn every_page_of_an_exam_has_a_picture() {
    for lang in ["en", "zh"] {
        let show = |keys: &str| Desk::new(lang).picture(keys);
        let answered = answers(&run(bundled(), "entry"), bundled(), 0..2);
        let way = begun(1);
        assert_snapshot!(format!("exam_list_{lang}"), show(&to_exams()));
        assert_snapshot!(format!("exam_rules_{lang}"), show(&format!("{} 1", to_exams())));
        assert_snapshot!(format!("exam_overview_{lang}"), show(&format!("{way} 1 c{answered} Esc")));
        assert_snapshot!(format!("exam_question_{lang}"), show(&format!("{way} 1 c 2")));
        assert_snapshot!(format!("exam_sure_{lang}"), show(&format!("{way} 2")));
        assert_snapshot!(format!("exam_result_{lang}"), show(&format!("{way} 1{answered} Esc 2 2")));
        assert_snapshot!(format!("exam_help_{lang}"), show(&format!("{way} F1")));
    }
}

#[test]
fn an_exam_has_room_in_every_window() {
    for size in [(60, 20), (80, 24), (200, 60)] {
        for lang in ["en", "zh"] {
            let show = |keys: &str| Desk { size, ..Desk::new(lang) }.picture(keys);
            let (list, overview) = (show(&to_exams()), show(&begun(1)));
            assert!(list.contains("1  "), "{list}");
            assert!(overview.contains("12 [ ]"), "every question is in view: {overview}");
            let asked = show(&format!("{} 1", begun(1)));
            assert!(asked.contains("12"), "{asked}");
        }
    }
}
