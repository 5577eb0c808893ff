//! `doorstep new scenario`: a small scenario that fits the pack it stands in, can be played and passes every check, to
//! write on from.

use super::context::{Context, OpenedPack};
use super::ended::Ended;
use super::failure::Failure;
use super::new_file;
use crate::author::check::{TEMPLATE, TEMPLATE_ID};
use crate::author::fresh::fresh_scenario;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::text::Lang;
use crate::both;
use crate::content::notation::{Source, SourcePath};
use crate::content::scenario::load;
use crate::store::{Content, shown};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct ScenarioArgs {
    /// What it is called in files, saves and on the command line: a-z, 0-9 and _
    pub id: String,
}

/// The longest id: it is typed, and it is a file's name.
const LONGEST: usize = 48;

/// Names that some system keeps for itself, or this program.
const TAKEN: [&str; 6] = ["pack", "con", "prn", "aux", "nul", "test"];

pub(super) fn run(args: &ScenarioArgs, context: &mut Context) -> Result<Ended, Failure> {
    let id = &args.id;
    is_an_id(id)?;
    let folder = folder(context)?;
    let name = folder.join(format!("{id}.ron"));
    let opened = context.open()?;
    is_not_taken(id, &opened)?;
    let text = text(id, &opened, context.lang)?;
    let file = shown(&name);
    let instead = || {
        both!(
            "choose another id, or open it: doorstep preview {file}",
            "换一个编号，或者打开它：doorstep preview {file}"
        )
    };
    new_file::write(&name, &text, context, || new_file::stands(&name, instead()))?;
    context.print_told(&both!("wrote {file}\n", "写好了 {file}\n"))?;
    tell_next(&file, id, context)?;
    Ok(Ended::Fine)
}

/// The scenario that it begins as: the small visit where the pack has the standard and the languages of that one, else
/// one that is made for the standard of the pack.
fn text(id: &str, opened: &OpenedPack, author: Lang) -> Result<String, Failure> {
    if takes_the_template(opened)? {
        return Ok(named(TEMPLATE, id));
    }
    fresh_scenario(id, &opened.pack, author).ok_or_else(|| {
        let hint = Phrase::new(
            "write one first, without `never_due`; `doorstep guide standard` says how",
            "先写一条，不带 `never_due`；怎么写，见 `doorstep guide standard`",
        );
        let message = Phrase::new(
            "the standard of this pack has no requirement that a scenario can expect",
            "这个资源包的标准里，没有一条是情景可以列为该做的",
        );
        Failure::wrong(message, hint)
    })
}

fn takes_the_template(opened: &OpenedPack) -> Result<bool, Failure> {
    if opened.content.folder().is_none() {
        return Ok(true);
    }
    let mut sources = opened.content.read()?.sources;
    sources.scenarios = vec![Source::new(&format!("{TEMPLATE_ID}.ron"), TEMPLATE)];
    // Courses and exams name the scenarios that were taken out.
    sources.courses.clear();
    sources.exams.clear();
    let loaded = load(&sources).map_err(Failure::Content)?;
    let fits =
        loaded.diagnostics.is_empty() && loaded.pack.scenarios.iter().all(|own| own.languages == loaded.pack.languages);
    Ok(fits)
}

/// # Errors
/// When a scenario of this pack, or one that is built in, has the id already.
fn is_not_taken(id: &str, opened: &OpenedPack) -> Result<(), Failure> {
    let built_in = Content::embedded().packed();
    let whose = if opened.pack.scenarios.ids().any(|own| own == id) {
        Phrase::new("a scenario of this pack", "这个资源包里的情景")
    } else if built_in.is_some_and(|pack| pack.scenarios.ids().any(|own| own == id)) {
        Phrase::new("a scenario that is built in", "程序自带的情景")
    } else {
        return Ok(());
    };
    let message = both!("\"{id}\" is {whose} already", "\"{id}\" 已经是{whose}了"; whose = whose);
    Err(Failure::wrong(message, Phrase::new("choose another id", "换一个编号")))
}

/// What to do with it.
fn tell_next(file: &str, id: &str, context: &mut Context) -> Result<(), Failure> {
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
    context.print_told(&both!(
        "next:\n  doorstep preview {quoted}   shows the play while you write, and what is wrong, each time you save\n  doorstep check {quoted}   plays every path of it\n{play}  doorstep guide scenario   says how a scenario is written\n",
        "接下来：\n  doorstep preview {quoted}   边写边看：每次存盘，就看到演到哪里、有什么问题\n  doorstep check {quoted}   把每条路都走一遍\n{play}  doorstep guide scenario   情景怎么写\n";
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
    if TAKEN.contains(&near.as_str()) { format!("{near}_scenario") } else { near }
}

/// The template under this id.
fn named(template: &str, id: &str) -> String {
    let source = Source::new("template.ron", template);
    let at = source.place(&SourcePath::FILE.field("id")).span;
    let mut text = template.to_owned();
    text.replace_range(at, &format!("\"{id}\""));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

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
            ("", "con_scenario", "nd_call")
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
