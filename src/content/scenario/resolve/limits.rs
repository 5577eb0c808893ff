//! How many things of each kind a scenario may have, its fragments included: no more than there are ids for them.
//!
//! This is asked before anything is numbered. What comes after may therefore number without asking again.

use super::fragments::{FragmentFile, PackContext, calls_of};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::Code;
use crate::both;
use crate::content::notation::{Named, SourcePath, Validator};
use crate::content::scenario::ids::{
    ChanceId, ChoiceId, EndingId, FragmentId, OutcomeId, SiteId, SlotId, SpeakerId, VariableId, YieldId,
};
use crate::content::scenario::spec::{ScenarioSpec, SceneSpec};
use crate::content::scenario::whole::MAX_SCENES;
use rustc_hash::FxHashMap;

/// What to do about a scenario that is too large.
const SPLIT: Phrase = Phrase::new("split the scenario", "把情景拆开");

/// So many of one kind where only so many may be.
struct Count {
    what: Bilingual,
    found: usize,
    most: usize,
}

impl Count {
    /// Tells at this place when there are too many, with what to do.
    fn check(&self, validator: &mut Validator, at: &SourcePath, help: Phrase) {
        let Count { what, found, most } = self;
        if found > most {
            let message = both!("{found} {what}; at most {most}", "{what}有 {found} 个，最多 {most} 个"; what = what);
            validator.error(Code::SIZE, at, message, help);
        }
    }
}

/// Tells what there is too much of, in the scenario as a whole and in its own file.
pub(super) fn check(validator: &mut Validator, spec: &ScenarioSpec, called: &[&FragmentFile], context: &PackContext) {
    let sum = |own: usize, of: fn(&FragmentFile) -> usize| own + called.iter().map(|file| of(file)).sum::<usize>();
    let count = |en, zh, found, most| Count { what: Phrase::new(en, zh).into(), found, most };
    let scenes = sum(spec.scenes.0.len(), |file| file.spec.scenes.0.len());
    // The mood is a variable that nobody declares.
    let variables = sum(1 + spec.variables.0.len(), |file| file.spec.variables.0.len());
    let chances = sum(spec.chance.0.len(), |file| file.spec.chance.0.len());
    let slots = sum(context.slots.len() + spec.slots.0.len(), |file| file.spec.slots.0.len());
    let yields = sum(spec.yields.len(), |file| file.spec.yields.len());
    let counts = [
        ("scenes", count("scenes", "场景", scenes, MAX_SCENES)),
        ("endings", count("endings", "结局", spec.endings.0.len(), EndingId::LIMIT)),
        ("variables", count("variables", "变量", variables, VariableId::LIMIT)),
        ("chance", count("chances", "随机", chances, ChanceId::LIMIT)),
        ("fragments", count("fragments", "片段", called.len(), FragmentId::LIMIT)),
        ("speakers", count("speakers", "说话的人", spec.speakers.0.len(), SpeakerId::LIMIT)),
        ("slots", count("slots", "填空", slots, SlotId::LIMIT)),
        ("yields", count("yields", "让路的规则", yields, YieldId::LIMIT)),
    ];
    for (field, count) in counts {
        count.check(validator, &SourcePath::FILE.field(field), SPLIT);
    }
    check_call_sites(validator, spec, called);
    check_file(validator, &spec.scenes, &spec.chance);
}

/// Tells what the scenes and chances of one file have too many of.
pub(super) fn check_file(validator: &mut Validator, scenes: &Named<SceneSpec>, chances: &Named<Named<u32>>) {
    let root = SourcePath::FILE.field("scenes");
    for (index, (name, scene)) in scenes.0.iter().enumerate() {
        let count = Count {
            what: Phrase::new("choices in one scene", "一个场景里的选项").into(),
            found: scene.choices.len(),
            most: ChoiceId::LIMIT,
        };
        count.check(validator, &root.entry(index, name).field("choices"), Phrase::new("split the scene", "把场景拆开"));
    }
    let root = SourcePath::FILE.field("chance");
    for (index, (name, outcomes)) in chances.0.iter().enumerate() {
        let count = Count {
            what: Phrase::new("outcomes of one chance", "一个随机的结果").into(),
            found: outcomes.0.len(),
            most: OutcomeId::LIMIT,
        };
        count.check(
            validator,
            &root.entry(index, name),
            Phrase::new("join outcomes that mean the same", "意思一样的结果合成一个"),
        );
    }
}

/// How often each fragment is called; told where the scenario lists its fragments.
fn check_call_sites(validator: &mut Validator, spec: &ScenarioSpec, called: &[&FragmentFile]) {
    let mut calls: FxHashMap<&str, usize> = FxHashMap::default();
    let scenes = [&spec.scenes].into_iter().chain(called.iter().map(|file| &file.spec.scenes));
    for name in scenes.flat_map(calls_of) {
        *calls.entry(name).or_default() += 1;
    }
    for file in called {
        let what = both!("calls of the fragment \"{id}\"", "对片段 \"{id}\" 的调用", id = file.spec.id);
        let found = calls.get(file.spec.id.as_str()).copied().unwrap_or_default();
        let count = Count { what, found, most: SiteId::LIMIT };
        count.check(validator, &SourcePath::FILE.field("fragments"), SPLIT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::notation::{FORMAT, Source};

    /// What is said of a file with these scenes and chances. No file that may be read is as large as some of these.
    fn told(scenes: &str, chances: &str) -> Vec<String> {
        let source = Source::new("test.ron", &format!("Scenario(scenes: {scenes}, chance: {chances})"));
        let mut validator = Validator::new(&source, FORMAT, &[]);
        validator.diagnostics.clear();
        let scenes = ron::from_str(scenes).expect("scenes");
        check_file(&mut validator, &scenes, &ron::from_str(chances).expect("chances"));
        validator.diagnostics.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_scene_has_as_many_choices_as_there_are_ids_and_not_one_more() {
        let scene = |choices| format!(r#"{{"hall":(choices:[{}])}}"#, r#"(id:"a",text:{}),"#.repeat(choices));
        assert!(told(&scene(ChoiceId::LIMIT), "{}").is_empty());
        assert_eq!(
            told(&scene(ChoiceId::LIMIT + 1), "{}"),
            ["test.ron:1:35: error [DS010]: 65537 choices in one scene; at most 65536 (split the scene)"]
        );
    }

    #[test]
    fn a_chance_has_as_many_outcomes_as_there_are_ids_and_not_one_more() {
        let chance = |outcomes| format!(r#"{{"bell":{{{}}}}}"#, r#""a":1,"#.repeat(outcomes));
        assert!(told("{}", &chance(OutcomeId::LIMIT)).is_empty());
        let help = "join outcomes that mean the same";
        assert_eq!(
            told("{}", &chance(OutcomeId::LIMIT + 1)),
            [format!("test.ron:1:31: error [DS010]: 65537 outcomes of one chance; at most 65536 ({help})")]
        );
    }
}
