//! Who may import whom.
//!
//! The app's modules keep to the last column of the table in the map of the
//! code: what is written there is what is checked. Core stands below all of
//! them and is kept pure. Test modules are free.

use anyhow::{Context as _, Result, bail};
use proc_macro2::{Delimiter, TokenTree};

use super::source::Source;
use super::{Problem, tokens};

/// The line above the table of the app's modules in the map.
const HEADING: &str = "## The app: `src`";

/// Who may use whom among the modules directly in `src/`.
#[derive(Debug)]
pub(super) struct Layers(Vec<Layer>);

#[derive(Debug)]
struct Layer {
    name: String,
    /// `None` when it may use everything.
    may: Option<Vec<String>>,
}

impl Layers {
    /// Reads the table `| module | what it is | may use |` of the map.
    pub(super) fn read(map: &str) -> Result<Self> {
        let (_, section) = map.split_once(HEADING).with_context(|| format!("no {HEADING:?}"))?;
        let rows = section
            .lines()
            .skip_while(|line| !line.starts_with('|'))
            .take_while(|line| line.starts_with('|'))
            .skip(2);
        let mut layers = Vec::new();
        for row in rows {
            let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
            let &[name, _, may] = cells.as_slice() else {
                bail!("a row without three cells: {row}")
            };
            let may = (may != "everything").then(|| {
                may.split(',')
                    .filter_map(|name| Some(name.split_whitespace().next()?.to_owned()))
                    .collect()
            });
            layers.push(Layer { name: name.trim_matches('`').to_owned(), may });
        }
        if layers.is_empty() {
            bail!("no table below {HEADING:?}");
        }
        Ok(Self(layers))
    }

    fn get(&self, name: &str) -> Option<&Layer> {
        self.0.iter().find(|layer| layer.name == name)
    }
}

/// Crates that reach the browser directly.
const BROWSER: &[&str] =
    &["web_sys", "js_sys", "gloo_storage", "gloo_timers", "gloo_events", "gloo_file", "idb"];

/// Crates that core must do without, so that it depends on its arguments only.
const IMPURE: &[&str] = &["leptos", "wasm_bindgen", "wasm_bindgen_futures", "getrandom", "rand"];

/// Parts of std that core must do without.
const IMPURE_STD: &[&str] = &["fs", "net", "process", "thread", "env", "os"];

pub(super) fn check(source: &Source, layers: &Layers) -> Vec<Problem> {
    let mut paths = Vec::new();
    collect(&tokens::list(&source.tokens), 0, &mut paths);
    let say = |path: &Path, text: String| Problem {
        file: source.path.clone(),
        line: path.line,
        rule: "layers",
        text,
    };
    if source.path.starts_with("crates/core/src/") {
        return paths.iter().filter_map(|path| Some(say(path, in_core(path)?))).collect();
    }
    let Some(module) = module_of(&source.path) else { return Vec::new() };
    paths.iter().filter_map(|path| Some(say(path, in_app(&module, path, layers)?))).collect()
}

/// A path as it stands in the file.
#[derive(Debug, PartialEq, Eq)]
struct Path {
    words: Vec<String>,
    line: usize,
    /// How many inline modules it stands in.
    depth: usize,
}

/// What is wrong with a path in core.
fn in_core(path: &Path) -> Option<String> {
    let first = path.words.first()?.as_str();
    let second = path.words.get(1).map(String::as_str).unwrap_or_default();
    if BROWSER.contains(&first) || IMPURE.contains(&first) {
        return Some(format!("core names {first}, but knows no browser, clock or randomness"));
    }
    (first == "std" && IMPURE_STD.contains(&second))
        .then(|| format!("core names std::{second}, but depends on its arguments only"))
}

