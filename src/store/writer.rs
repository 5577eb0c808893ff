//! The thread that brings attempts to the disk, so that drawing never waits for it. It decides nothing: what is handed
//! in is written whole, the newest state of each attempt, and what fails is kept and tried again with the next save.

use super::attempt::{Attempt, AttemptId, encode};
use super::error::{Cause, StoreError};
use super::write::{make_folder, write_whole};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

/// The handle that a learner holds. Dropping it waits until everything is written.
#[derive(Debug)]
pub(super) struct Writer {
    /// Gone only while dropping: the thread ends when no order can come any more.
    orders: Option<Sender<Order>>,
    notices: Receiver<StoreError>,
    thread: Option<JoinHandle<()>>,
}

enum Order {
    Save(AttemptId, Box<Attempt>),
    /// Save, then say how it went.
    SaveNow(AttemptId, Box<Attempt>, Sender<Result<(), StoreError>>),
    /// Say when everything before this was tried.
    Flush(Sender<()>),
}

impl Writer {
    /// Starts the thread for this folder of attempts; the folder is made with the first save.
    ///
    /// # Errors
    /// When the system gives no further thread.
    pub(super) fn start(folder: PathBuf) -> std::io::Result<Writer> {
        let (orders, inbox) = channel();
        let (tell, notices) = channel();
        let desk = WriterThread { folder, waiting: BTreeMap::new(), failing: None, tell };
        let thread = thread::Builder::new().name("saves".to_owned()).spawn(move || desk.work(&inbox))?;
        Ok(Writer { orders: Some(orders), notices, thread: Some(thread) })
    }

    /// Returns at once; an error comes as a notice.
    pub(super) fn save(&self, number: AttemptId, attempt: Attempt) {
        self.send(Order::Save(number, Box::new(attempt)));
    }

    /// Returns when the attempt is on the disk.
    pub(super) fn save_now(&self, number: AttemptId, attempt: Attempt) -> Result<(), StoreError> {
        let (answer, answered) = channel();
        self.send(Order::SaveNow(number, Box::new(attempt), answer));
        answered.recv().unwrap_or_else(|_| {
            let path = PathBuf::from(number.file());
            Err(StoreError::Write { path, why: std::io::Error::from(ErrorKind::BrokenPipe).into() })
        })
    }

    /// Returns when everything handed in before was tried.
    pub(super) fn flush(&self) {
        let (answer, answered) = channel();
        self.send(Order::Flush(answer));
        let _ = answered.recv();
    }

    /// What could not be written since the last asking.
    pub(super) fn take_notices(&self) -> Vec<StoreError> {
        self.notices.try_iter().collect()
    }

