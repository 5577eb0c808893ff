//! What a command is handed: folders, environment, the clock, fresh seeds, and where to print. It opens the content and
//! finds scenarios for all commands.

use super::failure::{Failure, there_are};
use super::working_line::WorkingLine;
use crate::base::bilingual::{Bilingual, Phrase, speaks_chinese};
use crate::base::chance::Seed;
use crate::base::diagnostic::Diagnostic;
use crate::base::text::{Lang, make_safe};
use crate::both;
use crate::content::scenario::{Pack, Scenario, load, load_copies};
use crate::doors::plain::SessionStart;
use crate::doors::tui::{Connection, Glyphs};
use crate::report::JsonDocument;
use crate::speech::messages::{Messages, is_spoken};
use crate::store::{Content, Saves, StoreError, read_version};
use crate::tr;
use jiff::Timestamp;
use std::ffi::OsString;
use std::fmt::Display;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The world as `main` finds it; tests hand in another.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of the world by itself")]
pub struct Context {
    pub cwd: PathBuf,
    /// `--scenarios` and `--saves`, once the arguments are read.
    pub scenarios: Option<PathBuf>,
    pub saves: Option<PathBuf>,
    /// What the variable `DOORSTEP_SAVES` says.
    pub saves_variable: Option<PathBuf>,
    /// What the variable `DOORSTEP_PAUSE` says.
    pub pause_variable: Option<OsString>,
    /// What the variable `DOORSTEP_COMPLETE` says: the shell that asks what can be typed.
    pub complete_variable: Option<OsString>,
    /// The language that the environment asks for.
    pub lang: Lang,
    pub no_color: bool,
    /// How the terminal is reached.
    pub connection: Connection,
    /// Whether standard input and output are both a terminal.
    pub interactive: bool,
    /// Whether lines of text are wanted, by an option or by the environment.
    pub plain: bool,
    /// Whether only ASCII signs are wanted.
    pub ascii: bool,
    /// The locale, where it says that text is not UTF-8.
    pub odd_locale: Option<String>,
    /// In how many cells a line has room, where the variable `COLUMNS` says so.
    pub columns: Option<usize>,
    pub out: Box<dyn Write>,
    pub err: Box<dyn Write>,
    /// What shows that a command is still at work.
    pub working: WorkingLine,
    pub now: Box<dyn FnMut() -> Timestamp>,
    /// How many seconds local time is ahead of UTC.
    pub offset: i32,
    pub fresh_seed: Box<dyn FnMut() -> Seed>,
    /// Bytes that nobody can guess; none where the system has none.
    pub fresh_key: Box<dyn FnMut() -> Option<[u8; 32]>>,
}

/// Content with what is wrong with it.
pub struct OpenedPack {
    pub content: Content,
    pub pack: Arc<Pack>,
    pub diagnostics: Vec<Diagnostic>,
    cwd: PathBuf,
}

/// A scenario with the pack that it is judged by, which may hold no other.
pub struct LoneScenario {
    pub pack: Arc<Pack>,
    pub scenario: Arc<Scenario>,
}

impl OpenedPack {
    /// The language that was asked for, if any was.
    ///
    /// # Errors
    /// When nothing is written in it.
    pub fn asked(&self, lang: Option<Lang>) -> Result<Option<Lang>, Failure> {
        let known = &self.pack.languages;
        if let Some(unknown) = lang.filter(|lang| !known.contains(lang)) {
            let known: Vec<&str> = known.iter().map(Lang::tag).collect();
            let message =
                both!("nothing here is written in the language \"{unknown}\"", "这里没有用 \"{unknown}\" 写的内容");
            return Err(Failure::wrong(message, there_are(&known.join(", "))));
        }
        Ok(lang)
    }

    /// Puts a scenario into the pack, in the place of what has its id.
    pub fn add(&mut self, scenario: Arc<Scenario>) {
        let scenarios = self.pack.scenarios.with(scenario);
        self.pack = Arc::new(Pack { scenarios, ..(*self.pack).clone() });
    }

    /// The scenario of this id.
    ///
    /// # Errors
    /// When there is none, or its file has faults.
    pub fn scenario(&self, id: &str) -> Result<Arc<Scenario>, Failure> {
        if let Some(scenario) = self.pack.scenario(id) {
            return Ok(scenario.clone());
        }
        let file = format!("{id}.ron");
        let own: Vec<Diagnostic> =
            self.diagnostics.iter().filter(|diagnostic| diagnostic.place.file.ends_with(&file)).cloned().collect();
        if let Some(file) = self.content.outside_pack(id, &self.cwd) {
            let hint = both!(
                "{file} lies in a folder without pack.ron; name the file itself, such as `doorstep play {file}`",
                "{file} 所在的文件夹没有 pack.ron；直接写文件就行，例如 `doorstep play {file}`"
            );
            return Err(Failure::wrong(both!("there is no scenario \"{id}\"", "没有情景 \"{id}\""), hint));
        }
        if own.is_empty() {
            Err(Failure::no_scenario(id, self.pack.scenarios.ids()))
        } else {
            Err(Failure::Content(own))
        }
    }
}

