//! What is shown when a change could not be saved: what happened, what is safe, what to do.
//!
//! The form behind it stays open and untouched. Closing it changes nothing: the head of the
//! window keeps saying "Not saved yet".

use leptos::prelude::*;

use crate::i18n::{Msg, msg, t};
use crate::platform::{dom, timer};
use crate::state::{AppState, Older, Saving, Settled};
use crate::ui::button::{Button, Tone};
use crate::ui::dialog::Dialog;
use crate::ui::said::{Said, Saying};
use crate::ui::shown::Shown;

/// The title and text of a trouble; none where there is none.
fn words(saving: Saving) -> Option<(Msg, Msg)> {
    match saving {
        Saving::Full => Some((msg::storage_full_title(), msg::storage_full_body())),
        Saving::FullHereOnly => {
            Some((msg::storage_full_title(), msg::storage_full_body_here_only()))
        }
        Saving::Refused => Some((msg::storage_refused_title(), msg::storage_refused_body())),
        Saving::Cleared => Some((msg::cleared_open_title(), msg::cleared_open_body())),
        _ => None,
    }
}

/// Counts how often something was saved: what was saved ends a trouble, so that the next one is
/// told even if it is of the same kind and the earlier was closed.
fn count_saved(n_saved: u32, now: Saving) -> u32 {
    let is_saved = matches!(now, Saving::Saved | Saving::SavedSlow);
    n_saved.wrapping_add(u32::from(is_saved))
}

/// Opens when a save fails.
#[component]
pub fn StorageDialog() -> impl IntoView {
    let app = AppState::expect();
    let trouble = Memo::new(move |_| Some(app.saving.get()).filter(|it| words(*it).is_some()));
    let n_saved =
        Memo::new(move |n: Option<&u32>| count_saved(n.copied().unwrap_or(0), app.saving.get()));
    // Closed by the person until the next trouble.
    let closed = RwSignal::new(None::<(Saving, u32)>);
    let open = Signal::derive(move || {
        // Always looked at, so that no save goes by uncounted.
        let n_saved = n_saved.get();
        trouble.get().is_some_and(|it| closed.get() != Some((it, n_saved)))
    });
    let close = move |()| {
        closed.set(trouble.get_untracked().map(|it| (it, n_saved.get_untracked())));
    };
    let title = Signal::derive(move || {
        trouble.get().and_then(words).map(|(title, _)| t(title)).unwrap_or_default()
    });
    let text = move || trouble.get().and_then(words).map(|(_, text)| t(text));
    let is_full = move || matches!(trouble.get(), Some(Saving::Full | Saving::FullHereOnly));
    view! {
        <Dialog
            open
            title
            close_label=t(msg::common_close())
            on_close=Callback::new(close)
        >
            <p>{text}</p>
            <Shown when=is_full>
                <p class="soft">{t(msg::storage_full_hint())}</p>
            </Shown>
            <WaysOut is_full=Signal::derive(is_full) />
        </Dialog>
    }
}

/// What can be done about it. Made anew each time the dialog opens, so that nothing is said any
/// more of what was done about an earlier trouble.
#[component]
fn WaysOut(
    /// Whether there is no room.
    is_full: Signal<bool>,
) -> impl IntoView {
    let app = AppState::expect();
    let saying = Saying::default();
    let move_older = move |()| {
        app.set_prefs(|prefs| prefs.set_older(Older::Large));
        saying.say(t(msg::storage_older_moving()));
        let n_before = untrack(|| app.n_cold_entries());
        timer::spawn(async move {
            let settled = app.settle_older().await;
            if app.is_over() {
                return;
            }
            if settled == Settled::Done && untrack(|| app.n_cold_entries()) > n_before {
                return app.save_again();
            }
            saying.say(t(match settled {
                Settled::NotMoved => msg::storage_older_not_moved(),
                Settled::Done | Settled::NoRoom => msg::storage_full_none_older(),
            }));
        });
    };
    let save = move |()| {
        saying.say(match app.save_backup() {
            Some(file) => t(msg::export_done(file.name)),
            None => t(msg::export_refused()),
        });
    };
    let copy = move |()| {
        let words = app.last_words();
        if words.is_empty() {
            return saying.say(t(msg::storage_full_copy_nothing()));
        }
        dom::copy(&words, move |done| {
            saying.say(t(if done {
                msg::common_copied()
            } else {
                msg::storage_full_copy_failed()
            }));
        });
    };
    view! {
        <Said saying class="" />
        <div class="cluster">
            <Button tone=Tone::Primary on_click=Callback::new(save)>
                {t(msg::storage_full_backup())}
            </Button>
            <Button on_click=Callback::new(move |()| app.save_again())>
                {t(msg::storage_full_retry())}
            </Button>
            <Shown when=move || is_full.get() && app.has_second_store()>
                <Button on_click=Callback::new(move_older)>{t(msg::storage_full_move())}</Button>
            </Shown>
            <Button tone=Tone::Quiet on_click=Callback::new(copy)>
                {t(msg::storage_full_copy())}
            </Button>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_saved_lets_the_same_trouble_be_told_again() {
        for now in [Saving::Full, Saving::Saving, Saving::Draft, Saving::Refused] {
            assert_eq!(count_saved(3, now), 3, "{now:?}");
        }
        for now in [Saving::Saved, Saving::SavedSlow] {
            assert_eq!(count_saved(3, now), 4, "{now:?}");
        }
    }
}
