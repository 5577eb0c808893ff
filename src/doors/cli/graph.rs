//! `doorstep graph`: the map of a scenario, for a picture, for Graphviz or for Markdown.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use crate::author::map::ScenarioMap;
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::play::solver::Solver;
use crate::report::map::{ChoiceNaming, MapDocument, MarkedPlay, dot, mermaid, svg};
use crate::speech::messages::Messages;
use crate::speech::narration::Narrator;
use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(super) struct GraphArgs {
    /// The scenario's id, or its file
    pub id: String,
    /// svg: a picture for a browser; dot: for Graphviz; mermaid: for Markdown
    #[arg(long, value_enum, default_value_t = Format::Svg)]
    pub format: Format,
    /// Under which seed the best play is marked
    #[arg(long, value_parser = super::value::seed, default_value_t = 0)]
    pub seed: u64,
    /// Name choices by their text in this language instead of by their id
    #[arg(long, value_parser = super::value::lang, value_name = "zh|en")]
    pub lang: Option<Lang>,
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
    let graph = ScenarioMap::of(&scenario, standard, &solution.line, &rolls);
    let words = Messages::of(&opened.pack, asked.unwrap_or(context.lang));
    let narrator = Narrator { scenario: &scenario, standard, words: &words, player: "" };
    let naming = if asked.is_some() { ChoiceNaming::Texts } else { ChoiceNaming::Ids };
    let marked = MarkedPlay { seed, points: solution.best, moves: solution.line.len() };
    let document = MapDocument::new(&narrator, &graph, naming, &marked);
    let text = match args.format {
        Format::Dot => dot::render(&document),
        Format::Mermaid => mermaid::render(&document),
        Format::Svg => svg::render(&document)?,
    };
    context.print(&text)?;
    Ok(Ended::Fine)
}
