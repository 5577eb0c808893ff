//! A string as it is written in a file: what it says, and how other words are written in the same manner.

/// The words of a string literal, plain or raw; none where it is none.
pub fn read_literal(typed: &str) -> Option<String> {
    let is_string = typed.starts_with('"') || typed.starts_with("r\"") || typed.starts_with("r#");
    is_string.then(|| ron::from_str(typed).ok()).flatten()
}

/// A literal of these words, written as `like` is: raw where that is raw, over several lines where that is.
pub fn literal_like(like: &str, words: &str) -> String {
    if let Some(behind) = like.strip_prefix('r') {
        let own = behind.bytes().take_while(|byte| *byte == b'#').count();
        let ends = |hashes: usize| words.contains(&format!("\"{}", "#".repeat(hashes)));
        // A raw string of words that hold no longer row of hashes than there are bytes.
        let hashes = "#".repeat((own..=words.len() + 1).find(|hashes| !ends(*hashes)).unwrap_or(own));
        return format!("r{hashes}\"{words}\"{hashes}");
    }
    let over_lines = like.contains('\n');
    let mut typed = String::from("\"");
    for c in words.chars() {
        match c {
            '"' | '\\' => typed.extend(['\\', c]),
            '\n' if !over_lines => typed.push_str("\\n"),
            '\n' | '\u{20}'.. => typed.push(c),
            control => typed.push_str(&format!("\\u{{{:x}}}", u32::from(control))),
        }
    }
    typed.push('"');
    typed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_written_is_read_again_in_every_manner() {
        let like = ["\"a\"", "\"a\nb\"", "r\"a\"", "r#\"a\"#", "r##\"a\nb\"##"];
        for words in ["", "plain", "a \"b\" c", "\\n is no break", "two\nlines", "\"# ends\"## here", "门 {who}", "#"]
        {
            for like in like {
                let typed = literal_like(like, words);
                assert_eq!(read_literal(&typed).as_deref(), Some(words), "{typed}");
                assert_eq!(typed.starts_with('r'), like.starts_with('r'));
            }
        }
        assert_eq!(literal_like("\"a\"", "a\nb"), "\"a\\nb\"");
        assert_eq!(literal_like("\"a\n\"", "a\nb"), "\"a\nb\"");
        assert_eq!(read_literal("Flag"), None);
    }
}
