//! `doorstep exam results`: what a learner sat, and what it came to.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::progress::whose;
use crate::content::scenario::Pack;
use crate::record::sitting::SittingBegun;
use crate::speech::messages::Messages;
use crate::store::{StoredSitting, shown};
use crate::tr;
use crate::trainer::exam_past::PastSitting;
use crate::trainer::exam_words;

pub(super) fn run(learner: Option<&str>, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let saves = context.find_saves(&opened.content)?;
    let learner = whose(learner, &saves)?;
    let (sittings, unread) = saves.sittings_of(&learner)?;
    let words = Messages::of(&opened.pack, context.lang);
    if sittings.is_empty() {
        let name = learner.as_str();
        context.print_line(&tr!(words, "exam-results-none", name = name))?;
    }
    for own in &sittings {
        for line in told(own, &words, &opened.pack, context.offset) {
            context.print_line(&line)?;
        }
    }
    context.remark_unread(&unread);
    Ok(Ended::Fine)
}

fn told(own: &StoredSitting, words: &Messages, pack: &Pack, offset: i32) -> Vec<String> {
    let exam = own.begun().map_or("", |begun: &SittingBegun| &begun.exam);
    let title = pack.blueprints.find(exam).map_or(exam, |exam| exam.title.in_lang(words.lang()));
    let file = shown(&own.path);
    let Some(past) = PastSitting::of(&own.lines, pack, offset) else {
        let unknown = tr!(words, "exam-result-unknown", exam = title);
        return vec![unknown, format!("  {file}")];
    };
    let date = past.day.date().to_string();
    let state = exam_words::outcome(words, &past);
    let mut told = vec![tr!(words, "exam-result", exam = title, date = date, state = state)];
    told.push(format!("  {}", tr!(words, "certificate-practice")));
    if past.is_stale {
        told.push(format!("  {}", tr!(words, "finding-keys")));
    }
    if past.clock_went_back {
        told.push(format!("  {}", tr!(words, "certificate-clock")));
    }
    told.push(format!("  {file}"));
    told
}
