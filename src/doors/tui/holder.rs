//! Who holds the terminal while a session runs: this process, which can stop and go on, or somebody elsewhere.

use super::input::InputGate;
use super::terminal::{TerminalGuard, give_back, take_clicks, take_over};
#[cfg(unix)]
use std::time::Duration;

/// Who holds it.
pub(super) enum TerminalHolder {
    /// This process.
    Own(OwnTerminal),
    /// A test, or a remote session, where nothing stops.
    Elsewhere,
}

/// This process' own terminal.
pub(super) struct OwnTerminal {
    /// Gives it back in the end.
    _guard: TerminalGuard,
    gate: InputGate,
    /// Whether clicks are taken.
    mouse: bool,
    /// Whether that it goes on is known already, and the signal that says so is still to come.
    is_told: bool,
}

/// Whether the program was stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StopOutcome {
    /// It was, and everything is to be drawn anew.
    Yes,
    /// It cannot be: no shell would take over.
    No,
}

impl TerminalHolder {
    pub(super) fn own(guard: TerminalGuard, gate: InputGate) -> TerminalHolder {
        TerminalHolder::Own(OwnTerminal { _guard: guard, gate, mouse: true, is_told: false })
    }

    /// Gives the terminal back, stops until it is told to go on, and takes the terminal again. By a key this is done only
    /// where a shell is waiting; a signal is obeyed always.
    pub(super) fn stop(&mut self, asked: StopAsked) -> StopOutcome {
        match self {
            TerminalHolder::Own(own) if asked == StopAsked::BySignal || has_shell() => own.stop(),
            TerminalHolder::Own(_) | TerminalHolder::Elsewhere => StopOutcome::No,
        }
    }

    /// Takes clicks, or leaves them to the terminal.
    pub(super) fn set_mouse(&mut self, mouse: bool) {
        match self {
            TerminalHolder::Own(own) if own.mouse != mouse => {
                own.mouse = mouse;
                take_clicks(mouse);
            }
            TerminalHolder::Own(_) | TerminalHolder::Elsewhere => {}
        }
    }

    /// The program goes on. Whether it was stopped without being asked, and everything is to be drawn anew.
    pub(super) fn went_on(&mut self) -> bool {
        match self {
            TerminalHolder::Own(own) => {
                if std::mem::take(&mut own.is_told) {
                    return false;
                }
                give_back();
                own.take_again();
                true
            }
            TerminalHolder::Elsewhere => false,
        }
    }
}

/// Who wants the program to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StopAsked {
    ByKey,
    BySignal,
}

impl OwnTerminal {
    #[cfg(unix)]
    fn stop(&mut self) -> StopOutcome {
        self.gate.close();
        give_back();
        self.is_told = true;
        // It returns when the program goes on.
        let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
        self.take_again();
        StopOutcome::Yes
    }

    #[cfg(not(unix))]
    fn stop(&mut self) -> StopOutcome {
        StopOutcome::No
    }

    /// Takes the terminal again and drops what was typed meanwhile: it was meant for somebody else.
    fn take_again(&mut self) {
        self.gate.close();
        // Where it cannot be taken, the next picture fails, and that is told.
        let _ = take_over();
        if !self.mouse {
            take_clicks(false);
        }
        #[cfg(unix)]
        {
            let _ = rustix::termios::tcflush(std::io::stdin(), rustix::termios::QueueSelector::IFlush);
            // What the reader holds in its hands already comes to the gate in this time.
            std::thread::sleep(Duration::from_millis(50));
        }
        self.gate.open();
    }
}

/// Whether a shell has put this program into a group of its own, and so takes over when it stops.
#[cfg(unix)]
fn has_shell() -> bool {
    use rustix::termios::{tcgetpgrp, tcgetsid};
    let terminal = std::io::stdin();
    matches!((tcgetpgrp(&terminal), tcgetsid(&terminal)), (Ok(group), Ok(session)) if group != session)
}

#[cfg(not(unix))]
fn has_shell() -> bool {
    false
}
