//! A certificate as text: its format, what it says as one line of JSON, the signature under both, and below them the sitting
//! that it was issued for, byte by byte. The first three lines stand alone as well, as they are scanned from paper.

use super::certificate_fault::{CertificateFault, PaperKind};
use super::certificate_json::{certificate_of, json_of};
use super::signing_key::{IssuerKey, is_signed};
use super::sitting_text::SittingText;
use crate::base::hex;
use crate::record::certificate::Certificate;
use crate::record::sitting::SittingLine;

const FIRST: &str = "doorstep certificate 1";
const NEWER: &str = "doorstep certificate ";
const SIGNED: &str = "ed25519 ";
/// What zbarimg puts before what it reads.
const SCANNER: &str = "QR-Code:";

/// A certificate whose signature holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCertificate {
    /// What it says.
    pub certificate: Certificate,
    /// The sitting that it was issued for, where it came along.
    pub sitting: Option<Vec<SittingLine>>,
    /// Its first three lines.
    pub signed: String,
}

/// Why a text is no certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CertificateTextFault {
    /// It is of this newer format.
    Newer(u32),
    /// Anything else.
    Wrong(CertificateFault),
}

/// A certificate, signed, with the text of its sitting below; none where the issuer in it is not the holder of the key.
pub fn sign(certificate: &Certificate, key: &IssuerKey, sitting: &str) -> Option<String> {
    let json = json_of(certificate).filter(|_| certificate.issuer == key.issuer())?;
    let signed = format!("{FIRST}\n{json}\n");
    let signature = hex::digits(&key.sign(signed.as_bytes()));
    Some(format!("{signed}{SIGNED}{signature}\n{sitting}"))
}

/// Which certificate of an issuer a sitting has.
pub fn certificate_id(issuer: &[u8; 32], sitting_hash: &str) -> Box<str> {
    hex::sha256(format!("doorstep certificate id\n{}\n{sitting_hash}", hex::digits(issuer)))[..32].into()
}

/// Reads a certificate. Every byte of it counts.
///
/// # Errors
/// Why nobody can rely on it.
pub(super) fn read(bytes: &[u8]) -> Result<SignedCertificate, CertificateTextFault> {
    let wrong = CertificateTextFault::Wrong;
    let scanned = scanned(bytes);
    let is_alone = scanned.is_some();
    let text: &str = match &scanned {
        Some(scanned) => scanned,
        None => utf8(bytes).map_err(wrong)?,
    };
    let mut rest = text;
    let mut line = || {
        let (line, after) = rest.split_once('\n')?;
        rest = after;
        Some(line)
    };
    let (first, json, signature) = match (line(), line(), line()) {
        (Some(first), Some(json), Some(signature)) if first == FIRST => (first, json, signature),
        (Some(first), ..) if first != FIRST => {
            let other = CertificateFault::other_kind(text, PaperKind::Certificate);
            return Err(newer(first).map_or(wrong(other), CertificateTextFault::Newer));
        }
        _ if FIRST.starts_with(text) || text.starts_with(FIRST) => return Err(wrong(CertificateFault::Truncated)),
        _ => return Err(wrong(CertificateFault::other_kind(text, PaperKind::Certificate))),
    };
    if is_alone && signature.len() < SIGNED.len() + 128 {
        return Err(wrong(CertificateFault::Truncated));
    }
    let signed = format!("{first}\n{json}\n");
    let bad = wrong(CertificateFault::Signature);
    let certificate = certificate_of(json).ok_or(bad)?;
    let signature = signature.strip_prefix(SIGNED).and_then(hex::bytes).ok_or(bad)?;
    if !is_signed(&certificate.issuer.key, signed.as_bytes(), &signature) {
        return Err(bad);
    }
    let sitting = if rest.is_empty() { None } else { Some(sitting_of(rest, &certificate)?) };
    let signed = text[..text.len() - rest.len()].to_owned();
    Ok(SignedCertificate { certificate, sitting, signed })
}

/// The first three lines as they were written, where a text holds nothing else: who scans a page and saves what was read may
/// lose the end of the last line, or gain other ends of lines, a mark of the encoding, or a scanner's own word.
fn scanned(bytes: &[u8]) -> Option<String> {
    let text = str::from_utf8(bytes).ok()?.trim_start_matches('\u{FEFF}').trim_start();
    let text = text.strip_prefix(SCANNER).unwrap_or(text);
    let lines: Vec<&str> = text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
    let [first, json, signature] = lines.try_into().ok()?;
    (first == FIRST).then(|| format!("{first}\n{json}\n{signature}\n"))
}

