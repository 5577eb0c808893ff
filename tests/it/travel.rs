//! A learner who goes to another machine in one file: nothing lost, nothing doubled, and nothing taken in of a file in which a
//! single byte is not as it was written.

use crate::program::Machine;
use crate::saves::SmallDisk;
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::play::engine::RecordedMove;
use doorstep::record::attempt::{Attempt, AttemptId, Mode};
use doorstep::record::day::Day;
use doorstep::record::journal::{Happened, JournalOrigin, JournalStamp};
use doorstep::record::travel::{ImportedLearner, ImportedPlays};
use doorstep::store::{Cause, ImportOutcome, Saves, StoreError, TravelFaultKind};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn lang() -> Lang {
    Lang::new("en").expect("a tag")
}

/// A play that began with this seed, at a second of its own, and took these choices.
fn play(seed: u64, line: &[&str]) -> Attempt {
    let started = Timestamp::from_second(1_770_000_000 + i64::try_from(seed).expect("small")).expect("in range");
    Attempt {
        scenario: "customer_not_home".into(),
        seed: Seed::new(seed),
        mode: Mode::Practice,
        language: lang(),
        moves: line.iter().map(|id| RecordedMove::Take((*id).into())).collect(),
        rules: 2,
        scenario_hash: "ab".repeat(32).into(),
        standard_hash: "cd".repeat(32).into(),
        started,
        updated: started,
        clock_moved: false,
        finished: false,
        result: None,
    }
}

/// A machine with saves.
struct Desk {
    folder: tempfile::TempDir,
    origin: u64,
}

impl Desk {
    fn new(origin: u64) -> Desk {
        Desk { folder: tempfile::tempdir().expect("a folder"), origin }
    }

    fn saves(&self) -> Saves {
        Saves::at(self.folder.path().join("saves"))
    }

    /// Keeps plays under the numbers that are said, the first time or again, and so many events.
    fn keep(&self, name: &str, plays: &[(u32, Attempt)], events: u32) {
        let (mut learner, _) = self.saves().open(name, lang(), Timestamp::UNIX_EPOCH).expect("opened");
        for (number, attempt) in plays {
            let number = AttemptId::new(*number).expect("a number");
            let file = learner.folder().join(format!("attempts/{number}.ron"));
            let _ = fs::remove_file(file);
            learner.save(number, &Arc::new(attempt.clone())).expect("saved");
        }
        let stamp =
            JournalStamp { origin: JournalOrigin::new(self.origin), at: Timestamp::UNIX_EPOCH, day: Day::FIRST };
        learner.append((0..events).map(Happened::MinutesChosen).collect(), stamp).expect("kept");
        learner.close();
    }

    /// Writes a learner into a file.
    fn export(&self, name: &str) -> PathBuf {
        let (own, unread) = self.saves().export(name).expect("exported");
        assert!(unread.is_empty(), "{unread:?}");
        let path = self.folder.path().join(format!("{}.learner", own.sha256));
        fs::write(&path, own.text).expect("written");
        path
    }

    fn try_import(&self, files: &[&PathBuf], named: Option<&str>) -> Result<ImportOutcome, StoreError> {
        let files: Vec<_> = files.iter().map(|file| ((*file).clone(), (*file).clone())).collect();
        self.saves().import(&files, named)
    }

    fn import(&self, file: &PathBuf) -> ImportedLearner {
        let outcome = self.try_import(&[file], None).expect("imported");
        assert!(outcome.unread.is_empty(), "{:?}", outcome.unread);
        outcome.imported.into_iter().next().expect("a file")
    }

    /// The plays of somebody, by number.
    fn plays(&self, name: &str) -> Vec<Attempt> {
        self.saves().plays_of(name).expect("read").plays.into_iter().map(|(_, attempt)| attempt).collect()
    }

    /// Every file with what it holds; a lock says nothing.
    fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut all = BTreeMap::new();
        walk(&self.folder.path().join("saves"), &mut all);
        all
    }
}

fn walk(folder: &Path, all: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for path in fs::read_dir(folder).into_iter().flatten().map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            walk(&path, all);
        } else if path.extension().is_none_or(|own| own != "lock") {
            all.insert(path.clone(), fs::read(&path).expect("read"));
        }
    }
}

fn added(added: usize) -> ImportedPlays {
    ImportedPlays { added, ..ImportedPlays::default() }
}

