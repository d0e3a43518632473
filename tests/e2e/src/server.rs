//! A small static host for built apps: it can be stopped, slowed, made to lie, and it remembers
//! every request that reached it.
//!
//! It follows the `_headers` file of the folder it serves as Cloudflare Pages and Netlify do, so
//! the journeys meet the same policy as people.

use std::{
    collections::HashMap,
    convert::Infallible,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use anyhow::{Context as _, Result};
use bytes::Bytes;
use http_body_util::Full;
use hyper::{Method, Request, Response, StatusCode, body::Incoming, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{
    net::{TcpListener, TcpSocket},
    task::{JoinHandle, JoinSet},
};

/// One request that reached the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Method and path with query, as asked: `GET /sw.js`, or with the whole address where the
    /// server was asked as a proxy.
    pub line: String,
    /// What was answered.
    pub status: u16,
    /// The `Referer` header, which should never be there.
    pub referrer: Option<String>,
}

/// A misbehavior for one path.
#[derive(Clone, Debug)]
pub enum Fault {
    /// Answers with this status and no content.
    Status(u16),
    /// Answers 200 with these bytes and this media type, as a captive portal does.
    Instead(&'static str, Vec<u8>),
    /// Answers rightly, after this time.
    Slow(Duration),
}

#[derive(Debug, Default)]
struct Shared {
    root: PathBuf,
    port: u16,
    rules: Vec<(String, Vec<(String, String)>)>,
    faults: HashMap<String, Fault>,
    hits: Vec<Hit>,
}

/// A static host on a free port of this machine.
#[derive(Debug)]
pub struct Server {
    shared: Arc<Mutex<Shared>>,
    address: SocketAddr,
    mount: String,
    task: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves `root` at the top of a new origin.
    ///
    /// # Errors
    /// When no port can be had or `_headers` cannot be read.
    pub async fn start(root: &Path) -> Result<Self> {
        Self::start_at(root, "/").await
    }

    /// Serves `root` below the folder `mount` (starts and ends with `/`) of a new origin.
    ///
    /// # Errors
    /// As [`Server::start`].
    pub async fn start_at(root: &Path, mount: &str) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let mut server = Self {
            shared: Arc::default(),
            address: listener.local_addr()?,
            mount: mount.to_owned(),
            task: None,
        };
        server.shared().port = server.address.port();
        server.serve(root)?;
        server.accept(listener);
        Ok(server)
    }

    /// The address of the app, with its last slash.
    pub fn url(&self) -> String {
        format!("http://localhost:{}{}", self.address.port(), self.mount)
    }

    /// The same server under a name that browsers hold for another site.
    pub fn foreign_url(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.address.port(), self.mount)
    }

    /// The port, which also is a proxy to this server alone: what is asked of others is noted
    /// and refused.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Serves another folder from now on: a new build put on the host.
    ///
    /// # Errors
    /// When its `_headers` file is there and cannot be read.
    pub fn serve(&mut self, root: &Path) -> Result<()> {
        let path = root.join("_headers");
        let rules = if path.is_file() {
            parse_headers(&std::fs::read_to_string(&path)?)
        } else {
            Vec::new()
        };
        let mut shared = self.shared();
        root.clone_into(&mut shared.root);
        shared.rules = rules;
        Ok(())
    }

    /// Sends no headers of the app any more, as a host does that cannot.
    pub fn without_headers(&self) {
        self.shared().rules.clear();
    }

    /// Misbehaves for `path` (as in a request, `/sw.js`) until [`Server::behave`].
    pub fn misbehave(&self, path: &str, fault: Fault) {
        self.shared().faults.insert(path.to_owned(), fault);
    }

    /// Ends every misbehavior.
    pub fn behave(&self) {
        self.shared().faults.clear();
    }

    /// The requests since the last call, in order.
    pub fn take_hits(&self) -> Vec<Hit> {
        std::mem::take(&mut self.shared().hits)
    }

    /// Goes offline: the port closes and open connections break.
    pub async fn stop(&mut self) {
        if let Some(task) = self.task.take() {
            task.abort();
            // The task was told to end; that it ended by being aborted is no news.
            drop(task.await);
        }
    }

    /// Comes back on the same address.
    ///
    /// # Errors
    /// When the port was taken by somebody else meanwhile.
    pub fn go_on(&mut self) -> Result<()> {
        let socket = TcpSocket::new_v4()?;
        socket.set_reuseaddr(true)?;
        socket.bind(self.address).context("the port of the test server was taken")?;
        self.accept(socket.listen(64)?);
        Ok(())
    }

    fn accept(&mut self, listener: TcpListener) {
        let shared = Arc::clone(&self.shared);
        let mount = self.mount.clone();
        self.task = Some(tokio::spawn(async move {
            // Dropping the set with this task breaks the connections too.
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                let shared = Arc::clone(&shared);
                let mount = mount.clone();
                connections.spawn(async move {
                    let service = service_fn(move |request| {
                        let shared = Arc::clone(&shared);
                        let mount = mount.clone();
                        async move { Ok::<_, Infallible>(answer(&shared, &mount, &request).await) }
                    });
                    // A browser that hangs up early is no fault of the server.
                    drop(
                        hyper::server::conn::http1::Builder::new()
                            .serve_connection(TokioIo::new(stream), service)
                            .await,
                    );
                });
            }
        }));
    }

    fn shared(&self) -> MutexGuard<'_, Shared> {
        lock(&self.shared)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(task) = &self.task {
            task.abort();
        }
    }
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn answer(
    shared: &Mutex<Shared>,
    mount: &str,
    request: &Request<Incoming>,
) -> Response<Full<Bytes>> {
    let path = request.uri().path().to_owned();
    let fault = lock(shared).faults.get(&path).cloned();
    if let Some(Fault::Slow(time)) = &fault {
        tokio::time::sleep(*time).await;
    }
    let (status, kind, body) = match fault {
        _ if foreign(request, lock(shared).port) => (502, "text/plain", Vec::new()),
        Some(Fault::Status(status)) => (status, "text/plain", Vec::new()),
        Some(Fault::Instead(kind, body)) => (200, kind, body),
        Some(Fault::Slow(_)) | None => {
            let root = lock(shared).root.clone();
            read(&root, mount, &path)
        }
    };
    let mut shared = lock(shared);
    let header = |name: &str| {
        request.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
    };
    shared.hits.push(Hit {
        line: format!("{} {}", request.method(), request.uri()),
        status,
        referrer: header("referer"),
    });
    let mut response = Response::builder()
        .status(StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR))
        .header("content-type", kind);
    let within = path.strip_prefix(mount.trim_end_matches('/')).unwrap_or(&path);
    for (name, value) in headers_for(&shared.rules, within) {
        response = response.header(name, value);
    }
    response.body(Full::from(body)).unwrap_or_default()
}

