//! The texts of a file, found by how they are written: words by language in braces. So every text is found, whatever part
//! of the notation it stands in, also one that is not there yet.

use super::text::{StringText, StringWording};
use crate::base::diagnostic::Diagnostic;
use crate::base::text::Lang;
use crate::content::notation::{Source, SourcePiece, Wrapped, read_literal};
use crate::content::scenario::PackSources;
use serde::de::IgnoredAny;
use std::ops::Range;

/// One file of a pack, with its texts.
#[derive(Debug)]
pub struct StringFile<'s> {
    /// Its name in the pack, such as `standard/01_visit.ron`.
    pub name: String,
    /// What stands in it.
    pub source: &'s Source,
    /// The language that its texts are translated from.
    pub base: Lang,
    /// The languages that it says it is written in.
    pub languages: Vec<Lang>,
    /// Its texts, in their order.
    pub texts: Vec<StringText>,
}

/// The files of a pack that hold texts, and what cannot be read. `name` says what a file is called in the pack.
pub fn files_of(sources: &PackSources, name: impl Fn(&Source) -> String) -> (Vec<StringFile<'_>>, Vec<Diagnostic>) {
    let PackSources { pack, standard, sections, questions, phrases, courses, exams, fragments, scenarios, words: _ } =
        sources;
    let taught = questions.iter().chain(phrases).chain(courses).chain(exams);
    let more = sections.iter().chain(taught).chain(fragments).chain(scenarios);
    let all = [pack, standard].into_iter().chain(more);
    let of_pack = languages_of(&pack.text, &SourcePiece::of(&pack.text));
    let (mut files, mut diagnostics) = (Vec::new(), Vec::new());
    for source in all {
        match source.read::<IgnoredAny>() {
            Ok(_) => files.extend(file(source, name(source), &of_pack)),
            Err(fault) => diagnostics.push(*fault),
        }
    }
    (files, diagnostics)
}

/// A file with its texts; none where nobody says in which language.
pub(super) fn file<'s>(source: &'s Source, name: String, of_pack: &[Lang]) -> Option<StringFile<'s>> {
    let tree = SourcePiece::of(&source.text);
    let own = languages_of(&source.text, &tree);
    let languages = if own.is_empty() { of_pack.to_vec() } else { own };
    let base = *languages.first()?;
    let mut walk = Walk { text: &source.text, texts: Vec::new() };
    walk.visit(&tree, &TextPlace { path: format!("{name}#"), ..TextPlace::default() });
    Some(StringFile { name, source, base, languages, texts: walk.texts })
}

fn languages_of(text: &str, tree: &SourcePiece) -> Vec<Lang> {
    let listed = tree.field(text, "languages").map_or(&[][..], |list| &list.parts);
    listed.iter().filter_map(|(_, tag)| Lang::new(&read_literal(&text[tag.span.clone()])?)).collect()
}

/// Where the walk stands.
#[derive(Clone, Debug, Default)]
struct TextPlace {
    path: String,
    /// The field that it stands in, and the one around that.
    field: String,
    above: String,
    /// What is known of the struct that holds it: who speaks, which kind of choice it is.
    beside: String,
}

struct Walk<'t> {
    text: &'t str,
    texts: Vec<StringText>,
}

impl Walk<'_> {
    fn visit(&mut self, piece: &SourcePiece, at: &TextPlace) {
        if let Some(wordings) = self.wordings(piece) {
            let (id, context) = (at.path.clone(), context(at));
            return self.texts.push(StringText { id, context, wordings, span: piece.span.clone() });
        }
        let names = self.names(piece);
        let beside = self.beside(piece);
        for (number, ((name, part), own)) in piece.parts.iter().zip(names).enumerate() {
            let below = match (piece.wrapped, name) {
                (Some(Wrapped::Round), Some(name)) => {
                    let name = &self.text[name.clone()];
                    let dot = if at.path.ends_with('#') { "" } else { "." };
                    let (path, above) = (format!("{}{dot}{name}", at.path), at.field.clone());
                    TextPlace { path, field: name.to_owned(), above, beside: beside.clone() }
                }
                (Some(Wrapped::Round), None) | (None, _) => at.clone(),
                (Some(Wrapped::Square), _) => {
                    let own = own.map_or_else(|| number.to_string(), |id| format!("{id:?}"));
                    TextPlace { path: format!("{}[{own}]", at.path), ..at.clone() }
                }
                (Some(Wrapped::Curly), name) => {
                    let key = name.clone().map(|name| self.words(name).unwrap_or_default());
                    TextPlace { path: format!("{}[{:?}]", at.path, key.unwrap_or_default()), ..at.clone() }
                }
            };
            self.visit(part, &below);
        }
    }

    fn words(&self, span: Range<usize>) -> Option<String> {
        read_literal(&self.text[span])
    }

    /// What a piece says in each language, if it is words by language.
    fn wordings(&self, piece: &SourcePiece) -> Option<Vec<StringWording>> {
        if piece.wrapped != Some(Wrapped::Curly) || piece.parts.is_empty() {
            return None;
        }
        let wording = |(name, value): &(Option<Range<usize>>, SourcePiece)| {
            let (key, literal) = (name.clone()?, value.span.clone());
            let (lang, words) = (Lang::new(&self.words(key.clone())?)?, self.words(literal.clone())?);
            Some(StringWording { lang, words, key, literal })
        };
        piece.parts.iter().map(wording).collect()
    }

    /// By what the parts of a list are named: their id or number, where that is theirs alone.
    fn names(&self, piece: &SourcePiece) -> Vec<Option<String>> {
        let id = |part: &SourcePiece| {
            let named = part.field(self.text, "id").or(part.field(self.text, "number"))?;
            self.words(named.span.clone())
        };
        let is_list = piece.wrapped == Some(Wrapped::Square);
        let ids: Vec<Option<String>> = piece.parts.iter().map(|(_, part)| id(part).filter(|_| is_list)).collect();
        let mut sorted: Vec<&Option<String>> = ids.iter().collect();
        sorted.sort();
        let alone = |own: &Option<String>| {
            sorted.partition_point(|other| *other <= own) - sorted.partition_point(|other| *other < own) == 1
        };
        ids.iter().map(|own| own.clone().filter(|_| alone(own))).collect()
    }

    fn beside(&self, piece: &SourcePiece) -> String {
        let speaker = piece.field(self.text, "by").and_then(|by| self.words(by.span.clone()));
        let kind = piece.field(self.text, "kind").map(|kind| &self.text[kind.span.clone()]);
        match (speaker, kind) {
            (Some(speaker), _) => format!(", {speaker}"),
            (None, Some(kind)) if kind.chars().all(char::is_alphanumeric) => format!(" ({kind})"),
            (None, _) => String::new(),
        }
    }
}

/// What a text is, by the field that it stands in and the one around that.
fn context(at: &TextPlace) -> String {
    let what = match (at.field.as_str(), at.above.as_str()) {
        ("text", "choices") => "choice",
        ("text", "reply") => "reply",
        ("text", "lines" | "again") => "line",
        ("text", "feedback_when") => "feedback",
        ("text", "requirements") => "requirement",
        ("text", "facts") => "fact",
        ("how", _) => "stage direction",
        ("reason", "locked") => "why a choice is locked",
        ("because", _) => "why a rule gives way",
        ("speakers", _) => "name of a speaker",
        ("situation", _) => "situation to speak in",
        ("model", _) => "model reply",
        ("slots", _) => "words of a slot",
        ("name", _) => "part of an utterance",
        ("printed", _) => "printed name",
        (own, _) => own,
    };
    format!("{what}{}", at.beside)
}
