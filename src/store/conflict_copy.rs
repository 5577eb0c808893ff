//! Files that a synchroniser, or a hand, has copied beside ours: which of two states of a play is meant, a person alone can
//! say. They are never read as plays of their own.

/// What the names of such copies have in them, in small letters.
const MARKS: [&str; 8] = ["conflict", "冲突", "衝突", "副本", "拷贝", "複本", " copy", "-copy"];

/// Whether a file of this name is a copy of one of ours.
pub(super) fn is_conflict_copy(name: &str) -> bool {
    let small = name.to_lowercase();
    MARKS.iter().any(|mark| small.contains(mark)) || has_count(&small)
}

/// Whether a number in brackets stands in the name, as in `000001 (1).ron`.
fn has_count(name: &str) -> bool {
    let inside =
        name.split(['(', '（']).skip(1).filter_map(|rest| rest.split([')', '）']).next().filter(|own| *own != rest));
    inside.into_iter().any(|own| !own.is_empty() && own.chars().all(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::is_conflict_copy;

    #[test]
    fn copies_of_every_kind_are_known_by_their_names_and_our_own_files_are_none() {
        for name in [
            "000001 (conflicted copy 2026-03-01).ron",
            "000001 (Ann's conflicted copy).ron",
            "000001.sync-conflict-20260301-090000-ABCDEFG.ron",
            "000001 (1).ron",
            "000001.ron (2)",
            "000001(1).ron",
            "000001（1）.ron",
            "000001 (小李 的冲突副本 2026-03-01).ron",
            "000001_冲突文件_20260301.ron",
            "000001 - 副本.ron",
            "000001 - Copy.ron",
            "learner copy.ron",
            "learner（2）.ron",
        ] {
            assert!(is_conflict_copy(name), "{name}");
        }
        for name in [
            "000001.ron",
            "000001.ron.damaged2",
            "learner.ron",
            "learner.lock",
            "plays.index",
            "notes (old).txt",
            ".x.tmp",
        ] {
            assert!(!is_conflict_copy(name), "{name}");
        }
    }
}
