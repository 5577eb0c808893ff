//! From arguments to an exit code: one command is run, and what went wrong is told.

use super::args::{Cli, Command};
use super::context::Context;
use super::ended::{Ended, WRONG, exit_code};
use super::failure::Failure;
use super::play_args::PlayArgs;
use super::{
    certify, check, chinese_help, complete, completions, coverage, debrief, diff, exam, explain, export, graph, guide,
    import, issuer, items, learner, list, new, play, preview, progress, questions, refusal, replay, report, revoke,
    schema, simulate, solve, standard, strings, value, verify, walk, xapi,
};
use crate::base::bilingual::speaks_chinese;
use crate::base::text::{Lang, find_unsafe, make_safe};
use crate::report::{JsonDocument, error};
use crate::speech::messages::Messages;
use clap::{CommandFactory, Parser};
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// Runs one command.
pub fn run(arguments: impl IntoIterator<Item = OsString>, mut context: Context) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if let Some(shell) = context.complete_variable.take() {
        let offered = complete::answer(&shell, &arguments, Cli::command(), &mut context);
        return ExitCode::from(exit_code(&offered));
    }
    let in_json = arguments.iter().take_while(|typed| *typed != "--").any(|typed| typed == "--json");
    let cli = match Cli::try_parse_from(&arguments) {
        Ok(cli) => cli,
        Err(refused) => {
            context.lang = lang_among(&arguments).unwrap_or(context.lang);
            return ExitCode::from(answer(refused, arguments, in_json, &mut context));
        }
    };
    context.scenarios = cli.scenarios;
    context.saves = cli.saves;
    context.lang = cli.lang.unwrap_or(context.lang);
    context.plain |= cli.plain;
    context.ascii |= cli.ascii;
    let command = cli.command.unwrap_or_else(|| Command::Play(PlayArgs { lang: cli.lang, ..PlayArgs::default() }));
    if command.may_work_long() {
        context.working.begin(Messages::new(context.lang));
    }
    let ended = perform(command, &mut context);
    let code = exit_code(&ended);
    if let Err(failure) = ended
        && code != 0
    {
        tell(&failure, in_json, &mut context);
    }
    ExitCode::from(code)
}

/// Runs what was asked for.
fn perform(command: Command, context: &mut Context) -> Result<Ended, Failure> {
    match command {
        Command::List(args) => list::run(&args, context),
        Command::Play(args) => play::run(&args, context),
        Command::Solve(args) => solve::run(&args, context),
        Command::Simulate(args) => simulate::run(&args, context),
        Command::Standard(args) => standard::run(&args, context),
        Command::Check(args) => check::run(&args, context),
        Command::Exam(args) => exam::run(&args, context),
        Command::Items(args) => items::run(&args, context),
        Command::Issuer(args) => issuer::run(&args, context),
        Command::Certify(args) => certify::run(&args, context),
        Command::Verify(args) => verify::run(&args, context),
        Command::Revoke(args) => revoke::run(&args, context),
        Command::Explain(args) => explain::run(&args, context),
        Command::Replay(args) => replay::run(&args, context),
        Command::Debrief(args) => debrief::run(&args, context),
        Command::Progress(args) => progress::run(&args, context),
        Command::Report(args) => report::run(&args, context),
        Command::Coverage(args) => coverage::run(&args, context),
        Command::Graph(args) => graph::run(&args, context),
        Command::Diff(args) => diff::run(&args, context),
        Command::Strings(args) => strings::run(&args, context),
        Command::Questions(args) => questions::run(&args, context),
        Command::Guide(args) => guide::run(&args, context),
        Command::New(args) => new::run(&args, context),
        Command::Preview(args) => preview::run(&args, context),
        Command::Walk(args) => walk::run(&args, context),
        Command::Learner(args) => learner::run(&args, context),
        Command::Export(args) => export::run(&args, context),
        Command::Import(args) => import::run(&args, context),
        Command::Xapi(args) => xapi::run(&args, context),
        Command::Schema(args) => schema::run(&args, context),
        Command::Completions { shell } => completions::completions(shell, context),
        Command::Man => completions::man(defined(context.lang), context),
    }
}

/// Everything that can be typed, with its help in this language.
fn defined(lang: Lang) -> clap::Command {
    if speaks_chinese(lang) { chinese_help::in_chinese(Cli::command()) } else { Cli::command() }
}

/// The language that is asked for among arguments that could not be read as a whole.
fn lang_among(arguments: &[OsString]) -> Option<Lang> {
    let mut words = arguments.iter().filter_map(|word| word.to_str());
    words.by_ref().find_map(|word| word.strip_prefix("--lang").map(str::to_owned)).and_then(|rest| {
        let tag = rest.strip_prefix('=').map_or_else(|| words.next().map(str::to_owned), |tag| Some(tag.to_owned()));
        tag.and_then(|tag| value::lang(&tag).ok())
    })
}

/// Tells what went wrong on standard error, and to a program that waits for a document in one.
fn tell(failure: &Failure, in_json: bool, context: &mut Context) {
    context.complain(failure);
    if in_json && !matches!(failure, Failure::Unwritten(_)) {
        // Nothing is left to do when even that cannot be written: the exit code says it too.
        let _ = context.print_json(&failure.document(WRONG, context.lang));
    }
}

/// Prints help to standard output and mistakes to standard error, each with its own exit code. A mistake repeats what
/// was typed, which may be anything.
fn answer(refused: clap::Error, arguments: Vec<OsString>, in_json: bool, context: &mut Context) -> u8 {
    let is_chinese = speaks_chinese(context.lang);
    // In Chinese the same is asked once more of a definition whose help is Chinese.
    let again = || defined(context.lang).try_get_matches_from(arguments).err();
    let refused = is_chinese.then(again).flatten().unwrap_or(refused);
    if !refused.use_stderr() {
        let printed = refused.print().map(|()| Ended::Fine).map_err(Failure::of_output);
        let code = exit_code(&printed);
        printed.err().filter(|_| code != 0).iter().for_each(|failure| context.complain(failure));
        return code;
    }
    let plain = refused.render().to_string();
    let told = if is_chinese { refusal::in_chinese(&refused) } else { plain.clone() };
    // With the terminal's own emphasis, where it can be.
    if is_chinese || find_unsafe(&plain).is_some() || refused.print().is_err() {
        // Nothing is left to do when even standard error is closed.
        let _ = context.err.write_all(make_safe(&told).as_bytes()).and_then(|()| context.err.flush());
    }
    if in_json {
        // As with any other failure, nothing is left to do when that cannot be written.
        let _ = context.print_json(&refusal_document(&told, context.lang));
    }
    WRONG
}

/// What is not understood, for programs: its first paragraph, and what stands below it as a hint.
fn refusal_document(told: &str, lang: Lang) -> JsonDocument {
    let (message, hint) = told.split_once("\n\n").unwrap_or((told, ""));
    let on_one_line = |words: &str| make_safe(&words.split_whitespace().collect::<Vec<_>>().join(" "));
    let (message, hint) = (on_one_line(message), on_one_line(hint));
    let hint = Some(hint.as_str()).filter(|hint| !hint.is_empty());
    let message = message.trim_start_matches("error: ").trim_start_matches("错误：");
    error(message, hint, &[], WRONG, lang)
}
