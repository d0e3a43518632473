//! `cargo xtask scan`: looks through `dist/` for anything that could make the
//! app talk to somebody, run foreign code, or tell who built it.
//!
//! It reads bytes and judges them by fixed rules; what a browser really sends
//! is proved by the journeys. Addresses that may stand in the files are listed
//! with their reason in `xtask/allow/addresses.txt`.

use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;
use walkdir::WalkDir;

use crate::headers::Rules;
use crate::report::Outcome;
use crate::stamp::{self, html};
use crate::{sums, workspace};

/// Something that must not be published.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    file: String,
    what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.what)
    }
}

/// Scans `dist/` and prints every finding.
pub(crate) fn check() -> Result<Outcome> {
    let dist = workspace::dist();
    let allowed = Allowed::parse(&workspace::read("xtask/allow/addresses.txt")?)?;
    let private = private_paths();
    let mut findings = Vec::new();
    let mut n_files = 0_usize;
    for entry in WalkDir::new(&dist).sort_by_file_name() {
        let entry = entry.context("cannot read dist/; run `cargo xtask build`")?;
        if !entry.file_type().is_file() {
            continue;
        }
        n_files += 1;
        let name = entry.path().strip_prefix(&dist)?.to_string_lossy().replace('\\', "/");
        let bytes = fs::read(entry.path())?;
        findings.extend(
            look(&name, &bytes, &allowed, &private)
                .into_iter()
                .map(|what| Finding { file: name.clone(), what }),
        );
    }
    findings.extend(policies(&dist)?);
    let n_sums = sums::check(&dist);
    if let Err(error) = &n_sums {
        findings.push(Finding { file: stamp::SUMS.to_owned(), what: format!("{error:#}") });
    }
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => Ok(Outcome::Passed(format!(
            "0 findings in {n_files} files, {} of them as SHA256SUMS says",
            n_sums.unwrap_or_default()
        ))),
        count => bail!("{count} findings in {n_files} files"),
    }
}

/// Everything wrong with one file.
fn look(name: &str, bytes: &[u8], allowed: &Allowed, private: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    // Lossy is right here: every rule looks for plain ASCII.
    let text = String::from_utf8_lossy(bytes);
    for path in private {
        if text.contains(path.as_str()) {
            found.push(format!("tells a path of the machine that built it: {path}"));
        }
    }
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if matches!(ending, "png" | "ico") {
        return found;
    }
    if ending == "map" || (ending != "wasm" && text.contains("sourceMappingURL")) {
        found.push("has a source map".to_owned());
    }
    for address in addresses(&text, ending) {
        if !allowed.covers(name, address) {
            // In a module texts follow each other without a gap: show a piece.
            let piece: String = address.chars().take(60).collect();
            found.push(format!("holds a foreign address: {piece}"));
        }
    }
    if ending == "html" {
        found.extend(inline_code(&text));
    }
    found
}

/// Folders of this machine, as they would stand in the files.
fn private_paths() -> Vec<String> {
    let mut paths = vec![workspace::root().to_owned(), workspace::target()];
    paths.extend(workspace::cargo_home());
    paths.extend(workspace::home());
    let mut paths: Vec<String> = paths
        .iter()
        .filter_map(|path| path.to_str())
        // With the slash, or a short home such as /root would be found in words.
        .map(|path| format!("{}/", path.trim_end_matches('/')))
        .filter(|path| path.len() > 2)
        .collect();
    paths.push(".cargo/registry".to_owned());
    paths.push("/rustlib/src/".to_owned());
    paths.sort();
    paths.dedup();
    paths
}

/// Addresses of other machines in a text. A module is one long run of texts,
/// where `//host` cannot be told from two slashes, so there only full ones.
fn addresses<'a>(text: &'a str, ending: &str) -> Vec<&'a str> {
    let mut found: Vec<&str> = ["http://", "https://", "ws://", "wss://"]
        .into_iter()
        .flat_map(|scheme| text.match_indices(scheme))
        .map(|(at, scheme)| (at, scheme.len()))
        .filter(|&(at, length)| {
            // A letter before means that this is the tail of another word, such
            // as `news://`. After the slashes there
            // has to be a host.
            let before = text.get(..at).and_then(|text| text.chars().next_back());
            let after = text.get(at + length..).and_then(|text| text.chars().next());
            (ending == "wasm" || !before.is_some_and(|c| c.is_ascii_alphabetic()))
                && after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '[')
        })
        .filter_map(|(at, _)| address_at(text, at))
        .collect();
    if ending != "wasm" {
        for opening in ["\"//", "'//", "`//", "(//", "=//"] {
            found.extend(
                text.match_indices(opening).filter_map(|(at, _)| address_at(text, at + 1)).filter(
                    |address| {
                        address.len() > 2
                            && address.contains('.')
                            && address.get(2..).is_some_and(|host| {
                                host.starts_with(|c: char| c.is_ascii_alphanumeric())
                            })
                    },
                ),
            );
        }
    }
    found
}

