//! What a terminal sends becomes events, however it is cut. What stays unfinished is given up when told that a moment has
//! passed: the keys after it count. What comes late of it is still no key.

use super::meaning::{begins_colour, event_of, is_reply};
use super::piece::{ESC, Piece};
use crate::doors::tui::keys::Key;
use crate::doors::tui::ui_event::UiEvent;

const PASTE_BEGINS: &[u8] = b"\x1b[200~";
const PASTE_ENDS: &[u8] = b"\x1b[201~";

/// So much of a paste is kept, in bytes. Every field is shorter.
const LONGEST_PASTE: usize = 4096;

/// Takes bytes and tells events. It knows no clock: whoever reads says when nothing came.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    /// The beginning of a piece that is not whole yet.
    held: Vec<u8>,
    /// What was pasted so far, while its end has not come.
    pasted: Option<Vec<u8>>,
    abandoned: Abandoned,
}

/// What was given up last, whose rest may still come.
#[derive(Debug, Default)]
enum Abandoned {
    #[default]
    Nothing,
    /// The beginning of a sequence.
    Sequence(Vec<u8>),
    Paste,
}

/// What was heard.
#[derive(Debug)]
pub(super) enum Heard {
    Event(UiEvent),
    /// A reply of the terminal, with all its bytes.
    Reply(Vec<u8>),
}

/// What a decoder waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WaitsFor {
    Anything,
    /// For the rest of something that has begun.
    Rest,
    /// For the rest of something that was given up.
    LateRest,
}

impl Decoder {
    pub(super) fn waits_for(&self) -> WaitsFor {
        match self.abandoned {
            _ if self.pasted.is_some() || !self.held.is_empty() => WaitsFor::Rest,
            Abandoned::Nothing => WaitsFor::Anything,
            Abandoned::Sequence(_) | Abandoned::Paste => WaitsFor::LateRest,
        }
    }

    /// Takes what came at once.
    pub(super) fn hear(&mut self, burst: &[u8]) -> Vec<Heard> {
        let mut heard = Vec::new();
        let late = match std::mem::take(&mut self.abandoned) {
            Abandoned::Sequence(begun) => self.late_reply(begun, burst, &mut heard),
            Abandoned::Paste if !is_one_key(burst) => {
                self.pasted = Some(Vec::new());
                0
            }
            Abandoned::Nothing | Abandoned::Paste => 0,
        };
        self.held.extend(&burst[late..]);
        while self.take_first(&mut heard) {}
        heard
    }

    /// Nothing came for a while, as long as is due for what is waited for.
    pub(super) fn silence(&mut self) -> Vec<Heard> {
        let held = std::mem::take(&mut self.held);
        self.abandoned = match (self.pasted.take(), held.first()) {
            (Some(pasted), _) => {
                self.abandoned = Abandoned::Paste;
                return vec![paste(&pasted)];
            }
            (None, Some(&ESC)) => Abandoned::Sequence(held.clone()),
            (None, _) => Abandoned::Nothing,
        };
        // The one sequence that is a key by itself.
        if held == [ESC] { vec![Heard::Event(UiEvent::Key(Key::Esc))] } else { Vec::new() }
    }

    /// How much of a burst is the rest of a reply that was given up.
    fn late_reply(&mut self, begun: Vec<u8>, burst: &[u8], heard: &mut Vec<Heard>) -> usize {
        let (before, of_colour) = (begun.len(), begins_colour(&begun));
        let mut whole = begun;
        whole.extend(burst);
        match Piece::first_of(&whole) {
            Piece::Whole(length) if length > before && is_reply(&whole[..length]) => {
                heard.push(Heard::Reply(whole[..length].to_vec()));
                length - before
            }
            Piece::Unfinished if of_colour && begins_colour(&whole) => {
                self.abandoned = Abandoned::Sequence(whole);
                burst.len()
            }
            Piece::Whole(_) | Piece::Broken(_) | Piece::Unfinished => 0,
        }
    }

    /// Takes the first piece of what is held; whether there was one.
    fn take_first(&mut self, heard: &mut Vec<Heard>) -> bool {
        if let Some(pasted) = self.pasted.take() {
            return self.go_on_pasting(pasted, heard);
        }
        let (length, whole) = match Piece::first_of(&self.held) {
            Piece::Whole(length) => (length, true),
            Piece::Broken(length) => (length, false),
            Piece::Unfinished => return false,
        };
        let piece: Vec<u8> = self.held.drain(..length).collect();
        if piece == PASTE_BEGINS {
            self.pasted = Some(Vec::new());
        } else if is_reply(&piece) {
            heard.push(Heard::Reply(piece));
        } else if whole {
            heard.extend(event_of(&piece).map(Heard::Event));
        }
        true
    }

    /// Everything belongs to the paste until its end; whether that has come.
    fn go_on_pasting(&mut self, mut pasted: Vec<u8>, heard: &mut Vec<Heard>) -> bool {
        let known = pasted.len().saturating_sub(PASTE_ENDS.len());
        pasted.append(&mut self.held);
        let end = pasted[known..].windows(PASTE_ENDS.len()).position(|window| window == PASTE_ENDS);
        if let Some(end) = end.map(|end| known + end) {
            self.held = pasted.split_off(end + PASTE_ENDS.len());
            pasted.truncate(end);
            heard.push(paste(&pasted));
            return true;
        }
        // The end may be cut, so the last bytes stay.
        let last = pasted.len().saturating_sub(PASTE_ENDS.len());
        if last > LONGEST_PASTE {
            pasted.drain(LONGEST_PASTE..last);
        }
        self.pasted = Some(pasted);
        false
    }
}

