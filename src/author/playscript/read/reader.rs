//! A script read line by line: what each line is about, by its first word.

use super::arguments::keyword;
use super::expectation::expectations;
use super::header::ScriptHeader;
use crate::author::playscript::mismatch::Mismatch;
use crate::author::playscript::mismatches::Mismatches;
use crate::author::playscript::script::{Instruction, Script, TypedStep};
use crate::author::playscript::token::{Word, WordKind, words};
use crate::base::diagnostic::suggest;
use crate::content::notation::Source;
use std::ops::Range;

/// The first words of lines at the top, and of those below it.
const HEADER_WORDS: [&str; 4] = ["scenario", "seed", "chance", "language"];
const FIRST_WORDS: [&str; 6] = ["scenario", "seed", "chance", "language", "choose", "expect"];

/// The longest script, in lines: no visit has so many moments, and a mismatch a line must stay readable.
const LINES: usize = 5_000;

/// After so many mismatches the rest is not read: this is no script, or one mistake runs through all of it.
const MISMATCHES: usize = 20;

/// Reads a script.
///
/// # Errors
/// Every line that cannot be read.
pub fn read(source: &Source) -> Result<Script, Vec<Mismatch>> {
    let mismatches = Mismatches::new(source);
    let mut reader = ScriptReader { mismatches, header: ScriptHeader::default(), steps: Vec::new() };
    let mut start = 0;
    for (number, line) in source.text.split('\n').enumerate() {
        if reader.mismatches.len() >= MISMATCHES {
            reader.mismatches.add(start..start, "nothing was read from here on", "mend what is told above first");
            break;
        }
        if number == LINES {
            reader.mismatches.add(start..start, format!("the walk has more than {LINES} lines"), "split it");
            break;
        }
        reader.line(line, start);
        start += line.len() + 1;
    }
    reader.finish(source)
}

struct ScriptReader<'s> {
    mismatches: Mismatches<'s>,
    header: ScriptHeader,
    steps: Vec<TypedStep>,
}

impl ScriptReader<'_> {
    /// `start` is the byte of the text at which the line begins.
    fn line(&mut self, line: &str, start: usize) {
        let found = match words(line, start) {
            Ok(found) => found,
            Err(unclosed) => {
                let help = "write the closing mark on the same line";
                self.mismatches.add(unclosed.0, "this quotation is never closed", help);
                return;
            }
        };
        let found = apart(found);
        let Some((first, rest)) = found.split_first() else { return };
        let keyword = keyword(first);
        if HEADER_WORDS.contains(&keyword.as_str()) && !self.steps.is_empty() {
            let message = format!("`{keyword}` stands after the first move");
            self.mismatches.add_at(first, message, "who and what is played stands at the top, before the moves");
            return;
        }
        match keyword.as_str() {
            "scenario" => self.header.read_scenario(first, rest, &mut self.mismatches),
            "seed" => self.header.read_seed(first, rest, &mut self.mismatches),
            "chance" => self.header.read_chance(first, rest, &mut self.mismatches),
            "language" => self.header.read_language(first, rest, &mut self.mismatches),
            "choose" => self.choose(first, rest),
            "expect" => self.steps.extend(expectations(first, rest, &mut self.mismatches)),
            _ => self.unknown(first, &keyword),
        }
    }

    fn choose(&mut self, first: &Word, rest: &[Word]) {
        if rest.is_empty() {
            let help = "write `choose ID`, or the words on the screen: `choose \"Press lightly\"`";
            self.mismatches.add_at(first, "which choice?", help);
        }
        let step =
            |choice: &Word| TypedStep { at: choice.at.clone(), instruction: Instruction::Choose(choice.clone()) };
        self.steps.extend(rest.iter().map(step));
    }

    fn unknown(&mut self, first: &Word, keyword: &str) {
        let near = suggest(keyword, FIRST_WORDS).map(|near| format!("did you mean `{near}`?"));
        let all = "a line begins with choose or expect, at the top with scenario, seed, chance or language";
        let message = format!("no line of a walk begins with \"{}\"", first.text);
        self.mismatches.add_at(first, message, near.as_deref().unwrap_or(all));
    }

    fn finish(mut self, source: &Source) -> Result<Script, Vec<Mismatch>> {
        self.header.check(&mut self.mismatches);
        let dice = self.header.dice();
        match self.header.scenario {
            Some(scenario) if self.mismatches.is_empty() => {
                let (source, language) = (source.clone(), self.header.language);
                Ok(Script { source, scenario, dice, language, steps: self.steps })
            }
            _ => Err(self.mismatches.into_vec()),
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
