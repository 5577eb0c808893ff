//! Maps of scenarios: what stands on them, that nothing on the picture overlaps or leaves it, and that no word of the
//! content can become markup.

use crate::common::{bundled, scenario_around, world};
use crate::program::{Machine, SCENARIOS};
use doorstep::author::map::{ScenarioMap, Traffic};
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::content::scenario::{Pack, Scenario};
use doorstep::play::engine::Session;
use doorstep::play::solver::{Policy, Solver, Values};
use doorstep::report::map::{
    ChoiceNaming, CountedPlays, MapDocument, MarkedPlay, PlaceKind, PlaceRow, Unplaced, dot, mermaid, svg,
};
use doorstep::speech::messages::Messages;
use doorstep::speech::narration::Narrator;
use std::sync::Arc;
use unicode_width::UnicodeWidthStr;

fn map(pack: &Pack, scenario: &Arc<Scenario>, naming: ChoiceNaming, lang: &str) -> MapDocument {
    counted_map(pack, scenario, naming, lang, CountedPlays::None, None)
}

/// The same with these plays counted on it.
fn counted_map(
    pack: &Pack,
    scenario: &Arc<Scenario>,
    naming: ChoiceNaming,
    lang: &str,
    counted: CountedPlays,
    traffic: Option<&Traffic>,
) -> MapDocument {
    let seed = Seed::new(7);
    let rolls = scenario.rolls(seed);
    let solution = Solver::new(scenario, &pack.standard).best(&mut rolls.clone()).expect("solved");
    let graph = ScenarioMap::of(scenario, &pack.standard, &solution.line, &rolls);
    let graph = traffic.into_iter().fold(graph, ScenarioMap::counting);
    let words = Messages::new(Lang::new(lang).expect("a tag"));
    let narrator = Narrator { scenario, standard: &pack.standard, words: &words, player: "" };
    let marked = MarkedPlay { seed, points: solution.best, moves: solution.line.len() };
    MapDocument::new(&narrator, &graph, naming, &marked, counted)
}

/// A scenario whose words try everything, with a scene that nothing reaches, a choice that is never open, a fragment, and
/// a way back.
fn hostile() -> Pack {
    let parts = r#"
    clock: (start: "09:00", closes_at: "10:00", timeout: "late"),
    variables: { "never": Flag, "rung": Flag },
    due: ["basic.a.01.r1"],
    fragments: ["inner"],
    start: "end",
    scenes: {
        "end": Scene(
            place: { "en": "\"];x -> y [\\N <script>alert('1')</script> ]]> --> | #quot; end" },
            lines: [(text: { "en": "A door." })],
            choices: [
                Choice(id: "subgraph", text: { "en": "Two\nlines \"quoted\" & <b>bold</b> `tick` %% {{x}} \\" }, effects: ["rung = true"], meets: ["basic.a.01.r1"], call: "inner", goto: "graph"),
                Choice(id: "again", text: { "en": "Again" }, goto: "end"),
                Choice(id: "shut", text: { "en": "Fly" }, when: "never", goto: "nowhere"),
            ],
        ),
        "graph": Scene(
            lines: [(text: { "en": "Inside." })],
            choices: [
                Choice(id: "back", text: { "en": "Back" }, goto: "end"),
                Choice(id: "out", text: { "en": "Out" }, goto: "done"),
            ],
        ),
        "nowhere": Scene(lines: [(text: { "en": "Nowhere." })], choices: [Choice(id: "lost", text: { "en": "Lost" }, goto: "gone")]),
    },
    endings: {
        "done": (title: { "en": "End & <i>rest</i>" }, lines: [(text: { "en": "Done." })]),
        "late": (title: { "en": "Late" }, lines: [(text: { "en": "Too late." })]),
        "gone": (title: { "en": "Gone" }, lines: [(text: { "en": "Gone." })]),
    },
"#;
    let fragment = r#"Fragment(format: 2, id: "inner", languages: ["en"], start: "hall", scenes: {
        "hall": Scene(lines: [(text: { "en": "A hall." })], choices: [
            Choice(id: "leave", text: { "en": "Leave" }, returns: true),
        ]),
    })"#;
    let loaded = world(&scenario_around(&parts.replace("{{x}}", "")), &[("inner", fragment)]);
    let told: Vec<String> = loaded.diagnostics.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    loaded.pack
}

