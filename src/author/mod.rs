//! The author's bench: what is broken or unfair in a scenario, and what a change of it means.

#![warn(missing_docs)]

pub mod costs; //      what each choice loses at its dearest moment, with the rows it gives up
pub mod check; //      every path played, every fault with a witness
pub mod fresh; //      what a new scenario and a new pack begin as
pub mod coverage; //   what the scenarios touch of the standard, and what plays reach of them
pub mod accept; //     a sentence put among the good replies of a phrase
pub mod strings; //    the texts of a pack, out to translators and back
pub mod questions; //  questions from elsewhere, as drafts of ours
pub mod map; //        a scenario as a map: scenes, the ways between them, what play reaches
pub mod diff; //       what a change of a scenario means to a learner
pub mod dice; //       how chances are to fall
pub mod preview; //    a scenario while it is being written: the last version that plays, and where its author stands
pub mod playscript; // a play written down as text, with what is expected on the way
