//! Saves from outside: names, damage, locks, full and read-only disks. Every test has a folder of its own.

use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::play::engine::RecordedMove;
use doorstep::record::attempt::{Attempt, AttemptId, Mode};
use doorstep::record::history::{History, WantedPlay};
use doorstep::store::{Cause, Learner, LearnerMixup, Saves, StoreError, load_attempt};
use jiff::Timestamp;
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

fn now() -> Timestamp {
    "2026-03-01T09:00:00Z".parse().expect("a moment")
}

fn zh() -> Lang {
    Lang::new("zh").expect("a tag")
}

fn attempt(seed: u64) -> Attempt {
    Attempt {
        scenario: "customer_not_home".into(),
        seed: Seed::new(seed),
        mode: Mode::Practice,
        language: zh(),
        moves: vec![
            RecordedMove::Take("ring".into()),
            RecordedMove::Hint,
            RecordedMove::Rewind { to: 0 },
            RecordedMove::Take("wait".into()),
        ],
        rules: 2,
        scenario_hash: "ab".into(),
        standard_hash: "cd".into(),
        started: now(),
        updated: now(),
        clock_moved: false,
        finished: false,
        result: None,
    }
}

/// A learner who plays: what is done is kept in the history and handed to the store, as at every door.
struct Player {
    learner: Learner,
    history: History,
}

impl Player {
    fn save(&mut self, id: AttemptId, attempt: Attempt) -> Result<(), StoreError> {
        let attempt = Arc::new(attempt);
        let saved = self.learner.save(id, &attempt);
        self.history.keep(id, attempt);
        saved
    }

    fn begin(&mut self) -> AttemptId {
        self.history.begin().expect("a number is left")
    }

    fn unfinished(&self) -> Option<(AttemptId, Arc<Attempt>)> {
        let id = self.history.open_plays("customer_not_home", WantedPlay::default()).next()?;
        let at_hand = self.history.get(id).cloned();
        Some((id, at_hand.or_else(|| self.learner.load(id).ok())?))
    }

    fn close(self) -> Vec<StoreError> {
        self.learner.close().1
    }
}

impl std::ops::Deref for Player {
    type Target = Learner;
    fn deref(&self) -> &Learner {
        &self.learner
    }
}

impl std::ops::DerefMut for Player {
    fn deref_mut(&mut self) -> &mut Learner {
        &mut self.learner
    }
}

/// Opens a learner who was just closed. A test beside this one may be starting a program at that moment, whose process
/// still holds a copy of the lock until it has begun; so a lock that is held is asked for again.
fn open(root: &Path, name: &str) -> Player {
    for _ in 0..1_000_000 {
        match Saves::at(root).open(name, zh(), now()) {
            Err(StoreError::InUse { .. }) => std::thread::yield_now(),
            opened => {
                let (learner, history) = opened.expect("opened");
                return Player { learner, history };
            }
        }
    }
    panic!("{name} stays locked")
}

/// A learner with attempts of these seeds, closed again; the folder.
fn with_attempts(root: &Path, name: &str, seeds: &[u64]) -> PathBuf {
    let mut learner = open(root, name);
    for seed in seeds {
        let number = learner.begin();
        learner.save(number, attempt(*seed)).expect("saved");
    }
    let folder = learner.folder().to_owned();
    assert!(learner.close().is_empty());
    folder
}

fn seeds(learner: &Player) -> Vec<u64> {
    learner.history.newest_first().map(|play| play.seed.number()).collect()
}

#[test]
fn what_was_saved_is_there_after_reopening_newest_first() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = with_attempts(root.path(), "Ann", &[1, 2]);
    let mut learner = open(root.path(), "  Ann ");
    assert_eq!(learner.folder(), folder);
    assert_eq!(seeds(&learner), [2, 1]);
    let (number, newest) = learner.unfinished().expect("unfinished");
    let finished = Attempt { finished: true, ..Attempt::clone(&newest) };
    learner.save(number, finished.clone()).expect("saved");
    assert_eq!(learner.unfinished().map(|(_, attempt)| attempt.seed), Some(Seed::new(1)));
    assert_eq!(load_attempt(&folder.join("attempts/000002.ron")).expect("read"), finished);
    let (learners, notices) = Saves::at(root.path()).learners();
    assert!(notices.is_empty());
    assert_eq!(learners.len(), 1);
    assert_eq!(learners[0].profile.name, "Ann");
    assert_eq!(learners[0].last.as_ref().map(|(_, attempt)| attempt.seed), Some(Seed::new(2)));
}

