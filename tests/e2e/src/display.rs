//! The virtual screen that WebKit draws on.

use std::{
    env,
    io::{BufRead as _, BufReader},
    process::{Command, Stdio},
    sync::{Mutex, PoisonError},
};

use anyhow::Result;

use crate::{engine::find, process::Helper};

/// Starts a virtual screen when the first WebKit asks for it; it ends with the run.
#[derive(Debug, Default)]
pub struct Display {
    running: Mutex<Option<(Helper, String)>>,
}

impl Display {
    /// The name of the screen for the `DISPLAY` variable.
    ///
    /// Without Xvfb the person's own screen is used.
    ///
    /// # Errors
    /// When there is neither.
    pub fn name(&self) -> Result<String> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, name)) = &*running {
            return Ok(name.clone());
        }
        let program = match find("SATKARYA_XVFB", &["Xvfb"]) {
            Ok(program) => program,
            Err(missing) => return env::var("DISPLAY").map_err(|_| missing),
        };
        // Xvfb picks a free number itself and writes it to the given descriptor: its output.
        let mut child = Command::new(program)
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut number = String::new();
        if let Some(output) = child.stdout.take() {
            BufReader::new(output).read_line(&mut number)?;
        }
        let helper = Helper::from(child);
        let number = number.trim();
        anyhow::ensure!(!number.is_empty(), "Xvfb could not open a screen");
        let name = format!(":{number}");
        *running = Some((helper, name.clone()));
        Ok(name)
    }
}
