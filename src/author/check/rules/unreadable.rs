//! A file that is there and cannot be had. Found by the store.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNREADABLE,
    severity: Severity::Error,
    title: Phrase::new("a file or folder cannot be read", "文件或者文件夹读不了"),
    prose: Phrase::new(
        "The file is there, but it is not UTF-8, no ordinary file, a link that leads out of the folder, or closed to you. \
        The other files were read as if it did not exist, so a scenario that calls it may complain as well.\n\n\
        Old editors save Chinese as GBK: save the file again as UTF-8. For permissions, ask whoever owns the folder.",
        "文件在那里，但它不是 UTF-8，不是普通文件，是通到文件夹外面的链接，或者你没有权限。其余的文件照样读了\
            ，就当它不存在，所以调用它的情景可能也会报问题。\n\n\
            老的编辑器把中文存成 GBK：另存为 UTF-8。没有权限的，找文件夹的主人。",
    ),
    trips: Sample::Told(Phrase::new(
        "a scenario saved as GBK instead of UTF-8, or one that is a link to a file outside the folder",
        "存成 GBK 而不是 UTF-8 的情景，或者链接到文件夹外面的文件",
    )),
    passes: Sample::Told(Phrase::new(
        "the same file saved as UTF-8 and copied into the folder",
        "同一个文件存成 UTF-8，复制进文件夹",
    )),
    check: None,
};
