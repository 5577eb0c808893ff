//! One statement, and where its ids come from.

use crate::base::hex;
use crate::base::text::{Lang, Text};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use std::time::Duration;

/// Below which address accounts and activities are known: the user's own, without a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XapiHome(String);

/// One statement, as a record store takes it.
pub type Statement = Value;

/// What every statement needs.
pub(super) struct StatementParts<'t> {
    pub home: &'t XapiHome,
    pub learner: &'t str,
    pub lang: Lang,
    pub at: Timestamp,
    pub verb: &'static str,
    pub object: Value,
    pub result: Option<Value>,
    pub registration: String,
    /// What stands in the context beside that.
    pub context: Map<String, Value>,
}

impl XapiHome {
    /// The address, where it is one of the web.
    pub fn new(address: &str) -> Option<XapiHome> {
        let address = address.trim().trim_end_matches('/');
        let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
        let host = host.split('/').next().filter(|host| !host.is_empty())?;
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/@%+,;=&!$'()*".contains(c);
        let is_host = host.contains('.') || host.starts_with("localhost");
        (is_host && address.chars().all(is_plain)).then(|| XapiHome(address.to_owned()))
    }

    /// The address.
    pub fn address(&self) -> &str {
        &self.0
    }

    /// Something below it.
    pub(super) fn below(&self, path: &str, id: &str) -> String {
        format!("{}{path}{id}", self.0)
    }
}

impl StatementParts<'_> {
    /// The whole statement. Its id follows from who did what, where and when.
    pub(super) fn statement(self) -> Statement {
        let object = self.object["id"].as_str().unwrap_or_default();
        let id = uuid(&[&self.home.0, self.learner, self.verb, object, &self.registration, &self.at.to_string()]);
        let verb = self.verb.rsplit('/').next().unwrap_or_default();
        let mut context = self.context;
        context.insert("registration".to_owned(), json!(self.registration));
        context.insert("platform".to_owned(), json!("doorstep"));
        context.insert("language".to_owned(), json!(self.lang.tag()));
        let mut statement = json!({
            "id": id,
            "actor": {
                "objectType": "Agent",
                "name": self.learner,
                "account": {"homePage": self.home.0, "name": self.learner},
            },
            "verb": {"id": self.verb, "display": {"en": verb}},
            "object": self.object,
            "context": context,
            "timestamp": self.at.to_string(),
            "version": "1.0.3",
        });
        if let Some(result) = self.result {
            statement["result"] = result;
        }
        statement
    }
}

/// An activity with its name in every language.
pub(super) fn activity(id: &str, kind: &str, name: Option<&Text>) -> Value {
    let mut definition = json!({"type": kind});
    if let Some(name) = name {
        definition["name"] = language_map(name);
    }
    json!({"objectType": "Activity", "id": id, "definition": definition})
}

/// A text by the tags of its languages.
pub(super) fn language_map(text: &Text) -> Value {
    text.iter().map(|(lang, words)| (lang.tag().to_owned(), json!(words))).collect()
}

/// A duration as ISO 8601 has it, to the hundredth of a second.
pub(super) fn duration(of: Duration) -> String {
    format!("PT{}.{:02}S", of.as_secs(), of.subsec_millis() / 10)
}

/// A share from −1 to 1 with four decimals.
pub(super) fn scaled(share: f64) -> f64 {
    (share.clamp(-1.0, 1.0) * 10_000.0).round() / 10_000.0 + 0.0
}

/// A UUID of version 8 that follows from these words, each kept apart from the next.
pub(super) fn uuid(words: &[&str]) -> String {
    let told: String = words.iter().map(|word| format!("{} {word}\n", word.len())).collect();
    let digits = hex::sha256(told);
    let variant = ["8", "9", "a", "b"][usize::from(digits.as_bytes()[16] & 3)];
    format!("{}-{}-8{}-{variant}{}-{}", &digits[..8], &digits[8..12], &digits[13..16], &digits[17..20], &digits[20..32])
}
