//! What a person can want, whatever key, click or command says so.

use tui_input::InputRequest;

/// What a key or a click means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
    /// Takes what is in focus.
    Accept,
    /// One step back, or out.
    Back,
    /// The thing with this number, counted from 1.
    Pick(u8),
    /// The row with this index, as a click says it.
    Row(usize),
    /// So many rows, as a wheel says it.
    Scroll(i8),
    /// A change in a field of text.
    Edit(InputRequest),
    Hint,
    Rewind,
    Log,
    Standard,
    Language,
    Help,
    Palette,
    FreshSeed,
    /// On to the next move that lost something, and back to the one before.
    NextMistake,
    LastMistake,
    BestLine,
    AsHtml,
    AsMarkdown,
    RenameLearner,
    MergeLearners,
    DeleteLearner,
    Diagnostics,
    Restart,
    /// Takes clicks, or leaves them to the terminal.
    Mouse,
    /// Draws everything anew, over what something else has written.
    Repaint,
    /// Stops the program, back to the shell.
    Suspend,
    Quit,
}