    /// The thread lives as long as this handle, so sending cannot fail; if it ever did, `save_now` says so.
    fn send(&self, order: Order) {
        if let Some(orders) = &self.orders {
            let _ = orders.send(order);
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What the thread works on.
struct WriterThread {
    folder: PathBuf,
    /// Not on the disk yet, or failed last time.
    waiting: BTreeMap<AttemptId, Box<Attempt>>,
    /// The reason told last, so that a full disk is told once and not with every move.
    failing: Option<String>,
    tell: Sender<StoreError>,
}

impl WriterThread {
    fn work(mut self, inbox: &Receiver<Order>) {
        while let Ok(first) = inbox.recv() {
            let mut asked = Vec::new();
            let mut flushes = Vec::new();
            for order in std::iter::once(first).chain(inbox.try_iter()) {
                match order {
                    Order::Save(number, attempt) => {
                        self.waiting.insert(number, attempt);
                    }
                    Order::SaveNow(number, attempt, answer) => {
                        self.waiting.insert(number, attempt);
                        asked.push((number, answer));
                    }
                    Order::Flush(answer) => flushes.push(answer),
                }
            }
            self.write_waiting(asked);
            for answer in flushes {
                let _ = answer.send(());
            }
        }
        if !self.waiting.is_empty() {
            self.write_waiting(Vec::new());
        }
    }

    /// Tries all that waits. Those who asked get the answer; else a failure becomes a notice.
    fn write_waiting(&mut self, mut asked: Vec<(AttemptId, Sender<Result<(), StoreError>>)>) {
        for (number, attempt) in std::mem::take(&mut self.waiting) {
            let written = write_attempt(&self.folder, number, &attempt);
            let failed = written.is_err();
            let mut answers = asked.extract_if(.., |(of, _)| *of == number).map(|(_, answer)| answer);
            match (written, answers.next()) {
                (Ok(()), answer) => {
                    self.failing = None;
                    for answer in answer.into_iter().chain(answers) {
                        let _ = answer.send(Ok(()));
                    }
                }
                (Err(error), Some(answer)) => {
                    let _ = answer.send(Err(error));
                }
                (Err(error), None) => self.notify(error),
            }
            if failed {
                self.waiting.insert(number, attempt);
            }
        }
    }

    fn notify(&mut self, error: StoreError) {
        let reason = error.why().map(Cause::to_string);
        if self.failing != reason {
            self.failing = reason;
            let _ = self.tell.send(error);
        }
    }
}

fn write_attempt(folder: &Path, number: AttemptId, attempt: &Attempt) -> Result<(), StoreError> {
    let path = folder.join(number.file());
    let written = make_folder(folder).map_err(Cause::from).and_then(|()| encode(attempt));
    match written {
        Ok(text) => write_whole(&path, &text),
        Err(why) => Err(StoreError::Write { path, why }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::attempt::{decode, tests::sample};
    use super::*;
    use crate::base::chance::Seed;

    fn with_seed(seed: u64) -> Attempt {
        Attempt { seed: Seed::new(seed), ..sample() }
    }

    fn on_disk(folder: &Path, number: AttemptId) -> Attempt {
        decode(&std::fs::read_to_string(folder.join(number.file())).expect("read")).expect("understood")
    }

    #[test]
    fn the_newest_state_is_on_the_disk_after_a_flush_and_after_a_drop() {
        let folder = tempfile::tempdir().expect("a folder");
        let attempts = folder.path().join("attempts");
        let writer = Writer::start(attempts.clone()).expect("started");
        (0..200).for_each(|seed| writer.save(AttemptId::FIRST, with_seed(seed)));
        writer.flush();
        assert_eq!(on_disk(&attempts, AttemptId::FIRST).seed, Seed::new(199));
        writer.save(AttemptId::FIRST, with_seed(7));
        writer.save(AttemptId::FIRST.next(), with_seed(8));
        drop(writer);
        assert_eq!(on_disk(&attempts, AttemptId::FIRST).seed, Seed::new(7));
        assert_eq!(on_disk(&attempts, AttemptId::FIRST.next()).seed, Seed::new(8));
    }

    #[test]
    fn a_save_that_is_waited_for_is_on_the_disk_when_it_returns() {
        let folder = tempfile::tempdir().expect("a folder");
        let writer = Writer::start(folder.path().to_owned()).expect("started");
        writer.save(AttemptId::FIRST, with_seed(1));
        writer.save_now(AttemptId::FIRST, with_seed(2)).expect("saved");
        assert_eq!(on_disk(folder.path(), AttemptId::FIRST).seed, Seed::new(2));
    }

    #[test]
    fn a_failure_is_told_once_and_healed_by_a_later_save() {
        let folder = tempfile::tempdir().expect("a folder");
        let attempts = folder.path().join("attempts");
        std::fs::write(&attempts, "a file where the folder belongs").expect("written");
        let writer = Writer::start(attempts.clone()).expect("started");
        for seed in 0..3 {
            writer.save(AttemptId::FIRST, with_seed(seed));
            writer.flush();
        }
        let told = writer.take_notices();
        assert!(matches!(&told[..], [StoreError::Write { path, .. }] if path.ends_with("000001.ron")), "{told:?}");
        assert!(writer.save_now(AttemptId::FIRST.next(), with_seed(5)).is_err());
        std::fs::remove_file(&attempts).expect("removed");
        writer.save_now(AttemptId::FIRST.next(), with_seed(6)).expect("saved");
        assert_eq!(on_disk(&attempts, AttemptId::FIRST).seed, Seed::new(2), "what failed before came with it");
        assert_eq!(on_disk(&attempts, AttemptId::FIRST.next()).seed, Seed::new(6));
    }
}
