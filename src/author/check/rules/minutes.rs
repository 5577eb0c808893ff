//! Minutes that nobody needs.

use super::Rule;
use super::worded::is_chinese;
use crate::author::check::shown_words::words_of;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::chance::Rolls;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::text::{Lang, Text};
use crate::both;
use crate::content::scenario::SourceRef;
use crate::play::engine::{Event, Move};

pub(super) const RULE: Rule = Rule {
    code: Code::MINUTES,
    severity: Severity::Warning,
    title: Phrase::new("`minutes` does not fit the play", "`minutes` 和实际不符"),
    prose: Phrase::new(
        "`minutes` says how long a play takes a person, so that she knows whether it fits before the next visit. Estimated are \
        the best plays under every outcome of the dice: what is read on the way, the choices beside the one that is taken and \
        its feedback, at an unhurried pace, and a moment for each choice. What is less than half of that or more than twice is \
        told.\n\n\
        Write the minutes that are told, or those that you measured: it is a promise to the learner, not to `check`.",
        "`minutes` 说一个人演一遍要多久，学员好看看下一次上门之前来不来得及。程序按随机的每种结果下最好的走法\
            估算：一路上读的文字、选中的和旁边的选项、讲评，都按不慌不忙的速度算，每选一次再加一点时间。写的不到\
            估算的一半，或者超过两倍，就会提出来。\n\n\
            写上估出来的分钟数，或者你实际量的：这是对学员的承诺，不是写给 `check` 看的。",
    ),
    trips: Sample::Edits { edits: &[("minutes: 3,", "minutes: 20,")], at: "minutes: 20," },
    passes: Sample::Edits { edits: &[("minutes: 3,", "minutes: 4,")], at: "" },
    check: Some(check),
};

/// How much is read in a minute: Chinese characters, or letters of other languages.
const CHARACTERS: usize = 350;
const LETTERS: usize = 1_000;

/// A moment for each choice, in seconds.
const MOMENT: usize = 4;

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let scenario = inspection.scenario;
    let Some(lang) = scenario.languages.first().copied() else { return Vec::new() };
    let plays = inspection.solutions().map(|(rolls, solution)| seconds(inspection, lang, rolls, &solution.line));
    let (sum, count) = plays.fold((0, 0), |(sum, count), seconds| (sum + seconds, count + 1));
    let Some(seconds) = usize::checked_div(sum, count) else { return Vec::new() };
    let stated = scenario.minutes as usize * 60;
    if stated * 2 >= seconds && stated <= seconds * 2 + 60 {
        return Vec::new();
    }
    let minutes = (seconds + 30) / 60;
    let message = both!(
        "a good play takes about {minutes} minutes to read, not {stated}",
        "好好演一遍大约要 {minutes} 分钟，不是 {stated} 分钟",
        minutes = minutes.max(1),
        stated = scenario.minutes
    );
    let help = Phrase::new("write how long it takes a person", "写一个人实际要多久");
    vec![RULE.diagnostic(scenario.place(SourceRef::Minutes), message).help(help)]
}

/// How long a person needs for a play.
fn seconds(inspection: &Inspection, lang: Lang, rolls: &Rolls, line: &[Move]) -> usize {
    let scenario = inspection.scenario;
    let session = inspection.replay(rolls, line);
    let told = |text: &Text| words_of(inspection, text.in_lang(lang), lang).chars().count();
    let mut read = told(&scenario.briefing);
    let lines = |events: &[Event]| -> usize {
        let line = |event: &Event| match event {
            Event::Line(id) => told(&scenario.lines[id.index()].text),
            _ => 0,
        };
        events.iter().map(line).sum()
    };
    read += lines(&session.opening());
    for turn in session.turns() {
        let choices = &scenario.scene(turn.taken.scene).choices;
        let open = turn.before.open_choices(scenario).map(|id| told(&choices[id.index()].text)).sum::<usize>();
        let feedback = choices[turn.taken.choice.index()].feedback.iter().find(|(when, _)| when.holds(&turn.before.0));
        read += open + feedback.map_or(0, |(_, text)| told(text)) + lines(&turn.events);
    }
    let a_minute = if is_chinese(lang) { CHARACTERS } else { LETTERS };
    read * 60 / a_minute + line.len() * MOMENT
}
