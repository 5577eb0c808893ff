//! From a sitting to its certificate, and what is left of one that somebody has touched.

use super::marking::right;
use crate::common::bundled;
use crate::program::{Machine, Said};
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::content::blueprint::Blueprints;
use doorstep::exam::certifying::{
    CertificateDoubt, CertifyFault, Finding, VerifyAgainst, certified, recheck, verify as verify_certificate,
};
use doorstep::record::certificate::Certificate;
use doorstep::record::sitting::{SittingBegun, SittingEvent, SittingLine};
use doorstep::store::{HandedInSitting, IssuerKey, Saves, StoredCertificate, revocations, revoke};
use doorstep::trainer::exam_run::{ExamEntry, ExamMoment, ExamRun};
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

const FILE: &str = "saves/li/sittings/000001.sitting";

/// A machine on which somebody has sat the quiz, with so many right answers.
fn sat(rights: usize) -> Machine {
    let machine = Machine::new();
    keep(&machine, "li", rights, 5);
    machine
}

/// Has somebody sit the quiz.
pub(crate) fn keep(machine: &Machine, candidate: &str, rights: usize, seed: u64) -> Vec<SittingLine> {
    keep_at(machine, candidate, rights, seed, "2026-01-05T09:00:00Z")
}

fn keep_at(machine: &Machine, candidate: &str, rights: usize, seed: u64, start: &str) -> Vec<SittingLine> {
    let pack = bundled();
    let exam = pack.blueprints.find("entry").expect("bundled");
    let start = start.parse().expect("a moment");
    let moment =
        |second: u64| ExamMoment { at: start + Duration::from_secs(second), ticked: Some(Duration::from_secs(1)) };
    let seed = Seed::new(seed);
    let entry = ExamEntry { candidate: candidate.into(), language: english(), seed, extra_minutes: 0, proctor: None };
    let (mut run, first) = ExamRun::begin(&std::sync::Arc::new(pack.clone()), exam, entry, start).expect("a paper");
    let mut lines = vec![first];
    for item in 0..run.sitting().items().len() {
        let id = run.sitting().items()[item].question.clone();
        lines.push(run.show(item, moment(item as u64)).expect("shown"));
        let question = pack.bank.find(&id).expect("in the bank");
        if item < rights {
            for step in right(question, run.sitting().begun().seed) {
                lines.extend(run.reply(&step, moment(item as u64)).expect("answered"));
            }
        }
    }
    lines.push(run.hand_in(moment(100)).expect("handed in"));
    let saves = Saves::at(machine.saves());
    let (mut learner, _) = saves.open(candidate, english(), start).expect("a learner");
    let mut file = learner.begin_sitting(&lines[0]).expect("begun");
    for line in &lines[1..] {
        learner.keep_event(&mut file, line).expect("kept");
    }
    lines
}

fn english() -> Lang {
    Lang::new("en").expect("a language")
}

fn fine(said: &Said) -> String {
    assert!(said.code == Some(0), "{said:?}");
    said.out.clone()
}

/// The same with an issuer, and the certificate that was asked for.
fn certified_machine() -> Machine {
    let machine = Machine::new();
    certify_on(&machine);
    machine
}

/// Has somebody pass, and be certified.
pub(crate) fn certify_on(machine: &Machine) {
    keep(machine, "li", 12, 5);
    fine(&machine.run(&["issuer", "new", "Nanqiao Academy", "--key", "keys/academy.key"]));
    let told = fine(&machine.run(&[
        "certify",
        FILE,
        "li.certificate",
        "--key",
        "keys/academy.key",
        "--html",
        "li.html",
        "--badge",
        "li.json",
    ]));
    assert!(told.contains("Certified li in “Entry quiz”: li.certificate"), "{told}");
}

fn verify(machine: &Machine, more: &[&str]) -> Said {
    machine.run(&[&["verify", "li.certificate", "--issuer", "keys/academy.card"], more].concat())
}

