//! The map as an SVG picture that stands alone. Boxes hold a scene with its choices, those that lead to the same places
//! together; lines leave beside them. graphlay lays out boxes and lines; what is drawn, and in which size, is decided here.
//!
//! ```text
//! ┌──────────────────────┐        ┌──────────────────┐
//! │ On the landing       │        │ On the phone     │
//! │ landing              │        │ on_the_phone     │
//! ├──────────────────────┤        ├──────────────────┤
//! │ ↻ wait               │   ┌───▶│ …                │
//! ├──────────────────────┤   │    └──────────────────┘
//! │ ★ phone              │   │
//! │ → on_the_phone       ├───┘
//! └──────────────────────┘
//! ```

use super::node_box::{Arrow, BoxLine, CELL, LINE, NodeBox, PAD, SIGN};
use super::{MapDocument, PlaceKind, WayRow};
use crate::report::debrief::html::escaped;
use graphlay::{
    Direction, Edge, Effort, Graph, GraphBuilder, Layout, LayoutOptions, Margins, Node, NodeId, Point, PortHint,
    RankConstraint, Rect, Side, Size,
};
use std::fmt::{self, Write};
use unicode_width::UnicodeWidthStr;

const FONT: u32 = 12;
/// Around the whole picture.
const MARGIN: f64 = 24.0;
/// The most places that are drawn: beyond, nobody can read the picture.
const PLACES: usize = 600;

