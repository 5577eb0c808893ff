//! From a scenario as typed, and the fragments it calls, to a [`Scenario`], or to everything that is wrong with it.

use super::compile::{RESERVED, Scope, Symbol, View};
use super::condition::time_of_day;
use super::parts::{Parts, targets};
use super::spec::{ClockSpec, FragmentSpec, OddsSpec, ScenarioSpec, SceneSpec, VariableSpec};
use super::{Chance, ChanceId, Clock, Ending, EndingId, Fields, Fragment, FragmentId, MAX_SCENES, Nature, Scenario};
use super::{Origin, Scene, SceneId, Speaker, Target, Variable, VariableId};
use crate::bits::{BITS, Layout};
use crate::finding::{Code, Finding};
use crate::notation::{At, Draft, Named, Names, Source, Words};
use crate::standard::Standard;
use crate::text::Text;
use rustc_hash::{FxHashMap, FxHashSet};

/// A fragment as typed, with the file it came from.
pub struct FragmentFile {
    pub source: Source,
    pub spec: FragmentSpec,
}

/// What a scenario may lean on.
pub struct Surroundings<'s> {
    pub standard: &'s Standard,
    pub fragments: &'s FxHashMap<String, FragmentFile>,
    /// The words of the pack, for every scenario.
    pub slots: &'s [(Box<str>, Text)],
}

/// The proven scenario.
///
/// # Errors
/// All findings at once, when there is any.
pub fn resolve(
    source: &Source,
    spec: &ScenarioSpec,
    around: &Surroundings,
    hash: &str,
) -> Result<Scenario, Vec<Finding>> {
    let mut draft = Draft::new(source, spec.format, &spec.languages);
    draft.identifier(&At::FILE.field("id"), "scenario", &spec.id);
    let called = called(&mut draft, spec, around);
    let mut layout = Layout::default();
    let clock = clock(&mut draft, &spec.clock);
    let scenes: usize = spec.scenes.0.len() + called.iter().map(|file| file.spec.scenes.0.len()).sum::<usize>();
    if scenes > MAX_SCENES {
        draft.error(
            Code::SIZE,
            &At::FILE.field("scenes"),
            format!("{scenes} scenes; at most {MAX_SCENES}"),
            "split the scenario",
        );
        return Err(draft.findings);
    }
    let longest = longest_choice(spec, &called, &clock);
    let fields = Fields {
        node: layout.field((scenes + spec.endings.0.len()) as u32),
        elapsed: layout.field(clock.closes_at.saturating_sub(clock.start) + longest),
        used: 0,
    };
    let mut build = Build {
        scope: Scope {
            standard: around.standard,
            symbols: FxHashMap::default(),
            variables: Vec::new(),
            chances: Vec::new(),
            elapsed: fields.elapsed,
            start: clock.start as i32,
            appointment: clock.appointment.map(|at| at as i32),
        },
        layout,
        around,
        fields,
    };
    build.mood(&mut draft, spec);
    build.names(&mut draft, "", &spec.variables, &spec.chance);
    let mut findings = std::mem::take(&mut draft.findings);
    for file in &called {
        let mut draft = Draft::new(&file.source, file.spec.format, &file.spec.languages);
        build.names(&mut draft, &file.spec.id, &file.spec.variables, &file.spec.chance);
        findings.append(&mut draft.findings);
    }
    build.finish(draft, spec, &called, clock, findings, hash)
}

/// The fragments that a scenario lists, and those that they call in turn; each comes before what it calls.
fn called<'f>(draft: &mut Draft, spec: &ScenarioSpec, around: &Surroundings<'f>) -> Vec<&'f FragmentFile> {
    let mut found: Vec<&FragmentFile> = Vec::new();
    let root = At::FILE.field("fragments");
    for (index, name) in spec.fragments.iter().enumerate() {
        let at = root.item(index);
        let Some(file) = around.fragments.get(name) else {
            draft.unknown(&at, "fragment", name, around.fragments.keys().map(String::as_str));
            continue;
        };
        let mut way = vec![file.spec.id.as_str()];
        if let Err(circle) = gather(file, around, &mut way, &mut found) {
            let help = "a fragment may call another, but never itself, not even by a detour";
            draft.error(Code::STRUCTURE, &at, format!("the fragment calls itself: {circle}"), help);
        }
    }
    found
}

