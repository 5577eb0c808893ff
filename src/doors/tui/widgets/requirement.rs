//! A clause of the standard with what it says, in paragraphs.

use crate::content::standard::RequirementId;
use crate::doors::tui::prose::Paragraph;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::speech::narration::cite;
use crate::speech::standard_parts::RequirementTold;

/// Some requirements of one clause, below its name.
pub(crate) fn clause(requirements: &[RequirementId], ui: &UiContext) -> Vec<Paragraph> {
    let mut all = requirements.first().map_or(Vec::new(), |first| heading(*first, ui));
    for id in requirements {
        all.push(Paragraph::blank());
        all.extend(requirement(*id, ui));
    }
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
    let told = RequirementTold::of(id, ui.standard(), &ui.words);
    let mut all = vec![Paragraph::new(Tone::Plain, told.text)];
    all.extend(told.details.into_iter().map(|detail| {
        let items = detail.items.join(ui.theme.between());
        Paragraph::new(Tone::Dim, detail.label).and(Tone::Plain, items).indented(0, 2)
    }));
    all.extend(told.critical.map(|critical| Paragraph::new(Tone::Bad, critical)));
    all
}
