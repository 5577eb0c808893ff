//! A play written down as a walk: at once, or when the session in which it is played is over.

use super::context::Context;
use super::failure::Failure;
use super::judged::judged;
use super::new_file;
use super::play_args::PlayArgs;
use crate::base::bilingual::Phrase;
use crate::base::text::Lang;
use crate::both;
use crate::content::scenario::{Pack, Scenario};
use crate::report::play::{PlayDocument, walk};
use crate::store::shown;
use crate::trainer::play_tape::{PlayFollower, PlayTape};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

const INSTEAD: Phrase = Phrase::new("choose another name", "换一个名字");

/// Writes a play as a walk, never over anything.
///
/// # Errors
/// When something stands there, or it cannot be written.
pub(super) fn record(file: &Path, document: &PlayDocument, lang: Lang, context: &Context) -> Result<(), Failure> {
    new_file::write(file, &walk::render(document, lang), context, || new_file::stands(file, INSTEAD))
}

/// The file that a play is to be written into when its session is over.
pub(super) struct WalkFile {
    file: PathBuf,
    pack: Arc<Pack>,
    tape: Rc<RefCell<PlayTape>>,
}

impl WalkFile {
    /// What was asked for, if anything was; nobody is to play a whole visit before it is known that it can be written.
    ///
    /// # Errors
    /// When something stands there, or nothing can be written there.
    pub(super) fn wanted(
        args: &PlayArgs,
        scenario: Option<&Arc<Scenario>>,
        pack: &Arc<Pack>,
        context: &Context,
    ) -> Result<Option<WalkFile>, Failure> {
        let (Some(file), Some(scenario)) = (&args.record, scenario) else { return Ok(None) };
        new_file::may_be_written(file, context, || new_file::stands(file, INSTEAD))?;
        let tape = Rc::new(RefCell::new(PlayTape::of(scenario.clone())));
        Ok(Some(WalkFile { file: file.clone(), pack: pack.clone(), tape }))
    }

    /// What the session tells of its plays.
    pub(super) fn follower(&self) -> PlayFollower {
        let tape = self.tape.clone();
        Box::new(move |keep| tape.borrow_mut().follow(keep))
    }

    /// Writes the run that counts, and says so. A play that cannot be judged is written as far as it can be told.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn write(self, context: &mut Context) -> Result<(), Failure> {
        let file = &self.file;
        let tape = self.tape.borrow();
        let told = match tape.played() {
            Some((session, attempt)) => {
                let document = judged(&session, &self.pack.standard).unwrap_or_else(|_| PlayDocument::open(&session));
                record(file, &document, attempt.language, context)?;
                both!("the play is written as a walk: {file}", "这次演练写成了脚本：{file}", file = shown(file))
            }
            None => {
                both!("nothing was chosen, so {file} is not written", "一步也没走，没有写 {file}", file = shown(file))
            }
        };
        let lang = context.lang;
        context.remark([told.in_lang(lang)]);
        Ok(())
    }
}
