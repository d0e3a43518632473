//! Doors that count who knocks: for each name a port of its own, over TCP and UDP, so that even a
//! bare connection or a single packet tells which way out of a page it took.

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Instant,
};

use anyhow::{Result, bail};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream, UdpSocket},
    task::JoinSet,
};

/// A page that navigates to this answer stays where it is.
const NOTHING: &[u8] =
    b"HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n";

/// Somebody at a door.
#[derive(Clone, Copy, Debug)]
pub struct Arrival {
    /// When the first came.
    pub at: Instant,
    /// Whether anybody said a word, or only opened a connection.
    pub spoke: bool,
}

/// Each name whose door somebody has come to.
pub type Arrivals = BTreeMap<String, Arrival>;

/// Listeners on free ports of this machine. Dropping it closes them.
#[derive(Debug)]
pub struct Counter {
    ports: BTreeMap<String, u16>,
    arrived: Arc<Mutex<Arrivals>>,
    _listeners: JoinSet<()>,
}

impl Counter {
    /// Listens for each of `names`.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start(names: &[&str]) -> Result<Self> {
        let arrived = Arc::<Mutex<Arrivals>>::default();
        let mut listeners = JoinSet::new();
        let mut ports = BTreeMap::new();
        for name in names {
            let (tcp, udp) = both().await?;
            ports.insert((*name).to_owned(), tcp.local_addr()?.port());
            let note = {
                let (seen, name) = (Arc::clone(&arrived), (*name).to_owned());
                move |spoke| {
                    let new = Arrival { at: Instant::now(), spoke };
                    lock(&seen).entry(name.clone()).or_insert(new).spoke |= spoke;
                }
            };
            let heard = note.clone();
            listeners.spawn(async move {
                while let Ok((stream, _)) = tcp.accept().await {
                    note(false);
                    tokio::spawn(answer(stream, note.clone()));
                }
            });
            listeners.spawn(async move {
                while udp.recv_from(&mut [0; 64]).await.is_ok() {
                    heard(true);
                }
            });
        }
        Ok(Self { ports, arrived, _listeners: listeners })
    }

    /// The port of each name, at 127.0.0.1.
    pub fn ports(&self) -> &BTreeMap<String, u16> {
        &self.ports
    }

    /// Who has come so far.
    pub fn arrived(&self) -> Arrivals {
        lock(&self.arrived).clone()
    }
}

/// The same free port for both protocols.
async fn both() -> Result<(TcpListener, UdpSocket)> {
    for _ in 0..100 {
        let tcp = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address: SocketAddr = tcp.local_addr()?;
        if let Ok(udp) = UdpSocket::bind(address).await {
            return Ok((tcp, udp));
        }
    }
    bail!("no port is free for both TCP and UDP")
}

/// Waits for some words and answers with none. The caller may hang up at any time.
async fn answer(mut stream: TcpStream, note: impl Fn(bool)) {
    let mut words = [0; 4096];
    if stream.read(&mut words).await.is_ok_and(|length| length > 0) {
        note(true);
        drop(stream.write_all(NOTHING).await);
    }
}

fn lock(arrived: &Mutex<Arrivals>) -> MutexGuard<'_, Arrivals> {
    arrived.lock().unwrap_or_else(PoisonError::into_inner)
}
