//! All scenarios by their numbers, with the best so far; words search them.

use super::command::PlainPrompt;
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::room::{Onward, PlainRoom, RoomName};
use crate::content::scenario::ScenarioHead;
use crate::record::attempt::AttemptId;
use crate::record::play_result::PlayResult;
use crate::record::summary::PlayedContent;
use crate::speech::narration::tier;
use crate::speech::search::{Search, finds_scenario};
use crate::tr;
use std::sync::Arc;

#[derive(Debug, Default)]
pub(super) struct ScenarioListRoom;

/// So many of the plays of a scenario that nobody has judged yet are judged when it is told of: thousands would take
/// minutes.
const JUDGED: usize = 8;

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
    let (words, lines) = (&own.words, own.lines());
    let mut facts = vec![
        tier(words, head.tier),
        tr!(words, "minutes", minutes = head.minutes),
        tr!(words, "requirements", count = head.requirements),
    ];
    facts.extend(so_far);
    dialog.say(&format!("{number}. {}", lines.sentence(head.title.in_lang(own.lang()))))?;
    dialog.say(&lines.sentence(&lines.list(&facts)))?;
    dialog.say(head.summary.in_lang(own.lang()))
}

/// The best so far. What is known is taken as it is; of the rest the newest are judged.
fn past_result(head: &ScenarioHead, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Vec<String>> {
    let now = PlayedContent::now(&head.id, &head.hash, &own.pack.standard_hash);
    let unjudged = |own: &PlainContext| -> Vec<AttemptId> {
        let plays = own.history().finished(head).filter(|play| play.result_now(&now).is_none());
        plays.map(|play| play.id).collect()
    };
    let newest: Vec<AttemptId> = unjudged(own).into_iter().take(JUDGED).collect();
    own.fetch(dialog, newest.clone())?;
    for id in newest {
        own.judge(id);
    }
    let results = own.history().finished(head).filter_map(|play| play.result_now(&now));
    Ok(match results.map(PlayResult::score).max() {
        Some(best) => {
            let uncounted = unjudged(own).len();
            let mut told = vec![tr!(own.words, "best-so-far", score = best.whole())];
            told.extend((uncounted > 0).then(|| tr!(own.words, "plays-uncounted", count = uncounted)));
            told
        }
        None if own.history().finished(head).next().is_none() => vec![tr!(own.words, "not-played")],
        None => vec![tr!(own.words, "played")],
    })
}
