//! The law of the house and the measures it is kept to, over the source as it is parsed, not as it is spelled. Each
//! guard plants faults in a copy of the source and sees them told; what the law is, stands in `src/lib.rs`.

mod source; //     the files, as text and as syntax
mod shipped; //    a file without its tests
mod references; // every name that a file says
mod modules; //    what a name stands for
mod plan; //       wings, rooms, water line

mod order; //      wings and rooms name only what stands above them
mod circles; //    the files of a room form no circle
mod world; //      nothing above the water line reaches the world
mod hash_walks; // nor walks what has no order

mod measures; //   how long files and functions are
mod type_names; // no two types share a name
mod habits; //     unwrap, silenced lints, stars
mod bilingual; //  what is said twice says the same
mod top_level; //  what lies beside src
mod listing; //    how files lie, and what is said of each room
mod snapshots; //  no picture without a test
