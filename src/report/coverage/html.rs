//! Coverage as one HTML page that stands alone: nothing is fetched, it prints, and each colour is also a sign and a word.

use super::document::CoverageDocument;
use super::signs::Signs;
use super::wording::{CoverageHeadings, CoverageWording, RequirementRow, ScenarioRow, SectionRow, percent};
use crate::author::coverage::CoverageLevel;
use crate::report::markup::{list, page};
use crate::speech::messages::Messages;
use maud::{Markup, html};

const STYLE: &str = "
:root{color-scheme:light dark}
body{font:15px/1.5 system-ui,'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}
table{border-collapse:collapse;width:100%;margin:.6rem 0}caption{text-align:start;font-weight:600;padding:.4rem 0}
th,td{border-bottom:1px solid #8886;padding:.15rem .45rem;text-align:start;vertical-align:top}
thead th{border-bottom:2px solid #8889}.n{text-align:end;white-space:nowrap}th[scope=row]{font-weight:normal;white-space:nowrap}
.c{text-align:center;width:1.6rem;font-family:monospace}
.whole{background:#2a7d2a99}.met{background:#2a7d2a55}.extra{background:#1f6feb40}.breakable{background:#b5890055}.owed,.idle{background:#b3261e66;font-weight:700}
.scroll{overflow-x:auto}dl{display:grid;grid-template-columns:2rem 1fr;gap:.1rem .5rem}dt{text-align:center;font-family:monospace}dd{margin:0}
section{break-inside:auto}tr{break-inside:avoid}
@media print{body{margin:0;max-width:none;font-size:9pt}.scroll{overflow:visible}.whole,.met,.extra,.breakable,.owed,.idle{print-color-adjust:exact;-webkit-print-color-adjust:exact}details>*{display:block}}
";

/// The whole page, in the language of these messages.
pub fn render(document: &CoverageDocument, words: &Messages) -> String {
    let wording = CoverageWording::new(document, words);
    let headings = &wording.headings;
    let body = html! {
        @for total in &wording.totals { p { (total) } }
        (legend(&wording))
        h2 { (headings.by_section) }
        (by_section(&wording))
        (never(&wording))
        h2 { (headings.by_requirement) }
        @for section in &wording.sections { (matrix(&wording, section)) }
        h2 { (headings.reach) }
        @for own in &wording.scenarios { (reach(own)) }
    };
    page(&wording.lang, &wording.title, STYLE, &body)
}

fn legend(wording: &CoverageWording) -> Markup {
    html! {
        h2 { (wording.headings.signs) }
        dl {
            @for (heat, meaning) in &wording.legend {
                dt class=(heat.word()) { (Signs::Unicode.of(*heat)) }
                dd { (meaning) }
            }
        }
    }
}

/// The heads of the columns: a scenario each, its title told to whoever asks.
fn columns(wording: &CoverageWording, class: &str) -> Markup {
    html! {
        @for own in &wording.scenarios {
            th scope="col" class=(class) { abbr title=(own.title) { (own.id) } }
        }
    }
}

fn by_section(wording: &CoverageWording) -> Markup {
    let CoverageHeadings { section, together, by_section, .. } = &wording.headings;
    html! {
        div.scroll {
            table {
                caption { (by_section) }
                thead {
                    tr {
                        th scope="col" { (section) }
                        (columns(wording, "n"))
                        th.n scope="col" { (together) }
                    }
                }
                tbody {
                    @for own in &wording.sections { (section_row(wording, own)) }
                }
            }
        }
    }
}

/// How many requirements of a section happen in each scenario, and in all together.
fn section_row(wording: &CoverageWording, own: &SectionRow) -> Markup {
    let (happening, all) = (own.happening(), own.rows.len());
    html! {
        tr {
            th scope="row" { (own.title) " " small { (own.id) } }
            @for column in 0..wording.scenarios.len() {
                @let count = own.in_scenario(column);
                td class=(share(count, all)) { (count) }
            }
            td class=(share(happening, all)) { (happening) "/" (all) " (" (percent(happening, all)) "%)" }
        }
    }
}

/// The classes of a number that is this part of all.
fn share(part: usize, all: usize) -> &'static str {
    match (part, part * 2 >= all) {
        (0, _) => "n",
        (_, true) => "n whole",
        (_, false) => "n met",
    }
}

/// What no play touches.
fn never(wording: &CoverageWording) -> Markup {
    let untouched: Vec<&SectionRow> =
        wording.sections.iter().filter(|section| section.happening() < section.rows.len()).collect();
    html! {
        @if untouched.is_empty() {
            h2 { (wording.headings.none_never) }
        } @else {
            h2 { (wording.headings.never) }
            @for section in untouched {
                section {
                    h3 { (section.title) " " small { (section.id) } }
                    ul {
                        @for row in section.rows.iter().filter(|row| !row.together.happens()) {
                            li { (untouched_row(&wording.headings, row)) }
                        }
                    }
                }
            }
        }
    }
}

fn untouched_row(headings: &CoverageHeadings, row: &RequirementRow) -> Markup {
    html! {
        code { (row.short) }
        @match row.together.level() {
            CoverageLevel::Nothing => {}
            heat => { " " b { (Signs::Unicode.of(heat)) } }
        }
        " " (row.words)
        (critical(headings, row))
    }
}

fn critical(headings: &CoverageHeadings, row: &RequirementRow) -> Markup {
    html! {
        @if row.critical { " " b { "(" (headings.critical) ")" } }
    }
}

/// The requirements of one section by scenarios; nothing where none of them happens.
fn matrix(wording: &CoverageWording, section: &SectionRow) -> Markup {
    let headings = &wording.headings;
    let (happening, all) = (section.happening(), section.rows.len());
    html! {
        @if happening > 0 {
            div.scroll {
                table {
                    caption { (section.title) " · " (section.id) " · " (happening) "/" (all) }
                    thead {
                        tr {
                            th scope="col" { (headings.number) }
                            th scope="col" { (headings.requirement) }
                            (columns(wording, "c"))
                            th.c scope="col" { (headings.together) }
                        }
                    }
                    tbody {
                        @for row in &section.rows { (matrix_row(wording, row)) }
                    }
                }
            }
        }
    }
}

fn matrix_row(wording: &CoverageWording, row: &RequirementRow) -> Markup {
    html! {
        tr {
            th scope="row" { (row.short) }
            td { (row.words) (critical(&wording.headings, row)) }
            @for touch in row.cells.iter().chain([&row.together]) { (cell(wording, touch.level())) }
        }
    }
}

/// A sign, and its meaning for whoever hears the page read.
fn cell(wording: &CoverageWording, heat: CoverageLevel) -> Markup {
    let meaning = wording.legend.iter().find(|(of, _)| *of == heat).map_or("", |(_, meaning)| meaning);
    html! {
        td class=(format_args!("c {}", heat.word())) {
            span role="img" aria-label=(meaning) title=(meaning) { (Signs::Unicode.of(heat)) }
        }
    }
}

/// What plays reach of a scenario.
fn reach(own: &ScenarioRow) -> Markup {
    html! {
        section {
            h3 { (own.title) " " small { (own.id) } }
            (list(&own.reach))
            @if !own.untried.is_empty() {
                details {
                    summary { (own.untried_head) " (" (own.untried.len()) ")" }
                    p {
                        @for (number, name) in own.untried.iter().enumerate() {
                            @if number > 0 { ", " }
                            code { (name) }
                        }
                    }
                }
            }
        }
    }
}
