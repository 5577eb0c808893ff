//! Questions as a table, a row for each language of each question.

use super::columns::COLUMNS;
use super::csv_kind::RowFields;
use super::draft::{DraftQuestion, NotTaken, ReadQuestions, id_of};
use super::merge::{fits, merge};
use crate::author::strings::BadDocument;
use crate::author::strings::read::csv::table;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::text::Lang;

/// What the table holds; rows that say no language are in this one. Every row is accounted for: as a question, as another
/// language of one, or as none.
///
/// # Errors
/// Where it is no table.
pub fn read(text: &str, lang: Lang) -> Result<ReadQuestions, BadDocument> {
    let (head, rows) = table(text, &[COLUMNS[0], COLUMNS[3], COLUMNS[6]])?;
    let mut read = ReadQuestions::default();
    for (number, (line, row)) in rows.into_iter().enumerate() {
        match question(&head, &row, line, number + 1, lang) {
            Ok(own) => add(&mut read, own),
            Err(why) => read.not_taken.push(NotTaken { line, why }),
        }
    }
    Ok(read)
}

fn question(
    head: &[String],
    row: &[String],
    line: usize,
    number: usize,
    lang: Lang,
) -> Result<DraftQuestion, Bilingual> {
    let mut fields = RowFields { head, row, lang };
    let tag = fields.get("language");
    if !tag.is_empty() {
        let none = || -> Bilingual { Phrase::new("its language is none", "语言标签不对").into() };
        fields.lang = Lang::new(tag).ok_or_else(none)?;
    }
    let kind = fields.kind()?;
    fits(&kind)?;
    let ask = fields.text("ask");
    if ask.is_empty() {
        return Err(Phrase::new("it asks nothing", "没有题干").into());
    }
    let tests = fields.get("tests").split_whitespace().map(str::to_owned).collect();
    let id = id_of(fields.get("id"), number);
    Ok(DraftQuestion { line, id, tests, claim: fields.text("claim"), ask, kind })
}

fn add(read: &mut ReadQuestions, own: DraftQuestion) {
    let Some(known) = read.questions.iter_mut().find(|known| known.id == own.id) else {
        return read.questions.push(own);
    };
    let line = own.line;
    if !merge(known, own) {
        let why = Phrase::new(
            "another row has its id and not its kind or what is right of it",
            "另一行用了同一个编号，题型或者答案却不一样",
        );
        read.not_taken.push(NotTaken { line, why: why.into() });
    }
}
