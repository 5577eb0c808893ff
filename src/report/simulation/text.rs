//! A crowd as a page of text: passes and scores, endings, the most frequent wrong turns.

use super::document::SimulationDocument;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::text::Lang;
use crate::both;
use crate::play::scoring::Score;
use crate::play::solver::{Crowd, WrongTurn};
use std::cmp::Reverse;

/// How many wrong turns are named.
const WRONG_TURNS: usize = 8;

/// The width of the longest bar, in cells.
const BAR: u64 = 40;

/// The whole page, in this language.
pub fn render(document: &SimulationDocument, lang: Lang) -> String {
    let heading = |en, zh| [String::new(), Phrase::new(en, zh).in_lang(lang).to_owned()];
    let mut lines = summary(document, lang);
    lines.extend(heading("Scores", "得分"));
    lines.extend(histogram(document.scenario.pass_mark, document.crowd, lang));
    lines.extend(heading("Endings", "结局"));
    lines.extend(endings(document));
    if !document.crowd.wrong_turns.is_empty() {
        lines.extend(heading("Most frequent wrong turns", "最常走错的地方"));
        let turns = document.crowd.wrong_turns.iter().take(WRONG_TURNS);
        lines.extend(turns.map(|turn| wrong_turn(document, turn).in_lang(lang).to_owned()));
    }
    let (millions, myriads) = (document.plays_per_second / 1e6, document.plays_per_second / 1e4);
    let pace = both!(
        "\n{pace:.2} million plays a second",
        "\n每秒 {pace:.0} 万次演练";
        pace = Bilingual { en: millions, zh: myriads }
    );
    lines.push(pace.in_lang(lang).to_owned());
    lines.join("\n") + "\n"
}

fn summary(document: &SimulationDocument, lang: Lang) -> Vec<String> {
    let (crowd, id) = (document.crowd, &document.scenario.id);
    let [low, middle, high] = [10, 50, 90].map(|share| crowd.percentile(share));
    let lines = [
        both!(
            "{id} · {players} players, policy {policy}, seed {seed}",
            "{id} · {players} 人，玩法 {policy}，种子 {seed}",
            players = crowd.players,
            policy = document.policy,
            seed = document.seed.number()
        ),
        Bilingual::default(),
        both!("  passed    {share}", "  及格      {share}", share = share(crowd.passed, crowd)),
        both!("  critical  {share}", "  触红线    {share}", share = share(crowd.critical, crowd)),
        both!(
            "  score     mean {mean}, half score at most {middle}, eight of ten {low} to {high}",
            "  得分      平均 {mean}，半数人不超过 {middle}，十人里有八人在 {low} 到 {high} 之间",
            mean = crowd.mean()
        ),
        both!(
            "  moves     {moves:.1} a play",
            "  步数      平均 {moves:.1} 步",
            moves = as_f64(crowd.moves) / f64::from(crowd.players.max(1))
        ),
    ];
    lines.iter().map(|line| line.in_lang(lang).to_owned()).collect()
}

fn endings(document: &SimulationDocument) -> Vec<String> {
    let mut endings: Vec<(&str, u32)> = document.endings().collect();
    endings.sort_by_key(|(_, count)| Reverse(*count));
    endings.iter().map(|(name, count)| format!("  {name:<28} {}", share(*count, document.crowd))).collect()
}

fn wrong_turn(document: &SimulationDocument, turn: &WrongTurn) -> Bilingual {
    let (scene, choice) = document.names(turn);
    both!(
        "  {times:>9} times  −{loss:<6} {scene} › {choice}",
        "  {times:>9} 次  −{loss:<6} {scene} › {choice}",
        times = turn.times,
        loss = Score(turn.loss).to_string()
    )
}

fn share(count: u32, crowd: &Crowd) -> String {
    format!("{count:>9}  {:>5.1} %", f64::from(count) * 100.0 / f64::from(crowd.players.max(1)))
}

/// Tens of percent, the pass mark named where it lies.
fn histogram(pass_mark: u32, crowd: &Crowd, lang: Lang) -> Vec<String> {
    let tens: Vec<u64> = (0..10).map(|ten| count(crowd, ten)).collect();
    let most = tens.iter().copied().max().unwrap_or(0).max(1);
    let line = |(from, count): (u32, &u64)| {
        let to = if from == 90 { 100 } else { from + 9 };
        let bar: String = (0..(count * BAR).div_ceil(most)).map(|_| '█').collect();
        let marked = Phrase::new("  pass mark", "  及格线");
        let mark = if (from..=to).contains(&pass_mark) { marked } else { Phrase::default() };
        let line = both!(
            "  {from:>3} to {to:>3}  {count:>9}  {bar}{mark}",
            "  {from:>3} 到 {to:>3}  {count:>9}  {bar}{mark}";
            mark = mark
        );
        line.in_lang(lang).to_owned()
    };
    (0..).step_by(10).zip(&tens).map(line).collect()
}

/// The plays that scored so many tens; a full score counts among the nineties.
fn count(crowd: &Crowd, ten: usize) -> u64 {
    let to = if ten == 9 { 101 } else { ten * 10 + 10 };
    crowd.scores[ten * 10..to].iter().map(|count| u64::from(*count)).sum()
}

/// A count of moves as a number that can be divided; exact, since no crowd makes as many as 2^53 moves.
#[expect(clippy::cast_precision_loss, reason = "at most a hundred million players, each with some dozen moves")]
fn as_f64(moves: u64) -> f64 {
    moves as f64
}
