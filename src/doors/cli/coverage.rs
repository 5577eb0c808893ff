//! `doorstep coverage`: what the scenarios touch of the standard, and what plays reach of the scenarios.

use super::context::{Context, LoneScenario, OpenedPack};
use super::ended::Ended;
use super::failure::Failure;
use crate::author::coverage::{CoverageLevel, Reached, ScenarioCoverage};
use crate::author::playscript;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::text::Lang;
use crate::both;
use crate::content::scenario::Scenario;
use crate::play::engine::{Replay, Session};
use crate::report::LeftOut;
use crate::report::coverage::{CoverageDocument, Depth, PlayedBy, ScenarioColumn, Signs, Tried, html, json, text};
use crate::speech::messages::Messages;
use crate::store::{StoredAttempt, read_walks};
use clap::Args;
use std::path::PathBuf;
use std::sync::Arc;

/// Where walks stand beside their scenarios.
const WALKS: &str = "tests/walks";

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct CoverageArgs {
    /// Only these scenarios, by id or file; all if left out
    pub ids: Vec<String>,
    /// Only this part of the standard: a tier, chapter, section or clause
    #[arg(long, value_name = "ID")]
    pub section: Option<String>,
    /// Walks whose ways are counted: files that end in .walk, or folders of them (tests/walks if it is there)
    #[arg(long, value_name = "PATH")]
    pub walks: Vec<PathBuf>,
    /// Sections, scenarios and totals alone
    #[arg(long)]
    pub summary: bool,
    /// One page of HTML that stands alone
    #[arg(long, group = "format")]
    pub html: bool,
    /// One JSON document on standard output
    #[arg(long, group = "format")]
    pub json: bool,
    /// Draw with ASCII characters only
    #[arg(long)]
    pub ascii: bool,
    /// Language of the texts
    #[arg(long, value_parser = super::value::lang, value_name = "zh|en")]
    pub lang: Option<Lang>,
}

pub(super) fn run(args: &CoverageArgs, context: &mut Context) -> Result<Ended, Failure> {
    let (opened, scenarios) = open_wanted(args, context)?;
    let words = Messages::of(&opened.pack, opened.asked(args.lang)?.unwrap_or(context.lang));
    let below = args.section.as_deref().unwrap_or_default();
    super::standard::known(&opened.pack.standard, below)?;
    let (stored, unread) = context.find_saves(&opened.content)?.attempts();
    let (walked, strays) = walked(args, &opened, context)?;
    let columns = scenarios.into_iter().map(|scenario| column(scenario, &opened, &stored, &walked)).collect();
    let left_out = LeftOut::by_file(&opened.diagnostics);
    let document = CoverageDocument { standard: &opened.pack.standard, columns, left_out, below };
    if args.json {
        // The document tells of faults itself.
        context.print_json(&json::render(&document, context.lang))?;
    } else {
        let text = if args.html { html::render(&document, &words) } else { in_lines(&document, &words, args, context) };
        context.print(&text)?;
        context.remark_on(&opened.diagnostics);
    }
    context.remark_unread(&unread);
    let lang = context.lang;
    context.remark(strays.iter().map(|stray| stray.in_lang(lang)));
    Ok(Ended::Fine)
}

/// The content with the scenarios that were named, by id or by file, in the order of the pack; all if none was.
fn open_wanted(args: &CoverageArgs, context: &mut Context) -> Result<(OpenedPack, Vec<Arc<Scenario>>), Failure> {
    let Some((first, others)) = args.ids.split_first() else {
        let opened = context.open()?;
        let all = opened.pack.scenarios.iter().cloned().collect();
        return Ok((opened, all));
    };
    let (mut opened, scenario) = context.open_around(first)?;
    let mut wanted = vec![scenario.id.clone()];
    for named in others {
        let LoneScenario { pack, scenario } = context.scenario_alone(named, &opened)?;
        if pack.standard_hash != opened.pack.standard_hash {
            let message =
                both!("{first} and {named} are judged by two standards", "{first} 和 {named} 用的不是同一份标准");
            let hint = Phrase::new("ask for the coverage of each by itself", "一份标准一份标准地看");
            return Err(Failure::wrong(message, hint));
        }
        wanted.push(scenario.id.clone());
        opened.add(scenario);
    }
    let named = opened.pack.scenarios.iter().filter(|own| wanted.contains(&own.id)).cloned().collect();
    Ok((opened, named))
}

