//! A reviewed play in words, ready for any format of paper: what is said, not how it looks.

use super::document::DebriefDocument;
use crate::play::debrief::{Debrief, Reviewed};
use crate::play::engine::Session;
use crate::play::scoring::{EntryKind, Label, Score};
use crate::speech::narration::{self, Detail, Mood, Narrator, Passage, Review, clock, entry_kind, label};
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
    /// Accuracy, critical breaks and where a pass was lost, a sentence each.
    pub findings: Vec<String>,
    pub dimensions: Vec<(String, Score)>,
    /// What cost most; empty when nothing did.
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
    /// In percent; nothing where nothing stood to choose.
    pub lost: String,
    pub reachable: Score,
    /// What it met and broke.
    pub entries: Vec<String>,
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

/// How many entries are named beside a score under 100.
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
            findings: findings(narrator, debrief, document.remarks),
            dimensions: dimensions(narrator, debrief),
            costs: costs(narrator, debrief),
            headings: headings(narrator, &curve),
            curve,
            pass_mark: narrator.scenario.pass_mark,
            moves: rows.map(|(own, told)| row(narrator, session, own, told)).collect(),
            missed: missed(narrator, &review),
            given_way: review.given_way.iter().map(|line| entry(narrator, line)).collect(),
        }
    }
}

fn verdict(narrator: &Narrator, debrief: &Debrief) -> String {
    let (words, card) = (narrator.words, &debrief.card);
    let verdict = narration::verdict(words, card.verdict);
    let needs = tr!(words, "pass-needs", mark = narrator.scenario.pass_mark);
    format!("{} · {verdict} {needs}", tr!(words, "score", score = card.score.to_string()))
}

fn outcome(narrator: &Narrator, session: &Session) -> String {
    let (words, state) = (narrator.words, session.state());
    let ending = session.ending().map(|ending| narrator.fill(&narrator.scenario.ending(ending).title, &state));
    let parts = [
        ending.unwrap_or_default(),
        tr!(words, "mood", mood = Mood::of(narrator.scenario, &state).word(words)),
        tr!(words, "minutes", minutes = state.elapsed(narrator.scenario).div_ceil(60)),
        tr!(words, "moves", count = session.turns().len()),
        tr!(words, "seed-is", seed = session.seed().to_string()),
    ];
    parts.join(" · ")
}

fn findings(narrator: &Narrator, debrief: &Debrief, remarks: &[String]) -> Vec<String> {
    let words = narrator.words;
    let mut findings = vec![tr!(words, "points-of", points = debrief.card.points, best = debrief.card.best)];
    findings.extend(debrief.accuracy.map(|accuracy| tr!(words, "accuracy", accuracy = accuracy)));
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

fn costs(narrator: &Narrator, debrief: &Debrief) -> Vec<String> {
    let costs = debrief.card.costliest(narrator.standard, COSTLIEST);
    let told = costs.iter().map(|(index, cost)| {
        let entry = &debrief.card.ledger.entries[*index];
        let moment = match entry.turn {
            Some(turn) => {
                let number = turn + 1;
                tr!(narrator.words, "turn-number", number = number)
            }
            None => entry_kind(narrator.words, entry.kind),
        };
        let line = narrator.entry(entry);
        format!("−{cost} · {moment} · {} ({})", line.text, line.cite)
    });
    told.collect()
}

fn headings(narrator: &Narrator, curve: &[Score]) -> DebriefHeadings {
    let words = narrator.words;
    let last = curve.last().copied().unwrap_or_default();
    DebriefHeadings {
        dimensions: tr!(words, "by-dimension"),
        costs: tr!(words, "what-cost-most"),
        curve: tr!(words, "curve"),
        curve_told: tr!(words, "curve-told", last = last.to_string(), mark = narrator.scenario.pass_mark),
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

fn row(
    narrator: &Narrator,
    session: &Session,
    own: &Reviewed,
    told: &crate::speech::narration::NarratedMove,
) -> MoveRow {
    let judged = own.label.map(|own| match own.sign() {
        "" => label(narrator.words, own),
        sign => format!("{sign} {}", label(narrator.words, own)),
    });
    MoveRow {
        number: own.turn + 1,
        clock: clock(told.clock),
        words: told.words.clone(),
        label: own.label,
        judged: judged.unwrap_or_default(),
        lost: own.label.map(|_| percent(own.loss)).unwrap_or_default(),
        reachable: own.reachable,
        entries: told.lines.iter().map(|line| entry(narrator, line)).collect(),
        why: told.feedback.clone(),
        better: better(narrator, session, own),
    }
}

/// `12.5` of 1250.
fn percent(hundredths: u32) -> String {
    Score(hundredths).to_string()
}

/// The better move, played: what it means and what is answered. None where the move taken was as good.
fn better(narrator: &Narrator, session: &Session, own: &Reviewed) -> Option<Better> {
    let mut other = session.clone();
    other.rewind_to(own.turn);
    let before = other.state();
    let choice = other.choice(own.best_choice)?.clone();
    if own.loss == 0 {
        return None;
    }
    other.take(own.best_choice).ok()?;
    let said = narrator.turn(&other, own.turn, Detail::Bare);
    let said: Vec<String> = said.into_iter().filter_map(spoken).collect();
    Some(Better {
        words: narrator.fill(&choice.text, &before),
        why: narrator.feedback(&choice.feedback, &before),
        reply: (!said.is_empty()).then(|| said.join(" ")),
    })
}

fn spoken(passage: Passage) -> Option<String> {
    match passage {
        Passage::Speech { speaker, words, .. } => Some(format!("{speaker}: {words}")),
        Passage::Place(_)
        | Passage::Narration(_)
        | Passage::Chosen { .. }
        | Passage::Mood { .. }
        | Passage::Marks(_)
        | Passage::Feedback(_)
        | Passage::TimedOut
        | Passage::Ended(_) => None,
    }
}

fn entry(narrator: &Narrator, line: &crate::speech::narration::ReviewLine) -> String {
    let words = narrator.words;
    let sign = match line.kind {
        EntryKind::Met => "✓",
        EntryKind::Late | EntryKind::Mended => "~",
        EntryKind::Spoiled | EntryKind::Missed | EntryKind::Broken => "✗",
        EntryKind::Extra | EntryKind::Yielded => "·",
    };
    let points = match line.points {
        0 => String::new(),
        points if points < 0 => format!(" −{}", -points),
        points => format!(" +{points}"),
    };
    let kind = entry_kind(words, line.kind);
    let because = line
        .because
        .as_ref()
        .map(|(to, because)| format!(" {}", tr!(words, "gave-way", to = to.as_str(), because = because.as_str())));
    format!("{sign}{points} {kind}{}{} ({}){}", tr!(words, "colon"), line.text, line.cite, because.unwrap_or_default())
}

fn missed(narrator: &Narrator, review: &Review) -> Vec<String> {
    let words = narrator.words;
    let told = review.missed.iter().map(|missed| {
        let moment = match missed.moment {
            Some(turn) => {
                let number = turn + 1;
                tr!(words, "first-chance", number = number, time = clock(review.moves[turn].clock))
            }
            None => tr!(words, "no-chance"),
        };
        format!("{} {moment}", entry(narrator, &missed.line))
    });
    told.collect()
}
