//! The certificates that an issuer has taken back, as text: one a line, each signed by its issuer, so that nobody else can
//! put one on a list. That one was taken off a list cannot be seen; a list is as new as whoever handed it out.

use super::certificate_fault::CertificateFault;
use super::signing_key::{IssuerKey, is_signed};
use crate::base::hex;
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

/// A list with one more entry; the text of an empty list is empty.
///
/// # Errors
/// When the text is no list.
pub fn revoke(list: &str, id: &str, since: Date, key: &IssuerKey) -> Result<String, CertificateFault> {
    let held = revocations(list)?;
    let issuer = key.issuer().key;
    let mut list = if list.is_empty() { format!("{FIRST}\n") } else { list.to_owned() };
    if !held.iter().any(|own| *own.id == *id && own.key == issuer) {
        let signature = key.sign(message(id, since).as_bytes());
        list += &format!("{id} {since} {} {}\n", hex::digits(&issuer), hex::digits(&signature));
    }
    Ok(list)
}

/// The entries of a list.
///
/// # Errors
/// When the text is no list, or a line of it was not signed.
pub fn revocations(list: &str) -> Result<Vec<Revocation>, CertificateFault> {
    if list.is_empty() {
        return Ok(Vec::new());
    }
    let mut lines = list.split_inclusive('\n').zip(1..);
    let is_list = lines.next().is_some_and(|(first, _)| first.strip_suffix('\n') == Some(FIRST));
    if !is_list {
        return Err(CertificateFault::NoList);
    }
    lines.map(|(line, number)| entry(line).ok_or(CertificateFault::ListLine(number))).collect()
}

fn entry(line: &str) -> Option<Revocation> {
    let parts: Vec<&str> = line.strip_suffix('\n')?.split(' ').collect();
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
        let list = revoke("", "0a", since, &own).and_then(|list| revoke(&list, "0b", since, &other)).expect("a list");
        let held = revocations(&list).expect("as it was written");
        assert_eq!(held.iter().map(|own| &*own.id).collect::<Vec<_>>(), ["0a", "0b"]);
        assert_eq!(held[0].key, own.issuer().key);
        assert_eq!(revoke(&list, "0a", since, &own).as_ref(), Ok(&list), "once");
        for at in FIRST.len() + 1..list.len() {
            let mut bytes = list.clone().into_bytes();
            bytes[at] ^= 1;
            let text = String::from_utf8(bytes).expect("ASCII");
            assert!(matches!(revocations(&text), Err(CertificateFault::ListLine(_))), "byte {at}");
        }
        assert_eq!(revocations("something else\n"), Err(CertificateFault::NoList));
    }
}
