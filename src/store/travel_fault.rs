//! What is wrong with the file of a learner who travels, with its line, in words. Whatever it is, nothing was taken in.

use crate::base::bilingual::{Bilingual, Phrase};
use crate::both;

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TravelFault {
    /// The line at which it shows, from 1.
    pub line: usize,
    /// What it is.
    pub kind: TravelFaultKind,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TravelFaultKind {
    /// It does not begin as such a file does.
    NotOurs,
    /// Something on its way has changed the ends of its lines.
    LineEnds,
    /// It, or a part of it, is of this format, which only a newer version knows.
    Newer(u32),
    /// It ends too early.
    Cut,
    /// No part begins where one should.
    NoPart,
    /// This part is not what was written.
    Changed(String),
    /// A part is missing, or changed its place: the whole is not what was written.
    WholeChanged,
    /// Something stands behind its end.
    MoreBehind,
    /// This part stands there twice.
    Twice(String),
    /// It does not say who the learner is.
    NoProfile,
    /// This part is what was written, and makes no sense.
    Senseless(String, Bilingual),
}

impl TravelFaultKind {
    /// At this line.
    pub(super) fn at(self, line: usize) -> TravelFault {
        TravelFault { line, kind: self }
    }
}

impl TravelFault {
    /// What is wrong with the file that is shown so.
    pub(super) fn told(&self, path: &str) -> Bilingual {
        let line = self.line;
        let what = match &self.kind {
            TravelFaultKind::NotOurs => {
                Phrase::new("it is no learner's file of doorstep", "它不是 doorstep 导出的学员文件").into()
            }
            TravelFaultKind::LineEnds => {
                Phrase::new("the ends of its lines were changed on the way", "路上有什么把它的换行改掉了").into()
            }
            TravelFaultKind::Newer(format) => {
                both!("it is written in format {format}, newer than this program", "它用的格式 {format} 比本程序新")
            }
            TravelFaultKind::Cut => {
                Phrase::new("it ends too early: something is cut off", "它不完整：后面少了一截").into()
            }
            TravelFaultKind::NoPart => {
                Phrase::new("a part should begin here, and none does", "这里应该另起一部分，却没有").into()
            }
            TravelFaultKind::Changed(part) => {
                both!("the part that begins here ({part}) was changed", "从这里开始的部分（{part}）被改动过")
            }
            TravelFaultKind::WholeChanged => {
                Phrase::new("as a whole it is not what was written", "整个文件和写下的不一样").into()
            }
            TravelFaultKind::MoreBehind => Phrase::new("something stands behind its end", "结尾之后还有东西").into(),
            TravelFaultKind::Twice(part) => {
                both!("the part {part} stands there twice", "{part} 这一部分出现了两次")
            }
            TravelFaultKind::NoProfile => Phrase::new("it does not say who the learner is", "它没有说学员是谁").into(),
            TravelFaultKind::Senseless(part, why) => both!(
                "the part that begins here ({part}) makes no sense: {why}",
                "从这里开始的部分（{part}）看不懂：{why}";
                why = why
            ),
        };
        both!("took nothing from {path}: line {line}: {what}", "{path} 什么也没有导入：第 {line} 行：{what}"; what = what)
    }

    /// What to do.
    pub(super) fn help(&self) -> Phrase {
        match self.kind {
            TravelFaultKind::NotOurs => {
                Phrase::new("name a file that `doorstep export` has written", "请写 `doorstep export` 写出的文件")
            }
            TravelFaultKind::LineEnds => {
                Phrase::new("send it as it is, for example in a zip", "原样传送，例如先压缩成 zip")
            }
            TravelFaultKind::Newer(_) => Phrase::new("update doorstep on this machine", "请更新这台机器上的 doorstep"),
            TravelFaultKind::Cut
            | TravelFaultKind::NoPart
            | TravelFaultKind::Changed(_)
            | TravelFaultKind::WholeChanged
            | TravelFaultKind::MoreBehind
            | TravelFaultKind::Twice(_)
            | TravelFaultKind::NoProfile
            | TravelFaultKind::Senseless(..) => Phrase::new(
                "copy it again, or export the learner again; nothing here was changed",
                "重新复制一份，或者重新导出；这里什么也没有改动",
            ),
        }
    }
}
