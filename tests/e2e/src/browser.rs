//! One browser with one profile folder: started, steered, killed and started again.

use std::{
    io::ErrorKind,
    net::TcpListener,
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
    time::Duration,
};

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver, WindowHandle};
use tokio::net::TcpStream;

use crate::{display::Display, engine::Engine, engine::Programs, process::Helper, wait};

/// What is unusual about a browser; the default is a plain one with an empty profile.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one switch of a browser")]
pub struct Setup {
    /// IANA name of the time zone the browser lives in, `Asia/Kolkata`.
    pub zone: Option<&'static str>,
    /// Language tag the browser speaks, `th-TH`.
    pub language: Option<&'static str>,
    /// Storage of sites is blocked: `localStorage` throws or is null.
    pub blocked: bool,
    /// A private window.
    pub private: bool,
    /// WebAssembly is switched off.
    pub no_wasm: bool,
    /// IndexedDB is switched off (WebKit; the others have no switch).
    pub no_indexed_db: bool,
    /// The system asks for dark colors.
    pub dark: bool,
    /// Everything goes through the proxy at this port, even what is on this machine.
    pub proxy: Option<u16>,
    /// The person has set the browser's text to twice its size.
    pub large: bool,
}

impl Setup {
    /// Nothing unusual.
    pub const PLAIN: Self = Self {
        zone: None,
        language: None,
        blocked: false,
        private: false,
        no_wasm: false,
        no_indexed_db: false,
        dark: false,
        proxy: None,
        large: false,
    };
}

/// A running browser. Dropping it ends the browser, its driver and its profile.
#[derive(Debug)]
pub struct Browser {
    engine: Engine,
    programs: Programs,
    setup: Setup,
    display: Arc<Display>,
    profile: TempDir,
    driver: Option<Helper>,
    web: WebDriver,
}

/// The file of a profile in which a launcher notes that a page's process crashed.
const CRASHES: &str = "crashes";

impl Browser {
    /// Starts `engine` with an empty profile.
    ///
    /// # Errors
    /// When a program is missing or the session does not begin; the driver's words are told.
    pub async fn start(engine: Engine, display: Arc<Display>, setup: Setup) -> Result<Self> {
        let programs = engine.locate()?;
        let profile = tempfile::Builder::new().prefix("satkarya-").tempdir()?;
        std::fs::create_dir_all(profile.path().join("downloads"))?;
        let (driver, web) = begin(engine, &programs, &setup, &display, profile.path()).await?;
        Ok(Self { engine, programs, setup, display, profile, driver: Some(driver), web })
    }

    /// The engine of this browser.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The WebDriver session. It changes with [`Browser::restart`].
    pub fn web(&self) -> &WebDriver {
        &self.web
    }

    /// Where downloads arrive.
    pub fn downloads(&self) -> PathBuf {
        self.profile.path().join("downloads")
    }

    /// Kills every process of the browser with SIGKILL, as a flat battery or a hard crash would.
    /// Nothing is asked and nothing can be flushed by the browser. The profile stays.
    ///
    /// # Errors
    /// When some process lives on.
    pub async fn kill(&mut self) -> Result<()> {
        let Some(driver) = &self.driver else { return Ok(()) };
        let browser = driver.descendants()?;
        browser.kill();
        wait::until("the killed browser to be gone", async || Ok(browser.gone()?.then_some(())))
            .await?;
        self.driver = None;
        // Its launcher may have lived long enough to note that its page died: that was no crash.
        if let Err(error) = std::fs::remove_file(self.profile.path().join(CRASHES))
            && error.kind() != ErrorKind::NotFound
        {
            return Err(error.into());
        }
        Ok(())
    }

    /// Crashes the process of the page (WebKit only).
    ///
    /// # Errors
    /// When there is none.
    pub fn crash_page(&self) -> Result<()> {
        let driver = self.driver.as_ref().context("the browser is not running")?;
        let crashed = driver.descendants()?.crash("WebKitWebProc");
        anyhow::ensure!(crashed, "there is no process of a page");
        Ok(())
    }

    /// Whether a process of the engine crashed that nobody killed (WebKit, whose launcher notes
    /// it; the others are not watched).
    pub fn crashed(&self) -> bool {
        self.profile.path().join(CRASHES).exists()
    }

    /// Starts the browser again on the same profile, after [`Browser::kill`] or after quitting
    /// it in an orderly way if it still runs.
    ///
    /// # Errors
    /// As [`Browser::start`].
    pub async fn restart(&mut self) -> Result<()> {
        if self.driver.is_some() {
            self.web.clone().quit().await?;
            self.driver = None;
        }
        let (driver, web) =
            begin(self.engine, &self.programs, &self.setup, &self.display, self.profile.path())
                .await?;
        self.driver = Some(driver);
        self.web = web;
        Ok(())
    }

