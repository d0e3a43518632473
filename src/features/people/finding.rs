//! What is counted about one person, on their page: the same as on Patterns, and hidden with it.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::pattern::{Slice, before_after, felt_with};
use satkarya_core::record::Record;

use crate::i18n::{Msg, msg, t};
use crate::platform::dom;
use crate::state::{AppState, Prefs};
use crate::ui::button::{Button, Tone};
use crate::ui::disclosure::Disclosure;
use crate::ui::shown::Shown;
use crate::ui::told::{self, Told};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    /// The feelings in entries with them.
    Feelings,
    /// The mood just before and just after.
    BeforeAfter,
}

impl Counted {
    /// Its word in the preferences.
    const fn word(self) -> &'static str {
        match self {
            Self::Feelings => Prefs::FELT_WITH,
            Self::BeforeAfter => Prefs::BEFORE_AFTER,
        }
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Feelings => "person-feelings",
            Self::BeforeAfter => "person-before-after",
        }
    }

    fn title(self, name: String) -> Msg {
        match self {
            Self::Feelings => msg::person_feelings_title(name),
            Self::BeforeAfter => msg::person_before_after_title(name),
        }
    }

    fn why(self) -> [Msg; 3] {
        let [one, more] = match self {
            Self::Feelings => [msg::felt_with_why(), msg::felt_with_why_more()],
            Self::BeforeAfter => [msg::before_after_why(), msg::before_after_why_more()],
        };
        [one, more, msg::patterns_missing()]
    }

    /// What the entries say about the person; nothing where none says anything.
    fn told(self, slice: &Slice<'_>, person: Id, name: &str) -> Option<Told> {
        let part = match self {
            Self::Feelings => {
                let found = felt_with(slice);
                told::felt_with(found.iter().find(|it| it.id == person)?, name)
            }
            Self::BeforeAfter => {
                let found = before_after(slice);
                told::before_after(&found.iter().find(|it| it.id == person)?.found, name)
            }
        };
        Some(Told::one(part))
    }
}

/// The part of the page; nothing where no entry says anything.
#[component]
pub(super) fn PersonFinding(
    counted: Counted,
    person: Id,
    /// The entries that name them, newest first.
    entries: Memo<Vec<Id>>,
    #[prop(into)] name: Signal<String>,
    /// Whether it is folded away at first: what lies back is put before nobody's eyes unasked.
    #[prop(into)]
    folded: Signal<bool>,
) -> impl IntoView {
    let app = AppState::expect();
    let is_hidden = Memo::new(move |_| app.prefs.with(|it| it.is_hidden(counted.word())));
    // An own word can be put in another family.
    let own_words = Memo::new(move |_| {
        let own = |it: &Record| it.feeling().map(|own| (it.id, own.clone()));
        app.journal.with(|it| it.others().filter_map(|it| own(it)).collect::<Vec<_>>())
    });
    let found = Memo::new(move |_| {
        // While older months still come in, the numbers would be too small.
        if !app.loading.get().is_complete() {
            return None;
        }
        if is_hidden.get() {
            return entries.with(|ids| (!ids.is_empty()).then(Told::default));
        }
        own_words.track();
        entries.with(|ids| {
            app.of_entries(|it| {
                let slice = Slice::of_these(it, ids.iter().rev().copied());
                counted.told(&slice, person, &name.get())
            })
        })
    });
    let told = Signal::derive(move || found.get().unwrap_or_default());
    let title = move || t(counted.title(name.get()));
    let hide = move |hide: bool| {
        app.set_prefs(|it| it.set_hidden(counted.word(), hide));
        // The button that was pressed is gone; the heading in its place goes on.
        dom::focus_soon([format!("#{}", counted.id())]);
    };
    let button = move |words: Msg, label: fn(String) -> Msg, is_to_hide: bool| {
        view! {
            <Button
                tone=Tone::Quiet
                label=Signal::derive(move || t(label(title())))
                on_click=Callback::new(move |()| hide(is_to_hide))
            >
                {t(words)}
            </Button>
        }
    };
    let show = move || button(msg::common_show(), msg::patterns_show, false);
    view! {
        <Shown when=move || found.with(Option::is_some)>
            <section class="section" aria-labelledby=counted.id()>
                <h2 id=counted.id() tabindex="-1">
                    {title}
                </h2>
                <Shown when=move || !is_hidden.get() fallback=show>
                    <Shown when=move || folded.get() fallback=move || told::shown(told)>
                        <Disclosure summary=t(msg::common_show())>{told::shown(told)}</Disclosure>
                    </Shown>
                    <div class="finding__foot">
                        <Disclosure summary=t(
                            msg::common_why(),
                        )>
                            {counted
                                .why()
                                .map(|words| view! { <p>{t(words)}</p> })
                                .collect_view()}
                        </Disclosure>
                        {button(msg::common_hide(), msg::patterns_hide, true)}
                    </div>
                </Shown>
            </section>
        </Shown>
    }
}
