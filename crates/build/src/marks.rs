//! How a text of the interface is laid out once it is compiled. Read by the app as well.
//!
//! Texts of one language stand in one file, in the order of their numbers. Between them, between
//! their parts and around their gaps are control characters, which no text may hold itself.

/// Ends a text.
pub(crate) const END: char = '\u{1e}';

/// Stands before and after a choice between forms.
pub(crate) const CHOICE: char = '\u{1d}';

/// Separates what a choice is made of: the number of the gap with the count, then a key and a
/// text for each form. The last form is taken where no other fits.
pub(crate) const FORM: char = '\u{1f}';

/// Stands before and after the number of a gap.
pub(crate) const GAP: char = '\u{1a}';
