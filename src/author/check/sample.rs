//! Samples of a rule: small changes of the template scenario, or of a small file of questions, so that what is shown is only
//! what matters.

use super::template::{QUESTIONS, TEMPLATE};
use crate::base::bilingual::Phrase;

/// Something an author might write.
#[derive(Clone, Copy, Debug)]
pub enum Sample {
    /// The template with each `find` replaced by its `put`. A fault shows on the line where `at` stands.
    Edits {
        /// Each text to be found in the template, and what is put in its place.
        edits: &'static [(&'static str, &'static str)],
        /// Empty where nothing is at fault.
        at: &'static str,
    },
    /// [`QUESTIONS`] with such changes.
    QuestionEdits {
        /// Each text to be found there, and what is put in its place.
        edits: &'static [(&'static str, &'static str)],
        /// Empty where nothing is at fault.
        at: &'static str,
    },
    /// What no change of a text can show, in words.
    Told(Phrase),
}

/// Some lines of the template, and what stands there in a sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedLines {
    /// The first of these lines in the template, from 1.
    pub line: usize,
    /// As they are in the template; none where lines are only added.
    pub was: Vec<String>,
    /// As the sample has them; none where lines are only taken out.
    pub now: Vec<String>,
}

impl Sample {
    /// The whole text of the sample, a scenario or a file of questions; none for what is only told.
    pub fn text(&self) -> Option<String> {
        let (template, edits) = self.edits()?;
        Some(edits.iter().fold(template.to_owned(), |text, (find, put)| text.replacen(find, put, 1)))
    }

    /// What is changed, and how.
    pub fn edits(&self) -> Option<(&'static str, &'static [(&'static str, &'static str)])> {
        match self {
            Sample::Edits { edits, .. } => Some((TEMPLATE, edits)),
            Sample::QuestionEdits { edits, .. } => Some((QUESTIONS, edits)),
            Sample::Told(_) => None,
        }
    }

    /// Where a fault shows; empty where nothing is at fault, none for what is only told.
    pub fn at(&self) -> Option<&'static str> {
        match self {
            Sample::Edits { at, .. } | Sample::QuestionEdits { at, .. } => Some(at),
            Sample::Told(_) => None,
        }
    }

    /// The lines that the sample changes, in the order of the template.
    pub fn changed(&self) -> Vec<ChangedLines> {
        let Some((template, edits)) = self.edits() else { return Vec::new() };
        let mut changed: Vec<ChangedLines> =
            edits.iter().filter_map(|(find, put)| change(template, find, put)).collect();
        changed.sort_by_key(|change| change.line);
        changed
    }
}

/// One edit as whole lines, those that stay the same at its ends left out.
fn change(template: &str, find: &str, put: &str) -> Option<ChangedLines> {
    let at = template.find(find)?;
    let start = template[..at].rfind('\n').map_or(0, |end| end + 1);
    let after = at + find.len();
    let end = template[after..].find('\n').map_or(template.len(), |end| after + end);
    let was: Vec<String> = template[start..end].lines().map(str::to_owned).collect();
    let now = format!("{}{put}{}", &template[start..at], &template[after..end]);
    let now: Vec<String> = now.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
    let same_above = was.iter().zip(&now).take_while(|(was, now)| was == now).count();
    let most = was.len().min(now.len()) - same_above;
    let same_below = was.iter().rev().zip(now.iter().rev()).take(most).take_while(|(was, now)| was == now).count();
    let middle = |lines: &[String]| lines[same_above..lines.len() - same_below].to_vec();
    let line = template[..start].matches('\n').count() + 1 + same_above;
    Some(ChangedLines { line, was: middle(&was), now: middle(&now) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_shown_as_the_lines_it_touches() {
        let sample =
            Sample::Edits { edits: &[("minutes: 3,", "minutes: 4,"), ("tier: Basic,", "tier: Excellent,")], at: "" };
        let changed = sample.changed();
        assert_eq!(changed.len(), 2);
        assert_eq!((changed[0].was[0].trim(), changed[0].now[0].trim()), ("tier: Basic,", "tier: Excellent,"));
        assert_eq!(changed[1].line, changed[0].line + 1);
        let added = Sample::Edits { edits: &[("    minutes: 3,\n", "    minutes: 3,\n    pass_mark: 80,\n")], at: "" };
        let changed = added.changed();
        assert_eq!((changed[0].was.len(), changed[0].now.clone()), (0, vec!["    pass_mark: 80,".to_owned()]));
    }
}