#[test]
fn a_map_shows_what_play_reaches_and_what_it_never_does() {
    let pack = hostile();
    let scenario = pack.scenarios.get(0).expect("valid");
    let rolls = scenario.rolls(Seed::new(7));
    let line = Solver::new(scenario, &pack.standard).best(&mut rolls.clone()).expect("solved").line;
    let graph = ScenarioMap::of(scenario, &pack.standard, &line, &rolls);
    let names = |scene: &str| scenario.scenes.iter().position(|own| *own.name == *scene).expect("a scene");
    let (start, inner, hall, nowhere) = (names("end"), names("graph"), names("inner/hall"), names("nowhere"));
    let way = |from: usize, to: usize| graph.edges.iter().find(|way| (way.from, way.to) == (from, to));
    assert!(way(start, hall).is_some_and(|way| way.best() && way.reached()), "the call");
    assert!(way(hall, inner).is_some_and(doorstep::author::map::MapEdge::best), "the way back out of the fragment");
    assert!(way(start, start).is_some_and(|way| way.reached() && !way.best()));
    assert!(way(start, nowhere).is_some_and(|way| !way.reached()), "what is never open leads nowhere");
    assert!(!graph.nodes[nowhere].reached && graph.nodes[inner].reached && graph.exhausted);
    assert_eq!(graph.nodes[hall].fragment, Some(doorstep::content::scenario::FragmentId::FIRST));
    assert_eq!(graph.choices_of(start).len(), 3);
    let endings: Vec<bool> = graph.nodes[scenario.scenes.len()..].iter().map(|place| place.reached).collect();
    assert_eq!(endings, [true, true, false], "the ending at closing time can always come");
}

#[test]
fn dot_holds_every_place_and_way_and_every_word_stays_a_string() {
    let pack = hostile();
    let map = map(&pack, pack.scenarios.get(0).expect("valid"), ChoiceNaming::Texts, "en");
    let text = dot::render(&map);
    assert!(text.starts_with("digraph \"") && text.ends_with("}\n"));
    let bare = outside_strings(&text);
    assert_eq!(bare.matches('{').count(), bare.matches('}').count());
    for word in ["script", "alert", "bold", "tick", "x ->"] {
        assert!(!bare.contains(word), "{word} in {bare}");
    }
    assert!(bare.lines().all(|line| !line.contains('\\')), "{bare}");
    assert!(text.is_ascii(), "whatever encoding a tool expects");
    assert_eq!(bare.matches(" -> ").count(), map.ways.len());
    assert_eq!(bare.matches("shape=").count(), map.places.len() + 1);
    assert!(text.contains("subgraph \"cluster_0\"") && text.contains("label=\"inner\""));
    assert!(
        text.contains("&#9733; Two lines \\\"quoted\\\"")
            && text.contains("&#10007; Fly")
            && text.contains("style=dashed")
    );
}

/// A DOT text without its quoted strings.
fn outside_strings(text: &str) -> String {
    let (mut bare, mut inside, mut escaped) = (String::new(), false, false);
    for c in text.chars() {
        match (inside, escaped, c) {
            (true, true, _) => escaped = false,
            (true, false, '\\') => escaped = true,
            (_, false, '"') => inside = !inside,
            (true, false, _) => {}
            (false, ..) => bare.push(c),
        }
    }
    assert!(!inside, "a string does not end");
    bare
}

#[test]
fn mermaid_reads_no_word_as_its_own() {
    let pack = hostile();
    let map = map(&pack, pack.scenarios.get(0).expect("valid"), ChoiceNaming::Texts, "en");
    let text = mermaid::render(&map);
    assert!(text.starts_with("flowchart LR\n"));
    assert_eq!(text.matches("subgraph ").count(), 1);
    assert_eq!(text.lines().filter(|line| line.trim() == "end").count(), 1, "{text}");
    for line in text.lines() {
        assert!(line.matches('"').count() % 2 == 0, "{line}");
        let words: String = line.split('"').skip(1).step_by(2).collect::<String>().replace("<br/>", "");
        assert!(!words.contains(['<', '>', '`', '[', ']', '|', '%', '\\']), "{line}");
        let numbers = words.split('#').skip(1);
        assert!(
            numbers.into_iter().all(|rest| rest.split_once(';').is_some_and(|(n, _)| n.parse::<u32>().is_ok())),
            "{line}"
        );
    }
    let arrows = ["==>|", "-.->|", "-->|"].map(|arrow| text.matches(arrow).count());
    assert_eq!(arrows.iter().sum::<usize>(), map.ways.len());
    assert!(arrows.iter().all(|count| *count > 0), "{arrows:?}");
}

