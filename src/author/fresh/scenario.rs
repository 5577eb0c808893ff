//! A scenario against the standard of any pack: one moment for each requirement that it trains, with a way that the
//! standard asks for and three that it does not. What happens there is for its author to write.

use super::languages::TextLanguages;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::text::Lang;
use crate::both;
use crate::content::scenario::Pack;
use crate::content::standard::{Requirement, RequirementId, Standard};

/// The most requirements that it trains.
const MOST: usize = 5;

/// When it ends by itself.
const CLOSES: &str = "09:30";

/// The text of a scenario of this id that fits a pack, told to its author in this language; none where the standard has
/// nothing that a scenario can expect.
pub fn fresh_scenario(id: &str, pack: &Pack, author: Lang) -> Option<String> {
    let standard = &*pack.standard;
    let rows = trained(standard);
    let tier = standard.section_of(*rows.first()?).tier;
    let languages = TextLanguages(&pack.languages);
    let due: String = rows.iter().map(|row| format!("        \"{}\",\n", standard.requirement(*row).id)).collect();
    let moment = |(number, row): (usize, &RequirementId)| moment(number, *row, rows.len(), standard, languages);
    let scenes: String = (1..).zip(&rows).map(moment).collect();
    Some(format!(
        "{head}Scenario(
    format: 2,
    id: \"{id}\",
    languages: {tags},
    tier: {tier:?},
    minutes: 1,
    pass_mark: {mark},
{words}    clock: (start: \"09:00\", closes_at: \"{CLOSES}\", timeout: \"time_is_up\"),
    due: [
{due}    ],
    start: \"moment_1\",
    scenes: {{
{scenes}    }},
    endings: {{
{endings}    }},
)
",
        head = head(pack, author),
        tags = languages.tags(),
        mark = pass_mark(standard, &rows),
        words = words(languages),
        endings = endings(languages),
    ))
}

/// What is read before it begins.
fn words(languages: TextLanguages) -> String {
    let briefing = Phrase::new(
        "It is {time}. Here stands what is known before the clock starts.",
        "现在是{time}。这里写开始之前就知道的情况。",
    );
    format!(
        "    title: {},\n    summary: {},\n    briefing: {},\n",
        languages.text(&Phrase::new("A new scenario", "新的情景")),
        languages.text(&Phrase::new("Who meets whom, and what is difficult.", "谁遇到谁，难在哪里。")),
        languages.text(&briefing)
    )
}

fn endings(languages: TextLanguages) -> String {
    let ending = |id: &str, title: Phrase, told: Phrase| {
        format!(
            "        \"{id}\": Ending(\n            title: {},\n            lines: [(text: {})],\n        ),\n",
            languages.text(&title),
            languages.text(&told)
        )
    };
    let done = Phrase::new("A last image, and what came of it.", "最后一个画面，还有后来怎样了。");
    let late = Phrase::new("What it is like when the time is up.", "时间到了，是什么样子。");
    ending("done", Phrase::new("Done", "完成了"), done)
        + &ending("time_is_up", Phrase::new("Too late", "来不及了"), late)
}

/// What a scenario can expect and anybody can do without prescribed words, in the order of its procedure.
fn trained(standard: &Standard) -> Vec<RequirementId> {
    let fits = |id: &RequirementId| {
        let own = standard.requirement(*id);
        !own.never_due && own.elements.is_empty() && own.instance_of.is_none()
    };
    let mut rows: Vec<RequirementId> = standard.ids().filter(fits).collect();
    let tier = rows.iter().map(|id| standard.section_of(*id).tier).min();
    rows.retain(|id| Some(standard.section_of(*id).tier) == tier);
    rows.truncate(MOST);
    rows.sort_by_key(|id| (standard.requirement(*id).section, standard.requirement(*id).rank));
    rows
}

/// The mark that nobody reaches who leaves one of these rows out: there are so few that a guess would do otherwise.
fn pass_mark(standard: &Standard, rows: &[RequirementId]) -> i32 {
    let weights = rows.iter().map(|id| standard.requirement(*id).weight.points());
    let (all, least) = (weights.clone().sum::<i32>(), weights.min().unwrap_or(0));
    (all - least) * 100 / all.max(1) + 1
}

