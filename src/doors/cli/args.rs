//! What can be typed after `doorstep`: one definition for parsing, help, completions and the man page.

use super::explain::ExplainArgs;
use super::new::NewArgs;
use super::preview::PreviewArgs;
use super::simulate::SimulateArgs;
use super::walk::WalkArgs;
use crate::base::text::Lang;
use crate::record::attempt::Mode;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Practise visits to customers against a written service standard.
///
/// Without a command the trainer opens in this terminal.
#[derive(Debug, Parser)]
#[command(name = "doorstep", version, after_help = "Example: doorstep play customer_not_home --lang en")]
pub(super) struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    /// A folder of scenarios with its own standard, instead of ./scenarios or the built-in ones
    #[arg(long, global = true, value_name = "DIR")]
    pub scenarios: Option<PathBuf>,
    /// Where plays are kept (also DOORSTEP_SAVES)
    #[arg(long, global = true, value_name = "DIR")]
    pub saves: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// The scenarios that can be played
    #[command(after_help = "Example: doorstep list --json")]
    List(ListArgs),
    /// Play a scenario, in the terminal or as lines of text
    #[command(
        after_help = "Examples:\n  doorstep play customer_not_home --mode learn\n  doorstep play customer_not_home --seed 7 --choices go_in,ride --json"
    )]
    Play(PlayArgs),
    /// The best play under a seed
    #[command(after_help = "Example: doorstep solve customer_not_home --seed 7 --json")]
    Solve(SolveArgs),
    /// Let a crowd play by a habit: spread of scores and endings, and where most go wrong
    #[command(after_help = "Example: doorstep simulate churn_retention --policy novice --players 100000")]
    Simulate(SimulateArgs),
    /// The service standard, whole or below an id
    #[command(after_help = "Examples:\n  doorstep standard basic.conduct.visit\n  doorstep standard --json")]
    Standard(StandardArgs),
    /// Prove scenarios: every fault with its place and, where it concerns play, the choices that show it
    #[command(after_help = "Example: doorstep check scenarios/customer_not_home.ron")]
    Check(CheckArgs),
    /// What a code of `check` means, why it matters, and what to do
    #[command(after_help = "Example: doorstep explain DS014")]
    Explain(ExplainArgs),
    /// Judge a stored play again
    #[command(after_help = "Example: doorstep replay saves/lin/attempts/000001.ron --json")]
    Replay(ReplayArgs),
    /// Review a play move by move: what each choice cost, and what would have been best
    #[command(
        after_help = "Examples:\n  doorstep debrief saves/lin/attempts/000001.ron --html > debrief.html\n  doorstep debrief --scenario customer_not_home --seed 7 --choices go_in,ride,… --json"
    )]
    Debrief(DebriefArgs),
    /// What the scenarios touch of the standard, what they never touch, and what plays reach of them
    #[command(
        after_help = "Examples:\n  doorstep coverage --summary\n  doorstep coverage customer_not_home --section basic.conduct.visit\n  doorstep coverage --html > coverage.html"
    )]
    Coverage(super::coverage::CoverageArgs),
    /// The map of a scenario: scenes, the choices between them, the best play, and what no play reaches
    #[command(
        after_help = "Examples:\n  doorstep graph customer_not_home > map.svg\n  doorstep graph customer_not_home --lang en --seed 7 --format mermaid"
    )]
    Graph(super::graph::GraphArgs),
    /// What a change of a scenario means to a learner: best plays, labels, requirements, stored plays
    #[command(
        after_help = "The exit code is 0, changed or not; 2 when a version cannot be read.\n\nExamples:\n  git show HEAD:scenarios/customer_not_home.ron > old.ron\n  doorstep diff old.ron scenarios/customer_not_home.ron"
    )]
    Diff(super::diff::DiffArgs),
    /// Begin something new: a scenario that can be played at once, to write on from
    #[command(after_help = "Example: doorstep new scenario lift_out_of_order")]
    New(NewArgs),
    /// Show a scenario while you write it: it is read again at every save, and you stay where you are
    #[command(after_help = "Example: doorstep preview scenarios/customer_not_home.ron")]
    Preview(PreviewArgs),
    /// Play what was written down as plays, and tell where the scenario goes another way
    #[command(after_help = "Example: doorstep walk tests/walks/customer_not_home")]
    Walk(WalkArgs),
    /// Print a completion script for a shell
    #[command(after_help = "Example: doorstep completions bash > /etc/bash_completion.d/doorstep")]
    Completions { shell: clap_complete::Shell },
    /// Print the man page
    #[command(after_help = "Example: doorstep man | man -l -")]
    Man,
}

impl Default for Command {
    fn default() -> Command {
        Command::Play(PlayArgs::default())
    }
}

