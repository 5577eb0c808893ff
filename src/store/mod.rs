//! The only room that opens files: content in, saves in and out, whole or not at all.
//!
//! It reads no clock and no environment of its own: moments, folders and variables are handed in. What it cannot do it
//! tells as a [`StoreError`]; a fault that did not stop it comes back as a notice, so that play goes on.

#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "the one room that knows the disk")]

mod travel_fault; //   what is wrong with the file of a learner who travels
mod certificate_fault; // what is wrong with the file of a certificate or a key
mod error; //          what can go wrong
mod error_words; //    the same in words, and what to do then
mod read; //           one file in: ordinary, of limited size, UTF-8
mod own_file; //       a file that is written in place: ordinary, and of one name
mod lock; //           who has a learner open
mod write; //          one file out: whole or not at all
mod save_state; //     whether what a learner did is on the disk
mod writer; //         (path, text) to the disk, and what could not be written
mod save_format; //    what all files of a learner have in common
mod attempt_tail; //   what is added to it while it is played
mod attempt_file; //   an attempt as a file
mod index_file; //     what is known of all attempts, in one file
mod conflict_copy; //  copies that a synchroniser has left
mod attempt_folder; // the attempts of one learner
mod numbers; //        under which number a play lies on the disk
mod journal_line; //   one event as a line
mod journal_text; //   the lines of a journal, and two journals as one
mod journal_file; //   the journal of one learner
mod sitting_line; //   one event of a sitting as a line
mod sitting_text; //   the lines of a sitting, each sealed
mod signing_key; //    the keys of issuers and proctors, as texts
mod proctor_code; //   what a proctor says when she was there
mod sitting_file; //   the sittings of one learner
mod certificate_json; // what a certificate says, as a line
mod certificate_text; // the same signed, with its sitting
mod revocations; //    the certificates that were taken back
mod revocation_file; // the same as a file that several put something on
mod certificate_file; // keys, certificates and lists as files
mod profile_file; //   who a learner is, as a file
mod name; //           the folder of a learner
mod learner; //        one learner who is open
mod reload; //         a play saved and loaded again without a disk
mod built_in; //       the content that the program was built with
mod content; //        the files of a pack
mod content_back; //   a file of a pack, replaced
mod deleted; //        what is left of a learner who was deleted
mod saves; //          the folder of all learners
mod manage; //         learners renamed, merged and deleted
mod travel_text; //    a learner as one text: its parts, and their hashes
mod travel_out; //     a learner written into one file
mod travel_plan; //    what such a file would bring
mod travel_in; //      such files taken in
mod gathered_file; //  what a file of a learner is, by its beginning
mod gathered_learner; // what one of many learners left
mod gathered; //       many learners, found where they lie
mod walks; //          playscripts in
mod watch; //          a file that is looked at again and again

pub use attempt_file::load_attempt;
pub use attempt_folder::FoundPlays;
pub use built_in::{built_in_files, built_in_page};
pub use certificate_fault::CertificateFault;
pub use certificate_file::{HandedInSitting, KeyFile, StoredCertificate, read_small};
pub use certificate_text::{SignedCertificate, certificate_id, sign};
pub use content::{Content, PackFiles, read_paths, read_version};
pub use error::{Cause, JournalFault, LearnerMixup, Remains, StoreError, shown};
pub use gathered::Gathered;
pub use gathered_learner::{GatheredLearner, GatheredPlay, GatheredRecords, PlayInShort};
pub use learner::Learner;
pub use manage::MergedLearners;
pub use proctor_code::{code, heard_code, turn_of};
pub use profile_file::learner_of;
pub use read::read_document;
pub use reload::reloaded;
pub use revocation_file::{MAX_LIST, revoke};
pub use revocations::{Revocation, revocations};
pub use save_state::SaveState;
pub use saves::{LearnerEntry, Saves, StoredAttempt};
pub use signing_key::{IssuerKey, ProctorKey, issuer_card, issuer_of_card};
pub use sitting_file::{OpenSitting, StoredSitting, sittings_beside};
pub use travel_fault::{TravelFault, TravelFaultKind};
pub use travel_in::ImportOutcome;
pub use walks::read_walks;
pub use watch::Watched;
pub use write::{is_free, may_write_new, write_new, write_whole};
