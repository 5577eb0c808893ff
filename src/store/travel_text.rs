//! A learner as one text. The first line says the format; then each part, under a line with its name, its length in bytes
//! and its SHA-256; the last line counts the parts and has the SHA-256 of everything above it:
//!
//! ```text
//! doorstep learner 1
//! part profile 95 0b5c…
//! (95 bytes)
//! part attempt/000001 612 77ad…
//! (612 bytes)
//! part journal 4711 91d0…
//! (4711 bytes)
//! end 3 e3b0…
//! ```
//!
//! So whatever is cut off, added or changed is noticed, and told with its line. What the parts say is not judged here.

use super::travel_fault::{TravelFault, TravelFaultKind};
use crate::base::bilingual::Phrase;
use crate::base::hex::sha256;
use crate::record::attempt::AttemptId;
use std::fmt;

/// The format that is written. A later one is told to be newer.
const FORMAT: u32 = 1;

const TITLE: &str = "doorstep learner ";

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum PartName {
    Profile,
    Attempt(AttemptId),
    Journal,
}

/// A part that is what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TravelPart<'t> {
    pub(super) name: PartName,
    /// The line of its name.
    pub(super) line: usize,
    pub(super) text: &'t str,
}

/// The whole text of these parts, and the SHA-256 that stands in its last line.
pub(super) fn encode(parts: &[(PartName, String)]) -> (String, String) {
    let mut text = format!("{TITLE}{FORMAT}\n");
    for (name, part) in parts {
        text += &format!("part {name} {} {}\n{part}", part.len(), sha256(part.as_bytes()));
    }
    let whole = sha256(text.as_bytes());
    text += &format!("end {} {whole}\n", parts.len());
    (text, whole)
}

/// The parts of a text.
///
/// # Errors
/// When a single byte of it is not as it was written.
pub(super) fn decode(bytes: &[u8]) -> Result<Vec<TravelPart<'_>>, TravelFault> {
    let mut reader = TravelReader { bytes, at: 0, line: 0 };
    reader.title()?;
    let mut parts: Vec<TravelPart> = Vec::new();
    loop {
        let from = reader.at;
        let header = reader.next_line()?;
        let line = reader.line;
        if let Some(end) = header.strip_prefix("end ") {
            let whole = sha256(&bytes[..from]);
            return match end == format!("{} {whole}", parts.len()) {
                false => Err(TravelFaultKind::WholeChanged.at(line)),
                true if reader.at < bytes.len() => Err(TravelFaultKind::MoreBehind.at(line + 1)),
                true => Ok(parts),
            };
        }
        parts.push(reader.part(header, line)?);
    }
}

/// The first part, where the beginning of a text holds it whole.
pub(super) fn first_part(head: &[u8]) -> Option<TravelPart<'_>> {
    let mut reader = TravelReader { bytes: head, at: 0, line: 0 };
    reader.title().ok()?;
    let header = reader.next_line().ok()?;
    let line = reader.line;
    reader.part(header, line).ok()
}

/// Reads line by line, and part by part.
struct TravelReader<'t> {
    bytes: &'t [u8],
    at: usize,
    /// The line that was read last, from 1.
    line: usize,
}

impl<'t> TravelReader<'t> {
    fn title(&mut self) -> Result<(), TravelFault> {
        let begins = TITLE.as_bytes().starts_with(&self.bytes[..self.bytes.len().min(TITLE.len())]);
        if self.bytes.is_empty() || !begins && !self.bytes.starts_with(TITLE.as_bytes()) {
            return Err(TravelFaultKind::NotOurs.at(1));
        }
        let format = self.next_line()?.strip_prefix(TITLE).unwrap_or_default();
        if format.ends_with('\r') {
            return Err(TravelFaultKind::LineEnds.at(1));
        }
        match format.parse::<u32>() {
            Ok(FORMAT) if format == FORMAT.to_string() => Ok(()),
            Ok(newer) if newer > FORMAT => Err(TravelFaultKind::Newer(newer).at(1)),
            Ok(_) | Err(_) => Err(TravelFaultKind::NotOurs.at(1)),
        }
    }

    /// The next line without its end.
    fn next_line(&mut self) -> Result<&'t str, TravelFault> {
        self.line += 1;
        let rest = &self.bytes[self.at..];
        // No line of ours is as long as this; a file of one endless line is not read to its end.
        let end = rest.iter().take(256).position(|byte| *byte == b'\n');
        let Some(end) = end else {
            let kind = if rest.len() < 256 { TravelFaultKind::Cut } else { TravelFaultKind::NoPart };
            return Err(kind.at(self.line));
        };
        self.at += end + 1;
        std::str::from_utf8(&rest[..end]).map_err(|_| TravelFaultKind::NoPart.at(self.line))
    }

    /// The part of this header, which stands in this line.
    fn part(&mut self, header: &str, line: usize) -> Result<TravelPart<'t>, TravelFault> {
        let Some((name, length, hash)) = read_header(header) else { return Err(TravelFaultKind::NoPart.at(line)) };
        let rest = &self.bytes[self.at..];
        let Some(body) = rest.get(..length) else { return Err(TravelFaultKind::Cut.at(line)) };
        let changed = || TravelFaultKind::Changed(name.to_string()).at(line);
        if sha256(body) != hash {
            return Err(changed());
        }
        let text = std::str::from_utf8(body).ok().filter(|text| text.ends_with('\n'));
        let text = text.ok_or_else(|| {
            let why = Phrase::new("it is no text of whole lines", "它不是一行行完整的文字");
            TravelFaultKind::Senseless(name.to_string(), why.into()).at(line)
        })?;
        self.at += length;
        self.line += text.matches('\n').count();
        Ok(TravelPart { name, line, text })
    }
}

