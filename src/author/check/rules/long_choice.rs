//! A choice that is a paragraph.

use super::Rule;
use super::worded::{is_chinese, is_english};
use crate::author::check::shown_words::words_of;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::text::Lang;
use crate::both;
use crate::content::scenario::{ChoiceId, SceneId, SourceRef, TextId};

pub(super) const RULE: Rule = Rule {
    code: Code::LONG_CHOICE,
    severity: Severity::Note,
    title: Phrase::new("a choice that is too long to be read at a glance", "选项太长，一眼看不完"),
    prose: Phrase::new(
        "A choice is what one does or says next, and it is read beside two or three others while the customer waits: at most 24 \
        characters in Chinese, or 60 letters in English, quotation marks and punctuation not counted in Chinese. What is \
        longer is skimmed, breaks over two lines on a small screen, and tends to be the right answer.\n\n\
        Keep the verb and what matters; the rest of what is said can stand in `reply`, said by \"you\".",
        "选项是接下来要说要做的一件事，客户等着的时候，和旁边两三个一起看：中文最多 24 个字，标点和引号不算；\
            英文最多 60 个字母。更长的只会被扫一眼，在小屏幕上折成两行，而且往往就是正确答案。\n\n\
            留下动作和要紧的；其余的话写进 `reply`，由 `you` 来说。",
    ),
    trips: Sample::Edits {
        edits: &[("往门把手上一挂，空着手进去", "往门把手上随手那么一挂，什么也不拿，两只手空空地就走进去了")],
        at: "往门把手上随手那么一挂",
    },
    passes: Sample::Edits {
        edits: &[("往门把手上一挂，空着手进去", "往门把手上那么随手一挂，两只手空空地走进去")],
        at: "",
    },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let scenario = inspection.scenario;
    let mut diagnostics = Vec::new();
    for (scene, own) in SceneId::enumerate(&scenario.scenes) {
        for (number, choice) in ChoiceId::enumerate(&own.choices) {
            for (lang, words) in choice.text.iter() {
                let Some((most, what)) = most(lang) else { continue };
                let length = length(lang, &words_of(inspection, words, lang));
                if length > most {
                    let place = scenario.place(SourceRef::Text(TextId::Choice(scene, number), Some(lang)));
                    let message = both!(
                        "\"{id}\" has {length} {what}; at most {most} are read at a glance",
                        "\"{id}\" 有 {length} {what}；一眼最多看 {most} {what}",
                        id = choice.id;
                        what = what
                    );
                    let help = Phrase::new(
                        "keep the verb and what matters; more can be said in `reply`",
                        "只留动作和要紧的；其余写进 `reply`",
                    );
                    diagnostics.push(RULE.diagnostic(place, message).help(help));
                }
            }
        }
    }
    diagnostics
}

fn most(lang: Lang) -> Option<(usize, Phrase)> {
    if is_chinese(lang) {
        Some((24, Phrase::new("characters", "个字")))
    } else {
        is_english(lang).then_some((60, Phrase::new("letters", "个字母")))
    }
}

fn length(lang: Lang, words: &str) -> usize {
    if is_chinese(lang) {
        return words.chars().filter(|c| c.is_alphanumeric()).count();
    }
    words.trim_matches(['“', '”', '"']).chars().count()
}
