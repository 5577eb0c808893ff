//! What is told to authors, in both languages: every rule, every finding that a sample gives, and through the real program
//! a finding, a rule, a fault of the store and a failure of a command.

use crate::program::{Machine, Said, feed};
use crate::rules::findings_of_sample;
use doorstep::author::check::{RULES, Sample, TEMPLATE};
use doorstep::base::bilingual::{Bilingual, Phrase};
use std::collections::BTreeSet;

fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

/// English with what is quoted, or shown as an example in brackets, taken out: content may be in any language.
fn without_quotations(words: &str) -> String {
    let pairs = [('"', '"'), ('`', '`'), ('“', '”'), ('(', ')')];
    let (mut bare, mut inside) = (String::new(), None);
    for c in words.chars() {
        match inside {
            Some(end) if c == end => inside = None,
            Some(_) => {}
            None => match pairs.iter().find(|(begin, _)| *begin == c) {
                Some((_, end)) => inside = Some(*end),
                None => bare.push(c),
            },
        }
    }
    bare
}

/// What is wrong with a sentence and its translation.
fn faults(said: &Bilingual) -> Vec<String> {
    let mut faults = Vec::new();
    if said.en.trim().is_empty() || said.zh.trim().is_empty() {
        faults.push(format!("says nothing: {said:?}"));
    }
    if !said.zh.chars().any(is_han) {
        faults.push(format!("is not Chinese: {:?}", said.zh));
    }
    // What the standard says is told in the language of the words that contradict it.
    let own = said.en.split("the standard says:").next().unwrap_or_default();
    if without_quotations(own).chars().any(is_han) {
        faults.push(format!("is not English: {:?}", said.en));
    }
    // The Chinese may name a part of the notation where the English has a word for it.
    let (en, zh) = (values(&said.en), values(&said.zh));
    if !en.is_subset(&zh) {
        faults.push(format!("name different things: {en:?} {zh:?}"));
    }
    faults
}

/// What a sentence names: ids and names in quotation marks of any kind, and numbers.
fn values(words: &str) -> BTreeSet<String> {
    let words = words.replace(['“', '”'], "\"");
    let is_name =
        |own: &&str| !own.is_empty() && own.chars().all(|c| c.is_ascii_alphanumeric() || "_./-{}".contains(c));
    let quoted = ['`', '"'].into_iter().flat_map(|mark| words.split(mark).skip(1).step_by(2)).filter(is_name);
    let digits = words.split(|c: char| !c.is_ascii_digit() && c != '.').map(|number| number.trim_matches('.'));
    quoted.chain(digits.filter(|number| !number.is_empty())).map(str::to_owned).collect()
}

fn owned(phrase: Phrase) -> Bilingual {
    phrase.into()
}

#[test]
fn every_rule_is_told_in_both_languages() {
    for rule in RULES {
        for said in [rule.title, rule.prose] {
            let said = owned(said);
            assert!(said.zh.chars().any(is_han), "{}: {said:?}", rule.code);
            assert!(!without_examples(&said.en).chars().any(is_han), "{}: {said:?}", rule.code);
        }
        if let (Sample::Told(trips), Sample::Told(passes)) = (&rule.trips, &rule.passes) {
            assert_eq!(faults(&owned(*trips)), [""; 0]);
            assert_eq!(faults(&owned(*passes)), [""; 0]);
        }
    }
}

/// The Chinese of an English text that gives words of both languages as examples stands between commas of its own.
fn without_examples(words: &str) -> String {
    let examples = ["现在十点半", "待补", "待定", "你 where", "您", "，。？！：；（）……"];
    examples.iter().fold(without_quotations(words), |words, example| words.replace(example, ""))
}

#[test]
fn every_sample_gives_findings_in_both_languages_that_name_the_same() {
    let (mut seen, mut wrong) = (0, Vec::new());
    for rule in RULES {
        let Some(text) = rule.trips.text() else { continue };
        for found in findings_of_sample(&rule.trips, &text) {
            seen += 1;
            let said = [&found.message, &found.help].into_iter().filter(|said| !said.is_empty());
            wrong.extend(said.flat_map(faults).map(|fault| format!("{}: {fault}", found.code)));
        }
    }
    assert!(seen >= RULES.len() - 8 && wrong.is_empty(), "{seen} {wrong:#?}");
}