#[derive(Debug, Args)]
pub(super) struct ListArgs {
    /// One JSON document on standard output
    #[arg(long)]
    pub json: bool,
    /// Language of the titles
    #[arg(long, value_parser = lang, value_name = "zh|en")]
    pub lang: Option<Lang>,
}

#[derive(Debug, Default, Args)]
pub(super) struct PlayArgs {
    /// The scenario's id, as `list` prints it; without one the trainer's first screen opens
    pub id: Option<String>,
    /// What all chance comes from: the same seed meets the same customer
    #[arg(long, value_parser = seed)]
    pub seed: Option<u64>,
    /// learn: hints and reasons; practice: feedback after each move; exam: nothing until the end
    #[arg(long, value_enum)]
    pub mode: Option<ModeArg>,
    /// Language of the texts
    #[arg(long, value_parser = lang, value_name = "zh|en")]
    pub lang: Option<Lang>,
    /// Lines of text on standard input and output: for screen readers and pipes
    #[arg(long)]
    pub plain: bool,
    /// Take these choices without a terminal, and print where they lead
    #[arg(long, value_delimiter = ',', value_name = "ID,ID,…", requires = "id")]
    pub choices: Option<Vec<String>>,
    /// One JSON document on standard output (with --choices)
    #[arg(long, requires = "choices")]
    pub json: bool,
    /// Keep the play of --choices like any other
    #[arg(long, requires = "choices", requires = "learner")]
    pub save: bool,
    /// Who plays
    #[arg(long, value_name = "NAME")]
    pub learner: Option<String>,
    /// Draw with ASCII characters only
    #[arg(long)]
    pub ascii: bool,
}

#[derive(Debug, Args)]
pub(super) struct SolveArgs {
    /// The scenario's id
    pub id: String,
    #[arg(long, value_parser = seed, default_value_t = 0)]
    pub seed: u64,
    /// One JSON document on standard output
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct StandardArgs {
    /// A tier, section, clause or requirement; everything if left out
    pub id: Option<String>,
    /// One JSON document on standard output
    #[arg(long)]
    pub json: bool,
    /// Language of the texts
    #[arg(long, value_parser = lang, value_name = "zh|en")]
    pub lang: Option<Lang>,
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// Scenario files or folders; all of the scenarios if left out
    pub paths: Vec<PathBuf>,
    /// Exit with 1 on warnings too, not only on errors
    #[arg(long)]
    pub strict: bool,
    /// One JSON document on standard output
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct ReplayArgs {
    /// A stored play, saves/…/attempts/000001.ron
    pub file: PathBuf,
    /// One JSON document on standard output
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct DebriefArgs {
    /// A stored play, saves/…/attempts/000001.ron
    #[arg(required_unless_present = "scenario", conflicts_with = "scenario")]
    pub attempt: Option<PathBuf>,
    /// Instead of a stored play: the scenario of these choices
    #[arg(long, value_name = "ID", requires = "choices")]
    pub scenario: Option<String>,
    #[arg(long, value_parser = seed, default_value_t = 0, requires = "scenario")]
    pub seed: u64,
    /// The choices of a whole play
    #[arg(long, value_delimiter = ',', value_name = "ID,ID,…", requires = "scenario")]
    pub choices: Option<Vec<String>>,
    /// Markdown (what is printed if nothing else is asked for)
    #[arg(long, group = "format")]
    pub md: bool,
    /// One page of HTML that stands alone
    #[arg(long, group = "format")]
    pub html: bool,
    /// One JSON document on standard output
    #[arg(long, group = "format")]
    pub json: bool,
    /// Language of the texts
    #[arg(long, value_parser = lang, value_name = "zh|en")]
    pub lang: Option<Lang>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ModeArg {
    Learn,
    Practice,
    Exam,
}

impl ModeArg {
    pub(super) fn mode(self) -> Mode {
        match self {
            ModeArg::Learn => Mode::Learn,
            ModeArg::Practice => Mode::Practice,
            ModeArg::Exam => Mode::Exam,
        }
    }
}

impl PlayArgs {
    /// The mode of a new play.
    pub(super) fn mode(&self) -> Mode {
        self.mode.map_or(Mode::Learn, ModeArg::mode)
    }
}

pub(super) fn lang(tag: &str) -> Result<Lang, String> {
    Lang::new(tag).ok_or_else(|| "a language is a tag such as zh or en".to_owned())
}

pub(super) fn seed(text: &str) -> Result<u64, String> {
    let number: u64 = text.parse().map_err(|_| "a seed is a whole number".to_owned())?;
    let fits = number < crate::base::chance::Seed::LIMIT;
    fits.then_some(number).ok_or_else(|| format!("a seed is below {}", crate::base::chance::Seed::LIMIT))
}