#[test]
fn a_sitting_that_passed_is_certified_and_verified_by_anybody() {
    let machine = certified_machine();
    // For readers of other makers (`scripts/check_exports`).
    if let Some(folder) = std::env::var_os("DOORSTEP_EXPORTS") {
        fs::copy(machine.path().join("li.json"), PathBuf::from(folder).join("badge.json")).expect("copied");
    }
    let said = verify(&machine, &[]);
    assert!(said.code == Some(0) && said.out.contains("Genuine and valid."), "{said:?}");
    for told in ["Entry quiz: li", "100 of 100 points", "Nobody watched", "sitting number 1", "Nanqiao Academy"] {
        assert!(said.out.contains(told), "{told}: {said:?}");
    }
    let chinese = verify(&machine, &["--lang", "zh"]);
    assert!(chinese.out.contains("真实有效。") && !chinese.out.contains("certificate-"), "{chinese:?}");
    let document = machine.json(&["verify", "li.certificate", "--issuer", "keys/academy.card", "--json"]);
    assert_eq!(
        (&document["files"][0]["good"], &document["files"][0]["certificate"]["level"]),
        (&true.into(), &"replayed".into())
    );
    // What is scanned from paper holds as well, and says that the answers are not with it.
    let text = fs::read_to_string(machine.path().join("li.certificate")).expect("written");
    let scanned: String = text.split_inclusive('\n').take(3).collect();
    machine.write("scanned.txt", &scanned);
    let said = machine.run(&["verify", "scanned.txt", "--issuer", "keys/academy.card"]);
    assert!(said.code == Some(0) && said.out.contains("isn’t with it"), "{said:?}");
    assert!(said.out.contains("not confirmed by marking it again"), "{said:?}");
    let page = fs::read_to_string(machine.path().join("li.html")).expect("written");
    assert!(
        page.contains("<svg") && page.contains("Nobody watched") && !page.contains("http://")
            || page.contains("www.w3.org/2000/svg")
    );
}

#[test]
fn whom_one_trusts_is_ones_own_affair() {
    let machine = certified_machine();
    let said = machine.run(&["verify", "li.certificate"]);
    assert!(said.code == Some(1) && said.out.contains("--issuer"), "{said:?}");
    fine(&machine.run(&["issuer", "new", "Nanqiao Academy", "--key", "keys/other.key"]));
    let said = machine.run(&["verify", "li.certificate", "--issuer", "keys/other.card"]);
    assert!(said.code == Some(1) && said.out.contains("another key"), "{said:?}");
    let said = machine.run(&["verify", "li.certificate", "--issuer", "keys/academy.key"]);
    assert!(said.code == Some(2) && said.err.contains("is an issuer’s secret key, not an issuer’s card"), "{said:?}");
}

#[test]
fn what_was_taken_back_is_honoured_and_only_its_issuer_takes_it_back() {
    let machine = certified_machine();
    fine(&machine.run(&["issuer", "new", "Somebody", "--key", "keys/other.key"]));
    let said = machine.run(&["revoke", "li.certificate", "--key", "keys/other.key", "--list", "list"]);
    assert!(said.code == Some(2) && said.err.contains("another key"), "{said:?}");
    fine(&machine.run(&["revoke", "li.certificate", "--key", "keys/academy.key", "--list", "list"]));
    let again = fine(&machine.run(&["revoke", "li.certificate", "--key", "keys/academy.key", "--list", "list"]));
    assert!(again.contains("already"), "{again}");
    let said = verify(&machine, &["--revoked", "list"]);
    assert!(said.code == Some(1) && said.out.contains("took it back"), "{said:?}");
    let list = fs::read_to_string(machine.path().join("list")).expect("written");
    machine.write("list", list.replacen("2026", "2025", 1));
    let said = verify(&machine, &["--revoked", "list"]);
    assert!(said.code == Some(2) && said.err.contains("line 2"), "{said:?}");
}

