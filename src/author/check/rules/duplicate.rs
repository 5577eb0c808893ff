//! One name for two things. Found while a file is validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::DUPLICATE,
    severity: Severity::Error,
    title: Phrase::new("two things have one name", "两样东西用了同一个名字"),
    prose: Phrase::new(
        "Scenes, endings, the choices of one scene, variables, chances and due lines are told apart by their names. \
        Stored plays name choices too: if two in a scene were called the same, nobody could say which one was taken.\n\n\
        Rename one of the two; both places are shown. Choices in different scenes may share an id.",
        "场景、结局、同一场景里的选项、变量、随机、该做的要求，都靠名字区分。存档里记的也是选项的名字：一个场\
            景里有两个选项同名，就说不清选的是哪一个。\n\n\
            给其中一个改名，两处都指给你看了。不同场景里的选项可以同名。",
    ),
    trips: Sample::Edits {
        edits: &[("id: \"greet_by_name\"", "id: \"ask_surname\"")],
        at: "id: \"ask_surname\",\n                    kind: Say,\n                    text: { \"zh\": \"“高老师",
    },
    passes: Sample::Edits { edits: &[("id: \"greet_by_name\"", "id: \"full_name\"")], at: "" },
    check: None,
};
