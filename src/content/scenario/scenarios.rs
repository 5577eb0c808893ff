//! The scenarios of a pack. What lists say of them is known at once; a packed one is made whole when it is first asked
//! for, so that opening a pack costs the same however many it holds.

use super::packed::Packed;
use super::whole::Scenario;
use crate::base::text::Text;
use crate::content::standard::{RequirementId, Tier};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What is said of a scenario before it is opened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScenarioHead {
    /// Named like its file.
    pub id: Box<str>,
    /// The level of the standard that it trains.
    pub tier: Tier,
    /// How long a play takes a person, about.
    pub minutes: u32,
    /// What it is called.
    pub title: Text,
    /// What it is about, in a sentence.
    pub summary: Text,
    /// All requirements that some choice of it meets or breaks, in the order of the standard.
    pub requirements: Vec<RequirementId>,
    /// The hash of everything that was read for it.
    pub hash: Box<str>,
}

impl ScenarioHead {
    /// That of a scenario.
    pub fn of(scenario: &Scenario) -> ScenarioHead {
        ScenarioHead {
            id: scenario.id.clone(),
            tier: scenario.tier,
            minutes: scenario.minutes,
            title: scenario.title.clone(),
            summary: scenario.summary.clone(),
            requirements: scenario.requirements(),
            hash: scenario.hash.clone(),
        }
    }
}

/// The scenarios of a pack, by tier and id.
#[derive(Clone, Debug, Default)]
pub struct Scenarios(Box<[Shelved]>);

/// One of them, packed or whole.
#[derive(Clone, Debug)]
struct Shelved {
    head: Arc<ScenarioHead>,
    /// None where the packed bytes are none of ours.
    whole: Packed<Option<Arc<Scenario>>>,
}

impl Scenarios {
    /// Scenarios that are whole already.
    pub(super) fn new(mut scenarios: Vec<Scenario>) -> Scenarios {
        scenarios.sort_by(|a, b| (a.tier, &a.id).cmp(&(b.tier, &b.id)));
        let shelved = scenarios.into_iter().map(|scenario| Shelved {
            head: Arc::new(ScenarioHead::of(&scenario)),
            whole: Some(Arc::new(scenario)).into(),
        });
        Scenarios(shelved.collect())
    }

    /// Scenarios that wait to be asked for, in their order.
    pub(super) fn packed(scenarios: impl IntoIterator<Item = (Arc<ScenarioHead>, &'static [u8])>) -> Scenarios {
        let shelved = scenarios.into_iter().map(|(head, bytes)| Shelved { head, whole: Packed::new(bytes) });
        Scenarios(shelved.collect())
    }

    /// The same with this one, in the place of what has its id.
    #[must_use]
    pub fn with(&self, scenario: Arc<Scenario>) -> Scenarios {
        let head = Arc::new(ScenarioHead::of(&scenario));
        let mut all: Vec<Shelved> = self.0.iter().filter(|own| own.head.id != head.id).cloned().collect();
        all.push(Shelved { head, whole: Some(scenario).into() });
        all.sort_by(|a, b| (a.head.tier, &a.head.id).cmp(&(b.head.tier, &b.head.id)));
        Scenarios(all.into())
    }

    /// What is said of each before it is opened.
    pub fn heads(&self) -> impl Iterator<Item = &Arc<ScenarioHead>> + Clone {
        self.0.iter().map(|own| &own.head)
    }

    /// Each of them, opened.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Scenario>> {
        self.0.iter().filter_map(|own| own.whole.as_ref())
    }

    /// The ids of all, in their order.
    pub fn ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.heads().map(|head| &*head.id)
    }

    /// The one that stands there, opened.
    pub fn get(&self, index: usize) -> Option<&Arc<Scenario>> {
        self.0.get(index)?.whole.as_ref()
    }

    /// The one of this id, opened.
    pub fn find(&self, id: &str) -> Option<&Arc<Scenario>> {
        self.0.iter().find(|own| *own.head.id == *id)?.whole.as_ref()
    }

    /// What is said of the one of this id before it is opened.
    pub fn head(&self, id: &str) -> Option<&Arc<ScenarioHead>> {
        self.heads().find(|head| *head.id == *id)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// How many of them were opened so far.
    pub fn opened(&self) -> usize {
        self.0.iter().filter(|own| own.whole.is_open()).count()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
