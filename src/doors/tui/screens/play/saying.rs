//! Saying something in a play: the field below the story, and what was heard.

use super::{PlayScreen, body};
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::{field, long_field};
use crate::play::hearing::LONGEST_REPLY;
use crate::record::attempt::Mode;
use crate::speech::narration::spoken_name;
use crate::speech::saying;
use crate::tr;
use crate::trainer::phrase_drill::Speaking;
use crate::trainer::say_it::{SaidAs, SaidReply, SayIt};
use ratatui::layout::Rect;
use tui_input::InputRequest;

impl PlayScreen {
    /// How many rows stand before the choices: that something can be said.
    pub(super) fn say_rows(&self) -> usize {
        usize::from(self.moment.is_said)
    }

    /// Looks at what can be done now. Where nothing else can, the field is open at once.
    pub(super) fn look_at_moment(&mut self, ui: &UiContext) {
        self.moment = self.say.said.moment(&self.play, ui.standard());
        let can_wait = !self.moment.listed.is_empty() || self.say.is_by_hand;
        self.say.is_open = self.moment.is_said && (self.say.is_open || !can_wait);
    }

    fn can_file(&self) -> bool {
        self.say.said.reply(&self.play).is_some_and(SaidReply::can_be_filed)
    }

    /// What was said last, and what was heard of it.
    pub(super) fn lay_out_reply(&self, ui: &UiContext, rows: &mut Vec<Row>, width: usize) {
        let Some(reply) = self.say.said.reply(&self.play) else { return };
        let label = format!("{}{}", tr!(ui.words, "saying-yours"), tr!(ui.words, "colon"));
        let tone = if reply.hearing.is_whole() { Tone::Good } else { Tone::Bad };
        let said = Paragraph::new(Tone::Dim, label).and(Tone::Plain, &*reply.words).indented(0, 2);
        rows.extend(said.rows(width, ui.theme));
        rows.extend(Paragraph::new(tone, reply.told(&ui.words)).rows(width, ui.theme));
        if self.say.is_open && reply.can_be_filed() {
            rows.extend(Paragraph::new(Tone::Dim, tr!(ui.words, "said-count-by-esc")).rows(width, ui.theme));
        }
        rows.push(Row::default());
    }

    /// The rows that the field is drawn over.
    pub(super) fn lay_out_field(&mut self, rows: &mut Vec<Row>, width: usize) {
        let from = rows.len();
        rows.extend(vec![Row::default(); long_field::height(&self.say.reply, width)]);
        self.say.rows = from..rows.len();
    }

    /// That something can be said, as a row to choose.
    pub(super) fn say_row(&self, ui: &UiContext) -> Paragraph {
        let is_again = self.say.said.reply(&self.play).is_some_and(|reply| reply.became != SaidAs::Taken);
        let does = if is_again { tr!(ui.words, "say-row-again") } else { tr!(ui.words, "say-row") };
        Paragraph::new(Tone::Key, "  1  ").and(Tone::Plain, does).indented(0, 5)
    }

    /// That what was said should count, as a row to choose; none where it cannot be filed.
    pub(super) fn count_row(&self, ui: &UiContext, number: usize) -> Option<Paragraph> {
        let row = Paragraph::new(Tone::Key, format!("  {number}  "));
        self.can_file().then(|| row.and(Tone::Plain, tr!(ui.words, "saying-should-count")).indented(0, 5))
    }

    /// Does what means something else while the field is open; whether it does.
    pub(super) fn act_in_field(&mut self, action: Action, ui: &mut UiContext) -> bool {
        let height = usize::from(body(ui.size).height);
        match action {
            Action::Back => self.close_field(ui),
            Action::Accept => self.say_it(ui),
            Action::Edit(request) => self.edit_reply(request, ui),
            Action::Down => self.page.scroll(1, height),
            Action::Up => self.page.scroll(-1, height),
            _ => return false,
        }
        true
    }

    pub(super) fn open_field(&mut self, ui: &UiContext) {
        self.say.is_open = true;
        self.focus = None;
        self.lay_out(ui);
        self.reveal_field(ui);
    }

