//! A pack of another trade, in whatever languages: a small standard of manners that fit every trade, and a scenario
//! against it.

use super::languages::TextLanguages;
use super::scenario::fresh_scenario;
use crate::base::bilingual::Phrase;
use crate::base::text::Lang;
use crate::both;
use crate::content::notation::Source;
use crate::content::scenario::{PackSources, load};

/// A file of a new pack.
pub struct FreshFile {
    /// Its name in the folder of the pack.
    pub name: &'static str,
    /// What is written in it.
    pub text: String,
}

/// The id of its scenario.
const SCENARIO: &str = "first_day";

/// The files of a new pack in these languages, told to its author in this one. `folder` is how the author names it.
pub fn fresh_pack(languages: &[Lang], author: Lang, folder: &str) -> Vec<FreshFile> {
    let languages = TextLanguages(languages);
    let file = |name, text| FreshFile { name, text };
    let mut files = vec![
        file("pack.ron", pack(languages, author)),
        file("standard/standard.ron", standard(languages, author)),
        file("standard/01_meeting.ron", meeting(languages)),
        file("standard/02_promise.ron", promise(languages)),
        file("standard/90_house.ron", house(languages)),
    ];
    files.extend(scenario(&files, author).map(|text| file("first_day.ron", text)));
    files.push(file("words.md", words(author)));
    files.push(file("README.md", readme(author, folder)));
    files
}

/// The scenario against the standard that these files make.
fn scenario(files: &[FreshFile], author: Lang) -> Option<String> {
    let [pack, standard, sections @ ..] = files else { return None };
    let source = |own: &FreshFile| Source::new(own.name, &own.text);
    let sources = PackSources {
        pack: source(pack),
        words: None,
        standard: source(standard),
        sections: sections.iter().map(source).collect(),
        questions: Vec::new(),
        phrases: Vec::new(),
        courses: Vec::new(),
        exams: Vec::new(),
        fragments: Vec::new(),
        scenarios: Vec::new(),
    };
    fresh_scenario(SCENARIO, &load(&sources).ok()?.pack, author)
}

