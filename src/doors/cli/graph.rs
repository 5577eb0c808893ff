//! `doorstep graph`: the map of a scenario, for a picture, for Graphviz or for Markdown.

use super::{Context, Ended, Failure};
use crate::author::map::ScenarioMap;
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::play::solver::Solver;
use crate::report::map::{ChoiceNaming, MapDocument, dot, mermaid, svg};
use crate::speech::messages::Messages;
use crate::speech::narration::Narrator;
use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(super) struct GraphArgs {
    /// The scenario's id
    pub id: String,
    /// svg: a picture for a browser; dot: for Graphviz; mermaid: for Markdown
    #[arg(long, value_enum, default_value_t = Format::Svg)]
    pub format: Format,
    /// Under which seed the best play is marked
    #[arg(long, value_parser = super::args::seed, default_value_t = 0)]
    pub seed: u64,
    /// Name choices by their text in this language instead of by their id
    #[arg(long, value_parser = super::args::lang, value_name = "zh|en")]
    pub lang: Option<Lang>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Svg,
    Dot,
    Mermaid,
}

pub(super) fn run(args: &GraphArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let scenario = opened.scenario(&args.id)?;
    let standard = &opened.pack.standard;
    let asked = opened.asked(args.lang)?;
    let rolls = scenario.rolls(Seed::new(args.seed));
    let solution = Solver::new(&scenario, standard).best(&mut rolls.clone())?;
    let graph = ScenarioMap::of(&scenario, standard, &solution.line, &rolls);
    let words = Messages::new(asked.unwrap_or(context.lang));
    let narrator = Narrator { scenario: &scenario, standard, words: &words, player: "" };
    let naming = if asked.is_some() { ChoiceNaming::Texts } else { ChoiceNaming::Ids };
    let sheet = MapDocument::new(&narrator, &graph, naming, (args.seed, solution.best, &solution.line));
    let text = match args.format {
        Format::Dot => dot(&sheet),
        Format::Mermaid => mermaid(&sheet),
        Format::Svg => svg(&sheet).map_err(|why| {
            Failure::wrong(why.to_string(), "`--format dot` and `--format mermaid` write maps of any size")
        })?,
    };
    context.print(&text)?;
    Ok(Ended::Fine)
}
