//! Exams for people.

use super::document::{ExamCandidates, ExamForms, ExamList, ListedExam};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::text::Lang;
use crate::both;
use crate::exam::paper::shortage_words;
use crate::exam::simulated::{ABLE_CANDIDATES, ASSUMPTIONS, CandidateKind, ExpectedReliability, StudyGroup};

/// The exams of a pack.
pub fn list(list: &ExamList, lang: Lang) -> String {
    let mut told = Vec::new();
    for own in &list.exams {
        told.extend(exam(own, list, lang));
    }
    if told.is_empty() {
        told.push(Phrase::new("This pack has no exams.", "这个资源包没有考试。").into());
    }
    page(&told, lang)
}

fn exam(own: &ListedExam, list: &ExamList, lang: Lang) -> Vec<Bilingual> {
    let blueprint = own.blueprint;
    let (id, title, about) = (&blueprint.id, blueprint.title.in_lang(lang), blueprint.about.in_lang(lang));
    let (items, minutes) = (blueprint.items(), blueprint.minutes);
    let visits = blueprint.scenarios.as_ref().map_or(0, |pool| pool.count);
    let mut told = vec![
        both!("{id}  {title}", "{id}  {title}"),
        both!("  {about}", "  {about}"),
        both!(
            "  {items} questions, {visits} scenarios, {minutes} minutes",
            "  {items} 道题，{visits} 个情景，{minutes} 分钟"
        ),
    ];
    if own.missing.is_empty() {
        told.push(Phrase::new("  Papers can be drawn.", "  可以出卷。").into());
    } else {
        told.push(Phrase::new("  No paper can be drawn yet:", "  还出不了卷：").into());
        let missing = own.missing.iter().map(|own| shortage_words(own, blueprint, &list.pack.standard));
        told.extend(missing.map(|words| both!("  - {words}", "  - {words}"; words = words)));
    }
    told.push(Bilingual::default());
    told
}

/// How alike the papers of an exam are.
pub fn forms(forms: &ExamForms, lang: Lang) -> String {
    let spread = forms.spread;
    let points = |hundredths: u32| format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let (least, mean, most) = spread.expected;
    let mut told = vec![
        both!(
            "{papers} papers of {id}, drawn from {pool} questions",
            "{id} 的 {papers} 份卷，从 {pool} 道题里抽",
            papers = spread.papers,
            id = &forms.blueprint.id,
            pool = spread.pool
        ),
        both!(
            "  Expected of a candidate at the cut: {least} to {most} of 100, {mean} on average",
            "  刚够线的考生预计得分：{least} 到 {most}（满分 100），平均 {mean}",
            least = points(least),
            most = points(most),
            mean = points(mean)
        ),
        both!(
            "  Shared by two papers: {shared} questions on average, {most} at most",
            "  两份卷相同的题：平均 {shared} 道，最多 {most} 道",
            shared = points(spread.shared.0),
            most = spread.shared.1
        ),
        both!("  On no paper: {never} questions", "  没进过任何卷：{never} 道", never = spread.never),
        Phrase::new("  On most papers:", "  出现最多的：").into(),
    ];
    let seen = |(id, times): &(Box<str>, u32)| {
        let share = 100.0 * f64::from(*times) / f64::from(spread.papers.max(1));
        both!("    {share:>5.1} %  {id}", "    {share:>5.1} %  {id}", share = share, id = id)
    };
    told.extend(spread.most_seen.iter().map(seen));
    page(&told, lang)
}

/// What simulated candidates come to.
pub fn candidates(candidates: &ExamCandidates, lang: Lang) -> String {
    let study = candidates.study;
    let mut told = vec![
        both!(
            "Simulated candidates of {id}, seed {seed}; each sat two papers",
            "{id} 的模拟考生，种子 {seed}；每人考了两份卷",
            id = &candidates.blueprint.id,
            seed = study.seed.number()
        ),
        Phrase::new(
            "                    candidates  questions   passed   further form  critical  two papers agree",
            "                    人数        题目得分    通过     进加试        红线      两份卷一致",
        )
        .into(),
    ];
    told.extend(study.groups.iter().map(group));
    told.push(both!(
        "  Reliability (alpha) of one form: {alpha:.2}; standard error at the cut: {error} points",
        "  一份卷的信度（alpha）：{alpha:.2}；及格线上的标准误：{error} 分",
        alpha = hundredths(study.alpha),
        error = study.error
    ));
    told.push(both!(
        "  {ABLE_CANDIDATES} candidates of spread ability, on questions as the design assumed them (its figures in brackets):",
        "  {ABLE_CANDIDATES} 名能力高低不一的考生，题目照设计时的假定（括号里是设计的数字）："
    ));
    told.extend(study.expected.iter().map(expected));
    told.push(Bilingual::default());
    told.push(Phrase::new("Assumed:", "假定：").into());
    told.extend(ASSUMPTIONS.iter().map(|own| both!("  - {own}", "  - {own}"; own = *own)));
    page(&told, lang)
}

fn group(own: &StudyGroup) -> Bilingual {
    let name = match own.kind {
        CandidateKind::Perfect => both!("perfect          ", "全对             "),
        CandidateKind::Random => both!("at random        ", "瞎猜             "),
        CandidateKind::Slips(percent) => {
            both!("{percent:>2} % slips       ", "失手 {percent:>2} %        ", percent = percent)
        }
    };
    let percent = |count: u32| format!("{:>5.1} %", 100.0 * f64::from(count) / f64::from(own.candidates.max(1)));
    both!(
        "  {name} {all:>9}  {quiz:>9}  {passed}       {borderline}   {critical}           {agreed}",
        "  {name} {all:>6}  {quiz:>9}  {passed}       {borderline}   {critical}           {agreed}",
        all = own.candidates,
        quiz = own.quiz.to_string(),
        passed = percent(own.passed),
        borderline = percent(own.borderline),
        critical = percent(own.critical),
        agreed = percent(own.agreed);
        name = name
    )
}

fn page(told: &[Bilingual], lang: Lang) -> String {
    told.iter().map(|line| line.in_lang(lang).to_owned() + "\n").collect()
}

/// A number of hundredths.
pub(super) fn hundredths(number: i64) -> f64 {
    f64::from(i32::try_from(number).unwrap_or(0)) / 100.0
}

fn expected(own: &ExpectedReliability) -> Bilingual {
    let ExpectedReliability { items, alpha, error, design_alpha, design_error } = own;
    both!(
        "    {items} questions: KR-20 {alpha:.2} ({design_alpha:.2}), standard error {error:.1} ({design_error:.1})",
        "    {items} 道题：KR-20 {alpha:.2}（{design_alpha:.2}），测量标准误 {error:.1}（{design_error:.1}）"
    )
}
