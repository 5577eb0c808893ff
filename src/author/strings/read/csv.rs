//! A table that came back. Spreadsheets change what they save: a byte order mark, other line ends, semicolons or tabs for
//! commas, and columns in another order are as good as what was exported.

use super::fault::{BadDocument, lang, once};
use crate::author::strings::tongue::Translated;
use crate::base::bilingual::Phrase;
use crate::both;

/// The columns that are needed.
const NEEDED: [&str; 4] = ["id", "base", "language", "translation"];

/// What the table says.
///
/// # Errors
/// Where it makes no sense.
pub fn read(text: &str) -> Result<Vec<Translated>, BadDocument> {
    let (head, rows) = table(text, &NEEDED)?;
    let column = |name: &'static str| column(&head, name);
    let [id, base, language, translation] =
        [column("id")?, column("base")?, column("language")?, column("translation")?];
    let mut all = Vec::new();
    for (line, fields) in rows {
        all.push(Translated {
            id: fields[id].trim().to_owned(),
            lang: lang(&fields[language], line)?,
            base: fields[base].clone(),
            words: fields[translation].clone(),
            line,
        });
    }
    once(all)
}

/// The names of the columns.
pub type TableHead = Vec<String>;
/// The rows, each with the line on which it begins.
pub type TableRows = Vec<(usize, Vec<String>)>;

/// The columns and the rows of a table that has all of these columns; empty rows are passed over.
///
/// # Errors
/// Where it is no such table.
pub fn table(text: &str, needed: &[&str]) -> Result<(TableHead, TableRows), BadDocument> {
    let text = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace('\r', "\n");
    let head = text.lines().next().unwrap_or_default();
    let separator = [',', ';', '\t'].into_iter().max_by_key(|own| head.matches(*own).count()).unwrap_or(',');
    let mut records = Records { rest: text.chars().peekable(), separator, line: 1 };
    let (_, head) = records.next_record()?.unwrap_or_default();
    for name in needed {
        column(&head, name)?;
    }
    let mut rows = Vec::new();
    while let Some((line, fields)) = records.next_record()? {
        if fields.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        if fields.len() != head.len() {
            return Err(uneven(line, fields.len(), head.len()));
        }
        rows.push((line, fields));
    }
    Ok((head, rows))
}

fn column(head: &[String], name: &str) -> Result<usize, BadDocument> {
    head.iter().position(|own| own.trim().eq_ignore_ascii_case(name)).ok_or_else(|| no_column(name))
}

fn no_column(name: &str) -> BadDocument {
    let message = both!("there is no column \"{name}\" in the first row", "第一行里没有“{name}”这一列");
    let help = Phrase::new(
        "keep the row of headings as it was exported, and name the right --format",
        "标题行照导出的留着，--format 写对",
    );
    BadDocument::new(1, message, help)
}

fn uneven(line: usize, own: usize, wanted: usize) -> BadDocument {
    let message =
        both!("this row has {own} columns, and the first has {wanted}", "这一行有 {own} 列，第一行有 {wanted} 列");
    let help = Phrase::new(
        "put texts with commas or line breaks in quotation marks; is the row cut off, fetch the file again",
        "带逗号或换行的文字要放在引号里；要是这一行断了，重新取一份文件",
    );
    BadDocument::new(line, message, help)
}

struct Records<'t> {
    rest: std::iter::Peekable<std::str::Chars<'t>>,
    separator: char,
    line: usize,
}

impl Records<'_> {
    /// The next row with the line on which it begins; none at the end.
    fn next_record(&mut self) -> Result<Option<(usize, Vec<String>)>, BadDocument> {
        if self.rest.peek().is_none() {
            return Ok(None);
        }
        let (first, mut fields) = (self.line, Vec::new());
        loop {
            fields.push(self.field()?);
            match self.rest.next() {
                Some('\n') => {
                    self.line += 1;
                    return Ok(Some((first, fields)));
                }
                None => return Ok(Some((first, fields))),
                Some(_) => {}
            }
        }
    }

    /// One field; the scan stands at what ends it.
    fn field(&mut self) -> Result<String, BadDocument> {
        let mut field = String::new();
        if self.rest.next_if_eq(&'"').is_none() {
            let separator = self.separator;
            while let Some(c) = self.rest.next_if(|c| *c != separator && *c != '\n') {
                field.push(c);
            }
            return Ok(field);
        }
        let first = self.line;
        loop {
            match self.rest.next() {
                None => return Err(BadDocument::cut_off(first)),
                Some('"') if self.rest.next_if_eq(&'"').is_some() => field.push('"'),
                Some('"') => break,
                Some(c) => {
                    self.line += usize::from(c == '\n');
                    field.push(c);
                }
            }
        }
        match self.rest.peek() {
            Some(c) if *c != self.separator && *c != '\n' => {
                let message = Phrase::new("something stands behind a closing quotation mark", "引号后面还有别的字");
                let help = Phrase::new("double quotation marks inside a text: \"\"", "文字里面的引号写两遍：\"\"");
                Err(BadDocument::new(self.line, message, help))
            }
            Some(_) | None => Ok(field),
        }
    }
}
