//! A learner with ten thousand plays and twenty thousand reviews who goes to another machine.

use crate::history;
use crate::memory::keep;
use crate::worlds::{bundled, chinese};
use divan::Bencher;
use doorstep::store::Saves;
use jiff::Timestamp;
use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;
use tempfile::TempDir;

/// The saves and the file, made once. Every play has a start of its own, so that none is taken for another.
static LIN: OnceLock<(TempDir, PathBuf)> = OnceLock::new();

fn lin() -> &'static (TempDir, PathBuf) {
    LIN.get_or_init(|| {
        let pack = bundled();
        let root = history::saves(&pack, 10_000);
        let saves = Saves::at(root.path());
        let folder = saves.learners().0[0].folder.clone();
        for (number, play) in fs::read_dir(folder.join("attempts")).expect("listed").enumerate() {
            let path = play.expect("an entry").path();
            let text = fs::read_to_string(&path).expect("read");
            let begun = Timestamp::from_second(i64::try_from(number).expect("small") * 3_600).expect("in range");
            let text = text.replacen("1970-01-01T00:00:00Z", &begun.to_string(), 1);
            fs::write(path, text).expect("written");
        }
        keep(&mut saves.open("Lin", chinese(), Timestamp::UNIX_EPOCH).expect("a learner").0, &pack, 20_000);
        let file = root.path().join("lin.learner");
        let text = saves.export("Lin").expect("exported").0.text;
        println!("10,000 plays and 20,000 reviews: {} bytes", text.len());
        fs::write(&file, text).expect("written");
        (root, file)
    })
}

/// From the saves to the text.
#[divan::bench(sample_count = 5)]
fn export(bencher: Bencher) {
    let (root, _) = lin();
    bencher.bench_local(|| Saves::at(root.path()).export("Lin").expect("exported").0.plays);
}

/// From the file to somebody new.
#[divan::bench(sample_count = 3)]
fn import_into_nothing(bencher: Bencher) {
    let (_, file) = lin();
    let files = [(file.clone(), file.clone())];
    bencher.with_inputs(|| tempfile::tempdir().expect("a folder")).bench_local_values(|root| {
        let outcome = Saves::at(root.path()).import(&files, None).expect("imported");
        assert_eq!(outcome.imported[0].plays.added, 10_000);
        root
    });
}

/// From the file to whoever has everything already.
#[divan::bench(sample_count = 5)]
fn import_again(bencher: Bencher) {
    let (root, file) = lin();
    let files = [(file.clone(), file.clone())];
    bencher.bench_local(|| {
        let outcome = Saves::at(root.path()).import(&files, None).expect("imported");
        assert_eq!(outcome.imported[0].plays.known, 10_000);
    });
}
