//! A moment of a script's play: what was told, which choices are on the screen, and what is there instead of a choice that
//! cannot be taken.

use super::playable::Playscript;
use super::script::ChoiceRef;
use super::unmet::Unmet;
use super::view::{FoundChoice, PlayView, find, names_of, same_words};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::suggest;
use crate::both;
use crate::content::scenario::ChoiceId;
use crate::play::engine::{Event, Open};

/// Where a play stands, and the script that brought it there.
pub(super) struct Moment<'m> {
    pub(super) script: &'m Playscript,
    pub(super) view: &'m PlayView<'m>,
}

impl Moment<'_> {
    /// The choice that the script names here, if it can be taken.
    pub(super) fn open_choice(&self, choice: &ChoiceRef) -> Result<ChoiceId, Unmet> {
        match find(self.view, choice) {
            FoundChoice::Here(id, Open::Yes) => Ok(id),
            found => Err(Unmet::new(to_choose(choice), self.stands(&found)).help(self.open_instead(choice))),
        }
    }

    /// Whether a choice stands here as it should; `wanted` is the word for that.
    pub(super) fn expect_status(
        &self,
        choice: &ChoiceRef,
        wanted: Phrase,
        fits: impl Fn(Open) -> bool,
    ) -> Result<(), Unmet> {
        let found = find(self.view, choice);
        let holds = match &found {
            FoundChoice::Here(_, open) => fits(*open),
            // What no choice on the screen reads is hidden indeed.
            FoundChoice::Nothing => fits(Open::Hidden) && !self.view.session.is_over(),
            FoundChoice::Elsewhere(_) | FoundChoice::Many(_) => false,
        };
        if holds {
            return Ok(());
        }
        let expected = both!("\"{name}\" to be {wanted}", "\"{name}\" {wanted}", name = choice.text; wanted = wanted);
        let unmet = Unmet::new(expected, self.stands(&found));
        Err(if self.open_ids().is_empty() { unmet } else { unmet.help(self.open_here()) })
    }

    /// Whether a choice that is locked here gives this reason.
    pub(super) fn expect_reason(&self, choice: &ChoiceRef, wanted: &str) -> Result<(), Unmet> {
        let FoundChoice::Here(id, Open::Locked(lock)) = find(self.view, choice) else { return Ok(()) };
        let reason = self.view.reason(id, lock);
        if same_words(&reason).contains(&*same_words(wanted)) {
            return Ok(());
        }
        let expected = both!("the reason \"{wanted}\"", "理由是“{wanted}”");
        Err(Unmet::new(expected, both!("it is: {reason}", "实际是：{reason}")))
    }

    /// The ids of the choices that are open here, in the order of the file.
    pub(super) fn open_ids(&self) -> Vec<&str> {
        names_of(&self.view.session, |open| open == Open::Yes)
    }

    /// The same in a sentence.
    pub(super) fn open_here(&self) -> Bilingual {
        both!("open here: {open}", "这里能选的有：{open}", open = self.open_ids().join(", "))
    }

    /// What is there, in a sentence.
    fn stands(&self, found: &FoundChoice) -> Bilingual {
        let session = &self.view.session;
        let scenario = session.scenario();
        let Some(here) = session.state().scene(scenario) else {
            let ending = session.ending().map_or("", |ending| &*scenario.ending(ending).name);
            return both!("the play is over, in the ending \"{ending}\"", "演练已经结束，结局是 \"{ending}\"");
        };
        let here = &scenario.scene(here).name;
        match found {
            FoundChoice::Here(_, Open::Yes) => Phrase::new("it is open", "它能选").into(),
            FoundChoice::Here(id, Open::Locked(lock)) => {
                both!("it is locked: {reason}", "它选不了：{reason}", reason = self.view.reason(*id, *lock))
            }
            FoundChoice::Here(_, Open::Hidden) => Phrase::new(
                "it is hidden: its `when` does not hold, or it was taken once already",
                "它没有出现：它的 `when` 不成立，或者已经选过一次",
            )
            .into(),
            FoundChoice::Elsewhere(scenes) => both!(
                "it stands in {scenes}, and the play is in {here}",
                "它在 {scenes} 里，而演练在 {here}",
                scenes = scenes.join(", ")
            ),
            FoundChoice::Many(ids) => both!(
                "these words stand in several choices here: {ids}",
                "这里有几个选项都有这些字：{ids}",
                ids = ids.join(", ")
            ),
            FoundChoice::Nothing => {
                both!("nothing on the screen of {here} reads so", "{here} 的屏幕上没有这样的选项")
            }
        }
    }

    /// What to do where a choice cannot be taken.
    fn open_instead(&self, choice: &ChoiceRef) -> Bilingual {
        let open = self.open_ids();
        if open.is_empty() {
            return Phrase::new(
                "remove the line, or see where the play went another way",
                "删掉这一行，或者看看是从哪里走岔的",
            )
            .into();
        }
        let help = match suggest(&choice.text, open.iter().copied()) {
            Some(near) => both!(
                "did you mean \"{near}\"? Open here: {open}",
                "是不是想写 \"{near}\"？这里能选的有：{open}",
                open = open.join(", ")
            ),
            None => self.open_here(),
        };
        let unnamed = self.unnamed_outcomes();
        if unnamed.is_empty() {
            return help;
        }
        both!(
            "{help}; the dice gave, and the walk does not say: {unnamed}",
            "{help}；随机揭晓了，脚本里却没写：{unnamed}",
            unnamed = unnamed.join(", ");
            help = help
        )
    }

    /// What fell by chance on the way without being named in the script.
    fn unnamed_outcomes(&self) -> Vec<String> {
        let scenario = &self.script.scenario;
        let events = self.view.session.turns().iter().flat_map(|turn| &turn.events);
        let fell = events.filter_map(|event| {
            let Event::Revealed { chance, outcome } = event else { return None };
            Some((&scenario.chances[chance.index()], outcome.index()))
        });
        let unnamed = fell.filter(|(chance, _)| !self.script.chances.contains(&chance.name));
        unnamed.map(|(chance, outcome)| format!("{} {}", chance.name, chance.outcomes[outcome])).collect()
    }
}

/// What is expected where a script takes a choice.
pub(super) fn to_choose(choice: &ChoiceRef) -> Bilingual {
    both!("to choose \"{name}\"", "选 \"{name}\"", name = choice.text)
}
