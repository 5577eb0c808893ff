//! The standard as text for people, each section and clause named once.

use super::document::StandardExtract;
use crate::content::standard::Requirement;
use crate::speech::messages::Messages;
use crate::speech::narration::kind;

/// The whole text, in the language of these messages.
pub fn render(extract: &StandardExtract, words: &Messages) -> String {
    let (standard, lang) = (extract.standard, words.lang());
    let mut text = String::new();
    let (mut section, mut clause) = (None, None);
    for id in &extract.requirements {
        let own = standard.requirement(*id);
        if section.replace(own.section) != Some(own.section) {
            let section = standard.section_of(*id);
            text += &format!("\n{}  {} ({})\n", section.title.in_lang(lang), section.id, section.printed.in_lang(lang));
        }
        if clause.replace(own.clause) != Some(own.clause) {
            let clause = standard.clause_of(*id);
            text += &format!("  {}  {}\n", clause.printed.in_lang(lang), clause.id);
        }
        text += &requirement(own, words);
    }
    text.trim_start_matches('\n').to_owned()
}

fn requirement(own: &Requirement, words: &Messages) -> String {
    let lang = words.lang();
    let short = own.id.rsplit('.').next().unwrap_or_default();
    let (kind, weight, critical) =
        (kind(words, own.kind), own.weight.points(), if own.is_critical() { " !" } else { "" });
    let nature = own.nature.protects().map_or_else(String::new, |protects| format!(", guard: {}", protects.word()));
    let mut text = format!("     {short}  {} [{kind}, {weight}{critical}{nature}]\n", own.text.in_lang(lang));
    for fact in &own.facts {
        text += &format!("         · {}\n", fact.text.in_lang(lang));
    }
    text
}