/// What is wrong with a path in the app.
fn in_app(module: &[String], path: &Path, layers: &Layers) -> Option<String> {
    let here = module.first()?.as_str();
    if let Some(browser) = path.words.iter().find(|word| BROWSER.contains(&word.as_str()))
        && here != "platform"
    {
        return Some(format!("names {browser}; only platform talks to the browser"));
    }
    let target = resolve(module, path)?;
    let layer = target.first()?.as_str();
    // The root wires everything together.
    if matches!(here, "lib" | "main") {
        return None;
    }
    let Some(Layer { may, .. }) = layers.get(here) else {
        return Some(format!("{here} has no place in the map's table of modules"));
    };
    // What is not a module is a function or macro at the root; `start` and
    // its like are used by nobody but the root.
    layers.get(layer)?;
    if layer == here {
        let (mine, other) = (module.get(1)?, target.get(1)?);
        return (here == "features" && mine != other && other != "*")
            .then(|| format!("feature {mine} names feature {other}; move what they share down"));
    }
    let may = may.as_ref()?;
    (!may.iter().any(|name| name == layer)).then(|| format!("{here} must not import {layer}"))
}

/// The path from the crate's root, when it stays inside the crate.
fn resolve(module: &[String], path: &Path) -> Option<Vec<String>> {
    let mut words = path.words.iter();
    match words.next()?.as_str() {
        "crate" => Some(words.cloned().collect()),
        "super" => {
            let ups = 1 + words.clone().take_while(|word| *word == "super").count();
            // Each inline module around the path takes one step up for itself.
            let ups = ups.saturating_sub(path.depth);
            if ups == 0 {
                return None;
            }
            let mut base = module.get(..module.len().checked_sub(ups)?)?.to_vec();
            base.extend(words.skip_while(|word| *word == "super").cloned());
            Some(base)
        }
        _ => None,
    }
}

/// The module that a file of the app holds, e.g. `features`, `diary`, `form`.
fn module_of(path: &str) -> Option<Vec<String>> {
    let inside = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let mut words: Vec<String> = inside.split('/').map(ToOwned::to_owned).collect();
    if words.last().is_some_and(|word| word == "mod") {
        words.pop();
    }
    // Tests beside the code may reach anywhere, as test modules may.
    (words.last().is_some_and(|word| word != "tests")).then_some(words)
}

/// Collects every path of two or more words, with use trees spread out.
fn collect(list: &[TokenTree], depth: usize, paths: &mut Vec<Path>) {
    let mut at = 0;
    while let Some(token) = list.get(at) {
        match token {
            TokenTree::Ident(_) if !follows_path_sign(list, at) => {
                let (next, found) = path_at(list, at);
                for words in found.into_iter().filter(|words| words.len() > 1) {
                    paths.push(Path { words, line: tokens::line(token), depth });
                }
                at = next;
            }
            TokenTree::Group(group) => {
                if !tokens::is_attribute(list, at) && !tokens::is_test_module(list, at) {
                    collect(
                        &tokens::list(&group.stream()),
                        depth + usize::from(is_module(list, at)),
                        paths,
                    );
                }
                at += 1;
            }
            _ => at += 1,
        }
    }
}

fn is_module(list: &[TokenTree], at: usize) -> bool {
    at.checked_sub(2)
        .is_some_and(|before| tokens::ident(list, before).is_some_and(|word| word == "mod"))
}

fn follows_path_sign(list: &[TokenTree], at: usize) -> bool {
    at.checked_sub(2).is_some_and(|before| tokens::is_path_sign(list, before))
}

