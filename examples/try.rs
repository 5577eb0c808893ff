use doorstep::chance::Seed;
use doorstep::store::{Content, Saves};
use doorstep::text::Lang;
use doorstep::tui::{Colours, Language, Signs, Solving, Start, Theme, World, run_here};
use std::path::Path;
use std::sync::Arc;
fn main() {
    let mut args = std::env::args().skip(1);
    let folder = args.next().unwrap_or("/tmp/sc".into());
    let lang = args.next().unwrap_or("zh".into());
    let ascii = args.next().is_some();
    let content = Content::find(Some(Path::new(&folder)), Path::new("/")).unwrap();
    let read = content.read().unwrap();
    let loaded = doorstep::scenario::load(&read.sources).unwrap();
    for f in &loaded.findings {
        eprintln!("{f:?}");
    }
    let world = World {
        pack: Arc::new(loaded.pack),
        saves: Saves::at("/tmp/tui_saves"),
        learner: None,
        language: Language::Guessed(Lang::new(&lang).unwrap()),
        theme: Theme { colours: Colours::OnDark, signs: if ascii { Signs::Ascii } else { Signs::Unicode } },
        start: Start::Home,
        now: Box::new(jiff::Timestamp::now),
        fresh_seed: Box::new(|| {
            Seed::new(std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().subsec_nanos() as u64)
        }),
        solving: Solving::Aside,
        notice: None,
    };
    run_here(world, doorstep::tui::Accents::None).unwrap();
}