fn gather<'f>(
    file: &'f FragmentFile,
    around: &Surroundings<'f>,
    way: &mut Vec<&'f str>,
    found: &mut Vec<&'f FragmentFile>,
) -> Result<(), String> {
    if !found.iter().any(|other| other.spec.id == file.spec.id) {
        found.push(file);
    }
    for inner in calls(&file.spec.scenes).filter_map(|name| around.fragments.get(name)) {
        let id = inner.spec.id.as_str();
        if way.contains(&id) {
            return Err(format!("{} → {id}", way.join(" → ")));
        }
        way.push(id);
        gather(inner, around, way, found)?;
        way.pop();
    }
    Ok(())
}

fn calls(scenes: &Named<SceneSpec>) -> impl Iterator<Item = &str> {
    scenes.0.iter().flat_map(|(_, scene)| &scene.choices).filter_map(|choice| choice.call.as_deref())
}

fn clock(draft: &mut Draft, spec: &ClockSpec) -> Clock {
    let root = At::FILE.field("clock");
    let mut read = |field, text: &str| {
        time_of_day(text).unwrap_or_else(|| {
            draft.error(
                Code::NUMBER,
                &root.field(field),
                format!("\"{text}\" is no time of day"),
                "write 09:57 or 09:57:30",
            );
            0
        })
    };
    let start = read("start", &spec.start);
    let appointment = spec.appointment.as_deref().map(|text| read("appointment", text));
    let closes_at = read("closes_at", &spec.closes_at);
    if closes_at <= start {
        draft.error(
            Code::NUMBER,
            &root.field("closes_at"),
            "the scenario closes before it starts",
            "choose a later time",
        );
    }
    Clock { start, appointment, closes_at, timeout: EndingId(0) }
}

/// The longest that one choice can take, so that the clock's field never overflows.
fn longest_choice(spec: &ScenarioSpec, called: &[&FragmentFile], clock: &Clock) -> u32 {
    let scenes = spec.scenes.0.iter().chain(called.iter().flat_map(|file| &file.spec.scenes.0));
    let choices = scenes.flat_map(|(_, scene)| &scene.choices);
    let seconds = choices.filter_map(|choice| {
        let until = choice.until.as_deref().and_then(time_of_day).map(|time| time.saturating_sub(clock.start));
        until.or_else(|| choice.takes.as_deref().and_then(super::condition::duration))
    });
    seconds.max().unwrap_or(0).max(60)
}

struct Build<'b> {
    scope: Scope<'b>,
    layout: Layout,
    around: &'b Surroundings<'b>,
    fields: Fields,
}

impl<'b> Build<'b> {
    fn mood(&mut self, draft: &mut Draft, spec: &ScenarioSpec) {
        let mood = &spec.mood;
        let bounds = mood.from <= mood.start && mood.start <= mood.to && mood.from >= -50 && mood.to <= 50;
        if !bounds {
            draft.error(
                Code::NUMBER,
                &At::FILE.field("mood"),
                "the mood's bounds make no sense",
                "write mood: (start: 0, from: -5, to: 5)",
            );
        }
        self.variable("", "mood", Nature::Gauge, Vec::new(), (mood.from, mood.to.max(mood.from)));
    }

    fn variable(&mut self, fragment: &str, name: &str, nature: Nature, words: Vec<Box<str>>, (from, to): (i32, i32)) {
        let id = VariableId(self.scope.variables.len() as u16);
        let field = self.layout.field((to - from).unsigned_abs());
        let name = qualified(fragment, name);
        self.scope.symbols.insert(name.clone(), Symbol::Variable(id));
        self.scope.variables.push(Variable { name: name.into(), words, from, to, field, nature });
    }

