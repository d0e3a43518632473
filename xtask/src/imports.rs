//! `cargo xtask imports`: what the WebAssembly module can call.
//!
//! A module reaches the world only through its imports, so the list of them is
//! the strongest statement about what the app can do. It has to equal
//! `xtask/allow/imports.txt`, which is reviewed like code; `--accept` writes
//! the present list there, to be looked at in the diff. Ways to the network
//! and to running text as code are refused whatever the list says.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use wasmparser::{Parser, Payload};

use crate::report::Outcome;
use crate::workspace;

/// The reviewed list.
const LIST: &str = "xtask/allow/imports.txt";

/// The line for closures and casts, which are numbered and have no name.
const INNER: &str = "(closures-and-casts)";

/// Names that no import may have and no generated code may use.
const FORBIDDEN: &[&str] = &[
    "XMLHttpRequest",
    "WebSocket",
    "WebSocketStream",
    "EventSource",
    "WebTransport",
    "RTCPeerConnection",
    "RTCDataChannel",
    "sendBeacon",
    "fetchLater",
    "importScripts",
    "eval",
    "Function",
    "execScript",
    "PaymentRequest",
    "PresentationRequest",
];

/// Compares the module in `dist/` with the list.
pub(crate) fn check() -> Result<Outcome> {
    let built = Built::find()?;
    let mut problems = built.problems();
    let wanted = parse_list(&workspace::read(LIST)?)?;
    for (name, count) in &built.imports {
        match wanted.get(name) {
            None => problems.push(format!("{name} is imported but not in {LIST}")),
            Some(listed) if listed != count => {
                problems.push(format!("{name} is imported {count} times, {LIST} says {listed}"));
            }
            Some(_) => {}
        }
    }
    for name in wanted.keys().filter(|name| !built.imports.contains_key(*name)) {
        problems.push(format!("{name} is in {LIST} but no longer imported"));
    }
    if problems.is_empty() {
        let count: usize = built.imports.values().sum();
        return Ok(Outcome::Passed(format!("{count} imports, all listed")));
    }
    for problem in &problems {
        println!("{problem}");
    }
    println!("if these are right: `cargo xtask imports --accept`, then review the diff");
    bail!("{} differences in the imports of the module", problems.len())
}

/// Writes the list as it is now, keeping the remarks of names that stay.
///
/// # Errors
///
/// Refuses while something forbidden is imported.
pub(crate) fn accept() -> Result<()> {
    let built = Built::find()?;
    let problems = built.problems();
    if !problems.is_empty() {
        bail!("{}", problems.join("\n"));
    }
    let path = workspace::root().join(LIST);
    let before = fs::read_to_string(&path).unwrap_or_default();
    fs::write(&path, rewrite(&before, &built.imports))?;
    println!("wrote {LIST} ({} names); look at the diff", built.imports.len());
    Ok(())
}

/// The module's imports and the generated code behind them.
struct Built {
    /// Name without hash → how many imports have it.
    imports: BTreeMap<String, usize>,
    glue: String,
    /// Names in the module's texts by which a way out could be looked up on
    /// the window; `Reflect` can call what it finds.
    named: Vec<&'static str>,
}

impl Built {
    fn find() -> Result<Self> {
        let (module, glue) = files()?;
        Self::read(&fs::read(&module)?, fs::read_to_string(&glue)?)
            .with_context(|| format!("cannot read {}", module.display()))
    }

    fn read(module: &[u8], glue: String) -> Result<Self> {
        let mut imports = BTreeMap::new();
        for payload in Parser::new(0).parse_all(module) {
            if let Payload::ImportSection(section) = payload? {
                for import in section.into_imports() {
                    let name = plain_name(import?.name);
                    // Closures and casts come and go with every view, and
                    // reach nothing by themselves: one line for all.
                    let is_inner = name == INNER;
                    let count: &mut usize = imports.entry(name).or_default();
                    *count = if is_inner { 1 } else { *count + 1 };
                }
            }
        }
        if imports.is_empty() {
            bail!("the module imports nothing, so it is not this app's");
        }
        // Imports that make things are all called `new`; what they make only
        // the generated code tells.
        for made in constructed(&glue) {
            imports.insert(format!("new:{made}"), 1);
        }
        let text = String::from_utf8_lossy(module);
        // Only names that are no words: the app speaks of fetching, and of
        // sockets, on the page about privacy.
        let named = FORBIDDEN
            .iter()
            .copied()
            .filter(|name| !matches!(*name, "WebSocket" | "Function" | "eval"))
            .filter(|name| text.contains(name))
            .collect();
        Ok(Self { imports, glue, named })
    }

