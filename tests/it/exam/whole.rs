//! A paper from its rules to its certificate, in the real program: on a screen and in lines of text, in both languages, with
//! a proctor who opens and closes it.

use super::marking::right;
use crate::common::bundled;
use crate::program::Machine;
use crate::program::pty::{Setting, Terminal, USUAL};
use doorstep::play::asking::Asked;
use doorstep::record::sitting::{ItemReply, SittingBegun, SittingEvent, SittingLine};
use doorstep::store::HandedInSitting;
use std::io::{BufRead, BufReader, Lines, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

const FILE: &str = "saves/li/sittings/000001.sitting";

/// What is shown on the way, by language.
struct Shown {
    lang: &'static str,
    new: &'static str,
    begin: &'static str,
    opens: &'static str,
    closes: &'static str,
    kept: &'static str,
    sure: &'static str,
    passed: &'static str,
    level: &'static str,
    good: &'static str,
}

const SHOWN: [Shown; 2] = [
    Shown {
        lang: "en",
        new: "may be begun",
        begin: "Begin now",
        opens: "to open this sitting",
        closes: "to close this sitting",
        kept: "The code is on record.",
        sure: "No, back",
        passed: "Passed.",
        level: "Level “supervised”: Luo opened and closed it",
        good: "Genuine and valid.",
    },
    Shown {
        lang: "zh",
        new: "可以开考",
        begin: "现在开考",
        opens: "算出开考码",
        closes: "算出收卷码",
        kept: "监考码已记录",
        sure: "不了，回去",
        passed: "通过。",
        level: "可信程度“监考”：由 Luo 开考和收卷",
        good: "真实有效。",
    },
];

/// An issuer and a proctor of hers.
fn prepare(machine: &Machine) {
    for arguments in [
        &["issuer", "new", "A", "--key", "keys/a.key"][..],
        &["issuer", "proctor", "Luo", "--key", "keys/a.key", "--out", "keys/luo.key"],
    ] {
        assert_eq!(machine.run(arguments).code, Some(0));
    }
}

/// What the proctor answers to what is shown.
fn code_for(machine: &Machine, shown: &str) -> String {
    let is_sign = |sign: char| sign.is_ascii_uppercase() || sign.is_ascii_digit() || sign == '-';
    let challenge = shown.split(|sign| !is_sign(sign)).find(|word| word.len() == 19).expect("a challenge");
    let code = machine.run(&["exam", "code", challenge, "--key", "keys/luo.key"]);
    assert_eq!(code.code, Some(0), "{challenge}: {code:?}");
    code.out.trim().to_owned()
}

/// The first sitting of a learner, as it is on the disk.
pub(super) fn record(machine: &Machine, learner: &str) -> Vec<SittingLine> {
    let path = machine.saves().join(learner).join("sittings/000001.sitting");
    HandedInSitting::open(&path, &path).expect("it was begun").lines().to_vec()
}

fn begun(lines: &[SittingLine]) -> &SittingBegun {
    match &lines[0].what {
        SittingEvent::Begun(begun) => begun,
        _ => panic!("it begins so"),
    }
}

/// What is right, question by question: for each step what is chosen, and of how many where it may be several.
pub(super) fn rights(lines: &[SittingLine]) -> Vec<(ItemReply, Vec<Option<usize>>)> {
    let begun = begun(lines);
    let question = |id| bundled().bank.find(id).expect("in the bank");
    let all = begun.paper.items.iter().map(|item| {
        let question = question(&item.question);
        let reply = right(question, begun.seed);
        let mut asked = Asked::new(question, begun.seed);
        let many = reply.iter().map(|chosen| {
            let choices = asked.choices().expect("a step");
            asked.reply(chosen).expect("it can be answered");
            choices.is_many().then_some(choices.offered.len())
        });
        (reply.clone(), many.collect())
    });
    all.collect()
}

/// The certificate of what was sat, and what is said when it is checked.
fn certify(machine: &Machine, shown: &Shown) {
    let said = machine.run(&["certify", FILE, "li.certificate", "--key", "keys/a.key", "--html", "li.html"]);
    assert!(said.code == Some(0) && said.err.is_empty(), "{said:?}");
    let said = machine.run(&["verify", "li.certificate", "--issuer", "keys/a.card", "--lang", shown.lang]);
    assert!(said.code == Some(0) && said.out.contains(shown.good) && said.out.contains(shown.level), "{said:?}");
}

#[test]
fn a_paper_is_sat_on_the_screen_from_its_rules_to_its_certificate() {
    for shown in &SHOWN {
        let arguments = format!("exam sit entry --learner li --proctor Luo --lang {}", shown.lang);
        let mut terminal = Terminal::open(&Setting { size: (200, 60), arguments: &arguments, ..USUAL });
        prepare(&terminal.machine);
        let saves = terminal.machine.saves();
        for row in [shown.new, shown.begin] {
            terminal.shows(row);
            terminal.send(b"\r");
        }
        witness(&mut terminal, shown.opens, shown.kept);
        terminal.send(b"1");
        for (place, (reply, many)) in rights(&record(&terminal.machine, "li")).iter().enumerate() {
            let count = || std::fs::read_to_string(saves.join("li/sittings/000001.sitting")).expect("kept");
            for (chosen, many) in reply.iter().zip(many) {
                let last = many.unwrap_or(chosen[0]) + 1;
                let picked = chosen.iter().map(|at| at + 1).chain(many.iter().flat_map(|_| [last, last]));
                for number in if many.is_some() { picked.collect::<Vec<_>>() } else { vec![last, last] } {
                    terminal.send(format!("\x1b[F{number}").as_bytes());
                    terminal.pass(std::time::Duration::from_millis(15));
                }
            }
            terminal.wait_for(|_| count().matches("\"answered\"").count() > place);
        }
        terminal.wait_for(|picture| picture.contains("12 [x]"));
        terminal.send(b"1");
        terminal.shows(shown.sure);
        terminal.send(b"2");
        let over = terminal.shows(shown.passed);
        assert!(over.contains("100"), "{over}");
        terminal.send(b"1");
        witness(&mut terminal, shown.closes, shown.kept);
        terminal.signal("TERM");
        assert_eq!(terminal.ended(), 0);
        certify(&terminal.machine, shown);
    }
}

fn witness(terminal: &mut Terminal, asked: &str, kept: &str) {
    let told = terminal.shows(asked);
    let code = code_for(&terminal.machine, &told);
    terminal.send(format!("{code}\r").as_bytes());
    terminal.shows(kept);
}

/// The program in lines of text, with somebody who reads them.
pub(super) struct Sitting {
    pub child: Child,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
}

impl Sitting {
    pub(super) fn open(machine: &Machine, learner: &str, more: &[&str]) -> Sitting {
        let mut command = machine.command(&[&["exam", "sit", "entry", "--learner", learner, "--plain"], more].concat());
        command.env("COLUMNS", "9999");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
        let input = child.stdin.take().expect("a pipe");
        let output = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        Sitting { child, input, output }
    }

    pub(super) fn hear(&mut self, words: &str) -> String {
        let mut all = String::new();
        loop {
            let Some(Ok(line)) = self.output.next() else { panic!("{words} was never said:\n{all}") };
            all += &format!("{line}\n");
            if line.contains(words) {
                return line;
            }
        }
    }

    pub(super) fn send(&mut self, typed: &str) {
        self.input.write_all(format!("{typed}\n").as_bytes()).expect("it listens");
    }

    /// Picks and confirms what is chosen in each step of a question.
    pub(super) fn answer(&mut self, reply: &ItemReply) {
        for chosen in reply {
            let typed = chosen.iter().map(|at| (at + 1).to_string()).collect::<Vec<_>>().join(" ");
            self.send(&typed);
            self.send(&typed);
        }
    }

    fn witness(&mut self, machine: &Machine, asked: &str, kept: &str) {
        let told = self.hear(asked);
        let code = code_for(machine, &told);
        self.send(&code);
        self.hear(kept);
    }

    fn kill(mut self) {
        self.child.kill().expect("it is killed");
        self.child.wait().expect("it ends");
    }
}

#[test]
fn a_paper_is_sat_in_lines_of_text_from_its_rules_to_its_certificate() {
    for shown in &SHOWN {
        let machine = Machine::new();
        prepare(&machine);
        let mut own = Sitting::open(&machine, "li", &["--proctor", "Luo", "--lang", shown.lang]);
        own.send("1");
        // The machine dies before she has opened it, and she is asked again; nobody has to name her anew.
        own.hear(shown.opens);
        own.kill();
        let mut own = Sitting::open(&machine, "li", &["--lang", shown.lang]);
        own.witness(&machine, shown.opens, shown.kept);
        own.send("1");
        for (reply, _) in rights(&record(&machine, "li")) {
            own.answer(&reply);
        }
        own.send("b");
        own.send("y");
        own.hear(shown.passed);
        // The machine dies again, before she has closed it.
        own.hear(shown.closes);
        own.kill();
        let mut own = Sitting::open(&machine, "li", &["--lang", shown.lang]);
        own.witness(&machine, shown.closes, shown.kept);
        own.kill();
        certify(&machine, shown);
    }
}

#[test]
fn without_her_code_she_is_asked_twice() {
    let machine = Machine::new();
    prepare(&machine);
    let mut own = Sitting::open(&machine, "li", &["--proctor", "Luo"]);
    own.send("1");
    own.hear("to open this sitting");
    own.send("b");
    own.hear("Go on without the proctor’s code?");
    own.send("b");
    own.hear("to open this sitting");
    own.send("b");
    own.send("y");
    own.hear("Without the proctor’s code, then");
    own.kill();
}
