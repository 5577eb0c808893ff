//! Sentences that should count, as learners say: by phrase, with what is not heard in them.

use super::wording::scenario_title;
use crate::content::scenario::Pack;
use crate::play::hearing::{ElementHeard, ElementHearing};
use crate::record::journal::FiledTo;
use crate::speech::line_breaking::lines;
use crate::speech::messages::Messages;
use crate::tr;
use crate::trainer::group::{FiledSentence, FiledState};
use std::collections::BTreeMap;

/// How wide a line may be, in cells.
const WIDTH: usize = 80;

/// The whole list, in the language of these messages.
pub fn render(replies: &[FiledSentence], pack: &Pack, words: &Messages) -> String {
    let mut groups: BTreeMap<String, Vec<&FiledSentence>> = BTreeMap::new();
    for own in replies {
        groups.entry(place(own, pack, words)).or_default().push(own);
    }
    let mut out = vec![tr!(words, "replies-title")];
    if replies.is_empty() {
        out.push(tr!(words, "replies-none"));
    }
    for (place, own) in groups {
        out.extend([String::new(), place]);
        for reply in own {
            out.extend(told(reply, words));
        }
    }
    out.into_iter().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// What a sentence was said to: the phrase, or the choice.
pub fn place(own: &FiledSentence, pack: &Pack, words: &Messages) -> String {
    let into = own.phrase.as_ref().map(|phrase| phrase.id.to_string());
    match (&own.reply.to, into) {
        (FiledTo::Phrase(id), _) => {
            let id = id.to_string();
            tr!(words, "replies-phrase", id = id)
        }
        (FiledTo::Choice { scenario, scene, choice }, into) => {
            let (title, scene, choice) = (scenario_title(words, scenario, pack), scene.to_string(), choice.to_string());
            match into {
                Some(id) => tr!(words, "replies-choice", scenario = title, scene = scene, choice = choice, id = id),
                None => tr!(words, "replies-choice-alone", scenario = title, scene = scene, choice = choice),
            }
        }
    }
}

fn told(own: &FiledSentence, words: &Messages) -> Vec<String> {
    let said = own.reply.words.replace('\n', " ");
    let number = format!("{:>4}. ", own.number);
    let before = |place: usize| if place == 0 { number.clone() } else { " ".repeat(6) };
    let said = lines(&said, WIDTH - 6).into_iter().enumerate();
    let mut out: Vec<String> = said.map(|(place, line)| format!("{}{line}", before(place))).collect();
    let wrapped = |told: &str| -> Vec<String> {
        lines(told, WIDTH - 6).into_iter().map(|line| format!("      {line}")).collect()
    };
    out.extend(wrapped(&state(own, words)));
    let comma = tr!(words, "list-comma");
    let (times, names, since) = (own.times, own.by.join(&comma), own.since.to_string());
    out.extend(wrapped(&tr!(words, "replies-by", times = times, names = names, since = since)));
    out
}

/// How a sentence stands.
pub fn state(own: &FiledSentence, words: &Messages) -> String {
    match &own.state {
        FiledState::Accepted => tr!(words, "replies-accepted"),
        FiledState::Heard => tr!(words, "replies-heard"),
        FiledState::Gone => tr!(words, "replies-gone"),
        FiledState::Unheard(missed) => tr!(words, "replies-unheard", parts = parts(missed, words)),
    }
}

/// The parts that are not heard.
pub fn parts(missed: &[ElementHearing], words: &Messages) -> String {
    let comma = tr!(words, "list-comma");
    let part = |own: &ElementHearing| {
        let name = own.name.in_lang(words.lang()).to_owned();
        match &own.heard {
            ElementHeard::Spoiled(by) => {
                let by = by.to_string();
                tr!(words, "replies-spoiled", part = name, words = by)
            }
            ElementHeard::Said | ElementHeard::Missing => name,
        }
    };
    missed.iter().map(part).collect::<Vec<String>>().join(&comma)
}
