//! What every screen has around it: a rule with a title above, a rule and the keys that work now below.
//!
//! ```text
//! ── No answer · Seventh-floor landing ────────────── calm · 10:00:30 ──
//!   (the screen)
//! ──────────────────────────────────────────────── ▼ 6 more rows ──
//!   1-4 choose  Enter take  F3 hint  F2 中文  F1 help  Esc leave
//! ```

use super::action::Action;
use super::canvas::Canvas;
use super::cells::{cells, width};
use super::keys::{Binding, KeyContext, Visibility, bindings_at, label};
use super::prose::Paragraph;
use super::theme::Tone;
use crate::speech::line_breaking::fit;
use crate::speech::messages::Messages;
use crate::tr;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// The smallest window that is drawn in, in cells.
pub(super) const SMALLEST: (u16, u16) = (60, 20);
/// How wide a text is set at most.
pub(super) const MEASURE: u16 = 76;
/// From this width on there is a panel at the side.
pub(super) const WITH_PANEL: u16 = 100;
/// The panel, its rule and the space beside it.
pub(super) const PANEL: u16 = 32;

/// What stands around a screen.
#[derive(Debug, Default)]
pub(super) struct ScreenFrame {
    pub title: String,
    pub right: String,
    /// What Enter does, where that is not what the table says.
    pub accept: Option<String>,
    /// What the digits do: how many there are, and the word for it.
    pub picks: Option<(usize, String)>,
    /// Actions that do nothing now.
    pub without: Vec<Action>,
    /// Why something does not work here, or what else is to know: on the lower rule.
    pub unavailable_reason: Option<String>,
    /// That what is done is not saved, for as long as it is so: on the lower rule.
    pub unsaved: Option<String>,
    /// What stands on the lower rule, such as how much more there is to read.
    pub below: Option<String>,
    /// Said once: on the lower rule, or above it when it is long.
    pub notice: Option<String>,
}

/// Where a screen of plain text is drawn: a readable measure in the middle.
pub(super) fn column(size: (u16, u16)) -> Rect {
    centred(size, MEASURE)
}

/// Where a screen with two panes is drawn, as long as it has no more.
pub(super) fn wide_column(size: (u16, u16)) -> Rect {
    let room = if size.0 >= WITH_PANEL { MEASURE + PANEL } else { MEASURE };
    centred(size, room)
}

pub(super) fn centred((width, height): (u16, u16), room: u16) -> Rect {
    let own = room.min(width.saturating_sub(4));
    Rect { x: (width - own) / 2, y: 1, width: own, height: height.saturating_sub(3) }
}

impl ScreenFrame {
    /// Draws everything around `body`.
    pub(super) fn draw(&self, canvas: &mut Canvas, context: KeyContext, body: Rect, words: &Messages) {
        let area = canvas.area();
        canvas.line(0, 0, area.width);
        let right = width(&canvas.theme.text(&self.right));
        let end = body.right().saturating_sub(if right > 0 { right + 3 } else { 0 });
        let gap = |canvas: &mut Canvas, x: u16| canvas.put(x, 0, area.width, Tone::Plain, " ");
        gap(canvas, body.x - 1);
        let title = fit(&self.title, usize::from(end - body.x), canvas.theme.ellipsis());
        let x = canvas.put(body.x, 0, end, Tone::Strong, &title);
        gap(canvas, x);
        if right > 0 {
            let x = canvas.put_right(body.right(), 0, Tone::Plain, &self.right);
            gap(canvas, x - 1);
            gap(canvas, body.right());
        }
        self.draw_lower(canvas, context, body, words);
    }

    fn draw_lower(&self, canvas: &mut Canvas, context: KeyContext, body: Rect, words: &Messages) {
        let area = canvas.area();
        let y = area.height - 2;
        canvas.line(0, y, area.width);
        if let Some(below) = &self.below {
            let x = canvas.put_right(body.right() - 1, y, Tone::Strong, &format!(" {below} "));
            canvas.hit(Rect { x, y, width: body.right() - x, height: 1 }, Action::PageDown);
        }
        let room = self.room_on_rule(body);
        let fits = |words: &str| words.width() <= room;
        let unsaved = self.unsaved.as_ref().map(|mark| (Tone::Strong, mark));
        let reason = self.unavailable_reason.as_ref().map(|reason| (Tone::Dim, reason));
        let short = self.notice.as_ref().filter(|notice| fits(notice)).map(|notice| (Tone::Strong, notice));
        let mut marks = short.into_iter().chain(unsaved).chain(reason);
        if let Some((tone, mark)) = marks.find(|(_, mark)| fits(mark)) {
            canvas.put(body.x - 1, y, body.right(), tone, &format!(" {mark} "));
        }
        self.draw_keys(canvas, context, body, words);
    }

