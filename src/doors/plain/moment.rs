//! A moment of one of the learner's own plays, just before it went wrong, to be played again.

use super::command::PlainPrompt;
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::room::{Onward, PlainRoom};
use crate::content::scenario::ChoiceId;
use crate::learn::moment::{KeptMoment, restore};
use crate::play::engine::{Open, Session};
use crate::record::journal::EventKey;
use crate::speech::narration::{Detail, Narrator};
use crate::tr;
use crate::trainer::learning::seconds;
use crate::trainer::moment_words;
use crate::trainer::solver_cache::Async;

pub(super) struct MomentRoom {
    key: EventKey,
}

impl PlainRoom for MomentRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        let kept = own.learning().and_then(|learning| learning.moment(self.key)).cloned();
        let Some(kept) = kept else { return Ok(Onward::Back) };
        // One that cannot be played was left out of the plan.
        let Ok(mut session) = restore(&kept.moment, own.pack.scenario(&kept.moment.scenario)) else {
            return Ok(Onward::Back);
        };
        let since = (own.now)();
        loop {
            let open = tell(&kept, &session, own, dialog)?;
            match own.listen(dialog, &PlainPrompt::of(open.len(), &[]))? {
                Wish::Back => return Ok(Onward::Back),
                Wish::Number(number) => {
                    if session.take(open[number - 1]).is_ok() {
                        let taken = seconds(Some(since), (own.now)());
                        judge(&kept, &session, taken, own, dialog)?;
                        return Ok(Onward::Back);
                    }
                }
                Wish::Do(..) | Wish::Words(_) | Wish::Reworded => {}
            }
        }
    }
}

impl MomentRoom {
    pub(super) fn new(key: EventKey) -> MomentRoom {
        MomentRoom { key }
    }
}

/// Why it is played again, what was told last, and what can be done; the open choices in their order.
fn tell(kept: &KeptMoment, session: &Session, own: &PlainContext, dialog: &mut Dialog) -> Spoken<Vec<ChoiceId>> {
    let (words, lines) = (&own.words, own.lines());
    let narrator: Narrator = lines.narrator(session);
    dialog.say("")?;
    dialog.say(&moment_words::reason(words, &own.pack.standard, kept))?;
    dialog.say_all(&lines.last_told(session, Detail::Bare))?;
    dialog.say(&tr!(words, "question"))?;
    let state = session.state();
    let mut open = Vec::new();
    for (id, _) in session.shown().into_iter().filter(|(_, open)| *open == Open::Yes) {
        let Some(choice) = session.choice(id) else { continue };
        open.push(id);
        dialog.say(&format!("{}. {}", open.len(), narrator.fill(&choice.text, &state)))?;
    }
    Ok(open)
}

/// How good the move was, which is written down, and what was better.
fn judge(kept: &KeptMoment, session: &Session, taken: u32, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
    let judged = match own.last_move(session, dialog)? {
        Async::Known(Some(judged)) => judged,
        Async::Known(None) | Async::Pending => return Ok(()),
        Async::Unknown(why) => return dialog.say(&tr!(own.words, "moment-unjudged", why = why)),
    };
    let shown = own.learning().map(|learning| learning.of_moment(kept, &judged, taken, &own.pack.standard));
    own.learn_from(shown.unwrap_or_default());
    let lines = own.lines();
    dialog.say_all(&lines.last_told(session, Detail::Whole))?;
    dialog.say_all(&moment_words::outcome(&lines.narrator(session), session, kept, &judged))
}
