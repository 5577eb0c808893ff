//! A fault in content: its code, how grave it is, where it stands, what is wrong and what to do.
//!
//! Diagnostics are values; drawing the source picture and choosing colours is the command line's work.

use super::bilingual::{Bilingual, Phrase};
use super::text::make_safe;
use crate::both;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A stable name for a kind of fault, shown as `DS014`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(pub u16);

impl Code {
    /// The file is not what its notation demands: a syntax fault, an unknown field, a wrong type.
    pub const NOTATION: Code = Code(1);
    /// The file was written for a newer program.
    pub const FORMAT: Code = Code(2);
    /// Two things have one name.
    pub const DUPLICATE: Code = Code(3);
    /// A name that nothing has.
    pub const UNKNOWN: Code = Code(4);
    /// A condition or effect that cannot be read.
    pub const CONDITION: Code = Code(5);
    /// A text lacks a language, or holds what may not be shown.
    pub const TEXT: Code = Code(6);
    /// A slot that is unknown, or differs between languages.
    pub const SLOT: Code = Code(7);
    /// A number, time or bound that makes no sense.
    pub const NUMBER: Code = Code(8);
    /// Parts that contradict each other.
    pub const STRUCTURE: Code = Code(9);
    /// A file or scenario beyond what can be held.
    pub const SIZE: Code = Code(10);
    /// Under some outcome of the dice nothing can be won.
    pub const NOTHING_TO_WIN: Code = Code(11);
    /// Under some outcome of the dice the best line breaks, misses or repairs something.
    pub const CONTRADICTION: Code = Code(12);
    /// A scene where nothing can be chosen.
    pub const SOFT_LOCK: Code = Code(13);
    /// A number leaves its bounds.
    pub const BOUNDS: Code = Code(14);
    /// A condition reads a chance that was not revealed.
    pub const UNREVEALED: Code = Code(15);
    /// The play cannot be searched to its end.
    pub const UNBOUNDED: Code = Code(16);
    /// A scene, choice or ending that no play reaches.
    pub const UNREACHABLE: Code = Code(17);
    /// A file or folder that cannot be read.
    pub const UNREADABLE: Code = Code(18);
    /// An `allow` that silences nothing, or that cannot be.
    pub const ALLOW: Code = Code(19);
    /// A situation from which only the clock leads out.
    pub const TRAP: Code = Code(20);
    /// A due requirement that no play meets.
    pub const NEVER_MET: Code = Code(21);
    /// A variable that is never read, or never changes.
    pub const UNUSED_VARIABLE: Code = Code(22);
    /// A chance that is never revealed, or never read.
    pub const UNUSED_CHANCE: Code = Code(23);
    /// A speaker or slot that no text uses.
    pub const UNUSED_NAME: Code = Code(24);
    /// A move that counts and is answered by no feedback.
    pub const NO_FEEDBACK: Code = Code(25);
    /// A text that was never translated.
    pub const UNTRANSLATED: Code = Code(26);
    /// The languages of a text disagree on a number or time.
    pub const STALE: Code = Code(27);
    /// Words that meet a prescribed utterance and lack a part of it.
    pub const WORDING: Code = Code(28);
    /// A number that contradicts the standard's.
    pub const FACT: Code = Code(29);
    /// A service number that is not the pack's.
    pub const HOTLINE: Code = Code(30);
    /// A name that no text may hold.
    pub const REAL_NAME: Code = Code(31);
    /// The best answer can be told by its length.
    pub const LONGEST: Code = Code(32);
    /// The best answer can be told by its tone.
    pub const POLITEST: Code = Code(33);
    /// The best answer can be told by its place.
    pub const PLACED: Code = Code(34);
    /// Whoever does not know how the dice will fall cannot reach 100.
    pub const FORESIGHT: Code = Code(35);
    /// Players who do not think pass.
    pub const THOUGHTLESS: Code = Code(36);
    /// A choice that is never the best and never the worst.
    pub const FILLER: Code = Code(37);
    /// A wrong choice that nobody would make.
    pub const UNTEMPTING: Code = Code(38);
    /// Two choices of one screen with the same words.
    pub const SAME_WORDS: Code = Code(39);
    /// A text that was never written.
    pub const PLACEHOLDER: Code = Code(40);
    /// A word that the pack does not use.
    pub const TERM: Code = Code(41);
    /// Quotation marks or punctuation of another script.
    pub const PUNCTUATION: Code = Code(42);
    /// A choice that is too long to be read at a glance.
    pub const LONG_CHOICE: Code = Code(43);
    /// A scene or ending in which nothing is said or shown.
    pub const SILENT: Code = Code(44);
    /// A choice that takes absurdly long.
    pub const DURATION: Code = Code(45);
    /// Minutes that do not fit the play.
    pub const MINUTES: Code = Code(46);
    /// A text that tells another hour than the clock.
    pub const HOUR: Code = Code(47);
    /// Something that looks like a private number.
    pub const PRIVATE_NUMBER: Code = Code(48);
    /// The best answer can be told by a mark on its surface.
    pub const SURFACE: Code = Code(49);
    /// The best answer can be told by a cheap rule.
    pub const CHEAP_RULE: Code = Code(50);
    /// A line, reply, route, lock or feedback that no play shows.
    pub const UNSHOWN: Code = Code(51);
    /// A duty is broken, a guard spoiled, or something due that never is.
    pub const NATURE: Code = Code(60);
    /// A requirement and the more general one that it is an instance of, both due or both marked by one choice.
    pub const TWINS: Code = Code(61);
    /// Two plays without a fault come to different totals.
    pub const CLEAN_TOTALS: Code = Code(62);
    /// A remedy becomes due where it can no longer be given.
    pub const STRANDED: Code = Code(63);
    /// A choice that does harm is worth more than every harmless one beside it.
    pub const TEMPTATION: Code = Code(64);
    /// Prescribed words are met by something that is not said.
    pub const UNSAID: Code = Code(65);
    /// A rule gives way in every situation.
    pub const ALWAYS_YIELDS: Code = Code(66);
    /// One choice meets a requirement and breaks or spoils it at once.
    pub const MET_AND_FAILED: Code = Code(67);
    /// One choice costs more than an eighth of the play.
    pub const PROPORTION: Code = Code(68);
    /// A pass comes too easily or too hard.
    pub const CALIBRATION: Code = Code(69);
    /// A reply of a phrase that is heard otherwise than its author says.
    pub const MISHEARD: Code = Code(70);
    /// The right answers of a bank can be told by their length.
    pub const QUESTION_LENGTH: Code = Code(80);
    /// The right answers of a bank can be told by their tone.
    pub const QUESTION_TONE: Code = Code(81);
    /// The right answers of a bank can be told by their place, or numbers do not rise.
    pub const QUESTION_PLACE: Code = Code(82);
    /// Absolute words stand only in what is wrong, or only in what is right.
    pub const QUESTION_ABSOLUTE: Code = Code(83);
    /// A right answer echoes its question, or copies the standard.
    pub const QUESTION_CLANG: Code = Code(84);
    /// A question that asks for what is not so, or denies twice.
    pub const QUESTION_NEGATIVE: Code = Code(85);
    /// An answer that speaks of the other answers.
    pub const QUESTION_ABOVE: Code = Code(86);
    /// Answers that are one and the same, overlap, or stand out.
    pub const QUESTION_OPTIONS: Code = Code(87);
    /// A number that counts as right and is not the standard's.
    pub const QUESTION_NUMBER: Code = Code(88);
    /// A question that tells its languages different things.
    pub const QUESTION_LANGUAGES: Code = Code(89);
    /// One question answers another.
    pub const QUESTION_ANSWERED: Code = Code(90);
    /// Two questions ask the same, or call the same words right and wrong.
    pub const QUESTION_TWICE: Code = Code(91);
    /// An exam that no paper can be drawn for.
    pub const EXAM_SHORT: Code = Code(92);
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DS{:03}", self.0)
    }
}

