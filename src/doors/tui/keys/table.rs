//! The table: which keys do what, and where. What anything does is known to the screens alone.
//!
//! Arrows, Enter, Esc, digits and F-keys are enough for everything, since letters may not arrive while a Chinese input
//! method is on; a letter is only ever a second way.

use super::context::KeyContext;
use super::key::Key;
use super::labels::label;
use crate::doors::tui::action::Action;
use crate::speech::messages::Messages;
use crate::tr;
use tui_input::InputRequest;

/// Where a binding is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Visibility {
    InFooter,
    InHelp,
    /// It need not be said: everybody knows this second way.
    Nowhere,
}

/// One thing that keys do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Binding {
    /// The first is the one that the footer names.
    pub keys: &'static [Key],
    pub action: Action,
    pub contexts: &'static [KeyContext],
    pub visibility: Visibility,
}

use Key::{Char, Ctrl, F};
use KeyContext::{
    BestLine, Briefing, Debrief, Diagnostics, Help, History, Home, Learners, List, Log, Palette, Play, Preview, Seed,
    Standard, Welcome,
};

const ROWS: &[KeyContext] =
    &[Home, Learners, List, Standard, Palette, Briefing, Seed, Play, Welcome, History, Preview, Diagnostics];
const PAGES: &[KeyContext] =
    &[Play, Log, Help, Debrief, BestLine, Standard, List, Palette, Briefing, History, Preview, Diagnostics];
/// A play is gone through sideways, one move after the other.
const MOVES: &[KeyContext] = &[Debrief, BestLine];

/// Only where a shell can take over is it worth saying.
const SUSPENDING: Visibility = if cfg!(unix) { Visibility::InHelp } else { Visibility::Nowhere };

const fn binding(
    keys: &'static [Key],
    action: Action,
    contexts: &'static [KeyContext],
    visibility: Visibility,
) -> Binding {
    Binding { keys, action, contexts, visibility }
}

/// The table. In a footer what stands first is kept longest when room is scarce, but for help and back, which always stay.
pub(crate) const TABLE: &[Binding] = &[
    binding(&[Key::Up, Char('k')], Action::Up, ROWS, Visibility::InHelp),
    binding(&[Key::Down, Char('j')], Action::Down, ROWS, Visibility::InHelp),
    binding(&[Key::Up, Char('k')], Action::Scroll(-1), &[Log, Help], Visibility::InHelp),
    binding(&[Key::Down, Char('j')], Action::Scroll(1), &[Log, Help], Visibility::InHelp),
    binding(&[Key::Left, Char('h')], Action::Left, MOVES, Visibility::InHelp),
    binding(&[Key::Down, Char('j')], Action::Down, MOVES, Visibility::InHelp),
    binding(&[Key::Up, Char('k')], Action::Up, MOVES, Visibility::InHelp),
    binding(&[Key::Enter], Action::Accept, &[Debrief], Visibility::InFooter),
    binding(&[Key::Enter], Action::Accept, &[BestLine], Visibility::Nowhere),
    binding(&[F(3), Char('n')], Action::NextMistake, &[Debrief], Visibility::InFooter),
    binding(&[F(4), Char('p')], Action::LastMistake, &[Debrief], Visibility::InHelp),
    binding(&[F(5), Char('b')], Action::BestLine, &[Debrief], Visibility::InFooter),
    binding(&[Key::Right, Char('l')], Action::Right, MOVES, Visibility::InFooter),
    binding(&[F(7), Char('e')], Action::AsHtml, &[Debrief], Visibility::InHelp),
    binding(&[F(8), Char('m')], Action::AsMarkdown, &[Debrief], Visibility::InHelp),
    binding(&[Key::Enter], Action::Accept, ROWS, Visibility::InFooter),
    binding(&[F(5), Char('f')], Action::Diagnostics, &[Preview, Diagnostics], Visibility::InFooter),
    binding(&[F(8), Char('r')], Action::Restart, &[Preview], Visibility::InFooter),
    binding(&[F(4)], Action::RenameLearner, &[Learners], Visibility::InFooter),
    binding(&[F(5)], Action::MergeLearners, &[Learners], Visibility::InFooter),
    binding(&[F(8)], Action::DeleteLearner, &[Learners], Visibility::InFooter),
    binding(&[F(3), Char('h')], Action::Hint, &[Play], Visibility::InFooter),
    binding(&[F(4), Char('u'), Key::Backspace], Action::Rewind, &[Play, Preview], Visibility::InFooter),
    binding(&[F(7), Char('n')], Action::FreshSeed, &[Briefing, Seed, Preview], Visibility::InFooter),
    binding(
        &[Ctrl('p')],
        Action::Palette,
        &[Home, Learners, List, Briefing, Play, Log, Standard, Debrief, BestLine, History],
        Visibility::InFooter,
    ),
    binding(&[F(5), Char('t')], Action::Log, &[Play], Visibility::InFooter),
    binding(
        &[F(6), Char('s')],
        Action::Standard,
        &[Home, Briefing, Play, Debrief, BestLine, Log, Preview],
        Visibility::InFooter,
    ),
    binding(&[Key::Right], Action::Right, &[Standard, Welcome], Visibility::InHelp),
    binding(&[Key::Left], Action::Left, &[Standard, Welcome], Visibility::InHelp),
    binding(&[Key::PageDown, Char(' ')], Action::PageDown, PAGES, Visibility::InHelp),
    binding(&[Key::PageUp], Action::PageUp, PAGES, Visibility::InHelp),
    binding(
        &[Key::Home],
        Action::First,
        &[Log, Help, Debrief, BestLine, Play, Preview, Diagnostics],
        Visibility::InHelp,
    ),
    binding(&[Key::End], Action::Last, &[Log, Help, Debrief, BestLine, Play, Preview, Diagnostics], Visibility::InHelp),
    binding(&[F(2)], Action::Language, KeyContext::ALL, Visibility::InFooter),
    binding(
        &[F(1), Char('?')],
        Action::Help,
        &[
            Welcome,
            Home,
            Learners,
            List,
            Briefing,
            Seed,
            Play,
            Log,
            Standard,
            Debrief,
            BestLine,
            History,
            Palette,
            Preview,
            Diagnostics,
        ],
        Visibility::InFooter,
    ),
    binding(&[Key::Esc, Char('q')], Action::Back, KeyContext::ALL, Visibility::InFooter),
    binding(&[F(9)], Action::Mouse, KeyContext::ALL, Visibility::InHelp),
    binding(&[Ctrl('l')], Action::Repaint, KeyContext::ALL, Visibility::InHelp),
    binding(&[Ctrl('z')], Action::Suspend, KeyContext::ALL, SUSPENDING),
    binding(&[Ctrl('c')], Action::Quit, KeyContext::ALL, Visibility::InHelp),
];

