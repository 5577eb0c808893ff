//! One name for two things. Found while a file is validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::DUPLICATE,
    severity: Severity::Error,
    title: "two things have one name",
    prose: "Scenes, endings, the choices of one scene, variables, chances and due lines are told apart by their names. \
        Stored plays name choices too: if two in a scene were called the same, nobody could say which one was taken.\n\n\
        Rename one of the two; both places are shown. Choices in different scenes may share an id.",
    trips: Sample::Edits {
        edits: &[("id: \"greet_by_name\"", "id: \"ask_surname\"")],
        at: "id: \"ask_surname\",\n                    kind: Say,\n                    text: { \"zh\": \"“高老师",
    },
    passes: Sample::Edits { edits: &[("id: \"greet_by_name\"", "id: \"full_name\"")], at: "" },
    check: None,
};