    /// The variables and chances of one file.
    fn names(
        &mut self,
        draft: &mut Draft,
        fragment: &str,
        variables: &Named<VariableSpec>,
        chances: &Named<Named<u32>>,
    ) {
        let root = At::FILE.field("variables");
        let names = Names::of(draft, &root, "variable", variables);
        for (index, (name, spec)) in variables.0.iter().enumerate() {
            let at = root.entry(index, name);
            if RESERVED.contains(&name.as_str()) {
                draft.error(Code::DUPLICATE, &at, format!("`{name}` has a meaning already"), "choose another name");
            }
            if names.get(name) == Some(index) {
                self.declare(draft, &at, fragment, name, spec);
            }
        }
        let root = At::FILE.field("chance");
        let names = Names::of(draft, &root, "chance", chances);
        for (index, (name, outcomes)) in chances.0.iter().enumerate() {
            let at = root.entry(index, name);
            if RESERVED.contains(&name.as_str()) || self.scope.symbols.contains_key(&qualified(fragment, name)) {
                draft.error(Code::DUPLICATE, &at, format!("`{name}` has a meaning already"), "choose another name");
            } else if names.get(name) == Some(index) {
                self.chance(draft, &at, fragment, name, outcomes);
            }
        }
    }

    fn declare(&mut self, draft: &mut Draft, at: &At, fragment: &str, name: &str, spec: &VariableSpec) {
        match spec {
            VariableSpec::Flag => self.variable(fragment, name, Nature::Flag, Vec::new(), (0, 1)),
            VariableSpec::Number { start, from, to } => {
                if !(from <= start && start <= to && *from >= -1_000_000 && *to <= 1_000_000) {
                    draft.error(
                        Code::NUMBER,
                        at,
                        format!("the bounds of `{name}` make no sense"),
                        "write Number(start: 0, from: 0, to: 9)",
                    );
                    return self.variable(fragment, name, Nature::Number, Vec::new(), (0, 1));
                }
                self.variable(fragment, name, Nature::Number, Vec::new(), (*from, *to));
            }
            VariableSpec::OneOf(words) => {
                words.iter().for_each(|word| draft.identifier(at, "word", word));
                if words.len() < 2 || words.iter().collect::<FxHashSet<_>>().len() < words.len() {
                    draft.error(
                        Code::NUMBER,
                        at,
                        format!("`{name}` needs two or more different words"),
                        "write OneOf([\"aside\", \"facing\"])",
                    );
                }
                let all = words.iter().map(|word| word.as_str().into()).collect();
                self.variable(fragment, name, Nature::OneOf, all, (0, words.len().max(1) as i32 - 1));
            }
        }
    }

    fn chance(&mut self, draft: &mut Draft, at: &At, fragment: &str, name: &str, outcomes: &Named<u32>) {
        Names::of(draft, at, "outcome", outcomes);
        let weights: Box<[u32]> = outcomes.0.iter().map(|(_, weight)| *weight).collect();
        check_weights(draft, at, &weights);
        let id = ChanceId(self.scope.chances.len() as u16);
        let name = qualified(fragment, name);
        self.scope.symbols.insert(name.clone(), Symbol::Chance(id));
        self.scope.chances.push(Chance {
            name: name.into(),
            outcomes: outcomes.0.iter().map(|(outcome, _)| outcome.as_str().into()).collect(),
            field: self.layout.field(weights.len() as u32),
            weights,
            odds: Vec::new(),
        });
    }

