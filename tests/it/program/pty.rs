//! The real program in a real pseudo-terminal: its keyboard, its picture, and how it ends.

use super::Machine;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long anything may take on the busiest machine; nobody waits so long unless something is wrong.
pub(crate) const PATIENCE: Duration = Duration::from_mins(1);

/// What a modern terminal answers: white on black, and that a quotation mark is one cell wide.
pub(crate) const ANSWERS: [(&[u8], &[u8]); 3] = [
    (b"\x1b]10;?\x07", b"\x1b]10;rgb:ffff/ffff/ffff\x07"),
    (b"\x1b]11;?\x07", b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
    (b"\x1b[6n", b"\x1b[1;2R"),
];

/// A pseudo-terminal with the program in it.
pub(crate) struct Terminal {
    pub machine: Machine,
    pub master: Option<Box<dyn MasterPty + Send>>,
    pub keyboard: Option<Box<dyn Write + Send>>,
    pub child: Box<dyn Child + Send + Sync>,
    pub chunks: Receiver<Vec<u8>>,
    pub closing: Arc<AtomicBool>,
    pub screen: vt100::Parser,
    pub written: Vec<u8>,
    /// Whether it answers when it is asked for its colours.
    pub answers: bool,
}

pub(crate) struct Setting<'s> {
    pub size: (u16, u16),
    pub variables: &'s [(&'s str, &'s str)],
    pub answers: bool,
    /// A shell's words before the program, such as `trap '' HUP;`.
    pub before: &'s str,
    pub program: &'s str,
    pub arguments: &'s str,
}

pub(crate) const USUAL: Setting = Setting {
    size: (80, 24),
    variables: &[],
    answers: false,
    before: "",
    program: env!("CARGO_BIN_EXE_doorstep"),
    arguments: "",
};

pub(crate) fn cells(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).expect("a window has cells")
}

pub(crate) fn parser(rows: u16, cols: u16) -> vt100::Parser {
    vt100::Parser::new(cells(rows), cells(cols), 0)
}

impl Terminal {
    pub(crate) fn open(setting: &Setting) -> Terminal {
        let machine = Machine::new();
        let (cols, rows) = setting.size;
        let pair = native_pty_system().openpty(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).expect("a pty");
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", &format!("{} exec \"$0\" {}", setting.before, setting.arguments), setting.program]);
        command.cwd(machine.path());
        command.env_clear();
        for (name, value) in
            [("TERM", "xterm-256color"), ("LC_ALL", "en_GB.UTF-8"), ("PATH", "/usr/bin:/bin"), ("DOORSTEP_PAUSE", "0")]
        {
            command.env(name, value);
        }
        command.env("DOORSTEP_SAVES", machine.saves());
        setting.variables.iter().for_each(|(name, value)| command.env(name, value));
        let child = pair.slave.spawn_command(command).expect("it starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let keyboard = pair.master.take_writer().expect("a writer");
        let (sender, chunks) = channel();
        let closing = Arc::new(AtomicBool::new(false));
        let closed = closing.clone();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            // The end of a pseudo-terminal is told as an error on Linux.
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() || closed.load(Ordering::Acquire) {
                    return;
                }
            }
        });
        Terminal {
            machine,
            master: Some(pair.master),
            keyboard: Some(keyboard),
            child,
            chunks,
            closing,
            // A window without a size is drawn for as if it had the usual one.
            screen: if rows == 0 || cols == 0 { parser(24, 80) } else { parser(rows, cols) },
            written: Vec::new(),
            answers: setting.answers,
        }
    }

    /// Takes in what is written next; whether anything came before the end.
    pub(crate) fn hear(&mut self, until: Instant) -> bool {
        match self.chunks.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(chunk) => {
                self.screen.process(&chunk);
                let before = self.written.len();
                self.written.extend(chunk);
                for (question, answer) in ANSWERS.iter().filter(|_| self.answers) {
                    // A question may come in two chunks.
                    let from = before.saturating_sub(question.len() - 1);
                    if self.written[from..].windows(question.len()).any(|window| window == *question) {
                        let keyboard = self.keyboard.as_mut().expect("it is open");
                        keyboard.write_all(answer).and_then(|()| keyboard.flush()).expect("it listens");
                    }
                }
                true
            }
            Err(RecvTimeoutError::Disconnected) => false,
            Err(RecvTimeoutError::Timeout) => panic!("nothing more came\n{}", self.screen.screen().contents()),
        }
    }

    /// Takes in what is written in this time.
    pub(crate) fn pass(&mut self, time: Duration) {
        let until = Instant::now() + time;
        loop {
            match self.chunks.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(chunk) => {
                    self.screen.process(&chunk);
                    self.written.extend(chunk);
                }
                Err(RecvTimeoutError::Timeout) => return,
                Err(RecvTimeoutError::Disconnected) => panic!("it ended"),
            }
        }
    }

    /// Waits until the screen is as wished.
    pub(crate) fn wait_for(&mut self, wish: impl Fn(&str) -> bool) -> String {
        let until = Instant::now() + PATIENCE;
        loop {
            let picture = self.screen.screen().contents();
            if wish(&picture) {
                return picture;
            }
            assert!(self.hear(until), "it ended\n{picture}");
        }
    }

    pub(crate) fn shows(&mut self, words: &str) -> String {
        self.wait_for(|picture| picture.contains(words))
    }

    /// Types these bytes.
    pub(crate) fn send(&mut self, bytes: &[u8]) {
        let keyboard = self.keyboard.as_mut().expect("it is open");
        keyboard.write_all(bytes).and_then(|()| keyboard.flush()).expect("it listens");
    }

    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.process_id().expect("it runs").to_string();
        let sent = Command::new("kill").args([&format!("-{name}"), &id]).status().expect("kill runs");
        assert!(sent.success());
    }

    /// Waits until the program is gone; its exit code.
    pub(crate) fn ended(&mut self) -> u32 {
        let until = Instant::now() + PATIENCE;
        while self.hear(until) {}
        self.child.wait().expect("it ended").exit_code()
    }

    /// Holds that everything that was taken was given back, in the last bytes that were written.
    pub(crate) fn is_whole(&self) {
        let at = |bytes: &[u8]| self.written.windows(bytes.len()).rposition(|window| window == bytes);
        for mode in ["1049", "1000", "1002", "1003", "1006", "2004"] {
            let (on, off) = (at(format!("\x1b[?{mode}h").as_bytes()), at(format!("\x1b[?{mode}l").as_bytes()));
            assert!(on.is_some(), "mode {mode} is used");
            assert!(off > on, "mode {mode} is left: on at {on:?}, off at {off:?}");
        }
        let (hidden, shown) = (at(b"\x1b[?25l"), at(b"\x1b[?25h"));
        assert!(shown > hidden, "the cursor is shown: hidden at {hidden:?}, shown at {shown:?}");
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert_eq!(screen.fgcolor(), vt100::Color::Default, "colours are put back");
        let line = self.master.as_ref().and_then(|master| master.get_termios()).expect("the line can be asked");
        let line = format!("{line:?}");
        assert!(line.contains("ICANON") && line.contains("ECHO"), "lines are edited and shown again: {line}");
    }
}
