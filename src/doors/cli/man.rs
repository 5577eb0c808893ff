//! The man page: one page for the program and all of its commands, from the same definition as the arguments.

use crate::base::text::Lang;
use crate::doors::tui::keys_of_a_play;
use crate::speech::messages::Messages;
use clap::{Arg, Command};
use clap_mangen::Man;
use std::io;

/// What a variable does, in the order in which they are looked at.
const ENVIRONMENT: [(&str, &str); 6] = [
    ("DOORSTEP_SAVES", "Where plays are kept; --saves goes before it."),
    ("DOORSTEP_PAUSE", "How many milliseconds choosing keys rest after a reply, from 0 to 10000; 700 if unset."),
    ("LC_ALL, LC_MESSAGES, LANG", "The language, until a learner has chosen one: the first that is set decides."),
    ("NO_COLOR", "If set and not empty, no colours are used. Colour is never the only sign."),
    ("TERM, COLORTERM", "What the terminal can do."),
    ("SSH_CONNECTION, SSH_TTY, TMUX, STY, ZELLIJ", "If one is set, the terminal is not asked for its background."),
];

const FILES: [(&str, &str); 4] = [
    ("scenarios/", "Scenarios and their standard; a folder of this name here goes before those that are built in."),
    ("saves/", "Where plays are kept beside such a folder."),
    ("$XDG_DATA_HOME/doorstep/saves", "Where they are kept otherwise (~/.local/share if the variable is unset)."),
    ("LEARNER/attempts/000001.ron", "One play in the folder of saves: its seed and its moves, as text."),
];

const EXIT_STATUS: [(&str, &str); 3] = [
    ("0", "All went well; also for a play that failed or was left."),
    ("1", "check found errors, or anything with --strict; or a walk does not hold."),
    ("2", "Wrong use, or a file, a disk or a terminal that cannot be used; what went wrong stands on standard error."),
];

/// The page in the language of manuals, roff.
///
/// # Errors
/// Writing to memory does not fail.
pub(super) fn page(mut command: Command) -> io::Result<String> {
    command.build();
    let mut head = Vec::new();
    let man = Man::new(command.clone());
    man.render_title(&mut head)?;
    man.render_name_section(&mut head)?;
    man.render_synopsis_section(&mut head)?;
    man.render_description_section(&mut head)?;
    man.render_options_section(&mut head)?;
    let mut page = String::from_utf8_lossy(&head).into_owned();
    page += ".SH COMMANDS\n";
    page.extend(command.get_subcommands().filter(|own| own.get_name() != "help").map(section_of));
    page += &section("KEYS", &keys_of_a_play(&Messages::new(Lang::new("en").expect("a language"))));
    page += &section("ENVIRONMENT", &ENVIRONMENT);
    page += &section("FILES", &FILES);
    page += &section("EXIT STATUS", &EXIT_STATUS);
    page += &format!(".SH EXAMPLES\n.nf\n{}.fi\n", examples(&command));
    Ok(page)
}

/// A command with what it takes.
fn section_of(command: &Command) -> String {
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let own = |arg: &&Arg| !arg.is_global_set() && !arg.is_hide_set() && arg.get_id() != "help";
    let taken: Vec<(String, String)> = command.get_arguments().filter(own).map(argument).collect();
    let nested = command.get_subcommands().filter(|own| own.get_name() != "help").map(|own| {
        (
            format!("{} {}", command.get_name(), own.get_name()),
            own.get_about().map(ToString::to_string).unwrap_or_default(),
        )
    });
    let all: Vec<(String, String)> = nested.chain(taken).collect();
    format!(".SS doorstep {}\n{}\n{}", escaped(command.get_name()), escaped(&about), listed(&all))
}

/// An argument as it is typed, and what it is for.
fn argument(arg: &Arg) -> (String, String) {
    let value = arg.get_value_names().unwrap_or_default().iter().map(|name| format!(" {name}")).collect::<String>();
    let takes = arg.get_num_args().is_some_and(|count| count.takes_values());
    let typed = match arg.get_long() {
        Some(long) if takes => format!("--{long}{value}"),
        Some(long) => format!("--{long}"),
        None => arg.get_value_names().map_or_else(|| arg.get_id().to_string(), |_| value.trim().to_owned()),
    };
    (typed, arg.get_help().map(ToString::to_string).unwrap_or_default())
}

/// The examples that the commands' own help gives.
fn examples(command: &Command) -> String {
    let told = command.get_subcommands().chain([command]).filter_map(Command::get_after_help).map(ToString::to_string);
    let lines: Vec<String> = told.flat_map(|told| told.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    let typed = lines.iter().map(|line| line.trim_start_matches("Example: ").trim_start());
    typed
        .filter(|line| line.starts_with("doorstep ") || line.starts_with("git "))
        .map(|line| escaped(line) + "\n")
        .collect()
}

fn section(title: &str, entries: &[(impl AsRef<str>, impl AsRef<str>)]) -> String {
    format!(".SH {title}\n{}", listed(entries))
}

fn listed(entries: &[(impl AsRef<str>, impl AsRef<str>)]) -> String {
    let entry = |(name, words): &(_, _)| entry(AsRef::<str>::as_ref(name), AsRef::<str>::as_ref(words));
    entries.iter().map(entry).collect()
}

fn entry(name: &str, words: &str) -> String {
    format!(".TP\n\\fB{}\\fR\n{}\n", escaped(name), escaped(words))
}

/// Words that roff sets as they are: no escape, no hyphen that is broken at, no request at the beginning of a line.
fn escaped(words: &str) -> String {
    let plain = words.replace('\\', "\\e").replace('-', "\\-");
    let lines =
        plain.lines().map(|line| if line.starts_with(['.', '\'']) { format!("\\&{line}") } else { line.to_owned() });
    lines.collect::<Vec<_>>().join("\n")
}