    /// Other weights of chances, in situations.
    fn odds(&mut self, draft: &mut Draft, fragment: &str, specs: &[OddsSpec]) {
        let root = At::FILE.field("odds");
        for (index, spec) in specs.iter().enumerate() {
            let at = root.item(index);
            let view = View { scope: &self.scope, fragment };
            let Some(id) = view.chance(&spec.chance) else {
                draft.unknown(&at.field("chance"), "chance", &spec.chance, self.scope.chances.iter().map(|c| &*c.name));
                continue;
            };
            let when = view.condition(draft, &at.field("when"), &spec.when);
            let outcomes = &self.scope.chances[id.index()].outcomes;
            let mut weights = vec![0; outcomes.len()];
            let here = at.field("weights");
            for (entry, (name, weight)) in spec.weights.0.iter().enumerate() {
                match outcomes.iter().position(|outcome| **outcome == **name) {
                    Some(outcome) => weights[outcome] = *weight,
                    None => draft.unknown(&here.entry(entry, name), "outcome", name, outcomes.iter().map(|o| &**o)),
                }
            }
            check_weights(draft, &here, &weights);
            self.scope.chances[id.index()].odds.push((when, weights.into()));
        }
    }

    fn finish(
        mut self,
        mut draft: Draft,
        spec: &ScenarioSpec,
        called: &[&FragmentFile],
        mut clock: Clock,
        mut findings: Vec<Finding>,
        hash: &str,
    ) -> Result<Scenario, Vec<Finding>> {
        self.odds(&mut draft, "", &spec.odds);
        let slots = own_slots(&mut draft, &spec.slots, self.around.slots);
        let speakers = speakers(&mut draft, spec);
        let speaker_ids = speakers.iter().zip(0..).map(|(speaker, n)| (&*speaker.name, n)).collect();
        let fragment_ids = called.iter().zip(0..).map(|(file, n)| (file.spec.id.as_str(), FragmentId(n))).collect();
        Names::of(&mut draft, &At::FILE.field("endings"), "ending", &spec.endings);
        let mut places = targets(&spec.scenes, 0, &spec.endings);
        let (timeout, start) = (&spec.clock.timeout, &spec.start);
        match places.get(timeout.as_str()) {
            Some(Target::Ending(ending)) => clock.timeout = *ending,
            _ => {
                let at = At::FILE.field("clock");
                draft.unknown(
                    &at.field("timeout"),
                    "ending",
                    timeout,
                    spec.endings.0.iter().map(|(name, _)| name.as_str()),
                );
            }
        }
        let start = first_scene(&mut draft, &mut places, start);
        let (mut scenes, mut lines, mut due, mut yields) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut endings = Vec::new();
        let mut sites = vec![Vec::new(); called.len()];
        let mut starts = Vec::new();
        let pack = self.around.slots;
        let known = |name: &str| ALWAYS.contains(&name) || slots.iter().chain(pack).any(|(slot, _)| **slot == *name);
        {
            let mut parts = Parts {
                view: View { scope: &self.scope, fragment: "" },
                targets: places,
                fragments: &fragment_ids,
                speakers: &speaker_ids,
                slots: &known,
                within: None,
                file: 0,
                clock_start: clock.start,
                layout: &mut self.layout,
                lines: &mut lines,
                sites: &mut sites,
            };
            parts.due(&mut draft, "due", false, &spec.due, &mut due);
            parts.due(&mut draft, "remedy", true, &spec.remedy, &mut due);
            parts.yields(&mut draft, &spec.yields, &mut yields);
            add_scenes(&mut parts, &mut draft, &spec.scenes, &mut scenes);
            let root = At::FILE.field("endings");
            for (index, (name, ending)) in spec.endings.0.iter().enumerate() {
                let at = root.entry(index, name);
                let title = draft.text(&at.field("title"), &ending.title, &known);
                let lines = parts.lines(&mut draft, &at.field("lines"), &ending.lines);
                endings.push(Ending { name: name.as_str().into(), title, lines });
            }
        }
        let mut fragment_slots = Vec::new();
        let no_endings = Named::<()>::default();
        for (file, number) in called.iter().zip(0..) {
            let mut draft = Draft::new(&file.source, file.spec.format, &file.spec.languages);
            draft.languages =
                spec.languages.iter().map(|tag| tag.0).filter(|lang| draft.languages.contains(lang)).collect();
            self.odds(&mut draft, &file.spec.id, &file.spec.odds);
            let own = own_slots(&mut draft, &file.spec.slots, &[]);
            let known = |name: &str| known(name) || own.iter().any(|(slot, _)| **slot == *name);
            let mut places = targets(&file.spec.scenes, scenes.len(), &no_endings);
            starts.push(first_scene(&mut draft, &mut places, &file.spec.start));
            let mut parts = Parts {
                view: View { scope: &self.scope, fragment: &file.spec.id },
                targets: places,
                fragments: &fragment_ids,
                speakers: &speaker_ids,
                slots: &known,
                within: Some(FragmentId(number)),
                file: number + 1,
                clock_start: clock.start,
                layout: &mut self.layout,
                lines: &mut lines,
                sites: &mut sites,
            };
            parts.due(&mut draft, "due", false, &file.spec.due, &mut due);
            parts.due(&mut draft, "remedy", true, &file.spec.remedy, &mut due);
            parts.yields(&mut draft, &file.spec.yields, &mut yields);
            add_scenes(&mut parts, &mut draft, &file.spec.scenes, &mut scenes);
            fragment_slots.extend(own);
            findings.append(&mut draft.findings);
        }
        let fragments = called.iter().zip(starts).zip(sites).map(|((file, start), sites)| Fragment {
            name: file.spec.id.as_str().into(),
            start,
            site: self.layout.field(sites.len().saturating_sub(1) as u32),
            sites,
        });
        let fragments: Vec<Fragment> = fragments.collect();
        for fragment in fragments.iter().filter(|fragment| fragment.sites.is_empty()) {
            let message = format!("the fragment \"{}\" is listed and never called", fragment.name);
            draft.error(Code::STRUCTURE, &At::FILE.field("fragments"), message, "call it, or remove it from the list");
        }
        if due.is_empty() {
            draft.error(Code::STRUCTURE, &At::FILE, "nothing is due in this scenario", "list in `due` what it trains");
        }
        if let Some(bits) = self.layout.overflow() {
            let help = "use fewer or smaller variables and fewer `once` choices";
            draft.error(
                Code::SIZE,
                &At::FILE,
                format!("a state of this scenario needs {bits} bits; it may have {BITS}"),
                help,
            );
        }
        let title = draft.plain(&At::FILE.field("title"), &spec.title);
        let summary = draft.plain(&At::FILE.field("summary"), &spec.summary);
        let briefing = draft.text(&At::FILE.field("briefing"), &spec.briefing, &known);
        if spec.pass_mark == 0 || spec.pass_mark > 100 {
            draft.error(
                Code::NUMBER,
                &At::FILE.field("pass_mark"),
                "the pass mark is not a percentage",
                "choose 1 to 100",
            );
        }
        draft.findings.append(&mut findings);
        if !draft.findings.is_empty() {
            return Err(draft.findings);
        }
        let mut slots = slots;
        slots.extend(fragment_slots);
        slots.extend(pack.iter().cloned());
        let fields = Fields { used: self.layout.used().end, ..self.fields };
        let sources = [draft.source].into_iter().chain(called.iter().map(|file| &file.source)).cloned().collect();
        let mut opening = crate::bits::Words::default();
        fields.node.set(&mut opening, u32::from(start.0));
        for (name, value) in starting_values(spec, called) {
            if let Some(Symbol::Variable(id)) = self.scope.symbols.get(&name) {
                let variable = &self.scope.variables[id.index()];
                variable.field.set(&mut opening, (value - variable.from).unsigned_abs());
            }
        }
        Ok(Scenario {
            id: spec.id.as_str().into(),
            languages: spec.languages.iter().map(|tag| tag.0).collect(),
            tier: spec.tier,
            minutes: spec.minutes,
            pass_mark: spec.pass_mark,
            title,
            summary,
            briefing,
            clock,
            speakers,
            slots,
            chances: self.scope.chances,
            variables: self.scope.variables,
            due,
            yields,
            scenes,
            endings,
            fragments,
            lines,
            start,
            fields,
            opening,
            hash: hash.into(),
            sources,
        })
    }
}

