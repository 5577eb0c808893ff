//! Tables for spreadsheets: fields between commas, in UTF-8. There is no byte order mark: nothing that cannot be seen goes
//! out.

/// One line of a table, with its end.
pub(super) fn row<S: AsRef<str>>(fields: impl IntoIterator<Item = S>) -> String {
    let fields: Vec<String> = fields.into_iter().map(|own| field(own.as_ref())).collect();
    fields.join(",") + "\n"
}

/// A field, in quotation marks where something in it would mean something else.
pub(super) fn field(words: &str) -> String {
    let is_plain = !words.contains(['"', ',', ';', '\t', '\n', '\r']) && words.trim() == words;
    if is_plain { words.to_owned() } else { format!("\"{}\"", words.replace('"', "\"\"")) }
}
