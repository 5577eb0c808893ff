//! Questions as Moodle XML.

use super::flat::{FlatAnswer, FlatBody, FlatQuestion};

/// The whole document.
pub fn render(questions: &[FlatQuestion]) -> String {
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n".to_owned();
    let mut section = "";
    for own in questions {
        if own.section != section {
            section = &own.section;
            let category = escaped(&format!("$course$/top/{section}"));
            text +=
                &format!("<question type=\"category\">\n<category><text>{category}</text></category>\n</question>\n");
        }
        text += &question(own);
    }
    text + "</quiz>\n"
}

fn question(own: &FlatQuestion) -> String {
    let kind = if matches!(own.body, FlatBody::Pairs { .. }) { "matching" } else { "multichoice" };
    let mut text = format!(
        "<question type=\"{kind}\">\n<name><text>{}</text></name>\n{}{}<defaultgrade>1</defaultgrade>\n\
         <penalty>0</penalty>\n<hidden>0</hidden>\n",
        escaped(&own.id),
        plain("questiontext", &own.ask),
        plain("generalfeedback", &own.told),
    );
    match &own.body {
        FlatBody::One { answers, is_shuffled } => text += &choices(answers, true, *is_shuffled),
        FlatBody::Many(answers) => text += &choices(answers, false, true),
        FlatBody::Pairs { pairs, extra } => {
            text += "<shuffleanswers>true</shuffleanswers>\n";
            let nothing = extra.iter().map(|right| (String::new(), right.clone()));
            text += &pairs.iter().cloned().chain(nothing).map(pair).collect::<String>();
        }
    }
    text + "</question>\n"
}

fn choices(answers: &[FlatAnswer], is_single: bool, is_shuffled: bool) -> String {
    let head = format!(
        "<single>{is_single}</single>\n<shuffleanswers>{is_shuffled}</shuffleanswers>\n\
         <answernumbering>none</answernumbering>\n"
    );
    let answer = |own: &FlatAnswer| {
        format!(
            "<answer fraction=\"{}\" format=\"plain_text\">\n<text>{}</text>\n{}</answer>\n",
            own.weight(),
            escaped(&own.says),
            plain("feedback", &own.why)
        )
    };
    head + &answers.iter().map(answer).collect::<String>()
}

fn pair((left, right): (String, String)) -> String {
    format!(
        "<subquestion format=\"plain_text\">\n<text>{}</text>\n<answer><text>{}</text></answer>\n</subquestion>\n",
        escaped(&left),
        escaped(&right)
    )
}

/// An element of plain words.
fn plain(name: &str, words: &str) -> String {
    format!("<{name} format=\"plain_text\"><text>{}</text></{name}>\n", escaped(words))
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
