//! A debrief as one HTML page that stands alone: nothing is fetched, it prints well, and everything that is drawn or
//! coloured is also said.

use super::wording::{DebriefWording, MoveRow};
use crate::play::scoring::{Label, Score};
use std::fmt::Write;

const STYLE: &str = "
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}h3{font-size:1rem;margin-bottom:.2rem}
.verdict{font-size:1.3rem;font-weight:600}
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{border-bottom:1px solid #8886;padding:.25rem .5rem;text-align:left;vertical-align:top}.n{text-align:right;white-space:nowrap}
.good{border-left:.3rem solid #2a7d2a}.inaccuracy{border-left:.3rem solid #b58900}.mistake{border-left:.3rem solid #c4620a}.blunder{border-left:.3rem solid #b3261e}
article{padding-left:.7rem;margin:1rem 0;break-inside:avoid}
svg{width:100%;height:auto;border:1px solid #8886}
blockquote{margin:.3rem 0 .3rem 1rem}
@media print{body{margin:0;max-width:none;font-size:11pt}a{color:inherit}}
";

/// The whole page.
pub fn debrief(sheet: &DebriefWording) -> String {
    let mut out = String::new();
    let (lang, title) = (escaped(&sheet.lang), escaped(&sheet.title));
    put(&mut out, format_args!("<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">"));
    put(&mut out, format_args!("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"));
    put(
        &mut out,
        format_args!("<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>"),
    );
    put(
        &mut out,
        format_args!("<p class=\"verdict\">{}</p>\n<p>{}</p>", escaped(&sheet.verdict), escaped(&sheet.outcome)),
    );
    list(&mut out, &sheet.diagnostics);
    curve(&mut out, sheet);
    dimensions(&mut out, sheet);
    section(&mut out, &sheet.heads.costs, &sheet.costs);
    table(&mut out, sheet);
    sheet.moves.iter().for_each(|row| told(&mut out, sheet, row));
    section(&mut out, &sheet.heads.missed, &sheet.missed);
    section(&mut out, &sheet.heads.given_way, &sheet.given_way);
    put(&mut out, format_args!("</main>\n</body>\n</html>"));
    out
}

/// How large the curve is drawn.
const WIDTH: usize = 640;
const HEIGHT: usize = 200;
const EDGE: usize = 10;

/// The best score still reachable, move by move, with the pass mark as a dashed line.
fn curve(out: &mut String, sheet: &DebriefWording) {
    let heads = &sheet.heads;
    let (title, told) = (escaped(&heads.curve), escaped(&heads.curve_told));
    let steps = sheet.curve.len().saturating_sub(1).max(1);
    let x = |n: usize| EDGE + n * (WIDTH - 2 * EDGE) / steps;
    let y = |hundredths: u32| HEIGHT - EDGE - hundredths as usize * (HEIGHT - 2 * EDGE) / Score::FULL.0 as usize;
    let points: Vec<String> =
        sheet.curve.iter().enumerate().map(|(n, score)| format!("{},{}", x(n), y(score.0))).collect();
    let (mark, end) = (y(Score::of_percent(sheet.pass_mark).0), WIDTH - EDGE);
    put(out, format_args!("<h2>{title}</h2>\n<figure>"));
    put(
        out,
        format_args!("<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-labelledby=\"curve-title curve-told\">"),
    );
    put(out, format_args!("<title id=\"curve-title\">{title}</title><desc id=\"curve-told\">{told}</desc>"));
    put(
        out,
        format_args!(
            "<line x1=\"{EDGE}\" y1=\"{mark}\" x2=\"{end}\" y2=\"{mark}\" stroke=\"currentColor\" stroke-dasharray=\"6 4\"/>"
        ),
    );
    put(
        out,
        format_args!(
            "<text x=\"{EDGE}\" y=\"{}\" font-size=\"12\" fill=\"currentColor\">{}</text>",
            mark + 14,
            escaped(&heads.pass_mark)
        ),
    );
    put(
        out,
        format_args!(
            "<polyline points=\"{}\" fill=\"none\" stroke=\"#1f6feb\" stroke-width=\"2.5\"/>",
            points.join(" ")
        ),
    );
    put(out, format_args!("</svg>\n<figcaption>{told}</figcaption>\n</figure>"));
}

fn dimensions(out: &mut String, sheet: &DebriefWording) {
    if sheet.dimensions.is_empty() {
        return;
    }
    put(out, format_args!("<table><caption>{}</caption><tbody>", escaped(&sheet.heads.dimensions)));
    for (title, score) in &sheet.dimensions {
        put(out, format_args!("<tr><th scope=\"row\">{}</th><td class=\"n\">{score}</td></tr>", escaped(title)));
    }
    put(out, format_args!("</tbody></table>"));
}

fn table(out: &mut String, sheet: &DebriefWording) {
    put(out, format_args!("<h2>{0}</h2>\n<table><caption>{0}</caption><thead><tr>", escaped(&sheet.heads.moves)));
    for column in &sheet.heads.columns {
        put(out, format_args!("<th scope=\"col\">{}</th>", escaped(column)));
    }
    put(out, format_args!("</tr></thead><tbody>"));
    for row in &sheet.moves {
        let (words, judged) = (escaped(&row.words), escaped(&row.judged));
        let (number, lost, reachable, class) = (row.number, &row.lost, row.reachable, class(row.label));
        put(
            out,
            format_args!(
                "<tr><td class=\"n {class}\"><a href=\"#m{number}\">{number}</a></td><td>{words}</td><td>{judged}</td><td class=\"n\">{lost}</td><td class=\"n\">{reachable}</td></tr>"
            ),
        );
    }
    put(out, format_args!("</tbody></table>"));
}

fn told(out: &mut String, sheet: &DebriefWording, row: &MoveRow) {
    let judged = if row.judged.is_empty() { String::new() } else { format!(" — {}", escaped(&row.judged)) };
    let (number, words) = (row.number, escaped(&row.words));
    put(
        out,
        format_args!(
            "<article id=\"m{number}\" class=\"{}\">\n<h3>{number}. {} {words}{judged}</h3>",
            class(row.label),
            row.clock
        ),
    );
    list(out, &row.entries);
    let heads = &sheet.heads;
    let why = |out: &mut String, why: &Option<String>| {
        if let Some(why) = why {
            put(out, format_args!("<p><b>{}</b>{}</p>", escaped(&heads.why), escaped(why)));
        }
    };
    why(out, &row.why);
    if let Some(better) = &row.better {
        put(out, format_args!("<p><b>{}</b>{}</p>", escaped(&heads.better), escaped(&better.words)));
        why(out, &better.why);
        if let Some(reply) = &better.reply {
            put(out, format_args!("<blockquote><b>{}</b>{}</blockquote>", escaped(&heads.reply), escaped(reply)));
        }
    }
    put(out, format_args!("</article>"));
}

fn class(label: Option<Label>) -> &'static str {
    match label {
        None => "",
        Some(Label::Best | Label::Good) => "good",
        Some(Label::Inaccuracy) => "inaccuracy",
        Some(Label::Mistake) => "mistake",
        Some(Label::Blunder) => "blunder",
    }
}

fn section(out: &mut String, heading: &str, items: &[String]) {
    if !items.is_empty() {
        put(out, format_args!("<h2>{}</h2>", escaped(heading)));
        list(out, items);
    }
}

fn list(out: &mut String, items: &[String]) {
    if items.is_empty() {
        return;
    }
    put(out, format_args!("<ul>"));
    items.iter().for_each(|item| put(out, format_args!("<li>{}</li>", escaped(item))));
    put(out, format_args!("</ul>"));
}

fn put(out: &mut String, words: std::fmt::Arguments) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{words}");
}

pub(crate) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("<br>"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_cannot_become_markup() {
        assert_eq!(super::escaped("<b a=\"x\">'&"), "&lt;b a=&quot;x&quot;&gt;&#39;&amp;");
    }
}
