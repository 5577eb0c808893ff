//! A file that is there and cannot be had. Found by the store.

use super::Rule;
use crate::author::check::Sample;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNREADABLE,
    severity: Severity::Error,
    title: "a file or folder cannot be read",
    prose: "The file is there, but it is not UTF-8, no ordinary file, a link that leads out of the folder, or closed to you. \
        The other files were read as if it did not exist, so a scenario that calls it may complain as well.\n\n\
        Old editors save Chinese as GBK: save the file again as UTF-8. For permissions, ask whoever owns the folder.",
    trips: Sample::Told("a scenario saved as GBK instead of UTF-8, or one that is a link to a file outside the folder"),
    passes: Sample::Told("the same file saved as UTF-8 and copied into the folder"),
    check: None,
};