#[test]
fn hostile_names_stay_inside_the_folder_and_find_their_own_again() {
    let outer = tempfile::tempdir().expect("a folder");
    let root = outer.path().join("saves");
    let names = ["../evil", "/etc/x", "CON", "👩\u{200d}🔧", "张三", "李四", "Ann", "a\u{202e}b", ".."];
    let folders: Vec<PathBuf> = names.iter().map(|name| open(&root, name).folder().to_owned()).collect();
    assert_eq!(folders.iter().collect::<BTreeSet<_>>().len(), names.len(), "each has a folder of its own");
    for (name, folder) in names.iter().zip(&folders) {
        assert_eq!(folder.parent(), Some(root.as_path()), "{name}");
        assert_eq!(open(&root, name).folder(), folder, "{name}");
    }
    assert_eq!(fs::read_dir(outer.path()).expect("listed").count(), 1, "nothing was made beside the saves");
    for no_name in ["", " \u{200b}", &"x".repeat(10_000)] {
        assert!(matches!(Saves::at(&root).open(no_name, zh(), now()), Err(StoreError::Name(_))));
    }
}

#[test]
fn a_name_typed_otherwise_is_the_same_person_unless_somebody_is_called_just_so() {
    let root = tempfile::tempdir().expect("a folder");
    let first = with_attempts(root.path(), "Rene\u{301} Li", &[1]);
    for typed in ["Ren\u{e9} Li", "  REN\u{c9}   li "] {
        assert_eq!(open(root.path(), typed).folder(), first, "{typed:?}");
        assert_eq!(open(root.path(), typed).profile().name, "Rene\u{301} Li", "the name is spelt as it was");
    }
    // Who was two people before stays so.
    let other = root.path().join("ren-li-2");
    fs::create_dir_all(&other).expect("made");
    let profile =
        fs::read_to_string(first.join("learner.ron")).expect("read").replace("Rene\u{301} Li", "rene\u{301} li");
    fs::write(other.join("learner.ron"), profile).expect("written");
    assert_eq!(open(root.path(), "rene\u{301} li").folder(), other);
    assert_eq!(open(root.path(), "Rene\u{301} Li").folder(), first);
}

#[test]
fn two_names_with_one_folder_name_get_two_folders() {
    let root = tempfile::tempdir().expect("a folder");
    let first = with_attempts(root.path(), "Ann", &[1]);
    let rival = first.file_name().and_then(|name| name.to_str()).expect("ASCII").to_owned();
    let second = with_attempts(root.path(), &rival, &[2]);
    assert_ne!(first, second, "the second learner's name is the first one's folder");
    assert_eq!(seeds(&open(root.path(), "Ann")), [1]);
    assert_eq!(seeds(&open(root.path(), &rival)), [2]);
}

#[test]
fn a_folder_renamed_by_hand_is_found_by_the_name_inside() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = with_attempts(root.path(), "张三", &[1]);
    fs::rename(&folder, root.path().join("moved")).expect("renamed");
    assert_eq!(seeds(&open(root.path(), "张三")), [1]);
}

