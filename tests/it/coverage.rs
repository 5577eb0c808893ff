//! What the scenarios touch of the standard: on a small world where every degree of heat occurs, on the bundled content,
//! and through the built program.

use crate::common::{bundled, scenario_around, world};
use crate::program::{Machine, SCENARIOS};
use doorstep::author::coverage::{CoverageLevel, Reached, ScenarioCoverage};
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::content::scenario::{EndingId, Pack, SceneId};
use doorstep::play::engine::Session;
use doorstep::report::coverage::{
    CoverageDocument, Depth, PlayedBy, ScenarioColumn, Signs, Tried, html, json as report_json, text as report_text,
};
use doorstep::speech::messages::Messages;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

/// Every degree of heat: `shut` is never open, and `far` is reached by nothing.
const PARTS: &str = r#"
    clock: (start: "09:00", closes_at: "10:00", timeout: "late"),
    variables: { "never": Flag },
    due: ["basic.a.01.r1", "basic.a.01.r2", "basic.a.01.r3"],
    start: "door",
    scenes: {
        "door": Scene(
            lines: [(text: { "en": "A door." })],
            choices: [
                Choice(id: "both", text: { "en": "<b>Ring</b> \"softly\" & wait" }, meets: ["basic.a.01.r1", "basic.a.01.r2"], goto: "end"),
                Choice(id: "wrong", text: { "en": "Hammer" }, spoils: ["basic.a.01.r1"], breaks: ["basic.c.01.r2"], meets: ["basic.a.01.r5"], goto: "end"),
                Choice(id: "shut", text: { "en": "Fly" }, when: "never", meets: ["basic.a.01.r3", "basic.b.01.r1"], goto: "end"),
            ],
        ),
        "far": Scene(
            lines: [(text: { "en": "Nowhere." })],
            choices: [Choice(id: "out", text: { "en": "Out" }, meets: ["basic.b.01.r2"], goto: "lost")],
        ),
    },
    endings: {
        "end": (title: { "en": "End" }, lines: [(text: { "en": "Done." })]),
        "late": (title: { "en": "Late" }, lines: [(text: { "en": "Too late." })]),
        "lost": (title: { "en": "Lost" }, lines: [(text: { "en": "Lost." })]),
    },
"#;

fn small() -> Pack {
    let loaded = world(&scenario_around(PARTS), &[]);
    let told: Vec<String> = loaded.diagnostics.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    loaded.pack
}

fn english() -> Messages {
    Messages::new(Lang::new("en").expect("a tag"))
}

/// The pack's coverage, with the plays of these choices in the first scenario.
fn coverage<'p>(pack: &'p Pack, below: &'p str, plays: &[&[&str]]) -> CoverageDocument<'p> {
    let column = |(number, scenario): (usize, &std::sync::Arc<_>)| {
        let mut ways = Reached::none(scenario);
        for play in plays.iter().filter(|_| number == 0) {
            let mut session = Session::new(scenario.clone(), Seed::new(1));
            for id in *play {
                session.take_id(id).expect("it is open");
            }
            ways.add(scenario, session.turns());
        }
        let plays = if number == 0 { plays.len() } else { 0 };
        let covered = ScenarioCoverage::of(scenario, &pack.standard);
        ScenarioColumn {
            scenario: scenario.clone(),
            covered,
            tried: vec![Tried { by: PlayedBy::Learners, plays, ways }],
        }
    };
    CoverageDocument {
        standard: &pack.standard,
        columns: pack.scenarios.iter().enumerate().map(column).collect(),
        left_out: Vec::new(),
        below,
    }
}

#[test]
fn every_degree_of_heat_is_what_play_shows_and_not_what_is_written() {
    let pack = small();
    let covered = ScenarioCoverage::of(pack.scenarios.get(0).expect("valid"), &pack.standard);
    let heat = |id: &str| covered.exposure(pack.standard.find(id).expect("a requirement")).level();
    let expected = [
        ("basic.a.01.r1", CoverageLevel::Whole),
        ("basic.a.01.r2", CoverageLevel::Whole),
        ("basic.a.01.r3", CoverageLevel::Owed),
        ("basic.a.01.r5", CoverageLevel::Extra),
        ("basic.c.01.r2", CoverageLevel::Breakable),
        ("basic.b.01.r1", CoverageLevel::Idle),
        ("basic.b.01.r2", CoverageLevel::Idle),
        ("basic.c.01.r3", CoverageLevel::Nothing),
    ];
    for (id, expected) in expected {
        assert_eq!(heat(id), expected, "{id}");
    }
    assert!(covered.exhausted);
    assert_eq!(covered.possible.count(), (2, 2), "the ending at closing time can always come");
    let scene = SceneId::from_index(1).expect("a small number");
    let ending = EndingId::from_index(2).expect("a small number");
    assert!(!covered.possible.scene(scene) && !covered.possible.ending(ending));
}