/// The sitting below a certificate, when it is its own.
fn sitting_of(text: &str, certificate: &Certificate) -> Result<Vec<SittingLine>, CertificateTextFault> {
    let hash = &certificate.result.hashes.sitting;
    let is_its_own = hex::sha256(text) == **hash && certificate_id(&certificate.issuer.key, hash) == certificate.id;
    let read = SittingText::read(text.as_bytes()).ok().filter(|read| is_its_own && !read.is_torn);
    read.map(|read| read.lines).ok_or_else(|| {
        let is_cut = !text.ends_with('\n');
        CertificateTextFault::Wrong(if is_cut { CertificateFault::Truncated } else { CertificateFault::Sitting })
    })
}

fn utf8(bytes: &[u8]) -> Result<&str, CertificateFault> {
    let begins = |with: &[u8]| bytes.starts_with(with);
    let is_marked = begins(b"\xEF\xBB\xBF") || begins(b"\xFF\xFE") || begins(b"\xFE\xFF");
    if is_marked || bytes.windows(2).any(|pair| pair == b"\r\n") {
        return Err(CertificateFault::Reencoded);
    }
    str::from_utf8(bytes).map_err(|_| {
        let other = CertificateFault::OtherKind { found: None, wanted: PaperKind::Certificate };
        if begins(FIRST.as_bytes()) { CertificateFault::Reencoded } else { other }
    })
}

