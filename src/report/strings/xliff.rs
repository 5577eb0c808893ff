//! Texts as XLIFF 1.2, which every tool for translators reads: one language, a `file` for each file of the pack.

use crate::author::strings::{StringRow, StringTable, TranslationStatus};
use crate::base::text::Lang;
use quick_xml::escape::escape;

/// The whole document, of the rows in this language.
pub fn render(table: &StringTable, lang: Lang) -> String {
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n".to_owned();
    let own: Vec<&StringRow> = table.rows.iter().filter(|row| row.lang == lang).collect();
    // The languages of a file stand in its head.
    for rows in own.chunk_by(|one, other| one.file == other.file && one.base_lang == other.base_lang) {
        let Some(first) = rows.first() else { continue };
        text += &format!(
            "<file original=\"{file}\" source-language=\"{base}\" target-language=\"{lang}\" datatype=\"plaintext\">\n<body>\n",
            file = escape(first.file),
            base = first.base_lang
        );
        text.extend(rows.iter().map(|row| unit(row)));
        text += "</body>\n</file>\n";
    }
    text + "</xliff>\n"
}

fn unit(row: &StringRow) -> String {
    let state = match row.status() {
        TranslationStatus::Missing => "needs-translation",
        TranslationStatus::Same => "needs-review-translation",
        TranslationStatus::Done => "translated",
    };
    format!(
        "<trans-unit id=\"{id}\" xml:space=\"preserve\">\n<source>{base}</source>\n<target state=\"{state}\">{words}</target>\n<note>{context}</note>\n</trans-unit>\n",
        id = escape(&*row.text.id),
        base = escape(row.base),
        words = escape(row.translation.unwrap_or_default()),
        context = escape(&*row.text.context),
    )
}
