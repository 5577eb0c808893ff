//! What pages of HTML have in common: their frame, and words of several lines. Escaping is maud's work.

use crate::base::language::is_right_to_left;
use crate::base::text::Lang;
use maud::{Markup, PreEscaped, Render, html};

/// A page that stands alone: nothing is fetched. `style` is CSS of our own.
pub(super) fn page(lang: &str, title: &str, style: &str, body: &Markup) -> String {
    let page = html! {
        (PreEscaped("<!doctype html>\n"))
        html lang=(lang) dir=[direction(lang)] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(style)) }
            }
            body {
                main {
                    h1 { (title) }
                    (body)
                }
            }
        }
    };
    page.into_string() + "\n"
}

/// Which way a language is read, as pages say it where that is not the usual one.
pub(super) fn direction(lang: &str) -> Option<&'static str> {
    Lang::new(lang).filter(|lang| is_right_to_left(*lang)).map(|_| "rtl")
}

/// Words whose line breaks are kept.
pub(super) struct MultiLine<'w>(pub &'w str);

impl Render for MultiLine<'_> {
    fn render_to(&self, out: &mut String) {
        for (number, line) in self.0.split('\n').enumerate() {
            if number > 0 {
                html! { br; }.render_to(out);
            }
            line.render_to(out);
        }
    }
}

/// A list, or nothing where there is nothing to list.
pub(super) fn list(items: &[String]) -> Markup {
    html! {
        @if !items.is_empty() {
            ul {
                @for item in items {
                    li { (MultiLine(item)) }
                }
            }
        }
    }
}

/// A number of a picture, with one decimal.
pub(super) struct Tenths(pub f64);

impl Render for Tenths {
    fn render_to(&self, out: &mut String) {
        format_args!("{:.1}", self.0).render_to(out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_become_markup() {
        assert_eq!(
            MultiLine("<b a=\"x\">&\n</p>").render().into_string(),
            "&lt;b a=&quot;x&quot;&gt;&amp;<br>&lt;/p&gt;"
        );
        assert!(page("ar", "", "", &list(&[])).contains("<html lang=\"ar\" dir=\"rtl\">"));
        let page = page("en\">", "</title><script>", "p{}", &list(&["<i>".to_owned()]));
        assert!(
            !page.contains("<script>") && !page.contains("<i>") && page.contains("lang=\"en&quot;&gt;\""),
            "{page}"
        );
    }
}
