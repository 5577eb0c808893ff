//! What there is to say of items.

use crate::content::scenario::Pack;
use crate::exam::items::ItemTest;

/// Items of some exams and scenarios.
pub struct ItemsDocument<'p> {
    /// With which content they were worked out.
    pub pack: &'p Pack,
    /// How many learners were looked at.
    pub learners: usize,
    /// By exam and scenario, the items of each the worst first.
    pub tests: Vec<ItemTest>,
    /// Whether one exam, scenario or question was asked for, so that all is told of it.
    pub is_close: bool,
}

impl ItemsDocument<'_> {
    /// Keeps this question alone. Whether it was seen anywhere.
    pub fn keep_question(&mut self, question: &str) -> bool {
        for test in &mut self.tests {
            test.items.retain(|item| &*item.id == question);
        }
        self.tests.retain(|test| !test.items.is_empty());
        !self.tests.is_empty()
    }
}