const STYLE: &str = "
.bg{fill:#fff}.box{fill:#fdfdfd;stroke:#555;stroke-width:1.2}.end{fill:#eef3fa}
text{font:12px ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,'Noto Sans Mono CJK SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',monospace;fill:#1b1b1b;white-space:pre}
.title{font-weight:700}.big{font-size:18px;font-weight:700}.small{fill:#5a5a5a}.dead{fill:#777}
.rule{stroke:#bbb;stroke-width:1}.cluster{fill:#f4f1fa;stroke:#8a7db0;stroke-width:1.2;stroke-dasharray:3 3}
.way{fill:none;stroke-width:1.6}.halo{fill:none;stroke:#fff;stroke-width:5}
.h0{stroke:#3465a4}.h1{stroke:#a0522d}.h2{stroke:#75507b}.h3{stroke:#0e7c7b}.h4{stroke:#8f6b00}.h5{stroke:#555}
.t0{fill:#3465a4}.t1{fill:#a0522d}.t2{fill:#75507b}.t3{fill:#0e7c7b}.t4{fill:#8f6b00}.t5{fill:#555}
.bestline{stroke:#2a7d2a;stroke-width:3.4}.besthead{fill:#2a7d2a}.bestbox{stroke:#2a7d2a;stroke-width:3}.bestword{fill:#1c661c;font-weight:700}
.never{stroke:#888;stroke-dasharray:6 4}.neverhead{fill:#888}
g.w:hover .way{stroke-width:4.5}
@media (prefers-color-scheme:dark){.bg{fill:#15171a}.box{fill:#1e2126;stroke:#aaa}.end{fill:#1d2733}text{fill:#e8e8e8}.small{fill:#a8a8a8}.dead{fill:#8d8d8d}.rule{stroke:#4a4d52}.cluster{fill:#1f1b29;stroke:#8a7db0}.halo{stroke:#15171a}
.h0{stroke:#7aa6e0}.h1{stroke:#e09a6e}.h2{stroke:#c49fd0}.h3{stroke:#5cc5c3}.h4{stroke:#d9b64a}.h5{stroke:#b5b5b5}
.t0{fill:#7aa6e0}.t1{fill:#e09a6e}.t2{fill:#c49fd0}.t3{fill:#5cc5c3}.t4{fill:#d9b64a}.t5{fill:#b5b5b5}
.bestline,.bestbox{stroke:#5fd06a}.besthead{fill:#5fd06a}.bestword{fill:#86e08f}}
@media print{.bg{fill:#fff}}
";

/// Why no picture can be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unplaced {
    /// More places than a picture can show.
    TooMany { places: usize, most: usize },
    /// The layout gave up; its own words.
    Layout(String),
}

impl fmt::Display for Unplaced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unplaced::TooMany { places, most } => {
                write!(f, "{places} scenes and endings do not fit into one picture; it can hold {most}")
            }
            Unplaced::Layout(why) => write!(f, "the picture could not be laid out: {why}"),
        }
    }
}

/// The whole picture.
///
/// # Errors
/// When there are too many places to be drawn.
pub fn svg(sheet: &MapDocument) -> Result<String, Unplaced> {
    if sheet.places.len() > PLACES {
        return Err(Unplaced::TooMany { places: sheet.places.len(), most: PLACES });
    }
    let cards: Vec<NodeBox> = (0..sheet.places.len()).map(|place| NodeBox::new(sheet, place)).collect();
    let lines: Vec<Arrow> = cards.iter().enumerate().flat_map(|(from, node_box)| node_box.lines(from)).collect();
    let graph = arranged(sheet, &cards, &lines);
    let mut layout = graphlay::layout(&graph, &options(sheet)).map_err(|why| Unplaced::Layout(why.to_string()))?;
    set_apart(sheet, &cards, &mut layout);
    Ok(Picture { sheet, cards: &cards, lines: &lines, layout: &layout }.draw())
}

/// What is to be laid out. Fragments are no compounds of the layout, which would no longer let a line leave beside its
/// row; their scenes are only kept a little further from others.
fn arranged(sheet: &MapDocument, cards: &[NodeBox], lines: &[Arrow]) -> Graph {
    let mut graph = GraphBuilder::new();
    for (place, node_box) in sheet.places.iter().zip(cards) {
        let rank = match place.kind {
            PlaceKind::Start => RankConstraint::First,
            PlaceKind::Scene | PlaceKind::Ending | PlaceKind::Closing => RankConstraint::Free,
        };
        let size = Size::new(node_box.width, node_box.height);
        let around = Margins { along_neg: PAD, along_pos: PAD, cross_neg: PAD + LINE, cross_pos: PAD };
        let margin = place.fragment.map_or_else(Margins::default, |_| around);
        graph.add_node(Node { size, rank, margin, ..Node::default() });
    }
    for line in lines {
        let way = &sheet.ways[line.way];
        let (source, target) = (NodeId(line.from as u32), NodeId(way.to as u32));
        let source_port = Some(PortHint::Offset { side: Side::Right, t: line.port });
        let weight = if way.best() { 3.0 } else { 1.0 };
        graph.add_edge(Edge {
            source_port,
            target_port: Some(PortHint::Side(Side::Left)),
            weight,
            ..Edge::new(source, target)
        });
    }
    graph.build()
}

fn options(sheet: &MapDocument) -> LayoutOptions {
    let mut options = LayoutOptions::layered_default();
    options.direction = Direction::LeftRight;
    options.effort = if sheet.places.len() > 150 { Effort::Fast } else { options.effort };
    options
}

/// Puts the places that no line leads to or from in a row below all others, where no line passes.
fn set_apart(sheet: &MapDocument, cards: &[NodeBox], layout: &mut Layout) {
    let alone = |place: &usize| {
        let leads = sheet.ways.iter().any(|way| way.from != way.to && (way.from == *place || way.to == *place));
        !leads && sheet.places[*place].fragment.is_none()
    };
    let (alone, drawn): (Vec<usize>, Vec<usize>) = (0..cards.len()).partition(alone);
    let boxes = drawn.into_iter().chain(cards.len()..layout.nodes.len()).filter_map(|number| {
        let placed = layout.nodes.get(number)?;
        Some((placed.center.x - placed.size.width / 2.0, placed.center.y + placed.size.height / 2.0))
    });
    let points = layout.edges.iter().flat_map(|route| route.points.iter().map(|point| (point.x, point.y)));
    let ends: Vec<(f64, f64)> = boxes.chain(points).collect();
    let mut x = ends.iter().map(|(x, _)| *x).reduce(f64::min).unwrap_or(0.0);
    let y = ends.iter().map(|(_, y)| *y).reduce(f64::max).unwrap_or(0.0) + 2.0 * MARGIN;
    for place in alone {
        if let (Some(placed), node_box) = (layout.nodes.get_mut(place), &cards[place]) {
            (placed.center.x, placed.center.y) = (x + node_box.width / 2.0, y + node_box.height / 2.0);
            x += node_box.width + MARGIN;
        }
    }
    layout.recompute_bounds();
}

struct Picture<'p> {
    sheet: &'p MapDocument,
    cards: &'p [NodeBox],
    lines: &'p [Arrow],
    layout: &'p Layout,
}

impl Picture<'_> {
    fn draw(&self) -> String {
        let mut out = String::new();
        let bounds = &self.layout.bounds;
        let notes = self.sheet.notes.iter().map(|note| note.width()).max().unwrap_or(0) as f64 * CELL;
        let title = self.sheet.title.width() as f64 * CELL * 1.5;
        let above = 30.0 + self.sheet.notes.len() as f64 * LINE + MARGIN;
        let width = (bounds.max.x - bounds.min.x).max(notes).max(title) + 2.0 * MARGIN;
        let height = bounds.max.y - bounds.min.y + above + 2.0 * MARGIN;
        let (x, y) = (bounds.min.x - MARGIN, bounds.min.y - MARGIN - above);
        put(&mut out, format_args!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
        put(
            &mut out,
            format_args!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"{x:.1} {y:.1} {width:.1} {height:.1}\" role=\"img\" aria-labelledby=\"t d\" xml:lang=\"{}\">",
                escaped(&self.sheet.lang)
            ),
        );
        put(&mut out, format_args!("<title id=\"t\">{}</title>", escaped(&self.sheet.title)));
        put(&mut out, format_args!("<desc id=\"d\">{}</desc>", escaped(&self.sheet.notes.join(" "))));
        put(&mut out, format_args!("<style>{STYLE}</style>"));
        put(
            &mut out,
            format_args!("<rect class=\"bg\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>"),
        );
        self.heading(&mut out, x + MARGIN, y + MARGIN);
        self.clusters(&mut out);
        self.ways(&mut out);
        self.cards.iter().enumerate().for_each(|(place, node_box)| self.node_box(&mut out, place, node_box));
        put(&mut out, format_args!("</svg>"));
        out
    }

    fn heading(&self, out: &mut String, x: f64, y: f64) {
        text(out, x, y + 18.0, "big", &self.sheet.title);
        let notes = self.sheet.notes.iter().zip(1..);
        notes.for_each(|(note, n)| text(out, x, y + 22.0 + LINE * f64::from(n), "small", note));
    }

    /// Around the scenes of each fragment, where nothing else stands among them.
    fn clusters(&self, out: &mut String) {
        for (number, name) in self.sheet.fragments.iter().enumerate() {
            let (own, others): (Vec<usize>, Vec<usize>) =
                (0..self.cards.len()).partition(|place| self.sheet.places[*place].fragment == Some(number));
            let boxes = own.into_iter().filter_map(|place| self.frame(place));
            let Some(around) = boxes.reduce(Rect::union) else { continue };
            let min = Point::new(around.min.x - PAD, around.min.y - PAD - LINE);
            let around = Rect { min, max: Point::new(around.max.x + PAD, around.max.y + PAD) };
            if others.into_iter().filter_map(|place| self.frame(place)).any(|other| overlap(&around, &other)) {
                continue;
            }
            let (x, y, width, height) = (min.x, min.y, around.max.x - min.x, around.max.y - min.y);
            put(
                out,
                format_args!(
                    "<rect class=\"cluster\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"10\"/>"
                ),
            );
            text(out, x + PAD, y + LINE, "title", name);
        }
    }

    /// The box of a place.
    fn frame(&self, place: usize) -> Option<Rect> {
        let placed = self.layout.nodes.get(place)?;
        Some(Rect::from_center(placed.center, placed.size))
    }

    /// The best play's lines last, above all others.
    fn ways(&self, out: &mut String) {
        let mut order: Vec<usize> = (0..self.lines.len()).collect();
        order.sort_by_key(|number| {
            let way = &self.sheet.ways[self.lines[*number].way];
            (way.best(), way.reached())
        });
        order.into_iter().for_each(|number| self.way(out, number));
    }

    fn way(&self, out: &mut String, number: usize) {
        let Some(points) = self.layout.edges.get(number).map(|route| &route.points) else { return };
        let points: Vec<(f64, f64)> = points.iter().map(|point| (point.x, point.y)).collect();
        let way = &self.sheet.ways[self.lines[number].way];
        let hue = way.to % 6;
        let (line, head) = match (way.best(), way.reached()) {
            (true, _) => ("bestline".to_owned(), "besthead".to_owned()),
            (false, false) => ("never".to_owned(), "neverhead".to_owned()),
            (false, true) => (format!("h{hue}"), format!("t{hue}")),
        };
        let path = rounded(&points);
        put(out, format_args!("<g class=\"w\"><title>{}</title>", escaped(&self.told(way))));
        put(out, format_args!("<path class=\"halo\" d=\"{path}\"/><path class=\"way {line}\" d=\"{path}\"/>"));
        if let Some(head_at) = arrow(&points) {
            put(out, format_args!("<path class=\"{head}\" d=\"{head_at}\"/>"));
        }
        put(out, format_args!("</g>"));
    }

    fn told(&self, way: &WayRow) -> String {
        let steps: Vec<&str> = way.steps.iter().map(|step| step.words.as_str()).collect();
        format!("{} → {}: {}", self.sheet.places[way.from].name, self.sheet.places[way.to].name, steps.join(", "))
    }

    fn node_box(&self, out: &mut String, place: usize, node_box: &NodeBox) {
        let Some(placed) = self.layout.nodes.get(place) else { return };
        let own = &self.sheet.places[place];
        let (x, y) = (placed.center.x - node_box.width / 2.0, placed.center.y - node_box.height / 2.0);
        let (shape, radius) = match own.kind {
            PlaceKind::Start | PlaceKind::Scene => ("", 4),
            PlaceKind::Ending | PlaceKind::Closing => (" end", 16),
        };
        let look = match (own.best, own.reached) {
            (_, false) => " never",
            (true, true) => " bestbox",
            (false, true) => "",
        };
        let (width, height) = (node_box.width, node_box.height);
        put(
            out,
            format_args!(
                "<rect class=\"box{shape}{look}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"{radius}\"/>"
            ),
        );
        rows(out, x + PAD, y + PAD, &node_box.head, 0.0);
        for group in &node_box.groups {
            let top = y + group.top;
            put(
                out,
                format_args!(
                    "<line class=\"rule\" x1=\"{x:.1}\" y1=\"{top:.1}\" x2=\"{:.1}\" y2=\"{top:.1}\"/>",
                    x + width
                ),
            );
            rows(out, x + PAD, top + PAD / 2.0, &group.rows, SIGN);
        }
    }
}

fn overlap(a: &Rect, b: &Rect) -> bool {
    a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y
}

fn rows(out: &mut String, x: f64, y: f64, rows: &[BoxLine], indent: f64) {
    for (row, n) in rows.iter().zip(0..) {
        let base = y + LINE * f64::from(n) + f64::from(FONT);
        if !row.sign.is_empty() {
            text(out, x, base, row.look, row.sign);
        }
        text(out, x + indent, base, row.look, &row.words);
    }
}

fn text(out: &mut String, x: f64, y: f64, look: &str, words: &str) {
    put(out, format_args!("<text class=\"{look}\" x=\"{x:.1}\" y=\"{y:.1}\">{}</text>", escaped(words)));
}

/// A line through these points with its corners rounded.
fn rounded(points: &[(f64, f64)]) -> String {
    const RADIUS: f64 = 6.0;
    let mut path = String::new();
    for (n, point) in points.iter().enumerate() {
        let step = match (n.checked_sub(1).and_then(|n| points.get(n)), points.get(n + 1)) {
            (None, _) => format!("M{:.1} {:.1}", point.0, point.1),
            (Some(before), Some(after)) => {
                let (a, b) = (toward(*point, *before, RADIUS), toward(*point, *after, RADIUS));
                format!("L{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}", a.0, a.1, point.0, point.1, b.0, b.1)
            }
            (Some(_), None) => format!("L{:.1} {:.1}", point.0, point.1),
        };
        path.push_str(&step);
    }
    path
}

/// A point at most this far from `from` on the way to `to`, and not past its middle.
fn toward(from: (f64, f64), to: (f64, f64), far: f64) -> (f64, f64) {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let length = x.hypot(y);
    if length == 0.0 {
        return from;
    }
    let share = far.min(length / 2.0) / length;
    (from.0 + x * share, from.1 + y * share)
}

/// The head of an arrow at the last of these points.
fn arrow(points: &[(f64, f64)]) -> Option<String> {
    let [.., before, tip] = points else { return None };
    let back = toward(*tip, *before, 9.0);
    let (x, y) = (tip.0 - back.0, tip.1 - back.1);
    let (side_x, side_y) = (-y * 0.5, x * 0.5);
    let (a, b) = ((back.0 + side_x, back.1 + side_y), (back.0 - side_x, back.1 - side_y));
    Some(format!("M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}Z", tip.0, tip.1, a.0, a.1, b.0, b.1))
}

fn put(out: &mut String, words: std::fmt::Arguments) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{words}");
}
