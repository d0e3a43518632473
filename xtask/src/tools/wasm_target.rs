//! The WebAssembly target of the compiler.
//!
//! Ordinary machines get it from rustup in seconds. Where rustup cannot
//! download, Debian's security suite has a recent compiler with its sources.
//! What is published is built with the standard library from source, tuned for
//! size; that needs a few environment variables, and only for builds of the
//! WebAssembly target: programs for the host must never see them.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::{run, tools, workspace};

/// The target's name.
pub(crate) const TRIPLE: &str = "wasm32-unknown-unknown";

/// The name under which Debian's compiler is linked into rustup.
const LINKED: &str = "debian";

/// The parts of the standard library that are built from source.
const LIBRARY: &str = "std,panic_abort";

/// Debian's linker for the target.
const LINKER: &str = "wasm-ld-22";

/// Debian's packages: compiler, cargo, library sources, clippy, linker.
const PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy", "lld-22"];

/// How cargo reaches the target on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum WasmTarget {
    /// The default toolchain has it, and the folder of its library's sources.
    Installed(Option<PathBuf>),
    /// Debian's toolchain builds the standard library from source.
    FromSource,
}

/// What a build is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aim {
    /// To be small: the library is built for size, a panic is a trap without its words, and
    /// nothing prints itself for a developer.
    Size,
    /// To be looked at soon, with the words of a panic.
    Speed,
}

/// Finds the target or installs it.
pub(crate) fn ensure() -> Result<WasmTarget> {
    if default_toolchain_has_it() {
        return Ok(WasmTarget::Installed(sources()));
    }
    if debian_is_complete() {
        return Ok(WasmTarget::FromSource);
    }
    tools::announce(&format!("the {TRIPLE} target"), "the app runs as WebAssembly (seconds)");
    let has_rustup = run::find("rustup").is_some();
    if has_rustup
        && run::show(run::program("rustup").args(["target", "add", TRIPLE])).is_ok()
        && default_toolchain_has_it()
    {
        return Ok(WasmTarget::Installed(sources()));
    }
    if !has_rustup {
        bail!("the {TRIPLE} target is missing; install Rust through rustup (https://rustup.rs)");
    }
    tools::announce(
        &PACKAGES.join(" "),
        "rustup could not download the target, Debian's compiler can build it (a minute)",
    );
    tools::apt::install(PACKAGES).context("the WebAssembly target cannot be installed")?;
    run::show(run::program("rustup").args(["toolchain", "link", LINKED, "/usr"]))?;
    if debian_is_complete() {
        Ok(WasmTarget::FromSource)
    } else {
        bail!("Debian's packages were installed, but the toolchain is still not complete")
    }
}

fn default_toolchain_has_it() -> bool {
    run::ask(run::program("rustc").args(["--print", "target-libdir", "--target", TRIPLE]))
        .is_some_and(|folder| has_core(Path::new(&folder)))
}

/// Whether a folder of compiled libraries holds one for `core`.
fn has_core(folder: &Path) -> bool {
    folder.read_dir().is_ok_and(|entries| {
        entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libcore-"))
    })
}

/// The sources of the default toolchain's library, from rustup where they are missing. Without
/// them the module is larger and works the same.
fn sources() -> Option<PathBuf> {
    let find = || {
        let root = run::ask(run::program("rustc").args(["--print", "sysroot"]))?;
        let folder = Path::new(&root).join("lib/rustlib/src/rust");
        folder.join("library/Cargo.toml").is_file().then_some(folder)
    };
    if let Some(folder) = find() {
        return Some(folder);
    }
    tools::announce("rust-src", "the standard library is built for size (seconds)");
    if let Err(error) = run::show(run::program("rustup").args(["component", "add", "rust-src"])) {
        println!("{error:#}; the module will be a little larger");
    }
    find()
}

fn debian_is_complete() -> bool {
    let sources = Path::new("/usr/lib/rustlib/src/rust/library/Cargo.toml");
    sources.is_file()
        && run::find(LINKER).is_some()
        && Path::new("/usr/bin/clippy-driver").is_file()
        && run::ask(run::program("rustup").args(["run", LINKED, "rustc", "--version"])).is_some()
}

impl WasmTarget {
    /// Sets the environment for one build of the app.
    ///
    /// The flags go to the target's own variable, so that build scripts and
    /// macros, which run on the host, are built as always and not twice.
    pub(crate) fn prepare(&self, command: &mut Command, aim: Aim) {
        // Either would silently replace the flags set here.
        command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
        let mut flags = self.flags();
        let has_sources = *self != Self::Installed(None);
        if aim == Aim::Size && has_sources {
            flags.push("-Zunstable-options".to_owned());
            flags.push("-Cpanic=immediate-abort".to_owned());
            flags.push("-Zlocation-detail=none".to_owned());
            flags.push("-Zfmt-debug=none".to_owned());
            command
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", LIBRARY)
                .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
        }
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
        self.prepare_toolchain(command);
    }

    /// Lets cargo reach the target; enough for checks that publish nothing.
    pub(crate) fn prepare_toolchain(&self, command: &mut Command) {
        if *self == Self::FromSource {
            command
                .env("RUSTUP_TOOLCHAIN", LINKED)
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", LIBRARY)
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", LINKER);
        }
    }

    /// Compiler flags of every build: Leptos's switch for components without
    /// their own types, which made the module 11 % smaller (574.8 against
    /// 645.0 KB after brotli; a page with a single button grows by it), and
    /// flags that take this machine's folders out of the module, so that it
    /// tells nothing about who built it and where.
    fn flags(&self) -> Vec<String> {
        let mut pairs: Vec<(PathBuf, &str)> = Vec::new();
        pairs.push((workspace::root().to_owned(), "app"));
        pairs.push((workspace::target(), "target"));
        if let Ok(home) = workspace::cargo_home() {
            pairs.push((home.join("registry/src"), "crates"));
            pairs.push((home, "cargo"));
        }
        let sources = match self {
            Self::Installed(sources) => sources.clone(),
            Self::FromSource => Some(PathBuf::from("/usr/lib/rustlib/src/rust")),
        };
        if let Some(sources) = sources {
            if let Ok(real) = sources.canonicalize() {
                pairs.push((real, "rust"));
            }
            pairs.push((sources, "rust"));
        }
        // The compiler takes the last match, so the most general comes first.
        pairs.sort_by_key(|(from, _)| from.as_os_str().len());
        let remaps = pairs
            .into_iter()
            .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
        ["--cfg".to_owned(), "erase_components".to_owned()].into_iter().chain(remaps).collect()
    }
}
