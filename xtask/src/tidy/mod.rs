//! `cargo xtask tidy`: the rules of this project that no compiler knows.
//!
//! Each rule is a file of its own with its examples as tests. A rule is a
//! function from sources to problems; reading files and printing happen here.
//! A reasoned exception is a comment on the line above (or, for a whole file,
//! among its first lines): `// tidy: allow(rule) because …`.

mod catalogue;
mod debug;
mod effects;
mod layers;
mod literals;
mod records;
mod source;
mod style;
mod tokens;
mod wording;

use std::fmt;

use anyhow::{Context as _, Result, bail};

use crate::report::Outcome;
use crate::workspace;
use layers::Layers;
use source::Source;

/// A broken rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Problem {
    /// Path from the project's root, with forward slashes.
    file: String,
    /// Counted from 1; 0 when it concerns the whole file.
    line: usize,
    /// The rule's name, as an exception has to give it.
    rule: &'static str,
    text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, rule, text } = self;
        match line {
            0 => write!(f, "{file}: {text} [{rule}]"),
            line => write!(f, "{file}:{line}: {text} [{rule}]"),
        }
    }
}

/// Checks the project and prints every problem.
pub(crate) fn check() -> Result<Outcome> {
    let sources = source::read_all()?;
    let map = workspace::read(records::MAP)?;
    let layers = Layers::read(&map).with_context(|| format!("in {}", records::MAP))?;
    let mut problems: Vec<Problem> = Vec::new();
    for source in &sources {
        problems.extend(look(source, &layers));
    }
    problems.extend(catalogue::check(&sources)?);
    problems.extend(records::check(&map)?);
    problems.extend(wording::check()?);
    problems.sort();
    problems.dedup();
    for problem in &problems {
        println!("{problem}");
    }
    match problems.len() {
        0 => Ok(Outcome::Passed(format!("{} source files", sources.len()))),
        count => bail!("{count} problems"),
    }
}

/// Every rule about one Rust file, without what is excepted.
fn look(source: &Source, layers: &Layers) -> Vec<Problem> {
    [
        style::check(source),
        layers::check(source, layers),
        literals::check(source),
        effects::check(source),
        debug::check(source),
    ]
    .into_iter()
    .flatten()
    .filter(|problem| !source.excepts(problem.rule, problem.line))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exceptions_need_a_reason_and_the_rule() {
        let map =
            "## The app: `src`\n| module | what | may use |\n| - | - | - |\n| `ui` | a | core |\n";
        let layers = Layers::read(map).unwrap();
        let n = |comment: &str| {
            let text = format!("//! Docs.\n{comment}\nuse web_sys::Window;\n");
            let source = Source::new("src/ui/a.rs", &text).unwrap();
            look(&source, &layers).len()
        };
        assert_eq!(n(""), 1);
        assert_eq!(n("// tidy: allow(layers) because the type is part of Leptos's events"), 0);
        assert_eq!(n("// tidy: allow(layers)"), 1);
        assert_eq!(n("// tidy: allow(literals) because it is something else"), 1);
    }
}