/// Slots that every text may use.
const ALWAYS: [&str; 3] = ["time", "appointment", "player"];

fn qualified(fragment: &str, name: &str) -> String {
    if fragment.is_empty() { name.to_owned() } else { format!("{fragment}/{name}") }
}

fn check_weights(draft: &mut Draft, at: &At, weights: &[u32]) {
    let sum: u64 = weights.iter().map(|weight| u64::from(*weight)).sum();
    if sum == 0 || sum > 1_000_000 {
        draft.error(
            Code::NUMBER,
            at,
            "the weights add up to nothing, or to more than a million",
            "give each outcome a small whole number",
        );
    }
}

fn own_slots(draft: &mut Draft, slots: &Named<Words>, pack: &[(Box<str>, Text)]) -> Vec<(Box<str>, Text)> {
    let root = At::FILE.field("slots");
    Names::of(draft, &root, "slot", slots);
    let mut own = Vec::new();
    for (index, (name, words)) in slots.0.iter().enumerate() {
        let at = root.entry(index, name);
        if ALWAYS.contains(&name.as_str()) || pack.iter().any(|(slot, _)| **slot == **name) {
            draft.error(
                Code::DUPLICATE,
                &at,
                format!("the slot {{{name}}} has a meaning already"),
                "choose another name",
            );
        }
        own.push((name.as_str().into(), draft.plain(&at, words)));
    }
    own
}