fn pack(languages: TextLanguages, author: Lang) -> String {
    let comment = both!(
        "// Who you are. `doorstep guide pack` explains every part.",
        "// 你们是谁。每一部分怎么写，见 `doorstep guide pack`。"
    );
    let called = both!(
        "// What the program calls things here; take a line out and it says something that fits every trade.",
        "// 程序在这里怎么称呼各样东西；删掉一行，就用各行各业都说得通的叫法。"
    );
    let used = both!("// Every text may name this as {{place}}.", "// 每段文字里都可以用 {{place}} 写它。");
    format!(
        "{comment}
Pack(
    format: 2,
    languages: {tags},
    title: {title},
    {used}
    slots: {{ \"place\": {place} }},
    {called}
    words: (
        tagline: {tagline},
        role: {role},
        person: {person},
        play: {play},
    ),
)
",
        comment = comment.in_lang(author),
        used = used.in_lang(author),
        called = called.in_lang(author),
        tags = languages.tags(),
        title = languages.text(&Phrase::new("Our standard", "我们的标准")),
        place = languages.text(&Phrase::new("our place", "我们这里")),
        tagline = languages.text(&Phrase::new("Once here, then for good.", "先在这里练，再到外面做。")),
        role = languages.text(&Phrase::new("member of staff", "工作人员")),
        person = languages.text(&Phrase::new("other person", "对方")),
        play = languages.text(&Phrase::new("meeting", "接待")),
    )
}

fn standard(languages: TextLanguages, author: Lang) -> String {
    let comment = both!(
        "// The standard as a whole: what is scored by itself, and what nobody breaks and passes. `doorstep guide standard` explains it.",
        "// 整个标准：哪些方面单独算分，违反了哪几条就不及格。怎么写，见 `doorstep guide standard`。"
    );
    format!(
        "{comment}
Standard(
    format: 2,
    languages: {tags},
    title: {title},
    dimensions: [
        (id: \"manners\", title: {manners}),
        (id: \"work\", title: {work}),
    ],
    assign: [
        (dimension: \"manners\", kinds: [Etiquette, Attitude]),
        (dimension: \"work\"),
    ],
    critical: [
        (requirement: \"house.01.r1\", reason: {reason}),
    ],
)
",
        comment = comment.in_lang(author),
        tags = languages.tags(),
        title = languages.text(&Phrase::new("Our standard", "我们的标准")),
        manners = languages.text(&Phrase::new("Manners", "礼仪")),
        work = languages.text(&Phrase::new("Work", "业务")),
        reason = languages.text(&Phrase::new(
            "Nobody sees at once that a record is false, and it cannot be taken back.",
            "假记录没人当场看得出来，改不回来。"
        )),
    )
}

/// A requirement as it is typed: its kind with whatever follows it, and its text.
struct FreshRow(&'static str, Phrase);

fn section(languages: TextLanguages, id: &str, printed: Phrase, title: Phrase, rows: &[FreshRow]) -> String {
    let clause = |(number, FreshRow(parts, words)): (usize, &FreshRow)| {
        let printed = languages.text(&both!("item {number}", "第 {number} 条"));
        let text = languages.text(words);
        format!(
            "        (
            number: \"{number:02}\", printed: {printed},
            requirements: [
                (
                    id: \"r1\", {parts},
                    text: {text},
                ),
            ],
        ),
"
        )
    };
    let clauses: String = (1..).zip(rows).map(clause).collect();
    let (printed, title) = (languages.text(&printed), languages.text(&title));
    format!(
        "Section(
    format: 2,
    id: \"{id}\",
    printed: {printed},
    title: {title},
    clauses: [
{clauses}    ],
)
"
    )
}

fn meeting(languages: TextLanguages) -> String {
    let rows = [
        FreshRow(
            "kind: Etiquette, rank: 100, weight: Normal",
            Phrase::new("Greet people before they have to speak.", "不等对方开口，先打招呼。"),
        ),
        FreshRow(
            "kind: Attitude, rank: 200, weight: Normal",
            Phrase::new("Hear them out before you answer.", "听对方把话说完，再回答。"),
        ),
        FreshRow(
            "kind: Step, rank: 300, weight: Normal",
            Phrase::new("Say back what you understood, and ask whether it is right.", "把听到的复述一遍，问对不对。"),
        ),
    ];
    section(
        languages,
        "basic.meeting",
        Phrase::new("chapter 1", "第一章"),
        Phrase::new("Meeting people", "接待"),
        &rows,
    )
}

fn promise(languages: TextLanguages) -> String {
    let rows = [
        FreshRow(
            "kind: Step, rank: 100, weight: Normal",
            Phrase::new("Say what happens next, and by when.", "说清楚接下来做什么、什么时候做好。"),
        ),
        FreshRow(
            "kind: Step, rank: 200, weight: Normal, nature: Guard(Honesty)",
            Phrase::new("Promise only what you can keep.", "做不到的事不许诺。"),
        ),
    ];
    section(languages, "basic.promise", Phrase::new("chapter 2", "第二章"), Phrase::new("A promise", "承诺"), &rows)
}

fn house(languages: TextLanguages) -> String {
    let rows = [FreshRow(
        "kind: Taboo, weight: Major, nature: Guard(Honesty), never_due: true",
        Phrase::new("What is entered is what happened.", "登记的都必须是实际发生的。"),
    )];
    section(languages, "house", Phrase::new("added by us", "自己定的"), Phrase::new("House rules", "本单位守则"), &rows)
}

fn words(author: Lang) -> String {
    let page = both!(
        "# Words

`doorstep check` holds every text against the table below: a word in a text of that language is told, with what is said instead.
`doorstep guide words` shows a page that is full of them.

| lang | not | instead | where | except in |
|---|---|---|---|---|
",
        "# 用词

`doorstep check` 拿下面这张表对照每段文字：那种语言的文字里出现了不用的词，就会提出来，并说该用什么。
写满了是什么样子，见 `doorstep guide words`。

| lang | not | instead | where | except in |
|---|---|---|---|---|
"
    );
    page.in_lang(author).to_owned()
}

fn readme(author: Lang, folder: &str) -> String {
    let page = both!(
        "# What to do next

1. Play what is here, as a learner does: `doorstep play --scenarios {folder}`.
2. Say who you are in `pack.ron` (`doorstep guide pack`).
3. Write the standard: a file a section in `standard/` (`doorstep guide standard`).
4. Make `{SCENARIO}.ron` yours while you see it played: `doorstep preview {folder}/{SCENARIO}.ron` (`doorstep guide scenario`).
5. Begin another: `doorstep new scenario ID --scenarios {folder}`. It fits the standard as it is then.
6. After every change: `doorstep check {folder} --strict`.
7. List the words that you do not use in `words.md` (`doorstep guide words`).
8. See what nobody trains yet: `doorstep coverage --scenarios {folder}`.

A folder that is called `scenarios` is found by itself by whoever stands beside it; then `--scenarios` can be left out.
",
        "# 接下来做什么

1. 先像学员一样演一遍：`doorstep play --scenarios {folder}`。
2. 在 `pack.ron` 里写明你们是谁（`doorstep guide pack`）。
3. 写标准：`standard/` 里一章一个文件（`doorstep guide standard`）。
4. 把 `{SCENARIO}.ron` 改成自己的，边改边看：`doorstep preview {folder}/{SCENARIO}.ron`（`doorstep guide scenario`）。
5. 再写一个：`doorstep new scenario 编号 --scenarios {folder}`。写出来的照着那时的标准。
6. 每改一次都检查：`doorstep check {folder} --strict`。
7. 把不用的词写进 `words.md`（`doorstep guide words`）。
8. 看看还有哪些要求没人练：`doorstep coverage --scenarios {folder}`。

文件夹要是就叫 `scenarios`，在它旁边运行时会自己找到，`--scenarios` 可以不写。
"
    );
    page.in_lang(author).to_owned()
}
