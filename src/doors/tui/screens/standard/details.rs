//! What is known about a part of the standard, for the right side of the screen.

use crate::content::standard::{Requirement, RequirementId, SectionId};
use crate::doors::tui::prose::Paragraph;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::requirement;
use crate::speech::standard_parts::StandardPart;
use crate::tr;

/// What is known about a part.
pub(super) fn details(part: StandardPart, ui: &UiContext) -> Vec<Paragraph> {
    let standard = ui.standard();
    match part {
        StandardPart::Tier(of) => {
            let is_of_tier = |r: &&Requirement| standard.sections[r.section.index()].tier == of;
            let count = standard.requirements.iter().filter(is_of_tier).count();
            vec![
                Paragraph::new(Tone::Strong, part.title(standard, &ui.words)),
                Paragraph::new(Tone::Plain, tr!(ui.words, "requirements", count = count)),
            ]
        }
        StandardPart::Section(id) => section(id, ui),
        StandardPart::Clause(id) => {
            let own: Vec<RequirementId> = standard.ids().filter(|r| standard.requirement(*r).clause == id).collect();
            requirement::clause(&own, ui)
        }
        StandardPart::Requirement(id) => requirement::clause(&[id], ui),
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
