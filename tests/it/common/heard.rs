//! Plain mode as somebody hears it: lines typed into a fixed world, and everything that was said, with what was typed
//! between it.

use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::content::scenario::Pack;
use doorstep::doors::plain::{Dialog, PlainContext, PlainTrainer};
use doorstep::doors::tui::{Glyphs, Language};
use doorstep::speech::messages::Messages;
use doorstep::store::Saves;
use doorstep::trainer::solver_cache::SolverCache;
use std::cell::RefCell;
use std::io::{self, BufRead, Read, Write};
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

/// What stands before a line that was typed.
pub(crate) const TYPED: &str = "» ";

/// When it is, in seconds since 1970.
const START: i64 = 1_800_000_000;

/// From the first word to the farewell, at home, after these lines.
pub(crate) fn heard(pack: &Pack, lang: &str, saves: &Path, typed: &[&str]) -> String {
    heard_with(pack, lang, saves, typed, Glyphs::Unicode, Some(80))
}

/// The same, so many days later.
pub(crate) fn heard_after(days: i64, pack: &Pack, lang: &str, saves: &Path, typed: &[&str]) -> String {
    heard_by(START + days * 86_400, pack, lang, saves, typed, (Glyphs::Unicode, Some(80)), Duration::MAX)
}

pub(crate) fn heard_with(
    pack: &Pack,
    lang: &str,
    saves: &Path,
    typed: &[&str],
    glyphs: Glyphs,
    width: Option<usize>,
) -> String {
    heard_by(START, pack, lang, saves, typed, (glyphs, width), Duration::MAX)
}

/// The same, said with less patience than nobody ever loses.
pub(crate) fn heard_impatiently(pack: &Pack, lang: &str, saves: &Path, typed: &[&str]) -> String {
    heard_by(START, pack, lang, saves, typed, (Glyphs::Unicode, None), Duration::ZERO)
}

fn heard_by(
    start: i64,
    pack: &Pack,
    lang: &str,
    saves: &Path,
    typed: &[&str],
    (glyphs, width): (Glyphs, Option<usize>),
    patience: Duration,
) -> String {
    let lang = Lang::new(lang).expect("a tag");
    if std::fs::read_dir(saves).is_ok_and(|mut listed| listed.next().is_some()) {
        // A program that another test is starting holds the lock of the session before for a moment: it is a copy of us.
        std::thread::sleep(std::time::Duration::from_millis(300));
    }
    let mut seconds = 0;
    let own = PlainContext {
        pack: Arc::new(pack.clone()),
        words: Messages::of(pack, lang),
        language: Language::Guessed(lang),
        saves: Some(Saves::at(saves)),
        recorder: None,
        now: Box::new(move || {
            seconds += 1;
            jiff::Timestamp::from_second(start + seconds).expect("in range")
        }),
        offset: 0,
        fresh_seed: Box::new(|| Seed::new(7)),
        known: SolverCache::default(),
        on_keep: None,
        patience,
        lost: None,
    };
    let page = Rc::new(RefCell::new(Vec::new()));
    let lines = typed.iter().map(|line| format!("{line}\n")).collect::<String>();
    let mut input = Keyboard { typed: lines.into_bytes(), at: 0, page: page.clone() };
    let mut out = Page(page.clone());
    let mut dialog = Dialog { input: &mut input, out: &mut out, width, glyphs, is_terminal: false };
    let unsaved = PlainTrainer::at_home(own).run(&mut dialog).expect("a page takes everything");
    assert!(unsaved.is_none(), "everything is kept");
    let page = String::from_utf8(page.borrow().clone()).expect("UTF-8");
    // A folder that is another one each time is named by what it is.
    page.replace(&saves.display().to_string(), "…")
}

/// Lines that are typed; each is noted on the page when it is read.
struct Keyboard {
    typed: Vec<u8>,
    at: usize,
    page: Rc<RefCell<Vec<u8>>>,
}

struct Page(Rc<RefCell<Vec<u8>>>);

impl Read for Keyboard {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.len().min(buffer.len());
        buffer[..count].copy_from_slice(&self.typed[self.at..self.at + count]);
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Keyboard {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        Ok(&self.typed[self.at..])
    }

    fn consume(&mut self, count: usize) {
        let mut page = self.page.borrow_mut();
        if count > 0 {
            page.extend(TYPED.as_bytes());
            page.extend(&self.typed[self.at..self.at + count]);
        }
        self.at += count;
    }
}

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
