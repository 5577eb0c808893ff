//! Harm that pays: a choice that breaks or spoils something and is worth more than every choice beside it that does not.

use super::judge::Values;
use crate::content::scenario::{Choice, ChoiceId, Mark, Scene};
use crate::play::engine::{Move, State};

/// A choice that does harm and is worth more than every harmless one beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayingHarm {
    /// The moves that lead there.
    pub line: Vec<Move>,
    /// The choice.
    pub taken: Move,
    /// What the best harmless choice loses against it, in hundredths of a percent.
    pub gain: u32,
}

impl Values<'_> {
    /// The first moment at which each such choice pays.
    pub fn paying_harms(&self) -> Vec<PayingHarm> {
        let mut found: Vec<PayingHarm> = Vec::new();
        for state in 0..self.graph().states() {
            let Some(scene) = self.graph().scene(self.scenario(), state) else { continue };
            let choices = &self.scenario().scene(scene).choices;
            let edges = self.graph().edges_of(state);
            let mut losses = edges.map(|edge| self.graph().edge(edge).choice).zip(self.losses(state));
            let never_harms = |choice: ChoiceId| {
                let Choice { spoils, breaks, .. } = &choices[choice.index()];
                spoils.is_empty() && breaks.is_empty()
            };
            if losses.clone().any(|(choice, loss)| loss == 0 && never_harms(choice)) {
                continue;
            }
            let at = self.graph().position(state).state;
            let harms = |choice: ChoiceId| self.harms(&choices[choice.index()], &at);
            let losses: Vec<(ChoiceId, u32)> = losses.by_ref().collect();
            let harmless = losses.iter().filter(|(choice, _)| !harms(*choice)).map(|(_, loss)| *loss).min();
            let Some(gain) = harmless.filter(|gain| *gain > 0) else { continue };
            for (choice, _) in losses.iter().filter(|(choice, loss)| *loss < gain && harms(*choice)) {
                let taken = Move { scene, choice: *choice };
                if !found.iter().any(|known| known.taken == taken) {
                    found.push(PayingHarm { line: self.path_to(state), taken, gain });
                }
            }
        }
        found
    }

    /// Whether the choice breaks or spoils something here that does not give way.
    fn harms(&self, choice: &Choice, at: &State) -> bool {
        let yields = |mark: &Mark| {
            let rules = self.scenario().yields.iter().filter(|rule| rule.requirement == mark.requirement);
            rules.into_iter().any(|rule| rule.when.holds(&at.0))
        };
        let marks = choice.spoils.iter().chain(&choice.breaks);
        marks.into_iter().any(|mark| mark.when.holds(&at.0) && !yields(mark))
    }

    /// The dearest moment of each choice that ever loses anything: the moves that lead there, the choice, and what it
    /// loses in hundredths of a percent; the dearest first.
    pub fn costs(&self) -> Vec<ChoiceCost> {
        let scenes = &self.scenario().scenes;
        let none = |scene: &Scene| -> Vec<Option<(Move, u32, u32, ChoiceId)>> { vec![None; scene.choices.len()] };
        let mut dearest: Vec<_> = scenes.iter().map(none).collect();
        for state in 0..self.graph().states() {
            let edges = self.graph().edges_of(state);
            let Some(scene) = self.graph().scene(self.scenario(), state) else { continue };
            let Some(best) = self.losses(state).position(|loss| loss == 0) else { continue };
            let best = self.graph().edge(edges.start + best).choice;
            for (edge, loss) in edges.zip(self.losses(state)).filter(|(_, loss)| *loss > 0) {
                let taken = Move { scene, choice: self.graph().edge(edge).choice };
                let known = &mut dearest[scene.index()][taken.choice.index()];
                if known.is_none_or(|known| known.1 < loss) {
                    *known = Some((taken, loss, state, best));
                }
            }
        }
        let mut dearest: Vec<(Move, u32, u32, ChoiceId)> = dearest.into_iter().flatten().flatten().collect();
        dearest.sort_by_key(|(taken, loss, ..)| (std::cmp::Reverse(*loss), taken.scene, taken.choice));
        let cost = |(taken, loss, state, best): (Move, u32, u32, ChoiceId)| ChoiceCost {
            line: self.path_to(state),
            taken,
            loss,
            best,
        };
        dearest.into_iter().map(cost).collect()
    }
}

/// What a choice loses at its dearest moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceCost {
    /// The moves that lead there.
    pub line: Vec<Move>,
    /// The choice.
    pub taken: Move,
    /// In hundredths of a percent of what the scenario is worth.
    pub loss: u32,
    /// A best choice beside it.
    pub best: ChoiceId,
}