    /// Ends the browser in an orderly way.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn quit(self) -> Result<()> {
        if self.driver.is_some() {
            self.web.clone().quit().await?;
        }
        Ok(())
    }

    /// Runs a script's text as a function body in the page and returns its JSON value.
    ///
    /// WebDriver scripts run under the page's policy without being bound by it, so this works on
    /// pages that allow no inline script.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.web.execute(script, arguments).await?.json().clone())
    }

    /// As [`Browser::run`] for a function body that may await; its returned value comes back.
    ///
    /// # Errors
    /// When it throws or rejects.
    pub async fn run_async(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let wrapped = format!(
            "const done = arguments[arguments.length - 1];
             (async (...args) => {{ {script} }})(...Array.prototype.slice.call(arguments, 0, -1))
               .then(value => done({{ value }}), error => done({{ error: String(error) }}));"
        );
        let answer = self.web.execute_async(wrapped, arguments).await?.json().clone();
        if let Some(error) = answer.get("error").and_then(Value::as_str) {
            anyhow::bail!("the page's script failed: {error}");
        }
        Ok(answer.get("value").cloned().unwrap_or(Value::Null))
    }

    /// Sends one DevTools command to the current tab (Chromium only).
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value> {
        Ok(self.web.cdp().send_raw(method, parameters).await?)
    }

    /// Crashes the current tab's process (Chromium only) and goes on in the tab `other`.
    ///
    /// # Errors
    /// When `other` is not there.
    pub async fn crash_tab(&self, other: &WindowHandle) -> Result<()> {
        // A tab that is gone cannot answer: the driver reports that as an error.
        drop(self.devtools("Page.crash", json!({})).await);
        Ok(self.web.switch_to_window(other.clone()).await?)
    }

    /// The address of the socket of Chromium's own DevTools.
    pub(crate) fn devtools_socket(&self) -> Result<String> {
        let file = self.profile.path().join("data/DevToolsActivePort");
        let text = std::fs::read_to_string(file).context("only Chromium has DevTools")?;
        let (port, path) = text.trim().split_once('\n').context("no path of the socket")?;
        Ok(format!("ws://127.0.0.1:{port}{path}"))
    }
}

/// Starts the driver and a session in it.
async fn begin(
    engine: Engine,
    programs: &Programs,
    setup: &Setup,
    display: &Display,
    profile: &Path,
) -> Result<(Helper, WebDriver)> {
    let port = free_port()?;
    let mut command = Command::new(&programs.driver);
    command.env("TZ", setup.zone.unwrap_or("UTC")).env("NO_AT_BRIDGE", "1");
    match engine {
        Engine::Chromium => command.arg(format!("--port={port}")),
        Engine::Firefox => command.args(["--port", &port.to_string()]),
        Engine::WebKit => {
            command.arg(format!("--port={port}")).env("DISPLAY", display.name()?);
            if let Some(language) = setup.language {
                let locale = format!("{}.UTF-8", language.replace('-', "_"));
                command.env("LC_ALL", locale).env("LANGUAGE", language);
            }
            if setup.no_wasm {
                command.env("JSC_useWasm", "0").env("JSC_useWebAssembly", "0");
            }
            &mut command
        }
    };
    let mut driver = Helper::start(&mut command, &profile.join("driver.log"))?;
    wait::until("the driver to listen", async || {
        anyhow::ensure!(!driver.ended(), "the driver ended: {}", driver.said());
        Ok(TcpStream::connect(("127.0.0.1", port)).await.is_ok().then_some(()))
    })
    .await?;
    let capabilities = capabilities(engine, programs, setup, profile)?;
    let web = WebDriver::builder(format!("http://127.0.0.1:{port}"), capabilities)
        .request_timeout(Duration::from_mins(2))
        .await
        .with_context(|| format!("{engine} did not start; its driver says:\n{}", driver.said()))?;
    web.set_script_timeout(Duration::from_secs(90)).await?;
    Ok((driver, web))
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

fn capabilities(
    engine: Engine,
    programs: &Programs,
    setup: &Setup,
    profile: &Path,
) -> Result<Capabilities> {
    let data = profile.join("data");
    let downloads = profile.join("downloads");
    let value = match engine {
        Engine::Chromium => {
            let mut arguments = vec![
                "--headless".to_owned(),
                "--no-sandbox".to_owned(),
                "--disable-gpu".to_owned(),
                "--disable-quic".to_owned(),
                "--no-first-run".to_owned(),
                // It ignores what looks like a page in a frenzy: 200 steps in ten seconds, which a
                // journey through all pages makes and no person does.
                "--disable-ipc-flooding-protection".to_owned(),
                "--disable-background-networking".to_owned(),
                "--disable-component-update".to_owned(),
                "--disable-sync".to_owned(),
                // Its maker's advice on pages, which it asks for by itself.
                "--disable-features=OptimizationHints".to_owned(),
                "--hide-scrollbars".to_owned(),
                "--window-size=1280,800".to_owned(),
                format!("--user-data-dir={}", data.display()),
                format!("--lang={}", setup.language.unwrap_or("en-GB")),
            ];
            arguments.extend(setup.private.then(|| "--incognito".to_owned()));
            arguments.extend(setup.no_wasm.then(|| "--js-flags=--jitless".to_owned()));
            arguments.extend(setup.dark.then(|| "--force-dark-mode".to_owned()));
            arguments.extend(setup.proxy.map(|port| format!("--proxy-server=127.0.0.1:{port}")));
            // This machine's own names too.
            arguments.extend(setup.proxy.map(|_| "--proxy-bypass-list=<-loopback>".to_owned()));
            let mut preferences = json!({
                "download.default_directory": downloads,
                "download.prompt_for_download": false,
                "intl.accept_languages": setup.language.unwrap_or("en-GB"),
            });
            if setup.large {
                preferences["webkit.webprefs.default_font_size"] = json!(32);
            }
            if setup.blocked {
                // 2 = block: the getter of localStorage throws.
                preferences["profile.default_content_setting_values.cookies"] = json!(2);
            }
            json!({ "browserName": "chrome", "goog:chromeOptions": {
                "binary": programs.browser, "args": arguments, "prefs": preferences,
            }})
        }
        Engine::Firefox => {
            // Firefox's window is never narrower than 450 px by its own style sheet; phones are.
            std::fs::create_dir_all(data.join("chrome"))?;
            std::fs::write(
                data.join("chrome/userChrome.css"),
                ":root { min-width: 0 !important; }",
            )?;
            let preferences = firefox_preferences(setup, &downloads);
            json!({ "browserName": "firefox", "moz:firefoxOptions": {
                "binary": programs.browser,
                "args": ["-headless", "-profile", data],
                "prefs": preferences,
            }})
        }
        Engine::WebKit => {
            let mut arguments = vec![
                format!("--profile={}", data.display()),
                format!("--downloads={}", downloads.display()),
                format!("--crashes={}", profile.join(CRASHES).display()),
            ];
            let switches = [
                (setup.private, "--private"),
                (setup.blocked, "--no-local-storage"),
                (setup.blocked || setup.no_indexed_db, "--no-indexed-db"),
                (setup.dark, "--dark"),
                (setup.large, "--large"),
            ];
            arguments.extend(setup.proxy.map(|port| format!("--proxy=http://127.0.0.1:{port}")));
            arguments.extend(setup.language.map(|language| format!("--language={language}")));
            arguments.extend(switches.iter().filter(|s| s.0).map(|s| s.1.to_owned()));
            json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": {
                "binary": programs.browser, "args": arguments,
            }})
        }
    };
    let Value::Object(map) = value else { anyhow::bail!("capabilities are an object") };
    Ok(Capabilities::from(map))
}

