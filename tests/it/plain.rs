//! Plain mode is an equal door: everything that the full screen offers, as lines. Played at both, the facts are the same.

use crate::common::bundled;
use crate::common::heard::{TYPED, heard, heard_after, heard_impatiently, heard_with};
use crate::common::typed::session;
use crate::program::{Machine, feed};
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::content::scenario::{Pack, load};
use doorstep::doors::tui::Glyphs;
use doorstep::play::debrief::Debrief;
use doorstep::play::engine::Session;
use doorstep::speech::messages::Messages;
use doorstep::speech::narration::{Detail, Mood, Narrator, Passage, label, verdict};
use doorstep::store::{Content, load_attempt};
use std::fs;
use std::path::{Path, PathBuf};

const HOME: &str = "customer_not_home";

/// The small pack of the screens.
fn small() -> Pack {
    let content = Content::find(Some(Path::new("tests/screens/pack")), Path::new(env!("CARGO_MANIFEST_DIR")));
    load(&content.and_then(|content| content.read()).expect("read").sources).expect("it is proven").pack
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

/// The plays of the only learner on the disk, by their numbers.
fn plays(saves: &Path) -> Vec<PathBuf> {
    let learner = fs::read_dir(saves).into_iter().flatten().map(|entry| entry.expect("read").path()).next();
    let listed = learner.map(|learner| fs::read_dir(learner.join("attempts"))).into_iter().flatten().flatten();
    let mut all: Vec<PathBuf> = listed.map(|entry| entry.expect("read").path()).collect();
    all.retain(|path| path.extension().is_some_and(|ending| ending == "ron"));
    all.sort();
    all
}

/// Everything without what a line or a window adds.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What must be told of a rough visit, at any door, in this language.
fn facts(pack: &Pack, lang: &str, line: &[&str], player: &str) -> Vec<String> {
    let words = Messages::of(pack, Lang::new(lang).expect("a tag"));
    let scenario = pack.scenarios.get(0).expect("one").clone();
    let mut session = Session::new(scenario.clone(), Seed::new(7));
    session.take_line(line.iter().copied()).expect("it fits");
    let narrator = Narrator { scenario: &scenario, standard: &pack.standard, words: &words, player };
    let mut facts = Vec::new();
    let turns = (0..session.turns().len()).flat_map(|turn| narrator.turn(&session, turn, Detail::Taught));
    for passage in narrator.opening(&session).into_iter().chain(turns) {
        match passage {
            Passage::Narration(text) | Passage::Feedback(text) | Passage::Ended(text) => facts.push(text),
            Passage::Speech { speaker, words, .. } => facts.extend([speaker, words]),
            Passage::Chosen { words, .. } => facts.push(words),
            Passage::Mood { to, .. } => facts.push(to.word(&words)),
            Passage::Marks(marks) => facts.extend(marks.iter().map(|mark| narrator.requirement(mark.requirement))),
            Passage::Place(place) => facts.push(place),
            Passage::DueChanged { .. } | Passage::TimedOut => {}
        }
    }
    let debrief = Debrief::new(&session, &pack.standard).expect("it is solved");
    facts.extend([debrief.card.score.whole().to_string(), verdict(&words, debrief.card.verdict)]);
    facts.push(Mood::of(&scenario, &session.state()).word(&words));
    let review = narrator.review(&session, &debrief.card.ledger);
    for (turn, own) in review.moves.iter().enumerate() {
        let told = narrator.move_told(&session, &debrief, own, turn);
        facts.push(own.words.clone());
        facts.extend(debrief.moves[turn].label.map(|own| label(&words, own)));
        facts.extend(told.cost.into_iter().chain(told.better));
        facts.extend(own.lines.iter().map(|line| line.cite.clone()));
    }
    facts.extend(review.missed.iter().map(|missed| missed.line.text.clone()));
    facts.extend(review.missed.iter().map(|missed| narrator.chance(missed, &review, Some(&debrief))));
    facts.extend(pack.standard.dimensions.iter().map(|own| own.title.in_lang(words.lang()).to_owned()));
    facts
}

/// The digits of these choices of the small pack.
fn digits(pack: &Pack, line: &[&str]) -> Vec<String> {
    let mut session = Session::new(pack.scenarios.get(0).expect("one").clone(), Seed::new(7));
    let mut all = Vec::new();
    for id in line {
        let shown = session.shown();
        let mut open = shown.iter().filter(|(_, open)| *open == doorstep::play::engine::Open::Yes);
        let at = open.position(|(own, _)| session.choice(*own).is_some_and(|choice| *choice.id == **id));
        all.push((at.expect("it is open") + 1).to_string());
        session.take_id(id).expect("it is open");
    }
    all
}

#[test]
fn one_visit_at_both_doors_is_told_with_the_same_facts() {
    let pack = small();
    let line = ["hammer", "push"];
    let typed = digits(&pack, &line);
    for (lang, name) in [("en", "Li"), ("zh", "小李")] {
        let facts = facts(&pack, lang, &line, name);
        assert!(facts.len() > 20, "{facts:?}");
        // The screen, picture by picture: the play, then the review page by page.
        let mut screen = session(lang).sized(96, 60).playing(name, 1);
        let mut seen = bare(&screen.picture());
        let keys = typed.iter().map(String::as_str).chain(["t", "Esc", "Enter"]);
        for key in keys.chain(["PgDn", "PgDn", "PgDn", "Home", "Right", "PgDn", "Right", "PgDn"]) {
            screen = screen.keys(key);
            seen += &bare(&screen.picture());
        }
        let saves = folder();
        let mut lines = vec![name, "1"];
        lines.extend(typed.iter().map(String::as_str));
        lines.extend(["n", "n", "q"]);
        let heard = bare(&heard(&pack, lang, saves.path(), &lines));
        for fact in facts.iter().map(|fact| bare(fact)) {
            assert!(heard.contains(&fact), "lines do not tell {fact}\n{heard}");
            assert!(seen.contains(&fact), "the screen does not show {fact}\n{seen}");
        }
    }
}

#[test]
fn what_the_pack_is_for_is_told_once() {
    let pack = small();
    for (lang, name) in [("en", "Li"), ("zh", "小李")] {
        let tagline = doorstep::tr!(Messages::of(&pack, Lang::new(lang).expect("a tag")), "tagline");
        let saves = folder();
        let first = heard(&pack, lang, saves.path(), &[name, "b", "3", "b", "q"]);
        assert_eq!(first.matches(&tagline).count(), 1, "{first}");
        let second = heard(&pack, lang, saves.path(), &["3", "b", "q"]);
        assert_eq!(second.matches(&tagline).count(), 1, "{second}");
    }
}

#[test]
fn a_wait_for_the_solver_is_told_once_for_each_question() {
    let pack = small();
    let typed = digits(&pack, &["hammer", "push"]);
    let lines = |name| [name, "1", &typed[0], &typed[1], "best", "b", "best", "q"].map(str::to_owned);
    for (lang, name, says) in [("en", "Li", "Working it out …"), ("zh", "小李", "正在计算……")] {
        let lines = lines(name);
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let waited = heard_impatiently(&pack, lang, folder().path(), &lines);
        let best = waited.matches(&format!("{TYPED}best")).count();
        assert_eq!((waited.matches(says).count(), best), (2, 2), "the review and the best line: {waited}");
        assert!(!heard(&pack, lang, folder().path(), &lines).contains(says));
    }
}

#[test]
fn from_home_to_an_export_by_lines_alone() {
    let pack = small();
    for (lang, name, rough, again, exported) in [
        ("en", "Li", "Push in", "Again from move 2", "Kept as "),
        ("zh", "小李", "推门进去", "从第 2 步重来", "已存为 "),
    ] {
        let saves = folder();
        let first = digits(&pack, &["hammer", "push"]);
        let good = digits(&pack, &["hammer", "introduce"]);
        let said = heard(
            &pack,
            lang,
            saves.path(),
            &[
                name, "b", "4", "1", "1", &first[0], &first[1], "2", "a", &good[1], "b", "b", "b", "b", "6", "1",
                "html", "md", "b", "b", "b", "q",
            ],
        );
        for words in [rough, again, exported] {
            assert!(said.contains(words), "{words}: {said}");
        }
        let history = said.rsplit(&format!("{TYPED}6\n")).next().expect("it is opened");
        assert!(history.contains(again), "a retry is listed: {history}");
        let learner = fs::read_dir(saves.path()).expect("listed").next().expect("one").expect("read").path();
        let play = load_attempt(&learner.join("attempts/000001.ron")).expect("kept");
        let scenario = pack.scenarios.get(0).expect("one");
        assert_eq!(play.run(scenario, 0).expect("the run that counts").choice_ids(), ["hammer", "push"]);
        assert_eq!(play.run(scenario, 1).expect("the retry").choice_ids(), ["hammer", "introduce"]);
        let kept: Vec<_> = fs::read_dir(learner.join("debriefs")).expect("listed").collect();
        assert_eq!(kept.len(), 2, "{said}");
    }
}

#[test]
fn an_exam_is_picked_and_confirmed_and_gives_nothing_away() {
    let pack = small();
    let saves = folder();
    let [look, ring] =
        [digits(&pack, &["look"]), digits(&pack, &["look", "ring"])].map(|mut own| own.remove(own.len() - 1));
    let said = heard(&pack, "en", saves.path(), &["Li", "3", "s", "h", "u", "d", "y", &look, "q"]);
    assert_eq!(said.matches("No hints, no rewind and no standard in an exam.").count(), 3, "{said}");
    assert!(said.contains("Nothing is picked yet") && said.contains("You picked"), "{said}");
    assert!(!said.contains("You: ") && !said.contains("customer: ") && !said.contains("Customer: "), "{said}");
    let play = &plays(saves.path())[0];
    assert_eq!(load_attempt(play).expect("kept").moves.len(), 0, "what was picked is not taken");
    let on = heard(&pack, "en", saves.path(), &["3", &look, "y", &ring, &ring, "q"]);
    assert_eq!(load_attempt(play).expect("kept").moves.len(), 2, "{on}");
}

#[test]
fn the_end_of_the_input_keeps_the_play_wherever_it_comes() {
    let pack = small();
    let typed = digits(&pack, &["look", "ring"]);
    let script = ["Li", "1", &typed[0], &typed[1], "s", "1"];
    for count in 0..=script.len() {
        let saves = folder();
        let said = heard(&pack, "en", saves.path(), &script[..count]);
        let kept = plays(saves.path()).first().map_or(0, |play| load_attempt(play).expect("whole").moves.len());
        let taken = count.saturating_sub(2).min(2);
        assert_eq!(kept, taken, "{said}");
        let farewell = match count {
            0 | 1 => "Goodbye.\n",
            2 => "The play ends here.\n",
            _ => "Your play is kept; go on with it from home.\n",
        };
        assert!(said.ends_with(farewell), "{count}: {said}");
    }
}

#[test]
fn what_is_taken_back_or_reworded_is_told_and_nothing_is_told_again() {
    let pack = small();
    let typed = digits(&pack, &["look", "ring"]);
    let saves = folder();
    let said = heard(&pack, "en", saves.path(), &["Li", "1", &typed[0], &typed[1], "u", "语言", "返回", "3", "离开"]);
    let parts: Vec<&str> = said.split(TYPED).collect();
    let (taken_back, reworded, on) = (parts[5], parts[6], parts[8]);
    assert!(taken_back.contains("Move 2 is taken back: Ring lightly, once"), "{taken_back}");
    assert!(taken_back.contains("What do you do?") && !taken_back.contains("You: "), "{taken_back}");
    assert!(reworded.contains("你：看看有没有门铃") && reworded.contains("你怎么做？"), "{reworded}");
    assert!(on.contains("接着上次的地方往下走。") && on.contains("你：看看有没有门铃"), "{on}");
}

#[test]
fn what_is_not_understood_says_what_can_be_typed_here() {
    let pack = small();
    let saves = folder();
    let said = heard(&pack, "en", saves.path(), &["Li", "99", "？", "b", "x", "帮助", "q"]);
    assert_eq!(said.matches("Here you can type: ").count(), 4, "{said}");
    assert!(said.contains("“99” means nothing here.\nHere you can type: a number from 1 to 4"), "{said}");
    assert!(said.contains("“x” means nothing here.\nHere you can type: a number from 1 to 10"), "{said}");
}

#[test]
fn learners_are_chosen_renamed_merged_and_deleted_by_lines() {
    let pack = small();
    let saves = folder();
    heard(&pack, "en", saves.path(), &["Li", "1", "1", "q"]);
    heard(&pack, "en", saves.path(), &["9", "Wang", "4", "1", "1", "1", "q"]);
    let said = heard(
        &pack,
        "en",
        saves.path(),
        &["9", "rename 1", "Wang Wei", "merge 1", "2", "delete 1", "nobody", "delete 1", "Li", "Chen", "q"],
    );
    for words in
        ["Wang is called Wang Wei now.", "Li has all plays of Wang Wei now.", "was not deleted.", "Li is deleted."]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(said.contains("9. Learner: Chen"), "{said}");
}

#[test]
fn nobody_has_no_false_name_at_either_door() {
    let saves = folder();
    let said = heard(bundled(), "zh", saves.path(), &["", "b", "q"]);
    assert!(said.contains("9. 学员：没有留名字"), "{said}");
    assert!(said.contains("自我介绍时会说到"), "it is said why a name is asked for: {said}");
}

#[test]
fn the_standard_is_read_by_numbers_and_by_words() {
    let saves = folder();
    let said = heard(bundled(), "en", saves.path(), &["Li", "b", "7", "1", "1", "1", "b", "b", "b", "bell", "1", "q"]);
    assert!(said.contains("requirements have “bell”.") && said.contains("Counts in: "), "{said}");
}

#[test]
fn the_best_line_is_walked_to_its_end() {
    let pack = small();
    let saves = folder();
    let typed = digits(&pack, &["hammer", "push"]);
    let said =
        heard(&pack, "en", saves.path(), &["Li", "1", &typed[0], &typed[1], "best", "n", "n", "n", "n", "p", "b", "q"]);
    assert!(said.contains("The best that this visit allowed: ") && said.contains("Here the best line ends."), "{said}");
    assert!(said.contains("Also open: ") && said.contains("Score so far: 100 of 100."), "{said}");
}

#[test]
fn options_that_hold_everywhere_stand_before_or_behind_the_command() {
    let machine = Machine::new();
    let end = |arguments: &[&str]| machine.feed(arguments, b"").out;
    let play = ["play", HOME, "--seed", "7"];
    let before = end(&[&["--plain", "--lang", "zh_CN.UTF-8"][..], &play].concat());
    assert!(before.contains("你怎么做？"), "{before}");
    assert_eq!(end(&[&play[..], &["--lang", "ZH", "--plain"]].concat()), before);
    for tag in ["zh-CN", "zh_CN", "zh"] {
        assert_eq!(end(&[&["--lang", tag][..], &play].concat()), before, "{tag}");
    }
    let home = end(&["--plain", "--lang", "en_US"]);
    assert!(home.contains("What is your name? It is heard"), "{home}");
    let listed = machine.run(&["--lang", "zh", "list"]).out;
    assert!(listed.contains("敲门无应") || listed.chars().any(|c| c > '\u{4e00}'), "{listed}");
    let signs = |more: &[&str]| machine.feed(&[more, &play, &["--lang", "en"]].concat(), b"2\n").out;
    assert!(signs(&["--ascii"]).is_ascii() && !signs(&[]).is_ascii(), "{}", signs(&["--ascii"]));
}

#[test]
fn a_locale_that_is_not_utf_8_is_told_once_and_gets_ascii_signs() {
    let machine = Machine::new();
    for (variables, is_odd) in [
        (&[("LC_ALL", "C")][..], true),
        (&[("LC_ALL", ""), ("LC_CTYPE", "POSIX"), ("LANG", "en_GB.UTF-8")], true),
        (&[("LC_ALL", ""), ("LANG", "zh_CN.GB18030")], true),
        (&[("LC_ALL", "en_GB.utf8@x")], false),
        (&[("LC_ALL", ""), ("LC_CTYPE", "UTF-8"), ("LANG", "C")], false),
    ] {
        let mut command = machine.command(&["play", HOME, "--seed", "7", "--lang", "en"]);
        let said = feed(command.envs(variables.iter().copied()), b"2\n");
        assert_eq!(said.err.matches("is not UTF-8").count(), usize::from(is_odd), "{variables:?}: {}", said.err);
        assert_eq!(said.out.is_ascii(), is_odd, "{variables:?}: {}", said.out);
    }
}

#[test]
fn lines_are_as_wide_as_columns_says_and_unbroken_in_a_pipe() {
    let machine = Machine::new();
    let arguments = ["play", HOME, "--seed", "7", "--lang", "zh"];
    let widest = |columns: Option<&str>| {
        let mut command = machine.command(&arguments);
        let said = feed(command.envs(columns.map(|columns| ("COLUMNS", columns))), b"1\n");
        said.out.lines().map(unicode_width::UnicodeWidthStr::width).max().expect("a line")
    };
    assert!(widest(Some("40")) <= 40 && widest(Some("60")) > 40);
    assert!(widest(None) > 80 && widest(Some("nonsense")) > 80);
}

#[test]
fn ten_thousand_plays_are_told_page_by_page_at_once() {
    let machine = Machine::new();
    machine.json(&["play", HOME, "--seed", "7", "--choices", "go_in", "--save", "--learner", "lin", "--json"]);
    let attempts = machine.saves().join("lin/attempts");
    let text = fs::read(attempts.join("000001.ron")).expect("kept");
    for number in 2..=10_000 {
        fs::write(attempts.join(format!("{number:06}.ron")), &text).expect("written");
    }
    let arguments = ["--plain", "--learner", "lin"];
    machine.feed(&["play", "--plain", "--learner", "lin"], b"");
    let started = std::time::Instant::now();
    let said = machine.feed(&["play", arguments[0], arguments[1], arguments[2]], b"6\nn\np\nq\n");
    let took = started.elapsed();
    assert!(said.out.contains("page 1 of 1000") && said.out.contains("page 2 of 1000"), "{}", said.out);
    assert!(said.out.lines().count() < 80, "{}", said.out.lines().count());
    assert!(took < std::time::Duration::from_secs(20), "{took:?}");
}

/// A whole visit as a blind learner hears it, with every mistake that the first number of each moment makes: from the
/// first word to the review, a mistake tried again, the list of plays, and the farewell.
fn transcript(lang: &str, name: &str) -> String {
    let before = [name, "?", "1", "1", "1", "h", "u", "d"];
    let after = ["m", "a 3", "b", "md", "b", "6", "b", "7", "1", "b", "b", "q"];
    let typed: Vec<&str> = before.into_iter().chain(["1"; 18]).chain(after).collect();
    heard(bundled(), lang, folder().path(), &typed)
}

/// A first visit that goes wrong, and the next day: the moment that went wrong, the lesson of the course, its way out.
fn day_transcript(lang: &str, name: &str) -> String {
    let saves = folder();
    let first: Vec<&str> = [name, "1", "1"].into_iter().chain(["1"; 20]).chain(["q"]).collect();
    heard(bundled(), lang, saves.path(), &first);
    heard_after(
        1,
        bundled(),
        lang,
        saves.path(),
        &["1", "1", "1", "1", "1", "b", "2", "1", "b", "b", "5", "1", "1", "n", "q"],
    )
}

#[test]
fn the_transcripts_are_what_is_heard_and_hold_no_sign_that_a_voice_swallows() {
    for (lang, name) in [("en", "Li"), ("zh", "小李")] {
        held_to(&format!("plain_{lang}.txt"), &transcript(lang, name));
        held_to(&format!("day_{lang}.txt"), &day_transcript(lang, name));
        held_to(&format!("say_{lang}.txt"), &said_transcript(lang, name));
    }
}

/// What is typed in a call that one says oneself, from the desk to the end: a greeting alone is told, and kept for the
/// trainer.
const CALL: [(&str, &str); 25] = [
    ("3", "3"),
    ("1", "1"),
    ("2", "2"),
    ("1", "1"),
    ("Hello there", "你好"),
    ("Hello! Is Mr Ding at home, please?", "小朋友你好，丁先生在家吗？"),
    ("It's Li", "我是小李"),
    ("c", "c"),
    ("I'm Li, the community manager from Qingchuan Telecom.", "您好，我是晴川电信的社区经理小李"),
    ("Is this a good time to talk?", "您现在说话方便吗？"),
    ("1", "1"),
    ("1", "1"),
    ("3", "3"),
    (
        "I'm calling about the broadband you asked for at eight last night. It's been accepted, and I'll be doing the job.",
        "您昨晚八点报的装宽带，公司已经受理了，由我来给您装。",
    ),
    ("Could I come tomorrow at ten in the morning?", "我明天上午十点过来，您看行吗？"),
    ("2", "2"),
    (
        "Could I just check the address: is it 18 Qingyu Road, unit 2, flat 1203?",
        "请问您家是青榆路18号2单元1203，对吗？",
    ),
    ("Please keep the space in front of the utility box clear. Thank you.", "麻烦请您把弱电箱前面腾空，谢谢。"),
    ("2", "2"),
    ("Then it's ten tomorrow morning, and I'll be there on time.", "好的，明天上午十点，我准时到。"),
    (
        "My number is 6600 2717. Please ring me beforehand if anything changes.",
        "我的电话是6600 2717，有变动麻烦请您提前跟我说。",
    ),
    ("Thank you. Goodbye!", "谢谢您，再见！"),
    ("1", "1"),
    ("1", "1"),
    ("1", "1"),
];

fn said_transcript(lang: &str, name: &str) -> String {
    let place = bundled().scenarios.heads().position(|own| &*own.id == "ten_or_four").expect("it is listed") + 1;
    let place = place.to_string();
    let said = CALL.iter().map(|(en, zh)| if lang == "en" { *en } else { *zh });
    let typed: Vec<&str> = [name, "b", "4", &place, "3"].into_iter().chain(said).chain(["b", "b", "q"]).collect();
    heard(bundled(), lang, folder().path(), &typed)
}

fn held_to(file: &str, heard: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts").join(file);
    for sign in ["→", "✓", "✗", "○", "−", "?!", "??", "▸", " · ", "\n> ", "\n- ", "\n+ "] {
        assert!(!heard.contains(sign), "{sign:?} in {heard}");
    }
    let said = heard.lines().filter(|line| !line.starts_with(TYPED));
    let widest = said.map(unicode_width::UnicodeWidthStr::width).max();
    assert!(widest <= Some(80), "{widest:?}");
    if std::env::var_os("DOORSTEP_WRITE").is_some() {
        fs::write(&path, heard).expect("it is written");
    } else {
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == heard, "write {} anew: DOORSTEP_WRITE=1 cargo test --test it plain::", path.display());
    }
}

#[test]
fn ascii_signs_are_all_that_an_english_visit_needs() {
    let saves = folder();
    let said = heard_with(&small(), "en", saves.path(), &["Li", "1", "1", "q"], Glyphs::Ascii, Some(60));
    assert!(said.replace(TYPED, "").replace(['中', '文'], "").is_ascii(), "{said}");
}
