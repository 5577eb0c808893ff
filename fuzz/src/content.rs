//! Readers of content: a scenario, a fragment, the standard, a pack, a condition, questions, a course. What is sound is also
//! played, put or followed.

use super::shown::{are_sound, is_one_safe_line, is_safe};
use super::world;
use doorstep::author::check::check_within;
use doorstep::base::chance::Seed;
use doorstep::content::bank::Question;
use doorstep::content::notation::Source;
use doorstep::content::scenario::{PackSources, Scenario, load};
use doorstep::content::standard::Standard;
use doorstep::play::asking::Asked;
use doorstep::play::engine::{Open, Session};
use doorstep::speech::messages::Messages;
use doorstep::speech::narration::{Detail, Narrator, Passage};
use doorstep::trainer::course::{check, followed};
use std::sync::Arc;

/// The most moves of a play: a scenario may let its player wait for ever.
const MOVES: usize = 60;

/// So many states are walked by the rules, so that one input takes no longer than a moment.
const STATES: usize = 2_000;

/// A scenario in the small world.
pub fn scenario(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let sources = PackSources { scenarios: vec![Source::new("visit.ron", text)], ..world::sources() };
    judge(&sources);
}

/// The fragment that the scenario of the small world calls.
pub fn fragment(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let sources = PackSources { fragments: vec![Source::new("fragments/covers.ron", text)], ..world::sources() };
    judge(&sources);
}

/// The standard's own file, and any of its sections.
pub fn standard(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let mut sources = world::sources();
    if text.contains("Standard") {
        sources.standard = Source::new("standard/standard.ron", text);
    } else {
        sources.sections[1] = Source::new("standard/02_taboos.ron", text);
    }
    judge(&sources);
}

/// The words that all scenarios of a pack may use.
pub fn pack(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    judge(&PackSources { pack: Source::new("pack.ron", text), ..world::sources() });
}

/// Questions about the small standard: what is sound is put, and answered in several ways.
pub fn questions(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    judge(&PackSources { questions: vec![Source::new("questions/door.ron", text)], ..world::sources() });
}

/// A course of the small world: what is sound is followed from its first unit.
pub fn course(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let courses = vec![Source::new("courses/first.ron", text)];
    judge(&PackSources {
        questions: vec![Source::new("questions/door.ron", world::QUESTIONS)],
        courses,
        ..world::sources()
    });
}

/// A condition, wherever one can stand; and an effect.
pub fn condition(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    // Rust escapes a string as the notation does.
    let typed = format!("{text:?}");
    let due = format!("{:?}", format!("basic.door.02.r1 when {text}"));
    let places = [
        (r#"when: "rings < 2""#, format!("when: {typed}")),
        (r#""basic.door.02.r1 when bell is works""#, due),
        (r#""looked = true""#, typed.clone()),
        (r#"when: "not looked""#, format!("when: {typed}")),
    ];
    for (was, is) in places {
        assert!(world::SCENARIO.contains(was), "the world has no {was}");
        scenario(world::SCENARIO.replacen(was, &is, 1).as_bytes());
    }
}

/// Everything that is found must be sound, and everything that is valid must be playable.
fn judge(sources: &PackSources) {
    // Around a world that is broken itself everything would be refused, and nothing played.
    world::pack();
    let files: Vec<&Source> = [&sources.pack, &sources.standard]
        .into_iter()
        .chain(&sources.sections)
        .chain(&sources.questions)
        .chain(&sources.courses)
        .chain(&sources.fragments)
        .chain(&sources.scenarios)
        .collect();
    match load(sources) {
        Err(diagnostics) => {
            assert!(!diagnostics.is_empty(), "refused without a reason");
            are_sound(&diagnostics, &files);
        }
        Ok(loaded) => {
            are_sound(&loaded.diagnostics, &files);
            for scenario in loaded.pack.scenarios.iter() {
                are_sound(&check_within(scenario, &loaded.pack.standard, STATES), &files);
                play(scenario, &loaded.pack.standard);
            }
            loaded.pack.bank.questions.iter().for_each(put);
            for unit in followed(&loaded.pack.courses, &[]) {
                assert!(!unit.unit.lesson.steps.is_empty() && !unit.unit.requirements().is_empty());
                let round = check(&unit, &loaded.pack.bank, Seed::new(1)).expect("its questions are there");
                assert_eq!(round.place().1, unit.unit.check.len());
            }
        }
    }
}

/// Puts a question under some seeds, answers each step in another way, and reads what is told.
fn put(question: &Arc<Question>) {
    for (number, seed) in (0..4).map(Seed::new).enumerate() {
        let mut asked = Asked::new(question, seed);
        let mut steps = 0;
        while let Some(choices) = asked.choices() {
            assert!(!choices.offered.is_empty(), "nothing can be answered");
            asked.reply(&[(number + steps) % choices.offered.len()]).expect("it is offered");
            steps += 1;
            assert!(steps < 1_000, "a question comes to its end");
        }
        let marking = asked.marking().expect("it was answered");
        assert!(marking.points <= 100 && !marking.answers.is_empty(), "{marking:?}");
        question.ask.iter().chain(question.claim.iter()).for_each(|(_, words)| is_safe(words));
    }
}

/// Plays a scenario, each time another way, and reads everything that is told.
fn play(scenario: &Arc<Scenario>, standard: &Standard) {
    for (number, seed) in (0..4).map(Seed::new).enumerate() {
        let mut session = Session::new(scenario.clone(), seed);
        while session.turns().len() < MOVES {
            let open: Vec<_> = session.shown().into_iter().filter(|(_, open)| *open == Open::Yes).collect();
            let turn = session.turns().len();
            let Some((choice, _)) = open.get((turn + number) % open.len().max(1)) else { break };
            session.take(*choice).expect("it is open");
        }
        for language in &scenario.languages {
            let words = Messages::new(*language);
            let narrator = Narrator { scenario, standard, words: &words, player: "小陈" };
            narrator.opening(&session).iter().for_each(read);
            let turns = 0..session.turns().len();
            turns.flat_map(|turn| narrator.turn(&session, turn, Detail::Whole)).for_each(|passage| read(&passage));
        }
    }
}

fn read(passage: &Passage) {
    match passage {
        Passage::Place(words) | Passage::Narration(words) | Passage::Feedback(words) | Passage::Ended(words) => {
            is_safe(words);
        }
        Passage::Speech { speaker, how, words } => {
            is_one_safe_line(speaker);
            if let Some(how) = how {
                is_safe(how);
            }
            is_safe(words);
        }
        Passage::Chosen { words, .. } => is_safe(words),
        Passage::Mood { .. } | Passage::Marks(_) | Passage::DueChanged { .. } | Passage::TimedOut => {}
    }
}
