//! A frame of 200×60 cells with Chinese text, after few and after many rows of story, beside bare ratatui with the same
//! cells.

use crate::screen::{door, draw_bare, rows, terminal};
use divan::Bencher;

/// Two moves tell about 50 rows, 500 about 10,000.
const MOVES: [usize; 2] = [2, 500];

#[divan::bench(args = MOVES)]
fn ours(bencher: Bencher, moves: usize) {
    let saves = tempfile::tempdir().expect("a folder");
    let mut terminal = terminal();
    let mut door = door(saves.path(), moves, &mut terminal);
    bencher.bench_local(|| door.draw(&mut terminal));
}

#[divan::bench(args = MOVES)]
fn bare_ratatui(bencher: Bencher, moves: usize) {
    let saves = tempfile::tempdir().expect("a folder");
    let rows = rows(saves.path(), moves);
    let mut terminal = terminal();
    bencher.bench_local(|| draw_bare(&mut terminal, &rows));
}
