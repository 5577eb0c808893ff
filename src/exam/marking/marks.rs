//! The points of each question and scenario of a sitting.

use super::share::Share;
use crate::base::bilingual::Bilingual;
use crate::both;
use crate::content::blueprint::Blueprint;
use crate::content::scenario::{Pack, Scenario};
use crate::content::standard::{RequirementId, SectionId};
use crate::exam::sitting::{Sitting, VisitProgress};
use crate::play::asking::Asked;
use crate::play::engine::Session;
use crate::play::scoring::{Ledger, Score};
use crate::play::solver::BestByOutcome;
use crate::record::sitting::{ItemReply, PaperItem, PaperVisit};
use std::collections::BTreeMap;
use std::sync::Arc;

/// All marks of a sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SittingMarks {
    /// Of each question, in the order of the paper; those of the further form last.
    pub items: Vec<ItemMark>,
    /// How many of them stood on the first form.
    pub first: usize,
    /// Of each block, in the order of the blueprint.
    pub blocks: Vec<BlockMark>,
    /// Of each scenario.
    pub visits: Vec<PlayedMark>,
}

/// What was won of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemMark {
    /// Its id.
    pub question: Box<str>,
    /// The section of what it tests first.
    pub section: SectionId,
    /// What it tests.
    pub tests: Vec<RequirementId>,
    /// Its share.
    pub share: Share,
    /// Whether it has an answer.
    pub is_answered: bool,
    /// Whether the worst was taken for the best.
    pub took_worst: bool,
}

/// What was won of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockMark {
    /// How many questions it had, those of the further form among them.
    pub items: usize,
    /// Their share.
    pub share: Share,
}

/// What was won of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlayedMark {
    /// Its id.
    pub scenario: Box<str>,
    /// Whether an ending was reached.
    pub is_finished: bool,
    /// Its share; 0 where no ending was reached.
    pub share: Share,
    /// The critical rows that were broken.
    pub critical: Vec<RequirementId>,
}

/// Why a sitting cannot be marked with this content.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.told().en)]
pub enum MarkingFault {
    /// A question is not in the bank any more.
    NoQuestion(Box<str>),
    /// An answer does not fit its question any more.
    Misfit(Box<str>),
    /// A scenario is not there any more.
    NoScenario(Box<str>),
    /// A choice cannot be taken in this scenario any more.
    NoChoice {
        /// The id of the scenario.
        scenario: Box<str>,
        /// The id of the choice.
        choice: Box<str>,
    },
    /// A scenario has no scale.
    Unsolved(Box<str>),
}

impl MarkingFault {
    /// What does not fit.
    pub fn told(&self) -> Bilingual {
        match self {
            MarkingFault::NoQuestion(id) => {
                both!("the question \"{id}\" is not in the bank any more", "题库里已经没有“{id}”这道题")
            }
            MarkingFault::Misfit(id) => {
                both!("the answer to \"{id}\" doesn't fit the question any more", "“{id}”的作答和现在的题目对不上")
            }
            MarkingFault::NoScenario(id) => {
                both!("the scenario \"{id}\" is not there any more", "情景“{id}”已经没有了")
            }
            MarkingFault::NoChoice { scenario, choice } => both!(
                "in \"{scenario}\" the choice \"{choice}\" can't be taken there",
                "情景“{scenario}”里，那一步选不了“{choice}”"
            ),
            MarkingFault::Unsolved(id) => {
                both!("\"{id}\" has no best play to be measured by", "“{id}”算不出最佳走法，没法计分")
            }
        }
    }
}

/// Marks a sitting as it stands. What has no answer wins nothing; a scenario without an ending neither.
///
/// # Errors
/// As [`Marker::mark`].
pub fn mark(sitting: &Sitting, blueprint: &Blueprint, pack: &Pack) -> Result<SittingMarks, MarkingFault> {
    Marker::new(pack).mark(sitting, blueprint)
}

/// Marks one sitting after the other, and solves nothing twice.
pub struct Marker<'p> {
    pack: &'p Pack,
    best: BTreeMap<Box<str>, BestByOutcome<'p>>,
}

