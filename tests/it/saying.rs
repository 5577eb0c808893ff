//! Sentences said in one's own words at both doors: by keys and by lines, in Chinese and in English, with everything and
//! without; what is refused can be filed, and the day plans what was not passed.

use crate::common::bundled;
use crate::common::heard::heard;
use crate::common::typed::picture_in;
use doorstep::base::text::Lang;
use doorstep::content::standard::SectionId;
use doorstep::doors::tui::{Key, UiEvent};
use doorstep::speech::messages::Messages;
use doorstep::speech::saying::{model, situation};
use doorstep::trainer::phrase_drill::PhraseDrill;
use doorstep::trainer::practice::{PracticeTopic, practice_topics};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// The seed of a session on the screen.
const SEED: u64 = 4;

/// The first topic of sentences: its place in the list, and its section.
fn topic() -> (usize, SectionId) {
    let topics = practice_topics(bundled());
    let is_meant = |topic: &PracticeTopic| matches!(topic, PracticeTopic::Phrases(..));
    let place = topics.iter().position(is_meant).expect("there are sentences");
    let PracticeTopic::Phrases(section, _) = topics[place] else { panic!("it is one") };
    (place, section)
}

/// The sentences that are put on the screen.
fn drill() -> PhraseDrill {
    let pack = bundled();
    PhraseDrill::of_section(&pack.phrases, &pack.standard, topic().1, SEED).expect("there are some")
}

/// The sentences that are put by lines, under the seed of a dialog.
fn said_by_lines() -> PhraseDrill {
    let pack = bundled();
    PhraseDrill::of_section(&pack.phrases, &pack.standard, topic().1, 7).expect("there are some")
}

fn words(lang: &str) -> Messages {
    Messages::new(Lang::new(lang).expect("a tag"))
}

fn text(words: &str) -> Vec<UiEvent> {
    words.chars().map(|c| UiEvent::Key(Key::Char(c))).collect()
}

fn keys(all: &[Key]) -> Vec<UiEvent> {
    all.iter().map(|key| UiEvent::Key(*key)).collect()
}

/// The picture of the first sentence of the first topic, after these events.
fn picture(saves: &Path, lang: &str, size: (u16, u16), more: &[Vec<UiEvent>]) -> String {
    let down = vec![Key::Down; topic().0];
    let open = [keys(&[Key::Char('5')]), keys(&down), keys(&[Key::Enter])].concat();
    let script = [text("Li"), keys(&[Key::Enter, Key::Esc]), open, more.concat()].concat();
    picture_in(saves, bundled().clone(), lang, size, script)
}

/// The journal of the only learner.
fn journal(saves: &Path) -> String {
    let learner = fs::read_dir(saves).expect("listed").next().expect("one").expect("read").path();
    let files = fs::read_dir(&learner).expect("listed").map(|own| own.expect("read").path());
    let is_journal =
        |own: &std::path::PathBuf| own.file_name().is_some_and(|name| name.to_string_lossy().starts_with("journal"));
    fs::read_to_string(files.into_iter().find(is_journal).expect("a journal")).expect("read")
}

/// Without line breaks and what stands around them.
fn joined(picture: &str) -> String {
    picture.split_whitespace().collect()
}

#[test]
fn a_sentence_with_everything_is_accepted_on_the_screen_in_both_languages() {
    for lang in ["en", "zh"] {
        for size in [(60, 20), (80, 24), (150, 40)] {
            let saves = tempfile::tempdir().expect("a folder");
            let (words, drill) = (words(lang), drill());
            let open = picture(saves.path(), lang, size, &[]);
            let stem: String = joined(&situation(&words, drill.phrase(), "Li")).chars().take(12).collect();
            assert!(joined(&open).contains(&stem), "{stem}: {open}");
            let saves = tempfile::tempdir().expect("a folder");
            let said = model(&words, drill.phrase(), "Li");
            let picture = picture(saves.path(), lang, size, &[text(&said), keys(&[Key::Enter, Key::Home])]);
            let whole = if lang == "en" { "Everything was in it." } else { "该说的都说到了。" };
            assert!(picture.contains(whole), "{picture}");
            let kept = journal(saves.path());
            assert!(kept.contains(&*drill.phrase().id) && kept.contains("good") && !kept.contains("again"), "{kept}");
        }
    }
}

