//! From a scenario as typed, and the fragments it calls, to a [`Scenario`], or to everything that is wrong with it.

use super::compile::{FileScope, Scope};
use super::condition_syntax::{duration, time_of_day};
use super::declare::Declared;
use super::parts::{Body, BodyValidator, ScenarioParts, targets};
use super::spec::{AllowSpec, ClockSpec, FragmentSpec, ScenarioSpec, SceneSpec};
use super::{
    Allow, Clock, Ending, EndingId, Fields, Fragment, FragmentId, Origin, Scenario, SceneId, Slot, SourceFile, Speaker,
    SpeakerId, Target, limits,
};
use crate::base::bits::{BITS, Layout};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::Text;
use crate::content::notation::{LocalizedSpec, Named, Names, Source, SourcePath, Validator};
use crate::content::standard::Standard;
use rustc_hash::FxHashMap;

/// A fragment as typed, with the file it came from.
pub(super) struct FragmentFile {
    pub source: Source,
    pub spec: FragmentSpec,
}

/// What a scenario may lean on.
pub(super) struct PackContext<'s> {
    pub standard: &'s Standard,
    pub fragments: &'s FxHashMap<String, FragmentFile>,
    /// The words of the pack, for every scenario.
    pub slots: &'s [(Box<str>, Text)],
    /// Names that no text may hold.
    pub never: &'s [String],
}

/// The proven scenario.
///
/// # Errors
/// All findings at once, when there is any.
pub(super) fn resolve(
    source: &Source,
    spec: &ScenarioSpec,
    context: &PackContext,
    hash: impl FnOnce(&[&FragmentFile]) -> Box<str>,
) -> Result<Scenario, Vec<Diagnostic>> {
    let mut validator = Validator::new(source, spec.format, &spec.languages);
    validator.identifier(&SourcePath::FILE.field("id"), "scenario", &spec.id);
    let called = called(&mut validator, spec, context);
    let mut clock = clock(&mut validator, &spec.clock);
    let mut parts = ScenarioParts::new(called.len());
    check_limits(&mut validator, spec, &called)?;
    let (mut declared, fields) = declare(&mut validator, spec, &called, context, &clock, &mut parts.diagnostics);
    let shared = SharedNames::new(&mut validator, spec, &called, context);
    let start = shared.scenario(&mut validator, &mut declared, &mut clock, &mut parts);
    let starts: Vec<SceneId> = FragmentId::enumerate(&called)
        .map(|(id, file)| shared.fragment(file, id, &mut declared, &clock, &mut parts))
        .collect();
    let fragments = fragments(&mut validator, &called, starts, &mut parts, &mut declared.layout);
    let [title, summary, briefing] = shared.words(&mut validator);
    check_whole(&mut validator, spec, &parts, &declared.layout);
    validator.diagnostics.append(&mut parts.diagnostics);
    if !validator.diagnostics.is_empty() {
        return Err(validator.diagnostics);
    }
    let mut opening = crate::base::bits::StateBits::default();
    fields.node.set(&mut opening, start.number());
    declared.start(spec, &called, &mut opening);
    let slot = |file| move |(name, text)| Slot { name, text, file };
    let pack = context.slots.iter().cloned().map(slot(None));
    let slots = shared.slots.into_iter().map(slot(Some(SourceFile::Own))).chain(parts.slots).chain(pack);
    let sources = [source].into_iter().chain(called.iter().map(|file| &file.source));
    Ok(Scenario {
        id: spec.id.as_str().into(),
        languages: validator.languages,
        tier: spec.tier,
        minutes: spec.minutes,
        pass_mark: spec.pass_mark,
        title,
        summary,
        briefing,
        clock,
        speakers: shared.speakers,
        slots: slots.collect(),
        chances: declared.scope.chances,
        variables: declared.scope.variables,
        due: parts.due,
        yields: parts.yields,
        allows: allows(spec, &called),
        never: context.never.iter().map(|name| name.as_str().into()).collect(),
        scenes: parts.scenes,
        endings: parts.endings,
        fragments,
        lines: parts.lines,
        start,
        fields,
        opening,
        hash: hash(&called),
        sources: sources.cloned().collect(),
    })
}

/// Stops where there are more things than can be numbered, with everything that was found until then.
fn check_limits(
    validator: &mut Validator,
    spec: &ScenarioSpec,
    called: &[&FragmentFile],
) -> Result<(), Vec<Diagnostic>> {
    let before = validator.diagnostics.len();
    limits::check(validator, spec, called);
    for file in called {
        let mut validator_of_file = file.validator(spec);
        let own = validator_of_file.diagnostics.len();
        limits::parts(&mut validator_of_file, &file.spec.scenes, &file.spec.chance);
        validator.diagnostics.extend(validator_of_file.diagnostics.drain(own..));
    }
    if validator.diagnostics.len() == before { Ok(()) } else { Err(std::mem::take(&mut validator.diagnostics)) }
}

