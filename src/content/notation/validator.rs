//! Turning what was typed into what is valid, while collecting every fault.

use super::locate::SourcePath;
use super::named::{LocalizedSpec, Named, Tag};
use super::noun::{KEEP_ONE, RENAME_ONE};
use super::read::Source;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::{Code, Diagnostic, suggest};
use crate::base::text::{Lang, MARKS, Text, Unsafe, find_unsafe, slots};
use crate::both;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// The format that this program writes and reads, for every kind of content file.
pub const FORMAT: u32 = 2;

/// A text that tells an appointment which the clock does not have.
const NO_APPOINTMENT: Phrase = Phrase::new(
    "{appointment} is told here, and the clock has no `appointment`",
    "这里用了 {appointment}，`clock` 里却没有写 `appointment`",
);
const ADD_APPOINTMENT: Phrase =
    Phrase::new("add `appointment` to the clock, or say it otherwise", "在 `clock` 里写上 `appointment`，或者换个说法");

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
    /// How many texts were looked at, and in how many of them each language was missing.
    texts: usize,
    lacking: BTreeMap<Lang, usize>,
}

impl<'s> Validator<'s> {
    /// Begins with a file; a format that is not known, or no language, is the first fault.
    pub fn new(source: &'s Source, format: u32, languages: &[Tag]) -> Validator<'s> {
        let languages: Vec<Lang> = languages.iter().map(|tag| tag.0).collect();
        let (diagnostics, lacking) = (Vec::new(), BTreeMap::new());
        let mut validator = Validator { source, languages, diagnostics, texts: 0, lacking };
        if format != FORMAT {
            let message = both!("format {format} is not known", "不认识格式 {format}");
            validator.error(Code::FORMAT, &SourcePath::FILE.field("format"), message, other_format(format));
        }
        if validator.languages.is_empty() {
            validator.error(
                Code::TEXT,
                &SourcePath::FILE.field("languages"),
                Phrase::new("no language is named", "没有写是哪些语言"),
                both!("write languages: [\"zh\", \"en\"]", "写上 languages: [\"zh\", \"en\"]"),
            );
        }
        let twice =
            (1..validator.languages.len()).find(|at| validator.languages[..*at].contains(&validator.languages[*at]));
        if let Some(at) = twice {
            let message = both!(
                "the language \"{lang}\" stands twice",
                "语言 \"{lang}\" 写了两次",
                lang = validator.languages[at]
            );
            validator.error(Code::DUPLICATE, &SourcePath::FILE.field("languages").item(at), message, KEEP_ONE);
        }
        validator
    }

    /// Everything that is wrong with the file. A language that no text has is told once, where it is named, and not at
    /// every text.
    pub fn take_diagnostics(&mut self) -> Vec<Diagnostic> {
        let languages = self.languages.clone();
        for (index, lang) in languages.into_iter().enumerate() {
            let nowhere = self.texts > 1 && self.lacking.get(&lang) == Some(&self.texts);
            if nowhere {
                self.diagnostics.retain(|own| own.message != lacks(lang));
                let help = Phrase::new(
                    "take it out of `languages`, or write every text in it as well",
                    "从 `languages` 里删掉它，或者每段文字都用它写一遍",
                );
                let message =
                    both!("no text is written in the language \"{lang}\"", "没有一段文字是用 \"{lang}\" 写的");
                self.error(Code::TEXT, &SourcePath::FILE.field("languages").item(index), message, help);
            }
        }
        std::mem::take(&mut self.diagnostics)
    }

    /// # Errors
    /// Everything that is wrong with the file, as [`Validator::take_diagnostics`] tells it.
    pub fn finish(&mut self) -> Result<(), Vec<Diagnostic>> {
        let all = self.take_diagnostics();
        if all.is_empty() { Ok(()) } else { Err(all) }
    }

    /// Records an error at this place.
    pub fn error(&mut self, code: Code, at: &SourcePath, message: impl Into<Bilingual>, help: impl Into<Bilingual>) {
        self.record(|source| Diagnostic::error(code, source.place(at), message).help(help));
    }

    /// Complains of a number that does not lie in this range.
    pub fn within(&mut self, at: &SourcePath, found: u32, allowed: &RangeInclusive<u32>) {
        if allowed.contains(&found) {
            return;
        }
        let (least, most) = (allowed.start(), allowed.end());
        let message = both!("{found} is not between {least} and {most}", "{found} 不在 {least} 到 {most} 之间");
        let help = both!("write a number from {least} to {most}", "写 {least} 到 {most} 之间的数");
        self.error(Code::STRUCTURE, at, message, help);
    }

    /// Records a fault, unless the file has too many already: each has to look for its place from the start of the file, and
    /// nobody reads a thousand. The last one says that there are more.
    pub fn record(&mut self, diagnostic: impl FnOnce(&Source) -> Diagnostic) {
        if self.diagnostics.len() < MOST {
            self.diagnostics.push(diagnostic(self.source));
        } else if self.diagnostics.len() == MOST {
            let message = both!(
                "this file has more than {MOST} faults; no more are told",
                "这个文件的问题超过 {MOST} 处，后面的不再列出"
            );
            let place = self.source.place(&SourcePath::FILE);
            self.diagnostics.push(
                Diagnostic::error(Code::SIZE, place, message)
                    .help(Phrase::new("mend those above, then check again", "先改好上面的，再检查一遍")),
            );
        }
    }

    /// Whether no more faults are told of this file.
    fn is_full(&self) -> bool {
        self.diagnostics.len() > MOST
    }

    /// A name that nothing has, with the name that was probably meant.
    pub fn unknown<'k>(&mut self, at: &SourcePath, what: Phrase, name: &str, known: impl IntoIterator<Item = &'k str>) {
        if self.is_full() {
            return;
        }
        let hint = suggest(name, known).map(|near| both!("did you mean \"{near}\"?", "是不是想写 \"{near}\"？"));
        let message = both!("there is no {what} \"{name}\"", "没有 \"{name}\" 这个{what}"; what = what);
        self.error(Code::UNKNOWN, at, message, hint.unwrap_or_default());
    }

