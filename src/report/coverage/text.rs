//! Coverage as a heat map in lines of text, eighty cells wide where the scenarios are few enough. Every degree of heat is
//! a sign of its own; colour only repeats it.
//!
//! ```text
//! Calling at the door  basic.conduct.visit.normal                     27/33
//!   1 2 3 4  all
//!   █ · · ▓   █  05.r1     Press the bell lightly
//! ```

use super::document::CoverageDocument;
use super::signs::Signs;
use super::wording::{CoverageWording, RequirementRow, ScenarioRow, SectionRow};
use crate::author::coverage::CoverageLevel;
use crate::speech::line_breaking::{fit, lines};
use crate::speech::messages::Messages;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// How wide a line may be, in cells.
const WIDTH: usize = 80;

/// The fewest cells that words are given beside the columns.
const LEAST: usize = 24;

/// How many things that nobody tried are named for a scenario.
const NAMED: usize = 12;

/// From how many scenarios on the map of sections shows signs in place of counts.
const CROWD: usize = 8;

/// How the door colours a sign; without colour it gives back what it is handed.
pub type Paint<'p> = &'p dyn Fn(CoverageLevel, &str) -> String;

/// How much is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Sections, scenarios and totals.
    Summary,
    /// Every requirement as well.
    Whole,
}

/// The whole document, in the language of these messages.
pub fn render(document: &CoverageDocument, words: &Messages, depth: Depth, signs: Signs, paint: Paint) -> String {
    let wording = &CoverageWording::new(document, words);
    let page = CoverageText { wording, signs, paint };
    let title = match signs {
        Signs::Unicode => wording.title.clone(),
        Signs::Ascii => wording.title.replace('·', "-"),
    };
    let mut out = format!("{title}\n");
    page.scenarios(&mut out);
    if depth == Depth::Whole {
        page.legend(&mut out);
        page.by_requirement(&mut out);
        page.never(&mut out);
    }
    page.by_section(&mut out);
    page.reach(&mut out);
    out.push('\n');
    wording.totals.iter().for_each(|total| line(&mut out, format_args!("{}", wrapped(total, WIDTH, "  "))));
    out
}

struct CoverageText<'p> {
    wording: &'p CoverageWording,
    signs: Signs,
    paint: Paint<'p>,
}

