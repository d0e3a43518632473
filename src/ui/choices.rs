//! The choices of an enum as chips, each named by its place in it.

use super::chips::Choice;
use crate::i18n::{Msg, t};

/// All choices with their words.
pub fn numbered<T: Copy>(all: &'static [T], label: fn(T) -> Msg) -> Vec<Choice> {
    all.iter().enumerate().map(|(n, it)| Choice::new(n.to_string(), t(label(*it)))).collect()
}

/// The name of a choice.
pub fn place<T: PartialEq>(all: &[T], choice: &T) -> Option<String> {
    all.iter().position(|it| it == choice).map(|n| n.to_string())
}

/// The choice of a name.
pub fn at<T: Copy>(all: &[T], name: &str) -> Option<T> {
    all.get(name.parse::<usize>().ok()?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use satkarya_core::course::Mode;

    #[test]
    fn every_choice_is_found_by_its_name_and_nothing_else_is() {
        for mode in Mode::ALL {
            assert_eq!(at(Mode::ALL, &place(Mode::ALL, mode).expect("a place")), Some(*mode));
        }
        for wrong in ["", "4", "-1", "InIpt"] {
            assert_eq!(at(Mode::ALL, wrong), None, "{wrong}");
        }
    }
}