/// How grave a fault is, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The content cannot be used.
    Error,
    /// It can be used, and something in it is most likely wrong.
    Warning,
    /// Something worth a look.
    Note,
}

impl Severity {
    /// The word that programs read.
    pub fn word(self) -> &'static str {
        self.words().en
    }

    /// The word that people read.
    pub fn words(self) -> Phrase {
        match self {
            Severity::Error => Phrase::new("error", "错误"),
            Severity::Warning => Phrase::new("warning", "警告"),
            Severity::Note => Phrase::new("note", "提示"),
        }
    }
}

/// Where a diagnostic points.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// The file, as it is shown to people.
    pub file: Arc<str>,
    /// Bytes of the file; empty at 0 when the diagnostic concerns the whole file.
    pub span: Range<usize>,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The path to it inside the file, such as `scenes["landing"].choices[2].goto`.
    pub path: String,
}

/// The play that shows a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// None where no seed draws these outcomes by itself within the seeds that were tried.
    pub seed: Option<u64>,
    /// The ids of the choices that lead there, in order.
    pub choices: Vec<Box<str>>,
}

/// One fault in content, told so that its author can mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of fault it is.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// Where it stands.
    pub place: Location,
    /// A second place that belongs to it: the first of two duplicates.
    pub also: Option<Location>,
    /// What is wrong, as one sentence without a full stop; at most 300 characters.
    pub message: Bilingual,
    /// What to do, as one sentence; may be empty.
    pub help: Bilingual,
    /// The play that shows it, where only a play can.
    pub witness: Option<Witness>,
}