/// What its author should know first.
fn head(pack: &Pack, author: Lang) -> String {
    let slots: Vec<String> = pack.slots.iter().map(|name| format!("{{{name}}}")).collect();
    let slots = if slots.is_empty() { String::new() } else { format!("{}, ", slots.join(", ")) };
    let told = both!(
        "// It can be played as it is; now make it yours, word by word. `doorstep guide scenario` explains every part,\n\
        // `doorstep check` tells what is still wrong, `doorstep explain CODE` why.\n\
        // Every text may name {slots}{{time}} and {{player}}.\n",
        "// 现在就能演；接下来一句一句改成自己的。每一部分怎么写，见 `doorstep guide scenario`；\n\
        // 还有什么问题，`doorstep check` 会说；为什么，`doorstep explain 代码` 会说。\n\
        // 每段文字里都可以用 {slots}{{time}}、{{player}}。\n"
    );
    let open: Vec<String> = TextLanguages(&pack.languages).held_open().iter().map(|lang| format!("[{lang}]")).collect();
    let open = if open.is_empty() {
        Bilingual::default()
    } else {
        both!(
            "// Texts that begin with {open} hold a place: write them in that language.\n",
            "// 以 {open} 开头的文字只是占个位置：请用那种语言写。\n",
            open = open.join(" ")
        )
    };
    format!("{}{}", told.in_lang(author), open.in_lang(author))
}

/// The moment at which a requirement is at stake.
fn moment(number: usize, row: RequirementId, all: usize, standard: &Standard, languages: TextLanguages) -> String {
    let own = standard.requirement(row);
    let goto = if number == all { "done".to_owned() } else { format!("moment_{}", number + 1) };
    let line = languages.text(&both!(
        "Moment {number} of {all}: what is seen and heard here.",
        "第 {number} 处，共 {all} 处：这里看见什么，听见什么。"
    ));
    let ways: String = (0..WAYS.len()).map(|place| choice(number, place, own, &goto, languages)).collect();
    let waits = if number == 1 { waiting(&goto, languages) } else { String::new() };
    format!(
        "        // {id}: {text}\n        \"moment_{number}\": Scene(\n            lines: [(text: {line})],\n            \
        choices: [\n{ways}{waits}            ],\n        ),\n",
        id = own.id,
        text = own.text.in_lang(languages.0[0]).replace('\n', " ")
    )
}

/// What the ways are called, all alike: which of them is asked for is not to be told by its words, nor by its place.
const WAYS: [Phrase; 4] = [
    Phrase::new("Do it in way A", "用做法甲"),
    Phrase::new("Do it in way B", "用做法乙"),
    Phrase::new("Do it in way C", "用做法丙"),
    Phrase::new("Do it in way D", "用做法丁"),
];

/// The way at this place; one of them is what the standard asks for, and takes longest: what tempts is haste.
fn choice(number: usize, place: usize, own: &Requirement, goto: &str, languages: TextLanguages) -> String {
    let asked = place == number % WAYS.len();
    let failed = if own.nature.is_guard() { "breaks" } else { "spoils" };
    let id = if asked { "as_asked" } else { "otherwise" };
    let mark = if asked { "meets" } else { failed };
    let takes = if asked { "20s" } else { "5s" };
    let letter = char::from(b"abcd"[place % 4]);
    let feedback = languages.each(|lang| {
        let said = own.text.in_lang(lang);
        let said = said.strip_prefix(&format!("[{lang}] ")).unwrap_or(said);
        if asked {
            both!("This is what is asked: {said}", "要求的正是这个：{said}")
        } else {
            both!("Something else was asked: {said}", "要求的是另一样：{said}")
        }
    });
    format!(
        "                Choice(
                    id: \"{id}_{number}{letter}\",
                    text: {text},
                    takes: \"{takes}\",
                    {mark}: [\"{row}\"],
                    feedback: {feedback},
                    goto: \"{goto}\",
                ),
",
        text = languages.text(&WAYS[place]),
        row = own.id
    )
}

/// Somebody can always let the time go by.
fn waiting(goto: &str, languages: TextLanguages) -> String {
    format!(
        "                Choice(
                    id: \"wait\",
                    kind: Wait,
                    text: {text},
                    until: \"{CLOSES}\",
                    goto: \"{goto}\",
                ),
",
        text = languages.text(&Phrase::new("Let time go by", "一直等着"))
    )
}
