//! What stands between the braces of a question in GIFT.

use super::draft_kind::{DraftAnswer, DraftKind};
use super::draft_text::DraftText;
use super::marked::Marked;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::text::Lang;
use crate::both;

/// The kind of a question, and what is told of all of it.
pub(super) struct GiftBody {
    pub kind: DraftKind,
    pub claim: String,
}

/// One answer as it stands.
struct GiftAnswer<'m> {
    is_equal: bool,
    /// In percent, where it says so.
    weight: Option<f64>,
    says: Marked<'m>,
    why: String,
}

/// Reads what stands between the braces.
///
/// # Errors
/// Why it cannot be a question of ours.
pub(super) fn gift_body(body: Marked, lang: Lang) -> Result<GiftBody, Bilingual> {
    let (body, claim) = match body.split("####") {
        Some((body, claim)) => (body, claim.words()),
        None => (body, String::new()),
    };
    let body = body.trimmed();
    if body.signs.is_empty() {
        return Err(Phrase::new("it wants words to be typed", "要自己写答案").into());
    }
    if body.strip("#").is_some() {
        return Err(Phrase::new("it wants a number to be typed", "要自己填数字").into());
    }
    let kind = match truth(body) {
        Some(holds) => statement(body, holds, lang),
        None => of_answers(&answers(body)?, lang)?,
    };
    Ok(GiftBody { kind, claim })
}

/// Whether it says true or false.
fn truth(body: Marked) -> Option<bool> {
    let word = body.split("#").map_or(body, |(word, _)| word).words().to_ascii_uppercase();
    match &*word {
        "T" | "TRUE" => Some(true),
        "F" | "FALSE" => Some(false),
        _ => None,
    }
}

/// What is told of the wrong answer stands first, then what is told of the right one: the reason.
fn statement(body: Marked, holds: bool, lang: Lang) -> DraftKind {
    let told = body.split("#").map(|(_, told)| told);
    let (wrong, right) = match told {
        Some(told) => told.split("#").map_or((told.words(), String::new()), |(one, two)| (one.words(), two.words())),
        None => (String::new(), String::new()),
    };
    let text = |words: &str| DraftText::new(lang, words);
    let reasons = vec![
        DraftAnswer { says: text(&right), is_right: true, why: DraftText::default() },
        DraftAnswer { says: DraftText::default(), is_right: false, why: text(&wrong) },
    ];
    DraftKind::TrueFalse { holds, reasons }
}

fn answers(body: Marked<'_>) -> Result<Vec<GiftAnswer<'_>>, Bilingual> {
    let is_start = |sign: &(char, bool)| matches!(sign, ('=' | '~', false));
    let starts: Vec<usize> =
        body.signs.iter().enumerate().filter(|(_, sign)| is_start(sign)).map(|(at, _)| at).collect();
    if starts.first() != Some(&0) {
        return Err(Phrase::new("its answers do not begin with = or ~", "答案不是用 = 或 ~ 开头的").into());
    }
    let ends = starts.iter().copied().skip(1).chain([body.signs.len()]);
    let pieces = starts.iter().zip(ends).map(|(start, end)| (*start, &body.signs[*start + 1..end]));
    Ok(pieces.map(|(start, signs)| answer(body.signs[start].0 == '=', Marked { signs })).collect())
}

fn answer(is_equal: bool, piece: Marked) -> GiftAnswer {
    let piece = piece.trimmed();
    let weighed = piece.strip("%").and_then(|rest| {
        let (number, rest) = rest.split("%")?;
        Some((number.words().parse::<f64>().ok().filter(|own| own.is_finite())?, rest))
    });
    let (weight, piece) = weighed.map_or((None, piece), |(weight, rest)| (Some(weight), rest));
    let (says, why) = piece.split("#").map_or((piece, String::new()), |(says, why)| (says, why.words()));
    GiftAnswer { is_equal, weight, says: says.trimmed(), why }
}

fn of_answers(answers: &[GiftAnswer], lang: Lang) -> Result<DraftKind, Bilingual> {
    if answers.iter().all(|own| own.is_equal) {
        return match pairs(answers, lang) {
            Some(kind) => Ok(kind),
            None => Err(Phrase::new("it wants words to be typed", "要自己写答案").into()),
        };
    }
    let full = |own: &GiftAnswer| own.is_equal || own.weight.is_some_and(|weight| weight >= 100.0);
    let part = |own: &GiftAnswer| !full(own) && own.weight.is_some_and(|weight| weight > 0.0);
    let fulls = answers.iter().filter(|own| full(own)).count();
    let parts = answers.iter().filter(|own| part(own)).count();
    let draft = |is_right: &dyn Fn(&GiftAnswer) -> bool| {
        let answer = |own: &GiftAnswer| {
            let is_right = is_right(own);
            let why = if is_right { "" } else { &own.why };
            DraftAnswer { says: DraftText::new(lang, &own.says.words()), is_right, why: DraftText::new(lang, why) }
        };
        answers.iter().map(answer).collect::<Vec<_>>()
    };
    match (fulls, parts) {
        // What gives a part beside one that is right is not right: it is told with the reason.
        (1, _) => Ok(DraftKind::Single(draft(&full))),
        (0, 2..) => Ok(DraftKind::Several(draft(&part))),
        (2.., _) => Ok(DraftKind::Several(draft(&full))),
        (0, _) => Err(both!("none of its {all} answers is right", "{all} 个答案里没有对的", all = answers.len())),
    }
}

/// What belongs together; none where something is no pair.
fn pairs(answers: &[GiftAnswer], lang: Lang) -> Option<DraftKind> {
    let (mut pairs, mut extra) = (Vec::new(), Vec::new());
    for own in answers {
        let (left, right) = own.says.split("->")?;
        let (left, right) = (DraftText::new(lang, &left.words()), DraftText::new(lang, &right.words()));
        if left.is_empty() { extra.push(right) } else { pairs.push((left, right)) }
    }
    Some(DraftKind::Match { pairs, extra, why: DraftText::default() })
}
