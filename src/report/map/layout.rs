//! Where the boxes of the picture stand and which way its arrows go: graphlay's work, and what it does not know of ours.

use super::document::{MapDocument, PlaceKind};
use super::node_box::{Arrow, LINE, NodeBox, PAD};
use crate::base::bilingual::Bilingual;
use crate::both;
use graphlay::{
    Direction, Edge, Effort, Graph, GraphBuilder, Layout, LayoutOptions, Margins, Node, PortHint, RankConstraint, Side,
    Size,
};

/// Around the whole picture.
pub(super) const MARGIN: f64 = 24.0;

/// The most places that are drawn: beyond, nobody can read the picture.
const PLACES: usize = 600;

/// Why no picture can be drawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.told().en)]
pub enum Unplaced {
    /// More places than a picture can show.
    TooMany {
        /// How many there are.
        places: usize,
        /// How many can be shown.
        most: usize,
    },
    /// The layout gave up; its own words.
    Layout(String),
}

impl Unplaced {
    /// What is in the way.
    pub fn told(&self) -> Bilingual {
        match self {
            Unplaced::TooMany { places, most } => both!(
                "{places} scenes and endings do not fit into one picture; it can hold {most}",
                "一张图放不下 {places} 个场景和结局；最多放 {most} 个"
            ),
            Unplaced::Layout(why) => both!("the picture could not be laid out: {why}", "图排不出来：{why}"),
        }
    }
}

/// The boxes of a map, its arrows, and where all of them are drawn.
pub(super) struct Arrangement {
    /// By place.
    pub boxes: Vec<NodeBox>,
    /// Those that leave one box stand together.
    pub arrows: Vec<Arrow>,
    /// Its nodes are the boxes, its edges the arrows.
    pub layout: Layout,
}

impl Arrangement {
    /// # Errors
    /// When there are too many places to be drawn.
    pub(super) fn new(map: &MapDocument) -> Result<Arrangement, Unplaced> {
        if map.places.len() > PLACES {
            return Err(Unplaced::TooMany { places: map.places.len(), most: PLACES });
        }
        let boxes: Vec<NodeBox> = (0..map.places.len()).map(|place| NodeBox::new(map, place)).collect();
        let arrows: Vec<Arrow> = boxes.iter().enumerate().flat_map(|(from, own)| own.arrows(from)).collect();
        let graph = graph(map, &boxes, &arrows);
        let mut layout = graphlay::layout(&graph, &options(map)).map_err(|why| Unplaced::Layout(why.to_string()))?;
        set_apart(map, &boxes, &mut layout);
        Ok(Arrangement { boxes, arrows, layout })
    }
}

/// What is to be laid out. Fragments are no compounds of the layout, which would no longer let an arrow leave beside its
/// row; their scenes are only kept a little further from others.
fn graph(map: &MapDocument, boxes: &[NodeBox], arrows: &[Arrow]) -> Graph {
    let mut graph = GraphBuilder::new();
    let mut ids = Vec::new();
    for (place, own) in map.places.iter().zip(boxes) {
        let rank = match place.kind {
            PlaceKind::Start => RankConstraint::First,
            PlaceKind::Scene | PlaceKind::Ending | PlaceKind::Closing => RankConstraint::Free,
        };
        let size = Size::new(own.width, own.height);
        let around = Margins { along_neg: PAD, along_pos: PAD, cross_neg: PAD + LINE, cross_pos: PAD };
        let margin = place.fragment.map_or_else(Margins::default, |_| around);
        ids.push(graph.add_node(Node { size, rank, margin, ..Node::default() }));
    }
    for arrow in arrows {
        let way = &map.ways[arrow.way];
        let source_port = Some(PortHint::Offset { side: Side::Right, t: arrow.port });
        let target_port = Some(PortHint::Side(Side::Left));
        let weight = if way.best() { 3.0 } else { 1.0 };
        graph.add_edge(Edge { source_port, target_port, weight, ..Edge::new(ids[arrow.from], ids[way.to]) });
    }
    graph.build()
}

/// From so many places on a good layout would take too long.
const MANY: usize = 150;

fn options(map: &MapDocument) -> LayoutOptions {
    let mut options = LayoutOptions::layered_default();
    options.direction = Direction::LeftRight;
    options.effort = if map.places.len() > MANY { Effort::Fast } else { options.effort };
    options
}

/// Puts the places that no arrow leads to or from in a row below all others, where no arrow passes.
fn set_apart(map: &MapDocument, boxes: &[NodeBox], layout: &mut Layout) {
    let alone = |place: &usize| {
        let leads = map.ways.iter().any(|way| way.from != way.to && (way.from == *place || way.to == *place));
        !leads && map.places[*place].fragment.is_none()
    };
    let (alone, drawn): (Vec<usize>, Vec<usize>) = (0..boxes.len()).partition(alone);
    let corners = drawn.into_iter().chain(boxes.len()..layout.nodes.len()).filter_map(|number| {
        let placed = layout.nodes.get(number)?;
        Some((placed.center.x - placed.size.width / 2.0, placed.center.y + placed.size.height / 2.0))
    });
    let points = layout.edges.iter().flat_map(|route| route.points.iter().map(|point| (point.x, point.y)));
    let ends: Vec<(f64, f64)> = corners.chain(points).collect();
    let mut x = ends.iter().map(|(x, _)| *x).reduce(f64::min).unwrap_or(0.0);
    let y = ends.iter().map(|(_, y)| *y).reduce(f64::max).unwrap_or(0.0) + 2.0 * MARGIN;
    for place in alone {
        if let (Some(placed), own) = (layout.nodes.get_mut(place), &boxes[place]) {
            (placed.center.x, placed.center.y) = (x + own.width / 2.0, y + own.height / 2.0);
            x += own.width + MARGIN;
        }
    }
    layout.recompute_bounds();
}
