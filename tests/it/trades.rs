//! Packs of other trades and languages (`tests/packs/`): nothing that is told of them says a word of the bundled trade,
//! languages are called as they call themselves, and pages are set the way they are read.

use crate::common::screen::named;
use crate::common::typed::picture_of;
use crate::program::{Machine, Said, feed};
use doorstep::content::scenario::load;
use doorstep::doors::tui::Key;
use doorstep::store::Content;
use std::fs;
use std::path::{Path, PathBuf};

/// Each pack with its scenario and the languages that it is met in.
const PACKS: [(&str, &str, &[&str]); 4] = [
    ("hotel_en", "late_guest", &["en", "zh"]),
    ("bookshop_ja", "blue_cover", &["ja"]),
    ("pharmacy_ar", "night_window", &["ar"]),
    ("library_three", "lost_card", &["zh", "en", "ja"]),
];

/// What is said in the bundled trade, and nowhere else.
const TELECOM: [&str; 16] = [
    "telecom",
    "community manager",
    "customer",
    "visit",
    "doorbell",
    "the bell",
    "hotline",
    "broadband",
    "qingchuan",
    "社区经理",
    "客户",
    "上门",
    "门铃",
    "电信",
    "宽带",
    "晴川",
];

fn folder(pack: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs").join(pack)
}

/// The first word of the bundled trade in what was told, with what stands around it.
fn telecom_in(told: &str) -> Option<String> {
    let lower = told.to_lowercase();
    let (at, word) = TELECOM.iter().find_map(|word| Some((lower.find(word)?, word)))?;
    let from = lower.floor_char_boundary(at.saturating_sub(60));
    let to = lower.ceil_char_boundary((at + word.len() + 60).min(lower.len()));
    Some(format!("{word:?} in …{}…", &lower[from..to]))
}

/// A machine with a copy of a pack as its folder of scenarios.
fn machine_with(pack: &str) -> Machine {
    let machine = Machine::new();
    for file in ["pack.ron", "words.md"].map(PathBuf::from).into_iter().chain(files_of(pack)) {
        let to = machine.path().join("scenarios").join(&file);
        fs::create_dir_all(to.parent().expect("a folder")).expect("made");
        if let Ok(text) = fs::read_to_string(folder(pack).join(&file)) {
            fs::write(to, text).expect("written");
        }
    }
    machine
}

fn files_of(pack: &str) -> Vec<PathBuf> {
    let inside = |part: &str| {
        let entries = fs::read_dir(folder(pack).join(part)).expect("a folder");
        entries.map(|entry| Path::new(part).join(entry.expect("an entry").file_name())).collect::<Vec<_>>()
    };
    let all = inside("").into_iter().chain(inside("standard"));
    all.filter(|file| file.extension().is_some_and(|own| own == "ron")).collect()
}

/// Everything that commands tell of a pack, each with what was typed.
fn told(machine: &Machine, scenario: &str, lang: &str) -> Vec<(String, Said)> {
    let best = machine.best_line(scenario, 1).join(",");
    let lines = [
        "list",
        "list --json",
        "check",
        "standard",
        "standard --json",
        "coverage",
        "coverage --html",
        "coverage --json",
        "graph ID",
        "graph ID --format dot",
        "graph ID --format mermaid",
        "simulate ID --players 50",
        "simulate ID --players 50 --json",
        "solve ID",
        "solve ID --costs",
        "play ID --choices BEST",
        "debrief --scenario ID --seed 1 --choices BEST --md",
        "debrief --scenario ID --seed 1 --choices BEST --html",
        "debrief --scenario ID --seed 1 --choices BEST --json",
        "play NOBODY",
        "standard nothing",
        "new scenario fresh",
        "check scenarios/fresh.ron",
    ];
    let tell = |line: &str| {
        let line = line.replace("ID", scenario).replace("BEST", &best);
        let typed: Vec<&str> = line.split(' ').collect();
        let said = feed(machine.command(&typed).env("LC_ALL", format!("{lang}_XX.UTF-8")), b"");
        (line, said)
    };
    lines.iter().map(|line| tell(line)).collect()
}

