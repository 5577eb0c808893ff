//! `kill -9` at any moment of a sitting: no answer that was said to stand is lost, the sitting goes on, and no time is gained.
//! Some dozen times with `cargo test`; `DOORSTEP_KILLS=200 cargo test --test it kill_sitting` does it two hundred times.

use super::whole::{Sitting, record, rights};
use crate::kill::{KillMoment, LOOKS, dawdle, kills, listing};
use crate::program::Machine;
use doorstep::exam::sitting::Sitting as Sat;
use doorstep::record::sitting::{SittingEvent, SittingLine};
use std::time::Duration;

/// How often, unless `DOORSTEP_KILLS` says otherwise.
const KILLS: usize = 16;

/// How often one sitting is killed.
const OF_ONE: usize = 4;

const STANDS: &str = "Kept.";

/// The questions that were answered, in their order.
fn answered(lines: &[SittingLine]) -> Vec<usize> {
    let item = |line: &SittingLine| match line.what {
        SittingEvent::Answered { item, .. } => Some(item),
        _ => None,
    };
    lines.iter().filter_map(item).collect()
}

#[test]
fn a_kill_at_any_moment_of_a_sitting_loses_no_answer_and_gains_no_time() {
    let machine = Machine::new();
    let (kills, mut kept, mut unkept) = (kills(KILLS), 0, 0);
    for kill in 0..kills {
        let learner = format!("l{}", kill / OF_ONE);
        let mut own = Sitting::open(&machine, &learner, &[]);
        if kill % OF_ONE == 0 {
            own.send("1");
        }
        own.hear("next open question");
        own.send("1");
        let before = record(&machine, &learner);
        let (first, all) = (answered(&before).len(), rights(&before));
        let told = kill % 3;
        for (reply, _) in &all[first..first + told] {
            own.answer(reply);
            own.hear(STANDS);
        }
        own.hear(&format!("Question {} of", first + told + 1));
        let folder = machine.saves().join(&learner).join("sittings");
        let found = listing(&folder);
        own.answer(&all[first + told].0);
        match KillMoment::of(kill) {
            KillMoment::Soon(turns) => dawdle(turns),
            KillMoment::Writing => {
                let waits = (0..LOOKS).take_while(|_| listing(&folder) == found).count();
                assert!(waits < LOOKS, "nothing was ever written");
            }
            KillMoment::Told => drop(own.hear(STANDS)),
        }
        own.child.kill().expect("it is killed");
        own.child.wait().expect("it ends");
        let after = record(&machine, &learner);
        let items = answered(&after);
        assert_eq!(items, (0..items.len()).collect::<Vec<_>>(), "kill {kill}: each once, in order");
        assert!(items.len() >= first + told, "kill {kill}: {} of {} that stood", items.len(), first + told);
        let is_told = matches!(KillMoment::of(kill), KillMoment::Told);
        assert!(!is_told || items.len() == first + told + 1, "kill {kill}: it was said to stand");
        if items.len() > first + told {
            kept += 1;
        } else {
            unkept += 1;
        }
        let sat = Sat::replay(&after).unwrap_or_else(|why| panic!("kill {kill}: {why:?}"));
        let passed = after.last().expect("a line").at.duration_since(after[0].at);
        assert!(sat.used() + Duration::from_millis(1) >= passed.unsigned_abs(), "kill {kill}: time was gained");
        assert_eq!(sat.resumed(), kill % OF_ONE, "kill {kill}");
    }
    eprintln!("{kills} kills: no answer lost that stood; the last was kept {kept} times, not kept {unkept} times");
    assert!(kept > 0 && unkept > 0, "kills come before and after the last answer is on the disk");
}
