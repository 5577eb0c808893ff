//! The command line: arguments in, one command per file, an exit code out.
//!
//! Exit codes: 0 fine (also for a failed or unfinished play given by `--choices`), 1 findings, 2 wrong use or a fault of
//! the world.

#![expect(clippy::disallowed_methods, reason = "commands time their work and use this process' own streams")]

mod args;
mod check;
mod context;
mod coverage;
mod debrief;
mod diff;
mod explain;
mod failure;
mod graph;
mod play_recorder;
mod list;
mod new;
mod completions;
mod play;
mod preview;
mod replay;
mod simulate;
mod solve;
mod standard;
mod walk;

pub use context::Context;
pub use failure::Failure;

use crate::base::text::{find_unsafe, make_safe};
use args::{Cli, Command};
use clap::{CommandFactory, Parser};
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

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

/// How a command that could do its work ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ended {
    Fine,
    /// `check` found errors, or warnings where it should be strict; or a walk does not hold.
    Diagnostics,
}

/// Runs one command.
pub fn run(arguments: impl IntoIterator<Item = OsString>, mut context: Context) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(refused) => {
            return ExitCode::from(answer(&refused, &mut context));
        }
    };
    context.scenarios = cli.scenarios.clone();
    context.saves = cli.saves.clone();
    let ended = match cli.command.unwrap_or_default() {
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
        Command::Completions { shell } => completions::completions(shell, Cli::command(), &mut context),
        Command::Man => completions::man(Cli::command(), &mut context),
    };
    match ended {
        Ok(Ended::Fine) => ExitCode::SUCCESS,
        Ok(Ended::Diagnostics) => ExitCode::FAILURE,
        Err(Failure::ReaderLeft) => ExitCode::SUCCESS,
        Err(failure) => {
            context.complain(&failure);
            ExitCode::from(2)
        }
    }
}