/// Deals out the fields that every play has, and those of all names.
fn declare<'s>(
    validator: &mut Validator,
    spec: &ScenarioSpec,
    called: &[&FragmentFile],
    context: &PackContext<'s>,
    clock: &Clock,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Declared<'s>, Fields) {
    let mut layout = Layout::default();
    let latest = clock.closes_at.saturating_sub(clock.start) + longest_choice(spec, called, clock);
    let scenes = spec.scenes.0.len() + called.iter().map(|file| file.spec.scenes.0.len()).sum::<usize>();
    let nodes = scenes + spec.endings.0.len();
    let node = layout.field_for(nodes);
    let fields = Fields { node, elapsed: layout.field(latest) };
    let scope = Scope {
        standard: context.standard,
        symbols: FxHashMap::default(),
        variables: Vec::new(),
        chances: Vec::new(),
        elapsed: fields.elapsed,
        start: clock.start as i32,
        appointment: clock.appointment.map(|at| at as i32),
    };
    let mut declared = Declared { scope, layout };
    declared.mood(validator, spec);
    declared.names(validator, "", &spec.variables, &spec.chance);
    declared.odds(validator, "", &spec.odds);
    for file in called {
        let mut validator = file.validator(spec);
        declared.names(&mut validator, &file.spec.id, &file.spec.variables, &file.spec.chance);
        declared.odds(&mut validator, &file.spec.id, &file.spec.odds);
        diagnostics.append(&mut validator.diagnostics);
    }
    (declared, fields)
}

/// What stands around the scenes of a scenario and of its fragments.
struct SharedNames<'f> {
    spec: &'f ScenarioSpec,
    pack: &'f [(Box<str>, Text)],
    slots: Vec<(Box<str>, Text)>,
    speakers: Vec<Speaker>,
    speaker_ids: FxHashMap<&'f str, SpeakerId>,
    fragment_ids: FxHashMap<&'f str, FragmentId>,
}

impl<'f> SharedNames<'f> {
    fn new(
        validator: &mut Validator,
        spec: &'f ScenarioSpec,
        called: &[&'f FragmentFile],
        context: &PackContext<'f>,
    ) -> SharedNames<'f> {
        Names::of(validator, &SourcePath::FILE.field("endings"), "ending", &spec.endings);
        SharedNames {
            spec,
            pack: context.slots,
            slots: own_slots(validator, &spec.slots, context.slots),
            speakers: speakers(validator, spec),
            speaker_ids: SpeakerId::enumerate(&spec.speakers.0).map(|(id, (name, _))| (name.as_str(), id)).collect(),
            fragment_ids: FragmentId::enumerate(called).map(|(id, file)| (file.spec.id.as_str(), id)).collect(),
        }
    }

    fn knows(&self, slot: &str) -> bool {
        ALWAYS.contains(&slot) || self.slots.iter().chain(self.pack).any(|(known, _)| **known == *slot)
    }

    fn words(&self, validator: &mut Validator) -> [Text; 3] {
        let title = validator.plain(&SourcePath::FILE.field("title"), &self.spec.title);
        let summary = validator.plain(&SourcePath::FILE.field("summary"), &self.spec.summary);
        [
            title,
            summary,
            validator.text(&SourcePath::FILE.field("briefing"), &self.spec.briefing, &|slot| self.knows(slot)),
        ]
    }

    /// The scenario's own scenes and endings; where it starts.
    fn scenario(
        &self,
        validator: &mut Validator,
        declared: &mut Declared,
        clock: &mut Clock,
        parts: &mut ScenarioParts,
    ) -> SceneId {
        let spec = self.spec;
        let mut places = targets(&spec.scenes, 0, &spec.endings);
        if let Some(Target::Ending(ending)) = places.get(spec.clock.timeout.as_str()) {
            clock.timeout = *ending
        } else {
            let endings = spec.endings.0.iter().map(|(name, _)| name.as_str());
            let at = SourcePath::FILE.field("clock");
            validator.unknown(&at.field("timeout"), "ending", &spec.clock.timeout, endings);
        }
        let start = first_scene(validator, &mut places, &spec.start);
        let knows = |slot: &str| self.knows(slot);
        let mut bodies = BodyValidator {
            view: FileScope { scope: &declared.scope, fragment: "" },
            targets: places,
            fragments: &self.fragment_ids,
            speakers: &self.speaker_ids,
            slots: &knows,
            within: None,
            clock_start: clock.start,
            layout: &mut declared.layout,
            parts,
        };
        bodies.body(
            validator,
            &Body { due: &spec.due, remedy: &spec.remedy, yields: &spec.yields, scenes: &spec.scenes },
        );
        let root = SourcePath::FILE.field("endings");
        for (index, (name, ending)) in spec.endings.0.iter().enumerate() {
            let at = root.entry(index, name);
            let title = validator.text(&at.field("title"), &ending.title, &knows);
            let lines = bodies.lines(validator, &at.field("lines"), &ending.lines);
            bodies.parts.endings.push(Ending { name: name.as_str().into(), title, lines });
        }
        start
    }