/// What the picture holds.
#[derive(Debug, Default)]
struct Drawn {
    view: [f64; 4],
    boxes: Vec<[f64; 4]>,
    clusters: Vec<[f64; 4]>,
    texts: Vec<(f64, f64, String)>,
    paths: Vec<Vec<(f64, f64)>>,
}

/// Reads a picture; it must be well formed as far as tags go.
fn drawn(picture: &str) -> Drawn {
    let mut drawn = Drawn::default();
    let mut open: Vec<String> = Vec::new();
    let mut rest = picture;
    let mut text: Option<(f64, f64)> = None;
    while let Some(at) = rest.find('<') {
        let words = &rest[..at];
        assert!(!words.contains("]]>"), "{words}");
        if let Some((x, y)) = text.take() {
            drawn.texts.push((x, y, plain(words)));
        }
        let end = at + rest[at..].find('>').expect("a tag ends");
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        match tag.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop().as_deref(), Some(closed)),
            None if tag.starts_with('?') => {}
            None => {
                let name = tag.split([' ', '/']).next().unwrap_or_default().to_owned();
                see(&mut drawn, &name, tag);
                if name == "text" {
                    text = Some((number(tag, "x"), number(tag, "y")));
                }
                if !tag.ends_with('/') {
                    open.push(name);
                }
            }
        }
    }
    assert!(open.is_empty(), "{open:?}");
    drawn
}

fn see(drawn: &mut Drawn, name: &str, tag: &str) {
    let rect = || ["x", "y", "width", "height"].map(|key| number(tag, key));
    let class = attribute(tag, "class").unwrap_or_default();
    match (name, class.split(' ').next().unwrap_or_default()) {
        ("svg", _) => {
            let view = attribute(tag, "viewBox").expect("a view");
            let numbers: Vec<f64> = view.split(' ').map(|number| number.parse().expect("a number")).collect();
            drawn.view = [numbers[0], numbers[1], numbers[2], numbers[3]];
        }
        ("rect", "box") => drawn.boxes.push(rect()),
        ("rect", "cluster") => drawn.clusters.push(rect()),
        ("path", "way") => {
            let numbers = attribute(tag, "d").expect("a path").replace(['M', 'L', 'Q'], " ");
            let numbers: Vec<f64> =
                numbers.split_whitespace().map(|number| number.parse().expect("a number")).collect();
            drawn.paths.push(numbers.chunks(2).map(|pair| (pair[0], pair[1])).collect());
        }
        _ => {}
    }
}

fn attribute<'t>(tag: &'t str, key: &str) -> Option<&'t str> {
    let from = tag.find(&format!(" {key}=\""))? + key.len() + 3;
    tag[from..].split('"').next()
}

fn number(tag: &str, key: &str) -> f64 {
    attribute(tag, key).and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("{key} of <{tag}>"))
}

fn plain(words: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    named.iter().fold(words.to_owned(), |words, (name, c)| words.replace(name, c))
}

fn is_inside(inner: [f64; 4], outer: [f64; 4]) -> bool {
    let [x, y, width, height] = inner;
    let [left, top, wide, high] = outer;
    x >= left - 0.2 && y >= top - 0.2 && x + width <= left + wide + 0.2 && y + height <= top + high + 0.2
}

fn overlap(a: [f64; 4], b: [f64; 4]) -> bool {
    a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3]
}

/// The cells of the widest common monospaced face: 0.61 of its size for a cell, at 12 pixels.
fn width(words: &str) -> f64 {
    f64::from(u32::try_from(words.width()).expect("words fit into a picture")) * 7.32
}