/// Whether somebody else is to be asked, which only callers do that take this for a proxy.
fn foreign(request: &Request<Incoming>, port: u16) -> bool {
    request.uri().authority().is_some_and(|asked| {
        request.method() == Method::CONNECT
            || asked.port_u16() != Some(port)
            || !["localhost", "127.0.0.1"].contains(&asked.host())
    })
}

fn read(root: &Path, mount: &str, path: &str) -> (u16, &'static str, Vec<u8>) {
    let Some(inside) = path.strip_prefix(mount) else { return (404, "text/plain", Vec::new()) };
    let unsafe_path = inside.split('/').any(|part| part == "..");
    let file = match inside {
        "" => root.join("index.html"),
        folder if folder.ends_with('/') => root.join(folder).join("index.html"),
        file => root.join(file),
    };
    if !unsafe_path && let Ok(body) = std::fs::read(&file) {
        return (200, media_type(&file), body);
    }
    let page = std::fs::read(root.join("404.html")).unwrap_or_default();
    (404, "text/html; charset=utf-8", page)
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Reads a `_headers` file: a pattern on its own line, indented headers below it.
fn parse_headers(text: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut rules: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with('#')) {
        let rule = line.trim();
        if rule.is_empty() {
            continue;
        }
        if !line.starts_with([' ', '\t']) {
            rules.push((rule.to_owned(), Vec::new()));
        } else if let Some((_, headers)) = rules.last_mut() {
            let (name, value) = rule.split_once(':').unwrap_or((rule, ""));
            headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    rules
}

/// The headers of every rule that fits `path`; a name met twice is joined with a comma, and
/// `! Name` takes a header of an earlier rule away, as Cloudflare Pages does it.
fn headers_for(rules: &[(String, Vec<(String, String)>)], path: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for (name, value) in rules.iter().filter(|(pattern, _)| fits(pattern, path)).flat_map(|r| &r.1)
    {
        if let Some(removed) = name.strip_prefix('!') {
            found.retain(|(known, _)| known != removed.trim());
        } else if let Some((_, known)) = found.iter_mut().find(|(known, _)| known == name) {
            known.push_str(", ");
            known.push_str(value);
        } else {
            found.push((name.clone(), value.clone()));
        }
    }
    found
}

fn fits(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((before, after)) => {
            path.len() >= before.len() + after.len()
                && path.starts_with(before)
                && path.ends_with(after)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_follow_the_rules_of_static_hosts() {
        let rules = parse_headers(
            "/*\n  X-A: 1\n  Cache-Control: no-cache\n# note\n/assets/*\n  ! Cache-Control\n  \
             Cache-Control: immutable\n/sw.js\n  X-A: 2\n",
        );
        let check = |path: &str, expected: &[(&str, &str)]| {
            let found = headers_for(&rules, path);
            let found: Vec<_> = found.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            assert_eq!(found, expected, "{path}");
        };
        check("/", &[("x-a", "1"), ("cache-control", "no-cache")]);
        check("/assets/a.js", &[("x-a", "1"), ("cache-control", "immutable")]);
        check("/sw.js", &[("x-a", "1, 2"), ("cache-control", "no-cache")]);
    }

    #[test]
    fn nothing_above_the_folder_is_read() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert_eq!(read(&root, "/", "/../Cargo.toml").0, 404);
        assert_eq!(read(&root, "/", "/lib.rs").0, 200);
        assert_eq!(read(&root, "/app/", "/lib.rs").0, 404);
        assert_eq!(read(&root, "/app/", "/app/lib.rs").0, 200);
    }
}
