//! `doorstep new`: a scenario or a pack to begin with. Neither ever writes over anything.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::new_pack::{self, PackArgs};
use super::new_scenario::{self, ScenarioArgs};
use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(super) struct NewArgs {
    #[command(subcommand)]
    pub what: NewSubject,
}

#[derive(Debug, Subcommand)]
pub(super) enum NewSubject {
    /// A scenario that fits the pack it stands in, ready to be played and made yours
    #[command(after_help = "Example: doorstep new scenario lift_out_of_order")]
    Scenario(ScenarioArgs),
    /// A folder with a standard and a scenario of your own trade and languages, ready to be played and made yours
    #[command(
        after_help = "Examples:\n  doorstep new pack reception --languages en,ja\n  doorstep new pack ours --from-bundled"
    )]
    Pack(PackArgs),
}

pub(super) fn run(args: &NewArgs, context: &mut Context) -> Result<Ended, Failure> {
    match &args.what {
        NewSubject::Scenario(args) => new_scenario::run(args, context),
        NewSubject::Pack(args) => new_pack::run(args, context),
    }
}
