//! Numbers with a measure in running text: `三十秒`, `half a minute` and `30 s` are one. It reads what is surely a
//! number and passes over what is vague (`十几分钟`, `a few seconds`): a rule that cries wolf is soon switched off.

mod measure;
mod en;
mod zh;
mod calendar_zh;
mod english_numbers;
mod english_token;
mod calendar_en;
mod read;
mod contradiction;
mod now;

pub use contradiction::contradiction;
pub use english_numbers::{SMALL, TENS};
pub use measure::{Measure, Quantity};
pub use now::now_hours;
pub use read::quantities;
