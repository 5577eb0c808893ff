//! `doorstep play`: the trainer in the terminal, the same play as lines of text, or a play given by its choices.

use super::context::{Context, OpenedPack};
use super::ended::Ended;
use super::failure::Failure;
use super::judged::judged;
use super::play_args::PlayArgs;
use super::walk_file::{self, WalkFile};
use crate::base::bilingual::Phrase;
use crate::base::chance::Seed;
use crate::base::diagnostic::Diagnostic;
use crate::base::text::{Lang, make_safe};
use crate::both;
use crate::content::scenario::Scenario;
use crate::doors::plain::{CannotBegin, Dialog, PATIENCE, PlainContext, PlainTrainer, PlayRecorder};
use crate::doors::tui::{Colours, Language, Pause, SessionDeps, Solving, Start, Theme, run_here};
use crate::play::engine::Session;
use crate::record::play_result::PlayResult;
use crate::report::play::{PlayDocument, json, text};
use crate::speech::messages::Messages;
use crate::store::StoreError;
use crate::trainer::exam_run::WantedExam;
use crate::trainer::recorded_play::{Beginning, PlayCommand, RecordedPlay};
use crate::trainer::solver_cache::SolverCache;
use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::sync::Arc;

pub(super) fn run(args: &PlayArgs, context: &mut Context) -> Result<Ended, Failure> {
    match (&args.id, &args.choices) {
        (Some(id), Some(choices)) => by_choices(args, id, choices, context),
        _ if context.is_plain() => as_text(args, context),
        _ => in_terminal(args, context),
    }
}

/// The content, with the scenario that is to be played, if one was named.
fn open(args: &PlayArgs, context: &mut Context) -> Result<(OpenedPack, Option<Arc<Scenario>>), Failure> {
    match &args.id {
        Some(named) => context.open_around(named).map(|(opened, scenario)| (opened, Some(scenario))),
        None => Ok((context.open()?, None)),
    }
}

/// The trainer, on this process' terminal.
fn in_terminal(args: &PlayArgs, context: &mut Context) -> Result<Ended, Failure> {
    let (opened, scenario) = open(args, context)?;
    let walk = WalkFile::wanted(args, scenario.as_ref(), &opened.pack, context)?;
    let start = scenario.map_or(Start::Home, |scenario| Start::Play { scenario, wanted: args.wanted() });
    on_screen(args, start, walk, &opened, context)
}

/// The full screen, from where it is to start.
fn on_screen(
    args: &PlayArgs,
    start: Start,
    walk: Option<WalkFile>,
    opened: &OpenedPack,
    context: &mut Context,
) -> Result<Ended, Failure> {
    let language = opened.asked(args.lang)?.map_or(Language::Guessed(context.lang), Language::Asked);
    let saves = context.find_saves(&opened.content)?;
    context.tell_locale(&Messages::new(language.first()));
    let world = SessionDeps {
        pack: opened.pack.clone(),
        saves,
        learner: args.learner.clone(),
        language,
        theme: Theme { colours: Colours::None, glyphs: context.glyphs() },
        start,
        now: std::mem::replace(&mut context.now, Box::new(jiff::Timestamp::now)),
        offset: context.offset,
        fresh_seed: std::mem::replace(&mut context.fresh_seed, Box::new(|| Seed::new(0))),
        on_keep: walk.as_ref().map(WalkFile::follower),
        solving: Solving::Aside,
        pause: pause(context.pause_variable.as_deref())?,
        notice: opened.diagnostics.first().map(Diagnostic::told),
    };
    let hint = Phrase::new(
        "use another terminal, or play as lines of text with --plain",
        "换一个终端，或者用 --plain 一行行文字来演",
    );
    let what = Phrase::new("the terminal cannot be used", "这个终端用不了");
    let ran = run_here(world, context.connection).map_err(|why| Failure::Stream { what, why, hint });
    ended(ran, walk, context)
}

