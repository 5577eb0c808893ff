//! `doorstep solve`: the best play under a seed.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::value;
use crate::base::chance::Seed;
use crate::play::solver::Solver;
use crate::report::solution::{SolutionDocument, json, text};
use clap::Args;
use std::time::Instant;

#[derive(Debug, Args)]
pub(super) struct SolveArgs {
    /// The scenario's id
    pub id: String,
    #[arg(long, value_parser = value::seed, default_value_t = 0)]
    pub seed: u64,
    /// One JSON document on standard output
    #[arg(long)]
    pub json: bool,
}

pub(super) fn run(args: &SolveArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let scenario = opened.scenario(&args.id)?;
    let seed = Seed::new(args.seed);
    let begun = Instant::now();
    let solution = Solver::new(&scenario, &opened.pack.standard).best(&mut scenario.rolls(seed))?;
    let took = begun.elapsed();
    let document = SolutionDocument { scenario: &scenario, seed, solution: &solution, took };
    if args.json {
        context.print_json(&json::render(&document))?;
    } else {
        context.print(&text::render(&document))?;
    }
    Ok(Ended::Fine)
}
