//! What goes wrong between the program and the disk, in words: what happened, and what to do. What it is stands in
//! [`super::error`].

use super::error::{Cause, JournalFault, LearnerMixup, Remains, StoreError, shown};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::{Code, Diagnostic, Location};
use crate::base::text::make_safe;
use crate::both;
use std::io::{self, ErrorKind};
use std::path::Path;

const NO_HOME: Phrase = Phrase::new(
    "could not find a folder for saves: the system names no home folder",
    "找不到存档的文件夹：系统没有主文件夹",
);

impl StoreError {
    /// What happened and what to do, in one line.
    pub fn sentence(&self) -> Bilingual {
        both!("{told} ({help})", "{told}（{help}）"; told = self.told(), help = self.help())
    }

    /// What happened: what was tried, on which path, and why it failed.
    pub fn told(&self) -> Bilingual {
        match self {
            StoreError::NoPack { folder } => both!(
                "looked for scenarios in {folder}, but it holds no pack.ron",
                "在 {folder} 里找情景，但那里没有 pack.ron",
                folder = shown(folder)
            ),
            StoreError::NoWalk { folder } => {
                both!("could not find any walk in {folder}", "在 {folder} 里没有找到走查脚本", folder = shown(folder))
            }
            StoreError::Read { path, why } => {
                both!("could not read {path}: {why}", "读不了 {path}：{why}", path = shown(path); why = why.told())
            }
            StoreError::Write { path, why, .. } => {
                both!("could not write {path}: {why}", "写不了 {path}：{why}", path = shown(path); why = why.told())
            }
            StoreError::Name(why) => why.told(),
            StoreError::InUse { name, lock, process } => both!(
                "could not open the saves of \"{name}\": {holder} has them open and holds {lock}",
                "打不开“{name}”的存档：{holder}正开着，占着 {lock}",
                lock = shown(lock);
                holder = holder(*process)
            ),
            StoreError::NoNumber { folder, highest } => both!(
                "could not begin a play: the highest number there is, {highest}, is taken in {folder}",
                "没法开始演练：{folder} 里最大的编号 {highest} 也用掉了",
                folder = shown(folder)
            ),
            StoreError::NoLock { lock, why } => {
                both!("could not lock {lock}: {why}", "锁不住 {lock}：{why}", lock = shown(lock); why = why.told())
            }
            StoreError::Newer { path, format } => both!(
                "did not read {path}: it is written in format {format}, newer than this program",
                "没有读 {path}：它用的格式 {format} 比本程序新",
                path = shown(path)
            ),
            StoreError::Damaged { path, aside, why } => both!(
                "could not read {path}: {why}{aside}",
                "读不了 {path}：{why}{aside}",
                path = shown(path);
                why = why.told(),
                aside = set_aside_as(aside.as_deref())
            ),
            StoreError::Journal { path, fault } => fault.told(path),
            StoreError::SittingChanged { path, line } => sitting_changed(&shown(path), *line),
            StoreError::Travel { path, fault } => fault.told(&shown(path)),
            StoreError::Certificate { path, fault } => fault.told(&shown(path)),
            StoreError::InMemory { path, why } => both!(
                "could not prepare {path} for saving: {why}; this session is kept in memory only",
                "没法在 {path} 存档：{why}；这一次只留在内存里",
                path = shown(path);
                why = why.told()
            ),
            StoreError::NoHome => NO_HOME.into(),
            StoreError::Learner(mixup) => mixup.told(),
        }
    }