/// Nothing overlaps, nothing leaves the picture, every word is in its box, no line runs through a box.
fn is_sound(picture: &str, places: usize, what: &str) {
    let drawn = drawn(picture);
    assert_eq!(drawn.boxes.len(), places, "{what}");
    for (number, own) in drawn.boxes.iter().enumerate() {
        assert!(is_inside(*own, drawn.view), "{what}: {own:?} leaves {:?}", drawn.view);
        for other in &drawn.boxes[number + 1..] {
            assert!(!overlap(*own, *other), "{what}: {own:?} over {other:?}");
        }
    }
    assert!(drawn.clusters.iter().all(|cluster| is_inside(*cluster, drawn.view)), "{what}");
    for (x, y, words) in &drawn.texts {
        let said = [*x, y - 10.0, width(words), 12.0];
        assert!(is_inside(said, drawn.view), "{what}: {words}");
        let within = |own: &&[f64; 4]| *x >= own[0] && *x <= own[0] + own[2] && *y >= own[1] && *y <= own[1] + own[3];
        for own in drawn.boxes.iter().filter(within) {
            assert!(is_inside(said, *own), "{what}: \"{words}\" leaves its box {own:?}");
        }
    }
    for path in &drawn.paths {
        let (x, y) = path[0];
        let beside =
            |(left, base, _): &&(f64, f64, String)| *left < x && x - left < 400.0 && (base - 3.5 - y).abs() < 2.0;
        assert!(drawn.texts.iter().any(|text| beside(&text)), "{what}: a line leaves beside no row at {x} {y}");
        let inner = |own: &[f64; 4]| [own[0] + 1.0, own[1] + 1.0, own[2] - 2.0, own[3] - 2.0];
        for pair in path.windows(2) {
            let (left, right) = (pair[0].0.min(pair[1].0), pair[0].0.max(pair[1].0));
            let (top, bottom) = (pair[0].1.min(pair[1].1), pair[0].1.max(pair[1].1));
            let stroke = [left, top, right - left, bottom - top];
            assert!(is_inside(stroke, drawn.view), "{what}: a line leaves the picture");
            let crossed = drawn.boxes.iter().find(|own| overlap(stroke, inner(own)));
            assert!(crossed.is_none(), "{what}: a line from {:?} runs through {crossed:?}", pair[0]);
        }
    }
}

#[test]
fn on_the_picture_nothing_overlaps_or_leaves_its_place() {
    let pack = bundled();
    for id in SCENARIOS {
        let scenario = pack.scenario(id).expect("bundled");
        for (naming, lang) in [(ChoiceNaming::Ids, "en"), (ChoiceNaming::Texts, "zh"), (ChoiceNaming::Texts, "en")] {
            let map = map(pack, scenario, naming, lang);
            let picture = svg::render(&map).expect("drawn");
            is_sound(&picture, scenario.scenes.len() + scenario.endings.len(), &format!("{id} {lang}"));
            assert_eq!(picture, svg::render(&map).expect("drawn"), "the same map is the same picture");
        }
    }
}

#[test]
fn the_picture_stands_alone_and_no_word_becomes_markup() {
    let pack = hostile();
    let picture =
        svg::render(&map(&pack, pack.scenarios.get(0).expect("valid"), ChoiceNaming::Texts, "en")).expect("drawn");
    is_sound(&picture, 7, "hostile");
    assert!(!picture.contains("<script") && !picture.contains("<b>") && !picture.contains("href"));
    assert_eq!(picture.matches("http").count(), 1, "only the name of the notation");
    let all: String = drawn(&picture).texts.iter().map(|(_, _, words)| words.as_str()).collect::<Vec<_>>().join(" ");
    for words in ["<script>alert", "<b>bold</b>", "stays here", "never reached", "Start", "★", "✗"] {
        assert!(all.contains(words), "{words} in {all}");
    }
    for part in ["role=\"img\"", "<title id=\"t\">", "<desc", "prefers-color-scheme:dark", "class=\"cluster\""] {
        assert!(picture.contains(part), "{part}");
    }
}

