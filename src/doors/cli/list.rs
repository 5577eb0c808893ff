//! `doorstep list`: what can be played.

use super::args::ListArgs;
use super::{Context, Ended, Failure};
use crate::play::solver::lengths;
use crate::report::json;
use serde_json::Value;
use std::io::Write;

pub(super) fn run(args: &ListArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let pack = &opened.pack;
    if args.json {
        let line =
            |scenario: &std::sync::Arc<_>| json::scenario(scenario, &pack.standard, lengths(scenario, &pack.standard));
        let list: Value = pack.scenarios.iter().map(line).collect();
        context.print_json(&list)?;
        return Ok(Ended::Fine);
    }
    let lang = opened.asked(args.lang)?.unwrap_or(context.lang);
    let width = pack.scenarios.iter().map(|scenario| scenario.id.len()).max().unwrap_or(0);
    for scenario in &pack.scenarios {
        let (id, title, summary) = (&scenario.id, scenario.title.in_lang(lang), scenario.summary.in_lang(lang));
        let minutes = scenario.minutes;
        context.print(&format!(
            "{id:width$}  {:9}  {minutes:>2} min  {title}\n{:width$}  {summary}\n",
            scenario.tier.word(),
            ""
        ))?;
    }
    for diagnostic in &opened.diagnostics {
        let _ = writeln!(context.err, "{diagnostic}");
    }
    Ok(Ended::Fine)
}
