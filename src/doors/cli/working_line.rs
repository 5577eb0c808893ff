//! A sign of life while a command works for long: nothing in the first second, then a line on the terminal that counts, and
//! is wiped before anything else is printed. Ctrl-C ends the program then as at any other time.

use crate::speech::messages::Messages;
use crate::tr;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

/// How often the line is written, and how long nothing is.
const TICK: Duration = Duration::from_secs(1);

/// What wipes the line that the cursor is in.
const WIPE: &[u8] = b"\r\x1b[K";

/// The line, where there is a terminal to show it.
#[derive(Default)]
pub struct WorkingLine {
    terminal: Option<Box<dyn Write + Send>>,
    shown: Option<ShownLine>,
    tally: Arc<WorkTally>,
}

/// How much of the work is done.
#[derive(Default)]
pub(super) struct WorkTally {
    done: AtomicUsize,
    all: AtomicUsize,
}

/// The thread that shows the line, until `end` is dropped.
struct ShownLine {
    end: Sender<()>,
    thread: JoinHandle<()>,
}

impl WorkingLine {
    /// On this terminal, beside whatever is printed elsewhere.
    pub fn on(terminal: Box<dyn Write + Send>) -> WorkingLine {
        WorkingLine { terminal: Some(terminal), shown: None, tally: Arc::default() }
    }

    /// Shows the line as soon as the work has taken a second. Work is begun once.
    pub(super) fn begin(&mut self, words: Messages) {
        self.begin_with(words, TICK);
    }

    pub(super) fn begin_with(&mut self, words: Messages, tick: Duration) {
        let Some(mut terminal) = self.terminal.take() else { return };
        let (end, ended) = channel();
        let tally = self.tally.clone();
        let show = move || {
            let mut seconds: u64 = 0;
            while ended.recv_timeout(tick) == Err(RecvTimeoutError::Timeout) {
                seconds += 1;
                // A terminal that is gone shows nothing; the work goes on.
                let _ = show_line(&mut terminal, &tally.line(&words, seconds));
            }
            if seconds > 0 {
                let _ = terminal.write_all(WIPE).and_then(|()| terminal.flush());
            }
        };
        let thread = Builder::new().name("working line".to_owned()).spawn(show);
        self.shown = thread.ok().map(|thread| ShownLine { end, thread });
    }

    /// Wipes the line, since something is printed now.
    pub(super) fn end(&mut self) {
        if let Some(ShownLine { end, thread }) = self.shown.take() {
            drop(end);
            // It only shows a line: what is printed next does not hang on how it ended.
            let _ = thread.join();
        }
    }

    /// Where the work enters how much of it is done.
    pub(super) fn tally(&self) -> Arc<WorkTally> {
        self.tally.clone()
    }
}

impl Drop for WorkingLine {
    fn drop(&mut self) {
        self.end();
    }
}

impl WorkTally {
    /// So many scenarios more are to be done.
    pub(super) fn expect(&self, scenarios: usize) {
        self.all.fetch_add(scenarios, Ordering::Relaxed);
    }

    /// One more is done.
    pub(super) fn advance(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    fn line(&self, words: &Messages, seconds: u64) -> String {
        match self.all.load(Ordering::Relaxed) {
            0 | 1 => tr!(words, "working", seconds = seconds),
            all => tr!(words, "working-of", seconds = seconds, done = self.done.load(Ordering::Relaxed), all = all),
        }
    }
}

fn show_line(terminal: &mut impl Write, line: &str) -> io::Result<()> {
    terminal.write_all(WIPE)?;
    terminal.write_all(line.as_bytes())?;
    terminal.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text::Lang;
    use std::sync::mpsc::Receiver;

    /// A terminal that hands on what is written to it.
    struct Wire(Sender<Vec<u8>>);

    impl Write for Wire {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.send(bytes.to_vec()).map_err(io::Error::other)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn begun(tag: &str, tick: Duration) -> (WorkingLine, Receiver<Vec<u8>>) {
        let (wire, written) = channel();
        let mut line = WorkingLine::on(Box::new(Wire(wire)));
        line.tally().expect(4);
        line.tally().advance();
        line.begin_with(Messages::new(Lang::new(tag).expect("a language")), tick);
        (line, written)
    }

    #[test]
    fn long_work_says_how_far_it_is_and_wipes_what_it_said() {
        for (tag, says) in [("en", "1 of 4 scenarios"), ("zh", "1/4 个场景")] {
            let (mut line, written) = begun(tag, Duration::from_millis(1));
            let shown: Vec<_> = written.iter().take(2).flatten().collect();
            assert!(String::from_utf8_lossy(&shown).contains(says), "{tag}: {shown:?}");
            line.end();
            assert_eq!(written.iter().last().as_deref(), Some(WIPE), "{tag}");
        }
    }

    #[test]
    fn short_work_shows_nothing() {
        let (mut line, written) = begun("en", Duration::MAX);
        line.end();
        assert_eq!(written.iter().count(), 0);
    }
}
