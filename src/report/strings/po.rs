//! Texts as a file of gettext: one language, an entry a text, its id as the context.

use crate::author::strings::{StringRow, StringTable};
use crate::base::text::Lang;

/// The whole file, of the rows in this language.
pub fn render(table: &StringTable, lang: Lang) -> String {
    let head = format!(
        "msgid \"\"\nmsgstr \"\"\n\"MIME-Version: 1.0\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Content-Transfer-Encoding: 8bit\\n\"\n\"Language: {lang}\\n\"\n\"X-Generator: doorstep\\n\"\n"
    );
    let own = table.rows.iter().filter(|row| row.lang == lang);
    head + &own.map(entry).collect::<String>()
}

fn entry(row: &StringRow) -> String {
    let StringRow { file, text, line, base, .. } = row;
    let words = row.translation.unwrap_or_default();
    format!(
        "\n#. {context}; {status}\n#: {file}:{line}\nmsgctxt {id}\nmsgid {base}\nmsgstr {words}\n",
        context = text.context,
        status = row.status().word(),
        id = string(&text.id),
        base = string(base),
        words = string(words),
    )
}

fn string(words: &str) -> String {
    let escaped = words.replace('\\', "\\\\").replace('"', "\\\"").replace('\r', "\\r").replace('\t', "\\t");
    let lines: Vec<String> =
        escaped.split_inclusive('\n').map(|line| format!("\"{}\"", line.replace('\n', "\\n"))).collect();
    match lines.len() {
        0 => "\"\"".to_owned(),
        1 => lines.concat(),
        _ => format!("\"\"\n{}", lines.join("\n")),
    }
}
