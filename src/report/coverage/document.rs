//! Everything that a document about coverage is made of. Words are found by each rendering.

use crate::author::coverage::{Exposure, Reached, ScenarioCoverage};
use crate::content::scenario::{EndingId, Scenario};
use crate::content::standard::{RequirementId, Standard, is_below};
use crate::play::engine::Move;
use crate::report::left_out::LeftOut;
use std::sync::Arc;

/// One scenario with what play can touch in it, and what some plays did reach.
pub struct ScenarioColumn {
    /// The scenario itself.
    pub scenario: Arc<Scenario>,
    /// What happens when it is played in every way.
    pub covered: ScenarioCoverage,
    /// What was really played.
    pub tried: Vec<Tried>,
}

impl ScenarioColumn {
    /// What is possible and was tried by nobody: endings, then choices, as people find them in the file.
    pub(super) fn untried(&self) -> Vec<String> {
        let endings = self.untried_endings().into_iter().map(|id| self.scenario.ending(id).name.to_string());
        endings.chain(self.untried_choices().into_iter().map(|taken| self.way(taken))).collect()
    }

    /// The endings that are possible and were come to by nobody. Where there are no plays at all there is nothing to
    /// compare with.
    pub(super) fn untried_endings(&self) -> Vec<EndingId> {
        let tried = |id: EndingId| self.tried.iter().any(|tried| tried.ways.ending(id));
        self.covered.possible.endings().filter(|id| self.is_played() && !tried(*id)).collect()
    }

    /// The choices that are possible and were taken by nobody.
    pub(super) fn untried_choices(&self) -> Vec<Move> {
        let tried = |taken: Move| self.tried.iter().any(|tried| tried.ways.choice(taken));
        self.covered.possible.choices().filter(|taken| self.is_played() && !tried(*taken)).collect()
    }

    fn is_played(&self) -> bool {
        self.tried.iter().any(|tried| tried.plays > 0)
    }

    /// `scene/choice`.
    pub(super) fn way(&self, taken: Move) -> String {
        let scene = self.scenario.scene(taken.scene);
        format!("{}/{}", scene.name, scene.choices[taken.choice.index()].id)
    }
}

/// Plays of one kind, and where they came.
pub struct Tried {
    /// Who played.
    pub by: PlayedBy,
    /// How many plays.
    pub plays: usize,
    /// The choices and endings that they came to.
    pub ways: Reached,
}

/// Who played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlayedBy {
    /// The stored plays of learners.
    Learners,
    /// The walks of authors: plays as text.
    Walks,
}

impl PlayedBy {
    /// The key of a JSON document.
    pub fn word(self) -> &'static str {
        match self {
            PlayedBy::Learners => "plays",
            PlayedBy::Walks => "walks",
        }
    }
}

/// What is covered, and what of it is asked for.
pub struct CoverageDocument<'c> {
    /// What is to be covered.
    pub standard: &'c Standard,
    /// What each scenario does with it.
    pub columns: Vec<ScenarioColumn>,
    /// The files that have faults, so that what stands in them covers nothing here.
    pub left_out: Vec<LeftOut<'c>>,
    /// Only what is at or below this id of the standard; everything if empty.
    pub below: &'c str,
}

impl CoverageDocument<'_> {
    /// The requirements that are asked for, in the order of the standard.
    pub(super) fn asked(&self) -> impl Iterator<Item = RequirementId> + '_ {
        self.standard.ids().filter(|id| is_below(&self.standard.requirement(*id).id, self.below))
    }

    /// What all scenarios together do with a requirement.
    pub(super) fn touch(&self, id: RequirementId) -> Exposure {
        self.columns.iter().map(|column| column.covered.exposure(id)).fold(Exposure::default(), Exposure::and)
    }
}
