//! What a proctor and a candidate's program say to each other, from one machine to the other by mouth: a challenge that
//! follows from the record so far, and a code that only the proctor and her issuer can make of it. Both end with two signs
//! that catch slips of the ear.

use super::signing_key::IssuerKey;
use super::signing_key::ProctorKey;
use super::sitting_text::ReadSitting;
use crate::base::hex;
use crate::exam::sitting::ProctorTurn;
use crate::record::certificate::ExamWitness;
use crate::record::sitting::{SittingEvent, SittingLine};

/// Signs that are not taken for each other (Crockford's).
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many signs a challenge and a code have, without the two that catch slips: 70 and 50 bits.
const CHALLENGE: usize = 14;
const CODE: usize = 10;

/// What a challenge begins with, so that she who answers it knows what she does.
const OPENS: char = 'A';
const CLOSES: char = 'Z';

/// What a proctor is told of a record that ends with this seal.
pub(super) fn challenge(seal: &str, turn: ProctorTurn) -> String {
    let first = match turn {
        ProctorTurn::Opens => OPENS,
        ProctorTurn::Closes => CLOSES,
    };
    let told = signed(hex::sha256(format!("doorstep challenge\n{first}{seal}")).as_bytes(), CHALLENGE - 1);
    said(&with_checks(format!("{first}{told}")))
}

/// What whoever answers a challenge does; none where it was misheard.
pub fn turn_of(challenge: &str) -> Option<ProctorTurn> {
    match heard(challenge, CHALLENGE)?.chars().next()? {
        OPENS => Some(ProctorTurn::Opens),
        CLOSES => Some(ProctorTurn::Closes),
        _ => None,
    }
}

/// What a proctor answers; none where the challenge was misheard.
pub fn code(key: &ProctorKey, challenge: &str) -> Option<String> {
    turn_of(challenge)?;
    let challenge = heard(challenge, CHALLENGE)?;
    Some(said(&with_checks(signed(hex::digits(&key.keyed(&challenge)).as_bytes(), CODE))))
}

/// A code as it is kept; none where it was misheard.
pub fn heard_code(typed: &str) -> Option<String> {
    heard(typed, CODE)
}

/// Who saw this sitting from its beginning to its end, as far as this issuer can tell: opened before anything was shown, and
/// closed when it was over.
pub(super) fn witness(read: &ReadSitting, issuer: &IssuerKey) -> ExamWitness {
    let seen = |place: usize, turn: ProctorTurn| {
        let SittingEvent::Witnessed { proctor, code: told } = &read.lines.get(place)?.what else { return None };
        let made = code(&issuer.proctor(proctor), &challenge(read.seals.get(place.checked_sub(1)?)?, turn))?;
        (heard_code(&made)? == **told).then(|| proctor.clone())
    };
    let shows = |line: &SittingLine| matches!(line.what, SittingEvent::Shown(_) | SittingEvent::VisitBegun(_));
    let is_end = |line: &SittingLine| matches!(line.what, SittingEvent::Closed(_));
    let first_shown = read.lines.iter().position(shows).unwrap_or(read.lines.len());
    let Some(last_closed) = read.lines.iter().rposition(is_end) else { return ExamWitness::Nobody };
    let opened = (0..first_shown.min(last_closed)).find_map(|place| seen(place, ProctorTurn::Opens));
    let closed: Vec<Box<str>> =
        (last_closed..read.lines.len()).filter_map(|place| seen(place, ProctorTurn::Closes)).collect();
    match opened {
        Some(opened) if closed.contains(&opened) => ExamWitness::Proctor(opened),
        _ => ExamWitness::Nobody,
    }
}

/// So many signs of some hexadecimal digits, 5 bits a sign.
fn signed(digits: &[u8], count: usize) -> String {
    let bits = digits
        .iter()
        .filter_map(|digit| char::from(*digit).to_digit(16))
        .flat_map(|digit| (0..4).rev().map(move |at| digit >> at & 1));
    let bits: Vec<u32> = bits.take(count * 5).collect();
    let sign = |five: &[u32]| SIGNS[five.iter().fold(0, |value, bit| value << 1 | *bit) as usize];
    bits.chunks(5).map(|five| char::from(sign(five))).collect()
}

/// The same with two more signs that follow from them.
fn with_checks(told: String) -> String {
    let check = checks(&told);
    told + &check
}

/// The two signs that follow from others.
fn checks(told: &str) -> String {
    let [first, second] =
        hex::bytes::<32>(&hex::sha256(format!("doorstep check\n{told}"))).map_or([0; 2], |all| [all[0], all[1]]);
    [first, second].iter().map(|byte| char::from(SIGNS[usize::from(byte & 31)])).collect()
}

/// In groups of four, to be said.
fn said(signs: &str) -> String {
    let groups: Vec<&str> = signs.as_bytes().chunks(4).filter_map(|four| str::from_utf8(four).ok()).collect();
    groups.join("-")
}

/// What was said, without what people add; none where its last two signs do not follow from the others.
fn heard(typed: &str, count: usize) -> Option<String> {
    let kept = typed.chars().filter(|sign| !matches!(sign, '-' | ' ' | '\u{3000}' | '–' | '－')).map(meant);
    let kept: String = kept.collect::<Option<_>>()?;
    let (told, check) = kept.split_at_checked(count)?;
    (checks(told) == check).then(|| kept.clone())
}

