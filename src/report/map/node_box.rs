//! A box of the picture, measured: what stands in it, in which lines, and beside which of them arrows leave it. Where it
//! stands is decided by [`super::layout`], how it looks by [`super::svg`].

use super::document::{MapDocument, PlaceKind, PlaceRow, StepRow, TrafficShare};
use super::geometry::units;
use crate::speech::line_breaking::lines;
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;

/// The width of a cell, a little more than that of common monospaced faces at this size, so that words never leave
/// their box; a wide character takes two.
pub(super) const CELL: f64 = 7.6;
/// From line to line of words.
pub(super) const LINE: f64 = 17.0;
/// From the edge of a box to its words.
pub(super) const PAD: f64 = 10.0;
/// Room for the sign before a choice.
pub(super) const SIGN: f64 = 18.0;
/// The widest line of words in a box, in cells.
pub(super) const CELLS: usize = 34;

/// A box, measured.
pub(super) struct NodeBox {
    pub head: Vec<BoxLine>,
    pub groups: Vec<Group>,
    pub width: f64,
    pub height: f64,
}

/// Choices that lead to the same places.
pub(super) struct Group {
    pub rows: Vec<BoxLine>,
    /// The ways that leave beside it, each at the row that names its end; none where the choices stay.
    pub ways: Leaving,
    /// From the top of the box.
    pub top: f64,
}

/// Ways, each with the row beside which it leaves.
type Leaving = Vec<(usize, usize)>;

/// A line of words in a box.
pub(super) struct BoxLine {
    pub sign: &'static str,
    pub words: String,
    /// The class of the words.
    pub look: &'static str,
}

/// An arrow of the picture, from a group to a place.
pub(super) struct Arrow {
    pub from: usize,
    pub way: usize,
    /// Where it leaves, from the middle of the right border, -1 to 1.
    pub port: f64,
}

impl NodeBox {
    pub(super) fn new(map: &MapDocument, place: usize) -> NodeBox {
        let own = &map.places[place];
        let head = head(map, own);
        let mut top = PAD + units(head.len()) * LINE;
        let groups: Vec<Group> = groups(map, place)
            .into_iter()
            .map(|(rows, ways)| {
                let height = units(rows.len()) * LINE + PAD;
                top += height;
                Group { rows, ways, top: top - height }
            })
            .collect();
        let widest = |said: &[BoxLine]| units(said.iter().map(|said| said.words.width()).max().unwrap_or(0)) * CELL;
        let rows = groups.iter().map(|group| widest(&group.rows) + SIGN).fold(widest(&head), f64::max);
        NodeBox { head, width: rows + 2.0 * PAD, height: top + PAD, groups }
    }

    /// The arrows that leave it.
    pub(super) fn arrows(&self, from: usize) -> Vec<Arrow> {
        let port = |group: &Group, row: usize| {
            let y = group.top + PAD / 2.0 + LINE * (units(row) + 0.5);
            y / self.height * 2.0 - 1.0
        };
        let of = |group: &Group| {
            let arrows = group.ways.iter().map(|(way, row)| Arrow { from, way: *way, port: port(group, *row) });
            arrows.collect::<Vec<_>>()
        };
        self.groups.iter().flat_map(of).collect()
    }
}

fn head(map: &MapDocument, place: &PlaceRow) -> Vec<BoxLine> {
    let kind = match place.kind {
        PlaceKind::Start => Some(&map.words.start),
        PlaceKind::Scene => None,
        PlaceKind::Ending => Some(&map.words.ending),
        PlaceKind::Closing => Some(&map.words.closing),
    };
    let mut head = Vec::new();
    let mut say = |words: &str, look| {
        head.extend(lines(words, CELLS).into_iter().map(|words| BoxLine { sign: "", words: words.to_owned(), look }));
    };
    if let Some(kind) = kind {
        say(kind, "small");
    }
    if let Some(title) = &place.title {
        say(title, "title");
    }
    say(&place.name, if place.title.is_some() { "small" } else { "title" });
    if !place.reached {
        say(&map.words.unreached, "dead");
    }
    head
}

/// The choices of a place, those that go the same ways together, in the order of the file. A way that several groups go
/// is one line of the picture, which leaves where the best play takes it, or else beside the last of them.
fn groups(map: &MapDocument, place: usize) -> Vec<(Vec<BoxLine>, Leaving)> {
    let mut choices: BTreeMap<usize, Vec<(usize, &StepRow)>> = BTreeMap::new();
    for (number, way) in map.ways.iter().enumerate().filter(|(_, way)| way.from == place) {
        for step in &way.steps {
            choices.entry(step.choice).or_default().push((number, step));
        }
    }
    let mut groups: Vec<(Vec<usize>, Vec<BoxLine>)> = Vec::new();
    let mut leaves: BTreeMap<usize, (bool, usize)> = BTreeMap::new();
    for steps in choices.values() {
        let ways: Vec<usize> = steps.iter().map(|(way, _)| *way).collect();
        let known = groups.iter().position(|(known, _)| *known == ways);
        let group = known.unwrap_or_else(|| {
            groups.push((ways, Vec::new()));
            groups.len() - 1
        });
        groups[group].1.extend(choice(steps));
        for (way, step) in steps {
            let leaving = leaves.entry(*way).or_insert((step.best, group));
            *leaving = (*leaving).max((step.best, group));
        }
    }
    let closed = |(group, (ways, rows)): (usize, (Vec<usize>, Vec<BoxLine>))| {
        let leaves = |way: &usize| leaves.get(way).is_some_and(|(_, from)| *from == group);
        closed(map, place, &ways, rows, leaves)
    };
    groups.into_iter().enumerate().map(closed).collect()
}

/// A choice as lines, with its sign before the first.
fn choice(steps: &[(usize, &StepRow)]) -> Vec<BoxLine> {
    let Some((_, first)) = steps.first() else { return Vec::new() };
    let (best, reached) = (steps.iter().any(|(_, step)| step.best), steps.iter().any(|(_, step)| step.reached));
    let (sign, look) = match (best, reached) {
        (true, _) => ("★", "bestword"),
        (false, false) => ("✗", "dead"),
        (false, true) => ("•", ""),
    };
    let words = with_share(&first.words, first.share_anywhere);
    let lines = lines(&words, CELLS).into_iter().enumerate();
    lines.map(|(n, words)| BoxLine { sign: if n == 0 { sign } else { "" }, words: words.to_owned(), look }).collect()
}

/// Words, and behind them the share of plays, where plays are counted.
fn with_share(words: &str, share: Option<TrafficShare>) -> String {
    share.map_or_else(|| words.to_owned(), |share| format!("{words}  {}", share.told()))
}

/// A group with last rows that say where it leads, and which of its ways leave beside which of these rows.
fn closed(
    map: &MapDocument,
    place: usize,
    ways: &[usize],
    mut rows: Vec<BoxLine>,
    leaves: impl Fn(&usize) -> bool,
) -> (Vec<BoxLine>, Leaving) {
    let mut leaving = Vec::new();
    for way in ways {
        let to = map.ways[*way].to;
        let (sign, words) =
            if to == place { ("↻", map.words.stays.as_str()) } else { ("→", map.places[to].name.as_str()) };
        let words = with_share(words, map.ways[*way].share);
        if to != place && leaves(way) {
            leaving.push((*way, rows.len()));
        }
        let lines = lines(&words, CELLS).into_iter().enumerate();
        rows.extend(lines.map(|(n, words)| BoxLine {
            sign: if n == 0 { sign } else { "" },
            words: words.to_owned(),
            look: "small",
        }));
    }
    (rows, leaving)
}
