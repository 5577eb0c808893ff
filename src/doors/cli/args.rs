//! What can be typed after `doorstep`: one definition for parsing, help, completions and the man page. What a command
//! takes stands with the command.

use super::certify::CertifyArgs;
use super::check::CheckArgs;
use super::coverage::CoverageArgs;
use super::debrief::DebriefArgs;
use super::diff::DiffArgs;
use super::exam::ExamArgs;
use super::explain::ExplainArgs;
use super::export::ExportArgs;
use super::graph::GraphArgs;
use super::guide::GuideArgs;
use super::import::ImportArgs;
use super::issuer::IssuerArgs;
use super::items::ItemsArgs;
use super::learner::LearnerArgs;
use super::list::ListArgs;
use super::new::NewArgs;
use super::play_args::PlayArgs;
use super::preview::PreviewArgs;
use super::progress::ProgressArgs;
use super::questions::QuestionsArgs;
use super::replay::ReplayArgs;
use super::report::ReportArgs;
use super::revoke::RevokeArgs;
use super::schema::SchemaArgs;
use super::simulate::SimulateArgs;
use super::solve::SolveArgs;
use super::standard::StandardArgs;
use super::strings::StringsArgs;
use super::value;
use super::verify::VerifyArgs;
use super::walk::WalkArgs;
use super::xapi::XapiArgs;
use crate::base::text::Lang;
use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// Practise visits to customers against a written service standard.
///
/// Without a command the trainer opens in this terminal.
#[derive(Debug, Parser)]
#[command(name = "doorstep", version = env!("DOORSTEP_VERSION"), after_help = "Example: doorstep play customer_not_home --lang en")]
pub(super) struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    /// A folder of scenarios with its own standard, instead of ./scenarios or the built-in ones
    #[arg(long, global = true, value_name = "DIR")]
    pub scenarios: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DIR", help = "Where plays are kept (also DOORSTEP_SAVES)")]
    pub saves: Option<PathBuf>,
    /// Language of all that is told; a locale such as zh_CN.UTF-8 is understood; without it that of the environment
    #[arg(long, global = true, value_parser = value::lang, value_name = "zh|en")]
    pub lang: Option<Lang>,
    /// Lines of text on standard input and output: for screen readers and pipes
    #[arg(long, global = true)]
    pub plain: bool,
    /// ASCII signs only
    #[arg(long, global = true)]
    pub ascii: bool,
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
    /// Let a crowd play by a habit: spread of scores and endings, and where most go wrong; or learners practise for days
    #[command(
        after_help = "Examples:\n  doorstep simulate churn_retention --policy novice --players 100000\n  doorstep simulate --course --days 60 --minutes 10"
    )]
    Simulate(SimulateArgs),
    /// Exams: what there are, how alike their papers are, what simulated candidates come to
    #[command(
        after_help = "Examples:\n  doorstep exam list\n  doorstep exam forms entry --papers 1000\n  doorstep exam simulate entry --candidates 200"
    )]
    Exam(ExamArgs),
    /// How good questions and decisions are: how hard, whether they tell people apart, and which look wrong
    #[command(
        after_help = "Examples:\n  doorstep items\n  doorstep items saves --scenario churn_retention --csv > items.csv"
    )]
    Items(ItemsArgs),
    /// The keys of those who sign certificates, and of the proctors they trust
    #[command(
        after_help = "Examples:\n  doorstep issuer new \"Nanqiao Academy\" --key ~/keys/academy.key\n  doorstep issuer proctor \"Luo Min\" --key ~/keys/academy.key --out luo.proctor"
    )]
    Issuer(IssuerArgs),
    /// Sign a sitting that passed: a certificate that anybody can check without a network
    #[command(
        after_help = "Example: doorstep certify saves/lin/sittings/000001.sitting li.certificate --key ~/keys/academy.key"
    )]
    Certify(CertifyArgs),
    /// Whether certificates are what their issuer signed, and still hold
    #[command(
        after_help = "The exit code is 1 where one of them is not to be relied on.\n\nExample: doorstep verify lin.certificate --issuer ~/keys/academy.card"
    )]
    Verify(VerifyArgs),
    /// Take a certificate back: it is put on a list that `verify` is given
    #[command(after_help = "Example: doorstep revoke lin.certificate --key ~/keys/academy.key --list revoked.txt")]
    Revoke(RevokeArgs),
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
    #[command(after_help = "Example: doorstep replay saves/lin/attempts/000001.ron --record lin.walk")]
    Replay(ReplayArgs),
    /// Review a play move by move: what each choice cost, and what would have been best
    #[command(
        after_help = "Examples:\n  doorstep debrief saves/lin/attempts/000001.ron --html > debrief.html\n  doorstep debrief --scenario churn_retention --choices $(doorstep solve churn_retention | tail -1)"
    )]
    Debrief(DebriefArgs),
    /// How far a learner has come: what is known section by section, first runs, days practised
    #[command(after_help = "Examples:\n  doorstep progress lin\n  doorstep progress lin --html > progress.html")]
    Progress(ProgressArgs),
    /// What a group did, for whoever trains it: who passed what, what is met and lost, where choices go wrong, days practised
    #[command(
        after_help = "Examples:\n  doorstep report\n  doorstep report saves --html report.html\n  doorstep report --learner lin --csv=plays > plays.csv"
    )]
    Report(ReportArgs),
    /// What the scenarios touch of the standard, what they never touch, and what plays reach of them
    #[command(
        after_help = "Examples:\n  doorstep coverage --summary\n  doorstep coverage customer_not_home --section basic.conduct.visit\n  doorstep coverage --html > coverage.html"
    )]
    Coverage(CoverageArgs),
    /// The map of a scenario: scenes, the choices between them, the best play, and what no play reaches
    #[command(
        after_help = "Examples:\n  doorstep graph customer_not_home > map.svg\n  doorstep graph customer_not_home --lang en --seed 7 --format mermaid"
    )]
    Graph(GraphArgs),
    /// What a change of a scenario means to a learner: best plays, labels, requirements, stored plays
    #[command(
        after_help = "The exit code is 0, changed or not; 2 when a version cannot be read.\n\nExamples:\n  git show HEAD:scenarios/customer_not_home.ron > old.ron\n  doorstep diff old.ron scenarios/customer_not_home.ron"
    )]
    Diff(DiffArgs),
    /// Begin something new: a scenario, or a pack of another trade; both can be played at once, to write on from
    #[command(
        after_help = "Examples:\n  doorstep new scenario lift_out_of_order\n  doorstep new pack reception --languages en,ja"
    )]
    New(NewArgs),
    /// The texts of a pack for whoever translates them, and what comes back put into its files
    #[command(
        after_help = "The exit code is 1 when a translation is not put in.\n\nExamples:\n  doorstep strings --lang en > texts.csv\n  doorstep strings --import texts.csv"
    )]
    Strings(StringsArgs),
    /// The questions of a bank for other programs and spreadsheets, and questions from elsewhere in as a draft
    #[command(
        after_help = "The exit code of an import is 1 when a question is not taken.\n\nExamples:\n  doorstep questions --format gift --section basic.conduct.visit --lang en > visit.gift\n  doorstep questions --import visit.gift --tests basic.conduct.visit.normal.07.r1 > draft.ron"
    )]
    Questions(QuestionsArgs),
    /// The author's guide: how a pack, a scenario and a standard are written
    #[command(after_help = "Examples:\n  doorstep guide\n  doorstep guide standard | less")]
    Guide(GuideArgs),
    /// Show a scenario while you write it: it is read again at every save, and you stay where you are
    #[command(after_help = "Example: doorstep preview scenarios/customer_not_home.ron")]
    Preview(PreviewArgs),
    /// Play what was written down as plays, and tell where the scenario goes another way
    #[command(after_help = "Example: doorstep walk tests/walks/customer_not_home")]
    Walk(WalkArgs),
    /// Who has played here; rename, merge or delete a learner
    #[command(
        after_help = "Examples:\n  doorstep learner list\n  doorstep learner rename Li \"Li Na\"\n  doorstep learner merge \"Li Na (home)\" \"Li Na\"\n  doorstep learner delete Guest"
    )]
    Learner(LearnerArgs),
    /// Write a learner into one file, with every play and all that is remembered, to go to another machine
    #[command(after_help = "Example: doorstep export lin lin.learner")]
    Export(ExportArgs),
    /// Take in learners from such files: checked whole before anything is written, and nothing lost or doubled
    #[command(after_help = "Examples:\n  doorstep import lin.learner\n  doorstep import lin.learner --as \"Lin Na\"")]
    Import(ImportArgs),
    /// Plays, sittings and answers as statements of xAPI 1.0.3, for a learning record store
    #[command(
        after_help = "Learners go out by name, as accounts of your homepage; nothing else is told of them.\n\nExample: doorstep xapi saves --homepage https://training.example.org > statements.json"
    )]
    Xapi(XapiArgs),
    /// What stands in the documents that --json prints, as a JSON Schema (draft 2020-12)
    #[command(after_help = "Examples:\n  doorstep schema > doorstep.schema.json\n  doorstep schema play")]
    Schema(SchemaArgs),
    /// Print a completion script for a shell
    #[command(after_help = "Example: doorstep completions bash > doorstep.bash")]
    Completions { shell: clap_complete::Shell },
    /// Print the man page
    #[command(after_help = "Example: doorstep man | man -l -")]
    Man,
}

impl Command {
    /// Whether it searches or plays so much that somebody may wonder whether it still works.
    pub(super) fn may_work_long(&self) -> bool {
        match self {
            Command::Solve(_)
            | Command::Simulate(_)
            | Command::Check(_)
            | Command::Replay(_)
            | Command::Debrief(_)
            | Command::Progress(_)
            | Command::Report(_)
            | Command::Coverage(_)
            | Command::Graph(_)
            | Command::Diff(_)
            | Command::Exam(_)
            | Command::Items(_)
            | Command::Xapi(_)
            | Command::Certify(_)
            | Command::Verify(_)
            | Command::Walk(_) => true,
            Command::List(_)
            | Command::Learner(_)
            | Command::Export(_)
            | Command::Issuer(_)
            | Command::Revoke(_)
            | Command::Import(_)
            | Command::Play(_)
            | Command::Standard(_)
            | Command::Explain(_)
            | Command::New(_)
            | Command::Strings(_)
            | Command::Questions(_)
            | Command::Guide(_)
            | Command::Preview(_)
            | Command::Schema(_)
            | Command::Completions { .. }
            | Command::Man => false,
        }
    }
}
