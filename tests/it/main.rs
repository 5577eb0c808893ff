//! Everything that is tested from outside the library, in one binary, so that a change links once.

mod common;
mod program;

mod account;
mod cli;
mod conformance;
mod coverage;
mod debrief;
mod diff;
mod documents;
mod fairness;
mod fuzz;
mod golden;
mod graph;
mod hostile;
mod house;
mod just;
mod kill;
mod limits;
mod middling;
mod new_scenario;
mod preview;
mod review;
mod rules;
mod saves;
mod screens;
mod simulate;
mod spoiled;
mod replay;
mod replies;
mod states;
mod terminal;
mod trainer;
mod utterances;
mod values;
mod walk;
