//! From the files of `exams/` to [`Blueprints`], and everything that is wrong with them. What one exam has wrong hides no
//! other.

use super::blueprint_reader::{BlueprintContext, BlueprintReader};
use super::spec::BlueprintSpec;
use super::whole::{Blueprint, Blueprints};
use crate::base::diagnostic::Diagnostic;
use crate::base::text::Lang;
use crate::content::notation::{ReadFile, Source, read_files};
use std::sync::Arc;

/// The blueprints of these files as far as they are valid, and what is wrong with the others. What is wrong with the name
/// of a file is told by `named`.
pub fn validate(
    sources: &[Source],
    context: &BlueprintContext,
    languages: &[Lang],
    named: impl Fn(&Source, &str, &mut Vec<Diagnostic>),
) -> (Blueprints, Vec<Diagnostic>) {
    let (read, mut diagnostics) = read_files(sources, languages, |spec: &BlueprintSpec| spec.format);
    let mut blueprints = Blueprints::default();
    for ReadFile { mut validator, spec } in read {
        let valid = BlueprintReader { validator: &mut validator, context }.blueprint(&spec);
        let mut wrong = validator.take_diagnostics();
        named(validator.source, &spec.id, &mut wrong);
        if wrong.is_empty() {
            blueprints.sources.push((valid.id.clone(), validator.source.clone()));
            blueprints.blueprints.push(Arc::new(valid));
        }
        diagnostics.append(&mut wrong);
    }
    in_order(&mut blueprints);
    (blueprints, diagnostics)
}

/// What has to be passed before stands before; otherwise they stand as their files do.
fn in_order(blueprints: &mut Blueprints) {
    let all = blueprints.blueprints.clone();
    let after = |own: &Blueprint| all.iter().find(|before| Some(&before.id) == own.after.as_ref());
    let depth = |own: &Arc<Blueprint>| std::iter::successors(Some(own), |own| after(own)).take(all.len()).count();
    blueprints.blueprints.sort_by_key(depth);
}
