// Copies everything that is stored into a file, without the app and without
// WebAssembly, and puts such a file back into an empty browser. It knows the
// stored format (docs/storage-format.md) just well enough to read it, and never
// writes over anything.
//
// A stored value is `SK1|kind|mode|schema|generation|hash|payload`. In mode `p`
// the payload is raw deflate, fifteen bits to a UTF-16 unit from U+3400 on,
// closed by a single 1 and zeros.
(() => {
  'use strict';
  const PREFIX = 'sk1.';
  const byId = (id) => document.getElementById(id);
  const word = (name) => byId('words').content.querySelector(`[data-word="${name}"]`).textContent;
  const say = (name) => { byId('said').textContent = word(name); };

  // --- Leave, as in the app: blank first, then the neutral page; and that
  // page again for whoever comes Back here in this tab.
  const EXIT = new URL('notes.html', document.baseURI).href;
  function leave() {
    document.documentElement.replaceChildren();
    try {
      sessionStorage.setItem('sk1x', '1');
    } catch {
      // Blocked storage: then there was nothing to read here either.
    }
    location.replace(EXIT);
  }
  let left = false;
  try {
    left = Boolean(sessionStorage.getItem('sk1x')); // left, or hidden
  } catch {
    // As above.
  }
  addEventListener('pagehide', (event) => event.persisted && document.documentElement.replaceChildren());
  addEventListener('pageshow', (event) => event.persisted && location.reload());
  if (left) return leave();
  byId('leave').addEventListener('click', leave);

  // --- The name that the person wants to see, here and in the words below.
  let isPlain = false;
  try {
    isPlain = JSON.parse(localStorage.getItem(`${PREFIX}u`))?.plain === 'on';
  } catch {
    // Blocked or damaged: the app's own name.
  }
  for (const part of [document, byId('words').content]) {
    for (const name of part.querySelectorAll('[data-name]')) {
      if ((name.dataset.name === 'plain') === isPlain) name.hidden = false;
      else name.remove();
    }
  }

  // --- Reading what is stored

  function readPage() {
    const stored = {};
    for (let i = 0; i < localStorage.length; i += 1) {
      const key = localStorage.key(i);
      if (key.startsWith(PREFIX)) stored[key] = localStorage.getItem(key);
    }
    return stored;
  }

  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  // The safety copy: every store of the database, key by key. Null where it cannot be read.
  async function readLog() {
    const opening = indexedDB.open('sk1log');
    let isThere = true;
    // Asking for a database that is not there would make it: undo that.
    opening.onupgradeneeded = () => {
      isThere = false;
      opening.transaction.abort();
    };
    let db;
    try {
      db = await settled(opening);
    } catch {
      return isThere ? null : {};
    }
    const log = {};
    for (const name of db.objectStoreNames) {
      const store = db.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
      log[name] = Object.fromEntries(keys.map((key, i) => [key, values[i]]));
    }
    db.close();
    return log;
  }

  // --- Decoding

  function bytesOf(units) {
    const bytes = [];
    let held = 0;
    let count = 0;
    let last = 0;
    for (let i = 0; i < units.length; i += 1) {
      last = units.charCodeAt(i) - 0x3400;
      if (last < 0 || last > 0x7fff) throw new RangeError('alphabet');
      held = (held << 15) | last;
      count += 15;
      while (count >= 8) {
        count -= 8;
        bytes.push((held >> count) & 0xff);
      }
      held &= (1 << count) - 1;
    }
    // The closing bits may have filled one byte more.
    const closing = 32 - Math.clz32(last & -last);
    if (last && closing === count + 8) bytes.pop();
    return new Uint8Array(bytes);
  }

  async function inflate(bytes) {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return new Response(stream).text();
  }

  // Tells the state of one value and, where it can be read, its content.
  async function open(value) {
    if (typeof value !== 'string' || !value.startsWith('SK')) return { state: 'plain', content: value };
    const [, , mode, , generation, , payload] = value.split('|');
    if (mode === 'e') return { state: 'locked', generation: Number(generation) };
    try {
      const content = JSON.parse(await inflate(bytesOf(payload)));
      return { state: 'readable', generation: Number(generation), content };
    } catch {
      return { state: 'damaged', generation: Number(generation) };
    }
  }

  // --- Files

  function download(name, data) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 1)], { type: 'application/json' }));
    link.download = `notes-${name}-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  async function raw() {
    return { format: 'sk1-raw', made: new Date().toISOString(), stored: readPage(), log: await readLog() };
  }

  async function readable() {
    const { made, stored, log } = await raw();
    const result = { format: 'sk1-readable', made, stored: {}, log: log && {} };
    for (const [key, value] of Object.entries(stored)) result.stored[key] = await open(value);
    for (const [key, entry] of Object.entries(log?.log ?? {})) result.log[key] = await open(entry?.value);
    return result;
  }

  // A diary that was erased and is put back on purpose is not to be erased again at the next start.
  function forgetErasing() {
    return new Promise((resolve) => {
      const request = indexedDB.open('sk1log');
      request.onupgradeneeded = () => request.transaction.abort(); // there is none, and none is made
      request.onerror = () => resolve();
      request.onsuccess = () => {
        const database = request.result;
        const done = () => resolve(database.close());
        if (!database.objectStoreNames.contains('meta')) return done();
        const transaction = database.transaction('meta', 'readwrite', { durability: 'strict' });
        transaction.objectStore('meta').delete('erased');
        transaction.oncomplete = transaction.onabort = done;
      };
    });
  }

  // Makes the safety copy what it was when the file was made. It may hold more than the page's
  // storage has room for; where it is newer, the app takes it from there.
  async function putLogBack(log) {
    const opening = indexedDB.open('sk1log', 1);
    opening.onupgradeneeded = () => ['log', 'meta'].forEach((name) => opening.result.createObjectStore(name));
    const db = await settled(opening);
    const transaction = db.transaction(['log', 'meta'], 'readwrite', { durability: 'strict' });
    for (const name of ['log', 'meta']) {
      const store = transaction.objectStore(name);
      store.clear();
      for (const [key, value] of Object.entries(log[name] ?? {})) {
        if (key !== 'erased') store.put(value, key);
      }
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    db.close();
  }

  // Puts a raw file back, both stores as they were.
  async function putBack(file) {
    const present = await readLog();
    const isLogged = Object.keys(present?.log ?? {}).some((key) => key.startsWith(`${PREFIX}s.`));
    if (isLogged || Object.keys(readPage()).length > 0) return say('occupied');
    const { format, stored, log } = JSON.parse(await file.text());
    if (format !== 'sk1-raw') return say('foreign');
    const pairs = Object.entries(stored);
    if (!pairs.every(([key, value]) => key.startsWith(PREFIX) && typeof value === 'string')) return say('foreign');
    if (log?.log) await putLogBack(log);
    else await forgetErasing();
    try {
      pairs.forEach(([key, value]) => localStorage.setItem(key, value));
    } catch (error) {
      pairs.forEach(([key]) => localStorage.removeItem(key)); // all or nothing; it was empty before
      if (log?.log) await putLogBack({});
      throw error;
    }
    await list();
    return say('back');
  }

  // --- The page

  function row(cells) {
    const tr = document.createElement('tr');
    for (const text of cells) {
      const td = document.createElement('td');
      td.textContent = text;
      tr.append(td);
    }
    return tr;
  }

  async function list() {
    const { stored, log } = await raw();
    const rows = [];
    const add = async (key, place, value) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      rows.push(row([key, word(place), text.length.toLocaleString() + word('unit'), word((await open(value)).state)]));
    };
    for (const key of Object.keys(stored).sort()) await add(key, 'page', stored[key]);
    for (const entries of Object.values(log ?? {})) {
      for (const key of Object.keys(entries).sort()) await add(key, 'log', entries[key]?.value ?? entries[key]);
    }
    byId('list').replaceChildren(...rows);
    byId('total').textContent = rows.length ? word('some') + rows.length : word('none');
  }

  // Runs one act and tells how it ended; the buttons stay usable.
  const act = (work, done, wrong = 'failed') => async (event) => {
    try {
      await work(event);
      if (done) say(done);
    } catch {
      say(wrong);
    }
  };
  const save = (name, make) => act(async () => {
    const made = await make();
    download(name, made);
    say(made.log === null ? 'half' : 'done');
  });
  byId('raw').addEventListener('click', save('raw', raw));
  byId('readable').addEventListener('click', save('readable', readable));
  byId('file').addEventListener('change', act(async (event) => {
    const [file] = event.target.files;
    if (file) await putBack(file);
    event.target.value = '';
  }, null, 'refused'));
  list().catch(() => { byId('total').textContent = word('blocked'); });
})();
