//! The documents that `--json` prints. Texts are maps by language; moves are 0-based indexes, null where there is none;
//! scores are numbers with two decimals; clocks are `"HH:MM:SS"` of the scenario's day.

use crate::base::chance::Seed;
use crate::base::diagnostic::Diagnostic;
use crate::base::text::{Lang, Text};
use crate::content::scenario::{ChoiceId, ChoiceKind, Scenario};
use crate::content::standard::{RequirementId, Standard};
use crate::play::debrief::{Debrief, Reviewed};
use crate::play::engine::{Move, Open, Session, State};
use crate::play::scoring::{Label, Score, Scorecard};
use crate::play::solver::{Crowd, Solution};
use crate::speech::messages::Messages;
use crate::speech::narration::Slots;
use crate::tr;
use serde_json::{Map, Value, json};

/// A text as a map by language.
pub fn text(text: &Text) -> Value {
    Value::Object(text.iter().map(|(lang, words)| (lang.tag().to_owned(), json!(words))).collect())
}

/// Texts of a play as maps by language, their slots filled; `{player}` is whoever has no name.
struct PlayTexts<'s> {
    scenario: &'s Scenario,
    nobody: Vec<(Lang, String)>,
}

impl<'s> PlayTexts<'s> {
    fn new(scenario: &'s Scenario) -> PlayTexts<'s> {
        let nobody = |(lang, _)| (lang, tr!(Messages::new(lang), "somebody"));
        PlayTexts { scenario, nobody: scenario.title.iter().map(nobody).collect() }
    }

    fn text(&self, text: &Text, state: &State) -> Value {
        let told = |(lang, words): (Lang, &str)| {
            let player = self.nobody.iter().find(|(own, _)| *own == lang).map_or("", |(_, name)| name);
            let words = Slots { scenario: self.scenario, lang, player }.fill(words, state);
            (lang.tag().to_owned(), json!(words))
        };
        Value::Object(text.iter().map(told).collect())
    }
}

/// `"HH:MM:SS"`.
pub fn clock(seconds: u32) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

fn score(score: Score) -> Value {
    json!(score.percent())
}

pub fn choice_kind(kind: ChoiceKind) -> &'static str {
    match kind {
        ChoiceKind::Say => "say",
        ChoiceKind::Do => "do",
        ChoiceKind::Wait => "wait",
    }
}

/// A play that is not over: where it stands, and what can be chosen, in the order of the file.
pub fn unfinished(session: &Session) -> Value {
    let scenario = session.scenario();
    let state = session.state();
    let scene = state.scene(scenario);
    let told = PlayTexts::new(scenario);
    let words = |own: &Text| told.text(own, &state);
    let (mut open, mut locked) = (Vec::new(), Vec::new());
    if let Some(id) = scene {
        for (number, choice) in ChoiceId::enumerate(&scenario.scene(id).choices) {
            match state.open(scenario, id, number) {
                Open::Yes => {
                    open.push(json!({"id": choice.id, "kind": choice_kind(choice.kind), "text": words(&choice.text)}));
                }
                Open::Locked(lock) => locked.push(
                    json!({"id": choice.id, "text": words(&choice.text), "reason": words(&choice.locks[lock].1)}),
                ),
                Open::Hidden => {}
            }
        }
    }
    json!({
        "finished": false,
        "scenario": scenario.id,
        "seed": session.seed().number(),
        "scene": scene.map(|scene| &scenario.scene(scene).name),
        "clock": clock(state.clock(scenario)),
        "open": open,
        "locked": locked,
    })
}