/// The address that starts at a byte, up to what cannot be part of one.
fn address_at(text: &str, at: usize) -> Option<&str> {
    let rest = text.get(at..)?;
    let end = rest
        .find(|c: char| c.is_whitespace() || c.is_control() || "\"'`<>\\){}".contains(c))
        .unwrap_or(rest.len());
    rest.get(..end)
}

/// Addresses that may stand in the files although nothing ever calls them.
struct Allowed(Vec<(String, String)>);

impl Allowed {
    /// One per line: `file address  # reason`, where file may be `*` or
    /// `*.wasm`, and the address is a beginning.
    fn parse(text: &str) -> Result<Self> {
        let mut list = Vec::new();
        for (index, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let (entry, reason) = line.split_once(" # ").unwrap_or((line, ""));
            let mut words = entry.split_whitespace();
            let (Some(file), Some(address), None) = (words.next(), words.next(), words.next())
            else {
                bail!("addresses.txt line {}: expected `file address # reason`", index + 1);
            };
            if reason.trim().is_empty() {
                bail!("addresses.txt line {}: a reason is missing", index + 1);
            }
            list.push((file.to_owned(), address.to_owned()));
        }
        Ok(Self(list))
    }

    fn covers(&self, file: &str, address: &str) -> bool {
        self.0.iter().any(|(pattern, start)| {
            let fits = match pattern.strip_prefix('*') {
                Some(end) => file.ends_with(end),
                None => file == pattern,
            };
            fits && address.starts_with(start.as_str())
        })
    }
}

/// Scripts, styles and handlers that stand in a page itself.
fn inline_code(page: &str) -> Vec<String> {
    let tags = match html::tags(page) {
        Ok(tags) => tags,
        Err(error) => return vec![format!("cannot be read: {error:#}")],
    };
    let mut found = Vec::new();
    for tag in tags {
        let name = tag.name.as_str();
        match name {
            "script" if tag.get("src").is_none() => found.push("has an inline script".to_owned()),
            "style" => found.push("has an inline style".to_owned()),
            "base" => found.push("changes the base of addresses".to_owned()),
            _ => {}
        }
        for (key, value) in &tag.attributes {
            if key == "style" {
                found.push(format!("has a style attribute in <{name}>"));
            } else if key.starts_with("on") {
                found.push(format!("has the handler {key} in <{name}>"));
            }
            if value.trim_start().to_ascii_lowercase().starts_with("javascript:") {
                found.push(format!("has a javascript: address in <{name}>"));
            }
        }
    }
    found
}

/// Directives that work in a header only; a page's own policy has to leave
/// them out, browsers would complain.
const HEADER_ONLY: &[&str] =
    &["frame-ancestors", "sandbox", "report-uri", "report-to", "upgrade-insecure-requests"];

/// Compares the content policy in the page, the host's headers and the worker.
fn policies(dist: &Path) -> Result<Vec<Finding>> {
    let read = |name: &str| {
        fs::read_to_string(dist.join(name)).with_context(|| format!("dist/{name} is missing"))
    };
    let headers = Rules::parse(&read("_headers")?)?;
    let host = headers
        .for_path("/")
        .into_iter()
        .find_map(|(name, value)| name.eq_ignore_ascii_case(POLICY).then_some(value));
    let page = html::policy(&read("index.html")?).ok();
    Ok(compare(host.as_deref(), page.as_deref(), worker_policy(&read("sw.js")?).as_deref()))
}

const POLICY: &str = "content-security-policy";

fn compare(host: Option<&str>, page: Option<&str>, worker: Option<&str>) -> Vec<Finding> {
    let finding = |file: &str, what: &str| Finding { file: file.to_owned(), what: what.to_owned() };
    let Some(host) = host else { return vec![finding("_headers", "has no content policy")] };
    let mut found = Vec::new();
    match worker {
        None => found.push(finding("sw.js", "has no content policy")),
        Some(worker) if worker != host => {
            found.push(finding("sw.js", "its content policy is not that of _headers"));
        }
        Some(_) => {}
    }
    match page {
        None => found.push(finding("index.html", "has no content policy")),
        Some(page) if page != without_header_only(host) => {
            found.push(finding("index.html", "its content policy is not that of _headers"));
        }
        Some(_) => {}
    }
    found
}

