//! Every key, once. This table feeds input, the footer and the help screen.
//!
//! Arrows, Enter, Esc, digits and F-keys are enough for everything, since letters may not arrive while a Chinese input
//! method is on; a letter is only ever a second way.

use super::action::Action;
use crate::speech::messages::Messages;
use crate::tr;
use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use tui_input::InputRequest;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    Enter,
    Esc,
    Backspace,
    Delete,
    Tab,
    F(u8),
    Char(char),
    Ctrl(char),
}

/// Where keys are pressed: one for each screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyContext {
    Welcome,
    Home,
    Learners,
    List,
    Briefing,
    /// The briefing, with the seed in focus.
    Seed,
    Play,
    Log,
    Standard,
    Help,
    Debrief,
    BestLine,
    History,
    Palette,
    Preview,
    /// The preview, with its findings in the whole window.
    Diagnostics,
}

/// What is told about a key, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Visibility {
    InFooter,
    InHelp,
    /// A second way that everybody knows.
    Nowhere,
}

/// One thing that keys do.
#[derive(Clone, Copy, Debug)]
pub(super) struct Binding {
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

const EVERYWHERE: &[KeyContext] = &[
    Welcome,
    Home,
    Learners,
    List,
    Briefing,
    Seed,
    Play,
    Log,
    Standard,
    Help,
    Debrief,
    BestLine,
    History,
    Palette,
    Preview,
    Diagnostics,
];
const ROWS: &[KeyContext] =
    &[Home, Learners, List, Standard, Palette, Briefing, Seed, Play, Welcome, History, Preview, Diagnostics];
const PAGES: &[KeyContext] =
    &[Play, Log, Help, Debrief, BestLine, Standard, List, Palette, Briefing, History, Preview, Diagnostics];
/// A play is gone through sideways, one move after the other.
const MOVES: &[KeyContext] = &[Debrief, BestLine];
/// Where letters are typed into a field, and so mean nothing else.
const FIELDS: &[KeyContext] = &[Welcome, Learners, List, Seed, Standard, Palette];

const fn binding(
    keys: &'static [Key],
    action: Action,
    contexts: &'static [KeyContext],
    visibility: Visibility,
) -> Binding {
    Binding { keys, action, contexts, visibility }
}

/// The table. In a footer what stands first is kept longest when room is scarce, but for help and back, which always stay.
pub(super) const TABLE: &[Binding] = &[
    binding(&[Key::Up, Char('k')], Action::Up, ROWS, Visibility::InHelp),
    binding(&[Key::Down, Char('j')], Action::Down, ROWS, Visibility::InHelp),
    binding(&[Key::Up, Char('k')], Action::Scroll(-1), &[Log, Help], Visibility::InHelp),
    binding(&[Key::Down, Char('j')], Action::Scroll(1), &[Log, Help], Visibility::InHelp),
    binding(&[Key::Right, Char('l')], Action::Right, MOVES, Visibility::InFooter),
    binding(&[Key::Left, Char('h')], Action::Left, MOVES, Visibility::InHelp),
    binding(&[Key::Down, Char('j')], Action::Down, MOVES, Visibility::InHelp),
    binding(&[Key::Up, Char('k')], Action::Up, MOVES, Visibility::InHelp),
    binding(&[Key::Enter], Action::Accept, &[Debrief], Visibility::InFooter),
    binding(&[Key::Enter], Action::Accept, &[BestLine], Visibility::Nowhere),
    binding(&[F(3), Char('n')], Action::NextMistake, &[Debrief], Visibility::InFooter),
    binding(&[F(4), Char('p')], Action::LastMistake, &[Debrief], Visibility::InHelp),
    binding(&[F(5), Char('b')], Action::BestLine, &[Debrief], Visibility::InFooter),
    binding(&[F(7), Char('e')], Action::AsHtml, &[Debrief], Visibility::InHelp),
    binding(&[F(8), Char('m')], Action::AsMarkdown, &[Debrief], Visibility::InHelp),
    binding(&[Key::Enter], Action::Accept, ROWS, Visibility::InFooter),
    binding(&[F(5), Char('f')], Action::Diagnostics, &[Preview, Diagnostics], Visibility::InFooter),
    binding(&[F(8), Char('r')], Action::Restart, &[Preview], Visibility::InFooter),
    binding(&[F(3), Char('h')], Action::Hint, &[Play], Visibility::InFooter),
    binding(&[F(4), Char('u'), Key::Backspace], Action::Rewind, &[Play, Preview], Visibility::InFooter),
    binding(&[F(5), Char('t')], Action::Log, &[Play], Visibility::InFooter),
    binding(
        &[F(6), Char('s')],
        Action::Standard,
        &[Home, Briefing, Play, Debrief, BestLine, Log, Preview],
        Visibility::InFooter,
    ),
    binding(&[F(7), Char('n')], Action::FreshSeed, &[Briefing, Seed, Preview], Visibility::InFooter),
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
    binding(&[F(2)], Action::Language, EVERYWHERE, Visibility::InFooter),
    binding(
        &[Ctrl('p')],
        Action::Palette,
        &[Home, Learners, List, Briefing, Play, Log, Standard, Debrief, BestLine, History],
        Visibility::InHelp,
    ),
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
    binding(&[Key::Esc, Char('q')], Action::Back, EVERYWHERE, Visibility::InFooter),
    binding(&[Ctrl('c')], Action::Quit, EVERYWHERE, Visibility::InHelp),
];

/// The key of a terminal event; none for releases and for keys that this program does not know.
pub(super) fn key_of(event: &KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    Some(match event.code {
        KeyCode::Char(c) if ctrl => Ctrl(c.to_ascii_lowercase()),
        KeyCode::Char(_) if event.modifiers.contains(KeyModifiers::ALT) => return None,
        KeyCode::Char(c) => Char(c),
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Tab => Key::Tab,
        KeyCode::F(number) => F(number),
        _ => return None,
    })
}

/// What a key means at a place.
pub(super) fn meaning(key: Key, context: KeyContext) -> Option<Action> {
    if FIELDS.contains(&context)
        && let Some(edit) = edit(key)
    {
        return Some(Action::Edit(edit));
    }
    let digit = match key {
        Char(c) => c.to_digit(10).filter(|digit| *digit > 0),
        _ => None,
    };
    if let Some(digit) = digit {
        return Some(Action::Pick(digit as u8));
    }
    let found = TABLE.iter().find(|binding| binding.contexts.contains(&context) && binding.keys.contains(&key));
    found.map(|binding| binding.action)
}

fn edit(key: Key) -> Option<InputRequest> {
    match key {
        Char(c) => Some(InputRequest::InsertChar(c)),
        Key::Backspace => Some(InputRequest::DeletePrevChar),
        Key::Delete => Some(InputRequest::DeleteNextChar),
        _ => None,
    }
}

/// The bindings of a place that are told in its footer or its help.
pub(super) fn bindings_at(context: KeyContext, visibility: Visibility) -> impl Iterator<Item = &'static Binding> {
    TABLE.iter().filter(move |binding| binding.contexts.contains(&context) && binding.visibility == visibility)
}

