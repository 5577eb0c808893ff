//! What is said in one's own words in a scenario: which choices fold, which of them a sentence is, and what the record holds.

use crate::common::bundled;
use crate::common::heard::heard;
use crate::common::typed::{picture_in, session};
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::content::scenario::{ChoiceId, Scenario};
use doorstep::doors::tui::{Key, UiEvent};
use doorstep::play::engine::{RecordedMove, Session};
use doorstep::play::hearing::Unheard;
use doorstep::record::attempt::{AttemptId, Mode};
use doorstep::record::journal::{FiledTo, Happened};
use doorstep::speech::messages::Messages;
use doorstep::speech::narration::Slots;
use doorstep::store::load_attempt;
use doorstep::trainer::phrase_drill::Speaking;
use doorstep::trainer::recorded_play::{Beginning, PlayCommand, RecordedPlay, Refusal, modes_of};
use doorstep::trainer::say_it::{SaidAs, SayIt};
use doorstep::trainer::spoken_choices::SpokenChoices;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

fn speaking(lang: &str) -> Speaking<'static> {
    Speaking { lang: Lang::new(lang).expect("a tag"), player: "Li Na", standard: &bundled().standard }
}

fn scenario(id: &str) -> Arc<Scenario> {
    bundled().scenario(id).expect("it is bundled").clone()
}

/// A choice's own words as they are said, with the learner's lines in its reply.
fn own_words(session: &Session, id: ChoiceId, by: &Speaking) -> String {
    let scenario = session.scenario();
    let choice = session.choice(id).expect("it is there");
    let state = session.state();
    let slots = Slots { scenario, lang: by.lang, player: by.player };
    let lines = scenario.lines[choice.reply.clone()].iter().filter(|line| {
        line.when.holds(&state.0) && line.by.is_some_and(|by| &*scenario.speakers[by.index()].name == "you")
    });
    let texts = [&choice.text].into_iter().chain(lines.map(|line| &line.text));
    texts.map(|text| slots.fill(text.in_lang(by.lang), &state).into_owned()).collect::<Vec<_>>().join("\n")
}

fn spoken(session: &Session) -> SpokenChoices {
    SpokenChoices::of(session, &bundled().standard).expect("something can be said")
}

fn id_of(session: &Session, choice: ChoiceId) -> String {
    session.choice(choice).expect("it is there").id.to_string()
}

/// The names of the choices that a sentence is.
fn meant(session: &Session, words: &str, lang: &str) -> Vec<String> {
    let heard = spoken(session).hear(session, words, None, &speaking(lang)).expect("it is judged");
    heard.meant.into_iter().map(|choice| id_of(session, choice)).collect()
}

/// Moments of a scenario in which something can be said: one for each scene and what can be said in it.
fn moments(scenario: &Arc<Scenario>) -> Vec<Session> {
    let mut found: BTreeMap<String, Session> = BTreeMap::new();
    for seed in 0..120u64 {
        let mut session = Session::new(scenario.clone(), Seed::new(seed));
        let mut whim = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        for _ in 0..60 {
            let Some(scene) = session.state().scene(scenario) else { break };
            if let Some(spoken) = SpokenChoices::of(&session, &bundled().standard) {
                let mut folded = spoken.folded().to_vec();
                folded.sort_unstable();
                let name = format!("{} {folded:?}", scenario.scene(scene).name);
                found.entry(name).or_insert_with(|| session.clone());
            }
            let open: Vec<ChoiceId> = session.state().open_choices(scenario).collect();
            whim = whim.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let pick = usize::try_from(whim >> 33).expect("31 bits") % open.len();
            session.take(open[pick]).expect("it is open");
        }
    }
    found.into_values().collect()
}