#[test]
fn a_walk_that_was_cut_short_says_so() {
    let pack = small();
    let scenario = bundled().scenario("customer_not_home").expect("bundled");
    let cut = ScenarioCoverage::within(scenario, &bundled().standard, 10);
    assert!(!cut.exhausted && cut.states > 10);
    let mut coverage = coverage(&pack, "", &[]);
    coverage.columns[0].covered.exhausted = false;
    let text = report_text::render(&coverage, &english(), Depth::Whole, Signs::Unicode, &|_, sign| sign.to_owned());
    assert!(text.contains("Not every state was walked"), "{text}");
}

fn document(coverage: &CoverageDocument) -> Value {
    serde_json::to_value(report_json::render(coverage, Lang::new("en").expect("a tag"))).expect("a document")
}

#[test]
fn the_document_is_pinned() {
    let pack = small();
    let value = document(&coverage(&pack, "basic.b", &[&["both"]]));
    let cell = json!({"due": false, "remedy": false, "written": true, "met": false, "failable": false, "posed": false, "breakable": false, "touched": false, "heat": "idle"});
    let row = |id: &str| json!({"requirement": id, "section": "basic.b", "critical": false, "exposure": cell, "scenarios": {"test": cell}});
    let counts = json!({"requirements": 2, "touched": 0, "met": 0, "posed": 0, "breakable": 0, "due": 0});
    let ways = |ways: &[(&str, &str)]| {
        ways.iter().map(|(scene, choice)| json!({"scene": scene, "choice": choice})).collect::<Value>()
    };
    let expected = json!({
        "format": 1,
        "document": "coverage",
        "counts": counts,
        "requirements": [row("basic.b.01.r1"), row("basic.b.01.r2")],
        "sections": [{"section": "basic.b", "counts": counts}],
        "scenarios": [{
            "scenario": "test",
            "counts": {"states": 1},
            "exhausted": true,
            "choices": {
                "counts": {"written": 4, "possible": 2},
                "impossible": ways(&[("door", "shut"), ("far", "out")]),
            },
            "endings": {"counts": {"written": 3, "possible": 2}, "impossible": ["lost"]},
            "reached": {
                "plays": {"counts": {"plays": 1}, "choices": ways(&[("door", "both")]), "endings": ["end"]},
            },
            "untried": {"choices": ways(&[("door", "wrong")]), "endings": ["late"]},
        }],
        "left_out": [],
        "never_touched": ["basic.b.01.r1", "basic.b.01.r2"],
    });
    assert_eq!(value, expected, "{value:#}");
}

#[test]
fn what_the_best_play_meets_is_covered() {
    let value = document(&coverage(bundled(), "", &[]));
    let rows = value["requirements"].as_array().expect("rows");
    assert_eq!(rows.len(), bundled().standard.requirements.len());
    let touched = rows.iter().filter(|row| row["exposure"]["touched"] == true).count();
    let never = value["never_touched"].as_array().expect("a list").len();
    assert_eq!((touched + never, json!(touched)), (rows.len(), value["counts"]["touched"].clone()));
    let machine = Machine::new();
    for scenario in SCENARIOS {
        let line = machine.best_line(scenario, 3).join(",");
        let judged = machine.json(&["play", scenario, "--seed", "3", "--choices", &line, "--json"]);
        for entry in judged["ledger"].as_array().expect("a ledger").iter().filter(|entry| entry["entry"] == "met") {
            let row = rows.iter().find(|row| row["requirement"] == entry["requirement"]).expect("a row");
            assert_eq!(row["scenarios"][scenario]["met"], true, "{scenario}: {entry}");
        }
    }
}

#[test]
fn the_heat_map_fits_eighty_cells_and_needs_no_colour() {
    let coverage = coverage(bundled(), "", &[]);
    for lang in ["en", "zh"] {
        let words = Messages::new(Lang::new(lang).expect("a tag"));
        for (signs, depth) in
            [(Signs::Unicode, Depth::Whole), (Signs::Ascii, Depth::Whole), (Signs::Ascii, Depth::Summary)]
        {
            let text = report_text::render(&coverage, &words, depth, signs, &|_, sign| sign.to_owned());
            for line in text.lines() {
                assert!(line.width() <= 80, "{} cells: {line}", line.width());
                assert_eq!(line.trim_end(), line, "no blanks at the end");
            }
            assert_eq!(text.contains(['█', '▓', '▒', '░', '·']), signs == Signs::Unicode, "{lang}");
            assert_eq!(text.contains("basic.conduct.visit.normal"), depth == Depth::Whole);
        }
    }
}

#[test]
fn colour_repeats_the_signs_and_adds_none() {
    let pack = small();
    let (coverage, words) = (coverage(&pack, "", &[]), english());
    let plain = report_text::render(&coverage, &words, Depth::Whole, Signs::Unicode, &|_, sign| sign.to_owned());
    let painted = report_text::render(&coverage, &words, Depth::Whole, Signs::Unicode, &|heat, sign| {
        format!("<{}>{sign}</>", heat.word())
    });
    let mut bare = painted.replace("</>", "");
    for level in CoverageLevel::ALL {
        bare = bare.replace(&format!("<{}>", level.word()), "");
    }
    assert_eq!(bare, plain);
}

