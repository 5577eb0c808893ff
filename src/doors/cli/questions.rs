//! `doorstep questions`: the questions of a bank out to other programs, and questions from elsewhere in as a draft.

use super::context::{Context, OpenedPack};
use super::ended::Ended;
use super::failure::Failure;
use super::value;
use crate::author::questions::{DraftFile, Lacking, NotTaken, ReadQuestions, read_csv, read_gift, written};
use crate::author::strings::BadDocument;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::both;
use crate::content::bank::Question;
use crate::report::questions::{csv, flat, gift, moodle};
use crate::store::{read_document, shown};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Debug, Args)]
pub(super) struct QuestionsArgs {
    /// gift and moodle (XML) for other programs, in one language; csv for spreadsheets, and to come back; of an import by its ending
    #[arg(long, value_enum)]
    pub format: Option<QuestionsFormat>,
    /// Only questions of this section, or of those whose ids begin with this
    #[arg(long, value_name = "ID")]
    pub section: Option<String>,
    /// Which of the forms a question has goes out: what its slots are filled from
    #[arg(long, value_parser = value::seed, default_value_t = 0)]
    pub seed: u64,
    /// The language that goes out or comes in
    #[arg(long, value_parser = value::lang, value_name = "zh|en")]
    pub lang: Option<Lang>,
    /// Read the questions of this file, GIFT or CSV, and print a file of questions to go on from
    #[arg(long, value_name = "FILE", requires = "tests", conflicts_with = "section")]
    pub import: Option<PathBuf>,
    /// The requirement that imported questions test, until you say better
    #[arg(long, value_name = "REQUIREMENT", requires = "import")]
    pub tests: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum QuestionsFormat {
    Gift,
    Moodle,
    Csv,
}

pub(super) fn run(args: &QuestionsArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let lang = opened.asked(args.lang)?;
    match (&args.import, &args.tests) {
        (Some(file), Some(requirement)) => {
            import(file, requirement, args.format, lang.unwrap_or(context.lang), &opened, context)
        }
        _ => export(args, lang, &opened, context),
    }
}

fn export(
    args: &QuestionsArgs,
    lang: Option<Lang>,
    opened: &OpenedPack,
    context: &mut Context,
) -> Result<Ended, Failure> {
    let (pack, seed) = (&opened.pack, Seed::new(args.seed));
    let is_wanted = |own: &&Arc<Question>| {
        let Some(wanted) = &args.section else { return true };
        let section = own.tests.first().map(|id| pack.standard.requirement(*id).section);
        section.is_some_and(|id| {
            let id = &*pack.standard.sections[id.index()].id;
            id == wanted || id.strip_prefix(wanted.as_str()).is_some_and(|rest| rest.starts_with('.'))
        })
    };
    let questions: Vec<Arc<Question>> = pack.bank.questions.iter().filter(is_wanted).cloned().collect();
    if questions.is_empty() {
        return Err(no_question(args.section.as_deref()));
    }
    let one = lang.unwrap_or(context.lang);
    let flats = || questions.iter().map(|own| flat(own, &pack.standard, seed, one)).collect::<Vec<_>>();
    let text = match args.format.unwrap_or(QuestionsFormat::Csv) {
        QuestionsFormat::Gift => gift::render(&flats()),
        QuestionsFormat::Moodle => moodle::render(&flats()),
        QuestionsFormat::Csv => {
            let one = lang.map(|lang| vec![lang]);
            csv::render(&questions, &pack.standard, seed, &one.unwrap_or_else(|| pack.languages.clone()))
        }
    };
    context.print(&text)?;
    let count = questions.len();
    let lang = context.lang;
    context.remark([both!("{count} questions", "{count} 道题").in_lang(lang)]);
    Ok(Ended::Fine)
}

fn import(
    file: &Path,
    requirement: &str,
    format: Option<QuestionsFormat>,
    lang: Lang,
    opened: &OpenedPack,
    context: &mut Context,
) -> Result<Ended, Failure> {
    let pack = &opened.pack;
    if pack.standard.find(requirement).is_none() {
        let message =
            both!("the standard has no requirement \"{requirement}\"", "标准里没有 \"{requirement}\" 这项要求");
        let hint = Phrase::new("`doorstep standard` lists them", "`doorstep standard` 列得出来");
        return Err(Failure::wrong(message, hint));
    }
    let text = read_document(&context.cwd.join(file), file)?;
    let ReadQuestions { questions, not_taken } = match format.unwrap_or_else(|| format_of(file)) {
        QuestionsFormat::Gift => read_gift(&text, lang),
        QuestionsFormat::Csv => read_csv(&text, lang).map_err(|fault| bad(file, fault))?,
        QuestionsFormat::Moodle => return Err(no_reader()),
    };
    let taken = pack.bank.questions.iter().map(|own| own.id.to_string()).collect();
    let DraftFile { text, lacking } = written(&questions, &pack.standard, requirement, &pack.languages, &taken);
    if questions.is_empty() {
        return Err(nothing_taken(file, not_taken.first()));
    }
    context.print(&text)?;
    remark(file, &lacking, &not_taken, context);
    Ok(if not_taken.is_empty() { Ended::Fine } else { Ended::Diagnostics })
}

fn nothing_taken(file: &Path, first: Option<&NotTaken>) -> Failure {
    let hint = Phrase::new(
        "what can be taken are questions with answers to choose from, or pairs",
        "能用的是有选项的题和配对题",
    );
    let file = shown(file);
    let message = match first {
        Some(NotTaken { line, why }) => both!(
            "no question of {file} can be taken; the one on line {line}: {why}",
            "{file} 里没有一道题能用；第 {line} 行那道：{why}";
            why = why
        ),
        None => both!("there is no question in {file}", "{file} 里没有题"),
    };
    Failure::wrong(message, hint)
}

/// What each of them lacks, and what was not taken.
fn remark(file: &Path, lacking: &[Lacking], not_taken: &[NotTaken], context: &mut Context) {
    let lang = context.lang;
    let file = shown(file);
    let not_taken = not_taken.iter().map(|own| {
        let line = own.line;
        both!("{file}:{line}: not taken: {why}", "{file}:{line}：没有用：{why}"; why = own.why)
    });
    let lacking = lacking.iter().filter(|own| !own.is_whole()).map(|own| {
        let (id, line) = (&own.id, own.line);
        both!("{file}:{line}: {id} lacks {what}", "{file}:{line}：{id} 还缺{what}"; what = lacks(own))
    });
    let told: Vec<String> = not_taken.chain(lacking).map(|own| own.in_lang(lang).to_owned()).collect();
    context.remark(told);
}

fn lacks(own: &Lacking) -> Bilingual {
    let (whys, texts) = (own.whys, own.texts);
    let languages: Vec<&str> = own.languages.iter().map(Lang::tag).collect();
    let mut parts: Vec<Bilingual> = Vec::new();
    if own.tests {
        parts.push(Phrase::new("what it tests", "考的是哪项要求").into());
    }
    if own.claim {
        parts.push(Phrase::new("its claim", "要点（claim）").into());
    }
    if whys > 0 {
        parts.push(both!("{whys} reasons (why)", "{whys} 处理由（why）"));
    }
    if texts > 0 {
        parts.push(both!("{texts} other texts", "{texts} 段别的文字"));
    }
    if !languages.is_empty() {
        parts.push(both!("words in {tags}", "{tags} 的文字", tags = languages.join(", ")));
    }
    Bilingual::join(&parts, Phrase::new(", ", "、"))
}

fn format_of(file: &Path) -> QuestionsFormat {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("csv" | "tsv") => QuestionsFormat::Csv,
        Some("xml") => QuestionsFormat::Moodle,
        Some(_) | None => QuestionsFormat::Gift,
    }
}

fn bad(file: &Path, fault: BadDocument) -> Failure {
    let BadDocument { line, message, help } = fault;
    let message = both!("{file}:{line}: {message}", "{file}:{line}：{message}", file = shown(file); message = message);
    Failure::wrong(message, help)
}

fn no_reader() -> Failure {
    let message = Phrase::new("Moodle XML goes out, and is not read", "Moodle XML 只能导出，读不进来");
    let hint = Phrase::new("export the questions from there as GIFT", "从那边导出成 GIFT");
    Failure::wrong(message, hint)
}

fn no_question(section: Option<&str>) -> Failure {
    let section = section.unwrap_or_default();
    let message = both!("there is no question of \"{section}\"", "没有 \"{section}\" 的题");
    Failure::wrong(message, Phrase::new("`doorstep standard` lists the sections", "`doorstep standard` 列出各节"))
}