/// A whole session as lines of text: welcome, help, the standard, a play with its log, its review, and home again.
fn heard(machine: &Machine, lang: &str) -> String {
    let typed = "?\nLi\n?\nb\n7\n1\n1\nb\nb\nb\nb\n4\n1\n1\n?\n1\nlog\nsteps\n1\n1\n1\n1\n1\n1\n1\n?\nall\nbest\nn\nb\nb\nb\nq\n";
    let said = feed(machine.command(&["--plain"]).env("LC_ALL", format!("{lang}_XX.UTF-8")), typed.as_bytes());
    assert!(said.out.lines().count() > 30, "{}", said.out);
    said.out + &said.err
}

/// The picture after each of these keys.
fn seen(pack: &str, lang: &str, keys: &str) -> Vec<String> {
    let keys: Vec<Key> = keys
        .split(' ')
        .map(|word| named(word).unwrap_or_else(|| Key::Char(word.chars().next().expect("a key"))))
        .collect();
    (0..=keys.len()).map(|count| picture(pack, lang, &keys[..count])).collect()
}

fn picture(pack: &str, lang: &str, keys: &[Key]) -> String {
    let content = Content::find(Some(&folder(pack)), Path::new("/")).expect("a pack");
    let loaded = load(&content.read().expect("read").sources).expect("valid");
    assert_eq!(loaded.diagnostics, []);
    picture_of(loaded.pack, lang, (100, 30), keys.iter().copied())
}

/// Through every screen: welcome, briefing, play, log, debrief, best line, home, list, standard, help, learners, palette.
const EVERYWHERE: &str = "Enter F1 Esc Enter F1 Esc 1 F6 Esc 1 1 1 1 1 1 1 Enter F1 Esc Right Right F5 Right Esc Esc F1 \
    Esc 2 Esc F4 Right Down Right Down F1 Esc Esc 6 F1 Esc Esc Ctrl-P";

#[test]
fn nothing_that_is_told_of_another_trade_says_a_word_of_the_bundled_one() {
    for (pack, scenario, languages) in PACKS {
        for lang in languages {
            let machine = machine_with(pack);
            for (typed, said) in told(&machine, scenario, lang) {
                for stream in [&said.out, &said.err] {
                    assert_eq!(telecom_in(stream), None, "{pack} {lang}: doorstep {typed}");
                }
            }
            assert_eq!(telecom_in(&heard(&machine_with(pack), lang)), None, "{pack} {lang}: as lines");
            for picture in seen(pack, lang, EVERYWHERE) {
                assert_eq!(telecom_in(&picture), None, "{pack} {lang}:\n{picture}");
            }
        }
    }
}

#[test]
fn a_pack_that_calls_nothing_otherwise_is_told_in_words_of_no_trade() {
    for lang in ["en", "zh"] {
        let machine = machine_with("hotel_en");
        let file = machine.path().join("scenarios/pack.ron");
        let text = fs::read_to_string(&file).expect("read");
        let (before, _) = text.split_once("    words: (").expect("the pack has words");
        fs::write(&file, format!("{before})\n")).expect("written");
        let lines = heard(&machine, lang);
        assert_eq!(telecom_in(&lines), None, "{lang}");
        let over = if lang == "en" { "The play is over." } else { "这次演练结束了" };
        assert!(lines.contains(over) && !lines.contains("The shift"), "{lines}");
    }
}

