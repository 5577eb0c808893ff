//! A file of XLIFF 1.2 that came back. Tools add elements and attributes of their own; those are passed over.

use super::fault::{BadDocument, lang, once};
use crate::author::strings::tongue::Translated;
use crate::base::bilingual::Phrase;
use crate::base::text::Lang;
use crate::both;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

/// What the file says.
///
/// # Errors
/// Where it makes no sense.
pub fn read(text: &str) -> Result<Vec<Translated>, BadDocument> {
    let text = text.trim_start_matches('\u{FEFF}');
    let mut reader = Reader::from_str(text);
    let mut state = Document {
        text,
        at: 0,
        open: 0,
        is_xliff: false,
        lang: None,
        unit: None,
        part: None,
        is_aside: false,
        all: Vec::new(),
    };
    loop {
        state.at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX).min(text.len());
        match reader.read_event() {
            Err(why) => {
                let at = usize::try_from(reader.error_position()).unwrap_or(usize::MAX);
                state.at = at.min(text.len());
                return Err(state.broken(&why.to_string()));
            }
            Ok(Event::Eof) if state.open > 0 => return Err(BadDocument::cut_off(state.line())),
            Ok(Event::Eof) if !state.is_xliff => return Err(no_xliff()),
            Ok(Event::Eof) => return once(state.all),
            Ok(event) => state.take(&event)?,
        }
    }
}

struct Document<'t> {
    text: &'t str,
    at: usize,
    /// How many elements are open.
    open: usize,
    is_xliff: bool,
    /// The language that the file is translated into.
    lang: Option<Lang>,
    unit: Option<Translated>,
    part: Option<UnitPart>,
    /// Whether it stands in what a tool offers beside the words of a unit.
    is_aside: bool,
    all: Vec<Translated>,
}

/// Which words of a unit are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum UnitPart {
    Source,
    Target,
}

impl Document<'_> {
    fn line(&self) -> usize {
        // The position may lie inside a character where the text is damaged.
        self.text.bytes().take(self.at).filter(|byte| *byte == b'\n').count() + 1
    }

    fn broken(&self, why: &str) -> BadDocument {
        let message = both!("this is no XML: {why}", "这不是 XML：{why}");
        BadDocument::new(
            self.line(),
            message,
            Phrase::new("fetch or save it again, whole", "重新取一份完整的，或者重新存一遍"),
        )
    }

    fn take(&mut self, event: &Event) -> Result<(), BadDocument> {
        match event {
            Event::Start(start) => {
                self.open += 1;
                self.begin(start)?;
            }
            // An empty element has no words.
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Eof => {}
            Event::End(end) => {
                self.open = self.open.saturating_sub(1);
                self.end(end.local_name().as_ref());
            }
            Event::Text(words) => self.add(words),
            Event::CData(words) => self.add(words),
            Event::GeneralRef(name) => {
                let whole = format!("&{};", &**name);
                let words = unescape(&whole).map_err(|why| self.broken(&why.to_string()))?;
                self.add(&words);
            }
        }
        Ok(())
    }

    fn begin(&mut self, start: &BytesStart) -> Result<(), BadDocument> {
        match start.local_name().as_ref() {
            "xliff" => {
                self.is_xliff = true;
                match self.attribute(start, "version")?.as_deref() {
                    Some("1.2") => {}
                    other => return Err(other_version(self.line(), other.unwrap_or("?"))),
                }
            }
            "file" => {
                let tag = self.attribute(start, "target-language")?.unwrap_or_default();
                self.lang = Some(lang(&tag, self.line())?);
            }
            "trans-unit" => {
                let id = self.attribute(start, "id")?.unwrap_or_default();
                let line = self.line();
                let Some(lang) = self.lang.filter(|_| self.is_xliff) else { return Err(no_xliff()) };
                self.unit = Some(Translated { id, lang, base: String::new(), words: String::new(), line });
            }
            // What a tool thinks of besides: its words are not ours.
            "alt-trans" => self.is_aside = true,
            "source" if !self.is_aside => self.part = Some(UnitPart::Source),
            "target" if !self.is_aside => self.part = Some(UnitPart::Target),
            "note" | "seg-source" => self.part = None,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "source" | "target" => self.part = None,
            "alt-trans" => self.is_aside = false,
            "trans-unit" => self.all.extend(self.unit.take()),
            _ => {}
        }
    }

    fn add(&mut self, words: &str) {
        if let (Some(unit), Some(part)) = (&mut self.unit, self.part) {
            match part {
                UnitPart::Source => unit.base += &words.replace("\r\n", "\n"),
                UnitPart::Target => unit.words += &words.replace("\r\n", "\n"),
            }
        }
    }

    fn attribute(&self, start: &BytesStart, name: &str) -> Result<Option<String>, BadDocument> {
        for own in start.attributes() {
            let own = own.map_err(|why| self.broken(&why.to_string()))?;
            if own.key.local_name().as_ref() == name {
                let value = unescape(&own.value).map_err(|why| self.broken(&why.to_string()))?;
                return Ok(Some(value.into_owned()));
            }
        }
        Ok(None)
    }
}

fn no_xliff() -> BadDocument {
    let message = Phrase::new("this is no XLIFF", "这不是 XLIFF");
    BadDocument::new(1, message, Phrase::new("name the right --format, or export again", "--format 写对，或者重新导出"))
}

fn other_version(line: usize, version: &str) -> BadDocument {
    let message = both!("this is XLIFF {version}; what is read is 1.2", "这是 XLIFF {version}；能读的是 1.2");
    BadDocument::new(line, message, Phrase::new("save it as XLIFF 1.2", "存成 XLIFF 1.2"))
}
