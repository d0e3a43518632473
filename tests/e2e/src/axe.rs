//! axe-core, the accessibility checker, run inside a page.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use crate::browser::Browser;

const VERSION: &str = "4.14.0";

/// The checker's source, fetched once per machine.
///
/// `SATKARYA_AXE` may name an `axe.min.js` instead.
///
/// # Errors
/// When npm cannot get it.
pub fn source(tools: &Path) -> Result<String> {
    let file = if let Some(given) = std::env::var_os("SATKARYA_AXE") {
        PathBuf::from(given)
    } else {
        let folder = tools.join(format!("axe-core-{VERSION}"));
        let file = folder.join("node_modules/axe-core/axe.min.js");
        if !file.is_file() {
            std::fs::create_dir_all(&folder)?;
            let package = format!("axe-core@{VERSION}");
            let status = Command::new("npm")
                .args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"])
                .arg(&folder)
                .arg(package)
                .status()
                .context("npm is needed to get axe-core")?;
            if !status.success() {
                bail!("npm could not install axe-core {VERSION}");
            }
        }
        file
    };
    std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
}

/// One thing that axe found wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// axe's name of the rule.
    pub rule: String,
    /// What is wrong, and for each element its address and the reason.
    pub details: String,
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// Everything that axe knows.
    All,
    /// What another theme can change: contrast, and links that are told from text by color.
    Colors,
}

/// What axe says of the page that is open.
///
/// Returns the violations and how many checks passed.
///
/// # Errors
/// When the checker does not run.
pub async fn check(
    browser: &Browser,
    source: &str,
    rules: Rules,
) -> Result<(Vec<Violation>, usize)> {
    let mut options = json!({ "resultTypes": ["violations", "passes"] });
    if rules == Rules::Colors {
        options["runOnly"] = json!(["color-contrast", "link-in-text-block"]);
    }
    // The source is handed over as the script's own text: WebDriver scripts are not bound by the
    // page's policy, while a script element would be.
    browser.run(&format!("if (!window.axe) {{ {source} ; window.axe = axe; }}"), vec![]).await?;
    let report = browser
        .run_async(
            "const report = await window.axe.run(document, args[0]);
             return {
               passes: report.passes.length,
               violations: report.violations.map(v => ({
                 rule: v.id,
                 details: v.help + ': ' + v.nodes.map(n =>
                   n.target.join(' ') + ' (' + n.failureSummary.replace(/\\s+/g, ' ') + ')').join('; '),
               })),
             };",
            vec![options],
        )
        .await?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let violations = report["violations"].as_array().map(Vec::as_slice).unwrap_or_default();
    let violations = violations
        .iter()
        .map(|v| Violation { rule: text(&v["rule"]), details: text(&v["details"]) })
        .collect();
    let passes = report["passes"].as_u64().unwrap_or_default();
    Ok((violations, usize::try_from(passes)?))
}
