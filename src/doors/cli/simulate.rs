//! `doorstep simulate`: what becomes of a crowd that plays by a habit, and of learners who practise day by day.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use crate::base::chance::Seed;
use crate::learn::simulated::{School, StudyAsked, study};
use crate::play::solver::{Policy, Simulator, Solver, Values};
use crate::report;
use crate::report::simulation::{SimulationDocument, json, text};
use crate::report::study::StudyDocument;
use clap::{Args, ValueEnum};
use std::time::Instant;

/// In how many of a hundred moves a novice slips where nobody says otherwise.
pub(super) const SLIPS: u32 = 20;

#[derive(Debug, Args)]
pub(super) struct SimulateArgs {
    /// The scenario's id, or its file
    #[arg(required_unless_present = "course")]
    pub id: Option<String>,
    /// Not a scenario, but days of practice: by the plan of each day, by random scenarios, by questions in a fixed order
    #[arg(long, conflicts_with_all = ["id", "policy", "players", "slips"])]
    pub course: bool,
    /// Of a course: how many learners practise in each way
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=100_000), requires = "course")]
    pub learners: u32,
    /// Of a course: on how many days
    #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=3_650), requires = "course")]
    pub days: u32,
    /// Of a course: how many minutes a day
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=600), requires = "course")]
    pub minutes: u32,
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
    let Some(id) = &args.id else { return course(args, context) };
    let (opened, scenario) = context.open_around(id)?;
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

/// Lets learners practise in each way, with the standard and the scenarios of the content.
fn course(args: &SimulateArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let school = School::of(&opened.pack);
    let (learners, days, minutes) = (args.learners, args.days, args.minutes);
    let study = study(StudyAsked { learners, days, minutes, seed: Seed::new(args.seed) }, &school);
    let (requirements, scenarios) = (school.standard.requirements.len(), school.scenarios.len());
    let document = StudyDocument { study: &study, requirements, scenarios };
    if args.json {
        context.print_json(&report::study::json::render(&document, context.lang))?;
    } else {
        context.print(&report::study::text::render(&document, context.lang))?;
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
