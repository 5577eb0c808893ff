//! The map in DOT, the language of Graphviz and of the many tools that read it. It is plain ASCII, whatever encoding they
//! expect: other characters stand in it by their numbers.

use super::document::{MapDocument, PlaceKind, PlaceRow, WayRow};
use super::signs::{labels, wrapped};
use std::fmt::Write;

/// The whole document.
pub fn render(map: &MapDocument) -> String {
    let mut out = String::new();
    let label = [&map.title].into_iter().chain(&map.notes).map(String::as_str);
    put(&mut out, format_args!("digraph {} {{", quoted([map.title.as_str()])));
    put(&mut out, format_args!("  graph [rankdir=LR, labelloc=t, label={}];", quoted(label)));
    put(&mut out, format_args!("  node [shape=box, style=\"rounded\", fontname=\"sans-serif\"];"));
    put(&mut out, format_args!("  edge [fontname=\"sans-serif\", fontsize=10];"));
    let own =
        |fragment: Option<usize>| map.places.iter().enumerate().filter(move |(_, place)| place.fragment == fragment);
    own(None).for_each(|(number, place)| node(&mut out, map, number, place, "  "));
    for (number, name) in map.fragments.iter().enumerate() {
        put(&mut out, format_args!("  subgraph \"cluster_{number}\" {{"));
        put(&mut out, format_args!("    label={};\n    style=dashed;", quoted([name.as_str()])));
        own(Some(number)).for_each(|(at, place)| node(&mut out, map, at, place, "    "));
        put(&mut out, format_args!("  }}"));
    }
    map.ways.iter().for_each(|way| edge(&mut out, way));
    put(&mut out, format_args!("}}"));
    out
}

fn node(out: &mut String, map: &MapDocument, number: usize, place: &PlaceRow, indent: &str) {
    let unreached = (!place.reached).then_some(map.words.unreached.as_str());
    let (shape, kind) = match place.kind {
        PlaceKind::Start => ("box", Some(&map.words.start)),
        PlaceKind::Scene => ("box", None),
        PlaceKind::Ending => ("oval", Some(&map.words.ending)),
        PlaceKind::Closing => ("oval", Some(&map.words.closing)),
    };
    let lines = kind.map(String::as_str).into_iter().chain(place.title.as_deref()).chain([place.name.as_str()]);
    let lines: Vec<String> = lines.chain(unreached).flat_map(wrapped).collect();
    let label = quoted(lines.iter().map(String::as_str));
    let look = match (place.reached, place.best) {
        (false, _) => ", style=\"dashed\", color=gray, fontcolor=gray40",
        (true, true) => ", penwidth=3, color=darkgreen",
        (true, false) => "",
    };
    put(out, format_args!("{indent}p{number} [shape={shape}, label={label}{look}];"));
}

fn edge(out: &mut String, way: &WayRow) {
    let label = quoted(labels(way).iter().map(String::as_str));
    let look = match (way.reached(), way.best()) {
        (false, _) => ", style=dashed, color=gray, fontcolor=gray40",
        (true, true) => ", color=darkgreen",
        (true, false) => "",
    };
    let usual = if way.best() { Some(3.0) } else { None };
    let width = way.share.map(|share| share.between(0.3, 8.0)).or(usual);
    let width = width.map_or_else(String::new, |width| format!(", penwidth={width:.1}"));
    put(out, format_args!("  p{} -> p{} [label={label}{look}{width}];", way.from, way.to));
}

/// Lines as one quoted string. A backslash would begin an escape of its own (`\N` is the name of the node), so each is
/// doubled.
fn quoted<'l>(lines: impl IntoIterator<Item = &'l str>) -> String {
    let lines: Vec<String> = lines.into_iter().map(|line| line.chars().map(escaped).collect()).collect();
    format!("\"{}\"", lines.join("\\n"))
}

/// What a string may hold as it is; Graphviz reads `&…;` as the character of this number.
fn escaped(c: char) -> String {
    match c {
        '\\' => "\\\\".to_owned(),
        '"' => "\\\"".to_owned(),
        '&' => "&amp;".to_owned(),
        c if c.is_ascii() => c.to_string(),
        c => format!("&#{};", u32::from(c)),
    }
}

fn put(out: &mut String, words: std::fmt::Arguments) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{words}");
}

#[cfg(test)]
mod tests {
    #[test]
    fn quotes_and_backslashes_stay_inside_the_string() {
        assert_eq!(super::quoted(["a\"];x[", "b\\"]), r#""a\"];x[\nb\\""#);
    }

    #[test]
    fn other_characters_stand_by_their_numbers_and_a_number_in_a_text_stays_one() {
        assert_eq!(super::quoted(["门 & &#38376;"]), "\"&#38376; &amp; &amp;#38376;\"");
    }
}
