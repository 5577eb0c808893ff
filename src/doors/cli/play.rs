//! `doorstep play`: the trainer in the terminal, the same play as lines of text, or a play given by its choices.

use super::context::{Context, OpenedPack};
use super::ended::Ended;
use super::failure::Failure;
use super::play_args::PlayArgs;
use super::play_recorder::PlayRecorder;
use crate::base::bilingual::Phrase;
use crate::base::chance::Seed;
use crate::base::diagnostic::Diagnostic;
use crate::base::text::{Lang, make_safe};
use crate::both;
use crate::content::scenario::Scenario;
use crate::content::standard::Standard;
use crate::doors::plain::{Left, Lines, PlainPlay};
use crate::doors::tui::{Colours, Glyphs, Language, Pause, SessionDeps, Solving, Start, Theme, run_here};
use crate::play::debrief::Debrief;
use crate::play::engine::Session;
use crate::play::scoring::{Ledger, Scorecard};
use crate::play::solver::Solver;
use crate::record::attempt::AttemptId;
use crate::record::play_result::PlayResult;
use crate::report::play::{PlayDocument, json, text};
use crate::speech::messages::Messages;
use crate::speech::remarks::remarks;
use crate::store::StoreError;
use crate::tr;
use crate::trainer::recorded_play::{Beginning, PlayCommand, RecordedPlay};
use std::ffi::OsStr;
use std::sync::Arc;

pub(super) fn run(args: &PlayArgs, context: &mut Context) -> Result<Ended, Failure> {
    match (&args.id, &args.choices) {
        (Some(id), Some(choices)) => by_choices(args, id, choices, context),
        (Some(id), None) if args.plain || !context.interactive => as_text(args, id, context),
        (None, _) if args.plain || !context.interactive => {
            let hint = Phrase::new(
                "name a scenario: `doorstep play ID --plain`; `doorstep list` prints the ids",
                "写明情景：`doorstep play 编号 --plain`；`doorstep list` 列出编号",
            );
            let message = Phrase::new("there is no terminal to open the trainer in", "这里没有终端，打不开画面");
            Err(Failure::wrong(message, hint))
        }
        _ => in_terminal(args, context),
    }
}

/// The trainer, on this process' terminal.
fn in_terminal(args: &PlayArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let start = match &args.id {
        Some(id) => Start::Play { scenario: opened.scenario(id)?, wanted: args.wanted() },
        None => Start::Home,
    };
    let language = opened.asked(args.lang)?.map_or(Language::Guessed(context.lang), Language::Asked);
    let saves = context.find_saves(&opened.content)?;
    let world = SessionDeps {
        pack: opened.pack.clone(),
        saves,
        learner: args.learner.clone(),
        language,
        theme: Theme { colours: Colours::None, glyphs: if args.ascii { Glyphs::Ascii } else { Glyphs::Unicode } },
        start,
        now: std::mem::replace(&mut context.now, Box::new(jiff::Timestamp::now)),
        fresh_seed: std::mem::replace(&mut context.fresh_seed, Box::new(|| Seed::new(0))),
        solving: Solving::Aside,
        pause: pause(context.pause_variable.as_deref())?,
        notice: opened.diagnostics.first().map(Diagnostic::told),
    };
    let hint = Phrase::new(
        "use another terminal, or play as lines of text with --plain",
        "换一个终端，或者用 --plain 一行行文字来演",
    );
    let what = Phrase::new("the terminal cannot be used", "这个终端用不了");
    match run_here(world, context.connection).map_err(|why| Failure::Stream { what, why, hint })? {
        Some(error) => Err(Failure::Unsaved(error)),
        None => Ok(Ended::Fine),
    }
}

