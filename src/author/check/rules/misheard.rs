//! A reply of `phrases/` that the program hears otherwise than its author.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::parallel;
use crate::base::text::Lang;
use crate::both;
use crate::content::phrases::{PhraseTests, TestReply};
use crate::content::scenario::Pack;
use crate::content::standard::Standard;
use crate::play::hearing::{ElementHeard, PhraseHearing, SlotValue, Unheard, hear_phrase};

pub(in crate::author::check) const RULE: Rule = Rule {
    code: Code::MISHEARD,
    severity: Severity::Warning,
    title: Phrase::new("a reply of a phrase is heard otherwise than its author says", "程序听出来的和写的人说的不一样"),
    prose: Phrase::new(
        "The replies in `good` and `bad` test how fairly typed replies are judged. A good one is refused here, so a learner \
        who says it well is told that a part is missing; or a bad one is accepted, so she learns it wrong.\n\n\
        Mend the elements of the requirement in the standard: words that people say belong into `says`, what takes them back \
        into `spoiled_by`, what must hold beside them into `needs`. Other ways to say the value of a slot stand in the \
        phrase's own `forms`. Mend generally, not for the one sentence; and if two careful trainers would judge the reply \
        differently, take it out.",
        "`good` 和 `bad` 里的话是用来考判得公不公道的。这里有一句好的没被认出来：学员说得好好的，却会听到少了一样；\
            或者一句不好的被放过了：学员就学错了。\n\n\
            去改标准里这条要求的要素：大家会说的写进 `says`，把话收回去的写进 `spoiled_by`，旁边必须成立的写进 `needs`。\
            填空的内容换个说法，写在这句话自己的 `forms` 里。要改得管用，不要只为这一句；两个认真的师傅会判得不一样的，\
            就把这一句拿掉。",
    ),
    trips: Sample::Told(Phrase::new(
        "a good reply without the customer's name, where the requirement prescribes it",
        "要求说到客户的称呼，`good` 里有一句却没有",
    )),
    passes: Sample::Told(Phrase::new("the same reply among the bad ones", "同一句话写在 `bad` 里")),
    check: None,
};

/// Every reply that is heard otherwise than its author says.
pub(in crate::author::check) fn find(pack: &Pack) -> Vec<Diagnostic> {
    let standard = &pack.standard;
    let replies = |tests: &PhraseTests| -> Vec<Diagnostic> {
        tests.replies.iter().filter_map(|reply| judged(standard, tests, reply)).collect()
    };
    parallel::map(&pack.phrases.tests, 2, replies).concat()
}

fn judged(standard: &Standard, tests: &PhraseTests, reply: &TestReply) -> Option<Diagnostic> {
    let heard = hear_phrase(&tests.phrase, standard, reply.lang, SlotValue::Open, &reply.words);
    let is_whole = heard.as_ref().is_ok_and(PhraseHearing::is_whole);
    if is_whole == reply.is_good {
        return None;
    }
    let place = tests.place(reply);
    let (message, help) = match heard {
        Err(why) => (unheard(why), Phrase::new("write a reply that can be heard", "换一句听得了的")),
        Ok(_) if !reply.is_good => (
            both!("this bad reply is accepted: every part is heard", "这句不好的被放过了：样样都听到了"),
            Phrase::new(
                "say in the standard what spoils it, with `spoiled_by` or `needs`",
                "在标准里用 `spoiled_by` 或 `needs` 写明什么算没做好",
            ),
        ),
        Ok(heard) => (
            refused(standard, &heard, reply.lang),
            Phrase::new(
                "add what people say to the element's `says`, or to the phrase's `forms`",
                "把大家会说的加进要素的 `says`，或者加进这句话的 `forms`",
            ),
        ),
    };
    Some(RULE.diagnostic(place, message).help(help))
}

/// Why a good reply was refused: its first part that is not heard.
fn refused(standard: &Standard, heard: &PhraseHearing, lang: Lang) -> Bilingual {
    let Some(fault) = heard.faults().next() else { return both!("nothing is missing", "什么都不缺") };
    let (id, part) = (&standard.requirement(fault.requirement).id, fault.name.in_lang(lang));
    match &fault.heard {
        ElementHeard::Spoiled(words) => both!(
            "this good reply is refused: \"{part}\" of {id} is spoiled by \"{words}\"",
            "这句好的没被认出来：{id} 的“{part}”被“{words}”抵消了"
        ),
        ElementHeard::Said | ElementHeard::Missing => both!(
            "this good reply is refused: \"{part}\" of {id} is not heard",
            "这句好的没被认出来：没听到 {id} 的“{part}”"
        ),
    }
}

fn unheard(why: Unheard) -> Bilingual {
    match why {
        Unheard::Nothing => both!("this reply says nothing", "这一句什么也没说"),
        Unheard::TooLong => both!("this reply is too long to be heard", "这一句太长了，听不完"),
        Unheard::OtherLanguage => both!("this reply is in another language", "这一句用的是别的语言"),
    }
}
