//! Using it like an app: the advice for this device, and whether it works without a connection.

use leptos::prelude::*;

use crate::i18n::{Msg, msg, t};
use crate::platform::dom;
use crate::platform::page::{self, Tell, Told};
use crate::ui::button::{Button, Tone};
use crate::ui::shown::Shown;

/// The devices and browsers whose way to install differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Device {
    /// Android, whatever the browser.
    Android,
    /// iPhone and iPad.
    Ios,
    /// Safari on a Mac.
    MacSafari,
    /// Firefox on a computer.
    Firefox,
    /// Chromium on a computer, and whatever else there is.
    Desktop,
}

impl Device {
    /// Guesses from what the browser says of itself. An iPad says that it is a Mac; its screen
    /// is touched.
    fn guess(agent: &str, is_touched: bool) -> Self {
        let has = |word: &str| agent.contains(word);
        if has("Android") {
            Self::Android
        } else if has("iPhone") || has("iPad") || (has("Macintosh") && is_touched) {
            Self::Ios
        } else if has("Firefox/") {
            Self::Firefox
        } else if has("Macintosh") && has("Safari/") && !has("Chrom") {
            Self::MacSafari
        } else {
            Self::Desktop
        }
    }

    /// What to do, and what to know.
    fn advice(self) -> Vec<Msg> {
        match self {
            Self::Android => vec![msg::install_android()],
            Self::Ios => {
                vec![msg::install_ios(), msg::install_ios_empty(), msg::install_seven_days()]
            }
            Self::MacSafari => {
                vec![msg::install_mac(), msg::install_mac_empty(), msg::install_seven_days()]
            }
            Self::Firefox => vec![msg::install_firefox()],
            Self::Desktop => vec![msg::install_desktop()],
        }
    }
}

/// Advice for this device.
#[component]
pub fn Install() -> impl IntoView {
    let state = RwSignal::new(page::state("install"));
    let look = move || {
        _ = state.try_set(page::state("install"));
    };
    let listeners = [page::on(Told::InstallReady, look), page::on(Told::Installed, look)];
    StoredValue::new_local(listeners);
    let is_installed =
        move || dom::is_installed() || state.with(|state| state.as_deref() == Some("done"));
    let can_ask = move || state.with(|state| state.as_deref() == Some("ready"));
    let ask = move |()| {
        page::tell(Tell::InstallNow);
        look();
    };
    let device = Device::guess(&dom::user_agent(), dom::media("(pointer: coarse)"));
    let advice = move || {
        let advice = device.advice().into_iter();
        advice.map(|line| view! { <p>{t(line)}</p> }).collect_view()
    };
    view! {
        <section class="section">
            <h2>{t(msg::install_title())}</h2>
            <Shown
                when=move || !is_installed()
                fallback=|| view! { <p>{t(msg::install_done())}</p> }
            >
                <p class="soft">{t(msg::install_lead())}</p>
                <Shown when=can_ask fallback=advice>
                    <Button on_click=Callback::new(ask)>{t(msg::install_action())}</Button>
                </Shown>
            </Shown>
            <Offline />
        </section>
    }
}

/// Whether the app's files are kept for use without a connection.
#[component]
fn Offline() -> impl IntoView {
    let state = RwSignal::new(page::state("offline"));
    let told = [Told::OfflineReady, Told::OfflineFailed, Told::OfflineTrying];
    let listeners = told.map(|told| {
        page::on(told, move || {
            _ = state.try_set(page::state("offline"));
        })
    });
    StoredValue::new_local(listeners);
    let is = move |word: &str| state.with(|state| state.as_deref() == Some(word));
    view! {
        <Shown when=move || is("ready")>
            <p class="soft">{t(msg::offline_ready())}</p>
        </Shown>
        // The button stays while it is tried, so that the focus has a place.
        <Shown when=move || is("failed") || is("trying")>
            <p role="status">
                {move || {
                    t(if is("trying") { msg::offline_trying() } else { msg::offline_setup_broken() })
                }}
            </p>
            <Button
                tone=Tone::Quiet
                on_click=Callback::new(move |()| page::tell(Tell::OfflineRetry))
            >
                {t(msg::common_try_again())}
            </Button>
        </Shown>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_device_gets_its_own_advice() {
        let cases = [
            (
                "Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile Safari/537.36",
                true,
                Device::Android,
            ),
            ("Mozilla/5.0 (Android 15; Mobile; rv:142.0) Firefox/142.0", true, Device::Android),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1",
                true,
                Device::Ios,
            ),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X) Version/18 Safari/605.1", true, Device::Ios),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X) Version/18 Safari/605.1",
                false,
                Device::MacSafari,
            ),
            ("Mozilla/5.0 (Macintosh) Chrome/140 Safari/537.36", false, Device::Desktop),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Firefox/142.0", false, Device::Firefox),
            ("Mozilla/5.0 (X11; Linux x86_64) Chrome/140 Safari/537.36", false, Device::Desktop),
        ];
        for (agent, is_touched, device) in cases {
            assert_eq!(Device::guess(agent, is_touched), device, "{agent}");
        }
    }
}
