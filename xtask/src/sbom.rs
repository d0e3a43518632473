//! What ends in the module, as a bill of materials in the JSON of `CycloneDX`: each crate with its
//! version, licence and the checksum of `Cargo.lock`.
//!
//! The list is that of `cargo tree` for the app and its target, without what only runs while
//! building. `cargo-cyclonedx` reads `cargo metadata`, which merges in the features of the
//! commands and tests: 171 crates in place of 160, `getrandom` among them. No clock and no random
//! serial number, so that two builds give the same bytes.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::tools::wasm_target::TRIPLE;
use crate::{run, workspace};

/// The file's name in `dist/`. No page asks for it, and the worker does not keep it.
pub(crate) const NAME: &str = "sbom.cdx.json";

/// The app's own crate.
const APP: &str = "satkarya";

/// A crate of the app.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Part {
    name: String,
    version: String,
    licence: String,
}

/// The bill for one build.
///
/// # Errors
///
/// When cargo cannot list the crates, or one of them is not in `Cargo.lock`.
pub(crate) fn text(build: &str) -> Result<String> {
    let bill = bill(build, &parts()?, &Lock::read()?)?;
    Ok(serde_json::to_string_pretty(&bill).context("cannot print the bill of materials")? + "\n")
}

/// Every crate of the app by name and version, the app itself among them.
fn parts() -> Result<Vec<Part>> {
    let listed = run::ask(run::program("cargo").args([
        "tree",
        "--locked",
        "--package",
        APP,
        "--edges",
        "normal,no-proc-macro",
        "--target",
        TRIPLE,
        "--prefix",
        "none",
        "--format",
        "{p}|{l}|",
    ]));
    let listed = listed.context("cargo cannot list the crates of the app")?;
    let mut parts = listed.lines().map(part).collect::<Result<Vec<_>>>()?;
    parts.sort();
    parts.dedup();
    Ok(parts)
}

/// A line such as `memchr v2.8.3|MIT|`, for our own crates with their folder behind the version.
fn part(line: &str) -> Result<Part> {
    let read = || {
        let mut fields = line.split('|');
        let mut words = fields.next()?.split(' ');
        let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
        let licence = fields.next()?;
        Some(Part { name: name.into(), version: version.into(), licence: licence.into() })
    };
    read().with_context(|| format!("cargo tree says {line:?}"))
}

fn bill(build: &str, parts: &[Part], lock: &Lock) -> Result<Value> {
    let (app, others): (Vec<_>, Vec<_>) = parts.iter().partition(|part| part.name == APP);
    let [app] = *app.as_slice() else { anyhow::bail!("{} crates are called {APP}", app.len()) };
    let others =
        others.into_iter().map(|part| component(part, lock)).collect::<Result<Vec<_>>>()?;
    ensure!(!others.is_empty(), "no crate is listed");
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": address(app),
                "name": app.name,
                "version": app.version,
                "licenses": [{ "expression": app.licence }],
                "purl": address(app),
                "properties": [{ "name": "satkarya:build", "value": build }],
            },
        },
        "components": others,
    }))
}

fn component(part: &Part, lock: &Lock) -> Result<Value> {
    let locked = lock.0.get(&(part.name.clone(), part.version.clone()));
    let locked = locked.with_context(|| format!("{} is not locked", address(part)))?;
    let mut component = json!({
        "type": "library",
        "bom-ref": address(part),
        "name": part.name,
        "version": part.version,
        // Older manifests wrote a slash for "or".
        "licenses": [{ "expression": part.licence.replace(" / ", " OR ").replace('/', " OR ") }],
        "purl": address(part),
    });
    // Our own crates have none.
    if let (Some(checksum), Some(fields)) = (locked, component.as_object_mut()) {
        fields.insert("hashes".into(), json!([{ "alg": "SHA-256", "content": checksum }]));
    }
    Ok(component)
}

fn address(part: &Part) -> String {
    // The plus of a version's build note must be escaped in such an address.
    format!("pkg:cargo/{}@{}", part.name, part.version.replace('+', "%2B"))
}

/// The checksums of `Cargo.lock` by name and version.
struct Lock(BTreeMap<(String, String), Option<String>>);

impl Lock {
    fn read() -> Result<Self> {
        #[derive(Deserialize)]
        struct File {
            package: Vec<Package>,
        }
        #[derive(Deserialize)]
        struct Package {
            name: String,
            version: String,
            checksum: Option<String>,
        }
        let file: File = toml::from_str(&workspace::read("Cargo.lock")?)
            .context("Cargo.lock is not what cargo writes")?;
        let keyed = |it: Package| ((it.name, it.version), it.checksum);
        Ok(Self(file.package.into_iter().map(keyed).collect()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// What cargo would compile for the target, by its own plan of the build.
    fn planned() -> BTreeSet<(String, String)> {
        let plan = run::ask(run::program("cargo").env("RUSTC_BOOTSTRAP", "1").args([
            "build",
            "-Zunstable-options",
            "--unit-graph",
            "--locked",
            "--package",
            APP,
            "--target",
            TRIPLE,
        ]));
        let plan: Value = serde_json::from_str(&plan.unwrap()).unwrap();
        let units = plan["units"].as_array().unwrap().iter();
        let compiled = units.filter(|it| it["platform"] == TRIPLE && it["mode"] == "build");
        compiled
            .map(|it| {
                // `registry+https://…#name@version` or `path+file:///…/folder#version`.
                let (place, id) = it["pkg_id"].as_str().unwrap().rsplit_once('#').unwrap();
                let folder = place.rsplit_once('/').unwrap().1;
                let (name, version) = id.split_once('@').unwrap_or((folder, id));
                (name.to_owned(), version.to_owned())
            })
            .collect()
    }

    /// S-06: the bill lists exactly what is compiled for the module, with the lock's checksums.
    #[test]
    fn s06_the_bill_lists_exactly_what_is_compiled_for_the_module() {
        let bill: Value = serde_json::from_str(&text("0123456789abcdef").unwrap()).unwrap();
        let lock = Lock::read().unwrap();
        let text = |it: &Value, field: &str| it[field].as_str().unwrap().to_owned();
        let mut listed = BTreeSet::new();
        let mut hashed = 0;
        for it in bill["components"].as_array().unwrap() {
            let key = (text(it, "name"), text(it, "version"));
            let checksum = it["hashes"][0]["content"].as_str();
            assert_eq!(lock.0[&key].as_deref(), checksum, "{key:?}");
            assert!(!text(&it["licenses"][0], "expression").is_empty(), "{key:?}");
            hashed += usize::from(checksum.is_some());
            assert!(listed.insert(key.clone()), "{key:?} is there twice");
        }
        let app = &bill["metadata"]["component"];
        assert!(listed.insert((text(app, "name"), text(app, "version"))));
        let planned = planned();
        assert_eq!(listed, planned);
        println!("{} of {} crates, {hashed} with a checksum", listed.len(), planned.len());
        assert!(hashed > 100 && hashed < listed.len());
    }

    #[test]
    fn lines_of_cargo() {
        let read =
            part("satkarya-core v0.1.0 (/home/me/x/crates/core)|MIT OR Apache-2.0|").unwrap();
        assert_eq!((read.name.as_str(), read.version.as_str()), ("satkarya-core", "0.1.0"));
        assert_eq!(address(&part("a v1.0.0+b|MIT| (*)").unwrap()), "pkg:cargo/a@1.0.0%2Bb");
        assert!(part("").is_err());
    }
}
