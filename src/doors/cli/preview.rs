//! `doorstep preview`: a scenario shown while it is being written, in the terminal or as lines of text.

use super::context::{Context, OpenedPack};
use super::ended::Ended;
use super::failure::Failure;
use super::shown_session::show;
use crate::author::preview::{Preview, PreviewVersion};
use crate::base::bilingual::Phrase;
use crate::base::chance::Seed;
use crate::base::text::{Lang, Text, narrowed};
use crate::content::scenario::{KeptOut, Pack, Packed, Scenarios};
use crate::doors::plain::Lines;
use crate::doors::tui::{Previewing, Start};
use crate::record::attempt::Mode;
use crate::speech::messages::Messages;
use crate::speech::narration::Detail;
use crate::store::Watched;
use crate::tr;
use clap::Args;
use std::io::{BufRead, IsTerminal};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

#[derive(Debug, Args)]
pub(super) struct PreviewArgs {
    /// The scenario's file; it may lie anywhere, and need not be whole
    pub file: PathBuf,
    /// What all chance comes from: the same seed meets the same customer
    #[arg(long, value_parser = super::value::seed, default_value_t = 0)]
    pub seed: u64,
    /// Begin behind these choices
    #[arg(long, value_delimiter = ',', value_name = "ID,ID,…")]
    pub choices: Vec<String>,
    /// Language of the texts
    #[arg(long, value_parser = super::value::lang, value_name = "zh|en")]
    pub lang: Option<Lang>,
}

pub(super) fn run(args: &PreviewArgs, context: &mut Context) -> Result<Ended, Failure> {
    let watched = Watched::new(&args.file, &context.cwd);
    let way: Vec<Box<str>> = args.choices.iter().filter(|id| !id.is_empty()).map(|id| id.as_str().into()).collect();
    if context.is_plain() { as_text(args, watched, way, context) } else { in_terminal(args, watched, way, context) }
}

/// The preview on this process' terminal. Until the file can be played, the usual content speaks the words around it.
fn in_terminal(
    args: &PreviewArgs,
    watched: Watched,
    way: Vec<Box<str>>,
    context: &mut Context,
) -> Result<Ended, Failure> {
    let around = context.open().map_or_else(|_| Arc::new(nothing()), |OpenedPack { pack, .. }| pack);
    let start = Start::Preview(Box::new(Previewing { watched, seed: Seed::new(args.seed), way }));
    show(around, start, args.lang, context)
}

/// A pack without anything in it, for a folder whose standard is broken.
fn nothing() -> Pack {
    let languages = ["zh", "en"].into_iter().filter_map(Lang::new).collect();
    Pack {
        title: Text::default(),
        languages,
        words: Arc::default(),
        slots: Vec::new(),
        standard: Packed::default(),
        scenarios: Scenarios::default(),
        questions: Arc::default(),
        bank: Packed::default(),
        phrases: Packed::default(),
        courses: Packed::default(),
        blueprints: Packed::default(),
        standard_hash: "".into(),
        kept_out: KeptOut::default(),
    }
}

/// How long nothing is looked at between two looks.
const PAUSE: Duration = Duration::from_millis(250);

/// What was typed at a preview of lines.
enum TypedInput {
    Line(String),
    /// The input is at its end, after so many lines.
    End(usize),
}

/// The preview as lines: it goes on until it is left, stopped, or nobody reads it any more.
fn as_text(
    args: &PreviewArgs,
    mut watched: Watched,
    way: Vec<Box<str>>,
    context: &mut Context,
) -> Result<Ended, Failure> {
    let mut words = Messages::new(args.lang.unwrap_or(context.lang));
    let mut bench = Preview::new(Seed::new(args.seed), way);
    let what = Phrase::new("the input cannot be read", "读不到输入");
    let typed = listen().map_err(|why| Failure::Stream { what, why, hint: Phrase::default() })?;
    let mut listening = true;
    loop {
        if let Some(version) = watched.version() {
            let diagnostics = version.check();
            if let Some((_, pack)) = &version.playable {
                words = Messages::of(pack, words.lang());
            }
            show_version(&mut bench, version, diagnostics, &words, context)?;
        }
        let line = if listening {
            typed.recv_timeout(PAUSE)
        } else {
            // Nothing can come any more; only the pause is waited for.
            std::thread::sleep(PAUSE);
            Err(RecvTimeoutError::Timeout)
        };
        match line {
            Err(RecvTimeoutError::Timeout) => {}
            // Somebody spoke and is gone. An input that never said anything (/dev/null) does not mean to leave.
            Ok(TypedInput::End(said)) if said > 0 || std::io::stdin().is_terminal() => return Ok(Ended::Fine),
            Ok(TypedInput::End(_)) | Err(RecvTimeoutError::Disconnected) => listening = false,
            Ok(TypedInput::Line(line)) => match narrowed(&line).trim() {
                "" => {}
                "q" | "quit" | "exit" | "离开" => return Ok(Ended::Fine),
                line => {
                    answer(&mut bench, line, &words, context)?;
                }
            },
        }
    }
}