/// What a key means in a context.
pub(crate) fn meaning(key: Key, context: KeyContext) -> Option<Action> {
    if context.takes_text()
        && let Some(edit) = edit(key)
    {
        return Some(Action::Edit(edit));
    }
    let key = key.narrowed();
    if let Some(digit) = key.digit() {
        return Some(Action::Pick(digit));
    }
    let found = TABLE.iter().find(|binding| binding.contexts.contains(&context) && binding.keys.contains(&key));
    found.map(|binding| binding.action)
}

fn edit(key: Key) -> Option<InputRequest> {
    match key {
        Char(c) => Some(InputRequest::InsertChar(c)),
        Key::Backspace => Some(InputRequest::DeletePrevChar),
        Key::Delete => Some(InputRequest::DeleteNextChar),
        Ctrl('u') => Some(InputRequest::DeleteFromStart),
        Ctrl('w') => Some(InputRequest::DeletePrevWord),
        Key::Up
        | Key::Down
        | Key::Left
        | Key::Right
        | Key::PageUp
        | Key::PageDown
        | Key::Home
        | Key::End
        | Key::Enter
        | Key::Esc
        | Key::Tab
        | F(_)
        | Ctrl(_) => None,
    }
}

/// The keys of a play and of its review, and what they do, as far as they are shown anywhere.
pub fn keys_of_a_play(words: &Messages) -> Vec<(String, String)> {
    let contexts = [(Play, tr!(words, "key-context-play")), (Debrief, tr!(words, "key-context-review"))];
    let rows = |(context, name): (KeyContext, String)| {
        let shown =
            TABLE.iter().filter(move |own| own.contexts.contains(&context) && own.visibility != Visibility::Nowhere);
        shown.map(move |own| {
            let keys: Vec<String> = own.keys.iter().map(|key| key.name(words)).collect();
            (keys.join(", "), format!("{name}: {}", label(own.action, context, words)))
        })
    };
    let digits = ("1-9".to_owned(), format!("{}: {}", contexts[0].1, label(Action::Pick(1), Play, words)));
    [digits].into_iter().chain(contexts.into_iter().flat_map(rows)).collect()
}

/// The bindings of a context that are shown so.
pub(crate) fn bindings_at(context: KeyContext, visibility: Visibility) -> impl Iterator<Item = &'static Binding> {
    TABLE.iter().filter(move |binding| binding.contexts.contains(&context) && binding.visibility == visibility)
}

impl Binding {
    /// The keys that work in a context: letters do not where they are typed.
    pub(crate) fn keys_at(&self, context: KeyContext) -> impl Iterator<Item = Key> {
        let letters = !context.takes_text();
        self.keys.iter().copied().filter(move |key| letters || !matches!(key, Char(_)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_in_a_footer_can_be_reached_without_letters() {
        for binding in TABLE {
            assert!(!matches!(binding.keys[0], Char(_)), "{binding:?}");
        }
    }

    #[test]
    fn no_key_means_two_things_in_one_context() {
        for context in KeyContext::ALL {
            let here = TABLE.iter().filter(|binding| binding.contexts.contains(context));
            let mut keys: Vec<Key> = here.flat_map(|binding| binding.keys.iter().copied()).collect();
            let all = keys.len();
            keys.sort_by_key(|key| format!("{key:?}"));
            keys.dedup();
            assert_eq!(keys.len(), all, "{context:?}");
        }
    }

    #[test]
    fn letters_are_typed_where_there_is_a_field() {
        assert!(matches!(meaning(Char('s'), List), Some(Action::Edit(InputRequest::InsertChar('s')))));
        assert_eq!(meaning(Char('s'), Play), Some(Action::Standard));
        assert_eq!(meaning(Char('3'), Play), Some(Action::Pick(3)));
    }

    #[test]
    fn full_width_keys_mean_their_ascii_twins_where_nothing_is_typed() {
        assert_eq!(meaning(Char('３'), Play), Some(Action::Pick(3)));
        assert_eq!(meaning(Char('？'), Play), Some(Action::Help));
        assert_eq!(meaning(Char('ｓ'), Play), Some(Action::Standard));
        assert_eq!(meaning(Char('\u{3000}'), Play), Some(Action::PageDown));
        for typed in ['３', '？', 'ｓ'] {
            assert_eq!(meaning(Char(typed), Welcome), Some(Action::Edit(InputRequest::InsertChar(typed))), "a name");
        }
    }
}
