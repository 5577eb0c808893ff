//! The top level of the repository: what a newcomer sees first is named here, so that nothing lies there by mistake.

use std::fs;

/// Everything that may stand there; `target` and `.git` are no part of what is shipped.
const NAMED: [&str; 32] = [
    ".cargo",
    ".ci",
    ".editorconfig",
    ".git",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "NOTICE",
    "README.md",
    "README.zh.md",
    "SECURITY.md",
    "benches",
    "build.rs",
    "clippy.toml",
    "deny.toml",
    "editors",
    "fuzz",
    "i18n",
    "i18n.toml",
    "rustfmt.toml",
    "saves",
    "scenarios",
    "scripts",
    "src",
    "target",
    "tests",
    "typos.toml",
];

fn strangers(names: impl IntoIterator<Item = String>) -> Vec<String> {
    names.into_iter().filter(|name| !NAMED.contains(&name.as_str())).collect()
}

#[test]
fn nothing_lies_at_the_top_by_mistake() {
    let entries = fs::read_dir(env!("CARGO_MANIFEST_DIR")).expect("the repository");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    assert_eq!(strangers(names), [""; 0]);
}

#[test]
fn what_somebody_left_there_is_seen() {
    assert_eq!(strangers(["src".to_owned(), "some-1.0-py3-none-any.whl".to_owned()]), ["some-1.0-py3-none-any.whl"]);
}
