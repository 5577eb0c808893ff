//! Points of the picture: where arrows turn, and where their heads are.

use graphlay::{Point, Rect};

/// A count as a length. No picture holds so many of anything that this would be cut.
pub(super) fn units(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Whether two boxes have room in common.
pub(super) fn overlap(a: &Rect, b: &Rect) -> bool {
    a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y
}

/// A line through these points with its corners rounded, as SVG writes it.
pub(super) fn rounded(points: &[Point]) -> String {
    const RADIUS: f64 = 6.0;
    let mut path = String::new();
    for (n, point) in points.iter().enumerate() {
        let step = match (n.checked_sub(1).and_then(|n| points.get(n)), points.get(n + 1)) {
            (None, _) => format!("M{:.1} {:.1}", point.x, point.y),
            (Some(before), Some(after)) => {
                let (a, b) = (toward(*point, *before, RADIUS), toward(*point, *after, RADIUS));
                format!("L{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}", a.x, a.y, point.x, point.y, b.x, b.y)
            }
            (Some(_), None) => format!("L{:.1} {:.1}", point.x, point.y),
        };
        path.push_str(&step);
    }
    path
}

/// A point at most this far from `from` on the way to `to`, and not past its middle.
fn toward(from: Point, to: Point, far: f64) -> Point {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let length = x.hypot(y);
    if length == 0.0 {
        return from;
    }
    let share = far.min(length / 2.0) / length;
    Point::new(from.x + x * share, from.y + y * share)
}

/// The head of an arrow at the last of these points, as SVG writes it.
pub(super) fn arrow_head(points: &[Point]) -> Option<String> {
    let [.., before, tip] = points else { return None };
    let back = toward(*tip, *before, 9.0);
    let (x, y) = (tip.x - back.x, tip.y - back.y);
    let (side_x, side_y) = (-y * 0.5, x * 0.5);
    let (a, b) = (Point::new(back.x + side_x, back.y + side_y), Point::new(back.x - side_x, back.y - side_y));
    Some(format!("M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}Z", tip.x, tip.y, a.x, a.y, b.x, b.y))
}
