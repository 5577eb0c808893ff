//! A certificate as a credential of Open Badges 3.0, with a proof of the kind `eddsa-rdfc-2022`.
//!
//! The proof is over the credential as RDF in canonical form. Every thing in it has a name of its own but one, so that form is
//! the sorted statements with that one called `_:c14n0`: there is nothing to find out, and they are written as they are. The
//! terms are those of the two contexts that the document names; `scripts/check_exports` holds the result against a verifier
//! that reads them.

use super::words::{circumstances, level, scores};
use crate::base::hex;
use crate::content::scenario::Pack;
use crate::record::certificate::Certificate;
use crate::speech::messages::Messages;
use jiff::Timestamp;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const CONTEXTS: [&str; 2] =
    ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];

const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const SCHEMA: &str = "https://schema.org/";
const CREDENTIALS: &str = "https://www.w3.org/2018/credentials#";
const BADGES: &str = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";
const SECURITY: &str = "https://w3id.org/security#";
const DATE_TIME: &str = "http://www.w3.org/2001/XMLSchema#dateTime";

/// The one thing without a name.
const NAMELESS: &str = "_:c14n0";

/// What a badge says, each text in one language.
#[derive(Clone, Debug)]
struct BadgeTexts {
    title: String,
    about: String,
    told: String,
}

/// The badge, in the language of the messages, signed by `sign`.
pub fn render(own: &Certificate, words: &Messages, pack: &Pack, sign: impl FnOnce(&[u8]) -> [u8; 64]) -> String {
    let title = own.title(words.lang()).to_owned();
    let blueprint = pack.blueprints.find(&own.result.exam);
    let about = blueprint.map_or(title.clone(), |exam| exam.about.in_lang(words.lang()).to_owned());
    let mut told = scores(words, own, pack);
    told.push(level(words, &own.witness));
    told.extend(circumstances(words, own.result.circumstances));
    let texts = BadgeTexts { title, about, told: told.join(" ") };
    let mut badge = Badge::new(own, texts);
    let mut both = Sha256::digest(badge.proof_statements()).to_vec();
    both.extend(Sha256::digest(badge.statements()));
    badge.signature = format!("z{}", bs58::encode(sign(&both)).into_string());
    format!("{:#}\n", badge.document())
}

/// A badge and the names of the things in it.
struct Badge<'a> {
    own: &'a Certificate,
    texts: BadgeTexts,
    credential: String,
    issuer: String,
    method: String,
    subject: String,
    achievement: String,
    criteria: String,
    signature: String,
}