#[test]
fn what_is_missing_is_told_and_said_again_or_filed() {
    let saves = tempfile::tempdir().expect("a folder");
    let said = "Well, hello there, it is a fine day";
    let refused = picture(saves.path(), "en", (80, 40), &[text(said), keys(&[Key::Enter])]);
    assert!(refused.contains("not heard") && refused.contains("One way to say it"), "{refused}");
    assert!(refused.contains("Say it again") && refused.contains("This should count"), "{refused}");
    let saves = tempfile::tempdir().expect("a folder");
    let filed = picture(saves.path(), "en", (80, 40), &[text(said), keys(&[Key::Enter, Key::Char('2')])]);
    assert!(filed.contains("Kept with your saves") && !filed.contains("This should count"), "{filed}");
    let kept = journal(saves.path());
    assert!(kept.contains("reply_filed") && kept.contains(said) && kept.contains(&*drill().phrase().id), "{kept}");
    let saves = tempfile::tempdir().expect("a folder");
    let model = model(&words("en"), drill().phrase(), "Li");
    let again = [text(said), keys(&[Key::Enter, Key::Char('1')]), text(&model), keys(&[Key::Enter])];
    let mended = picture(saves.path(), "en", (80, 40), &again);
    assert!(mended.contains("Everything was in it."), "{mended}");
    let kept = journal(saves.path());
    assert!(kept.find("again") < kept.find("good"), "{kept}");
}

#[test]
fn ten_megabytes_in_the_field_are_cut_and_the_other_language_is_told() {
    let saves = tempfile::tempdir().expect("a folder");
    let start = Instant::now();
    let pasted = UiEvent::Paste("你好 ".repeat(1_500_000));
    let cut = picture(saves.path(), "zh", (80, 24), &[vec![pasted]]);
    assert!(cut.contains("只留下 600 个字"), "{cut}");
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    let saves = tempfile::tempdir().expect("a folder");
    let other = picture(saves.path(), "zh", (80, 24), &[text("Hello, is that Mr Ding"), keys(&[Key::Enter])]);
    assert!(other.contains("这里说的不是这种语言"), "{other}");
    let nothing = picture(saves.path(), "en", (80, 24), &[keys(&[Key::Enter])]);
    assert!(nothing.contains("Nothing was said yet."), "{nothing}");
}

#[test]
fn sentences_are_said_by_lines_in_both_languages() {
    let number = (topic().0 + 1).to_string();
    for (lang, said, whole, again) in [
        ("en", "back to you, it is a fine day", "not heard", "This should count"),
        ("zh", "好 今天天气不错", "没听到", "这样说也该算"),
    ] {
        let saves = tempfile::tempdir().expect("a folder");
        let lines = ["Li", "b", "5", &number, said, "c", "n", "b"];
        let told = heard(bundled(), lang, saves.path(), &lines);
        let bare = joined(&told).to_lowercase();
        assert!(bare.contains(&joined(whole)) && bare.contains(&joined(again).to_lowercase()), "{told}");
        let kept = journal(saves.path());
        assert!(kept.contains("reply_filed") && kept.contains(said), "{kept}");
        // A second try is typed at once; a sentence may begin with a word that is a command.
        let said = model(&words(lang), said_by_lines().phrase(), "Li");
        let mended = heard(bundled(), lang, saves.path(), &["5", &number, "back again then 好", &said, "b"]);
        assert!(mended.contains(if lang == "en" { "Everything was in it." } else { "该说的都说到了。" }), "{mended}");
        let pasted = "很".repeat(700);
        let refused = heard(bundled(), lang, saves.path(), &["5", &number, &pasted, "b"]);
        assert!(refused.contains("600"), "{refused}");
    }
}

#[test]
fn the_model_is_read_aloud_along_a_bar_at_both_doors() {
    for (lang, size, first, last, told) in [
        ("en", (80, 24), "Enter at your first word", "Enter at your last word", "words a minute"),
        ("zh", (60, 20), "念第一个字时按回车", "念完最后一个字按回车", "字上下"),
    ] {
        let said = model(&words(lang), drill().phrase(), "Li");
        let way = [text(&said), keys(&[Key::Enter, Key::Char('1')])].concat();
        for (more, shown) in [(&[][..], first), (&[Key::Enter], last)] {
            let saves = tempfile::tempdir().expect("a folder");
            let picture = picture(saves.path(), lang, size, &[way.clone(), keys(more), vec![UiEvent::Tick]]);
            assert!(picture.contains(shown) && picture.contains(told), "{picture}");
            assert!(joined(&picture).contains(&joined(&said)), "{picture}");
        }
        let saves = tempfile::tempdir().expect("a folder");
        let both = [way.clone(), keys(&[Key::Enter, Key::Enter])];
        let over = picture(saves.path(), lang, size, &both);
        assert!(over.contains(if lang == "en" { "Enter reads it again" } else { "按回车再念一遍" }), "{over}");
        let number = (topic().0 + 1).to_string();
        let saves = tempfile::tempdir().expect("a folder");
        let said = model(&words(lang), said_by_lines().phrase(), "Li");
        let lines = ["Li", "b", "5", &number, &said, "aloud", "n", "b"];
        let lines = heard(bundled(), lang, saves.path(), &lines);
        let over = if lang == "en" { "that is" } else { "一分钟" };
        assert!(lines.contains(told) && lines.contains(over) && !lines.contains("reading-"), "{lines}");
    }
}
