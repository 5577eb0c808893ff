//! The folder name of a learner, derived from the name. It is never the raw text: a name may be `../evil`, `CON` or one
//! emoji.

use sha2::{Digest, Sha256};

/// The longest folder name, in bytes.
const FOLDER: usize = 32;

/// The folder names that a learner of this name may have, in the order in which they are tried. All of them are
/// `[a-z0-9][a-z0-9_-]{0,31}` and none is a device of Windows.
///
/// A name that is a folder name already keeps it; every other carries a piece of its hash, so that a folder whose
/// `learner.ron` was lost is found again by its name alone, and `Ann` is not taken for `ann`.
pub(super) fn folders(name: &str) -> impl Iterator<Item = String> {
    let plain = plain_part(name);
    let first = if plain == name && !is_device(&plain) { plain } else { ending(&plain, &short_hash(name)) };
    let more = first.clone();
    std::iter::once(first).chain((2u32..).map(move |n| ending(&more, &n.to_string())))
}

fn ending(front: &str, end: &str) -> String {
    let front: String = front.chars().take(FOLDER - 1 - end.len()).collect();
    format!("{front}-{end}")
}

/// The letters and digits of a name that any file system keeps, or `learner` where there are none.
fn plain_part(name: &str) -> String {
    let kept = name.chars().map(|c| if c.is_ascii_whitespace() { '_' } else { c.to_ascii_lowercase() });
    let kept: String =
        kept.filter(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-')).collect();
    let kept: String = kept.trim_start_matches(['_', '-']).chars().take(FOLDER).collect();
    if kept.is_empty() { "learner".to_owned() } else { kept }
}

fn is_device(folder: &str) -> bool {
    let numbered =
        |front| folder.strip_prefix(front).is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit());
    matches!(folder, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

fn short_hash(name: &str) -> String {
    let digest = Sha256::digest(name.as_bytes());
    format!("{:08x}", u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::profile::clean_name;
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    fn is_folder_name(folder: &str) -> bool {
        let byte = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        let bytes = folder.as_bytes();
        bytes.first().is_some_and(|b| byte(*b))
            && bytes.len() <= FOLDER
            && bytes.iter().all(|b| byte(*b) || matches!(b, b'_' | b'-'))
            && !is_device(folder)
    }

    #[test]
    fn names_that_would_leave_the_folder_do_not() {
        for name in ["../evil", "/etc/x", "CON", "con", "com1", "👩\u{200d}🔧", "..", "a/b\\c", "-rf", "张三", "ann"]
        {
            let name = clean_name(name).expect("a name");
            assert!(folders(&name).take(20).all(|folder| is_folder_name(&folder)), "{name}");
        }
        assert_eq!(folders("ann").next().as_deref(), Some("ann"));
        assert_eq!(folders("con").next().as_deref(), Some("con-1143da2b"));
        assert_eq!(folders("ann").nth(1).as_deref(), Some("ann-2"));
    }

    proptest! {
        #[test]
        fn every_name_has_a_lawful_folder_and_is_clean_once_cleaned(typed in "\\PC{0,80}|[ -~]{0,80}|[a-z0-9_-]{1,40}") {
            if let Ok(name) = clean_name(&typed) {
                prop_assert_eq!(clean_name(&name), Ok(name.clone()));
                prop_assert!(folders(&name).take(12).all(|folder| is_folder_name(&folder)));
            }
        }
    }
}
