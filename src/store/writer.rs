//! The thread that brings records to the disk, so that drawing never waits for it. It decides nothing and knows no kind
//! of record: what is handed in is a path and a text, written whole, the newest of each path; and what fails is kept and
//! tried again with the next one.

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
    orders: Option<Sender<WriteOrder>>,
    notices: Receiver<StoreError>,
    thread: Option<JoinHandle<()>>,
}

enum WriteOrder {
    Write(PathBuf, String),
    /// Write, then say how it went.
    WriteNow(PathBuf, String, Sender<Result<(), StoreError>>),
    /// Say when everything before this was tried.
    Flush(Sender<()>),
}

impl Writer {
    /// Starts the thread.
    ///
    /// # Errors
    /// When the system gives no further thread.
    pub(super) fn start() -> std::io::Result<Writer> {
        let (orders, inbox) = channel();
        let (tell, notices) = channel();
        let worker = WriterThread { waiting: BTreeMap::new(), failing: None, tell };
        let thread = thread::Builder::new().name("saves".to_owned()).spawn(move || worker.work(&inbox))?;
        Ok(Writer { orders: Some(orders), notices, thread: Some(thread) })
    }

    /// Writes this text to this path, with the folder above it, and returns at once; an error comes as a notice.
    pub(super) fn write(&self, path: PathBuf, text: String) {
        self.send(WriteOrder::Write(path, text));
    }

    /// Returns when the text is on the disk.
    pub(super) fn write_now(&self, path: &Path, text: String) -> Result<(), StoreError> {
        let (answer, answered) = channel();
        self.send(WriteOrder::WriteNow(path.to_owned(), text, answer));
        answered.recv().unwrap_or_else(|_| {
            Err(StoreError::Write { path: path.to_owned(), why: std::io::Error::from(ErrorKind::BrokenPipe).into() })
        })
    }

    /// Returns when everything handed in before was tried.
    pub(super) fn flush(&self) {
        let (answer, answered) = channel();
        self.send(WriteOrder::Flush(answer));
        let _ = answered.recv();
    }

    /// What could not be written since the last asking.
    pub(super) fn take_notices(&self) -> Vec<StoreError> {
        self.notices.try_iter().collect()
    }

    /// The thread lives as long as this handle, so sending cannot fail; if it ever did, `write_now` says so.
    fn send(&self, order: WriteOrder) {
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
    /// Not on the disk yet, or failed last time.
    waiting: BTreeMap<PathBuf, String>,
    /// The reason told last, so that a full disk is told once and not with every move.
    failing: Option<String>,
    tell: Sender<StoreError>,
}

impl WriterThread {
    fn work(mut self, inbox: &Receiver<WriteOrder>) {
        while let Ok(first) = inbox.recv() {
            let mut asked = Vec::new();
            let mut flushes = Vec::new();
            for order in std::iter::once(first).chain(inbox.try_iter()) {
                match order {
                    WriteOrder::Write(path, text) => {
                        self.waiting.insert(path, text);
                    }
                    WriteOrder::WriteNow(path, text, answer) => {
                        self.waiting.insert(path.clone(), text);
                        asked.push((path, answer));
                    }
                    WriteOrder::Flush(answer) => flushes.push(answer),
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
    fn write_waiting(&mut self, mut asked: Vec<(PathBuf, Sender<Result<(), StoreError>>)>) {
        for (path, text) in std::mem::take(&mut self.waiting) {
            let written = write_with_folder(&path, &text);
            let answers: Vec<_> = asked.extract_if(.., |(of, _)| *of == path).map(|(_, answer)| answer).collect();
            for answer in &answers {
                let _ = answer.send(written.clone());
            }
            match written {
                Ok(()) => self.failing = None,
                Err(error) => {
                    if answers.is_empty() {
                        self.notify(error);
                    }
                    self.waiting.insert(path, text);
                }
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

fn write_with_folder(path: &Path, text: &str) -> Result<(), StoreError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    make_folder(folder).map_err(|error| StoreError::Write { path: path.to_owned(), why: error.into() })?;
    write_whole(path, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on_disk(path: &Path) -> String {
        std::fs::read_to_string(path).expect("read")
    }

    #[test]
    fn the_newest_text_is_on_the_disk_after_a_flush_and_after_a_drop() {
        let folder = tempfile::tempdir().expect("a folder");
        let [first, second] = ["a", "b"].map(|name| folder.path().join("attempts").join(name));
        let writer = Writer::start().expect("started");
        (0..200).for_each(|text| writer.write(first.clone(), text.to_string()));
        writer.flush();
        assert_eq!(on_disk(&first), "199");
        writer.write(first.clone(), "7".to_owned());
        writer.write(second.clone(), "8".to_owned());
        drop(writer);
        assert_eq!([on_disk(&first), on_disk(&second)], ["7", "8"]);
    }

    #[test]
    fn a_text_that_is_waited_for_is_on_the_disk_when_it_returns() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a");
        let writer = Writer::start().expect("started");
        writer.write(path.clone(), "1".to_owned());
        writer.write_now(&path, "2".to_owned()).expect("written");
        assert_eq!(on_disk(&path), "2");
    }

    #[test]
    fn a_failure_is_told_once_and_healed_by_a_later_text() {
        let folder = tempfile::tempdir().expect("a folder");
        let attempts = folder.path().join("attempts");
        let [first, second] = ["a", "b"].map(|name| attempts.join(name));
        std::fs::write(&attempts, "a file where the folder belongs").expect("written");
        let writer = Writer::start().expect("started");
        for text in 0..3 {
            writer.write(first.clone(), text.to_string());
            writer.flush();
        }
        let told = writer.take_notices();
        assert!(matches!(&told[..], [StoreError::Write { path, .. }] if *path == first), "{told:?}");
        assert!(writer.write_now(&second, "5".to_owned()).is_err());
        std::fs::remove_file(&attempts).expect("removed");
        writer.write_now(&second, "6".to_owned()).expect("written");
        assert_eq!([on_disk(&first), on_disk(&second)], ["2", "6"], "what failed before came with it");
    }
}
