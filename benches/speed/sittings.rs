//! Ten thousand sittings of the basic paper, each another paper under another seed, marked again from their events: questions,
//! and two scenarios each. Every outcome of the dice is solved once.

use crate::worlds::bundled;
use divan::Bencher;
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::content::blueprint::Blueprint;
use doorstep::content::scenario::Pack;
use doorstep::exam::marking::Marker;
use doorstep::exam::sitting::Sitting;
use doorstep::play::engine::Open;
use doorstep::record::sitting::SittingLine;
use doorstep::trainer::exam_run::{ExamEntry, ExamMoment, ExamRun};
use jiff::Timestamp;
use std::sync::Arc;

const SITTINGS: u64 = 10_000;

/// A sitting in which somebody chooses as a number falls.
fn sat(pack: &Arc<Pack>, exam: &Arc<Blueprint>, seed: u64) -> Vec<SittingLine> {
    let now = ExamMoment { at: Timestamp::UNIX_EPOCH, ticked: None };
    let language = Lang::new("en").expect("a tag");
    let entry = ExamEntry { candidate: "Lin".into(), language, seed: Seed::new(seed), extra_minutes: 0, proctor: None };
    let (mut run, first) = ExamRun::begin(pack, exam, entry, now.at).expect("a paper");
    let mut lines = vec![first];
    let mut turn = seed;
    let mut below = |count: usize| {
        turn = turn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(turn >> 33).expect("it fits") % count
    };
    for item in 0..run.sitting().items().len() {
        lines.push(run.show(item, now).expect("shown"));
        while let Some(choices) = run.choices() {
            let chosen = [below(choices.offered.len())];
            lines.extend(run.reply(&chosen, now).expect("answered"));
        }
    }
    for visit in 0..run.sitting().visits().count() {
        lines.push(run.begin_visit(visit, now).expect("begun"));
        while let Some((_, session)) = run.visit().filter(|(_, session)| !session.is_over()) {
            let shown = session.shown();
            let open: Vec<_> = shown.iter().filter(|(_, open)| *open == Open::Yes).map(|(id, _)| *id).collect();
            lines.push(run.choose(open[below(open.len())], now).expect("open"));
        }
        run.leave_visit(now).expect("it is over");
    }
    lines.push(run.hand_in(now).expect("handed in"));
    lines
}

#[divan::bench(sample_count = 1, sample_size = 1)]
fn marked_again(bencher: Bencher) {
    let pack = Arc::new(bundled().clone());
    let exam = pack.blueprints.find("basic").expect("bundled").clone();
    let all: Vec<Vec<SittingLine>> = (0..SITTINGS).map(|seed| sat(&pack, &exam, seed)).collect();
    bencher.bench_local(|| {
        let mut marker = Marker::new(&pack);
        let marks = all.iter().map(|lines| marker.mark(&Sitting::replay(lines).expect("it happened"), &exam));
        marks.filter(|own| own.as_ref().is_ok_and(|own| own.visits.len() == 2)).count()
    });
}
