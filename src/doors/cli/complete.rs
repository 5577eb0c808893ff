//! What a shell offers while a command is typed: not only commands and options, but the scenarios, clauses, codes, pages
//! and learners that there are. The shell's script asks the program; what goes wrong is not told, because somebody is
//! typing.

use super::chinese_help::in_chinese;
use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::guide::topics;
use crate::author::check::rules::RULES;
use crate::base::bilingual::speaks_chinese;
use crate::base::text::{Lang, make_safe};
use crate::content::scenario::{Pack, load};
use crate::content::standard::Standard;
use crate::store::{Content, Saves};
use clap::Command;
use clap_complete::CompletionCandidate;
use clap_complete::engine::{ArgValueCompleter, PathCompleter, ValueCompleter};
use clap_complete::env::Shells;
use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::sync::Arc;

/// The variable by which a shell asks, with its own name.
pub(super) const VARIABLE: &str = "DOORSTEP_COMPLETE";

/// What a value names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ValueKind {
    /// A scenario, by its id; files may be named too.
    Scenario,
    /// A part of the standard.
    Clause,
    /// A code of `check`.
    Code,
    /// Whoever has played here.
    Learner,
    /// A page of the guide.
    Topic,
}

/// Which values name something that the program knows: the command, the argument, and what is named.
const VALUES: [(&[&str], &str, ValueKind); 25] = [
    (&["play"], "id", ValueKind::Scenario),
    (&["play"], "learner", ValueKind::Learner),
    (&["solve"], "id", ValueKind::Scenario),
    (&["simulate"], "id", ValueKind::Scenario),
    (&["debrief"], "scenario", ValueKind::Scenario),
    (&["progress"], "learner", ValueKind::Learner),
    (&["report"], "learner", ValueKind::Learner),
    (&["coverage"], "ids", ValueKind::Scenario),
    (&["coverage"], "section", ValueKind::Clause),
    (&["graph"], "id", ValueKind::Scenario),
    (&["diff"], "old", ValueKind::Scenario),
    (&["diff"], "new", ValueKind::Scenario),
    (&["standard"], "id", ValueKind::Clause),
    (&["explain"], "code", ValueKind::Code),
    (&["guide"], "topic", ValueKind::Topic),
    (&["learner", "rename"], "name", ValueKind::Learner),
    (&["learner", "merge"], "from", ValueKind::Learner),
    (&["learner", "merge"], "into", ValueKind::Learner),
    (&["learner", "delete"], "name", ValueKind::Learner),
    (&["export"], "learner", ValueKind::Learner),
    (&["import"], "named", ValueKind::Learner),
    (&["items"], "scenario", ValueKind::Scenario),
    (&["questions"], "section", ValueKind::Clause),
    (&["questions"], "tests", ValueKind::Clause),
    (&["preview"], "file", ValueKind::Scenario),
];

/// What is known where something is typed.
#[derive(Clone, Debug)]
struct Surroundings {
    cwd: PathBuf,
    /// The folder behind `--scenarios`, as far as it is typed.
    scenarios: Option<PathBuf>,
    saves: Option<PathBuf>,
    saves_variable: Option<PathBuf>,
    lang: Lang,
}

/// Answers a shell of this name: what can stand where the cursor is.
pub(super) fn answer(
    shell: &OsStr,
    arguments: &[OsString],
    command: Command,
    context: &mut Context,
) -> Result<Ended, Failure> {
    let typed = arguments.iter().skip_while(|word| *word != "--").skip(1).cloned().collect::<Vec<_>>();
    let around = Surroundings {
        cwd: context.cwd.clone(),
        scenarios: behind("--scenarios", &typed),
        saves: behind("--saves", &typed),
        saves_variable: context.saves_variable.clone(),
        lang: context.lang,
    };
    let command = filled(command, &around);
    let mut command = if speaks_chinese(context.lang) { in_chinese(command) } else { command };
    command.build();
    let shells = Shells::builtins();
    let mut offered = Vec::new();
    if let Some(shell) = shell.to_str().and_then(|name| shells.completer(name)) {
        // Nothing is offered where nothing can be.
        let _ = shell.write_complete(&mut command, typed, Some(&context.cwd), &mut offered);
    }
    context.print(&String::from_utf8_lossy(&offered))?;
    Ok(Ended::Fine)
}