#[test]
fn a_learner_arrives_whole_on_another_machine_and_a_second_time_changes_nothing() {
    let (here, there) = (Desk::new(1), Desk::new(2));
    here.keep("Lin Na", &[(1, play(1, &["ring", "wait"])), (4, play(2, &[]))], 3);
    let file = here.export("lin na");
    let brought = there.import(&file);
    let whole = ImportedLearner { learner: "Lin Na".into(), is_new: true, plays: added(2), events: 3 };
    assert_eq!(brought, whole);
    assert_eq!(there.plays("Lin Na"), here.plays("Lin Na"));
    let journals = [&here, &there].map(|desk| desk.saves().journal("Lin Na").expect("read").0);
    assert_eq!(journals[0], journals[1]);
    let before = there.files();
    let again = there.import(&file);
    assert_eq!((again.plays, again.events), (ImportedPlays { known: 2, ..ImportedPlays::default() }, 0));
    assert!(!again.is_news());
    assert_eq!(there.files(), before);
    assert_eq!(here.import(&file).plays.known, 2, "at home too");
    let (mut learner, history) = there.saves().open("Lin Na", lang(), Timestamp::UNIX_EPOCH).expect("opened");
    assert_eq!((history.plays().len(), learner.take_notices().len()), (2, 0));
}

#[test]
fn where_both_machines_went_on_the_longer_play_wins_and_parted_ones_are_both_kept() {
    let (here, there) = (Desk::new(1), Desk::new(2));
    here.keep("Lin", &[(1, play(1, &["a"])), (2, play(2, &["a"])), (3, play(3, &["a"]))], 1);
    there.import(&here.export("Lin"));
    here.keep("Lin", &[(1, play(1, &["a", "b"])), (3, play(3, &["a", "x"])), (4, play(4, &["n"]))], 2);
    there.keep("Lin", &[(2, play(2, &["a", "c", "d"])), (3, play(3, &["a", "y"])), (4, play(5, &["m"]))], 4);
    let home = there.import(&here.export("Lin"));
    let met = ImportedPlays { added: 1, went_on: 1, parted: 1, known: 1 };
    assert_eq!((home.plays, home.events, home.is_new), (met, 2, false));
    let back = here.import(&there.export("Lin"));
    // What parted is known as its own play now: only that of the other machine is new.
    assert_eq!(back.plays, ImportedPlays { added: 1, went_on: 1, parted: 1, known: 3 });
    assert_eq!(back.events, 4);
    let lines = |desk: &Desk| {
        let mut lines: Vec<String> =
            desk.plays("Lin").iter().map(|own| format!("{} {}", own.seed.number(), own.line().join("-"))).collect();
        lines.sort();
        lines
    };
    assert_eq!(lines(&here), ["1 a-b", "2 a-c-d", "3 a-x", "3 a-y", "4 n", "5 m"]);
    assert_eq!(lines(&there), lines(&here));
    let keys = [&here, &there].map(|desk| {
        let events = desk.saves().journal("Lin").expect("read").0;
        events.iter().map(|event| event.key).collect::<std::collections::BTreeSet<_>>()
    });
    assert_eq!((keys[0].len(), &keys[0]), (7, &keys[1]));
    assert!(!there.import(&here.export("Lin")).is_news(), "now both are level");
}

#[test]
fn another_name_makes_somebody_or_meets_somebody_and_two_files_may_be_of_one() {
    let (here, there) = (Desk::new(1), Desk::new(2));
    here.keep("Lin", &[(1, play(1, &["a"]))], 1);
    here.keep("Wang", &[(1, play(2, &["a"]))], 0);
    let files = [here.export("Lin"), here.export("Wang")];
    let both = there.try_import(&[&files[0], &files[1]], Some(" Lin  (work) ")).expect("imported").imported;
    assert_eq!(both.iter().map(|own| own.is_new).collect::<Vec<_>>(), [true, false]);
    assert_eq!(there.plays("lin (WORK)").len(), 2);
    there.keep("Zhao", &[], 0);
    let met = there.try_import(&[&files[0]], Some("zhao")).expect("imported").imported;
    assert_eq!((met[0].learner.as_str(), met[0].is_new, met[0].plays.added), ("Zhao", false, 1));
    let nobody = there.try_import(&[&files[0]], Some("\u{200b}")).expect_err("no name");
    assert!(matches!(nobody, StoreError::Name(_)));
}

