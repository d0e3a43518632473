//! Testing a backup: opened and compared with the diary, and nothing comes in.

use leptos::prelude::*;

use super::bad_file::Trouble;
use super::open_file::{Bad, HEAD, OpenFile};
use crate::i18n::{Msg, msg, t};
use crate::platform::dom;
use crate::state::{AppState, Tested};
use crate::ui::button::Button;

const SECTION: &str = "test-backup";

/// Tests a backup file.
#[component]
pub fn TestBackup() -> impl IntoView {
    let app = AppState::expect();
    let found = RwSignal::new(None::<Result<Tested, Trouble>>);
    let test = move |bytes: Vec<u8>| {
        found.set(Some(app.test_backup(&bytes).map_err(Trouble::Refused)));
    };
    let nothing = Callback::new(move |()| found.set(None));
    let body = move || match found.get() {
        None => ().into_any(),
        Some(Ok(tested)) => view! { <Told tested on_close=nothing /> }.into_any(),
        Some(Err(trouble)) => view! { <Bad trouble /> }.into_any(),
    };
    view! {
        <section class="section" id=SECTION>
            <h2>{t(msg::test_title())}</h2>
            <p class="soft">{t(msg::test_hint())}</p>
            <OpenFile
                of=SECTION
                label=t(msg::test_choose())
                is_full=Signal::derive(|| false)
                on_begin=nothing
                on_open=Callback::new(test)
                on_cancel=nothing
            />
            <div class="stack">{body}</div>
        </section>
    }
}

/// A line of what was found, with the number that goes into it.
type Line = fn(i64) -> Msg;

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// What it holds, what of it is here, and what that means.
#[component]
fn Told(tested: Tested, on_close: Callback<()>) -> impl IntoView {
    let compared = tested.compared;
    // What is in both, as it is or otherwise.
    let n_shared =
        compared.n_same + compared.n_newer_here + compared.n_both + compared.n_newer_there;
    let holds = t(msg::test_holds(
        t(msg::import_preview_entries(number(tested.n_entries))),
        t(msg::import_preview_people(number(tested.n_people))),
    ));
    let lines = [
        (compared.n_same, msg::test_same as Line),
        (compared.n_only_here, msg::test_only_here),
        (compared.n_newer_here, msg::test_newer_here),
        (compared.n_both, msg::test_both),
        (compared.n_newer_there, msg::test_newer_there),
        (compared.n_only_there, msg::test_only_there),
    ];
    let lines = lines.into_iter().filter(|(n, _)| *n > 0);
    let lines = lines.map(|(n, line)| view! { <li>{t(line(number(n)))}</li> }).collect_view();
    let meaning = match compared.n_missing() {
        _ if n_shared == 0 => msg::test_other_diary(),
        0 if tested.is_all_read => msg::test_good(),
        0 => msg::test_but_unread(),
        n => msg::test_older(number(n)),
    };
    let close = move |()| {
        on_close.run(());
        dom::focus_soon([format!("#{SECTION} input")]);
    };
    view! {
        <div class="card settings-preview">
            <h3 class=HEAD tabindex="-1">
                {t(msg::test_opens())}
            </h3>
            <p>{holds}</p>
            <ul>{lines}</ul>
            <p>{t(meaning)}</p>
            <div>
                <Button on_click=Callback::new(close)>{t(msg::common_close())}</Button>
            </div>
        </div>
    }
}
