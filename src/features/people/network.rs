//! The questions about everybody together, asked once, and kept as they are answered.

use leptos::prelude::*;
use satkarya_core::circle::{Asking, Network};
use satkarya_core::record::Body;
use satkarya_core::text::Answer;

use super::more::MAX_ANSWER;
use crate::i18n::{Msg, labels, msg, t};
use crate::route::Route;
use crate::state::{AppState, Visit};
use crate::ui::button::{LinkButton, Tone};
use crate::ui::chips::ChipChoice;
use crate::ui::choices::{at, numbered, place};
use crate::ui::not_kept::NotKept;
use crate::ui::page_head::PageHead;
use crate::ui::text_area::TextArea;

/// A question that is answered in words: what it asks, and where the answer stands.
struct Question {
    ask: fn() -> Msg,
    field: fn(&mut Network) -> &mut Answer,
}

const QUESTIONS: [Question; 5] = [
    Question { ask: msg::network_call, field: |it| &mut it.call },
    Question { ask: msg::network_easier, field: |it| &mut it.easier },
    Question { ask: msg::network_was_close, field: |it| &mut it.was_close },
    Question { ask: msg::network_belong, field: |it| &mut it.belong },
    Question { ask: msg::network_pattern, field: |it| &mut it.pattern },
];

fn fill(body: &mut Body, field: usize, text: &str) -> bool {
    if let (Body::Network(network), Some(question)) = (body, QUESTIONS.get(field)) {
        *(question.field)(network) = Answer::cut(text);
    }
    true
}

/// A visit to the record that holds the answers, which the first of them makes.
pub(super) fn visit(app: AppState) -> Visit {
    Visit::begin_or_make(app, Network::ID, fill, Body::Network(Network::default()))
}

fn read(visit: Visit) -> Option<Network> {
    visit.read(|body| if let Body::Network(it) = body { Some(it.clone()) } else { None })
}

/// The page.
#[component]
pub(super) fn NetworkPage() -> impl IntoView {
    let visit = visit(AppState::expect());
    let asking = move || place(Asking::ALL, &read(visit)?.asking?);
    let ask = move |word: Option<String>| {
        let asking = word.and_then(|word| at(Asking::ALL, &word));
        visit.change(|body| {
            if let Body::Network(network) = body {
                network.asking = asking;
            }
        });
    };
    view! {
        <div class="page" on:focusout=move |_| visit.save()>
            <PageHead
                title=t(msg::network_title())
                back=(Route::Circle.href(), t(msg::circle_title()))
                note=t(msg::network_note())
            />
            <NotKept when=AppState::expect().is_read_only() />
            {(0..4).map(|n| words(visit, n)).collect_view()}
            <ChipChoice
                legend=t(msg::network_asking())
                choices=numbered(Asking::ALL, labels::asking)
                clearable=true
                chosen=Signal::derive(asking)
                on_choose=Callback::new(ask)
            />
            {words(visit, 4)}
            <div>
                <LinkButton tone=Tone::Primary href=Route::Circle.href()>
                    {t(msg::common_done())}
                </LinkButton>
            </div>
        </div>
    }
}

/// The field of one of the questions.
fn words(visit: Visit, n: usize) -> Option<AnyView> {
    let question = QUESTIONS.get(n)?;
    let field = question.field;
    let value = Memo::new(move |_| {
        let stored = || read(visit).map(|mut network| field(&mut network).to_string());
        visit.typed(n).or_else(stored).unwrap_or_default()
    });
    let field = view! {
        <TextArea
            label=t((question.ask)())
            value
            on_input=Callback::new(move |text| visit.type_in(n, text))
            rows=2
            max_length=MAX_ANSWER
        />
    };
    Some(field.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::testing::story;
    use satkarya_core::circle;

    #[test]
    fn six_answers_are_kept_in_one_record() {
        story(|app| {
            let network = move || app.journal.with_untracked(|it| circle::network(it).cloned());
            for n in 0..QUESTIONS.len() {
                let visit = visit(app);
                visit.note(n, format!("answer {n}"));
                visit.save();
                assert_eq!(network().map(|it| it.n_answered()), Some(n + 1));
            }
            let n = app.journal.with_untracked(|it| it.records().count());
            assert_eq!(n, 1);
            assert_eq!(network().map(|it| it.pattern.to_string()), Some("answer 4".to_owned()));
        });
    }
}
