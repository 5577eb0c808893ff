//! The file belongs to another format. Found while a file is validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::FORMAT,
    severity: Severity::Error,
    title: Phrase::new("the file is written in a format that this program does not know", "文件用的格式本程序不认识"),
    prose: Phrase::new(
        "Every file says in its first part which format it is written in, so that an old program never guesses at a \
        new file. This one names a format that this program does not read.\n\n\
        If the file came from somebody else, take the doorstep that they use. If you typed it, write `format: 2`.",
        "每个文件开头都写明用的是哪一种格式，这样旧程序不会去猜新文件。这个文件写的格式，本程序不读。\n\n\
            如果文件是别人给的，请用他那个版本的 doorstep。如果是自己写的，写 `format: 2`。",
    ),
    trips: Sample::Edits { edits: &[("format: 2,", "format: 3,")], at: "format: 3" },
    passes: Sample::Edits { edits: &[("format: 2,", "format: 2,    // the only one there is")], at: "" },
    check: None,
};
