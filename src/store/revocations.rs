//! The certificates that an issuer has taken back, as text: one a line, each signed by its issuer, so that nobody else can
//! put one on a list. That one was taken off a list cannot be seen; a list is as new as whoever handed it out.

use super::certificate_fault::{CertificateFault, PaperKind};
use super::signing_key::{IssuerKey, is_signed};
use crate::base::hex;
use crate::record::certificate::Certificate;
use jiff::civil::Date;

const FIRST: &str = "doorstep revoked 1";

/// A certificate that was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revocation {
    /// Its id.
    pub id: Box<str>,
    /// Since this day.
    pub since: Date,
    /// The key of the issuer who took it back.
    pub key: [u8; 32],
}

impl Revocation {
    /// Whether it takes this certificate back.
    pub fn is_of(&self, certificate: &Certificate) -> bool {
        self.id == certificate.id && self.key == certificate.issuer.key
    }
}

/// What is to be added to a list so that a certificate is on it; none where it is. The text of a list that is to be begun is
/// empty.
///
/// # Errors
/// When the text is no list.
pub(super) fn addition(list: &str, id: &str, since: Date, key: &IssuerKey) -> Result<Option<String>, CertificateFault> {
    let held = if list.is_empty() { Vec::new() } else { revocations(list)? };
    let issuer = key.issuer().key;
    if held.iter().any(|own| *own.id == *id && own.key == issuer) {
        return Ok(None);
    }
    let before = match list {
        "" => format!("{FIRST}\n"),
        ended if ended.ends_with('\n') => String::new(),
        _ => "\n".to_owned(),
    };
    let signature = hex::digits(&key.sign(message(id, since).as_bytes()));
    Ok(Some(format!("{before}{id} {since} {} {signature}\n", hex::digits(&issuer))))
}

/// The entries of a list. Other ends of lines change nothing, as each entry is signed by itself.
///
/// # Errors
/// When the text is no list, its end is missing, or a line of it was not signed.
pub fn revocations(list: &str) -> Result<Vec<Revocation>, CertificateFault> {
    let lines: Vec<&str> = list.trim_start_matches('\u{FEFF}').lines().collect();
    let Some((_, entries)) = lines.split_first().filter(|(first, _)| **first == FIRST) else {
        return Err(CertificateFault::other_kind(list, PaperKind::List));
    };
    let entries = entries.iter().zip(2..).filter(|(line, _)| !line.trim().is_empty());
    let is_cut = |line| line == lines.len() && !list.ends_with('\n');
    let fault = |line| if is_cut(line) { CertificateFault::CutList(line) } else { CertificateFault::ListLine(line) };
    entries.map(|(line, number)| entry(line.trim_end()).ok_or_else(|| fault(number))).collect()
}

fn entry(line: &str) -> Option<Revocation> {
    let parts: Vec<&str> = line.split(' ').collect();
    let [id, since, key, signature] = parts.try_into().ok()?;
    let (since, key): (Date, [u8; 32]) = (since.parse().ok()?, hex::bytes(key)?);
    let is_own = is_signed(&key, message(id, since).as_bytes(), &hex::bytes(signature)?);
    is_own.then(|| Revocation { id: id.into(), since, key })
}

fn message(id: &str, since: Date) -> String {
    format!("{FIRST}\n{id} {since}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_issuer_puts_a_certificate_on_a_list() {
        let (own, other) = (IssuerKey::new("a", &[1; 32]), IssuerKey::new("b", &[2; 32]));
        let since = "2026-03-01".parse().expect("a day");
        let added = |list: &str, id: &str, key: &IssuerKey| addition(list, id, since, key).expect("a list");
        let first = added("", "0a", &own).expect("it is new");
        let list = format!("{first}{}", added(&first, "0b", &other).expect("it is new"));
        let held = revocations(&list).expect("as it was written");
        assert_eq!(held.iter().map(|own| &*own.id).collect::<Vec<_>>(), ["0a", "0b"]);
        assert_eq!((held[0].key, added(&list, "0a", &own)), (own.issuer().key, None), "once");
        for at in FIRST.len() + 1..list.len() - 1 {
            let mut bytes = list.clone().into_bytes();
            bytes[at] ^= 1;
            let text = String::from_utf8(bytes).expect("ASCII");
            let told = revocations(&text);
            let is_told = matches!(told, Err(CertificateFault::ListLine(_) | CertificateFault::CutList(_)));
            assert!(is_told, "byte {at}: {told:?}");
        }
        let other = |found| Err(CertificateFault::OtherKind { found, wanted: PaperKind::List });
        assert_eq!(revocations("something else\n"), other(None));
        assert_eq!((revocations(""), revocations(&own.text())), (other(None), other(Some(PaperKind::IssuerKey))));
    }

    #[test]
    fn a_list_that_was_saved_anew_is_the_same_and_one_that_was_cut_is_not() {
        let key = IssuerKey::new("a", &[1; 32]);
        let list = addition("", "0a", "2026-03-01".parse().expect("a day"), &key).expect("a list").expect("new");
        let held = revocations(&list);
        for saved in [list.trim_end().to_owned(), list.replace('\n', "\r\n"), format!("\u{FEFF}{list}\n\n")] {
            assert_eq!(revocations(&saved), held, "{saved:?}");
            let more = addition(&saved, "0b", "2026-03-02".parse().expect("a day"), &key).expect("a list");
            let two = revocations(&(saved + &more.expect("new"))).expect("a list");
            assert_eq!(two.len(), 2);
        }
        assert_eq!(revocations(&list[..list.len() - 9]), Err(CertificateFault::CutList(2)));
    }
}
