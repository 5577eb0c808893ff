//! What becomes of groups of candidates, each of whom sits two forms.

use super::ability::{ExpectedReliability, expected_reliability};
use super::candidate::{Candidate, VisitCrowd};
use crate::base::bilingual::Phrase;
use crate::base::chance::Seed;
use crate::content::blueprint::Blueprint;
use crate::content::scenario::Pack;
use crate::exam::marking::{BlockMark, ExamVerdict, ItemMark, PlayedMark, Share, SittingMarks, judge};
use crate::exam::paper::{Shortage, draw, draw_further};
use crate::play::solver::Policy;
use crate::record::sitting::{ExamPaper, PaperItem};
use rustc_hash::FxHashMap;

/// What is assumed, beside the figures.
pub const ASSUMPTIONS: [Phrase; 4] = [
    Phrase::new(
        "A candidate of a group slips as often as its figure says, give or take half, in every kind of question alike; where she slips, she guesses.",
        "同一组的考生失手比例以该组数字为准，上下浮动一半，各种题型一样；失手的题就是瞎猜。",
    ),
    Phrase::new(
        "In a scenario she slips as `simulate --policy novice` does, as often as her group; small slips are the likelier.",
        "情景里的失手和 `simulate --policy novice` 相同，比例照该组；小失手更常见。",
    ),
    Phrase::new(
        "Nobody tires, runs out of time, or has seen a question before.",
        "没有人累、没有人来不及，也没有人见过题。",
    ),
    Phrase::new(
        "Reliability is Cronbach's alpha over one form sat by all groups together; it hangs on how different they are.",
        "信度是所有组合在一起做同一份卷的克隆巴赫系数；各组差得多，它就高。",
    ),
];

/// How many plays of each scenario and group are drawn from.
const PLAYS: u32 = 2_000;

/// What is to be simulated.
#[derive(Clone, Copy, Debug)]
pub struct CandidatesAsked {
    /// How many candidates there are in each group.
    pub candidates: u32,
    /// What all chance comes from.
    pub seed: Seed,
}

/// Who the candidates of a group are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CandidateKind {
    /// They know everything.
    Perfect,
    /// They slip in so many of a hundred.
    Slips(u32),
    /// They choose at random.
    Random,
}

/// The groups, the surest first.
const KINDS: [CandidateKind; 6] = [
    CandidateKind::Perfect,
    CandidateKind::Slips(5),
    CandidateKind::Slips(10),
    CandidateKind::Slips(20),
    CandidateKind::Slips(30),
    CandidateKind::Random,
];

/// What became of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StudyGroup {
    /// Who they are.
    pub kind: CandidateKind,
    /// How many there were.
    pub candidates: u32,
    /// How many passed, with the further form where it was drawn.
    pub passed: u32,
    /// How many needed the further form.
    pub borderline: u32,
    /// How many broke something critical.
    pub critical: u32,
    /// How many came to the same verdict on a second paper.
    pub agreed: u32,
    /// The mean share of the questions.
    pub quiz: Share,
}

/// What became of all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct ExamStudy {
    /// What was asked.
    pub seed: Seed,
    /// By group.
    pub groups: Vec<StudyGroup>,
    /// Cronbach's alpha of one form, in hundredths; 0 where it tells nobody apart.
    pub alpha: i64,
    /// The standard error of one candidate's share at the cut, on that form.
    pub error: Share,
    /// What comes out of candidates as the design of the exams assumed them, beside what it promised.
    pub expected: Vec<ExpectedReliability>,
}

/// Lets groups of candidates sit papers of this blueprint.
///
/// # Errors
/// What the bank is short of; [`Shortage::Together`] too where a scenario cannot be solved.
pub fn study(blueprint: &Blueprint, pack: &Pack, asked: CandidatesAsked) -> Result<ExamStudy, Vec<Shortage>> {
    let unsolved = |_| vec![Shortage::Together];
    let mut groups = Vec::new();
    let one_form = draw(blueprint, &pack.bank, &pack.standard, asked.seed)?;
    let mut rows: Vec<Vec<Share>> = Vec::new();
    for kind in KINDS {
        let crowds = crowds(blueprint, pack, kind, asked.seed).map_err(unsolved)?;
        let room = StudyRoom { blueprint, pack, crowds: &crowds };
        let mut group = StudyGroup {
            kind,
            candidates: asked.candidates,
            passed: 0,
            borderline: 0,
            critical: 0,
            agreed: 0,
            quiz: Share(0),
        };
        let mut shares = Vec::new();
        for number in 0..asked.candidates {
            let seed = Seed::new(asked.seed.roll("candidate", number).0 ^ kind.number());
            let mut candidate = Candidate::new(kind.slips(seed), seed, "candidate");
            let (first, second) =
                (room.sit(&mut candidate, seed)?, room.sit(&mut candidate, Seed::new(seed.number() ^ 1))?);
            group.passed += u32::from(first.passed);
            group.borderline += u32::from(first.borderline);
            group.critical += u32::from(first.critical);
            group.agreed += u32::from(first.passed == second.passed);
            shares.push(first.quiz);
            if matches!(kind, CandidateKind::Slips(_)) {
                rows.push(room.answers(&mut candidate, &one_form.items));
            }
        }
        group.quiz = Share::mean(shares).unwrap_or_default();
        groups.push(group);
    }
    let (alpha, error) = (alpha(&rows).unwrap_or(0), at_the_cut(blueprint));
    let expected = expected_reliability(asked.seed);
    Ok(ExamStudy { seed: asked.seed, groups, alpha, error, expected })
}

