//! A comparison as a page of text.

use super::document::StudyDocument;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::text::Lang;
use crate::both;
use crate::learn::simulated::{ASSUMPTIONS, StudyPolicy, StudyResult};

/// The whole page, in this language.
pub fn render(compared: &StudyDocument, lang: Lang) -> String {
    let (study, asked) = (compared.study, compared.study.asked);
    let mut told = vec![
        both!(
            "{learners} simulated learners, {days} days of {minutes} minutes, seed {seed}",
            "{learners} 位模拟学员，练 {days} 天，每天 {minutes} 分钟，种子 {seed}",
            learners = asked.learners,
            days = asked.days,
            minutes = asked.minutes,
            seed = asked.seed.number()
        ),
        both!(
            "{requirements} requirements, {scenarios} scenarios; by weight, on the morning after the last day:",
            "{requirements} 条要求，{scenarios} 个情景；按分量算，最后一天的第二天早上：",
            requirements = compared.requirements,
            scenarios = compared.scenarios
        ),
        Bilingual::default(),
        Phrase::new(
            "                      minutes      met   held of it  (least)   held of all  (least)",
            "                      分钟        见过   其中记住（最少）   全部里记住（最少）",
        )
        .into(),
    ];
    told.extend(study.results.iter().map(line));
    told.push(Bilingual::default());
    told.push(both!(
        "The plan holds most with {best} of {learners} learners.",
        "{learners} 位里有 {best} 位照计划练记住得最多。",
        best = study.plan_is_best,
        learners = asked.learners
    ));
    told.push(Bilingual::default());
    told.push(Phrase::new("Assumed:", "假定：").into());
    told.extend(ASSUMPTIONS.iter().map(|own| both!("  - {own}", "  - {own}"; own = *own)));
    told.iter().map(|line| line.in_lang(lang).to_owned() + "\n").collect()
}

fn line(own: &StudyResult) -> Bilingual {
    let name = match own.policy {
        StudyPolicy::Plan => Phrase::new("the plan of the day ", "照每天的计划      "),
        StudyPolicy::RandomScenario => Phrase::new("a random scenario   ", "每天随便演一个    "),
        StudyPolicy::FixedOrder => Phrase::new("questions in order  ", "题目按顺序做      "),
    };
    let percent = |share: f64| format!("{:>5.1} %", share * 100.0);
    both!(
        "  {name} {minutes:>5.1}   {met}    {held}  ({held_least})     {whole}  ({whole_least})",
        "  {name} {minutes:>5.1}   {met}    {held}（{held_least}）     {whole}（{whole_least}）",
        minutes = own.minutes,
        met = percent(own.introduced),
        held = percent(own.held),
        held_least = percent(own.held_least),
        whole = percent(own.whole),
        whole_least = percent(own.whole_least);
        name = name
    )
}