fn speakers(draft: &mut Draft, spec: &ScenarioSpec) -> Vec<Speaker> {
    let root = At::FILE.field("speakers");
    Names::of(draft, &root, "speaker", &spec.speakers);
    let prove = |(index, (name, words)): (usize, &(String, Words))| Speaker {
        name: name.as_str().into(),
        title: draft.plain(&root.entry(index, name), words),
    };
    spec.speakers.0.iter().enumerate().map(prove).collect()
}

fn first_scene(draft: &mut Draft, places: &mut FxHashMap<&str, Target>, name: &str) -> SceneId {
    match places.get(name) {
        Some(Target::Scene(scene)) => *scene,
        _ => {
            draft.unknown(&At::FILE.field("start"), "scene", name, places.keys().copied());
            SceneId(0)
        }
    }
}

fn add_scenes(parts: &mut Parts, draft: &mut Draft, specs: &Named<SceneSpec>, scenes: &mut Vec<Scene>) {
    let root = At::FILE.field("scenes");
    Names::of(draft, &root, "scene", specs);
    for (index, (name, spec)) in specs.0.iter().enumerate() {
        let at = root.entry(index, name);
        if let Some(Target::Ending(_)) = parts.targets.get(name.as_str()).filter(|_| parts.within.is_none()) {
            draft.error(
                Code::DUPLICATE,
                &at,
                format!("a scene and an ending are named \"{name}\""),
                "rename one of them",
            );
        }
        let id = SceneId(scenes.len() as u16);
        let origin = Origin { file: parts.file, index: index as u16 };
        let scene = parts.scene(draft, &at, name, (id, origin), spec);
        scenes.push(scene);
    }
}

fn starting_values(spec: &ScenarioSpec, called: &[&FragmentFile]) -> Vec<(String, i32)> {
    let own = spec.variables.0.iter().map(|(name, variable)| (name.clone(), variable));
    let theirs = called.iter().flat_map(|file| {
        file.spec.variables.0.iter().map(|(name, variable)| (qualified(&file.spec.id, name), variable))
    });
    let start = |variable: &VariableSpec| match variable {
        VariableSpec::Flag | VariableSpec::OneOf(_) => 0,
        VariableSpec::Number { start, .. } => *start,
    };
    let values = own.chain(theirs).map(|(name, variable)| (name, start(variable)));
    values.chain([("mood".to_owned(), spec.mood.start)]).collect()
}
