//! Turning what was typed into what is valid, while collecting every fault.

use super::locate::SourcePath;
use super::named::{LocalizedSpec, Named, Tag};
use super::read::Source;
use crate::base::diagnostic::{Code, Diagnostic, suggest};
use crate::base::text::{Lang, Text, find_unsafe, slots};
use std::collections::BTreeMap;

/// The format that this program writes and reads, for every kind of content file.
pub const FORMAT: u32 = 2;

/// The most faults of one file that are told.
const MOST: usize = 200;

/// One file being validated: where it came from, its languages, and what is wrong with it so far.
pub struct Validator<'s> {
    /// Where it came from.
    pub source: &'s Source,
    /// The languages that its texts must have, the base language first.
    pub languages: Vec<Lang>,
    /// What is wrong with it so far.
    pub diagnostics: Vec<Diagnostic>,
}

impl<'s> Validator<'s> {
    /// Begins with a file; a format that is not known, or no language, is the first fault.
    pub fn new(source: &'s Source, format: u32, languages: &[Tag]) -> Validator<'s> {
        let mut validator =
            Validator { source, languages: languages.iter().map(|tag| tag.0).collect(), diagnostics: Vec::new() };
        if format != FORMAT {
            let message = format!("format {format} is not known");
            validator.error(Code::FORMAT, &SourcePath::FILE.field("format"), message, other_format(format));
        }
        if validator.languages.is_empty() {
            validator.error(
                Code::TEXT,
                &SourcePath::FILE.field("languages"),
                "no language is named",
                "write languages: [\"zh\", \"en\"]",
            );
        }
        validator
    }

    /// Records an error at this place.
    pub fn error(&mut self, code: Code, at: &SourcePath, message: impl Into<String>, help: impl Into<String>) {
        self.record(|source| Diagnostic::error(code, source.place(at), message).help(help));
    }

    /// Records a fault, unless the file has too many already: each has to look for its place from the start of the file, and
    /// nobody reads a thousand. The last one says that there are more.
    pub fn record(&mut self, diagnostic: impl FnOnce(&Source) -> Diagnostic) {
        if self.diagnostics.len() < MOST {
            self.diagnostics.push(diagnostic(self.source));
        } else if self.diagnostics.len() == MOST {
            let message = format!("this file has more than {MOST} faults; no more are told");
            let place = self.source.place(&SourcePath::FILE);
            self.diagnostics
                .push(Diagnostic::error(Code::SIZE, place, message).help("mend those above, then check again"));
        }
    }

    /// Whether no more faults are told of this file.
    fn is_full(&self) -> bool {
        self.diagnostics.len() > MOST
    }

    /// A name that nothing has, with the name that was probably meant.
    pub fn unknown<'k>(&mut self, at: &SourcePath, what: &str, name: &str, known: impl IntoIterator<Item = &'k str>) {
        if self.is_full() {
            return;
        }
        let hint = suggest(name, known).map(|near| format!("did you mean \"{near}\"?")).unwrap_or_default();
        self.error(Code::UNKNOWN, at, format!("there is no {what} \"{name}\""), hint);
    }

    /// An identifier: letters, digits, `_` and `-`, so that it can stand in conditions and on a command line.
    pub fn identifier(&mut self, at: &SourcePath, what: &str, id: &str) {
        let fits = !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
        if !fits {
            self.error(Code::UNKNOWN, at, format!("\"{id}\" cannot name a {what}"), "use letters a-z, digits and _");
        }
    }

