//! A sentence in which some words are marked: `[…]`, or `【…】` where that is how brackets are written.

/// Some words of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkedWords<'w> {
    /// The words, with their brackets: they are read too.
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
        let Some(from) = rest.find(OPENING) else {
            all.push(MarkedWords { words: rest, is_marked: false });
            break;
        };
        let (words, inner) = rest.split_at(from);
        let end = inner.find(CLOSING)?;
        let to = inner[end..].chars().next().map_or(end, |bracket| end + bracket.len_utf8());
        let (marked, after) = inner.split_at(to);
        all.push(MarkedWords { words, is_marked: false });
        all.push(MarkedWords { words: marked, is_marked: true });
        rest = after;
    }
    let brackets = |words: &str| (words.matches(OPENING).count(), words.matches(CLOSING).count());
    let is_sound = all.iter().all(|own| brackets(own.words) == if own.is_marked { (1, 1) } else { (0, 0) });
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
        assert_eq!(told("[Good morning], Ms [Lin].").as_deref(), Some("<[Good morning]>, Ms <[Lin]>."));
        assert_eq!(told("【您好】，林女士").as_deref(), Some("<【您好】>，林女士"));
        assert_eq!(told("plain").as_deref(), Some("plain"));
        for odd in ["[open", "shut]", "[a [b] c]", "[a]]"] {
            assert_eq!(told(odd), None, "{odd}");
        }
    }
}
