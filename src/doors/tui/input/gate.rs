//! Whether what is typed counts at all. While the program is stopped, and until its picture stands there again, it does not.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Its clones are the same gate; it is open at first.
#[derive(Clone, Debug, Default)]
pub(crate) struct InputGate(Arc<AtomicBool>);

impl InputGate {
    pub(crate) fn close(&self) {
        self.0.store(true, Ordering::Release);
    }

    pub(crate) fn open(&self) {
        self.0.store(false, Ordering::Release);
    }

    pub(super) fn is_closed(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}