    /// What is forbidden whatever the list says.
    fn problems(&self) -> Vec<String> {
        let mut found = Vec::new();
        for name in self.imports.keys() {
            if matches!(name.as_str(), "fetch" | "Request") || is_forbidden(name) {
                found.push(format!("{name} is imported, which is forbidden"));
            }
        }
        // The word alone also stands in remarks and in texts about a value.
        let makes_code = self.glue.contains("new Function");
        for word in words(&self.glue).filter(|word| is_forbidden(word) && *word != "Function") {
            found.push(format!("the generated code uses {word}, which is forbidden"));
        }
        if makes_code {
            found.push("the generated code makes functions out of text".to_owned());
        }
        // The loader that wasm-bindgen writes fetches the module, once.
        let fetches = calls(&self.glue, "fetch");
        if fetches > 1 {
            found.push(format!("the generated code fetches {fetches} times, the loader only once"));
        }
        for code in bodies(&self.glue, "open") {
            // IndexedDB opens a name with a version number; a window opens an
            // address. The number is the one with the unsigned shift.
            if !code.contains(">>> 0)") {
                found.push("the generated code opens something that is not a database".to_owned());
            }
        }
        for name in &self.named {
            found.push(format!("the module holds the name {name}, which is forbidden"));
        }
        found.sort();
        found.dedup();
        found
    }
}

fn is_forbidden(word: &str) -> bool {
    FORBIDDEN.contains(&word)
}

/// The module and its generated code in `dist/`.
fn files() -> Result<(PathBuf, PathBuf)> {
    let dist = workspace::dist();
    let entries = dist.read_dir().context("cannot read dist/; run `cargo xtask build`")?;
    let mut modules: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "wasm"))
        .collect();
    let (Some(module), None) = (modules.pop(), modules.pop()) else {
        bail!("dist/ has to hold exactly one .wasm file; run `cargo xtask build`");
    };
    let name = module.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let glue = dist.join(name.replace("_bg.wasm", ".js"));
    Ok((module, glue))
}

/// The name behind an import: wasm-bindgen adds a mark and a hash that changes
/// with every version of a crate, and it numbers its casts.
fn plain_name(import: &str) -> String {
    if import.starts_with("__wbindgen_cast_") || import.starts_with("__wbindgen_generic_") {
        return INNER.to_owned();
    }
    let Some(name) = import.strip_prefix("__wbg_") else { return import.to_owned() };
    match name.rsplit_once('_') {
        Some((name, hash)) if hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()) => {
            name.to_owned()
        }
        _ => name.to_owned(),
    }
}

/// The words of a program text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '$'))
}

/// How often a function is called by this name.
fn calls(text: &str, name: &str) -> usize {
    text.match_indices(name)
        .filter(|(at, _)| {
            let before = text.get(..*at).and_then(|text| text.chars().next_back());
            let after = text.get(at + name.len()..).unwrap_or_default();
            !before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_' || c == '$')
                && after.trim_start().starts_with('(')
        })
        .count()
}

/// The pieces of generated code that call a method, from the call to the end
/// of its statement.
fn bodies<'a>(text: &'a str, method: &str) -> Vec<&'a str> {
    text.match_indices(&format!(".{method}("))
        .filter_map(|(at, _)| text.get(at..)?.split(';').next())
        .collect()
}

/// What generated code makes: `Date` in `new Date(arg0)`.
fn constructed(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("new ").filter_map(|(at, new)| {
        let rest = text.get(at + new.len()..)?;
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "._$".contains(c)))?;
        let (name, after) = rest.split_at(end);
        (!name.is_empty() && after.starts_with('(')).then_some(name)
    })
}

/// Reads lines of `name [count] [# remark]`.
fn parse_list(text: &str) -> Result<BTreeMap<String, usize>> {
    let mut list = BTreeMap::new();
    for (index, line) in text.lines().enumerate() {
        let entry = line.split(" # ").next().unwrap_or_default().trim();
        if entry.is_empty() || entry.starts_with('#') {
            continue;
        }
        let (name, count) = entry.split_once(' ').unwrap_or((entry, "1"));
        let count = count
            .trim()
            .parse()
            .with_context(|| format!("{LIST} line {}: expected `name count`", index + 1))?;
        if list.insert(name.to_owned(), count).is_some() {
            bail!("{LIST} line {}: {name} stands there twice", index + 1);
        }
    }
    Ok(list)
}

