//! Whether a file that was saved is where it belongs. No browser tells a page what became of a
//! download, so the person is asked, and only what they have seen counts as a backup.

use leptos::prelude::*;

use crate::i18n::{msg, t};
use crate::platform::dom;
use crate::state::{AppState, SavedFile};
use crate::ui::button::Button;
use crate::ui::shown::Shown;

/// What is said of a file, and the file that is asked about.
#[derive(Clone, Copy, Default)]
pub struct Saved {
    said: RwSignal<Option<String>>,
    asked: RwSignal<Option<SavedFile>>,
}

impl Saved {
    /// Says something, and asks about no file. The page may have been left meanwhile.
    pub fn say(self, said: String) {
        self.asked.try_set(None);
        self.said.try_set(Some(said));
    }

    /// Says that a file was saved, and asks about it.
    pub fn ask(self, said: String, file: SavedFile) {
        self.said.try_set(Some(said));
        self.asked.try_set(Some(file));
    }

    /// The same of a file about which there is no more to say, or none.
    pub fn tell(self, saved: Option<SavedFile>) {
        match saved {
            Some(file) => self.ask(t(msg::export_done(file.name.clone())), file),
            None => self.say(t(msg::export_refused())),
        }
    }
}

/// Says it and asks.
#[component]
pub fn Arrived(
    /// What.
    saved: Saved,
    /// The id of the place, of its own on the page.
    id: &'static str,
) -> impl IntoView {
    let app = AppState::expect();
    let end = move |said| {
        saved.say(t(said));
        dom::focus_soon([format!("#{id} .settings-said")]);
    };
    let yes = move |()| {
        if let Some(file) = saved.asked.get_untracked() {
            app.count_backup(file.mark);
            end(msg::backup_counted());
        }
    };
    let no = move |()| end(msg::backup_not_counted());
    view! {
        <div class="stack stack--tight" id=id>
            <p role="status" class="settings-said" tabindex="-1">
                {move || saved.said.get()}
            </p>
            <Shown when=move || saved.asked.with(Option::is_some)>
                <div class="card stack stack--tight">
                    <p>{t(msg::backup_arrived())}</p>
                    <div class="cluster">
                        <Button on_click=Callback::new(yes)>{t(msg::backup_arrived_yes())}</Button>
                        <Button on_click=Callback::new(no)>{t(msg::backup_arrived_no())}</Button>
                    </div>
                </div>
            </Shown>
        </div>
    }
}