/// The pause after a reply, as the variable `DOORSTEP_PAUSE` has it.
fn pause(variable: Option<&OsStr>) -> Result<Pause, Failure> {
    let Some(typed) = variable else { return Ok(Pause::USUAL) };
    let millis = typed.to_str().and_then(|typed| typed.parse().ok());
    millis.and_then(Pause::of_millis).ok_or_else(|| {
        let typed = make_safe(&typed.to_string_lossy());
        let most = Pause::LONGEST_MILLIS;
        let hint = both!(
            "give it milliseconds from 0 to {most}, such as 700, or unset it",
            "写 0 到 {most} 之间的毫秒数，例如 700，或者不要设它"
        );
        let message = both!("the variable DOORSTEP_PAUSE is \"{typed}\"", "环境变量 DOORSTEP_PAUSE 写的是 \"{typed}\"");
        Failure::wrong(message, hint)
    })
}

/// The play as lines of text.
fn as_text(args: &PlayArgs, id: &str, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let scenario = opened.scenario(id)?;
    let lang = opened.asked(args.lang)?.unwrap_or(context.lang);
    let words = Messages::new(lang);
    let mut recorder = match &args.learner {
        Some(name) => Some(PlayRecorder::open(name, lang, &opened, context)?),
        None => None,
    };
    if let Some(recorder) = &mut recorder {
        recorder.take_notices().into_iter().for_each(|error| context.complain(&Failure::World(error)));
        let news = recorder.news(&words);
        news.map_or(Ok(()), |news| context.print(&format!("{news}\n")))?;
    }
    let play = on_or_new(args, &scenario, &opened, &words, recorder.as_mut(), context)?;
    let player = args.learner.as_deref().map_or_else(|| tr!(words, "somebody"), |name| make_safe(name.trim()));
    let lines = Lines { standard: &opened.pack.standard, words, player };
    let mut plain = PlainPlay { play, lines, languages: opened.pack.languages.clone() };
    let input = &mut std::io::stdin().lock();
    let left = plain.run(input, &mut context.out, &mut context.now, |done, words| {
        let recorder = recorder.as_mut()?;
        recorder.keep(done);
        recorder.news(words)
    });
    let left = left.map_err(|_| Failure::ReaderLeft)?;
    if left == Left::AtTheEnd {
        debrief(&plain, &opened, recorder.as_mut(), context)?;
    }
    say_goodbye(left, &plain.lines.words, recorder, context)
}

/// The open play that is meant, or a new one; an exam is on the disk before anything of it is shown.
fn on_or_new(
    args: &PlayArgs,
    scenario: &Arc<Scenario>,
    opened: &OpenedPack,
    words: &Messages,
    mut recorder: Option<&mut PlayRecorder>,
    context: &mut Context,
) -> Result<RecordedPlay, Failure> {
    let now = (context.now)();
    if let Some((play, misfit)) = recorder.as_mut().and_then(|recorder| recorder.go_on(scenario, args.wanted(), now)) {
        let told = if misfit.is_some() { tr!(words, "notice-edited") } else { tr!(words, "going-on") };
        if misfit.is_some() || !play.session().turns().is_empty() {
            context.print(&format!("{told}\n"))?;
        }
        return Ok(play);
    }
    let seed = args.seed.map_or_else(|| (context.fresh_seed)(), Seed::new);
    let id = recorder.as_mut().map_or(Ok(AttemptId::FIRST), |recorder| recorder.begin(scenario, seed))?;
    let (pack, scenario, language) = (&*opened.pack, scenario.clone(), words.lang());
    let play = RecordedPlay::begin(Beginning { pack, scenario, seed, mode: args.mode(), language, id, now });
    if let (Some(recorder), Some(keep)) = (recorder, play.opening()) {
        recorder.keep(&keep);
        let news = recorder.news(words);
        news.map_or(Ok(()), |news| context.print(&format!("{news}\n")))?;
    }
    Ok(play)
}

/// What a finished play came to, told and kept.
fn debrief(
    plain: &PlainPlay,
    opened: &OpenedPack,
    recorder: Option<&mut PlayRecorder>,
    context: &mut Context,
) -> Result<(), Failure> {
    let session = plain.play.session();
    let debrief = Debrief::new(session, &opened.pack.standard)?;
    if let Some(recorder) = recorder {
        let result = PlayResult { points: debrief.card.points, best: debrief.card.best };
        recorder.keep_result(&plain.play, result, &opened.pack);
    }
    let remarks = remarks(&plain.lines.words, &plain.play.circumstances(&opened.pack));
    plain.lines.debrief(session, &debrief, &remarks, &mut context.out).map_err(|_| Failure::ReaderLeft)
}