    /// A text in every language of the file, safe to show, its slots alike in all languages and known to `slot`.
    pub fn text(&mut self, at: &SourcePath, words: &LocalizedSpec, slot: &dyn Fn(&str) -> bool) -> Text {
        let mut valid = Vec::with_capacity(self.languages.len());
        let mut base: Option<Vec<&str>> = None;
        for lang in self.languages.clone() {
            let Some(index) = words.0.iter().position(|(tag, _)| tag == lang.tag()) else {
                self.error(
                    Code::TEXT,
                    at,
                    format!("the text lacks the language \"{lang}\""),
                    "write it in every language of the file",
                );
                continue;
            };
            let words = &words.0[index].1;
            let here = at.entry(index, lang.tag());
            self.shown(&here, words);
            let mut own = self.slots(&here, words, slot);
            own.sort_unstable();
            match &base {
                Some(base) if *base != own => {
                    let list = if base.is_empty() { "none".to_owned() } else { base.join(", ") };
                    self.error(
                        Code::SLOT,
                        &here,
                        "the slots differ between the languages",
                        format!("the base language uses: {list}"),
                    );
                }
                Some(_) => {}
                None => base = Some(own),
            }
            valid.push((lang, words.as_str().into()));
        }
        for (index, (tag, _)) in words.0.iter().enumerate() {
            let here = at.entry(index, tag);
            if words.0[..index].iter().any(|(earlier, _)| earlier == tag) {
                self.error(Code::DUPLICATE, &here, format!("the language \"{tag}\" stands twice"), "keep one of them");
            } else if !self.languages.iter().any(|lang| lang.tag() == tag) {
                self.error(
                    Code::TEXT,
                    &here,
                    format!("\"{tag}\" is not among the file's languages"),
                    "add it to `languages`, or remove the text",
                );
            }
        }
        Text::new(valid)
    }

    /// A text without slots.
    pub fn plain(&mut self, at: &SourcePath, words: &LocalizedSpec) -> Text {
        self.text(at, words, &|_| false)
    }

    /// Words that are safe to show.
    pub fn shown(&mut self, at: &SourcePath, words: &str) {
        if let Some((byte, fault)) = find_unsafe(words) {
            let help = "retype the words around it; a line break is written \\n";
            self.record(|source| {
                let place = source.place_in(at, byte..byte + 1);
                Diagnostic::error(Code::TEXT, place, format!("the text holds {fault}")).help(help)
            });
        }
        if words.trim().is_empty() {
            self.error(Code::TEXT, at, "the text is empty", "write the words, or remove the part");
        }
    }

    fn slots<'w>(&mut self, at: &SourcePath, words: &'w str, slot: &dyn Fn(&str) -> bool) -> Vec<&'w str> {
        match slots(words) {
            Ok(names) => {
                for name in names.iter().filter(|name| !slot(name)) {
                    let help = "define it in `slots`, or use {time}, {appointment}, {player} or a number";
                    self.error(Code::SLOT, at, format!("the slot {{{name}}} is not known here"), help);
                }
                names
            }
            Err(byte) => {
                self.record(|source| {
                    let place = source.place_in(at, byte..byte + 1);
                    Diagnostic::error(Code::SLOT, place, "a brace has no partner").help("slots are written {name}")
                });
                Vec::new()
            }
        }
    }
}

/// What to do about a file of another format.
fn other_format(format: u32) -> &'static str {
    if format == 1 {
        return "this is the first edition: now `breaks` names guards alone, a duty that is tried badly stands in `spoils`, \
            the pass mark is 70 unless `pass_mark` says otherwise; mend that and write `format: 2` \
            (the README beside the scenarios tells it)";
    }
    "this program reads format 2; take a newer doorstep, or the file it was lifted from"
}

/// Names and what they stand for; each may be given once.
pub struct Names<'t> {
    what: &'static str,
    known: BTreeMap<&'t str, usize>,
}

impl<'t> Names<'t> {
    /// The names of some entries by their index; a name that stands twice is an error that shows both places.
    pub fn of<T>(validator: &mut Validator, at: &SourcePath, what: &'static str, entries: &'t Named<T>) -> Names<'t> {
        let mut names = Names { what, known: BTreeMap::new() };
        for (index, (name, _)) in entries.0.iter().enumerate() {
            let here = at.entry(index, name);
            validator.identifier(&here, what, name);
            if let Some(first) = names.known.insert(name, index) {
                names.known.insert(name, first);
                validator.record(|source| {
                    let message = format!("two {what}s are named \"{name}\"");
                    let diagnostic = Diagnostic::error(Code::DUPLICATE, source.place(&here), message);
                    diagnostic.help("rename one of them").also(source.place(&at.entry(first, name)))
                });
            }
        }
        names
    }

    /// The index of this name.
    pub fn get(&self, name: &str) -> Option<usize> {
        self.known.get(name).copied()
    }

    /// The index of this name, or an error that names the nearest.
    pub fn find(&self, validator: &mut Validator, at: &SourcePath, name: &str) -> Option<usize> {
        let found = self.get(name);
        if found.is_none() {
            validator.unknown(at, self.what, name, self.known.keys().copied());
        }
        found
    }
}
