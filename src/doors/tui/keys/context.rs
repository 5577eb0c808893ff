//! Where keys are pressed. What they do there stands in the table.

/// One for each screen, and for each part of a screen in which keys mean something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyContext {
    Welcome,
    Home,
    Learners,
    List,
    Briefing,
    /// The briefing, with the seed in focus.
    Seed,
    Play,
    /// A play in which one says it oneself, with a sentence being typed.
    Say,
    Log,
    Standard,
    Help,
    Debrief,
    BestLine,
    History,
    Palette,
    Today,
    /// Today, with the day of the exam being typed.
    ExamDay,
    Course,
    Unit,
    Moment,
    Questions,
    Question,
    /// The exams, and the rules of one.
    Exams,
    /// A sitting.
    Sitting,
    /// A sitting, with the code of a proctor being typed.
    ProctorCode,
    /// A sentence to be said, being typed.
    Phrase,
    /// What was heard of it.
    HeardPhrase,
    Preview,
    /// The preview, with its diagnostics in the whole window.
    Diagnostics,
    /// The preview, with its scenes to choose from.
    Scenes,
    /// The preview, with the present state and the chances.
    Dice,
    /// The trainer's desk.
    Desk,
}

impl KeyContext {
    pub(super) const ALL: &[KeyContext] = &[
        KeyContext::Welcome,
        KeyContext::Home,
        KeyContext::Learners,
        KeyContext::List,
        KeyContext::Briefing,
        KeyContext::Seed,
        KeyContext::Play,
        KeyContext::Say,
        KeyContext::Log,
        KeyContext::Standard,
        KeyContext::Help,
        KeyContext::Debrief,
        KeyContext::BestLine,
        KeyContext::History,
        KeyContext::Palette,
        KeyContext::Today,
        KeyContext::ExamDay,
        KeyContext::Course,
        KeyContext::Unit,
        KeyContext::Moment,
        KeyContext::Questions,
        KeyContext::Question,
        KeyContext::Exams,
        KeyContext::Sitting,
        KeyContext::ProctorCode,
        KeyContext::Phrase,
        KeyContext::HeardPhrase,
        KeyContext::Preview,
        KeyContext::Diagnostics,
        KeyContext::Scenes,
        KeyContext::Dice,
        KeyContext::Desk,
    ];

    /// Whether letters are typed into a field here, and so mean nothing else.
    pub(super) fn takes_text(self) -> bool {
        match self {
            KeyContext::Welcome
            | KeyContext::Learners
            | KeyContext::List
            | KeyContext::Seed
            | KeyContext::ExamDay
            | KeyContext::ProctorCode
            | KeyContext::Standard
            | KeyContext::Palette
            | KeyContext::Phrase
            | KeyContext::Say
            | KeyContext::Scenes => true,
            KeyContext::Home
            | KeyContext::Briefing
            | KeyContext::Play
            | KeyContext::Log
            | KeyContext::Help
            | KeyContext::Debrief
            | KeyContext::BestLine
            | KeyContext::History
            | KeyContext::Today
            | KeyContext::Course
            | KeyContext::Unit
            | KeyContext::Moment
            | KeyContext::Questions
            | KeyContext::Question
            | KeyContext::Exams
            | KeyContext::Sitting
            | KeyContext::HeardPhrase
            | KeyContext::Preview
            | KeyContext::Diagnostics
            | KeyContext::Dice
            | KeyContext::Desk => false,
        }
    }
}
