//! A proctor who opens and closes a sitting: she is told a challenge, and answers with a code made on her own machine.

use super::command::PlainPrompt;
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::sure::is_sure;
use crate::doors::store_words::refusal;
use crate::exam::sitting::ProctorTurn;
use crate::store::{OpenSitting, heard_code};
use crate::tr;
use crate::trainer::exam_run::{ExamMoment, ExamRun};

/// Lets the proctor open or close it, where that is her turn.
pub(super) fn let_proctor(
    turn: ProctorTurn,
    sitting: (&mut ExamRun, &mut OpenSitting),
    own: &mut PlainContext,
    dialog: &mut Dialog,
) -> Spoken<()> {
    let standing = sitting.0.sitting();
    match standing.proctor().map(str::to_owned).filter(|_| standing.awaits_proctor() == Some(turn)) {
        Some(proctor) => ask_proctor(&proctor, turn, sitting, own, dialog),
        None => Ok(()),
    }
}

/// Asks for her code until it is one, or nobody has one.
fn ask_proctor(
    proctor: &str,
    turn: ProctorTurn,
    sitting: (&mut ExamRun, &mut OpenSitting),
    own: &mut PlainContext,
    dialog: &mut Dialog,
) -> Spoken<()> {
    let (run, file) = sitting;
    let challenge = file.challenge(turn);
    let told = match turn {
        ProctorTurn::Opens => tr!(own.words, "exam-proctor-open", proctor = proctor, challenge = challenge),
        ProctorTurn::Closes => tr!(own.words, "exam-proctor-close", proctor = proctor, challenge = challenge),
    };
    dialog.say("")?;
    dialog.say(&told)?;
    let mut prompt = PlainPrompt::of(0, &[]);
    prompt.words = Some(tr!(own.words, "exam-proctor-code"));
    loop {
        let typed = match own.listen(dialog, &prompt)? {
            Wish::Words(typed) => typed,
            Wish::Number(number) => number.to_string(),
            Wish::Back => {
                let question = tr!(own.words, "exam-proctor-sure");
                if is_sure(&question, own, dialog)? {
                    return dialog.say(&tr!(own.words, "exam-proctor-without"));
                }
                dialog.say(&told)?;
                continue;
            }
            Wish::Do(..) | Wish::Reworded => continue,
        };
        let Some(code) = heard_code(&typed) else {
            dialog.say(&tr!(own.words, "exam-proctor-misheard"))?;
            continue;
        };
        let now = ExamMoment { at: (own.now)(), ticked: None };
        let Ok(line) = run.witness(proctor, &code, now) else { return Ok(()) };
        let kept = own.recorder.as_mut().map_or(Ok(()), |recorder| recorder.keep_event(file, &line));
        return match kept {
            Ok(()) => dialog.say(&tr!(own.words, "exam-proctor-kept")),
            Err(why) => dialog.say(&refusal(&why, &own.words)),
        };
    }
}