    /// Back to the rows, where something else can be done.
    fn close_field(&mut self, ui: &UiContext) {
        (self.say.is_open, self.say.is_by_hand) = (false, true);
        self.focus = Some(0);
        self.lay_out(ui);
        self.page.go(self.page.rows.len(), usize::from(body(ui.size).height));
    }

    fn edit_reply(&mut self, request: InputRequest, ui: &UiContext) {
        field::edit_within(&mut self.say.reply, request, LONGEST_REPLY);
        self.reveal_field(ui);
    }

    /// Lays it out anew where it takes more or fewer rows, and shows it.
    fn reveal_field(&mut self, ui: &UiContext) {
        let area = body(ui.size);
        if long_field::height(&self.say.reply, area.width.into()) != self.say.rows.len() {
            self.lay_out(ui);
        }
        self.page.reveal(self.say.rows.clone(), area.height.into());
    }

    pub(super) fn draw_field(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = body(ui.size);
        let in_view = self.say.rows.clone().filter_map(|row| self.page.y_of(row, area));
        let height = u16::try_from(in_view.clone().count()).unwrap_or(0);
        if let Some(y) = in_view.min().filter(|_| self.say.is_open) {
            long_field::draw(canvas, &self.say.reply, Rect { y, height, ..area });
        }
    }

    /// Says what stands in the field.
    fn say_it(&mut self, ui: &mut UiContext) {
        let height = usize::from(body(ui.size).height);
        if self.say.reply.value().is_empty() && !self.ready(height) {
            self.read_on(height);
            return;
        }
        let player = spoken_name(ui.player()).to_owned();
        let by = Speaking { lang: ui.lang(), player: &player, standard: ui.standard() };
        let keep = match self.say.said.say(&mut self.play, self.say.reply.value(), &by, ui.now.time) {
            Ok(keep) => keep,
            Err(why) => {
                ui.notice = Some(saying::unheard(&ui.words, why));
                return;
            }
        };
        self.say.clear();
        let became = self.say.said.reply(&self.play).map(|reply| reply.became);
        match (became, keep) {
            (Some(SaidAs::Taken), Some(keep)) => self.took(keep, ui),
            (_, keep) => {
                ui.replied = true;
                if let Some(keep) = keep {
                    ui.keep(keep);
                }
                // Who is told what is missing says it again at once.
                self.say.is_open = became == Some(SaidAs::Missed);
                self.lay_out(ui);
                // What words do not tell apart is chosen below the row that says it again.
                let row = usize::from(became == Some(SaidAs::Several));
                self.focus = (self.moment.is_said && !self.say.is_open).then_some(row);
                self.go_to_choices(ui);
            }
        }
    }

    /// Shows the words of what is to be said here.
    pub(super) fn show_words(&mut self, ui: &mut UiContext) {
        match SayIt::show(&mut self.play, ui.standard(), ui.now.time) {
            Ok(keep) => {
                ui.keep(keep);
                self.say.clear();
                self.focus = None;
                self.lay_out(ui);
                self.go_to_choices(ui);
            }
            Err(refused) => ui.notice = Some(refused.told(&ui.words)),
        }
    }

    pub(super) fn should_count(&mut self, ui: &mut UiContext) {
        let filed = self.say.said.file(&self.play, ui.standard());
        ui.learn_from(filed.into_iter().collect());
        ui.notice = Some(tr!(ui.words, "saying-filed"));
        ui.replied = true;
        self.say.is_open = self.moment.is_said && self.moment.listed.is_empty();
        self.focus = (!self.say.is_open).then_some(0);
        self.lay_out(ui);
        self.go_to_choices(ui);
    }

    /// Whether a hint can be asked for: where one says it oneself, the words are shown.
    pub(super) fn may_hint(&self, ui: &UiContext) -> bool {
        match self.play.mode() {
            Mode::Say => SayIt::may_show(&self.play, ui.standard()).is_ok(),
            Mode::Learn | Mode::Practice | Mode::Exam => self.play.may_hint().is_ok(),
        }
    }
}
