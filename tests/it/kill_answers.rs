//! `kill -9` at any moment loses no answer whose verdict was told, and no step of the course: the real program asks questions, in
//! a mixed round and at the end of a unit, is killed, and the journal must hold every answer. Some dozen times with
//! `cargo test`; `DOORSTEP_KILLS=2000 cargo test --test it kill_answers` does it two thousand times.

use crate::common::bundled;
use crate::kill::{KillMoment, LOOKS, dawdle, kills, listing};
use crate::program::Machine;
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::content::bank::Question;
use doorstep::play::asking::{Asked, Choices};
use doorstep::record::journal::{Happened, JournalEvent, ReviewSource};
use doorstep::speech::asking::offered;
use doorstep::speech::messages::Messages;
use doorstep::store::{JournalFault, Saves, StoreError};
use jiff::Timestamp;
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::Arc;

/// How often, unless `DOORSTEP_KILLS` says otherwise.
const KILLS: usize = 32;

fn lang() -> Lang {
    Lang::new("en").expect("a tag")
}

/// The right answer: for each step how many are offered, and the words that are right.
type Answer = Vec<(usize, Vec<String>)>;

fn right_answer(asked: &Asked, words: &Messages) -> Option<Answer> {
    let Some(choices) = asked.choices() else {
        return asked.marking().filter(doorstep::play::asking::Marking::is_right).map(|_| Vec::new());
    };
    ways(&choices).into_iter().find_map(|way| {
        let mut next = asked.clone();
        next.reply(&way).ok()?;
        let mut rest = right_answer(&next, words)?;
        let right = way.iter().map(|at| offered(words, &choices.offered[*at])).collect();
        rest.insert(0, (choices.offered.len(), right));
        Some(rest)
    })
}

fn ways(choices: &Choices) -> Vec<Vec<usize>> {
    let count = choices.offered.len();
    if !choices.is_many() {
        return (0..count).map(|at| vec![at]).collect();
    }
    (1..1_usize << count).map(|set| (0..count).filter(|at| set & (1 << at) != 0).collect()).collect()
}

/// Somebody who answers, as the program hears it.
struct Answering {
    child: Child,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
    words: Messages,
    /// How many verdicts were heard.
    told: usize,
}

/// Whether a line tells how an answer was.
fn is_verdict(line: &str) -> bool {
    matches!(line, "Right." | "Not right.") || line.starts_with("Partly right: ")
}

impl Answering {
    /// Opens the program, and types what leads to the questions.
    fn begin(machine: &Machine, learner: &str, typed: &str) -> Answering {
        let mut command = machine.command(&["play", "--plain", "--learner", learner]);
        command.env("COLUMNS", "9999");
        let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut child = started.expect("it starts");
        let mut input = child.stdin.take().expect("a pipe");
        input.write_all(typed.as_bytes()).expect("it listens");
        let output = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        Answering { child, input, output, words: Messages::new(lang()), told: 0 }
    }

    fn hear(&mut self) -> Option<String> {
        let line = self.output.next()?.ok()?;
        self.told += usize::from(is_verdict(&line));
        Some(line)
    }

    fn hear_until(&mut self, is_it: impl Fn(&str) -> bool) -> String {
        loop {
            let line = self.hear().expect("it goes on");
            if is_it(&line) {
                return line;
            }
        }
    }

    fn send(&mut self, typed: &str) {
        self.input.write_all(format!("{typed}\n").as_bytes()).expect("it listens");
    }

    /// The question that is put next.
    fn question(&mut self) -> Arc<Question> {
        self.hear_until(|line| line.starts_with("Question ") || line == "Once more.");
        let said = self.hear().expect("it goes on");
        // Names and hours of a question come from a seed that is not told.
        let forms = |own: &Arc<Question>| (0..64).map(|seed| own.form(Seed::new(seed))).collect::<Vec<_>>();
        let own = bundled().bank.questions.iter().flat_map(forms).find(|own| own.ask.in_lang(lang()) == said);
        own.unwrap_or_else(|| panic!("no question says {said}"))
    }

    /// Answers all steps of a question but the last; what is to be typed for that.
    fn answer(&mut self, question: &Arc<Question>) -> String {
        let asked = Asked::new(question, Seed::new(1));
        let steps = right_answer(&asked, &self.words).expect("it can be answered");
        let mut typed = String::new();
        for (number, (count, right)) in steps.iter().enumerate() {
            if number > 0 {
                self.send(&typed);
            }
            let shown: Vec<String> = (1..=*count)
                .map(|at| {
                    let line = self.hear_until(|line| line.starts_with(&format!("{at}. ")));
                    line.split_once(". ").expect("it was found so").1.to_owned()
                })
                .collect();
            let place = |own: &String| (shown.iter().position(|line| line == own).unwrap_or(0) + 1).to_string();
            typed = right.iter().map(place).collect::<Vec<_>>().join(" ");
        }
        typed
    }
}

