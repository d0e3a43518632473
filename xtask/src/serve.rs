//! `cargo xtask serve`: a small static server for `dist/`, on this machine only.
//!
//! It behaves as a strict static host does: the headers of `dist/_headers`,
//! `404.html` with status 404 for what is not there, and never the start page
//! in place of a missing file. It does not watch, rebuild or inject anything,
//! so what is seen is what would be published.

use std::collections::HashMap;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context as _, Result, anyhow, bail};
use tiny_http::{Header, Method, Request, Response, Server};
use walkdir::WalkDir;

use crate::{headers::Rules, size, workspace};

/// How many requests are answered at the same time.
const N_WORKERS: usize = 4;

/// What the command line chose.
#[derive(Debug, Default)]
pub(crate) struct Options {
    /// The port on 127.0.0.1; 0 lets the system choose a free one.
    pub(crate) port: u16,
    /// A folder name to serve below, to see that the app works in one.
    pub(crate) under: Option<String>,
    /// Whether to send files packed with brotli, as hosts do. On one machine
    /// it only costs time, so it is for measuring.
    pub(crate) packed: bool,
}

/// Serves `dist/` until the program is stopped.
pub(crate) fn run(options: &Options) -> Result<()> {
    let running = Running::start(options)?;
    println!("SatKarya is at {}  (Ctrl+C stops it)", running.address);
    for worker in running.workers {
        if worker.join().is_err() {
            bail!("the server stopped unexpectedly");
        }
    }
    Ok(())
}

/// A server at work; it ends with the program.
pub(crate) struct Running {
    /// Where the start page is.
    pub(crate) address: String,
    workers: Vec<thread::JoinHandle<()>>,
}

impl Running {
    /// Starts serving `dist/`.
    ///
    /// # Errors
    ///
    /// When there is no build, or the port is taken.
    pub(crate) fn start(options: &Options) -> Result<Self> {
        let mut site = Site::open(&workspace::dist(), options.under.as_deref())?;
        if options.packed {
            site.pack()?;
        }
        let site = Arc::new(site);
        let server = Server::http(("127.0.0.1", options.port))
            .map_err(|error| anyhow!("{error}"))
            .with_context(|| {
                format!("cannot listen on port {}; choose another with --port N", options.port)
            })?;
        let port = server.server_addr().to_ip().map_or(options.port, |address| address.port());
        let address = format!("http://127.0.0.1:{port}{}", site.base);
        let server = Arc::new(server);
        let workers = (0..N_WORKERS)
            .map(|_| {
                let (server, site) = (Arc::clone(&server), Arc::clone(&site));
                thread::spawn(move || {
                    while let Ok(request) = server.recv() {
                        site.answer(request);
                    }
                })
            })
            .collect();
        Ok(Self { address, workers })
    }
}

/// A folder and how to serve it.
struct Site {
    folder: PathBuf,
    /// `/` or `/name/`.
    base: String,
    rules: Rules,
    /// Files packed with brotli, where that makes them smaller.
    packed: HashMap<PathBuf, Vec<u8>>,
}

/// What one path answers with.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    File(PathBuf),
    /// A folder without its closing slash: relative addresses would break.
    Moved(String),
    Nothing,
}

impl Site {
    fn open(folder: &Path, under: Option<&str>) -> Result<Self> {
        if !folder.join("index.html").is_file() {
            bail!("{} holds no app yet; run `cargo xtask build`", folder.display());
        }
        let rules = match fs::read_to_string(folder.join("_headers")) {
            Ok(text) => Rules::parse(&text)?,
            Err(_) => Rules::default(),
        };
        let base = match under.map(|name| name.trim_matches('/')) {
            None | Some("") => "/".to_owned(),
            Some(name) => format!("/{name}/"),
        };
        Ok(Self { folder: folder.to_owned(), base, rules, packed: HashMap::new() })
    }

    /// Packs every file once, at the setting of hosts that pack beforehand.
    fn pack(&mut self) -> Result<()> {
        for entry in WalkDir::new(&self.folder) {
            let path = entry?.into_path();
            if path.is_file() {
                let bytes = fs::read(&path)?;
                let packed = size::brotli(&bytes)?;
                if packed.len() < bytes.len() {
                    self.packed.insert(path, packed);
                }
            }
        }
        Ok(())
    }

    fn answer(&self, request: Request) {
        let method = request.method().clone();
        if !matches!(method, Method::Get | Method::Head) {
            let allow = header("Allow", "GET, HEAD");
            send(request, Response::empty(405).with_header_opt(allow));
            return;
        }
        let path = request.url().split(['?', '#']).next().unwrap_or("/").to_owned();
        match self.find(&path) {
            Found::File(file) => self.send_file(request, 200, &file),
            Found::Moved(to) => {
                send(request, Response::empty(308).with_header_opt(header("Location", &to)));
            }
            Found::Nothing => self.send_file(request, 404, &self.folder.join("404.html")),
        }
    }

