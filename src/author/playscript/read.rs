//! From the text of a walk to what was typed, or to everything in it that cannot be read. It knows the notation, and no
//! scenario: whether there is such a choice or requirement is asked later, in `validate`.
//!
//! ```text
//! # Nobody answers, and the lift is out.
//! scenario customer_not_home
//! chance   lift broken
//! language en
//!
//! choose go_in
//! expect text "Seven floors"
//! expect locked ride
//! choose steady
//! expect clock < 10:00
//! ```

use super::mismatch::Mismatch;
use super::token::{Word, WordKind, words};
use crate::base::chance::Seed;
use crate::base::diagnostic::suggest;
use crate::content::notation::Source;
use crate::content::scenario::{Comparison, time_of_day};
use crate::play::scoring::{EntryKind, Label, Score, Verdict};
use std::ops::Range;

/// A walk as typed: it could be read, and may still name what is not there.
#[derive(Clone, Debug)]
pub struct Script {
    pub source: Source,
    pub scenario: Word,
    pub dice: DiceSpec,
    pub language: Option<Word>,
    pub steps: Vec<ScriptStep<Word, Word>>,
}

/// What the dice of the play are.
#[derive(Clone, Debug)]
pub enum DiceSpec {
    Seed(Seed),
    /// The first seed that gives these chances these outcomes; nothing named means seed 0.
    Named(Vec<(Word, Word)>),
}

/// One thing that a line says. `R` names a requirement and `E` an ending: words as typed, numbers once proven.
#[derive(Clone, Debug)]
pub struct ScriptStep<R, E> {
    /// The bytes of what a fault points at.
    pub at: Range<usize>,
    pub instruction: Instruction<R, E>,
}

#[derive(Clone, Debug)]
pub enum Instruction<R, E> {
    Choose(ChoiceRef),
    Expect(Expectation<R, E>),
}

/// A choice: bare it is an id, in quotation marks it is a part of its words on the screen.
pub(super) type ChoiceRef = Word;

/// What is expected at a moment of a play.
#[derive(Clone, Debug)]
pub enum Expectation<R, E> {
    /// These words were told since the last choice.
    Told(Box<str>),
    /// They were not.
    Untold(Box<str>),
    Open(ChoiceRef),
    /// Shown, and not open; with a part of the reason, if it is given.
    Locked(ChoiceRef, Option<Box<str>>),
    /// Not on the screen.
    Hidden(ChoiceRef),
    /// The ledger so far has this entry, caused by this choice if one is named.
    Entry {
        kind: EntryKind,
        requirement: R,
        by: Option<Word>,
    },
    Score(Comparison, Score),
    Mood(Comparison, i32),
    /// As the screen calls it.
    MoodWord(Word),
    /// Seconds since midnight.
    Clock(Comparison, u32),
    Ending(E),
    Verdict(Verdict),
    /// Of the last choice; none means that nothing else was open.
    Label(Option<Label>),
}

const FIRST_WORDS: [&str; 6] = ["scenario", "seed", "chance", "language", "choose", "expect"];

const EXPECTATIONS: [&str; 18] = [
    "text", "no", "open", "locked", "hidden", "met", "late", "broken", "missed", "yielded", "extra", "score", "mood",
    "clock", "ending", "verdict", "label", "entry",
];

const LABELS: [Label; 5] = [Label::Best, Label::Good, Label::Inaccuracy, Label::Mistake, Label::Blunder];

const KINDS: [EntryKind; 6] =
    [EntryKind::Met, EntryKind::Late, EntryKind::Missed, EntryKind::Broken, EntryKind::Extra, EntryKind::Yielded];

/// The longest walk, in lines: no visit has so many moments, and a fault a line must stay readable.
const LINES: usize = 5_000;

/// After so many faults the rest is not read: this is no walk, or one mistake runs through all of it.
const FAULTS: usize = 20;

/// Reads a walk.
///
/// # Errors
/// Every line that cannot be read.
pub fn read(source: &Source) -> Result<Script, Vec<Mismatch>> {
    let mut reader =
        ScriptReader { source, mismatches: Vec::new(), header: ScriptHeader::default(), steps: Vec::new() };
    let mut start = 0;
    for (number, line) in source.text.split('\n').enumerate() {
        if reader.mismatches.len() >= FAULTS {
            reader.mismatch(start..start, "nothing was read from here on").help("mend what is told above first");
            break;
        }
        if number == LINES {
            reader.mismatch(start..start, format!("the walk has more than {LINES} lines")).help("split it");
            break;
        }
        reader.line(line, start);
        start += line.len() + 1;
    }
    reader.finish()
}