#[test]
fn what_did_not_pass_is_open_or_was_tried_twice_has_no_certificate() {
    let machine = sat(3);
    fine(&machine.run(&["issuer", "new", "A", "--key", "keys/a.key"]));
    let refused = |file: &str, told: &str| {
        let said = machine.run(&["certify", file, "x.certificate", "--key", "keys/a.key"]);
        assert!(said.code == Some(2) && said.err.contains(told), "{told}: {said:?}");
        assert!(!machine.path().join("x.certificate").exists());
    };
    refused(FILE, "did not pass");
    let text = fs::read_to_string(machine.path().join(FILE)).expect("kept");
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    machine.write("open.sitting", lines[..lines.len() - 1].concat());
    refused("open.sitting", "not closed");
    machine.write("changed.sitting", text.replacen("\"item\":0", "\"item\":1", 1));
    refused("changed.sitting", "was changed on line");
    // The folder copied before the first answer, and the paper tried again.
    let lines = keep(&machine, "twin", 12, 5);
    let twin = machine.path().join("saves/twin/sittings");
    let (mut learner, _) = Saves::at(machine.saves()).open("twin", english(), lines[0].at).expect("a learner");
    learner.begin_sitting(&lines[0]).expect("begun");
    refused(twin.join("000001.sitting").to_str().expect("a path"), "sat twice");
}

#[test]
fn a_secret_key_is_for_its_holder_alone() {
    let machine = certified_machine();
    let key = machine.path().join("keys/academy.key");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&key).expect("written").permissions().mode() & 0o777, 0o600);
        fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).expect("set");
        let said = machine.run(&["certify", FILE, "y.certificate", "--key", "keys/academy.key"]);
        assert!(said.code == Some(2) && said.err.contains("others on this machine can read"), "{said:?}");
    }
    let said = machine.run(&["issuer", "new", "B", "--key", "keys/academy.key"]);
    assert!(said.code == Some(2) && said.err.contains("there already"), "{said:?}");
    fs::create_dir_all(machine.path().join("repo/.git")).expect("a folder");
    let said = machine.run(&["issuer", "new", "B", "--key", "repo/keys/b.key"]);
    assert!(said.code == Some(2) && said.err.contains("repository"), "{said:?}");
    assert!(!machine.path().join("repo/keys/b.key").exists() && !machine.path().join("repo/keys/b.card").exists());
    let said = machine.run(&["issuer", "new", "\u{202e}", "--key", "keys/c.key"]);
    assert!(said.code == Some(2) && said.err.contains("as a name"), "{said:?}");
}

#[test]
fn a_proctor_opens_and_closes_with_codes_of_her_own() {
    let machine = Machine::new();
    fine(&machine.run(&["issuer", "new", "A", "--key", "keys/a.key"]));
    fine(&machine.run(&["issuer", "proctor", "Luo", "--key", "keys/a.key", "--out", "keys/luo.key"]));
    let said = machine.run(&["exam", "code", "ABCD-EFGH-JKMN-PQRS", "--key", "keys/luo.key"]);
    assert!(said.code == Some(2) && said.err.contains("isn't a challenge"), "{said:?}");
    let said = machine.feed(&["exam", "sit", "entry", "--learner", "li", "--proctor", "Luo"], b"1\nnonsense\n");
    let told = said.out.lines().find_map(|line| line.split("answer ").nth(1)).expect("a challenge");
    let challenge = told.split(' ').next().expect("it is one word");
    let code = fine(&machine.run(&["exam", "code", challenge, "--key", "keys/luo.key"]));
    assert!(said.out.contains("a slip in it") && code.trim().len() == 14, "{code} {said:?}");
}

#[test]
fn changed_content_is_told_from_a_forged_result() {
    let machine = certified_machine();
    let file = machine.path().join("li.certificate");
    let own = StoredCertificate::open(&file, &file).expect("as it was written").signed;
    let lines = own.sitting.expect("it came along");
    let pack = bundled();
    assert_eq!(recheck(&own.certificate.result, &lines, pack), []);
    let mut other = own.certificate.result.clone();
    other.candidate = "Somebody".into();
    assert_eq!(recheck(&other, &lines, pack), [CertificateDoubt::OtherSitting]);
    let mut better = own.certificate.result.clone();
    better.quiz -= 1;
    assert_eq!(recheck(&better, &lines, pack), [CertificateDoubt::OtherPoints(10_000)]);
    let mut trade = pack.clone();
    trade.blueprints = Blueprints::default().into();
    assert_eq!(recheck(&own.certificate.result, &lines, &trade), [CertificateDoubt::NoExam("entry".into())]);
    assert_eq!(certified(&lines, &trade, "", (1, lines[0].at)), Err(CertifyFault::NoExam("entry".into())));
    let path: PathBuf = machine.path().join(FILE);
    assert_eq!(HandedInSitting::open(&path, &path).expect("kept").lines(), lines);
}

