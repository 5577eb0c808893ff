//! Every bundled scenario spoiled in twelve ways, as hurried hands spoil files: `check` names the fault by its code, at its
//! line. And files that are only half there, circles, and codes that nobody knows.

use crate::common::{scenario_around, sources, world};
use doorstep::author::check::check;
use doorstep::base::diagnostic::{Diagnostic, Severity};
use doorstep::content::notation::Source;
use doorstep::content::scenario::{PackSources, load};
use doorstep::store::Content;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

/// A way to spoil a file: the code that must be told, what is replaced by what (at its first place), and the words on
/// whose line the finding must stand.
struct Spoiling {
    code: &'static str,
    edits: &'static [(&'static str, &'static str)],
    at: &'static str,
}

const fn spoiling(code: &'static str, edits: &'static [(&'static str, &'static str)], at: &'static str) -> Spoiling {
    Spoiling { code, edits, at }
}

fn folder() -> &'static Path {
    static FOLDER: OnceLock<std::path::PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios"))
}

fn surroundings() -> &'static PackSources {
    static SOURCES: OnceLock<PackSources> = OnceLock::new();
    SOURCES.get_or_init(|| {
        let content = Content::find(Some(folder()), Path::new("/")).expect("a pack");
        content.read().expect("read").sources
    })
}

fn text_of(id: &str) -> String {
    fs::read_to_string(folder().join(format!("{id}.ron"))).expect("read")
}

/// Everything that is told of one scenario in the bundled surroundings.
fn diagnostics(id: &str, text: &str) -> Vec<Diagnostic> {
    let scenarios = vec![Source::new(&format!("{id}.ron"), text)];
    let sources = PackSources { scenarios, courses: Vec::new(), exams: Vec::new(), ..surroundings().clone() };
    let mut loaded = load(&sources).expect("the standard is sound");
    for scenario in loaded.pack.scenarios.iter() {
        loaded.diagnostics.extend(check(scenario, &loaded.pack.standard));
    }
    loaded.diagnostics
}

fn told(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn each_is_caught(id: &str, spoilings: &[Spoiling; 12]) {
    let whole = text_of(id);
    let mut codes: Vec<&str> = spoilings.iter().map(|spoiling| spoiling.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), 12, "{id}: twelve different ways");
    let mut missed = Vec::new();
    for Spoiling { code, edits, at } in spoilings {
        let mut text = whole.clone();
        for (find, put) in *edits {
            assert!(text.contains(find), "{id}, {code}: nothing to spoil at {find:?}");
            text = text.replacen(find, put, 1);
        }
        let byte = text.find(at).unwrap_or_else(|| panic!("{id}, {code}: no {at:?}"));
        let line = text[..byte].matches('\n').count() + 1;
        let diagnostics = diagnostics(id, &text);
        let caught =
            diagnostics.iter().any(|diagnostic| diagnostic.code.to_string() == *code && diagnostic.place.line == line);
        if !caught {
            missed.push(format!("{code} at line {line}, told was:\n{}", told(&diagnostics)));
        }
    }
    assert!(missed.is_empty(), "{id}:\n{}", missed.join("\n\n"));
}

#[test]
fn a_spoiled_removal_order_is_caught() {
    each_is_caught(
        "churn_retention",
        &[
            spoiling("DS004", &[("goto: \"finish_go\"", "goto: \"finish_goo\"")], "goto: \"finish_goo\""),
            spoiling("DS006", &[("\"zh\": \"她说要搬家\", \"en\"", "\"zh\": \"她说要搬家\", \"de\"")], "她说要搬家"),
            spoiling("DS007", &[("上门时间{appointment}", "上门时间11:15")], "Appointment {appointment}"),
            spoiling(
                "DS019",
                &[("    due: [\n", "    allow: [(code: \"DS99\", because: \"later\")],\n    due: [\n")],
                "DS99",
            ),
            spoiling(
                "DS021",
                &[("    due: [", "    due: [\n        \"basic.conduct.visit.normal.06.r1\",")],
                "visit.normal.06.r1",
            ),
            spoiling(
                "DS022",
                &[("        \"profile\": Flag,", "        \"sighed\": Flag,\n        \"profile\": Flag,")],
                "\"sighed\"",
            ),
            spoiling(
                "DS026",
                &[("\"en\": \"By the bike shed, Block 6\"", "\"en\": \"6幢楼下，车棚边\"")],
                "\"en\": \"6幢",
            ),
            spoiling("DS027", &[("half a minute at a time", "half an hour at a time")], "half an hour at a time"),
            spoiling("DS028", &[("“请您试试，看哪儿", "“试试，看哪儿")], "“试试，看哪儿"),
            spoiling("DS031", &[("“五十九那家三天两头断", "“中国移动三天两头断")], "中国移动三天两头断"),
            spoiling(
                "DS060",
                &[("spoils: [\"basic.conduct.visit.normal.01.r1\"]", "breaks: [\"basic.conduct.visit.normal.01.r1\"]")],
                "breaks: [\"basic.conduct.visit.normal.01.r1\"]",
            ),
            spoiling(
                "DS063",
                &[("\"house.02.r2 when plait is off\",", "\"house.02.r2 when plait is off or told_on\",")],
                "\"house.02.r2 when plait is off or told_on\"",
            ),
        ],
    );
}