    /// What to do next, as one sentence.
    pub fn help(&self) -> Bilingual {
        let (en, zh) = match self {
            StoreError::NoPack { .. } => (
                "name the folder that holds pack.ron, or leave it out to use the built-in scenarios",
                "写明有 pack.ron 的文件夹；不写就用自带的情景",
            ),
            StoreError::NoWalk { .. } => ("walks are files whose names end in .walk", "走查脚本的文件名以 .walk 结尾"),
            StoreError::Read { why, .. } => return why.help().into(),
            StoreError::Write { why, remains, .. } => return remains.help(why),
            StoreError::Name(_) => ("type a name of 1 to 64 letters", "名字要有 1 到 64 个字"),
            StoreError::InUse { .. } => ("close the other one, or choose another name", "关掉那一个，或者换个名字"),
            StoreError::Learner(mixup) => return mixup.help(),
            StoreError::NoNumber { highest, .. } => {
                return both!("move {highest}.ron away, then start again", "移走 {highest}.ron，再重新开始");
            }
            StoreError::NoLock { .. } => (
                "open this learner in one place at a time, or keep saves on a local disk",
                "同一位学员不要在几处同时打开；或者把存档放在本机磁盘上",
            ),
            StoreError::Newer { .. } => ("update doorstep; the file was left as it is", "请更新 doorstep；文件没有动"),
            StoreError::Damaged { aside: Some(_), .. } => (
                "everything else was read; keep the file if you want somebody to look at it",
                "其余的都读了；想请人看看的话，文件请留着",
            ),
            StoreError::Damaged { aside: None, .. } => {
                ("everything else was read; rename it or move it away", "其余的都读了；给它改名，或者移走")
            }
            StoreError::Journal { fault, .. } => return fault.help().into(),
            StoreError::SittingChanged { .. } => {
                ("it counts for nothing; a copy of the file as it was would", "它不再算数；原样的备份还算")
            }
            StoreError::Travel { fault, .. } => return fault.help().into(),
            StoreError::Certificate { fault, .. } => return fault.help().into(),
            StoreError::InMemory { why, .. } => {
                return both!(
                    "to keep what you do, {help}, then start again",
                    "想留下记录，请先{help}，再重新开始";
                    help = why.help()
                );
            }
            StoreError::NoHome => ("give a folder with --saves FOLDER", "用 --saves 指定一个文件夹"),
        };
        Phrase::new(en, zh).into()
    }
}

fn sitting_changed(path: &str, line: usize) -> Bilingual {
    both!("the sitting {path} was changed on line {line}", "考试记录 {path} 第 {line} 行被改动过")
}

impl LearnerMixup {
    fn told(&self) -> Bilingual {
        match self {
            LearnerMixup::SameName { name, opened, other } => both!(
                "found \"{name}\" in two folders: {opened} was opened, {other} was left as it is",
                "有两个文件夹都是“{name}”的：打开了 {opened}，{other} 没有动",
                opened = last_part(opened),
                other = last_part(other)
            ),
            LearnerMixup::Nobody { name, .. } => {
                both!("there is no learner \"{name}\"", "没有学员“{name}”")
            }
            LearnerMixup::NameTaken { name } => {
                both!("could not rename: \"{name}\" is another learner", "没法改名：“{name}”是另一位学员")
            }
            LearnerMixup::SameLearner { name } => {
                both!("could not merge \"{name}\" with itself", "没法把“{name}”和自己合并")
            }
        }
    }

    fn help(&self) -> Bilingual {
        let (en, zh) = match self {
            LearnerMixup::SameName { .. } => (
                "move one of them away, or give it another name in its learner.ron",
                "移走其中一个，或者在它的 learner.ron 里改名",
            ),
            LearnerMixup::Nobody { known, .. } if known.is_empty() => {
                ("nobody has played here yet", "这里还没有人演练过")
            }
            LearnerMixup::Nobody { known, .. } => {
                return both!("there are: {known}", "有这些：{known}", known = known.join(", "));
            }
            LearnerMixup::NameTaken { .. } => {
                ("take another name, or merge the two learners", "换个名字，或者把两位学员合并")
            }
            LearnerMixup::SameLearner { .. } => ("name two different learners", "写两位不同的学员"),
        };
        Phrase::new(en, zh).into()
    }
}