#[test]
fn a_word_of_the_bundled_trade_would_be_noticed_wherever_it_stood() {
    let machine = machine_with("hotel_en");
    for file in files_of("hotel_en") {
        let file = machine.path().join("scenarios").join(file);
        let text = fs::read_to_string(&file)
            .expect("read")
            .replace("guest\" }", "customer\" }")
            .replace("Hear the", "Hear the customer, the");
        fs::write(&file, text).expect("written");
    }
    let caught: Vec<String> = told(&machine, "late_guest", "en")
        .into_iter()
        .filter(|(_, said)| telecom_in(&said.out).is_some())
        .map(|(typed, _)| typed)
        .collect();
    assert!(
        caught.iter().any(|typed| typed == "standard") && caught.iter().any(|typed| typed.ends_with("--html")),
        "{caught:?}"
    );
    assert!(telecom_in(&heard(&machine, "en")).is_some(), "as lines");
}

#[test]
fn a_pack_says_its_own_words_where_the_program_has_others() {
    let machine = machine_with("hotel_en");
    let lines = heard(&machine, "en");
    for own in ["Meet the night's last guest before he comes.", "You are: night receptionist", "The shift is over."] {
        assert!(lines.contains(own), "{own} in {lines}");
    }
    let standard = machine.run(&["standard"]).out;
    assert!(
        standard.contains("[never, 8 !") && standard.contains("[at the desk, ") && !standard.contains("[taboo"),
        "{standard}"
    );
    assert!(machine.run(&["list"]).out.contains("Every night"));
    let chinese = feed(machine_with("library_three").command(&["standard", "--lang", "zh"]).env("LANG", "zh"), b"").out;
    assert!(chinese.contains("[流程, 4") && chinese.contains("[礼仪, 4]"), "{chinese}");
}

#[test]
fn languages_are_called_as_they_call_themselves_and_f2_goes_round_them() {
    let welcome = &seen("library_three", "zh", "F2 F2 F2");
    for picture in welcome {
        assert!(["中文", "English", "日本語"].iter().all(|name| picture.contains(name)), "{picture}");
    }
    let told = ["先在这里走一遍", "before the doors open", "ここで一度", "先在这里走一遍"];
    for (picture, own) in welcome.iter().zip(told) {
        assert!(picture.contains(own), "{own}\n{picture}");
    }
    assert!(welcome[2].contains("doorstep speaks no 日本語"), "{}", welcome[2]);
    let arabic = &seen("pharmacy_ar", "ar", "Enter Esc")[2];
    assert!(arabic.contains("Language: العربية") && arabic.contains("تدرَّب هنا"), "{arabic}");
    let lines =
        feed(machine_with("library_three").command(&["--plain"]).env("LC_ALL", "en_GB.UTF-8"), b"lang\nlang\nq\n");
    assert!(lines.out.contains("Japanese (日本語)") && lines.out.contains("Chinese (中文)"), "{}", lines.out);
}

#[test]
fn the_environment_chooses_among_the_languages_of_the_pack() {
    let list = |pack: &str, locale: &str| {
        feed(machine_with(pack).command(&["list"]).env("LC_ALL", format!("{locale}.UTF-8")), b"").out
    };
    assert!(list("library_three", "ja_JP").contains("なくしたカード"));
    assert!(list("library_three", "fr_FR").contains("The lost card"), "English for who has no other");
    assert!(list("pharmacy_ar", "en_GB").contains("شباك الليل"));
}

#[test]
fn pages_in_a_language_read_from_the_right_are_set_from_the_right() {
    let machine = machine_with("pharmacy_ar");
    let best = machine.best_line("night_window", 1).join(",");
    let debrief =
        machine.run(&["debrief", "--scenario", "night_window", "--seed", "1", "--choices", &best, "--html"]).out;
    let coverage = machine.run(&["coverage", "--html"]).out;
    for page in [&debrief, &coverage] {
        assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"), "{}", &page[..200]);
        assert!(!page.contains("text-align:left") && page.contains("text-align:start"));
    }
    let map = machine.run(&["graph", "night_window"]).out;
    assert!(map.contains("xml:lang=\"ar\" direction=\"rtl\""), "{}", &map[..400]);
    let english = machine_with("hotel_en");
    assert!(!english.run(&["coverage", "--html"]).out.contains("dir=\"rtl\""));
    assert!(!english.run(&["graph", "late_guest"]).out.contains("rtl"));
}