#[test]
fn a_spoiled_complaint_is_caught() {
    each_is_caught(
        "complaint_escalation",
        &[
            spoiling("DS001", &[("    start: \"door\",", "    start: “door”,")], "start: “door”"),
            spoiling(
                "DS003",
                &[("id: \"hear_out\"", "id: \"smile\"")],
                "id: \"smile\",\n                    text: { \"zh\": \"站住",
            ),
            spoiling(
                "DS005",
                &[("when: \"eased and mood <= -2\"", "when: \"eased and mood <= low\"")],
                "and mood <= low\"",
            ),
            spoiling("DS008", &[("closes_at: \"19:00\"", "closes_at: \"12:00\"")], "closes_at: \"12:00\""),
            spoiling(
                "DS012",
                &[(
                    "meets: [\"basic.conduct.complaint.01.r1\"],",
                    "meets: [\"basic.conduct.complaint.01.r1\"],\n                    spoils: [\"basic.conduct.complaint.01.r2\"],",
                )],
                "        \"basic.conduct.complaint.01.r2\",",
            ),
            spoiling(
                "DS020",
                &[
                    ("                    goto: \"outburst\",", "                    goto: \"landing_dark\","),
                    (
                        "        \"outburst\": Scene(",
                        "        \"landing_dark\": Scene(
            lines: [(text: { \"zh\": \"灯灭了。\", \"en\": \"The light goes out.\" })],
            choices: [Choice(id: \"stand\", text: { \"zh\": \"站着\", \"en\": \"Stand there\" })],
        ),
        \"outburst\": Scene(",
                    ),
                ],
                "id: \"smile\"",
            ),
            spoiling(
                "DS023",
                &[("\"news\": {", "\"wind\": { \"east\": 1, \"west\": 1 },\n        \"news\": {")],
                "\"wind\"",
            ),
            spoiling(
                "DS024",
                &[("\"luo\": {", "\"clerk\": { \"zh\": \"老金\", \"en\": \"Old Jin\" },\n        \"luo\": {")],
                "\"clerk\"",
            ),
            spoiling("DS027", &[("before half past five", "before half past six")], "before half past six"),
            spoiling("DS030", &[("往后许的话才有个主。", "往后有事，他知道拨10010。")], "拨10010"),
            spoiling(
                "DS061",
                &[(
                    "        \"basic.conduct.complaint.06.r1\",",
                    "        \"basic.conduct.complaint.06.r1\",\n        \"basic.conduct.etiquette.listening.05.r1\",",
                )],
                "listening.05.r1",
            ),
            spoiling(
                "DS065",
                &[(
                    "id: \"full_fault\",\n                    kind: Say,",
                    "id: \"full_fault\",\n                    kind: Do,",
                )],
                "id: \"full_fault\"",
            ),
        ],
    );
}

#[test]
fn a_spoiled_visit_to_nobody_is_caught() {
    each_is_caught(
        "customer_not_home",
        &[
            spoiling("DS002", &[("format: 2,", "format: 7,")], "format: 7,"),
            spoiling("DS004", &[("\"basic.conduct.visit.normal.02.r1\",", "\"basic.conduct.visit.normal.20.r1\",")], "normal.20.r1"),
            spoiling("DS009", &[("until: \"09:58\",", "until: \"09:58\", takes: \"5s\",")], "until: \"09:58\", takes"),
            spoiling("DS015", &[("when: \"elapsed < 20s\"", "when: \"bell is works\"")], "id: \"order\""),
            spoiling("DS017", &[("when: \"elapsed < 20s\"", "when: \"elapsed < 0s\"")], "id: \"order\""),
            spoiling("DS019", &[("    allow: [\n", "    allow: [\n        (code: \"DS012\", because: \"it is meant\"),\n")], "code: \"DS012\""),
            spoiling(
                "DS025",
                &[("                    reveal: [\"lift\"],\n", "                    reveal: [\"lift\"],\n                    breaks: [\"basic.conduct.taboo.01.r1\"],\n"), (
                    "                    feedback: {
                        \"zh\": \"电梯好不好，站在外面看不见。有富余的时间，带进楼里去用。\",
                        \"en\": \"You can't see from outside whether the lift runs. Keep your spare minutes for inside, where things can go wrong.\",
                    },\n",
                    "",
                )],
                "id: \"go_in\"",
            ),
            spoiling("DS026", &[("\"en\": \"Below block 6, Huaishu Lane\"", "\"en\": \"槐树里6号楼下\"")], "\"en\": \"槐树里6号楼下\""),
            spoiling("DS028", &[("没事，您先顾孩子。下午三点再打，行吗？", "没事，您先顾孩子。下午三点再打。")], "下午三点再打。"),
            spoiling("DS029", &[("轻叩三下，再等半分钟", "轻叩三下，再等十秒钟"), ("Three light taps, and wait half a minute", "Three light taps, and wait ten seconds")], "轻叩三下，再等十秒钟"),
            spoiling("DS061", &[("    due: [\n", "    due: [\n        \"basic.language.phrases.01.r1\",\n")], "\"basic.conduct.visit.normal.13.r1 when"),
            spoiling(
                "DS062",
                &[
                    ("    due: [\n", "    due: [\n        \"basic.conduct.complaint.01.r1 when heard\",\n"),
                    ("                    reveal: [\"lift\"],\n", "                    reveal: [\"lift\"],\n                    meets: [\"basic.conduct.complaint.01.r1\"],\n"),
                    ("when: \"elapsed < 20s\",\n", "when: \"elapsed < 20s\",\n                    effects: [\"heard = true\"],\n"),
                ],
                "\"basic.conduct.complaint.01.r1 when heard\"",
            ),
        ],
    );
}

#[test]
fn a_spoiled_refusal_of_covers_is_caught() {
    each_is_caught(
        "shoe_covers_declined",
        &[
            spoiling("DS003", &[("\"pressed\": Flag,", "\"thanked\": Flag,")], "\"thanked\": Flag,        //"),
            spoiling("DS005", &[("effects: [\"fresh_socks = true\"]", "effects: [\"fresh_socks = yes\"]")], "fresh_socks = yes"),
            spoiling("DS007", &[("手机上是{time}。", "手机上是{tiem}。")], "{tiem}"),
            spoiling("DS012", &[(
                "                    meets: [\"basic.image.dress.02.r6\"],",
                "                    meets: [\"basic.image.dress.02.r6\"],\n                    spoils: [\"basic.image.dress.02.r2\"],",
            )], "        \"basic.image.dress.02.r2\","),
            spoiling("DS013", &[
                ("id: \"ask_for_lin\",", "id: \"ask_for_lin\",\n                    when: \"opener is lin\","),
                ("id: \"can_you_decide\",", "id: \"can_you_decide\",\n                    when: \"opener is lin\","),
                ("id: \"start_with_cousin\",", "id: \"start_with_cousin\",\n                    when: \"opener is lin\","),
            ], "\"cousin\": Scene("),
            spoiling("DS015", &[("(when: \"mark\", text: { \"zh\": \"她还低头", "(when: \"stairs is wet\", text: { \"zh\": \"她还低头")], "(when: \"stairs is wet\", text: { \"zh\": \"她还低头"),
            spoiling("DS021", &[("    due: [", "    due: [\n        \"basic.conduct.visit.late.02.r1\",")], "visit.late.02.r1"),
            spoiling("DS025", &[(
                "                    feedback: {
                        \"zh\": \"今天这双鞋脱不脱，得看她。先把袜子换好，后面哪条路都走得通。\",
                        \"en\": \"Whether the shoes come off today will be up to her. With good socks on, you're ready either way.\",
                    },\n",
                "",
            )], "id: \"change_socks\""),
            spoiling("DS027", &[("Forty minutes I lay there", "Fourteen minutes I lay there")], "Fourteen minutes I lay there"),
            spoiling("DS028", &[("“这是我的工作证，您看一眼。”", "“这是我的，您看一眼。”")], "“这是我的，您看一眼。”"),
            spoiling("DS060", &[("spoils: [\"basic.image.dress.02.r6\"],", "breaks: [\"basic.image.dress.02.r6\"],")], "breaks: [\"basic.image.dress.02.r6\"]"),
            spoiling("DS064", &[(
                "                    meets: [\"basic.image.dress.02.r2\"],",
                "                    meets: [\"basic.image.dress.02.r2\"],\n                    spoils: [\"basic.conduct.visit.normal.16.r1\"],",
            )], "id: \"clean_shoes\""),
        ],
    );
}

#[test]
fn a_file_cut_off_anywhere_is_told_with_a_place_inside_it() {
    for id in ["customer_not_home", "churn_retention"] {
        let whole = text_of(id);
        let mut cuts = 0;
        for end in (0..whole.len() - 2).step_by(1_499).filter(|end| whole.is_char_boundary(*end)) {
            let half = &whole[..end];
            let diagnostics = diagnostics(id, half);
            let first = diagnostics.first().unwrap_or_else(|| panic!("{id} cut at {end} passes"));
            assert_eq!(first.severity, Severity::Error);
            assert!(first.place.line >= 1 && first.place.span.end <= half.len(), "{id} cut at {end}: {first}");
            assert!(!first.message.is_empty() && !first.help.is_empty(), "{id} cut at {end}: {first}");
            cuts += 1;
        }
        assert!(cuts > 15, "{id}: {cuts}");
    }
}

fn fragment(id: &str, calls: &str) -> String {
    format!(
        r#"Fragment(format: 2, id: "{id}", languages: ["en"], start: "s", scenes: {{
            "s": Scene(choices: [Choice(id: "on", text: {{ "en": "On" }}, call: "{calls}", returns: true)]),
        }})"#
    )
}

