//! `doorstep strings`: the texts of a pack, out to whoever translates them and back into its files.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::value;
use crate::author::strings::{
    BadDocument, Import, StringFile, StringTable, TranslationStatus, files_of, imported, read,
};
use crate::base::bilingual::Phrase;
use crate::base::text::Lang;
use crate::both;
use crate::report::strings::{csv, po, xliff};
use crate::store::{Content, read_document, shown};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// How many translations that are not put in are told one by one.
const TOLD: usize = 50;

#[derive(Debug, Args)]
pub(super) struct StringsArgs {
    /// The folder of the pack, with its scenarios and its standard; without it the usual content
    pub pack: Option<PathBuf>,
    /// csv for spreadsheets, po for gettext, xliff (1.2) for tools of translators; of an import by its ending
    #[arg(long, value_enum)]
    pub format: Option<StringsFormat>,
    /// The language that is translated into, any tag; all that the pack is written in if left out
    #[arg(long, value_parser = value::tag, value_name = "TAG")]
    pub lang: Option<Lang>,
    /// Put the translations of this file back into the files of the pack
    #[arg(long, value_name = "FILE", conflicts_with = "lang")]
    pub import: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum StringsFormat {
    Csv,
    Po,
    Xliff,
}

impl StringsFormat {
    /// The format of a file with this name.
    fn of(file: &Path) -> StringsFormat {
        match file.extension().and_then(|ending| ending.to_str()) {
            Some("po" | "pot") => StringsFormat::Po,
            Some("xlf" | "xliff") => StringsFormat::Xliff,
            Some(_) | None => StringsFormat::Csv,
        }
    }
}

pub(super) fn run(args: &StringsArgs, context: &mut Context) -> Result<Ended, Failure> {
    let pack = Content::find(args.pack.as_deref().or(context.scenarios.as_deref()), &context.cwd)?;
    let read = pack.read()?;
    let (files, faults) = files_of(&read.sources, |source| pack.name_of(source));
    if !faults.is_empty() {
        return Err(Failure::Content(faults));
    }
    context.remark_on(&read.diagnostics);
    match &args.import {
        Some(file) => import(file, args, &pack, &files, context),
        None => export(args, &files, context),
    }
}

fn export(args: &StringsArgs, files: &[StringFile], context: &mut Context) -> Result<Ended, Failure> {
    let table = StringTable::of(files, args.lang);
    if table.rows.is_empty() {
        return Err(nothing_to_translate(files));
    }
    let one = || match table.languages[..] {
        [lang] => Ok(lang),
        _ => Err(several(&table.languages)),
    };
    let text = match args.format.unwrap_or(StringsFormat::Csv) {
        StringsFormat::Csv => csv::render(&table),
        StringsFormat::Po => po::render(&table, one()?),
        StringsFormat::Xliff => xliff::render(&table, one()?),
    };
    context.print(&text)?;
    let count = |status| table.rows.iter().filter(|row| row.status() == status).count();
    let [missing, same, done] =
        [TranslationStatus::Missing, TranslationStatus::Same, TranslationStatus::Done].map(count);
    let told = both!(
        "{all} texts: {missing} missing, {same} the same as the base, {done} done",
        "共 {all} 段文字：{missing} 段没有翻译，{same} 段和原文一样，{done} 段已翻译",
        all = table.rows.len()
    );
    let lang = context.lang;
    context.remark([told.in_lang(lang)]);
    Ok(Ended::Fine)
}

fn import(
    file: &Path,
    args: &StringsArgs,
    pack: &Content,
    files: &[StringFile],
    context: &mut Context,
) -> Result<Ended, Failure> {
    if pack.folder().is_none() {
        let message = Phrase::new("the built-in content cannot be changed", "自带的内容改不了");
        let hint = Phrase::new(
            "`doorstep new pack my_folder --from-bundled` makes a copy of it; name that",
            "`doorstep new pack my_folder --from-bundled` 抄出一份；写那一份的文件夹",
        );
        return Err(Failure::wrong(message, hint));
    }
    let text = read_document(&context.cwd.join(file), file)?;
    let read = match args.format.unwrap_or_else(|| StringsFormat::of(file)) {
        StringsFormat::Csv => read::csv::read(&text),
        StringsFormat::Po => read::po::read(&text),
        StringsFormat::Xliff => read::xliff::read(&text),
    };
    let translations = read.map_err(|fault| bad(file, fault))?;
    let all = translations.len();
    let import = imported(files, translations);
    if all == 0 || import.is_strange(all) {
        return Err(of_another_pack(file));
    }
    for (number, text) in &import.files {
        pack.replace(files[*number].source, text)?;
    }
    tell(file, &import, files, context)
}

/// What was done, what was not, and what is left to do by hand.
fn tell(file: &Path, import: &Import, files: &[StringFile], context: &mut Context) -> Result<Ended, Failure> {
    let lang = context.lang;
    let refused = import.rejected.iter().map(|rejected| {
        both!("{file}: {told}", "{file}：{told}", file = shown(file); told = rejected.told()).in_lang(lang).to_owned()
    });
    let undeclared = import.undeclared(files).into_iter().map(|(name, new)| {
        both!("{name}: add \"{new}\" to its languages", "{name}：在 languages 里加上 \"{new}\"")
            .in_lang(lang)
            .to_owned()
    });
    let more = import.rejected.len().saturating_sub(TOLD);
    let more = both!("… and {more} more that are not put in", "……还有 {more} 段没有写进去").in_lang(lang).to_owned();
    let more = (import.rejected.len() > TOLD).then_some(more);
    let remarks: Vec<String> = refused.take(TOLD).chain(more).chain(undeclared).collect();
    context.remark(remarks);
    let Import { files, changed, same, empty, rejected } = import;
    context.print_told(&both!(
        "{changed} translations put into {files} files; {same} stood there already, {empty} say nothing, {refused} are not put in\n",
        "写进 {files} 个文件，共 {changed} 段翻译；{same} 段本来就是这样，{empty} 段是空的，{refused} 段没有写进去\n",
        files = files.len(),
        refused = rejected.len()
    ))?;
    Ok(if rejected.is_empty() { Ended::Fine } else { Ended::Diagnostics })
}

fn bad(file: &Path, fault: BadDocument) -> Failure {
    let BadDocument { line, message, help } = fault;
    let message = both!("{file}:{line}: {message}", "{file}:{line}：{message}", file = shown(file); message = message);
    Failure::wrong(message, help)
}

fn of_another_pack(file: &Path) -> Failure {
    let message = both!("no text of {file} is in this pack", "{file} 里没有一段文字是这个资源包的", file = shown(file));
    let hint = Phrase::new("name the pack that it was exported from", "写导出它的那个资源包");
    Failure::wrong(message, hint)
}

fn nothing_to_translate(files: &[StringFile]) -> Failure {
    let base = files.first().map(|file| file.base.to_string()).unwrap_or_default();
    let message =
        both!("there is nothing to translate: all is written in \"{base}\"", "没有要翻译的：全是用 \"{base}\" 写的");
    let hint = Phrase::new("name another language, such as --lang fr", "写另一种语言，例如 --lang fr");
    Failure::wrong(message, hint)
}

fn several(languages: &[Lang]) -> Failure {
    let tags = languages.iter().map(Lang::tag).collect::<Vec<_>>().join(", ");
    let message = both!("such a file is of one language, and there are {tags}", "这种文件只放一种语言，这里有 {tags}");
    let hint = Phrase::new("name one with --lang, or take --format csv", "用 --lang 写一种，或者用 --format csv");
    Failure::wrong(message, hint)
}
