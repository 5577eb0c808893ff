//! What an author leaves out on purpose, taken out of what the rules have found; it comes when all of them have spoken.

use super::allow::RULE;
use super::registry::{RULES, find};
use super::rule::Rule;
use crate::author::check::inspection::Inspection;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::{Code, Diagnostic, Severity, suggest};
use crate::both;
use crate::content::notation::noun;
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
fn allowed(scenario: &Scenario, allow: &Allow) -> Result<(&'static Rule, Option<String>), (Bilingual, Bilingual)> {
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
fn part(scenario: &Scenario, allow: &Allow) -> Result<Option<String>, (Bilingual, Bilingual)> {
    let Some(name) = &allow.scene else {
        let lost = |choice| {
            let message = both!("in which scene is \"{choice}\"?", "\"{choice}\" 在哪个场景里？");
            (message, both!("add `scene: \"…\"`", "加上 `scene: \"…\"`"))
        };
        return allow.choice.as_ref().map_or(Ok(None), |choice| Err(lost(choice)));
    };
    let of_file = |scene: &&Scene| scene.origin.file == allow.origin.file;
    let own_name = |scene: &Scene| scene.name.rsplit('/').next().unwrap_or_default().to_owned();
    let scenes = || scenario.scenes.iter().filter(of_file);
    let scene = scenes().find(|scene| own_name(scene) == **name);
    let scene = scene.ok_or_else(|| nothing(noun::SCENE, name, &scenes().map(own_name).collect::<Vec<_>>()))?;
    let path = format!("scenes[{name:?}]");
    let Some(id) = &allow.choice else { return Ok(Some(path)) };
    match scene.choices.iter().position(|choice| choice.id == *id) {
        Some(number) => Ok(Some(format!("{path}.choices[{number}]"))),
        None => Err(nothing(
            noun::CHOICE,
            id,
            &scene.choices.iter().map(|choice| choice.id.to_string()).collect::<Vec<_>>(),
        )),
    }
}

fn nothing(what: Phrase, name: &str, known: &[String]) -> (Bilingual, Bilingual) {
    let near = suggest(name, known.iter().map(String::as_str));
    let help = near.map_or_else(
        || both!("there are: {all}", "有这些：{all}", all = known.join(", ")),
        |near| both!("did you mean \"{near}\"?", "是不是想写 \"{near}\"？"),
    );
    (both!("there is no {what} \"{name}\" here", "这里没有 \"{name}\" 这个{what}"; what = what), help)
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
fn remark(allow: &Allow, rule: &Rule, silenced: &[Diagnostic]) -> Option<(Bilingual, Phrase)> {
    if silenced.is_empty() {
        let message = both!(
            "nothing of {code} is found in this {part}",
            "这个{part}里没有 {code} 的问题",
            code = rule.code;
            part = whole(allow)
        );
        let help = Phrase::new("remove the line, or it hides the next one", "删掉这一行，否则下次有问题也看不见");
        return Some((message, help));
    }
    let could_be_narrower = silenced.iter().all(|found| found.place.path.starts_with("scenes["));
    let wide = allow.scene.is_none() && could_be_narrower && !OF_WHOLE.contains(&rule.code);
    let message = || {
        both!(
            "this leaves out {code} in the whole file: {count} now, and all that come",
            "这样整个文件的 {code} 都免了：现在有 {count} 处，以后的也看不见",
            code = rule.code,
            count = silenced.len()
        )
    };
    let help = Phrase::new(
        "name the scene, or the scene and the choice, that is meant",
        "写明是哪个场景，或者哪个场景的哪个选项",
    );
    wide.then(|| (message(), help))
}

fn whole(allow: &Allow) -> Phrase {
    match (&allow.scene, &allow.choice) {
        (_, Some(_)) => noun::CHOICE,
        (Some(_), None) => noun::SCENE,
        (None, None) => Phrase::new("file", "文件"),
    }
}

fn no_reason(rule: &Rule) -> (Bilingual, Bilingual) {
    let message = both!("no reason is given for allowing {code}", "免掉 {code} 没写理由", code = rule.code);
    (message, Phrase::new("say in `because` why it is right here", "在 `because` 里写明为什么这里没问题").into())
}

fn an_error(rule: &Rule) -> (Bilingual, Bilingual) {
    let code = rule.code;
    let message = both!("{code} is an error, and errors cannot be allowed", "{code} 是错误，错误不能免");
    (message, both!("mend it; `doorstep explain {code}` says how", "改好它；`doorstep explain {code}` 告诉你怎么改"))
}

fn no_rule(allow: &Allow, near: Option<Code>) -> (Bilingual, Bilingual) {
    let last = RULES.last().map_or(RULE.code, |rule| rule.code);
    let help = if let Some(near) = near {
        both!("did you mean \"{near}\"?", "是不是想写 \"{near}\"？")
    } else {
        both!(
            "codes run from {first} to {last}; `doorstep explain` lists them",
            "代码从 {first} 到 {last}；`doorstep explain` 列出全部",
            first = Code::NOTATION
        )
    };
    (both!("there is no rule \"{code}\"", "没有 \"{code}\" 这条规则", code = allow.code), help)
}