#[test]
fn time_takes_a_certificate_and_brings_none() {
    let machine = certified_machine();
    let file = machine.path().join("li.certificate");
    let mut own = StoredCertificate::open(&file, &file).expect("as it was written").signed;
    own.certificate.valid_until = Some("2028-01-05".parse().expect("a day"));
    let found = |now: &str, certificate: &Certificate| {
        let now = now.parse().expect("a moment");
        let trusted = [certificate.issuer.clone()];
        let against = VerifyAgainst { trusted: &trusted, revoked: None, now, pack: bundled() };
        verify_certificate(certificate, own.sitting.as_deref(), against)
    };
    own.certificate.issued = "2026-01-06T00:00:00Z".parse().expect("a moment");
    assert_eq!(found("2026-01-05T12:00:00Z", &own.certificate), [], "clocks lie apart by hours");
    assert_eq!(found("2026-01-04T12:00:00Z", &own.certificate), [Finding::FromTheFuture]);
    assert_eq!(found("2028-01-05T23:59:59Z", &own.certificate), [], "its last day is one of its days");
    let over = found("2028-01-06T00:00:00Z", &own.certificate);
    assert_eq!(over, [Finding::Over("2028-01-05".parse().expect("a day"))]);
    assert!(over[0].is_fatal() && !Finding::NoSitting.is_fatal());
}

/// A sealed record of other events than a program of ours would write, and what becomes of it.
fn refused_when(change: impl Fn(&mut Vec<SittingLine>), told: &str) {
    let machine = Machine::new();
    fine(&machine.run(&["issuer", "new", "A", "--key", "keys/a.key"]));
    let mut lines = keep(&machine, "li", 12, 5);
    change(&mut lines);
    let (mut learner, _) = Saves::at(machine.saves()).open("forger", english(), lines[0].at).expect("a learner");
    let mut file = learner.begin_sitting(&lines[0]).expect("begun");
    for line in &lines[1..] {
        learner.keep_event(&mut file, line).expect("kept");
    }
    let path = file.path().to_owned();
    drop(learner);
    let said = machine.run(&["certify", path.to_str().expect("a path"), "x.certificate", "--key", "keys/a.key"]);
    assert!(said.code == Some(2) && said.err.contains(told), "{told}: {said:?}");
}

fn begun_of(lines: &mut [SittingLine]) -> &mut SittingBegun {
    match &mut lines[0].what {
        SittingEvent::Begun(begun) => begun,
        _ => panic!("it begins so"),
    }
}

#[test]
fn a_record_that_somebody_sealed_for_herself_has_no_certificate() {
    let other = "is not one that this exam puts";
    refused_when(|lines| begun_of(lines).minutes = 600, other);
    refused_when(|lines| begun_of(lines).extra_minutes = u32::MAX, other);
    refused_when(|lines| begun_of(lines).paper.items[0].block = 99, "not one that this exam puts");
    refused_when(|lines| begun_of(lines).rules = 999, "under rules that are not there");
    refused_when(
        |lines| {
            let first = begun_of(lines).paper.items[0].question.clone();
            begun_of(lines).paper.items[1].question = first;
        },
        "",
    );
    refused_when(
        |lines| lines.iter_mut().for_each(|line| line.at = "2099-01-05T09:00:00Z".parse().expect("a moment")),
        "at a time that has not come",
    );
    let hour = Duration::from_hours(1);
    refused_when(
        |lines| lines.iter_mut().skip(3).for_each(|line| line.at += hour),
        "isn't a sitting that can have happened",
    );
}

#[test]
fn a_sitting_beside_it_that_was_spoilt_hides_nothing() {
    let machine = certified_machine();
    let failed = machine.path().join("saves/li/sittings/000000.sitting");
    fs::write(&failed, "{\"sitting\":1}\nspoilt\n").expect("written");
    let said = machine.run(&["certify", FILE, "again.certificate", "--key", "keys/academy.key"]);
    assert!(said.code == Some(2) && said.err.contains("000000.sitting was changed on line 2"), "{said:?}");
}

