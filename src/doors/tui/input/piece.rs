//! Where the first piece of what a terminal sent ends: a character, a sequence, or a reply. What it means is the matter of
//! `meaning`.

pub(super) const ESC: u8 = 0x1b;
const BELL: u8 = 0x07;
const CANCEL: u8 = 0x18;
const SUBSTITUTE: u8 = 0x1a;

/// No control sequence of a keyboard is longer, in bytes.
const LONGEST_CONTROL: usize = 64;

/// No reply of a terminal that is of use is longer, in bytes.
const LONGEST_STRING: usize = 4096;

/// What stands first, with its length in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Whole(usize),
    /// It can never become whole.
    Broken(usize),
    /// What there is may go on.
    Unfinished,
}

impl Piece {
    pub(super) fn first_of(bytes: &[u8]) -> Piece {
        match bytes {
            [] | [ESC] | [ESC, b'O'] => Piece::Unfinished,
            [ESC, ESC, ..] => Piece::Whole(1),
            [ESC, b'[', rest @ ..] => control_sequence(rest).after(2),
            [ESC, b'O', (..=0x1f), ..] => Piece::Broken(2),
            [ESC, b'O', ..] => Piece::Whole(3),
            [ESC, b']' | b'P' | b'X' | b'^' | b'_', rest @ ..] => string(rest).after(2),
            [ESC, rest @ ..] => character(rest).after(1),
            _ => character(bytes),
        }
    }

    /// The same behind so many bytes more.
    fn after(self, bytes: usize) -> Piece {
        match self {
            Piece::Whole(length) => Piece::Whole(length + bytes),
            Piece::Broken(length) => Piece::Broken(length + bytes),
            Piece::Unfinished => Piece::Unfinished,
        }
    }
}

/// What stands behind `ESC [`.
fn control_sequence(rest: &[u8]) -> Piece {
    match rest {
        // The mouse of old terminals: three bytes, whatever they are.
        [b'M', _, _, _, ..] => return Piece::Whole(4),
        [b'M', ..] | [b'['] => return Piece::Unfinished,
        // F-keys of the console of Linux.
        [b'[', ..] => return Piece::Whole(2),
        _ => {}
    }
    match rest.iter().position(|byte| !(0x20..=0x3f).contains(byte)) {
        Some(end) if (0x40..=0x7e).contains(&rest[end]) => Piece::Whole(end + 1),
        Some(end) => Piece::Broken(end),
        None if rest.len() > LONGEST_CONTROL => Piece::Broken(rest.len()),
        None => Piece::Unfinished,
    }
}

/// What stands behind the opening of a string, which a terminal alone sends.
fn string(rest: &[u8]) -> Piece {
    let Some(end) = rest.iter().position(|byte| matches!(*byte, BELL | ESC | CANCEL | SUBSTITUTE)) else {
        return if rest.len() > LONGEST_STRING { Piece::Broken(rest.len()) } else { Piece::Unfinished };
    };
    match rest[end..] {
        [BELL, ..] => Piece::Whole(end + 1),
        [ESC, b'\\', ..] => Piece::Whole(end + 2),
        [ESC] => Piece::Unfinished,
        // Another sequence begins.
        [ESC, ..] => Piece::Broken(end),
        _ => Piece::Broken(end + 1),
    }
}

fn character(bytes: &[u8]) -> Piece {
    /// In UTF-8.
    const LONGEST: usize = 4;
    let bytes = &bytes[..bytes.len().min(LONGEST)];
    let known = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(why) if why.valid_up_to() == 0 => return why.error_len().map_or(Piece::Unfinished, Piece::Broken),
        Err(why) => std::str::from_utf8(&bytes[..why.valid_up_to()]).unwrap_or_default(),
    };
    known.chars().next().map_or(Piece::Unfinished, |c| Piece::Whole(c.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::Piece::{self, Broken, Unfinished, Whole};

    #[test]
    fn each_kind_ends_where_it_should() {
        for (bytes, piece) in [
            (&b"a1"[..], Whole(1)),
            ("你好".as_bytes(), Whole(3)),
            (b"\xe4\xbd", Unfinished),
            (b"\xff1", Broken(1)),
            (b"\x1b", Unfinished),
            (b"\x1b\x1b[A", Whole(1)),
            (b"\x1bx1", Whole(2)),
            (b"\x1b[", Unfinished),
            (b"\x1b[A1", Whole(3)),
            (b"\x1b[200~", Whole(6)),
            (b"\x1b[<0;10", Unfinished),
            (b"\x1b[<0;10;5M1", Whole(10)),
            (b"\x1b[?\r1", Broken(3)),
            (b"\x1b[M !", Unfinished),
            (b"\x1b[M !!1", Whole(6)),
            (b"\x1b[[A1", Whole(4)),
            (b"\x1bO", Unfinished),
            (b"\x1bOP1", Whole(3)),
            (b"\x1bO\x1b[A", Broken(2)),
            (b"\x1b]11;rgb:0/0/0", Unfinished),
            (b"\x1b]11;rgb:0/0/0\x07", Whole(15)),
            (b"\x1b]11;rgb:0/0/0\x1b", Unfinished),
            (b"\x1b]11;rgb:0/0/0\x1b\\1", Whole(16)),
            (b"\x1b]11;\x1b[A", Broken(5)),
            (b"\x1bP1$r0m\x1b\\", Whole(9)),
        ] {
            assert_eq!(Piece::first_of(bytes), piece, "{:?}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn nothing_is_held_without_an_end() {
        assert_eq!(Piece::first_of(&[b"\x1b[".as_slice(), &[b'1'; 100]].concat()), Broken(102));
        assert_eq!(Piece::first_of(&[b"\x1b]".as_slice(), &[b'1'; 5000]].concat()), Broken(5002));
    }
}
