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
    /// To the day of the exam.
    ExamDay,
    /// Marks a question to come back to, or takes the mark away.
    Flag,
    Diagnostics,
    /// To the list of scenes.
    Scenes,
    /// To what holds now, and how the chances fall.
    Dice,
    Restart,
    /// Takes clicks, or leaves them to the terminal.
    Mouse,
    /// Draws everything anew, over what something else has written.
    Repaint,
    /// Stops the program, back to the shell.
    Suspend,
    Quit,
}

impl Action {
    /// Whether it is something that one does, and not a way to get about.
    pub(super) fn has_a_name_of_its_own(self) -> bool {
        match self {
            Action::Up
            | Action::Down
            | Action::Left
            | Action::Right
            | Action::PageUp
            | Action::PageDown
            | Action::First
            | Action::Last
            | Action::Accept
            | Action::Back
            | Action::Pick(_)
            | Action::Row(_)
            | Action::Scroll(_)
            | Action::Edit(_)
            | Action::Palette
            | Action::Help
            | Action::Quit => false,
            Action::Hint
            | Action::Rewind
            | Action::Log
            | Action::Standard
            | Action::Language
            | Action::FreshSeed
            | Action::NextMistake
            | Action::LastMistake
            | Action::BestLine
            | Action::AsHtml
            | Action::AsMarkdown
            | Action::RenameLearner
            | Action::MergeLearners
            | Action::DeleteLearner
            | Action::ExamDay
            | Action::Flag
            | Action::Diagnostics
            | Action::Scenes
            | Action::Dice
            | Action::Restart
            | Action::Mouse
            | Action::Repaint
            | Action::Suspend => true,
        }
    }
}
