//! Asks before a covered entry is shown: once without a lock, and with one for the passphrase.
//!
//! A cover keeps words from an eye that happens to be near. Only a lock keeps them from somebody
//! who may look for long, and its words say so.

use leptos::{ev, prelude::*};
use satkarya_core::id::Id;
use satkarya_core::vault::Passphrase;

use crate::i18n::{msg, t};
use crate::platform::{dom, timer};
use crate::state::lock::{Lock, PAUSE_MS, TRIES, Trouble};
use crate::ui::button::{Button, Tone};
use crate::ui::rings::Rings;
use crate::ui::secret_field::SecretField;
use crate::ui::shown::Shown;

/// What stands in place of a covered entry.
#[component]
pub(super) fn Cover(
    /// Which entry.
    id: Id,
    /// The person wants to read it.
    #[prop(into)]
    on_open: Callback<()>,
) -> impl IntoView {
    let lock = Lock::expect();
    let open = Callback::new(move |()| {
        lock.note_opened(id);
        on_open.run(());
    });
    view! {
        <div class="cover">
            <Rings />
            <p class="serif">{t(msg::entry_covered())}</p>
            <Shown
                when=move || lock.keeps_covered()
                fallback=move || {
                    view! {
                        <Button tone=Tone::Primary on_click=open>
                            {t(msg::entry_covered_open())}
                        </Button>
                    }
                }
            >
                <Proof on_proved=open />
            </Shown>
        </div>
    }
}

/// Asks for the passphrase once more, once for as long as the lock stays open.
#[component]
fn Proof(on_proved: Callback<()>) -> impl IntoView {
    let lock = Lock::expect();
    let (typed, busy) = (RwSignal::new(String::new()), RwSignal::new(false));
    let (wrong, n_wrong) = (RwSignal::new(None::<String>), StoredValue::new(0_usize));
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        wrong.set(None);
        let proving = lock.smith().prove(typed.with_untracked(|text| Passphrase::typed(text)));
        // As before the lock: guessing costs time.
        let waits = n_wrong.get_value() >= TRIES;
        timer::spawn(async move {
            if waits {
                timer::pause(PAUSE_MS).await;
            }
            let proved = proving.await;
            if busy.try_set(false).is_some() {
                // The page was left meanwhile.
                return;
            }
            match proved {
                Ok(()) => {
                    // This form goes with the first of these.
                    on_proved.run(());
                    _ = lock.is_proved.try_set(true);
                }
                Err(trouble) => {
                    // Where it was not tried, what was typed stays, and counts for nothing.
                    if trouble == Trouble::Wrong {
                        n_wrong.try_update_value(|n| *n += 1);
                        _ = typed.try_set(String::new());
                    }
                    _ = wrong.try_set(Some(t(trouble.words())));
                    dom::focus_soon([".cover input"]);
                }
            }
        });
    };
    view! {
        <form class="stack cover__ask" on:submit=send>
            <SecretField
                label=t(msg::lock_present())
                hint=t(msg::entry_covered_locked())
                value=typed
                error=MaybeProp::derive(move || wrong.get())
                on_input=Callback::new(move |text| typed.set(text))
            />
            <div>
                <Button tone=Tone::Primary submit=true busy>
                    {t(msg::entry_covered_open())}
                </Button>
            </div>
            <p role="status" class="soft settings-said">
                {move || busy.get().then(|| t(msg::lock_opening()))}
            </p>
        </form>
    }
}
