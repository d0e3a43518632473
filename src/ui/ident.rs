//! Element ids that are unique on the page, so that labels, hints and errors find their field.

use std::sync::atomic::{AtomicU32, Ordering};

static NEXT: AtomicU32 = AtomicU32::new(0);

/// An id nobody else on the page has. Means nothing and is never stored.
pub(super) fn fresh(kind: &str) -> String {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("{kind}-{number}")
}

#[cfg(test)]
mod tests {
    use super::fresh;

    #[test]
    fn ids_differ() {
        assert_ne!(fresh("field"), fresh("field"));
    }
}