#[test]
fn damage_at_any_byte_never_loses_another_attempt() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = with_attempts(root.path(), "ann", &[1, 2]);
    let path = folder.join("attempts/000001.ron");
    let whole = fs::read(&path).expect("read");
    let cut = (0..whole.len()).map(|at| whole[..at].to_vec());
    let flipped = (0..whole.len()).map(|at| {
        let mut bytes = whole.clone();
        bytes[at] ^= if at % 2 == 0 { 0x80 } else { 0x01 };
        bytes
    });
    for bytes in cut.chain(flipped) {
        fs::write(&path, &bytes).expect("written");
        let mut learner = open(root.path(), "ann");
        assert!(seeds(&learner).contains(&2), "the other attempt is there");
        let aside = folder.join("attempts/000001.ron.damaged");
        match &learner.take_notices()[..] {
            [] => assert_eq!(seeds(&learner).len(), 2, "understood, or told"),
            [StoreError::Damaged { aside: Some(told), .. }] => {
                assert_eq!(*told, aside);
                assert_eq!(fs::read(&aside).expect("kept"), bytes);
                fs::remove_file(&aside).expect("removed");
                assert_eq!(learner.begin().get(), 3, "no number is given twice");
            }
            [StoreError::Newer { path: told, .. }] => assert_eq!(fs::read(told).expect("left"), bytes),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_damaged_learner_file_is_set_aside_and_the_attempts_stay() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = with_attempts(root.path(), "Ann", &[1]);
    fs::write(folder.join("learner.ron"), b"Learner(format: 1, na\xFF").expect("written");
    let mut learner = open(root.path(), "Ann");
    assert!(matches!(&learner.take_notices()[..], [StoreError::Damaged { aside: Some(_), .. }]));
    assert_eq!((learner.folder(), seeds(&learner)), (folder.as_path(), vec![1]));
    assert_eq!(learner.profile().name, "Ann");
}

#[test]
fn a_newer_attempt_is_left_in_its_place_and_its_number_not_given_again() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = with_attempts(root.path(), "ann", &[1, 2]);
    let path = folder.join("attempts/000002.ron");
    let newer = "Attempt(\n    format: 5,\n    story: Told([1, 2]),\n)\n";
    fs::write(&path, newer).expect("written");
    let mut learner = open(root.path(), "ann");
    let notices = learner.take_notices();
    assert!(matches!(&notices[..], [StoreError::Newer { format: 5, .. }]), "{notices:?}");
    let told = notices[0].sentence().en;
    assert!(told.contains("000002.ron") && told.contains("update doorstep"), "{told}");
    assert_eq!(seeds(&learner), [1]);
    assert_eq!(learner.begin().get(), 3);
    assert_eq!(fs::read_to_string(path).expect("left"), newer);
}

#[test]
fn a_newer_learner_is_refused() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = with_attempts(root.path(), "ann", &[1]);
    let newer = "Learner(\n    format: 9,\n    who: 1,\n)\n";
    fs::write(folder.join("learner.ron"), newer).expect("written");
    let refused = Saves::at(root.path()).open("ann", zh(), now());
    assert!(matches!(refused, Err(StoreError::Newer { format: 9, .. })));
    assert_eq!(fs::read_to_string(folder.join("learner.ron")).expect("left"), newer);
}

#[test]
fn a_second_door_to_one_learner_is_refused_until_the_first_is_closed() {
    let root = tempfile::tempdir().expect("a folder");
    let first = open(root.path(), "Ann");
    let refused = Saves::at(root.path()).open("Ann", zh(), now()).expect_err("locked");
    assert!(matches!(&refused, StoreError::InUse { name, .. } if name == "Ann"), "{refused}");
    if cfg!(unix) {
        assert!(refused.to_string().contains(&std::process::id().to_string()), "{refused}");
    }
    drop(open(root.path(), "Bob"));
    drop(first);
    drop(open(root.path(), "Ann"));
}

#[test]
fn stray_temporary_files_are_swept_when_the_learner_is_opened() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = with_attempts(root.path(), "ann", &[1]);
    let stray = [folder.join(".doorstep-Xy12.tmp"), folder.join("attempts/.doorstep-Zz.tmp")];
    let foreign = folder.join("attempts/notes.tmp");
    stray.iter().chain([&foreign]).for_each(|path| fs::write(path, "half").expect("written"));
    drop(open(root.path(), "ann"));
    assert!(stray.iter().all(|path| !path.exists()) && foreign.exists());
}

#[test]
fn a_file_in_place_of_the_folder_of_saves_is_told_and_play_goes_on_in_memory() {
    let outer = tempfile::tempdir().expect("a folder");
    let root = outer.path().join("saves");
    fs::write(&root, "a file").expect("written");
    plays_in_memory(&root);
    assert_eq!(fs::read_to_string(&root).expect("read"), "a file");
}

