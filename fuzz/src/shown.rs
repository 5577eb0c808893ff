//! What may be shown, and where a fault may point.

use doorstep::base::diagnostic::{Diagnostic, Location};
use doorstep::base::text::find_unsafe;
use doorstep::content::notation::Source;

/// Holds if nothing in the words drives a terminal, hides, or turns the direction of reading.
pub(crate) fn is_safe(words: &str) {
    let fault = find_unsafe(words);
    assert!(fault.is_none(), "{fault:?} in {words:?}");
}

/// Holds if the words are safe and stand on one line.
pub(crate) fn is_one_safe_line(words: &str) {
    is_safe(words);
    assert!(!words.contains('\n'), "more than one line: {words:?}");
}

/// Holds if every sentence can be shown and every place lies in one of the files.
pub(crate) fn are_sound(diagnostics: &[Diagnostic], sources: &[&Source]) {
    for diagnostic in diagnostics {
        assert!(!diagnostic.message.is_empty(), "{diagnostic:?}");
        is_one_safe_line(&diagnostic.to_string());
        [Some(&diagnostic.place), diagnostic.also.as_ref()]
            .into_iter()
            .flatten()
            .for_each(|place| lies(place, sources));
    }
}

/// Holds if a place lies in one of the files, between whole characters, in the line and column that it names.
pub(crate) fn lies(place: &Location, sources: &[&Source]) {
    is_one_safe_line(&place.path);
    let lies = |source: &&&Source| {
        let before = source.text.get(..place.span.start);
        let line = before.map(|before| before.matches('\n').count() + 1);
        let column = before.map(|before| before.rsplit('\n').next().unwrap_or_default().chars().count() + 1);
        source.file == place.file
            && source.text.get(place.span.clone()).is_some()
            && (line, column) == (Some(place.line), Some(place.column))
    };
    assert!(sources.iter().any(|source| lies(&source)), "{place:?} lies in none of {} files", sources.len());
}
