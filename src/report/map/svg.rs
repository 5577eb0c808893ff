//! The map as an SVG picture that stands alone. Boxes hold a scene with its choices, those that lead to the same places
//! together; arrows leave beside them. Where everything stands is decided by `layout`; how it looks is decided here.
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

use super::document::{MapDocument, PlaceKind, StepRow, WayRow};
use super::geometry::{arrow_head, overlap, rounded, units};
use super::layout::{Arrangement, MARGIN, Unplaced};
use super::node_box::{Arrow, BoxLine, CELL, Group, LINE, NodeBox, PAD, SIGN};
use crate::report::markup::{Tenths, direction};
use graphlay::{Layout, Point, Rect};
use maud::{Markup, PreEscaped, html};
use unicode_width::UnicodeWidthStr;

/// The size of words.
const FONT: f64 = 12.0;

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

/// The whole picture.
///
/// # Errors
/// When there are too many places to be drawn.
pub fn render(map: &MapDocument) -> Result<String, Unplaced> {
    let Arrangement { boxes, arrows, layout } = Arrangement::new(map)?;
    let picture = Picture { map, boxes: &boxes, arrows: &arrows, layout: &layout };
    Ok(picture.draw().into_string() + "\n")
}

struct Picture<'p> {
    map: &'p MapDocument,
    boxes: &'p [NodeBox],
    arrows: &'p [Arrow],
    layout: &'p Layout,
}

