//! Rules about the project as a whole: its decisions are numbered without a
//! gap, its map names the folders there are, and the versions that have to be
//! equal are.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::Problem;
use crate::tools::{cargo_programs, npm};
use crate::workspace;

/// The map of the code.
pub(super) const MAP: &str = "ARCHITECTURE.md";

/// Where decisions are written down, one file each.
const DECISIONS: &str = "docs/adr";

pub(super) fn check(map_text: &str) -> Result<Vec<Problem>> {
    let root = workspace::root();
    let mut found = decisions(&names_in(&root.join(DECISIONS))?);
    for folder in ["crates/core/src", "src"] {
        let modules: BTreeSet<String> = names_in(&root.join(folder))?
            .into_iter()
            .map(|name| name.strip_suffix(".rs").unwrap_or(&name).to_owned())
            .filter(|name| !matches!(name.as_str(), "lib" | "main" | "tests"))
            .collect();
        found.extend(map(map_text, folder, &modules));
    }
    found.extend(paths(map_text, |path| root.join(path).exists()));
    let manifest: toml::Table = workspace::read("Cargo.toml")?.parse().context("Cargo.toml")?;
    let trunk: toml::Table = workspace::read("Trunk.toml")?.parse().context("Trunk.toml")?;
    found.extend(pins(&manifest, &trunk, &cargo_programs::locked_version("wasm-bindgen")?));
    Ok(found)
}

fn problem(file: &str, rule: &'static str, text: String) -> Problem {
    Problem { file: file.to_owned(), line: 0, rule, text }
}

/// Names of what is in a folder, sorted.
fn names_in(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in folder.read_dir().with_context(|| format!("{} is missing", folder.display()))? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// Decisions are `NNNN-title.md`, from 0001 on, each number once.
fn decisions(names: &[String]) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut next = 1_usize;
    for name in names.iter().filter(|name| Path::new(name).extension().is_some_and(|e| e == "md")) {
        let number = name
            .split_once('-')
            .filter(|(number, _)| number.len() == 4)
            .and_then(|(number, _)| number.parse::<usize>().ok());
        let Some(number) = number else {
            found.push(problem(DECISIONS, "decisions", format!("{name} is not NNNN-title.md")));
            continue;
        };
        if number != next {
            let text = format!("{name} should have the number {next:04}");
            found.push(problem(DECISIONS, "decisions", text));
        }
        next = number + 1;
    }
    found
}

/// The table below the heading that names a folder lists its modules, all of
/// them and no others: the words in backticks of its first column.
fn map(text: &str, folder: &str, modules: &BTreeSet<String>) -> Vec<Problem> {
    let listed: BTreeSet<String> = text
        .lines()
        .skip_while(|line| !(line.starts_with("## ") && line.ends_with(&format!("`{folder}`"))))
        .skip(1)
        .take_while(|line| !line.starts_with("## "))
        .filter_map(|line| line.strip_prefix('|')?.split('|').next())
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .map(ToOwned::to_owned)
        .collect();
    let missing = modules
        .difference(&listed)
        .map(|name| format!("the table of `{folder}` does not list `{name}`"));
    let gone = listed
        .difference(modules)
        .map(|name| format!("the table of `{folder}` lists `{name}`, which is not there"));
    missing.chain(gone).map(|text| problem(MAP, "map", text)).collect()
}

/// Every path that the map names in backticks exists.
fn paths(text: &str, exists: impl Fn(&str) -> bool) -> Vec<Problem> {
    text.split('`')
        .skip(1)
        .step_by(2)
        .map(|path| path.trim_end_matches('/'))
        .filter(|path| {
            ["src/", "crates/", "xtask/", "tests/", "content/", "docs/", "public/", "style/"]
                .iter()
                .any(|start| path.starts_with(start))
                && !path.contains(['*', '<', ' ', '…'])
        })
        .filter(|path| !exists(path))
        .map(|path| problem(MAP, "map", format!("names `{path}`, which is not there")))
        .collect()
}

/// Versions that are written in more than one place.
fn pins(manifest: &toml::Table, trunk: &toml::Table, locked: &str) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut equal = |file: &str, what: &str, value: Option<&str>, wanted: &str| {
        if value != Some(wanted) {
            let text = format!("{what} is {}, but has to be {wanted}", value.unwrap_or("missing"));
            found.push(problem(file, "pins", text));
        }
    };
    let asked = manifest
        .get("workspace")
        .and_then(|table| table.get("dependencies")?.get("wasm-bindgen"))
        .and_then(|value| value.as_str().or_else(|| value.get("version")?.as_str()));
    equal("Cargo.toml", "wasm-bindgen", asked, &format!("={locked}"));
    let tool = |name: &str| trunk.get("tools")?.get(name)?.as_str();
    equal("Trunk.toml", "wasm_bindgen", tool("wasm_bindgen"), locked);
    equal("Trunk.toml", "wasm_opt", tool("wasm_opt"), &format!("version_{}", npm::BINARYEN));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn decisions_are_numbered_without_a_gap() {
        let n = |names: &[&str]| decisions(&owned(names)).len();
        assert_eq!(n(&["0001-a.md", "0002-b.md", "notes.txt"]), 0);
        assert_eq!(n(&["0001-a.md", "0003-b.md", "0004-c.md"]), 1);
        assert_eq!(n(&["0001-a.md", "0001-b.md"]), 1);
        assert_eq!(n(&["0002-a.md"]), 1);
        assert_eq!(n(&["a.md"]), 1);
    }

    #[test]
    fn the_map_equals_the_folders() {
        let modules = ["ui", "state", "route"].map(ToOwned::to_owned).into();
        let text = "## Core: `core/src`\n| `other` | x |\n## The app: `src`\n\n\
            | module | what |\n| --- | --- |\n| `ui`, `state` | `no module` |\n| `gone` | y |\n";
        let found: Vec<_> =
            map(text, "src", &modules).into_iter().map(|found| found.text).collect();
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().any(|text| text.contains("does not list `route`")));
        assert!(found.iter().any(|text| text.contains("lists `gone`")));
        assert_eq!(
            paths("`src/a` `src/gone/` `Record` `src/x/*`", |path| path == "src/a").len(),
            1
        );
    }

    #[test]
    fn pinned_versions_are_equal() {
        let n = |asked: &str, bindgen: &str, opt: &str| {
            let manifest = format!("[workspace.dependencies]\nwasm-bindgen = \"{asked}\"");
            let trunk = format!("[tools]\nwasm_bindgen = \"{bindgen}\"\nwasm_opt = \"{opt}\"");
            pins(&manifest.parse().unwrap(), &trunk.parse().unwrap(), "0.2.9").len()
        };
        let opt = format!("version_{}", npm::BINARYEN);
        assert_eq!(n("=0.2.9", "0.2.9", &opt), 0);
        assert_eq!(n("0.2.9", "0.2.9", &opt), 1);
        assert_eq!(n("=0.2.9", "0.2.8", "version_1"), 2);
    }
}
