//! Items for people, the worst first.

use super::document::ItemsDocument;
use super::figures::{correlation, correlation_bounds, percent, percent_bounds};
use super::option_words::{OptionWords, option_words};
use super::wording::{not_counted, suspicion};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::text::Lang;
use crate::both;
use crate::exam::items::{FoundItem, ItemTest, TestOf};
use crate::exam::statistics::{FEW, OptionStatistics, Suspicion, may_be_chance};

/// How many items of each exam or scenario are told where nobody asked for one of them.
const TOLD: usize = 12;

/// The whole page for a session in the language `told`, words of the content in the language `lang`.
pub fn render(document: &ItemsDocument, lang: Lang, told: Lang) -> String {
    let mut page = Vec::new();
    for own in &document.tests {
        page.extend(test(own, document, lang));
    }
    if document.tests.is_empty() {
        page.push(both!(
            "Nothing to tell: {learners} learners, and no answer or decision that counts.",
            "没有可说的：{learners} 位学员，没有一个算得上的回答或选择。",
            learners = document.learners
        ));
    } else {
        page.extend(legend());
    }
    page.iter().map(|line| line.in_lang(told).to_owned() + "\n").collect()
}

fn test(own: &ItemTest, document: &ItemsDocument, lang: Lang) -> Vec<Bilingual> {
    let mut page = head(own, document, lang);
    let most = if document.is_close { usize::MAX } else { TOLD };
    for item in own.items.iter().take(most) {
        page.extend(item_lines(item));
        if document.is_close {
            page.extend(more_lines(item));
            let options = item.statistics.options.iter();
            page.extend(
                options
                    .map(|option| option_line(option, option_words(&own.of, item, option.option, document.pack, lang))),
            );
        }
    }
    if own.items.len() > most {
        let (more, id) = (own.items.len() - most, own.of.id());
        page.push(match own.of {
            TestOf::Exam(_) => {
                both!("  … {more} more: --exam {id} tells all", "  ……还有 {more} 道：--exam {id} 全部列出")
            }
            TestOf::Scenario(_) => {
                both!("  … {more} more: --scenario {id} tells all", "  ……还有 {more} 处：--scenario {id} 全部列出")
            }
        });
    }
    page.push(Bilingual::default());
    page
}

fn head(own: &ItemTest, document: &ItemsDocument, lang: Lang) -> Vec<Bilingual> {
    let id = own.of.id();
    let title = match &own.of {
        TestOf::Exam(id) => document.pack.blueprints.find(id).map(|exam| exam.title.in_lang(lang)),
        TestOf::Scenario(id) => document.pack.scenario(id).map(|scenario| scenario.title.in_lang(lang)),
    };
    let title = title.map_or_else(String::new, |title| format!("  {title}"));
    let (persons, items, length) = (own.whole.persons, own.whole.items, own.whole.length);
    let counts = match own.of {
        TestOf::Exam(_) => both!(
            "  {persons} persons, {items} questions, {length:.1} each",
            "  {persons} 人，{items} 道题，每人 {length:.1} 道"
        ),
        TestOf::Scenario(_) => both!(
            "  {persons} persons, {items} scenes with a decision, {length:.1} each",
            "  {persons} 人，{items} 处要选择的场景，每人遇到 {length:.1} 处"
        ),
    };
    let mut page = vec![both!("{id}{title}", "{id}{title}"), counts];
    if persons > 1 {
        page.extend(whole(own));
    }
    if persons < FEW {
        page.push(both!(
            "  Fewer than {FEW} persons: take nothing here for settled.",
            "  不到 {FEW} 人：这里的数字都还作不得准。"
        ));
    }
    page.extend(not_counted(&own.not_counted).into_iter().map(|line| both!("  {line}", "  {line}"; line = line)));
    page
}

fn whole(own: &ItemTest) -> Vec<Bilingual> {
    let whole = &own.whole;
    let (mean, deviation) = (percent(whole.mean), percent(whole.deviation));
    let mut page =
        vec![both!("  won on average {mean}, deviation {deviation}", "  平均得到 {mean}，标准差 {deviation}")];
    if let (Some(alpha), Some(error)) = (whole.alpha_of_length, whole.error) {
        let name = if whole.is_all_or_nothing && whole.is_complete { "KR-20" } else { "α" };
        page.push(both!(
            "  reliability {name} {alpha}, standard error {error}",
            "  信度 {name} {alpha}，测量标准误 {error}",
            alpha = correlation(Some(alpha)),
            error = percent(Some(error))
        ));
    }
    page
}

fn item_lines(item: &FoundItem) -> Vec<Bilingual> {
    let own = &item.statistics;
    let id = &item.id;
    let mut page = vec![
        both!("  {id}", "  {id}"),
        both!(
            "    won {facility} ({bounds}), item–rest {discrimination} ({limits}), n {persons}",
            "    得分率 {facility}（{bounds}），区分度 {discrimination}（{limits}），n {persons}",
            facility = percent(own.facility),
            bounds = percent_bounds(own.facility_interval),
            discrimination = correlation(own.discrimination),
            limits = correlation_bounds(own.discrimination_interval),
            persons = own.persons
        ),
    ];
    // That there are few persons was said once for all of them.
    let grave = item.suspicions.iter().filter(|own| **own != Suspicion::Few);
    page.extend(grave.map(|one| {
        let chance = if may_be_chance(own, *one) {
            Phrase::new(" (may be chance)", "（也可能是碰巧）")
        } else {
            Phrase::default()
        };
        both!("    ! {words}{chance}", "    ! {words}{chance}"; words = suspicion(*one), chance = chance)
    }));
    page
}

/// What is told only of what was asked for.
fn more_lines(item: &FoundItem) -> Vec<Bilingual> {
    let own = &item.statistics;
    vec![
        both!(
            "    deviation {deviation}, efficiency {efficiency}, seen by {exposure}",
            "    标准差 {deviation}，区分效率 {efficiency}，{exposure} 的人见过",
            deviation = percent(own.deviation),
            efficiency = percent(own.efficiency),
            exposure = percent(Some(own.exposure))
        ),
        both!(
            "    weight {effective} (meant {intended}), α without it {alpha}",
            "    实际权重 {effective}（应为 {intended}），去掉它 α 为 {alpha}",
            effective = percent(own.effective_weight),
            intended = percent(own.intended_weight),
            alpha = correlation(own.alpha_without)
        ),
    ]
}

fn option_line(option: &OptionStatistics, words: OptionWords) -> Bilingual {
    let sign = if option.is_key { '*' } else { ' ' };
    let OptionWords { id, words } = words;
    let name = id.map_or_else(String::new, |id| format!("{id}: "));
    let (share, taken, seen) = (percent(Some(option.share())), option.taken, option.seen);
    let rest = percent(option.rest);
    both!(
        "    {sign} {share:>5} ({taken}/{seen}), rest {rest:>5}  {name}{words}",
        "    {sign} {share:>5}（{taken}/{seen}），其余 {rest:>5}  {name}{words}"
    )
}

fn legend() -> Vec<Bilingual> {
    [
        Phrase::new(
            "won: the mean share of what could be won, with its 95 % interval; item–rest: its",
            "得分率：能得的里面平均得到多少，括号里是 95 % 区间；区分度：和同一个人",
        ),
        Phrase::new(
            "correlation with what the same person won of the rest. * marks what is wanted.",
            "其余部分得分的相关。* 是该选的。",
        ),
    ]
    .into_iter()
    .map(Bilingual::from)
    .collect()
}
