//! Item statistics: how hard an item is, whether it tells those who know from those who do not, and how reliable all of
//! them are together. It knows numbers alone: who answered what comes in as [`Responses`].
//!
//! The definitions are those of Moodle's quiz statistics (<https://docs.moodle.org/dev/Quiz_statistics_calculations>), with
//! one addition: where persons saw different items, a total and a rest are shares of what each of them saw. Where everybody saw
//! everything that changes nothing. `scripts/item_numbers.py` holds them to numpy, pandas, scipy, statsmodels and pingouin.

mod responses;
mod sample;
mod interval;
mod covariances;
mod option;
mod item;
mod whole;
mod suspicion;

pub use interval::{Interval, fisher, wilson};
pub use item::{ItemStatistics, reliability, statistics};
pub use option::OptionStatistics;
pub use responses::{ItemCell, OptionMark, Responses};
pub use suspicion::{FEW, Suspicion, may_be_chance, suspicions};
pub use whole::WholeStatistics;