#[test]
fn a_name_that_is_not_that_of_the_card_is_told() {
    let machine = certified_machine();
    let card = fs::read_to_string(machine.path().join("keys/academy.card")).expect("written");
    machine.write("known.card", card.replace("Nanqiao Academy", "Depot Nanqiao"));
    let said = machine.run(&["verify", "li.certificate", "--issuer", "known.card"]);
    assert!(said.code == Some(1) && said.out.contains("another name: Depot Nanqiao"), "{said:?}");
    machine.write("empty.txt", "");
    let said = verify(&machine, &["--revoked", "empty.txt"]);
    assert!(said.code == Some(2) && said.err.contains("list of revoked"), "{said:?}");
    let said = machine.run(&["issuer", "new", "C", "--key", "keys/c.card"]);
    assert!(said.code == Some(2) && !machine.path().join("keys/c.card").exists(), "{said:?}");
}

#[test]
fn of_several_files_all_are_written_or_none() {
    let machine = sat(12);
    fine(&machine.run(&["issuer", "new", "A", "--key", "keys/a.key"]));
    machine.write("page.html", "somebody's own");
    let certify = |html: &str| machine.run(&["certify", FILE, "a.certificate", "--key", "keys/a.key", "--html", html]);
    let said = certify("page.html");
    assert!(said.code == Some(2) && said.err.contains("page.html is there already"), "{said:?}");
    assert!(!machine.path().join("a.certificate").exists());
    let said = certify("a.certificate");
    assert!(said.code == Some(2) && said.err.contains("named twice"), "{said:?}");
    fine(&certify("other.html"));
}

#[test]
fn certificates_are_held_against_each_other() {
    let machine = certified_machine();
    let served = ["certify", FILE, "served.certificate", "--key", "keys/academy.key", "--place", "Nanqiao"];
    fine(&machine.run(&served));
    let said = machine.run(&["verify", "li.certificate", "served.certificate", "--issuer", "keys/academy.card"]);
    assert!(said.code == Some(0) && said.out.contains("served.certificate certifies the same sitting"), "{said:?}");
    assert!(said.out.contains("Genuine and valid.") && !said.out.contains("not confirmed"), "{said:?}");
    // The folder was copied before the last answer, and the paper closed another way.
    let path = machine.path().join(FILE);
    let lines = HandedInSitting::open(&path, &path).expect("kept").lines().to_vec();
    let (mut learner, _) = Saves::at(machine.saves()).open("twin", english(), lines[0].at).expect("a learner");
    let mut file = learner.begin_sitting(&lines[0]).expect("begun");
    for line in lines[1..].iter().filter(|line| !matches!(line.what, SittingEvent::Shown(3))) {
        learner.keep_event(&mut file, line).expect("kept");
    }
    let twin = file.path().to_owned();
    drop(learner);
    let twin = twin.to_str().expect("a path");
    fine(&machine.run(&["certify", twin, "twin.certificate", "--key", "keys/academy.key"]));
    let both = ["verify", "li.certificate", "twin.certificate", "--issuer", "keys/academy.card", "--json"];
    let said = machine.run(&both);
    let document: serde_json::Value = serde_json::from_str(&said.out).expect("a document");
    assert_eq!(said.code, Some(1));
    for file in 0..2 {
        assert_eq!(
            (&document["files"][file]["good"], &document["files"][file]["findings"][0]["fatal"]),
            (&false.into(), &true.into())
        );
    }
}