    /// An identifier: small letters, digits, `_` and `-`, so that it can stand in conditions, on a command line and as the
    /// name of a file on any system.
    pub fn identifier(&mut self, at: &SourcePath, what: Phrase, id: &str) {
        if is_identifier(id) && !has_capitals(id) {
            return;
        }
        let near = near(id);
        let help = if near.is_empty() {
            Phrase::new("use letters a-z, digits and _", "只用字母 a-z、数字和 _").into()
        } else {
            both!("use letters a-z, digits and _, such as \"{near}\"", "只用字母 a-z、数字和 _，例如 \"{near}\"")
        };
        let message = both!("\"{id}\" cannot name a {what}", "\"{id}\" 不能用作{what}的名字"; what = what);
        self.error(Code::UNKNOWN, at, message, help);
    }

    /// Small identifiers with dots between them.
    pub fn dotted(&mut self, at: &SourcePath, what: Phrase, id: &str) {
        self.parted(at, what, id, id.split('.').all(is_identifier) && !has_capitals(id));
    }

    /// The number of a clause, as the printed page counts, where capitals may stand: `19.B`.
    pub fn numbered(&mut self, at: &SourcePath, what: Phrase, id: &str) {
        self.parted(at, what, id, id.split('.').all(is_identifier));
    }

    fn parted(&mut self, at: &SourcePath, what: Phrase, id: &str, fits: bool) {
        if fits {
            return;
        }
        let message = both!("\"{id}\" cannot name a {what}", "\"{id}\" 不能用作{what}的名字"; what = what);
        let help = Phrase::new(
            "use letters a-z, digits and _, in parts with a dot between them",
            "只用字母 a-z、数字和 _，各截之间用一个点",
        );
        self.error(Code::UNKNOWN, at, message, help);
    }

