//! Bad input through the built program: each is answered by a clear sentence and exit code 1 or 2; nothing panics, nothing
//! is lost, and no byte of it drives the terminal. `Said` looks at every byte that comes out, in every test.

use crate::program::{Machine, Said, bundled_text, feed};
use doorstep::store::load_attempt;
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Stdio;

const HOME: &str = "customer_not_home";
const FILE: &str = "scenarios/customer_not_home.ron";

/// What may not reach a terminal: what drives it, turns the direction of reading, or hides.
const ALPHABET: [char; 22] = [
    '\0',
    '\u{7}',
    '\u{8}',
    '\u{b}',
    '\r',
    '\u{1b}',
    '\u{7f}',
    '\u{85}',
    '\u{9b}',
    '\u{9d}',
    '\u{ad}',
    '\u{61c}',
    '\u{200b}',
    '\u{200e}',
    '\u{2028}',
    '\u{202e}',
    '\u{2060}',
    '\u{2066}',
    '\u{feff}',
    '\u{fff9}',
    '\u{e0041}',
    '\u{e007f}',
];

/// A machine whose first scenario is this text.
fn with_scenario(text: impl AsRef<[u8]>) -> Machine {
    let machine = Machine::new().with_content();
    machine.write(FILE, text);
    machine
}

/// The findings of `check` on that scenario. They must be errors, and the picture must come out whole too.
fn diagnostics(machine: &Machine, file: &str) -> Vec<Value> {
    let checked = machine.run(&["check", file, "--json"]);
    assert_eq!(checked.code, Some(1), "{}", checked.out);
    let diagnostics = checked.json()["diagnostics"].as_array().expect("a list").clone();
    for diagnostic in &diagnostics {
        let message = diagnostic["message"].as_str().expect("a sentence");
        assert!(!message.is_empty() && message.chars().count() <= 300, "{message}");
    }
    let told = machine.run(&["check", file]);
    assert_eq!((told.code, told.err.as_str()), (Some(1), ""));
    diagnostics
}

/// The only finding on a scenario of this text.
fn diagnostic(text: impl AsRef<[u8]>) -> Value {
    let machine = with_scenario(text);
    let diagnostics = diagnostics(&machine, FILE);
    assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
    the_others_still_play(&machine);
    diagnostics[0].clone()
}

/// A scenario with a fault hides no other, and says why it cannot be played.
fn the_others_still_play(machine: &Machine) {
    let list = machine.run(&["list"]);
    assert!(list.code == Some(0) && list.out.contains("churn_retention"), "{}", list.err);
    assert!(list.err.contains("error [DS"), "{}", list.err);
    let refused = machine.run(&["play", HOME, "--plain"]);
    assert!(refused.code == Some(2) && refused.out.is_empty() && !refused.err.is_empty(), "{}", refused.err);
}

fn says(diagnostic: &Value, words: &str) {
    let told = format!("{} / {}", diagnostic["message"], diagnostic["hint"]);
    assert!(told.contains(words), "{words:?} in {told}");
}

/// The number of the first line with these words, from 1.
fn line_of(text: &str, words: &str) -> usize {
    1 + text.lines().position(|line| line.contains(words)).expect("a line has these words")
}

#[test]
fn a_folder_that_is_missing_or_no_pack_is_named() {
    let machine = Machine::new();
    for command in [&["list"][..], &["check"], &["solve", HOME], &["standard"], &["play", HOME, "--plain"]] {
        let asked = [command, &["--scenarios", "nowhere"]].concat();
        machine.run(&asked).refused("could not read nowhere: it does not exist");
        let empty = [command, &["--scenarios", "."]].concat();
        machine.run(&empty).refused("holds no pack.ron");
    }
    machine.run(&["check", "gone.ron"]).refused("gone.ron");
    machine.run(&["replay", "gone.ron"]).refused("gone.ron");
    machine.write("file", "");
    machine.run(&["list", "--scenarios", "file"]).refused("file");
    let folder_for_a_play = machine.run(&["replay", "."]);
    folder_for_a_play.refused("it isn’t an ordinary file");
}

