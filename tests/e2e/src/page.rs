//! What a person does to a page: look, press, tap, type.
//!
//! Things are found by role and accessible name or by their visible words, never by class, id or
//! a mark made for tests.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use hyper::Method;
use serde_json::{Value, json};
use thirtyfour::{
    RequestData, SessionId, WebElement,
    common::command::{FormatRequestData, MAGIC_ELEMENTID},
};

use crate::{browser::Browser, engine::Engine, wait, words::plain};

const LOCATE: &str = include_str!("locate.js");

/// How a sought name compares with a found one.
#[derive(Clone, Copy, Debug)]
pub enum Name<'a> {
    /// Any name.
    Any,
    /// Exactly this.
    Is(&'a str),
    /// Begins with this: for buttons whose name goes on with a state or a count.
    Starts(&'a str),
    /// Contains this.
    Has(&'a str),
}

impl<'a> From<&'a str> for Name<'a> {
    fn from(name: &'a str) -> Self {
        Self::Is(name)
    }
}

impl<'a> From<&'a String> for Name<'a> {
    fn from(name: &'a String) -> Self {
        Self::Is(name)
    }
}

impl Browser {
    /// Every visible element with this role and name, in document order, right now.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn all(&self, role: &str, name: Name<'_>) -> Result<Vec<WebElement>> {
        let (how, name) = match name {
            Name::Any => ("is", Value::Null),
            Name::Is(name) => ("is", json!(name)),
            Name::Starts(name) => ("starts", json!(name)),
            Name::Has(name) => ("has", json!(name)),
        };
        let arguments = vec![json!(role), name, json!(how), Value::Null];
        Ok(self.web().execute(LOCATE, arguments).await?.elements()?)
    }

    /// The first visible element with this role and name, as soon as there is one.
    ///
    /// # Errors
    /// When none appears in time; the message tells what was there instead.
    pub async fn find<'a>(&self, role: &str, name: impl Into<Name<'a>>) -> Result<WebElement> {
        let name = name.into();
        let found = wait::until("", async || Ok(self.all(role, name).await?.into_iter().next()));
        match found.await {
            Ok(element) => Ok(element),
            Err(error) => {
                let there = self.names(role).await.unwrap_or_default();
                Err(error.context(format!("no {role} {name:?}; there are {there:?}")))
            }
        }
    }

    /// Waits until no such element is visible.
    ///
    /// # Errors
    /// When it stays.
    pub async fn absent<'a>(&self, role: &str, name: impl Into<Name<'a>>) -> Result<()> {
        let name = name.into();
        wait::until(&format!("{role} {name:?} to go"), async || {
            Ok(self.all(role, name).await?.is_empty().then_some(()))
        })
        .await
    }

    /// The visible words of every visible element of this role.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn names(&self, role: &str) -> Result<Vec<String>> {
        let mut names = Vec::new();
        for element in self.all(role, Name::Any).await? {
            let label = element.attr("aria-label").await?;
            names.push(match label {
                Some(label) => plain(&label),
                None => plain(&element.text().await?),
            });
        }
        Ok(names)
    }

    /// Clicks with the mouse.
    ///
    /// # Errors
    /// When there is no such element, or something lies over it: the message says what.
    pub async fn press<'a>(&self, role: &str, name: impl Into<Name<'a>>) -> Result<()> {
        let name = name.into();
        let element = self.target(role, name).await?;
        let Err(error) = element.click().await else { return Ok(()) };
        let over = self.over(&element).await.unwrap_or_else(|_| "it is gone".to_owned());
        Err(error).with_context(|| format!("cannot press {role} {name:?}; at its middle: {over}"))
    }

    /// What a finger would meet at the middle of an element, and where that is.
    async fn over(&self, element: &WebElement) -> Result<String> {
        let look = "const [e] = arguments;
            const b = e.getBoundingClientRect();
            const at = [b.x + b.width / 2, b.y + b.height / 2].map(Math.round);
            const top = document.elementFromPoint(...at);
            const path = [];
            for (let it = top; it; it = it.parentElement) path.push(it.localName + '.' + it.getAttribute('class'));
            return [top === e || e.contains(top) ? 'itself' : path.join(' < '), at, innerWidth,
              innerHeight, e.isConnected, e.textContent.trim()].join(' | ');";
        let met = self.web().execute(look, vec![element.to_json()?]).await?;
        Ok(met.json().as_str().unwrap_or_default().to_owned())
    }

    /// What is touched to reach a thing: its label, where it has one around it or beside it.
    async fn target(&self, role: &str, name: Name<'_>) -> Result<WebElement> {
        let element = self.find(role, name).await?;
        let label = "const [e] = arguments;
            const t = ['radio', 'checkbox'].includes(e.type) && e.labels.length ? e.labels[0] : e;
            t.scrollIntoView({ block: 'center', behavior: 'instant' });
            return t;";
        let target = self.web().execute(label, vec![element.to_json()?]).await?.element()?;
        // The page may still be scrolling to where the app sent it, or something may just be going
        // away from over it: a finger that comes down meanwhile misses.
        let rest = "const [e] = args;
            const frame = () => new Promise(done => requestAnimationFrame(done));
            const place = () => {
              const b = e.getClientRects()[0] ?? e.getBoundingClientRect();
              const top = document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2);
              return b.x + ' ' + b.y + ' ' + (top === e || e.contains(top));
            };
            for (let still = 0, n = 0; still < 3 && n < 300; n++) {
              const before = place();
              await frame();
              const now = place();
              if (now === before && now.endsWith('true')) still += 1;
              else { still = 0; e.scrollIntoView({ block: 'center', behavior: 'instant' }); }
            }";
        self.run_async(rest, vec![target.to_json()?]).await?;
        Ok(target)
    }

    /// Touches with a finger.
    ///
    /// # Errors
    /// As [`Browser::press`].
    pub async fn tap<'a>(&self, role: &str, name: impl Into<Name<'a>>) -> Result<()> {
        let name = name.into();
        let element = self.target(role, name).await?;
        let origin = json!({ MAGIC_ELEMENTID: element.element_id().to_string() });
        self.actions(json!([{
            "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" },
            "actions": [
                { "type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": origin },
                { "type": "pointerDown", "button": 0 },
                { "type": "pointerUp", "button": 0 },
            ],
        }]))
        .await
        .with_context(|| format!("cannot tap {role} {name:?}"))
    }

    /// Presses a mouse or a finger (`"touch"`) down at one point of the window, draws it to another
    /// in steps, and lets go.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn drag(&self, from: (i64, i64), to: (i64, i64), pointer: &str) -> Result<()> {
        let to_point = |(x, y): (i64, i64), ms: u32| json!({ "type": "pointerMove", "duration": ms, "x": x, "y": y, "origin": "viewport" });
        let half = (i64::midpoint(from.0, to.0), i64::midpoint(from.1, to.1));
        self.actions(json!([{
            "type": "pointer", "id": pointer, "parameters": { "pointerType": pointer },
            "actions": [
                to_point(from, 0), { "type": "pointerDown", "button": 0 },
                to_point(half, 100), to_point(to, 100), { "type": "pointerUp", "button": 0 },
            ],
        }]))
        .await
        .with_context(|| format!("cannot drag from {from:?} to {to:?}"))
    }

    /// Types into a field with real key presses, at the end of what it holds.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn write<'a>(
        &self,
        role: &str,
        name: impl Into<Name<'a>>,
        text: &str,
    ) -> Result<WebElement> {
        let field = self.find(role, name).await?;
        self.write_to(&field, text).await?;
        Ok(field)
    }

    /// Types into a field already found; a line ends with the Enter key.
    ///
    /// Only Firefox's driver has key presses beyond U+FFFF. In the others each run of such
    /// characters arrives as one insertion, which is how an emoji panel delivers them too.
    ///
    /// # Errors
    /// When the field is gone.
    pub async fn write_to(&self, field: &WebElement, text: &str) -> Result<()> {
        // WebKit's driver drops the character that ends a line; nobody has a key for it anyway.
        let text = &text.replace('\n', "\u{e007}");
        if self.engine() == Engine::Firefox {
            return Ok(field.send_keys(text).await?);
        }
        let basic = |c: char| c <= '\u{ffff}' && c != '\u{200d}' && c != '\u{fe0f}';
        let mut rest = text.as_str();
        while let Some(first) = rest.chars().next() {
            let kind = basic(first);
            let end = rest.find(|c| basic(c) != kind).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            if kind {
                field.send_keys(run).await?;
            } else if self.engine() == Engine::Chromium {
                field.focus().await?;
                self.devtools("Input.insertText", json!({ "text": run })).await?;
            } else {
                let insert = "arguments[0].focus();
                    document.execCommand('insertText', false, arguments[1]);";
                self.web().execute(insert, vec![field.to_json()?, json!(run)]).await?;
            }
            rest = after;
        }
        Ok(())
    }

    /// Presses keys at whatever has the focus, one after the other.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn keys(&self, keys: &str) -> Result<()> {
        let strokes: Vec<Value> = keys
            .chars()
            .flat_map(|key| {
                ["keyDown", "keyUp"].map(|what| json!({ "type": what, "value": key.to_string() }))
            })
            .collect();
        self.actions(json!([{ "type": "key", "id": "keyboard", "actions": strokes }])).await
    }

    /// Presses a key while others are held (`"\u{e008}"` is Shift).
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn chord(&self, held: &[char], key: char) -> Result<()> {
        let mut strokes = Vec::new();
        let stroke = |what: &str, key: char| json!({ "type": what, "value": key.to_string() });
        strokes.extend(held.iter().map(|held| stroke("keyDown", *held)));
        strokes.extend([stroke("keyDown", key), stroke("keyUp", key)]);
        strokes.extend(held.iter().rev().map(|held| stroke("keyUp", *held)));
        self.actions(json!([{ "type": "key", "id": "keyboard", "actions": strokes }])).await
    }

    async fn actions(&self, actions: Value) -> Result<()> {
        self.web().cmd(Actions(actions)).await?;
        Ok(())
    }

    /// All visible words of the page, as a person reads them.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn text(&self) -> Result<String> {
        let text = self.run("return document.body ? document.body.innerText : ''", vec![]).await?;
        Ok(plain(text.as_str().unwrap_or_default()))
    }

    /// Waits until these words are visible.
    ///
    /// # Errors
    /// When they do not appear; the message tells the page's text.
    pub async fn see(&self, words: &str) -> Result<()> {
        let words = plain(words);
        let seen = wait::until("", async || Ok(self.text().await?.contains(&words).then_some(())));
        if seen.await.is_err() {
            let text: String = self.text().await?.chars().take(1500).collect();
            bail!("`{words}` is not to be seen in: {text}");
        }
        Ok(())
    }

    /// Waits until these words are nowhere.
    ///
    /// # Errors
    /// When they stay.
    pub async fn unsee(&self, words: &str) -> Result<()> {
        let words = plain(words);
        wait::until(&format!("`{words}` to go"), async || {
            Ok((!self.text().await?.contains(&words)).then_some(()))
        })
        .await
    }

    /// Gives the page this many CSS pixels. Below 600 wide Chromium acts as a phone with touch.
    ///
    /// # Errors
    /// When the engine cannot be that small.
    pub async fn viewport(&self, width: i64, height: i64) -> Result<()> {
        if self.engine() == Engine::Chromium {
            let phone = width < 600;
            self.devtools(
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone }),
            )
            .await?;
            self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": phone }))
                .await?;
            return Ok(());
        }
        let size = async || -> Result<(i64, i64)> {
            let size = self.run("return [innerWidth, innerHeight]", vec![]).await?;
            Ok((size[0].as_i64().unwrap_or(0), size[1].as_i64().unwrap_or(0)))
        };
        let rect = self.web().get_window_rect().await?;
        let (inner_width, inner_height) = size().await?;
        let chrome = |outer: i64, inner: i64| (outer - inner).max(0);
        let outer_width = u32::try_from(width + chrome(rect.width, inner_width))?;
        let outer_height = u32::try_from(height + chrome(rect.height, inner_height))?;
        self.web().set_window_rect(0, 0, outer_width, outer_height).await?;
        wait::until(&format!("a page of {width}×{height}"), async || {
            Ok((size().await? == (width, height)).then_some(()))
        })
        .await
    }

    /// Loads the page anew, as the reload button does. (WebDriver's own reload is a forced one in
    /// Firefox: it goes round the worker.)
    ///
    /// # Errors
    /// When the page does not come back.
    pub async fn reload(&self) -> Result<()> {
        self.run("window.beforeReload = true; location.reload();", vec![]).await?;
        let back = "return !window.beforeReload && document.readyState === 'complete'";
        wait::until("the page to come back", async || {
            Ok((self.run(back, vec![]).await? == json!(true)).then_some(()))
        })
        .await
    }

    /// Saves what is to be seen as a PNG.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub async fn shoot(&self, file: &Path) -> Result<()> {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        Ok(self.web().screenshot(file).await?)
    }
}

/// A "Perform Actions" command of WebDriver, in its own words: the driver crate's action chain
/// knows no finger.
#[derive(Debug)]
struct Actions(Value);

impl FormatRequestData for Actions {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("/session/{session}/actions"))
            .add_body(json!({ "actions": self.0 }))
    }
}