/// How a session ended, with what it was to leave behind.
fn ended(
    ran: Result<Option<StoreError>, Failure>,
    walk: Option<WalkFile>,
    context: &mut Context,
) -> Result<Ended, Failure> {
    let written = walk.map_or(Ok(()), |walk| walk.write(context));
    match ran? {
        Some(error) => Err(Failure::Unsaved(error)),
        None => written.map(|()| Ended::Fine),
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

/// The trainer as lines of text: at home, or at one play.
fn as_text(args: &PlayArgs, context: &mut Context) -> Result<Ended, Failure> {
    let (opened, scenario) = open(args, context)?;
    let walk = WalkFile::wanted(args, scenario.as_ref(), &opened.pack, context)?;
    // A single play of somebody without a name is kept nowhere.
    let is_kept = scenario.is_none() || args.learner.is_some();
    let own = plain_context(args, &opened, is_kept, scenario.is_none(), context)?;
    let own = PlainContext { on_keep: walk.as_ref().map(WalkFile::follower), ..own };
    let trainer = match scenario {
        None => PlainTrainer::at_home(own),
        Some(scenario) => {
            PlainTrainer::at_play(own, &scenario, args.wanted()).map_err(|why| not_begun(&why, &scenario))?
        }
    };
    let ran = talk(trainer, context);
    ended(ran, walk, context)
}

/// An exam, for this learner: on the full screen, or as lines of text.
pub(super) fn sit(learner: &str, wanted: WantedExam, context: &mut Context) -> Result<Ended, Failure> {
    let args = PlayArgs { learner: Some(learner.to_owned()), ..PlayArgs::default() };
    let opened = context.open()?;
    if !context.is_plain() {
        return on_screen(&args, Start::Exams(wanted), None, &opened, context);
    }
    let own = plain_context(&args, &opened, true, true, context)?;
    let ran = talk(PlainTrainer::at_exam(own, wanted), context);
    ended(ran, None, context)
}

/// What all rooms of plain mode share.
fn plain_context(
    args: &PlayArgs,
    opened: &OpenedPack,
    is_kept: bool,
    is_trainer: bool,
    context: &mut Context,
) -> Result<PlainContext, Failure> {
    let asked = opened.asked(args.lang)?;
    let language = asked.map_or(Language::Guessed(context.lang), Language::Asked);
    let mut words = Messages::of(&opened.pack, asked.unwrap_or(context.lang));
    let saves = if is_kept { Some(context.find_saves(&opened.content)?) } else { None };
    let mut recorder = match (&args.learner, &saves) {
        (Some(name), Some(saves)) => {
            Some(PlayRecorder::open(saves, &opened.pack, name, words.lang(), context.session_start())?)
        }
        _ => None,
    };
    if let Some(recorder) = &mut recorder {
        recorder.take_notices().into_iter().for_each(|error| context.complain(&Failure::World(error)));
        context.remark(recorder.take_earlier().iter().map(|told| told.in_lang(words.lang())));
        if is_trainer && asked.is_none() {
            words.speak(recorder.language());
        }
    }
    context.tell_locale(&words);
    Ok(PlainContext {
        pack: opened.pack.clone(),
        words,
        language,
        saves,
        recorder,
        now: std::mem::replace(&mut context.now, Box::new(jiff::Timestamp::now)),
        offset: context.offset,
        fresh_seed: std::mem::replace(&mut context.fresh_seed, Box::new(|| Seed::new(0))),
        known: SolverCache::default(),
        on_keep: None,
        patience: PATIENCE,
        lost: None,
    })
}

/// Talks on this process' own streams.
fn talk(trainer: PlainTrainer, context: &mut Context) -> Result<Option<StoreError>, Failure> {
    let is_terminal = std::io::stdin().is_terminal();
    let glyphs = context.glyphs();
    let of_terminal = || crossterm::terminal::size().map_or(80, |(width, _)| usize::from(width.max(20)));
    let mut dialog = Dialog {
        input: &mut std::io::stdin().lock(),
        out: &mut context.out,
        width: context.columns.or_else(|| context.interactive.then(of_terminal)),
        glyphs,
        is_terminal,
    };
    let what = Phrase::new("the input or the output failed", "输入或者输出出了错");
    let broken = |why: io::Error| match why.kind() {
        io::ErrorKind::BrokenPipe => Failure::ReaderLeft,
        _ => Failure::Stream { what, why, hint: Phrase::default() },
    };
    trainer.run(&mut dialog).map_err(broken)
}

/// Why a play is not begun.
fn not_begun(why: &CannotBegin, scenario: &Scenario) -> Failure {
    match why {
        CannotBegin::NoNumber(error) => Failure::World(error.clone()),
        CannotBegin::Refused(seed, _) => {
            let message = both!(
                "an exam of {id} is open under seed {seed}: one exam is not played twice",
                "{id} 有一场种子 {seed} 的考试还没结束：同一场考试不考两遍",
                id = scenario.id
            );
            let hint = Phrase::new(
                "go on with it (--mode exam), or take another seed",
                "接着考完（--mode exam），或者换一个种子",
            );
            Failure::wrong(message, hint)
        }
    }
}

/// Plays these choices and prints where they lead.
fn by_choices(args: &PlayArgs, id: &str, choices: &[String], context: &mut Context) -> Result<Ended, Failure> {
    let (opened, scenario) = context.open_around(id)?;
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
    if let Some(file) = &args.record {
        walk_file::record(file, &document, lang, context)?;
    }
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
    let saves = context.find_saves(&opened.content)?;
    let mut recorder = PlayRecorder::open(&saves, &opened.pack, name, lang, context.session_start())?;
    let begun = recorder.begin(session.scenario(), session.seed());
    let mut play = RecordedPlay::begin(Beginning {
        pack: &opened.pack,
        scenario: session.scenario().clone(),
        seed: session.seed(),
        mode: args.mode(),
        language: lang,
        id: begun.map_err(|why| not_begun(&why, session.scenario()))?,
        now: (context.now)(),
    });
    for turn in session.turns() {
        // What was taken once under this seed can be taken again.
        if let Ok(done) = play.on(PlayCommand::Take(turn.taken.choice), (context.now)()) {
            recorder.keep(&done);
        }
    }
    recorder.learn_from_play(&play, &opened.pack.standard, (context.now)(), context.offset);
    if let Some(result) = result {
        recorder.keep_result(&play, result, &opened.pack);
    }
    // What else was found in the saves is told, and is no reason to call a play lost that was kept.
    let others = recorder.take_notices().into_iter().filter(|error| !matches!(error, StoreError::InMemory { .. }));
    others.for_each(|error| context.complain(&Failure::World(error)));
    recorder.unsaved().map_or(Ok(()), |error| Err(Failure::World(error)))
}