/// Says what whoever leaves has to know, and brings everything to the disk.
fn say_goodbye(
    left: Left,
    words: &Messages,
    recorder: Option<PlayRecorder>,
    context: &mut Context,
) -> Result<Ended, Failure> {
    let is_unsaved = recorder.as_ref().is_some_and(|recorder| recorder.unsaved().is_some());
    if left == Left::Early || is_unsaved {
        let nameless = || tr!(words, "plain-left-nameless");
        let said = recorder.as_ref().map_or_else(nameless, |recorder| recorder.farewell(words));
        context.print(&format!("{said}\n"))?;
    }
    recorder.map_or(Ok(()), PlayRecorder::close)?;
    Ok(Ended::Fine)
}

/// Plays these choices and prints where they lead.
fn by_choices(args: &PlayArgs, id: &str, choices: &[String], context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let scenario = opened.scenario(id)?;
    let lang = opened.asked(args.lang)?.unwrap_or(context.lang);
    let seed = args.seed.map_or_else(|| (context.fresh_seed)(), Seed::new);
    let mut session = Session::new(scenario, seed);
    session.take_line(choices.iter().map(String::as_str).filter(|choice| !choice.is_empty()))?;
    let document = judged(&session, &opened.pack.standard);
    if args.save {
        let result = document.as_ref().ok().and_then(PlayDocument::result);
        keep(args, &session, result, &opened, lang, context)?;
    }
    let document = document?;
    if args.json {
        context.print_json(&json::render(&document))?;
    } else {
        context.print(&text::render(&document, lang))?;
    }
    Ok(Ended::Fine)
}

/// Stores a play like any other.
fn keep(
    args: &PlayArgs,
    session: &Session,
    result: Option<PlayResult>,
    opened: &OpenedPack,
    lang: Lang,
    context: &mut Context,
) -> Result<(), Failure> {
    let Some(name) = &args.learner else { return Ok(()) };
    let mut recorder = PlayRecorder::open(name, lang, opened, context)?;
    let mut play = RecordedPlay::begin(Beginning {
        pack: &opened.pack,
        scenario: session.scenario().clone(),
        seed: session.seed(),
        mode: args.mode(),
        language: lang,
        id: recorder.begin(session.scenario(), session.seed())?,
        now: (context.now)(),
    });
    for turn in session.turns() {
        // What was taken once under this seed can be taken again.
        if let Ok(done) = play.on(PlayCommand::Take(turn.taken.choice), (context.now)()) {
            recorder.keep(&done);
        }
    }
    if let Some(result) = result {
        recorder.keep_result(&play, result, &opened.pack);
    }
    // What else was found in the saves is told, and is no reason to call a play lost that was kept.
    let others = recorder.take_notices().into_iter().filter(|error| !matches!(error, StoreError::InMemory { .. }));
    others.for_each(|error| context.complain(&Failure::World(error)));
    recorder.unsaved().map_or(Ok(()), |error| Err(Failure::World(error)))
}

/// The document of a play, finished or not.
///
/// # Errors
/// When the scenario cannot be solved, so that there is no scale.
pub(super) fn judged(session: &Session, standard: &Standard) -> Result<PlayDocument, Failure> {
    if !session.is_over() {
        return Ok(PlayDocument::open(session));
    }
    Ok(PlayDocument::over(session, standard, &scorecard(session, session.scenario(), standard)?))
}

fn scorecard(session: &Session, scenario: &Scenario, standard: &Standard) -> Result<Scorecard, Failure> {
    let best = Solver::for_learner(scenario, standard).best(&mut scenario.rolls(session.seed()))?.best;
    Ok(Scorecard::new(scenario, standard, Ledger::judge(scenario, standard, session.turns()), best))
}