/// The longest message, in characters.
const MESSAGE: usize = 300;

/// The most choices of a play that is told with a diagnostic.
pub const LONGEST_WITNESS: usize = 400;

impl Diagnostic {
    /// An error; its message is cleaned and cut like any shown text.
    pub fn error(code: Code, place: Location, message: impl Into<Bilingual>) -> Diagnostic {
        let message = message.into().map(shown);
        Diagnostic {
            code,
            severity: Severity::Error,
            place,
            also: None,
            message,
            help: Bilingual::default(),
            witness: None,
        }
    }

    /// All of it but the play, on one line.
    pub fn told(&self) -> Bilingual {
        let Location { file, line, column, .. } = &self.place;
        let (severity, message, help) = (self.severity.words(), &self.message, &self.help);
        let told = both!(
            "{file}:{line}:{column}: {severity} [{code}]: {message}",
            "{file}:{line}:{column}: {severity} [{code}]：{message}",
            code = self.code;
            severity = severity, message = message
        );
        if help.is_empty() { told } else { both!("{told} ({help})", "{told}（{help}）"; told = told, help = help) }
    }

    /// The same, this grave.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Diagnostic {
        self.severity = severity;
        self
    }

    /// The same with advice, cleaned and cut like the message.
    #[must_use]
    pub fn help(mut self, help: impl Into<Bilingual>) -> Diagnostic {
        self.help = help.into().map(shown);
        self
    }

    /// The same with a second place that belongs to it.
    #[must_use]
    pub fn also(mut self, place: Location) -> Diagnostic {
        self.also = Some(place);
        self
    }

    /// The same with the play that shows it; one of more than [`LONGEST_WITNESS`] choices shows nobody anything.
    #[must_use]
    pub fn witness(mut self, witness: Witness) -> Diagnostic {
        self.witness = Some(witness).filter(|witness| witness.choices.len() <= LONGEST_WITNESS);
        self
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told().en)
    }
}

/// The words as they may be shown.
fn shown(words: &str) -> String {
    shorten(&make_safe(words))
}

/// The words, cut where they are longer than a message may be.
pub fn shorten(words: &str) -> String {
    if words.chars().count() <= MESSAGE {
        return words.to_owned();
    }
    words.chars().take(MESSAGE - 1).chain(['…']).collect()
}

/// The name among `known` that is most like `wrong`, if any is like it at all.
pub fn suggest<'k>(wrong: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let likeness = |name: &str| strsim::normalized_damerau_levenshtein(wrong, name);
    let best = known.into_iter().map(|name| (likeness(name), name)).max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 > 0.6).then_some(best.1)
}