#[test]
fn the_words_of_every_choice_that_meets_prescribed_words_are_that_choice() {
    let (mut scenes, mut lost) = (0, Vec::new());
    for head in bundled().scenarios.heads() {
        for session in moments(&scenario(&head.id)) {
            scenes += 1;
            let spoken = spoken(&session);
            for lang in ["zh", "en"] {
                let by = speaking(lang);
                for id in spoken.folded().iter().filter(|id| has_words(&session, **id)) {
                    let whole = own_words(&session, *id, &by);
                    let alone = whole.lines().next().unwrap_or_default();
                    let is_it = |words: &str| {
                        spoken.hear(&session, words, None, &by).is_ok_and(|heard| heard.meant.contains(id))
                    };
                    if !is_it(&whole) && !is_it(alone) {
                        lost.push(format!("{} {lang} {whole}", head.id));
                    }
                }
            }
        }
    }
    assert!(scenes > 60, "{scenes} moments");
    lost.sort_unstable();
    lost.dedup();
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

/// Whether a choice meets something that prescribes words now.
fn has_words(session: &Session, id: ChoiceId) -> bool {
    let (choice, state) = (session.choice(id).expect("it is there"), session.state());
    let met = choice.meets.iter().filter(|mark| mark.when.holds(&state.0));
    met.into_iter().any(|mark| !bundled().standard.requirement(mark.requirement).elements.is_empty())
}

/// The moment of this scenario after these choices.
fn after(id: &str, seed: u64, line: &[&str]) -> Session {
    let mut session = Session::new(scenario(id), Seed::new(seed));
    session.take_line(line.iter().copied()).expect("it fits");
    session
}

/// A seed under which this line leads into this scene.
fn seed_to(id: &str, line: &[&str], scene: &str) -> u64 {
    let leads = |seed: &u64| {
        let mut session = Session::new(scenario(id), Seed::new(*seed));
        let fits = session.take_line(line.iter().copied()).is_ok();
        let stands = session.state().scene(session.scenario()).map(|own| session.scenario().scene(own).name.clone());
        fits && stands.as_deref() == Some(scene)
    };
    (0..200).find(leads).expect("some seed leads there")
}

/// The line up to a scene, the scene, the language, what is said there, and the choices that it is.
type SaidOnTheTelephone = (&'static [&'static str], &'static str, &'static str, &'static str, &'static [&'static str]);

/// What somebody new says on the telephone, and which choice it is; none where it is said again.
const CALL: [SaidOnTheTelephone; 22] = [
    (&["dial"], "greet", "zh", "您好，是丁先生吗？", &["ask"]),
    (&["dial"], "greet", "zh", "喂，下午好，请问您是丁先生吧", &["ask"]),
    (&["dial"], "greet", "zh", "您好", &[]),
    (&["dial"], "greet", "zh", "是丁先生吗？", &[]),
    (&["dial"], "greet", "zh", "您好，请问您怎么称呼", &["your_name"]),
    (&["dial"], "greet", "en", "Hello, am I speaking to Mr Ding?", &["ask"]),
    (&["dial"], "greet", "en", "Hello?", &[]),
    (&["dial", "ask"], "who", "zh", "我是晴川电信的社区经理 Li Na", &["full"]),
    (&["dial", "ask"], "who", "zh", "我是晴川电信的，管您那一片的", &["patch"]),
    (&["dial", "ask"], "who", "zh", "我姓李", &[]),
    (&["dial", "ask"], "who", "zh", "您现在方便说话吗？", &["good_time"]),
    (&["dial", "ask"], "who", "zh", "我是晴川电信的社区经理 Li Na，您现在方便说话吗？", &["full"]),
    (&["dial", "ask"], "who", "zh", "我是晴川电信的 Li Na，您现在方便说话吗？", &[]),
    (&["dial", "ask"], "who", "en", "It's Li Na from Qingchuan Telecom, is this a good time to talk?", &[]),
    (&["dial", "ask"], "who", "en", "My name's Li Na, I'm a community manager from Qingchuan Telecom.", &["full"]),
    (&["dial", "ask"], "who", "en", "This is Li Na from Qingchuan Telecom.", &[]),
    (&["dial", "ask", "full", "ask"], "later", "zh", "好的，那我十分钟后再打给您，可以吗？", &["ten_ask"]),
    (&["dial", "ask", "full", "ask"], "later", "zh", "好的，我十分钟后再打", &["ten_tell"]),
    (&["dial", "ask", "full", "ask"], "later", "en", "Sure, I'll call back in ten minutes, is that OK?", &["ten_ask"]),
    (&["dial", "ask", "full", "ask"], "later", "en", "Sure, I'll call you later.", &[]),
    (&["dial", "ask", "full", "ask", "ten_ask"], "later_close", "zh", "打扰您了，谢谢", &["sorry"]),
    (&["dial", "ask", "full", "ask", "ten_ask"], "later_close", "en", "Thanks, bye.", &[]),
];

#[test]
fn what_somebody_says_on_the_telephone_is_the_choice_that_says_it() {
    for (line, scene, lang, words, choice) in CALL {
        let session = after("ten_or_four", seed_to("ten_or_four", line, scene), line);
        assert_eq!(meant(&session, words, lang), choice, "{scene}: {words}");
    }
}

#[test]
fn the_hour_that_a_choice_names_is_meant_and_not_that_of_the_slot() {
    let is_four = |session: &Session| spoken(session).folded().iter().any(|own| id_of(session, *own) == "hour_four");
    let session = moments(&scenario("ten_or_four")).into_iter().find(is_four).expect("four is agreed");
    assert_eq!(meant(&session, "明天下午四点，我准时到", "zh"), ["hour_four"]);
    assert_eq!(meant(&session, "Tomorrow at four in the afternoon, I'll be there on time.", "en"), ["hour_four"]);
    assert!(!meant(&session, "明天上午十点，我准时到", "zh").contains(&"hour_four".to_owned()));
}

#[test]
fn what_words_do_not_tell_apart_is_chosen() {
    let ids = |session: &Session| spoken(session).folded().iter().map(|own| id_of(session, *own)).collect::<Vec<_>>();
    let all = moments(&scenario("customer_not_home"));
    let session = all.iter().find(|own| ids(own).contains(&"softly".to_owned())).expect("the door opens");
    let both = meant(session, "您好，是沈老师家吗？我是晴川电信的，来修电话。", "zh");
    assert!(both.len() > 1 && both.contains(&"softly".to_owned()), "{both:?}");
}

#[test]
fn who_said_nearly_all_of_it_is_told_what_is_missing_and_not_taken_to_have_said_less() {
    let ids = |session: &Session| spoken(session).folded().iter().map(|own| id_of(session, *own)).collect::<Vec<_>>();
    let all = moments(&scenario("customer_not_home"));
    let is_door = |own: &&Session| ["its_me", "brief_loud"].iter().all(|id| ids(own).contains(&(*id).to_owned()));
    let session = all.iter().find(is_door).expect("she asks who it is");
    assert_eq!(meant(session, "是我，刚才打过电话的", "zh"), ["its_me"]);
    assert_eq!(meant(session, "您好，是沈老师家吗？我是电信的，来修电话", "zh"), [""; 0]);
    let is_call = |own: &&Session| ["polite", "named"].iter().all(|id| ids(own).contains(&(*id).to_owned()));
    let session = all.iter().find(is_call).expect("she answers the telephone");
    assert_eq!(meant(session, "hello is that ms shen", "en"), [""; 0], "nobody asked to be let in");
    assert_eq!(meant(session, "Hello, Ms Shen? I'm outside, can you let me in?", "en"), ["polite"]);
}

/// A moment of a scenario in which all of these can be said.
fn moment_with(scenario_id: &str, choices: &[&str]) -> Session {
    let ids = |session: &Session| spoken(session).folded().iter().map(|own| id_of(session, *own)).collect::<Vec<_>>();
    let fits = |own: &Session| choices.iter().all(|id| ids(own).contains(&(*id).to_owned()));
    moments(&scenario(scenario_id)).into_iter().find(fits).expect("there is such a moment")
}

#[test]
fn what_a_lesser_choice_shares_with_a_fuller_one_does_not_make_it_the_lesser() {
    let call = moment_with("customer_not_home", &["named", "why_shut"]);
    for (lang, words, choices) in [
        ("zh", "您好，我是晴川电信社区经理 Li Na", &[][..]),
        ("en", "Hello, I'm Li Na, community manager at Qingchuan Telecom.", &[][..]),
        ("en", "Li Na, community manager, Qingchuan Telecom. Didn't you hear me?", &["why_shut"][..]),
        ("zh", "晴川电信社区经理 Li Na，叫了半天门您没听见啊？", &["why_shut"][..]),
    ] {
        assert_eq!(meant(&call, words, lang), choices, "{words}");
    }
}

#[test]
fn another_number_than_the_one_that_is_fixed_is_missed_and_told() {
    let line = ["dial", "ask", "full", "ask"];
    let later = after("ten_or_four", seed_to("ten_or_four", &line, "later"), &line);
    for (lang, words, number) in [
        ("zh", "好的，半个小时后打给您，行吗？", "十分钟"),
        ("en", "Of course. I'll ring back in half an hour, would that suit you?", "ten minutes"),
    ] {
        let heard = spoken(&later).hear(&later, words, None, &speaking(lang)).expect("it is judged");
        assert_eq!((heard.meant, heard.instead.as_deref()), (Vec::new(), Some(number)), "{words}");
    }
    assert_eq!(meant(&later, "Of course. In 10mins, would that suit you?", "en"), ["ten_ask"]);
    let three = moment_with("customer_not_home", &["three"]);
    assert!(!meant(&three, "没事，您先顾孩子。下午四点再打，行吗？", "zh").contains(&"three".to_owned()));
    assert!(
        !meant(&three, "See to him first. I'll ring at four o'clock. All right?", "en").contains(&"three".to_owned())
    );
    assert!(meant(&three, "See to him first. I'll ring at 3pm. All right?", "en").contains(&"three".to_owned()));
    let (mut said, mut play) = (SayIt::default(), begin(Mode::Say, &line, "later"));
    said.say(&mut play, "好的，半个小时后打给您，行吗？", &speaking("zh"), at(9)).expect("it is judged");
    let told = said.reply(&play).expect("it was said").told(&Messages::new(Lang::new("zh").expect("a tag")));
    assert!(told.contains("这里定的是十分钟"), "{told}");
}

#[test]
fn what_was_said_a_sentence_too_early_need_not_be_said_again() {
    let zh = Messages::new(Lang::new("zh").expect("a tag"));
    let (mut said, mut play) = (SayIt::default(), begin(Mode::Say, &["dial"], "greet"));
    let both = "您好，请问是丁先生吗？我是晴川电信的社区经理 Li Na。";
    said.say(&mut play, both, &speaking("zh"), at(1)).expect("it is judged");
    let listed: Vec<String> =
        said.moment(&play, &bundled().standard).listed.iter().map(|own| id_of(play.session(), *own)).collect();
    assert_eq!(listed, ["full"], "it is the only one that is offered");
    let told = said.reply(&play).expect("it was said").told(&zh);
    assert!(told.contains("你刚才已经说过了"), "{told}");
    take(&mut play, "full");
    assert!(said.moment(&play, &bundled().standard).listed.len() != 1, "it is offered once");

    // A part that was said early is heard with what comes now, and what was said early spoils nothing.
    let (mut said, mut play) = (SayIt::default(), begin(Mode::Say, &["dial"], "greet"));
    let early = "您好，请问是丁先生吗？我是晴川电信的。";
    said.say(&mut play, early, &speaking("zh"), at(1)).expect("it is judged");
    said.say(&mut play, "我是社区经理 Li Na", &speaking("zh"), at(2)).expect("it is judged");
    assert_eq!(said.reply(&play).map(|own| own.became), Some(SaidAs::Taken));
    assert_eq!(play.attempt().moves.last(), Some(&took("full")));
    let alone = begin(Mode::Say, &["dial", "ask"], "who");
    assert_eq!(meant(alone.session(), "我是社区经理 Li Na", "zh"), [""; 0], "alone it lacks the company");

    // What is chosen by its number comes in between.
    let (mut said, mut play) = (SayIt::default(), begin(Mode::Say, &["dial"], "greet"));
    said.say(&mut play, early, &speaking("zh"), at(1)).expect("it is judged");
    play.on(PlayCommand::TakeBack, at(2)).expect("it is taken back");
    take(&mut play, "ask");
    said.say(&mut play, "我是社区经理 Li Na", &speaking("zh"), at(3)).expect("it is judged");
    assert_eq!(said.reply(&play).map(|own| own.became), Some(SaidAs::Missed));
}

#[test]
fn other_acts_stay_choices_and_a_scene_without_words_is_as_it_was() {
    let desk = after("ten_or_four", 1, &[]);
    assert_eq!(SpokenChoices::of(&desk, &bundled().standard), None);
    let line = ["dial", "ask", "full", "ask"];
    let later = after("ten_or_four", seed_to("ten_or_four", &line, "later"), &line);
    let folded: Vec<String> = spoken(&later).folded().iter().map(|own| id_of(&later, *own)).collect();
    assert!(!folded.contains(&"one_thing".to_owned()) && folded.len() == 3, "{folded:?}");
}

#[test]
fn what_cannot_be_judged_says_so() {
    let session = after("ten_or_four", seed_to("ten_or_four", &["dial"], "greet"), &["dial"]);
    let hear = |words: &str, lang: &str| spoken(&session).hear(&session, words, None, &speaking(lang)).err();
    assert_eq!(hear("Hello, is that Mr Ding?", "zh"), Some(Unheard::OtherLanguage));
    assert_eq!(hear("您好，请问是丁先生吗？", "en"), Some(Unheard::OtherLanguage));
    assert_eq!(hear(" … ", "en"), Some(Unheard::Nothing));
    assert_eq!(hear(&"hello ".repeat(500), "en"), Some(Unheard::TooLong));
}

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).expect("in range")
}

