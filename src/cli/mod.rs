//! The command line: arguments in, one command per file, an exit code out.
//!
//! Exit codes: 0 fine (also for a failed or unfinished play given by `--choices`), 1 findings, 2 wrong use or a fault of
//! the world.

mod args;
mod check;
mod context;
mod debrief;
mod failure;
mod keeper;
mod list;
mod paper;
mod picture;
mod play;
mod replay;
mod solve;
mod standard;

pub use context::Context;
pub use failure::Failure;

use args::{Cli, Command};
use clap::{CommandFactory, Parser};
use std::ffi::OsString;
use std::process::ExitCode;

/// How a command that could do its work ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ended {
    Fine,
    /// `check` found errors.
    Findings,
}

/// Runs one command.
pub fn run(arguments: impl IntoIterator<Item = OsString>, mut context: Context) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(refused) => {
            // clap prints help to standard output and mistakes to standard error, each with its own exit code.
            let printed = refused.print();
            return ExitCode::from(if printed.is_ok() && !refused.use_stderr() { 0 } else { 2 });
        }
    };
    context.scenarios = cli.scenarios.clone();
    context.saves = cli.saves.clone();
    let ended = match cli.command.unwrap_or_default() {
        Command::List(args) => list::run(&args, &mut context),
        Command::Play(args) => play::run(&args, &mut context),
        Command::Solve(args) => solve::run(&args, &mut context),
        Command::Standard(args) => standard::run(&args, &mut context),
        Command::Check(args) => check::run(&args, &mut context),
        Command::Replay(args) => replay::run(&args, &mut context),
        Command::Debrief(args) => debrief::run(&args, &mut context),
        Command::Completions { shell } => paper::completions(shell, Cli::command(), &mut context),
        Command::Man => paper::man(Cli::command(), &mut context),
    };
    match ended {
        Ok(Ended::Fine) => ExitCode::SUCCESS,
        Ok(Ended::Findings) => ExitCode::FAILURE,
        Err(Failure::ReaderLeft) => ExitCode::SUCCESS,
        Err(failure) => {
            context.complain(&failure);
            ExitCode::from(2)
        }
    }
}
