//! A sentence in which some words are marked: `[…]`, or `【…】` where that is how brackets are written.

/// Some words of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkedWords<'w> {
    /// The words, without brackets.
    pub words: &'w str,
    /// Whether they stood in brackets.
    pub is_marked: bool,
}

const OPENING: [char; 2] = ['[', '【'];
const CLOSING: [char; 2] = [']', '】'];

/// The words of a sentence, in their order; none where a bracket has no partner or holds another.
pub fn marked(sentence: &str) -> Option<Vec<MarkedWords<'_>>> {
    let (mut all, mut rest) = (Vec::new(), sentence);
    loop {
        let Some((words, inner)) = rest.split_once(OPENING) else {
            all.push(MarkedWords { words: rest, is_marked: false });
            break;
        };
        let (marked, after) = inner.split_once(CLOSING)?;
        all.push(MarkedWords { words, is_marked: false });
        all.push(MarkedWords { words: marked, is_marked: true });
        rest = after;
    }
    let is_sound = all.iter().all(|own| !own.words.contains(OPENING) && !own.words.contains(CLOSING));
    all.retain(|own| !own.words.is_empty());
    is_sound.then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(sentence: &str) -> Option<String> {
        let told = |own: &MarkedWords| if own.is_marked { format!("<{}>", own.words) } else { own.words.to_owned() };
        Some(marked(sentence)?.iter().map(told).collect())
    }

    #[test]
    fn words_in_brackets_are_marked_and_a_bracket_alone_is_refused() {
        assert_eq!(told("[Good morning], Ms [Lin].").as_deref(), Some("<Good morning>, Ms <Lin>."));
        assert_eq!(told("【您好】，林女士").as_deref(), Some("<您好>，林女士"));
        assert_eq!(told("plain").as_deref(), Some("plain"));
        for odd in ["[open", "shut]", "[a [b] c]", "[a]]"] {
            assert_eq!(told(odd), None, "{odd}");
        }
    }
}