    /// How many cells of the lower rule are free for words.
    fn room_on_rule(&self, body: Rect) -> usize {
        usize::from(body.width).saturating_sub(self.below.as_ref().map_or(0, |below| below.width() + 4))
    }

    /// A notice that does not fit on the lower rule stands whole above it, for as long as it is there.
    pub(super) fn draw_long_notice(&self, canvas: &mut Canvas, body: Rect) {
        let area = canvas.area();
        let room = self.room_on_rule(body);
        let Some(notice) = self.notice.as_ref().filter(|notice| notice.width() > room) else { return };
        let rows = Paragraph::new(Tone::Strong, notice).rows(usize::from(body.width), canvas.theme);
        let height = cells(rows.len()).min(area.height.saturating_sub(6));
        let top = area.height - 2 - height;
        let blank = " ".repeat(usize::from(area.width));
        canvas.line(0, top - 1, area.width);
        for (y, row) in (top..top + height).zip(&rows) {
            canvas.put(0, y, area.right(), Tone::Plain, &blank);
            canvas.row(body, y, row);
        }
    }

    fn draw_keys(&self, canvas: &mut Canvas, context: KeyContext, body: Rect, words: &Messages) {
        let y = canvas.area().height - 1;
        let mut x = body.x;
        for item in self.footer(context, usize::from(body.width), words) {
            let from = x;
            x = canvas.put(x, y, body.right(), Tone::Key, &item.key);
            x = canvas.put(x, y, body.right(), Tone::Plain, &format!(" {}", item.word));
            if let Some(action) = item.action {
                canvas.hit(Rect { x: from, y, width: x - from, height: 1 }, action);
            }
            x += 2;
        }
    }

    /// The keys that are shown: as many as there is room for, help and back always.
    fn footer(&self, context: KeyContext, room: usize, words: &Messages) -> Vec<FooterItem> {
        let stays = |binding: &&Binding| matches!(binding.action, Action::Help | Action::Back);
        let may_go = |binding: &&Binding| !stays(binding) && !self.without.contains(&binding.action);
        let item = |binding: &Binding| self.footer_item(binding, context, words);
        let bound = bindings_at(context, Visibility::InFooter).filter(may_go).map(item);
        let mut shown: Vec<FooterItem> = self.digits().into_iter().chain(bound).collect();
        let last: Vec<FooterItem> = bindings_at(context, Visibility::InFooter).filter(stays).map(item).collect();
        let taken = |items: &[FooterItem]| -> usize { items.iter().map(FooterItem::width).sum() };
        let mut left = (room + 2).saturating_sub(taken(&last));
        shown.retain(|item| {
            let fits = item.width() <= left;
            left -= if fits { item.width() } else { 0 };
            fits
        });
        shown.extend(last);
        shown
    }

    fn footer_item(&self, binding: &Binding, context: KeyContext, words: &Messages) -> FooterItem {
        let key = binding.keys_at(context).next().map(|key| key.name(words)).unwrap_or_default();
        let own = self.accept.clone().filter(|_| binding.action == Action::Accept);
        let word = own.unwrap_or_else(|| label(binding.action, context, words));
        FooterItem { key, word, action: Some(binding.action) }
    }

    /// What the digits do: no single click does the same.
    fn digits(&self) -> Option<FooterItem> {
        let (count, word) = self.picks.as_ref().filter(|(count, _)| *count > 0)?;
        let key = if *count == 1 { "1".to_owned() } else { format!("1-{}", count.min(&9)) };
        Some(FooterItem { key, word: word.clone(), action: None })
    }
}

/// A key in the footer, and what it does.
struct FooterItem {
    key: String,
    word: String,
    /// What a click on it means.
    action: Option<Action>,
}

impl FooterItem {
    /// Its columns, with the gap to the next one.
    fn width(&self) -> usize {
        self.key.width() + self.word.width() + 3
    }
}

/// What a window that is too small says, in both languages: it may hold a single row.
pub(super) fn draw_too_small(canvas: &mut Canvas, words: &Messages) {
    let area = canvas.area();
    let sentence = tr!(
        words,
        "too-small",
        width = SMALLEST.0,
        height = SMALLEST.1,
        now = format!("{}×{}", area.width, area.height)
    );
    let paragraph = Paragraph::new(Tone::Plain, sentence);
    for (y, row) in (area.y..area.bottom()).zip(&paragraph.rows(usize::from(area.width), canvas.theme)) {
        canvas.row(area, y, row);
    }
}
