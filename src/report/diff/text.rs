//! A change as text for people: first what it means to learners, then what was done to the file. What did not change is
//! not mentioned.

use super::document::{DiffDocument, PlayedIn, StoredPlayDiff};
use crate::author::diff::{
    BestDiff, ExposureDiff, Fate, Judgement, LabelDiff, ReplayOutcome, Reworded, ScenarioDiff, SetDiff,
};
use crate::base::text::{Lang, make_safe};
use crate::play::engine::Closed;
use crate::play::scoring::{EntryKind, Score, Verdict};
use crate::speech::line_breaking::lines;
use crate::speech::messages::Messages;
use crate::speech::narration::{self, entry_kind, label};
use crate::tr;
use std::fmt::Write;

/// How many of a kind are named.
const NAMED: usize = 12;

/// How wide a line may be, in cells.
const WIDTH: usize = 80;

/// The whole text.
pub fn render(document: &DiffDocument, words: &Messages) -> String {
    let (old, new) = (&document.old, &document.new);
    let (was, is) = (&old.edition.scenario.id, &new.edition.scenario.id);
    let mut out = String::new();
    line(&mut out, 0, &format!("{was} ({}) → {is} ({})", make_safe(old.shown), make_safe(new.shown)));
    if document.is_same() {
        line(&mut out, 0, &tr!(words, "diff-same"));
        return out;
    }
    let change = document.change;
    if was != is {
        line(&mut out, 0, &tr!(words, "diff-renamed", old = was.to_string(), new = is.to_string()));
    }
    if change.is_nothing() {
        line(&mut out, 0, &tr!(words, "diff-nothing"));
    } else if change.is_judged_alike() {
        line(&mut out, 0, &tr!(words, "diff-judged-alike"));
    }
    if change.outcomes > change.bests.len() {
        line(&mut out, 0, &tr!(words, "diff-sampled", compared = change.bests.len(), all = change.outcomes));
    }
    if change.pass_mark.0 != change.pass_mark.1 {
        line(&mut out, 0, &tr!(words, "diff-pass-mark", old = change.pass_mark.0, new = change.pass_mark.1));
    }
    best_plays(&mut out, change, words);
    scale(&mut out, change, words);
    labels(&mut out, change, words);
    requirements(&mut out, change, words);
    parts(&mut out, change, words);
    stored(&mut out, document, words);
    out
}

fn best_plays(out: &mut String, change: &ScenarioDiff, words: &Messages) {
    let changed: Vec<&BestDiff> =
        change.bests.iter().filter(|best| best.old.ids != best.new.ids || best.fate() != Fate::Full).collect();
    if changed.is_empty() {
        return;
    }
    heading(out, &tr!(words, "diff-best-plays", changed = changed.len(), all = change.bests.len()));
    for fate in [Fate::Unfit, Fate::Fails, Fate::Less, Fate::Full] {
        let own: Vec<&&BestDiff> = changed.iter().filter(|best| best.fate() == fate).collect();
        let Some(first) = own.first() else { continue };
        let count = own.len();
        line(
            out,
            1,
            &match fate {
                Fate::Unfit => tr!(words, "diff-unfit", count = count),
                Fate::Fails => tr!(words, "diff-fails", count = count),
                Fate::Less => tr!(words, "diff-less", count = count),
                Fate::Full => tr!(words, "diff-full", count = count),
            },
        );
        line(out, 2, &example(first, words));
        if first.old.ids != first.new.ids {
            line(out, 2, &parting(first, words));
        }
    }
}

/// The dice of an example, and what becomes of the old best play under them.
fn example(best: &BestDiff, words: &Messages) -> String {
    let dice: Vec<String> = best.outcome.dice.iter().map(|(name, outcome)| format!("{name} {outcome}")).collect();
    let dice = match (best.outcome.seed, dice.is_empty()) {
        (Some(seed), true) => format!("--seed {seed}"),
        (Some(seed), false) => format!("--seed {seed} ({})", dice.join(", ")),
        (None, _) => dice.join(", "),
    };
    tr!(words, "diff-example", dice = dice, outcome = outcome(&best.again, words))
}

/// Where the old best play and the new one part.
fn parting(best: &BestDiff, words: &Messages) -> String {
    let (old, new) = (&best.old.ids, &best.new.ids);
    let common = old.iter().zip(new).take_while(|(was, is)| was == is).count();
    let at = |ids: &[Box<str>]| ids.get(common).map_or_else(|| tr!(words, "diff-the-end"), ToString::to_string);
    let before = common.checked_sub(1).and_then(|last| old.get(last));
    match before {
        Some(before) => {
            tr!(words, "diff-parts-after", number = common, before = before.to_string(), old = at(old), new = at(new))
        }
        None => tr!(words, "diff-parts-at-start", old = at(old), new = at(new)),
    }
}

