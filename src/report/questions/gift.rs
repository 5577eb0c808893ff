//! Questions as GIFT, the text format of Moodle and many others.

use super::flat::{FlatAnswer, FlatBody, FlatQuestion};

/// The whole document.
pub fn render(questions: &[FlatQuestion]) -> String {
    let mut text = String::new();
    let mut section = "";
    for own in questions {
        if own.section != section {
            section = &own.section;
            text += &format!("$CATEGORY: $course$/top/{section}\n\n");
        }
        text += &question(own);
    }
    text
}

fn question(own: &FlatQuestion) -> String {
    let mut text = format!("::{}::[plain]{} {{\n", escaped(&own.id), escaped(&own.ask));
    match &own.body {
        FlatBody::One { answers, .. } => text += &answers.iter().map(one).collect::<String>(),
        FlatBody::Many(answers) => text += &answers.iter().map(many).collect::<String>(),
        FlatBody::Pairs { pairs, extra } => {
            for (left, right) in pairs {
                text += &format!("  ={} -> {}\n", side(left), side(right));
            }
            for right in extra {
                text += &format!("  = -> {}\n", side(right));
            }
        }
    }
    text + &format!("  ####{}\n}}\n\n", escaped(&own.told))
}

/// What is wrong says so in percent where its words could be taken for that.
fn one(own: &FlatAnswer) -> String {
    let (sign, weight) = match own.percent {
        100.0.. => ("=", String::new()),
        percent if percent > 0.0 || own.says.starts_with('%') => ("~", format!("%{}%", own.weight())),
        _ => ("~", String::new()),
    };
    let weight = if sign == "=" && own.says.starts_with('%') { "%100%".to_owned() } else { weight };
    format!("  {sign}{weight}{}{}\n", escaped(&own.says), why(own))
}

fn many(own: &FlatAnswer) -> String {
    format!("  ~%{}%{}{}\n", own.weight(), escaped(&own.says), why(own))
}

fn why(own: &FlatAnswer) -> String {
    if own.why.is_empty() { String::new() } else { format!("#{}", escaped(&own.why)) }
}

/// A side of a pair, in which an arrow would part it once more.
fn side(words: &str) -> String {
    escaped(&words.replace("->", "→"))
}

/// Words in which no sign means anything else. That goes for `=` everywhere, also where a reader might let it pass.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\n' => text.push_str("\\n"),
            '~' | '=' | '#' | '{' | '}' | ':' | '\\' => {
                text.push('\\');
                text.push(c);
            }
            _ => text.push(c),
        }
    }
    text
}
