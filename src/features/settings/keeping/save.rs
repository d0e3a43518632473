//! Saving files: the backup that loses nothing, the table for a spreadsheet, the text to read.

use leptos::prelude::*;

use super::arrived::{Arrived, Saved};
use super::backup::Backup;
use super::page_file::PageFile;
use super::table_words;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{msg, t};
use crate::state::{AppState, Prefs, Unread};
use crate::ui::button::Button;
use crate::ui::shown::Shown;

/// The files, and what is not in any backup yet.
#[component]
pub fn SaveFile() -> impl IntoView {
    let app = AppState::expect();
    let said = RwSignal::new(None::<String>);
    let say = move |name: Option<String>| {
        said.set(Some(match name {
            Some(name) => t(msg::export_done(name)),
            None => t(msg::export_refused()),
        }));
    };
    let saved = Saved::default();
    let backup = move |()| saved.tell(app.save_backup());
    let table = move |()| say(app.save_table(&table_words::word));
    let markdown = move |()| say(app.save_markdown(&table_words::word));
    let has_own = Memo::new(move |_| app.has_own());
    let has_sample = move || app.prefs.with(|prefs| prefs.sample().is_some());
    view! {
        <section class="section">
            <h2>{t(msg::export_title())}</h2>
            <LastBackup />
            <Shown
                when=move || has_own.get()
                fallback=|| view! { <p class="soft">{t(msg::export_none())}</p> }
            >
                <Backup />
                <div class="settings-file">
                    <div>
                        <h3>{t(msg::export_json())}</h3>
                        <p class="soft">{t(msg::export_json_hint())}</p>
                    </div>
                    <Button on_click=Callback::new(backup)>{t(msg::export_json_action())}</Button>
                </div>
                <Arrived saved id="file-saved" />
                <div class="settings-file">
                    <div>
                        <h3>{t(msg::export_csv())}</h3>
                        <p class="soft">{t(msg::export_csv_hint())}</p>
                    </div>
                    <Button on_click=Callback::new(table)>{t(msg::export_csv_action())}</Button>
                </div>
                <div class="settings-file">
                    <div>
                        <h3>{t(msg::export_markdown())}</h3>
                        <p class="soft">{t(msg::export_markdown_hint())}</p>
                    </div>
                    <Button on_click=Callback::new(
                        markdown,
                    )>{t(msg::export_markdown_action())}</Button>
                </div>
                <p class="soft small">
                    {t(msg::export_plain())} " "
                    {move || has_sample().then(|| t(msg::export_sample_left_out()))}
                </p>
                <PageFile />
            </Shown>
            <LeftOut />
            <p role="status" class="settings-said">
                {move || said.get()}
            </p>
        </section>
    }
}

/// What is stored and cannot be in a file, because it cannot be read.
#[component]
fn LeftOut() -> impl IntoView {
    let app = AppState::expect();
    let unread = Memo::new(move |_| app.left_out());
    let count = |n: usize| (n > 0).then(|| i64::try_from(n).unwrap_or(i64::MAX));
    let parts = move || count(unread.get().n_parts).map(|n| t(msg::export_without_parts(n)));
    let unreached = move || (unread.get().n_unreached > 0).then(|| t(msg::storage_unreached()));
    let records = move || count(unread.get().n_records).map(|n| t(msg::export_without_records(n)));
    view! {
        <Shown when=move || unread.get() != Unread::default()>
            <p class="small">{parts} " " {records} " " {unreached}</p>
        </Shown>
    }
}

/// When the last backup file was saved, and what changed since.
#[component]
fn LastBackup() -> impl IntoView {
    let app = AppState::expect();
    let mark = Memo::new(move |_| app.prefs.with(Prefs::backup));
    let changed = Memo::new(move |_| app.changed_since_backup());
    let text = move || {
        let n = i64::try_from(changed.get()).unwrap_or(i64::MAX);
        match mark.get() {
            Some(mark) => {
                let last = t(msg::export_last(dates::day(mark.day, DateStyle::Full)));
                let days = t(msg::export_last_days(app.today().days_since(mark.day).max(0)));
                format!("{last} ({days}). {}", t(msg::export_changed_since(n)))
            }
            None => t(msg::export_never()),
        }
    };
    view! { <p>{text}</p> }
}
