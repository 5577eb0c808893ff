//! The table: which keys do what, and where. What anything does is known to the screens alone.
//!
//! A key means one thing, wherever it means anything. Arrows, Enter, Esc, Tab, digits, F-keys and letters with Ctrl are
//! enough for everything, since bare letters may not arrive while a Chinese input method is on; one is only ever a second
//! way. F10 and F11 are left to the terminal, which often opens a menu with the one and fills the screen with the other.

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
    BestLine, Briefing, Course, Debrief, Desk, Diagnostics, Dice, ExamDay, Exams, HeardPhrase, Help, History, Home,
    Learners, List, Log, Moment, Palette, Phrase, Play, Preview, ProctorCode, Question, Questions, Say, Scenes, Seed,
    Sitting, Standard, Today, Unit, Welcome,
};

const ROWS: &[KeyContext] = &[
    Home,
    Learners,
    List,
    Standard,
    Palette,
    Briefing,
    Seed,
    Play,
    Welcome,
    History,
    Preview,
    Diagnostics,
    Scenes,
    Dice,
    Questions,
    Question,
    Exams,
    Sitting,
    ProctorCode,
    Phrase,
    Say,
    HeardPhrase,
    Today,
    ExamDay,
    Course,
    Unit,
    Moment,
    Desk,
];
const PAGES: &[KeyContext] = &[
    Play,
    Log,
    Help,
    Debrief,
    BestLine,
    Standard,
    List,
    Palette,
    Briefing,
    History,
    Preview,
    Diagnostics,
    Scenes,
    Dice,
    Questions,
    Question,
    Exams,
    Sitting,
    Phrase,
    Say,
    HeardPhrase,
    Today,
    Course,
    Unit,
    Moment,
    Desk,
];
/// A play is gone through sideways, one move after the other.
const MOVES: &[KeyContext] = &[Debrief, BestLine];