fn begin(mode: Mode, line: &[&str], scene: &str) -> RecordedPlay {
    let mut play = RecordedPlay::begin(Beginning {
        pack: bundled(),
        scenario: scenario("ten_or_four"),
        seed: Seed::new(seed_to("ten_or_four", line, scene)),
        mode,
        language: Lang::new("zh").expect("a tag"),
        id: AttemptId::FIRST,
        now: at(0),
    });
    for id in line {
        take(&mut play, id);
    }
    play
}

fn take(play: &mut RecordedPlay, id: &str) {
    let choice = play.session().shown().into_iter().map(|(own, _)| own).find(|own| id_of(play.session(), *own) == id);
    play.on(PlayCommand::Take(choice.expect("it is there")), at(1)).expect("it is open");
}

fn listed(said: &SayIt, play: &RecordedPlay) -> (bool, usize) {
    let moment = said.moment(play, &bundled().standard);
    (moment.is_said, moment.listed.len())
}

#[test]
fn what_is_said_is_written_down_as_the_choice_that_it_is() {
    let (mut said, mut play) = (SayIt::default(), begin(Mode::Say, &["dial"], "greet"));
    assert_eq!(listed(&said, &play), (true, 0));
    let keep = said.say(&mut play, "您好，请问是丁先生吗？", &speaking("zh"), at(2)).expect("it is judged");
    let mut chosen = begin(Mode::Say, &["dial"], "greet");
    take(&mut chosen, "ask");
    assert_eq!(keep.expect("it is kept").attempt.moves, chosen.attempt().moves);
    assert_eq!(play.session().state(), chosen.session().state());
    assert_eq!(said.reply(&play).map(|own| own.became), Some(SaidAs::Taken));
    let (resumed, misfit) = RecordedPlay::resume(play.session().scenario(), play.id(), play.attempt(), at(3));
    assert!(misfit.is_none() && resumed.session().state() == play.session().state());
    assert_eq!(listed(&SayIt::default(), &resumed), listed(&said, &play), "it is gone on with where it stood");
}