impl<'a> Badge<'a> {
    fn new(own: &'a Certificate, texts: BadgeTexts) -> Badge<'a> {
        let key = bs58::encode([&[0xed, 0x01][..], &own.issuer.key].concat()).into_string();
        let named = |what: &str| urn(&format!("doorstep {what}\n{}\n{}", own.result.standard, own.result.exam));
        Badge {
            credential: urn(&format!("doorstep badge\n{}", own.id)),
            issuer: format!("did:key:z{key}"),
            method: format!("did:key:z{key}#z{key}"),
            subject: urn(&format!("doorstep subject\n{}", own.id)),
            achievement: named("achievement"),
            criteria: named("criteria"),
            signature: String::new(),
            own,
            texts,
        }
    }

    fn valid_until(&self) -> Option<String> {
        self.own.valid_until.map(|last| format!("{last}T23:59:59Z"))
    }

    fn document(&self) -> Value {
        let mut document = json!({
            "@context": CONTEXTS,
            "id": self.credential,
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": self.texts.title,
            "issuer": {"id": self.issuer, "type": ["Profile"], "name": self.own.issuer.name},
            "validFrom": seconds(self.own.issued),
            "credentialSubject": {
                "id": self.subject,
                "type": ["AchievementSubject"],
                "narrative": self.texts.told,
                "identifier": [{
                    "type": "IdentityObject",
                    "identityHash": self.own.result.candidate,
                    "identityType": "name",
                    "hashed": false,
                }],
                "achievement": {
                    "id": self.achievement,
                    "type": ["Achievement"],
                    "name": self.texts.title,
                    "description": self.texts.about,
                    "criteria": {"id": self.criteria, "narrative": self.texts.about},
                },
            },
            "proof": {
                "type": "DataIntegrityProof",
                "cryptosuite": "eddsa-rdfc-2022",
                "created": seconds(self.own.issued),
                "verificationMethod": self.method,
                "proofPurpose": "assertionMethod",
                "proofValue": self.signature,
            },
        });
        if let Some(last) = self.valid_until() {
            document["validUntil"] = last.into();
        }
        document
    }

    /// The credential in canonical form.
    fn statements(&self) -> String {
        let mut all = Statements::default();
        let credential = &thing(&self.credential);
        all.kind(credential, CREDENTIALS, "VerifiableCredential");
        all.kind(credential, BADGES, "OpenBadgeCredential");
        all.text(credential, SCHEMA, "name", &self.texts.title);
        all.link(credential, CREDENTIALS, "issuer", &thing(&self.issuer));
        all.moment(credential, CREDENTIALS, "validFrom", &seconds(self.own.issued));
        if let Some(last) = self.valid_until() {
            all.moment(credential, CREDENTIALS, "validUntil", &last);
        }
        let (issuer, subject) = (&thing(&self.issuer), &thing(&self.subject));
        all.kind(issuer, BADGES, "Profile");
        all.text(issuer, SCHEMA, "name", &self.own.issuer.name);
        all.link(credential, CREDENTIALS, "credentialSubject", subject);
        all.kind(subject, BADGES, "AchievementSubject");
        all.text(subject, BADGES, "narrative", &self.texts.told);
        all.link(subject, BADGES, "identifier", NAMELESS);
        all.kind(NAMELESS, BADGES, "IdentityObject");
        all.text(NAMELESS, BADGES, "identityHash", &self.own.result.candidate);
        all.text(NAMELESS, BADGES, "identityType", "name");
        all.literal(NAMELESS, BADGES, "hashed", "false", "https://www.w3.org/2001/XMLSchema#boolean");
        let (achievement, criteria) = (&thing(&self.achievement), &thing(&self.criteria));
        all.link(subject, BADGES, "achievement", achievement);
        all.kind(achievement, BADGES, "Achievement");
        all.text(achievement, SCHEMA, "name", &self.texts.title);
        all.text(achievement, SCHEMA, "description", &self.texts.about);
        all.link(achievement, BADGES, "Criteria", criteria);
        all.text(criteria, BADGES, "narrative", &self.texts.about);
        all.canonical()
    }

    /// What the proof says of itself, in canonical form.
    fn proof_statements(&self) -> String {
        let mut all = Statements::default();
        all.kind(NAMELESS, SECURITY, "DataIntegrityProof");
        let suite = format!("{SECURITY}cryptosuiteString");
        all.literal(NAMELESS, SECURITY, "cryptosuite", "eddsa-rdfc-2022", &suite);
        all.moment(NAMELESS, "http://purl.org/dc/terms/", "created", &seconds(self.own.issued));
        all.link(NAMELESS, SECURITY, "proofPurpose", &thing(&format!("{SECURITY}assertionMethod")));
        all.link(NAMELESS, SECURITY, "verificationMethod", &thing(&self.method));
        all.canonical()
    }
}

/// Statements of RDF, as lines.
#[derive(Default)]
struct Statements(Vec<String>);

impl Statements {
    fn link(&mut self, subject: &str, vocabulary: &str, term: &str, object: &str) {
        self.0.push(format!("{subject} <{vocabulary}{term}> {object} .\n"));
    }

    fn kind(&mut self, subject: &str, vocabulary: &str, kind: &str) {
        self.link(subject, TYPE, "", &thing(&format!("{vocabulary}{kind}")));
    }

    fn text(&mut self, subject: &str, vocabulary: &str, term: &str, text: &str) {
        self.link(subject, vocabulary, term, &quoted(text));
    }

    fn literal(&mut self, subject: &str, vocabulary: &str, term: &str, text: &str, kind: &str) {
        self.link(subject, vocabulary, term, &format!("{}^^<{kind}>", quoted(text)));
    }

    fn moment(&mut self, subject: &str, vocabulary: &str, term: &str, moment: &str) {
        self.literal(subject, vocabulary, term, moment, DATE_TIME);
    }

    fn canonical(mut self) -> String {
        self.0.sort_unstable();
        self.0.concat()
    }
}

fn thing(name: &str) -> String {
    format!("<{name}>")
}

/// A text as canonical N-Quads write it.
fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\r', "\\r");
    format!("\"{}\"", escaped.replace('\t', "\\t"))
}

/// A name that follows from what is named, as a UUID of version 8.
fn urn(named: &str) -> String {
    let digits = hex::sha256(named);
    let variant = ["8", "9", "a", "b"][usize::from(digits.as_bytes()[16] & 3)];
    let parts = [&digits[..8], &digits[8..12], &digits[13..16], &digits[17..20], &digits[20..32]];
    format!("urn:uuid:{}-{}-8{}-{variant}{}-{}", parts[0], parts[1], parts[2], parts[3], parts[4])
}

/// A moment in whole seconds.
fn seconds(moment: Timestamp) -> String {
    Timestamp::from_second(moment.as_second()).unwrap_or(moment).to_string()
}
