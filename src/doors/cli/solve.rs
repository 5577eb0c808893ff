//! `doorstep solve`: the best play under a seed.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::value;
use crate::author::costs::costs;
use crate::base::chance::Seed;
use crate::content::scenario::Scenario;
use crate::content::standard::Standard;
use crate::play::solver::{Solver, Values};
use crate::report::costs::{self as costs_report, CostsDocument};
use crate::report::solution::{SolutionDocument, json, text};
use clap::Args;
use std::sync::Arc;
use std::time::Instant;

#[derive(Debug, Args)]
pub(super) struct SolveArgs {
    /// The scenario's id, or its file
    pub id: String,
    #[arg(long, value_parser = value::seed, default_value_t = 0)]
    pub seed: u64,
    /// Every choice of the scenario by what it loses, the dearest first, with the rows it gives up
    #[arg(long, conflicts_with = "seed")]
    pub costs: bool,
    /// One JSON document on standard output
    #[arg(long)]
    pub json: bool,
}

pub(super) fn run(args: &SolveArgs, context: &mut Context) -> Result<Ended, Failure> {
    let (opened, scenario) = context.open_around(&args.id)?;
    if args.costs {
        return list_costs(args, &scenario, &opened.pack.standard, context);
    }
    let seed = Seed::new(args.seed);
    let begun = Instant::now();
    let solution = Solver::new(&scenario, &opened.pack.standard).best(&mut scenario.rolls(seed))?;
    let took = begun.elapsed();
    let document = SolutionDocument { scenario: &scenario, seed, solution: &solution, took };
    if args.json {
        context.print_json(&json::render(&document))?;
    } else {
        context.print(&text::render(&document, context.lang))?;
    }
    Ok(Ended::Fine)
}

fn list_costs(
    args: &SolveArgs,
    scenario: &Arc<Scenario>,
    standard: &Standard,
    context: &mut Context,
) -> Result<Ended, Failure> {
    let solver = Solver::new(scenario, standard);
    let values = Values::new(&solver)?;
    let document = CostsDocument { scenario, standard, costs: costs(scenario, standard, &values, values.costs()) };
    if args.json {
        context.print_json(&costs_report::json::render(&document))?;
    } else {
        context.print(&costs_report::text::render(&document, scenario.languages[0], context.lang))?;
    }
    Ok(Ended::Fine)
}
