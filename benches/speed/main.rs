//! How long things take, on the machine where it runs: `cargo bench`. Only ratios within one run are promises; the
//! instructions of `benches/instructions` hold on any machine.

#[path = "../screen.rs"]
mod screen;
#[path = "../worlds.rs"]
mod worlds;

mod check;
mod frame;
mod history;
mod load;
mod memory;
mod play;
mod save;
mod sittings;
mod solve;
mod travel;

fn main() {
    divan::main();
}
