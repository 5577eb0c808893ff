//! A debrief as one HTML page that stands alone: nothing is fetched, it prints well, and everything that is drawn or
//! coloured is also said.

use super::document::DebriefDocument;
use super::wording::{Better, DebriefHeadings, DebriefWording, MoveRow};
use crate::play::scoring::{Label, Score};
use crate::report::markup::{MultiLine, list, page};
use crate::speech::narration::Narrator;
use maud::{Markup, html};

const STYLE: &str = "
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}h3{font-size:1rem;margin-bottom:.2rem}
.verdict{font-size:1.3rem;font-weight:600}
table{border-collapse:collapse;width:100%}caption{text-align:start;font-weight:600;padding:.3rem 0}
th,td{border-bottom:1px solid #8886;padding:.25rem .5rem;text-align:start;vertical-align:top}.n{text-align:end;white-space:nowrap}
.good{border-inline-start:.3rem solid #2a7d2a}.inaccuracy{border-inline-start:.3rem solid #b58900}.mistake{border-inline-start:.3rem solid #c4620a}.blunder{border-inline-start:.3rem solid #b3261e}
article{padding-inline-start:.7rem;margin:1rem 0;break-inside:avoid}
svg{width:100%;height:auto;border:1px solid #8886}
blockquote{margin:.3rem 0;margin-inline-start:1rem}
@media print{body{margin:0;max-width:none;font-size:11pt}a{color:inherit}}
";

/// The whole page, as this narrator tells it.
pub fn render(document: &DebriefDocument, narrator: &Narrator) -> String {
    let wording = DebriefWording::new(document, narrator);
    let headings = &wording.headings;
    let body = html! {
        p.verdict { (MultiLine(&wording.verdict)) }
        p { (MultiLine(&wording.outcome)) }
        @if let Some(origin) = &wording.origin { p { (MultiLine(origin)) } }
        (ending(&wording))
        (list(&wording.findings))
        (curve(&wording))
        (dimensions(&wording))
        (section(&headings.costs, &wording.costs))
        (table(&wording))
        @for row in &wording.moves { (article(headings, row)) }
        (section(&headings.missed, &wording.missed))
        (section(&headings.given_way, &wording.given_way))
    };
    page(&wording.lang, &wording.title, STYLE, &body)
}

/// How it ended, as it was told in play.
fn ending(wording: &DebriefWording) -> Markup {
    html! {
        @if !wording.ending.is_empty() {
            h2 { (wording.headings.ending) }
            @for told in &wording.ending { p { (MultiLine(told)) } }
        }
    }
}

/// How large the curve is drawn.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 200;
const EDGE: u32 = 10;

/// The best score still reachable, move by move, with the pass mark as a dashed line.
fn curve(wording: &DebriefWording) -> Markup {
    let headings = &wording.headings;
    let (right, mark) = (WIDTH - EDGE, level(Score::of_percent(wording.pass_mark)));
    html! {
        h2 { (headings.curve) }
        figure {
            svg viewBox=(format_args!("0 0 {WIDTH} {HEIGHT}")) role="img" direction="ltr" aria-labelledby="curve-title curve-told" {
                title id="curve-title" { (headings.curve) }
                desc id="curve-told" { (headings.curve_told) }
                line x1=(EDGE) y1=(mark) x2=(right) y2=(mark) stroke="currentColor" stroke-dasharray="6 4" {}
                text x=(EDGE) y=(mark + 14) font-size="12" fill="currentColor" { (headings.pass_mark) }
                polyline points=(points(wording)) fill="none" stroke="#1f6feb" stroke-width="2.5" {}
            }
            figcaption { (headings.curve_told) }
        }
    }
}

/// The corners of the curve, as SVG writes them.
fn points(wording: &DebriefWording) -> String {
    let steps = u32::try_from(wording.curve.len()).unwrap_or(u32::MAX).saturating_sub(1).max(1);
    let across = |number: u32| EDGE + number * (WIDTH - 2 * EDGE) / steps;
    let scores = (0..).zip(&wording.curve);
    scores.map(|(number, score)| format!("{},{}", across(number), level(*score))).collect::<Vec<_>>().join(" ")
}

/// How far from the top a score is drawn.
fn level(score: Score) -> u32 {
    HEIGHT - EDGE - score.0 * (HEIGHT - 2 * EDGE) / Score::FULL.0
}

fn dimensions(wording: &DebriefWording) -> Markup {
    html! {
        @if !wording.dimensions.is_empty() {
            table {
                caption { (wording.headings.dimensions) }
                tbody {
                    @for (title, score) in &wording.dimensions {
                        tr { th scope="row" { (MultiLine(title)) } td.n { (score.whole()) } }
                    }
                }
            }
        }
    }
}

fn table(wording: &DebriefWording) -> Markup {
    html! {
        h2 { (wording.headings.moves) }
        table {
            caption { (wording.headings.moves) }
            thead {
                tr { @for column in &wording.headings.columns { th scope="col" { (column) } } }
            }
            tbody {
                @for row in &wording.moves { (table_row(row)) }
            }
        }
    }
}

fn table_row(row: &MoveRow) -> Markup {
    html! {
        tr {
            td class=(format_args!("n {}", class(row.label).unwrap_or_default())) {
                a href=(format_args!("#m{}", row.number)) { (row.number) }
            }
            td { (MultiLine(&row.words)) }
            td { (row.judged) }
            td.n { (row.lost) }
            td.n { (row.reachable.whole()) }
        }
    }
}

/// One move: what it met and broke, why, and what would have been better.
fn article(headings: &DebriefHeadings, row: &MoveRow) -> Markup {
    html! {
        article id=(format_args!("m{}", row.number)) class=[class(row.label)] {
            h3 {
                (row.number) ". " (row.clock) " " (MultiLine(&row.words))
                @if !row.judged.is_empty() { " — " (row.judged) }
                @if !row.cost.is_empty() { " · " (row.cost) }
            }
            (list(&row.entries))
            @if !row.given_up.is_empty() { p { (headings.given_up) } (list(&row.given_up)) }
            @for note in &row.notes { p { (note) } }
            (why(headings, row.why.as_deref()))
            @if let Some(own) = &row.better { (better(headings, own)) }
        }
    }
}

fn better(headings: &DebriefHeadings, better: &Better) -> Markup {
    html! {
        p { b { (headings.better) } (MultiLine(&better.words)) }
        (why(headings, better.why.as_deref()))
        @if let Some(reply) = &better.reply {
            blockquote { b { (headings.reply) } (MultiLine(reply)) }
        }
    }
}

fn why(headings: &DebriefHeadings, why: Option<&str>) -> Markup {
    html! {
        @if let Some(why) = why {
            p { b { (headings.why) } (MultiLine(why)) }
        }
    }
}

fn class(label: Option<Label>) -> Option<&'static str> {
    Some(match label? {
        Label::Best | Label::Good => "good",
        Label::Inaccuracy => "inaccuracy",
        Label::Mistake => "mistake",
        Label::Blunder => "blunder",
    })
}

fn section(heading: &str, items: &[String]) -> Markup {
    html! {
        @if !items.is_empty() {
            h2 { (heading) }
            (list(items))
        }
    }
}
