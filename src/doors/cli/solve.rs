//! `doorstep solve`: the best play under a seed.

use super::args::SolveArgs;
use super::{Context, Ended, Failure};
use crate::base::chance::Seed;
use crate::play::solver::Solver;
use crate::report::json;
use std::time::Instant;

pub(super) fn run(args: &SolveArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let scenario = opened.scenario(&args.id)?;
    let seed = Seed::new(args.seed);
    let begun = Instant::now();
    let solution = Solver::new(&scenario, &opened.pack.standard).best(&mut scenario.rolls(seed))?;
    let millis = begun.elapsed().as_secs_f64() * 1000.0;
    if args.json {
        context.print_json(&json::solution(&scenario, seed, &solution, millis))?;
    } else {
        let line = json::choice_ids(&scenario, &solution.line).join(",");
        let (best, states) = (solution.best, solution.states);
        context.print(&format!(
            "best: {best} points in {} moves ({states} states, {millis:.0} ms)\n{line}\n",
            solution.line.len()
        ))?;
    }
    Ok(Ended::Fine)
}
