//! A wrong choice that nobody would make.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::{Change, Choice, ChoiceId, MOOD, Scenario, SceneId, SourceRef};
use crate::play::solver::{WRONG, Weighed};

pub(super) const RULE: Rule = Rule {
    code: Code::UNTEMPTING,
    severity: Severity::Note,
    title: Phrase::new("a wrong choice that nobody would make", "没有人会选的错误选项"),
    prose: Phrase::new(
        "Wherever this choice is open it costs points, takes longer than the best one and pleases the customer less. Wrong \
        answers come from good motives: haste, kindness, pride in one's skill, fear of the boss. This one has none that \
        can be counted, so the learner strikes it out without thinking, and the scene has one choice less than it seems.\n\n\
        Let it save time, or keep the customer happy for the moment. If what tempts is in the words alone (she trusts you, \
        the boss is waiting), leave it: this is a note.",
        "凡是能选它的时候，它都要丢分，比最好的选项慢，客户也更不高兴。错误的答案出于好的动机：赶时间、心软、\
            显本事、怕领导。这一个在数得出来的方面什么都没有，学员想也不想就划掉，这个场景就比看上去少了一个选项\
            。\n\n\
            让它省时间，或者让客户眼下高兴。如果诱惑只在文字里（她信任你，领导等着），就留着：这只是提示。",
    ),
    trips: Sample::Edits {
        edits: &[("id: \"on_the_mat\",", "id: \"on_the_mat\",\n                    takes: \"90s\",")],
        at: "id: \"on_the_mat\"",
    },
    passes: Sample::Edits {
        edits: &[("id: \"on_the_mat\",", "id: \"on_the_mat\",\n                    takes: \"2s\",")],
        at: "",
    },
    check: Some(check),
};

/// What can tempt one to a choice wherever it is open: none where it is right somewhere.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Temptation {
    #[default]
    Never,
    Untempting,
    Tempting,
}

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let Some(values) = inspection.values() else { return Vec::new() };
    let scenario = inspection.scenario;
    let mut temptations: Vec<Vec<Temptation>> =
        scenario.scenes.iter().map(|scene| vec![Temptation::Never; scene.choices.len()]).collect();
    values.weigh(|open| look(scenario, open, &mut temptations));
    let mut diagnostics = Vec::new();
    for (scene, temptations) in SceneId::enumerate(&temptations) {
        for (number, _) in ChoiceId::enumerate(temptations).filter(|(_, own)| **own == Temptation::Untempting) {
            let id = &scenario.scene(scene).choices[number.index()].id;
            let message = both!(
                "nobody would take \"{id}\": it is slower than the best choice and pleases less",
                "没有人会选 \"{id}\"：它比最好的选项慢，对方也更不高兴"
            );
            let help = Phrase::new(
                "give it what tempts people: it saves time, or pleases people for now",
                "给它一点诱惑：省时间，或者让对方眼下高兴",
            );
            let diagnostic = RULE.diagnostic(scenario.place(SourceRef::Choice(scene, number)), message);
            diagnostics.push(diagnostic.help(help));
        }
    }
    diagnostics
}

fn look(scenario: &Scenario, open: &[Weighed], temptations: &mut [Vec<Temptation>]) {
    let choice = |own: &Weighed| &scenario.scene(own.taken.scene).choices[own.taken.choice.index()];
    let best: Vec<&Choice> = open.iter().filter(|own| own.loss == 0).map(choice).collect();
    for own in open {
        let tempts = own.loss < WRONG || best.iter().any(|best| tempts(choice(own), best));
        let known = &mut temptations[own.taken.scene.index()][own.taken.choice.index()];
        *known = if tempts || *known == Temptation::Tempting { Temptation::Tempting } else { Temptation::Untempting };
    }
}

/// Whether a choice is no slower than the best one, or pleases no less.
fn tempts(choice: &Choice, best: &Choice) -> bool {
    choice.takes <= best.takes || pleases(choice) >= pleases(best)
}

/// What a choice does to the mood at once.
fn pleases(choice: &Choice) -> i32 {
    let moods = choice.effects.iter().filter(|effect| effect.variable == MOOD);
    moods
        .map(|effect| match effect.change {
            Change::Add(by) => by,
            Change::Set(to) => to,
        })
        .sum()
}