    /// A text in every language of the file, safe to show, its slots alike in all languages and known to `slot`.
    pub fn text(&mut self, at: &SourcePath, words: &LocalizedSpec, slot: &dyn Fn(&str) -> bool) -> Text {
        let mut valid = Vec::with_capacity(self.languages.len());
        let mut base: Option<Vec<&str>> = None;
        self.texts += 1;
        for lang in self.languages.clone() {
            let Some(index) = words.0.iter().position(|(tag, _)| tag == lang.tag()) else {
                *self.lacking.entry(lang).or_default() += 1;
                self.error(
                    Code::TEXT,
                    at,
                    lacks(lang),
                    Phrase::new("write it in every language of the file", "文件列出的每种语言都要写"),
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
                    let list = base.join(", ");
                    let list =
                        if base.is_empty() { Phrase::new("none", "没有").into() } else { both!("{list}", "{list}") };
                    self.error(
                        Code::SLOT,
                        &here,
                        Phrase::new("the slots differ between the languages", "各种语言用的填空不一样"),
                        both!("the base language uses: {list}", "主语言用的是：{list}"; list = list),
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
                let message = both!("the language \"{tag}\" stands twice", "语言 \"{tag}\" 写了两次");
                self.error(Code::DUPLICATE, &here, message, KEEP_ONE);
            } else if !self.languages.iter().any(|lang| lang.tag() == tag) {
                self.error(
                    Code::TEXT,
                    &here,
                    both!("\"{tag}\" is not among the file's languages", "\"{tag}\" 不在文件的语言里"),
                    Phrase::new("add it to `languages`, or remove the text", "把它加进 `languages`，或者删掉这段文字"),
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
            let help = Phrase::new(
                "retype the words around it; a line break is written \\n",
                "把它前后的字重新打一遍；换行要写成 \\n",
            );
            let what = unsafe_character(fault);
            self.record(|source| {
                let place = source.place_in(at, byte..byte + 1);
                Diagnostic::error(Code::TEXT, place, both!("the text holds {what}", "文字里有{what}"; what = what))
                    .help(help)
            });
        }
        if words.trim().is_empty() {
            let help = Phrase::new("write the words, or remove the part", "写上内容，或者删掉这一项");
            self.error(Code::TEXT, at, Phrase::new("the text is empty", "文字是空的"), help);
        }
    }

    fn slots<'w>(&mut self, at: &SourcePath, words: &'w str, slot: &dyn Fn(&str) -> bool) -> Vec<&'w str> {
        match slots(words) {
            Ok(names) => {
                for name in names.iter().filter(|name| !slot(name)) {
                    if *name == "appointment" && slot("time") {
                        self.error(Code::SLOT, at, NO_APPOINTMENT, ADD_APPOINTMENT);
                        continue;
                    }
                    let help = Phrase::new(
                        "define it in `slots`, or use {time}, {appointment}, {player} or a number",
                        "在 `slots` 里写上它，或者改用 {time}、{appointment}、{player} 或一个数的名字",
                    );
                    let message = both!("the slot {{{name}}} is not known here", "这里没有填空 {{{name}}}");
                    self.error(Code::SLOT, at, message, help);
                }
                names
            }
            Err(byte) => {
                self.record(|source| {
                    let place = source.place_in(at, byte..byte + 1);
                    let message = Phrase::new("a brace has no partner", "花括号没有配对");
                    let help = Phrase::new("slots are written {name}", "填空写成 {name}");
                    Diagnostic::error(Code::SLOT, place, message).help(help)
                });
                Vec::new()
            }
        }
    }
}

fn is_identifier(id: &str) -> bool {
    !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

fn has_capitals(id: &str) -> bool {
    id.chars().any(|c| c.is_ascii_uppercase())
}

/// An identifier that is like what was typed; empty where nothing of it can be used.
fn near(id: &str) -> String {
    let small = id.trim().to_ascii_lowercase();
    let near: String = small.chars().map(|c| if c == ' ' { '_' } else { c }).collect();
    if is_identifier(&near) { near } else { String::new() }
}

/// That a text is not written in a language.
fn lacks(lang: Lang) -> Bilingual {
    both!("the text lacks the language \"{lang}\"", "这段文字缺少语言 \"{lang}\"")
}

/// What to do about a file of another format.
fn other_format(format: u32) -> Phrase {
    if format == 1 {
        return Phrase::new(
            "this is the first edition: now `breaks` names guards alone, a duty that is tried badly stands in `spoils`, \
            the pass mark is 70 unless `pass_mark` says otherwise; mend that and write `format: 2` \
            (the README beside the scenarios tells it)",
            "这是第一版的写法：现在 `breaks` 只写底线，没做好的应做项写进 `spoils`，不写 `pass_mark` 时及格线是 70；\
            照此改好，再写 `format: 2`（情景文件夹里的 README.zh.md 有说明）",
        );
    }
    Phrase::new(
        "this program reads format 2; take a newer doorstep, or the file it was lifted from",
        "本程序读格式 2；请换新版 doorstep，或者用升级之前的原文件",
    )
}

/// What is wrong with a character, in words.
fn unsafe_character(fault: Unsafe) -> Bilingual {
    match fault {
        Unsafe::Control(c) => {
            both!("the control character U+{code:04X}", "控制字符 U+{code:04X}", code = u32::from(c))
        }
        Unsafe::Invisible(c) => {
            both!("the invisible character U+{code:04X}", "看不见的字符 U+{code:04X}", code = u32::from(c))
        }
        Unsafe::Direction(c) => both!(
            "U+{code:04X}, which turns the direction of reading",
            "改变文字方向的字符 U+{code:04X}",
            code = u32::from(c)
        ),
        Unsafe::Marks(c) => both!(
            "more than {MARKS} combining marks on one character (U+{code:04X})",
            "一个字上面叠了超过 {MARKS} 个附加符号（U+{code:04X}）",
            code = u32::from(c)
        ),
    }
}

/// Names and what they stand for; each may be given once.
pub struct Names<'t> {
    what: Phrase,
    known: BTreeMap<&'t str, usize>,
}

impl<'t> Names<'t> {
    /// The names of some entries by their index; a name that stands twice is an error that shows both places.
    pub fn of<T>(validator: &mut Validator, at: &SourcePath, what: Phrase, entries: &'t Named<T>) -> Names<'t> {
        let mut names = Names { what, known: BTreeMap::new() };
        for (index, (name, _)) in entries.0.iter().enumerate() {
            let here = at.entry(index, name);
            validator.identifier(&here, what, name);
            if let Some(first) = names.known.insert(name, index) {
                names.known.insert(name, first);
                validator.record(|source| {
                    let message = both!("two {what}s are named \"{name}\"", "有两个{what}都叫 \"{name}\""; what = what);
                    let diagnostic = Diagnostic::error(Code::DUPLICATE, source.place(&here), message);
                    diagnostic.help(RENAME_ONE).also(source.place(&at.entry(first, name)))
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
