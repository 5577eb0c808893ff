//! The rules of a running activity, free of any screen: commands in, effects out. A door shows what is here and asks for
//! it; it decides nothing.

#![warn(missing_docs)]

pub mod phrase_drill; // sentences to be said, one after the other
pub mod reading_aloud; // a text read aloud at the right pace
pub mod reading_words; // the same in words
pub mod spoken_choices; // choices that are said in one's own words
pub mod recorded_play; // a play under way with its record: modes, hints, rewinds, retries, going on
pub mod say_it; //        a play in which one says it oneself
pub mod play_tape; //     one play followed while a session goes on
pub mod open_play; //     which play a command means
pub mod round; //         questions, one after the other
pub mod practice; //      what can be practised by topic
pub mod course; //        how far a learner is in the courses
pub mod learning; //      what a learner knows, and what today is for
pub mod day_words; //     the plan of a day in words
pub mod exam_day; //      the day of an exam, as it is typed
pub mod moment_words; //  a moment of one's own in words
pub mod course_words; //  a course in words
pub mod home; //          what can be done at home
pub mod solve; //         what only the solver can answer: requests and responses
pub mod solver_cache; //  what the solver was asked, and what it answered
pub mod exam_run; //      a sitting under way
pub mod exam_past; //     what was sat before, and what may be sat now
pub mod exam_words; //    exams in words
pub mod group; //         what a group of learners did, for whoever trains them