/// The paths that start at a word, and where to go on reading.
fn path_at(list: &[TokenTree], start: usize) -> (usize, Vec<Vec<String>>) {
    let mut words = Vec::new();
    let mut at = start;
    while let Some(word) = tokens::ident(list, at) {
        words.push(word.to_string());
        at += 1;
        if !tokens::is_path_sign(list, at) {
            return (at, vec![words]);
        }
        at += 2;
    }
    match list.get(at) {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            let inner = tokens::list(&group.stream());
            let ends =
                inner.split(|token| matches!(token, TokenTree::Punct(p) if p.as_char() == ','));
            let found = ends
                .filter(|part| !part.is_empty())
                .flat_map(|part| path_at(part, 0).1)
                .map(|rest| words.iter().cloned().chain(rest).collect())
                .collect();
            (at + 1, found)
        }
        Some(TokenTree::Punct(punct)) if punct.as_char() == '*' => {
            words.push("*".to_owned());
            (at + 1, vec![words])
        }
        // A turbofish; what is inside is read by itself.
        _ => (at, vec![words]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = "# Map\n\n## The app: `src`\n\n| module | what | may use |\n| --- | --- | --- |\n\
        | `platform` | a | core |\n| `i18n` | b | core, platform (formatting) |\n\
        | `ui` | c | i18n, core |\n| `state` | d | core, i18n, platform |\n\
        | `features` | e | ui, i18n, state, core |\n| `shell` | f | features, ui, state |\n\
        | `start` | g | everything |\n\nMore.\n";

    #[test]
    fn the_table_is_read() {
        let layers = Layers::read(MAP).unwrap();
        assert_eq!(layers.0.len(), 7);
        assert_eq!(layers.get("i18n").unwrap().may.as_deref().unwrap(), ["core", "platform"]);
        assert!(layers.get("start").unwrap().may.is_none());
        assert!(Layers::read("# Map\n").is_err());
        assert!(Layers::read("## The app: `src`\n\nNo table.\n").is_err());
    }

    fn check_file(path: &str, code: &str, expected: Option<&str>) {
        let source = Source::new(path, code).unwrap();
        let layers = Layers::read(MAP).unwrap();
        let found: Vec<_> =
            check(&source, &layers).into_iter().map(|problem| problem.text).collect();
        match expected {
            None => assert!(found.is_empty(), "{path} {code}: {found:?}"),
            Some(text) => assert!(
                found.len() == 1 && found.iter().all(|found| found.contains(text)),
                "{path} {code}: {found:?}"
            ),
        }
    }

    #[test]
    fn layers_of_the_app() {
        let form = "src/features/diary/form.rs";
        check_file(form, "use crate::{ui::Button, state::AppState};", None);
        check_file(form, "use crate::platform::clock;", Some("must not import platform"));
        check_file(form, "fn a() { crate::shell::go() }", Some("must not import shell"));
        check_file(form, "use crate::features::diary::row;", None);
        check_file(form, "use crate::features::people::row;", Some("feature people"));
        check_file(form, "use super::row; use super::super::people::Row;", Some("feature people"));
        check_file("src/features/diary/mod.rs", "use super::people;", Some("feature people"));
        check_file("src/ui/field.rs", "use crate::{i18n::t, state::X};", Some("import state"));
        check_file(
            "src/ui/field.rs",
            "view! { <p>{crate::features::diary::a()}</p> }",
            Some("features"),
        );
        check_file("src/state/mod.rs", "use crate::ui::Button;", Some("must not import ui"));
        check_file("src/platform/dom.rs", "use crate::state::X;", Some("must not import state"));
        check_file("src/lib.rs", "use crate::{features::diary, platform::x};", None);
        check_file("src/start.rs", "use crate::{features::diary, platform::x};", None);
        check_file("src/i18n/a.rs", "use crate::platform::intl;", None);
        check_file("src/odd/mod.rs", "use crate::ui::Button;", Some("no place in the map"));
    }

    #[test]
    fn the_browser_belongs_to_platform() {
        check_file("src/platform/dom.rs", "use web_sys::Window;", None);
        check_file("src/ui/a.rs", "fn a(e: web_sys::Event) {}", Some("web_sys"));
        check_file("src/state/a.rs", "use leptos::web_sys::Event;", Some("web_sys"));
        check_file("src/state/a.rs", "use gloo_timers::callback::Timeout;", Some("gloo_timers"));
        check_file("src/lib.rs", "use js_sys::Date;", Some("js_sys"));
    }

    #[test]
    fn core_is_pure() {
        let file = "crates/core/src/a.rs";
        check_file(file, "use std::collections::BTreeMap; use chrono::NaiveDate;", None);
        check_file(file, "use leptos::prelude::*;", Some("leptos"));
        check_file(file, "use std::{fs::File, fmt};", Some("std::fs"));
        check_file(file, "fn a() { getrandom::fill(b) }", Some("getrandom"));
    }

    #[test]
    fn tests_are_free() {
        let file = "src/state/a.rs";
        check_file(file, "#[cfg(test)] mod tests { use crate::features::diary::x; }", None);
        check_file("src/state/tests.rs", "use crate::features::diary::x;", None);
        // One step up from an inline module is still this file.
        check_file("src/features/diary/a.rs", "mod part { use super::other::X; }", None);
        check_file(
            "src/features/diary/mod.rs",
            "mod part { use super::super::people::X; }",
            Some("feature people"),
        );
    }
}
