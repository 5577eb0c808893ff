//! `doorstep report`: what a group did, for whoever trains it.

use super::certificate_lists::{read_card, read_list};
use super::context::{Context, OpenedPack};
use super::ended::Ended;
use super::failure::Failure;
use super::gather::gathered;
use super::new_file;
use super::shown_session::show;
use super::value;
use crate::author::accept::{NotAccepted, accepted};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::text::Lang;
use crate::both;
use crate::content::scenario::{Pack, load};
use crate::doors::group::{ReadGroup, ReadWith};
use crate::doors::tui::{DeskStart, Glyphs, Start};
use crate::record::certificate::Issuer;
use crate::record::profile::is_same_name;
use crate::report::coverage::Signs;
use crate::report::group::{GroupDocument, ReportTable, csv, html, json, replies, text};
use crate::speech::messages::Messages;
use crate::store::{Content, Gathered, shown};
use crate::tr;
use crate::trainer::group::{FiledSentence, FiledState};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(super) struct ReportArgs {
    /// Folders of learners, files that `export` has written, plays, sittings, certificates; without any, who plays here
    pub from: Vec<PathBuf>,
    /// One learner alone, with every play and what is due
    #[arg(long, value_name = "NAME")]
    pub learner: Option<String>,
    /// A table for spreadsheets
    #[arg(long, group = "format", value_enum, value_name = "TABLE", num_args = 0..=1, require_equals = true, default_missing_value = "learners")]
    pub csv: Option<CsvTable>,
    /// One JSON document on standard output
    #[arg(long, group = "format")]
    pub json: bool,
    /// Write one page of HTML that stands alone
    #[arg(long, group = "format", value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// The sentences that should count, as learners say
    #[arg(long, group = "format")]
    pub replies: bool,
    /// Write the sentence of this number into its phrase as a good reply (see --replies)
    #[arg(long, group = "format", value_name = "N")]
    pub accept: Option<usize>,
    /// Into this phrase instead of its own
    #[arg(long, value_name = "PHRASE", requires = "accept")]
    pub into: Option<String>,
    /// The card of an issuer whose certificates you trust; it can be given several times
    #[arg(long, value_name = "CARD")]
    pub issuer: Vec<PathBuf>,
    /// The issuer's list of revoked certificates
    #[arg(long, value_name = "FILE")]
    pub revoked: Option<PathBuf>,
    /// Language of the texts
    #[arg(long, value_parser = value::lang, value_name = "zh|en")]
    pub lang: Option<Lang>,
}

/// Which table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CsvTable {
    Learners,
    Exams,
    Sections,
    Choices,
    Requirements,
    Plays,
}

impl From<CsvTable> for ReportTable {
    fn from(table: CsvTable) -> ReportTable {
        match table {
            CsvTable::Learners => ReportTable::Learners,
            CsvTable::Exams => ReportTable::Exams,
            CsvTable::Sections => ReportTable::Sections,
            CsvTable::Choices => ReportTable::Choices,
            CsvTable::Requirements => ReportTable::Requirements,
            CsvTable::Plays => ReportTable::Plays,
        }
    }
}

pub(super) fn run(args: &ReportArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let gathered = wanted(args, &opened, context)?;
    let trusted: Vec<Issuer> = args.issuer.iter().map(|card| read_card(card, context)).collect::<Result<_, _>>()?;
    let revoked = args.revoked.as_deref().map(|list| read_list(list, context)).transpose()?.unwrap_or_default();
    let (now, offset) = ((context.now)(), context.offset);
    let with = ReadWith { pack: &opened.pack, now, offset, trusted: &trusted, revoked: &revoked };
    let group = ReadGroup::of(&gathered, with);
    if is_for_the_desk(args, context) {
        context.remark_unread(&group.unread);
        return desk(group, gathered, opened, context, args.lang);
    }
    let document = GroupDocument { report: &group.report, pack: &opened.pack, is_one: args.learner.is_some() };
    let words = Messages::of(&opened.pack, opened.asked(args.lang)?.unwrap_or(context.lang));
    if args.json {
        context.print_json(&json::render(&document))?;
    } else if let Some(number) = args.accept {
        let sentence = group.report.replies.iter().find(|own| own.number == number);
        let sentence = sentence.ok_or_else(|| no_sentence(number, group.report.replies.len()))?;
        let told = accept(sentence, args.into.as_deref(), &opened.pack, &opened.content, std::slice::from_ref(&words))?;
        told.iter().try_for_each(|line| context.print_line(line))?;
    } else if let Some(table) = args.csv {
        context.print(&csv::render(&document, table.into(), &words))?;
    } else if let Some(file) = &args.html {
        let stood = || new_file::taken(file);
        new_file::write(file, &html::render(&document, &words), context, stood)?;
        let file = shown(file);
        context.print_line(&tr!(words, "report-written", file = file))?;
    } else if args.replies {
        context.print(&replies::render(&group.report.replies, &opened.pack, &words))?;
    } else {
        let signs = if context.glyphs() == Glyphs::Ascii { Signs::Ascii } else { Signs::Unicode };
        context.print(&text::render(&document, &words, signs))?;
    }
    context.remark_unread(&group.unread);
    Ok(Ended::Fine)
}

/// Whether a person sits before a terminal and asked for nothing but to look.
fn is_for_the_desk(args: &ReportArgs, context: &Context) -> bool {
    let is_document = args.json || args.replies || args.csv.is_some() || args.html.is_some() || args.accept.is_some();
    !is_document && args.learner.is_none() && !context.is_plain()
}

