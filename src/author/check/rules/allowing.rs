//! What an author leaves out on purpose, taken out of what the rules have found; it comes when all of them have spoken.

use super::allow::RULE;
use super::registry::{RULES, find};
use super::rule::Rule;
use crate::author::check::inspection::Inspection;
use crate::base::diagnostic::{Code, Diagnostic, Severity, suggest};
use crate::content::scenario::{Allow, Scenario, Scene, SourceRef};

/// Rules that look at the whole scenario, wherever their diagnostic points: they can only be allowed for the whole file.
const OF_WHOLE: [Code; 6] =
    [Code::LONGEST, Code::POLITEST, Code::PLACED, Code::SURFACE, Code::CHEAP_RULE, Code::MINUTES];

/// Leaves out what is allowed, and tells what is wrong with the allowing.
pub fn settle(inspection: &Inspection, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let scenario = inspection.scenario;
    let mut own = Vec::new();
    for (number, allow) in scenario.allows.iter().enumerate() {
        let place = || scenario.place(SourceRef::Allow(number));
        match allowed(scenario, allow) {
            Ok((rule, part)) => {
                let file = &scenario.source(allow.origin.file).file;
                let is_meant = |found: &Diagnostic| is_allowed(found, rule.code, file, part.as_deref());
                let silenced: Vec<Diagnostic> = diagnostics.extract_if(.., |found| is_meant(found)).collect();
                own.extend(
                    remark(allow, rule, &silenced).map(|(message, help)| RULE.diagnostic(place(), message).help(help)),
                );
            }
            Err((message, help)) => own.push(Diagnostic::error(RULE.code, place(), message).help(help)),
        }
    }
    // With an error some rules could not look, so what they would have found is not known.
    let blind = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    diagnostics.extend(own.into_iter().filter(|diagnostic| !blind || diagnostic.severity == Severity::Error));
    diagnostics
}

/// The rule that is allowed, and the path to the part of the file that is meant if it is not all of it.
fn allowed(scenario: &Scenario, allow: &Allow) -> Result<(&'static Rule, Option<String>), (String, String)> {
    let rule = find(&allow.code).map_err(|near| no_rule(allow, near))?;
    if allow.because.trim().is_empty() {
        return Err(no_reason(rule));
    }
    if rule.severity == Severity::Error {
        return Err(an_error(rule));
    }
    Ok((rule, part(scenario, allow)?))
}

/// The path to the scene, or the choice, that alone is meant.
fn part(scenario: &Scenario, allow: &Allow) -> Result<Option<String>, (String, String)> {
    let Some(name) = &allow.scene else {
        let lost = |choice| (format!("in which scene is \"{choice}\"?"), "add `scene: \"…\"`".to_owned());
        return allow.choice.as_ref().map_or(Ok(None), |choice| Err(lost(choice)));
    };
    let of_file = |scene: &&Scene| scene.origin.file == allow.origin.file;
    let own_name = |scene: &Scene| scene.name.rsplit('/').next().unwrap_or_default().to_owned();
    let scenes = || scenario.scenes.iter().filter(of_file);
    let scene = scenes().find(|scene| own_name(scene) == **name);
    let scene = scene.ok_or_else(|| nothing("scene", name, &scenes().map(own_name).collect::<Vec<_>>()))?;
    let path = format!("scenes[{name:?}]");
    let Some(id) = &allow.choice else { return Ok(Some(path)) };
    match scene.choices.iter().position(|choice| choice.id == *id) {
        Some(number) => Ok(Some(format!("{path}.choices[{number}]"))),
        None => {
            Err(nothing("choice", id, &scene.choices.iter().map(|choice| choice.id.to_string()).collect::<Vec<_>>()))
        }
    }
}

fn nothing(what: &str, name: &str, known: &[String]) -> (String, String) {
    let near = suggest(name, known.iter().map(String::as_str));
    let help =
        near.map_or_else(|| format!("there are: {}", known.join(", ")), |near| format!("did you mean \"{near}\"?"));
    (format!("there is no {what} \"{name}\" here"), help)
}

fn is_allowed(found: &Diagnostic, code: Code, file: &str, part: Option<&str>) -> bool {
    let inside = |part: &str| {
        let rest = found.place.path.strip_prefix(part);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    let fits = found.code == code && found.severity != Severity::Error && *found.place.file == *file;
    fits && part.is_none_or(inside)
}

/// What is worth a word about an allow that may stand.
fn remark(allow: &Allow, rule: &Rule, silenced: &[Diagnostic]) -> Option<(String, &'static str)> {
    if silenced.is_empty() {
        let message = format!("nothing of {} is found in this {}", rule.code, whole(allow));
        return Some((message, "remove the line, or it hides the next one"));
    }
    let could_be_narrower = silenced.iter().all(|found| found.place.path.starts_with("scenes["));
    let wide = allow.scene.is_none() && could_be_narrower && !OF_WHOLE.contains(&rule.code);
    let message =
        || format!("this leaves out {} in the whole file: {} now, and all that come", rule.code, silenced.len());
    wide.then(|| (message(), "name the scene, or the scene and the choice, that is meant"))
}

fn whole(allow: &Allow) -> &'static str {
    match (&allow.scene, &allow.choice) {
        (_, Some(_)) => "choice",
        (Some(_), None) => "scene",
        (None, None) => "file",
    }
}

fn no_reason(rule: &Rule) -> (String, String) {
    (format!("no reason is given for allowing {}", rule.code), "say in `because` why it is right here".to_owned())
}

fn an_error(rule: &Rule) -> (String, String) {
    let message = format!("{} is an error, and errors cannot be allowed", rule.code);
    (message, format!("mend it; `doorstep explain {}` says how", rule.code))
}

fn no_rule(allow: &Allow, near: Option<Code>) -> (String, String) {
    let last = RULES.last().map_or(RULE.code, |rule| rule.code);
    let help = match near {
        Some(near) => format!("did you mean \"{near}\"?"),
        None => format!("codes run from {} to {last}; `doorstep explain` lists them", Code::NOTATION),
    };
    (format!("there is no rule \"{}\"", allow.code), help)
}
