//! One quiet line on Today when much is in no backup and the last one is long ago.

use leptos::prelude::*;

use crate::i18n::{msg, t};
use crate::route::{Route, SettingsPart};
use crate::state::AppState;
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::shown::Shown;

/// The line; it asks for nothing, and goes for the day or for good with a tap.
#[component]
pub fn BackupLine() -> impl IntoView {
    let app = AppState::expect();
    let due = Memo::new(move |_| app.backup_due());
    let text = move || {
        let n = due.get().map_or(0, |n| i64::try_from(n).unwrap_or(i64::MAX));
        let was_one = app.prefs.with(|prefs| prefs.backup().is_some());
        t(if was_one { msg::backup_reminder(n) } else { msg::backup_reminder_first(n) })
    };
    view! {
        <Shown when=move || due.get().is_some()>
            <section class="section">
                <p class="soft">{text}</p>
                <div class="cluster">
                    <LinkButton href=Route::SettingsPart(SettingsPart::Keeping).href()>
                        {t(msg::backup_reminder_action())}
                    </LinkButton>
                    <Button
                        tone=Tone::Quiet
                        on_click=Callback::new(move |()| app.put_off_backup())
                    >
                        {t(msg::backup_reminder_later())}
                    </Button>
                    <Button
                        tone=Tone::Quiet
                        on_click=Callback::new(move |()| {
                            app.set_prefs(|prefs| prefs.set_no_reminder(true.into()));
                        })
                    >
                        {t(msg::backup_reminder_off())}
                    </Button>
                </div>
            </section>
        </Shown>
    }
}
