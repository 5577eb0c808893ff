//! Work that may take long, and what is said while it does.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::{Builder, scope};
use std::time::Duration;

/// How long nobody wonders whether a program still works.
pub const PATIENCE: Duration = Duration::from_secs(1);

/// What comes of the work. If that takes longer than `patience`, `say_so` is called once meanwhile.
pub(super) fn patiently<T: Send>(work: impl Fn() -> T + Sync, patience: Duration, say_so: impl FnOnce()) -> T {
    let work = &work;
    let aside = scope(|scope| {
        let (done, is_done) = channel();
        let thread = Builder::new().name("solver".to_owned()).spawn_scoped(scope, move || {
            let result = work();
            // Who waits for it takes the result itself.
            let _ = done.send(());
            result
        });
        let thread = thread.ok()?;
        if patience.is_zero() || is_done.recv_timeout(patience) == Err(RecvTimeoutError::Timeout) {
            say_so();
        }
        thread.join().ok()
    });
    // Without a thread of its own the work is done all the same, only in silence.
    aside.unwrap_or_else(work)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_work_that_takes_long_is_told_of_and_once() {
        let told = |patience: Duration, work: Duration| {
            let mut told = 0;
            let slow = || {
                std::thread::sleep(work);
                "done"
            };
            (patiently(slow, patience, || told += 1), told)
        };
        assert_eq!(told(Duration::MAX, Duration::from_millis(1)), ("done", 0));
        assert_eq!(told(Duration::ZERO, Duration::ZERO), ("done", 1), "whoever has no patience hears of everything");
        assert_eq!(told(Duration::from_millis(1), Duration::from_millis(200)), ("done", 1));
    }
}