impl CandidateKind {
    /// In how many of ten thousand questions one of them slips.
    fn slips(self, seed: Seed) -> u32 {
        match self {
            CandidateKind::Perfect => 0,
            CandidateKind::Random => 10_000,
            // From half as often to half as often again.
            CandidateKind::Slips(percent) => percent * (50 + seed.roll("spread", 0).below(101)),
        }
    }

    fn policy(self) -> Policy {
        match self {
            CandidateKind::Perfect => Policy::Expert,
            CandidateKind::Random => Policy::Random,
            CandidateKind::Slips(slips) => Policy::Novice { slips },
        }
    }

    fn number(self) -> u64 {
        match self {
            CandidateKind::Perfect => 1 << 40,
            CandidateKind::Random => 2 << 40,
            CandidateKind::Slips(slips) => (3 + u64::from(slips)) << 40,
        }
    }
}

type Crowds = FxHashMap<Box<str>, VisitCrowd>;

fn crowds(
    blueprint: &Blueprint,
    pack: &Pack,
    kind: CandidateKind,
    seed: Seed,
) -> Result<Crowds, crate::play::solver::Unsolved> {
    let from = blueprint.scenarios.iter().flat_map(|pool| &pool.from);
    let crowd = |id: &str| {
        let scenario = pack.scenario(id)?;
        Some(VisitCrowd::of(scenario, &pack.standard, kind.policy(), PLAYS, seed).map(|crowd| (id.into(), crowd)))
    };
    from.filter_map(|id| crowd(id)).collect()
}

/// Where one group sits.
struct StudyRoom<'r> {
    blueprint: &'r Blueprint,
    pack: &'r Pack,
    crowds: &'r Crowds,
}

/// What a sitting came to.
struct Sat {
    passed: bool,
    borderline: bool,
    critical: bool,
    quiz: Share,
}

impl StudyRoom<'_> {
    fn sit(&self, candidate: &mut Candidate, seed: Seed) -> Result<Sat, Vec<Shortage>> {
        let (bank, standard) = (&self.pack.bank, &self.pack.standard);
        let paper = draw(self.blueprint, bank, standard, seed)?;
        let mut marks = self.marks(candidate, &paper);
        let quiz = marks.quiz();
        let mut verdict = judge(&marks, self.blueprint);
        let borderline = verdict == ExamVerdict::Borderline;
        if borderline {
            let further = draw_further(self.blueprint, bank, standard, &paper.items, seed)?;
            marks.items.extend(self.item_marks(candidate, &further));
            verdict = judge(&marks, self.blueprint);
        }
        let critical = marks.visits.iter().any(|visit| !visit.critical.is_empty());
        Ok(Sat { passed: verdict == ExamVerdict::Passed, borderline, critical, quiz })
    }

    fn marks(&self, candidate: &mut Candidate, paper: &ExamPaper) -> SittingMarks {
        let items = self.item_marks(candidate, &paper.items);
        let rows = self.pack.standard.ids().next();
        let visits = paper.visits.iter().filter_map(|visit| {
            let (share, broke) = candidate.visit(self.crowds.get(&visit.scenario)?);
            // Which row was broken tells nothing here.
            let critical = rows.filter(|_| broke).into_iter().collect();
            Some(PlayedMark { scenario: visit.scenario.clone(), is_finished: true, share, critical })
        });
        let visits = visits.collect();
        SittingMarks { first: items.len(), items, blocks: Vec::<BlockMark>::new(), visits }
    }

    fn item_marks(&self, candidate: &mut Candidate, items: &[PaperItem]) -> Vec<ItemMark> {
        let mark = |item: &PaperItem| {
            let question = self.pack.bank.find(&item.question)?;
            let section = self.pack.standard.requirement(*question.tests.first()?).section;
            let share = candidate.answer(question);
            Some(ItemMark {
                question: item.question.clone(),
                section,
                tests: question.tests.clone(),
                share,
                is_answered: true,
                took_worst: false,
            })
        };
        items.iter().filter_map(mark).collect()
    }

    fn answers(&self, candidate: &mut Candidate, items: &[PaperItem]) -> Vec<Share> {
        self.item_marks(candidate, items).into_iter().map(|own| own.share).collect()
    }
}

/// Cronbach's alpha of these answers, a row a candidate, in hundredths; none where nobody differs.
fn alpha(rows: &[Vec<Share>]) -> Option<i64> {
    let items = rows.first()?.len();
    let column = |at: usize| rows.iter().map(move |row| i128::from(row[at].0));
    let spread = |values: Vec<i128>| {
        let count = i128::try_from(values.len()).unwrap_or(1);
        let sum: i128 = values.iter().sum();
        count * values.iter().map(|own| own * own).sum::<i128>() - sum * sum
    };
    let of_items: i128 = (0..items).map(|at| spread(column(at).collect())).sum();
    let of_totals = spread(rows.iter().map(|row| row.iter().map(|own| i128::from(own.0)).sum()).collect());
    let count = i128::try_from(items).ok().filter(|count| *count > 1)?;
    (of_totals > 0)
        .then(|| i64::try_from(100 * count * (of_totals - of_items) / ((count - 1) * of_totals)).unwrap_or(0))
}

/// How far the share of somebody at the cut may lie off, with all or nothing for each question.
fn at_the_cut(blueprint: &Blueprint) -> Share {
    let items = blueprint.items();
    let right = items * blueprint.cuts.quiz / 100;
    let shares: Vec<Share> = (0..items).map(|at| Share::of_points(if at < right { 100 } else { 0 })).collect();
    Share::standard_error(&shares).unwrap_or_default()
}