#[derive(Default)]
struct ScriptHeader {
    scenario: Option<Word>,
    seed: Option<(Seed, Word)>,
    chances: Vec<(Word, Word)>,
    language: Option<Word>,
}

struct ScriptReader<'s> {
    source: &'s Source,
    mismatches: Vec<Mismatch>,
    header: ScriptHeader,
    steps: Vec<ScriptStep<Word, Word>>,
}

/// A fault that was just told, to be given its help.
struct Told<'f>(&'f mut Mismatch);

impl Told<'_> {
    fn help(self, help: impl AsRef<str>) {
        let mismatch = std::mem::replace(self.0, Mismatch::written(self.0.place.clone(), ""));
        *self.0 = mismatch.help(help);
    }
}

impl ScriptReader<'_> {
    fn mismatch(&mut self, at: Range<usize>, message: impl AsRef<str>) -> Told<'_> {
        self.mismatches.push(Mismatch::written(self.source.place_at(at), message));
        let last = self.mismatches.len() - 1;
        Told(&mut self.mismatches[last])
    }

    fn line(&mut self, line: &str, start: usize) {
        let found = match words(line, start) {
            Ok(found) => found,
            Err(unclosed) => {
                self.mismatch(unclosed.0, "this quotation is never closed")
                    .help("write the closing mark on the same line");
                return;
            }
        };
        let found = apart(found);
        let Some((first, rest)) = found.split_first() else { return };
        let head = first.text.trim_end_matches([':', '：']).to_lowercase();
        let late_head = FIRST_WORDS[..4].contains(&head.as_str()) && !self.steps.is_empty();
        if late_head {
            let message = format!("`{head}` stands after the first move");
            self.mismatch(first.at.clone(), message).help("who and what is played stands at the top, before the moves");
            return;
        }
        match head.as_str() {
            "scenario" => self.scenario(first, rest),
            "seed" => self.seed(first, rest),
            "chance" => self.chance(first, rest),
            "language" => self.language(first, rest),
            "choose" => self.choose(first, rest),
            "expect" => self.expect(first, rest),
            _ => {
                let near = suggest(&head, FIRST_WORDS).map(|near| format!("did you mean `{near}`?"));
                let all = "a line begins with choose or expect, at the top with scenario, seed, chance or language";
                let message = format!("no line of a walk begins with \"{}\"", first.text);
                self.mismatch(first.at.clone(), message).help(near.as_deref().unwrap_or(all));
            }
        }
    }

    fn once(&mut self, first: &Word, known: bool) -> bool {
        if known {
            self.mismatch(first.at.clone(), format!("`{}` stands twice", first.text)).help("keep one of them");
        }
        !known
    }

    /// The only word after the first, or a fault.
    fn single<'w>(&mut self, first: &Word, rest: &'w [Word], help: &str) -> Option<&'w Word> {
        match rest {
            [] => {
                self.mismatch(first.at.clone(), format!("something is missing after `{}`", first.text)).help(help);
                None
            }
            [word] => Some(word),
            [word, more, ..] => {
                self.mismatch(more.at.clone(), format!("nothing belongs after \"{}\" here", word.text)).help(help);
                None
            }
        }
    }

    fn scenario(&mut self, first: &Word, rest: &[Word]) {
        let word = self.single(first, rest, "write `scenario ID`; `doorstep list` prints the ids").cloned();
        if self.once(first, self.header.scenario.is_some()) {
            self.header.scenario = word;
        }
    }

    fn seed(&mut self, first: &Word, rest: &[Word]) {
        const HELP: &str = "write `seed 7`, a whole number; or name what the dice gave: `chance bell works`";
        let Some(word) = self.single(first, rest, HELP) else { return };
        let seed = word.text.parse().ok().filter(|number| *number < Seed::LIMIT).map(Seed::new);
        match seed {
            None => self.mismatch(word.at.clone(), format!("\"{}\" is no seed", word.text)).help(HELP),
            Some(seed) if self.once(first, self.header.seed.is_some()) => self.header.seed = Some((seed, word.clone())),
            Some(_) => {}
        }
    }

    fn chance(&mut self, first: &Word, rest: &[Word]) {
        match rest {
            [name, outcome] => self.header.chances.push((name.clone(), outcome.clone())),
            [name, is, outcome] if &*is.text == "is" => self.header.chances.push((name.clone(), outcome.clone())),
            _ => {
                let at = span(rest).unwrap_or(first.at.clone());
                self.mismatch(at, "this names no outcome of a chance")
                    .help("write `chance NAME OUTCOME`, as in `chance bell works`");
            }
        }
    }

    fn language(&mut self, first: &Word, rest: &[Word]) {
        let word = self.single(first, rest, "write `language zh` or `language en`").cloned();
        if self.once(first, self.header.language.is_some()) {
            self.header.language = word;
        }
    }

    fn choose(&mut self, first: &Word, rest: &[Word]) {
        if rest.is_empty() {
            let help = "write `choose ID`, or the words on the screen: `choose \"Press lightly\"`";
            self.mismatch(first.at.clone(), "which choice?").help(help);
        }
        for choice_ref in rest {
            self.steps
                .push(ScriptStep { at: choice_ref.at.clone(), instruction: Instruction::Choose(choice_ref.clone()) });
        }
    }

    fn expect(&mut self, first: &Word, rest: &[Word]) {
        let Some((what, rest)) = rest.split_first() else {
            self.mismatch(first.at.clone(), "what is expected?").help("write `expect` and one of: text, open, locked, hidden, met, late, broken, missed, yielded, score, mood, clock, ending, verdict, label");
            return;
        };
        let head = what.text.trim_end_matches([':', '：']).to_lowercase();
        let kind = KINDS.into_iter().find(|kind| kind.word() == head);
        match (head.as_str(), kind) {
            (_, Some(kind)) => self.entry(what, rest, kind),
            ("entry", _) => match rest.split_first() {
                Some((own, rest)) if KINDS.iter().any(|kind| kind.word() == &*own.text) => {
                    let kind = KINDS.into_iter().find(|kind| kind.word() == &*own.text);
                    kind.into_iter().for_each(|kind| self.entry(own, rest, kind));
                }
                _ => self
                    .mismatch(what.at.clone(), "which entry?")
                    .help("write `expect met ID`, or late, broken, missed, yielded, extra"),
            },
            ("text", _) => self.text(what, rest, Expectation::Told),
            ("no", _) => match rest.split_first() {
                Some((text, rest)) if &*text.text == "text" => self.text(text, rest, Expectation::Untold),
                _ => self.mismatch(what.at.clone(), "no what?").help("write `expect no text \"…\"`"),
            },
            ("open", _) => self.choices(what, rest, Expectation::Open),
            ("hidden", _) => self.choices(what, rest, Expectation::Hidden),
            ("locked", _) => self.locked(what, rest),
            ("score", _) => self.score(what, rest),
            ("mood", _) => self.mood(what, rest),
            ("clock", _) => self.clock(what, rest),
            ("ending", _) => {
                let help = "write `expect ending NAME`, the name in the scenario's `endings`";
                let ending = self.single(what, rest, help).cloned();
                ending.into_iter().for_each(|ending| self.expectation(ending.at.clone(), Expectation::Ending(ending)));
            }
            ("verdict", _) => self.verdict(what, rest),
            ("label", _) => self.label(what, rest),
            _ => {
                let near = suggest(&head, EXPECTATIONS).map(|near| format!("did you mean `expect {near}`?"));
                let all = "one can expect text, open, locked, hidden, met, late, broken, missed, yielded, extra, score, mood, clock, ending, verdict, label";
                let message = format!("nothing is expected by \"{}\"", what.text);
                self.mismatch(what.at.clone(), message).help(near.as_deref().unwrap_or(all));
            }
        }
    }

    fn expectation(&mut self, at: Range<usize>, expectation: Expectation<Word, Word>) {
        self.steps.push(ScriptStep { at, instruction: Instruction::Expect(expectation) });
    }

    fn text(&mut self, what: &Word, rest: &[Word], expectation: impl Fn(Box<str>) -> Expectation<Word, Word>) {
        let quoted = rest.iter().all(|word| word.kind == WordKind::Quoted && !word.text.trim().is_empty());
        match rest {
            [_, ..] if quoted => {
                rest.iter().for_each(|word| self.expectation(word.at.clone(), expectation(word.text.clone())))
            }
            _ => {
                let at = span(rest).unwrap_or(what.at.clone());
                self.mismatch(at, "which words?")
                    .help("write them in quotation marks: `expect text \"comes to the door\"`");
            }
        }
    }

    fn choices(&mut self, what: &Word, rest: &[Word], expectation: impl Fn(ChoiceRef) -> Expectation<Word, Word>) {
        if rest.is_empty() {
            self.mismatch(what.at.clone(), "which choice?").help(format!("write `expect {} ID`", what.text));
        }
        rest.iter().for_each(|choice_ref| self.expectation(choice_ref.at.clone(), expectation(choice_ref.clone())));
    }

    /// One choice with a part of its reason, or any number of choices.
    fn locked(&mut self, what: &Word, rest: &[Word]) {
        match rest {
            [choice_ref, reason] if reason.kind == WordKind::Quoted => {
                let at = choice_ref.at.start..reason.at.end;
                self.expectation(at, Expectation::Locked(choice_ref.clone(), Some(reason.text.clone())));
            }
            _ => self.choices(what, rest, |choice_ref| Expectation::Locked(choice_ref, None)),
        }
    }

    /// Requirements, and perhaps the choice that caused the entry: `met ID, ID by CHOICE`.
    fn entry(&mut self, what: &Word, rest: &[Word], kind: EntryKind) {
        const HELP: &str = "write `expect met visit.normal.07.r1`; the end of an id will do where only one ends so";
        let (ids, by) = match rest.iter().position(|word| &*word.text == "by") {
            None => (rest, None),
            Some(at) if at + 2 == rest.len() => (&rest[..at], Some(rest[at + 1].clone())),
            Some(at) => {
                self.mismatch(rest[at].at.clone(), "by which choice?").help("write `by` and the id of one choice");
                return;
            }
        };
        if ids.is_empty() {
            self.mismatch(what.at.clone(), "which requirement?").help(HELP);
        }
        for id in ids {
            self.expectation(id.at.clone(), Expectation::Entry { kind, requirement: id.clone(), by: by.clone() });
        }
    }

    /// A comparison and the word after it; equality where none is written.
    fn compared<'w>(&mut self, what: &Word, rest: &'w [Word], help: &str) -> Option<(Comparison, &'w Word)> {
        let (sign, rest) = match rest.split_first() {
            Some((sign, rest)) if sign.kind == WordKind::Sign => (Some(sign), rest),
            _ => (None, rest),
        };
        let order = match sign.map(|sign| &*sign.text) {
            None | Some("=" | "==") => Comparison::Equal,
            Some("<") => Comparison::Less,
            Some("<=" | "≤") => Comparison::LessOrEqual,
            Some(">") => Comparison::Greater,
            Some(">=" | "≥") => Comparison::GreaterOrEqual,
            Some("!=" | "≠") => Comparison::NotEqual,
            Some(other) => {
                let at = sign.map_or(what.at.clone(), |sign| sign.at.clone());
                self.mismatch(at, format!("\"{other}\" compares nothing")).help("use =, !=, <, <=, > or >=");
                return None;
            }
        };
        self.single(sign.unwrap_or(what), rest, help).map(|word| (order, word))
    }

    fn score(&mut self, what: &Word, rest: &[Word]) {
        const HELP: &str = "write `expect score 100` or `expect score >= 80`; at most two decimals";
        let Some((order, word)) = self.compared(what, rest, HELP) else { return };
        match hundredths(word.text.trim_end_matches(['%', '％'])) {
            Some(score) => self.expectation(word.at.clone(), Expectation::Score(order, score)),
            None => self.mismatch(word.at.clone(), format!("\"{}\" is no score", word.text)).help(HELP),
        }
    }

    fn mood(&mut self, what: &Word, rest: &[Word]) {
        const HELP: &str = "write a number, `expect mood >= -1`, or the screen's word, `expect mood calm`";
        let Some((order, word)) = self.compared(what, rest, HELP) else { return };
        match word.text.replace('−', "-").parse() {
            Ok(number) => self.expectation(word.at.clone(), Expectation::Mood(order, number)),
            Err(_) if order == Comparison::Equal => {
                self.expectation(word.at.clone(), Expectation::MoodWord(word.clone()))
            }
            Err(_) => self.mismatch(word.at.clone(), format!("\"{}\" is no number", word.text)).help(HELP),
        }
    }

    fn clock(&mut self, what: &Word, rest: &[Word]) {
        const HELP: &str = "write `expect clock 10:05`, `10:05:30` or `expect clock < 10:10`";
        let Some((order, word)) = self.compared(what, rest, HELP) else { return };
        match time_of_day(&word.text.replace('：', ":")) {
            Some(time) => self.expectation(word.at.clone(), Expectation::Clock(order, time)),
            None => self.mismatch(word.at.clone(), format!("\"{}\" is no time of day", word.text)).help(HELP),
        }
    }

    fn verdict(&mut self, what: &Word, rest: &[Word]) {
        const HELP: &str = "write `expect verdict pass` or `expect verdict fail`";
        let Some(word) = self.single(what, rest, HELP) else { return };
        match [Verdict::Pass, Verdict::Fail].into_iter().find(|verdict| verdict.word() == &*word.text) {
            Some(verdict) => self.expectation(word.at.clone(), Expectation::Verdict(verdict)),
            None => self.mismatch(word.at.clone(), format!("\"{}\" is no verdict", word.text)).help(HELP),
        }
    }

    fn label(&mut self, what: &Word, rest: &[Word]) {
        const HELP: &str = "labels are best, good, inaccuracy, mistake, blunder; none where nothing stood to choose";
        let Some(word) = self.single(what, rest, HELP) else { return };
        let label = match &*word.text {
            "none" => Some(None),
            text => LABELS.into_iter().find(|label| label.word() == text || (label.sign() == text)).map(Some),
        };
        match label {
            Some(label) => self.expectation(word.at.clone(), Expectation::Label(label)),
            None => self.mismatch(word.at.clone(), format!("\"{}\" is no label", word.text)).help(HELP),
        }
    }

    fn finish(mut self) -> Result<Script, Vec<Mismatch>> {
        if let (Some((_, seed)), [(chance, _), ..]) = (&self.header.seed, self.header.chances.as_slice()) {
            let at = seed.at.start.max(chance.at.start);
            let at = if at == seed.at.start { seed.at.clone() } else { chance.at.clone() };
            self.mismatch(at, "a seed and named chances stand together").help("keep the seed, or what the dice gave");
        }
        if self.header.scenario.is_none() && self.mismatches.is_empty() {
            self.mismatch(0..0, "the walk does not say which scenario is played").help("begin with `scenario ID`");
        }
        let ScriptHeader { scenario, seed, chances, language } = self.header;
        match scenario {
            Some(scenario) if self.mismatches.is_empty() => {
                let dice = seed.map_or(DiceSpec::Named(chances), |(seed, _)| DiceSpec::Seed(seed));
                Ok(Script { source: self.source.clone(), scenario, dice, language, steps: self.steps })
            }
            _ => Err(self.mismatches),
        }
    }
}

