//! All plays of the learner, the newest first, in pages: one that is over is opened for review, one that is not goes on.

use super::command::{PlainCommand, PlainPrompt};
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::room::{Entrance, Onward, PlainRoom, RoomName};
use crate::record::attempt::AttemptId;
use crate::speech::past_plays::{HistoryRun, ago};
use crate::tr;
use crate::trainer::recorded_play::RecordedPlay;

#[derive(Debug, Default)]
pub(super) struct HistoryRoom {
    page: usize,
}

/// So many plays make a page; only those of a page are looked up and judged.
const PAGE: usize = 10;

impl PlainRoom for HistoryRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        loop {
            let (told, runs) = self.tell(own, dialog)?;
            dialog.say_all(&told)?;
            let pages = own.history().len().div_ceil(PAGE);
            let prompt = PlainPrompt::of(runs.len(), &[PlainCommand::Next, PlainCommand::Previous]);
            match own.listen(dialog, &prompt)? {
                Wish::Number(number) => {
                    let (id, run) = runs[number - 1];
                    match open(id, run, own) {
                        Ok(onward) => return Ok(onward),
                        Err(why) => dialog.say(&why)?,
                    }
                }
                Wish::Do(PlainCommand::Next, _) if self.page + 1 < pages => self.page += 1,
                Wish::Do(PlainCommand::Previous, _) if self.page > 0 => self.page -= 1,
                Wish::Do(..) => dialog.say(&tr!(own.words, "plain-no-more-pages"))?,
                Wish::Back => return Ok(Onward::Back),
                Wish::Reworded | Wish::Words(_) => {}
            }
        }
    }
}

/// What a page says, and which plays it lists.
type HistoryPage = (Vec<String>, Vec<(AttemptId, HistoryRun)>);

impl HistoryRoom {
    /// The plays of this page in words, and which they are.
    fn tell(&self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<HistoryPage> {
        let newest = own.history().newest_first().skip(self.page * PAGE).take(PAGE);
        let ids: Vec<AttemptId> = newest.map(|play| play.id).collect();
        own.fetch(dialog, ids.clone())?;
        let (now, mut runs) = ((own.now)(), Vec::new());
        let mut told = vec![String::new(), self.heading(own)];
        for id in ids {
            let Some(attempt) = own.history().get(id).cloned() else { continue };
            let best = if attempt.finished { own.judge(id, dialog)? } else { None };
            let lines = own.lines();
            for past in own.past().runs(id, &attempt, best) {
                runs.push((id, past.run));
                let [before, after] = past.facts;
                let when = ago(&own.words, attempt.updated, now);
                let facts: Vec<String> = before.into_iter().chain([when]).chain(after).collect();
                let title = lines.sentence(&lines.list(&past.title));
                let gap = tr!(own.words, "between-sentences");
                told.push(format!("{}. {title}{gap}{}", runs.len(), lines.sentence(&lines.list(&facts))));
            }
        }
        Ok((told, runs))
    }

    fn heading(&self, own: &PlainContext) -> String {
        let (words, count) = (&own.words, own.history().len());
        if count == 0 {
            return tr!(words, "plain-no-plays");
        }
        let (page, pages) = (self.page + 1, count.div_ceil(PAGE));
        if pages == 1 {
            tr!(words, "plain-history")
        } else {
            tr!(words, "plain-history-page", page = page, pages = pages)
        }
    }
}

/// Where a run leads, or why it leads nowhere.
fn open(id: AttemptId, run: HistoryRun, own: &mut PlainContext) -> Result<Onward, String> {
    let Some(attempt) = own.history().get(id).cloned() else { return Err(tr!(own.words, "play-unfit")) };
    let Some(scenario) = own.pack.scenario(&attempt.scenario).cloned() else {
        return Err(tr!(own.words, "scenario-gone", id = attempt.scenario.to_string()));
    };
    match run {
        HistoryRun::Over(run) => match RecordedPlay::finished(&scenario, id, &attempt, run) {
            Some(play) => Ok(Onward::Open(RoomName::Review(Box::new(play)))),
            None => Err(tr!(own.words, "play-unfit")),
        },
        HistoryRun::UnderWay | HistoryRun::TriedAgain => {
            let (play, misfit) = RecordedPlay::resume(&scenario, id, &attempt, (own.now)());
            let entrance = if misfit.is_some() { Entrance::Edited } else { Entrance::GoneOn };
            Ok(Onward::Open(RoomName::Play(Box::new(play), entrance)))
        }
    }
}