#[test]
fn a_file_that_cannot_be_read_hides_no_other() {
    let machine = Machine::new().with_content();
    fs::create_dir(machine.path().join("scenarios/folder.ron")).expect("made");
    #[cfg(unix)]
    {
        let link = |to: &str, name: &str| std::os::unix::fs::symlink(to, machine.path().join("scenarios").join(name));
        link("/etc/passwd", "leaves.ron").expect("linked");
        link("nothing", "dangling.ron").expect("linked");
        link("/dev/zero", "device.ron").expect("linked");
    }
    let list = machine.run(&["list"]);
    assert_eq!(list.code, Some(0));
    assert!(list.out.contains(HOME) && list.out.contains("churn_retention"), "{}", list.out);
    for name in ["leaves.ron", "dangling.ron", "device.ron"].iter().filter(|_| cfg!(unix)) {
        assert!(list.err.contains(name), "{name}: {}", list.err);
        let named = machine.run(&["check", &format!("scenarios/{name}")]);
        assert!(matches!(named.code, Some(1 | 2)), "{name}: {}", named.out);
        assert!(named.out.contains(name) || named.err.contains(name), "{}{}", named.out, named.err);
    }
    assert!(!list.err.contains("root:"), "nothing outside the folder is shown");
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let machine = Machine::new().with_content();
    let path = machine.path().join(FILE);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("set");
    // Whoever may read everything does not meet this fault.
    if fs::read(&path).is_err() {
        says(&diagnostics(&machine, FILE)[0], "there is no permission");
    }
}

#[test]
fn wrong_utf8_is_told_with_its_line() {
    let text = bundled_text(HOME);
    let at = text.find("briefing").expect("a briefing");
    let diagnostic = diagnostic([&text.as_bytes()[..at], b"\xff\xfe", &text.as_bytes()[at..]].concat());
    says(&diagnostic, "not UTF-8");
    assert_eq!(diagnostic["place"]["line"], line_of(&text, "briefing"));
    let machine = Machine::new();
    machine.write("play.ron", b"Attempt(\xff");
    machine.run(&["replay", "play.ron"]).refused("UTF-8");
}

#[test]
fn a_file_of_50_megabytes_is_refused_by_its_size() {
    let huge = vec![b' '; 50_000_000];
    let machine = with_scenario(&huge);
    says(&diagnostics(&machine, FILE)[0], "at most 1048576 bytes are read");
    the_others_still_play(&machine);
    machine.write("play.ron", &huge);
    machine.run(&["replay", "play.ron"]).refused("it is too large");
    let section = machine.path().join("scenarios/standard/01_preamble.ron");
    fs::write(section, &huge).expect("written");
    machine.run(&["list"]).refused("01_preamble.ron: it is too large");
}

#[test]
fn ten_thousand_brackets_are_refused() {
    let text = bundled_text(HOME);
    for bracket in ["(", "[", "{", "Some(", "{\"a\":", "[(", "/*"] {
        let many = bracket.repeat(10_000);
        diagnostic(&many);
        let at = text.find("scenes: {").expect("scenes");
        diagnostic(format!("{}scenes: {many}", &text[..at]));
        let machine = Machine::new();
        machine.write("play.ron", format!("Attempt(format: 1, moves: {many}"));
        assert_eq!(machine.run(&["replay", "play.ron"]).code, Some(2), "{bracket}");
    }
}

#[test]
fn an_unknown_requirement_is_told_with_the_nearest_and_its_line() {
    let text = bundled_text(HOME).replacen("visit.normal.06.r2\"", "visit.normal.06.r3\"", 1);
    let diagnostic = diagnostic(&text);
    says(&diagnostic, "there is no requirement \\\"basic.conduct.visit.normal.06.r3\\\"");
    says(&diagnostic, "did you mean \\\"basic.conduct.visit.normal.");
    assert_eq!(diagnostic["place"]["line"], line_of(&text, "normal.06.r3\""));
}

