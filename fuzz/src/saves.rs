//! Readers of saves: an attempt, a learner's profile, a learner's journal, and a whole learner in one file. They go through the disk, as the store does.

use super::shown::{is_one_safe_line, is_safe};
use super::world;
use doorstep::base::text::Lang;
use doorstep::content::notation::MAX_FILE;
use doorstep::play::engine::Replay;
use doorstep::record::attempt::Attempt;
use doorstep::record::day::Day;
use doorstep::record::journal::{Happened, JournalOrigin, JournalStamp};
use doorstep::store::{JournalFault, Saves, StoreError, load_attempt};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// An attempt that can be read is written and read again as itself, and can be replayed as far as it goes.
pub fn attempt(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let typed = folder.path().join("play.ron");
    fs::write(&typed, bytes).expect("written");
    let attempt = match load_attempt(&typed) {
        Err(error) => return is_told(&error),
        Ok(attempt) => attempt,
    };
    is_safe(&attempt.scenario);
    assert!(attempt.started <= attempt.updated, "{attempt:?}");
    replay(&attempt);
    // Written out, a character may take eight times the bytes.
    if bytes.len() < MAX_FILE / 8 {
        assert_eq!(written_and_read(&attempt, folder.path()), attempt);
    }
}

/// A learner whose profile says this is listed and opened under a name that can be shown, or told to be damaged.
pub fn profile(bytes: &[u8]) {
    let root = tempfile::tempdir().expect("a folder");
    let folder = root.path().join("somebody");
    fs::create_dir(&folder).expect("made");
    fs::write(folder.join("learner.ron"), bytes).expect("written");
    let saves = Saves::at(root.path());
    let (learners, notices) = saves.learners();
    assert_eq!(learners.len() + notices.len(), 1, "told once, as a learner or as a fault");
    notices.iter().for_each(is_told);
    for entry in learners {
        let name = &entry.profile.name;
        is_one_safe_line(name);
        assert!((1..=64).contains(&name.chars().count()), "{name:?}");
        let (mut learner, _) = saves.open(name, entry.profile.language, Timestamp::UNIX_EPOCH).expect("opened");
        assert_eq!((learner.profile(), learner.folder()), (&entry.profile, &*folder));
        learner.set_language(Lang::new("zh").expect("a tag")).expect("written");
        learner.close().1.iter().for_each(is_told);
        let again = saves.learners().0;
        assert_eq!(again.len(), 1);
        assert_eq!((&again[0].profile.name, again[0].profile.created), (name, entry.profile.created));
    }
}

/// The file of a travelling learner is taken in whole, and then a second time without any change, or refused in a sentence with
/// nothing written: as it is, and with hashes that hold whatever it says.
pub fn travel(bytes: &[u8]) {
    for text in [bytes.to_vec(), sealed(bytes)] {
        let root = tempfile::tempdir().expect("a folder");
        let (file, saves) = (root.path().join("somebody.learner"), Saves::at(root.path().join("saves")));
        fs::write(&file, &text).expect("written");
        let import = || saves.import(&[(file.clone(), file.clone())], None);
        match import() {
            Err(error) => {
                is_told(&error);
                assert!(!saves.root().exists(), "nothing was written: {error}");
            }
            Ok(outcome) => {
                let own = &outcome.imported[0];
                is_one_safe_line(&own.learner);
                assert!(own.is_new && outcome.unread.is_empty());
                let plays = own.plays.added + own.plays.went_on + own.plays.parted;
                let again = import().expect("it was taken in before").imported.remove(0);
                assert!(!again.is_news() && again.plays.known >= plays, "{again:?}");
                assert_eq!(saves.export(&own.learner).expect("exported").0.plays, own.plays.added + own.plays.parted);
            }
        }
    }
}

/// The same with the lengths and hashes that belong to it, where it has parts at all.
fn sealed(bytes: &[u8]) -> Vec<u8> {
    let hash = |bytes: &[u8]| Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let text = String::from_utf8_lossy(bytes);
    let body = text.split_once("\nend ").map_or(&*text, |(body, _)| body);
    let mut chunks = body.split("\npart ");
    let mut out = format!("{}\n", chunks.next().unwrap_or_default());
    let mut count = 0;
    for chunk in chunks {
        let (header, part) = chunk.split_once('\n').unwrap_or((chunk, ""));
        let name = header.split(' ').next().unwrap_or_default();
        let part = format!("{}\n", part.trim_end_matches('\n'));
        out += &format!("part {name} {} {}\n{part}", part.len(), hash(part.as_bytes()));
        count += 1;
    }
    let end = format!("end {count} {}\n", hash(out.as_bytes()));
    (out + &end).into_bytes()
}

/// A journal that says this is read as far as it is understood, told where it is not, and takes in what happens next; once
/// it is mended nothing is told twice, and nothing that was read is lost.
pub fn journal(bytes: &[u8]) {
    let root = tempfile::tempdir().expect("a folder");
    let saves = Saves::at(root.path());
    let open = || saves.open("Ann", Lang::new("en").expect("a tag"), Timestamp::UNIX_EPOCH).expect("opened").0;
    let path = open().folder().join("journal");
    fs::write(&path, bytes).expect("written");
    let mut learner = open();
    let events = learner.read_journal().to_vec();
    learner.take_notices().iter().for_each(is_told);
    for event in &events {
        is_one_safe_line(&format!("{:?}", event.what));
    }
    let stamp = JournalStamp { origin: JournalOrigin::new(7), at: Timestamp::UNIX_EPOCH, day: Day::FIRST };
    match learner.append(vec![Happened::MinutesChosen(10)], stamp) {
        Ok(keys) => assert_eq!(keys.len(), 1),
        Err(closed) => {
            is_told(&closed);
            return assert_eq!(fs::read(&path).expect("read"), bytes, "what is not understood is left as it is");
        }
    }
    drop(learner);
    let mut learner = open();
    let again = learner.read_journal();
    assert_eq!((&again[..events.len()], again.len()), (&events[..], events.len() + 1));
    let news = learner.take_notices();
    assert!(
        news.iter().all(|notice| matches!(notice, StoreError::Journal { fault: JournalFault::Unknown { .. }, .. }))
    );
}

fn written_and_read(attempt: &Attempt, folder: &Path) -> Attempt {
    let saves = Saves::at(folder.join("saves"));
    let (mut learner, mut history) = saves.open("Ann", attempt.language, Timestamp::UNIX_EPOCH).expect("opened");
    let number = history.begin().expect("a number");
    learner.save(number, &Arc::new(attempt.clone())).expect("saved");
    let kept = learner.folder().join(format!("attempts/{number}.ron"));
    learner.close();
    load_attempt(&kept).expect("what was saved is read")
}

/// Plays the attempt as far as its moves fit.
fn replay(attempt: &Attempt) {
    let scenario = world::pack().scenarios.get(0).expect("valid");
    let replay = Replay::new(scenario.clone(), attempt.seed, &attempt.moves);
    replay.misfit.iter().for_each(|misfit| is_safe(&misfit.to_string()));
    assert!(replay.hints.len() + replay.session.turns().len() <= attempt.moves.len());
}

/// Whether a fault of the store is told in sentences that can be shown.
fn is_told(error: &StoreError) {
    is_one_safe_line(&error.to_string());
    is_one_safe_line(&error.help().en);
    is_one_safe_line(&error.help().zh);
    let mut cause = error.source();
    while let Some(deeper) = cause {
        is_one_safe_line(&deeper.to_string());
        cause = deeper.source();
    }
    assert!(!error.to_string().is_empty() && !error.help().is_empty(), "{error:?}");
}