#[test]
fn words_that_turn_the_direction_of_reading_are_made_harmless() {
    let pack = hostile();
    let mut scenario = Scenario::clone(pack.scenarios.get(0).expect("valid"));
    scenario.scenes[0].name = "a\u{202e}b\u{7}\u{0}\"<x".into();
    let map = map(&pack, &Arc::new(scenario), ChoiceNaming::Ids, "en");
    for text in [dot::render(&map), mermaid::render(&map), svg::render(&map).expect("drawn")] {
        assert_eq!(doorstep::base::text::find_unsafe(&text), None);
        assert!(text.contains('\u{FFFD}') || text.contains("&#65533;"), "{text}");
    }
}

#[test]
fn a_scenario_beyond_what_anyone_can_read_is_refused_as_a_picture() {
    let pack = hostile();
    let mut map = map(&pack, pack.scenarios.get(0).expect("valid"), ChoiceNaming::Ids, "en");
    while map.places.len() <= 600 {
        let place = PlaceRow {
            kind: PlaceKind::Scene,
            name: "more".to_owned(),
            title: None,
            fragment: None,
            reached: true,
            best: false,
        };
        map.places.push(place);
    }
    assert_eq!(svg::render(&map), Err(Unplaced::TooMany { places: 601, most: 600 }));
    assert!(dot::render(&map).matches("shape=").count() > 600);
}

#[test]
fn the_command_prints_each_format_and_marks_the_best_play_of_the_seed() {
    let machine = Machine::new();
    for (format, begins) in [("svg", "<?xml"), ("dot", "digraph \""), ("mermaid", "flowchart LR")] {
        let said = machine.run(&["graph", "shoe_covers_declined", "--format", format, "--seed", "4"]);
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
        assert!(said.out.starts_with(begins), "{}", &said.out[..80]);
        assert!(said.out.contains("leaving"), "the fragment is named");
        for id in machine.best_line("shoe_covers_declined", 4) {
            assert!(said.out.contains(&id), "{format}: {id}");
        }
    }
    let said = machine.run(&["graph", "churn_retention", "--lang", "zh", "--format", "dot"]);
    assert!(said.out.is_ascii() && said.out.contains("&#8220;"), "choices by their texts");
    machine.run(&["graph", "churn_retentio"]).refused("did you mean \"churn_retention\"?");
    machine.run(&["graph", "churn_retention", "--lang", "fr"]).refused("nothing here is written in");
}

#[test]
fn each_play_counts_once_at_each_choice_and_on_each_way() {
    let pack = hostile();
    let scenario = pack.scenarios.get(0).expect("valid");
    let mut traffic = Traffic::default();
    for line in
        [&["again", "again", "subgraph", "leave", "out"][..], &["subgraph", "leave", "back", "again"], &["again"]]
    {
        let mut session = Session::new(scenario.clone(), Seed::new(0));
        session.take_line(line.iter().copied()).expect("it can be played");
        traffic.add(&session);
    }
    let map = counted_map(&pack, scenario, ChoiceNaming::Ids, "en", CountedPlays::Stored, Some(&traffic));
    let told = |words: &str| {
        let steps = map.ways.iter().flat_map(|way| way.steps.iter());
        let shares = steps.filter(|step| step.words == words).filter_map(|step| step.share);
        shares.map(doorstep::report::map::TrafficShare::told).collect::<Vec<_>>()
    };
    assert_eq!(told("again"), ["100%"]);
    assert_eq!(told("subgraph"), ["67%"]);
    assert_eq!((told("out"), told("back"), told("shut")), (vec!["33%".into()], vec!["33%".into()], vec!["0%".into()]));
    let note = map.notes.join(" ");
    assert!(note.contains("3 stored plays") && note.contains("green"), "{note}");
}

