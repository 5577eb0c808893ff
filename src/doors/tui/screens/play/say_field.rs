//! What is typed in a play in which one says it oneself.

use crate::trainer::say_it::SayIt;
use std::ops::Range;
use tui_input::Input;

#[derive(Clone, Debug, Default)]
pub(super) struct SayField {
    /// What was said last.
    pub said: SayIt,
    /// What is being typed.
    pub reply: Input,
    /// Whether letters go into the field.
    pub is_open: bool,
    /// Whether it is opened by hand at this moment, as something else can be done too.
    pub is_by_hand: bool,
    /// Whether what was pasted was too long.
    pub was_cut: bool,
    /// Its rows on the page.
    pub rows: Range<usize>,
}

impl SayField {
    /// Nothing is typed any more.
    pub(super) fn clear(&mut self) {
        self.reply.reset();
        (self.is_open, self.is_by_hand) = (false, false);
    }
}
