//! What a candidate sat before the sitting that is to be certified, by what lies beside it: which try it is, and whether the
//! exam's own rules let it be begun then.

use super::context::Context;
use super::failure::Failure;
use crate::base::bilingual::Phrase;
use crate::both;
use crate::content::scenario::Pack;
use crate::record::day::Day;
use crate::record::sitting::{SittingBegun, SittingEvent, SittingLine};
use crate::speech::messages::Messages;
use crate::store::{HandedInSitting, IssuerKey, StoredCertificate, StoredSitting, shown, sittings_beside};
use crate::trainer::exam_past::{CannotSit, PastSitting, may_sit};
use crate::trainer::exam_words;
use jiff::Timestamp;
use std::path::Path;

/// A sitting among those of its candidate.
pub(super) struct SatBefore<'a> {
    pub own: &'a HandedInSitting,
    /// The file, as it was typed.
    pub typed: &'a Path,
    /// The certificate of the exam that has to be passed before.
    pub before: Option<&'a Path>,
}

impl SatBefore<'_> {
    /// Which of the candidate's sittings of this exam it is, from 1.
    ///
    /// # Errors
    /// When the paper was sat twice, the exam could not be begun then, or what lies beside it cannot be read.
    pub(super) fn attempt(&self, pack: &Pack, key: &IssuerKey, context: &Context) -> Result<usize, Failure> {
        let Some(SittingLine { at, what: SittingEvent::Begun(begun), .. }) = self.own.lines().first() else {
            return Ok(1);
        };
        let mut earlier: Vec<PastSitting> = Vec::new();
        for StoredSitting { path, lines } in sittings_beside(&context.cwd.join(self.typed))? {
            let Some(first) = lines.first() else { continue };
            if self.own.lines().first() == Some(first) && lines != self.own.lines() {
                return Err(self.twice(&path));
            }
            let is_theirs = matches!(&first.what, SittingEvent::Begun(other) if other.candidate == begun.candidate);
            if is_theirs && first.at < *at {
                earlier.extend(PastSitting::of(&lines, pack, context.offset));
            }
        }
        // Whoever issues may live a day apart from whoever sat it.
        let day = Day::at(*at, context.offset).after(1);
        let may = pack.blueprints.find(&begun.exam).map_or(Ok(()), |exam| may_sit(exam, &earlier, day));
        match may {
            Err(CannotSit::After(exam)) => self.holds_before(&exam, begun, *at, key, context)?,
            Err(why) => return Err(self.too_early(&why, pack, context)),
            Ok(()) => {}
        }
        Ok(earlier.iter().filter(|own| own.exam == begun.exam).count() + 1)
    }

    /// Looks whether the certificate that was named is that of the exam to be passed before.
    fn holds_before(
        &self,
        exam: &str,
        begun: &SittingBegun,
        at: Timestamp,
        key: &IssuerKey,
        context: &Context,
    ) -> Result<(), Failure> {
        let Some(typed) = self.before else {
            let message = both!(
                "\"{exam}\" has to be passed first, and no sitting that passed it lies beside {file}",
                "要先通过“{exam}”，但 {file} 旁边没有通过它的考试记录",
                file = shown(self.typed)
            );
            let hint = Phrase::new("give its certificate with --before", "用 --before 给出那门考试的证书");
            return Err(Failure::wrong(message, hint));
        };
        let stored = StoredCertificate::open(&context.cwd.join(typed), typed)?;
        let own = &stored.signed.certificate;
        let is_it = own.issuer.key == key.issuer().key
            && (&*own.result.exam, &*own.result.candidate) == (exam, &*begun.candidate)
            && own.result.sat <= at;
        if is_it {
            return Ok(());
        }
        let (file, candidate) = (shown(typed), &begun.candidate);
        let message = both!(
            "{file} doesn't say that {candidate} had passed \"{exam}\" by then",
            "{file} 不能说明 {candidate} 那时已经通过“{exam}”"
        );
        let hint = Phrase::new(
            "it has to be a certificate of the same candidate, signed with this key",
            "要同一位考生的证书，并且是用这把密钥签的",
        );
        Err(Failure::wrong(message, hint))
    }

    fn twice(&self, other: &Path) -> Failure {
        let (file, other) = (shown(self.typed), shown(other));
        let message = both!(
            "this paper was sat twice: {file} and {other} begin alike and go on differently",
            "同一份卷子考了两次：{file} 和 {other} 开头一样，后面不同"
        );
        Failure::wrong(
            message,
            Phrase::new("ask the candidate how that came; neither is certified", "请先问考生是怎么回事；两场都不发证"),
        )
    }

    fn too_early(&self, why: &CannotSit, pack: &Pack, context: &Context) -> Failure {
        let why = exam_words::refusal(&Messages::new(context.lang), why, pack);
        let file = shown(self.typed);
        let message = both!(
            "by what lies beside it, {file} could not be begun then: {why}",
            "按旁边的考试记录，{file} 那时还不能开考：{why}"
        );
        Failure::wrong(message, Phrase::new("look at `doorstep exam results`", "看一看 `doorstep exam results`"))
    }
}
