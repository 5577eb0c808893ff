//! A reviewed play in words, ready for any format of paper: what is said, not how it looks.

use super::document::DebriefDocument;
use crate::play::debrief::{Debrief, Reviewed};
use crate::play::engine::Session;
use crate::play::scoring::{Label, Score};
use crate::record::play_origin::PlayOrigin;
use crate::report::origin::started;
use crate::speech::narration::mode_name;
use crate::speech::narration::{
    self, Detail, MoveTold, NarratedMove, Narrator, Passage, Review, ReviewLine, clock, entry_kind, entry_sign,
    label_counts, signed_label,
};
use crate::tr;

/// Everything that a debrief says.
pub(super) struct DebriefWording {
    /// The tag of its language.
    pub lang: String,
    pub title: String,
    /// The score and whether it passed.
    pub verdict: String,
    /// Ending, mood, minutes, moves, seed.
    pub outcome: String,
    /// Learner, date, mode and help; none for a play that was not stored.
    pub origin: Option<String>,
    /// How it ended, as it was told in play.
    pub ending: Vec<String>,
    /// What the points are made of, how good the moves were, critical breaks and where a pass was lost, a sentence each.
    pub findings: Vec<String>,
    pub dimensions: Vec<(String, Score)>,
    /// The moves that cost most; empty when none did.
    pub costs: Vec<String>,
    /// The best score still reachable: before the first move, then after each.
    pub curve: Vec<Score>,
    pub pass_mark: u32,
    pub moves: Vec<MoveRow>,
    pub missed: Vec<String>,
    pub given_way: Vec<String>,
    pub headings: DebriefHeadings,
}

/// One move.
pub(super) struct MoveRow {
    pub number: usize,
    pub clock: String,
    pub words: String,
    pub label: Option<Label>,
    /// The label in words, with its sign; nothing where nothing stood to choose.
    pub judged: String,
    /// In words, and in a cell of the table; nothing where nothing was lost.
    pub cost: String,
    pub lost: String,
    pub reachable: Score,
    /// What it met and broke.
    pub entries: Vec<String>,
    /// What it gave up besides.
    pub given_up: Vec<String>,
    /// What chance did, and what became of the pass.
    pub notes: Vec<String>,
    pub why: Option<String>,
    /// The better move, why it is better, and what is answered to it.
    pub better: Option<Better>,
}

pub(super) struct Better {
    pub words: String,
    pub why: Option<String>,
    pub reply: Option<String>,
}

/// Headings and captions.
pub(super) struct DebriefHeadings {
    pub dimensions: String,
    pub ending: String,
    pub given_up: String,
    pub costs: String,
    pub curve: String,
    pub curve_told: String,
    pub pass_mark: String,
    pub moves: String,
    pub columns: [String; 5],
    pub better: String,
    pub reply: String,
    pub why: String,
    pub missed: String,
    pub given_way: String,
}

/// How many moves are named beside a score under 100.
const COSTLIEST: usize = 5;

impl DebriefWording {
    pub(super) fn new(document: &DebriefDocument, narrator: &Narrator) -> DebriefWording {
        let (session, debrief) = (document.session, document.debrief);
        let review = narrator.review(session, &debrief.card.ledger);
        let first = Score::share(debrief.card.best, debrief.card.best);
        let curve: Vec<Score> = [first].into_iter().chain(debrief.moves.iter().map(|own| own.reachable)).collect();
        let rows = debrief.moves.iter().zip(&review.moves);
        DebriefWording {
            lang: narrator.words.lang().tag().to_owned(),
            title: format!("{} · {}", narrator.plain(&narrator.scenario.title), tr!(narrator.words, "debrief")),
            verdict: verdict(narrator, debrief),
            outcome: outcome(narrator, session),
            origin: document.origin.map(|own| origin(narrator, own)),
            ending: narrator.ending_scene(session).into_iter().filter_map(told).collect(),
            findings: findings(narrator, debrief, &review, document.remarks),
            dimensions: dimensions(narrator, debrief),
            costs: costs(narrator, session, debrief, &review),
            headings: headings(narrator, debrief, &curve),
            curve,
            pass_mark: narrator.scenario.pass_mark,
            moves: rows.map(|(own, told)| row(narrator, session, debrief, own, told)).collect(),
            missed: missed(narrator, debrief, &review),
            given_way: review.given_way.iter().map(|line| entry(narrator, line)).collect(),
        }
    }
}

