//! The standard: tiers, sections, clauses and requirements by their numbers, and a search by words.

use super::command::PlainPrompt;
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::lines::capital;
use super::room::{Onward, PlainRoom};
use crate::content::standard::{ClauseId, RequirementId, SectionId, Standard, Tier};
use crate::speech::narration::{cite, tier, weight_told};
use crate::speech::search::{Search, finds_requirement};
use crate::tr;

#[derive(Debug)]
pub(super) struct StandardRoom {
    /// The way to what is shown: it is what stands last.
    shown: Vec<Shelf>,
}

/// Something of the standard that holds other things, or is one.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shelf {
    Tiers,
    Tier(Tier),
    Section(SectionId),
    Clause(ClauseId),
    Requirement(RequirementId),
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
    let requirements = |clause: ClauseId| standard.ids().filter(move |id| standard.requirement(*id).clause == clause);
    match shelf {
        Shelf::Tiers => standard.tiers().map(Shelf::Tier).collect(),
        Shelf::Tier(of) => {
            let own = SectionId::of(&standard.sections).filter(|id| standard.sections[id.index()].tier == *of);
            own.map(Shelf::Section).collect()
        }
        Shelf::Section(of) => {
            let own = ClauseId::of(&standard.clauses).filter(|id| standard.clauses[id.index()].section == *of);
            // A clause with one requirement is that requirement.
            let shelf = |id: ClauseId| {
                let mut own = requirements(id);
                match (own.next(), own.next()) {
                    (Some(only), None) => Shelf::Requirement(only),
                    _ => Shelf::Clause(id),
                }
            };
            own.map(shelf).collect()
        }
        Shelf::Clause(of) => requirements(*of).map(Shelf::Requirement).collect(),
        Shelf::Requirement(_) => Vec::new(),
        Shelf::Found(words) => {
            let all = |search: &Search| {
                standard.ids().filter(|id| finds_requirement(standard, *id, search)).take(MOST).collect()
            };
            let found: Vec<RequirementId> = Search::new(words).find(all);
            found.into_iter().map(Shelf::Requirement).collect()
        }
    }
}

/// How a shelf is named in a list.
fn title(shelf: &Shelf, own: &PlainContext) -> String {
    let (standard, lang) = (&own.pack.standard, own.lang());
    match shelf {
        Shelf::Tiers | Shelf::Found(_) => String::new(),
        Shelf::Tier(of) => tier(&own.words, *of),
        Shelf::Section(id) => standard.sections[id.index()].title.in_lang(lang).to_owned(),
        Shelf::Clause(id) => {
            let first = standard.ids().find(|own| standard.requirement(*own).clause == *id);
            let text = first.map_or("", |own| standard.requirement(own).text.in_lang(lang));
            format!("{} {text}", standard.clauses[id.index()].printed.in_lang(lang))
        }
        Shelf::Requirement(id) => {
            let cite = own.lines().aside(&cite(&own.words, standard, *id));
            format!("{}{cite}", standard.requirement(*id).text.in_lang(lang))
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
        Shelf::Tier(_) | Shelf::Section(_) | Shelf::Clause(_) => vec![own.lines().sentence(&title(shelf, own))],
        Shelf::Requirement(id) => requirement(*id, own),
        Shelf::Found(wanted) if count == 0 => vec![tr!(words, "plain-nothing-found-for", words = wanted.as_str())],
        Shelf::Found(wanted) => vec![tr!(words, "plain-found", count = count, words = wanted.as_str())],
    }
}

/// All that the standard says about one requirement.
fn requirement(id: RequirementId, own: &PlainContext) -> Vec<String> {
    let (standard, lang, words, lines) = (&own.pack.standard, own.lang(), &own.words, own.lines());
    let requirement = standard.requirement(id);
    let mut all = vec![lines.sentence(&cite(words, standard, id)), requirement.text.in_lang(lang).to_owned()];
    if let Some(condition) = &requirement.condition {
        all.push(format!("{}{}", tr!(words, "when"), condition.in_lang(lang)));
    }
    let facts: Vec<String> = requirement.facts.iter().map(|fact| fact.text.in_lang(lang).to_owned()).collect();
    if !facts.is_empty() {
        all.push(format!("{}{}", tr!(words, "facts"), facts.join(&tr!(words, "plain-semicolon"))));
    }
    let elements: Vec<String> = requirement.elements.iter().map(|own| own.name.in_lang(lang).to_owned()).collect();
    if !elements.is_empty() {
        all.push(format!("{}{}", tr!(words, "elements"), elements.join(&tr!(words, "plain-semicolon"))));
    }
    let dimension = standard.dimensions[requirement.dimension.index()].title.in_lang(lang).to_owned();
    let weight = weight_told(words, requirement.weight);
    all.push(format!("{}{}", tr!(words, "counts-in"), lines.list(&[dimension, weight])));
    if let Some(reason) = &requirement.critical {
        all.push(capital(&tr!(words, "is-critical", reason = reason.in_lang(lang))));
    }
    all
}
