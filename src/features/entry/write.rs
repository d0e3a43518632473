//! The pages with the form: a new entry, and one that is there.

use leptos::prelude::*;
use satkarya_core::diary::{Entry, When};
use satkarya_core::id::Id;
use satkarya_core::record::Record;

use super::cover::Cover;
use super::form::Form;
use super::sitting::Sitting;
use crate::i18n::{dates, msg, t};
use crate::platform::address;
use crate::route::{DiaryView, Route};
use crate::state::lock::Lock;
use crate::state::{AppState, Draft};
use crate::ui::banner::{Banner, BannerTone};
use crate::ui::button::{Button, LinkButton, Tone};
use crate::ui::empty_state::EmptyState;
use crate::ui::page_head::PageHead;
use crate::ui::rings::Waiting;
use crate::ui::shown::Shown;

/// The way back: to the diary, as it was looked at last.
pub(super) fn to_diary(app: AppState) -> (String, String) {
    (Route::Diary(app.looking.view.get_untracked()).href(), t(msg::nav_diary()))
}

/// The page for a new entry.
#[component]
pub fn WritePage() -> impl IntoView {
    let app = AppState::expect();
    let person = app.start_with.try_update(Option::take).flatten();
    let prompt = app.start_text.try_update(Option::take).flatten();
    let form = app.fresh_id().map(|id| {
        let mut entry = Entry::new(When::from(&app.now()));
        entry.people.extend(person);
        // A reload then finds the entry, or its draft, and no second one is begun.
        let named = move || {
            // Somebody who has just left is at another address already.
            if address::hash() == Route::Write.to_string() {
                address::rename(&Route::EntryEdit(id).to_string());
            }
        };
        let sitting = Sitting::begin(app, id, entry, true, named);
        view! { <Form sitting prompt /> }
    });
    view! {
        <div class="page">
            <PageHead title=t(msg::entry_new_title()) back=to_diary(app) />
            {form}
        </div>
    }
}

/// What can be shown for an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    /// The entry, or a draft of one that was never saved.
    Here,
    /// Nothing yet: its month may still come in.
    Waiting,
    /// Nothing.
    Gone,
}

/// The newest text of an entry that is not saved in it yet. Reactive.
fn newest_draft(app: AppState, id: Id) -> Option<Draft> {
    let drafts = app.open_drafts().into_iter();
    drafts.filter(|draft| draft.id == id).max_by_key(|draft| draft.kept)
}

/// What a sitting at an entry begins with: what is stored. Where nothing is, or only in the bin,
/// it begins blank, so that the whole draft is still to be saved.
fn found(stored: Option<Entry>, draft: Option<&Entry>) -> Option<Entry> {
    stored.or_else(|| draft.map(|draft| Entry::new(draft.when.clone())))
}

/// The page for changing an entry.
#[component]
pub fn EditPage(
    /// Which entry.
    id: Id,
) -> impl IntoView {
    let app = AppState::expect();
    let record = app.record(id);
    // Once the form stands it stays, whatever becomes of the record: somebody may be typing.
    let found = Memo::new(move |before: Option<&Found>| {
        let is_there = record.with(|record| record.as_ref().is_some_and(|it| it.entry().is_some()));
        if before == Some(&Found::Here) || is_there || newest_draft(app, id).is_some() {
            Found::Here
        } else if app.loading.get().is_complete() {
            Found::Gone
        } else {
            Found::Waiting
        }
    });
    view! {
        <div class="page">
            <PageHead
                title=t(msg::entry_edit_title())
                back=(Route::Entry(id).href(), t(msg::common_back()))
            />
            {move || match found.get() {
                Found::Here => view! { <EditForm id /> }.into_any(),
                Found::Waiting => view! { <Waiting label=t(msg::app_loading()) /> }.into_any(),
                Found::Gone => view! { <Gone /> }.into_any(),
            }}
        </div>
    }
}

/// The form of an entry that is there, or was begun.
#[component]
fn EditForm(id: Id) -> impl IntoView {
    let app = AppState::expect();
    let record = app.journal.with_untracked(|journal| journal.get(id).cloned());
    let entry = record.as_deref().and_then(Record::entry).cloned();
    let draft = untrack(|| newest_draft(app, id));
    let drafted = draft.as_ref().map(|draft| &draft.entry);
    let is_covered = entry.iter().chain(drafted).any(|entry| entry.covered);
    let covered = is_covered && !Lock::expect().was_opened(id);
    let is_open = RwSignal::new(!covered);
    let is_there = entry.is_some();
    let Some(begun) = found(entry, draft.as_ref().map(|it| &it.entry)) else {
        return view! { <Gone /> }.into_any();
    };
    let sitting = Sitting::begin(app, id, begun, record.is_none(), || ());
    let offer = match draft {
        // Never saved, or deleted since: the draft is all there is, and saving it loses nothing.
        // One of this tab is what the person typed here and could not save.
        Some(draft) if !is_there || draft.is_own => {
            sitting.take_draft(&draft);
            None
        }
        other => other,
    };
    let offer = StoredValue::new(offer);
    view! {
        <Shown
            when=move || is_open.get()
            fallback=move || {
                view! { <Cover id on_open=Callback::new(move |()| is_open.set(true)) /> }
            }
        >
            {offer.get_value().map(|draft| view! { <DraftOffer sitting draft /> })}
            <Form sitting prompt=None />
        </Shown>
    }
    .into_any()
}

/// Offers a draft that is newer than its entry.
#[component]
fn DraftOffer(sitting: Sitting, draft: Draft) -> impl IntoView {
    let app = AppState::expect();
    let is_open = RwSignal::new(true);
    let kept = satkarya_core::time::Now { ms: draft.kept, ..app.now() };
    let when =
        format!("{}, {}", dates::near_day(kept.day(), app.today()), dates::time(kept.time()));
    let draft = StoredValue::new(draft);
    let drop_it = move || {
        is_open.set(false);
        app.drop_old_draft(&draft.get_value());
    };
    let use_it = move |()| {
        is_open.set(false);
        draft.with_value(|draft| sitting.take_draft(draft));
    };
    view! {
        <Shown when=move || is_open.get()>
            <Banner tone=BannerTone::Care text=t(msg::entry_draft_found(when.clone()))>
                <Button on_click=Callback::new(use_it)>{t(msg::entry_draft_use())}</Button>
                <Button tone=Tone::Quiet on_click=Callback::new(move |()| drop_it())>
                    {t(msg::entry_draft_drop())}
                </Button>
            </Banner>
        </Shown>
    }
}

/// What stands at the address of an entry that is not there.
#[component]
pub(super) fn Gone() -> impl IntoView {
    view! {
        <EmptyState title=t(msg::page_not_found_title()) text=t(msg::page_not_found_body())>
            <LinkButton href=Route::Diary(DiaryView::List).href()>{t(msg::nav_diary())}</LinkButton>
        </EmptyState>
    }
}

#[cfg(test)]
mod tests {
    use satkarya_core::text::Note;
    use satkarya_core::time::{Now, Offset, Zone};

    use super::*;

    #[test]
    fn what_is_only_a_draft_is_not_taken_for_saved() {
        let now = Now { ms: 1_795_483_800_000, offset: Offset::UTC, zone: Zone::default() };
        let with = |what: &str| Entry { what: Note::cut(what), ..Entry::new(When::from(&now)) };
        assert_eq!(found(None, None), None);
        assert_eq!(found(None, Some(&with("a draft"))), Some(Entry::new(When::from(&now))));
        assert_eq!(found(Some(with("saved")), Some(&with("a draft"))), Some(with("saved")));
    }
}