fn verdict(narrator: &Narrator, debrief: &Debrief) -> String {
    let (words, card) = (narrator.words, &debrief.card);
    let verdict = narration::verdict(words, card.verdict);
    let needs = tr!(words, "pass-needs", mark = narrator.scenario.pass_mark);
    format!("{} · {verdict} {needs}", tr!(words, "score", score = card.score.whole()))
}

fn outcome(narrator: &Narrator, session: &Session) -> String {
    let mut parts = narrator.outcome(session);
    parts.push(tr!(narrator.words, "seed-is", seed = session.seed().to_string()));
    parts.join(" · ")
}

/// Who played it when, in which mode and with which help.
fn origin(narrator: &Narrator, origin: &PlayOrigin) -> String {
    let words = narrator.words;
    let mut parts: Vec<String> =
        origin.learner.iter().map(|name| tr!(words, "learner-is", name = name.as_str())).collect();
    parts.extend([started(origin), tr!(words, "mode-is", mode = mode_name(origin.mode, words))]);
    parts.push(match origin.hints {
        0 => tr!(words, "no-hints"),
        hints => tr!(words, "hinted-short", count = hints),
    });
    parts.push(match origin.rewinds {
        0 => tr!(words, "no-rewinds"),
        rewinds => tr!(words, "rewound-short", count = rewinds),
    });
    parts.join(" · ")
}

fn findings(narrator: &Narrator, debrief: &Debrief, review: &Review, remarks: &[String]) -> Vec<String> {
    let words = narrator.words;
    let counts = label_counts(words, debrief).join(" · ");
    let mut findings = vec![narrator.account(&debrief.card, review, " · "), counts];
    if !debrief.card.critical.is_empty() {
        findings.push(tr!(words, "critical-broken", count = debrief.card.critical.len()));
    }
    findings.extend(debrief.no_return.map(|turn| {
        let number = turn + 1;
        tr!(words, "no-return", number = number)
    }));
    findings.extend(remarks.iter().cloned());
    findings
}

fn dimensions(narrator: &Narrator, debrief: &Debrief) -> Vec<(String, Score)> {
    let lang = narrator.words.lang();
    let title = |id: crate::content::standard::DimensionId| {
        narrator.standard.dimensions[id.index()].title.in_lang(lang).to_owned()
    };
    debrief.card.dimensions.iter().filter_map(|(id, score)| Some((title(*id), (*score)?))).collect()
}

fn costs(narrator: &Narrator, session: &Session, debrief: &Debrief, review: &Review) -> Vec<String> {
    let told = debrief.costliest(COSTLIEST).into_iter().map(|turn| {
        let (own, number) = (&review.moves[turn], turn + 1);
        let cost = narrator.move_told(session, debrief, own, turn).cost.unwrap_or_default();
        let sign = debrief.moves[turn].label.map_or("", Label::sign);
        format!("{} · {cost} · {sign} {}", tr!(narrator.words, "turn-number", number = number), own.words)
    });
    told.collect()
}