    /// Finds what belongs to a request path, which is still percent-encoded.
    fn find(&self, path: &str) -> Found {
        if format!("{path}/") == self.base {
            return Found::Moved(self.base.clone());
        }
        let Some(inside) = path.strip_prefix(&self.base) else { return Found::Nothing };
        let Some(name) = decode(inside) else { return Found::Nothing };
        let relative = Path::new(&name);
        // Only plain names: no way up, no absolute path, no drive letter; and
        // the host's own files are not part of the site.
        let plain = relative.components().all(|part| matches!(part, Component::Normal(_)));
        if !plain || matches!(name.as_str(), "_headers" | "_redirects") {
            return Found::Nothing;
        }
        let mut file = self.folder.join(relative);
        if file.is_dir() {
            if !name.is_empty() && !name.ends_with('/') {
                return Found::Moved(format!("{path}/"));
            }
            file.push("index.html");
        } else if name.ends_with('/') {
            return Found::Nothing;
        }
        if file.is_file() { Found::File(file) } else { Found::Nothing }
    }

    fn send_file(&self, request: Request, status: u16, file: &Path) {
        let takes_brotli = request.headers().iter().any(|header| {
            header.field.equiv("Accept-Encoding") && header.value.as_str().contains("br")
        });
        let packed = self.packed.get(file).filter(|_| takes_brotli);
        let body = match packed {
            Some(packed) => packed.clone(),
            None => fs::read(file).unwrap_or_else(|_| b"Not found\n".to_vec()),
        };
        // Headers are chosen by the file's own place, as a host does, so that
        // a folder and its index.html get the same.
        let place = file.strip_prefix(&self.folder).unwrap_or(file);
        let place = format!("/{}", place.to_string_lossy().replace('\\', "/"));
        let mut response = Response::from_data(body).with_status_code(status);
        let asked = place.strip_suffix("index.html").unwrap_or(&place);
        let mut headers = self.rules.for_path(asked);
        if asked != place {
            for (name, value) in self.rules.for_path(&place) {
                headers.retain(|(other, _)| !other.eq_ignore_ascii_case(&name));
                headers.push((name, value));
            }
        }
        if packed.is_some() {
            headers.push(("Content-Encoding".into(), "br".into()));
        }
        if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-type")) {
            headers.push(("Content-Type".into(), content_type(file).into()));
        }
        for (name, value) in headers {
            response = response.with_header_opt(header(&name, &value));
        }
        send(request, response);
    }
}

/// Sends an answer; a browser that went away meanwhile is not an error.
fn send<R: std::io::Read>(request: Request, response: Response<R>) {
    drop(request.respond(response));
}

trait WithHeader {
    fn with_header_opt(self, header: Option<Header>) -> Self;
}

impl<R: std::io::Read> WithHeader for Response<R> {
    fn with_header_opt(self, header: Option<Header>) -> Self {
        match header {
            Some(header) => self.with_header(header),
            None => self,
        }
    }
}

fn header(name: &str, value: &str) -> Option<Header> {
    Header::from_bytes(name, value).ok()
}

/// The type of a file by its ending; what is unknown is offered as bytes.
fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Undoes percent-encoding; `None` when it is malformed or not UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let pair = [rest.next()?, rest.next()?];
            let pair = std::str::from_utf8(&pair).ok()?;
            bytes.push(u8::from_str_radix(pair, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site in a folder of its own, removed at the end of the test.
    struct Folder(Site);

    impl Folder {
        fn new(name: &str, under: Option<&str>) -> Self {
            let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            fs::create_dir_all(folder.join("icons")).unwrap();
            for file in ["index.html", "404.html", "app.wasm", "_headers", "icons/a b.svg"] {
                fs::write(folder.join(file), "").unwrap();
            }
            Self(Site::open(&folder, under).unwrap())
        }

        fn check(&self, path: &str, expected: Option<&str>) {
            let expected =
                expected.map_or(Found::Nothing, |name| Found::File(self.0.folder.join(name)));
            assert_eq!(self.0.find(path), expected, "{path}");
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0.folder).unwrap();
        }
    }

    #[test]
    fn finds_files_and_nothing_else() {
        let site = Folder::new("root", None);
        site.check("/", Some("index.html"));
        site.check("/app.wasm", Some("app.wasm"));
        site.check("/icons/a%20b.svg", Some("icons/a b.svg"));
        assert_eq!(site.0.find("/icons"), Found::Moved("/icons/".into()));
        for path in [
            "/app-0.wasm",
            "/today",
            "/_headers",
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "//etc/passwd",
            "/icons/",
            "/app.wasm/",
            "/%00",
            "/%zz",
        ] {
            site.check(path, None);
        }
    }

    #[test]
    fn serves_below_a_folder() {
        let site = Folder::new("under", Some("/notes/"));
        assert_eq!(site.0.find("/notes"), Found::Moved("/notes/".into()));
        site.check("/notes/", Some("index.html"));
        site.check("/notes/app.wasm", Some("app.wasm"));
        site.check("/app.wasm", None);
    }

    #[test]
    fn decoding() {
        for (text, expected) in
            [("a%20b", Some("a b")), ("%C3%A9", Some("é")), ("%", None), ("%C3", None)]
        {
            assert_eq!(decode(text).as_deref(), expected, "{text}");
        }
    }
}