#[test]
fn a_translation_that_says_something_else_is_noticed() {
    let said = |en: &str, zh: &str| !faults(&Bilingual { en: en.to_owned(), zh: zh.to_owned() }).is_empty();
    assert!(said("`rings` leaves its bounds", "`ring` 超出了上下限"));
    assert!(said("at most 24 are read", "最多看 42 个"));
    assert!(said("keep one", "keep one") && said("留一个", "留一个") && said("keep one", ""));
    assert!(!said("\"门\" has 3 letters", "“门”有 3 个字"));
}

/// The program in an environment that speaks Chinese.
fn in_chinese(machine: &Machine, arguments: &[&str]) -> Said {
    feed(machine.command(arguments).env_remove("LC_ALL").env("LANG", "zh_CN.UTF-8"), b"")
}

#[test]
fn a_finding_is_told_in_the_language_of_the_environment() {
    let machine = Machine::new();
    machine.write("mine.ron", TEMPLATE.replacen("goto: \"", "goto: \"no_", 1));
    let told = in_chinese(&machine, &["check", "mine.ron"]);
    assert_eq!(told.code, Some(1), "{}", told.err);
    assert!(told.out.contains("[DS004] 错误: 没有 \"no_") || told.out.contains("错误"), "{}", told.out);
    assert!(told.out.contains("`doorstep explain DS") && told.out.contains("说明这个代码是什么意思"), "{}", told.out);
    assert!(!told.out.contains("there is no") && !told.out.contains("Error"), "{}", told.out);
    let english = machine.run(&["check", "mine.ron"]);
    assert!(english.out.contains("Error: there is no scene or ending"), "{}", english.out);
    assert_eq!(machine.run(&["check", "mine.ron", "--lang", "zh"]).out, told.out, "--lang asks for the same");
    let json = |lang| machine.json(&["check", "mine.ron", "--json", "--lang", lang])["diagnostics"][0].clone();
    let (en, zh) = (json("en"), json("zh"));
    assert_eq!((&en["code"], &en["severity"]), (&zh["code"], &zh["severity"]), "keys and words stay");
    assert_ne!(en["message"], zh["message"]);
}

#[test]
fn a_rule_a_fault_of_the_store_and_a_failure_are_told_in_chinese() {
    let machine = Machine::new();
    let all_rules = in_chinese(&machine, &["explain"]);
    assert_eq!(all_rules.out.lines().filter(|line| line.starts_with("DS")).count(), RULES.len());
    let rule = in_chinese(&machine, &["explain", "14"]);
    assert!(rule.out.starts_with("DS014（错误）：数超出了自己的上下限"), "{}", rule.out);
    assert!(rule.out.contains("这样写会触发") && !rule.out.contains("This trips it"), "{}", rule.out);
    let lost = in_chinese(&machine, &["check", "nowhere.ron"]);
    assert_eq!(lost.code, Some(2));
    assert!(
        lost.err.contains("错误：读不了") && lost.err.contains("它不存在") && lost.err.contains("提示："),
        "{}",
        lost.err
    );
    let wrong = in_chinese(&machine, &["solve", "customer_not_hom"]);
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.err.contains("没有情景 \"customer_not_hom\"") && wrong.err.contains("是不是想写"), "{}", wrong.err);
}

#[test]
fn what_commands_print_is_chinese_where_the_session_is() {
    let machine = Machine::new();
    for (arguments, says) in [
        (vec!["solve", "customer_not_home"], "最好的走法："),
        (vec!["simulate", "customer_not_home", "--players", "50"], "及格      "),
        (vec!["list"], "分钟  "),
        (vec!["new", "scenario", "mine"], "写好了 scenarios/mine.ron"),
    ] {
        let told = in_chinese(&machine, &arguments);
        assert_eq!(told.code, Some(0), "{}", told.err);
        assert!(told.out.contains(says), "{arguments:?}: {}", told.out);
    }
}
