//! Starts programs in a terminal of 200×60 cells, and tells what their first frame cost: `first_frame PROGRAM…`, each
//! argument one command line. CPU time of all threads and the most memory, as Linux counts them.

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::fs;
use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

const RUNS: usize = 11;
/// A frame is there when nothing more has come for so long.
const QUIET: Duration = Duration::from_millis(400);

/// The CPU time in nanoseconds and the most memory in kilobytes.
type Cost = (u64, u32);

fn main() {
    for line in std::env::args().skip(1) {
        let costs: Option<Vec<Cost>> = (0..RUNS).map(|_| run(&line)).collect();
        let Some(mut costs) = costs else { return eprintln!("{line} did not draw") };
        costs.sort_unstable();
        let (nanoseconds, kilobytes) = costs[RUNS / 2];
        let milliseconds = Duration::from_nanos(nanoseconds).as_secs_f64() * 1e3;
        println!("{milliseconds:6.2} ms CPU {:6.1} MB  {line}", f64::from(kilobytes) / 1024.0);
    }
}

fn run(line: &str) -> Option<Cost> {
    let size = PtySize { rows: 60, cols: 200, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).ok()?;
    let mut command = CommandBuilder::from_argv(line.split(' ').map(Into::into).collect());
    command.env("TERM", "xterm-256color");
    command.cwd(std::env::current_dir().ok()?);
    let mut child = pair.slave.spawn_command(command).ok()?;
    drop(pair.slave);
    let output = read_aside(pair.master.try_clone_reader().ok()?);
    let mut keys = pair.master.take_writer().ok()?;
    let mut drawn = 0;
    while let Ok(bytes) = output.recv_timeout(QUIET) {
        drawn += bytes;
    }
    let cost = cost(child.process_id()?);
    keys.write_all(b"\x03").ok()?;
    child.wait().ok()?;
    cost.filter(|_| drawn > 0)
}

/// How many bytes come, piece by piece.
fn read_aside(mut from: Box<dyn Read + Send>) -> Receiver<usize> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut bytes = vec![0; 1 << 16];
        while let Ok(count @ 1..) = from.read(&mut bytes) {
            if sender.send(count).is_err() {
                return;
            }
        }
    });
    receiver
}

fn cost(process: u32) -> Option<Cost> {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).ok()?.flatten();
    let used = |path| fs::read_to_string(path).ok()?.split(' ').next()?.parse::<u64>().ok();
    let nanoseconds = tasks.filter_map(|task| used(task.path().join("schedstat"))).sum();
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some((nanoseconds, most.trim().trim_end_matches(" kB").parse().ok()?))
}
