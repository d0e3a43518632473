//! What is there while a condition holds, and what stands in its place otherwise.
//!
//! It is used as Leptos's `Show`, which is compiled anew at every place. Here all of them are of
//! one kind, and the app is smaller by it.

use leptos::either::Either;
use leptos::prelude::*;

/// Shows its children while a condition holds.
#[component(transparent)]
pub fn Shown(
    /// The condition.
    when: impl Fn() -> bool + Send + Sync + 'static,
    /// What is shown while it does not hold; nothing unless given.
    #[prop(optional, into)]
    fallback: ViewFn,
    /// What is shown while it holds.
    children: ChildrenFn,
) -> impl IntoView {
    either(Box::new(when), fallback, children)
}

fn either(
    when: Box<dyn Fn() -> bool + Send + Sync>,
    fallback: ViewFn,
    children: ChildrenFn,
) -> AnyView {
    let when = ArcMemo::new(move |_| when());
    let view =
        move || if when.get() { Either::Left(children()) } else { Either::Right(fallback.run()) };
    view.into_any()
}
