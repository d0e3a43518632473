//! The people the person said they could turn to. Those of the sample diary are left out: on this
//! page nothing is invented.

use leptos::prelude::*;
use satkarya_core::id::Id;
use satkarya_core::people::Person;
use satkarya_core::record::{Origin, Record};

use super::CopyNumber;
use crate::i18n::{msg, names, t};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::button::LinkButton;
use crate::ui::icon::{Icon, IconName};

/// Those to turn to, by name.
pub(super) fn trusted(app: AppState) -> Memo<Vec<(Id, Person)>> {
    let people = app.people();
    let theirs = |record: &Record| {
        let person = record.person().filter(|person| person.is_turned_to())?;
        (record.origin == Origin::Own).then(|| (record.id, person.clone()))
    };
    Memo::new(move |_| people.with(|people| people.iter().filter_map(|it| theirs(it)).collect()))
}

/// Somebody to turn to, and words to begin with.
#[component]
pub(super) fn MyPeople() -> impl IntoView {
    let people = trusted(AppState::expect());
    let row = |(id, person): (Id, Person)| {
        let name = names::shown(&person);
        view! {
            <li class="line">
                <h3 class="line__name" translate="no">
                    <a href=Route::Person(id).href()>{name.clone()}</a>
                </h3>
                {reach(&name, &person)}
            </li>
        }
    };
    view! {
        <section class="section" aria-labelledby="support-people">
            <h2 id="support-people" tabindex="-1">{t(msg::support_people_title())}</h2>
            {move || {
                let people = people.get();
                if people.is_empty() {
                    view! {
                        <p>{t(msg::support_people_empty())}</p>
                        <LinkButton href=Route::People.href()>
                            {t(msg::support_people_add())}
                        </LinkButton>
                    }
                        .into_any()
                } else {
                    view! {
                        <p>{t(msg::support_people_body())}</p>
                        <ul class="support__lines" role="list">
                            {people.into_iter().map(row).collect_view()}
                        </ul>
                        <p class="soft">{t(msg::support_people_ask())}</p>
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

/// How to reach somebody: a call and a text where it is a phone number, else what was written.
fn reach(name: &str, person: &Person) -> Option<AnyView> {
    if person.phone.is_blank() {
        return None;
    }
    let written = person.phone.to_string();
    let Some(number) = person.dial() else {
        return Some(view! { <p translate="no">{written}</p> }.into_any());
    };
    let name = name.to_owned();
    let reach = view! {
        <div class="line__way">
            <a class="line__number" href=format!("tel:{number}")>
                <Icon name=IconName::Call />
                <span>{t(msg::support_call_person(name.clone()))}</span>
            </a>
            <a class="line__number line__number--other" href=format!("sms:{number}")>
                <Icon name=IconName::Message />
                <span>{t(msg::support_text_person(name))}</span>
            </a>
        </div>
        <div class="cluster support__written">
            <bdi dir="ltr" translate="no" class="numbers">{written.clone()}</bdi>
            <CopyNumber number=written />
        </div>
    };
    Some(reach.into_any())
}
