//! From a scenario as typed, and the fragments it calls, to a [`Scenario`], or to everything that is wrong with it.

use super::body::ScenarioParts;
use super::clock::{clock, longest_choice};
use super::declare::Declared;
use super::fragments::{FragmentFile, PackContext, called};
use super::limits;
use super::marks::generalize;
use super::scope::Scope;
use super::shared_names::SharedNames;
use crate::base::bilingual::Phrase;
use crate::base::bits::{BITS, Layout, StateBits};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::both;
use crate::content::notation::{Source, SourcePath, Validator, noun};
use crate::content::scenario::due::Allow;
use crate::content::scenario::exit::Fragment;
use crate::content::scenario::ids::{FragmentId, SceneId};
use crate::content::scenario::origin::{Origin, SourceFile};
use crate::content::scenario::spec::{AllowSpec, ScenarioSpec};
use crate::content::scenario::whole::{Clock, Fields, Scenario, Slot};
use crate::content::standard::ValuedSlot;
use std::collections::BTreeMap;

/// The valid scenario.
///
/// # Errors
/// Everything that is wrong with it, at once.
pub(in crate::content::scenario) fn resolve(
    source: &Source,
    spec: &ScenarioSpec,
    context: &PackContext,
    hash: impl FnOnce(&[&FragmentFile]) -> Box<str>,
) -> Result<Scenario, Vec<Diagnostic>> {
    let mut validator = Validator::new(source, spec.format, &spec.languages);
    validator.identifier(&SourcePath::FILE.field("id"), noun::SCENARIO, &spec.id);
    let called = called(&mut validator, spec, context);
    let mut clock = clock(&mut validator, &spec.clock);
    let mut parts = ScenarioParts::new(called.len());
    check_limits(&mut validator, spec, &called, context)?;
    let (mut declared, fields) = declare(&mut validator, spec, &called, context, &clock, &mut parts.diagnostics);
    let shared = SharedNames::new(&mut validator, spec, &called, context);
    let start = shared.scenario(&mut validator, &mut declared, &mut clock, &mut parts);
    let starts: Vec<SceneId> = FragmentId::enumerate(&called)
        .map(|(id, file)| shared.fragment(file, id, &mut declared, &clock, &mut parts))
        .collect();
    let fragments = fragments(&mut validator, &called, starts, &mut parts, &mut declared.layout);
    let [title, summary, briefing] = shared.words(&mut validator);
    generalize(context.standard, &parts.due, &mut parts.scenes);
    let asked = called.iter().any(|file| !file.spec.due.is_empty()) || !spec.due.is_empty();
    check_whole(&mut validator, spec, asked, &declared.layout);
    validator.diagnostics.append(&mut parts.diagnostics);
    validator.finish()?;
    let mut opening = StateBits::default();
    fields.node.set(&mut opening, start.number());
    declared.start(spec, &called, &mut opening);
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
        slots: all_slots(shared.slots, parts.slots, context),
        chances: declared.scope.chances,
        variables: declared.scope.variables,
        due: parts.due,
        yields: parts.yields,
        allows: allows(spec, &called),
        glossary: context.glossary.clone(),
        never: context.never.iter().map(|name| name.as_str().into()).collect(),
        scenes: parts.scenes,
        endings: parts.endings,
        fragments,
        lines: parts.lines,
        start,
        fields,
        opening,
        hash: hash(&called),
        sources: [source].into_iter().chain(called.iter().map(|file| &file.source)).cloned().collect(),
    })
}

/// Stops where there are more things than can be numbered, with everything that was found until then.
fn check_limits(
    validator: &mut Validator,
    spec: &ScenarioSpec,
    called: &[&FragmentFile],
    context: &PackContext,
) -> Result<(), Vec<Diagnostic>> {
    let before = validator.diagnostics.len();
    limits::check(validator, spec, called, context);
    for file in called {
        let mut validator_of_file = file.validator(spec);
        let own = validator_of_file.diagnostics.len();
        limits::check_file(&mut validator_of_file, &file.spec.scenes, &file.spec.chance);
        validator.diagnostics.extend(validator_of_file.diagnostics.drain(own..));
    }
    if validator.diagnostics.len() == before { Ok(()) } else { Err(std::mem::take(&mut validator.diagnostics)) }
}

