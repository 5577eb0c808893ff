//! A group as one HTML page that stands alone: nothing is fetched, it prints, and everything that is drawn or shaded is also
//! said in numbers.

use super::document::GroupDocument;
use super::exam_wording::GroupExamRow;
use super::wording::{GroupLearnerRow, GroupWording};
use crate::report::markup::{Tenths, page};
use crate::speech::messages::Messages;
use crate::trainer::group::MetShare;
use maud::{Markup, html};

const STYLE: &str = "
:root{color-scheme:light dark}
body{font:15px/1.5 system-ui,'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif;max-width:76rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}
table{border-collapse:collapse;width:100%;margin:.6rem 0}caption{text-align:start;font-weight:600;padding:.3rem 0}
th,td{border-bottom:1px solid #8886;padding:.2rem .45rem;text-align:start;vertical-align:top}th[scope=row]{font-weight:normal}
thead th{border-bottom:2px solid #8889}.n{text-align:end;white-space:nowrap}tr{break-inside:avoid}
.heat td,.heat thead th{text-align:center;white-space:nowrap}.heat td{background:color-mix(in srgb,#2a7d2a var(--met),#b3261e);color:#fff}
.heat td.none{background:none;color:inherit}.pass{font-weight:700}.scroll{overflow-x:auto}ol li{margin:.5rem 0;break-inside:avoid}
svg{width:100%;height:auto;border:1px solid #8886}svg text{font:11px system-ui,sans-serif;fill:currentColor}small{opacity:.8}
@media print{body{margin:0;max-width:none;font-size:9pt}.scroll{overflow:visible}.heat td,svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
";

/// The whole page, in the language of these messages.
pub fn render(document: &GroupDocument, words: &Messages) -> String {
    let wording = GroupWording::new(document, words);
    let body = html! {
        (exams(&wording))
        (learners(&wording))
        (heat(&wording))
        (wrong(&wording))
        (lost(&wording))
        (calendar(&wording))
        (one(document, &wording))
        @if let Some(told) = &wording.replies { p { (told) } }
        @if wording.has_few { p { (wording.headings.few) } }
    };
    page(&wording.lang, &wording.title, STYLE, &body)
}

fn exams(wording: &GroupWording) -> Markup {
    let headings = &wording.headings;
    html! {
        h2 { (headings.exams) }
        @if wording.exams.is_empty() {
            p { (headings.no_exams) }
        } @else {
            div.scroll {
                table {
                    caption { (headings.exams) }
                    thead {
                        tr {
                            th scope="col" { (headings.learner) }
                            th scope="col" { (headings.exam) }
                            th scope="col" { (headings.outcome) }
                            th scope="col" { (headings.level) }
                        }
                    }
                    tbody { @for own in &wording.exams { (exam(own)) } }
                }
            }
        }
    }
}

fn exam(own: &GroupExamRow) -> Markup {
    html! {
        tr {
            th scope="row" { (own.learner) }
            td { (own.exam) @if !own.tier.is_empty() { " · " (own.tier) } br; small { (own.date) } }
            td class=[own.is_passed.then_some("pass")] { (own.outcome) }
            td { (own.level) @for remark in &own.remarks { br; small { (remark) } } }
        }
    }
}

fn learners(wording: &GroupWording) -> Markup {
    let headings = &wording.headings;
    html! {
        h2 { (headings.learners) }
        div.scroll {
            table {
                caption { (headings.learners) }
                thead {
                    tr {
                        th scope="col" { (headings.learner) }
                        th scope="col" { (headings.plays) }
                        th.n scope="col" { (headings.days) }
                        th.n scope="col" { (headings.time) }
                        th.n scope="col" { (headings.last) }
                        th.n scope="col" { (headings.known) }
                        th.n scope="col" { (headings.due) }
                        th scope="col" { (headings.best) }
                    }
                }
                tbody { @for own in &wording.learners { (learner(own)) } }
            }
        }
    }
}

fn learner(own: &GroupLearnerRow) -> Markup {
    let bests: Vec<String> = own.bests.iter().map(|(title, score)| format!("{title} {}", score.whole())).collect();
    html! {
        tr {
            th scope="row" { (own.name) }
            td { (own.plays) }
            td.n { (own.days) }
            td.n { (own.time) }
            td.n { (own.last) }
            td.n { (own.known) }
            td.n { (own.due) }
            td { (bests.join(" · ")) }
        }
    }
}

/// The group by section, then everybody: a row a learner, a column a section by its number.
fn heat(wording: &GroupWording) -> Markup {
    let headings = &wording.headings;
    html! {
        h2 { (headings.sections) }
        p { (headings.sections_mean) }
        div.scroll {
            table.heat {
                caption { (headings.group) }
                thead { tr { th { } th scope="col" { (headings.section) } th scope="col" { (headings.group) } } }
                tbody {
                    @for (number, own) in (1..).zip(&wording.sections) {
                        tr {
                            th.n scope="row" { (number) }
                            th scope="row" { (own.title) " " small { (own.id) } }
                            (shaded(own.met, &own.told))
                        }
                    }
                }
            }
        }
        @if wording.learners.len() > 1 {
            div.scroll {
                table.heat {
                    caption { (headings.learners) }
                    thead {
                        tr {
                            th scope="col" { (headings.learner) }
                            @for (number, own) in (1..).zip(&wording.sections) {
                                th scope="col" { abbr title=(own.title) { (number) } }
                            }
                        }
                    }
                    tbody {
                        @for (place, learner) in wording.learners.iter().enumerate() {
                            tr {
                                th scope="row" { (learner.name) }
                                @for section in &wording.sections {
                                    @let (met, told) = &section.cells[place];
                                    (shaded(*met, told))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A cell whose colour is its share; the words say the same.
fn shaded(met: MetShare, told: &str) -> Markup {
    let Some(percent) = met.percent() else { return html! { td.none { (told) } } };
    let (of, due) = (met.met, met.due);
    html! { td style=(format_args!("--met:{percent}%")) title=(format_args!("{of}/{due}")) { (told) } }
}

/// So many are drawn.
const DRAWN: usize = 15;

/// How large a picture is drawn, and a bar in it.
const WIDTH: f64 = 760.0;
const BAR: f64 = 22.0;

fn wrong(wording: &GroupWording) -> Markup {
    let headings = &wording.headings;
    html! {
        h2 { (headings.wrong) }
        p { (wording.wrong_told) }
        @if wording.wrong.is_empty() { p { (headings.wrong_none) } }
        @if !wording.wrong.is_empty() { (wrong_bars(wording)) }
        ol {
            @for own in wording.wrong.iter().take(DRAWN) {
                li {
                    (own.place) br;
                    strong { (own.choice) } br;
                    (own.told) br;
                    (own.best)
                    @if !own.at_stake.is_empty() { ul { @for row in &own.at_stake { li { (row) } } } }
                }
            }
        }
    }
}

/// How often each was chosen where it could be, with where that may lie.
fn wrong_bars(wording: &GroupWording) -> Markup {
    let rows: Vec<_> = wording.wrong.iter().take(DRAWN).collect();
    let across = |share: f64| 40.0 + share * (WIDTH - 60.0);
    let down = |number: usize| f64::from(u32::try_from(number).unwrap_or(0)) * BAR + 6.0;
    html! {
        figure {
            svg viewBox=(format_args!("0 0 {WIDTH} {}", down(rows.len()) + 6.0)) role="img" direction="ltr" aria-label=(wording.headings.wrong) {
                @for (place, own) in rows.iter().enumerate() {
                    @let share = own.share.share().unwrap_or(0.0);
                    @let interval = own.share.interval();
                    @let top = down(place);
                    text x="30" y=(Tenths(top + 13.0)) text-anchor="end" { (place + 1) }
                    rect x="40" y=(Tenths(top)) width=(Tenths(across(share) - 40.0)) height="16" fill="#b3261e" { title { (own.told) } }
                    line x1=(Tenths(across(interval.low))) x2=(Tenths(across(interval.high))) y1=(Tenths(top + 8.0)) y2=(Tenths(top + 8.0)) stroke="currentColor" stroke-width="1.5" {}
                }
            }
        }
    }
}

fn lost(wording: &GroupWording) -> Markup {
    let headings = &wording.headings;
    html! {
        h2 { (headings.lost) }
        @if wording.lost.is_empty() { p { (headings.lost_none) } }
        ol {
            @for own in wording.lost.iter().take(DRAWN * 2) {
                li { (own.requirement) " " small { (own.id) } br; (own.told) }
            }
        }
    }
}

/// A bar a day: how many practised.
fn calendar(wording: &GroupWording) -> Markup {
    let headings = &wording.headings;
    let most = wording.days.iter().map(|(_, learners)| *learners).max().unwrap_or(0).max(1);
    let float = |number: usize| f64::from(u32::try_from(number).unwrap_or(0));
    let step = (WIDTH - 40.0) / float(wording.days.len().max(1));
    let height = |learners: usize| float(learners) * 100.0 / float(most);
    html! {
        h2 { (headings.calendar) }
        p { (headings.calendar_means) }
        figure {
            svg viewBox=(format_args!("0 0 {WIDTH} 140")) role="img" direction="ltr" aria-label=(headings.calendar) {
                text x="24" y="20" text-anchor="end" { (most) }
                text x="24" y="114" text-anchor="end" { "0" }
                @for (place, (date, learners)) in wording.days.iter().enumerate() {
                    @let left = 32.0 + float(place) * step;
                    rect x=(Tenths(left)) y=(Tenths(112.0 - height(*learners))) width=(Tenths(step * 0.8)) height=(Tenths(height(*learners))) fill="#2a7d2a" {
                        title { (date) ": " (learners) }
                    }
                    @if place % 7 == 0 { text x=(Tenths(left)) y="130" { (date) } }
                }
            }
        }
        div.scroll {
            table {
                caption { (headings.calendar) }
                tbody {
                    @for week in wording.days.chunks(7) {
                        tr {
                            th scope="row" { (week.first().map_or("", |(date, _)| date)) }
                            @for (date, learners) in week { td.n { span title=(date) { (learners) } } }
                        }
                    }
                }
            }
        }
    }
}

/// Every play and what is due, of one learner who was asked for.
fn one(document: &GroupDocument, wording: &GroupWording) -> Markup {
    let headings = &wording.headings;
    html! {
        @if document.is_one {
            h2 { (headings.every_play) }
            div.scroll {
                table {
                    caption { (headings.every_play) }
                    tbody {
                        @for own in &wording.plays {
                            tr {
                                th scope="row" { (own.date) }
                                td.n { (own.score) }
                                td { (own.scenario) " · " (own.mode) }
                                td { (own.remarks) }
                            }
                        }
                    }
                }
            }
            h2 { (headings.due_now) }
            ul { @for own in &wording.due { li { (own) } } }
        }
    }
}
