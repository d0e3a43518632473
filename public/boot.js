// Starts the app, shows a way out when it stops, and closes the network.
// Plain JavaScript, so that it still works when WebAssembly does not.
//
// The contract between this page and the app. All are events on `window`;
// states are attributes on <html>, so that a late listener misses nothing.
//
//   app -> page
//     sk:ready         the first view stands: drop the start screen, close the network
//     sk:preferences   `sk1.u` was written: apply it (data-theme, data-text, ..., lang, dir)
//     sk:leave-now     leave at once. Any element with `data-sk-leave` does so when clicked,
//                      and one with `data-sk-hide` hides the page
//     sk:update-now    the person wants the new version: switch and reload (flush first)
//     sk:install-now   show the browser's install question (only inside a click)
//     sk:offline-retry try again to store the app for offline use
//     sk:raw           hand over what is stored as a file; `detail` names one key, or nothing for all
//     sk:panic         the app cannot go on (a wasm trap is noticed without it)
//   page -> app
//     sk:leave         the page is blank already: write drafts NOW (synchronously), forget the rest
//     sk:hide          the page is out of sight already: write drafts NOW, and lock where there is a lock
//     sk:shown         it is back. In between: <html data-hidden>
//     sk:update-ready  <html data-update="ready|taken">: a new version waits, or another tab took it
//     sk:offline-ready, sk:offline-failed, sk:offline-trying
//                      <html data-offline="ready|failed|trying">
//     sk:install-ready, sk:installed         <html data-install="ready|done">
//     sk:failed        the stop panel is shown (heard by offline.js)
//   What the settings ask for (sk:probe, sk:look, sk:erase, sk:count, sk:afresh) stands at the top of tools.js,
//   sk:work at the top of work.js.
//   <html data-boot="opening|ready|failed|left">; the build is <meta name="sk-build">.

const root = document.documentElement;
const tell = (name) => window.dispatchEvent(new CustomEvent(name));

// Added once the app runs. Policies only add up, so no script can take it back:
// from here on even our own host cannot be reached. Scripts and workers keep
// their rule, since a worker must be able to start again.
const RATCHET = "connect-src 'none'; img-src data: blob:; font-src 'none'; manifest-src 'none'";

function closeNetwork() {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = RATCHET;
  document.head.append(meta);
}

function ready() {
  if (root.dataset.boot !== 'opening') return;
  root.dataset.boot = 'ready';
  document.getElementById('boot')?.remove();
  closeNetwork();
}

// What the second store holds, as it lies there; nothing where it is not there or does not open.
function rawLog(only) {
  return new Promise((done) => {
    const opening = indexedDB.open('sk1log');
    opening.onupgradeneeded = () => opening.transaction.abort(); // none is made
    opening.onerror = () => done({});
    opening.onsuccess = () => {
      const db = opening.result;
      const all = {};
      const reading = db.transaction([...db.objectStoreNames]);
      for (const name of db.objectStoreNames) {
        all[name] = {};
        reading.objectStore(name).openCursor().onsuccess = ({ target: { result } }) => {
          if (!result) return;
          if (!only || result.key === only) all[name][result.key] = result.value;
          result.continue();
        };
      }
      reading.oncomplete = reading.onabort = () => done(all, db.close());
    };
  });
}

// Everything under our prefix, or one key of it, exactly as stored. JSON keeps every UTF-16
// unit, which the app's own strings could not.
async function rawData(only) {
  const stored = {};
  for (let i = 0; i < localStorage.length; i += 1) {
    const key = localStorage.key(i);
    if (key.startsWith('sk1.') && (!only || key === only)) stored[key] = localStorage.getItem(key);
  }
  // A browser may let the second store stand for ever: then the file goes without it.
  const late = new Promise((done) => { setTimeout(done, 3_000, {}); });
  const log = await Promise.race([rawLog(only), late]).catch(() => ({}));
  return JSON.stringify({ format: 'sk1-raw', made: new Date().toISOString(), stored, log }, null, 1);
}

const rawName = () => `notes-raw-${new Date().toISOString().slice(0, 10)}.json`;

function download(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name; // says nothing about what is inside
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// The panel over the page. `why` picks the sentences: panic, load or nowasm.
function fail(why) {
  if (root.dataset.boot === 'failed' || root.dataset.boot === 'left') return;
  if ('hidden' in root.dataset) { // told when the page is back
    addEventListener('sk:shown', () => fail(why), { once: true });
    return;
  }
  root.dataset.boot = 'failed';
  document.querySelectorAll('.boot-open, .boot-rings').forEach((part) => part.remove());
  const panel = document.getElementById('sk-crash').content.cloneNode(true).firstElementChild;
  panel.querySelectorAll('[data-when]').forEach((part) => { part.hidden = part.dataset.when !== why; });
  const act = {
    reload,
    hide: () => panel.remove(),
    download: async () => {
      try {
        download(rawName(), await rawData());
      } catch {
        location.assign('rescue.html'); // storage is blocked here: that page says so in words
      }
    },
  };
  panel.addEventListener('click', (event) => act[event.target.dataset?.do]?.());
  document.body.append(panel);
  panel.focus();
  tell('sk:failed');
}

// A version that waits may hold the cure: take it along.
function reload() {
  if (root.dataset.update === 'ready') tell('sk:update-now');
  else location.reload();
}

// Resolves once something was painted; at once in a tab behind others, which paints nothing.
const firstPaint = () => new Promise((done) => {
  const seen = globalThis.PerformanceObserver?.supportedEntryTypes?.includes('paint');
  if (!seen || document.visibilityState === 'hidden') return done();
  new PerformanceObserver(() => done()).observe({ type: 'paint', buffered: true });
  setTimeout(done, 500);
});

async function start() {
  if (typeof WebAssembly !== 'object') return fail('nowasm');
  const app = document.querySelector('meta[name="sk-app"]');
  const slow = setTimeout(() => {
    const note = document.getElementById('boot-slow');
    if (note) note.hidden = false;
  }, 15_000);
  try {
    await firstPaint(); // on a slow network the first words come before the module
    const glue = await import(new URL(app.dataset.js, document.baseURI).href);
    // Resolves after the app's `main` has run.
    await glue.default({ module_or_path: new URL(app.dataset.wasm, document.baseURI).href });
  } catch (error) {
    console.error(error); // a loader's or trap's own words; the app keeps entry text out of its panics
    fail(error instanceof WebAssembly.RuntimeError ? 'panic' : 'load');
  } finally {
    clearTimeout(slow);
  }
}

// Not after Leave, and not in a frame (where early.js has stopped the page).
if (root.dataset.boot === 'opening') {
  // A trap ends the app for good, wherever it happens: nothing in it may run on.
  const trapped = (error) => error instanceof WebAssembly.RuntimeError && fail('panic');
  addEventListener('error', (event) => trapped(event.error));
  addEventListener('unhandledrejection', (event) => trapped(event.reason));
  addEventListener('sk:panic', () => fail('panic'));
  addEventListener('sk:ready', ready);
  addEventListener('sk:raw', async (event) => download(rawName(), await rawData(event.detail)));
  // Support while the app is still on its way: the words that need no app.
  document.querySelector('[data-boot-help]')?.addEventListener('click', () => {
    document.getElementById('boot-help').hidden = false;
  });
  start();
}
