// Opens what this file holds, with nothing but what the browser has built in, and shows it.
// Nothing is sent, stored or run: words become text nodes and never markup.
(() => {
  'use strict';
  const byId = (id) => document.getElementById(id);
  const [notes, gate, typed, said, main, places] =
    ['notes', 'gate', 'typed', 'said', 'main', 'places'].map(byId);
  const gateWord = (name) => byId('gate-words').content.querySelector(`[data-word=${name}]`).textContent;

  // --- Opening

  function bytesOf(text) {
    const letters = atob(text);
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = letters.charCodeAt(at);
    return bytes;
  }

  async function unseal(words) {
    const { rounds, salt, nonce } = notes.dataset;
    const { subtle } = crypto;
    const typedBytes = new TextEncoder().encode(words.normalize('NFKC'));
    const from = await subtle.importKey('raw', typedBytes, 'PBKDF2', false, ['deriveKey']);
    const way = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations: Number(rounds) };
    const kind = { name: 'AES-GCM', length: 256 };
    const key = await subtle.deriveKey(way, from, kind, false, ['decrypt']);
    return subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(nonce) }, key, bytesOf(notes.textContent));
  }

  let busy = false;
  gate.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    said.textContent = gateWord('opening');
    try {
      const bytes = await unseal(typed.value);
      typed.value = '';
      begin(bytes);
    } catch {
      said.textContent = gateWord('wrong');
      typed.focus();
      typed.select();
    }
    busy = false;
  });

  // --- What was opened

  let words, backup;
  const records = new Map();
  const kinds = new Map();

  const kindOf = (record) => Object.keys(record.body)[0];
  const bodyOf = (record) => record.body[kindOf(record)];
  const ofKind = (...names) => names.flatMap((name) => kinds.get(name) ?? []);
  const ui = (name) => words.ui[name] ?? name;
  const own = (list, name) => (list && Object.hasOwn(list, name) ? list[name] : undefined);

  function begin(bytes) {
    try {
      read(bytes);
    } catch {
      said.textContent = gateWord('broken');
      return;
    }
    said.textContent = '';
    gate.remove();
    places.hidden = false;
    addEventListener('hashchange', show);
    show();
  }

  function read(bytes) {
    const text = new TextDecoder().decode(bytes);
    const end = text.indexOf('\n');
    words = JSON.parse(text.slice(0, end));
    backup = `${text.slice(end + 1).trimEnd()}\n`;
    for (const record of JSON.parse(backup).records) {
      if (!record.body) continue;
      records.set(record.id, record);
      const name = record.removed ? 'removed' : kindOf(record);
      if (!kinds.has(name)) kinds.set(name, []);
      kinds.get(name).push(record);
    }
    for (const list of kinds.values()) list.sort(latestFirst);
  }

  // --- Days

  const timeOf = (record) => bodyOf(record).when?.time ?? '';
  function dayOf(record) {
    const { when, day } = bodyOf(record);
    const told = day ?? when?.day ?? (/^\d{4}/.test(when ?? '') ? when : undefined);
    if (told) return told;
    return new Date(parseInt(record.created, 16)).toISOString().slice(0, 10);
  }
  function latestFirst(a, b) {
    const [one, other] = [a, b].map((it) => `${dayOf(it)} ${timeOf(it)}`);
    if (one === other) return 0;
    return one < other ? 1 : -1;
  }
  function written(day, options) {
    const season = /^(\d{4})-([a-z]+)(-south)?$/.exec(day);
    if (season && own(words.seasons, season[2])) return words.season.replace('{season}', words.seasons[season[2]]).replace('{year}', season[1]);
    const parts = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(day);
    if (!parts) return day;
    const date = new Date(0);
    date.setUTCFullYear(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3] ?? 1));
    const form = options ?? (parts[3] ? { dateStyle: 'full' } : { month: 'long', year: 'numeric' });
    return new Intl.DateTimeFormat(words.lang, { ...form, timeZone: 'UTC' }).format(date);
  }

  // --- Making elements

  function el(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes ?? {})) made.setAttribute(key, value);
    made.append(...children.flat(9).filter((child) => child !== null && child !== undefined));
    return made;
  }
  const link = (to, text) => el('a', { href: `#${to}` }, text);
  const text = (value) => el('span', { class: 'text', dir: 'auto' }, value);
  function button(label, act, tone) {
    const made = el('button', { type: 'button', class: tone ?? '' }, label);
    made.addEventListener('click', act);
    return made;
  }

  // --- Saying what a record holds

  const MOST = {
    mood: 10, before: 10, after: 10, near: 10, support: 4, connected: 4, sleep_quality: 4,
    energy: 4, appetite: 4, strength: 5, expect_match: 4, gate: 4,
  };
  // What says where a record belongs and not what somebody wrote.
  const SILENT = new Set(['when', 'day', 'spot', 'covered', 'sheet', 'measure', 'at', 'later']);

  function feeling(id) {
    return own(words.feelings, id) ?? records.get(id)?.body.feeling?.word ?? id;
  }
  function nameOf(id) {
    const record = records.get(id);
    const body = bodyOf(record);
    if (body.name !== undefined) return record.removed ? body.name : link(`p/${id}`, body.name);
    return body.word ?? body.title ?? body.text ?? `${kindName(record)}, ${written(dayOf(record))}`;
  }
  const kindName = (record) => own(words.names, kindOf(record)) ?? kindOf(record).replaceAll('_', ' ');

  // How the members of a record are called; of a worksheet and a questionnaire as their guide does.
  function termsOf(record) {
    const body = bodyOf(record);
    const kind = kindOf(record);
    const guide = own(words.sheets, body.sheet) ?? own(words.measures, body.measure);
    const field = (path) => own(guide?.fields, path);
    return {
      title: guide?.title,
      notice: guide?.notice,
      label: (path, key) => field(path)?.[0] || own(words.names, `${kind}.${path}`) || own(words.names, key)
        || key.replaceAll('_', ' '),
      // Of how many: a field of the guide says it, and what else is counted is known here.
      top: (path, key) => (guide ? field(path)?.[2] : own(MOST, key)),
      choice: (path, key, value) => own(field(path)?.[1], value) ?? own(words.choices, `${key}.${value}`),
    };
  }

  function scalar(value, key, path, terms) {
    const chosen = terms.choice(path, key, value);
    if (typeof value === 'boolean') return ui(value ? 'yes' : 'no');
    if (typeof value === 'number') {
      if (chosen !== undefined) return `${value}, ${chosen}`;
      const top = terms.top(path, key);
      return top ? `${value} ${ui('of')} ${top}` : String(value);
    }
    if (chosen !== undefined) return chosen;
    if (key === 'feelings') return feeling(value);
    if (records.has(value)) return nameOf(value);
    return /^\d{4}-[\w-]+$/.test(value) && written(value) !== value ? written(value) : text(value);
  }
  function shown(value, key, path, terms) {
    if (Array.isArray(value)) return el('ul', {}, value.map((it) => el('li', {}, shown(it, key, path, terms))));
    if (typeof value !== 'object' || value === null) return scalar(value, key, path, terms);
    if (key === 'feelings' && value.id) {
      return [feeling(value.id), value.strength ? ` (${value.strength} ${ui('of')} 5)` : ''].join('');
    }
    return listed(Object.entries(value), terms, path);
  }
  function listed(members, terms, within) {
    return members.length === 0 ? null : el('dl', {}, members.flatMap(([key, value]) => {
      // Answers are called by the ids of the guide, and columns by the field that they are in.
      const path = within && within !== 'answers' ? `${within}.${key}` : key;
      const holdsMore = [value].flat().some((it) => typeof it === 'object');
      const where = holdsMore ? { class: 'wide' } : {};
      return [el('dt', where, terms.label(path, key)), el('dd', where, shown(value, key, path, terms))];
    }));
  }

  function versions(record, level) {
    const earlier = record.versions ?? [];
    return earlier.length === 0 ? null : el('details', {},
      el('summary', {}, `${ui('earlier')} (${earlier.length})`),
      earlier.map((version) => article({ id: '', created: record.created, body: version.body }, true, level + 1)));
  }

  function inside(record) {
    const body = bodyOf(record);
    const terms = termsOf(record);
    const isText = (value) => typeof value === 'string' && !/^\d{4}/.test(value);
    const members = Object.entries(body).filter(([key, value]) => !SILENT.has(key) || (key === 'when' && isText(value)));
    const notice = terms.notice ? el('p', { class: 'soft' }, terms.notice) : null;
    if (kindOf(record) !== 'entry') return [listed(members, terms, ''), notice];
    const { what, mood, quiet } = body;
    const rest = members.filter(([key]) => key !== 'what' && key !== 'mood' && key !== 'quiet');
    const word = own(words.moods, mood);
    return [
      mood === undefined ? null : el('p', {}, `${ui('mood')}: ${mood} ${ui('of')} 10, ${word}`),
      quiet ? el('p', {}, ui('quiet')) : null,
      what === undefined ? null : el('p', {}, text(what)),
      listed(rest, terms, ''),
    ];
  }

  function article(record, withDay, level = withDay ? 3 : 4) {
    const body = bodyOf(record);
    const isEntry = kindOf(record) === 'entry';
    const title = isEntry ? timeOf(record) : termsOf(record).title ?? kindName(record);
    const head = [withDay || !isEntry ? `${written(dayOf(record))}` : '', title].filter(Boolean);
    const content = [inside(record), versions(record, level)];
    const covered = () => el('details', { 'data-covered': '' }, el('summary', {}, ui('covered')), content);
    return el('article', isEntry ? { 'data-entry': '' } : {}, el(`h${level}`, {}, head.join(' · ')), body.covered ? covered() : content);
  }

  // --- The pages

  const monthOf = (record) => dayOf(record).slice(0, 7);
  function byDay(entries) {
    const days = [...new Set(entries.map(dayOf))];
    return days.map((day) => el('section', {}, el('h3', {}, written(day)),
      entries.filter((it) => dayOf(it) === day).map((it) => article(it, false))));
  }
  function month(chosen) {
    const entries = ofKind('entry');
    const months = [...new Set(entries.map(monthOf))];
    const now = months.includes(chosen) ? chosen : months[0];
    const at = months.indexOf(now);
    const select = el('select', {}, months.map((it) => el('option', { value: it }, written(it))));
    select.value = now ?? '';
    select.addEventListener('change', () => { location.hash = `m/${select.value}`; });
    const turn = (to, label) => (to === undefined ? null : link(`m/${to}`, `${label}: ${written(to)}`));
    return [ui('entries'), count(), el('div', { class: 'tools' }, el('label', {}, ui('month'), select)),
      byDay(entries.filter((it) => monthOf(it) === now)),
      el('p', { class: 'turn' }, turn(months[at + 1], ui('before')), turn(at > 0 ? months[at - 1] : undefined, ui('after')))];
  }
  function count() {
    const n = (list) => new Intl.NumberFormat(words.lang).format(list.length);
    const people = ofKind('person');
    return el('p', { class: 'soft' }, `${ui('entries')}: ${n(ofKind('entry'))} · ${ui('people')}: ${n(people)}`);
  }
  function people(id) {
    const person = records.get(id);
    if (!person?.body.person) {
      const all = ofKind('person').sort((a, b) => bodyOf(a).name.localeCompare(bodyOf(b).name));
      return [ui('people'), el('ul', { class: 'rows' }, all.map((it) => el('li', {}, link(`p/${it.id}`, bodyOf(it).name))))];
    }
    const isIn = (value) => value === id || (typeof value === 'object' && value !== null && Object.values(value).some(isIn));
    const others = [...kinds].filter(([kind]) => kind !== 'entry' && kind !== 'removed').flatMap(([, list]) => list);
    return [bodyOf(person).name, ...inside(person), versions(person, 2),
      byDay(ofKind('entry').filter((it) => isIn(it.body))),
      others.filter((it) => it.id !== id && isIn(it.body)).map((it) => article(it, true))];
  }
  const GROUPS = {
    sheets: ['sheet'], plan: ['course', 'session'], focus: ['focus', 'reflection', 'formulation', 'goal'],
    bin: ['removed'],
  };
  function groupKinds(name) {
    const elsewhere = ['entry', 'person', ...Object.values(GROUPS).flat()];
    return own(GROUPS, name) ?? [...kinds.keys()].filter((kind) => !elsewhere.includes(kind));
  }
  function group(name) {
    return [ui(name), groupKinds(name).flatMap((kind) => ofKind(kind).map((it) => article(it, true)))];
  }
  const fold = (value) => value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  let index;
  function wordsIn(value, key) {
    if (typeof value === 'object' && value !== null) {
      return Object.entries(value).map(([name, it]) => wordsIn(it, Array.isArray(value) ? key : name)).join(' ');
    }
    if (typeof value !== 'string') return '';
    const record = records.get(value);
    return record ? bodyOf(record).name ?? bodyOf(record).word ?? '' : feeling(value);
  }
  function search() {
    index ??= [...records.values()].filter((it) => !it.removed)
      .map((it) => [fold(wordsIn(it.body, '')), it]);
    const field = el('input', { type: 'search', autocomplete: 'off', spellcheck: 'false' });
    const found = el('div', {});
    const told = el('p', { role: 'status' });
    field.addEventListener('input', () => {
      const wanted = fold(field.value).split(/\s+/).filter(Boolean);
      const all = wanted.length === 0 ? [] : index.filter(([its]) => wanted.every((it) => its.includes(it)));
      told.textContent = wanted.length === 0 ? '' : `${ui('found')}: ${all.length}`;
      found.replaceChildren(...all.slice(0, 200).map(([, it]) => article(it, true)));
    });
    return [ui('search'), el('div', { class: 'tools' }, el('label', {}, ui('search'), field)), told, found];
  }
  function everything() {
    return [ui('everything'), count(), byDay([...ofKind('entry')].reverse()),
      ofKind('person').map((it) => article(it, true)),
      ['sheets', 'plan', 'focus', 'other'].flatMap((name) => group(name)[1])];
  }

  // --- Finding the way

  function show() {
    const [place, id] = location.hash.slice(1).split('/');
    const pages = { m: () => month(id), p: () => people(id), g: () => group(id), s: search, all: everything };
    const [title, ...content] = (own(pages, place) ?? pages.m)();
    const head = el('h2', { tabindex: '-1' }, title);
    const tools = el('div', { class: 'tools' }, button(ui('print'), () => print(), 'quiet'));
    main.replaceChildren(head, ...content.flat(9).filter(Boolean), tools);
    menu(place || 'm', id);
    scrollTo(0, 0);
    head.focus();
  }
  function menu(place, id) {
    const groups = ['sheets', 'plan', 'focus', 'other', 'bin'].filter((name) => ofKind(...groupKinds(name)).length > 0);
    const all = [['m', 'entries'], ['p', 'people'], ...groups.map((name) => [`g/${name}`, name]), ['s', 'search'], ['all', 'everything']];
    const here = place === 'g' ? `g/${id}` : place;
    places.replaceChildren(...all.map(([to, name]) => {
      const made = link(to, ui(name));
      if (to === here) made.setAttribute('aria-current', 'page');
      return made;
    }), button(ui('save'), save, 'quiet'), button(ui('close'), close, 'quiet'));
    places.setAttribute('aria-label', ui('places'));
  }
  function save() {
    const url = URL.createObjectURL(new Blob([backup], { type: 'application/json' }));
    const day = new Date();
    const two = (n) => String(n).padStart(2, '0');
    const name = `notes-${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}.json`;
    el('a', { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  }
  function close() {
    document.body.replaceChildren();
    history.replaceState(null, '', location.href.split('#')[0]);
    location.reload();
  }
  addEventListener('pageshow', (event) => event.persisted && close());

  if (notes.dataset.salt === undefined) begin(bytesOf(notes.textContent));
  else if (!globalThis.crypto?.subtle) said.textContent = gateWord('cannot');
  else {
    gate.hidden = false;
    typed.focus();
  }
})();
