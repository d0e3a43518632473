//! A question or a short task over the page, on the browser's `<dialog>`.
//!
//! Role: `dialog`, modal. Name: the title, which takes the focus when it opens.
//! Leave and Hide stand in its head as in the head of the window.
//! Keys: Escape closes, Tab stays inside; the focus goes back to where it was.

use leptos::{ev, html, prelude::*};

use super::shown::Shown;
use super::{
    button::{Button, Tone},
    icon::{Icon, IconName},
    ident,
};
use crate::i18n::{msg, t};

/// A modal dialog.
#[component]
pub fn Dialog(
    /// Whether it is open. The caller owns this.
    #[prop(into)]
    open: Signal<bool>,
    /// The heading and name.
    #[prop(into)]
    title: Signal<String>,
    /// The name of the closing cross.
    #[prop(into)]
    close_label: Signal<String>,
    /// The person wants it gone: Escape, the cross or a tap beside it.
    #[prop(into)]
    on_close: Callback<()>,
    /// It fills the window: what lies under it waits.
    #[prop(optional)]
    full: bool,
    /// The contents, made anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let children = StoredValue::new(children);
    view! {
        <Modal open on_close title close_label full>
            {move || children.with_value(|children| children())}
        </Modal>
    }
}

/// Asks before something is taken away. The focus starts on the answer that keeps everything.
#[component]
pub fn ConfirmDialog(
    /// Whether it is open. The caller owns this.
    #[prop(into)]
    open: Signal<bool>,
    /// The question.
    #[prop(into)]
    title: Signal<String>,
    /// What will happen, and what can be brought back.
    #[prop(into)]
    text: Signal<String>,
    /// What the acting button does, as a verb.
    #[prop(into)]
    confirm: Signal<String>,
    /// The way back, as a verb.
    #[prop(into)]
    cancel: Signal<String>,
    /// How the acting button looks.
    #[prop(default = Tone::Danger)]
    tone: Tone,
    /// The person said yes.
    #[prop(into)]
    on_confirm: Callback<()>,
    /// The person said no.
    #[prop(into)]
    on_cancel: Callback<()>,
) -> impl IntoView {
    view! {
        <Modal open on_close=on_cancel title>
            <p>{move || text.get()}</p>
            <div class="dialog__actions">
                <Button on_click=on_cancel>{move || cancel.get()}</Button>
                <Button tone on_click=on_confirm>
                    {move || confirm.get()}
                </Button>
            </div>
        </Modal>
    }
}

/// The element itself: follows `open`, and reports every way of closing it.
#[component]
fn Modal(
    open: Signal<bool>,
    title: Signal<String>,
    /// The name of the closing cross, if there is one.
    #[prop(optional, into)]
    close_label: MaybeProp<String>,
    on_close: Callback<()>,
    #[prop(optional)] full: bool,
    children: ChildrenFn,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    let title_id = StoredValue::new(ident::fresh("dialog"));
    let children = StoredValue::new(children);

    // While the page is hidden the dialog is not in the document and cannot be shown: then it is
    // when the page is back.
    let back = RwSignal::new(0_u32);
    let shown = window_event_listener_untyped("sk:shown", move |_| back.update(|n| *n += 1));
    on_cleanup(move || shown.remove());

    Effect::new(move || {
        let open = open.get();
        back.track();
        let Some(element) = element.get() else { return };
        if open && !element.open() {
            // Refused where it is not in the document: see above.
            let _ = element.show_modal();
        } else if !open && element.open() {
            element.close();
        }
    });

    view! {
        <dialog
            node_ref=element
            class="dialog"
            class:dialog--full=full
            aria-labelledby=title_id.get_value()
            on:cancel=move |event: ev::Event| {
                // The caller owns `open`: the browser must not close it behind the caller's back.
                event.prevent_default();
                on_close.run(());
            }
            on:close=move |_| {
                // Some browsers close at the second Escape without asking.
                if open.get_untracked() {
                    on_close.run(());
                }
            }
            on:click=move |event| {
                // The dialog has no padding: a click on the element itself is a click on the backdrop.
                if event.target() == event.current_target() {
                    on_close.run(());
                }
            }
        >
            <Shown when=move || open.get()>
                <div class="dialog__body">
                    <div class="dialog__head">
                        <h2
                            class="dialog__title"
                            id=title_id.get_value()
                            tabindex="-1"
                            autofocus=true
                        >
                            {move || title.get()}
                        </h2>
                        // The bar of the window lies under the dialog, and Leave and Hide are always
                        // one tap away. The page itself listens for them.
                        <div class="dialog__ways">
                            <button class="door door--leave" type="button" data-sk-hide="">
                                {t(msg::nav_hide())}
                            </button>
                            <button class="door door--leave" type="button" data-sk-leave="">
                                {t(msg::nav_leave())}
                            </button>
                            {move || {
                                close_label
                                    .get()
                                    .map(|label| {
                                        view! {
                                            <Button
                                                tone=Tone::Quiet
                                                icon_only=true
                                                label
                                                on_click=on_close
                                            >
                                                <Icon name=IconName::Close />
                                            </Button>
                                        }
                                    })
                            }}
                        </div>
                    </div>
                    {children.with_value(|children| children())}
                </div>
            </Shown>
        </dialog>
    }
}