impl Binding {
    /// The keys that work at a place: letters do not where they are typed.
    pub(super) fn keys_at(&self, context: KeyContext) -> impl Iterator<Item = Key> {
        let letters = !FIELDS.contains(&context);
        self.keys.iter().copied().filter(move |key| letters || !matches!(key, Char(_)))
    }
}

impl Key {
    pub fn name(self, words: &Messages) -> String {
        match self {
            Key::Up => tr!(words, "key-up"),
            Key::Down => tr!(words, "key-down"),
            Key::Left => tr!(words, "key-left"),
            Key::Right => tr!(words, "key-right"),
            Key::PageUp => "PgUp".to_owned(),
            Key::PageDown => "PgDn".to_owned(),
            Key::Home => "Home".to_owned(),
            Key::End => "End".to_owned(),
            Key::Enter => tr!(words, "key-enter"),
            Key::Esc => "Esc".to_owned(),
            Key::Backspace => tr!(words, "key-backspace"),
            Key::Delete => "Del".to_owned(),
            Key::Tab => "Tab".to_owned(),
            F(number) => format!("F{number}"),
            Char(' ') => tr!(words, "key-space"),
            Char(c) => c.to_string(),
            Ctrl(c) => format!("Ctrl-{}", c.to_ascii_uppercase()),
        }
    }
}

