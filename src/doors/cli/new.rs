//! `doorstep new scenario`: a small scenario that can be played and passes every check, to write on from. It never
//! writes over anything.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use crate::author::check::TEMPLATE;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::both;
use crate::content::notation::Source;
use crate::content::scenario::load;
use crate::store::{Cause, Content, StoreError, shown, write_new};
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(super) struct NewArgs {
    #[command(subcommand)]
    pub what: NewSubject,
}

#[derive(Debug, Subcommand)]
pub(super) enum NewSubject {
    /// A scenario: two people, one difficulty, a handful of scenes, ready to be played and made yours
    #[command(after_help = "Example: doorstep new scenario lift_out_of_order")]
    Scenario(ScenarioArgs),
}

#[derive(Debug, Args)]
pub(super) struct ScenarioArgs {
    /// What it is called in files, saves and on the command line: a-z, 0-9 and _
    pub id: String,
}

/// The longest id: it is typed, and it is a file's name.
const LONGEST: usize = 48;

/// Names that some system keeps for itself, or this program.
const TAKEN: [&str; 6] = ["pack", "con", "prn", "aux", "nul", "test"];

pub(super) fn run(args: &NewArgs, context: &mut Context) -> Result<Ended, Failure> {
    let NewSubject::Scenario(ScenarioArgs { id }) = &args.what;
    is_an_id(id)?;
    let folder = folder(context)?;
    let name = folder.join(format!("{id}.ron"));
    let text = named(TEMPLATE, id);
    let stands = |why: &Cause| matches!(why, Cause::Io(error) if error.kind() == std::io::ErrorKind::AlreadyExists);
    match write_new(&context.cwd.join(&name), &text) {
        Ok(()) => {}
        Err(StoreError::Write { why, .. }) if stands(&why) => {
            let file = shown(&name);
            let hint = both!(
                "choose another id, or open it: doorstep preview {file}",
                "换一个编号，或者打开它：doorstep preview {file}"
            );
            let message = both!("{file} is there already and was left as it is", "{file} 已经有了，没有动它");
            return Err(Failure::wrong(message, hint));
        }
        Err(StoreError::Write { why, remains, .. }) => {
            return Err(Failure::World(StoreError::Write { path: name, remains, why }));
        }
        Err(error) => return Err(Failure::World(error)),
    }
    let file = shown(&name);
    context.print_told(&both!("wrote {file}\n", "写好了 {file}\n"))?;
    tell_next(&file, id, &name, context)?;
    Ok(Ended::Fine)
}

/// What to do with it, and, in a folder with a standard of its own, what must be changed first.
fn tell_next(file: &str, id: &str, name: &Path, context: &mut Context) -> Result<(), Failure> {
    let files = crate::store::read_paths(std::slice::from_ref(&name.to_owned()), &context.cwd)?;
    let faults: Vec<_> = files
        .iter()
        .flat_map(|files| match load(&files.sources) {
            Ok(loaded) => loaded.diagnostics,
            Err(diagnostics) => diagnostics,
        })
        .collect();
    let quoted = if file.contains(' ') { format!("\"{file}\"") } else { file.to_owned() };
    // Where no pack lies here, the built-in scenarios are played, and this one is only previewed and checked.
    let here = Content::find(context.scenarios.as_deref(), &context.cwd)?.folder().is_some();
    let play = match &context.scenarios {
        Some(folder) => both!(
            "  doorstep play {id} --scenarios {folder}   plays it as a learner does\n",
            "  doorstep play {id} --scenarios {folder}   像学员一样演\n",
            folder = shown(folder)
        ),
        None if here => {
            both!("  doorstep play {id}   plays it as a learner does\n", "  doorstep play {id}   像学员一样演\n")
        }
        None => Bilingual::default(),
    };
    if !faults.is_empty() {
        context.print_told(&both!(
            "the standard of this folder is another one: {count} of its lines name what it does not have; `doorstep check {quoted}` shows each\n",
            "这个文件夹用的是另一套标准：有 {count} 行写了它没有的要求；`doorstep check {quoted}` 逐个指出\n",
            count = faults.len()
        ))?;
    }
    context.print_told(&both!(
        "next:\n  doorstep preview {quoted}   shows the play while you write, and what is wrong, each time you save\n  doorstep check {quoted}   plays every path of it\n{play}How a scenario is written stands in scenarios/README.md.\n",
        "接下来：\n  doorstep preview {quoted}   边写边看：每次存盘，就看到演到哪里、有什么问题\n  doorstep check {quoted}   把每条路都走一遍\n{play}情景怎么写，见 scenarios/README.zh.md。\n";
        play = play
    ))
}

