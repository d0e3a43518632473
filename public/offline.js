// Keeps the app for offline use, announces new versions, and holds back the
// browser's install question until the app asks for it. The events are listed
// at the top of boot.js. Nothing here waits for the app: a broken version can
// still be replaced by the next one.

const root = document.documentElement;
const workers = navigator.serviceWorker;
const build = document.querySelector('meta[name="sk-build"]')?.content;

function say(state, value, event) {
  if (root.dataset[state] === value) return;
  root.dataset[state] = value;
  window.dispatchEvent(new CustomEvent(event));
}

let registration = null;
let again = true; // the first failure is not told: it is tried once more
let asked = false; // this tab asked for the new version

const watched = new WeakSet();

function watch(worker) {
  if (!worker || watched.has(worker)) return;
  watched.add(worker);
  const look = () => {
    // Only beside another version that is at work: the very first one may have taken this page
    // before its own "installed" is heard, as in Safari's engine.
    const working = registration.active;
    if (worker.state === 'installed' && workers.controller && working && working !== worker) {
      say('update', 'ready', 'sk:update-ready');
    }
    if (worker.state === 'activated') say('offline', 'ready', 'sk:offline-ready');
    if (worker.state === 'redundant' && !registration.active) failed();
  };
  worker.addEventListener('statechange', look);
  look();
}

// A browser that was killed while it stored the files, or a moment without the host, may spoil one
// attempt and not the next.
function failed() {
  if (again) setTimeout(keep, 1000);
  else say('offline', 'failed', 'sk:offline-failed');
  again = false;
}

async function keep() {
  try {
    // An existing registration is checked by the browser itself on every
    // visit, so asking again would only add a request.
    registration = await workers.getRegistration();
    // One whose only worker failed may still be listed for a moment, with nothing in it.
    if (!(registration?.active || registration?.waiting || registration?.installing)) {
      registration = await workers.register('sw.js', { scope: './', updateViaCache: 'none' });
    }
  } catch {
    failed();
    return;
  }
  registration.addEventListener('updatefound', () => watch(registration.installing));
  [registration.active, registration.waiting, registration.installing].forEach(watch);
}

// Says that it tries, so that the same answer a second time is seen to be a new one.
function retry() {
  if (root.dataset.offline !== 'failed') return;
  say('offline', 'trying', 'sk:offline-trying');
  keep();
}

function update() {
  asked = true;
  if (registration?.waiting) registration.waiting.postMessage('sk:skip');
  else location.reload(); // another tab has switched already
}

// Unstamped pages (plain `trunk serve`) have no file list, so no worker.
if (workers && build && build !== 'dev' && root.dataset.boot !== 'left') {
  const first = !workers.controller;
  let switched = 0;
  workers.addEventListener('controllerchange', () => {
    switched += 1;
    if (first && switched === 1 && !asked) return; // the very first worker took this page
    if (asked) location.reload();
    else say('update', 'taken', 'sk:update-ready');
  });
  // After the app, so that storing the files never slows the first view.
  addEventListener('sk:ready', keep, { once: true });
  addEventListener('sk:failed', () => registration ?? keep(), { once: true });
  addEventListener('sk:update-now', update);
  addEventListener('sk:offline-retry', retry);
}

let question = null;
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  question = event;
  say('install', 'ready', 'sk:install-ready');
});
addEventListener('sk:install-now', () => {
  question?.prompt();
  question = null; // a prompt can be shown once; the browser hands out another
  delete root.dataset.install;
});
// Under another name there is another question: the old one would install the name before.
let name = root.dataset.plain;
addEventListener('sk:preferences', () => {
  if (name === root.dataset.plain) return;
  name = root.dataset.plain;
  question = null;
  delete root.dataset.install;
});
addEventListener('appinstalled', () => say('install', 'done', 'sk:installed'));