impl CoverageText<'_> {
    /// Which number stands for which scenario.
    fn scenarios(&self, out: &mut String) {
        line(out, format_args!("\n{}", self.wording.headings.scenarios));
        let widest = self.wording.scenarios.iter().map(|own| own.id.width()).max().unwrap_or(0);
        for (number, own) in (1..).zip(&self.wording.scenarios) {
            let title = self.fit(&own.title, WIDTH.saturating_sub(widest + 7));
            line(out, format_args!("{number:>3}  {}  {title}", padded(&own.id, widest)));
        }
    }

    fn legend(&self, out: &mut String) {
        line(out, format_args!("\n{}", self.wording.headings.signs));
        for (heat, meaning) in &self.wording.legend {
            let sign = self.sign(*heat);
            let words = wrapped(meaning, WIDTH - 5, "     ");
            line(out, format_args!("  {sign}  {words}"));
        }
    }

    /// What happens in play, requirement by requirement.
    fn by_requirement(&self, out: &mut String) {
        line(out, format_args!("\n{}", self.wording.headings.by_requirement));
        for section in self.wording.sections.iter().filter(|section| section.happening() > 0) {
            self.section_head(out, section);
            self.numbers(out);
            let widest = section.rows.iter().map(|row| row.short.width()).max().unwrap_or(0);
            section.rows.iter().filter(|row| row.together.happens()).for_each(|row| self.row(out, row, widest));
        }
    }

    fn section_head(&self, out: &mut String, section: &SectionRow) {
        let count = format!("{}/{}", section.happening(), section.rows.len());
        let name = self.fit(&format!("{}  {}", section.title, section.id), WIDTH - count.len() - 1);
        line(out, format_args!("\n{}{count}", padded(&name, WIDTH - count.len())));
    }

    /// The numbers over the columns; tens on a line of their own where there are any.
    fn numbers(&self, out: &mut String) {
        let count = self.wording.scenarios.len();
        let of = |place: fn(usize) -> String| (1..=count).map(place).collect::<Vec<_>>().join(" ");
        if count > 9 {
            let tens = of(|n| if n > 9 { (n / 10).to_string() } else { " ".to_owned() });
            line(out, format_args!("  {tens}"));
        }
        let units = of(|n| (n % 10).to_string());
        line(out, format_args!("  {units}  {}", self.wording.headings.together));
    }

    fn row(&self, out: &mut String, row: &RequirementRow, widest: usize) {
        let cells: Vec<String> = row.cells.iter().map(|touch| self.sign(touch.level())).collect();
        let together = self.wording.headings.together.width();
        let sign = format!("{}{}", " ".repeat(together - 1), self.sign(row.together.level()));
        let critical = self.critical(row);
        let used = 2 + 2 * row.cells.len().max(1) - 1 + 2 + together + 2 + widest + 2 + critical.width();
        let words = self.fit(&row.words, WIDTH.saturating_sub(used).max(LEAST));
        line(out, format_args!("  {}  {sign}  {}  {words}{critical}", cells.join(" "), padded(&row.short, widest)));
    }

    /// What no play touches, so that an author knows what to write next.
    fn never(&self, out: &mut String) {
        let untouched = |section: &SectionRow| section.happening() < section.rows.len();
        if !self.wording.sections.iter().any(untouched) {
            return line(out, format_args!("\n{}", self.wording.headings.none_never));
        }
        line(out, format_args!("\n{}", self.wording.headings.never));
        for section in self.wording.sections.iter().filter(|section| untouched(section)) {
            let (missing, all) = (section.rows.len() - section.happening(), section.rows.len());
            line(out, format_args!("\n  {}  {}  ({missing}/{all})", section.title, section.id));
            let widest = section.rows.iter().map(|row| row.short.width()).max().unwrap_or(0);
            for row in section.rows.iter().filter(|row| !row.together.happens()) {
                let critical = self.critical(row);
                let words = self.fit(&row.words, WIDTH.saturating_sub(widest + 8 + critical.width()).max(LEAST));
                let sign = self.sign(row.together.level());
                line(out, format_args!("    {sign} {}  {words}{critical}", padded(&row.short, widest)));
            }
        }
    }

    /// Sections by scenarios: how many requirements of a section happen where.
    fn by_section(&self, out: &mut String) {
        line(out, format_args!("\n{}", self.wording.headings.by_section));
        let count = self.wording.scenarios.len();
        let cell = if count > CROWD { 2 } else { 4 };
        let words = WIDTH.saturating_sub(2 + count * cell + 2 + 8 + 10 + 1).max(LEAST);
        let numbers: String = (1..=count).map(|number| format!("{number:>cell$}")).collect();
        line(out, format_args!("  {}{numbers}", " ".repeat(words)));
        for section in &self.wording.sections {
            let (happening, all) = (section.happening(), section.rows.len());
            let cells: String = (0..count).map(|column| self.count(section, column, cell)).collect();
            let name = padded(&self.fit(&section.title, words), words);
            let heat = if happening == 0 { CoverageLevel::Nothing } else { CoverageLevel::Whole };
            let bar = (self.paint)(heat, &self.signs.bar(happening, all));
            let share = format!("{happening}/{all}");
            line(out, format_args!("  {name}{cells}  {share:>8} {bar}"));
        }
    }

    fn count(&self, section: &SectionRow, column: usize, cell: usize) -> String {
        let happening = section.in_scenario(column);
        let heat = match (happening, happening * 2 >= section.rows.len()) {
            (0, _) => CoverageLevel::Nothing,
            (_, true) => CoverageLevel::Whole,
            (_, false) => CoverageLevel::Met,
        };
        let crowded = self.wording.scenarios.len() > CROWD;
        let shown = if happening == 0 || crowded { self.signs.of(heat).to_string() } else { happening.to_string() };
        (self.paint)(heat, &format!("{shown:>cell$}"))
    }

    fn reach(&self, out: &mut String) {
        line(out, format_args!("\n{}", self.wording.headings.reach));
        for own in &self.wording.scenarios {
            line(out, format_args!("\n  {}", own.id));
            own.reach.iter().for_each(|said| line(out, format_args!("    {}", wrapped(said, WIDTH - 4, "    "))));
            if !own.untried.is_empty() {
                line(out, format_args!("    {}", wrapped(&some(own, self.signs), WIDTH - 4, "      ")));
            }
        }
    }

    fn critical(&self, row: &RequirementRow) -> String {
        if row.critical { format!(" ({})", self.wording.headings.critical) } else { String::new() }
    }

    fn sign(&self, heat: CoverageLevel) -> String {
        (self.paint)(heat, &self.signs.of(heat).to_string())
    }

    /// The words, cut where they are wider than this.
    fn fit(&self, words: &str, width: usize) -> String {
        fit(words, width, self.signs.cut())
    }
}

/// The first few things that nobody tried, and how many more there are.
fn some(own: &ScenarioRow, signs: Signs) -> String {
    let named = own.untried.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let rest = own.untried.len().saturating_sub(NAMED);
    let more = if rest == 0 { String::new() } else { format!(" {} +{rest}", signs.cut()) };
    format!("{} ({}) {named}{more}", own.untried_head, own.untried.len())
}

fn padded(words: &str, width: usize) -> String {
    format!("{words}{}", " ".repeat(width.saturating_sub(words.width())))
}

/// Words broken at blanks, and between Chinese characters, into lines of this width; later lines begin with `indent`.
fn wrapped(words: &str, width: usize, indent: &str) -> String {
    lines(words, width).join(&format!("\n{indent}"))
}

fn line(out: &mut String, words: std::fmt::Arguments) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{words}");
}
