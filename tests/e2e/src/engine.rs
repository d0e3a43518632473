//! The three browser engines and where their programs are found on this machine.
//!
//! Finding is all it does; starting is [`crate::browser`]'s work.

use std::{
    env, fmt,
    path::{Path, PathBuf},
    str::FromStr,
};

use anyhow::{Error, Result, bail};

/// A family of browsers, named for what it stands in for on real devices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Chrome, Edge, Samsung Internet, most Android browsers.
    Chromium,
    /// Firefox.
    Firefox,
    /// `WebKitGTK`, the nearest relative of Safari that runs on Linux.
    WebKit,
}

/// The programs that drive one engine.
#[derive(Clone, Debug)]
pub struct Programs {
    /// The browser itself.
    pub browser: PathBuf,
    /// Its WebDriver server.
    pub driver: PathBuf,
}

impl Engine {
    /// Every engine, in the order of the closing table.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name used on the command line, in `SATKARYA_ENGINES` and in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Finds the programs of this engine: an environment variable first, then the search path.
    ///
    /// # Errors
    /// Names the program that is missing, what was looked for, and the variable that would help.
    pub fn locate(self) -> Result<Programs> {
        match self {
            Self::Chromium => Ok(Programs {
                browser: find(
                    "SATKARYA_CHROMIUM",
                    &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
                )?,
                driver: find("SATKARYA_CHROMEDRIVER", &["chromedriver"])?,
            }),
            Self::Firefox => Ok(Programs {
                browser: find("SATKARYA_FIREFOX", &["firefox", "firefox-esr"])?,
                driver: find("SATKARYA_GECKODRIVER", &["geckodriver"])?,
            }),
            Self::WebKit => {
                let driver = find("SATKARYA_WEBKITDRIVER", &["WebKitWebDriver"])?;
                let browser = Path::new(env!("CARGO_MANIFEST_DIR")).join("browsers/webkit.py");
                let bindings = std::process::Command::new("/usr/bin/python3")
                    .args(["-c", "import gi; gi.require_version('WebKit2', '4.1')"])
                    .output();
                if !bindings.is_ok_and(|output| output.status.success()) {
                    bail!("WebKit's Python bindings (python3-gi, gir1.2-webkit2-4.1) are missing");
                }
                Ok(Programs { browser, driver })
            }
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Engine {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|engine| engine.name() == name)
            .ok_or_else(|| Error::msg(format!("`{name}` is no engine: chromium, firefox, webkit")))
    }
}

/// Finds a program by `variable`, else the first of `names` on the search path.
pub(crate) fn find(variable: &str, names: &[&str]) -> Result<PathBuf> {
    if let Some(given) = env::var_os(variable) {
        let given = PathBuf::from(given);
        if !given.is_file() {
            bail!("{variable} names {}, which is no file", given.display());
        }
        return Ok(given);
    }
    let path = env::var_os("PATH").unwrap_or_default();
    names
        .iter()
        .flat_map(|name| env::split_paths(&path).map(move |folder| folder.join(name)))
        .find(|candidate| candidate.is_file())
        .ok_or_else(|| Error::msg(format!("{} not found; set {variable}", names.join(" or "))))
}