fn plays_in_memory(root: &Path) {
    let mut learner = open(root, "Cleo");
    let notices = learner.take_notices();
    assert!(notices.iter().any(|notice| matches!(notice, StoreError::InMemory { .. })), "{notices:?}");
    let number = learner.begin();
    assert!(learner.state().why().is_some() && learner.state().unsaved().is_none(), "nothing was done yet");
    assert!(learner.save(number, attempt(5)).is_err());
    assert!(matches!(learner.save(number, attempt(6)), Err(StoreError::InMemory { .. })));
    assert_eq!(learner.unfinished().map(|(_, attempt)| attempt.seed), Some(Seed::new(6)));
    assert!(learner.state().unsaved().is_some(), "for as long as it lasts");
    assert!(learner.close().is_empty(), "told once");
}

/// A small disk in memory, taken down when dropped.
pub(crate) struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    /// None where the tests may not mount.
    pub(crate) fn new() -> Option<SmallDisk> {
        let folder = tempfile::tempdir().expect("a folder");
        let done = Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(folder.path()).output();
        done.is_ok_and(|done| done.status.success()).then_some(SmallDisk(folder))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn make_read_only(&self) {
        let done = Command::new("mount").args(["-o", "remount,ro"]).arg(self.path()).output().expect("mount runs");
        assert!(done.status.success(), "{done:?}");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.path()).output();
    }
}

/// Where nothing may be mounted, a folder in place of the file makes the write fail instead.
#[test]
fn a_save_that_fails_leaves_the_old_one_and_a_later_one_succeeds() {
    let disk = SmallDisk::new();
    let plain = tempfile::tempdir().expect("a folder");
    let root = disk.as_ref().map_or(plain.path(), SmallDisk::path);
    let mut learner = open(root, "ann");
    let number = learner.begin();
    learner.save(number, attempt(1)).expect("saved");
    let path = learner.folder().join(format!("attempts/{number}.ron"));
    let obstacle = match disk {
        Some(_) => Obstacle::fill(root),
        None => Obstacle::replace(&path),
    };
    learner.save(number, attempt(2)).expect_err("it cannot be written");
    learner.save(number, attempt(3)).expect_err("it cannot be written");
    assert!(learner.state().unsaved().is_some());
    let notices = learner.take_notices();
    let [StoreError::Write { path: told, why, .. }] = &notices[..] else { panic!("{notices:?}") };
    assert_eq!(*told, path);
    if disk.is_some() {
        assert_eq!(why.to_string(), "the disk is full");
        assert_eq!(load_attempt(&path).expect("the old save stays").seed, Seed::new(1));
    }
    assert_eq!(seeds(&learner), [3], "play goes on");
    obstacle.remove();
    learner.flush();
    assert!(learner.state().why().is_none(), "it is healed");
    let next = learner.begin();
    learner.save(next, attempt(4)).expect("saved");
    assert_eq!(load_attempt(&path).expect("read").seed, Seed::new(3), "what had failed came with it");
}

/// What keeps a save from being written.
struct Obstacle(PathBuf);

impl Obstacle {
    /// Fills the disk to the last byte.
    fn fill(disk: &Path) -> Obstacle {
        let filler = disk.join("filler");
        let full = fs::write(&filler, vec![0; 1 << 20]).expect_err("the disk is small");
        assert_eq!(full.kind(), std::io::ErrorKind::StorageFull);
        Obstacle(filler)
    }

    fn replace(path: &Path) -> Obstacle {
        fs::remove_file(path).expect("removed");
        fs::create_dir(path).expect("made");
        Obstacle(path.to_owned())
    }

    fn remove(self) {
        let gone = if self.0.is_dir() { fs::remove_dir(&self.0) } else { fs::remove_file(&self.0) };
        gone.expect("removed");
    }
}

