//! Where a choice leads: routes, and the scenes that are called like a sub-scene.

use super::condition::Condition;
use super::ids::{EndingId, FragmentId, SceneId, SiteId};
use crate::base::bits::Field;
use serde::{Deserialize, Serialize};

/// Where a choice leads: the first route that holds, or else `goto`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Exit {
    /// Where it leads under a condition, tried in order.
    pub routes: Vec<(Condition, Target)>,
    /// Where it leads otherwise.
    pub goto: Target,
}

impl Exit {
    /// Everywhere that it can lead, in the order of its routes.
    pub fn targets(&self) -> impl Iterator<Item = Target> {
        self.routes.iter().map(|(_, target)| *target).chain([self.goto])
    }
}

/// Where a play goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    /// In the same scene.
    Stay,
    /// In this scene.
    Scene(SceneId),
    /// Nowhere: it ends here.
    Ending(EndingId),
    /// Back to where this fragment was called.
    Return(FragmentId),
}

/// The call of a fragment from one of its call sites.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Call {
    /// The fragment.
    pub fragment: FragmentId,
    /// Which of its call sites this is.
    pub site: SiteId,
}

/// Scenes that were called like a sub-scene.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Fragment {
    /// Its id.
    pub name: Box<str>,
    /// Its first scene.
    pub start: SceneId,
    /// Which of `sites` called it.
    pub site: Field,
    /// The scene of each call and the way on after it.
    pub sites: Vec<(SceneId, Exit)>,
}
