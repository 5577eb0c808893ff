//! Drafts as a file of questions.

use super::draft::DraftQuestion;
use super::draft_kind::{DraftAct, DraftAnswer, DraftKind, DraftLine, DraftRemark};
use super::draft_text::DraftText;
use crate::base::text::Lang;
use crate::content::bank::Worth;
use crate::content::standard::Standard;
use std::collections::BTreeSet;

/// What stands where words are to be written, each with a number, so that no two are alike; `check` tells them.
const NOTE: &str = "TODO";

/// A file of questions made of drafts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftFile {
    /// The file.
    pub text: String,
    /// What each question lacks, in their order; nothing for one that is whole.
    pub lacking: Vec<Lacking>,
}

/// What a question lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// Its id in the file.
    pub id: String,
    /// The line of the document on which it begins.
    pub line: usize,
    /// Whether it does not say what it tests, or something that the standard does not have.
    pub tests: bool,
    /// Whether the one thing that it tests is not written.
    pub claim: bool,
    /// How many reasons are not written: why somebody would choose what is wrong.
    pub whys: usize,
    /// How many other texts are not written.
    pub texts: usize,
    /// The languages of the pack in which something is not written that is written in another.
    pub languages: Vec<Lang>,
}

impl Lacking {
    /// Whether it lacks nothing.
    pub fn is_whole(&self) -> bool {
        !self.tests && !self.claim && self.whys == 0 && self.texts == 0 && self.languages.is_empty()
    }
}

/// The file of these drafts in the languages of a pack. Whoever says nothing of what she tests tests `requirement`, until
/// somebody says better. An id that is `taken` gets a number behind it.
pub fn written(
    questions: &[DraftQuestion],
    standard: &Standard,
    requirement: &str,
    languages: &[Lang],
    taken: &BTreeSet<String>,
) -> DraftFile {
    let section = standard.find(requirement).map(|id| standard.requirement(id).section);
    let section = section.map_or("", |id| &*standard.sections[id.index()].id);
    let mut text = format!("Questions(\n    format: 2,\n    section: {},\n    questions: [\n", quoted(section));
    let mut taken = taken.clone();
    let mut lacking = Vec::new();
    for own in questions {
        let id = free(&own.id, &taken);
        taken.insert(id.clone());
        let mut writer = QuestionWriter { languages, lacking: nothing(&id, own.line), notes: 0, out: String::new() };
        writer.question(own, standard, requirement);
        text += &writer.out;
        lacking.push(writer.lacking);
    }
    text += "    ],\n)\n";
    DraftFile { text, lacking }
}

fn nothing(id: &str, line: usize) -> Lacking {
    Lacking { id: id.to_owned(), line, tests: false, claim: false, whys: 0, texts: 0, languages: Vec::new() }
}

fn free(id: &str, taken: &BTreeSet<String>) -> String {
    let numbered = |number: usize| if number == 1 { id.to_owned() } else { format!("{id}_{number}") };
    (1..=taken.len() + 1).map(numbered).find(|own| !taken.contains(own)).unwrap_or_default()
}

/// A string of the notation.
fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

struct QuestionWriter<'l> {
    languages: &'l [Lang],
    lacking: Lacking,
    notes: usize,
    out: String,
}