/// Reads lines aside, so that a save is seen while nothing is typed.
fn listen() -> std::io::Result<Receiver<TypedInput>> {
    let (sender, typed): (Sender<TypedInput>, _) = channel();
    let read = move || {
        let mut said = 0;
        for line in std::io::stdin().lock().split(b'\n').map_while(Result::ok) {
            said += 1;
            if sender.send(TypedInput::Line(String::from_utf8_lossy(&line).into_owned())).is_err() {
                return;
            }
        }
        // Where nobody listens the preview is over already.
        let _ = sender.send(TypedInput::End(said));
    };
    std::thread::Builder::new().name("lines".to_owned()).spawn(read)?;
    Ok(typed)
}

/// What is wrong with a new version, then where the play stands in it.
fn show_version(
    bench: &mut Preview,
    version: PreviewVersion,
    diagnostics: Vec<crate::base::diagnostic::Diagnostic>,
    words: &Messages,
    context: &mut Context,
) -> Result<(), Failure> {
    bench.see(version);
    bench.checked(bench.versions(), diagnostics);
    let mut text = format!("\n== {}\n", tr!(words, "preview-version", number = bench.versions()));
    for diagnostic in bench.diagnostics() {
        text += &format!("{}\n", diagnostic.told().in_lang(words.lang()));
        if let Some(witness) = &diagnostic.witness {
            text += &format!("  {}\n", tr!(words, "preview-shown-by", choices = witness.choices.join(",")));
        }
    }
    if bench.diagnostics().is_empty() {
        text += &format!("{}\n", tr!(words, "preview-clean"));
    }
    if !bench.is_newest() && bench.session().is_some() {
        text += &format!("{}\n", tr!(words, "preview-older"));
    }
    if let Some(stopped) = bench.stopped() {
        let choice = stopped.closed.wanted.to_string();
        let told = tr!(words, "preview-stopped", at = stopped.at, all = stopped.of, choice = choice);
        text += &format!("{told}\n  {}\n", stopped.closed.told().in_lang(words.lang()));
    }
    context.print(&text)?;
    show_place(bench, words, context).map(|_| ())
}

/// Where the play stands: what was told last, and what can be chosen. The open choices as numbered.
fn show_place(
    bench: &Preview,
    words: &Messages,
    context: &mut Context,
) -> Result<Vec<crate::content::scenario::ChoiceId>, Failure> {
    let (Some(session), Some(pack)) = (bench.session(), bench.pack()) else { return Ok(Vec::new()) };
    let lines = Lines { standard: &pack.standard, words, player: "" };
    let mut told = lines.last_told(session, Detail::Whole);
    let (choices, open) = lines.choices(session, Mode::Learn);
    if !session.is_over() {
        told.extend([String::new(), tr!(words, "question")]);
        told.extend(choices);
    }
    told.iter().try_for_each(|line| context.print_line(line))?;
    Ok(open)
}

/// Takes a choice by number or id, or takes one back, and tells where that leads.
fn answer(bench: &mut Preview, line: &str, words: &Messages, context: &mut Context) -> Result<(), Failure> {
    let Some(session) = bench.session() else { return Ok(()) };
    let shown: Vec<_> =
        session.shown().into_iter().filter(|(_, open)| *open == crate::play::engine::Open::Yes).collect();
    let by_number = line.parse::<usize>().ok().and_then(|number| shown.get(number.wrapping_sub(1)));
    let by_id = shown.iter().find(|(id, _)| session.choice(*id).is_some_and(|choice| *choice.id == *line));
    match (by_number.or(by_id).map(|(id, _)| *id), line) {
        (Some(id), _) => bench.take(id),
        (None, "u" | "undo") => {
            bench.rewind();
        }
        (None, "r" | "restart") => bench.restart(),
        (None, _) => return context.print(&format!("{}\n", tr!(words, "preview-what", count = shown.len()))),
    }
    show_place(bench, words, context).map(|_| ())
}