#[test]
fn a_crowd_of_scenarios_still_has_its_columns() {
    let pack = small();
    let mut coverage = coverage(&pack, "", &[]);
    let one = || coverage_column(&pack);
    coverage.columns.extend((1..14).map(|_| one()));
    let text = report_text::render(&coverage, &english(), Depth::Whole, Signs::Unicode, &|_, sign| sign.to_owned());
    assert!(text.contains("                    1 1 1 1 1\n  1 2 3 4 5 6 7 8 9 0 1 2 3 4  all\n  █ █"), "{text}");
    assert!(text.lines().all(|line| line.width() <= 80), "{text}");
}

fn coverage_column(pack: &Pack) -> ScenarioColumn {
    coverage(pack, "", &[]).columns.remove(0)
}

#[test]
fn the_page_stands_alone_and_words_cannot_become_markup() {
    let hostile = PARTS.replace("A door.", "<script>alert(1)</script>").replace("\"End\"", "\"</title><script>\"");
    let mut scenario = scenario_around(&hostile);
    scenario =
        scenario.replace("title: { \"en\": \"Test\" }", "title: { \"en\": \"\\\"><script>x</script> ]]> & '\" }");
    let loaded = world(&scenario, &[]);
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    let page = html::render(&coverage(&loaded.pack, "", &[&["both"]]), &english());
    assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">"));
    for part in [
        "<caption>",
        "scope=\"col\"",
        "scope=\"row\"",
        "@media print",
        "aria-label",
        "door/wrong",
        "&quot;&gt;&lt;script&gt;",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    for part in ["<script", "http", "src=", "href=", "url("] {
        assert!(!page.contains(part), "{part}");
    }
    for tag in ["table", "tr", "td", "th", "ul", "li", "div", "section", "h2", "details", "dl"] {
        let opened = page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
        assert_eq!(opened, page.matches(&format!("</{tag}>")).count(), "{tag}");
    }
}

#[test]
fn stored_plays_count_for_what_they_reached() {
    let machine = Machine::new().with_content();
    let line = machine.best_line("shoe_covers_declined", 5);
    let play =
        ["play", "shoe_covers_declined", "--seed", "5", "--choices", &line.join(","), "--save", "--learner", "lin"];
    assert_eq!(machine.run(&play).code, Some(0));
    let value = machine.json(&["coverage", "shoe_covers_declined", "--json"]);
    let own = &value["scenarios"][0];
    assert_eq!(
        (&own["scenario"], &own["reached"]["plays"]["counts"]["plays"]),
        (&json!("shoe_covers_declined"), &json!(1))
    );
    let reached = own["reached"]["plays"]["choices"].as_array().expect("choices");
    for id in &line {
        assert!(reached.iter().any(|way| way["choice"] == **id), "{id} in {reached:?}");
    }
    assert_eq!(own["reached"]["plays"]["endings"].as_array().map(Vec::len), Some(1));
    let text = machine.run(&["coverage", "--lang", "en"]);
    assert!(text.out.contains("1 stored play has been through"), "{}", text.out);
    assert_eq!(machine.run(&["coverage", "--html"]).code, Some(0));
}

#[test]
fn walks_count_for_what_they_reach() {
    let machine = Machine::new();
    let walk = "scenario shoe_covers_declined\nseed 5\n";
    let line = machine.best_line("shoe_covers_declined", 5);
    let choices: Vec<String> = line.iter().take(3).map(|id| format!("choose {id}\n")).collect();
    machine.write("some.walk", format!("{walk}{}", choices.concat()));
    machine.write("stray.walk", "scenario nowhere\n");
    let value = machine.json(&["coverage", "shoe_covers_declined", "--walks", "some.walk", "--json"]);
    let own = &value["scenarios"][0]["reached"]["walks"];
    assert_eq!((&own["counts"]["plays"], own["choices"].as_array().map(Vec::len)), (&json!(1), Some(3)), "{own}");
    let said = machine.run(&["coverage", "--walks", "some.walk", "--walks", "stray.walk", "--summary", "--lang", "en"]);
    assert!(said.out.contains("1 walk goes through 3 choices and 0 endings."), "{}", said.out);
    assert!(said.err.contains("stray.walk cannot be played here"), "{}", said.err);
    machine.run(&["coverage", "--walks", "gone"]).refused("gone");
}

#[test]
fn what_is_not_there_is_refused_with_the_nearest_name() {
    let machine = Machine::new();
    machine.run(&["coverage", "customer_not_hom"]).refused("did you mean \"customer_not_home\"?");
    machine.run(&["coverage", "--section", "basic.conduct.vist"]).refused("did you mean \"basic.conduct.visit\"?");
    let narrow =
        machine.run(&["coverage", "customer_not_home", "--section", "basic.conduct.visit.normal.05", "--ascii"]);
    assert_eq!(narrow.code, Some(0));
    assert!(narrow.out.contains("05.r1") && !narrow.out.contains("06.r1"), "{}", narrow.out);
    assert!(narrow.out.contains("5 of 5 requirements") || narrow.out.contains("4 of 4 requirements"), "{}", narrow.out);
}
