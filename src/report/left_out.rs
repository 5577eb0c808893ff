//! What a document about a pack leaves out: the files that have faults, with the faults.

use super::json::diagnostic;
use crate::base::diagnostic::{Diagnostic, Severity};
use crate::base::text::Lang;
use serde_json::{Value, json};

/// One file, and why what stands in it is not there.
pub struct LeftOut<'f> {
    /// The file, as it is shown to people.
    pub file: &'f str,
    /// Its faults, in the order in which they were found.
    pub faults: Vec<&'f Diagnostic>,
}

impl<'f> LeftOut<'f> {
    /// The files that errors stand against, in the order of the first error of each.
    pub fn by_file(faults: &'f [Diagnostic]) -> Vec<LeftOut<'f>> {
        let mut files: Vec<LeftOut<'f>> = Vec::new();
        for fault in faults.iter().filter(|fault| fault.severity == Severity::Error) {
            let file = &*fault.place.file;
            match files.iter_mut().find(|own| own.file == file) {
                Some(own) => own.faults.push(fault),
                None => files.push(LeftOut { file, faults: vec![fault] }),
            }
        }
        files
    }

    pub(super) fn json(&self, lang: Lang) -> Value {
        let faults: Vec<Value> = self.faults.iter().map(|fault| diagnostic(fault, lang)).collect();
        json!({"file": self.file, "diagnostics": faults})
    }
}
