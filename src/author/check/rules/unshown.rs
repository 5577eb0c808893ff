//! Words and ways that no play ever comes to.

use super::Rule;
use crate::author::check::voice::line_index;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::{ChoiceId, EndingId, LineOf, Scenario, SceneId, SourceFile, SourceRef, Target, TextId};
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: Code::UNSHOWN,
    severity: Severity::Warning,
    title: Phrase::new(
        "a line, reply, route, lock or feedback that no play shows",
        "有一句台词、回应、去向、锁或者讲评，怎么走都看不到",
    ),
    prose: Phrase::new(
        "The scene is reached and the choice is taken, but the condition of this part never holds there, or one before it \
        always holds first. You wrote it for a case that you thought of; that learners never see it means that the case does \
        not happen, or that it happens and is told with the wrong words.\n\n\
        Ask when the condition could hold: is the variable set before, does the chance fall so, is the clock ever that late? \
        Of routes and `feedback_when` the first that holds wins, so the narrower one stands first. Fragments are not counted, \
        since several scenarios share them, nor is the plain `feedback` at the end.",
        "场景到得了，选项也选得了，但是这一处的条件在那里从来不成立，或者前面总有一个先成立。你是为某种情况写\
            的；学员永远看不到它，说明那种情况不会发生，或者发生了，说的却是别的话。\n\n\
            想一想条件什么时候能成立：变量在这之前设过吗，随机会这样落吗，时钟会到那么晚吗？`routes` 和 `feedback_when` 里\
            第一个成立的算数，所以条件窄的写在前面。片段不算，因为几个情景共用它；最后那条不带条件的 `feedback` 也\
            不算。",
    ),
    trips: Sample::Edits {
        edits: &[("(when: \"dripping\", text", "(when: \"dripping and mood > 0\", text")],
        at: "(when: \"dripping and mood > 0\", text",
    },
    passes: Sample::Edits { edits: &[("(when: \"dripping\", text", "(when: \"dripping or mood > 0\", text")], at: "" },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    if inspection.explored.is_err() {
        return Vec::new();
    }
    let (scenario, observed) = (inspection.scenario, &inspection.observed);
    let mut unshown = UnshownParts { inspection, diagnostics: Vec::new() };
    let own = SceneId::enumerate(&scenario.scenes).filter(|(_, scene)| scene.origin.file == SourceFile::Own);
    for (id, scene) in own.filter(|(id, _)| observed.scenes[id.index()]) {
        unshown.lines(LineOf::Scene(id), &scene.lines);
        unshown.again(id, &scene.again);
        ChoiceId::of(&scene.choices).for_each(|choice| unshown.choice(id, choice));
    }
    for (id, ending) in EndingId::enumerate(&scenario.endings).filter(|(id, _)| observed.endings[id.index()]) {
        unshown.lines(LineOf::Ending(id), &ending.lines);
    }
    unshown.diagnostics
}

/// What was found so far.
struct UnshownParts<'p, 'i> {
    inspection: &'p Inspection<'i>,
    diagnostics: Vec<Diagnostic>,
}

impl UnshownParts<'_, '_> {
    fn tell(&mut self, source_ref: SourceRef, message: impl Into<Bilingual>) {
        let place = self.inspection.scenario.place(source_ref);
        let help =
            Phrase::new("ask when its condition could hold, or remove it", "想想它的条件什么时候能成立，否则删掉它");
        self.diagnostics.push(RULE.diagnostic(place, message).help(help));
    }

    fn lines(&mut self, of: LineOf, range: &Range<usize>) {
        let first = line_index(self.inspection.scenario, of, 0);
        for line in range.clone().filter(|line| !self.inspection.observed.shown.lines[*line]) {
            self.tell(
                SourceRef::Text(TextId::Line(of, line - first), None),
                Phrase::new("no play shows this line", "怎么走都看不到这一句"),
            );
        }
    }

    /// Where no choice leads back, the whole list is told once.
    fn again(&mut self, scene: SceneId, range: &Range<usize>) {
        if self.inspection.observed.shown.again[scene.index()] {
            self.lines(LineOf::Again(scene), range);
        } else if !range.is_empty() {
            let message = Phrase::new(
                "no choice leads back here, so `again` is never shown",
                "没有选项会留在这里，`again` 永远看不到",
            );
            self.tell(SourceRef::Text(TextId::Line(LineOf::Again(scene), 0), None), message);
        }
    }

    fn choice(&mut self, scene: SceneId, id: ChoiceId) {
        let (scenario, observed) = (self.inspection.scenario, &self.inspection.observed);
        let choice = &scenario.scene(scene).choices[id.index()];
        let shown = &observed.shown.choices[scene.index()][id.index()];
        for number in unseen(&shown.locks) {
            self.tell(
                SourceRef::Text(TextId::Lock(scene, id, number), None),
                Phrase::new("no play shows this lock", "怎么走都看不到这个 `locked`"),
            );
        }
        if !observed.choices[scene.index()][id.index()] {
            return;
        }
        self.lines(LineOf::Reply(scene, id), &choice.reply);
        for number in unseen(&shown.feedback).filter(|number| !choice.feedback[*number].0.is_always()) {
            self.tell(
                SourceRef::Text(TextId::Feedback(scene, id, number), None),
                Phrase::new("no play shows this feedback", "怎么走都看不到这条 `feedback`"),
            );
        }
        for number in unseen(&shown.routes) {
            let target = name(scenario, choice.exit.routes[number].1);
            let message = both!(
                "no play takes the route of \"{id}\" to {target}",
                "\"{id}\" 里去{target}的这条 `routes` 从来不会走",
                id = choice.id;
                target = target
            );
            self.tell(SourceRef::Choice(scene, id), message);
        }
    }
}

fn unseen(seen: &[bool]) -> impl Iterator<Item = usize> {
    seen.iter().enumerate().filter(|(_, seen)| !**seen).map(|(number, _)| number)
}

fn name(scenario: &Scenario, target: Target) -> Bilingual {
    match target {
        Target::Stay | Target::Return(_) => Phrase::new("its own scene", "原来的场景").into(),
        Target::Scene(scene) => both!("\"{name}\"", " \"{name}\" ", name = scenario.scene(scene).name),
        Target::Ending(ending) => {
            both!("the ending \"{name}\"", "结局 \"{name}\" ", name = scenario.ending(ending).name)
        }
    }
}
