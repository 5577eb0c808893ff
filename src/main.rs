//! The real world: clock, seed, folders, streams. Everything else is the library.

use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::doors::cli::{Context, WorkingLine, run};
use doorstep::doors::tui::{Accents, Connection};
use rand::TryRng;
use std::io::{BufWriter, IsTerminal, stderr, stdin, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let remote = any_set(&["SSH_CONNECTION", "SSH_TTY"]);
    let context = Context {
        cwd: std::env::current_dir().unwrap_or_default(),
        scenarios: None,
        saves: None,
        saves_variable: std::env::var_os("DOORSTEP_SAVES").filter(|value| !value.is_empty()).map(Into::into),
        pause_variable: std::env::var_os("DOORSTEP_PAUSE").filter(|value| !value.is_empty()),
        complete_variable: std::env::var_os("DOORSTEP_COMPLETE").filter(|shell| !shell.is_empty()),
        lang: language(),
        no_color,
        connection: Connection { accents: accents(no_color, remote), remote },
        interactive: stdin().is_terminal() && stdout().is_terminal(),
        plain: is_accessible() || cfg!(unix) && matches!(std::env::var("TERM").as_deref(), Err(_) | Ok("" | "dumb")),
        ascii: false,
        odd_locale: odd_locale(),
        columns: std::env::var("COLUMNS").ok().and_then(|typed| typed.parse().ok()).filter(|columns| *columns >= 20),
        out: Box::new(BufWriter::new(stdout())),
        err: Box::new(stderr()),
        working: if stderr().is_terminal() { WorkingLine::on(Box::new(stderr())) } else { WorkingLine::default() },
        now: Box::new(jiff::Timestamp::now),
        offset: local_offset(),
        fresh_seed: Box::new(fresh_seed),
        fresh_key: Box::new(fresh_key),
    };
    run(std::env::args_os(), context)
}

fn any_set(variables: &[&str]) -> bool {
    variables.iter().any(|name| std::env::var_os(name).is_some())
}

/// What may be asked of the terminal. A multiplexer would answer for itself, and over a network an answer may come late.
fn accents(no_color: bool, remote: bool) -> Accents {
    let kind = std::env::var("TERM").unwrap_or_default();
    let colourless = matches!(kind.as_str(), "" | "dumb" | "Eterm") || kind.starts_with("vt");
    let multiplexed = any_set(&["TMUX", "STY", "ZELLIJ"]) || kind.starts_with("screen") || kind.starts_with("tmux");
    if no_color || colourless {
        Accents::None
    } else if multiplexed || remote || cfg!(not(unix)) {
        Accents::Own
    } else {
        Accents::Ask
    }
}

/// Whether the environment asks for what a screen reader can read.
fn is_accessible() -> bool {
    std::env::var("ACCESSIBLE").is_ok_and(|value| !matches!(value.as_str(), "" | "0"))
}

/// The first of these variables that says anything, in the order of POSIX.
fn first_set(variables: &[&str]) -> Option<String> {
    variables.iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty())
}

/// The locale that says that text is not UTF-8. Where none is set nobody says anything.
fn odd_locale() -> Option<String> {
    first_set(&["LC_ALL", "LC_CTYPE", "LANG"]).filter(|locale| {
        // Some systems say no more than `UTF-8`.
        let charset = locale.rsplit('.').next().and_then(|charset| charset.split('@').next()).unwrap_or_default();
        !matches!(charset.to_ascii_lowercase().as_str(), "utf-8" | "utf8")
    })
}

/// The language that the environment speaks, `ja` of `ja_JP.UTF-8`; English where it names none.
fn language() -> Lang {
    let locale = first_set(&["LC_ALL", "LC_MESSAGES", "LANG"]).unwrap_or_default();
    let tag = locale.split(['_', '-', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
    let named = Lang::new(&tag).filter(|_| (2..=3).contains(&tag.len()));
    named.unwrap_or_else(|| Lang::new("en").expect("`en` is a language tag"))
}

/// How many seconds local time is ahead of UTC now.
fn local_offset() -> i32 {
    jiff::tz::TimeZone::system().to_offset(jiff::Timestamp::now()).seconds()
}

fn fresh_seed() -> Seed {
    // Small numbers are easier to say and to type; a million visits are enough to never meet the same one by chance.
    let drawn = rand::rngs::SysRng
        .try_next_u64()
        .unwrap_or_else(|_| u64::try_from(jiff::Timestamp::now().as_nanosecond().rem_euclid(1 << 60)).unwrap_or(0));
    Seed::new(drawn % 1_000_000)
}

fn fresh_key() -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    rand::rngs::SysRng.try_fill_bytes(&mut bytes).ok().map(|()| bytes)
}