#[test]
fn what_is_missing_twice_shows_the_words_and_counts_as_a_hint() {
    let (mut said, mut play) = (SayIt::default(), begin(Mode::Say, &["dial"], "greet"));
    let before = play.attempt().moves.clone();
    for (number, became) in [(1, SaidAs::Missed), (2, SaidAs::Shown)] {
        let keep = said.say(&mut play, "您好啊", &speaking("zh"), at(number)).expect("it is judged");
        let reply = said.reply(&play).expect("it was said");
        assert_eq!((reply.became, keep.is_some()), (became, number == 2));
        assert_eq!(reply.hearing.faults().count(), 2);
    }
    assert_eq!(play.attempt().moves[before.len()..], [RecordedMove::Hint]);
    let all = begin(Mode::Practice, &["dial"], "greet").session().shown().len();
    assert_eq!(listed(&said, &play), (false, all), "the words are a list");
    let (resumed, _) = RecordedPlay::resume(play.session().scenario(), play.id(), play.attempt(), at(3));
    assert_eq!(listed(&SayIt::default(), &resumed), (false, all), "and still are when it is gone on with");
    take(&mut play, "ask");
    assert_eq!(play.circumstances(bundled()).hints, 1);
    assert!(said.reply(&play).is_none(), "another moment");
    play.on(PlayCommand::TakeBack, at(4)).expect("it is taken back");
    assert_eq!(listed(&said, &play), (true, 0), "and it is to be said again");
    said.say(&mut play, "您好啊", &speaking("zh"), at(5)).expect("it is judged");
    assert_eq!(said.reply(&play).map(|own| own.became), Some(SaidAs::Missed), "misses are counted anew");
}