#[test]
fn what_is_no_certificate_is_not_accused() {
    let machine = certified_machine();
    for (file, told) in [
        ("missing", "it does not exist"),
        ("keys", "isn’t an ordinary file"),
        ("li.html", "isn’t a certificate"),
        ("li.json", "is a badge, not a certificate"),
        ("keys/academy.card", "is an issuer’s card, not a certificate"),
    ] {
        let said = machine.run(&["verify", file, "--issuer", "keys/academy.card"]);
        assert!(said.code == Some(2) && !said.out.contains("Don’t rely on it"), "{told}: {said:?}");
        assert!(said.out.contains(told), "{told}: {said:?}");
    }
    let text = fs::read(machine.path().join("li.certificate")).expect("written");
    let said = machine.feed(&["verify", "-", "--issuer", "keys/academy.card"], &text);
    assert!(said.code == Some(0) && said.out.contains("Genuine and valid."), "{said:?}");
    let said = machine.run(&["certify", "li.certificate", "x", "--key", "keys/academy.key"]);
    assert!(said.code == Some(2) && said.err.contains("a certificate, not the record of a sitting"), "{said:?}");
}

#[test]
fn of_several_who_revoke_at_once_none_is_lost() {
    let machine = certified_machine();
    for seed in 6..10 {
        keep(&machine, &format!("li{seed}"), 12, seed);
        let file = format!("saves/li{seed}/sittings/000001.sitting");
        fine(&machine.run(&["certify", &file, &format!("{seed}.certificate"), "--key", "keys/academy.key"]));
    }
    fs::create_dir_all(machine.path().join("public")).expect("a folder");
    #[cfg(unix)]
    {
        machine.write("public/list", "");
        std::os::unix::fs::symlink(machine.path().join("public/list"), machine.path().join("list")).expect("a link");
    }
    std::thread::scope(|scope| {
        for seed in 6..10 {
            let (machine, file) = (&machine, format!("{seed}.certificate"));
            scope.spawn(move || {
                fine(&machine.run(&["revoke", &file, "--key", "keys/academy.key", "--list", "list"]));
            });
        }
    });
    for seed in 6..10 {
        let file = format!("{seed}.certificate");
        let said = machine.run(&["verify", &file, "--issuer", "keys/academy.card", "--revoked", "list"]);
        assert!(said.code == Some(1) && said.out.contains("took it back"), "{said:?}");
    }
    #[cfg(unix)]
    assert!(fs::symlink_metadata(machine.path().join("list")).expect("there").is_symlink());
    fine(&machine.run(&["issuer", "new", "Somebody", "--key", "keys/other.key"]));
    let said = machine.run(&["verify", "li.certificate", "--issuer", "keys/other.card", "--revoked", "list"]);
    assert!(said.err.contains("has no entry of an issuer you named"), "{said:?}");
}

#[test]
fn an_exam_that_could_not_be_begun_then_has_no_certificate() {
    let machine = Machine::new();
    fine(&machine.run(&["issuer", "new", "A", "--key", "keys/a.key"]));
    for day in 1..=5 {
        keep_at(&machine, "li", 3, day, &format!("2026-01-0{day}T09:00:00Z"));
    }
    // The sixth try within thirty days.
    keep_at(&machine, "li", 12, 9, "2026-01-08T09:00:00Z");
    let second = "saves/li/sittings/000006.sitting";
    let said = machine.run(&["certify", second, "x.certificate", "--key", "keys/a.key"]);
    assert!(said.code == Some(2) && said.err.contains("could not be begun then"), "{said:?}");
    let card = ["issuer", "card", "--key", "keys/a.key", "--out", "again.card"];
    fine(&machine.run(&card));
    let read = |file: &str| fs::read_to_string(machine.path().join(file)).expect("written");
    assert_eq!(read("again.card"), read("keys/a.card"));
}

#[test]
fn whoever_puts_something_on_a_list_waits_for_whoever_does_so_just_now() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("new/list");
    let key = IssuerKey::new("A", &[1; 32]);
    let since = "2026-03-01".parse().expect("a day");
    assert!(revoke(&path, &path, ("0a", since), &key).expect("put on it"), "with the folder above it");
    let held = fs::File::open(&path).expect("it is there");
    held.lock().expect("locked");
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            revoke(&path, &path, ("0b", since), &key).expect("put on it");
            done.store(true, Ordering::Release);
        });
        std::thread::sleep(Duration::from_millis(300));
        assert!(!done.load(Ordering::Acquire), "the list is in use");
        drop(held);
    });
    let list = fs::read_to_string(&path).expect("written");
    assert_eq!(revocations(&list).expect("a list").len(), 2);
}
