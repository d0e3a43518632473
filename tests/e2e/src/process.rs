//! Programs the harness starts, and the hard end of whole process trees.

use std::{
    fs::File,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use anyhow::{Context as _, Result};
use sysinfo::{Pid, ProcessRefreshKind, ProcessesToUpdate, Signal, System};

/// A program with its output in a file; it and all its children end when this is dropped.
#[derive(Debug)]
pub struct Helper {
    child: Child,
    log: PathBuf,
}

impl Helper {
    /// Starts `command` with both outputs going to `log`.
    ///
    /// # Errors
    /// When the file cannot be made or the program cannot be started.
    pub fn start(command: &mut Command, log: &Path) -> Result<Self> {
        let out = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
        let child = command
            .stdin(Stdio::null())
            .stdout(out.try_clone()?)
            .stderr(out)
            .spawn()
            .with_context(|| format!("cannot start {}", command.get_program().display()))?;
        Ok(Self { child, log: log.to_owned() })
    }

    /// What the program has said so far.
    pub fn said(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Whether the program has ended by itself.
    pub fn ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }

    /// The processes below this one, parents before children.
    ///
    /// # Errors
    /// When the system does not tell.
    pub fn descendants(&self) -> Result<Descendants> {
        let mut system = System::new()?;
        system.refresh_processes_specifics(
            ProcessesToUpdate::All,
            true,
            ProcessRefreshKind::nothing().without_tasks(),
        );
        let mut found = vec![Pid::from_u32(self.child.id())];
        let mut next = 0;
        while let Some(&parent) = found.get(next) {
            let children = system.processes().iter().filter(|(_, p)| p.parent() == Some(parent));
            found.extend(children.map(|(pid, _)| *pid));
            next += 1;
        }
        found.remove(0);
        Ok(Descendants { system, pids: found })
    }
}

impl From<Child> for Helper {
    fn from(child: Child) -> Self {
        Self { child, log: PathBuf::new() }
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        let below = self.descendants();
        // Nothing can be done about a program that is already gone.
        drop(self.child.kill());
        if let Ok(below) = below {
            below.kill();
        }
        drop(self.child.wait());
    }
}

/// A set of processes looked up in advance, so that killing them takes no time.
#[derive(Debug)]
pub struct Descendants {
    system: System,
    pids: Vec<Pid>,
}

impl Descendants {
    /// Ends every process with SIGKILL: nothing gets to flush, as when a battery is pulled out
    /// of the browser. The operating system itself goes on.
    ///
    /// Returns how many were told.
    pub fn kill(&self) -> usize {
        self.pids
            .iter()
            .filter_map(|pid| self.system.process(*pid))
            .filter(|process| process.kill_with(Signal::Kill) == Some(true))
            .count()
    }

    /// Crashes the oldest process whose name begins so, as a failed check in the engine would; the
    /// younger ones may only stand ready. Says whether there was one.
    pub fn crash(&self, name: &str) -> bool {
        let oldest = self
            .pids
            .iter()
            .filter_map(|pid| self.system.process(*pid))
            .filter(|process| process.name().to_string_lossy().starts_with(name))
            .min_by_key(|process| process.pid());
        oldest.is_some_and(|process| process.kill_with(Signal::Abort) == Some(true))
    }

    /// Whether no process is left.
    ///
    /// # Errors
    /// When the system does not tell.
    pub fn gone(&self) -> Result<bool> {
        let mut system = System::new()?;
        system.refresh_processes_specifics(
            ProcessesToUpdate::Some(&self.pids),
            true,
            ProcessRefreshKind::nothing().without_tasks(),
        );
        Ok(self.pids.iter().all(|pid| {
            system.process(*pid).is_none_or(|p| p.status() == sysinfo::ProcessStatus::Zombie)
        }))
    }
}
