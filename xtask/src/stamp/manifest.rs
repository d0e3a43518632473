//! Puts the icons into the manifest itself.
//!
//! Browsers fetch the icons of a manifest when they please, often after the
//! page has closed its network, and then the policy refuses them and the app
//! cannot be installed. As data they need no request at all.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

/// The manifests: the usual one, and the one of the discreet mode.
const MANIFESTS: [&str; 2] = ["manifest.webmanifest", "plain.webmanifest"];

/// Replaces every icon address of the manifests by the icon, and removes the
/// files, which nothing asks for any more.
///
/// # Errors
///
/// A manifest that is not JSON, or an icon that is missing or of an unknown
/// kind.
pub(super) fn inline_icons(dist: &Path) -> Result<()> {
    MANIFESTS.into_iter().try_for_each(|name| inline(dist, name))
}

fn inline(dist: &Path, name: &str) -> Result<()> {
    let path = dist.join(name);
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {name}"))?;
    let mut manifest: Value =
        serde_json::from_str(&text).with_context(|| format!("{name} is not JSON"))?;
    let icons = manifest.get_mut("icons").and_then(Value::as_array_mut);
    for icon in icons.into_iter().flatten() {
        let Some(Value::String(address)) = icon.get_mut("src") else {
            bail!("{name}: an icon without an address");
        };
        let kind = match super::ending(address) {
            "png" => "image/png",
            "svg" => "image/svg+xml",
            other => bail!("{name}: what is a {other:?} icon?"),
        };
        let file = dist.join(address.as_str());
        let bytes = fs::read(&file).with_context(|| format!("cannot read {address}"))?;
        fs::remove_file(&file).with_context(|| format!("cannot remove {address}"))?;
        *address = format!("data:{kind};base64,{}", STANDARD.encode(bytes));
    }
    let text = serde_json::to_string(&manifest).context("cannot print the manifest")?;
    fs::write(&path, text).with_context(|| format!("cannot write {name}"))
}
