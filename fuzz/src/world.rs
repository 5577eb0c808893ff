//! A small pack in which everything occurs that the notation knows, so that a change of any part of it is felt: the world
//! around a file that is fuzzed. The files lie in `world/`.

use doorstep::content::notation::Source;
use doorstep::content::scenario::{Pack, PackSources, load};
use std::sync::OnceLock;

pub(crate) const SCENARIO: &str = include_str!("../world/visit.ron");

/// Questions that a course can ask.
pub(crate) const QUESTIONS: &str = include_str!("../world/questions.ron");

/// The files of the pack.
pub(crate) fn sources() -> PackSources {
    PackSources {
        pack: Source::new("pack.ron", include_str!("../world/pack.ron")),
        words: None,
        standard: Source::new("standard/standard.ron", include_str!("../world/standard/standard.ron")),
        sections: vec![
            Source::new("standard/01_door.ron", include_str!("../world/standard/01_door.ron")),
            Source::new("standard/02_taboos.ron", include_str!("../world/standard/02_taboos.ron")),
            Source::new("standard/03_house.ron", include_str!("../world/standard/03_house.ron")),
        ],
        questions: Vec::new(),
        phrases: Vec::new(),
        courses: Vec::new(),
        exams: Vec::new(),
        fragments: vec![Source::new("fragments/covers.ron", include_str!("../world/fragments/covers.ron"))],
        scenarios: vec![Source::new("visit.ron", SCENARIO)],
    }
}

/// The pack itself.
pub(crate) fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| {
        let loaded = load(&sources()).expect("the standard of the world is sound");
        assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
        loaded.pack
    })
}
