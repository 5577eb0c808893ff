//! What a row of a table says can be answered.

use super::columns::OPTIONS;
use super::draft_kind::{DraftAct, DraftAnswer, DraftKind, DraftLine, DraftRemark};
use super::draft_text::DraftText;
use crate::base::bilingual::Bilingual;
use crate::base::text::Lang;
use crate::both;
use crate::content::bank::Worth;

/// The fields of a row, by the names of their columns.
pub(super) struct RowFields<'r> {
    pub head: &'r [String],
    pub row: &'r [String],
    pub lang: Lang,
}

/// An option as it stands in a row.
struct RowOption {
    says: DraftText,
    mark: String,
    why: DraftText,
}

impl RowFields<'_> {
    /// What stands in a column; nothing where there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        let column = self.head.iter().position(|own| own.trim().eq_ignore_ascii_case(name));
        column.and_then(|at| self.row.get(at)).map_or("", |own| own.trim())
    }

    /// The same as words.
    pub(super) fn text(&self, name: &str) -> DraftText {
        DraftText::new(self.lang, self.get(name))
    }

    fn options(&self) -> Vec<RowOption> {
        let option = |number: usize| {
            let own = RowOption {
                says: self.text(&format!("option{number}")),
                mark: self.get(&format!("mark{number}")).to_owned(),
                why: self.text(&format!("why{number}")),
            };
            (!own.says.is_empty()).then_some(own)
        };
        (1..=OPTIONS).filter_map(option).collect()
    }

    /// The kind that the row names.
    ///
    /// # Errors
    /// What in it is not understood.
    pub(super) fn kind(&self) -> Result<DraftKind, Bilingual> {
        let (options, why) = (self.options(), self.text("why"));
        Ok(match self.get("kind") {
            "single" => DraftKind::Single(answers(options)?),
            "several" => DraftKind::Several(answers(options)?),
            "number" => DraftKind::Number(answers(options)?),
            "true_false" => {
                let holds = match self.get("holds") {
                    "true" => true,
                    "false" => false,
                    other => return Err(not_understood(other)),
                };
                DraftKind::TrueFalse { holds, reasons: answers(options)? }
            }
            "order" => DraftKind::Order { steps: options.into_iter().map(|own| own.says).collect(), why },
            "match" => self.pairs(options, why),
            "judgement" => DraftKind::Judgement(options.into_iter().map(act).collect::<Result<_, _>>()?),
            "mistake" => {
                let lines = options.into_iter().map(line).collect::<Result<_, _>>()?;
                DraftKind::Mistake { with: self.text("with"), lines }
            }
            other => return Err(not_understood(other)),
        })
    }

    /// The mark is what an option belongs to.
    fn pairs(&self, options: Vec<RowOption>, why: DraftText) -> DraftKind {
        let (mut pairs, mut extra) = (Vec::new(), Vec::new());
        for own in options {
            let left = DraftText::new(self.lang, &own.mark);
            if left.is_empty() { extra.push(own.says) } else { pairs.push((left, own.says)) }
        }
        DraftKind::Match { pairs, extra, why }
    }
}

fn answers(options: Vec<RowOption>) -> Result<Vec<DraftAnswer>, Bilingual> {
    let answer = |own: RowOption| {
        let is_right = match &*own.mark {
            "right" => true,
            "wrong" | "" => false,
            other => return Err(not_understood(other)),
        };
        let why = if is_right { DraftText::default() } else { own.why };
        Ok(DraftAnswer { says: own.says, is_right, why })
    };
    options.into_iter().map(answer).collect()
}

fn act(own: RowOption) -> Result<DraftAct, Bilingual> {
    let worth = match &*own.mark {
        "best" => Worth::Best,
        "good" => Worth::Good,
        "poor" => Worth::Poor,
        "worst" => Worth::Worst,
        other => return Err(not_understood(other)),
    };
    Ok(DraftAct { says: own.says, worth, why: own.why })
}

fn line(own: RowOption) -> Result<DraftLine, Bilingual> {
    let (is_own, remark) = match &*own.mark {
        "they" => (false, DraftRemark::None),
        "you" => (true, DraftRemark::None),
        "fine" => (true, DraftRemark::Fine),
        "fault" => (true, DraftRemark::Fault),
        other => return Err(not_understood(other)),
    };
    Ok(DraftLine { own: is_own, says: own.says, remark, why: own.why })
}

fn not_understood(word: &str) -> Bilingual {
    let word = crate::base::text::make_safe(&word.replace('\n', " "));
    both!("\"{word}\" is not understood there", "那里的“{word}”看不懂")
}
