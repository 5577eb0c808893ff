//! Exams as JSON.

use super::document::{ExamCandidates, ExamForms, ExamList, ListedExam};
use super::text::hundredths;
use crate::base::text::Lang;
use crate::content::blueprint::Blueprint;
use crate::content::scenario::Pack;
use crate::content::standard::Tier;
use crate::exam::paper::shortage_words;
use crate::exam::simulated::{ABLE_CANDIDATES, ASSUMPTIONS, CandidateKind, ExpectedReliability, StudyGroup};
use crate::report::json::{DocumentKind, JsonDocument, document, percent};
use crate::report::localized::LocalizedText;
use serde_json::{Value, json};

/// The exams of a pack; what is told to people is in this language.
pub fn list(list: &ExamList, lang: Lang) -> JsonDocument {
    let exams: Vec<Value> = list.exams.iter().map(|own| exam(own, list.pack, lang)).collect();
    document(DocumentKind::Exams, json!({"counts": {"exams": exams.len()}, "exams": exams}))
}

fn exam(own: &ListedExam, pack: &Pack, lang: Lang) -> Value {
    let blueprint: &Blueprint = own.blueprint;
    let missing = own.missing.iter().map(|own| shortage_words(own, blueprint, &pack.standard).in_lang(lang).to_owned());
    let blocks = blueprint.blocks.iter().map(|block| {
        let sections = block.sections.iter().map(|id| &*pack.standard.sections[id.index()].id);
        json!({
            "title": LocalizedText::from(&block.title).json(),
            "sections": sections.collect::<Vec<_>>(),
            "items": block.items,
        })
    });
    let pool = blueprint.scenarios.as_ref();
    json!({
        "id": blueprint.id,
        "title": LocalizedText::from(&blueprint.title).json(),
        "tier": blueprint.tier.map(Tier::word),
        "after": blueprint.after,
        "time_seconds": u64::from(blueprint.minutes) * 60,
        "counts": {
            "items": blueprint.items(),
            "scenarios": pool.map_or(0, |pool| pool.count),
            "further_items": blueprint.further,
        },
        "blocks": blocks.collect::<Vec<_>>(),
        "scenarios": pool.map_or(&[][..], |pool| &pool.from),
        "cuts": {
            "quiz": blueprint.cuts.quiz,
            "scenarios": blueprint.cuts.scenarios,
            "each": blueprint.cuts.each,
        },
        "missing": missing.collect::<Vec<_>>(),
    })
}

/// How alike the papers of an exam are.
pub fn forms(forms: &ExamForms) -> JsonDocument {
    let spread = forms.spread;
    let (least, mean, most) = spread.expected;
    let seen = spread.most_seen.iter().map(|(id, times)| json!({"question": id, "papers": times}));
    let keys = json!({
        "exam": forms.blueprint.id,
        "counts": {"papers": spread.papers, "questions": spread.pool, "never": spread.never},
        "expected": {"least": percent(least), "mean": percent(mean), "most": percent(most)},
        "shared_items": {"mean": percent(spread.shared.0), "most": spread.shared.1},
        "most_seen": seen.collect::<Vec<_>>(),
    });
    document(DocumentKind::Forms, keys)
}

/// What simulated candidates come to; its sentences in this language.
pub fn candidates(candidates: &ExamCandidates, lang: Lang) -> JsonDocument {
    let study = candidates.study;
    let assumptions: Vec<&str> = ASSUMPTIONS.iter().map(|own| own.in_lang(lang)).collect();
    let keys = json!({
        "exam": candidates.blueprint.id,
        "seed": study.seed.number(),
        "groups": study.groups.iter().map(group).collect::<Vec<Value>>(),
        "alpha": hundredths(study.alpha),
        "error": percent(study.error.0),
        "expected": {
            "candidates": ABLE_CANDIDATES,
            "papers": study.expected.iter().map(expected).collect::<Vec<Value>>(),
        },
        "assumptions": assumptions,
    });
    document(DocumentKind::Candidates, keys)
}

fn expected(own: &ExpectedReliability) -> Value {
    let hundredths = |own: f64| (own * 100.0).round() / 100.0;
    json!({
        "items": own.items,
        "alpha": hundredths(own.alpha),
        "error": hundredths(own.error),
        "design_alpha": own.design_alpha,
        "design_error": own.design_error,
    })
}

fn group(own: &StudyGroup) -> Value {
    let slips = match own.kind {
        CandidateKind::Perfect => Some(0),
        CandidateKind::Slips(percent) => Some(percent),
        CandidateKind::Random => None,
    };
    json!({
        "slips": slips,
        "counts": {
            "candidates": own.candidates,
            "passed": own.passed,
            "further_form": own.borderline,
            "critical": own.critical,
            "agreed": own.agreed,
        },
        "quiz": percent(own.quiz.0),
    })
}
