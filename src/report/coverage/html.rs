//! Coverage as one HTML page that stands alone: nothing is fetched, it prints, and each colour is also a sign and a word.

use super::text::Signs;
use super::{CoverageHeadings, CoverageWording, RequirementRow, ScenarioRow, SectionRow, percent};
use crate::author::coverage::CoverageLevel;
use crate::report::debrief::html::escaped;
use std::fmt::Write;

const STYLE: &str = "
:root{color-scheme:light dark}
body{font:15px/1.5 system-ui,'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}
table{border-collapse:collapse;width:100%;margin:.6rem 0}caption{text-align:left;font-weight:600;padding:.4rem 0}
th,td{border-bottom:1px solid #8886;padding:.15rem .45rem;text-align:left;vertical-align:top}
thead th{border-bottom:2px solid #8889}.n{text-align:right;white-space:nowrap}th[scope=row]{font-weight:normal;white-space:nowrap}
.c{text-align:center;width:1.6rem;font-family:monospace}
.whole{background:#2a7d2a99}.met{background:#2a7d2a55}.extra{background:#1f6feb40}.breakable{background:#b5890055}.owed,.idle{background:#b3261e66;font-weight:700}
.scroll{overflow-x:auto}dl{display:grid;grid-template-columns:2rem 1fr;gap:.1rem .5rem}dt{text-align:center;font-family:monospace}dd{margin:0}
section{break-inside:auto}tr{break-inside:avoid}
@media print{body{margin:0;max-width:none;font-size:9pt}.scroll{overflow:visible}.whole,.met,.extra,.breakable,.owed,.idle{print-color-adjust:exact;-webkit-print-color-adjust:exact}details>*{display:block}}
";

/// The whole page.
pub fn page(sheet: &CoverageWording) -> String {
    let mut out = String::new();
    let (lang, title, heads) = (escaped(&sheet.lang), escaped(&sheet.title), &sheet.heads);
    put(&mut out, format_args!("<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">"));
    put(&mut out, format_args!("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"));
    put(&mut out, format_args!("<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>"));
    put(&mut out, format_args!("<h1>{title}</h1>"));
    sheet.totals.iter().for_each(|total| put(&mut out, format_args!("<p>{}</p>", escaped(total))));
    legend(&mut out, sheet);
    put(&mut out, format_args!("<h2>{}</h2>", escaped(&heads.by_section)));
    by_section(&mut out, sheet);
    never(&mut out, sheet);
    put(&mut out, format_args!("<h2>{}</h2>", escaped(&heads.by_requirement)));
    sheet.sections.iter().for_each(|section| matrix(&mut out, sheet, section));
    put(&mut out, format_args!("<h2>{}</h2>", escaped(&heads.reach)));
    sheet.scenarios.iter().for_each(|own| reach(&mut out, own));
    put(&mut out, format_args!("</main>\n</body>\n</html>"));
    out
}

fn legend(out: &mut String, sheet: &CoverageWording) {
    put(out, format_args!("<h2>{}</h2>\n<dl>", escaped(&sheet.heads.signs)));
    for (heat, meaning) in &sheet.legend {
        let (class, sign) = (heat.word(), Signs::Unicode.of(*heat));
        put(out, format_args!("<dt class=\"{class}\">{sign}</dt><dd>{}</dd>", escaped(meaning)));
    }
    put(out, format_args!("</dl>"));
}

/// The heads of the columns: a scenario each, its title told to whoever asks.
fn columns(out: &mut String, sheet: &CoverageWording, class: &str) {
    for own in &sheet.scenarios {
        let (id, title) = (escaped(&own.id), escaped(&own.title));
        put(out, format_args!("<th scope=\"col\" class=\"{class}\"><abbr title=\"{title}\">{id}</abbr></th>"));
    }
}

fn by_section(out: &mut String, sheet: &CoverageWording) {
    let CoverageHeadings { section, together, by_section, .. } = &sheet.heads;
    put(out, format_args!("<div class=\"scroll\"><table><caption>{}</caption>", escaped(by_section)));
    put(out, format_args!("<thead><tr><th scope=\"col\">{}</th>", escaped(section)));
    columns(out, sheet, "n");
    put(out, format_args!("<th scope=\"col\" class=\"n\">{}</th></tr></thead><tbody>", escaped(together)));
    for own in &sheet.sections {
        let (happening, all) = (own.happening(), own.rows.len());
        put(
            out,
            format_args!("<tr><th scope=\"row\">{} <small>{}</small></th>", escaped(&own.title), escaped(&own.id)),
        );
        for column in 0..sheet.scenarios.len() {
            let count = own.in_scenario(column);
            put(out, format_args!("<td class=\"n {}\">{count}</td>", share(count, all)));
        }
        let percent = percent(happening, all);
        put(out, format_args!("<td class=\"n {}\">{happening}/{all} ({percent}%)</td></tr>", share(happening, all)));
    }
    put(out, format_args!("</tbody></table></div>"));
}

fn share(part: usize, all: usize) -> &'static str {
    match (part, part * 2 >= all) {
        (0, _) => "",
        (_, true) => "whole",
        (_, false) => "met",
    }
}

fn never(out: &mut String, sheet: &CoverageWording) {
    let heads = &sheet.heads;
    let untouched = |section: &&SectionRow| section.happening() < section.rows.len();
    if !sheet.sections.iter().any(|section| untouched(&section)) {
        return put(out, format_args!("<h2>{}</h2>", escaped(&heads.none_never)));
    }
    put(out, format_args!("<h2>{}</h2>", escaped(&heads.never)));
    for section in sheet.sections.iter().filter(untouched) {
        let (title, id) = (escaped(&section.title), escaped(&section.id));
        put(out, format_args!("<section><h3>{title} <small>{id}</small></h3>\n<ul>"));
        for row in section.rows.iter().filter(|row| !row.together.happens()) {
            let sign = match row.together.level() {
                CoverageLevel::Nothing => String::new(),
                heat => format!(" <b>{}</b>", Signs::Unicode.of(heat)),
            };
            let (short, words) = (escaped(&row.short), escaped(&row.words));
            put(out, format_args!("<li><code>{short}</code>{sign} {words}{}</li>", critical(heads, row)));
        }
        put(out, format_args!("</ul></section>"));
    }
}

fn critical(heads: &CoverageHeadings, row: &RequirementRow) -> String {
    if row.critical { format!(" <b>({})</b>", escaped(&heads.critical)) } else { String::new() }
}

/// The requirements of one section by scenarios.
fn matrix(out: &mut String, sheet: &CoverageWording, section: &SectionRow) {
    if section.happening() == 0 {
        return;
    }
    let heads = &sheet.heads;
    let (happening, all) = (section.happening(), section.rows.len());
    let (title, id) = (escaped(&section.title), escaped(&section.id));
    put(out, format_args!("<div class=\"scroll\"><table><caption>{title} · {id} · {happening}/{all}</caption>"));
    put(out, format_args!("<thead><tr><th scope=\"col\">{}</th>", escaped(&heads.number)));
    put(out, format_args!("<th scope=\"col\">{}</th>", escaped(&heads.requirement)));
    columns(out, sheet, "c");
    put(out, format_args!("<th scope=\"col\" class=\"c\">{}</th></tr></thead><tbody>", escaped(&heads.together)));
    for row in &section.rows {
        let (short, words) = (escaped(&row.short), escaped(&row.words));
        put(out, format_args!("<tr><th scope=\"row\">{short}</th><td>{words}{}</td>", critical(heads, row)));
        let cells = row.cells.iter().chain([&row.together]);
        cells.for_each(|touch| cell(out, sheet, touch.level()));
        put(out, format_args!("</tr>"));
    }
    put(out, format_args!("</tbody></table></div>"));
}

/// A sign, and its meaning for whoever hears the page read.
fn cell(out: &mut String, sheet: &CoverageWording, heat: CoverageLevel) {
    let meaning = sheet.legend.iter().find(|(of, _)| *of == heat).map_or("", |(_, meaning)| meaning);
    let (class, sign, meaning) = (heat.word(), Signs::Unicode.of(heat), escaped(meaning));
    put(
        out,
        format_args!(
            "<td class=\"c {class}\"><span role=\"img\" aria-label=\"{meaning}\" title=\"{meaning}\">{sign}</span></td>"
        ),
    );
}

fn reach(out: &mut String, own: &ScenarioRow) {
    put(out, format_args!("<section><h3>{} <small>{}</small></h3>\n<ul>", escaped(&own.title), escaped(&own.id)));
    own.reach.iter().for_each(|said| put(out, format_args!("<li>{}</li>", escaped(said))));
    put(out, format_args!("</ul>"));
    if !own.untried.is_empty() {
        let (head, count) = (escaped(&own.untried_head), own.untried.len());
        put(out, format_args!("<details><summary>{head} ({count})</summary><p>"));
        let names: Vec<String> = own.untried.iter().map(|name| format!("<code>{}</code>", escaped(name))).collect();
        put(out, format_args!("{}</p></details>", names.join(", ")));
    }
    put(out, format_args!("</section>"));
}

fn put(out: &mut String, words: std::fmt::Arguments) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{words}");
}