#[test]
fn a_refused_sentence_is_filed_once_with_its_scenario_and_choice() {
    let (mut said, mut play) = (SayIt::default(), begin(Mode::Say, &["dial", "ask"], "who"));
    assert!(said.file(&play, &bundled().standard).is_none(), "nothing was said");
    said.say(&mut play, "我姓李", &speaking("zh"), at(1)).expect("it is judged");
    let Some(Happened::ReplyFiled(filed)) = said.file(&play, &bundled().standard) else { panic!("it is filed") };
    let FiledTo::Choice { scenario, scene, choice } = &filed.to else { panic!("it was said in a play") };
    assert_eq!((&**scenario, &**scene, &**choice), ("ten_or_four", "who", "full"));
    assert_eq!((&*filed.words, filed.missed.len()), ("我姓李", 3));
    assert!(said.file(&play, &bundled().standard).is_none(), "once");
    // What was taken for less than was meant can be filed as well.
    said.say(&mut play, "我是晴川电信的，管您那一片的", &speaking("zh"), at(2)).expect("it is judged");
    assert_eq!(said.reply(&play).map(|own| own.became), Some(SaidAs::Taken));
    assert!(said.file(&play, &bundled().standard).is_some());
}

#[test]
fn words_are_shown_where_there_are_some_and_other_modes_choose() {
    let standard = &bundled().standard;
    let mut desk = begin(Mode::Say, &[], "desk");
    assert_eq!(SayIt::show(&mut desk, standard, at(1)).err(), Some(Refusal::NothingToSay));
    let mut greet = begin(Mode::Say, &["dial"], "greet");
    assert_eq!(greet.may_hint(), Err(Refusal::NothingToSay));
    SayIt::show(&mut greet, standard, at(1)).expect("they are shown");
    assert_eq!(SayIt::show(&mut greet, standard, at(1)).err(), Some(Refusal::NothingToSay), "once");
    for mode in [Mode::Learn, Mode::Practice, Mode::Exam] {
        let mut play = begin(mode, &["dial"], "greet");
        assert_eq!(listed(&SayIt::default(), &play), (false, play.session().shown().len()), "{mode:?}");
        let said = SayIt::default().say(&mut play, "您好，请问是丁先生吗？", &speaking("zh"), at(1));
        assert_eq!(said.err(), Some(Unheard::Nothing), "{mode:?}");
    }
    assert_eq!(modes_of(&scenario("ten_or_four"), standard), Mode::ALL);
}