/// The trainer's desk, on this process' terminal.
fn desk(
    group: ReadGroup,
    gathered: Gathered,
    opened: OpenedPack,
    context: &mut Context,
    lang: Option<Lang>,
) -> Result<Ended, Failure> {
    let (group, opened) = (Rc::new(group), Rc::new(opened));
    let (reviewed, sentences, known) = (group.clone(), group.clone(), opened.clone());
    let report = Arc::new(group.report.clone());
    let start = DeskStart {
        report,
        show: Rc::new(move |learner, play| reviewed.attempt(&gathered, learner, play)),
        accept: Rc::new(move |number| take_in(&sentences, number, &known)),
    };
    context.working.end();
    show(opened.pack.clone(), Start::Desk(start), lang, context)
}

/// Takes a sentence in from the desk; what was done in both languages, or why not. A file that was written before is read
/// again, so that several sentences of one phrase can be taken in.
fn take_in(group: &ReadGroup, number: usize, opened: &OpenedPack) -> Result<Bilingual, Bilingual> {
    let sentence = group.report.replies.iter().find(|own| own.number == number);
    let sentence = sentence.ok_or_else(|| no_sentence(number, group.report.replies.len()).told())?;
    let of = |tag: &str| Lang::new(tag).map(|lang| Messages::of(&opened.pack, lang));
    let files = opened.content.read().map_err(|why| why.told())?;
    let loaded = load(&files.sources).map_err(|faults| Failure::Content(faults).told())?;
    let pack = Arc::new(loaded.pack);
    let words = of("en").into_iter().chain(of("zh"));
    let mut told =
        accept(sentence, None, &pack, &opened.content, &words.collect::<Vec<_>>()).map_err(|why| why.told())?;
    let (zh, en) = (told.pop().unwrap_or_default(), told.pop().unwrap_or_default());
    Ok(Bilingual { en, zh })
}

/// Whoever is meant.
fn wanted(args: &ReportArgs, opened: &OpenedPack, context: &Context) -> Result<Gathered, Failure> {
    let mut gathered = gathered(&args.from, opened, context)?;
    if gathered.is_empty() {
        return Err(nobody(args, gathered));
    }
    if let Some(name) = &args.learner {
        let names: Vec<String> = gathered.learners.iter().map(|own| own.name.clone()).collect();
        gathered.learners.retain(|own| is_same_name(&own.name, name));
        if gathered.is_empty() {
            let message = both!("there is no learner \"{name}\" among them", "里面没有学员“{name}”");
            let known: Vec<&str> = names.iter().map(String::as_str).take(20).collect();
            return Err(Failure::wrong(message, super::failure::there_are(&known.join(", "))));
        }
    }
    Ok(gathered)
}

fn no_sentence(number: usize, all: usize) -> Failure {
    let message = both!("there is no sentence number {number}", "没有第 {number} 句");
    let hint = match all {
        0 => Phrase::new("nobody has filed one", "还没有人提过").into(),
        _ => both!("`doorstep report --replies` lists all {all}", "`doorstep report --replies` 列出全部 {all} 句"),
    };
    Failure::wrong(message, hint)
}

/// Writes a sentence into its phrase; what was done, and what is not heard in it yet, in each of these languages.
fn accept(
    sentence: &FiledSentence,
    into: Option<&str>,
    pack: &Pack,
    content: &Content,
    languages: &[Messages],
) -> Result<Vec<String>, Failure> {
    let refused = |why: NotAccepted| Failure::wrong(why.told(), why.help());
    let own = sentence.phrase.as_ref().map(|phrase| &*phrase.id);
    let id = into.or(own).ok_or_else(|| {
        let message = Phrase::new("no phrase of the pack asks for the same", "资源包里没有一句话术要求的一样");
        Failure::wrong(message, Phrase::new("name one with --into", "用 --into 写上一句"))
    })?;
    let written = &*sentence.written;
    let unknown = || refused(NotAccepted::Unwritable);
    let lang = Lang::new(&sentence.reply.language).ok_or_else(unknown)?;
    let new = accepted(&pack.phrases, id, lang, written).map_err(refused)?;
    content.replace(&new.source, &new.text)?;
    let file = content.name_of(&new.source);
    let phrase = pack.phrases.find(id);
    let state = FiledState::of(&sentence.reply.language, written, phrase.map(|own| &**own), pack);
    let told = |words: &Messages| {
        let file = file.as_str();
        let done = tr!(words, "replies-written", words = written, id = id, file = file);
        match &state {
            FiledState::Unheard(missed) => {
                let between = tr!(words, "between-sentences");
                format!("{done}{between}{}", tr!(words, "replies-next", parts = replies::parts(missed, words)))
            }
            FiledState::Accepted | FiledState::Heard | FiledState::Gone => done,
        }
    };
    Ok(languages.iter().map(told).collect())
}

/// That nobody was found, and why as far as it is known.
fn nobody(args: &ReportArgs, gathered: Gathered) -> Failure {
    let hint = Phrase::new(
        "name a folder of saves or files that `doorstep export` has written",
        "请写存档文件夹，或者 `doorstep export` 写出的文件",
    );
    match gathered.unread.into_iter().next() {
        Some(why) => Failure::wrong(why.told(), hint),
        None if args.from.is_empty() => Failure::wrong(Phrase::new("there is no learner yet", "还没有学员"), hint),
        None => Failure::wrong(Phrase::new("nobody was found there", "那里没有学员"), hint),
    }
}
