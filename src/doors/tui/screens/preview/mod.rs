//! A scenario while its author writes it: the play on one side, what is wrong with the newest version on the other.
//!
//! ```text
//! ── preview · A wet umbrella ─────────────────── seed 0 · calm · 09:56:20 ──
//!   The rain has not stopped …                          │ version 4 · 1 error
//!                                                       │ error 61:27 DS004
//!   What do you do?                                     │   there is no scene
//! ▸ 1  Shake it out and fold it, then ring   fold_it    │   "dor": did you mean
//!   2  Tuck it under your arm and ring       under_arm  │   "door"?
//! ──────────────────────────────────────────────────────┴──────────────────
//! ```
//!
//! Below them stands what holds in the present moment, and how the chances fall.
//!
//! In a narrow window the diagnostics stand below the play, as many as there is room for; Ctrl-F shows all of them. While the
//! file cannot be played, the version before stays, and the first line of the diagnostics says so.

mod areas; // where the play and the diagnostics are drawn
mod diagnostics; // the rows of diagnostics, for the pane and for the whole list
mod diagnostics_tab; // the whole list
mod play_tab; // the play, and the choices below it
mod scenes_tab; // the scenes, to go to one
mod state_tab; // what holds now, and how the chances fall
mod screen; // which tab there is, and what stands around it
mod story; // the rows of the play

pub(crate) use screen::PreviewScreen;
