//! What `check` tells of exams: everything that the bank is short of, at its place in the blueprint.

use crate::author::check::rules::rule;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Location};
use crate::content::blueprint::Blueprint;
use crate::content::notation::SourcePath;
use crate::content::scenario::Pack;
use crate::exam::paper::{Shortage, shortage_words, shortages};

/// What each blueprint of a pack lacks. A bank with a fault is told by that fault alone: what is short may only be left out.
pub fn find_short(pack: &Pack) -> Vec<Diagnostic> {
    let of = |own: &Blueprint| -> Vec<Diagnostic> {
        shortages(own, &pack.bank, &pack.standard).iter().filter_map(|shortage| told(shortage, own, pack)).collect()
    };
    pack.blueprints.blueprints.iter().flat_map(|own| of(own)).collect()
}

fn told(shortage: &Shortage, blueprint: &Blueprint, pack: &Pack) -> Option<Diagnostic> {
    let words = shortage_words(shortage, blueprint, &pack.standard);
    let help = Phrase::new("write more questions, or ask for fewer", "多写几道题，或者少要几道");
    Some(rule(Code::EXAM_SHORT)?.diagnostic(place(shortage, blueprint, pack), words).help(help))
}

fn place(shortage: &Shortage, blueprint: &Blueprint, pack: &Pack) -> Location {
    let (file, blocks) = (&SourcePath::FILE, SourcePath::FILE.field("blocks"));
    let at = |part: &SourcePath| pack.blueprints.place(&blueprint.id, part);
    match shortage {
        Shortage::Block { block, .. } => at(&blocks.item(*block).field("items")),
        Shortage::Further { .. } => at(&file.field("further")),
        Shortage::Orders { .. } => at(&file.field("orders")),
        Shortage::Numbers { .. } => at(&file.field("numbers")),
        Shortage::Judged { .. } => at(&file.field("judgement")),
        Shortage::Critical(_) => at(&blocks),
        Shortage::Together => at(&file.field("id")),
    }
}