/// The folder that scenarios are in: the one that was asked for, or `scenarios` here.
fn folder(context: &Context) -> Result<PathBuf, Failure> {
    match &context.scenarios {
        Some(asked) => {
            // Asked for by name, it must be there and be a pack.
            Content::find(Some(asked), &context.cwd)?;
            Ok(asked.clone())
        }
        None => Ok(PathBuf::from("scenarios")),
    }
}

/// # Errors
/// Why this is no id, with one that would do.
fn is_an_id(id: &str) -> Result<(), Failure> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let near = near(id);
    let hint = if near.is_empty() {
        Phrase::new(
            "use letters a-z, digits and _, such as lift_out_of_order; titles may be in any language",
            "用字母 a-z、数字和 _，例如 lift_out_of_order；标题用什么语言都行",
        )
        .into()
    } else {
        both!(
            "use letters a-z, digits and _; for example: doorstep new scenario {near}",
            "用字母 a-z、数字和 _；例如：doorstep new scenario {near}"
        )
    };
    let why = match id {
        "" => Phrase::new("an id cannot be empty", "编号不能是空的"),
        id if id.len() > LONGEST => Phrase::new("this id is too long; it is typed often", "编号太长了，它要常常输入"),
        id if !id.chars().all(fits) => {
            Phrase::new("an id has only letters a-z, digits and _", "编号只能有字母 a-z、数字和 _")
        }
        id if !id.starts_with(|c: char| c.is_ascii_lowercase()) => {
            Phrase::new("an id begins with a letter a-z", "编号要以字母 a-z 开头")
        }
        id if TAKEN.contains(&id) => Phrase::new("this name means something else already", "这个名字已经有别的意思"),
        _ => return Ok(()),
    };
    let message = both!(
        "\"{id}\" cannot name a scenario: {why}",
        "\"{id}\" 不能用作情景的编号：{why}",
        id = shorten(id);
        why = why
    );
    Err(Failure::wrong(message, hint))
}

fn shorten(id: &str) -> String {
    id.chars().take(LONGEST + 12).collect()
}

/// An id that is like what was typed; empty where nothing of it can be used.
fn near(id: &str) -> String {
    let id = id.strip_suffix(".ron").unwrap_or(id);
    let id = id.rsplit(['/', '\\']).next().unwrap_or(id);
    let mut near = String::new();
    for c in id.chars() {
        match c.to_ascii_lowercase() {
            c if c.is_ascii_lowercase() || (c.is_ascii_digit() && !near.is_empty()) => near.push(c),
            _ if !near.is_empty() && !near.ends_with('_') => near.push('_'),
            _ => {}
        }
    }
    near.truncate(LONGEST);
    let near = near.trim_end_matches('_').to_owned();
    if TAKEN.contains(&near.as_str()) { format!("{near}_visit") } else { near }
}

/// The template under this id.
fn named(template: &str, id: &str) -> String {
    let source = Source::new("template.ron", template);
    let at = source.place(&crate::content::notation::SourcePath::FILE.field("id")).span;
    let mut text = template.to_owned();
    text.replace_range(at, &format!("\"{id}\""));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text::Lang;

    #[test]
    fn what_cannot_be_an_id_is_told_with_one_that_can() {
        for id in ["lift", "lift_2", "a"] {
            assert!(is_an_id(id).is_ok(), "{id}");
        }
        let long = "x".repeat(80);
        for id in ["", "No Answer!", "../evil", "客户", "2nd", "_x", "pack", "con", "a.ron", "a\u{1b}[2J", &long] {
            let failure = is_an_id(id).expect_err(id).report(Lang::new("en").expect("a tag"));
            assert!(failure.contains("hint: use letters a-z") && !failure.contains('\u{1b}'), "{failure}");
        }
        assert_eq!(near("No Answer!"), "no_answer");
        assert_eq!(near("scenarios/late.ron"), "late");
        assert_eq!(
            (near("客户").as_str(), near("con").as_str(), near("2nd call").as_str()),
            ("", "con_visit", "nd_call")
        );
    }

    #[test]
    fn the_template_takes_the_id_and_nothing_else_changes() {
        let text = named(TEMPLATE, "lift_out_of_order");
        let changed: Vec<_> = text.lines().zip(TEMPLATE.lines()).filter(|(a, b)| a != b).collect();
        assert_eq!(changed.len(), 1, "{changed:?}");
        assert!(changed[0].0.trim_start().starts_with("id: \"lift_out_of_order\","), "{changed:?}");
    }
}
