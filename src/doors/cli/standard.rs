//! `doorstep standard`: the standard, whole or below an id.

use super::args::StandardArgs;
use super::{Context, Ended, Failure};
use crate::base::diagnostic::suggest;
use crate::base::text::Lang;
use crate::content::standard::{RequirementId, Standard};
use crate::report::json;
use std::fmt::Write;

pub(super) fn run(args: &StandardArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let standard = &opened.pack.standard;
    let path = args.id.as_deref().unwrap_or_default();
    let ids: Vec<RequirementId> = standard.below(path).collect();
    known(standard, path)?;
    let lang = opened.asked(args.lang)?.unwrap_or(context.lang);
    let text = if args.json {
        format!("{:#}\n", json::requirements(standard, ids.into_iter()))
    } else {
        told(standard, &ids, lang)
    };
    context.print(&text)?;
    Ok(Ended::Fine)
}

/// Whether something of the standard stands at this id or below it.
///
/// # Errors
/// When nothing does; with what is named most like it.
pub(super) fn known(standard: &Standard, path: &str) -> Result<(), Failure> {
    if standard.below(path).next().is_none() {
        let known = standard.requirements.iter().map(|r| &*r.id).chain(standard.clauses.iter().map(|c| &*c.id));
        let known = known.chain(standard.sections.iter().flat_map(|section| with_its_chapters(&section.id)));
        let hint = suggest(path, known).map(|near| format!("did you mean \"{near}\"?"));
        let hint = hint.unwrap_or_else(|| "`doorstep standard` prints everything".to_owned());
        return Err(Failure::wrong(format!("nothing in the standard is named \"{path}\""), hint));
    }
    Ok(())
}

/// A section's id and the ids above it, which no section has of its own: `basic.conduct.visit`, `basic.conduct`, `basic`.
fn with_its_chapters(id: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(id), |id| id.rsplit_once('.').map(|(above, _)| above))
}

/// The requirements as text, each section and clause named once.
fn told(standard: &Standard, ids: &[RequirementId], lang: Lang) -> String {
    let mut text = String::new();
    let (mut section, mut clause) = (None, None);
    for id in ids {
        let requirement = standard.requirement(*id);
        if section.replace(requirement.section) != Some(requirement.section) {
            let own = standard.section_of(*id);
            text += &format!("\n{}  {} ({})\n", own.title.in_lang(lang), own.id, own.printed);
        }
        if clause.replace(requirement.clause) != Some(requirement.clause) {
            text += &format!("  {}  {}\n", standard.clause_of(*id).printed, standard.clause_of(*id).id);
        }
        let critical = if requirement.critical { " !" } else { "" };
        let (own, weight, kind) = (
            requirement.id.rsplit('.').next().unwrap_or_default(),
            requirement.weight.points(),
            requirement.kind.word(),
        );
        text += &format!("     {own}  {} [{kind}, {weight}{critical}]\n", requirement.text.in_lang(lang));
        for fact in &requirement.facts {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "         · {}", fact.text.in_lang(lang));
        }
    }
    text.trim_start_matches('\n').to_owned()
}
