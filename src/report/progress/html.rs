//! Progress as one HTML page that stands alone: nothing is fetched, it prints, and everything that is drawn or shaded is
//! also said in numbers.

use super::document::ProgressDocument;
use super::wording::{DayCell, PartRow, ProgressWording};
use crate::play::scoring::Score;
use crate::report::markup::page;
use crate::speech::messages::Messages;
use maud::{Markup, html};

const STYLE: &str = "
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}
table{border-collapse:collapse;width:100%;margin:.6rem 0}caption{text-align:start;font-weight:600;padding:.3rem 0}
th,td{border-bottom:1px solid #8886;padding:.2rem .5rem;text-align:start;vertical-align:top}th[scope=row]{font-weight:normal}
thead th{border-bottom:2px solid #8889}.n{text-align:end;white-space:nowrap}tr{break-inside:avoid}
.bar{background:linear-gradient(to right,#2a7d2a66 var(--held),#8882 var(--held));min-width:6rem}
svg{width:100%;height:auto;border:1px solid #8886}
.days{width:auto}.days td{text-align:center}.on{background:#2a7d2a66}.scroll{overflow-x:auto}
@media print{body{margin:0;max-width:none;font-size:10pt}.bar,.on{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
";

/// The whole page, in the language of these messages.
pub fn render(document: &ProgressDocument, words: &Messages) -> String {
    let wording = ProgressWording::new(document, words);
    let body = html! {
        (parts(&wording))
        (scenarios(&wording))
        (curve(&wording))
        (calendar(&wording))
    };
    page(&wording.lang, &wording.title, STYLE, &body)
}

fn parts(wording: &ProgressWording) -> Markup {
    let headings = &wording.headings;
    html! {
        h2 { (headings.standard) }
        p { (headings.meaning) }
        div.scroll {
            table {
                caption { (headings.standard) }
                thead {
                    tr {
                        th scope="col" { (headings.part) }
                        th.n scope="col" { (headings.held) }
                        th.n scope="col" { (headings.known) }
                        th.n scope="col" { (headings.learning) }
                        th.n scope="col" { (headings.never) }
                    }
                }
                tbody { @for own in &wording.parts { (part(own)) } }
            }
        }
    }
}

fn part(own: &PartRow) -> Markup {
    html! {
        tr {
            th scope="row" { (own.title) @if !own.id.is_empty() { " " small { (own.id) } } }
            td.n.bar style=(format_args!("--held:{}%", own.held)) { (own.held) " %" }
            td.n { (own.known) }
            td.n { (own.learning) }
            td.n { (own.never) }
        }
    }
}

fn scenarios(wording: &ProgressWording) -> Markup {
    let headings = &wording.headings;
    html! {
        h2 { (headings.scenarios) }
        div.scroll {
            table {
                caption { (headings.scenarios) }
                thead {
                    tr {
                        th scope="col" { (headings.scenario) }
                        th.n scope="col" { (headings.best_first) }
                        th.n scope="col" { (headings.last) }
                        th.n scope="col" { (headings.plays) }
                    }
                }
                tbody {
                    @for own in &wording.scenarios {
                        tr {
                            th scope="row" { (own.title) }
                            td.n { (own.best_first) }
                            td.n { (own.last) }
                            td.n { (own.plays) }
                        }
                    }
                }
            }
        }
    }
}

/// How large the curve is drawn.
const WIDTH: usize = 640;
const HEIGHT: usize = 200;
const EDGE: usize = 10;

/// The scores of first runs, the oldest at the start.
fn curve(wording: &ProgressWording) -> Markup {
    let headings = &wording.headings;
    html! {
        h2 { (headings.first_runs) }
        p { (headings.first_means) }
        @if wording.scores.len() > 1 {
            figure {
                svg viewBox=(format_args!("0 0 {WIDTH} {HEIGHT}")) role="img" direction="ltr" aria-labelledby="curve-title curve-told" {
                    title id="curve-title" { (headings.first_runs) }
                    desc id="curve-told" { (wording.scores_told) }
                    polyline points=(points(&wording.scores)) fill="none" stroke="#1f6feb" stroke-width="2.5" {}
                }
                figcaption { (wording.scores_told) }
            }
        } @else {
            p { (wording.scores_told) }
        }
    }
}

/// The corners of the curve, as SVG writes them.
fn points(scores: &[Score]) -> String {
    let steps = scores.len().saturating_sub(1).max(1);
    let across = |number: usize| EDGE + number * (WIDTH - 2 * EDGE) / steps;
    let level =
        |score: Score| HEIGHT - EDGE - usize::try_from(score.whole_percent()).unwrap_or(0) * (HEIGHT - 2 * EDGE) / 100;
    let corners = scores.iter().enumerate().map(|(number, score)| format!("{},{}", across(number), level(*score)));
    corners.collect::<Vec<_>>().join(" ")
}

fn calendar(wording: &ProgressWording) -> Markup {
    let headings = &wording.headings;
    html! {
        h2 { (headings.days) }
        p { (wording.days_told) }
        table.days {
            caption { (headings.days) }
            thead {
                tr {
                    th scope="col" { (headings.week) }
                    @for name in &wording.weekdays { th scope="col" { (name) } }
                }
            }
            tbody {
                @for week in &wording.weeks {
                    tr {
                        th scope="row" { (week.first().map_or("", |day| &day.date)) }
                        @for own in week { (day(own)) }
                    }
                }
            }
        }
    }
}

fn day(own: &DayCell) -> Markup {
    let sign = if own.is_practised { "■" } else { "·" };
    html! {
        td class=[own.is_practised.then_some("on")] {
            span role="img" aria-label=(format_args!("{}: {}", own.date, own.told)) title=(own.told) { (sign) }
        }
    }
}
