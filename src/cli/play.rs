//! `doorstep play`: the trainer in the terminal, the same play as lines of text, or a play given by its choices.

use super::args::{ModeArg, PlayArgs};
use super::{Context, Ended, Failure};
use crate::chance::Seed;
use crate::engine::Session;
use crate::report::json;
use crate::scenario::Scenario;
use crate::scoring::{Ledger, Scorecard};
use crate::solver::Solver;
use crate::standard::Standard;
use crate::store::{Attempt, Mode, Move};
use serde_json::Value;

pub fn run(args: &PlayArgs, context: &mut Context) -> Result<Ended, Failure> {
    match (&args.id, &args.choices) {
        (Some(id), Some(choices)) => by_choices(args, id, choices, context),
        _ => Err(Failure::wrong("the trainer is not built yet", "")),
    }
}

/// Plays these choices and prints where they lead.
fn by_choices(args: &PlayArgs, id: &str, choices: &[String], context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let scenario = opened.scenario(id)?;
    let seed = args.seed.map_or_else(|| (context.fresh_seed)(), Seed::new);
    let mut session = Session::new(scenario, seed);
    for choice in choices.iter().filter(|choice| !choice.is_empty()) {
        session.take_id(choice)?;
    }
    if args.save {
        keep(args, &session, &opened, context)?;
    }
    let value = judged(&session, &opened.pack.standard)?;
    match args.json {
        true => context.print_json(&value)?,
        false => context.print(&told(&value))?,
    }
    Ok(Ended::Fine)
}

/// Stores a play like any other.
fn keep(
    args: &PlayArgs,
    session: &Session,
    opened: &super::context::Opened,
    context: &mut Context,
) -> Result<(), Failure> {
    let lang = args.lang.unwrap_or(context.lang);
    let now = (context.now)();
    let mut learner =
        context.find_saves(&opened.content)?.open(args.learner.as_deref().unwrap_or_default(), lang, now)?;
    let number = learner.begin();
    let attempt = Attempt {
        scenario: session.scenario().id.clone(),
        seed: session.seed(),
        mode: mode(args.mode),
        language: lang,
        moves: session.choice_ids().into_iter().map(|id| Move::Take(id.into())).collect(),
        scenario_hash: session.scenario().hash.clone(),
        standard_hash: opened.pack.standard_hash.clone(),
        started: now,
        updated: now,
        clock_moved: false,
        finished: session.is_over(),
    };
    learner.save_now(number, attempt)?;
    Ok(())
}

pub fn mode(asked: Option<ModeArg>) -> Mode {
    match asked {
        Some(ModeArg::Learn) | None => Mode::Learn,
        Some(ModeArg::Practice) => Mode::Practice,
        Some(ModeArg::Exam) => Mode::Exam,
    }
}

/// The document of a play, finished or not.
///
/// # Errors
/// When the scenario cannot be solved, so that there is no scale.
pub fn judged(session: &Session, standard: &Standard) -> Result<Value, Failure> {
    if !session.is_over() {
        return Ok(json::unfinished(session));
    }
    Ok(json::finished(session, standard, &scorecard(session, session.scenario(), standard)?))
}

fn scorecard(session: &Session, scenario: &Scenario, standard: &Standard) -> Result<Scorecard, Failure> {
    let best = Solver::new(scenario, standard).best(&mut scenario.rolls(session.seed()))?.best;
    Ok(Scorecard::new(scenario, standard, Ledger::judge(scenario, standard, session.turns()), best))
}

/// The document of a play as a few lines for people.
pub fn told(value: &Value) -> String {
    let word = |key: &str| value[key].as_str().map_or_else(|| value[key].to_string(), str::to_owned);
    if value["finished"] == true {
        let mut text = format!(
            "{}: {} ({} of {} points), {}\n",
            word("ending"),
            word("score"),
            word("points"),
            word("best"),
            word("verdict")
        );
        for entry in value["ledger"].as_array().into_iter().flatten() {
            let of = |key: &str| entry[key].as_str().map_or_else(|| entry[key].to_string(), str::to_owned);
            text += &format!(
                "{:>4}  {:8} {:>3}  {}\n",
                of("move").replace("null", "-"),
                of("entry"),
                of("points"),
                of("requirement")
            );
        }
        return text;
    }
    let mut text = format!("{} {}\n", word("clock"), word("scene"));
    for choice in value["open"].as_array().into_iter().flatten() {
        let words = choice["text"].as_object().and_then(|texts| texts.values().next()).and_then(Value::as_str);
        text += &format!("  {}  {}\n", choice["id"].as_str().unwrap_or_default(), words.unwrap_or_default());
    }
    text
}