#[test]
fn every_byte_that_is_flipped_and_every_line_that_is_missing_is_refused_and_nothing_written() {
    let (here, there) = (Desk::new(1), Desk::new(2));
    here.keep("李", &[(1, play(1, &["a"]))], 1);
    there.keep("李", &[(1, play(9, &["z"]))], 1);
    let file = here.export("李");
    let (text, before) = (fs::read(&file).expect("read"), there.files());
    let spoiled = here.folder.path().join("spoiled.learner");
    let refused = |bytes: &[u8], what: String| {
        fs::write(&spoiled, bytes).expect("written");
        // Whole files beside it do not help.
        let error = there.try_import(&[&file, &spoiled], None).expect_err(&what);
        let StoreError::Travel { path, fault } = &error else { panic!("{what}: {error:?}") };
        assert!(*path == spoiled && error.to_string().contains(&format!("line {}", fault.line)), "{what}: {error}");
    };
    for at in 0..text.len() {
        let mut bytes = text.clone();
        bytes[at] ^= 1 << (at % 8);
        refused(&bytes, format!("byte {at}"));
    }
    let ends: Vec<usize> = text.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1).collect();
    for end in ends.iter().rev().skip(1) {
        refused(&text[..*end], format!("cut at {end}"));
    }
    assert_eq!(there.files(), before);
    assert_eq!(there.import(&file).plays.added, 1, "whole it is taken in");
}

#[test]
fn what_is_newer_or_makes_no_sense_though_its_hashes_hold_is_refused_with_its_line() {
    let there = Desk::new(2);
    let profile = "Learner(\n    format: 1,\n    name: \"Lin\",\n    language: \"en\",\n    created: \"2026-03-01T09:00:00Z\",\n)\n";
    let newer = |format: u32| TravelFaultKind::Newer(format);
    let file = there.folder.path().join("made.learner");
    for (parts, line, is_told) in [
        (&[("profile", profile), ("journal", "{\"format\":7}\n")][..], 9, Some(newer(7))),
        (&[("profile", "Learner(\n    format: 9,\n)\n")], 2, Some(newer(9))),
        (&[("profile", profile), ("attempt/000001", "Attempt(\n    format: 8,\n)\n")], 9, Some(newer(8))),
        (&[("profile", profile), ("profile", profile)], 9, Some(TravelFaultKind::Twice("profile".into()))),
        (&[("journal", "{\"format\":1}\n")], 2, Some(TravelFaultKind::NoProfile)),
        (&[("profile", profile), ("journal", "{\"format\":1}\nnonsense\n")], 9, None),
        (&[("profile", profile), ("attempt/000001", "Attempt()\n")], 9, None),
        (&[("profile", profile), ("journal", "no end")], 9, None),
        (&[("profile", profile), ("diary", "x\n")], 9, Some(TravelFaultKind::NoPart)),
    ] {
        fs::write(&file, sealed(parts)).expect("written");
        let error = there.try_import(&[&file], None).expect_err("refused");
        let StoreError::Travel { fault, .. } = &error else { panic!("{error:?}") };
        assert_eq!(fault.line, line, "{error}");
        let is_fit = is_told.map_or(matches!(fault.kind, TravelFaultKind::Senseless(..)), |kind| kind == fault.kind);
        assert!(is_fit, "{error}");
    }
    assert!(there.files().is_empty());
    fs::write(&file, sealed(&[("profile", profile)])).expect("written");
    assert!(there.import(&file).is_new, "a learner who did nothing yet travels too");
}

/// A file of these parts whose hashes hold.
fn sealed(parts: &[(&str, &str)]) -> String {
    use sha2::{Digest, Sha256};
    let hash = |text: &str| Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let mut text = "doorstep learner 1\n".to_owned();
    for (name, part) in parts {
        text += &format!("part {name} {} {}\n{part}", part.len(), hash(part));
    }
    let end = format!("end {} {}\n", parts.len(), hash(&text));
    text + &end
}

#[test]
fn who_is_open_elsewhere_is_refused_and_nobody_else_is_written_either() {
    let (here, there) = (Desk::new(1), Desk::new(2));
    here.keep("Lin", &[(1, play(1, &["a"]))], 1);
    here.keep("Wang", &[(1, play(2, &["a"]))], 1);
    there.keep("Wang", &[], 0);
    let files = [here.export("Lin"), here.export("Wang")];
    let (wang, _) = there.saves().open("Wang", lang(), Timestamp::UNIX_EPOCH).expect("opened");
    let before = there.files();
    let error = there.try_import(&[&files[0], &files[1]], None).expect_err("open");
    assert!(matches!(error, StoreError::InUse { .. }), "{error}");
    assert!(matches!(there.saves().export("Wang"), Err(StoreError::InUse { .. })));
    assert_eq!(there.files(), before);
    drop(wang);
    there.try_import(&[&files[0], &files[1]], None).expect("closed");
}

