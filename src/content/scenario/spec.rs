//! A scenario exactly as it is typed. Nothing here is validated: names may dangle and conditions may be nonsense.
//! [`super::resolve`] turns it into a [`super::Scenario`], or into diagnostics.

use crate::content::notation::{LocalizedSpec, Named, Tag};
use crate::content::standard::Tier;
use serde::{Deserialize, Serialize};

/// Words that every scenario of a folder may use (`pack.ron`).
#[derive(Debug, Deserialize)]
#[serde(rename = "Pack", deny_unknown_fields)]
pub(super) struct PackSpec {
    pub format: u32,
    pub languages: Vec<Tag>,
    pub title: LocalizedSpec,
    #[serde(default)]
    pub slots: Named<LocalizedSpec>,
    /// Other ways to say the value of a slot, by language.
    #[serde(default)]
    pub forms: Named<Named<Vec<String>>>,
    /// Names that no text may hold, such as those of real companies.
    #[serde(default)]
    pub never: Vec<String>,
    #[serde(default)]
    pub words: PackWordsSpec,
}

/// What a pack calls things.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PackWordsSpec {
    pub tagline: Option<LocalizedSpec>,
    pub role: Option<LocalizedSpec>,
    pub person: Option<LocalizedSpec>,
    pub play: Option<LocalizedSpec>,
    #[serde(default)]
    pub tiers: Named<LocalizedSpec>,
    #[serde(default)]
    pub kinds: Named<LocalizedSpec>,
    /// At which pace one speaks: characters or words a minute, by language.
    #[serde(default)]
    pub pace: Named<u32>,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Scenario", deny_unknown_fields)]
pub(super) struct ScenarioSpec {
    pub format: u32,
    pub id: String,
    pub languages: Vec<Tag>,
    pub tier: Tier,
    pub minutes: u32,
    #[serde(default = "pass_mark")]
    pub pass_mark: u32,
    pub title: LocalizedSpec,
    pub summary: LocalizedSpec,
    pub briefing: LocalizedSpec,
    pub clock: ClockSpec,
    #[serde(default)]
    pub mood: MoodSpec,
    #[serde(default)]
    pub speakers: Named<LocalizedSpec>,
    #[serde(default)]
    pub slots: Named<LocalizedSpec>,
    /// Other ways to say the value of a slot, by language.
    #[serde(default)]
    pub forms: Named<Named<Vec<String>>>,
    #[serde(default)]
    pub chance: Named<Named<u32>>,
    #[serde(default)]
    pub odds: Vec<OddsSpec>,
    #[serde(default)]
    pub variables: Named<VariableSpec>,
    #[serde(default)]
    pub fragments: Vec<String>,
    #[serde(default)]
    pub due: Vec<String>,
    #[serde(default)]
    pub remedy: Vec<String>,
    #[serde(default)]
    pub yields: Vec<YieldSpec>,
    #[serde(default)]
    pub allow: Vec<AllowSpec>,
    pub start: String,
    pub scenes: Named<SceneSpec>,
    pub endings: Named<EndingSpec>,
}

fn pass_mark() -> u32 {
    70
}

/// Scenes that several scenarios share. Its parts mean what they mean in a scenario.
#[derive(Debug, Deserialize)]
#[serde(rename = "Fragment", deny_unknown_fields)]
pub(super) struct FragmentSpec {
    pub format: u32,
    pub id: String,
    pub languages: Vec<Tag>,
    #[serde(default)]
    pub slots: Named<LocalizedSpec>,
    /// Other ways to say the value of a slot, by language.
    #[serde(default)]
    pub forms: Named<Named<Vec<String>>>,
    #[serde(default)]
    pub chance: Named<Named<u32>>,
    #[serde(default)]
    pub odds: Vec<OddsSpec>,
    #[serde(default)]
    pub variables: Named<VariableSpec>,
    #[serde(default)]
    pub due: Vec<String>,
    #[serde(default)]
    pub remedy: Vec<String>,
    #[serde(default)]
    pub yields: Vec<YieldSpec>,
    #[serde(default)]
    pub allow: Vec<AllowSpec>,
    pub start: String,
    pub scenes: Named<SceneSpec>,
}

/// Times of the scenario's day, as `"HH:MM"` or `"HH:MM:SS"`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClockSpec {
    pub start: String,
    pub appointment: Option<String>,
    pub closes_at: String,
    pub timeout: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MoodSpec {
    #[serde(default)]
    pub start: i32,
    pub from: i32,
    pub to: i32,
}

impl Default for MoodSpec {
    fn default() -> Self {
        MoodSpec { start: 0, from: -5, to: 5 }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OddsSpec {
    pub chance: String,
    pub when: String,
    pub weights: Named<u32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum VariableSpec {
    Flag,
    Number {
        #[serde(default)]
        start: i32,
        from: i32,
        to: i32,
    },
    OneOf(Vec<String>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct YieldSpec {
    pub requirement: String,
    pub to: String,
    pub when: String,
    pub because: LocalizedSpec,
}

/// A rule whose warnings and notes are left out for this file, and why that is right here. For authors, so in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AllowSpec {
    pub code: String,
    pub because: String,
    /// Only in this scene, and of this choice in it.
    pub scene: Option<String>,
    pub choice: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Scene", deny_unknown_fields)]
pub(super) struct SceneSpec {
    pub place: Option<LocalizedSpec>,
    #[serde(default)]
    pub lines: Vec<LineSpec>,
    #[serde(default)]
    pub again: Vec<LineSpec>,
    pub choices: Vec<ChoiceSpec>,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Ending", deny_unknown_fields)]
pub(super) struct EndingSpec {
    pub title: LocalizedSpec,
    pub lines: Vec<LineSpec>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LineSpec {
    pub by: Option<String>,
    pub how: Option<LocalizedSpec>,
    pub text: LocalizedSpec,
    pub when: Option<String>,
}

/// What sort of thing a choice is, for the player.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub enum ChoiceKind {
    /// Words that the player says.
    Say,
    /// Something that the player does.
    #[default]
    Do,
    /// Letting time pass.
    Wait,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Choice", deny_unknown_fields)]
pub(super) struct ChoiceSpec {
    pub id: String,
    #[serde(default)]
    pub kind: ChoiceKind,
    pub text: LocalizedSpec,
    pub when: Option<String>,
    #[serde(default)]
    pub locked: Vec<LockSpec>,
    #[serde(default)]
    pub once: bool,
    pub takes: Option<String>,
    pub until: Option<String>,
    #[serde(default)]
    pub effects: Vec<String>,
    #[serde(default)]
    pub reveal: Vec<String>,
    #[serde(default)]
    pub meets: Vec<String>,
    #[serde(default)]
    pub spoils: Vec<String>,
    #[serde(default)]
    pub breaks: Vec<String>,
    #[serde(default)]
    pub reply: Vec<LineSpec>,
    pub feedback: Option<LocalizedSpec>,
    #[serde(default)]
    pub feedback_when: Vec<FeedbackSpec>,
    pub goto: Option<String>,
    #[serde(default)]
    pub routes: Vec<RouteSpec>,
    pub call: Option<String>,
    #[serde(default)]
    pub returns: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LockSpec {
    pub when: String,
    pub reason: LocalizedSpec,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FeedbackSpec {
    pub when: String,
    pub text: LocalizedSpec,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RouteSpec {
    pub when: String,
    pub goto: String,
}