/// Whether what was typed for a scenario is a file's name rather than an id.
fn names_file(named: &str) -> bool {
    named.contains(['/', '\\']) || Path::new(named).extension().is_some_and(|extension| extension == "ron")
}

impl Context {
    /// When and where a session begins now.
    pub(super) fn session_start(&mut self) -> SessionStart {
        SessionStart { now: (self.now)(), offset: self.offset, drawn: (self.fresh_seed)() }
    }

    /// Opens the content: what the program carries was proven when it was built, a folder is read and proven now. From
    /// here on the session speaks a language in which there is something to say.
    ///
    /// # Errors
    /// When the folder cannot be read, or its standard cannot be used.
    pub fn open(&mut self) -> Result<OpenedPack, Failure> {
        self.open_content(Content::find(self.scenarios.as_deref(), &self.cwd)?)
    }

    /// Opens the content with a scenario that is named by its id or by its file. A file is opened with the pack that it
    /// lies in, or with the usual content, and stands there in the place of what has its id.
    ///
    /// # Errors
    /// As [`Context::open`]; when there is no such scenario, or its file has faults.
    pub fn open_around(&mut self, named: &str) -> Result<(OpenedPack, Arc<Scenario>), Failure> {
        if !names_file(named) {
            let opened = self.open()?;
            if !self.is_file_here(named, &opened.pack) {
                let scenario = opened.scenario(named)?;
                return Ok((opened, scenario));
            }
        }
        let (content, alone) = self.read_alone(named)?;
        let mut opened = self.open_content(content)?;
        opened.add(alone.scenario.clone());
        Ok((opened, alone.scenario))
    }

    /// The scenario of this id in what is open, or the one in this file, without reading the others of its pack.
    ///
    /// # Errors
    /// When there is no such scenario, or its file has faults.
    pub fn scenario_alone(&self, named: &str, opened: &OpenedPack) -> Result<LoneScenario, Failure> {
        if names_file(named) || self.is_file_here(named, &opened.pack) {
            return Ok(self.read_alone(named)?.1);
        }
        Ok(LoneScenario { pack: opened.pack.clone(), scenario: opened.scenario(named)? })
    }

    /// Whether what is no id of this pack lies in the present folder.
    fn is_file_here(&self, named: &str, pack: &Pack) -> bool {
        pack.scenario(named).is_none() && self.cwd.join(named).exists()
    }

    fn read_alone(&self, file: &str) -> Result<(Content, LoneScenario), Failure> {
        let usual = Content::find(self.scenarios.as_deref(), &self.cwd)?;
        let (content, files) = read_version(Path::new(file), &usual, &self.cwd)?;
        if !files.diagnostics.is_empty() {
            return Err(Failure::Content(files.diagnostics));
        }
        if files.sources.scenarios.len() != 1 {
            let message = both!("{file} is not one scenario", "{file} 不是单独一个情景");
            let hint = Phrase::new(
                "name the file of a scenario, such as scenarios/my_visit.ron",
                "写一个情景的文件，例如 scenarios/my_visit.ron",
            );
            return Err(Failure::wrong(message, hint));
        }
        let loaded = load_copies(&files.sources).map_err(Failure::Content)?;
        let Some(scenario) = loaded.pack.scenarios.get(0).cloned() else {
            return Err(Failure::Content(loaded.diagnostics));
        };
        Ok((content, LoneScenario { pack: Arc::new(loaded.pack), scenario }))
    }

    fn open_content(&mut self, content: Content) -> Result<OpenedPack, Failure> {
        if let Some(pack) = content.packed() {
            self.lang = spoken(self.lang, &pack);
            return Ok(OpenedPack { content, pack: Arc::new(pack), diagnostics: Vec::new(), cwd: self.cwd.clone() });
        }
        let files = content.read()?;
        let loaded = load(&files.sources).map_err(Failure::Content)?;
        self.lang = spoken(self.lang, &loaded.pack);
        let diagnostics = files.diagnostics.into_iter().chain(loaded.diagnostics).collect();
        Ok(OpenedPack { content, pack: Arc::new(loaded.pack), diagnostics, cwd: self.cwd.clone() })
    }

    /// Where plays are kept.
    ///
    /// # Errors
    /// When no folder can be found for them.
    pub fn find_saves(&self, content: &Content) -> Result<Saves, Failure> {
        Ok(Saves::find(self.saves.as_deref(), self.saves_variable.as_deref(), content, &self.cwd)?)
    }

