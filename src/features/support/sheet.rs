//! The page that comes out of the printer: numbers to talk to someone, and the person's own people.
//!
//! Lines for people who are frightened of somebody are left out, since paper is found.

use leptos::prelude::*;
use satkarya_core::content::{LineGroup, Region};

use super::mine::trusted;
use crate::i18n::help::{checked, numbers, site, when};
use crate::i18n::{content_text, msg, names, t};
use crate::state::AppState;

/// One page to keep by the phone. Not on screen.
#[component]
pub(super) fn Sheet(region: &'static Region) -> impl IntoView {
    let people = trusted(AppState::expect());
    let lines = [LineGroup::Talk, LineGroup::Grief].into_iter().flat_map(|it| region.lines(it));
    let directories = region.directories(LineGroup::Talk).filter(|it| !it.link().is_empty());
    let emergency = region.emergency().numbers().join(" · ");
    let row = |name: String, numbers: String, note: String| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="support-sheet__number">
                    <bdi dir="ltr">{numbers}</bdi>
                </td>
                <td>{note}</td>
            </tr>
        }
    };
    view! {
        <div class="support-sheet print-only">
            <h1>{t(msg::support_sheet_title())}</h1>
            <table>
                <tbody>
                    {move || {
                        people
                            .get()
                            .into_iter()
                            .map(|(_, it)| {
                                row(names::shown(&it), it.phone.to_string(), String::new())
                            })
                            .collect_view()
                    }}
                    {lines
                        .map(|line| row(content_text(line.name()), numbers(line), when(line)))
                        .collect_view()}
                    {directories
                        .map(|it| {
                            let site = site(it.link()).to_owned();
                            row(content_text(it.name()), site, content_text(it.note()))
                        })
                        .collect_view()}
                    {row(
                        t(msg::support_sheet_emergency()),
                        emergency,
                        content_text(region.emergency().note()),
                    )}
                </tbody>
            </table>
            <p>{t(msg::support_people_ask())}</p>
            <p>{t(msg::support_checked(checked(region)))}" "{t(msg::support_no_answer())}</p>
        </div>
    }
}