#[test]
fn a_fragment_that_calls_itself_is_refused() {
    let text = fs::read_to_string(crate::program::bundled_folder().join("fragments/leaving.ron")).expect("read");
    let choice = text.find("Choice(\n").expect("a choice") + "Choice(\n".len();
    let calls = |name: &str| format!("{}call: \"{name}\",\n{}", &text[..choice], &text[choice..]);
    let direct = Machine::new().with_content();
    direct.write("scenarios/fragments/leaving.ron", calls("leaving"));
    let detour = Machine::new().with_content();
    detour.write("scenarios/fragments/leaving.ron", calls("other"));
    detour.write("scenarios/fragments/other.ron", calls("leaving").replace(r#"id: "leaving""#, r#"id: "other""#));
    for machine in [direct, detour] {
        let diagnostics = diagnostics(&machine, "scenarios/shoe_covers_declined.ron");
        let itself =
            |diagnostic: &Value| diagnostic["message"].as_str().is_some_and(|words| words.contains("calls itself: "));
        assert!(diagnostics.iter().any(itself), "{diagnostics:?}");
        let list = machine.run(&["list"]);
        assert!(list.code == Some(0) && list.out.contains(HOME), "{}", list.err);
        assert_eq!(machine.run(&["solve", "shoe_covers_declined"]).code, Some(2));
    }
}

#[test]
fn of_two_things_with_one_name_both_places_are_shown() {
    let text = bundled_text(HOME);
    let first = text.find("\"neighbour\": {").expect("a speaker");
    let twice = format!("{}\"porter\": {{ \"zh\": \"二\", \"en\": \"two\" }},\n{}", &text[..first], &text[first..]);
    let machine = with_scenario(&twice);
    let diagnostics = diagnostics(&machine, FILE);
    says(&diagnostics[0], "porter");
    let told = machine.run(&["check", FILE]).out;
    let places: Vec<usize> =
        twice.lines().zip(1..).filter(|(line, _)| line.contains("\"porter\": {")).map(|(_, number)| number).collect();
    assert_eq!(places.len(), 2);
    for line in places {
        assert!(told.lines().any(|shown| shown.trim_start().starts_with(&format!("{line} │"))), "line {line}: {told}");
    }
    // The same for two files with one scenario.
    machine.write(FILE, &text);
    machine.write("scenarios/second.ron", &text);
    let list = machine.run(&["list"]);
    assert!(list.err.contains("second.ron") && list.err.contains(HOME), "{}", list.err);
}

#[test]
fn curly_quotation_marks_are_told_as_such() {
    let text = bundled_text(HOME);
    for (from, to) in [
        (r#"id: "customer_not_home""#, "id: “customer_not_home”"),
        (r#"id: "customer_not_home""#, "id:“customer_not_home”"),
    ] {
        let curly = text.replacen(from, to, 1);
        let diagnostic = diagnostic(&curly);
        says(&diagnostic, "curly");
        assert_eq!(diagnostic["place"]["line"], line_of(&curly, "“customer_not_home”"));
    }
    let curly = text.replacen(r#"title: { "zh""#, "title: { “zh”", 1);
    let diagnostic = diagnostic(&curly);
    assert_eq!(diagnostic["place"]["line"], line_of(&curly, "“zh”"));
}

#[test]
fn a_half_typed_file_never_panics() {
    let machine = Machine::new().with_content();
    for (scenario, cuts) in [(HOME, 40), ("churn_retention", 20)] {
        let text = bundled_text(scenario);
        let file = format!("scenarios/{scenario}.ron");
        for cut in 1..=cuts {
            // Every place in turn: inside words, names, brackets and comments, wherever it falls.
            let end = text.floor_char_boundary(text.len() * cut / (cuts + 1) + cut);
            machine.write(&file, &text[..end]);
            let checked = machine.run(&["check", &file, "--json"]);
            assert_eq!(checked.code, Some(1), "cut at {end}");
            let diagnostic = &checked.json()["diagnostics"][0];
            let lines = text[..end].lines().count() as u64;
            assert!(
                diagnostic["place"]["line"].as_u64().is_some_and(|line| (1..=lines + 1).contains(&line)),
                "{diagnostic}"
            );
        }
        machine.write(&file, &text);
    }
}

#[test]
fn a_half_typed_standard_or_pack_is_told_by_every_command() {
    for file in ["scenarios/pack.ron", "scenarios/standard/standard.ron", "scenarios/standard/08_visit.ron"] {
        let machine = Machine::new().with_content();
        let text = fs::read_to_string(machine.path().join(file)).expect("read");
        machine.write(file, &text[..text.floor_char_boundary(text.len() / 2)]);
        for command in [&["list"][..], &["solve", HOME], &["play", HOME, "--plain"], &["standard"]] {
            let refused = machine.run(command);
            assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""), "{file}");
            assert!(refused.err.contains(file) && refused.err.contains("doorstep check"), "{}", refused.err);
        }
        assert_eq!(machine.run(&["check", "--json"]).code, Some(1));
    }
}

#[test]
fn a_hostile_alphabet_in_a_scenario_is_refused_with_its_line() {
    let text = bundled_text(HOME);
    for c in ALPHABET {
        for (from, to) in [
            ("\"en\": \"No answer\"", format!("\"en\": \"No{c} answer\"")),
            ("id: \"go_in\"", format!("id: \"go{c}_in\"")),
            ("\"porter\": {", format!("\"por{c}ter\": {{")),
        ] {
            assert!(text.contains(from), "{from}");
            let hostile = text.replacen(from, &to, 1);
            let machine = with_scenario(&hostile);
            let diagnostics = diagnostics(&machine, FILE);
            let line = 1 + hostile[..hostile.find(&to).expect("it is there")].matches('\n').count();
            let there = diagnostics.iter().any(|diagnostic| diagnostic["place"]["line"] == line);
            assert!(there, "U+{:04X} in {from}: {diagnostics:?}", u32::from(c));
            the_others_still_play(&machine);
        }
        // In a comment, between names, and after the end: whatever is said of it, nothing of it comes out raw.
        for hostile in [format!("// {c}\n{text}"), text.replacen("id:", &format!("{c}id:"), 1), format!("{text}{c}")] {
            let machine = with_scenario(hostile.replacen("06.r2\"", "06.r3\"", 1));
            diagnostics(&machine, FILE);
            machine.run(&["list"]);
        }
    }
}

#[test]
fn escapes_written_in_the_notation_are_refused_like_the_characters_themselves() {
    let text = bundled_text(HOME);
    for escape in [r"\u{1b}[2J", r"\u{202e}", r"\x1b", r"\r", r"\t"] {
        let hostile = text.replacen("No answer", &format!("No {escape}answer"), 1);
        let diagnostic = diagnostic(&hostile);
        assert_eq!(diagnostic["place"]["line"], line_of(&hostile, escape), "{diagnostic}");
    }
}

#[test]
fn a_tower_of_accents_is_refused() {
    let text = bundled_text(HOME).replacen("No answer", &format!("No{} answer", "\u{301}".repeat(50_000)), 1);
    says(&diagnostic(text), "combining marks");
}

#[cfg(unix)]
#[test]
fn hostile_file_names_are_shown_harmless() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let names: [&[u8]; 4] = [b"ev\x1b[2J\xe2\x80\xaeil.ron", b"two\nlines.ron", b"\xff\xfe.ron", b"--json.ron"];
    for name in names {
        let machine = Machine::new().with_content();
        let file = OsStr::from_bytes(name);
        fs::write(machine.path().join("scenarios").join(file), "Scenario(").expect("written");
        let list = machine.run(&["list"]);
        assert!(list.code == Some(0) && list.out.contains(HOME), "{}", list.err);
        assert!(list.err.lines().count() == 1 && list.err.contains(".ron:"), "{}", list.err);
        let mut check = machine.command(&["check"]);
        let checked = feed(check.arg(Path::new("scenarios").join(file)), b"");
        assert_eq!(checked.code, Some(1), "{}", checked.err);
        let mut gone = machine.command(&["replay"]);
        feed(gone.arg(Path::new("gone").join(file)), b"").refused("could not read");
        let mut folder = machine.command(&["list", "--scenarios"]);
        feed(folder.arg(Path::new(".").join(file)), b"").refused("");
    }
}

#[test]
fn hostile_arguments_are_repeated_harmless() {
    let machine = Machine::new();
    let bad = "x\u{1b}[2J\u{202e}\u{9b}y";
    machine.run(&["solve", bad]).refused("there is no scenario");
    machine.run(&["standard", bad]).refused("nothing in the standard");
    machine.run(&["play", HOME, "--choices", bad]).refused("is not open here");
    machine.run(&["play", HOME, "--seed", bad]).refused("");
    machine.run(&["play", HOME, "--mode", bad]).refused("");
    machine.run(&[bad]).refused("");
    machine.run(&[&format!("--{bad}")]).refused("");
    machine.run(&["list", bad]).refused("");
}

#[test]
fn any_text_can_be_a_name_and_none_decides_a_path() {
    let machine = Machine::new();
    let emoji = "👩\u{200d}🔧 Lin";
    for name in ["../../evil", "/etc/passwd", "\u{1b}]0;x\u{7}Ann", "\u{202e}nnA", emoji, "CON", "张三", "a\nb", "-rf"]
    {
        let argument = format!("--learner={name}");
        let said = machine.feed(&["play", HOME, "--seed", "7", "--plain", &argument], b"1\n");
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{name:?}");
        let again = machine.feed(&["play", HOME, "--plain", &argument], b"");
        assert!(again.out.starts_with("Going on where you left off."), "{name:?}: {}", again.out);
    }
    let beside: Vec<_> =
        fs::read_dir(machine.path()).expect("listed").map(|e| e.expect("an entry").file_name()).collect();
    assert_eq!(beside, ["saves"], "nothing was written beside the saves");
    for folder in fs::read_dir(machine.saves()).expect("listed").map(|entry| entry.expect("an entry").file_name()) {
        let name = folder.to_str().expect("ASCII");
        assert!(name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-')), "{name}");
    }
    for name in [String::new(), " \u{200b}".to_owned(), "x".repeat(10_000), "字".repeat(10_000)] {
        let argument = format!("--learner={name}");
        machine.run(&["play", HOME, "--plain", &argument]).refused("could not take this as a name");
    }
}

/// Whether a play goes on in memory where saves cannot be written, and says so with the path.
fn plays_on_unsaved(machine: &Machine, saves: &str) {
    let arguments = ["play", HOME, "--seed", "7", "--plain", "--learner", "lin", "--saves", saves];
    let said = machine.feed(&arguments, b"1\n1\n");
    assert_eq!(said.code, Some(2), "what was done is lost: {}", said.err);
    assert_eq!(said.out.matches("\nYou: ").count(), 2, "play goes on: {}", said.out);
    assert_eq!(said.err.matches("kept in memory only").count(), 1, "{}", said.err);
    assert!(said.err.contains("hint: to keep what you do, "), "{}", said.err);
    assert!(!said.out.contains("Your play is kept"), "nothing was: {}", said.out);
    assert_eq!(said.out.matches("Your play is not saved").count(), 1, "{}", said.out);
    assert!(said.out.find("is not being saved") < said.out.find("You: "), "before the first reply: {}", said.out);
    assert_eq!(said.err.matches("what you did is not saved").count(), 1, "{}", said.err);
    let looked = machine.feed(&arguments, b"q\n");
    assert_eq!((looked.code, looked.out.contains("kept")), (Some(0), false), "nothing was done: {}", looked.out);
    let save = ["play", HOME, "--seed", "7", "--choices", "go_in", "--save", "--learner", "lin", "--saves", saves];
    machine.run(&save).refused("kept in memory only");
}

#[test]
fn saves_that_cannot_be_written_do_not_stop_a_play() {
    let machine = Machine::new();
    machine.write("occupied", "a file where the saves belong");
    plays_on_unsaved(&machine, "occupied");
    plays_on_unsaved(&machine, "occupied/deeper");
    assert_eq!(fs::read_to_string(machine.path().join("occupied")).expect("read"), "a file where the saves belong");
    // Nobody, not even the administrator, can make a folder there.
    if Path::new("/proc/self").exists() {
        plays_on_unsaved(&machine, "/proc/saves");
    }
}

/// Lines of the program as they come, until one has these words.
fn hear(output: &mut impl Iterator<Item = String>, words: &str) -> String {
    output.find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words:?} is never said"))
}

#[test]
fn a_save_that_fails_in_the_middle_of_a_play_is_told_at_once_and_so_is_its_healing() {
    for heals in [true, false] {
        let machine = Machine::new();
        let mut child = machine.command(&["play", HOME, "--seed", "7", "--plain", "--learner", "lin"]);
        let piped = Stdio::piped;
        let mut child = child.stdin(piped()).stdout(piped()).stderr(piped()).spawn().expect("it starts");
        let mut input = child.stdin.take().expect("a pipe");
        let mut output = BufReader::new(child.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
        let [attempts, aside] = ["attempts", "aside"].map(|name| machine.saves().join("lin").join(name));
        input.write_all(b"1\n").expect("it listens");
        hear(&mut output, "You: ");
        hear(&mut output, "1. ");
        fs::rename(&attempts, &aside).expect("moved");
        fs::write(&attempts, "a file where the folder belongs").expect("written");
        input.write_all(b"1\n").expect("it listens");
        let told = hear(&mut output, "not being saved");
        assert!(told.contains("something else stands in its place") || told.contains("no folder"), "{told}");
        hear(&mut output, "1. ");
        if heals {
            fs::remove_file(&attempts).and_then(|()| fs::rename(&aside, &attempts)).expect("put back");
            input.write_all(b"1\n").expect("it listens");
            hear(&mut output, "saved again");
        }
        drop(input);
        let farewell = if heals { "Your play is kept" } else { "Your play is not saved" };
        hear(&mut output, farewell);
        let said = child.wait_with_output().expect("it ends");
        let err = String::from_utf8(said.stderr).expect("UTF-8");
        assert_eq!(said.status.code(), Some(if heals { 0 } else { 2 }), "{err}");
        assert_eq!(err.contains("what you did is not saved"), !heals, "{err}");
        assert!(!err.contains("untouched"), "there is no such file: {err}");
        let kept = load_attempt(&if heals { attempts } else { aside }.join("000001.ron")).expect("it is whole");
        assert_eq!(kept.moves.len(), if heals { 3 } else { 1 });
    }
}

#[test]
fn a_damaged_save_is_set_aside_and_the_rest_is_kept() {
    let machine = Machine::new();
    let save = ["play", HOME, "--seed", "7", "--choices", "go_in", "--save", "--learner", "lin", "--json"];
    machine.json(&save);
    machine.json(&save);
    let attempts = machine.saves().join("lin/attempts");
    fs::write(attempts.join("000001.ron"), "Attempt(format: 1, \u{1b}[2J").expect("written");
    machine.run(&["replay", "saves/lin/attempts/000001.ron"]).refused("000001.ron");
    let third = machine.run(&save);
    assert_eq!(third.code, Some(0), "{}", third.err);
    assert!(third.err.contains("000001.ron") && third.err.contains("set aside as"), "{}", third.err);
    let mut names: Vec<_> =
        fs::read_dir(&attempts).expect("listed").map(|e| e.expect("an entry").file_name()).collect();
    names.sort();
    assert_eq!(names.len(), 3, "the damaged one is still there: {names:?}");
    assert!(attempts.join("000002.ron").is_file() && attempts.join("000003.ron").is_file());
    fs::write(attempts.join("000004.ron"), "Attempt(\n  format: 9,\n  mood: <new>,\n)\n").expect("written");
    machine.run(&["replay", "saves/lin/attempts/000004.ron"]).refused("newer than this program");
    let fourth = machine.run(&save);
    assert!(fourth.code == Some(0) && fourth.err.contains("update doorstep"), "{}", fourth.err);
    assert!(attempts.join("000004.ron").is_file() && attempts.join("000005.ron").is_file());
}

#[test]
fn a_learner_who_is_open_elsewhere_is_told() {
    let machine = Machine::new();
    let mut first = machine.command(&["play", HOME, "--plain", "--learner", "lin"]);
    let mut child =
        first.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).spawn().expect("it starts");
    let mut heard = [0];
    // Its first byte comes when the saves are open.
    std::io::Read::read_exact(child.stdout.as_mut().expect("a pipe"), &mut heard).expect("it speaks");
    let second = machine.run(&["play", HOME, "--plain", "--learner", "lin"]);
    second.refused(&format!("another doorstep (process {})", child.id()));
    assert!(machine.run(&["play", HOME, "--plain", "--learner", "ann"]).code == Some(0), "another name is free");
    child.kill().and_then(|()| child.wait()).expect("it ends");
    assert_eq!(machine.run(&["play", HOME, "--plain", "--learner", "lin"]).code, Some(0), "the lock died with it");
}

#[test]
fn a_stored_play_changed_by_hand_is_refused_with_a_reason() {
    let machine = Machine::new();
    machine.json(&["play", HOME, "--seed", "7", "--choices", "go_in", "--save", "--learner", "lin", "--json"]);
    let file = machine.saves().join("lin/attempts/000001.ron");
    let text = fs::read_to_string(&file).expect("read");
    let cases = [
        (r#"Take("go_in")"#, r#"Take("\u{1b}[2J")"#, "changed by hand"),
        (r#"scenario: "customer_not_home""#, r#"scenario: "gone\u{202e}""#, "there is no scenario"),
        ("seed: 7", "seed: 18446744073709551615", "seed"),
        ("seed: 7", "seed: -1", "could not read"),
        ("format: 3", "format: 5", "newer than this program"),
        ("finished: false", "finished: false, more: 1", "could not read"),
    ];
    for (from, to, words) in cases {
        assert!(text.contains(from), "{from} in {text}");
        machine.write("play.ron", text.replace(from, to));
        machine.run(&["replay", "play.ron"]).refused(words);
    }
    machine.write("play.ron", "");
    machine.run(&["replay", "play.ron"]).refused("it is empty");
}

#[test]
fn without_a_home_saves_are_asked_for() {
    let machine = Machine::new();
    let mut command = machine.command(&["play", HOME, "--plain", "--learner", "lin"]);
    let said: Said = feed(command.env_clear(), b"1\n");
    // Where the system names the home folder of its own accord, it is used; that is for it to say.
    assert!(matches!(said.code, Some(0 | 2)), "{}", said.err);
    let mut list = machine.command(&["list"]);
    assert_eq!(feed(list.env_clear(), b"").code, Some(0), "nothing else needs one");
}