/// A play that is over, judged.
pub fn finished(session: &Session, standard: &Standard, card: &Scorecard) -> Value {
    let scenario = session.scenario();
    let state = session.state();
    let name = |id: RequirementId| &standard.requirement(id).id;
    let ledger: Vec<Value> = (card.ledger.entries.iter())
        .map(|entry| json!({"requirement": name(entry.requirement), "entry": entry.kind.word(), "move": entry.turn, "points": entry.points}))
        .collect();
    let dimensions: Vec<Value> = (card.dimensions.iter())
        .map(|(id, share)| json!({"id": standard.dimensions[id.index()].id, "score": share.map(score)}))
        .collect();
    json!({
        "finished": true,
        "scenario": scenario.id,
        "seed": session.seed().number(),
        "ending": session.ending().map(|ending| &scenario.ending(ending).name),
        "score": score(card.score),
        "points": card.points,
        "best": card.best,
        "verdict": card.verdict.word(),
        "critical": card.critical.iter().map(|id| name(*id)).collect::<Vec<_>>(),
        "dimensions": dimensions,
        "ledger": ledger,
        "minutes": (f64::from(state.elapsed(scenario)) / 60.0 * 100.0).round() / 100.0,
        "mood": state.mood(scenario),
    })
}

/// A reviewed play. A value is percent of what the start is worth, `value_after` that of the move taken before the dice
/// fell; `why` is what the scenario says about the move, by language.
pub fn debrief(session: &Session, standard: &Standard, debrief: &Debrief) -> Value {
    let card = &debrief.card;
    let missed: Vec<Value> = (debrief.missed.iter())
        .map(|missed| json!({"requirement": standard.requirement(missed.requirement).id, "moment": missed.moment}))
        .collect();
    let told = PlayTexts::new(session.scenario());
    json!({
        "scenario": session.scenario().id,
        "seed": session.seed().number(),
        "ending": session.ending().map(|ending| &session.scenario().ending(ending).name),
        "score": score(card.score),
        "points": card.points,
        "best": card.best,
        "verdict": card.verdict.word(),
        "accuracy": debrief.accuracy,
        "no_return": debrief.no_return,
        "moves": debrief.moves.iter().map(|own| reviewed(session, standard, own, &told)).collect::<Vec<_>>(),
        "missed": missed,
    })
}

fn reviewed(session: &Session, standard: &Standard, own: &Reviewed, told: &PlayTexts) -> Value {
    let turn = &session.turns()[own.turn];
    let choices = &session.scenario().scene(turn.taken.scene).choices;
    let choice = session.taken(turn);
    let why = choice.feedback.iter().find(|(when, _)| when.holds(&turn.before.0));
    let why = why.map(|(_, words)| told.text(words, &turn.before));
    let names = |ids: &[RequirementId]| ids.iter().map(|id| json!(standard.requirement(*id).id)).collect::<Value>();
    json!({
        "move": own.turn,
        "choice": choice.id,
        "label": own.label.map(Label::word),
        "loss": f64::from(own.loss) / 100.0,
        "value_before": own.value_before.percent(),
        "value_after": own.value_after.percent(),
        "reachable": score(own.reachable),
        "best_choice": choices[own.best_choice.index()].id,
        "requirements": {
            "met": names(&own.met),
            "late": names(&own.late),
            "broken": names(&own.broken),
            "yielded": names(&own.yielded),
        },
        "why": why,
    })
}

/// The best line of one seed.
pub fn solution(scenario: &Scenario, seed: Seed, solution: &Solution, millis: f64) -> Value {
    json!({
        "scenario": scenario.id,
        "seed": seed.number(),
        "best": solution.best,
        "line": choice_ids(scenario, &solution.line),
        "states": solution.states,
        "millis": (millis * 100.0).round() / 100.0,
    })
}

/// The ids of a line's choices.
pub fn choice_ids<'s>(scenario: &'s Scenario, line: &[Move]) -> Vec<&'s str> {
    line.iter().map(|taken| &*scenario.scene(taken.scene).choices[taken.choice.index()].id).collect()
}

/// Requirements of the standard, one entry each.
pub fn requirements(standard: &Standard, ids: impl Iterator<Item = RequirementId>) -> Value {
    ids.map(|id| requirement(standard, id)).collect()
}