    /// Prints text for people or programs.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn print(&mut self, text: &str) -> Result<(), Failure> {
        self.working.end();
        let written = self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush());
        written.map_err(Failure::of_output)
    }

    /// Prints something of our own, in the language of the session.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn print_told(&mut self, told: &Bilingual) -> Result<(), Failure> {
        self.print(told.in_lang(self.lang))
    }

    /// Prints one line for people.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn print_line(&mut self, line: &str) -> Result<(), Failure> {
        self.print(&format!("{}\n", make_safe(line)))
    }

    /// Prints one JSON document.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn print_json(&mut self, document: &JsonDocument) -> Result<(), Failure> {
        self.print(&format!("{document}\n"))
    }

    /// Tells what went wrong: one sentence and a hint.
    pub fn complain(&mut self, failure: &Failure) {
        self.working.end();
        // Nothing is left to do when even standard error is closed.
        let _ = self.err.write_all(failure.report(self.lang).as_bytes()).and_then(|()| self.err.flush());
    }

    /// Tells beside a document what is wrong with the content, a line each.
    pub fn remark_on(&mut self, diagnostics: &[Diagnostic]) {
        let lang = self.lang;
        self.remark(diagnostics.iter().map(|diagnostic| diagnostic.told().in_lang(lang).to_owned()));
    }

    /// Tells beside a document what could not be read for it, a line each.
    pub fn remark_unread<'e>(&mut self, errors: impl IntoIterator<Item = &'e StoreError>) {
        let lang = self.lang;
        self.remark(errors.into_iter().map(|error| error.told().in_lang(lang).to_owned()));
    }

    /// Tells beside a document what was left out of it, a line each.
    pub fn remark(&mut self, remarks: impl IntoIterator<Item = impl Display>) {
        self.working.end();
        for remark in remarks {
            // Nothing is left to do when nobody hears it.
            let _ = writeln!(self.err, "{remark}");
        }
    }

    /// Whether the trainer speaks in lines of text: wanted, or there is no terminal to draw on.
    pub(super) fn is_plain(&self) -> bool {
        self.plain || !self.interactive
    }

    /// The signs that the terminal can show.
    pub(super) fn glyphs(&self) -> Glyphs {
        if self.ascii || self.odd_locale.is_some() { Glyphs::Ascii } else { Glyphs::Unicode }
    }

    /// Says once that the locale is not UTF-8, and what becomes of that.
    pub(super) fn tell_locale(&mut self, words: &Messages) {
        if let Some(locale) = self.odd_locale.clone() {
            self.remark([tr!(words, "plain-not-utf-8", locale = make_safe(&locale))]);
        }
    }

    /// Whether what is printed may be coloured.
    pub fn coloured(&self) -> bool {
        self.interactive && !self.no_color
    }
}

/// The language of a session with a pack: the one that is wanted, where the pack has it or the interface speaks it. Where
/// the interface would speak English anyway, it does so beside the language of the content.
fn spoken(wanted: Lang, pack: &Pack) -> Lang {
    let first = pack.languages.first().copied().unwrap_or(wanted);
    match (speaks_chinese(wanted), is_spoken(wanted), is_spoken(first)) {
        _ if pack.languages.contains(&wanted) => wanted,
        (false, _, false) => first,
        (_, true, _) => wanted,
        (_, false, _) => Lang::new("en").unwrap_or(first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doors::tui::Accents;
    use std::io;
    use std::sync::{Mutex, PoisonError};
    use std::time::Duration;

    /// A terminal on which both streams and the working line are seen.
    #[derive(Clone, Default)]
    struct Teletype(Arc<Mutex<Vec<u8>>>);

    impl Teletype {
        fn text(&self) -> String {
            String::from_utf8_lossy(&self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
        }
    }

    impl Write for Teletype {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).extend(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn at_work(written: &Teletype) -> Context {
        let lang = Lang::new("en").expect("a tag");
        let mut working = WorkingLine::on(Box::new(written.clone()));
        working.begin_with(Messages::new(lang), Duration::from_millis(1));
        Context {
            cwd: PathBuf::new(),
            scenarios: None,
            saves: None,
            saves_variable: None,
            pause_variable: None,
            complete_variable: None,
            lang,
            no_color: true,
            connection: Connection { accents: Accents::None, remote: false },
            interactive: true,
            plain: false,
            ascii: false,
            odd_locale: None,
            columns: None,
            out: Box::new(written.clone()),
            err: Box::new(written.clone()),
            working,
            now: Box::new(Timestamp::now),
            offset: 0,
            fresh_seed: Box::new(|| Seed::new(0)),
            fresh_key: Box::new(|| None),
        }
    }

    #[test]
    fn whatever_is_said_wipes_the_working_line_first() {
        let print = |context: &mut Context| context.print("said").expect("it is read");
        let remark = |context: &mut Context| context.remark(["said"]);
        let complain = |context: &mut Context| context.complain(&Failure::ReaderLeft);
        for say in [print as fn(&mut Context), remark, complain] {
            let written = Teletype::default();
            let mut context = at_work(&written);
            while !written.text().contains("Still at work") {
                std::thread::sleep(Duration::from_millis(1));
            }
            say(&mut context);
            let text = written.text();
            let last = text.rsplit("\x1b[K").next().expect("it was wiped");
            assert!(!last.is_empty() && !last.contains("Still at work"), "{text:?}");
        }
    }
}
