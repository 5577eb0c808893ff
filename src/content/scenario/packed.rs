//! Something that lies in bytes until it is looked at.

use serde::de::DeserializeOwned;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// Something that is opened when it is first looked at, and then stays so. Its clones are the same thing.
#[derive(Clone, Debug, Default)]
pub struct Packed<T>(Arc<Sealed<T>>);

#[derive(Debug, Default)]
struct Sealed<T> {
    bytes: &'static [u8],
    opened: OnceLock<T>,
}

impl<T> Packed<T> {
    pub(super) fn new(bytes: &'static [u8]) -> Packed<T> {
        Packed(Arc::new(Sealed { bytes, opened: OnceLock::new() }))
    }

    /// Whether it was looked at before.
    pub fn is_open(&self) -> bool {
        self.0.opened.get().is_some()
    }
}

impl<T> From<T> for Packed<T> {
    fn from(open: T) -> Packed<T> {
        Packed(Arc::new(Sealed { bytes: &[], opened: OnceLock::from(open) }))
    }
}

/// What the bytes hold; of bytes that are none of ours, what there is without them.
impl<T: DeserializeOwned + Default> Deref for Packed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.opened.get_or_init(|| postcard::from_bytes(self.0.bytes).unwrap_or_default())
    }
}