/// The name, the length and the hash that stand in the first line of a part.
fn read_header(header: &str) -> Option<(PartName, usize, &str)> {
    let mut words = header.strip_prefix("part ")?.split(' ');
    let (name, typed, hash) = (words.next()?, words.next()?, words.next()?);
    let length: usize = typed.parse().ok()?;
    let is_exact = words.next().is_none() && length.to_string() == typed;
    is_exact.then_some((PartName::read(name)?, length, hash))
}

impl PartName {
    fn read(typed: &str) -> Option<PartName> {
        let name = match typed {
            "profile" => PartName::Profile,
            "journal" => PartName::Journal,
            _ => PartName::Attempt(AttemptId::new(typed.strip_prefix("attempt/")?.parse().ok()?)?),
        };
        (name.to_string() == typed).then_some(name)
    }
}

impl fmt::Display for PartName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PartName::Profile => f.write_str("profile"),
            PartName::Attempt(id) => write!(f, "attempt/{id}"),
            PartName::Journal => f.write_str("journal"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> (Vec<(PartName, String)>, String) {
        let own = |name, text: &str| (name, text.to_owned());
        let parts = vec![
            own(PartName::Profile, "Learner(\n  name: \"李\",\n)\n"),
            own(PartName::Attempt(AttemptId::FIRST), "Attempt(\n)\n"),
            own(PartName::Journal, "{\"format\":1}\nend 2 ab\n"),
        ];
        let (text, _) = encode(&parts);
        (parts, text)
    }

    #[test]
    fn parts_come_back_as_they_were_with_their_lines() {
        let (parts, text) = sample();
        let read = decode(text.as_bytes()).expect("whole");
        let back: Vec<_> = read.iter().map(|part| (part.name, part.text.to_owned())).collect();
        assert_eq!(back, parts);
        assert_eq!(read.iter().map(|part| part.line).collect::<Vec<_>>(), [2, 6, 9]);
    }

    #[test]
    fn every_bit_that_is_flipped_anywhere_is_noticed() {
        let (_, text) = sample();
        for at in 0..text.len() {
            for bit in 0..8 {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                assert!(decode(&bytes).is_err(), "bit {bit} of byte {at}");
            }
        }
    }

    #[test]
    fn a_text_cut_anywhere_or_with_more_behind_it_is_refused() {
        let (_, text) = sample();
        for end in 0..text.len() {
            let fault = decode(&text.as_bytes()[..end]).expect_err("cut");
            let is_told = matches!(fault.kind, TravelFaultKind::Cut) || end == 0;
            assert!(is_told && fault.line <= text.lines().count(), "{end}: {fault:?}");
        }
        let behind = decode((text.clone() + "\n").as_bytes()).expect_err("more");
        assert_eq!(behind, TravelFaultKind::MoreBehind.at(text.lines().count() + 1));
    }

    #[test]
    fn each_fault_is_called_what_it_is_and_named_by_its_line() {
        let (_, text) = sample();
        let told = |changed: String| decode(changed.as_bytes()).expect_err("changed");
        assert_eq!(told(text.replace('\n', "\r\n")), TravelFaultKind::LineEnds.at(1));
        assert_eq!(told(text.replacen("learner 1", "learner 2", 1)), TravelFaultKind::Newer(2).at(1));
        assert_eq!(told(text.replacen("door", "moor", 1)), TravelFaultKind::NotOurs.at(1));
        assert_eq!(
            told(text.replacen("Attempt(", "Atempts(", 1)),
            TravelFaultKind::Changed("attempt/000001".into()).at(6)
        );
        assert_eq!(told(text.replacen("part journal", "part diary", 1)), TravelFaultKind::NoPart.at(9));
        let without = text.find("part attempt").zip(text.find("part journal")).expect("both");
        assert_eq!(told(text[..without.0].to_owned() + &text[without.1..]), TravelFaultKind::WholeChanged.at(9));
    }

    #[test]
    fn a_file_of_one_endless_line_is_not_read_to_its_end() {
        let fault = decode((TITLE.to_owned() + &"1".repeat(100_000)).as_bytes()).expect_err("endless");
        assert_eq!(fault, TravelFaultKind::NoPart.at(1));
    }
}