/// The window of the preview, whatever fills it.
const TABS: &[KeyContext] = &[Preview, Diagnostics, Scenes, Dice];

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
    binding(&[Key::Up, Char('k')], Action::Up, KeyContext::ALL, Visibility::InHelp),
    binding(&[Key::Down, Char('j')], Action::Down, KeyContext::ALL, Visibility::InHelp),
    binding(&[Key::Left], Action::Left, MOVES, Visibility::InHelp),
    binding(&[Key::Enter], Action::Accept, &[Debrief], Visibility::InFooter),
    binding(&[Key::Enter], Action::Accept, &[BestLine], Visibility::Nowhere),
    binding(&[F(12), Char('b')], Action::BestLine, &[Debrief], Visibility::InFooter),
    binding(&[Key::Tab, Char('n')], Action::NextMistake, &[Debrief], Visibility::InFooter),
    binding(&[Key::BackTab, Char('p')], Action::LastMistake, &[Debrief], Visibility::InHelp),
    binding(&[Key::Right], Action::Right, MOVES, Visibility::InFooter),
    binding(&[Key::Right], Action::Right, &[Desk], Visibility::InFooter),
    binding(&[Key::Left], Action::Left, &[Desk], Visibility::InHelp),
    binding(&[F(7), Char('e')], Action::AsHtml, &[Debrief], Visibility::InHelp),
    binding(&[F(8), Char('m')], Action::AsMarkdown, &[Debrief], Visibility::InHelp),
    binding(&[Key::Enter], Action::Accept, ROWS, Visibility::InFooter),
    binding(&[F(3), Char('h')], Action::Hint, &[Play, Say], Visibility::InFooter),
    binding(&[F(4), Char('u'), Key::Backspace], Action::Rewind, &[Play, Say, Preview], Visibility::InFooter),
    binding(&[Ctrl('f'), Char('f')], Action::Diagnostics, TABS, Visibility::InFooter),
    binding(&[Ctrl('g'), Char('g')], Action::Scenes, TABS, Visibility::InFooter),
    binding(&[Ctrl('d'), Char('d')], Action::Dice, TABS, Visibility::InFooter),
    binding(&[Ctrl('r'), Char('r')], Action::Restart, &[Preview], Visibility::InFooter),
    binding(&[Ctrl('e')], Action::RenameLearner, &[Learners], Visibility::InFooter),
    binding(&[Ctrl('o')], Action::MergeLearners, &[Learners], Visibility::InFooter),
    binding(&[Ctrl('x')], Action::DeleteLearner, &[Learners], Visibility::InFooter),
    binding(&[Ctrl('k'), Char('c')], Action::Flag, &[Sitting], Visibility::InFooter),
    binding(&[Ctrl('t'), Char('x')], Action::ExamDay, &[Today], Visibility::InFooter),
    binding(&[Ctrl('n')], Action::FreshSeed, &[Briefing, Seed, Preview, Dice], Visibility::InFooter),
    binding(
        &[Ctrl('p')],
        Action::Palette,
        &[
            Home,
            Learners,
            List,
            Briefing,
            Play,
            Log,
            Standard,
            Debrief,
            BestLine,
            History,
            Questions,
            Question,
            Exams,
            HeardPhrase,
            Today,
            Course,
            Unit,
            Moment,
        ],
        Visibility::InFooter,
    ),
    binding(&[F(5), Char('t')], Action::Log, &[Play, Say], Visibility::InFooter),
    binding(
        &[F(6), Char('s')],
        Action::Standard,
        &[
            Home,
            Briefing,
            Play,
            Debrief,
            BestLine,
            Log,
            Preview,
            Questions,
            Question,
            Phrase,
            Say,
            HeardPhrase,
            Today,
            Course,
            Unit,
            Moment,
        ],
        Visibility::InFooter,
    ),
    binding(&[Key::Right], Action::Right, &[Standard, Welcome, Dice, Today, Sitting], Visibility::InHelp),
    binding(&[Key::Left], Action::Left, &[Standard, Welcome, Dice, Today, Sitting], Visibility::InHelp),
    binding(&[Key::PageDown, Char(' ')], Action::PageDown, PAGES, Visibility::InHelp),
    binding(&[Key::PageUp], Action::PageUp, PAGES, Visibility::InHelp),
    binding(
        &[Key::Home],
        Action::First,
        &[Log, Help, Debrief, BestLine, Play, Preview, Diagnostics, Dice, Question, Sitting, HeardPhrase, Unit, Moment],
        Visibility::InHelp,
    ),
    binding(
        &[Key::End],
        Action::Last,
        &[Log, Help, Debrief, BestLine, Play, Preview, Diagnostics, Dice, Question, Sitting, HeardPhrase, Unit, Moment],
        Visibility::InHelp,
    ),
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
            Scenes,
            Dice,
            Questions,
            Question,
            Exams,
            Sitting,
            ProctorCode,
            Phrase,
            Say,
            HeardPhrase,
            Today,
            ExamDay,
            Course,
            Unit,
            Moment,
            Desk,
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
        | Key::BackTab
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

    /// The keys that are bound twice: to two things, or to one thing twice in one context.
    fn contradictions(table: &[Binding]) -> Vec<Key> {
        let pairs = table.iter().enumerate().flat_map(|(n, one)| table[n + 1..].iter().map(move |other| (one, other)));
        let clash = |(one, other): &(&Binding, &Binding)| {
            one.action != other.action || one.contexts.iter().any(|context| other.contexts.contains(context))
        };
        let shared = |(one, other): (&Binding, &Binding)| one.keys.iter().copied().find(|key| other.keys.contains(key));
        pairs.filter(clash).filter_map(shared).collect()
    }

    #[test]
    fn a_key_means_one_thing_over_all_contexts() {
        assert_eq!(contradictions(TABLE), []);
        let elsewhere = binding(&[F(3)], Action::NextMistake, &[Debrief], Visibility::InFooter);
        let twice = binding(&[Char('s')], Action::Standard, &[Play], Visibility::InFooter);
        assert_eq!(contradictions(&[TABLE, &[elsewhere, twice]].concat()), [F(3), Char('s')]);
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
