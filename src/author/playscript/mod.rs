//! Walks: plays that an author writes down as plain text, with what is expected on the way, and plays again whenever the
//! scenario changes. It reads no disk: a [`Source`](crate::content::notation::Source) is handed in.
//!
//! text → [`Script`] (as typed) → [`Playscript`] (proven against a pack) → [`Outcome`] (played, with everything that went
//! otherwise than it says).

mod mismatch;
mod play;
mod validate;
mod read;
mod view;
mod token;

pub use mismatch::{Mismatch, MismatchKind};
pub use play::{Outcome, run};
pub use read::{Script, read};
pub use token::Word;
pub use validate::{Playscript, validate};

use crate::content::notation::Source;
use crate::content::scenario::{ChoiceId, EndingId, Pack, SceneId};
use crate::play::engine::{Node, Session, State};
use std::collections::BTreeSet;

/// What a play touched of its scenario: for tables of what is covered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    pub scenes: BTreeSet<SceneId>,
    /// As scene and choice numbers.
    pub choices: BTreeSet<(SceneId, ChoiceId)>,
    pub ending: Option<EndingId>,
}

/// What a play has touched so far.
pub fn reached(session: &Session) -> Reached {
    let scenario = session.scenario();
    let states = [State::opening(scenario)].into_iter().chain(session.turns().iter().map(|turn| turn.after));
    let mut reached = Reached::default();
    for state in states {
        match state.node(scenario) {
            Node::Scene(scene) => {
                reached.scenes.insert(scene);
            }
            Node::Ending(ending) => reached.ending = Some(ending),
        }
    }
    reached.choices = session.turns().iter().map(|turn| (turn.taken.scene, turn.taken.choice)).collect();
    reached
}

/// A walk from its text to its proof.
///
/// # Errors
/// Everything that is wrong with its writing; or, where it can be read, every name in it that the pack does not know.
pub fn open(source: &Source, pack: &Pack) -> Result<Playscript, Vec<Mismatch>> {
    validate(read(source)?, pack)
}