fn column(
    scenario: Arc<Scenario>,
    opened: &OpenedPack,
    stored: &[StoredAttempt],
    walked: &[Session],
) -> ScenarioColumn {
    let covered = ScenarioCoverage::of(&scenario, &opened.pack.standard);
    let (mut played, mut walks) = (Reached::none(&scenario), Reached::none(&scenario));
    let own: Vec<&StoredAttempt> = stored.iter().filter(|stored| stored.attempt.scenario == scenario.id).collect();
    for stored in &own {
        // What was taken back counts as well.
        let (seed, moves) = (stored.attempt.seed, &stored.attempt.moves);
        Replay::watched(scenario.clone(), seed, moves, |turn| played.add(&scenario, std::slice::from_ref(turn)));
    }
    let learners = Tried { by: PlayedBy::Learners, plays: own.len(), ways: played };
    let own: Vec<&Session> = walked.iter().filter(|session| session.scenario().id == scenario.id).collect();
    for session in &own {
        walks.add(&scenario, session.turns());
    }
    let authors = Tried { by: PlayedBy::Walks, plays: own.len(), ways: walks };
    ScenarioColumn { scenario, covered, tried: vec![authors, learners] }
}

/// The walks that were named, played as far as they go, and what of them cannot be played at all. Without any named
/// those of the present folder, if there are some.
fn walked(
    args: &CoverageArgs,
    opened: &OpenedPack,
    context: &Context,
) -> Result<(Vec<Session>, Vec<Bilingual>), Failure> {
    let read = if args.walks.is_empty() {
        read_walks(&[PathBuf::from(WALKS)], &context.cwd).unwrap_or_default()
    } else {
        read_walks(&args.walks, &context.cwd)?
    };
    let (mut played, mut strays) = (Vec::new(), Vec::new());
    for source in read {
        match source.map(|source| (playscript::open(&source, &opened.pack), source)) {
            Ok((Ok(walk), _)) => played.push(playscript::run(&walk, |session| Ok(session.clone())).session),
            Ok((Err(_), source)) => {
                let file = &source.file;
                strays.push(both!(
                    "{file} cannot be played here; `doorstep walk {file}` tells why",
                    "{file} 在这里演不了；`doorstep walk {file}` 说明原因"
                ));
            }
            Err(error) => strays.push(error.told()),
        }
    }
    Ok((played, strays))
}

fn in_lines(document: &CoverageDocument, words: &Messages, args: &CoverageArgs, context: &Context) -> String {
    let depth = if args.summary { Depth::Summary } else { Depth::Whole };
    let signs = if args.ascii { Signs::Ascii } else { Signs::Unicode };
    if context.coloured() {
        text::render(document, words, depth, signs, &coloured)
    } else {
        text::render(document, words, depth, signs, &|_, sign| sign.to_owned())
    }
}

/// The terminal's own green, blue, yellow and red.
fn coloured(heat: CoverageLevel, sign: &str) -> String {
    let code = match heat {
        CoverageLevel::Whole => "1;32",
        CoverageLevel::Met => "32",
        CoverageLevel::Extra => "34",
        CoverageLevel::Breakable => "33",
        CoverageLevel::Owed | CoverageLevel::Idle => "1;31",
        CoverageLevel::Nothing => "2",
    };
    format!("\u{1b}[{code}m{sign}\u{1b}[0m")
}
