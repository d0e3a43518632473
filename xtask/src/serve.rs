//! `cargo xtask serve`: a small static server for `dist/`, on this machine only.
//!
//! It behaves as a strict static host does: the headers of `dist/_headers`,
//! `404.html` with status 404 for what is not there, and never the start page
//! in place of a missing file. It does not watch, rebuild or inject anything,
//! so what is seen is what would be published.

use std::collections::HashMap;
use std::convert::Infallible;
use std::fs;
use std::net::TcpListener;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context as _, Result, anyhow, bail};
use bytes::Bytes;
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::header::{HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use walkdir::WalkDir;

use crate::{headers::Rules, size, workspace};

type Answer = Response<Full<Bytes>>;

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
    running.worker.join().map_err(|_| anyhow!("the server stopped unexpectedly"))?
}

/// A server at work; it ends with the program.
pub(crate) struct Running {
    /// Where the start page is.
    pub(crate) address: String,
    worker: thread::JoinHandle<Result<()>>,
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
        Self::of(site, options.port)
    }

    fn of(site: Site, port: u16) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port)).with_context(|| {
            format!("cannot listen on port {port}; choose another with --port N")
        })?;
        listener.set_nonblocking(true)?;
        let address = format!("http://{}{}", listener.local_addr()?, site.base);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
        let worker = thread::spawn(move || runtime.block_on(serve(Arc::new(site), listener)));
        Ok(Self { address, worker })
    }
}

/// Answers each connection for itself: a browser opens six at once and keeps them, and none of
/// them may wait for another to be closed.
async fn serve(site: Arc<Site>, listener: TcpListener) -> Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        // One that hangs up before it is heard is no fault of the server.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let site = Arc::clone(&site);
        tokio::spawn(async move {
            let service = service_fn(move |request: Request<Incoming>| {
                let answer = site.answer(&request);
                async move { Ok::<_, Infallible>(answer) }
            });
            let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
            // Nor is one that goes away in the middle.
            drop(connection.await);
        });
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

    fn answer<B>(&self, request: &Request<B>) -> Answer {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            return answer(
                StatusCode::METHOD_NOT_ALLOWED,
                vec![("Allow", "GET, HEAD")],
                Vec::new(),
            );
        }
        match self.find(request.uri().path()) {
            Found::File(file) => self.file(request, StatusCode::OK, &file),
            Found::Moved(to) => {
                answer(StatusCode::PERMANENT_REDIRECT, vec![("Location", &*to)], Vec::new())
            }
            Found::Nothing => {
                self.file(request, StatusCode::NOT_FOUND, &self.folder.join("404.html"))
            }
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

    fn file<B>(&self, request: &Request<B>, status: StatusCode, file: &Path) -> Answer {
        let accepts = request.headers().get("Accept-Encoding");
        let takes_brotli =
            accepts.is_some_and(|value| value.to_str().is_ok_and(|text| text.contains("br")));
        let packed = self.packed.get(file).filter(|_| takes_brotli);
        let body = match packed {
            Some(packed) => packed.clone(),
            None => fs::read(file).unwrap_or_else(|_| b"Not found\n".to_vec()),
        };
        // Headers are chosen by the file's own place, as a host does, so that
        // a folder and its index.html get the same.
        let place = file.strip_prefix(&self.folder).unwrap_or(file);
        let place = format!("/{}", place.to_string_lossy().replace('\\', "/"));
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
        answer(status, headers.iter().map(|(name, value)| (&**name, &**value)), body)
    }
}

/// An answer with these headers; one that cannot be a header is left out.
fn answer<'a>(
    status: StatusCode,
    headers: impl IntoIterator<Item = (&'a str, &'a str)>,
    body: Vec<u8>,
) -> Answer {
    let mut answer = Answer::new(Full::new(Bytes::from(body)));
    *answer.status_mut() = status;
    for (name, value) in headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            answer.headers_mut().append(name, value);
        }
    }
    answer
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

    /// A browser opens several connections at once and keeps each for the next question.
    #[test]
    fn connections_that_are_kept_hold_up_no_other() {
        use std::io::{BufRead as _, BufReader, Write as _};

        let folder = Folder::new("kept", None);
        let site = Site::open(&folder.0.folder, None).unwrap();
        let running = Running::of(site, 0).unwrap();
        let host = running.address.trim_start_matches("http://").trim_end_matches('/').to_owned();
        let mut kept = Vec::new();
        for n in 0..40 {
            let mut stream = std::net::TcpStream::connect(&host).unwrap();
            stream.set_read_timeout(Some(std::time::Duration::from_secs(20))).unwrap();
            write!(stream, "GET /app.wasm HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
            kept.push((n, stream));
        }
        for (n, stream) in &kept {
            let mut line = String::new();
            BufReader::new(stream).read_line(&mut line).unwrap();
            assert_eq!(line, "HTTP/1.1 200 OK\r\n", "connection {n}");
        }
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
