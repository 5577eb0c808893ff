//! A file of gettext that came back: an entry a text, its id as the context. What a tool has marked as fuzzy is nothing yet.

use super::fault::{BadDocument, lang, once};
use crate::author::strings::tongue::Translated;
use crate::base::bilingual::Phrase;
use crate::base::text::Lang;
use crate::both;

/// What the file says.
///
/// # Errors
/// Where it makes no sense.
pub fn read(text: &str) -> Result<Vec<Translated>, BadDocument> {
    let (mut all, mut language, mut entry) = (Vec::new(), None, PoEntry::default());
    for (line, number) in text.trim_start_matches('\u{FEFF}').lines().zip(1..) {
        let line = line.trim();
        let begins = line.is_empty() || line.starts_with('#') || line.starts_with("msgctxt");
        if begins && entry.words.is_some() {
            finish(std::mem::take(&mut entry), &mut language, &mut all)?;
        }
        take(line, number, &mut entry)?;
    }
    if entry.is_begun() {
        finish(entry, &mut language, &mut all)?;
    }
    match language {
        None => Err(no_header()),
        Some(_) => once(all),
    }
}

/// What is known of an entry so far.
#[derive(Debug, Default)]
struct PoEntry {
    line: usize,
    is_fuzzy: bool,
    id: Option<String>,
    base: Option<String>,
    words: Option<String>,
    part: Part,
}

/// What the next string belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Nothing,
    Id,
    Base,
    Words,
}

impl PoEntry {
    fn is_begun(&self) -> bool {
        self.id.is_some() || self.base.is_some() || self.words.is_some()
    }

    fn begin(&mut self, part: Part, words: String, line: usize) -> Result<(), BadDocument> {
        if !self.is_begun() {
            self.line = line;
        }
        self.part = part;
        let held = match part {
            Part::Id => &mut self.id,
            Part::Base => &mut self.base,
            Part::Words => &mut self.words,
            Part::Nothing => return Err(stray(line)),
        };
        match held.replace(words) {
            None => Ok(()),
            Some(_) => Err(stray(line)),
        }
    }

    fn go_on(&mut self, words: &str, line: usize) -> Result<(), BadDocument> {
        let held = match self.part {
            Part::Id => &mut self.id,
            Part::Base => &mut self.base,
            Part::Words => &mut self.words,
            Part::Nothing => return Err(stray(line)),
        };
        held.get_or_insert_default().push_str(words);
        Ok(())
    }
}

fn take(line: &str, number: usize, entry: &mut PoEntry) -> Result<(), BadDocument> {
    if line.is_empty() || line.starts_with('#') {
        entry.is_fuzzy |=
            line.strip_prefix("#,").is_some_and(|flags| flags.split(',').any(|own| own.trim() == "fuzzy"));
        return Ok(());
    }
    if line.starts_with('"') {
        return entry.go_on(&string(line, number)?, number);
    }
    let (keyword, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let part = match keyword {
        "msgctxt" => Part::Id,
        "msgid" => Part::Base,
        "msgstr" => Part::Words,
        "msgid_plural" | "msgstr[0]" | "msgstr[1]" => return Err(plural(number)),
        _ => return Err(stray(number)),
    };
    entry.begin(part, string(rest.trim(), number)?, number)
}

/// The header says the language; everything else is a text.
fn finish(entry: PoEntry, language: &mut Option<Lang>, all: &mut Vec<Translated>) -> Result<(), BadDocument> {
    let PoEntry { line, is_fuzzy, id, base, words, .. } = entry;
    let (Some(base), Some(words)) = (base, words) else { return Err(BadDocument::cut_off(line)) };
    match (id, *language) {
        (None, None) if base.is_empty() => {
            let own = words.lines().find_map(|line| line.strip_prefix("Language:")).ok_or_else(no_header)?;
            *language = Some(lang(own, line)?);
            Ok(())
        }
        (_, None) => Err(no_header()),
        (None, Some(_)) => {
            let message = Phrase::new("this entry has no msgctxt", "这一条没有 msgctxt");
            let help =
                Phrase::new("keep the msgctxt of each entry: it is its id", "每一条的 msgctxt 都留着：那是它的编号");
            Err(BadDocument::new(line, message, help))
        }
        (Some(id), Some(lang)) => {
            let words = if is_fuzzy { String::new() } else { words };
            all.push(Translated { id, lang, base, words, line });
            Ok(())
        }
    }
}

/// The words of a string in quotation marks.
fn string(typed: &str, line: usize) -> Result<String, BadDocument> {
    let inside = typed.strip_prefix('"').ok_or_else(|| stray(line))?;
    let (mut words, mut rest) = (String::new(), inside.chars());
    loop {
        match rest.next() {
            None => return Err(BadDocument::cut_off(line)),
            Some('"') if rest.as_str().trim().is_empty() => return Ok(words),
            Some('"') => return Err(escape(line)),
            Some('\\') => words.push(match rest.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some('r') => '\r',
                Some(c @ ('"' | '\\')) => c,
                Some(_) | None => return Err(escape(line)),
            }),
            Some(c) => words.push(c),
        }
    }
}

fn stray(line: usize) -> BadDocument {
    let message = Phrase::new("this is no line of a PO file", "PO 文件里没有这样的行");
    let help = Phrase::new("name the right --format, or export again", "--format 写对，或者重新导出");
    BadDocument::new(line, message, help)
}

fn escape(line: usize) -> BadDocument {
    let message = Phrase::new("this string is not written as PO writes strings", "这个字符串的写法不对");
    let help = Phrase::new("write quotation marks as \\\" and backslashes as \\\\", "引号写成 \\\"，反斜线写成 \\\\");
    BadDocument::new(line, message, help)
}

fn plural(line: usize) -> BadDocument {
    let message = both!("plural forms are nothing that a pack has", "资源包里没有复数形式");
    BadDocument::new(line, message, Phrase::new("write one msgstr", "只写一个 msgstr"))
}

fn no_header() -> BadDocument {
    let message = Phrase::new("no entry at the beginning says the language", "开头没有说明语言的那一条");
    let help = Phrase::new(
        "keep the first entry as it was exported, with its line \"Language: …\"",
        "第一条照导出的留着，里面有“Language: …”那一行",
    );
    BadDocument::new(1, message, help)
}
