//! The questions of each part as data: what is asked, what can be answered, and where it is kept.

use satkarya_core::content::{self, Questions};
use satkarya_core::diary::Area;
use satkarya_core::focus::{Answers, Gate, Item, Part, Reflection, Told};
use satkarya_core::rating::{Much, Timing};

use crate::i18n::{content_text, msg, t};
use crate::ui::chips::Choice;
use crate::ui::choices::{at, place};

/// A question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Ask {
    Gate,
    Item(Item),
    Timing,
    Leverage,
    /// When the loss was.
    Loss,
    /// Whether there was a loss of another kind.
    OtherLoss,
    /// With whom it is difficult.
    Who,
    /// One of the three questions about being safe.
    Safety(u8),
    /// What changed.
    Presets,
}

/// What is asked in a part, as far as the answers have opened it.
pub(super) fn asks(part: Part, sitting: &Reflection) -> Vec<Ask> {
    if part == Part::Safety {
        return vec![Ask::Who, Ask::Safety(0), Ask::Safety(1), Ask::Safety(2)];
    }
    let answers = sitting.of(part.area());
    let mut asks = vec![Ask::Gate];
    if part == Part::Grief && answers.gate == Some(Gate::No) {
        asks.push(Ask::OtherLoss);
    }
    if answers.is_open() {
        match part {
            Part::Grief => asks.push(Ask::Loss),
            Part::Change => asks.push(Ask::Presets),
            Part::Safety | Part::Dispute | Part::Connection => {}
        }
        asks.extend(Item::ALL.iter().map(|item| Ask::Item(*item)));
        asks.extend([Ask::Timing, Ask::Leverage]);
    }
    asks
}

/// The questions about the area of a part.
pub(super) fn questions(part: Part) -> Option<&'static Questions> {
    content::questions_of(part.area())
}

/// What counts into the points of an area and was not answered.
pub(super) fn skipped(area: Area, sitting: &Reflection) -> Vec<Ask> {
    let parts = Part::ALL.iter().filter(|it| **it != Part::Safety);
    let Some(part) = parts.copied().find(|it| it.area() == area) else { return Vec::new() };
    let items = Item::ALL.iter().map(|item| Ask::Item(*item));
    let scored = items.chain([Ask::Timing, Ask::Leverage]);
    scored.filter(|ask| ask.chosen(part, sitting).is_none()).collect()
}

/// The words of a sentence.
pub(super) fn item_text(questions: &Questions, item: Item) -> String {
    let texts = Item::ALL.iter().zip(questions.items());
    texts.filter(|(it, _)| **it == item).map(|(_, text)| content_text(text)).collect()
}

/// The word of a point on the scale of the sentences.
pub(super) fn much(much: Much) -> String {
    t(match much.get() {
        0 => msg::much_none(),
        1 => msg::much_little(),
        2 => msg::much_quite(),
        _ => msg::much_lot(),
    })
}

/// The words of an answer about time.
pub(super) fn timing(questions: &Questions, timing: Timing) -> String {
    let [close, year, other] = questions.timing().choices();
    content_text(match timing.get() {
        2 => close,
        1 => year,
        _ => other,
    })
}

fn gate(gate: Gate) -> String {
    t(match gate {
        Gate::Yes => msg::gate_yes(),
        Gate::No => msg::gate_no(),
        Gate::Unsure => msg::gate_unsure(),
    })
}

fn told(told: Told) -> String {
    t(match told {
        Told::Yes => msg::gate_yes(),
        Told::No => msg::gate_no(),
        Told::RatherNot => msg::told_rather_not(),
    })
}

impl Ask {
    /// The words of the question.
    pub(super) fn text(self, questions: &Questions) -> String {
        content_text(match self {
            Self::Item(item) => return item_text(questions, item),
            Self::Gate => questions.gate(),
            Self::Timing => questions.timing().question(),
            Self::Leverage => questions.leverage(),
            Self::Loss => &questions.loss().when,
            Self::OtherLoss => &questions.loss().other,
            Self::Who => &questions.safety().who,
            Self::Safety(n) => {
                questions.safety().questions.get(usize::from(n)).map_or("", String::as_str)
            }
            Self::Presets => &questions.presets().question,
        })
    }

    /// What can be answered, each named by its place; none where chips are not the way.
    pub(super) fn choices(self, questions: &Questions) -> Vec<Choice> {
        let words: Vec<String> = match self {
            Self::Gate | Self::OtherLoss => Gate::ALL.iter().map(|it| gate(*it)).collect(),
            Self::Item(_) | Self::Leverage => Much::all().map(much).collect(),
            Self::Timing => Timing::all().rev().map(|it| timing(questions, it)).collect(),
            Self::Safety(_) => Told::ALL.iter().map(|it| told(*it)).collect(),
            Self::Loss | Self::Who | Self::Presets => Vec::new(),
        };
        words.into_iter().enumerate().map(|(n, word)| Choice::new(n.to_string(), word)).collect()
    }

