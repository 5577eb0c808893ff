//! What became of a crowd of simulated players, as a page of text.

use crate::content::scenario::Scenario;
use crate::play::scoring::Score;
use crate::play::solver::Crowd;

/// How many wrong turns are named.
const WRONG_TURNS: usize = 8;

/// The width of the longest bar, in cells.
const BAR: u64 = 40;

/// A page for a person: passes and scores, endings, the most frequent wrong turns.
pub fn text(scenario: &Scenario, policy: &str, seed: u64, crowd: &Crowd, rate: f64) -> String {
    let mut lines =
        vec![format!("{} · {} players, policy {policy}, seed {seed}", scenario.id, crowd.players), String::new()];
    let moves = crowd.moves as f64 / f64::from(crowd.players.max(1));
    lines.push(format!("  passed    {}", share(crowd.passed.into(), crowd)));
    lines.push(format!("  critical  {}", share(crowd.critical.into(), crowd)));
    let [low, middle, high] = [10, 50, 90].map(|share| crowd.percentile(share));
    lines.push(format!("  score     mean {}, half score at most {middle}, eight of ten {low} to {high}", crowd.mean()));
    lines.push(format!("  moves     {moves:.1} a play"));
    lines.extend([String::new(), "Scores".to_owned()]);
    lines.extend(histogram(scenario, crowd));
    lines.extend([String::new(), "Endings".to_owned()]);
    let mut endings: Vec<(&str, u32)> =
        scenario.endings.iter().map(|ending| &*ending.name).zip(crowd.endings.iter().copied()).collect();
    endings.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    lines.extend(endings.iter().map(|(name, count)| format!("  {:<28} {}", name, share((*count).into(), crowd))));
    if !crowd.wrong_turns.is_empty() {
        lines.extend([String::new(), "Most frequent wrong turns".to_owned()]);
        lines.extend(crowd.wrong_turns.iter().take(WRONG_TURNS).map(|turn| {
            let scene = scenario.scene(turn.taken.scene);
            let choice = &scene.choices[turn.taken.choice.index()].id;
            format!("  {:>9} times  −{:<6} {} › {choice}", turn.times, Score(turn.loss).to_string(), scene.name)
        }));
    }
    lines.push(format!("\n{:.2} million plays a second", rate / 1e6));
    lines.join("\n") + "\n"
}

fn share(count: u64, crowd: &Crowd) -> String {
    format!("{count:>9}  {:>5.1} %", count as f64 * 100.0 / f64::from(crowd.players.max(1)))
}

/// Tens of percent, the pass mark named where it lies.
fn histogram(scenario: &Scenario, crowd: &Crowd) -> Vec<String> {
    let tens: Vec<u64> = (0..10).map(|ten| count(crowd, ten)).collect();
    let most = tens.iter().copied().max().unwrap_or(0).max(1);
    let line = |(ten, count): (usize, &u64)| {
        let (from, to) = (ten * 10, if ten == 9 { 100 } else { ten * 10 + 9 });
        let bar = "█".repeat((count * BAR).div_ceil(most) as usize);
        let mark = if (from..=to).contains(&(scenario.pass_mark as usize)) { "  pass mark" } else { "" };
        format!("  {from:>3} to {to:>3}  {count:>9}  {bar}{mark}")
    };
    tens.iter().enumerate().map(line).collect()
}

/// The plays that scored so many tens; a full score counts among the nineties.
fn count(crowd: &Crowd, ten: usize) -> u64 {
    let to = if ten == 9 { 101 } else { ten * 10 + 10 };
    crowd.scores[ten * 10..to].iter().map(|count| u64::from(*count)).sum()
}
