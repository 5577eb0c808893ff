//! A certificate as a page to print. The square of dots holds what was signed, so that a printed page can be checked as well
//! as the file.

use super::words::{circumstances, date, level, scores};
use crate::base::hex;
use crate::content::scenario::Pack;
use crate::record::certificate::Certificate;
use crate::report::markup::page;
use crate::speech::messages::Messages;
use crate::tr;
use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};

const STYLE: &str = "
@page{size:A4;margin:18mm}
body{font:11pt/1.5 system-ui,'Noto Sans CJK SC',sans-serif;color:#111;background:#fff;margin:0}
main{max-width:42rem;margin:2rem auto;padding:0 1.5rem}
h1{font-size:1.7rem;font-weight:600;margin:0 0 1.5rem;border-bottom:2px solid #111;padding-bottom:.6rem}
.who{font-size:2.2rem;font-weight:600;margin:.2rem 0 1rem}
ul{list-style:none;padding:0;margin:0 0 1rem}
.level{border:1px solid #111;padding:.6rem .9rem;margin:1rem 0}
.foot{display:flex;gap:1.5rem;align-items:flex-start;margin-top:2rem}
.foot svg{flex:none;width:62mm;height:62mm}
.small{font-size:8.5pt;color:#333;overflow-wrap:anywhere}
";

/// The page, in the language of the messages. `signed` is the first three lines of the certificate's file.
pub fn render(own: &Certificate, signed: &str, words: &Messages, pack: &Pack) -> String {
    let title = own.title(words.lang());
    let issuer = &*own.issuer.name;
    let valid = match own.valid_until {
        Some(last) => tr!(words, "certificate-valid", date = last.to_string()),
        None => tr!(words, "certificate-valid-ever"),
    };
    let (id, dots) = (&*own.id, dots(signed));
    let between = tr!(words, "between-sentences");
    let body = html! {
        p.who { (own.result.candidate) }
        ul { @for line in scores(words, own, pack) { li { (line) } } }
        p.level { (level(words, &own.witness)) }
        ul { @for line in circumstances(words, own.result.circumstances) { li { (line) } } }
        p { (tr!(words, "certificate-issued", issuer = issuer, date = date(own.issued))) (between) (valid) }
        div.foot {
            @if let Some(dots) = &dots { (dots) }
            div.small {
                p { (tr!(words, "certificate-number", id = id)) }
                p { (tr!(words, "certificate-key", key = hex::digits(&own.issuer.key))) }
                @if dots.is_some() { p { (tr!(words, "certificate-scan")) } }
            }
        }
    };
    page(&words.lang().to_string(), title, STYLE, &body)
}

/// A text as a QR code; none where it is too long for one.
fn dots(text: &str) -> Option<Markup> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let size = code.size();
    let (border, mut path) = (4, String::new());
    for (row, column) in (0..size).flat_map(|row| (0..size).map(move |column| (row, column))) {
        if code.get_module(column, row) {
            path += &format!("M{} {}h1v1h-1z", column + border, row + border);
        }
    }
    let width = size + 2 * border;
    Some(html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {width} {width}")) shape-rendering="crispEdges" aria-hidden="true" {
            rect width=(width) height=(width) fill="#fff" {}
            path d=(path) fill="#000" {}
        }
    })
}
