//! What is known about a node of the tree, for the right side of the screen.

use super::tree::TreeNode;
use crate::content::standard::{Requirement, RequirementId, SectionId};
use crate::doors::tui::prose::Paragraph;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::speech::narration::{cite, tier, weight_told};
use crate::tr;

/// What is known about a node.
pub(super) fn details(node: TreeNode, ui: &UiContext) -> Vec<Paragraph> {
    let standard = ui.standard();
    match node {
        TreeNode::Tier(of) => {
            let is_of_tier = |r: &&Requirement| standard.sections[r.section.index()].tier == of;
            let count = standard.requirements.iter().filter(is_of_tier).count();
            vec![
                Paragraph::new(Tone::Strong, tier(&ui.words, of)),
                Paragraph::new(Tone::Plain, tr!(ui.words, "requirements", count = count)),
            ]
        }
        TreeNode::Section(id) => section(id, ui),
        TreeNode::Clause(id) => {
            let own: Vec<RequirementId> = standard.ids().filter(|r| standard.requirement(*r).clause == id).collect();
            let mut all = own.first().map_or(Vec::new(), |first| heading(*first, ui));
            for r in own {
                all.push(Paragraph::blank());
                all.extend(requirement(r, ui));
            }
            all
        }
        TreeNode::Requirement(id) => {
            let mut all = heading(id, ui);
            all.push(Paragraph::blank());
            all.extend(requirement(id, ui));
            all
        }
    }
}

/// A section: its title, and the words of its requirements.
fn section(id: SectionId, ui: &UiContext) -> Vec<Paragraph> {
    let (standard, lang) = (ui.standard(), ui.lang());
    let section = &standard.sections[id.index()];
    let mut all = vec![
        Paragraph::new(Tone::Strong, section.title.in_lang(lang)),
        Paragraph::new(Tone::Dim, format!("{}  {}", section.printed.in_lang(lang), section.id)),
        Paragraph::blank(),
    ];
    all.extend(standard.requirements.iter().filter(|r| r.section == id).map(|r| {
        let printed = standard.clauses[r.clause.index()].printed.in_lang(lang);
        Paragraph::new(Tone::Dim, format!("{printed} ")).and(Tone::Plain, r.text.in_lang(lang)).indented(0, 2)
    }));
    all
}

/// The section and the clause of a requirement.
fn heading(id: RequirementId, ui: &UiContext) -> Vec<Paragraph> {
    let (standard, lang) = (ui.standard(), ui.lang());
    let (section, clause) = (standard.section_of(id), standard.clause_of(id));
    vec![
        Paragraph::new(Tone::Strong, cite(&ui.words, standard, id)),
        Paragraph::new(Tone::Dim, format!("{}  {}", section.printed.in_lang(lang), clause.id)),
    ]
}

/// All that the standard says about one requirement.
fn requirement(id: RequirementId, ui: &UiContext) -> Vec<Paragraph> {
    let (standard, lang, words) = (ui.standard(), ui.lang(), &ui.words);
    let requirement = standard.requirement(id);
    let mut all = vec![Paragraph::new(Tone::Plain, requirement.text.in_lang(lang))];
    let mut say_also = |label: String, text: &str| {
        all.push(Paragraph::new(Tone::Dim, label).and(Tone::Plain, text).indented(0, 2));
    };
    if let Some(condition) = &requirement.condition {
        say_also(tr!(words, "when"), condition.in_lang(lang));
    }
    let facts: Vec<&str> = requirement.facts.iter().map(|fact| fact.text.in_lang(lang)).collect();
    if !facts.is_empty() {
        say_also(tr!(words, "facts"), &facts.join(ui.theme.between()));
    }
    let elements: Vec<&str> = requirement.elements.iter().map(|element| element.name.in_lang(lang)).collect();
    if !elements.is_empty() {
        say_also(tr!(words, "elements"), &elements.join(ui.theme.between()));
    }
    let dimension = standard.dimensions[requirement.dimension.index()].title.in_lang(lang);
    say_also(
        tr!(words, "counts-in"),
        &format!("{dimension}{}{}", ui.theme.between(), weight_told(words, requirement.weight)),
    );
    if let Some(reason) = &requirement.critical {
        all.push(Paragraph::new(Tone::Bad, tr!(words, "is-critical", reason = reason.in_lang(lang))));
    }
    all
}
