// Runs before the first paint, as a blocking classic script. Its jobs: keep
// the page blank inside a frame, guard HTML sinks, apply the looks a person
// chose, and make Leave work from the first paint on, app or no app.
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
  const WORKER = new URL('sw.js', document.baseURI).href;
  window.trustedTypes?.createPolicy('default', {
    createHTML: (html) => (UNSAFE.test(html) ? null : html),
    createScriptURL: (url) => (new URL(url, document.baseURI).href === WORKER ? url : null),
    createScript: () => null,
  });

  // --- Preferences: each plain pair of `sk1.u` becomes data-<name> on <html>
  // (theme: dark -> data-theme="dark"); `lang` and `dir` become themselves.
  const OURS = ['boot', 'update', 'offline', 'install']; // states of the page, see boot.js
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
  }
  applyPreferences();
  addEventListener('sk:preferences', applyPreferences);
  addEventListener('storage', (event) => event.key === 'sk1.u' && applyPreferences());

  // --- A first visit is told what it waits for: the network is slowest then.
  try {
    root.toggleAttribute('data-first', !Object.keys(localStorage).some((key) => key.startsWith('sk1.')));
  } catch {
    // Blocked: the page says so once it runs.
  }

  // --- Leave. The order matters: the text goes first, everything else after.
  const LEFT = 'sk1x';
  const EXIT = new URL('notes.html', document.baseURI).href;
  const HOME = new URL('./', document.baseURI).href;

  function left() {
    try {
      return sessionStorage.getItem(LEFT) === '1';
    } catch {
      return false;
    }
  }

  let leaving = false;
  function leave() {
    if (leaving) return;
    leaving = true;
    const spare = document.getElementById('sk-left')?.content.cloneNode(true);
    root.replaceChildren(); // 1. nothing to read, within this task
    root.removeAttribute('class');
    // 2. and 3. The app writes its drafts and forgets what it holds. A listener
    // that throws is reported, not raised, so leaving goes on.
    window.dispatchEvent(new CustomEvent('sk:leave'));
    disguise(); // 4.
    try {
      sessionStorage.setItem(LEFT, '1'); // 5.
    } catch {
      // Storage is blocked: Back then opens the app afresh, still without this page's text.
    }
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

  // What somebody sees who goes Back, or reloads, after Leave in this tab.
  function showNotes(content) {
    const body = document.createElement('body');
    if (content) body.append(content);
    document.body?.remove();
    root.append(body);
    body.querySelector('[data-do="reopen"]')?.addEventListener('click', () => {
      sessionStorage.removeItem(LEFT);
      history.replaceState(null, '', HOME);
      location.reload();
    });
  }

  if (left()) {
    leaving = true; // the keys below have nothing left to do
    disguise(); // the style sheet hides the start screen in this state
    document.addEventListener('DOMContentLoaded', () =>
      showNotes(document.getElementById('sk-left').content.cloneNode(true)));
  }

  addEventListener('sk:leave-now', leave);
  // Capture phase on window: nothing on the page can swallow these.
  addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-sk-leave]')) {
      event.preventDefault();
      leave();
    }
  }, true);

  // Shift or Esc, pressed alone three times within two seconds. Any other key
  // or a tap in between starts anew, so that typing capitals never leaves.
  let presses = [];
  let pressed = '';
  addEventListener('keydown', (event) => {
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
  addEventListener('pagehide', (event) => event.persisted && root.replaceChildren());
  addEventListener('pageshow', (event) => event.persisted && location.reload());
})();