/// Where nothing may be mounted, a file in place of the folder stands for the read-only disk.
#[test]
fn on_a_read_only_disk_earlier_attempts_are_read_and_new_ones_kept_in_memory() {
    let Some(disk) = SmallDisk::new() else {
        let outer = tempfile::tempdir().expect("a folder");
        fs::write(outer.path().join("saves"), "a file").expect("written");
        return plays_in_memory(&outer.path().join("saves"));
    };
    with_attempts(disk.path(), "Ann", &[1, 2]);
    disk.make_read_only();
    let mut learner = open(disk.path(), "Ann");
    let notices = learner.take_notices();
    assert!(matches!(&notices[..], [StoreError::InMemory { why: Cause::Io(_), .. }]), "{notices:?}");
    assert!(notices[0].to_string().contains("the disk is read-only"), "{}", notices[0]);
    assert_eq!(seeds(&learner), [2, 1]);
    assert_eq!(learner.begin().get(), 3);
    drop(learner);
    plays_in_memory(disk.path());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn every_name_opens_finds_itself_again_and_stays_inside(name in "\\PC{0,70}|[./\\\\a-zA-Z]{1,20}") {
        let outer = tempfile::tempdir().expect("a folder");
        let root = outer.path().join("saves");
        let Ok((learner, history)) = Saves::at(&root).open(&name, zh(), now()) else { return Ok(()) };
        let mut learner = Player { learner, history };
        let number = learner.begin();
        learner.save(number, attempt(9)).expect("saved");
        let folder = learner.folder().to_owned();
        drop(learner);
        let again = open(&root, &name);
        prop_assert_eq!(again.folder(), &*folder);
        prop_assert_eq!(folder.parent(), Some(root.as_path()));
        prop_assert_eq!(seeds(&again), vec![9]);
        prop_assert_eq!(fs::read_dir(outer.path()).expect("listed").count(), 1);
    }
}

#[test]
fn a_document_is_kept_in_a_folder_of_its_own_and_nowhere_else() {
    let root = tempfile::tempdir().expect("a folder");
    let learner = open(root.path(), "Ann");
    let path = learner.export("000001-knock.en.md", "# One door").expect("written");
    assert_eq!(path, learner.folder().join("debriefs/000001-knock.en.md"));
    learner.export("000001-knock.en.md", "# Again").expect("written over");
    assert_eq!(fs::read_to_string(&path).expect("read"), "# Again");
    for name in ["../learner.ron", "a/b.md", "", "..", "/tmp/x.md"] {
        assert!(matches!(learner.export(name, "x"), Err(StoreError::Write { .. })), "{name:?}");
    }
    assert_eq!(fs::read_dir(learner.folder().join("debriefs")).expect("listed").count(), 1);
}

#[cfg(unix)]
#[test]
fn what_stands_in_place_of_the_lock_is_never_touched() {
    let letter = "Dear Ann, this is no lock, and it is longer than a number.";
    for hard in [false, true] {
        let root = tempfile::tempdir().expect("a folder");
        let folder = with_attempts(root.path(), "ann", &[1]);
        let (lock, target) = (folder.join("learner.lock"), root.path().join("letter"));
        fs::write(&target, letter).expect("written");
        fs::remove_file(&lock).expect("removed");
        if hard { fs::hard_link(&target, &lock) } else { std::os::unix::fs::symlink(&target, &lock) }.expect("linked");
        let mut learner = open(root.path(), "ann");
        let notices = learner.take_notices();
        assert!(
            matches!(&notices[..], [StoreError::InMemory { path, why: Cause::Linked }] if *path == lock),
            "{notices:?}"
        );
        assert_eq!(seeds(&learner), [1], "what was played is there");
        drop(learner);
        assert_eq!(fs::read_to_string(&target).expect("read"), letter);
    }
    let root = tempfile::tempdir().expect("a folder");
    let folder = with_attempts(root.path(), "ann", &[1]);
    fs::write(folder.join("learner.lock"), letter).expect("written");
    assert!(open(root.path(), "ann").take_notices().is_empty(), "it serves as a lock as it is");
    assert_eq!(fs::read_to_string(folder.join("learner.lock")).expect("read"), letter);
}

#[test]
fn where_the_last_number_is_taken_no_play_covers_it() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = with_attempts(root.path(), "ann", &[1]);
    let last = folder.join("attempts/4294967295.ron");
    fs::copy(folder.join("attempts/000001.ron"), &last).expect("copied");
    let beyond = folder.join("attempts/18446744073709551615.ron");
    fs::copy(&last, &beyond).expect("copied");
    let mut learner = open(root.path(), "ann");
    assert_eq!(learner.history.begin(), None, "there is no number after the last");
    assert_eq!(learner.history.len(), 2);
    let notices = learner.take_notices();
    let [StoreError::Read { path, why: Cause::NotANumber }] = &notices[..] else { panic!("{notices:?}") };
    assert_eq!(*path, beyond);
    assert!(last.exists() && beyond.exists());
}

