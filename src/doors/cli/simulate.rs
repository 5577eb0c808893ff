//! `doorstep simulate`: what becomes of a crowd that plays by a habit.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use crate::base::chance::Seed;
use crate::play::solver::{Policy, Simulator, Solver, Values};
use crate::report::simulation::{SimulationDocument, json, text};
use clap::{Args, ValueEnum};
use std::time::Instant;

/// In how many of a hundred moves a novice slips where nobody says otherwise.
pub(super) const SLIPS: u32 = 20;

#[derive(Debug, Args)]
pub(super) struct SimulateArgs {
    /// The scenario's id, or its file
    pub id: String,
    /// How everybody chooses
    #[arg(long, value_enum, default_value_t = PolicyArg::Novice)]
    pub policy: PolicyArg,
    /// How many play
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(1..=100_000_000))]
    pub players: u32,
    /// What all chance of the crowd comes from: the same seed gives the same crowd
    #[arg(long, value_parser = super::value::seed, default_value_t = 0)]
    pub seed: u64,
    /// Of a novice: in how many of a hundred moves she slips
    #[arg(long, default_value_t = SLIPS, value_parser = clap::value_parser!(u32).range(0..=100))]
    pub slips: u32,
    /// One JSON document on standard output
    #[arg(long)]
    pub json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PolicyArg {
    /// Any open choice
    Random,
    /// Always the first choice of the file
    First,
    /// Always the choice with the longest text
    Longest,
    /// The best choice, but for slips: small and quick ones are the more likely
    Novice,
    /// Always the best choice
    Expert,
}

pub(super) fn run(args: &SimulateArgs, context: &mut Context) -> Result<Ended, Failure> {
    let (opened, scenario) = context.open_around(&args.id)?;
    let solver = Solver::new(&scenario, &opened.pack.standard);
    let values = Values::new(&solver)?;
    let mut simulator = Simulator::new(&values);
    let begun = Instant::now();
    let seed = Seed::new(args.seed);
    let crowd = simulator.play(args.policy.policy(args.slips), args.players, seed);
    let plays_per_second = f64::from(args.players) / begun.elapsed().as_secs_f64().max(1e-9);
    let policy = args.policy.name();
    let document = SimulationDocument { scenario: &scenario, policy: &policy, seed, crowd: &crowd, plays_per_second };
    if args.json {
        context.print_json(&json::render(&document))?;
    } else {
        context.print(&text::render(&document, context.lang))?;
    }
    Ok(Ended::Fine)
}

impl PolicyArg {
    /// As it is typed.
    pub(super) fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// Of a novice with so many slips in a hundred moves.
    pub(super) fn policy(self, slips: u32) -> Policy {
        match self {
            PolicyArg::Random => Policy::Random,
            PolicyArg::First => Policy::First,
            PolicyArg::Longest => Policy::Longest,
            PolicyArg::Novice => Policy::Novice { slips },
            PolicyArg::Expert => Policy::Expert,
        }
    }
}