    /// The scenes of a fragment; where it starts.
    fn fragment(
        &self,
        file: &FragmentFile,
        id: FragmentId,
        declared: &mut Declared,
        clock: &Clock,
        parts: &mut ScenarioParts,
    ) -> SceneId {
        let (mut validator, spec) = (file.validator(self.spec), &file.spec);
        let own = own_slots(&mut validator, &spec.slots, &[]);
        let knows = |slot: &str| self.knows(slot) || own.iter().any(|(known, _)| **known == *slot);
        let no_endings = Named::<()>::default();
        let mut places = targets(&spec.scenes, parts.scenes.len(), &no_endings);
        let start = first_scene(&mut validator, &mut places, &spec.start);
        let mut bodies = BodyValidator {
            view: FileScope { scope: &declared.scope, fragment: &spec.id },
            targets: places,
            fragments: &self.fragment_ids,
            speakers: &self.speaker_ids,
            slots: &knows,
            within: Some(id),
            clock_start: clock.start,
            layout: &mut declared.layout,
            parts,
        };
        bodies.body(
            &mut validator,
            &Body { due: &spec.due, remedy: &spec.remedy, yields: &spec.yields, scenes: &spec.scenes },
        );
        parts.diagnostics.append(&mut validator.diagnostics);
        let slot = |(name, text)| Slot { name, text, file: Some(SourceFile::Fragment(id)) };
        parts.slots.extend(own.into_iter().map(slot));
        start
    }
}

impl FragmentFile {
    /// A draft of this file for one scenario: only the languages that the scenario speaks are asked of it.
    fn validator(&self, scenario: &ScenarioSpec) -> Validator<'_> {
        let mut validator = Validator::new(&self.source, self.spec.format, &self.spec.languages);
        let own = std::mem::take(&mut validator.languages);
        validator.languages = scenario.languages.iter().map(|tag| tag.0).filter(|lang| own.contains(lang)).collect();
        validator
    }
}

fn fragments(
    validator: &mut Validator,
    called: &[&FragmentFile],
    starts: Vec<SceneId>,
    parts: &mut ScenarioParts,
    layout: &mut Layout,
) -> Vec<Fragment> {
    let sites = std::mem::take(&mut parts.sites);
    let mut fragments = Vec::with_capacity(called.len());
    for ((file, start), sites) in called.iter().zip(starts).zip(sites) {
        let name: Box<str> = file.spec.id.as_str().into();
        if sites.is_empty() {
            let message = format!("the fragment \"{name}\" is listed and never called");
            validator.error(
                Code::STRUCTURE,
                &SourcePath::FILE.field("fragments"),
                message,
                "call it, or remove it from the list",
            );
        }
        let site = layout.field_for(sites.len().saturating_sub(1));
        fragments.push(Fragment { name, start, site, sites });
    }
    fragments
}

/// What the scenario and its fragments want left out of findings.
fn allows(spec: &ScenarioSpec, called: &[&FragmentFile]) -> Vec<Allow> {
    let own = [(SourceFile::Own, &spec.allow[..])].into_iter();
    let fragments = FragmentId::enumerate(called).map(|(id, file)| (SourceFile::Fragment(id), &file.spec.allow[..]));
    let of_file = |(file, list): (SourceFile, &[AllowSpec])| {
        let read = |(index, allow): (usize, &AllowSpec)| Allow {
            code: allow.code.as_str().into(),
            because: allow.because.as_str().into(),
            origin: Origin { file, index },
        };
        list.iter().enumerate().map(read).collect::<Vec<_>>()
    };
    own.chain(fragments).flat_map(of_file).collect()
}

/// What only shows when everything is there.
fn check_whole(validator: &mut Validator, spec: &ScenarioSpec, parts: &ScenarioParts, layout: &Layout) {
    if parts.due.is_empty() {
        validator.error(
            Code::STRUCTURE,
            &SourcePath::FILE,
            "nothing is due in this scenario",
            "list in `due` what it trains",
        );
    }
    if let Some(bits) = layout.overflow() {
        let message = format!("a state of this scenario needs {bits} bits; it may have {BITS}");
        let help = "use fewer or smaller variables and fewer `once` choices";
        validator.error(Code::SIZE, &SourcePath::FILE, message, help);
    }
    if spec.pass_mark == 0 || spec.pass_mark > 100 {
        let message = "the pass mark is not a percentage";
        validator.error(Code::NUMBER, &SourcePath::FILE.field("pass_mark"), message, "choose 1 to 100");
    }
}

