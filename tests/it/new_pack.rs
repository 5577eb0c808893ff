//! `doorstep new pack` and `doorstep guide` through the real program: a pack of another trade, made with nothing but it.

use crate::program::{Machine, bundled_folder, feed};
use std::fs;

#[test]
fn a_new_pack_in_any_languages_passes_check_and_can_be_played() {
    let machine = Machine::new();
    for (folder, languages) in [("one", "en"), ("usual", ""), ("far", "ja"), ("many", "zh,ja,ar"), ("here", "zh,zh-TW")]
    {
        let typed = ["new", "pack", folder, "--languages", languages];
        let made = machine.run(if languages.is_empty() { &typed[..3] } else { &typed });
        assert_eq!(made.code, Some(0), "{}", made.err);
        assert!(made.out.contains(&format!("doorstep play --scenarios {folder}")), "{}", made.out);
        let checked = machine.run(&["check", folder, "--strict"]);
        assert_eq!(checked.code, Some(0), "{folder}: {}", checked.out);
        assert!(checked.out.contains("0 errors, 0 warnings and notes"), "{}", checked.out);
        let best = machine.json(&["solve", "first_day", "--scenarios", folder, "--json"]);
        let line: Vec<&str> =
            best["play"]["choices"].as_array().expect("a line").iter().filter_map(|id| id.as_str()).collect();
        let played = machine.run(&["play", "first_day", "--scenarios", folder, "--choices", &line.join(",")]);
        assert!(played.out.contains("pass"), "{}", played.out);
        let begun = machine.run(&["new", "scenario", "second_day", "--scenarios", folder]);
        assert_eq!(begun.code, Some(0), "{}", begun.err);
        assert_eq!(machine.run(&["check", folder, "--strict"]).code, Some(0), "{folder}: the second passes too");
    }
    let held = fs::read_to_string(machine.path().join("many/first_day.ron")).expect("read");
    assert!(held.contains("Texts that begin with [ja] [ar] hold a place"), "{held}");
}

#[test]
fn what_its_author_reads_is_in_the_author_s_language() {
    let machine = Machine::new();
    let made = feed(machine.command(&["new", "pack", "ours"]).env("LC_ALL", "zh_CN.UTF-8"), b"");
    assert!(made.out.contains("写好了 8 个文件"), "{}", made.out);
    let read = |name: &str| fs::read_to_string(machine.path().join("ours").join(name)).expect("read");
    assert!(read("README.md").starts_with("# 接下来做什么") && read("words.md").starts_with("# 用词"));
    assert!(read("pack.ron").starts_with("// 你们是谁"));
}

#[test]
fn a_folder_that_holds_anything_is_left_alone() {
    let machine = Machine::new();
    fs::create_dir(machine.path().join("empty")).expect("made");
    assert_eq!(machine.run(&["new", "pack", "empty"]).code, Some(0));
    fs::create_dir(machine.path().join("full")).expect("made");
    fs::write(machine.path().join("full/mine.txt"), "my own words").expect("written");
    fs::write(machine.path().join("file"), "my own words").expect("written");
    for folder in ["full", "file", "empty"] {
        machine.run(&["new", "pack", folder]).refused("is there already; nothing was written");
    }
    assert_eq!(fs::read_dir(machine.path().join("full")).expect("listed").count(), 1);
    assert_eq!(machine.run(&["new", "pack", "x", "--languages", "not a tag"]).code, Some(2));
    assert!(!machine.path().join("x").exists());
}

#[test]
fn the_bundled_pack_is_lifted_whole() {
    let machine = Machine::new();
    assert_eq!(machine.run(&["new", "pack", "ours", "--from-bundled"]).code, Some(0));
    for name in [
        "pack.ron",
        "words.md",
        "README.zh.md",
        "standard/28_house.ron",
        "fragments/leaving.ron",
        "churn_retention.ron",
    ] {
        let read = |root: &std::path::Path| fs::read_to_string(root.join(name)).expect(name);
        assert!(read(&machine.path().join("ours")) == read(&bundled_folder()), "{name}");
    }
    let listed = |arguments: &[&str]| machine.run(arguments).out;
    assert_eq!(listed(&["list", "--scenarios", "ours"]), listed(&["list"]));
    let made = machine.run(&["new", "scenario", "lift_stuck", "--scenarios", "ours"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    let text = fs::read_to_string(machine.path().join("ours/lift_stuck.ron")).expect("read");
    assert!(text.contains("A wet umbrella"), "with that standard it begins as the small visit");
    machine.run(&["new", "pack", "x", "--from-bundled", "--languages", "en"]).refused("cannot be used with");
}

#[test]
fn the_guide_prints_its_pages_and_lists_them() {
    let machine = Machine::new();
    let list = machine.run(&["guide"]).out;
    for topic in ["pack", "scenario", "standard", "words"] {
        assert!(list.lines().any(|line| line.starts_with(&format!("{topic} "))), "{list}");
        let page = machine.run(&["guide", topic]).out;
        assert!(page.starts_with('#') && page.lines().count() > 20, "{topic}: {page}");
    }
    let read = |name: &str| fs::read_to_string(bundled_folder().join(name)).expect("read");
    assert_eq!(machine.run(&["guide", "standard"]).out, read("standard/README.md"));
    assert_eq!(machine.run(&["guide", "standard", "--lang", "zh"]).out, read("standard/README.zh.md"));
    machine.run(&["guide", "standart"]).refused("the guide has no page \"standart\"");
}
