//! `doorstep graph`: the map of a scenario, for a picture, for Graphviz or for Markdown.

use super::context::{Context, OpenedPack};
use super::ended::Ended;
use super::failure::Failure;
use super::simulate::{PolicyArg, SLIPS};
use crate::author::map::{ScenarioMap, Traffic};
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::content::scenario::Scenario;
use crate::play::solver::{Solver, Values};
use crate::report::map::{ChoiceNaming, CountedPlays, MapDocument, MarkedPlay, dot, mermaid, svg};
use crate::speech::messages::Messages;
use crate::speech::narration::Narrator;
use clap::{Args, ValueEnum};
use std::sync::Arc;

#[derive(Debug, Args)]
pub(super) struct GraphArgs {
    /// The scenario's id, or its file
    pub id: String,
    /// svg: a picture for a browser; dot: for Graphviz; mermaid: for Markdown
    #[arg(long, value_enum, default_value_t = Format::Svg)]
    pub format: Format,
    /// Under which seed the best play is marked, and the crowd plays
    #[arg(long, value_parser = super::value::seed, default_value_t = 0)]
    pub seed: u64,
    /// Name choices by their text in this language instead of by their id
    #[arg(long, value_parser = super::value::lang, value_name = "zh|en")]
    pub lang: Option<Lang>,
    /// Let so many play, and show how many of them take each choice
    #[arg(long, value_name = "N", group = "counted", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub players: Option<u32>,
    /// How the crowd chooses
    #[arg(long, value_enum, requires = "players", default_value_t = PolicyArg::Novice)]
    pub policy: PolicyArg,
    /// Show how many of all stored plays take each choice
    #[arg(long, group = "counted")]
    pub plays: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Svg,
    Dot,
    Mermaid,
}

pub(super) fn run(args: &GraphArgs, context: &mut Context) -> Result<Ended, Failure> {
    let (opened, scenario) = context.open_around(&args.id)?;
    let standard = &opened.pack.standard;
    let asked = opened.asked(args.lang)?;
    let seed = Seed::new(args.seed);
    let rolls = scenario.rolls(seed);
    let solution = Solver::new(&scenario, standard).best(&mut rolls.clone())?;
    let mut graph = ScenarioMap::of(&scenario, standard, &solution.line, &rolls);
    if let Some(traffic) = traffic(args, context, &opened, &scenario)? {
        graph = graph.counting(&traffic);
    }
    let words = Messages::of(&opened.pack, asked.unwrap_or(context.lang));
    let narrator = Narrator { scenario: &scenario, standard, words: &words, player: "" };
    let naming = if asked.is_some() { ChoiceNaming::Texts } else { ChoiceNaming::Ids };
    let marked = MarkedPlay { seed, points: solution.best, moves: solution.line.len() };
    let policy = args.policy.name();
    let counted = match (args.players, args.plays) {
        (Some(_), _) => CountedPlays::Crowd(&policy),
        (None, true) => CountedPlays::Stored,
        (None, false) => CountedPlays::None,
    };
    let document = MapDocument::new(&narrator, &graph, naming, &marked, counted);
    let text = match args.format {
        Format::Dot => dot::render(&document),
        Format::Mermaid => mermaid::render(&document),
        Format::Svg => svg::render(&document)?,
    };
    context.print(&text)?;
    Ok(Ended::Fine)
}

/// Where the crowd or the learners went, if either is to be shown.
fn traffic(
    args: &GraphArgs,
    context: &mut Context,
    opened: &OpenedPack,
    scenario: &Arc<Scenario>,
) -> Result<Option<Traffic>, Failure> {
    if let Some(players) = args.players {
        let solver = Solver::new(scenario, &opened.pack.standard);
        let policy = args.policy.policy(SLIPS);
        return Ok(Some(Traffic::of_crowd(&Values::new(&solver)?, policy, players, Seed::new(args.seed))));
    }
    if !args.plays {
        return Ok(None);
    }
    let (stored, unread) = context.find_saves(&opened.content)?.attempts();
    let mut traffic = Traffic::default();
    for stored in stored.iter().filter(|stored| stored.attempt.scenario == scenario.id) {
        let replay = stored.attempt.replay(scenario);
        let counts = replay.first_run.unwrap_or(replay.session);
        if !counts.turns().is_empty() {
            traffic.add(&counts);
        }
    }
    context.remark_unread(&unread);
    Ok(Some(traffic))
}
