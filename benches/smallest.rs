//! The smallest ratatui program: one full frame of text, and it ends with the first key. What the first frame of the
//! trainer is compared with.

use crossterm::event::{Event, read};
use ratatui::widgets::Paragraph;

fn main() -> std::io::Result<()> {
    let mut terminal = ratatui::try_init()?;
    let text = "She looks through the peephole and says nothing.\n".repeat(60);
    terminal.draw(|frame| frame.render_widget(Paragraph::new(text), frame.area()))?;
    while !matches!(read()?, Event::Key(_)) {}
    ratatui::try_restore()
}
