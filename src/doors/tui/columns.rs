//! Columns side by side, as many as a window has room for: a text, from a middling width on a panel, and in a wide window a
//! third.

use super::frame::{self, PANEL, WITH_PANEL};
use ratatui::layout::Rect;

/// From this width on there is a third column: the two beside the text then still hold eighteen Chinese characters a line,
/// and the text loses little.
const WITH_THIRD: u16 = 150;
/// All columns take no more: the text is at its widest then, with 90 cells a line.
const WIDEST: u16 = 196;
/// A space, the rule and a space before each column but the first.
const GAP: u16 = 3;

pub(super) struct Columns {
    /// All of them, with what is between.
    pub whole: Rect,
    pub text: Rect,
    pub panel: Option<Rect>,
    pub third: Option<Rect>,
}

impl Columns {
    /// For a window of this size; `shares` says how wide the three are beside each other.
    pub(super) fn of(size: (u16, u16), shares: [u16; 3]) -> Columns {
        if size.0 >= WITH_THIRD {
            return Columns::three(frame::centred(size, WIDEST), shares);
        }
        let whole = frame::wide_column(size);
        if size.0 < WITH_PANEL {
            return Columns { whole, text: whole, panel: None, third: None };
        }
        let text = Rect { width: whole.width - PANEL, ..whole };
        Columns { whole, text, panel: Some(beside(text, whole)), third: None }
    }

    fn three(whole: Rect, shares: [u16; 3]) -> Columns {
        let room = whole.width - 2 * GAP;
        let of_room = |share: u16| room * share / shares.iter().sum::<u16>();
        let text = Rect { width: of_room(shares[0]), ..whole };
        let panel = Rect { width: of_room(shares[1]), ..beside(text, whole) };
        Columns { whole, text, panel: Some(panel), third: Some(beside(panel, whole)) }
    }
}

/// What is right of a column.
fn beside(column: Rect, whole: Rect) -> Rect {
    let x = column.right() + GAP;
    Rect { x, width: whole.right() - x, ..whole }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_many_as_there_is_room_for_and_a_text_is_never_too_wide_to_read() {
        for width in 60..=500 {
            let columns = Columns::of((width, 60), [9, 5, 5]);
            assert_eq!((columns.panel.is_some(), columns.third.is_some()), (width >= 100, width >= 150), "{width}");
            assert!((56..=90).contains(&columns.text.width), "{width}: {}", columns.text.width);
            let last = columns.third.or(columns.panel).unwrap_or(columns.text);
            assert_eq!(last.right(), columns.whole.right(), "{width}");
            assert!(columns.whole.right() <= width - 2 && last.width >= 29, "{width}: {last}");
        }
    }
}