/// A first word that runs into the next, `seed:7`, falls into two.
fn apart(mut words: Vec<Word>) -> Vec<Word> {
    let Some(first) = words.first().filter(|first| first.kind == WordKind::Bare) else { return words };
    let Some((at, colon)) = first.text.char_indices().find(|(_, c)| matches!(c, ':' | '：')) else { return words };
    let end = at + colon.len_utf8();
    if end == first.text.len() {
        return words;
    }
    let piece = |own: Range<usize>| Word {
        text: first.text[own.clone()].into(),
        at: first.at.start + own.start..first.at.start + own.end,
        kind: WordKind::Bare,
    };
    let two = [piece(0..end), piece(end..first.text.len())];
    words.splice(0..1, two);
    words
}

/// The bytes from the first word to the last.
fn span(words: &[Word]) -> Option<Range<usize>> {
    Some(words.first()?.at.start..words.last()?.at.end)
}

/// `87.5` as 8,750 hundredths.
fn hundredths(text: &str) -> Option<Score> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() > 2 || whole.len() > 3 {
        return None;
    }
    let part = format!("{part:0<2}");
    let score = whole.parse::<u32>().ok()? * 100 + part.parse::<u32>().ok()?;
    (score <= Score::FULL.0).then_some(Score(score))
}
