//! A move that counts, and nobody says why.

use super::Rule;
use super::capped::capped;
use crate::author::check::{Inspection, Occurrence, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::SourceRef;

pub(super) const RULE: Rule = Rule {
    code: Code::NO_FEEDBACK,
    severity: Severity::Warning,
    title: Phrase::new("a choice that counts and has no feedback", "一个算分的选项没有讲评"),
    prose: Phrase::new(
        "In some situation this choice meets or breaks a requirement and no feedback answers it. The learner sees points \
        come or go and a clause beside them, but not what the customer felt or what it cost; that is where people learn.\n\n\
        One or two sentences, kind and concrete, for the right choice as well as for the wrong one. If there is only \
        `feedback_when`, add a plain `feedback` for all other situations.",
        "在某种情况下，这个选项做到或违反了一条要求，却没有 `feedback` 来回应。学员看到分数变了，旁边有一条条\
            款，却不知道客户是什么感受、代价是什么；而人正是从这里学到东西的。\n\n\
            写一两句，友善、具体，对的选项和错的选项都要写。只写了 `feedback_when` 的，再加一条不带条件的 `feedback`，\
            管其余的情况。",
    ),
    trips: Sample::Edits {
        edits: &[(
            "                    feedback: {
                        \"zh\": \"水留在了楼道里。门里是什么样还不知道，先别把雨带进去。\",
                        \"en\": \"The water stays on the landing. You don't know yet what's inside, so leave the rain out here.\",
                    },\n",
            "",
        )],
        at: "id: \"fold_it\"",
    },
    passes: Sample::Edits {
        edits: &[(
            "                    feedback: {
                        \"zh\": \"几个字，几秒钟，门里的样子先知道了一半。\",
                        \"en\": \"A few words and a few seconds, and you half know what's behind the door.\",
                    },\n",
            "",
        )],
        at: "",
    },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let tell = |(source_ref, at): &(SourceRef, Occurrence)| {
        let id = at.taken.map_or("", |taken| &*inspection.choice(taken).id);
        let message = both!(
            "\"{id}\" counts here, and no feedback says why",
            "\"{id}\" 在这里算分，却没有 `feedback` 说明为什么"
        );
        let diagnostic = RULE.diagnostic(inspection.scenario.place(*source_ref), message);
        let help = Phrase::new("say what the other felt, then the reason", "先写对方的感受，再写原因");
        diagnostic.help(help).witness(inspection.witness_of(*at))
    };
    capped(inspection, &RULE, &inspection.observed.silent, tell)
}