/// What stands behind an option among words that may be no whole command yet.
fn behind(option: &str, typed: &[OsString]) -> Option<PathBuf> {
    let mut words = typed.iter();
    words
        .by_ref()
        .find_map(|word| {
            let rest = word.to_str()?.strip_prefix(option)?;
            Some(rest.strip_prefix('=').map(str::to_owned))
        })?
        .map(PathBuf::from)
        .or_else(|| words.next().map(PathBuf::from))
}

fn filled(command: Command, around: &Surroundings) -> Command {
    VALUES.iter().fold(command, |command, (path, value, named)| complete_at(command, path, value, *named, around))
}

fn complete_at(command: Command, path: &[&str], value: &str, named: ValueKind, around: &Surroundings) -> Command {
    if let Some((first, rest)) = path.split_first() {
        return command.mut_subcommand(first, |own| complete_at(own, rest, value, named, around));
    }
    let around = around.clone();
    let completer = ArgValueCompleter::new(move |current: &OsStr| offered(named, current, &around));
    // Changed by itself an argument would lose its place among the others.
    command.mut_args(|arg| if arg.get_id() == value { arg.add(completer.clone()) } else { arg })
}

/// What is offered for what was typed of a value.
fn offered(named: ValueKind, current: &OsStr, around: &Surroundings) -> Vec<CompletionCandidate> {
    let begun = current.to_string_lossy();
    let all = match named {
        ValueKind::Scenario => around.pack().map(|pack| scenarios(&pack, around.lang)).unwrap_or_default(),
        ValueKind::Clause => around.pack().map(|pack| clauses(&pack.standard, &begun)).unwrap_or_default(),
        ValueKind::Code => {
            RULES.iter().map(|rule| (rule.code.to_string(), rule.title.in_lang(around.lang).to_owned())).collect()
        }
        ValueKind::Learner => around.learners().into_iter().map(|name| (name, String::new())).collect(),
        ValueKind::Topic => topics(around.lang),
    };
    let mut own: Vec<CompletionCandidate> =
        all.into_iter().filter(|(name, _)| name.starts_with(&*begun)).map(candidate).collect();
    if named == ValueKind::Scenario && own.is_empty() {
        own = PathCompleter::any().current_dir(&around.cwd).complete(current);
    }
    own
}

fn candidate((name, about): (String, String)) -> CompletionCandidate {
    let about = Some(make_safe(&about)).filter(|about| !about.is_empty());
    CompletionCandidate::new(name).help(about.map(Into::into))
}

fn scenarios(pack: &Pack, lang: Lang) -> Vec<(String, String)> {
    pack.scenarios.heads().map(|head| (head.id.to_string(), head.title.in_lang(lang).to_owned())).collect()
}

/// The ids of the standard, no more than a level below what was typed: there are a thousand.
fn clauses(standard: &Standard, begun: &str) -> Vec<(String, String)> {
    let level = |id: &str| id.matches('.').count();
    let mut all: BTreeSet<&str> = BTreeSet::new();
    for id in standard.ids().map(|id| &*standard.requirement(id).id) {
        let ends = id.match_indices('.').map(|(at, _)| at).chain([id.len()]);
        all.extend(ends.map(|end| &id[..end]).filter(|part| level(part) <= level(begun) + 1));
    }
    all.into_iter().map(|id| (id.to_owned(), String::new())).collect()
}

impl Surroundings {
    fn content(&self) -> Option<Content> {
        Content::find(self.scenarios.as_deref(), &self.cwd).ok()
    }

    fn pack(&self) -> Option<Arc<Pack>> {
        let content = self.content()?;
        let read = || Some(load(&content.read().ok()?.sources).ok()?.pack);
        content.packed().or_else(read).map(Arc::new)
    }

    fn learners(&self) -> Vec<String> {
        let saves = self.content().and_then(|content| {
            Saves::find(self.saves.as_deref(), self.saves_variable.as_deref(), &content, &self.cwd).ok()
        });
        saves.map(|saves| saves.names_by_last_play()).unwrap_or_default()
    }
}