fn outcome(replay: &ReplayOutcome, words: &Messages) -> String {
    match replay {
        ReplayOutcome::Over { score, verdict, .. } => scored(*score, *verdict, words),
        ReplayOutcome::Open { turns: moves } => tr!(words, "diff-goes-on", moves = moves),
        ReplayOutcome::Stopped { turn, choice, why } => {
            let number = turn + 1;
            let choice = make_safe(choice);
            match why {
                Closed::Over => tr!(words, "diff-stop-over", number = number, choice = choice),
                Closed::Unknown => tr!(words, "diff-stop-gone", number = number, choice = choice),
                Closed::NotOpen => tr!(words, "diff-stop-closed", number = number, choice = choice),
            }
        }
    }
}

fn scored(score: Score, verdict: Verdict, words: &Messages) -> String {
    format!("{score} ({})", narration::verdict(words, verdict))
}

fn scale(out: &mut String, change: &ScenarioDiff, words: &Messages) {
    let changed: Vec<&BestDiff> = change.bests.iter().filter(|best| best.old.points != best.new.points).collect();
    let Some(first) = changed.first() else { return };
    heading(out, &tr!(words, "diff-scale", changed = changed.len(), all = change.bests.len()));
    let span = |of: fn(&BestDiff) -> i32| {
        let all = || change.bests.iter().map(of);
        let (least, most) = (all().min().unwrap_or(0), all().max().unwrap_or(0));
        if least == most { least.to_string() } else { format!("{least}–{most}") }
    };
    line(out, 1, &tr!(words, "diff-points", old = span(|best| best.old.points), new = span(|best| best.new.points)));
    let seed = first.outcome.seed.map_or_else(|| "?".to_owned(), |seed| seed.to_string());
    line(out, 1, &tr!(words, "diff-points-example", seed = seed, old = first.old.points, new = first.new.points));
}

fn labels(out: &mut String, change: &ScenarioDiff, words: &Messages) {
    if change.labels.is_empty() {
        return;
    }
    heading(out, &tr!(words, "diff-labels", moved = change.labels.len(), situations = change.compared));
    change.labels.iter().take(NAMED).for_each(|moved| line(out, 1, &one_label(moved, words)));
    rest(out, change.labels.len(), words);
}

fn one_label(moved: &LabelDiff, words: &Messages) -> String {
    let judged = |judged: &Judgement| match judged.label {
        None => tr!(words, "diff-no-label"),
        Some(own) => {
            let loss = if judged.loss == 0 { String::new() } else { format!("(-{})", Score(judged.loss)) };
            let parts = [label(words, own), own.sign().to_owned(), loss];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
        }
    };
    let seed = moved.seed.map_or_else(|| "?".to_owned(), |seed| seed.to_string());
    let times = moved.times;
    let place = format!("{}/{}", moved.scene, moved.choice);
    let said = tr!(words, "diff-label", choice = place, old = judged(&moved.was), new = judged(&moved.is));
    format!("{said} {}", tr!(words, "diff-label-where", times = times, seed = seed, moves = moved.after.len()))
}

fn requirements(out: &mut String, change: &ScenarioDiff, words: &Messages) {
    if change.exposures.is_empty() {
        return;
    }
    heading(out, &tr!(words, "diff-requirements", count = change.exposures.len()));
    change.exposures.iter().take(3 * NAMED).for_each(|touched| line(out, 1, &one_requirement(touched, words)));
    rest_of(out, change.exposures.len(), 3 * NAMED, words);
}

fn one_requirement(touched: &ExposureDiff, words: &Messages) -> String {
    let (was, is) = (touched.was, touched.is);
    let (due, is_due) = (was.due || was.remedy, is.due || is.remedy);
    let change = |was: bool, is: bool, word: String| match (was, is) {
        (true, false) => Some(format!("-{word}")),
        (false, true) => Some(format!("+{word}")),
        (true, true) | (false, false) => None,
    };
    let parts = [
        change(due, is_due, tr!(words, "diff-due")),
        change(was.met, is.met, entry_kind(words, EntryKind::Met)),
        change(was.breakable, is.breakable, entry_kind(words, EntryKind::Broken)),
        (due && is_due && was.remedy != is.remedy).then(|| tr!(words, "diff-remedy")),
    ];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    let gone =
        if was.happens() && !is.happens() { format!(" {}", tr!(words, "diff-uncovered")) } else { String::new() };
    let new = if !was.happens() && is.happens() { format!(" {}", tr!(words, "diff-covered")) } else { String::new() };
    format!("{}  {}{gone}{new}", touched.id, said.join(", "))
}

