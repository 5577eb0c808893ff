//! What every reader of outside text promises, one function a reader: it takes the bytes of a file (or of a terminal),
//! and panics where a promise is broken. The fuzz targets call these functions with bytes that a fuzzer makes, and
//! `tests/it/fuzz.rs` with every file in `corpus/`; neither knows more than the public names of the library.

pub mod content;
pub mod drafts;
pub mod phrases;
pub mod saves;
pub mod strings;
pub mod terminal;
pub mod walk;

mod shown;
mod world;
