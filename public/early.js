// Runs before the first paint, as a blocking classic script. Its jobs: keep
// the page blank inside a frame, guard HTML sinks, apply the looks a person
// chose, and make Leave and Hide work from the first paint on, app or no app.
// It reads no diary data and must stay small: it delays the first paint.
// The events named here are listed at the top of boot.js.
(() => {
  'use strict';
  const root = document.documentElement;

  // --- Framed: show nothing. The header `frame-ancestors` does the same, but a
  // host without headers cannot send it and a <meta> policy ignores it.
  if (window.top !== window.self) {
    root.hidden = true;
    window.stop(); // the parser ends here, so no later script runs
    return;
  }

  // --- Trusted Types. Leptos builds its static templates through innerHTML;
  // those strings pass. Anything that could run code or load a file does not.
  const UNSAFE = /<\s*(script|iframe|frame|object|embed|link|meta|base|form)|[\s/"']on\w+\s*=|javascript:|srcdoc/i;
  // The two workers: the one that keeps the files, and work.js under its name in this build.
  const HERE = new URL('./', document.baseURI).href;
  const isWorker = (url) => url.startsWith(HERE) && /^(sw|work(-[0-9a-f]{16})?)\.js$/.test(url.slice(HERE.length));
  window.trustedTypes?.createPolicy('default', {
    createHTML: (html) => (UNSAFE.test(html) ? null : html),
    createScriptURL: (url) => (isWorker(new URL(url, document.baseURI).href) ? url : null),
    createScript: () => null,
  });

  // --- Preferences: each plain pair of `sk1.u` becomes data-<name> on <html>
  // (theme: dark -> data-theme="dark"); `lang` and `dir` become themselves.
  const OURS = ['boot', 'update', 'offline', 'install', 'hidden', 'first']; // states of the page, see boot.js
  let applied = [];
  function applyPreferences() {
    let prefs = null;
    try {
      prefs = JSON.parse(localStorage.getItem('sk1.u'));
    } catch {
      // Blocked or damaged: the defaults of the style sheet hold.
    }
    applied.forEach((name) => root.removeAttribute(name));
    applied = [];
    for (const [key, value] of Object.entries(prefs ?? {})) {
      if (!/^[a-z]{1,16}$/.test(key) || !/^[\w.-]{1,24}$/.test(value) || OURS.includes(key)) continue;
      const name = key === 'lang' || key === 'dir' ? key : `data-${key}`;
      root.setAttribute(name, value);
      applied.push(name);
    }
    if (!root.lang) root.lang = 'en';
    const theme = root.dataset.theme;
    const forced = theme === 'light' || theme === 'dark';
    document.querySelector('meta[name="color-scheme"]').content = forced ? theme : 'light dark';
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      const scheme = meta.dataset.scheme;
      meta.media = !forced ? `(prefers-color-scheme: ${scheme})` : scheme === theme ? 'all' : 'not all';
    }
    dress();
  }
  // The discreet mode: the name, the icons and the manifest that the page gives beside its own.
  // Not while the page is left or hidden, which has a name and an icon of its own.
  function dress() {
    if (root.dataset.boot === 'left' || 'hidden' in root.dataset) return;
    for (const part of document.querySelectorAll('head [data-plain]')) {
      const what = part.localName === 'title' ? 'textContent' : 'href';
      part.dataset.usual ??= what === 'href' ? part.getAttribute(what) : part[what];
      const now = root.dataset.plain === 'on' ? part.dataset.plain : part.dataset.usual;
      if (what !== 'href') part[what] = now;
      else if (part.getAttribute(what) !== now) part.setAttribute(what, now);
    }
  }
  applyPreferences();
  addEventListener('sk:preferences', applyPreferences);
  addEventListener('sk:shown', dress);
  addEventListener('storage', (event) => event.key === 'sk1.u' && applyPreferences());

  // --- A first visit is told what it waits for: the network is slowest then.
  try {
    root.toggleAttribute('data-first', !Object.keys(localStorage).some((key) => key.startsWith('sk1.')));
  } catch {
    // Blocked: the page says so once it runs.
  }

  // --- Leave. The order matters: the text goes first, everything else after.
  const MARK = 'sk1x'; // of this tab: '1' left, '2' hidden
  const EXIT = new URL('notes.html', document.baseURI).href;

  function mark() {
    try {
      return sessionStorage.getItem(MARK);
    } catch {
      return null;
    }
  }

  // Where storage is blocked, Back and reloading open the app afresh, still without this page's text.
  function setMark(value) {
    try {
      if (value) sessionStorage.setItem(MARK, value);
      else sessionStorage.removeItem(MARK);
    } catch {
      // As above.
    }
  }

  const spareNotes = () =>
    (kept?.body ?? document).querySelector('#sk-left')?.content.cloneNode(true);

  let leaving = false;
  function leave() {
    if (leaving) return;
    leaving = true;
    const spare = spareNotes();
    root.replaceChildren(); // 1. nothing to read, within this task, and nothing to hear
    window.speechSynthesis?.cancel();
    kept = null;
    root.removeAttribute('class');
    // 2. and 3. The app writes its drafts and forgets what it holds. A listener
    // that throws is reported, not raised, so leaving goes on.
    window.dispatchEvent(new CustomEvent('sk:leave'));
    disguise(); // 4.
    setMark('1'); // 5.
    // 6. Without a connection and without the worker the exit page cannot load.
    if (navigator.onLine || navigator.serviceWorker?.controller) location.replace(EXIT);
    else showNotes(spare);
  }

  // A neutral tab: no name, no icon, nothing to install.
  function disguise() {
    root.dataset.boot = 'left';
    if (!document.head) root.prepend(document.createElement('head'));
    document.title = 'Notes';
    document.querySelectorAll('link[rel~="icon"], link[rel="apple-touch-icon"], link[rel="manifest"]')
      .forEach((link) => link.remove());
  }

  // What somebody sees who goes Back, or reloads, after Leave in this tab, or who reloads while hidden.
  function showNotes(content) {
    const body = document.createElement('body');
    if (content) body.append(content);
    document.body?.remove();
    root.append(body);
    body.querySelector('[data-do="reopen"]')?.addEventListener('click', () => {
      if (mark() === '1') history.replaceState(null, '', HERE);
      setMark(null);
      location.reload();
    });
  }

  // --- Hide: the same plain page, without going away. The page is taken out whole and kept as it
  // is, so that "Open" brings back every field with what is in it, the place, the focus and an
  // open dialog, also where nothing can be stored. The app runs on in it, unseen: starting it
  // anew would take seconds and lose what is no draft yet. So this is no lock. Where there is
  // one, the app locks itself at `sk:hide`, and what "Open" brings back is the locked page.
  let kept = null;
  // Where the focus was before it went into a dialog. A dialog that is shown anew would otherwise
  // give it back to nothing when it closes.
  let outside = null;
  addEventListener('focusin', (event) => {
    if (!kept && !event.target.closest?.('dialog')) outside = event.target;
  }, true);

  function hide() {
    if (kept || leaving || !document.body) return;
    const old = document.body;
    const plain = document.createElement('body');
    kept = {
      body: old,
      plain,
      at: [scrollX, scrollY],
      scrolled: [...old.querySelectorAll('dialog[open] *, textarea, pre, .table-scroll, .life, .year__scroll, .tabs__list')].filter((it) => it.scrollTop || it.scrollLeft)
        .map((it) => [it, it.scrollLeft, it.scrollTop]),
      focus: document.activeElement,
      dialogs: [...document.querySelectorAll('dialog:modal')],
      title: document.title,
      icons: [...document.querySelectorAll('link[rel~="icon"]')].map((link) => [link, link.href]),
      watch: new MutationObserver(keepMore),
    };
    old.replaceWith(plain); // 1. nothing to read, within this task, and nothing to hear
    window.speechSynthesis?.cancel();
    root.dataset.hidden = '';
    document.title = 'Notes';
    kept.icons.forEach(([link]) => { link.href = 'data:,'; });
    fillPlain();
    // What the app or boot.js puts on the page meanwhile belongs to the page that is kept.
    kept.watch.observe(plain, { childList: true });
    setMark('2');
    window.dispatchEvent(new CustomEvent('sk:hide')); // drafts; the lock
  }

  function fillPlain() {
    const content = spareNotes();
    if (!content) { // the page is not read that far
      document.addEventListener('DOMContentLoaded', () => kept && fillPlain(), { once: true });
      return;
    }
    const main = content.firstElementChild;
    main.querySelector('[data-do="reopen"]').addEventListener('click', show);
    kept.plain.append(main);
    kept.own = main;
    // Not on the button: whoever still types must not open the page again.
    const head = main.querySelector('h1');
    head.tabIndex = -1;
    head.focus();
  }

  function keepMore() {
    for (const node of [...kept?.plain.childNodes ?? []]) if (node !== kept.own) kept.body.append(node);
  }

  function show() {
    keepMore();
    const { body, plain, at, scrolled, focus, dialogs, title, icons, watch } = kept;
    watch.disconnect();
    kept = null;
    setMark(null);
    if (root.dataset.boot === 'ready') body.querySelector('#boot')?.remove();
    delete root.dataset.hidden;
    plain.replaceWith(body);
    document.title = title;
    icons.forEach(([link, address]) => { link.href = address; });
    if (dialogs.length > 0) outside?.focus?.({ preventScroll: true });
    for (const dialog of dialogs.filter((it) => it.isConnected && it.open)) {
      dialog.open = false; // out of the page it has lost its place above it
      dialog.showModal();
    }
    scrollTo({ left: at[0], top: at[1], behavior: 'instant' });
    for (const [part, left, top] of scrolled) part.scrollTo({ left, top, behavior: 'instant' });
    if (focus?.isConnected) focus.focus({ preventScroll: true });
    window.dispatchEvent(new CustomEvent('sk:shown'));
  }

  if (mark()) {
    leaving = true; // the keys below have nothing left to do
    disguise(); // the style sheet hides the start screen in this state
    document.addEventListener('DOMContentLoaded', () => showNotes(spareNotes()));
  }

  addEventListener('sk:leave-now', leave);
  // Capture phase on window: nothing on the page can swallow these.
  addEventListener('click', (event) => {
    const on = (what) => event.target instanceof Element && event.target.closest(what);
    if (on('[data-sk-leave]')) {
      event.preventDefault();
      leave();
    } else if (on('[data-sk-hide]')) {
      event.preventDefault();
      hide();
    }
  }, true);

  // Alt and H, also while typing: no text is written with it. Where Alt makes another sign of
  // the key, as on a Mac, the place of the key counts.
  function isHideKey(event) {
    if (!event.altKey || event.ctrlKey || event.metaKey) return false;
    if (event.getModifierState('AltGraph')) return false;
    return /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() === 'h' : event.code === 'KeyH';
  }

  // Shift or Esc, pressed alone three times within two seconds. Any other key
  // or a tap in between starts anew, so that typing capitals never leaves.
  let presses = [];
  let pressed = '';
  addEventListener('keydown', (event) => {
    if (isHideKey(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      hide();
      return;
    }
    if (kept) event.stopImmediatePropagation(); // the app's own keys wait
    if (event.repeat) return;
    if (event.key !== 'Shift' && event.key !== 'Escape') {
      presses = [];
      return;
    }
    if (event.key !== pressed) presses = [];
    pressed = event.key;
    presses = [...presses.filter((at) => event.timeStamp - at < 2000), event.timeStamp];
    if (presses.length === 3) leave();
  }, true);
  addEventListener('pointerdown', () => { presses = []; }, true);

  // --- Back/forward cache: browsers may keep a whole page, text included, and
  // bring it back later. Go in empty, and start anew when coming out.
  addEventListener('pagehide', (event) => {
    if (!event.persisted) return;
    root.replaceChildren();
    kept = null;
  });
  addEventListener('pageshow', (event) => event.persisted && location.reload());
})();
