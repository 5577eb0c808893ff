//! The keys of issuers and proctors as texts: the secret ones, which never leave their holders, and the card of an issuer,
//! which everybody may have.

use super::certificate_fault::{CertificateFault, PaperKind};
use crate::base::hex;
use crate::base::text::make_safe;
use crate::record::certificate::Issuer;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

const KEY: &str = "doorstep issuer key 1";
const CARD: &str = "doorstep issuer 1";
const PROCTOR: &str = "doorstep proctor key 1";

/// The secret key of an issuer.
pub struct IssuerKey {
    name: Box<str>,
    signing: SigningKey,
}

/// The secret key of a proctor. It follows from the key of her issuer, who alone can check her codes.
pub struct ProctorKey {
    /// Her name.
    pub name: Box<str>,
    secret: [u8; 32],
}

impl IssuerKey {
    /// A key of these bytes, which nobody else may know.
    pub fn new(name: &str, secret: &[u8; 32]) -> IssuerKey {
        IssuerKey { name: make_safe(name).into(), signing: SigningKey::from_bytes(secret) }
    }

    /// Who holds it.
    pub fn issuer(&self) -> Issuer {
        Issuer { name: self.name.clone(), key: self.signing.verifying_key().to_bytes() }
    }

    /// The signature under a text.
    pub fn sign(&self, text: &[u8]) -> [u8; 64] {
        self.signing.sign(text).to_bytes()
    }

    /// The key of a proctor of this name.
    pub fn proctor(&self, name: &str) -> ProctorKey {
        let name = make_safe(name);
        let secret = keyed(self.signing.as_bytes(), format!("doorstep proctor\n{name}").as_bytes());
        ProctorKey { name: name.into(), secret }
    }

    /// As the text of its file.
    pub fn text(&self) -> String {
        let (key, secret) = (hex::digits(&self.issuer().key), hex::digits(self.signing.as_bytes()));
        format!("{KEY}\nname {}\nkey {key}\nsecret {secret}\n", self.name)
    }

    /// The key of such a text.
    ///
    /// # Errors
    /// When it is something else, or was changed: also where both halves do not belong together.
    pub fn of_text(text: &str) -> Result<IssuerKey, CertificateFault> {
        let bad = || unlike(text, PaperKind::IssuerKey);
        let [name, key, secret] = fields(text, KEY, ["name", "key", "secret"]).ok_or_else(bad)?;
        let own = IssuerKey::new(name, &hex::bytes(secret).ok_or_else(bad)?);
        if hex::digits(&own.issuer().key) == key { Ok(own) } else { Err(bad()) }
    }
}

impl ProctorKey {
    /// What she alone can make of these words; her issuer too.
    pub(super) fn keyed(&self, words: &str) -> [u8; 32] {
        keyed(&self.secret, words.as_bytes())
    }

    /// As the text of its file.
    pub fn text(&self) -> String {
        format!("{PROCTOR}\nname {}\nsecret {}\n", self.name, hex::digits(&self.secret))
    }

    /// The key of such a text.
    ///
    /// # Errors
    /// When it is something else, or was changed.
    pub fn of_text(text: &str) -> Result<ProctorKey, CertificateFault> {
        let bad = || unlike(text, PaperKind::ProctorKey);
        let [name, secret] = fields(text, PROCTOR, ["name", "secret"]).ok_or_else(bad)?;
        let secret = hex::bytes(secret).ok_or_else(bad)?;
        Ok(ProctorKey { name: make_safe(name).into(), secret })
    }
}

/// An issuer as the text of a card.
pub fn issuer_card(issuer: &Issuer) -> String {
    format!("{CARD}\nname {}\nkey {}\n", issuer.name, hex::digits(&issuer.key))
}

/// The issuer of a card.
///
/// # Errors
/// When it is something else, or was changed.
pub fn issuer_of_card(text: &str) -> Result<Issuer, CertificateFault> {
    let bad = || unlike(text, PaperKind::Card);
    let [name, key] = fields(text, CARD, ["name", "key"]).ok_or_else(bad)?;
    let key = hex::bytes(key).ok_or_else(bad)?;
    Ok(Issuer { name: make_safe(name).into(), key })
}

/// Whether a signature under a text is of this key. Weak keys and signatures that can be bent into others are refused.
pub(super) fn is_signed(key: &[u8; 32], text: &[u8], signature: &[u8; 64]) -> bool {
    let key = VerifyingKey::from_bytes(key);
    key.is_ok_and(|key| key.verify_strict(text, &Signature::from_bytes(signature)).is_ok())
}

/// Why a text is not what is wanted.
fn unlike(text: &str, wanted: PaperKind) -> CertificateFault {
    let found = PaperKind::of(text);
    if found == Some(wanted) {
        CertificateFault::ChangedKey(wanted)
    } else {
        CertificateFault::OtherKind { found, wanted }
    }
}

/// The values of these fields, one a line behind a first line; none where anything else stands there. Other ends of lines
/// change nothing: no signature is over this text.
fn fields<'t, const COUNT: usize>(text: &'t str, first: &str, names: [&str; COUNT]) -> Option<[&'t str; COUNT]> {
    let mut lines = text.trim_start_matches('\u{FEFF}').lines().filter(|line| !line.is_empty());
    lines.next().filter(|own| *own == first)?;
    let value = |name: &&str| lines.next()?.strip_prefix(*name)?.strip_prefix(' ');
    let values: Vec<&str> = names.iter().map_while(value).collect();
    if lines.next().is_some() { None } else { values.try_into().ok() }
}

fn keyed(secret: &[u8; 32], words: &[u8]) -> [u8; 32] {
    // A key of any length will do for this code, so there is no error.
    let code = Hmac::<Sha256>::new_from_slice(secret).map(|code| code.chain_update(words).finalize().into_bytes());
    code.map(Into::into).unwrap_or_default()
}