    /// The place of the present answer.
    pub(super) fn chosen(self, part: Part, sitting: &Reflection) -> Option<String> {
        let answers = sitting.of(part.area());
        let number = |n: Option<u8>| n.map(|n| n.to_string());
        match self {
            Self::Gate => place(Gate::ALL, &answers.gate?),
            Self::OtherLoss => place(Gate::ALL, &sitting.other_loss?),
            Self::Item(item) => number(answers.items.get(&item).map(|it| it.get())),
            Self::Leverage => number(answers.leverage.map(Much::get)),
            Self::Timing => number(answers.timing.map(|it| Timing::MAX - it.get())),
            Self::Safety(n) => {
                let told = sitting.safety.all().get(usize::from(n)).copied().flatten()?;
                place(Told::ALL, &told)
            }
            Self::Loss | Self::Who | Self::Presets => None,
        }
    }

    /// Puts an answer in; nothing takes it back.
    pub(super) fn answer(self, part: Part, sitting: &mut Reflection, chosen: Option<&str>) {
        let number: Option<u8> = chosen.and_then(|it| it.parse().ok());
        let much = number.and_then(|n| Much::try_from(n).ok());
        let answers: &mut Answers = sitting.of_mut(part.area());
        match self {
            Self::Gate => answers.gate = chosen.and_then(|it| at(Gate::ALL, it)),
            Self::Item(item) => {
                answers.items.remove(&item);
                answers.items.extend(much.map(|much| (item, much)));
            }
            Self::Leverage => answers.leverage = much,
            Self::Timing => {
                let points = number.and_then(|n| Timing::MAX.checked_sub(n));
                answers.timing = points.and_then(|n| Timing::try_from(n).ok());
            }
            Self::OtherLoss => sitting.other_loss = chosen.and_then(|it| at(Gate::ALL, it)),
            Self::Safety(n) => {
                let told = chosen.and_then(|it| at(Told::ALL, it));
                let safety = &mut sitting.safety;
                match n {
                    0 => safety.afraid = told,
                    1 => safety.hurt = told,
                    _ => safety.controlled = told,
                }
            }
            Self::Loss | Self::Who | Self::Presets => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use satkarya_core::time::Day;

    #[test]
    fn every_answer_is_found_again_and_can_be_taken_back() {
        let mut n = 0;
        for part in Part::ALL {
            let mut sitting = Reflection::new(Day::FIRST);
            Ask::Gate.answer(*part, &mut sitting, Some("0"));
            for ask in asks(*part, &sitting) {
                let questions = questions(*part).expect("questions");
                assert!(!ask.text(questions).is_empty(), "{ask:?}");
                for choice in ask.choices(questions) {
                    ask.answer(*part, &mut sitting, Some(&choice.value));
                    assert_eq!(ask.chosen(*part, &sitting), Some(choice.value), "{ask:?}");
                    n += 1;
                }
                let before = sitting.clone();
                ask.answer(*part, &mut sitting, None);
                assert_eq!(ask.chosen(*part, &sitting), None);
                sitting = before;
            }
        }
        // Four gates of three, twenty sentences and four leverages of four, four times of three,
        // three questions about being safe; and the other loss, which a "no" opens.
        assert_eq!(n, 4 * 3 + 20 * 4 + 4 * 4 + 4 * 3 + 3 * 3);
    }

    #[test]
    fn a_gate_opens_what_belongs_behind_it() {
        let mut sitting = Reflection::new(Day::FIRST);
        assert_eq!(asks(Part::Grief, &sitting), [Ask::Gate]);
        Ask::Gate.answer(Part::Grief, &mut sitting, Some("1"));
        assert_eq!(asks(Part::Grief, &sitting), [Ask::Gate, Ask::OtherLoss]);
        Ask::Gate.answer(Part::Grief, &mut sitting, Some("2"));
        assert_eq!(asks(Part::Grief, &sitting).len(), 9);
        Ask::Gate.answer(Part::Change, &mut sitting, Some("1"));
        assert_eq!(asks(Part::Change, &sitting), [Ask::Gate]);
        assert_eq!(asks(Part::Dispute, &sitting), [Ask::Gate]);
    }

    #[test]
    fn what_was_skipped_is_told_with_time_and_difference() {
        for area in Area::ALL {
            let mut sitting = Reflection::new(Day::FIRST);
            assert_eq!(skipped(*area, &sitting).len(), 7);
            let part = Part::ALL.iter().copied().rfind(|it| it.area() == *area).expect("a part");
            for item in Item::ALL {
                Ask::Item(*item).answer(part, &mut sitting, Some("0"));
            }
            assert_eq!(skipped(*area, &sitting), [Ask::Timing, Ask::Leverage]);
            Ask::Leverage.answer(part, &mut sitting, Some("3"));
            assert_eq!(skipped(*area, &sitting), [Ask::Timing]);
            Ask::Timing.answer(part, &mut sitting, Some("0"));
            assert_eq!(skipped(*area, &sitting), []);
        }
    }

    #[test]
    fn points_of_time_are_from_near_to_far() {
        let mut sitting = Reflection::new(Day::FIRST);
        Ask::Timing.answer(Part::Change, &mut sitting, Some("0"));
        assert_eq!(sitting.change.timing.map(Timing::get), Some(2));
        Ask::Timing.answer(Part::Change, &mut sitting, Some("2"));
        assert_eq!(sitting.change.timing.map(Timing::get), Some(0));
    }
}