#[test]
fn a_call_is_said_by_lines_in_both_languages() {
    for (lang, name, typed, heard_it, missing) in [
        (
            "en",
            "Li Na",
            ["Hello", "Hello, is that Mr Ding?"],
            "Everything was in it.",
            "Not heard: the customer's name",
        ),
        ("zh", "李娜", ["您好", "您好，请问是丁先生吗？"], "该说的都说到了。", "没听到：客户的姓名或称呼"),
    ] {
        let saves = tempfile::tempdir().expect("a folder");
        let number = bundled().scenarios.heads().position(|own| &*own.id == "ten_or_four").expect("it is listed") + 1;
        let seed = seed_to("ten_or_four", &["dial"], "greet").to_string();
        let seed = if seed == "0" { "200".to_owned() } else { seed };
        let dial = {
            let session = after("ten_or_four", seed.parse().expect("a number"), &[]);
            let open = session.shown().into_iter().position(|(own, _)| id_of(&session, own) == "dial");
            (open.expect("it is open") + 1).to_string()
        };
        let lines = [name, "b", "4", &number.to_string(), "5", &seed, "3", &dial, typed[0], "c", "9", typed[1], "q"]
            .map(str::to_owned);
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let said = heard(bundled(), lang, saves.path(), &lines);
        assert!(said.contains(missing) && said.contains(heard_it), "{said}");
        let filed = if lang == "en" { "Kept with your saves" } else { "和存档放在一起" };
        assert!(said.contains(filed), "{said}");
    }
}