fn firefox_proxy(port: u16) -> [(&'static str, Value); 6] {
    [
        ("network.proxy.type", json!(1)),
        ("network.proxy.http", json!("127.0.0.1")),
        ("network.proxy.http_port", json!(port)),
        ("network.proxy.ssl", json!("127.0.0.1")),
        ("network.proxy.ssl_port", json!(port)),
        ("network.proxy.allow_hijacking_localhost", json!(true)),
    ]
}

fn firefox_preferences(setup: &Setup, downloads: &Path) -> Value {
    let mut preferences = json!({
        "browser.download.folderList": 2,
        "browser.download.dir": downloads,
        "browser.download.always_ask_before_handling_new_types": false,
        // Its list of downloads would come up over the page and take the keyboard from it.
        "browser.download.alwaysOpenPanel": false,
        "browser.helperApps.neverAsk.saveToDisk":
            "application/json,text/csv,text/plain,image/svg+xml,image/png,application/octet-stream",
        // Without a desktop no window is ever the active one, and nothing has the focus.
        "focusmanager.testmode": true,
        // It asks the person whether to keep a site's data, and its question takes the keyboard from
        // the page until somebody answers: no.
        "dom.storageManager.prompt.testing": true,
        "dom.storageManager.prompt.testing.allow": false,
        "intl.accept_languages": setup.language.unwrap_or("en-GB"),
        "intl.locale.requested": setup.language.unwrap_or("en-US"),
        // Calls may look for a way on this machine too, where the journeys listen for them.
        "media.peerconnection.ice.loopback": true,
        "layout.css.prefers-color-scheme.content-override": i32::from(!setup.dark),
        "toolkit.legacyUserProfileCustomizations.stylesheets": true,
        "toolkit.startup.max_resumed_crashes": -1,
        "ui.systemUsesDarkTheme": i32::from(setup.dark),
    });
    if setup.blocked {
        preferences["network.cookie.cookieBehavior"] = json!(2);
    }
    if setup.private {
        preferences["browser.privatebrowsing.autostart"] = json!(true);
    }
    if setup.no_wasm {
        preferences["javascript.options.wasm"] = json!(false);
    }
    if setup.large {
        preferences["font.size.variable.x-western"] = json!(32);
    }
    for (name, value) in setup.proxy.map(firefox_proxy).into_iter().flatten() {
        preferences[name] = value;
    }
    preferences
}