fn headings(narrator: &Narrator, debrief: &Debrief, curve: &[Score]) -> DebriefHeadings {
    let words = narrator.words;
    let last = curve.last().copied().unwrap_or_default();
    DebriefHeadings {
        dimensions: tr!(words, "by-dimension"),
        ending: tr!(words, "how-it-ended"),
        given_up: tr!(words, "given-up", best = debrief.card.best),
        costs: tr!(words, "what-cost-most"),
        curve: tr!(words, "curve"),
        curve_told: tr!(words, "curve-told", last = last.whole(), mark = narrator.scenario.pass_mark),
        pass_mark: tr!(words, "pass-mark", mark = narrator.scenario.pass_mark),
        moves: tr!(words, "move-by-move"),
        columns: [
            tr!(words, "column-move"),
            tr!(words, "column-choice"),
            tr!(words, "column-label"),
            tr!(words, "column-lost"),
            tr!(words, "column-reachable"),
        ],
        better: tr!(words, "better"),
        reply: tr!(words, "answer"),
        why: tr!(words, "why"),
        missed: tr!(words, "missed"),
        given_way: tr!(words, "given-way"),
    }
}

fn row(narrator: &Narrator, session: &Session, debrief: &Debrief, own: &Reviewed, told: &NarratedMove) -> MoveRow {
    let solved = narrator.move_told(session, debrief, told, own.turn);
    let given_up = solved.given_up.iter().map(|row| format!("{} {} ({})", row.points, row.text, row.cite));
    MoveRow {
        number: own.turn + 1,
        clock: clock(told.clock),
        words: told.words.clone(),
        label: own.label,
        judged: own.label.map(|own| signed_label(narrator.words, own)).unwrap_or_default(),
        cost: solved.cost.clone().unwrap_or_default(),
        lost: solved.lost.clone().unwrap_or_default(),
        reachable: own.reachable,
        entries: told.lines.iter().map(|line| entry(narrator, line)).collect(),
        given_up: given_up.collect(),
        notes: solved.notes.clone(),
        why: told.feedback.clone(),
        better: better(narrator, session, own, &solved),
    }
}

/// The better moves, the first of them played: what it means and what is answered. None where the move taken was as good.
fn better(narrator: &Narrator, session: &Session, own: &Reviewed, solved: &MoveTold) -> Option<Better> {
    if solved.better.is_empty() {
        return None;
    }
    let mut other = session.clone();
    other.rewind_to(own.turn);
    let before = other.state();
    let choice = other.choice(own.best_choice)?.clone();
    other.take(own.best_choice).ok()?;
    let said = narrator.turn(&other, own.turn, Detail::Bare);
    let said: Vec<String> = said.into_iter().filter_map(spoken).collect();
    Some(Better {
        words: narrator.one_of(&solved.better),
        why: narrator.feedback(&choice.feedback, &before),
        reply: (!said.is_empty()).then(|| said.join(" ")),
    })
}

/// What is seen, heard and said.
fn told(passage: Passage) -> Option<String> {
    match passage {
        Passage::Narration(words) => Some(words),
        other => spoken(other),
    }
}

fn spoken(passage: Passage) -> Option<String> {
    match passage {
        Passage::Speech { speaker, words, .. } => Some(format!("{speaker}: {words}")),
        Passage::Place(_)
        | Passage::Narration(_)
        | Passage::Chosen { .. }
        | Passage::Mood { .. }
        | Passage::Marks(_)
        | Passage::DueChanged { .. }
        | Passage::Feedback(_)
        | Passage::TimedOut
        | Passage::Ended(_) => None,
    }
}

fn entry(narrator: &Narrator, line: &ReviewLine) -> String {
    let words = narrator.words;
    let (sign, price, kind) = (entry_sign(line.kind), line.price(), entry_kind(words, line.kind));
    let gap = if price.is_empty() { "" } else { " " };
    let because = line
        .because
        .as_ref()
        .map(|(to, because)| format!(" {}", tr!(words, "gave-way", to = to.as_str(), because = because.as_str())));
    let because = because.unwrap_or_default();
    format!("{sign} {price}{gap}{kind}{}{} ({}){because}", tr!(words, "colon"), line.text, line.cite)
}

fn missed(narrator: &Narrator, debrief: &Debrief, review: &Review) -> Vec<String> {
    let told = review
        .missed
        .iter()
        .map(|missed| format!("{} {}", entry(narrator, &missed.line), narrator.chance(missed, review, Some(debrief))));
    told.collect()
}