/// The scenario's own slots, then those of its fragments, then the pack's.
fn all_slots(own: Vec<ValuedSlot>, of_fragments: Vec<Slot>, context: &PackContext) -> Vec<Slot> {
    let slot = |file| move |slot| Slot::of(slot, file);
    let pack = context.slots.iter().cloned().map(slot(None));
    own.into_iter().map(slot(Some(SourceFile::Own))).chain(of_fragments).chain(pack).collect()
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
        symbols: BTreeMap::new(),
        variables: Vec::new(),
        chances: Vec::new(),
        elapsed: fields.elapsed,
        start: clock.start.cast_signed(),
        appointment: clock.appointment.map(u32::cast_signed),
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
            let message = both!(
                "the fragment \"{name}\" is listed and never called",
                "列了片段 \"{name}\"，却没有任何选项调用它"
            );
            validator.error(
                Code::STRUCTURE,
                &SourcePath::FILE.field("fragments"),
                message,
                Phrase::new("call it, or remove it from the list", "用 `call` 调用它，或者从列表里删掉"),
            );
        }
        let site = layout.field_for(sites.len().saturating_sub(1));
        fragments.push(Fragment { name, start, site, sites });
    }
    fragments
}

/// What the scenario and its fragments want left out of diagnostics.
fn allows(spec: &ScenarioSpec, called: &[&FragmentFile]) -> Vec<Allow> {
    let own = [(SourceFile::Own, &spec.allow[..])].into_iter();
    let fragments = FragmentId::enumerate(called).map(|(id, file)| (SourceFile::Fragment(id), &file.spec.allow[..]));
    let of_file = |(file, list): (SourceFile, &[AllowSpec])| {
        let read = |(index, allow): (usize, &AllowSpec)| Allow {
            code: allow.code.as_str().into(),
            because: allow.because.as_str().into(),
            scene: allow.scene.as_deref().map(Into::into),
            choice: allow.choice.as_deref().map(Into::into),
            origin: Origin { file, index },
        };
        list.iter().enumerate().map(read).collect::<Vec<_>>()
    };
    own.chain(fragments).flat_map(of_file).collect()
}

/// What only shows when everything is there. `asked` is whether anything was typed as due: a misspelt id is told as such.
fn check_whole(validator: &mut Validator, spec: &ScenarioSpec, asked: bool, layout: &Layout) {
    if !asked {
        validator.error(
            Code::STRUCTURE,
            &SourcePath::FILE,
            Phrase::new("nothing is due in this scenario", "这个情景没有任何该做的要求"),
            Phrase::new("list in `due` what it trains", "要练什么，写进 `due`"),
        );
    }
    if let Some(bits) = layout.overflow() {
        let message = both!(
            "a state of this scenario needs {bits} bits; it may have {BITS}",
            "这个情景的每个状态要占 {bits} 位，最多只能有 {BITS} 位"
        );
        let help = Phrase::new(
            "use fewer or smaller variables and fewer `once` choices",
            "少用几个变量，或者缩小数的范围，少写几个 `once`",
        );
        validator.error(Code::SIZE, &SourcePath::FILE, message, help);
    }
    if spec.pass_mark == 0 || spec.pass_mark > 100 {
        let message = Phrase::new("the pass mark is not a percentage", "及格线不是百分数");
        validator.error(
            Code::NUMBER,
            &SourcePath::FILE.field("pass_mark"),
            message,
            Phrase::new("choose 1 to 100", "写 1 到 100 之间的数"),
        );
    }
}
