//! The headers of the app: the one place that names them.
//!
//! They go into `_headers`, which static hosts and `xtask serve` read, and
//! into the worker, which adds them to the pages of hosts that cannot.

use std::fmt::Write as _;

/// Hosts that Support and the reading pages link to. Whoever adds one to
/// `content/` adds it here, and a test says so.
const LINKED: &[&str] = &[
    "988lifeline.org",
    "befrienders.org",
    "findahelpline.com",
    "interpersonalpsychotherapy.org",
    "iptuk.net",
    "nhs.uk",
    "who.int",
];

/// What a page may reach: the place it came from, a telephone, and the hosts
/// of [`LINKED`] with their `www.` names.
///
/// Browsers that know this header close with it the last ways out that a
/// policy cannot: navigation, pop-ups and WebRTC. They also close `tel:` and
/// `sms:` links unless these are named: a help line that cannot be called
/// would be worse than any leak.
fn connections() -> String {
    let mut list = String::from(r#"(response-origin "tel:*" "sms:*""#);
    for host in LINKED {
        let _ = write!(list, r#" "https://{host}" "https://www.{host}""#);
    }
    list + ")"
}

/// Headers of every page beside its policy and connections.
const COMMON: &[(&str, &str)] = &[
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("Origin-Agent-Cluster", "?1"),
    (
        "Permissions-Policy",
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), \
         geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), \
         midi=(), payment=(), publickey-credentials-get=(self), serial=(), usb=()",
    ),
];

/// What a `<meta>` policy cannot say.
const FRAMES: &str = "; frame-ancestors 'none'";

/// The worker makes no page, so it needs nothing but the app's own files.
const WORKER_POLICY: &str = "default-src 'none'; connect-src 'self'";

/// The worker for keys and backups runs the app's module and reaches nothing.
pub(super) const WORK_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";

/// Every visit asks the host whether these changed.
const FRESH: &str = "no-cache";
/// A name with a hash in it never means anything else.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// The headers of a page whose `<meta>` policy is `policy`.
pub(super) fn for_pages(policy: &str) -> Vec<(String, String)> {
    let mut headers = vec![
        ("Content-Security-Policy".to_owned(), format!("{policy}{FRAMES}")),
        ("Connection-Allowlist".to_owned(), connections()),
    ];
    headers.extend(COMMON.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    headers
}

/// The text of `_headers` for the files of a build.
///
/// Hosts differ in what they do when two rules name the same header, so no
/// caching rule overlaps another. The worker's policy does overlap: where both
/// are sent, the browser obeys both, which comes to the same.
pub(super) fn file(for_pages: &[(String, String)], names: &[&str]) -> String {
    let mut text = "/*\n".to_owned();
    // Writing to a string cannot fail.
    for (name, value) in for_pages {
        let _ = writeln!(text, "  {name}: {value}");
    }
    // Only hosts know whether they are reached over TLS; both readers of this file are.
    text.push_str("  Strict-Transport-Security: max-age=63072000\n");
    let _ = writeln!(text, "/\n  Cache-Control: {FRESH}");
    for name in names {
        let caching = if has_hash(name) { FOREVER } else { FRESH };
        let _ = writeln!(text, "/{name}\n  Cache-Control: {caching}");
        if *name == super::WORKER {
            let _ = writeln!(text, "  Content-Security-Policy: {WORKER_POLICY}");
        }
        if is_work(name) {
            let _ = writeln!(text, "  Content-Security-Policy: {WORK_POLICY}");
        }
    }
    text
}

/// Whether a file is the script of the worker for keys and backups.
pub(super) fn is_work(name: &str) -> bool {
    name.starts_with("work-") && super::ending(name) == "js" && has_hash(name)
}

/// Whether a file name holds the sixteen hex digits that trunk and the
/// bundling of styles add: `app-0123456789abcdef.js`, `…_bg.wasm`.
pub(super) fn has_hash(name: &str) -> bool {
    name.match_indices('-').any(|(at, _)| {
        let rest = name.get(at + 1..).unwrap_or_default();
        let digits = rest.bytes().take_while(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')).count();
        digits == 16 && rest.get(16..).is_some_and(|rest| rest.starts_with(['.', '_']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace;

    /// Every `https://` host named in a folder of content.
    fn linked_hosts() -> Vec<String> {
        let mut hosts = Vec::new();
        for entry in walkdir::WalkDir::new(workspace::root().join("content")) {
            let entry = entry.unwrap();
            if !entry.file_type().is_file() {
                continue;
            }
            let text = std::fs::read_to_string(entry.path()).unwrap();
            for after in text.split("https://").skip(1) {
                let end = |c: char| !(c.is_ascii_alphanumeric() || "-.".contains(c));
                hosts.push(after.split(end).next().unwrap_or_default().to_owned());
            }
        }
        hosts.sort();
        hosts.dedup();
        hosts
    }

    #[test]
    fn every_link_of_the_content_can_be_followed() {
        let hosts = linked_hosts();
        let bare: Vec<&str> =
            hosts.iter().map(|host| host.strip_prefix("www.").unwrap_or(host)).collect();
        assert_eq!(bare, LINKED, "content/ and LINKED name different hosts");
    }

    #[test]
    fn the_hosting_page_shows_these_headers() {
        let page = workspace::read("docs/hosting.md").unwrap();
        let policy = super::super::html::policy(&workspace::read("index.html").unwrap()).unwrap();
        for (name, value) in for_pages(&policy) {
            let quote = if value.contains('"') { '\'' } else { '"' };
            let nginx = format!("add_header {name} {quote}{value}{quote} always;");
            assert!(page.contains(&nginx), "nginx: {nginx}");
            let caddy = format!("{name} `{value}`");
            assert!(page.contains(&caddy), "Caddy: {caddy}");
        }
        assert_eq!(page.matches(WORKER_POLICY).count(), 2, "the worker's own policy");
        // The pages' policy begins alike, so its end counts.
        for (host, line) in
            [("nginx", format!("{WORK_POLICY}\"")), ("Caddy", format!("{WORK_POLICY}`"))]
        {
            assert_eq!(page.matches(&line).count(), 1, "{host}: the policy of work.js");
        }
    }

    #[test]
    fn telephones_are_reachable() {
        let list = connections();
        assert!(list.starts_with(r#"(response-origin "tel:*" "sms:*" "https://988"#), "{list}");
        assert!(list.ends_with(r#""https://www.who.int")"#), "{list}");
    }
}