#[test]
fn where_saves_cannot_be_written_a_learner_can_leave_and_nobody_arrives() {
    let (here, there) = (Desk::new(1), Desk::new(2));
    here.keep("Lin", &[(1, play(1, &["a"]))], 1);
    let Some(disk) = SmallDisk::new() else { return in_memory(&here, &there) };
    here.keep("Lin", &[(2, play(2, &["a"]))], 1);
    let home = Saves::at(disk.path());
    let file = here.export("Lin");
    let files = [(file.clone(), file.clone())];
    home.import(&files, Some("Wang")).expect("it can still be written");
    disk.make_read_only();
    assert_eq!(home.export("Wang").expect("read").0.plays, 2);
    for name in ["Wang", "Zhao"] {
        let error = home.import(&files, Some(name)).expect_err("read-only");
        assert!(matches!(error, StoreError::Write { .. }), "{error:?}");
        assert!(error.to_string().contains("the disk is read-only"), "{error}");
    }
    in_memory(&here, &there);
}

/// Where nothing may be mounted, a folder in place of the lock and a file in place of the saves stand for such a disk.
fn in_memory(here: &Desk, there: &Desk) {
    let folder = here.saves().learners().0[0].folder.clone();
    fs::remove_file(folder.join("learner.lock")).expect("removed");
    fs::create_dir_all(folder.join("learner.lock")).expect("made");
    let file = here.export("Lin");
    let before = here.files();
    let error = here.try_import(&[&file], None).expect_err("nothing can be written");
    assert!(matches!(error, StoreError::Write { why: Cause::NotAFile, .. }), "{error:?}");
    assert_eq!(here.files(), before);
    fs::write(there.saves().root(), "a file").expect("written");
    there.try_import(&[&file], None).expect_err("nothing can be written");
    assert_eq!(fs::read_to_string(there.saves().root()).expect("read"), "a file");
}

#[test]
fn an_import_that_was_cut_off_is_finished_by_the_next() {
    let (here, there) = (Desk::new(1), Desk::new(2));
    let plays: Vec<(u32, Attempt)> = (1..=4).map(|number| (number, play(number.into(), &["a"]))).collect();
    here.keep("Lin", &plays, 3);
    let file = here.export("Lin");
    there.import(&file);
    let whole = there.files();
    let folder = there.saves().learners().0[0].folder.clone();
    // As a kill leaves it behind the second play.
    for gone in ["attempts/000003.ron", "attempts/000004.ron", "journal"] {
        fs::remove_file(folder.join(gone)).expect("removed");
    }
    let rest = there.import(&file);
    assert_eq!((rest.plays, rest.events), (ImportedPlays { added: 2, known: 2, ..ImportedPlays::default() }, 3));
    assert_eq!(there.files(), whole);
}

#[test]
fn at_the_command_line_a_learner_goes_through_a_file_or_a_pipe_in_both_languages() {
    let (here, there) = (Machine::new(), Machine::new());
    for seed in ["1", "2"] {
        let choices = ["play", "customer_not_home", "--seed", seed, "--choices", "go_in", "--save", "--learner", "lin"];
        here.json(&[&choices[..], &["--json"]].concat());
    }
    let told = here.run(&["export", "LIN", "lin.learner"]);
    assert_eq!(told.out, "lin is in lin.learner now: 2 plays, 0 things remembered.\n", "{}", told.err);
    here.run(&["export", "lin", "lin.learner"]).refused("is there already");
    here.run(&["export", "nobody"]).refused("there is no learner \"nobody\"");
    assert_eq!(here.run(&["export", "lin", "--json"]).code, Some(2), "a document would stand in the text");
    let piped = here.run(&["export", "lin"]).out;
    assert_eq!(piped, fs::read_to_string(here.path().join("lin.learner")).expect("read"));
    there.write("lin.learner", &piped);
    let said = |arguments: &[&str]| {
        let said = there.run(&[&["import", "lin.learner"], arguments].concat());
        said.out + &said.err
    };
    let mut told = said(&[]) + &said(&["--lang", "zh"]) + &said(&["--as", "Wang", "--lang", "zh"]);
    there.write("lin.learner", piped.replacen("go_in", "go_on", 1));
    told += &(said(&[]) + &said(&["--lang", "zh"]));
    insta::assert_snapshot!(told, @r"
    lin is new here.
    lin, from lin.learner: plays: 2 new, 0 taken further, 0 here already; things remembered: 0 new.
    lin.learner 里的，lin 本来就都有。
    Wang 是新来的。
    从 lin.learner 给 Wang：练习：新的 2 次，接着练下去的 0 次，本来就有的 0 次；记住的：新增 0 条。
    error: took nothing from lin.learner: line 9: the part that begins here (attempt/000001) was changed
      hint: copy it again, or export the learner again; nothing here was changed
    错误：lin.learner 什么也没有导入：第 9 行：从这里开始的部分（attempt/000001）被改动过
      提示：重新复制一份，或者重新导出；这里什么也没有改动
    ");
}
