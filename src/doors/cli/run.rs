//! From arguments to an exit code: one command is run, and what went wrong is told.

use super::args::{Cli, Command};
use super::context::Context;
use super::ended::exit_code;
use super::play_args::PlayArgs;
use super::{
    check, completions, coverage, debrief, diff, explain, graph, learner, list, new, play, preview, replay, simulate,
    solve, standard, walk,
};
use crate::base::text::{find_unsafe, make_safe};
use crate::speech::messages::Messages;
use clap::{CommandFactory, Parser};
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// Runs one command.
pub fn run(arguments: impl IntoIterator<Item = OsString>, mut context: Context) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(refused) => {
            return ExitCode::from(answer(&refused, &mut context));
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
    let ended = match command {
        Command::List(args) => list::run(&args, &mut context),
        Command::Play(args) => play::run(&args, &mut context),
        Command::Solve(args) => solve::run(&args, &mut context),
        Command::Simulate(args) => simulate::run(&args, &mut context),
        Command::Standard(args) => standard::run(&args, &mut context),
        Command::Check(args) => check::run(&args, &mut context),
        Command::Explain(args) => explain::run(&args, &mut context),
        Command::Replay(args) => replay::run(&args, &mut context),
        Command::Debrief(args) => debrief::run(&args, &mut context),
        Command::Coverage(args) => coverage::run(&args, &mut context),
        Command::Graph(args) => graph::run(&args, &mut context),
        Command::Diff(args) => diff::run(&args, &mut context),
        Command::New(args) => new::run(&args, &mut context),
        Command::Preview(args) => preview::run(&args, &mut context),
        Command::Walk(args) => walk::run(&args, &mut context),
        Command::Learner(args) => learner::run(&args, &mut context),
        Command::Completions { shell } => completions::completions(shell, Cli::command(), &mut context),
        Command::Man => completions::man(Cli::command(), &mut context),
    };
    let code = exit_code(&ended);
    if let Err(failure) = ended
        && code != 0
    {
        context.complain(&failure);
    }
    ExitCode::from(code)
}

/// Prints help to standard output and mistakes to standard error, each with its own exit code. A mistake repeats what
/// was typed, which may be anything.
fn answer(refused: &clap::Error, context: &mut Context) -> u8 {
    let plain = refused.render().to_string();
    match find_unsafe(&plain) {
        None if refused.print().is_ok() && !refused.use_stderr() => 0,
        None => 2,
        Some(_) => {
            // Nothing is left to do when even standard error is closed.
            let _ = context.err.write_all(make_safe(&plain).as_bytes()).and_then(|()| context.err.flush());
            2
        }
    }
}
