//! Chromium's DevTools protocol over its own socket: what every page and worker asks of the
//! network, from the first byte on.
//!
//! Commands to one tab need none of this; see [`Browser::devtools`].

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use anyhow::{Result, bail};
use futures_util::{SinkExt as _, StreamExt as _, stream::SplitSink};
use serde_json::{Value, json};
use tokio::{net::TcpStream, sync::Mutex as AsyncMutex, task::JoinHandle};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, tungstenite::Message};

use crate::{browser::Browser, wait};

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// One request that a page or worker started, whether or not it reached a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Full address.
    pub url: String,
    /// DevTools' word for the asker: `page`, `worker`, `service_worker`, `shared_worker`.
    pub asker: String,
}

#[derive(Debug, Default)]
struct Seen {
    /// Session id and kind of every attached target.
    targets: Vec<(String, String)>,
    requests: Vec<Request>,
    known: HashSet<String>,
    replies: Vec<Value>,
    violations: Vec<String>,
}

/// A listener on every target of one Chromium.
#[derive(Debug)]
pub struct DevTools {
    seen: Arc<Mutex<Seen>>,
    sender: Arc<AsyncMutex<SplitSink<Socket, Message>>>,
    listener: JoinHandle<()>,
    next: Mutex<u64>,
}

impl DevTools {
    /// Attaches to `browser`; targets that start later are held until they are listened to, so
    /// that no early request of a worker is missed.
    ///
    /// # Errors
    /// When the browser is no Chromium or does not answer.
    pub async fn listen(browser: &Browser) -> Result<Self> {
        let url = browser.devtools_socket()?;
        let (socket, _) = tokio_tungstenite::connect_async(url).await?;
        let (sender, mut receiver) = socket.split();
        let sender = Arc::new(AsyncMutex::new(sender));
        let seen = Arc::<Mutex<Seen>>::default();
        let listener = tokio::spawn({
            let (seen, sender) = (Arc::clone(&seen), Arc::clone(&sender));
            async move {
                while let Some(Ok(message)) = receiver.next().await {
                    let Ok(text) = message.to_text() else { continue };
                    let Ok(event) = serde_json::from_str::<Value>(text) else { continue };
                    for command in take(&seen, event) {
                        let text = Message::text(command.to_string());
                        if sender.lock().await.send(text).await.is_err() {
                            return;
                        }
                    }
                }
            }
        });
        let tools = Self { seen, sender, listener, next: Mutex::new(1) };
        tools.call(None, "Target.setAutoAttach", auto_attach()).await?;
        Ok(tools)
    }

    /// Sends a command to a target (or to the browser) and waits for its answer.
    ///
    /// # Errors
    /// When the browser refuses or is silent.
    pub async fn call(&self, target: Option<&str>, method: &str, params: Value) -> Result<Value> {
        let id = {
            let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
            *next += 1;
            *next
        };
        let mut command = json!({ "id": id, "method": method, "params": params });
        if let Some(target) = target {
            command["sessionId"] = json!(target);
        }
        self.sender.lock().await.send(Message::text(command.to_string())).await?;
        let reply = wait::within(Duration::from_secs(20), method, async || {
            let mut seen = lock(&self.seen);
            let place = seen.replies.iter().position(|reply| reply["id"] == json!(id));
            Ok(place.map(|place| seen.replies.swap_remove(place)))
        })
        .await?;
        if let Some(error) = reply.get("error") {
            bail!("{method}: {error}");
        }
        Ok(reply["result"].clone())
    }

    /// The sessions of attached targets of one kind (`page`, `service_worker`, …).
    pub fn targets(&self, kind: &str) -> Vec<String> {
        let seen = lock(&self.seen);
        seen.targets.iter().filter(|(_, k)| k == kind).map(|(session, _)| session.clone()).collect()
    }

    /// The requests since the last call, in order.
    pub fn take_requests(&self) -> Vec<Request> {
        std::mem::take(&mut lock(&self.seen).requests)
    }

    /// Policy violations and other errors in the browser's log since the last call.
    pub fn take_violations(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.seen).violations)
    }

    /// Waits until nobody has asked for anything during `quiet`.
    pub async fn settle(&self, quiet: Duration) {
        loop {
            let before = lock(&self.seen).requests.len();
            wait::pass(quiet).await;
            if lock(&self.seen).requests.len() == before {
                return;
            }
        }
    }
}

impl Drop for DevTools {
    fn drop(&mut self) {
        self.listener.abort();
    }
}

fn lock(seen: &Mutex<Seen>) -> std::sync::MutexGuard<'_, Seen> {
    seen.lock().unwrap_or_else(PoisonError::into_inner)
}

fn auto_attach() -> Value {
    json!({ "autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true })
}

/// Takes one message in and returns the commands it calls for.
fn take(seen: &Mutex<Seen>, event: Value) -> Vec<Value> {
    let mut seen = lock(seen);
    let session = event["sessionId"].as_str().unwrap_or_default().to_owned();
    let params = &event["params"];
    match event["method"].as_str() {
        Some("Target.attachedToTarget") => {
            let session = params["sessionId"].clone();
            let kind = params["targetInfo"]["type"].as_str().unwrap_or("other");
            seen.targets.push((session.as_str().unwrap_or_default().to_owned(), kind.to_owned()));
            let mut commands = vec![
                ("Network.enable", json!({})),
                ("Log.enable", json!({})),
                ("Runtime.runIfWaitingForDebugger", json!({})),
            ];
            // A browser-wide listener already hears of service workers; only a page knows its own.
            if kind != "service_worker" {
                commands.insert(1, ("Target.setAutoAttach", auto_attach()));
            }
            // Answers to id 0 are nobody's.
            let to_command =
                |(m, p)| json!({ "id": 0, "sessionId": session, "method": m, "params": p });
            return commands.into_iter().map(to_command).collect();
        }
        Some("Target.detachedFromTarget") => {
            let gone = params["sessionId"].as_str().unwrap_or_default().to_owned();
            seen.targets.retain(|(session, _)| *session != gone);
        }
        Some("Network.requestWillBeSent") => {
            let asker = seen.targets.iter().find(|(id, _)| *id == session);
            let asker = asker.map_or_else(|| "other".to_owned(), |(_, kind)| kind.clone());
            let url = params["request"]["url"].as_str().unwrap_or_default().to_owned();
            // The browser's own pages, and addresses that ask nobody.
            let silent = ["about:", "blob:", "chrome:", "chrome-untrusted:", "data:"];
            // A worker is heard through the browser and through its page: once is enough.
            let known = !seen.known.insert(format!("{} {url}", params["requestId"]));
            if !known && !silent.iter().any(|scheme| url.starts_with(scheme)) {
                seen.requests.push(Request { url, asker });
            }
        }
        Some("Log.entryAdded") if params["entry"]["level"] == "error" => {
            seen.violations.push(params["entry"]["text"].as_str().unwrap_or_default().to_owned());
        }
        None if event["id"].as_u64().is_some_and(|id| id > 0) => seen.replies.push(event),
        _ => {}
    }
    Vec::new()
}
