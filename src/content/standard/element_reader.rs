//! The parts of a prescribed utterance, from what was typed.

use super::parts::{Element, ElementNeed};
use super::pattern_fault::pattern_fault;
use super::spec::{ElementSpec, NeedSpec, SectionSpec};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::Code;
use crate::base::text::Lang;
use crate::both;
use crate::content::notation::{Named, SourcePath, Validator};

/// The elements of one requirement.
pub(super) fn elements(validator: &mut Validator, at: &SourcePath, elements: Option<&[ElementSpec]>) -> Vec<Element> {
    let Some(elements) = elements else { return Vec::new() };
    if elements.is_empty() {
        let message = Phrase::new("no element is listed here", "这里一个要素都没有列");
        let help =
            Phrase::new("list the parts that must be said, or remove the line", "列出必须说到的，或者删掉这一行");
        validator.error(Code::STRUCTURE, at, message, help);
    }
    (elements.iter().enumerate()).map(|(index, spec)| element(validator, &at.item(index), spec)).collect()
}

fn element(validator: &mut Validator, at: &SourcePath, spec: &ElementSpec) -> Element {
    let name = validator.plain(&at.field("name"), &spec.name);
    let says = lists(validator, &at.field("says"), &spec.says);
    let spoiled_by = lists(validator, &at.field("spoiled_by"), &spec.spoiled_by);
    let needs: Vec<ElementNeed> = spec.needs.iter().map(need).collect();
    if !needs_a_value(&needs) && says.is_empty() == spec.slot.is_none() {
        let help = Phrase::new(
            "give the words that show it in `says`, or the value it stands for in `slot`",
            "在 `says` 里写怎么说才算，或者在 `slot` 里写它代表的填空",
        );
        let message = Phrase::new("an element needs either `says` or `slot`", "要素要么写 `says`，要么写 `slot`");
        validator.error(Code::STRUCTURE, at, message, help);
    }
    let slot = spec.slot.as_deref().map(Into::into);
    Element { name, says, slot, needs, spoiled_by, may_be_denied: spec.may_be_denied }
}

/// What names a time or a length of time needs no words for it.
fn needs_a_value(needs: &[ElementNeed]) -> bool {
    needs.iter().any(|need| matches!(need, ElementNeed::Hour | ElementNeed::Number))
}

fn need(spec: &NeedSpec) -> ElementNeed {
    match spec {
        NeedSpec::Question => ElementNeed::Question,
        NeedSpec::Statement => ElementNeed::Statement,
        NeedSpec::Hour => ElementNeed::Hour,
        NeedSpec::Number => ElementNeed::Number,
        NeedSpec::Firm => ElementNeed::Firm,
        NeedSpec::Own => ElementNeed::Own,
        NeedSpec::After(name) => ElementNeed::After(name.as_str().into()),
    }
}

/// What comes after an element that the section does not have is told.
pub(super) fn orders(validator: &mut Validator, section: &SectionSpec) {
    let list = SourcePath::FILE.field("clauses");
    let all = || section.clauses.iter().flat_map(|clause| &clause.requirements).filter_map(|own| own.elements.as_ref());
    let is_known = |name: &str| {
        let mut names = all().flatten().flat_map(|element| &element.name.0);
        names.any(|(_, words)| words == name)
    };
    for (at_clause, clause) in section.clauses.iter().enumerate() {
        for (at_row, row) in clause.requirements.iter().enumerate() {
            for (number, element) in row.elements.iter().flatten().enumerate() {
                for (index, need) in element.needs.iter().enumerate() {
                    let NeedSpec::After(name) = need else { continue };
                    if !is_known(name) {
                        let (clause, rows) = (list.item(at_clause), "requirements");
                        let (rows, elements) = (clause.field(rows), "elements");
                        let row = rows.item(at_row);
                        let (elements, needs) = (row.field(elements), "needs");
                        let element = elements.item(number);
                        let message = both!("no element here is named \"{name}\"", "这里没有叫“{name}”的要素");
                        let help = Phrase::new("write its name as it stands in `name`", "照 `name` 里的原样写");
                        validator.error(Code::UNKNOWN, &element.field(needs).item(index), message, help);
                    }
                }
            }
        }
    }
}

/// Words that the ear would not take as they are meant are told.
pub(crate) fn patterned(validator: &mut Validator, at: &SourcePath, words: &str) {
    if let Some(message) = pattern_fault(words) {
        let help = Phrase::new(
            "write `word*`, `(a|b)`, `(maybe)` or `a…b`, and longer lists as several lines",
            "写成 `word*`、`(a|b)`、`(可有可无)` 或 `a…b`，太多就分成几条",
        );
        validator.error(Code::STRUCTURE, at, message, help);
    }
}

/// Words by language, safe to show.
fn lists(validator: &mut Validator, at: &SourcePath, typed: &Named<Vec<String>>) -> Vec<(Lang, Vec<Box<str>>)> {
    let mut valid = Vec::new();
    for (entry, (tag, words)) in typed.0.iter().enumerate() {
        let here = at.entry(entry, tag);
        for words in words {
            validator.shown(&here, words);
        }
        for (index, words) in words.iter().enumerate() {
            patterned(validator, &here.item(index), words);
        }
        if words.is_empty() {
            let message = Phrase::new("no words are listed here", "这里一个词都没有列");
            let help =
                Phrase::new("list the words that show it, or remove the language", "列出怎么说才算，或者删掉这种语言");
            validator.error(Code::STRUCTURE, &here, message, help);
        }
        match Lang::new(tag).filter(|lang| validator.languages.contains(lang)) {
            Some(lang) => valid.push((lang, words.iter().map(|words| words.as_str().into()).collect())),
            None => validator.error(
                Code::TEXT,
                &here,
                both!("\"{tag}\" is not among the standard's languages", "\"{tag}\" 不在标准的语言里"),
                Phrase::new("remove it", "删掉它"),
            ),
        }
    }
    valid
}