/// What one kill left.
struct Left {
    /// Verdicts that were told.
    told: usize,
    /// Questions as they were put.
    put: Vec<Box<str>>,
    /// What the journal holds.
    events: Vec<JournalEvent>,
}

/// Answers so many questions, types the end of one more answer, and kills.
fn kill_after(machine: &Machine, learner: &str, way: &str, answers: usize, moment: &KillMoment) -> Left {
    let mut own = Answering::begin(machine, learner, way);
    let mut put = Vec::new();
    let mut last = String::new();
    for number in 0..=answers {
        let question = own.question();
        put.push(question.id.clone());
        last = own.answer(&question);
        if number < answers {
            own.send(&last);
            own.hear_until(is_verdict);
            own.send("n");
        }
    }
    let folder: PathBuf = machine.saves().join(learner);
    let found = listing(&folder);
    own.send(&last);
    match moment {
        KillMoment::Soon(turns) => dawdle(*turns),
        KillMoment::Writing => {
            let waits = (0..LOOKS).take_while(|_| listing(&folder) == found).count();
            assert!(waits < LOOKS, "nothing was ever written");
        }
        KillMoment::Told => drop(own.hear_until(is_verdict)),
    }
    own.child.kill().expect("it is killed");
    own.child.wait().expect("it ends");
    // What was printed between the last line that was read and the kill counts as well.
    while own.hear().is_some() {}
    let (events, notices) = Saves::at(machine.saves()).journal(learner).expect("it can be read");
    let is_torn = |own: &StoreError| matches!(own, StoreError::Journal { fault: JournalFault::Torn, .. });
    assert!(notices.iter().all(is_torn), "{notices:?}");
    Left { told: own.told, put, events }
}

/// The questions whose answers a journal holds, in their order. What one answer shows is written in a row.
fn answered(events: &[JournalEvent]) -> Vec<Box<str>> {
    let source = |event: &JournalEvent| match &event.what {
        Happened::Reviewed(review) => match &review.source {
            ReviewSource::Question(id) => Some(id.clone()),
            ReviewSource::Play(_) | ReviewSource::Moment(_) | ReviewSource::Phrase(_) => None,
        },
        _ => None,
    };
    let mut all: Vec<Box<str>> = events.iter().filter_map(source).collect();
    all.dedup();
    all
}

/// What leads from home to the questions: of a mixed round, and of the first unit, whose lesson is read on the way.
const WAYS: [&str; 2] = ["5\n1\n", "2\n1\n3\n"];

/// The questions of a unit.
const OF_A_UNIT: usize = 5;

#[test]
fn a_kill_at_any_moment_loses_no_answer_that_was_told() {
    let machine = Machine::new();
    let kills = kills(KILLS);
    let (mut unkept, mut untold, mut told, mut torn, mut checked) = (0, 0, 0, 0, 0);
    for kill in 0..kills {
        let (way, answers) = (WAYS[kill / 2 % 2], kill * 7 % OF_A_UNIT);
        let learner = format!("l{kill}");
        // Somebody who was here before, so that home is what opens.
        let (known, _) = Saves::at(machine.saves()).open(&learner, lang(), Timestamp::UNIX_EPOCH).expect("opened");
        known.close();
        let left = kill_after(&machine, &learner, way, answers, &KillMoment::of(kill));
        let kept = answered(&left.events);
        assert!(kept.len() >= left.told, "kill {kill}: {} told, {} kept", left.told, kept.len());
        assert_eq!(kept, left.put[..kept.len()], "kill {kill}: what is kept is what was answered");
        let is_in_course = way == WAYS[1];
        let has = |is_it: fn(&Happened) -> bool| left.events.iter().any(|event| is_it(&event.what));
        // The questions of a unit come behind its lesson, which was read then.
        assert_eq!(has(|own| matches!(own, Happened::LessonRead(_))), is_in_course, "kill {kill}");
        if is_in_course && left.told == OF_A_UNIT {
            assert!(has(|own| matches!(own, Happened::UnitChecked(_))), "kill {kill}: the unit was told to be done");
            checked += 1;
        }
        match (kept.len() > answers, left.told > answers) {
            (false, _) => unkept += 1,
            (true, false) => untold += 1,
            (true, true) => told += 1,
        }
        let (mut again, _) =
            Saves::at(machine.saves()).open(&learner, lang(), Timestamp::UNIX_EPOCH).expect("unlocked");
        assert_eq!(again.read_journal().len(), left.events.len(), "kill {kill}: the next start loses nothing");
        torn += usize::from(!again.take_notices().is_empty());
    }
    eprintln!(
        "{kills} kills: no answer lost that was told; the last was not kept {unkept} times, kept and not yet told {untold} \
         times, kept and told {told} times; {torn} times half a line was left, {checked} times a unit was done"
    );
    assert!(unkept + untold > 0 && told > 0, "kills come before and after the last answer is told");
}
