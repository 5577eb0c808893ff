//! A script read line by line: what each line is about, by its first word.

use super::arguments::keyword;
use super::expectation::expectations;
use super::header::ScriptHeader;
use crate::author::playscript::mismatch::Mismatch;
use crate::author::playscript::mismatches::Mismatches;
use crate::author::playscript::script::{Instruction, Script, TypedStep};
use crate::author::playscript::token::{Word, WordKind, words};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::suggest;
use crate::both;
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
            let help = Phrase::new("mend what is told above first", "先改好上面说的");
            let message = Phrase::new("nothing was read from here on", "从这里起没有再读");
            reader.mismatches.add(start..start, message, help);
            break;
        }
        if number == LINES {
            let message = both!("the walk has more than {LINES} lines", "脚本超过 {LINES} 行");
            reader.mismatches.add(start..start, message, Phrase::new("split it", "把它拆开"));
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
                let help = Phrase::new("write the closing mark on the same line", "在同一行补上后引号");
                let message = Phrase::new("this quotation is never closed", "引号没有关上");
                self.mismatches.add(unclosed.0, message, help);
                return;
            }
        };
        let found = apart(found);
        let Some((first, rest)) = found.split_first() else { return };
        let keyword = keyword(first);
        if HEADER_WORDS.contains(&keyword.as_str()) && !self.steps.is_empty() {
            let message = both!("`{keyword}` stands after the first move", "`{keyword}` 写在了第一步之后");
            let help = Phrase::new(
                "who and what is played stands at the top, before the moves",
                "演谁、演什么，写在最上面，各步之前",
            );
            self.mismatches.add_at(first, message, help);
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
            let help = both!(
                "write `choose ID`, or the words on the screen: `choose \"Press lightly\"`",
                "写成 `choose 编号`，或者写屏幕上的字：`choose “轻轻按一下”`"
            );
            self.mismatches.add_at(first, Phrase::new("which choice?", "哪个选项？"), help);
        }
        let step =
            |choice: &Word| TypedStep { at: choice.at.clone(), instruction: Instruction::Choose(choice.clone()) };
        self.steps.extend(rest.iter().map(step));
    }

    fn unknown(&mut self, first: &Word, keyword: &str) {
        let near = suggest(keyword, FIRST_WORDS).map(|near| both!("did you mean `{near}`?", "是不是想写 `{near}`？"));
        let all = Phrase::new(
            "a line begins with choose or expect, at the top with scenario, seed, chance or language",
            "每行以 choose 或 expect 开头，最上面的以 scenario、seed、chance 或 language 开头",
        );
        let message =
            both!("no line of a walk begins with \"{word}\"", "走查脚本没有以 \"{word}\" 开头的行", word = first.text);
        self.mismatches.add_at(first, message, near.unwrap_or_else(|| all.into()));
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
