//! What an action is called in a footer and in the help: short, and where it matters by the name of what it does there.

use super::context::KeyContext;
use crate::doors::tui::action::Action;
use crate::speech::messages::Messages;
use crate::tr;

/// What an action is called in a context.
pub(crate) fn label(action: Action, context: KeyContext, words: &Messages) -> String {
    match action {
        Action::Accept => accept(context, words),
        Action::Back => back(context, words),
        Action::Up | Action::Down => up_or_down(action, context, words),
        Action::Left | Action::Right => sideways(action, context, words),
        Action::PageUp => tr!(words, "do-page-up"),
        Action::PageDown => tr!(words, "do-page-down"),
        Action::First => tr!(words, "do-first"),
        Action::Last => tr!(words, "do-last"),
        Action::Scroll(_) => tr!(words, "do-scroll"),
        Action::Pick(_) | Action::Row(_) => tr!(words, "do-pick"),
        Action::Edit(_) => tr!(words, "do-type"),
        Action::Hint if context == KeyContext::Say => tr!(words, "do-show-words"),
        Action::Hint => tr!(words, "do-hint"),
        Action::Rewind => tr!(words, "do-rewind"),
        Action::Restart => tr!(words, "do-restart"),
        Action::Log => tr!(words, "do-log"),
        Action::Standard => tr!(words, "do-standard"),
        Action::Language => tr!(words, "do-language", language = words.next_by_itself()),
        Action::Help => tr!(words, "do-help"),
        Action::Palette => tr!(words, "do-palette"),
        Action::FreshSeed => tr!(words, "do-seed"),
        Action::NextMistake => tr!(words, "do-next-mistake"),
        Action::LastMistake => tr!(words, "do-last-mistake"),
        Action::BestLine => tr!(words, "do-best-line"),
        Action::AsHtml => tr!(words, "do-as-html"),
        Action::AsMarkdown => tr!(words, "do-as-markdown"),
        Action::RenameLearner => tr!(words, "do-rename"),
        Action::MergeLearners => tr!(words, "do-merge"),
        Action::DeleteLearner => tr!(words, "do-delete"),
        Action::ExamDay => tr!(words, "do-exam-day"),
        Action::Flag => tr!(words, "do-flag"),
        Action::Diagnostics if context == KeyContext::Diagnostics => tr!(words, "do-play"),
        Action::Diagnostics => tr!(words, "do-findings"),
        Action::Scenes if context == KeyContext::Scenes => tr!(words, "do-play"),
        Action::Scenes => tr!(words, "do-scenes"),
        Action::Dice if context == KeyContext::Dice => tr!(words, "do-play"),
        Action::Dice => tr!(words, "do-dice"),
        Action::Mouse => tr!(words, "do-mouse"),
        Action::Repaint => tr!(words, "do-repaint"),
        Action::Suspend => tr!(words, "do-suspend"),
        Action::Quit => tr!(words, "do-quit"),
    }
}

fn accept(context: KeyContext, words: &Messages) -> String {
    match context {
        KeyContext::Welcome | KeyContext::Learners | KeyContext::ExamDay | KeyContext::ProctorCode => {
            tr!(words, "do-confirm")
        }
        KeyContext::Briefing | KeyContext::Seed => tr!(words, "do-begin"),
        KeyContext::Play
        | KeyContext::Preview
        | KeyContext::Question
        | KeyContext::HeardPhrase
        | KeyContext::Moment => tr!(words, "do-take"),
        KeyContext::Phrase | KeyContext::Say => tr!(words, "do-say"),
        KeyContext::Diagnostics | KeyContext::Scenes => tr!(words, "do-show-finding"),
        KeyContext::Dice => tr!(words, "do-change"),
        KeyContext::Debrief => tr!(words, "do-again"),
        KeyContext::Home
        | KeyContext::List
        | KeyContext::Log
        | KeyContext::Standard
        | KeyContext::Help
        | KeyContext::BestLine
        | KeyContext::History
        | KeyContext::Questions
        | KeyContext::Exams
        | KeyContext::Sitting
        | KeyContext::Course
        | KeyContext::Unit
        | KeyContext::Desk
        | KeyContext::Palette => tr!(words, "do-open"),
        KeyContext::Today => tr!(words, "do-start"),
    }
}

fn back(context: KeyContext, words: &Messages) -> String {
    match context {
        KeyContext::Welcome | KeyContext::Home | KeyContext::Preview => tr!(words, "do-quit"),
        KeyContext::Play => tr!(words, "do-leave"),
        KeyContext::Learners
        | KeyContext::List
        | KeyContext::Briefing
        | KeyContext::Seed
        | KeyContext::Log
        | KeyContext::Standard
        | KeyContext::Help
        | KeyContext::Debrief
        | KeyContext::BestLine
        | KeyContext::History
        | KeyContext::Palette
        | KeyContext::Today
        | KeyContext::ExamDay
        | KeyContext::Course
        | KeyContext::Unit
        | KeyContext::Moment
        | KeyContext::Questions
        | KeyContext::Question
        | KeyContext::Exams
        | KeyContext::Sitting
        | KeyContext::ProctorCode
        | KeyContext::Phrase
        | KeyContext::Say
        | KeyContext::HeardPhrase
        | KeyContext::Diagnostics
        | KeyContext::Scenes
        | KeyContext::Desk
        | KeyContext::Dice => tr!(words, "do-back"),
    }
}

/// A play is read on and back, move by move, and a page is scrolled; elsewhere a pointer is moved.
fn up_or_down(action: Action, context: KeyContext, words: &Messages) -> String {
    if matches!(context, KeyContext::Log | KeyContext::Help) {
        return tr!(words, "do-scroll");
    }
    match (goes_by_moves(context), action == Action::Up) {
        (true, true) => tr!(words, "do-read-back"),
        (true, false) => tr!(words, "do-page-down"),
        (false, _) => tr!(words, "do-move"),
    }
}

fn sideways(action: Action, context: KeyContext, words: &Messages) -> String {
    let left = action == Action::Left;
    if context == KeyContext::Today {
        return tr!(words, "do-minutes");
    }
    if context == KeyContext::Desk {
        return if left { tr!(words, "do-list-before") } else { tr!(words, "do-list-after") };
    }
    if context == KeyContext::Sitting {
        return if left { tr!(words, "do-question-before") } else { tr!(words, "do-question-after") };
    }
    if context == KeyContext::Standard {
        return if left { tr!(words, "do-fold") } else { tr!(words, "do-unfold") };
    }
    match (goes_by_moves(context), left) {
        (true, true) => tr!(words, "do-last-move"),
        (true, false) => tr!(words, "do-next-move"),
        (false, _) => tr!(words, "do-change"),
    }
}

fn goes_by_moves(context: KeyContext) -> bool {
    context == KeyContext::Debrief || context == KeyContext::BestLine
}
