//! What leaves this device: the requests since the page was opened, and an attempt to send.

use leptos::prelude::*;

use crate::i18n::{Msg, msg, t};
use crate::platform::errand::{self, Attempt, Looked, Request};
use crate::state::AppState;
use crate::state::folder::FolderIs;
use crate::ui::button::Button;
use crate::ui::disclosure::Disclosure;
use crate::ui::shown::Shown;

/// What leaves this device.
#[component]
pub fn Leaves(
    /// What the page found.
    #[prop(into)]
    looked: Signal<Option<Looked>>,
) -> impl IntoView {
    let told = AppState::expect().folder();
    let has_folder = Memo::new(move |_| told.with(|told| told.is != FolderIs::Off));
    view! {
        <section class="section">
            <h2>{t(msg::privacy_leaves())}</h2>
            <p>{t(msg::privacy_leaves_none())}</p>
            <Shown when=move || has_folder.get()>
                <p>{t(msg::privacy_leaves_folder())}</p>
            </Shown>
            <p class="soft">{t(msg::privacy_browser_check())}</p>
            {move || looked.get().map(|looked| view! { <Requests requests=looked.requests /> })}
            <Try />
            <p>{t(msg::privacy_test())}</p>
        </section>
    }
}

/// The requests, in two numbers and as a list.
#[component]
fn Requests(requests: Vec<Request>) -> impl IntoView {
    let count = |late: bool| {
        let n = requests.iter().filter(|request| request.late == late).count();
        i64::try_from(n).unwrap_or(i64::MAX)
    };
    let (before, after) = (count(false), count(true));
    let line = |request: Request| {
        let words =
            if request.late { t(msg::privacy_request_late(request.url)) } else { request.url };
        view! { <li>{words}</li> }
    };
    view! {
        <p>
            <strong>{t(msg::privacy_requests(after))}</strong>
            ". "
            {t(msg::privacy_requests_before(before))}
            "."
        </p>
        <Disclosure summary=t(msg::privacy_requests_list())>
            <ul class="settings-addresses" translate="no">
                {requests.into_iter().map(line).collect_view()}
            </ul>
        </Disclosure>
    }
}

/// How far an attempt has come.
#[derive(Clone, PartialEq)]
enum Tried {
    Not,
    Now,
    Silent,
    Done(Vec<Attempt>),
}

/// Tries to send something.
#[component]
fn Try() -> impl IntoView {
    let tried = RwSignal::new(Tried::Not);
    let begin = move |()| {
        tried.set(Tried::Now);
        errand::probe(move |attempts| {
            _ = tried.try_set(attempts.map_or(Tried::Silent, Tried::Done));
        });
    };
    let result = move || match tried.get() {
        Tried::Not | Tried::Now => ().into_any(),
        Tried::Silent => view! { <p>{t(msg::privacy_tried_silent())}</p> }.into_any(),
        Tried::Done(attempts) => view! { <Result attempts /> }.into_any(),
    };
    view! {
        <div class="stack stack--tight">
            <p class="soft">{t(msg::privacy_try_hint())}</p>
            <div>
                <Button
                    busy=Signal::derive(move || tried.get() == Tried::Now)
                    on_click=Callback::new(begin)
                >
                    {t(msg::privacy_try())}
                </Button>
            </div>
            <div role="status">{result}</div>
        </div>
    }
}

fn way(attempt: &Attempt) -> Msg {
    match attempt.way.as_str() {
        "image" => msg::privacy_way_image(),
        "beacon" => msg::privacy_way_beacon(),
        "socket" => msg::privacy_way_socket(),
        _ => msg::privacy_way_fetch(),
    }
}

/// What the browser reported.
#[component]
fn Result(attempts: Vec<Attempt>) -> impl IntoView {
    let blocked = attempts.iter().filter(|attempt| attempt.blocked).count();
    let through: Vec<String> =
        attempts.iter().filter(|attempt| !attempt.blocked).map(|it| t(way(it))).collect();
    let total = t(msg::privacy_tried(blocked.to_string(), attempts.len().to_string()));
    let line = |attempt: &Attempt| {
        let state =
            if attempt.blocked { msg::privacy_way_blocked() } else { msg::privacy_way_unsure() };
        view! {
            <dt>{t(way(attempt))}</dt>
            <dd>{t(state)}</dd>
        }
    };
    view! {
        <p>
            <strong>{total}</strong>
        </p>
        <dl class="settings-facts">{attempts.iter().map(line).collect_view()}</dl>
        {(!through.is_empty())
            .then(|| view! { <p class="soft">{t(msg::privacy_tried_not(through.join(", ")))}</p> })}
    }
}
