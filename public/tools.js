// What the settings ask of the page: to try whether anything can leave, to look
// at what the browser holds for this app, and to remove it. The app itself has
// no way to the network, so even the attempt must stand outside of it, here,
// where it can be read. No word of the diary passes through this file.
//
//   app -> page    sk:probe     page -> app    sk:probed
//                  sk:look                     sk:looked
//                  sk:erase                    sk:erased
//                  sk:count                    sk:counted
//                  sk:afresh    open the app anew after everything was erased
// Each answer is a JSON text in `detail`; what could not be found out is null.

const answer = (event, value) =>
  window.dispatchEvent(new CustomEvent(event, { detail: JSON.stringify(value) }));
const orNull = (promise) => promise.catch(() => null);

// When the app stood. What was asked for later is told apart.
let opened = Infinity;
addEventListener('sk:ready', () => { opened = performance.now(); }, { once: true });

// --- Try to send something. The names end in `.invalid`, which exists nowhere;
// each way has its own, so that the browser's reports can be told apart.
const WAYS = {
  fetch: (host) => fetch(`https://${host}/`, { mode: 'no-cors' }),
  image: (host) => new Promise((loaded, refused) => {
    const image = new Image();
    image.onload = loaded;
    image.onerror = refused;
    image.src = `https://${host}/x.png`;
  }),
  beacon: async (host) => navigator.sendBeacon(`https://${host}/`, 'x'),
  socket: (host) => new Promise((open, refused) => {
    const socket = new WebSocket(`wss://${host}/`);
    socket.onopen = open;
    socket.onerror = refused;
  }),
};
const PATIENCE_MS = 3000;

function attempt(way) {
  const host = `${way}.example.invalid`;
  return new Promise((done) => {
    const heard = (event) => event.blockedURI.includes(host) && finish(true);
    const timer = setTimeout(() => finish(false), PATIENCE_MS);
    function finish(blocked) {
      clearTimeout(timer);
      removeEventListener('securitypolicyviolation', heard);
      done({ way, blocked });
    }
    addEventListener('securitypolicyviolation', heard);
    // What counts is the report of the browser, not how the attempt ends.
    Promise.resolve().then(() => WAYS[way](host)).catch(() => {});
  });
}

addEventListener('sk:probe', async () => {
  answer('sk:probed', await Promise.all(Object.keys(WAYS).map(attempt)));
});

// --- Look at what the browser holds.
function requests() {
  // Storing the app for offline use, and the browser's own look for a new version. WebKit lists it.
  const worker = new URL('sw.js', document.baseURI).href;
  const kinds = ['navigation', 'resource'];
  return kinds.flatMap((kind) => performance.getEntriesByType(kind))
    .filter((entry) => /^(https?|wss?):/.test(entry.name))
    .map((entry) => ({ url: entry.name, late: entry.startTime > opened && entry.name !== worker }));
}

async function files() {
  let count = 0;
  let bytes = 0;
  for (const name of (await caches.keys()).filter((name) => name.startsWith('sk1:'))) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      count += 1;
      bytes += (await (await cache.match(request)).arrayBuffer()).byteLength;
    }
  }
  return { count, bytes };
}

const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function log() {
  const request = indexedDB.open('sk1log');
  request.onupgradeneeded = () => request.transaction.abort(); // there is none: make none
  const database = await done(request);
  try {
    const store = database.transaction('log').objectStore('log');
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    const units = values.reduce((sum, item) => sum + (item.value?.length ?? 0), 0);
    return { count: keys.length, bytes: units * 2 };
  } finally {
    database.close();
  }
}

addEventListener('sk:look', async () => {
  answer('sk:looked', {
    requests: requests(),
    files: await orNull(files()),
    log: await orNull(log()),
    cookies: document.cookie ? document.cookie.split(';').length : 0,
  });
});

// --- Remove everything but localStorage, which the app has emptied before.
// True: it is gone. False: the browser would not. Null: it was left on purpose.
function database() {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase('sk1log');
    request.onsuccess = () => resolve(true);
    request.onerror = () => resolve(false);
    // Another tab holds it open. It may let go yet, but nobody waits for it.
    request.onblocked = () => setTimeout(() => resolve(false), PATIENCE_MS);
  });
}

async function ownFiles() {
  // Without a connection the app could not be opened again; they hold nothing of anybody.
  if (!navigator.onLine) return null;
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.unregister();
  const base = `sk1:${new URL('./', document.baseURI).pathname}:`;
  const names = (await caches.keys()).filter((name) => name.startsWith(base));
  const removed = await Promise.all(names.map((name) => caches.delete(name)));
  return removed.every(Boolean);
}

// A browser that is killed forgets what it has not written to the disk yet, the
// erasing too. The log's last note, two numbers, makes the next start erase
// again. So it goes only when the disk has had time, which the browsers ask for
// seconds of: when the page is left after that, or after ten minutes. Whoever
// leaves sooner leaves the two numbers behind.
const DISK_MS = 10 * 1000;
const NOTE_MS = 10 * 60 * 1000;

function removeNote() {
  // Where another tab has begun a new diary, the log is no longer ours to remove.
  const begun = Object.keys(localStorage).some((key) => key.startsWith('sk1.'));
  if (!begun) indexedDB.deleteDatabase('sk1log');
}

let erasedAt = Infinity;

function leaving() {
  if (performance.now() - erasedAt >= DISK_MS) removeNote();
}

addEventListener('sk:afresh', () => {
  removeEventListener('pagehide', leaving); // the next page still needs it
  location.reload();
});

function later() {
  erasedAt = performance.now();
  addEventListener('pagehide', leaving);
  setTimeout(removeNote, NOTE_MS);
  return null;
}

function marks() {
  Object.keys(sessionStorage).filter((key) => key.startsWith('sk1'))
    .forEach((key) => sessionStorage.removeItem(key));
  return true;
}

// Which folder the copies went to. What lies in it is the person's.
const folder = () => indexedDB.deleteDatabase('sk1dir');

addEventListener('sk:erase', async ({ detail }) => {
  const tried = async (act) => {
    try {
      return await act();
    } catch {
      return false;
    }
  };
  await tried(folder);
  answer('sk:erased', {
    log: await tried(detail === 'noted' ? later : database), files: await tried(ownFiles), marks: await tried(marks),
  });
});

// --- Count what is left of the app's own, for the page that says that everything was erased.
const own = (names) => names.filter((name) => name?.startsWith('sk1')).length;
const databases = async () => own((await indexedDB.databases()).map(({ name }) => name));
const keptFiles = async () => own(await caches.keys());

async function workers() {
  const here = new URL('./', document.baseURI).href;
  return (await navigator.serviceWorker.getRegistrations()).filter(({ scope }) => scope === here).length;
}

addEventListener('sk:count', async () => {
  answer('sk:counted', {
    keys: own([...Object.keys(localStorage), ...Object.keys(sessionStorage)]),
    databases: await orNull(databases()),
    caches: await orNull(keptFiles()),
    workers: await orNull(workers()),
  });
});
