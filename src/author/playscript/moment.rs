//! A moment of a script's play: what was told, which choices are on the screen, and what is there instead of a choice that
//! cannot be taken.

use super::playable::Playscript;
use super::script::ChoiceRef;
use super::unmet::Unmet;
use super::view::{FoundChoice, PlayView, find, names_of, same_words};
use crate::base::diagnostic::suggest;
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
        wanted: &str,
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
        let unmet = Unmet::new(format!("\"{}\" to be {wanted}", choice.text), self.stands(&found));
        let open = self.open_ids();
        Err(if open.is_empty() { unmet } else { unmet.help(format!("open here: {}", open.join(", "))) })
    }

    /// Whether a choice that is locked here gives this reason.
    pub(super) fn expect_reason(&self, choice: &ChoiceRef, wanted: &str) -> Result<(), Unmet> {
        let FoundChoice::Here(id, Open::Locked(lock)) = find(self.view, choice) else { return Ok(()) };
        let reason = self.view.reason(id, lock);
        if same_words(&reason).contains(&*same_words(wanted)) {
            return Ok(());
        }
        Err(Unmet::new(format!("the reason \"{wanted}\""), format!("it is: {reason}")))
    }

    /// The ids of the choices that are open here, in the order of the file.
    pub(super) fn open_ids(&self) -> Vec<&str> {
        names_of(&self.view.session, |open| open == Open::Yes)
    }

    /// What is there, in a sentence.
    fn stands(&self, found: &FoundChoice) -> String {
        let session = &self.view.session;
        let scenario = session.scenario();
        let Some(here) = session.state().scene(scenario) else {
            let ending = session.ending().map_or("", |ending| &*scenario.ending(ending).name);
            return format!("the play is over, in the ending \"{ending}\"");
        };
        let here = &scenario.scene(here).name;
        match found {
            FoundChoice::Here(_, Open::Yes) => "it is open".to_owned(),
            FoundChoice::Here(id, Open::Locked(lock)) => format!("it is locked: {}", self.view.reason(*id, *lock)),
            FoundChoice::Here(_, Open::Hidden) => {
                "it is hidden: its `when` does not hold, or it was taken once already".to_owned()
            }
            FoundChoice::Elsewhere(scenes) => format!("it stands in {}, and the play is in {here}", scenes.join(", ")),
            FoundChoice::Many(ids) => format!("these words stand in several choices here: {}", ids.join(", ")),
            FoundChoice::Nothing => format!("nothing on the screen of {here} reads so"),
        }
    }

    /// What to do where a choice cannot be taken.
    fn open_instead(&self, choice: &ChoiceRef) -> String {
        let open = self.open_ids();
        if open.is_empty() {
            return "remove the line, or see where the play went another way".to_owned();
        }
        let mut help = match suggest(&choice.text, open.iter().copied()) {
            Some(near) => format!("did you mean \"{near}\"? Open here: {}", open.join(", ")),
            None => format!("open here: {}", open.join(", ")),
        };
        let unnamed = self.unnamed_outcomes();
        if !unnamed.is_empty() {
            help.push_str("; the dice gave, and the walk does not say: ");
            help.push_str(&unnamed.join(", "));
        }
        help
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
pub(super) fn to_choose(choice: &ChoiceRef) -> String {
    format!("to choose \"{}\"", choice.text)
}
