//! The best answer stands in one place, too often.

use super::Rule;
use super::guessed::{POINTS, named};
use crate::author::check::guess::{Guess, guess};
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::{SourceRef, TextId};

pub(super) const RULE: Rule = Rule {
    code: Code::PLACED,
    severity: Severity::Note,
    title: Phrase::new("the best answer stands in one place of the list", "最好的答案总在清单的同一个位置"),
    prose: Phrase::new(
        "In the file the best answer is too often the first, the second or the last of those that are open: more often than \
        chance would put it there in one of a hundred scenarios. The screen shuffles the choices by the seed, so a learner \
        cannot use it, and this is only a note; but whoever reads the file along, prints it, or writes the next scene beside \
        it, learns the habit.\n\n\
        Move some of the right answers to other places of their lists; nothing else depends on the order.",
        "在文件里，最好的答案在能选的选项中太常排在第一、第二或最后：纯属偶然的话，一百个情景里不到一个会这样\
            。屏幕会按种子打乱选项，学员用不上，所以这只是提示；但是照着文件读的人、打印出来看的人、在旁边接着写\
            下一个场景的人，都会染上这个习惯。\n\n\
            把其中几个对的答案挪到别的位置；次序不影响别的。",
    ),
    trips: Sample::Edits {
        edits: &[
            (
                "                Choice(\n                    id: \"ask_surname\",",
                "                Choice(
                    id: \"step_back\",
                    text: { \"zh\": \"往后退半步\", \"en\": \"Take half a step back\" },
                    once: true,
                ),
                Choice(\n                    id: \"ask_surname\",",
            ),
            ("id: \"here_about_the_line\",", "id: \"here_about_the_line\",\n                    when: \"dripping\","),
            ("id: \"point_at_badge\",", "id: \"point_at_badge\",\n                    when: \"dripping\","),
            ("id: \"wipe_soles\",", "id: \"wipe_soles\",\n                    when: \"dripping\","),
            ("id: \"door_handle\",", "id: \"door_handle\",\n                    when: \"dripping\","),
            ("id: \"on_the_mat\",", "id: \"on_the_mat\",\n                    when: \"dripping\","),
        ],
        at: "甩干水，收好伞，再按门铃",
    },
    passes: Sample::Edits {
        edits: &[("id: \"door_handle\",", "id: \"door_handle\",\n                    when: \"dripping\",")],
        at: "",
    },
    check: Some(check),
};

/// Several places are looked at, so each must be less likely than for the other ways of guessing.
const UNLIKELY: f64 = 0.01;

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let points = inspection.points();
    let most = points.iter().map(|point| point.open.len()).max().unwrap_or(0);
    let by_place = (0..most).map(|place| {
        (both!("number {place}", "第 {place} 个", place = place + 1), guess(points, |m| m.open.get(place).copied()))
    });
    let last = (Phrase::new("the last", "最后一个").into(), guess(points, |point| point.open.last().copied()));
    let told = by_place.chain([last]).filter(|(_, guess)| guess.tried >= POINTS && guess.by_chance < UNLIKELY);
    let worst = told.min_by(|(_, a), (_, b)| a.by_chance.total_cmp(&b.by_chance));
    worst.and_then(|(place, guess)| tell(inspection, &place, &guess)).into_iter().collect()
}

fn tell(inspection: &Inspection, place: &Bilingual, guess: &Guess) -> Option<Diagnostic> {
    let first = guess.hits.first()?;
    let at = inspection.scenario.place(SourceRef::Text(TextId::Choice(first.scene, first.best), None));
    let message = both!(
        "the best answer is {place} of those open {hits} times out of {tried}",
        "{tried} 次中有 {hits} 次，最好的答案是能选的里面的{place}",
        hits = guess.hits.len(),
        tried = guess.tried;
        place = place
    );
    let help = both!(
        "move some of these to other places of their lists: {named}",
        "把其中几个挪到清单里别的位置：{named}",
        named = named(inspection, &guess.hits)
    );
    Some(RULE.diagnostic(at, message).help(help))
}
