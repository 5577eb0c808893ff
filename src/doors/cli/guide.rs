//! `doorstep guide`: the author's guide, from the program itself; alone, what it has pages on.

use super::context::Context;
use super::ended::Ended;
use super::failure::{Failure, did_you_mean, there_are};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::suggest;
use crate::base::text::Lang;
use crate::both;
use crate::store::built_in_page;
use clap::Args;
use unicode_width::UnicodeWidthStr;

#[derive(Debug, Args)]
pub(super) struct GuideArgs {
    /// pack, scenario, standard or words; what there is if left out
    pub topic: Option<String>,
}

/// Something that the guide has a page on, or a part of one.
struct Topic {
    name: &'static str,
    about: Phrase,
    /// The names of its page in English and in Chinese.
    page: [&'static str; 2],
    /// The heading that it stands under; the whole page where there is none.
    heading: Option<Phrase>,
}

const TOPICS: [Topic; 4] = [
    Topic {
        name: "pack",
        about: Phrase::new(
            "pack.ron: languages, words that texts share, what the program calls things",
            "pack.ron：用哪些语言，各处共用的词，程序怎么称呼各样东西",
        ),
        page: ["README.md", "README.zh.md"],
        heading: Some(Phrase::new("## The pack", "## 资源包")),
    },
    Topic {
        name: "scenario",
        about: Phrase::new(
            "a scenario: scenes, choices, conditions, chance, what counts; preview, check, walks",
            "情景：场景、选项、条件、随机、怎么算分；预览、检查、走查",
        ),
        page: ["README.md", "README.zh.md"],
        heading: None,
    },
    Topic {
        name: "standard",
        about: Phrase::new(
            "a standard: sections, clauses, requirements, every part with its values",
            "标准：章节、条款、要求，每一部分可以写什么",
        ),
        page: ["standard/README.md", "standard/README.zh.md"],
        heading: None,
    },
    Topic {
        name: "words",
        about: Phrase::new(
            "words.md: one term for each thing, and words that are not used (the page of the built-in pack)",
            "words.md：一样东西一个叫法，还有不用的词（自带资源包的那一页）",
        ),
        page: ["words.md", "words.md"],
        heading: None,
    },
];

/// What there are pages on, each with what it is about.
pub(super) fn topics(lang: Lang) -> Vec<(String, String)> {
    TOPICS.iter().map(|topic| (topic.name.to_owned(), topic.about.in_lang(lang).to_owned())).collect()
}

pub(super) fn run(args: &GuideArgs, context: &mut Context) -> Result<Ended, Failure> {
    let told = match &args.topic {
        None => list(),
        Some(typed) => {
            let topic = TOPICS.iter().find(|topic| topic.name == *typed).ok_or_else(|| no_topic(typed))?;
            topic.text()
        }
    };
    context.print_told(&told)?;
    Ok(Ended::Fine)
}

/// What there is, a line each.
fn list() -> Bilingual {
    let width = TOPICS.iter().map(|topic| topic.name.width()).max().unwrap_or(0);
    let line = |topic: &Topic| both!("{name:width$}  {about}\n", "{name:width$}  {about}\n", name = topic.name; about = topic.about);
    let lines = Bilingual::join(&TOPICS.iter().map(line).collect::<Vec<_>>(), Phrase::default());
    both!(
        "The author's guide. `doorstep guide TOPIC` prints a page:\n\n{lines}",
        "写作指南。`doorstep guide 主题` 打出一页：\n\n{lines}";
        lines = lines
    )
}

fn no_topic(typed: &str) -> Failure {
    let names = || TOPICS.iter().map(|topic| topic.name);
    let list = || there_are(&names().collect::<Vec<_>>().join(", "));
    let message = both!("the guide has no page \"{typed}\"", "指南里没有 \"{typed}\" 这一页");
    Failure::wrong(message, suggest(typed, names()).map_or_else(list, did_you_mean))
}

impl Topic {
    fn text(&self) -> Bilingual {
        let part = |page: &str, heading: Option<&str>| {
            let text = built_in_page(page).unwrap_or_default();
            heading.map_or_else(|| text.clone(), |heading| under(&text, heading))
        };
        Bilingual {
            en: part(self.page[0], self.heading.map(|heading| heading.en)),
            zh: part(self.page[1], self.heading.map(|heading| heading.zh)),
        }
    }
}

/// A part of a page: from its heading to the next of the same level.
fn under(page: &str, heading: &str) -> String {
    let after = page.lines().skip_while(|line| *line != heading);
    let body = after.skip(1).take_while(|line| !line.starts_with("## "));
    let lines: Vec<&str> = std::iter::once(heading).chain(body).collect();
    lines.join("\n").trim_end().to_owned() + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_is_there_in_both_languages_and_is_listed() {
        for topic in &TOPICS {
            let text = topic.text();
            for (own, page) in [&text.en, &text.zh].into_iter().zip(topic.page) {
                assert!(own.lines().count() > 10 && own.starts_with('#'), "{} {page}", topic.name);
            }
            assert!(list().en.contains(topic.name) && list().zh.contains(topic.about.zh), "{}", topic.name);
        }
        assert!(TOPICS[0].text().en.contains("tagline") && !TOPICS[0].text().en.contains("## A scenario"));
    }
}
