//! What the lists of a language hold that say when words are taken back.

use super::normal_form::normal_form;

/// The lists of one language, as they are typed. `…` stands for a few letters in between.
pub(super) struct DoubtWords {
    /// What looks like a denial and is none.
    pub(super) innocent: &'static [&'static str],
    /// What begins like one of those and denies all the same.
    pub(super) guilty: &'static [&'static str],
    /// Denies what follows it.
    pub(super) denies: &'static [&'static str],
    /// Where a denial ends.
    pub(super) turns: &'static [&'static str],
    /// Denies what stands before it.
    pub(super) denies_back: &'static [&'static str],
    /// Promises less than it says, in the clause that it stands in, or alone in a clause of its own.
    pub(super) hedges: &'static [&'static str],
    /// Makes the whole sentence a promise for one case only.
    pub(super) conditions: &'static [&'static str],
    /// Somebody else than the two who talk.
    pub(super) others: &'static [&'static str],
    /// About, where it stands before a value, and behind one.
    pub(super) about: &'static [&'static str],
    /// What ends like one of those and is exact.
    pub(super) exact: &'static [&'static str],
    pub(super) or_so: &'static [&'static str],
    /// How far a denial reaches, in letters or in words.
    pub(super) reach: Reach,
    /// How far behind a value it may be denied, in letters.
    pub(super) back: usize,
}

/// How far a denial reaches.
#[derive(Clone, Copy)]
pub(super) enum Reach {
    Letters(usize),
    Words(usize),
}

/// A word of a list, as it is shown and as it is looked for.
pub(super) struct DoubtWord {
    pub(super) typed: &'static str,
    pub(super) normal: Box<str>,
    /// It has in it what looks like a denial and is none, and so is looked for in the words as they are.
    pub(super) looks_denied: bool,
}

/// The lists of one language in normal form.
pub(super) struct DoubtLists {
    pub(super) innocent: Vec<DoubtWord>,
    pub(super) guilty: Vec<DoubtWord>,
    pub(super) denies: Vec<DoubtWord>,
    pub(super) turns: Vec<DoubtWord>,
    pub(super) denies_back: Vec<DoubtWord>,
    pub(super) hedges: Vec<DoubtWord>,
    pub(super) conditions: Vec<DoubtWord>,
    pub(super) others: Vec<DoubtWord>,
    pub(super) about: Vec<DoubtWord>,
    pub(super) exact: Vec<DoubtWord>,
    pub(super) or_so: Vec<DoubtWord>,
    pub(super) reach: Reach,
    pub(super) back: usize,
}

impl DoubtLists {
    pub(super) fn of(typed: &DoubtWords) -> DoubtLists {
        let innocent = list(typed.innocent);
        let hedge = |word: DoubtWord| {
            let looks_denied = innocent.iter().any(|own| word.normal.contains(&*own.normal));
            DoubtWord { looks_denied, ..word }
        };
        let hedges = |typed| list(typed).into_iter().map(hedge).collect();
        DoubtLists {
            guilty: list(typed.guilty),
            denies: list(typed.denies),
            turns: list(typed.turns),
            denies_back: list(typed.denies_back),
            hedges: hedges(typed.hedges),
            conditions: hedges(typed.conditions),
            others: list(typed.others),
            about: list(typed.about),
            exact: list(typed.exact),
            or_so: list(typed.or_so),
            reach: typed.reach,
            back: typed.back,
            innocent,
        }
    }
}

fn list(typed: &[&'static str]) -> Vec<DoubtWord> {
    typed.iter().map(|typed| DoubtWord { typed, normal: normal(typed), looks_denied: false }).collect()
}

/// In normal form, in which numerals are digits; the spaces around English words tell where they end, and stay.
fn normal(typed: &str) -> Box<str> {
    let words = typed.split('…').map(normal_form).collect::<Vec<_>>().join("…");
    let space = |is: bool| if is { " " } else { "" };
    format!("{}{words}{}", space(typed.starts_with(' ')), space(typed.ends_with(' '))).into()
}
