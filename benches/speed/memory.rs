//! A learner with ten thousand plays and twenty thousand reviews: from the journal on the disk to what today is for.

use crate::worlds::{bundled, chinese};
use divan::Bencher;
use doorstep::content::scenario::Pack;
use doorstep::content::standard::Requirement;
use doorstep::learn::memory::Memories;
use doorstep::learn::moment::KeptMoments;
use doorstep::learn::today::{Available, DayAsked, OfferedQuestion, OwnTempo, plan};
use doorstep::record::attempt::AttemptId;
use doorstep::record::day::Day;
use doorstep::record::journal::{
    Happened, JournalEvent, JournalOrigin, JournalStamp, PlayRef, Rating, RequirementReview, ReviewSource,
};
use doorstep::store::{Learner, Saves};
use jiff::Timestamp;
use std::path::Path;
use tempfile::TempDir;

const REVIEWS: [u32; 2] = [200, 20_000];

/// Reviews a day.
const A_DAY: u32 = 30;

fn open(saves: &Path) -> Learner {
    Saves::at(saves).open("Lin", chinese(), Timestamp::UNIX_EPOCH).expect("a learner").0
}

/// The day on which a review takes place.
fn day_of(review: u32) -> Day {
    Day::new(20_000).expect("a day").after(review / A_DAY)
}

/// Every second from a play and every second from a question, in turn through the standard.
fn review(pack: &Pack, number: u32) -> Happened {
    let requirements = &pack.standard.requirements;
    let requirement = requirements[number as usize * 7 % requirements.len()].id.clone();
    let play = PlayRef {
        attempt: AttemptId::new(number / 2 + 1).expect("a number"),
        scenario: "customer_not_home".into(),
        started: Timestamp::UNIX_EPOCH,
    };
    let source =
        if number.is_multiple_of(2) { ReviewSource::Play(play) } else { ReviewSource::Question(requirement.clone()) };
    let rating = if number.is_multiple_of(9) { Rating::Again } else { Rating::Good };
    Happened::Reviewed(RequirementReview { requirement, rating, source, seconds: Some(18) })
}

/// Saves with so many reviews.
fn saves(pack: &Pack, reviews: u32) -> TempDir {
    let root = tempfile::tempdir().expect("a folder");
    keep(&mut open(root.path()), pack, reviews);
    root
}

/// Keeps so many reviews in the journal of a learner.
pub(crate) fn keep(learner: &mut Learner, pack: &Pack, reviews: u32) {
    let numbers: Vec<u32> = (0..reviews).collect();
    for chunk in numbers.chunks(A_DAY as usize) {
        let stamp = JournalStamp { origin: JournalOrigin::new(7), at: Timestamp::UNIX_EPOCH, day: day_of(chunk[0]) };
        learner.append(chunk.iter().map(|number| review(pack, *number)).collect(), stamp).expect("kept");
    }
}

fn available(pack: &Pack) -> Available {
    let question =
        |own: &Requirement| OfferedQuestion { id: own.id.clone(), requirements: vec![own.id.clone()], asked: None };
    let questions = pack.standard.requirements.iter().map(question).collect();
    Available { questions, ..Available::default() }
}

fn events(saves: &Path) -> Vec<JournalEvent> {
    open(saves).read_journal().to_vec()
}

/// From the saves to the events.
#[divan::bench(args = REVIEWS)]
fn journal_read(bencher: Bencher, reviews: u32) {
    let saves = saves(&bundled(), reviews);
    bencher.bench_local(|| open(saves.path()).read_journal().len());
}

/// From the events to what is remembered.
#[divan::bench(args = REVIEWS)]
fn replayed(bencher: Bencher, reviews: u32) {
    let saves = saves(&bundled(), reviews);
    let events = events(saves.path());
    bencher.bench_local(|| (Memories::replay(&events, day_of(reviews)), KeptMoments::replay(&events)));
}

/// From what is remembered to the plan of the day.
#[divan::bench(args = REVIEWS)]
fn planned(bencher: Bencher, reviews: u32) {
    let pack = bundled();
    let (saves, available) = (saves(&pack, reviews), available(&pack));
    let events = events(saves.path());
    let today = day_of(reviews).after(1);
    let (memories, tempo) = (Memories::replay(&events, today), OwnTempo::replay(&events));
    let asked = DayAsked { minutes: 10, exam: None, day: today };
    bencher.bench_local(|| plan(&asked, &memories, &available, &tempo, &pack.standard));
}

/// One answer kept, on a disk.
#[divan::bench(args = REVIEWS)]
fn answer_kept(bencher: Bencher, reviews: u32) {
    let pack = bundled();
    let saves = saves(&pack, reviews);
    let mut learner = open(saves.path());
    let stamp = JournalStamp { origin: JournalOrigin::new(9), at: Timestamp::UNIX_EPOCH, day: day_of(reviews) };
    bencher.bench_local(|| learner.append(vec![review(&pack, 1)], stamp).expect("kept"));
}
