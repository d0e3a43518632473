//! Running other programs, always with a plain error that names the command.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use crate::{tools, workspace};

/// A command that starts in the project's root and finds our tools first.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(workspace::root()).env("PATH", tools::search_path());
    // `cargo run` leaves these for xtask itself; inherited, they would tie
    // child processes to the cargo and the package that built xtask.
    for name in ["CARGO", "CARGO_MANIFEST_DIR", "CARGO_PKG_NAME"] {
        command.env_remove(name);
    }
    command
}

/// Runs a command with its output shown; fails when it fails.
pub(crate) fn show(command: &mut Command) -> Result<()> {
    let line = line(command);
    let status = command.status().with_context(|| format!("cannot start `{line}`"))?;
    if status.success() { Ok(()) } else { bail!("`{line}` failed ({status})") }
}

/// Runs a command with its standard output shown and also returned.
pub(crate) fn show_and_keep(command: &mut Command) -> Result<Kept> {
    let line = line(command);
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start `{line}`"))?;
    let mut text = String::new();
    if let Some(output) = child.stdout.take() {
        for read in BufReader::new(output).lines() {
            let read = read.with_context(|| format!("cannot read the output of `{line}`"))?;
            println!("{read}");
            text.push_str(&read);
            text.push('\n');
        }
    }
    let status = child.wait().with_context(|| format!("cannot wait for `{line}`"))?;
    let failure = (!status.success()).then(|| format!("`{line}` failed ({status})"));
    Ok(Kept { text, failure })
}

/// What [`show_and_keep`] saw.
pub(crate) struct Kept {
    /// Everything written to standard output.
    pub(crate) text: String,
    /// A sentence about the failure, if it failed.
    pub(crate) failure: Option<String>,
}

/// Runs a command silently; `None` when it cannot be started or fails.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The full path of a program on the search path, if it is there.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&tools::search_path())
        .map(|folder| folder.join(&file))
        .find(|path| is_program(path))
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    path.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// A clock for reporting how long steps took; never for deciding anything.
pub(crate) struct Stopwatch(std::time::Instant);

impl Stopwatch {
    /// Starts now.
    #[expect(clippy::disallowed_methods, reason = "xtask runs on the host, where the clock works")]
    pub(crate) fn start() -> Self {
        Self(std::time::Instant::now())
    }

    /// Time since the start.
    pub(crate) fn time(&self) -> Duration {
        self.0.elapsed()
    }
}

/// A duration for reading: `4.2 s` or `3 min 05 s`.
pub(crate) fn for_reading(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

/// The command as somebody would type it, for messages.
fn line(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for word in command.get_args() {
        line.push(' ');
        line.push_str(&word.to_string_lossy());
    }
    line
}