/// The sign that is meant by a character: small letters, and O, I and L for the digits they look like.
fn meant(typed: char) -> Option<char> {
    let sign = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        own => own,
    };
    SIGNS.iter().any(|own| char::from(*own) == sign).then_some(sign)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::chance::Seed;
    use crate::base::text::Lang;
    use crate::record::sitting::{ClosedBecause, ExamPaper, SittingBegun};
    use crate::store::sitting_text::SittingText;
    use std::time::Duration;

    fn issuer() -> IssuerKey {
        IssuerKey::new("a", &[1; 32])
    }

    /// A sitting of these events, each code made by this proctor just then unless it is given.
    fn sat(proctor: &ProctorKey, events: &[&str]) -> ReadSitting {
        let begun = SittingBegun {
            exam: "entry".into(),
            candidate: "Li".into(),
            language: Lang::new("en").expect("a tag"),
            seed: Seed::new(9),
            paper: ExamPaper::default(),
            minutes: 10,
            extra_minutes: 0,
            key_hash: "k".into(),
            standard_hash: "s".into(),
            rules: 2,
            proctor: None,
        };
        let mut text = SittingText::empty();
        let mut first = Some(Box::new(begun));
        for event in events {
            let what = match *event {
                "begun" => SittingEvent::Begun(first.take().expect("once")),
                "closed" => SittingEvent::Closed(ClosedBecause::HandedIn),
                "shown" => SittingEvent::Shown(0),
                "resumed" => SittingEvent::Resumed,
                "opens" | "closes" => {
                    let turn = if *event == "opens" { ProctorTurn::Opens } else { ProctorTurn::Closes };
                    let told = code(proctor, &challenge(&text.seal, turn)).expect("heard");
                    SittingEvent::Witnessed {
                        proctor: proctor.name.clone(),
                        code: heard_code(&told).expect("typed").into(),
                    }
                }
                given => SittingEvent::Witnessed { proctor: proctor.name.clone(), code: given.into() },
            };
            let at = "2026-03-01T09:00:00Z".parse().expect("a moment");
            assert!(text.push(&SittingLine { at, used: Duration::ZERO, what }).is_some());
        }
        SittingText::read(text.text.as_bytes()).expect("as it was written")
    }

    #[test]
    fn whoever_opened_and_closed_it_has_seen_it() {
        let own = issuer().proctor("Luo");
        let seen = |events: &[&str]| witness(&sat(&own, events), &issuer());
        let by_luo = ExamWitness::Proctor("Luo".into());
        for events in [
            &["begun", "opens", "shown", "closed", "closes"][..],
            &["begun", "resumed", "opens", "shown", "resumed", "shown", "closed", "closes"],
            &["begun", "opens", "shown", "closed", "closes", "closes"],
        ] {
            assert_eq!(seen(events), by_luo, "{events:?}");
        }
        for events in [
            &["begun", "opens", "shown", "closed"][..],
            &["begun", "shown", "closed", "closes"],
            &["begun", "shown", "opens", "closed", "closes"],
            &["begun", "opens", "shown", "closes", "closed"],
            &["begun", "opens", "shown", "closed", "opens"],
            &["begun", "closes", "shown", "closed", "closes"],
            &["begun", "opens"],
        ] {
            assert_eq!(seen(events), ExamWitness::Nobody, "{events:?}");
        }
        let told = heard_code(&code(&own, &challenge("other", ProctorTurn::Opens)).expect("heard")).expect("typed");
        assert_eq!(seen(&["begun", &told, "shown", "closed", "closes"]), ExamWitness::Nobody, "a code of another day");
        let stranger = IssuerKey::new("b", &[2; 32]).proctor("Luo");
        let sat = sat(&stranger, &["begun", "opens", "shown", "closed", "closes"]);
        assert_eq!(witness(&sat, &issuer()), ExamWitness::Nobody, "whoever calls herself so");
    }

    #[test]
    fn slips_of_the_ear_are_heard() {
        let asked = challenge("seal", ProctorTurn::Closes);
        assert!(asked.starts_with('Z') && turn_of(&asked) == Some(ProctorTurn::Closes), "{asked}");
        let told = code(&issuer().proctor("Luo"), &asked).expect("heard");
        let kept = heard_code(&told).expect("as it was said");
        assert_eq!(heard_code(&told.to_lowercase().replace('-', " ").replace('0', "o")), Some(kept.clone()));
        let mut wrong = 0;
        for at in 0..kept.len() {
            for other in SIGNS.iter().map(|own| char::from(*own)).filter(|own| !kept[at..].starts_with(*own)) {
                let mut typed = kept.clone();
                typed.replace_range(at..=at, &other.to_string());
                wrong += usize::from(heard_code(&typed).is_some());
            }
        }
        assert!(wrong <= 3, "two signs let one slip in a thousand pass: {wrong} of {}", 31 * kept.len());
        assert_eq!((heard_code(""), heard_code("你好"), code(&issuer().proctor("x"), "AAAA")), (None, None, None));
    }
}