fn newer(first: &str) -> Option<u32> {
    first.strip_prefix(NEWER)?.parse().ok().filter(|format| *format > 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::chance::Seed;
    use crate::base::text::Lang;
    use crate::record::certificate::{CertifiedResult, ExamWitness, ResultHashes, SittingCircumstances};
    use crate::record::sitting::{ClosedBecause, ExamPaper, SittingBegun, SittingEvent};
    use std::time::Duration;

    fn key() -> IssuerKey {
        IssuerKey::new("南桥学院", &[7; 32])
    }

    fn sitting() -> String {
        let begun = SittingBegun {
            exam: "entry".into(),
            candidate: "李娜".into(),
            language: Lang::new("zh").expect("a tag"),
            seed: Seed::new(9),
            paper: ExamPaper::default(),
            minutes: 10,
            extra_minutes: 0,
            key_hash: "k".into(),
            standard_hash: "s".into(),
            rules: 2,
            proctor: None,
        };
        let at = "2026-03-01T09:00:00Z".parse().expect("a moment");
        let mut text = SittingText::empty();
        for what in [SittingEvent::Begun(Box::new(begun)), SittingEvent::Closed(ClosedBecause::HandedIn)] {
            assert!(text.push(&SittingLine { at, used: Duration::ZERO, what }).is_some());
        }
        text.text
    }

    fn certificate(sitting: &str) -> Certificate {
        let hash = hex::sha256(sitting);
        Certificate {
            id: certificate_id(&key().issuer().key, &hash),
            issuer: key().issuer(),
            issued: "2026-03-02T08:00:00Z".parse().expect("a moment"),
            valid_until: Some("2028-03-01".parse().expect("a day")),
            witness: ExamWitness::Proctor("罗敏".into()),
            result: CertifiedResult {
                candidate: "李娜".into(),
                exam: "entry".into(),
                title: [("en".into(), "Entry \"quiz\"".into())].into(),
                standard: "标准".into(),
                sat: "2026-03-01T09:00:00Z".parse().expect("a moment"),
                quiz: 8333,
                error: 1124,
                cut: 75,
                visits: vec![("ten_or_four".into(), 8000)],
                circumstances: SittingCircumstances {
                    minutes: 8,
                    extra_minutes: 0,
                    resumed: 1,
                    clock_went_back: false,
                    went_further: false,
                    attempt: 1,
                },
                hashes: ResultHashes {
                    sitting: hash.into(),
                    keys: "k".into(),
                    standard: "s".into(),
                    scenarios: "c".into(),
                    rules: 2,
                },
            },
        }
    }

    fn signed() -> String {
        let sitting = sitting();
        sign(&certificate(&sitting), &key(), &sitting).expect("its own key")
    }

    fn fault(text: impl AsRef<[u8]>) -> CertificateFault {
        match read(text.as_ref()) {
            Err(CertificateTextFault::Wrong(fault)) => fault,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_was_signed_is_what_is_read_with_its_sitting_and_without() {
        let (text, sitting) = (signed(), sitting());
        let whole = read(text.as_bytes()).expect("as it was written");
        assert_eq!(whole.certificate, certificate(&sitting));
        assert_eq!(whole.sitting.as_deref().map(<[_]>::len), Some(2));
        let scanned = read(whole.signed.as_bytes()).expect("the first three lines stand alone");
        assert_eq!((&scanned.certificate, scanned.sitting), (&whole.certificate, None));
        let unended = read(whole.signed.trim_end().as_bytes()).expect("a scanner drops the last end of line");
        assert_eq!(unended.certificate, whole.certificate);
        assert_eq!(sign(&certificate(&sitting), &IssuerKey::new("x", &[8; 32]), &sitting), None, "another's name");
    }

    #[test]
    fn each_flipped_byte_is_caught() {
        let whole = signed();
        for at in 0..whole.len() {
            for bit in [1_u8, 0x20, 0x80] {
                let mut bytes = whole.clone().into_bytes();
                bytes[at] ^= bit;
                assert!(read(&bytes).is_err(), "byte {at} of {}", whole.len());
            }
        }
    }

    #[test]
    fn a_text_cut_anywhere_is_told_unless_it_stands_alone() {
        let whole = signed();
        let alone = read(whole.as_bytes()).expect("whole").signed.len();
        let is_alone = |end: usize| end == alone || end == alone - 1;
        for end in (1..whole.len()).filter(|end| whole.is_char_boundary(*end) && !is_alone(*end)) {
            let fault = fault(&whole[..end]);
            let is_told = matches!(fault, CertificateFault::Truncated | CertificateFault::Sitting);
            assert!(is_told || end < FIRST.len(), "{end}: {fault:?}");
        }
    }

    #[test]
    fn what_was_scanned_is_read_however_it_was_saved() {
        let own = read(signed().as_bytes()).expect("whole");
        let lines: Vec<&str> = own.signed.lines().collect();
        for text in [
            lines.join("\n"),
            lines.join("\r\n"),
            format!("\u{FEFF}{}\r\n\r\n", lines.join("\r\n")),
            format!("QR-Code:{}", own.signed),
            format!("\n{}  \n\n", own.signed),
        ] {
            let read = read(text.as_bytes()).expect("the three lines");
            assert_eq!((&read.signed, read.certificate, read.sitting), (&own.signed, own.certificate.clone(), None));
        }
        let more = format!("{}\na fourth line", lines.join("\n"));
        assert!(read(more.as_bytes()).is_err(), "nothing else may stand there");
        let swapped = [lines[0], lines[2], lines[1]].join("\n");
        assert!(read(swapped.as_bytes()).is_err());
    }

    #[test]
    fn what_others_made_of_it_is_told_for_what_it_is() {
        let whole = signed();
        assert_eq!(fault(whole.replace('\n', "\r\n")), CertificateFault::Reencoded);
        assert_eq!(fault(format!("\u{FEFF}{whole}")), CertificateFault::Reencoded);
        let wide: Vec<u8> = whole.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(fault([&b"\xFF\xFE"[..], &wide].concat()), CertificateFault::Reencoded);
        let other = |found| CertificateFault::OtherKind { found, wanted: PaperKind::Certificate };
        assert_eq!((fault("hello\n"), fault(key().text())), (other(None), other(Some(PaperKind::IssuerKey))));
        assert_eq!(fault(format!("{whole}\n")), CertificateFault::Sitting);
        let spaced = whole.replacen("{\"id\":", "{ \"id\":", 1);
        assert_eq!(fault(spaced), CertificateFault::Signature);
        // Somebody else's sitting below the same words.
        let other = sitting().replace("李娜", "李 娜");
        assert_eq!(fault(whole.replace(&sitting(), &other)), CertificateFault::Sitting);
        let newer = whole.replacen("certificate 1", "certificate 2", 1);
        assert_eq!(read(newer.as_bytes()), Err(CertificateTextFault::Newer(2)));
    }

    #[test]
    fn another_key_in_it_signs_for_nobody() {
        let sitting = sitting();
        let mut own = certificate(&sitting);
        own.issuer.key = IssuerKey::new("", &[8; 32]).issuer().key;
        let forged = key().sign(format!("{FIRST}\n{}\n", json_of(&own).expect("written")).as_bytes());
        let text = format!("{FIRST}\n{}\n{SIGNED}{}\n{sitting}", json_of(&own).expect("written"), hex::digits(&forged));
        assert_eq!(fault(text), CertificateFault::Signature);
    }
}
