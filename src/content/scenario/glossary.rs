//! The words that a pack does not use, as `words.md` lists them: a table in a page that people read.
//!
//! A table is the pack's when its first row reads `lang | not | instead | where | except in`. All else is for people.

use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::Lang;
use crate::both;
use crate::content::notation::Source;
use std::ops::Range;

/// The words that a pack does not use.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    /// In the order of the page; the first that fits some words is told.
    pub terms: Vec<Term>,
}

/// A word that is not to be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// In texts of this language.
    pub lang: Lang,
    /// The word.
    pub not: Box<str>,
    /// What is said instead.
    pub instead: Box<str>,
    /// Whose words it is kept out of.
    pub kept_out_of: KeptOutOf,
    /// Longer words in which it is right.
    pub except: Vec<Box<str>>,
}

/// Whose words a term is kept out of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptOutOf {
    /// Every text.
    All,
    /// What the player says.
    Player,
    /// Everything but what others say: customers talk as they like.
    AllButOthers,
}

/// The first row of a table that is read.
const HEAD: [&str; 5] = ["lang", "not", "instead", "where", "except in"];

/// The words that may stand below `where`.
const WHERE: Phrase =
    Phrase::new("leave `where` empty, or write: you say, not others", "`where` 一栏留空，或者写 you say、not others");

/// A cell of a table, and where it stands.
struct Cell<'t> {
    words: &'t str,
    at: Range<usize>,
}

/// Reads the page; rows that make no sense are told and left out.
pub(super) fn read(source: &Source) -> (Glossary, Vec<Diagnostic>) {
    let (mut glossary, mut diagnostics) = (Glossary::default(), Vec::new());
    let (mut at, mut inside) = (0, false);
    for line in source.text.split_inclusive('\n') {
        let cells = cells(line, at);
        at += line.len();
        let is_head = cells.iter().map(|cell| cell.words.to_lowercase()).eq(HEAD);
        let is_rule = cells.iter().all(|cell| cell.words.chars().all(|c| matches!(c, '-' | ':')));
        inside = is_head || inside && !cells.is_empty();
        if inside && !is_head && !is_rule {
            match row(&cells) {
                Ok(terms) => glossary.terms.extend(terms),
                Err(fault) => diagnostics.push(told(source, fault)),
            }
        }
    }
    (glossary, diagnostics)
}

/// The cells of a row, without the blanks around them; none where the line is no row.
fn cells(line: &str, start: usize) -> Vec<Cell<'_>> {
    if !line.trim_start().starts_with('|') {
        return Vec::new();
    }
    let bars: Vec<usize> = line.match_indices('|').map(|(at, _)| at).collect();
    let cell = |bars: &[usize]| {
        let raw = &line[bars[0] + 1..bars[1]];
        let (words, from) = (raw.trim(), start + bars[1] - raw.trim_start().len());
        Cell { words, at: from..from + words.len() }
    };
    bars.windows(2).map(cell).collect()
}

struct RowFault {
    at: Range<usize>,
    message: Bilingual,
    help: Phrase,
}

fn told(source: &Source, fault: RowFault) -> Diagnostic {
    Diagnostic::error(Code::NOTATION, source.place_at(fault.at), fault.message).help(fault.help)
}

fn row(cells: &[Cell]) -> Result<Vec<Term>, RowFault> {
    let at = || cells.first().map_or(0..0, |cell| cell.at.clone());
    let [lang, not, instead, place, except] = cells else {
        let message = both!(
            "this row has {own} cells and needs {all}",
            "这一行有 {own} 格，应该有 {all} 格",
            own = cells.len(),
            all = HEAD.len()
        );
        let help = Phrase::new(
            "write | lang | not | instead | where | except in |",
            "写成 | lang | not | instead | where | except in | 这样",
        );
        return Err(RowFault { at: at(), message, help });
    };
    let fault = |cell: &Cell, message: Bilingual, help| RowFault { at: cell.at.clone(), message, help };
    let tag = Lang::new(lang.words);
    let tag = tag.ok_or_else(|| {
        let message = both!("\"{tag}\" is no language", "\"{tag}\" 不是语言", tag = lang.words);
        fault(lang, message, Phrase::new("write a tag such as zh or en", "写语言代码，例如 zh 或 en"))
    })?;
    let kept_out_of = match place.words {
        "" => KeptOutOf::All,
        "you say" => KeptOutOf::Player,
        "not others" => KeptOutOf::AllButOthers,
        other => {
            let message = both!("\"{other}\" cannot stand below `where`", "`where` 一栏不能写 \"{other}\"");
            return Err(fault(place, message, WHERE));
        }
    };
    if not.words.is_empty() || instead.words.is_empty() {
        let message = Phrase::new("a word and what is said instead belong here", "这里要写禁用的词和该用的词").into();
        let help = Phrase::new("fill both cells", "两格都要填");
        return Err(fault(if not.words.is_empty() { not } else { instead }, message, help));
    }
    let term = |word: Box<str>| {
        let except = listed(except.words).filter(|longer| longer.contains(&*word)).collect();
        Term { lang: tag, not: word, instead: instead.words.into(), kept_out_of, except }
    };
    Ok(listed(not.words).map(term).collect())
}

/// The words of a cell: parted by commas.
fn listed(words: &str) -> impl Iterator<Item = Box<str>> {
    words.split([',', '，', '、']).map(str::trim).filter(|word| !word.is_empty()).map(Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# Words\n\n| zh | en |\n|---|---|\n| 客户 | customer, not user |\n\n\
        | lang | not | instead | where | except in |\n|---|---|---|---|---|\n\
        | zh | 用户、顾客 | 客户 | | 用户名 |\n| zh | 你 | 您 | you say | 你们 |\n\nEnd.\n| zh | 甲 | 乙 | | |\n";

    #[test]
    fn the_table_is_found_among_others_and_read_word_by_word() {
        let (glossary, diagnostics) = read(&Source::new("words.md", PAGE));
        assert_eq!(diagnostics, []);
        let told: Vec<String> = glossary
            .terms
            .iter()
            .map(|term| format!("{} {:?} {}", term.not, term.kept_out_of, term.except.len()))
            .collect();
        assert_eq!(told, ["用户 All 1", "顾客 All 0", "你 Player 1"]);
    }

    #[test]
    fn a_row_that_makes_no_sense_is_told_at_its_line() {
        let rows = ["| ? | a | b | | |", "| en | | b | | |", "| en | a | b | mine | |", "| en | a | b |"];
        for row in rows {
            let page = format!("| lang | not | instead | where | except in |\n|---|---|---|---|---|\n{row}\n");
            let (glossary, diagnostics) = read(&Source::new("words.md", &page));
            assert_eq!((glossary.terms.len(), diagnostics.len(), diagnostics[0].place.line), (0, 1, 3), "{row}");
        }
    }
}
