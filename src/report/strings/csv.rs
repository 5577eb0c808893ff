//! Texts as a table, for spreadsheets, in UTF-8. There is no byte order mark: nothing that cannot be seen goes out.

use crate::author::strings::StringTable;
use crate::report::table::row as line;

/// The whole table.
pub fn render(table: &StringTable) -> String {
    let mut text = "id,context,base_language,base,language,translation,status\n".to_owned();
    for row in &table.rows {
        let fields = [
            &row.text.id,
            &row.text.context,
            row.base_lang.tag(),
            row.base,
            row.lang.tag(),
            row.translation.unwrap_or_default(),
            row.status().word(),
        ];
        text += &line(fields);
    }
    text
}
