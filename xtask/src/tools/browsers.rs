//! The browsers that the journeys run in, each with its WebDriver.
//!
//! Only makes sure that the programs are there; starting them is the work of
//! the journeys, which find them on the search path under the same names.

use std::fmt;
use std::path::PathBuf;
use std::process::Command;
use std::str::FromStr;

use anyhow::{Context as _, Error, Result, bail};

use crate::tools::{announce, apt, cargo_programs};
use crate::{run, workspace};

/// A family of browsers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Chrome, Edge and most browsers on Android.
    Chromium,
    /// Firefox.
    Firefox,
    /// `WebKitGTK`, the relative of Safari that runs on Linux.
    WebKit,
}

impl Engine {
    /// Every engine, in the order of the closing table.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name on the command line and in tables.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// A program of `tests/e2e` in this engine, on the build in `dist/`.
    pub(crate) fn run_on_dist(self, program: &str) -> Command {
        let mut command = run::program("cargo");
        command
            .args(["test", "--locked", "--package", "satkarya-e2e", "--test", program])
            .env("SATKARYA_DIST", workspace::dist())
            .env("SATKARYA_ENGINES", self.name());
        command
    }

    /// Makes sure of the browser and its driver and returns the version.
    ///
    /// # Errors
    ///
    /// Says what is missing and how a person can install it.
    pub(crate) fn ensure(self) -> Result<String> {
        if self.missing().is_some() {
            self.install()?;
        }
        match self.missing() {
            None => Ok(self.version()),
            Some(missing) => bail!("{missing}"),
        }
    }

    /// A sentence about the first program that is not here.
    fn missing(self) -> Option<String> {
        match self {
            Self::Chromium => {
                let Some(browser) = CHROMIUM.iter().find_map(|name| major(name)) else {
                    return Some("no Chromium or Chrome on the search path".to_owned());
                };
                match major("chromedriver") {
                    None => Some("no chromedriver on the search path".to_owned()),
                    Some(driver) if driver != browser => Some(format!(
                        "chromedriver {driver} does not fit the browser, which is {browser}"
                    )),
                    Some(_) => None,
                }
            }
            Self::Firefox => {
                if !FIREFOX.iter().any(|name| run::find(name).is_some()) {
                    return Some("no Firefox on the search path".to_owned());
                }
                (!cargo_programs::is_here(&cargo_programs::geckodriver()))
                    .then(|| "no geckodriver of a fitting version on the search path".to_owned())
            }
            Self::WebKit => {
                if !cfg!(target_os = "linux") {
                    return Some("WebKit's driver for these journeys exists on Linux only".into());
                }
                if let Some(name) =
                    ["WebKitWebDriver", "Xvfb"].into_iter().find(|name| run::find(name).is_none())
                {
                    return Some(format!("no {name} on the search path"));
                }
                let bindings = "import gi; gi.require_version('WebKit2', '4.1')";
                run::ask(run::program("/usr/bin/python3").args(["-c", bindings]))
                    .is_none()
                    .then(|| "WebKit's Python bindings are missing".to_owned())
            }
        }
    }

    fn install(self) -> Result<()> {
        let packages: &[&str] = match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb", "python3-gi", "gir1.2-webkit2-4.1"],
        };
        let has_firefox = || FIREFOX.iter().any(|name| run::find(name).is_some());
        if self != Self::Firefox || !has_firefox() {
            announce(&packages.join(" "), "the journeys run in this browser (a minute)");
            apt::install(packages).with_context(|| self.missing().unwrap_or_default())?;
        }
        if self == Self::Firefox {
            cargo_programs::ensure(&cargo_programs::geckodriver())?;
        }
        Ok(())
    }

    fn version(self) -> String {
        let names: &[&str] = match self {
            Self::Chromium => CHROMIUM,
            Self::Firefox => FIREFOX,
            Self::WebKit => return format!("WebKitGTK {}", webkit_version()),
        };
        names
            .iter()
            .find_map(|name| run::ask(run::program(name).arg("--version")))
            .map_or_else(|| self.name().to_owned(), |answer| answer.replace(" built on", ","))
    }
}

/// Names under which Chromium and Chrome are installed.
const CHROMIUM: &[&str] =
    &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Names under which Firefox is installed.
const FIREFOX: &[&str] = &["firefox", "firefox-esr"];

/// The major version that a program says it has.
fn major(name: &str) -> Option<u32> {
    run::ask(run::program(name).arg("--version")).and_then(|answer| first_number(&answer))
}

/// The first whole number of a line such as `Chromium 156.0.8078.79 built on`.
fn first_number(answer: &str) -> Option<u32> {
    let word =
        answer.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    word.split('.').next()?.parse().ok()
}

fn webkit_version() -> String {
    run::ask(run::program("WebKitWebDriver").arg("--version"))
        .and_then(|answer| answer.split_whitespace().last().map(ToOwned::to_owned))
        .unwrap_or_default()
}

/// Chromium's own program, for tools that start it themselves.
pub(crate) fn chromium() -> Option<PathBuf> {
    CHROMIUM.iter().find_map(|name| run::find(name))
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Engine {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|engine| engine.name() == name)
            .with_context(|| format!("{name:?} is no engine: chromium, firefox, webkit"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        for engine in Engine::ALL {
            assert_eq!(engine.name().parse::<Engine>().unwrap(), engine);
        }
        assert!("safari".parse::<Engine>().is_err());
    }

    #[test]
    fn numbers_in_answers() {
        for (answer, expected) in [
            ("Chromium 156.0.8078.79 built on Debian", Some(156)),
            ("ChromeDriver 156.0.8078.79 (a21ce)", Some(156)),
            ("Google Chrome 9.1 ", Some(9)),
            ("nothing", None),
        ] {
            assert_eq!(first_number(answer), expected, "{answer}");
        }
    }
}
