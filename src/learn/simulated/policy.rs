//! The ways in which simulated learners practise, each with the same minutes a day.

use super::learner::{AskedIn, SimulatedLearner, uniform};
use super::school::{School, SchoolScenario};
use crate::base::chance::RollsWithoutEnd;
use crate::content::standard::RequirementId;
use crate::learn::memory::Memories;
use crate::learn::today::{Activity, Available, DayAsked, OwnTempo, plan};
use crate::record::day::Day;

/// By what somebody practises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StudyPolicy {
    /// The plan of each day.
    Plan,
    /// A random scenario each day.
    RandomScenario,
    /// One question after the other, in the order of the standard, and from the beginning again.
    FixedOrder,
}

impl StudyPolicy {
    /// All of them, the plan first.
    pub const ALL: [StudyPolicy; 3] = [StudyPolicy::Plan, StudyPolicy::RandomScenario, StudyPolicy::FixedOrder];

    /// As documents name it.
    pub fn word(self) -> &'static str {
        match self {
            StudyPolicy::Plan => "plan",
            StudyPolicy::RandomScenario => "random_scenario",
            StudyPolicy::FixedOrder => "fixed_order",
        }
    }
}

/// Seconds a question.
const QUESTION: u32 = 20;

/// The share of what a scenario can ask for that one play asks for.
const ASKED_FOR: f64 = 0.6;

/// Somebody who practises.
pub(super) struct Student<'s> {
    pub(super) learner: SimulatedLearner,
    school: &'s School<'s>,
    rolls: RollsWithoutEnd,
    /// Seconds that were left over, where an activity is not cut.
    saved: u32,
    /// Seconds that were practised.
    pub(super) practised: u64,
    /// Of a fixed order: the next question.
    next: usize,
    memories: Memories,
    available: &'s Available,
}

impl<'s> Student<'s> {
    pub(super) fn new(
        learner: SimulatedLearner,
        school: &'s School<'s>,
        available: &'s Available,
        rolls: RollsWithoutEnd,
    ) -> Student<'s> {
        Student { learner, school, rolls, saved: 0, practised: 0, next: 0, memories: Memories::default(), available }
    }

    /// One day of so many minutes.
    pub(super) fn practise(&mut self, policy: StudyPolicy, day: u32, minutes: u32) {
        match policy {
            StudyPolicy::Plan => self.by_plan(day, minutes),
            StudyPolicy::RandomScenario => self.by_random_scenario(day, minutes),
            StudyPolicy::FixedOrder => self.by_fixed_order(day, minutes),
        }
    }

    fn by_plan(&mut self, day: u32, minutes: u32) {
        let today = Day::FIRST.after(day);
        let asked = DayAsked { minutes, exam: None, day: today };
        let tempo = OwnTempo { question: QUESTION, ..OwnTempo::default() };
        let planned = plan(&asked, &self.memories, self.available, &tempo, self.school.standard);
        for own in planned.activities {
            self.practised += u64::from(own.seconds);
            match own.activity {
                Activity::Question(_) => {
                    own.requirements.iter().for_each(|id| self.ask(*id, day, AskedIn::Question));
                }
                Activity::Scenario(id) => {
                    if let Some(scenario) = self.school.scenarios.iter().find(|own| own.id == id) {
                        self.play(scenario, day);
                    }
                }
                // Nobody here makes mistakes of her own, says sentences or takes a course.
                Activity::Moment(_) | Activity::Phrase(_) | Activity::Unit(_) => {}
            }
        }
    }

    fn by_random_scenario(&mut self, day: u32, minutes: u32) {
        self.saved += minutes * 60;
        let count = u32::try_from(self.school.scenarios.len()).unwrap_or(u32::MAX);
        if count == 0 {
            return;
        }
        let school = self.school;
        let fits = |own: &&SchoolScenario, saved: u32| own.minutes * 60 <= saved;
        while school.scenarios.iter().any(|own| fits(&own, self.saved)) {
            let drawn = &school.scenarios[self.rolls.roll().below(count) as usize];
            if fits(&drawn, self.saved) {
                self.saved -= drawn.minutes * 60;
                self.practised += u64::from(drawn.minutes) * 60;
                self.play(drawn, day);
            }
        }
    }

    fn by_fixed_order(&mut self, day: u32, minutes: u32) {
        self.saved += minutes * 60;
        while self.saved >= QUESTION {
            self.saved -= QUESTION;
            self.practised += u64::from(QUESTION);
            if let Some(id) = RequirementId::from_index(self.next) {
                self.ask(id, day, AskedIn::Question);
            }
            self.next = (self.next + 1) % self.school.standard.requirements.len().max(1);
        }
    }

    fn play(&mut self, scenario: &SchoolScenario, day: u32) {
        for id in &scenario.requirements {
            if uniform(&mut self.rolls) < ASKED_FOR {
                self.ask(*id, day, AskedIn::Scenario);
            }
        }
    }

    fn ask(&mut self, id: RequirementId, day: u32, place: AskedIn) {
        let shown = self.learner.ask(id.index(), day, place, &mut self.rolls);
        self.memories.review(&self.school.standard.requirement(id).id, shown, Day::FIRST.after(day));
    }
}
