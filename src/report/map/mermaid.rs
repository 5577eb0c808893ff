//! The map as a Mermaid flowchart, which many pages draw by themselves where it stands in Markdown.

use super::document::{MapDocument, PlaceKind, PlaceRow};
use super::signs::{labels, wrapped};
use std::fmt::Write;

/// The whole document.
pub fn render(map: &MapDocument) -> String {
    let mut out = String::new();
    put(&mut out, format_args!("flowchart LR"));
    let own =
        |fragment: Option<usize>| map.places.iter().enumerate().filter(move |(_, place)| place.fragment == fragment);
    own(None).for_each(|(number, place)| node(&mut out, map, number, place, "  "));
    for (number, name) in map.fragments.iter().enumerate() {
        put(&mut out, format_args!("  subgraph f{number}[\"{}\"]", escaped(name)));
        own(Some(number)).for_each(|(at, place)| node(&mut out, map, at, place, "    "));
        put(&mut out, format_args!("  end"));
    }
    for way in &map.ways {
        let steps: Vec<String> = labels(way).iter().map(|line| escaped(line)).collect();
        let arrow = match (way.reached(), way.best()) {
            (false, _) => "-.->",
            (true, true) => "==>",
            (true, false) => "-->",
        };
        put(&mut out, format_args!("  p{} {arrow}|\"{}\"| p{}", way.from, steps.join("<br/>"), way.to));
    }
    for (number, way) in map.ways.iter().enumerate() {
        if let Some(share) = way.share {
            put(&mut out, format_args!("  linkStyle {number} stroke-width:{:.1}px", share.between(0.3, 10.0)));
        }
    }
    put(&mut out, format_args!("  classDef best stroke:#2a7d2a,stroke-width:4px"));
    put(&mut out, format_args!("  classDef unreached stroke:#888,stroke-dasharray:5 4"));
    out
}

fn node(out: &mut String, map: &MapDocument, number: usize, place: &PlaceRow, indent: &str) {
    let (open, kind, close) = match place.kind {
        PlaceKind::Start => ("[", Some(&map.words.start), "]"),
        PlaceKind::Scene => ("[", None, "]"),
        PlaceKind::Ending => ("([", Some(&map.words.ending), "])"),
        PlaceKind::Closing => ("([", Some(&map.words.closing), "])"),
    };
    let unreached = (!place.reached).then_some(map.words.unreached.as_str());
    let lines = kind.map(String::as_str).into_iter().chain(place.title.as_deref()).chain([place.name.as_str()]);
    let label: Vec<String> = lines.chain(unreached).flat_map(wrapped).map(|line| escaped(&line)).collect();
    let class = match (place.reached, place.best) {
        (false, _) => ":::unreached",
        (true, true) => ":::best",
        (true, false) => "",
    };
    put(out, format_args!("{indent}p{number}{open}\"{}\"{close}{class}", label.join("<br/>")));
}

/// Everything that Mermaid or the page around it would read as markup, by its number. `#` comes first among them: it
/// begins such a number.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '"' | '#' | '&' | '<' | '>' | '`' | '\\' | ';' | '|' | '[' | ']' | '{' | '}' | '%' | '$' => {
                // Writing to a String cannot fail.
                let _ = write!(out, "#{};", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out
}

fn put(out: &mut String, words: std::fmt::Arguments) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{words}");
}

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_ends_the_string_or_becomes_markup() {
        assert_eq!(super::escaped("a\"] #quot; <b>"), "a#34;#93; #35;quot#59; #60;b#62;");
    }
}