#[test]
fn a_first_save_covers_nothing_that_was_put_there_meanwhile_and_takes_the_next_number() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = with_attempts(root.path(), "ann", &[1]);
    let play = |number: u32| folder.join(format!("attempts/{number:06}.ron"));
    let mut learner = open(root.path(), "ann");
    let (second, third) = (learner.begin(), learner.begin());
    // A synchroniser brings what was played elsewhere.
    let foreign = fs::read_to_string(play(1)).expect("read").replace("seed: 1", "seed: 90");
    fs::write(play(2), &foreign).expect("written");
    for moves in [2, 3] {
        let mut own = attempt(2);
        own.moves.truncate(moves);
        learner.save(second, own).expect("saved");
        learner.save(third, attempt(3)).expect("saved");
    }
    assert_eq!(learner.load(second).expect("read").seed, Seed::new(2), "the play finds its own file");
    let shown: Vec<u64> = learner.history.newest_first().map(|play| play.seed.number()).collect();
    assert_eq!(shown, [3, 2, 1]);
    drop(learner);
    assert_eq!(fs::read_to_string(play(2)).expect("left"), foreign);
    assert_eq!(load_attempt(&play(3)).expect("read").moves.len(), 3);
    assert_eq!(seeds(&open(root.path(), "ann")), [3, 2, 90, 1]);
}

#[test]
fn copies_that_a_synchroniser_left_are_told_and_are_no_plays() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = with_attempts(root.path(), "ann", &[1, 2]);
    let copies = [
        "attempts/000001 (conflicted copy 2026-03-01).ron",
        "attempts/000002.sync-conflict-20260301-090000-ABCDEFG.ron",
        "attempts/000002.ron (1)",
        "attempts/000001 (李的冲突副本).ron",
        "learner (1).ron",
    ];
    for copy in copies {
        fs::copy(folder.join("attempts/000001.ron"), folder.join(copy)).expect("copied");
    }
    for _ in 0..2 {
        let mut learner = open(root.path(), "ann");
        let told: BTreeSet<PathBuf> = learner
            .take_notices()
            .into_iter()
            .map(|notice| match notice {
                StoreError::Read { path, why: Cause::ConflictCopy } => path,
                other => panic!("{other}"),
            })
            .collect();
        assert_eq!(told, copies.iter().map(|copy| folder.join(copy)).collect(), "each time, until they are gone");
        assert_eq!(seeds(&learner), [2, 1], "none is a play");
        assert_eq!(learner.begin().get(), 3);
    }
}

#[test]
fn a_second_folder_of_the_same_name_is_told_and_left_as_it_is() {
    let root = tempfile::tempdir().expect("a folder");
    let first = with_attempts(root.path(), "ann", &[1]);
    // In the order of names the copy comes first.
    let copy = root.path().join("a-copy");
    fs::create_dir(&copy).expect("made");
    fs::copy(first.join("learner.ron"), copy.join("learner.ron")).expect("copied");
    let mut learner = open(root.path(), "ann");
    let notices = learner.take_notices();
    let [StoreError::Learner(LearnerMixup::SameName { opened, other, .. })] = &notices[..] else {
        panic!("{notices:?}")
    };
    assert_eq!((opened, other), (&first, &copy));
    let number = learner.begin();
    learner.save(number, attempt(2)).expect("saved");
    drop(learner);
    assert_eq!(fs::read_dir(&copy).expect("listed").count(), 1, "nothing was written there");
}

