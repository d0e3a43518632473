//! The headers of the app: the one place that names them.
//!
//! They go into `_headers`, which static hosts and `xtask serve` read, and
//! into the worker, which adds them to the pages of hosts that cannot.

use std::fmt::Write as _;

/// Headers of every page beside its policy, in the order of the file.
const COMMON: &[(&str, &str)] = &[
    // Pages and workers may reach the place they came from, and nothing else.
    // Browsers that know it close the last ways out that a policy cannot:
    // navigation, pop-ups and WebRTC.
    ("Connection-Allowlist", "(response-origin)"),
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

/// Every visit asks the host whether these changed.
const FRESH: &str = "no-cache";
/// A name with a hash in it never means anything else.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// The headers of a page whose `<meta>` policy is `policy`.
pub(super) fn for_pages(policy: &str) -> Vec<(String, String)> {
    let own = ("Content-Security-Policy".to_owned(), format!("{policy}{FRAMES}"));
    let common = COMMON.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    std::iter::once(own).chain(common).collect()
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
    }
    text
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