impl Picture<'_> {
    fn draw(&self) -> Markup {
        let Rect { min, max } = self.bounds();
        let (x, y, width, height) = (min.x, min.y, max.x - min.x, max.y - min.y);
        html! {
            (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
            svg xmlns="http://www.w3.org/2000/svg"
                width=(format_args!("{width:.0}")) height=(format_args!("{height:.0}"))
                viewBox=(format_args!("{x:.1} {y:.1} {width:.1} {height:.1}"))
                role="img" aria-labelledby="t d" xml:lang=(self.map.lang) direction=[direction(&self.map.lang)] {
                title id="t" { (self.map.title) }
                desc id="d" { (self.map.notes.join(" ")) }
                style { (PreEscaped(STYLE)) }
                (rect("bg", &Rect { min, max }, None))
                (self.heading(&Rect { min, max }))
                @for (number, name) in self.map.fragments.iter().enumerate() { (self.cluster(number, name)) }
                @for number in self.arrow_order() { (self.arrow(number)) }
                @for (place, own) in self.boxes.iter().enumerate() { (self.node_box(place, own)) }
            }
        }
    }

    /// Everything that is drawn, with the heading above and a margin around.
    fn bounds(&self) -> Rect {
        let drawn = &self.layout.bounds;
        let notes = units(self.map.notes.iter().map(|note| note.width()).max().unwrap_or(0)) * CELL;
        let title = units(self.map.title.width()) * CELL * 1.5;
        let above = 30.0 + units(self.map.notes.len()) * LINE + MARGIN;
        let width = (drawn.max.x - drawn.min.x).max(notes).max(title) + 2.0 * MARGIN;
        let height = drawn.max.y - drawn.min.y + above + 2.0 * MARGIN;
        let min = Point::new(drawn.min.x - MARGIN, drawn.min.y - MARGIN - above);
        Rect { min, max: Point::new(min.x + width, min.y + height) }
    }

    fn heading(&self, bounds: &Rect) -> Markup {
        let (x, y) = (self.begin(bounds, MARGIN), bounds.min.y + MARGIN);
        html! {
            (text(x, y + 18.0, "big", &self.map.title))
            @for (note, number) in self.map.notes.iter().zip(1..) {
                (text(x, y + 22.0 + LINE * f64::from(number), "small", note))
            }
        }
    }

    /// Where words begin in a frame, so far from its side: the left one, or the right one in a language read from there.
    fn begin(&self, frame: &Rect, inset: f64) -> f64 {
        if direction(&self.map.lang).is_some() { frame.max.x - inset } else { frame.min.x + inset }
    }

    /// A frame around the scenes of a fragment, where nothing else stands among them.
    fn cluster(&self, number: usize, name: &str) -> Markup {
        let Some(around) = self.cluster_frame(number) else { return Markup::default() };
        html! {
            (rect("cluster", &around, Some(10)))
            (text(self.begin(&around, PAD), around.min.y + LINE, "title", name))
        }
    }

    fn cluster_frame(&self, number: usize) -> Option<Rect> {
        let (own, others): (Vec<usize>, Vec<usize>) =
            (0..self.boxes.len()).partition(|place| self.map.places[*place].fragment == Some(number));
        let around = own.into_iter().filter_map(|place| self.frame(place)).reduce(Rect::union)?;
        let min = Point::new(around.min.x - PAD, around.min.y - PAD - LINE);
        let around = Rect { min, max: Point::new(around.max.x + PAD, around.max.y + PAD) };
        let mut others = others.into_iter().filter_map(|place| self.frame(place));
        (!others.any(|other| overlap(&around, &other))).then_some(around)
    }

    /// The box of a place.
    fn frame(&self, place: usize) -> Option<Rect> {
        let placed = self.layout.nodes.get(place)?;
        Some(Rect::from_center(placed.center, placed.size))
    }

    /// The best play's arrows last, above all others.
    fn arrow_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.arrows.len()).collect();
        order.sort_by_key(|number| {
            let way = &self.map.ways[self.arrows[*number].way];
            (way.best(), way.reached())
        });
        order
    }

    fn arrow(&self, number: usize) -> Markup {
        let Some(points) = self.layout.edges.get(number).map(|route| &route.points) else { return Markup::default() };
        let way = &self.map.ways[self.arrows[number].way];
        let hue = way.to % 6;
        let (line, head) = match (way.best(), way.reached()) {
            (true, _) => ("way bestline".to_owned(), "besthead".to_owned()),
            (false, false) => ("way never".to_owned(), "neverhead".to_owned()),
            (false, true) => (format!("way h{hue}"), format!("t{hue}")),
        };
        let path = rounded(points);
        let width = way.share.map(|share| share.between(0.5, 6.0));
        let style = |wider: f64| width.map(|width| format!("stroke-width:{:.1}", width + wider));
        html! {
            g.w {
                title { (self.told(way)) }
                path.halo style=[style(3.4)] d=(path) {}
                path class=(line) style=[style(0.0)] d=(path) {}
                @if let Some(drawn) = arrow_head(points) { path class=(head) d=(drawn) {} }
            }
        }
    }

    /// An arrow in words, for whoever points at it.
    fn told(&self, way: &WayRow) -> String {
        let share = |step: &StepRow| step.share.map_or_else(String::new, |share| format!(" {}", share.told()));
        let steps: Vec<String> = way.steps.iter().map(|step| format!("{}{}", step.words, share(step))).collect();
        format!("{} → {}: {}", self.map.places[way.from].name, self.map.places[way.to].name, steps.join(", "))
    }

    fn node_box(&self, place: usize, own: &NodeBox) -> Markup {
        let Some(placed) = self.layout.nodes.get(place) else { return Markup::default() };
        let (x, y) = (placed.center.x - own.width / 2.0, placed.center.y - own.height / 2.0);
        let frame = Rect { min: Point::new(x, y), max: Point::new(x + own.width, y + own.height) };
        let (class, radius) = self.look(place);
        html! {
            (rect(&class, &frame, Some(radius)))
            (self.lines(&frame, y + PAD, &own.head, 0.0))
            @for own in &own.groups { (self.group(&frame, own)) }
        }
    }

    /// The classes of a box, and how round its corners are.
    fn look(&self, place: usize) -> (String, u32) {
        let own = &self.map.places[place];
        let (shape, radius) = match own.kind {
            PlaceKind::Start | PlaceKind::Scene => ("", 4),
            PlaceKind::Ending | PlaceKind::Closing => (" end", 16),
        };
        let look = match (own.best, own.reached) {
            (_, false) => " never",
            (true, true) => " bestbox",
            (false, true) => "",
        };
        (format!("box{shape}{look}"), radius)
    }

    /// Choices of a box, under a rule.
    fn group(&self, frame: &Rect, group: &Group) -> Markup {
        let (x, top) = (frame.min.x, frame.min.y + group.top);
        html! {
            line.rule x1=(Tenths(x)) y1=(Tenths(top)) x2=(Tenths(frame.max.x)) y2=(Tenths(top)) {}
            (self.lines(frame, top + PAD / 2.0, &group.rows, SIGN))
        }
    }

    /// Lines of a box, each behind its sign.
    fn lines(&self, frame: &Rect, y: f64, lines: &[BoxLine], indent: f64) -> Markup {
        html! {
            @for (line, number) in lines.iter().zip(0..) {
                @let base = y + LINE * f64::from(number) + FONT;
                @if !line.sign.is_empty() { (text(self.begin(frame, PAD), base, line.look, line.sign)) }
                (text(self.begin(frame, PAD + indent), base, line.look, &line.words))
            }
        }
    }
}

fn text(x: f64, y: f64, look: &str, words: &str) -> Markup {
    html! { text class=(look) x=(Tenths(x)) y=(Tenths(y)) { (words) } }
}

fn rect(class: &str, frame: &Rect, radius: Option<u32>) -> Markup {
    let Rect { min, max } = frame;
    html! {
        rect class=(class) x=(Tenths(min.x)) y=(Tenths(min.y))
            width=(Tenths(max.x - min.x)) height=(Tenths(max.y - min.y)) rx=[radius] {}
    }
}