impl JournalFault {
    fn told(&self, path: &Path) -> Bilingual {
        let path = shown(path);
        match self {
            JournalFault::Torn => both!(
                "left out the last line of {path}: it was cut off while it was written",
                "{path} 的最后一行没有读：写到一半断了"
            ),
            JournalFault::Damaged { lines, aside } => both!(
                "left out what makes no sense in {path}, on line {lines}{aside}",
                "{path} 里看不懂的没有读，在第 {lines} 行{aside}",
                lines = listed(lines);
                aside = aside.as_deref().map(copied_as).unwrap_or_default()
            ),
            JournalFault::Unknown { events } => both!(
                "passed over {events} events in {path} that a newer version has written",
                "{path} 里有 {events} 条是更新的版本写的，先跳过"
            ),
        }
    }

    fn help(&self) -> Phrase {
        let (en, zh) = match self {
            JournalFault::Torn => ("everything before it was read", "之前的都读了"),
            JournalFault::Damaged { .. } => ("every other line was read", "其余各行都读了"),
            JournalFault::Unknown { .. } => {
                ("they stay in the file; update doorstep to use them", "它们还在文件里；更新 doorstep 就能用")
            }
        };
        Phrase::new(en, zh)
    }
}

impl Remains {
    /// What stands there, and what to do against the reason.
    fn help(self, why: &Cause) -> Bilingual {
        match self {
            Remains::Nothing => why.help().into(),
            Remains::Old => both!(
                "what it held before is untouched; {help}",
                "原来的内容没有动；{help}";
                help = why.help()
            ),
            Remains::New => both!(
                "its new text is there, but may not outlast a power cut; {help}",
                "新的内容已经写上，但断电可能会丢；{help}";
                help = why.help()
            ),
        }
    }
}

impl Cause {
    /// The same as a finding about a file of content.
    pub(super) fn found_in(&self, file: &str) -> Diagnostic {
        let code = match self {
            Cause::TooLarge { .. } | Cause::PackTooLarge { .. } => Code::SIZE,
            Cause::Io(_)
            | Cause::NotAFile
            | Cause::Linked
            | Cause::NotANumber
            | Cause::ConflictCopy
            | Cause::Leaves
            | Cause::Changed
            | Cause::NotUtf8 { .. }
            | Cause::Notation(_) => Code::UNREADABLE,
        };
        let (byte, line, column) = match self {
            Cause::NotUtf8 { byte, line, column } => (*byte, *line, *column),
            _ => (0, 1, 1),
        };
        let place = Location { file: file.into(), span: byte..byte, line, column, path: String::new() };
        let message = both!("could not read the file: {why}", "读不了文件：{why}"; why = self.told());
        Diagnostic::error(code, place, message).help(self.help())
    }

    /// What is the matter, as half a sentence.
    pub fn told(&self) -> Bilingual {
        let (en, zh) = match self {
            Cause::Io(error) => return reason(error),
            Cause::Notation(words) => return words.clone(),
            Cause::NotAFile => ("it isn’t an ordinary file", "它不是普通文件"),
            Cause::Linked => ("it is a link, or has another name elsewhere", "它是链接，或者在别处另有名字"),
            Cause::NotANumber => ("its name is not the number of a play", "它的名字不是演练的编号"),
            Cause::ConflictCopy => (
                "by its name it is a copy that a synchroniser or a hand has made",
                "看名字，它是同步软件或者手工复制出来的副本",
            ),
            Cause::Leaves => ("it is a link that leads out of the folder", "它是通到文件夹外面的链接"),
            Cause::Changed => ("it was changed while this went on", "刚才有人改过它"),
            Cause::TooLarge { limit } => {
                return both!("it is too large; at most {limit} bytes are read", "它太大了；最多读 {limit} 字节");
            }
            Cause::PackTooLarge { files, bytes } => {
                return both!(
                    "the folder holds too much; at most {files} files and {bytes} bytes are read",
                    "文件夹里东西太多；最多读 {files} 个文件、{bytes} 字节"
                );
            }
            Cause::NotUtf8 { byte, line, .. } => {
                return both!(
                    "it is not UTF-8 at byte {byte}, on line {line}",
                    "从第 {line} 行、第 {byte} 字节起不是 UTF-8"
                );
            }
        };
        Phrase::new(en, zh).into()
    }

