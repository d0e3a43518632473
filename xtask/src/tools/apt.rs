//! Debian packages: whether the machine has `apt-get`, and installing.

use anyhow::{Result, bail};

use crate::run;

/// Installs packages as root, or fails with the command a person can type.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    if run::find("apt-get").is_none() {
        bail!("it is missing here, and this machine has no apt-get to install {list}");
    }
    if run::ask(run::program("id").arg("-u")).as_deref() != Some("0") {
        bail!("install it with: sudo apt-get install --no-install-recommends {list}");
    }
    // A stale or absent list of packages is the usual reason for a failure;
    // one refresh, then one more try.
    if get(packages).is_err() {
        run::show(run::program("apt-get").args(["update", "-qq"]))?;
        get(packages)?;
    }
    Ok(())
}

fn get(packages: &[&str]) -> Result<()> {
    run::show(
        run::program("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["install", "-y", "-qq", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0"])
            .args(packages),
    )
}
