//! Where a sentence begins, and its first letter.

/// Whether a sentence begins behind these words.
pub(super) fn begins_sentence(before: &str) -> bool {
    let bare = before.trim_end_matches(['“', '‘', '(', ' ']);
    bare.is_empty() || bare.ends_with(['.', '!', '?', '”']) && bare.len() < before.len() || bare.ends_with('\n')
}

/// Writes the letter at this byte large.
pub(super) fn capitalize(words: &mut String, at: usize) {
    let Some(first) = words[at..].chars().next() else { return };
    words.replace_range(at..at + first.len_utf8(), &first.to_uppercase().to_string());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_is_written_large_where_a_sentence_begins() {
        for before in ["", "“", "He nods. ", "“Well?” ", "One line.\n"] {
            assert!(begins_sentence(before), "{before:?}");
        }
        for before in ["Ask ", "Yes, ", "… ", "“Well”, ", "3."] {
            assert!(!begins_sentence(before), "{before:?}");
        }
        let mut words = "He nods. the caretaker".to_owned();
        capitalize(&mut words, 9);
        assert_eq!(words, "He nods. The caretaker");
    }
}