fn requirement(standard: &Standard, id: RequirementId) -> Value {
    let own = standard.requirement(id);
    let section = standard.section_of(id);
    let facts: Vec<Value> =
        own.facts.iter().map(|fact| json!({"kind": fact.kind.word(), "text": text(&fact.text)})).collect();
    let elements: Vec<Value> = (own.elements.iter())
        .map(|element| {
            let says: Map<String, Value> =
                element.says.iter().map(|(lang, words)| (lang.tag().to_owned(), json!(words))).collect();
            json!({"name": text(&element.name), "says": says, "slot": element.slot})
        })
        .collect();
    json!({
        "id": own.id,
        "tier": section.tier.word(),
        "section": section.id,
        "printed": standard.clause_of(id).printed,
        "kind": own.kind.word(),
        "procedure": own.rank.map(|_| &section.id),
        "order": own.order,
        "rank": own.rank,
        "weight": own.weight.points(),
        "critical": own.critical,
        "dimension": standard.dimensions[own.dimension.index()].id,
        "text": text(&own.text),
        "condition": own.condition.as_ref().map(text),
        "facts": facts,
        "elements": elements,
    })
}

/// One line of the list of scenarios. `plays` are the fewest and most moves of any play, where they are known.
pub fn scenario(scenario: &Scenario, standard: &Standard, plays: Option<(u32, u32)>) -> Value {
    json!({
        "id": scenario.id,
        "title": text(&scenario.title),
        "tier": scenario.tier.word(),
        "minutes": scenario.minutes,
        "scenes": scenario.scenes.len(),
        "choices": scenario.choices().count(),
        "endings": scenario.endings.len(),
        "requirements": scenario.requirements().iter().map(|id| &standard.requirement(*id).id).collect::<Vec<_>>(),
        "plays": plays.map(|(shortest, longest)| json!({"shortest": shortest, "longest": longest})),
    })
}

/// What became of a crowd of simulated players. `scores` counts plays by whole percent, 0 to 100.
pub fn crowd(scenario: &Scenario, policy: &str, seed: u64, crowd: &Crowd, rate: f64) -> Value {
    let endings = scenario.endings.iter().map(|ending| ending.name.to_string());
    let wrong = crowd.wrong_turns.iter().map(|turn| {
        let scene = scenario.scene(turn.taken.scene);
        let choice = &scene.choices[turn.taken.choice.index()].id;
        json!({"scene": &*scene.name, "choice": &**choice, "times": turn.times, "loss": score(Score(turn.loss))})
    });
    json!({
        "scenario": &*scenario.id,
        "policy": policy,
        "players": crowd.players,
        "seed": seed,
        "passed": crowd.passed,
        "pass_rate": f64::from(crowd.passed) / f64::from(crowd.players.max(1)),
        "critical": crowd.critical,
        "mean": score(crowd.mean()),
        "percentiles": json!({"10": crowd.percentile(10), "50": crowd.percentile(50), "90": crowd.percentile(90)}),
        "moves": crowd.moves,
        "scores": crowd.scores,
        "endings": endings.zip(&crowd.endings).map(|(name, count)| (name, json!(count))).collect::<Map<_, _>>(),
        "wrong_turns": wrong.collect::<Vec<_>>(),
        "plays_per_second": rate.round(),
    })
}

/// What `check` found.
pub fn diagnostics(diagnostics: &[Diagnostic]) -> Value {
    diagnostics.iter().map(diagnostic).collect()
}

fn diagnostic(diagnostic: &Diagnostic) -> Value {
    let place = &diagnostic.place;
    json!({
        "code": diagnostic.code.to_string(),
        "severity": diagnostic.severity.word(),
        "file": &*place.file,
        "line": place.line,
        "column": place.column,
        "place": place.path,
        "message": diagnostic.message,
        "help": diagnostic.help,
        "witness": diagnostic.witness.as_ref().map(|witness| json!({"seed": witness.seed, "choices": witness.choices})),
    })
}
