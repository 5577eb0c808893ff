//! The standard: tiers, sections, clauses and requirements by their numbers, and a search by words.

use super::command::PlainPrompt;
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::lines::capital;
use super::room::{Onward, PlainRoom};
use crate::content::standard::{RequirementId, Standard};
use crate::speech::narration::cite;
use crate::speech::search::{Search, finds_requirement};
use crate::speech::standard_parts::{RequirementTold, StandardPart};
use crate::tr;

#[derive(Debug)]
pub(super) struct StandardRoom {
    /// The way to what is shown: it is what stands last.
    shown: Vec<Shelf>,
}

/// The whole standard, a part of it, or what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shelf {
    Tiers,
    Part(StandardPart),
    /// What these words found.
    Found(String),
}

/// More finds than this help nobody.
const MOST: usize = 60;

impl PlainRoom for StandardRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        loop {
            let here = self.shown.last().cloned().unwrap_or(Shelf::Tiers);
            let below = below(&here, &own.pack.standard);
            dialog.say("")?;
            dialog.say_all(&told(&here, below.len(), own))?;
            for (shelf, number) in below.iter().zip(1..) {
                dialog.say(&format!("{number}. {}", title(shelf, own)))?;
            }
            let mut prompt = PlainPrompt::of(below.len(), &[]);
            prompt.words = Some(tr!(own.words, "plain-words-to-search"));
            match own.listen(dialog, &prompt)? {
                Wish::Number(number) => self.shown.push(below[number - 1].clone()),
                Wish::Words(words) => self.shown.push(Shelf::Found(words)),
                Wish::Back => {
                    self.shown.pop();
                    if self.shown.is_empty() {
                        return Ok(Onward::Back);
                    }
                }
                Wish::Reworded | Wish::Do(..) => {}
            }
        }
    }
}

impl StandardRoom {
    /// From the beginning, or at what these words find.
    pub(super) fn new(wanted: String) -> StandardRoom {
        let mut shown = vec![Shelf::Tiers];
        shown.extend((!wanted.is_empty()).then_some(Shelf::Found(wanted)));
        StandardRoom { shown }
    }
}

/// What a shelf holds.
fn below(shelf: &Shelf, standard: &Standard) -> Vec<Shelf> {
    match shelf {
        Shelf::Tiers => standard.tiers().map(|tier| Shelf::Part(StandardPart::Tier(tier))).collect(),
        Shelf::Part(part) => part.parts(standard).into_iter().map(|own| Shelf::Part(alone(own, standard))).collect(),
        Shelf::Found(words) => {
            let all = |search: &Search| {
                standard.ids().filter(|id| finds_requirement(standard, *id, search)).take(MOST).collect()
            };
            let found: Vec<RequirementId> = Search::new(words).find(all);
            found.into_iter().map(|id| Shelf::Part(StandardPart::Requirement(id))).collect()
        }
    }
}

/// A clause with one requirement is that requirement.
fn alone(part: StandardPart, standard: &Standard) -> StandardPart {
    match (part, part.parts(standard).as_slice()) {
        (StandardPart::Clause(_), [only]) => *only,
        _ => part,
    }
}

/// How a shelf is named in a list.
fn title(shelf: &Shelf, own: &PlainContext) -> String {
    let standard = &own.pack.standard;
    match shelf {
        Shelf::Tiers | Shelf::Found(_) => String::new(),
        Shelf::Part(part) => {
            let cited = match part {
                StandardPart::Requirement(id) => own.lines().aside(&cite(&own.words, standard, *id)),
                StandardPart::Tier(_) | StandardPart::Section(_) | StandardPart::Clause(_) => String::new(),
            };
            format!("{}{cited}", part.title(standard, &own.words))
        }
    }
}

/// What is told of a shelf before what it holds.
fn told(shelf: &Shelf, count: usize, own: &PlainContext) -> Vec<String> {
    let (standard, words) = (&own.pack.standard, &own.words);
    match shelf {
        Shelf::Tiers => {
            let (clauses, requirements) = (standard.clauses.len(), standard.requirements.len());
            let counted = tr!(words, "standard-counts", clauses = clauses, requirements = requirements);
            vec![standard.title.in_lang(own.lang()).to_owned(), own.lines().sentence(&counted)]
        }
        Shelf::Part(StandardPart::Requirement(id)) => requirement(*id, own),
        Shelf::Part(_) => vec![own.lines().sentence(&title(shelf, own))],
        Shelf::Found(wanted) if count == 0 => vec![tr!(words, "plain-nothing-found-for", words = wanted.as_str())],
        Shelf::Found(wanted) => vec![tr!(words, "plain-found", count = count, words = wanted.as_str())],
    }
}

/// All that the standard says about one requirement.
fn requirement(id: RequirementId, own: &PlainContext) -> Vec<String> {
    let (words, lines) = (&own.words, own.lines());
    let told = RequirementTold::of(id, &own.pack.standard, words);
    let mut all = vec![lines.sentence(&cite(words, &own.pack.standard, id)), told.text];
    let semicolon = tr!(words, "plain-semicolon");
    all.extend(told.details.into_iter().map(|detail| format!("{}{}", detail.label, detail.items.join(&semicolon))));
    all.extend(told.critical.map(|critical| capital(&critical)));
    all
}
