//! All scenarios by their numbers, with the best so far; words search them.

use super::command::PlainPrompt;
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::room::{Onward, PlainRoom, RoomName};
use crate::content::scenario::ScenarioHead;
use crate::record::attempt::AttemptId;
use crate::record::history::JUDGED_AT_ONCE;
use crate::record::play_result::PastResult;
use crate::record::summary::PlayedContent;
use crate::speech::past_plays::scenario_facts;
use crate::speech::search::{Search, finds_scenario};
use crate::tr;
use std::sync::Arc;

#[derive(Debug, Default)]
pub(super) struct ScenarioListRoom;

impl PlainRoom for ScenarioListRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        let all: Vec<Arc<ScenarioHead>> = own.pack.scenarios.heads().cloned().collect();
        let mut shown = all.clone();
        loop {
            dialog.say("")?;
            dialog.say(&tr!(own.words, "plain-scenarios"))?;
            for (head, number) in shown.iter().zip(1..) {
                tell(head, number, own, dialog)?;
            }
            let mut prompt = PlainPrompt::of(shown.len(), &[]);
            prompt.words = Some(tr!(own.words, "plain-words-to-search"));
            match own.listen(dialog, &prompt)? {
                Wish::Number(number) => {
                    if let Some(scenario) = own.pack.scenario(&shown[number - 1].id).cloned() {
                        return Ok(Onward::Open(RoomName::Briefing(scenario)));
                    }
                }
                Wish::Words(wanted) => {
                    let found =
                        |search: &Search| all.iter().filter(|head| finds_scenario(head, search)).cloned().collect();
                    shown = Search::new(&wanted).find(found);
                    if shown.is_empty() {
                        dialog.say(&tr!(own.words, "plain-nothing-found"))?;
                        shown.clone_from(&all);
                    }
                }
                Wish::Back if shown.len() < all.len() => shown.clone_from(&all),
                Wish::Back => return Ok(Onward::Back),
                Wish::Reworded | Wish::Do(..) => {}
            }
        }
    }
}

fn tell(head: &ScenarioHead, number: usize, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
    let so_far = past_result(head, own, dialog)?;
    let (facts, lines) = (scenario_facts(&own.words, head, so_far), own.lines());
    dialog.say(&format!("{number}. {}", lines.sentence(head.title.in_lang(own.lang()))))?;
    dialog.say(&lines.sentence(&lines.list(&facts)))?;
    dialog.say(head.summary.in_lang(own.lang()))
}

/// The best so far. What is known is taken as it is; of the rest the newest are judged.
fn past_result(head: &ScenarioHead, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<PastResult> {
    let now = PlayedContent::now(&head.id, &head.hash, &own.pack.standard_hash);
    let unjudged = own.history().unjudged(head, &now);
    let newest: Vec<AttemptId> = unjudged.take(JUDGED_AT_ONCE).map(|play| play.id).collect();
    own.fetch(dialog, newest.clone())?;
    for id in newest {
        own.judge(id, dialog)?;
    }
    Ok(own.history().past_result(head, &now))
}