/// What an action is called at a place: short enough for a footer.
pub(super) fn label(action: Action, context: KeyContext, words: &Messages) -> String {
    match (action, context) {
        (Action::Accept, Welcome | Learners) => tr!(words, "do-confirm"),
        (Action::Accept, Briefing | Seed) => tr!(words, "do-begin"),
        (Action::Accept, Preview) => tr!(words, "do-take"),
        (Action::Accept, Diagnostics) => tr!(words, "do-show-finding"),
        (Action::Accept, Play) => tr!(words, "do-take"),
        (Action::Accept, Debrief) => tr!(words, "do-again"),
        (Action::Accept, _) => tr!(words, "do-open"),
        (Action::Back, Home | Welcome) => tr!(words, "do-quit"),
        (Action::Back, Preview) => tr!(words, "do-quit"),
        (Action::Diagnostics, Diagnostics) => tr!(words, "do-play"),
        (Action::Diagnostics, _) => tr!(words, "do-findings"),
        (Action::Restart, _) => tr!(words, "do-restart"),
        (Action::Back, Play) => tr!(words, "do-leave"),
        (Action::Back, _) => tr!(words, "do-back"),
        (Action::Up, Debrief | BestLine) => tr!(words, "do-read-back"),
        (Action::Down, Debrief | BestLine) => tr!(words, "do-page-down"),
        (Action::Up | Action::Down, _) => tr!(words, "do-move"),
        (Action::Right, Debrief | BestLine) => tr!(words, "do-next-move"),
        (Action::Left, Debrief | BestLine) => tr!(words, "do-last-move"),
        (Action::Left, Standard) => tr!(words, "do-fold"),
        (Action::Right, Standard) => tr!(words, "do-unfold"),
        (Action::Left | Action::Right, _) => tr!(words, "do-change"),
        (Action::PageUp, _) => tr!(words, "do-page-up"),
        (Action::PageDown, _) => tr!(words, "do-page-down"),
        (Action::First, _) => tr!(words, "do-first"),
        (Action::Last, _) => tr!(words, "do-last"),
        (Action::Scroll(_), _) => tr!(words, "do-scroll"),
        (Action::Hint, _) => tr!(words, "do-hint"),
        (Action::Rewind, _) => tr!(words, "do-rewind"),
        (Action::Log, _) => tr!(words, "do-log"),
        (Action::Standard, _) => tr!(words, "do-standard"),
        (Action::Language, _) => tr!(words, "do-language"),
        (Action::Help, _) => tr!(words, "do-help"),
        (Action::Palette, _) => tr!(words, "do-palette"),
        (Action::FreshSeed, _) => tr!(words, "do-seed"),
        (Action::NextMistake, _) => tr!(words, "do-next-mistake"),
        (Action::LastMistake, _) => tr!(words, "do-last-mistake"),
        (Action::BestLine, _) => tr!(words, "do-best-line"),
        (Action::AsHtml, _) => tr!(words, "do-as-html"),
        (Action::AsMarkdown, _) => tr!(words, "do-as-markdown"),
        (Action::Quit, _) => tr!(words, "do-quit"),
        (Action::Pick(_) | Action::Row(_), _) => tr!(words, "do-pick"),
        (Action::Edit(_), _) => tr!(words, "do-type"),
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
    fn no_key_means_two_things_at_one_place() {
        for context in EVERYWHERE {
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
}
