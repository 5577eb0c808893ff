//! A session on this process' terminal in which nothing is played for a record: it shows something, and keeps nothing.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use crate::base::bilingual::Phrase;
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::content::scenario::Pack;
use crate::doors::tui::{Colours, Language, Pause, SessionDeps, Solving, Start, Theme, run_here};
use crate::store::Saves;
use std::sync::Arc;

/// Shows what it starts with, until whoever looks at it leaves.
///
/// # Errors
/// When the terminal cannot be used.
pub(super) fn show(pack: Arc<Pack>, start: Start, lang: Option<Lang>, context: &mut Context) -> Result<Ended, Failure> {
    let world = SessionDeps {
        pack,
        saves: Saves::at(context.cwd.join("saves")),
        learner: None,
        language: lang.map_or(Language::Guessed(context.lang), Language::Asked),
        theme: Theme { colours: Colours::None, glyphs: context.glyphs() },
        start,
        now: std::mem::replace(&mut context.now, Box::new(jiff::Timestamp::now)),
        offset: context.offset,
        fresh_seed: std::mem::replace(&mut context.fresh_seed, Box::new(|| Seed::new(0))),
        on_keep: None,
        solving: Solving::Aside,
        pause: Pause::NONE,
        notice: None,
    };
    let hint =
        Phrase::new("use another terminal, or --plain for lines of text", "换一个终端，或者用 --plain 改成一行行文字");
    let what = Phrase::new("the terminal cannot be used", "这个终端用不了");
    run_here(world, context.connection).map(|_keeps_nothing| Ended::Fine).map_err(|why| Failure::Stream {
        what,
        why,
        hint,
    })
}