/// The part of a header's policy that can stand in a page, byte for byte.
fn without_header_only(policy: &str) -> String {
    policy
        .split(';')
        .map(str::trim)
        .filter(|directive| {
            let name = directive.split(' ').next().unwrap_or_default();
            !directive.is_empty() && !HEADER_ONLY.contains(&name)
        })
        .collect::<Vec<_>>()
        .join("; ")
}

/// The policy that the worker puts on every page, from its stamped line.
fn worker_policy(worker: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Stamp {
        headers: std::collections::BTreeMap<String, String>,
    }
    let after = worker.split_once("const STAMP")?.1.split_once('=')?.1;
    // The first JSON value after the sign, whatever follows.
    let stamp = serde_json::Deserializer::from_str(after).into_iter::<Stamp>().next()?.ok()?;
    stamp
        .headers
        .into_iter()
        .find_map(|(name, value)| name.eq_ignore_ascii_case(POLICY).then_some(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed() -> Allowed {
        Allowed::parse("# note\n* http://www.w3.org/ # names of formats\n").unwrap()
    }

    fn check_file(name: &str, text: &str, expected: usize) {
        let found = look(name, text.as_bytes(), &allowed(), &["/home/me/".to_owned()]);
        assert_eq!(found.len(), expected, "{name} {text:?}: {found:?}");
    }

    #[test]
    fn foreign_addresses() {
        check_file("a.js", "fetch('https://example.org/x')", 1);
        check_file("a.js", "new WebSocket(\"wss://example.org\")", 1);
        check_file("a.css", "url(//cdn.example.org/a.png)", 1);
        check_file("a.html", "<img src='//example.org/a.png'>", 1);
        check_file("a.js", "// see 'http://' + host\nx = '//';", 0);
        check_file("a.svg", "xmlns=\"http://www.w3.org/2000/svg\"", 0);
        check_file("a.wasm", "\0texthttps://example.org", 1);
    }

    #[test]
    fn inline_code_in_pages() {
        check_file("a.html", "<script>alert(1)</script>", 1);
        check_file("a.html", "<script src=\"a.js\" type='module'></script>", 0);
        check_file("a.html", "<style>p{}</style>", 1);
        check_file("a.html", "<p style=\"color:red\">", 1);
        check_file("a.html", "<p data-style=\"style=\" title=\"onclick=\">", 0);
        check_file("a.html", "<img onerror='x' src='a'>", 1);
        check_file("a.html", "<a href=\"JavaScript:x\">", 1);
        check_file("a.html", "<base href=\"/\">", 1);
        check_file("a.html", "<p title=unquoted>", 1);
        check_file("a.html", "<!-- <script>x</script> --><p title='a > b'>", 0);
    }

    #[test]
    fn traces_of_the_builder() {
        check_file("a.wasm", "\u{0}/home/me/project/src/lib.rs", 1);
        check_file("a.js.map", "{}", 1);
        check_file("a.js", "//# sourceMappingURL=a.js.map", 1);
    }

    #[test]
    fn reasons_are_required() {
        assert!(Allowed::parse("* https://example.org/\n").is_err());
        assert!(Allowed::parse("https://example.org/ # why\n").is_err());
        let list = Allowed::parse("*.wasm https://a.example/ # shown to people\n").unwrap();
        assert!(list.covers("app-1.wasm", "https://a.example/page"));
        assert!(!list.covers("app-1.js", "https://a.example/page"));
    }

    #[test]
    fn one_policy_in_three_places() {
        let host = "default-src 'none'; frame-ancestors 'none'; form-action 'none'; upgrade-insecure-requests";
        let page = "default-src 'none'; form-action 'none'";
        let n = |host, page, worker| compare(host, page, worker).len();
        assert_eq!(n(Some(host), Some(page), Some(host)), 0);
        assert_eq!(n(Some(host), Some("default-src 'self'"), Some(host)), 1);
        assert_eq!(n(Some(host), None, None), 2);
        assert_eq!(n(None, Some(page), Some(host)), 1);
    }

    #[test]
    fn the_worker_s_policy_is_read() {
        let worker = "const STAMP = {\"build\":\"1\",\"headers\":{\"Content-Security-Policy\":\"a; b\"}};\nx";
        assert_eq!(worker_policy(worker).as_deref(), Some("a; b"));
        assert_eq!(worker_policy("const STAMP = null;"), None);
    }
}