    /// What to do against it, as half a sentence.
    pub fn help(&self) -> Phrase {
        let (en, zh) = match self {
            Cause::Io(error) => match error.kind() {
                ErrorKind::NotFound => ("check the name and the folder", "核对一下名字和文件夹"),
                ErrorKind::PermissionDenied => (
                    "ask for permission to this folder, or choose another one",
                    "申请这个文件夹的权限，或者换一个文件夹",
                ),
                ErrorKind::ReadOnlyFilesystem => {
                    ("choose a folder on a disk that can be written", "换一个可以写的磁盘上的文件夹")
                }
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                    ("free some space on this disk", "在这个磁盘上腾出些地方")
                }
                ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
                    ("move away the file that stands where a folder belongs", "移走占了文件夹位置的那个文件")
                }
                ErrorKind::IsADirectory => {
                    ("move away the folder that stands where a file belongs", "移走占了文件位置的那个文件夹")
                }
                _ => ("check the disk, or choose another folder", "检查磁盘，或者换一个文件夹"),
            },
            Cause::NotAFile => ("put an ordinary file in its place", "换成一个普通文件"),
            Cause::Linked => ("move it away", "把它移走"),
            Cause::NotANumber => ("rename it, or move it away", "给它改名，或者移走"),
            Cause::ConflictCopy => (
                "compare it with the file beside it, keep the one you want under the plain name, and move the other away",
                "和旁边的文件比一比，要的那个用原来的名字，另一个移走",
            ),
            Cause::Leaves => {
                ("copy the file into the folder instead of linking to it", "把文件复制进文件夹，不要用链接")
            }
            Cause::Changed => ("try again", "再来一次"),
            Cause::TooLarge { .. } => ("split it: a scenario can call fragments", "把它拆开：情景可以调用片段"),
            Cause::PackTooLarge { .. } => {
                ("move some scenarios to a folder of their own", "把一部分情景移到另一个文件夹")
            }
            Cause::NotUtf8 { .. } => ("open it in an editor and save it as UTF-8", "用编辑器打开，另存为 UTF-8 编码"),
            Cause::Notation(_) => ("compare it with an undamaged file", "和一个没坏的文件比一比"),
        };
        Phrase::new(en, zh)
    }
}

fn holder(process: Option<u32>) -> Bilingual {
    process.map_or_else(
        || Phrase::new("another doorstep", "另一个 doorstep").into(),
        |id| both!("another doorstep (process {id})", "另一个 doorstep（进程 {id}）"),
    )
}

fn set_aside_as(aside: Option<&Path>) -> Bilingual {
    let name = aside.map(last_part);
    name.map(|name| both!("; it was set aside as {name}", "；已经改名放在一边：{name}")).unwrap_or_default()
}

fn copied_as(aside: &Path) -> Bilingual {
    both!("; a copy of all of it is {name}", "；整个文件的副本是 {name}", name = last_part(aside))
}

/// Numbers of lines; of many the first.
fn listed(lines: &[usize]) -> String {
    let first: Vec<String> = lines.iter().take(10).map(usize::to_string).collect();
    first.join(", ") + if lines.len() > 10 { ", …" } else { "" }
}

/// The system's reason in words that say what is there, where it is one of the usual ones.
fn reason(error: &io::Error) -> Bilingual {
    let (en, zh) = match error.kind() {
        ErrorKind::NotFound => ("it does not exist", "它不存在"),
        ErrorKind::PermissionDenied => ("there is no permission", "没有权限"),
        ErrorKind::ReadOnlyFilesystem => ("the disk is read-only", "磁盘是只读的"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ("the disk is full", "磁盘满了"),
        ErrorKind::NotADirectory => ("a part of its path is no folder", "路径里有一段不是文件夹"),
        ErrorKind::AlreadyExists => ("something else stands in its place", "那里已经有别的东西"),
        ErrorKind::IsADirectory => ("a folder stands in its place", "那里是一个文件夹"),
        _ => {
            let words = make_safe(&error.to_string());
            return both!("{words}", "系统报告 {words}");
        }
    };
    Phrase::new(en, zh).into()
}

fn last_part(path: &Path) -> String {
    path.file_name().map_or_else(|| shown(path), |name| shown(Path::new(name)))
}