#[test]
fn what_is_done_is_added_to_the_file_and_read_back_with_it() {
    let root = tempfile::tempdir().expect("a folder");
    let mut learner = open(root.path(), "ann");
    let number = learner.begin();
    let path = learner.folder().join(format!("attempts/{number}.ron"));
    let mut own = Attempt { moves: Vec::new(), ..attempt(7) };
    let mut before = Vec::new();
    for (turn, id) in ["ring", "wait \"\n) }", "铃", "bye"].into_iter().enumerate() {
        own.record(RecordedMove::Take(id.into()), now());
        own.finished = turn == 3;
        learner.save(number, own.clone()).expect("saved");
        let bytes = fs::read(&path).expect("read");
        assert!(turn == 0 || bytes.starts_with(&before), "only added to");
        assert_eq!(load_attempt(&path).expect("it is whole"), own);
        before = bytes;
    }
    // A kill in the middle of a line leaves what was kept before it.
    for end in before.len() - 20..before.len() {
        fs::write(&path, &before[..end]).expect("written");
        let torn = load_attempt(&path).expect("its end alone is torn");
        assert_eq!(torn.moves, own.moves[..3]);
        assert!(!torn.finished);
    }
    fs::write(&path, [&before[..], b"Step(did: Nothing)\n"].concat()).expect("written");
    assert!(matches!(load_attempt(&path), Err(StoreError::Damaged { .. })), "a whole line must make sense");
    fs::write(&path, &before).expect("written");
    assert!(learner.close().is_empty());
    let after = fs::read_to_string(&path).expect("read");
    assert_eq!(load_attempt(&path).expect("it is whole"), own);
    assert!(after.ends_with("\n)\n") && !after.contains("Step("), "written whole at the end: {after}");
}

/// The index of a learner's folder, and the folder of the attempts.
fn index_and_attempts(folder: &Path) -> (PathBuf, PathBuf) {
    (folder.join("plays.index"), folder.join("attempts"))
}

/// Sets back when everything in a folder was changed, so that its index need not wait for it to settle.
fn age(folder: &Path) {
    let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_hours(400_000);
    let (_, attempts) = index_and_attempts(folder);
    let files = fs::read_dir(&attempts).expect("listed").map(|entry| entry.expect("an entry").path());
    for path in files.chain([attempts.clone()]).collect::<Vec<_>>() {
        fs::File::open(path).and_then(|file| file.set_modified(long_ago)).expect("set back");
    }
}

#[test]
fn the_index_is_only_derived_and_follows_the_folder() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = with_attempts(root.path(), "ann", &[1, 2, 3]);
    let (index, attempts) = index_and_attempts(&folder);
    let play = |number: u32| attempts.join(format!("{number:06}.ron"));
    age(&folder);
    drop(open(root.path(), "ann"));
    let whole = fs::read_to_string(&index).expect("an index");
    // That a damage goes unseen shows that the files are not read; it is met when the play is looked at.
    fs::write(play(2), "Attempt(").expect("written in place");
    age(&folder);
    let learner = open(root.path(), "ann");
    assert_eq!(seeds(&learner), [3, 2, 1]);
    let looked_at = learner.load(AttemptId::new(2).expect("a number"));
    assert!(matches!(looked_at, Err(StoreError::Damaged { aside: Some(_), .. })), "{looked_at:?}");
    drop(learner);
    assert_eq!(seeds(&open(root.path(), "ann")), [3, 1]);
    fs::rename(attempts.join("000002.ron.damaged"), root.path().join("aside")).expect("moved");
    for spoiled in ["", "doorstep plays 1", &whole[..whole.len() / 2], &whole.replace(" 3 ", " 4 "), &whole] {
        fs::write(&index, spoiled).expect("written");
        assert_eq!(seeds(&open(root.path(), "ann")), [3, 1], "{spoiled}");
    }
    fs::remove_file(&index).expect("removed");
    let mut learner = open(root.path(), "ann");
    assert_eq!(seeds(&learner), [3, 1]);
    assert_eq!(learner.begin().get(), 4);
    drop(learner);
    fs::copy(play(1), play(9)).expect("copied");
    assert_eq!(seeds(&open(root.path(), "ann")), [1, 3, 1], "a new file is seen");
    fs::remove_file(play(3)).expect("removed");
    let mut learner = open(root.path(), "ann");
    assert_eq!((seeds(&learner), learner.begin().get()), (vec![1, 1], 10));
    assert!(learner.take_notices().is_empty());
}