fn parts(out: &mut String, change: &ScenarioDiff, words: &Messages) {
    let parts = &change.parts;
    if parts.is_nothing() {
        return;
    }
    heading(out, &tr!(words, "diff-parts"));
    let mut came = |names: &SetDiff, added: String, removed: String| {
        named(out, &added, &names.added, words);
        named(out, &removed, &names.removed, words);
    };
    came(&parts.scenes, tr!(words, "diff-scenes-added"), tr!(words, "diff-scenes-removed"));
    came(&parts.choices, tr!(words, "diff-choices-added"), tr!(words, "diff-choices-removed"));
    came(&parts.endings, tr!(words, "diff-endings-added"), tr!(words, "diff-endings-removed"));
    let reworded: Vec<String> = parts.reworded.iter().map(|own| reworded(own, words)).collect();
    named(out, &tr!(words, "diff-reworded"), &reworded, words);
}

/// A part by its name, with the languages where it is not the same change in all.
fn reworded(part: &Reworded, words: &Messages) -> String {
    if part.only_in.is_empty() {
        return part.name.clone();
    }
    let languages: Vec<&str> = part.only_in.iter().map(Lang::tag).collect();
    tr!(words, "diff-reworded-in", name = part.name.as_str(), languages = languages.join(", "))
}

fn named(out: &mut String, head: &str, names: &[String], words: &Messages) {
    if names.is_empty() {
        return;
    }
    let some = names.iter().take(NAMED).map(|name| make_safe(name)).collect::<Vec<_>>().join(", ");
    let more = names.len().saturating_sub(NAMED);
    let more = if more == 0 { String::new() } else { format!(" {}", tr!(words, "diff-more", count = more)) };
    line(out, 1, &format!("{head} ({}): {some}{more}", names.len()));
}

fn stored(out: &mut String, document: &DiffDocument, words: &Messages) {
    if document.stored.is_empty() {
        return;
    }
    let count = |played: PlayedIn| document.stored.iter().filter(|stored| stored.played == played).count();
    heading(out, &tr!(words, "diff-stored", stale = count(PlayedIn::Old), all = document.stored.len()));
    let earlier = count(PlayedIn::Other);
    if earlier > 0 {
        line(out, 1, &tr!(words, "diff-stale-before", count = earlier));
    }
    let hit: Vec<&StoredPlayDiff> = document.stored.iter().filter(|stored| stored.played == PlayedIn::Old).collect();
    hit.iter().take(3 * NAMED).for_each(|stored| line(out, 1, &one_play(stored, words)));
    rest_of(out, hit.len(), 3 * NAMED, words);
}

fn one_play(stored: &StoredPlayDiff, words: &Messages) -> String {
    let now = outcome(&stored.is, words);
    let was = stored.was.as_ref().map(|was| outcome(was, words)).unwrap_or_default();
    let said = match (stored.was.as_ref().and_then(result), result(&stored.is)) {
        (Some(before), Some(after)) if before == after => tr!(words, "diff-play-same", now = now),
        _ if stored.was.as_ref() == Some(&stored.is) => tr!(words, "diff-play-same", now = now),
        _ => tr!(words, "diff-play-changed", was = was, now = now),
    };
    format!("{} {:06}: {said}", make_safe(&stored.learner), stored.number)
}

/// The score and verdict of a play that is over.
fn result(replay: &ReplayOutcome) -> Option<(Score, Verdict)> {
    match replay {
        ReplayOutcome::Over { score, verdict, .. } => Some((*score, *verdict)),
        ReplayOutcome::Open { .. } | ReplayOutcome::Stopped { .. } => None,
    }
}

fn rest(out: &mut String, count: usize, words: &Messages) {
    rest_of(out, count, NAMED, words);
}

fn rest_of(out: &mut String, count: usize, shown: usize, words: &Messages) {
    let more = count.saturating_sub(shown);
    if more > 0 {
        line(out, 1, &tr!(words, "diff-more", count = more));
    }
}

fn heading(out: &mut String, words: &str) {
    out.push('\n');
    line(out, 0, words);
}

/// A line, indented and wrapped.
fn line(out: &mut String, depth: usize, words: &str) {
    let indent = "  ".repeat(depth);
    let wrapped = lines(words, WIDTH - indent.len() - 2).join(&format!("\n{indent}  "));
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{indent}{wrapped}");
}
