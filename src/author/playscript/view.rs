//! What a script sees of a play: the words that were told, and the choices on the screen, found by id or by their words.

use super::token::{Word, WordKind};
use crate::base::text::Lang;
use crate::content::scenario::{ChoiceId, Scene};
use crate::content::standard::Standard;
use crate::play::engine::{Open, Session};
use crate::speech::messages::Messages;
use crate::speech::narration::{Detail, Narrator, Passage};
use crate::tr;

/// A play in one language.
pub(super) struct PlayView<'v> {
    pub session: Session,
    pub words: Messages,
    standard: &'v Standard,
}

/// Where a choice is that a script names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FoundChoice {
    Here(ChoiceId, Open),
    /// Only in these other scenes.
    Elsewhere(Vec<String>),
    /// Several choices on the screen hold these words.
    Many(Vec<String>),
    Nothing,
}

impl<'v> PlayView<'v> {
    pub(super) fn new(session: Session, standard: &'v Standard, language: Lang) -> PlayView<'v> {
        let words = Messages::new(language);
        PlayView { session, words, standard }
    }

    fn narrator(&self) -> Narrator<'_> {
        Narrator { scenario: self.session.scenario(), standard: self.standard, words: &self.words, player: "" }
    }

    /// Why a choice here is locked.
    pub(super) fn reason(&self, id: ChoiceId, lock: usize) -> String {
        let reason = self.session.choice(id).and_then(|choice| choice.locks.get(lock));
        reason.map(|(_, text)| self.narrator().fill(text, &self.session.state()).into_owned()).unwrap_or_default()
    }

    fn words_of(&self, id: ChoiceId) -> String {
        let choice = self.session.choice(id);
        choice.map(|choice| self.narrator().fill(&choice.text, &self.session.state()).into_owned()).unwrap_or_default()
    }
}

/// Everything that was told by the last of so many moves, or before the first: each line by itself.
pub(super) fn told(view: &PlayView, moves: usize) -> Vec<String> {
    let narrator = view.narrator();
    let passages = match moves.checked_sub(1) {
        None => narrator.opening(&view.session),
        Some(last) => narrator.turn(&view.session, last, Detail::Whole),
    };
    let line = |passage| match passage {
        Passage::Place(words) | Passage::Narration(words) | Passage::Feedback(words) | Passage::Ended(words) => {
            Some(words)
        }
        Passage::Speech { speaker, how: Some(how), words } => Some(format!("{speaker} ({how}): {words}")),
        Passage::Speech { speaker, how: None, words } => Some(format!("{speaker}: {words}")),
        Passage::TimedOut => Some(tr!(view.words, "timed-out")),
        Passage::Chosen { .. } | Passage::Mood { .. } | Passage::Marks(_) | Passage::DueChanged { .. } => None,
    };
    passages.into_iter().filter_map(line).collect()
}

/// Words as they are compared: quotation marks and dashes of every kind are one, and a line break is a space.
pub(super) fn same_words(words: &str) -> String {
    let mut same = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '“' | '”' | '「' | '」' | '＂' => same.push('"'),
            '‘' | '’' | '＇' => same.push('\''),
            '–' | '—' | '−' => same.push('-'),
            c if c.is_whitespace() => {
                if !same.ends_with(' ') {
                    same.push(' ');
                }
            }
            c => same.push(c),
        }
    }
    same
}

/// The line that is most like these words.
pub(super) fn likest<'l>(wanted: &str, lines: &'l [String]) -> Option<&'l String> {
    let likeness = |line: &String| strsim::sorensen_dice(wanted, &same_words(line));
    lines.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))
}

/// Finds a choice: bare by its id, quoted by words that it shows and no other does.
pub(super) fn find(view: &PlayView, choice_ref: &Word) -> FoundChoice {
    match choice_ref.kind {
        WordKind::Quoted => by_words(view, &same_words(&choice_ref.text)),
        WordKind::Bare | WordKind::Sign => by_id(&view.session, &choice_ref.text),
    }
}

fn by_id(session: &Session, id: &str) -> FoundChoice {
    let scenario = session.scenario();
    let state = session.state();
    if let Some(scene) = state.scene(scenario)
        && let Some(choice) = named(scenario.scene(scene), id)
    {
        return FoundChoice::Here(choice, state.open(scenario, scene, choice));
    }
    let scenes = scenario.scenes.iter().filter(|scene| named(scene, id).is_some());
    let names: Vec<String> = scenes.map(|scene| scene.name.to_string()).collect();
    if names.is_empty() { FoundChoice::Nothing } else { FoundChoice::Elsewhere(names) }
}

fn by_words(view: &PlayView, wanted: &str) -> FoundChoice {
    let shown = view.session.shown();
    let reads = |id: ChoiceId| same_words(&view.words_of(id));
    let mut holding = shown.iter().filter(|(id, _)| reads(*id).contains(wanted)).copied().collect::<Vec<_>>();
    if holding.len() > 1 {
        let whole: Vec<_> = holding.iter().filter(|(id, _)| reads(*id) == wanted).copied().collect();
        holding = if whole.len() == 1 { whole } else { holding };
    }
    match holding[..] {
        [] => FoundChoice::Nothing,
        [(id, open)] => FoundChoice::Here(id, open),
        [..] => {
            let ids = holding.iter().filter_map(|(id, _)| view.session.choice(*id));
            FoundChoice::Many(ids.map(|choice| choice.id.to_string()).collect())
        }
    }
}

/// The choice of a scene that has this id.
fn named(scene: &Scene, id: &str) -> Option<ChoiceId> {
    ChoiceId::find(&scene.choices, |choice| *choice.id == *id)
}

/// The ids of the choices here with such a status, in the order of the file.
pub(super) fn names_of(session: &Session, fits: impl Fn(Open) -> bool) -> Vec<&str> {
    let scenario = session.scenario();
    let state = session.state();
    let Some(scene) = state.scene(scenario) else { return Vec::new() };
    let choices = ChoiceId::enumerate(&scenario.scene(scene).choices);
    choices.filter(|(id, _)| fits(state.open(scenario, scene, *id))).map(|(_, choice)| &*choice.id).collect()
}
