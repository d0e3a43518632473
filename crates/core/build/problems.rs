//! What a build script says when the content has mistakes.

use std::{fmt, io};

/// Everything that is wrong with the content, one line each.
pub struct Problems(pub Vec<String>);

impl fmt::Debug for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "the content has mistakes:")?;
        self.0.iter().try_for_each(|problem| writeln!(f, "  {problem}"))
    }
}

impl From<io::Error> for Problems {
    fn from(error: io::Error) -> Self {
        Self(vec![error.to_string()])
    }
}

impl From<Vec<String>> for Problems {
    fn from(problems: Vec<String>) -> Self {
        Self(problems)
    }
}