/// The fragments that a scenario lists, and those that they call in turn; each comes before what it calls.
fn called<'f>(validator: &mut Validator, spec: &ScenarioSpec, context: &PackContext<'f>) -> Vec<&'f FragmentFile> {
    let mut found: Vec<&FragmentFile> = Vec::new();
    let root = SourcePath::FILE.field("fragments");
    for (index, name) in spec.fragments.iter().enumerate() {
        let at = root.item(index);
        let Some(file) = context.fragments.get(name) else {
            validator.unknown(&at, "fragment", name, context.fragments.keys().map(String::as_str));
            continue;
        };
        let mut path = vec![file.spec.id.as_str()];
        if let Err(cycle) = gather(file, context, &mut path, &mut found) {
            let help = "a fragment may call another, but never itself, not even by a detour";
            validator.error(Code::STRUCTURE, &at, format!("the fragment calls itself: {cycle}"), help);
        }
    }
    found
}

fn gather<'f>(
    file: &'f FragmentFile,
    context: &PackContext<'f>,
    path: &mut Vec<&'f str>,
    found: &mut Vec<&'f FragmentFile>,
) -> Result<(), String> {
    if !found.iter().any(|other| other.spec.id == file.spec.id) {
        found.push(file);
    }
    for inner in calls(&file.spec.scenes).filter_map(|name| context.fragments.get(name)) {
        let id = inner.spec.id.as_str();
        if path.contains(&id) {
            return Err(format!("{} → {id}", path.join(" → ")));
        }
        path.push(id);
        gather(inner, context, path, found)?;
        path.pop();
    }
    Ok(())
}

fn calls(scenes: &Named<SceneSpec>) -> impl Iterator<Item = &str> {
    scenes.0.iter().flat_map(|(_, scene)| &scene.choices).filter_map(|choice| choice.call.as_deref())
}

fn clock(validator: &mut Validator, spec: &ClockSpec) -> Clock {
    let root = SourcePath::FILE.field("clock");
    let mut read = |field, text: &str| {
        time_of_day(text).unwrap_or_else(|| {
            validator.error(
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
        validator.error(
            Code::NUMBER,
            &root.field("closes_at"),
            "the scenario closes before it starts",
            "choose a later time",
        );
    }
    Clock { start, appointment, closes_at, timeout: EndingId::FIRST }
}

/// The longest that one choice can take, so that the clock's field never overflows.
fn longest_choice(spec: &ScenarioSpec, called: &[&FragmentFile], clock: &Clock) -> u32 {
    let scenes = spec.scenes.0.iter().chain(called.iter().flat_map(|file| &file.spec.scenes.0));
    let choices = scenes.flat_map(|(_, scene)| &scene.choices);
    let seconds = choices.filter_map(|choice| {
        let until = choice.until.as_deref().and_then(time_of_day).map(|time| time.saturating_sub(clock.start));
        until.or_else(|| choice.takes.as_deref().and_then(duration))
    });
    seconds.max().unwrap_or(0).max(60)
}

/// Slots that every text may use.
const ALWAYS: [&str; 3] = ["time", "appointment", "player"];

fn own_slots(
    validator: &mut Validator,
    slots: &Named<LocalizedSpec>,
    pack: &[(Box<str>, Text)],
) -> Vec<(Box<str>, Text)> {
    let root = SourcePath::FILE.field("slots");
    Names::of(validator, &root, "slot", slots);
    let mut own = Vec::new();
    for (index, (name, words)) in slots.0.iter().enumerate() {
        let at = root.entry(index, name);
        if ALWAYS.contains(&name.as_str()) || pack.iter().any(|(slot, _)| **slot == **name) {
            validator.error(
                Code::DUPLICATE,
                &at,
                format!("the slot {{{name}}} has a meaning already"),
                "choose another name",
            );
        }
        own.push((name.as_str().into(), validator.plain(&at, words)));
    }
    own
}

fn speakers(validator: &mut Validator, spec: &ScenarioSpec) -> Vec<Speaker> {
    let root = SourcePath::FILE.field("speakers");
    Names::of(validator, &root, "speaker", &spec.speakers);
    let validate = |(index, (name, words)): (usize, &(String, LocalizedSpec))| Speaker {
        name: name.as_str().into(),
        title: validator.plain(&root.entry(index, name), words),
    };
    spec.speakers.0.iter().enumerate().map(validate).collect()
}

fn first_scene(validator: &mut Validator, places: &mut FxHashMap<&str, Target>, name: &str) -> SceneId {
    if let Some(Target::Scene(scene)) = places.get(name) {
        *scene
    } else {
        validator.unknown(&SourcePath::FILE.field("start"), "scene", name, places.keys().copied());
        SceneId::FIRST
    }
}