#[test]
fn a_circle_of_fragments_is_told_as_a_circle() {
    let scenario = scenario_around(
        r#"clock: (start: "09:00", closes_at: "10:00", timeout: "end"), fragments: ["a"], due: ["basic.a.01.r1"], start: "s",
        scenes: { "s": Scene(choices: [
            Choice(id: "go", text: { "en": "Go" }, call: "a", meets: ["basic.a.01.r1"], goto: "end"),
        ]) },
        endings: { "end": Ending(title: { "en": "End" }, lines: []) },"#,
    );
    let (a, b, c) = (fragment("a", "b"), fragment("b", "c"), fragment("c", "a"));
    let told = told(&world(&scenario, &[("a", &a), ("b", &b), ("c", &c)]).diagnostics);
    assert!(told.contains("[DS009]: the fragment calls itself: a → b → c → a"), "{told}");
    // One that calls itself at once.
    let own = fragment("a", "a");
    let alone = load(&sources(&scenario, &[("a", &own)])).expect("the standard is sound").diagnostics;
    assert!(alone.iter().any(|diagnostic| diagnostic.message.en.contains("a → a")), "{alone:?}");
}

#[test]
fn what_may_not_be_allowed_is_told_with_the_nearest_code() {
    let with = |allow: &str| {
        let text =
            text_of("shoe_covers_declined").replacen("    allow: [\n", &format!("    allow: [\n        {allow},\n"), 1);
        told(&diagnostics("shoe_covers_declined", &text))
    };
    let cases = [
        (r#"(code: "DSO17", because: "x")"#, "error [DS019]: there is no rule \"DSO17\" (did you mean \"DS017\"?)"),
        (r#"(code: "umbrella", because: "x")"#, "error [DS019]: there is no rule \"umbrella\" (codes run from DS001"),
        (r#"(code: "DS017", because: " ")"#, "error [DS019]: no reason is given for allowing DS017"),
        (r#"(code: "DS013", because: "x")"#, "error [DS019]: DS013 is an error, and errors cannot be allowed"),
        (r#"(code: "DS017", because: "x")"#, "note [DS019]: nothing of DS017 is found in this file"),
        (r#"(code: "DS017")"#, "error [DS001]: the part `because`"),
    ];
    for (allow, wanted) in cases {
        let told = with(allow);
        assert!(told.contains(wanted), "{allow}:\n{told}");
    }
}