impl<'p> Marker<'p> {
    /// Marks by this content.
    pub fn new(pack: &'p Pack) -> Marker<'p> {
        Marker { pack, best: BTreeMap::new() }
    }

    /// Marks a sitting as it stands.
    ///
    /// # Errors
    /// When it does not fit the content.
    pub fn mark(&mut self, sitting: &Sitting, blueprint: &Blueprint) -> Result<SittingMarks, MarkingFault> {
        let items: Vec<ItemMark> = sitting
            .items()
            .iter()
            .enumerate()
            .map(|(place, item)| item_mark(item, sitting.reply(place), sitting, self.pack))
            .collect::<Result<_, _>>()?;
        let visits = sitting.visits().map(|(visit, progress)| self.visit(visit, progress)).collect::<Result<_, _>>()?;
        let blocks = (0..blueprint.blocks.len()).map(|block| {
            let of_block = sitting.items().iter().zip(&items).filter(|(item, _)| item.block == block);
            let shares: Vec<Share> = of_block.map(|(_, own)| own.share).collect();
            BlockMark { items: shares.len(), share: Share::mean(shares).unwrap_or_default() }
        });
        Ok(SittingMarks { blocks: blocks.collect(), first: sitting.first_items(), items, visits })
    }

    fn visit(&mut self, visit: &PaperVisit, progress: &VisitProgress) -> Result<PlayedMark, MarkingFault> {
        let pack = self.pack;
        let unknown = || MarkingFault::NoScenario(visit.scenario.clone());
        let scenario: &Arc<Scenario> = pack.scenario(&visit.scenario).ok_or_else(unknown)?;
        let mut session = Session::new(scenario.clone(), visit.seed);
        for choice in &progress.moves {
            let gone = |_| MarkingFault::NoChoice { scenario: visit.scenario.clone(), choice: choice.clone() };
            session.take_id(choice).map_err(gone)?;
        }
        let ledger = Ledger::judge(scenario, &pack.standard, session.turns());
        let is_finished = session.is_over();
        let share = if is_finished {
            let of_scenario = || BestByOutcome::new(scenario, &pack.standard);
            let best = self.best.entry(visit.scenario.clone()).or_insert_with(of_scenario);
            let best = best.under(&scenario.rolls(visit.seed));
            Share(Score::share(ledger.points(), best.map_err(|_| MarkingFault::Unsolved(visit.scenario.clone()))?).0)
        } else {
            Share::default()
        };
        let critical = ledger.critical(&pack.standard);
        Ok(PlayedMark { scenario: visit.scenario.clone(), is_finished, share, critical })
    }
}

impl SittingMarks {
    /// The share of all questions.
    pub fn quiz(&self) -> Share {
        Share::mean(self.items.iter().map(|own| own.share)).unwrap_or_default()
    }

    /// How far the share of the questions may lie off.
    pub fn quiz_error(&self) -> Share {
        let shares: Vec<Share> = self.items.iter().map(|own| own.share).collect();
        Share::standard_error(&shares).unwrap_or_default()
    }

    /// The mean share of the scenarios; none where there are none.
    pub fn visits_mean(&self) -> Option<Share> {
        Share::mean(self.visits.iter().map(|own| own.share))
    }

    /// The share of the questions of some sections; none where none was asked.
    pub fn of_sections(&self, sections: &[SectionId]) -> Option<Share> {
        Share::mean(self.items.iter().filter(|own| sections.contains(&own.section)).map(|own| own.share))
    }
}

fn item_mark(
    item: &PaperItem,
    reply: Option<&ItemReply>,
    sitting: &Sitting,
    pack: &Pack,
) -> Result<ItemMark, MarkingFault> {
    let question = pack.bank.find(&item.question).ok_or_else(|| MarkingFault::NoQuestion(item.question.clone()))?;
    let misfit = || MarkingFault::Misfit(item.question.clone());
    let marking = reply.map(|reply| {
        let mut asked = Asked::new(question, sitting.begun().seed);
        reply.iter().try_for_each(|step| asked.reply(step)).map_err(|_| misfit())?;
        asked.marking().ok_or_else(misfit)
    });
    let marking = marking.transpose()?;
    let section = pack.standard.requirement(*question.tests.first().ok_or_else(misfit)?).section;
    Ok(ItemMark {
        question: item.question.clone(),
        section,
        tests: question.tests.clone(),
        share: Share::of_points(marking.as_ref().map_or(0, |own| own.points)),
        is_answered: marking.is_some(),
        took_worst: marking.is_some_and(|own| own.flagged),
    })
}
