//! The catalogue of tests names nothing that does not exist, and leaves no number out.

use std::collections::BTreeSet;

use anyhow::Result;
use proc_macro2::{TokenStream, TokenTree};

use super::Problem;
use super::source::Source;
use crate::workspace;

/// The catalogue.
const FILE: &str = "docs/catalogue.md";

/// The groups of numbers, each from 1 to its last.
const GROUPS: [(char, usize); 11] = [
    ('R', 37),
    ('C', 10),
    ('D', 12),
    ('X', 11),
    ('Q', 9),
    ('U', 10),
    ('V', 28),
    ('B', 15),
    ('M', 15),
    ('I', 16),
    ('S', 8),
];

pub(super) fn check(sources: &[Source]) -> Result<Vec<Problem>> {
    let mut known = BTreeSet::new();
    for source in sources {
        collect(source.tokens.clone(), &mut known);
    }
    Ok(look(&workspace::read(FILE)?, &known))
}

/// The names of functions that are tests, and of journeys.
fn collect(tokens: TokenStream, known: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut is_test = false;
    for (n, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => {
                // `#[test]` stands before its function, whatever else stands between.
                is_test |= group.stream().to_string() == "test";
                let before = tokens.get(..n).unwrap_or_default();
                let before: Vec<String> =
                    before.iter().rev().take(4).map(ToString::to_string).collect();
                let names_journey = before == ["new", ":", ":", "Journey"];
                if names_journey
                    && let Some(TokenTree::Literal(name)) = group.stream().into_iter().next()
                {
                    known.insert(name.to_string().trim_matches('"').to_owned());
                }
                collect(group.stream(), known);
            }
            TokenTree::Ident(word) if word == "fn" => {
                if let Some(TokenTree::Ident(name)) = tokens.get(n + 1).filter(|_| is_test) {
                    known.insert(name.to_string());
                }
                is_test = false;
            }
            _ => {}
        }
    }
}

/// What is wrong with the catalogue: a number that is missing or comes twice, a row without a
/// test or a reason, a name of nothing.
fn look(text: &str, known: &BTreeSet<String>) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut problem = |line: usize, text: String| {
        found.push(Problem { file: FILE.to_owned(), line, rule: "catalogue", text });
    };
    let mut missing: BTreeSet<String> = GROUPS
        .iter()
        .flat_map(|(c, last)| (1..=*last).map(move |n| format!("{c}-{n:02}")))
        .collect();
    for (n, line) in text.lines().enumerate().map(|(n, line)| (n + 1, line)) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, id, _, held, ..] = cells.as_slice() else { continue };
        if !id.get(1..).is_some_and(|rest| rest.starts_with('-') && rest.len() == 3) || *id == "---"
        {
            continue;
        }
        if !missing.remove(*id) {
            problem(n, format!("{id} is no number of the catalogue, or comes twice"));
        }
        let names: Vec<&str> = held.split('`').skip(1).step_by(2).collect();
        if names.is_empty() && !held.starts_with("not run: ") {
            problem(n, format!("{id} names no test and does not say `not run: ` with a reason"));
        }
        for name in names.into_iter().filter(|name| !known.contains(*name)) {
            problem(n, format!("{id} names `{name}`, which is neither a test nor a journey"));
        }
    }
    for id in missing {
        problem(0, format!("{id} is missing"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(text: &str) -> BTreeSet<String> {
        let mut known = BTreeSet::new();
        collect(text.parse().unwrap(), &mut known);
        known
    }

    #[test]
    fn tests_and_journeys_are_known_and_other_functions_are_not() {
        let found = known(
            "fn help() {} mod tests { #[test] fn one() { let n = 1; } fn two() {} \
             #[test] #[ignore] fn three() {} } \
             fn main() { let all = [Journey::new(\"kill\", |stage| Box::pin(a(stage)))]; }",
        );
        let expected = ["kill", "one", "three"].map(str::to_owned);
        assert_eq!(found, BTreeSet::from(expected));
    }

    #[test]
    fn every_number_has_a_test_that_exists_or_a_reason() {
        let row = |id: &str, held: &str| format!("| {id} | words | {held} | C | 1/1 |\n");
        let all = |change: &str, held: &str| {
            let ids =
                GROUPS.iter().flat_map(|(c, last)| (1..=*last).map(move |n| format!("{c}-{n:02}")));
            ids.map(|id| row(&id, if id == change { held } else { "`one`" })).collect::<String>()
        };
        let known = BTreeSet::from(["one".to_owned(), "a-journey".to_owned()]);
        let n = |text: &str| look(text, &known).len();
        assert_eq!(n(&all("", "")), 0);
        assert_eq!(n(&all("R-02", "`one`, `a-journey`")), 0);
        assert_eq!(n(&all("R-02", "not run: needs a phone")), 0);
        assert_eq!(n(&all("R-02", "by hand")), 1);
        assert_eq!(n(&all("R-02", "`one`, `gone`")), 1);
        assert_eq!(n(&(all("", "") + &row("R-02", "`one`"))), 1);
        assert_eq!(n(&all("", "").replace("| R-02 |", "| R-99 |")), 2);
    }
}
