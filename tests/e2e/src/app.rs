//! The app as a person knows it: its places, its doors, and the moments it is ready.

use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use crate::{browser::Browser, page::Name, runner::Stage, wait};

/// A page with an address of its own that needs no entry or person to exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What follows `#/`.
    pub address: &'static str,
    /// Message id of its heading.
    pub heading: &'static str,
}

/// The places of the navigation, in its order.
pub const PLACES: [Place; 5] = [
    Place { address: "today", heading: "today-title" },
    Place { address: "pages", heading: "diary-title" },
    Place { address: "people", heading: "people-title" },
    Place { address: "path", heading: "journey-title" },
    Place { address: "trends", heading: "patterns-title" },
];

/// Everything else that has an address from the start.
pub const MORE: [Place; 33] = [
    Place { address: "new", heading: "checkin-title" },
    Place { address: "write", heading: "entry-new-title" },
    Place { address: "rings", heading: "circle-title" },
    Place { address: "rings/all", heading: "network-title" },
    Place { address: "care", heading: "safety-title" },
    Place { address: "trends/lines", heading: "along-title" },
    Place { address: "trends/show", heading: "report-title" },
    Place { address: "trends/sets", heading: "measures-title" },
    Place { address: "trends/take", heading: "measures-gp" },
    Place { address: "trends/week", heading: "review-title" },
    Place { address: "trends/sides", heading: "around-title" },
    Place { address: "bin", heading: "bin-title" },
    Place { address: "plan", heading: "plan-title" },
    Place { address: "plan/pages", heading: "sessions-title" },
    Place { address: "line", heading: "line-title" },
    Place { address: "focus", heading: "focus-title" },
    Place { address: "pinch", heading: "pinch-title" },
    Place { address: "summary", heading: "summary-title" },
    Place { address: "aims", heading: "goals-title" },
    Place { address: "work", heading: "sheets-title" },
    Place { address: "work/slowly", heading: "sheet-why" },
    Place { address: "support", heading: "support-title" },
    Place { address: "settings", heading: "settings-title" },
    Place { address: "settings/look", heading: "settings-look" },
    Place { address: "settings/writing", heading: "settings-writing" },
    Place { address: "settings/keeping", heading: "settings-keeping" },
    Place { address: "settings/other", heading: "arrive-title" },
    Place { address: "settings/copies", heading: "folder-title" },
    Place { address: "settings/years", heading: "aside-title" },
    Place { address: "settings/lock", heading: "lock-title" },
    Place { address: "settings/data", heading: "settings-privacy" },
    Place { address: "settings/keys", heading: "settings-shortcuts" },
    Place { address: "settings/about", heading: "settings-about" },
];

/// Every place there is.
pub fn everywhere() -> impl Iterator<Item = Place> {
    PLACES.into_iter().chain(MORE)
}

/// The place of an address.
///
/// # Errors
/// When there is none.
pub fn place(address: &str) -> Result<Place> {
    everywhere().find(|place| place.address == address).with_context(|| format!("no {address}"))
}

impl Stage {
    /// The text of a message.
    ///
    /// # Errors
    /// When there is none.
    pub fn msg(&self, id: &str) -> Result<String> {
        self.lab.words.msg(id)
    }

    /// Opens the app and waits until it can be used.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn open(&self) -> Result<()> {
        self.open_in(&self.browser).await
    }

    /// As [`Stage::open`], in another browser.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn open_in(&self, browser: &Browser) -> Result<()> {
        browser.web().goto(self.server.url()).await?;
        browser.is_ready().await
    }

    /// Goes to a place by its address, as a bookmark does, and waits for its heading.
    ///
    /// # Errors
    /// When the heading does not appear.
    pub async fn visit(&self, place: Place) -> Result<()> {
        self.browser.address(place.address).await?;
        self.browser.find("heading", &self.msg(place.heading)?).await?;
        Ok(())
    }

    /// Goes to a place through the navigation.
    ///
    /// # Errors
    /// When there is no such link or page.
    pub async fn go(&self, nav: &str, heading: &str) -> Result<()> {
        let words = self.msg(nav)?;
        // The mark at the top leads to Settings and says the app's name before it.
        let name = if nav == "nav-settings" { Name::Has(&words) } else { Name::Is(&words) };
        self.browser.press("link", name).await?;
        self.browser.find("heading", &self.msg(heading)?).await?;
        Ok(())
    }

    /// The text of the newest finished download whose name ends so.
    ///
    /// # Errors
    /// When none arrives.
    pub async fn download(&self, ending: &str) -> Result<String> {
        Ok(std::fs::read_to_string(self.browser.download_path(ending).await?)?)
    }

    /// Waits until the app is kept for offline use and answers through its worker.
    ///
    /// # Errors
    /// When the worker does not get ready.
    pub async fn kept_offline(&self) -> Result<()> {
        let state = "return document.documentElement.dataset.offline ?? null";
        wait::until("the app to be kept for offline use", async || {
            let state = self.browser.run(state, vec![]).await?;
            ensure!(state != json!("failed"), "the worker failed");
            Ok((state == json!("ready")).then_some(()))
        })
        .await
    }
}

impl Browser {
    /// Waits until the app stands: a heading is there and the start screen has gone.
    ///
    /// # Errors
    /// When it does not come, with what is to be seen instead.
    pub async fn is_ready(&self) -> Result<()> {
        let state = "return document.documentElement.dataset.boot ?? null";
        let ready = wait::until("the app to be ready", async || {
            Ok((self.run(state, vec![]).await? == json!("ready")).then_some(()))
        });
        if let Err(error) = ready.await {
            let text: String = self.text().await?.chars().take(500).collect();
            return Err(error.context(format!("the page says: {text}")));
        }
        self.find("heading", Name::Any).await?;
        Ok(())
    }

    /// Where the newest finished download is whose name ends so.
    ///
    /// # Errors
    /// When none arrives.
    pub async fn download_path(&self, ending: &str) -> Result<PathBuf> {
        let folder = self.downloads();
        let mut before = 0;
        wait::until(&format!("a download *{ending}"), async || {
            let newest = std::fs::read_dir(&folder)?
                .filter_map(Result::ok)
                .filter(|file| file.file_name().to_string_lossy().ends_with(ending))
                .filter_map(|file| Some((file.metadata().ok()?, file.path())))
                .max_by_key(|(facts, _)| facts.modified().ok());
            let Some((facts, path)) = newest else { return Ok(None) };
            // Finished when it has stopped growing.
            let now = facts.len();
            let done = now > 0 && now == std::mem::replace(&mut before, now);
            Ok(done.then_some(path))
        })
        .await
    }

    /// Writes `#/address` into the address bar.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn address(&self, address: &str) -> Result<()> {
        let set = "location.hash = '#/' + arguments[0]";
        self.run(set, vec![json!(address)]).await?;
        Ok(())
    }

    /// Everything the app has stored, key by key.
    ///
    /// # Errors
    /// When storage cannot be read.
    pub async fn stored(&self) -> Result<serde_json::Map<String, Value>> {
        let read = "const found = {};
            for (let i = 0; i < localStorage.length; i++) {
              const key = localStorage.key(i);
              if (key.startsWith('sk1.')) found[key] = localStorage.getItem(key);
            }
            return found;";
        let found = self.run(read, vec![]).await?;
        Ok(found.as_object().cloned().unwrap_or_default())
    }
}