/// What the screen shows in a call at a telephone, from the first moment in which something is said, after these events.
fn call(saves: &Path, lang: &str, size: (u16, u16), more: &[Vec<UiEvent>]) -> String {
    let place = bundled().scenarios.heads().position(|own| &*own.id == "ten_or_four").expect("it is listed");
    let session = after("ten_or_four", SEED, &[]);
    let dial = session.shown().into_iter().position(|(own, _)| id_of(&session, own) == "dial").expect("it is open");
    let dial = char::from_digit(u32::try_from(dial).expect("small") + 1, 10).expect("a digit");
    let open = [vec![Key::Enter, Key::Esc, Key::Char('4')], vec![Key::Down; place], vec![Key::Enter]].concat();
    let begin = [Key::Char('3'), Key::Enter, Key::Char(dial)];
    let script = [text("Li Na"), keys(&open), keys(&begin), more.concat()].concat();
    picture_in(saves, bundled().clone(), lang, size, script)
}

/// The seed of a session on the screen.
const SEED: u64 = 4;

fn text(words: &str) -> Vec<UiEvent> {
    words.chars().map(|c| UiEvent::Key(Key::Char(c))).collect()
}

fn keys(all: &[Key]) -> Vec<UiEvent> {
    all.iter().map(|key| UiEvent::Key(*key)).collect()
}

/// What the only learner's only play holds.
fn moves(saves: &Path) -> Vec<RecordedMove> {
    let learner = fs::read_dir(saves).expect("listed").next().expect("one").expect("read").path();
    load_attempt(&learner.join("attempts/000001.ron")).expect("kept").moves
}