/// The list's new text: the opening comment and remarks stay.
fn rewrite(before: &str, imports: &BTreeMap<String, usize>) -> String {
    let mut text: String =
        before.lines().take_while(|line| line.starts_with('#')).flat_map(|l| [l, "\n"]).collect();
    let remarks: BTreeMap<&str, &str> = before
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let (entry, remark) = line.split_once(" # ")?;
            Some((entry.split_whitespace().next()?, remark))
        })
        .collect();
    for (name, count) in imports {
        text.push_str(name);
        // Writing to a string cannot fail.
        if *count > 1 {
            let _ = write!(text, " {count}");
        }
        if let Some(remark) = remarks.get(name.as_str()) {
            let _ = write!(text, " # {remark}");
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built(imports: &[&str], glue: &str) -> Built {
        let imports = imports.iter().map(|name| (plain_name(name), 1)).collect();
        Built { imports, glue: glue.to_owned(), named: Vec::new() }
    }

    #[test]
    fn names_lose_their_hash() {
        for (import, expected) in [
            ("__wbg_getItem_1340bfc9a10d5991", "getItem"),
            ("__wbg_set_text_content_00000000000000ab", "set_text_content"),
            ("__wbg___wbindgen_throw_b855445ff6a94295", "__wbindgen_throw"),
            ("__wbindgen_cast_0000000000000003", INNER),
            ("__wbindgen_generic_0000000000000003", INNER),
            ("__wbindgen_init_externref_table", "__wbindgen_init_externref_table"),
        ] {
            assert_eq!(plain_name(import), expected);
        }
    }

    #[test]
    fn forbidden_whatever_the_list_says() {
        let n = |imports: &[&str], glue| built(imports, glue).problems().len();
        assert_eq!(n(&["__wbg_getItem_1340bfc9a10d5991"], "fetch(module_or_path)"), 0);
        assert_eq!(n(&["__wbg_fetch_1340bfc9a10d5991"], ""), 1);
        assert_eq!(n(&["a"], "fetch(path); arg0.fetch(arg1)"), 1);
        assert_eq!(n(&["a"], "return new WebSocket(arg0);"), 1);
        assert_eq!(n(&["a"], "return `Function(${name})`; // a Function"), 0);
        assert_eq!(n(&["a"], "typeof(val) == 'function'; prefetch(1)"), 0);
        assert_eq!(n(&["a"], "new Function(getStringFromWasm0(arg0))"), 1);
        assert_eq!(n(&["a"], "arg0.open(getString(arg1, arg2));"), 1);
        assert_eq!(n(&["a"], "arg0.open(getString(arg1, arg2), arg3 >>> 0);"), 0);
    }

    #[test]
    fn lists_read_back() {
        let before = "# Reviewed.\n# Twice.\nb # why b\nold # gone\n";
        let imports = BTreeMap::from([("a".to_owned(), 2), ("b".to_owned(), 1)]);
        let text = rewrite(before, &imports);
        assert_eq!(text, "# Reviewed.\n# Twice.\na 2\nb # why b\n");
        assert_eq!(parse_list(&text).unwrap(), imports);
        assert!(parse_list("a\na 3\n").is_err());
        assert!(parse_list("a b\n").is_err());
    }

    #[test]
    fn imports_of_a_module() {
        // (import "m" "__wbg_now_1340bfc9a10d5991" (func)) by hand: header,
        // one empty function type, one import of it.
        let name = b"__wbg_now_1340bfc9a10d5991";
        let mut module = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02".to_vec();
        module.push(u8::try_from(name.len() + 6).unwrap());
        module.extend([1, 1, b'm', u8::try_from(name.len()).unwrap()]);
        module.extend(name);
        module.extend([0, 0]);
        let built = Built::read(&module, String::new()).unwrap();
        assert_eq!(built.imports, BTreeMap::from([("now".to_owned(), 1)]));
        let glue = "const ret = new Date(arg0); new Intl.Plural(a); // a new one".to_owned();
        let built = Built::read(&module, glue).unwrap();
        let names: Vec<_> = built.imports.into_keys().collect();
        assert_eq!(names, ["new:Date", "new:Intl.Plural", "now"]);
        assert!(built.named.is_empty());
        assert!(Built::read(b"\0asm\x01\0\0\0", String::new()).is_err());
        // A custom section with a name that could be looked up.
        module.extend([0, 11, 0]);
        module.extend(b"sendBeacon");
        let built = Built::read(&module, String::new()).unwrap();
        assert_eq!(built.named, ["sendBeacon"]);
        assert_eq!(built.problems().len(), 1);
    }
}
