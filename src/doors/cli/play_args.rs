//! What `doorstep play` takes.

use super::value;
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::record::attempt::Mode;
use crate::record::history::WantedPlay;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Default, Args)]
pub(super) struct PlayArgs {
    /// The scenario's id, as `list` prints it, or its file; without one the trainer's first screen opens
    pub id: Option<String>,
    /// What all chance comes from: the same seed meets the same customer
    #[arg(long, value_parser = value::seed)]
    pub seed: Option<u64>,
    /// learn: hints and reasons; practice: feedback after each move; say: the same, and prescribed words are typed; exam: nothing until the end
    #[arg(long, value_enum)]
    pub mode: Option<ModeArg>,
    /// Language of the texts
    #[arg(long, value_parser = value::lang, value_name = "zh|en")]
    pub lang: Option<Lang>,
    /// Take these choices without a terminal, and print where they lead
    #[arg(long, value_delimiter = ',', value_name = "ID,ID,…", requires = "id")]
    pub choices: Option<Vec<String>>,
    /// One JSON document on standard output (with --choices)
    #[arg(long, requires = "choices")]
    pub json: bool,
    /// Keep the play of --choices like any other
    #[arg(long, requires = "choices", requires = "learner")]
    pub save: bool,
    /// Write the play as a walk into this file, which must not be there yet: when it is over, or left
    #[arg(long, requires = "id", value_name = "FILE.walk")]
    pub record: Option<PathBuf>,
    /// Who plays
    #[arg(long, value_name = "NAME")]
    pub learner: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ModeArg {
    Learn,
    Practice,
    Say,
    Exam,
}

impl PlayArgs {
    /// The mode of a new play.
    pub(super) fn mode(&self) -> Mode {
        self.mode.map_or(Mode::Learn, ModeArg::mode)
    }

    /// The play that is meant.
    pub(super) fn wanted(&self) -> WantedPlay {
        WantedPlay { mode: self.mode.map(ModeArg::mode), seed: self.seed.map(Seed::new) }
    }
}

impl ModeArg {
    pub(super) fn mode(self) -> Mode {
        match self {
            ModeArg::Learn => Mode::Learn,
            ModeArg::Practice => Mode::Practice,
            ModeArg::Say => Mode::Say,
            ModeArg::Exam => Mode::Exam,
        }
    }
}