fn took(id: &str) -> RecordedMove {
    RecordedMove::Take(id.into())
}

#[test]
fn a_call_is_said_on_the_screen_in_both_languages() {
    for (lang, field, hello, whole_words, whole, missing, again, count, list) in [
        (
            "en",
            "What do you say?",
            "Hello",
            "Hello, is Mr Ding there?",
            "Everything was in it.",
            "Not heard: the customer's name",
            "Say it in other words",
            "This should count",
            "Still not heard",
        ),
        (
            "zh",
            "你怎么说？",
            "您好",
            "您好，丁先生在吗？",
            "该说的都说到了。",
            "没听到：客户的姓名或称呼",
            "换句话说",
            "这样说也该算",
            "还是没听到",
        ),
    ] {
        for size in [(60, 20), (80, 24), (150, 40)] {
            let saves = tempfile::tempdir().expect("a folder");
            let open = call(saves.path(), lang, size, &[]);
            assert!(open.contains(field), "{open}");
            let said = [text(whole_words), keys(&[Key::Enter])];
            let saves = tempfile::tempdir().expect("a folder");
            let picture = call(saves.path(), lang, size, &said);
            assert_eq!(moves(saves.path()), [took("dial"), took("ask")], "{picture}");
            let read = [&said[..], &[keys(&[Key::PageDown, Key::PageDown])]].concat();
            let picture = call(tempfile::tempdir().expect("a folder").path(), lang, size, &read);
            assert!(picture.contains(whole), "{picture}");
            let miss = [text(hello), keys(&[Key::Enter])].concat();
            let refused = call(tempfile::tempdir().expect("a folder").path(), lang, size, std::slice::from_ref(&miss));
            assert!(refused.contains(missing) && refused.contains(field), "it is typed again at once: {refused}");
            let rows = [miss.clone(), keys(&[Key::Esc])];
            let rows = call(tempfile::tempdir().expect("a folder").path(), lang, size, &rows);
            assert!(rows.contains(again) && rows.contains(count), "{rows}");
            let saves = tempfile::tempdir().expect("a folder");
            let twice = [miss.clone(), keys(&[Key::Esc, Key::Char('2')]), miss];
            let shown = call(saves.path(), lang, size, &twice);
            assert!(shown.contains(list) && shown.contains("  2  "), "{shown}");
            assert_eq!(moves(saves.path()), [took("dial"), RecordedMove::Hint]);
            let shown = session(lang).sized(size.0, size.1).keys("3").seen_in(saves.path()).picture();
            assert!(!shown.contains(field) && shown.contains("  2  "), "it is gone on with where it stood: {shown}");
        }
    }
}

#[test]
fn a_long_sentence_is_readable_as_it_is_typed_and_escape_leaves_the_field() {
    let long = "Well now, good afternoon to you, I do hope that I am not disturbing you, and I would like to ask";
    for size in [(60, 20), (80, 24)] {
        let picture = call(tempfile::tempdir().expect("a folder").path(), "en", size, &[text(long)]);
        let joined = picture.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(joined.contains(long), "{picture}");
    }
    let saves = tempfile::tempdir().expect("a folder");
    let left = call(saves.path(), "en", (80, 24), &[text("Hel"), keys(&[Key::Esc])]);
    assert!(left.contains("1  Say it in your own words"), "{left}");
    let f3 = call(tempfile::tempdir().expect("a folder").path(), "en", (80, 24), &[keys(&[Key::F(3)])]);
    assert!(f3.contains("  2  ") && !f3.contains("What do you say?"), "{f3}");
    let pasted = [UiEvent::Paste("您好，丁先生在吗？".repeat(9_000))].to_vec();
    let cut = call(tempfile::tempdir().expect("a folder").path(), "en", (80, 24), &[pasted, keys(&[Key::Enter])]);
    assert!(cut.contains("not the language"), "{cut}");
}
