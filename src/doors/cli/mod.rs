//! The command line: arguments in, one command per file, an exit code out.

#![expect(clippy::disallowed_methods, reason = "commands time their work and use this process' own streams")]

mod failure; //        why a command could not do its work
mod working_line; //   a sign of life while a command works for long
mod context; //        what a command is handed
mod ended; //          how a command ended, as an exit code
mod value; //          values that several commands take
mod gather; //         the learners whom a command is about
mod shown_session; //  a session that keeps nothing
mod new_file; //       a file that is written for its author

mod judged; //         a play, judged

mod list; //           what can be played
mod play_args; //      what `play` takes
mod walk_file; //      a play written as a walk
mod play; //           the trainer, lines of text, or choices
mod solve; //          the best play
mod simulate; //       a crowd
mod items; //          how good questions and decisions are
mod issuer; //         the keys of those who certify
mod exam_results; //   what was sat
mod exam; //           exams, for whoever sets them
mod certificate_lists; // their cards, and what they took back
mod sat_before; //     what a candidate sat before
mod certify; //        a sitting, signed
mod verify; //         whether what was signed still holds
mod revoke; //         a certificate taken back
mod standard; //       the standard
mod check; //          every fault of the content
mod explain; //        what a code means
mod replay; //         a stored play, judged again
mod debrief; //        a play, reviewed
mod progress; //       how far a learner has come
mod report; //         what a group did
mod coverage; //       what is trained
mod graph; //          a map
mod diff; //           what a change means
mod new_scenario; //   a scenario to begin with
mod new_pack; //       a pack to begin with
mod new; //            either of them
mod strings; //        texts out to translators, and back
mod questions; //      questions out to other programs, and in as drafts
mod guide; //          the author's guide
mod preview; //        a scenario while it is written
mod walk; //           written plays
mod learner; //        who has played here
mod export; //         a learner as one file
mod import; //         learners from such files
mod xapi; //           what learners did, for record stores
mod schema; //         what stands in JSON
mod man; //            the man page

mod args; //           everything that can be typed
mod chinese_help; //   the help of it in Chinese
mod complete; //       what a shell offers while something is typed
mod completions; //    completions and the man page, printed
mod refusal; //        why something typed is no command
mod run; //            from arguments to an exit code

pub use context::Context;
pub use failure::Failure;
pub use run::run;
pub use working_line::WorkingLine;
