//! Reads the tags of our own pages: enough to check them, no more.
//!
//! This is no general parser. The pages are ours; what it does not understand
//! is refused, not guessed.

use anyhow::{Result, bail, ensure};

/// One start tag.
#[derive(Debug)]
pub(crate) struct Tag<'a> {
    /// The name in lower case.
    pub(crate) name: String,
    /// Attributes in order; one without a value has an empty one.
    pub(crate) attributes: Vec<(String, &'a str)>,
    /// The whole tag, brackets included.
    pub(crate) text: &'a str,
    /// What follows it.
    pub(crate) rest: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| *value)
    }

    fn is(&self, name: &str, attribute: &str, value: &str) -> bool {
        self.name == name
            && self.get(attribute).is_some_and(|found| found.eq_ignore_ascii_case(value))
    }

    /// Whether this links a style sheet.
    pub(super) fn is_style_sheet(&self) -> bool {
        self.is("link", "rel", "stylesheet")
    }
}

/// The start tags of a page, comments left out.
///
/// # Errors
///
/// A comment, tag or value that does not end.
pub(crate) fn tags(html: &str) -> Result<Vec<Tag<'_>>> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        if let Some(comment) = after.strip_prefix("!--") {
            let Some((_, after)) = comment.split_once("-->") else { bail!("a comment never ends") };
            rest = after;
            continue;
        }
        if !after.starts_with(|c: char| c.is_ascii_alphabetic()) {
            rest = after;
            continue;
        }
        let start = html.len() - after.len() - 1;
        let (tag, after) = tag(html, start, after)?;
        found.push(tag);
        rest = after;
    }
    Ok(found)
}

fn tag<'a>(html: &'a str, start: usize, after: &'a str) -> Result<(Tag<'a>, &'a str)> {
    let end_of_word = |c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/');
    let (name, mut rest) = after.split_at(after.find(end_of_word).unwrap_or(after.len()));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            let text = html.get(start..html.len() - after.len()).unwrap_or_default();
            return Ok((
                Tag { name: name.to_ascii_lowercase(), attributes, text, rest: after },
                after,
            ));
        }
        let (key, after) = rest.split_at(rest.find(end_of_word).unwrap_or(rest.len()));
        ensure!(!key.is_empty(), "the tag <{name}> never ends or holds a stray `=`");
        let mut value = "";
        rest = after;
        if let Some(after) = after.trim_start().strip_prefix('=') {
            let after = after.trim_start();
            let Some(quote) = after.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
                bail!("<{name} {key}>: values stand in quotes here");
            };
            let Some((inside, after)) = after.get(1..).and_then(|after| after.split_once(quote))
            else {
                bail!("<{name} {key}>: the value never ends");
            };
            (value, rest) = (inside, after);
        }
        attributes.push((key.to_ascii_lowercase(), value));
    }
}

/// The policy that a page sets for itself.
pub(crate) fn policy(html: &str) -> Result<String> {
    let tags = tags(html)?;
    let mut policies =
        tags.iter().filter(|tag| tag.is("meta", "http-equiv", "content-security-policy"));
    let (Some(only), None) = (policies.next(), policies.next()) else {
        bail!("a page has exactly one policy");
    };
    Ok(only.get("content").unwrap_or_default().to_owned())
}

/// Checks that a page keeps to `policy` and to what it allows: no script,
/// style or handler inside the page, and no address of another host.
///
/// # Errors
///
/// The first thing found that breaks one of these.
pub(super) fn check(html: &str, expected: &str) -> Result<()> {
    ensure!(policy(html)? == expected, "the policy differs from the start page's");
    for tag in tags(html)? {
        let Tag { name, text, .. } = &tag;
        ensure!(name != "style", "an inline style sheet: {text}");
        ensure!(name != "base", "a base address: {text}");
        if name == "script" {
            let inside = tag.rest.split("</script").next().unwrap_or_default();
            ensure!(
                tag.get("src").is_some() && inside.trim().is_empty(),
                "an inline script: {text}"
            );
        }
        for (key, value) in &tag.attributes {
            ensure!(key != "style", "an inline style: {text}");
            ensure!(!key.starts_with("on"), "an inline handler: {text}");
            if matches!(key.as_str(), "src" | "href" | "action" | "data-js" | "data-wasm") {
                let own = !value.contains(':') && !value.starts_with("//");
                let image = value.starts_with("data:image/svg+xml,") || *value == "data:,";
                ensure!(own || (name == "link" && image), "a foreign address: {text}");
            }
        }
    }
    Ok(())
}
