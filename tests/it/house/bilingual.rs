//! What the program says in two languages, read where it stands: both sentences name the same values, the Chinese is
//! Chinese and the English is English.

use super::source::House;
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Expr, ExprCall, ExprLit, ExprMacro, ExprTuple, Ident, Lit, LitStr, Token};

/// Every pair of sentences that does not fit, with its place.
fn unlike(house: &House) -> Vec<String> {
    let mut found = Vec::new();
    for (path, file) in house.sources() {
        let mut finder = Pairs::default();
        finder.visit_file(&file.shipped);
        let told = finder.found.iter().flat_map(|(line, en, zh)| faults(en, zh).map(move |fault| (line, fault)));
        found.extend(told.map(|(line, fault)| format!("{path}:{line}: {fault}")));
    }
    found
}

fn faults(en: &str, zh: &str) -> impl Iterator<Item = String> {
    let (own, other) = (slots(en), slots(zh));
    let unequal = (own != other).then(|| format!("names {own:?} and {other:?}"));
    let is_word = |word: &str| !word.starts_with("--") && word.chars().any(char::is_alphabetic);
    let words = |text: &str| bare(text).split_whitespace().any(is_word);
    let is_told = zh.chars().any(is_han) || zh.chars().any(|c| !c.is_whitespace()) && !words(zh);
    let untranslated = words(en) && !is_told;
    let untranslated = untranslated.then(|| format!("is not translated: {zh:?}"));
    let foreign = bare(en).chars().any(is_han).then(|| format!("has Chinese in English: {en:?}"));
    [unequal, untranslated, foreign].into_iter().flatten()
}

fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

/// The values that a sentence names: `{name}` and `{name:.1}`; a bracket with a space behind it stands for itself.
fn slots(text: &str) -> BTreeSet<String> {
    let text = text.replace("{{", "").replace("}}", "");
    let names = text.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    let names = names.filter(|name| !name.starts_with(' '));
    names.map(|name| name.split(':').next().unwrap_or_default().to_owned()).collect()
}

/// The text without its values, and without what it quotes or names as typed.
fn bare(text: &str) -> String {
    let pairs = [('{', '}'), ('`', '`'), ('"', '"'), ('“', '”'), ('(', ')')];
    let (mut out, mut end) = (String::new(), None);
    for c in text.chars() {
        match end {
            Some(last) if c == last => end = None,
            Some(_) => {}
            None => match pairs.iter().find(|(first, _)| *first == c) {
                Some((_, last)) => end = Some(*last),
                None => out.push(c),
            },
        }
    }
    out
}

/// Both sentences of each pair, with its line.
#[derive(Default)]
struct Pairs {
    found: Vec<(usize, String, String)>,
    /// Whether phrases are named by now: then two such texts are one, or become one.
    has_phrases: bool,
}

impl Pairs {
    /// Takes in two texts that begin a call or a tuple.
    fn begin_with_both(&mut self, parts: &Punctuated<Expr, Token![,]>) {
        let literal = |part: &Expr| match part {
            Expr::Lit(ExprLit { lit: Lit::Str(own), .. }) => Some(own.clone()),
            _ => None,
        };
        if let (true, Some(Some(en)), Some(Some(zh))) =
            (self.has_phrases, parts.first().map(literal), parts.iter().nth(1).map(literal))
        {
            self.found.push((en.span().start().line, en.value(), zh.value()));
        }
    }

    /// The first two literals of every `both!` among these tokens, however deep it stands.
    fn scan(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            let is_both = matches!(&token, TokenTree::Ident(name) if name == "both");
            if is_both && matches!(tokens.peek(), Some(TokenTree::Punct(mark)) if mark.as_char() == '!') {
                tokens.next();
                if let Some(TokenTree::Group(group)) = tokens.peek() {
                    self.take(group.stream());
                }
            } else if let TokenTree::Group(group) = token {
                self.scan(group.stream());
            }
        }
    }

    fn take(&mut self, tokens: TokenStream) {
        let literals = tokens.clone().into_iter().filter_map(|token| match token {
            TokenTree::Literal(literal) => {
                syn::parse_str::<LitStr>(&literal.to_string()).ok().map(|own| (literal, own))
            }
            TokenTree::Group(_) | TokenTree::Ident(_) | TokenTree::Punct(_) => None,
        });
        if let [(first, en), (_, zh)] = literals.take(2).collect::<Vec<_>>().as_slice() {
            self.found.push((first.span().start().line, en.value(), zh.value()));
        }
        self.scan(tokens);
    }
}

impl<'ast> Visit<'ast> for Pairs {
    fn visit_ident(&mut self, own: &'ast Ident) {
        self.has_phrases |= own == "Phrase";
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        visit::visit_expr_call(self, call);
        self.begin_with_both(&call.args);
    }

    fn visit_expr_tuple(&mut self, tuple: &'ast ExprTuple) {
        self.begin_with_both(&tuple.elems);
        visit::visit_expr_tuple(self, tuple);
    }

    fn visit_expr_macro(&mut self, own: &'ast ExprMacro) {
        if own.mac.path.is_ident("both") {
            self.take(own.mac.tokens.clone());
        } else {
            self.scan(own.mac.tokens.clone());
        }
    }
}

#[test]
fn both_sentences_name_the_same_and_are_of_their_language() {
    let real = House::real();
    let mut pairs = Pairs::default();
    real.sources().for_each(|(_, file)| pairs.visit_file(&file.shipped));
    assert!(pairs.found.len() > 400, "{}", pairs.found.len());
    // Rules of punctuation give Chinese marks and words as examples in English too.
    let told: Vec<String> =
        unlike(&real).into_iter().filter(|fault| !fault.starts_with("src/author/check/rules/")).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn a_value_that_only_one_names_is_seen_and_so_is_a_sentence_that_nobody_translated() {
    for (planted, fault) in [
        ("both!(\"`{name}` is gone\", \"没有了\")", "names"),
        ("both!(\"{a:.1} of {b}\", \"{b} 里的 {c}\", a = 1, c = 2)", "names"),
        ("both!(\"keep one\", \"keep one\")", "is not translated"),
        ("both!(\"留下 one\", \"留下一个\")", "has Chinese in English"),
        ("Phrase::new(\"keep one\", \"keep one\")", "is not translated"),
        ("{ use a::Phrase; let (en, zh) = (\"keep one\", \"keep one\"); Phrase::new(en, zh) }", "is not translated"),
        ("vec![both!(\"{a}\", \"{b}\")]", "names"),
    ] {
        let house = House::of(&[("src/a.rs", &format!("fn f() {{ let _ = {planted}; }}"))]);
        let found = unlike(&house);
        assert!(found.len() == 1 && found[0].contains(fault), "{planted}: {found:?}");
    }
    for fine in
        ["both!(\"{a}: {b}\", \"{b}：{a}\")", "both!(\"write {{ {a} }}\", \"写 {{ {a} }}\")", "both!(\"{a}\", \"{a}\")"]
    {
        assert_eq!(unlike(&House::of(&[("src/a.rs", &format!("fn f() {{ {fine}; }}"))])), [""; 0]);
    }
}
