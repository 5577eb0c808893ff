//! What an author leaves out on purpose, taken out of what the rules have found; it comes when all of them have spoken.

use super::allow::RULE;
use super::registry::{RULES, find};
use super::rule::Rule;
use crate::author::check::inspection::Inspection;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::content::scenario::{Allow, SourceRef};

/// Leaves out what is allowed, and tells what is wrong with the allowing.
pub fn settle(inspection: &Inspection, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let scenario = inspection.scenario;
    let mut own = Vec::new();
    for (number, allow) in scenario.allows.iter().enumerate() {
        let before = diagnostics.len();
        let refused = match find(&allow.code) {
            Ok(rule) if allow.because.trim().is_empty() => Some(no_reason(rule)),
            Ok(rule) if rule.severity == Severity::Error => Some(an_error(rule)),
            Ok(rule) => {
                let file = &scenario.source(allow.origin.file).file;
                diagnostics.retain(|diagnostic| !is_allowed(diagnostic, rule.code, file));
                None
            }
            Err(near) => Some(no_rule(allow, near)),
        };
        let place = || scenario.place(SourceRef::Allow(number));
        match refused {
            Some((message, help)) => own.push(Diagnostic::error(RULE.code, place(), message).help(help)),
            None if diagnostics.len() < before => {}
            None => {
                let message = format!("nothing of {} is found in this file", allow.code.trim());
                own.push(RULE.diagnostic(place(), message).help("remove the line, or it hides the next one"));
            }
        }
    }
    // With an error some rules could not look, so what they would have found is not known.
    let blind = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    diagnostics.extend(own.into_iter().filter(|diagnostic| !blind || diagnostic.severity == Severity::Error));
    diagnostics
}

fn is_allowed(diagnostic: &Diagnostic, code: Code, file: &str) -> bool {
    diagnostic.code == code && diagnostic.severity != Severity::Error && *diagnostic.place.file == *file
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