impl QuestionWriter<'_> {
    fn question(&mut self, own: &DraftQuestion, standard: &Standard, requirement: &str) {
        let mut known: Vec<&str> = Vec::new();
        for id in &own.tests {
            if standard.find(id).is_some() && !known.contains(&id.as_str()) {
                known.push(id);
            }
        }
        self.lacking.tests = known.is_empty() || own.tests.iter().any(|id| standard.find(id).is_none());
        let tests = if known.is_empty() { vec![requirement] } else { known };
        let tests: Vec<String> = tests.into_iter().map(quoted).collect();
        let note = if self.lacking.tests { " // TODO" } else { "" };
        self.lacking.claim = own.claim.is_empty();
        let claim = self.words(&own.claim);
        let ask = self.text(&own.ask);
        self.out += &format!("        (\n            id: {},\n", quoted(&self.lacking.id.clone()));
        self.out += &format!("            tests: [{}],{note}\n", tests.join(", "));
        self.out += &format!("            claim: {claim},\n            ask: {ask},\n            kind: ");
        self.kind(&own.kind);
        self.out += ",\n        ),\n";
    }

    fn kind(&mut self, kind: &DraftKind) {
        match kind {
            DraftKind::Single(answers) => self.list("Single([", answers, "])"),
            DraftKind::Several(answers) => self.list("Several([", answers, "])"),
            DraftKind::Number(answers) => self.list("Number([", answers, "])"),
            DraftKind::TrueFalse { holds, reasons } => {
                self.list(&format!("TrueFalse(holds: {holds}, reasons: ["), reasons, "])");
            }
            DraftKind::Order { steps, why } => {
                let steps: Vec<String> = steps.iter().map(|own| self.text(own)).collect();
                let why = self.why(why);
                self.out += &format!("Order(steps: [{}], why: {why})", rows(&steps));
            }
            DraftKind::Match { pairs, extra, why } => {
                let pair = |(left, right): &(DraftText, DraftText)| (self.text(left), self.text(right));
                let pairs: Vec<(String, String)> = pairs.iter().map(pair).collect();
                let pairs: Vec<String> =
                    pairs.into_iter().map(|(left, right)| format!("(left: {left}, right: {right})")).collect();
                let extra: Vec<String> = extra.iter().map(|own| self.text(own)).collect();
                let why = self.why(why);
                self.out += &format!("Match(pairs: [{}], extra: [{}], why: {why})", rows(&pairs), rows(&extra));
            }
            DraftKind::Judgement(acts) => {
                let act = |own: &DraftAct| (self.text(&own.says), own.worth, self.why(&own.why));
                let acts: Vec<(String, Worth, String)> = acts.iter().map(act).collect();
                let acts = acts
                    .into_iter()
                    .map(|(says, worth, why)| format!("(says: {says}, worth: {}, why: {why})", worth_word(worth)));
                let acts: Vec<String> = acts.collect();
                self.out += &format!("Judgement([{}])", rows(&acts));
            }
            DraftKind::Mistake { with, lines } => {
                let with = self.text(with);
                let lines: Vec<String> = lines.iter().map(|own| self.line(own)).collect();
                self.out += &format!("Mistake(with: {with}, lines: [{}])", rows(&lines));
            }
        }
    }

    fn list(&mut self, open: &str, answers: &[DraftAnswer], close: &str) {
        let answers: Vec<String> = answers.iter().map(|own| self.answer(own)).collect();
        self.out += &format!("{open}{}{close}", rows(&answers));
    }

    fn answer(&mut self, own: &DraftAnswer) -> String {
        let says = self.text(&own.says);
        if own.is_right {
            return format!("(says: {says})");
        }
        let why = self.why(&own.why);
        format!("(says: {says}, why: {why})")
    }

    fn line(&mut self, own: &DraftLine) -> String {
        let says = self.text(&own.says);
        let who = if own.own { "you" } else { "they" };
        match own.remark {
            DraftRemark::None => format!("({who}: {says})"),
            DraftRemark::Fine => format!("({who}: {says}, fine: {})", self.why(&own.why)),
            DraftRemark::Fault => format!("({who}: {says}, fault: {})", self.why(&own.why)),
        }
    }

    /// A text that a question must have.
    fn text(&mut self, own: &DraftText) -> String {
        self.lacking.texts += usize::from(own.is_empty());
        self.words(own)
    }

    /// Why somebody would choose what is wrong.
    fn why(&mut self, own: &DraftText) -> String {
        self.lacking.whys += usize::from(own.is_empty());
        self.words(own)
    }

    /// The words in every language of the pack; where one is not written, a note.
    fn words(&mut self, own: &DraftText) -> String {
        let mut parts = Vec::new();
        for lang in self.languages {
            let words = own.in_lang(*lang);
            if words.is_none() && !own.is_empty() && !self.lacking.languages.contains(lang) {
                self.lacking.languages.push(*lang);
            }
            self.notes += usize::from(words.is_none());
            let note = format!("{NOTE} {}", self.notes);
            parts.push(format!("\"{lang}\": {}", quoted(words.unwrap_or(&note))));
        }
        format!("{{ {} }}", parts.join(", "))
    }
}

/// Each in a row of its own.
fn rows(parts: &[String]) -> String {
    if parts.is_empty() {
        return String::new();
    }
    let rows: String = parts.iter().map(|part| format!("                {part},\n")).collect();
    format!("\n{rows}            ")
}

fn worth_word(worth: Worth) -> &'static str {
    match worth {
        Worth::Best => "Best",
        Worth::Good => "Good",
        Worth::Poor => "Poor",
        Worth::Worst => "Worst",
    }
}