#[test]
fn a_crowd_stands_at_choices_and_makes_lines_thick_in_every_format() {
    let pack = hostile();
    let scenario = pack.scenarios.get(0).expect("valid");
    let solver = Solver::new(scenario, &pack.standard);
    let values = Values::new(&solver).expect("valued");
    let crowd = |policy| Traffic::of_crowd(&values, policy, 500, Seed::new(7));
    let expert = crowd(Policy::Expert);
    let map = |traffic: &Traffic| {
        counted_map(&pack, scenario, ChoiceNaming::Ids, "en", CountedPlays::Crowd("expert"), Some(traffic))
    };
    let (all, random) = (map(&expert), map(&crowd(Policy::Random)));
    let picture = svg::render(&all).expect("drawn");
    is_sound(&picture, 7, "a crowd");
    assert!(picture.contains("stroke-width:6.0") && picture.contains("stroke-width:0.5"), "{picture}");
    assert!(picture.contains("subgraph  100%") && picture.contains("again  0%"), "{picture}");
    assert!(dot::render(&all).contains("100% subgraph") && dot::render(&all).contains("penwidth=8.0"));
    assert_eq!(mermaid::render(&all).matches("linkStyle ").count(), all.ways.len());
    let shares = |map: &MapDocument| map.ways.iter().filter_map(|way| way.share).collect::<Vec<_>>();
    assert_ne!(shares(&random), shares(&all));
    assert!(all.notes.join(" ").contains("500 plays of a crowd (expert, seed 7)"), "{:?}", all.notes);
}

#[test]
fn what_hangs_on_the_moment_is_told_as_in_the_marked_play_or_as_one_of_several() {
    let parts = r#"
    clock: (start: "09:00", closes_at: "10:00", timeout: "late"),
    due: ["basic.a.01.r1"],
    start: "door",
    scenes: {
        "door": Scene(lines: [(text: { "en": "A door." })], choices: [
            Choice(id: "wait", text: { "en": "Wait until later than {time}" }, takes: "5m", meets: ["basic.a.01.r1"], goto: "late_door"),
            Choice(id: "turn", text: { "en": "Turn round" }, goto: "yard"),
        ]),
        "late_door": Scene(lines: [(text: { "en": "The same." })], choices: [
            Choice(id: "go", text: { "en": "Go at {time}" }, goto: "done"),
        ]),
        "yard": Scene(lines: [(text: { "en": "A yard." })], choices: [
            Choice(id: "leave", text: { "en": "Leave at {time}" }, goto: "done"),
        ]),
    },
    endings: {
        "done": (title: { "en": "Done" }, lines: [(text: { "en": "Done." })]),
        "late": (title: { "en": "Late" }, lines: [(text: { "en": "Too late." })]),
    },
"#;
    let loaded = world(&scenario_around(parts), &[]);
    let told: Vec<String> = loaded.diagnostics.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    let scenario = loaded.pack.scenarios.get(0).expect("valid");
    let map = map(&loaded.pack, scenario, ChoiceNaming::Texts, "en");
    let all: Vec<&str> = map.ways.iter().flat_map(|way| &way.steps).map(|step| step.words.as_str()).collect();
    for words in ["Wait until later than 09:00", "Go at 09:05", "Leave at [time]"] {
        assert!(all.contains(&words), "{words} in {all:?}");
    }
    assert!(map.notes.join(" ").contains("one of several values"), "{:?}", map.notes);
}

#[test]
fn the_command_counts_a_crowd_or_the_stored_plays_of_all_learners() {
    let machine = Machine::new();
    let crowd =
        machine.run(&["graph", "shoe_covers_declined", "--players", "200", "--policy", "random", "--lang", "zh"]);
    assert_eq!((crowd.code, crowd.err.as_str()), (Some(0), ""));
    assert!(crowd.out.contains("演了 200 次") && crowd.out.contains("%</text>"), "{}", &crowd.out[..2000]);
    let nobody = machine.run(&["graph", "shoe_covers_declined", "--plays", "--format", "dot"]);
    assert!(nobody.out.contains("No play of this scenario is stored yet."), "{}", &nobody.out[..500]);
    for name in ["Li", "Wang"] {
        machine.feed(&["--plain", "play", "shoe_covers_declined", "--learner", name, "--seed", "4"], b"1\n1\nq\n");
    }
    let played = machine.run(&["graph", "shoe_covers_declined", "--plays", "--format", "dot"]);
    assert!(played.out.contains("2 stored plays") && played.out.contains("100% "), "{}", &played.out[..500]);
    assert_eq!(machine.run(&["graph", "shoe_covers_declined", "--plays", "--players", "5"]).code, Some(2));
}
