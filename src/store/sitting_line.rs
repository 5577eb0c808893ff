//! One line of a sitting: an event as JSON, and the way back. Nothing in it says what is right.

use crate::base::chance::Seed;
use crate::base::text::{Lang, make_safe};
use crate::record::moment::whole_milliseconds;
use crate::record::sitting::{
    ClosedBecause, ExamPaper, ItemReply, PaperItem, PaperVisit, SittingBegun, SittingEvent, SittingLine,
};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// The JSON of an event, without an end of line.
pub(super) fn json_of(line: &SittingLine) -> Option<String> {
    let spec = SatLineSpec {
        at: whole_milliseconds(line.at).to_string(),
        used: u64::try_from(line.used.as_millis()).ok()?,
        did: SatSpec::of(&line.what),
    };
    serde_json::to_string(&spec).ok()
}

/// The event of a JSON; none where it makes no sense.
pub(super) fn line_of(json: &str) -> Option<SittingLine> {
    let spec: SatLineSpec = serde_json::from_str(json).ok()?;
    let at = spec.at.parse().map(whole_milliseconds).ok()?;
    Some(SittingLine { at, used: Duration::from_millis(spec.used), what: spec.did.event()? })
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SatLineSpec {
    at: String,
    used: u64,
    did: SatSpec,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum SatSpec {
    Begun(Box<BegunSpec>),
    Resumed,
    Shown(usize),
    Answered {
        item: usize,
        reply: ItemReply,
    },
    Flagged {
        item: usize,
        on: bool,
    },
    VisitBegun(usize),
    Chose {
        visit: usize,
        choice: String,
    },
    VisitLeft(usize),
    Further {
        items: Vec<(String, usize)>,
        minutes: u32,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key_hash: Option<String>,
    },
    HandedIn,
    TimeUp,
    Witnessed {
        proctor: String,
        code: String,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BegunSpec {
    exam: String,
    candidate: String,
    language: String,
    seed: u64,
    items: Vec<(String, usize)>,
    visits: Vec<(String, u64)>,
    minutes: u32,
    extra_minutes: u32,
    key_hash: String,
    standard_hash: String,
    rules: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    proctor: Option<String>,
}

impl SatSpec {
    fn of(what: &SittingEvent) -> SatSpec {
        match what {
            SittingEvent::Begun(begun) => SatSpec::Begun(Box::new(BegunSpec::of(begun))),
            SittingEvent::Resumed => SatSpec::Resumed,
            SittingEvent::Shown(item) => SatSpec::Shown(*item),
            SittingEvent::Answered { item, reply } => SatSpec::Answered { item: *item, reply: reply.clone() },
            SittingEvent::Flagged { item, on } => SatSpec::Flagged { item: *item, on: *on },
            SittingEvent::VisitBegun(visit) => SatSpec::VisitBegun(*visit),
            SittingEvent::Chose { visit, choice } => SatSpec::Chose { visit: *visit, choice: choice.to_string() },
            SittingEvent::VisitLeft(visit) => SatSpec::VisitLeft(*visit),
            SittingEvent::Further { items, minutes, key_hash } => SatSpec::Further {
                items: items_spec(items),
                minutes: *minutes,
                key_hash: key_hash.as_deref().map(str::to_owned),
            },
            SittingEvent::Closed(ClosedBecause::HandedIn) => SatSpec::HandedIn,
            SittingEvent::Closed(ClosedBecause::TimeUp) => SatSpec::TimeUp,
            SittingEvent::Witnessed { proctor, code } => {
                SatSpec::Witnessed { proctor: proctor.to_string(), code: code.to_string() }
            }
        }
    }

    fn event(self) -> Option<SittingEvent> {
        Some(match self {
            SatSpec::Begun(begun) => SittingEvent::Begun(Box::new(begun.begun()?)),
            SatSpec::Resumed => SittingEvent::Resumed,
            SatSpec::Shown(item) => SittingEvent::Shown(item),
            SatSpec::Answered { item, reply } => SittingEvent::Answered { item, reply },
            SatSpec::Flagged { item, on } => SittingEvent::Flagged { item, on },
            SatSpec::VisitBegun(visit) => SittingEvent::VisitBegun(visit),
            SatSpec::Chose { visit, choice } => SittingEvent::Chose { visit, choice: clean(&choice) },
            SatSpec::VisitLeft(visit) => SittingEvent::VisitLeft(visit),
            SatSpec::Further { items, minutes, key_hash } => {
                SittingEvent::Further { items: items_of(items), minutes, key_hash: key_hash.as_deref().map(clean) }
            }
            SatSpec::HandedIn => SittingEvent::Closed(ClosedBecause::HandedIn),
            SatSpec::TimeUp => SittingEvent::Closed(ClosedBecause::TimeUp),
            SatSpec::Witnessed { proctor, code } => {
                SittingEvent::Witnessed { proctor: clean(&proctor), code: clean(&code) }
            }
        })
    }
}

impl BegunSpec {
    fn of(begun: &SittingBegun) -> BegunSpec {
        let visit = |own: &PaperVisit| (own.scenario.to_string(), own.seed.number());
        BegunSpec {
            exam: begun.exam.to_string(),
            candidate: begun.candidate.to_string(),
            language: begun.language.to_string(),
            seed: begun.seed.number(),
            items: items_spec(&begun.paper.items),
            visits: begun.paper.visits.iter().map(visit).collect(),
            minutes: begun.minutes,
            extra_minutes: begun.extra_minutes,
            key_hash: begun.key_hash.to_string(),
            standard_hash: begun.standard_hash.to_string(),
            rules: begun.rules,
            proctor: begun.proctor.as_deref().map(str::to_owned),
        }
    }

    fn begun(self) -> Option<SittingBegun> {
        let seed = |number: u64| (number < Seed::LIMIT).then(|| Seed::new(number));
        let visit =
            |(scenario, number): (String, u64)| Some(PaperVisit { scenario: clean(&scenario), seed: seed(number)? });
        let visits = self.visits.into_iter().map(visit).collect::<Option<_>>()?;
        Some(SittingBegun {
            exam: clean(&self.exam),
            candidate: clean(&self.candidate),
            language: Lang::new(&self.language)?,
            seed: seed(self.seed)?,
            paper: ExamPaper { items: items_of(self.items), visits },
            minutes: self.minutes,
            extra_minutes: self.extra_minutes,
            key_hash: clean(&self.key_hash),
            standard_hash: clean(&self.standard_hash),
            rules: self.rules,
            proctor: self.proctor.as_deref().map(clean),
        })
    }
}

fn items_spec(items: &[PaperItem]) -> Vec<(String, usize)> {
    items.iter().map(|item| (item.question.to_string(), item.block)).collect()
}

fn items_of(items: Vec<(String, usize)>) -> Vec<PaperItem> {
    items.into_iter().map(|(question, block)| PaperItem { question: clean(&question), block }).collect()
}

/// What is shown again, safe to show.
fn clean(text: &str) -> Box<str> {
    make_safe(text).replace('\n', "\u{FFFD}").into()
}
