// Answers for the app's own files, offline and online, and for nothing else.
// The list of files with their SHA-256 comes from `cargo xtask build`, which
// replaces the next line. Keep this file tiny: every browser that ever opened
// the app runs it.
const STAMP = null;

// One cache for each build. The scope is part of the name because two copies
// of the app in two folders of one host share their caches.
const OURS = `sk1:${new URL(registration.scope).pathname}:`;
const CACHE = STAMP && OURS + STAMP.build;

const TYPES = {
  css: ['text/css'],
  html: ['text/html'],
  js: ['text/javascript', 'application/javascript', 'application/x-javascript'],
  json: ['application/json'],
  png: ['image/png'],
  svg: ['image/svg+xml'],
  wasm: ['application/wasm'],
  // Many hosts do not know this one; its hash is checked like every other.
  webmanifest: ['application/manifest+json', 'application/json', 'text/plain', 'application/octet-stream', ''],
};

const typesOf = (path) => TYPES[path.split('.').pop()] ?? [];
const addressOf = (path) => new URL(path, registration.scope).href;
const hex = (buffer) => Array.from(new Uint8Array(buffer), (b) => b.toString(16).padStart(2, '0')).join('');

// One file from the host: right status, right type, right bytes, or an error.
async function checked(path, cache = 'default') {
  const response = await fetch(addressOf(path), { cache, credentials: 'same-origin' });
  const type = (response.headers.get('content-type') ?? '').split(';')[0].trim().toLowerCase();
  const bytes = response.status === 200 && typesOf(path).includes(type) && (await response.arrayBuffer());
  if (bytes && hex(await crypto.subtle.digest('SHA-256', bytes)) === STAMP.files[path]) return dress(path, bytes);
  // The browser's own cache may hold an older or foreign answer: ask the host once.
  if (cache === 'default') return checked(path, 'reload');
  throw new TypeError(`${path} is not the file of this build`);
}

// Pages get the whole header set, also from hosts that cannot send headers.
function dress(path, bytes) {
  const headers = new Headers({ 'Content-Type': typesOf(path)[0], 'X-Content-Type-Options': 'nosniff' });
  if (path.endsWith('.html')) {
    for (const [name, value] of Object.entries(STAMP.headers)) headers.set(name, value);
    headers.set('Content-Type', 'text/html; charset=utf-8');
  }
  // The worker for keys and backups has a policy of its own, and a narrower one.
  if (path === STAMP.work.file) headers.set('Content-Security-Policy', STAMP.work.policy);
  return new Response(bytes, { headers });
}

// All files or none: a mixed version can never start.
async function install() {
  if (!STAMP) throw new Error('not stamped');
  const known = await caches.has(CACHE);
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(Object.keys(STAMP.files).map(async (path) => cache.put(addressOf(path), await checked(path))));
  } catch (error) {
    if (!known) await caches.delete(CACHE);
    throw error;
  }
  // Waiting is for the sake of a version that works. Where the browser has
  // dropped the files of the running one, there is none.
  if (registration.active && !(await anyWhole())) await skipWaiting();
}

// Whether another version than this one still has its start page.
async function anyWhole() {
  for (const name of await ours()) {
    if (await (await caches.open(name)).match(addressOf('index.html'))) return true;
  }
  return false;
}

const ours = async () => (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);

async function activate() {
  const older = await ours();
  await Promise.all(older.map((name) => caches.delete(name)));
  // Only the very first version takes over a page that runs without it.
  if (older.length === 0) await clients.claim();
}

async function answer(request) {
  const url = new URL(request.url);
  if (url.origin !== location.origin) return Response.error();
  const base = new URL(registration.scope).pathname;
  const inside = request.method === 'GET' && url.pathname.startsWith(base);
  const path = inside ? url.pathname.slice(base.length) || 'index.html' : '';
  const cache = await caches.open(CACHE);
  const known = Object.hasOwn(STAMP.files, path);
  const kept = known && (await cache.match(addressOf(path)));
  if (kept) return kept;
  if (known || !(await cache.match(addressOf('index.html')))) return repair(request, path, cache);
  const page = request.mode === 'navigate' && (await cache.match(addressOf('404.html')));
  return page
    ? new Response(page.body, { status: 404, headers: page.headers })
    : new Response(null, { status: 404 });
}

// The browser dropped files of ours. Fetch the very same again; where the host
// has moved on, let the request through and the next version come in.
async function repair(request, path, cache) {
  try {
    if (!Object.hasOwn(STAMP.files, path)) throw new TypeError('not of this build');
    const response = await checked(path);
    await cache.put(addressOf(path), response.clone());
    return response;
  } catch {
    if (request.mode === 'navigate') registration.update().catch(() => {}); // offline: next time
    return fetch(request);
  }
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));
addEventListener('fetch', (event) => event.respondWith(answer(event.request)));
// A new version waits until a person takes it.
addEventListener('message', (event) => event.data === 'sk:skip' && skipWaiting());
