//! Look: theme, text size, movement, low-energy mode and language, applied as they are chosen.

use leptos::prelude::*;

use crate::i18n::{Locale, Msg, msg, t};
use crate::state::{AppState, Energy, Motion, Prefs, TextSize, Theme, Word};
use crate::ui::chips::{ChipChoice, Choice};
use crate::ui::disclosure::Disclosure;
use crate::ui::toggle_row::ToggleRow;

/// How the app looks.
#[component]
pub fn Look() -> impl IntoView {
    let app = AppState::expect();
    let low = Signal::derive(move || app.prefs.with(|prefs| prefs.energy() == Energy::Low));
    view! {
        <WordChoice
            legend=t(msg::settings_theme())
            words=[
                (Theme::System, msg::settings_theme_system()),
                (Theme::Light, msg::settings_theme_light()),
                (Theme::Dark, msg::settings_theme_dark()),
            ]
            get=Prefs::theme
            set=Prefs::set_theme
        />
        <WordChoice
            legend=t(msg::settings_text_size())
            words=[
                (TextSize::Usual, msg::settings_text_usual()),
                (TextSize::Large, msg::settings_text_larger()),
                (TextSize::Largest, msg::settings_text_largest()),
            ]
            get=Prefs::text
            set=Prefs::set_text_size
        />
        <WordChoice
            legend=t(msg::settings_motion())
            words=[
                (Motion::System, msg::settings_motion_system()),
                (Motion::Less, msg::settings_motion_less()),
            ]
            get=Prefs::motion
            set=Prefs::set_motion
        />
        <div class="section">
            <ToggleRow
                label=t(msg::settings_low_energy())
                hint=t(msg::settings_low_energy_hint())
                on=low
                on_change=Callback::new(move |on| {
                    let energy = if on { Energy::Low } else { Energy::Usual };
                    app.set_prefs(|prefs| prefs.set_energy(energy));
                })
            />
        </div>
        <Languages />
    }
}

/// A preference with a handful of values.
#[component]
pub(super) fn WordChoice<T, const N: usize>(
    legend: String,
    words: [(T, Msg); N],
    get: fn(&Prefs) -> T,
    set: fn(&mut Prefs, T),
    /// Called once it is set.
    #[prop(optional)]
    on_set: Option<Callback<()>>,
) -> impl IntoView
where
    T: Word + Send + Sync,
{
    let app = AppState::expect();
    let choices: Vec<Choice> =
        words.into_iter().map(|(value, label)| Choice::new(value.word(), t(label))).collect();
    view! {
        <ChipChoice
            legend
            choices
            chosen=Signal::derive(move || Some(app.prefs.with(get).word().to_owned()))
            on_choose=Callback::new(move |chosen: Option<String>| {
                let value = T::WORDS.iter().find(|(_, word)| chosen.as_deref() == Some(word));
                if let Some((value, _)) = value {
                    app.set_prefs(|prefs| set(prefs, *value));
                    if let Some(on_set) = on_set {
                        on_set.run(());
                    }
                }
            })
        />
    }
}

/// The languages there are, the invented ones folded away.
#[component]
fn Languages() -> impl IntoView {
    let app = AppState::expect();
    let name = |locale: Locale| match locale {
        Locale::En => msg::settings_language_en(),
        Locale::PseudoLong => msg::settings_language_long(),
        Locale::PseudoRtl => msg::settings_language_rtl(),
    };
    let choices: Vec<Choice> =
        Locale::ALL.into_iter().map(|locale| Choice::new(locale.lang(), t(name(locale)))).collect();
    let locale = move || app.prefs.with(Prefs::locale);
    // Whoever uses an invented language must find the way back.
    let open = locale() != Locale::default();
    view! {
        <section class="section">
            <h2>{t(msg::settings_language())}</h2>
            <p>{t(msg::settings_language_en())}</p>
            <Disclosure summary=t(msg::settings_translators()) open>
                <p class="soft">{t(msg::settings_translators_hint())}</p>
                <ChipChoice
                    legend=t(msg::settings_language())
                    legend_hidden=true
                    choices
                    chosen=Signal::derive(move || Some(locale().lang().to_owned()))
                    on_choose=Callback::new(move |chosen: Option<String>| {
                        let chosen = Locale::from_lang(&chosen.unwrap_or_default());
                        app.set_prefs(|prefs| prefs.set_locale(chosen));
                    })
                />
            </Disclosure>
        </section>
    }
}