/// A paste goes on where many characters come at once; a key comes alone.
fn is_one_key(burst: &[u8]) -> bool {
    burst.first() == Some(&ESC) || Piece::first_of(burst) == Piece::Whole(burst.len())
}

fn paste(pasted: &[u8]) -> Heard {
    Heard::Event(UiEvent::Paste(String::from_utf8_lossy(pasted).into_owned()))
}

#[cfg(test)]
mod tests {
    use super::{Decoder, Heard, WaitsFor};
    use crate::doors::tui::ui_event::UiEvent;

    /// What a terminal says that was asked: colours, what it is, where its cursor is, a mode, a setting, its size.
    const REPLIES: [&[u8]; 9] = [
        b"\x1b]10;rgb:ffff/ffff/ffff\x07",
        b"\x1b]11;rgb:1111/2222/3333\x1b\\",
        b"\x1b]11;rgba:1111/2222/3333/4444\x1b\\",
        b"\x1b[?62;22;52c",
        b"\x1b[>41;354;0c",
        b"\x1b[12;21R",
        b"\x1b[?2026;2$y",
        b"\x1bP1$r0m\x1b\\",
        b"\x1b[8;24;80t",
    ];

    fn told(heard: &[Heard]) -> Vec<String> {
        heard.iter().map(|heard| format!("{heard:?}")).collect()
    }

    fn keys(heard: &[Heard]) -> usize {
        heard.iter().filter(|heard| matches!(heard, Heard::Event(UiEvent::Key(_)))).count()
    }

    #[test]
    fn what_is_sent_means_the_same_however_it_is_cut() {
        let typed = "1你\x1b[A\x1bOQ\x1b[3~\x1b[<0;3;4M\x1b[<65;1;1M\x1b[200~a\r1\x1b[201~\x1b[1;5Bx\x1b]11;rgb:0/0/0\x07\x1b[?6c9\r";
        let whole = told(&Decoder::default().hear(typed.as_bytes()));
        assert_eq!(whole.len(), 14, "{whole:#?}");
        for size in 1..typed.len() {
            let mut decoder = Decoder::default();
            let heard: Vec<Heard> = typed.as_bytes().chunks(size).flat_map(|chunk| decoder.hear(chunk)).collect();
            assert_eq!(told(&heard), whole, "in pieces of {size}");
            assert_eq!(decoder.waits_for(), WaitsFor::Anything);
        }
    }

    #[test]
    fn a_reply_is_no_key_wherever_it_is_cut_and_however_late_its_rest_comes() {
        for reply in REPLIES {
            for cut in 1..reply.len() {
                let mut decoder = Decoder::default();
                let mut heard = decoder.hear(&reply[..cut]);
                heard.extend(decoder.silence());
                heard.extend(decoder.hear(&reply[cut..]));
                // An escape character by itself is the key.
                assert_eq!(keys(&heard), usize::from(cut == 1), "{:?} cut at {cut}", String::from_utf8_lossy(reply));
                assert_eq!(keys(&decoder.hear(b"1")), 1, "the next key counts");
            }
        }
    }

    #[test]
    fn a_colour_is_no_key_however_often_it_is_cut() {
        for reply in &REPLIES[..3] {
            let mut decoder = Decoder::default();
            let mut heard = decoder.hear(&reply[..3]);
            heard.extend(decoder.silence());
            for byte in &reply[3..] {
                heard.extend(decoder.hear(&[*byte]));
            }
            assert_eq!(keys(&heard), 0, "{:?}", String::from_utf8_lossy(reply));
            assert!(matches!(heard[..], [Heard::Reply(ref whole)] if whole == reply));
        }
    }

    #[test]
    fn what_is_unfinished_is_given_up_and_the_next_key_counts() {
        for begun in [
            "\x1b[200~",
            "\x1b[200~half",
            "\x1b[<",
            "\x1b[<0;1",
            "\x1b[?",
            "\x1b[",
            "\x1b[1;",
            "\x1bO",
            "\x1b]",
            "\x1bP",
        ] {
            let mut decoder = Decoder::default();
            assert_eq!(keys(&decoder.hear(begun.as_bytes())), 0, "{begun:?}");
            assert_eq!(keys(&decoder.silence()), 0, "{begun:?}");
            assert_eq!(decoder.waits_for(), WaitsFor::LateRest);
            assert_eq!(keys(&decoder.hear(b"1")), 1, "{begun:?}");
            assert_eq!(decoder.waits_for(), WaitsFor::Anything, "{begun:?}");
        }
    }

    #[test]
    fn a_paste_that_halts_goes_on_as_a_paste() {
        let mut decoder = Decoder::default();
        let mut heard = decoder.hear(b"\x1b[200~12");
        heard.extend(decoder.silence());
        heard.extend(decoder.hear(b"34\x1b[201~5"));
        let expected = ["12", "34"].map(|words| format!("{:?}", Heard::Event(UiEvent::Paste(words.to_owned()))));
        assert_eq!(told(&heard)[..2], expected);
        assert_eq!(keys(&heard), 1);
    }

    #[test]
    fn of_an_endless_paste_the_beginning_is_kept() {
        let mut decoder = Decoder::default();
        decoder.hear(b"\x1b[200~begins");
        for _ in 0..100 {
            assert!(decoder.hear(&[b'1'; 1000]).is_empty());
        }
        let heard = told(&decoder.hear(b"\x1b[201~"));
        assert!(heard.len() == 1 && heard[0].contains("begins11") && heard[0].len() < 5000, "{heard:?}");
    }
}
