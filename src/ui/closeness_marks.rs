//! The signs beside a dot of the closeness circle, and the key that puts them into words.
//!
//! Shapes, never colors alone. The drawings are hidden from screen readers; dot and key say the same in words.

use leptos::prelude::*;

/// A sign beside a dot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Gives support.
    Supporter,
    /// It is tense.
    Tense,
    /// Died.
    Died,
    /// The person would like them elsewhere.
    Wish,
}

impl Mark {
    /// Every mark, in the order of the key.
    pub const ALL: [Self; 4] = [Self::Supporter, Self::Tense, Self::Wish, Self::Died];

    /// Where it stands at the dot, and its drawing.
    const fn drawing(self) -> Option<((f64, f64), &'static str)> {
        match self {
            Self::Supporter => Some(((7.6, 7.6), "M0-2.3 2.2 1.6-2.2 1.6z")),
            Self::Tense => {
                Some(((-7.6, 7.6), "M-2.4-.9q1.2-1.5 2.4 0t2.4 0M-2.4 1.3q1.2-1.5 2.4 0t2.4 0"))
            }
            Self::Wish => {
                Some(((7.6, -7.6), "M-2.6 0h5.2M-1.2-1.5-2.7 0-1.2 1.5M1.2-1.5 2.7 0 1.2 1.5"))
            }
            Self::Died => None,
        }
    }
}

/// A sign in its small disc.
pub(super) fn badge(mark: Mark, at_dot: bool) -> impl IntoView {
    mark.drawing().map(|((x, y), path)| {
        let place = if at_dot { format!("translate({x} {y})") } else { String::new() };
        let class = if mark == Mark::Supporter {
            "circle__sign circle__sign--full"
        } else {
            "circle__sign"
        };
        view! {
            <g class=class transform=place>
                <circle class="circle__badge" r="4.4" />
                <path d=path />
            </g>
        }
    })
}

/// The key to the signs that are in the picture.
#[component]
pub fn ClosenessKey(
    /// The signs with their words.
    #[prop(into)]
    marks: Signal<Vec<(Mark, String)>>,
) -> impl IntoView {
    let item = |(mark, words): (Mark, String)| {
        let has_died = mark == Mark::Died;
        let died = has_died.then(|| view! { <circle class="circle__disc" r="4.4" /> });
        view! {
            <li class:circle__link--died=has_died>
                <svg class="circle__key-sign" viewBox="-6 -6 12 12" aria-hidden="true" focusable="false">
                    {badge(mark, false)}
                    {died}
                </svg>
                <span>{words}</span>
            </li>
        }
    };
    view! {
        <ul class="circle__key small" role="list">
            {move || marks.get().into_iter().map(item).collect_view()}
        </ul>
    }
}