#[test]
fn what_a_play_came_to_is_remembered_in_its_file_and_in_the_index() {
    use doorstep::record::play_result::PlayResult;
    let root = tempfile::tempdir().expect("a folder");
    let result = Some(PlayResult { points: 61, best: 76 });
    let mut learner = open(root.path(), "ann");
    let (first, second) = (learner.begin(), learner.begin());
    learner.save(first, Attempt { finished: true, result, ..attempt(1) }).expect("saved");
    learner.save(second, Attempt { finished: true, ..attempt(2) }).expect("saved");
    let folder = learner.folder().to_owned();
    drop(learner);
    let came_to = |learner: &Player, id| learner.history.play(id).and_then(|play| Some(play.result.clone()?.result));
    for is_indexed in [true, false] {
        if !is_indexed {
            fs::remove_file(folder.join("plays.index")).expect("removed");
        }
        let mut learner = open(root.path(), "ann");
        assert_eq!((came_to(&learner, first), came_to(&learner, second)), (result, None));
        let by = learner.history.play(first).and_then(|play| play.result.clone()).expect("judged");
        learner.note(second, by);
        drop(learner);
        assert_eq!(came_to(&open(root.path(), "ann"), second), result, "judged later, in the index alone");
    }
}

/// Of a learner with one judged play, whose index is old enough to be believed: the learner's folder.
fn with_a_believed_index(root: &Path) -> PathBuf {
    use doorstep::record::play_result::PlayResult;
    let mut learner = open(root, "ann");
    let id = learner.begin();
    let result = Some(PlayResult { points: 61, best: 76 });
    learner.save(id, Attempt { finished: true, result, ..attempt(1) }).expect("saved");
    let folder = learner.folder().to_owned();
    drop(learner);
    age(&folder);
    drop(open(root, "ann"));
    folder
}

#[test]
fn an_index_that_was_altered_is_not_believed() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = with_a_believed_index(root.path());
    let (index, _) = index_and_attempts(&folder);
    let whole = fs::read_to_string(&index).expect("an index");
    let points = || {
        let learner = open(root.path(), "ann");
        learner.history.plays()[0].result.as_ref().expect("judged").result.points
    };
    assert_eq!(points(), 61);
    let altered = whole.replace(" 61 76\n", " 76 76\n");
    assert_ne!(altered, whole);
    fs::write(&index, &altered).expect("written");
    assert_eq!(points(), 61, "a learner is shown what was judged, not what stands in a spoiled index");
}

#[test]
fn a_clock_that_stands_still_was_not_moved() {
    let root = tempfile::tempdir().expect("a folder");
    let mut learner = open(root.path(), "ann");
    let id = learner.begin();
    let mut own = attempt(1);
    for _ in 0..3 {
        own.record(RecordedMove::Take("ring".into()), own.updated);
        learner.save(id, own.clone()).expect("saved");
    }
    drop(learner);
    let learner = open(root.path(), "ann");
    let read = learner.load(id).expect("it is read");
    assert_eq!((read.moves.len(), read.clock_moved, own.clock_moved), (own.moves.len(), false, false));
}

#[test]
fn a_result_is_shown_as_todays_only_where_nothing_changed_since() {
    use doorstep::play::scoring::EDITION;
    use doorstep::record::play_result::PlayResult;
    use doorstep::record::summary::{JudgedResult, PlaySummary, PlayedContent};
    let pack = crate::common::bundled();
    let scenario = pack.scenarios.heads().next().expect("there is one");
    let now = PlayedContent::now(&scenario.id, &scenario.hash, &pack.standard_hash);
    let result = PlayResult { points: 61, best: 76 };
    let shown = |by: PlayedContent| {
        let judged = JudgedResult { by: Arc::new(by), result };
        PlaySummary { result: Some(judged), ..PlaySummary::of(AttemptId::FIRST, &attempt(1)) }.result_now(&now)
    };
    assert_eq!(shown(now.clone()), Some(result));
    for other in [
        PlayedContent { rules: EDITION - 1, ..now.clone() },
        PlayedContent { scenario: "another".into(), ..now.clone() },
        PlayedContent { scenario_hash: "edited".into(), ..now.clone() },
        PlayedContent { standard_hash: "edited".into(), ..now.clone() },
    ] {
        assert_eq!(shown(other.clone()), None, "{other:?}");
    }
}
