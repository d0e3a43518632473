// What a hostile script in the page would try, each way out to a port of its own. The body of a
// function; arguments: the port of each channel, and the names to try now. How each attempt ended
// is written to <html data-channels> as JSON, where the journey reads it.
const [ports, names] = arguments;
const root = document.documentElement;
// Firefox runs this beside the page: take the page's own window.
const own = window.wrappedJSObject ?? window;
const ended = {};
const settle = (name, how) => {
  ended[name] ??= how;
  root.setAttribute('data-channels', JSON.stringify(ended));
};
document.addEventListener('securitypolicyviolation', event => {
  const name = names.find(name => event.blockedURI.includes(':' + ports[name]));
  if (name) settle(name, 'refused by ' + event.effectiveDirective);
});

const never = new Promise(() => {}); // Tells nobody how it ends: an arrival or a refusal decides.
const loads = (tag, set, parent = document.body) => new Promise((done, failed) => {
  const element = tag.includes(':')
    ? document.createElementNS('http://www.w3.org/2000/svg', tag.split(':')[1])
    : document.createElement(tag);
  element.addEventListener('load', () => done('loaded'));
  element.addEventListener('error', () => failed('error'));
  set(element);
  parent.append(element);
});
const with_ = values => element => Object.assign(element, values);
const link = values => loads('link', with_(values), document.head);
const text = (tag, type, words) => loads(tag, element => {
  if (type) element.type = type;
  element.textContent = words;
}, document.head).then(() => never); // The style itself loads; what it asks for comes later.
const worker = url => URL.createObjectURL(
  new Blob([`fetch('${url}', { mode: 'no-cors' })`], { type: 'text/javascript' }));
const opens = channel => new Promise((done, failed) => {
  channel.onopen = () => done('open');
  channel.onerror = () => failed('error');
});
const kept = window.skKept = []; // What is collected as garbage asks for nothing.
const gathers = servers => new Promise((done, failed) => {
  const call = new own.RTCPeerConnection({ iceServers: [servers] });
  kept.push(call);
  call.createDataChannel('x');
  call.onicegatheringstatechange = () => call.iceGatheringState === 'complete' && done('gathered');
  call.createOffer().then(offer => call.setLocalDescription(offer)).catch(failed);
});
// Waits for a person's click, as pop-ups and pings do; the journey clicks.
const clicked = (tag, set, act) => {
  const element = document.createElement(tag);
  element.textContent = 'x';
  element.id = 'sk-click';
  element.style.cssText = 'position:fixed;inset:0;z-index:2147483647;display:block';
  set(element);
  if (act) element.addEventListener('click', () => attempt(act));
  document.body.append(element);
  return never;
};
const press = act => clicked('button', () => {}, act);
const attempt = act => Promise.resolve().then(act);

const CHANNELS = {
  'fetch': url => own.fetch(url, { mode: 'no-cors' }),
  'fetch kept alive': url => own.fetch(url, { mode: 'no-cors', method: 'POST', body: 'x', keepalive: true }),
  'XMLHttpRequest': url => new Promise((done, failed) => {
    const request = new own.XMLHttpRequest();
    request.onload = () => done('loaded');
    request.onerror = () => failed('error');
    request.open('GET', url);
    request.send();
  }),
  'beacon': url => own.navigator.sendBeacon(url, 'x') && never,
  'WebSocket': url => opens(new own.WebSocket(url.replace('http', 'ws'))),
  'WebTransport': url => new own.WebTransport(url.replace('http', 'https')).ready,
  'EventSource': url => opens(new own.EventSource(url)),
  'image': src => loads('img', with_({ src })),
  'srcset': url => loads('img', with_({ srcset: url + ' 1x' })),
  'input image': src => loads('input', with_({ type: 'image', src })),
  'SVG image': url => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    document.body.append(svg);
    return loads('svg:image', image => image.setAttribute('href', url), svg);
  },
  'SVG use': url => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    document.body.append(svg);
    return loads('svg:use', use => use.setAttribute('href', url + '#x'), svg);
  },
  'style of an element': url => loads('p', p => { p.style.backgroundImage = `url(${url})`; }),
  'constructed style sheet': url => {
    const sheet = new own.CSSStyleSheet();
    sheet.replaceSync(`html { list-style-image: url(${url}); border-image: url(${url}) 1; }`);
    own.document.adoptedStyleSheets = [...own.document.adoptedStyleSheets, sheet];
    return never;
  },
  'style sheet': href => link({ rel: 'stylesheet', href }),
  '@import': url => text('style', '', `@import url(${url});`),
  'font': url => new own.FontFace('x', `url(${url})`).load(),
  'script': src => loads('script', with_({ src })),
  'import()': url => import(url),
  'worker': url => { kept.push(new own.Worker(worker(url))); return never; },
  'shared worker': url => { kept.push(new own.SharedWorker(worker(url))); return never; },
  'worklet': url => new own.OfflineAudioContext(1, 1, 44100).audioWorklet.addModule(url),
  'iframe': src => loads('iframe', with_({ src })),
  'fetch in a blank frame': url => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inside = own.document.querySelectorAll('iframe');
    return inside[inside.length - 1].contentWindow.fetch(url, { mode: 'no-cors' });
  },
  'object': data => loads('object', with_({ data })),
  'embed': src => loads('embed', with_({ src })),
  'video': src => loads('video', with_({ src, preload: 'auto' })),
  'audio': src => loads('audio', with_({ src, preload: 'auto' })),
  'poster': poster => loads('video', with_({ poster })),
  'track': src => new Promise((done, failed) => {
    const video = document.createElement('video');
    const track = document.createElement('track');
    video.crossOrigin = 'anonymous';
    track.onload = done;
    track.onerror = failed;
    Object.assign(track, { src, default: true });
    video.append(track);
    document.body.append(video);
    track.track.mode = 'showing';
  }),
  'preload': href => link({ rel: 'preload', as: 'image', href }),
  'modulepreload': href => link({ rel: 'modulepreload', href }),
  'prefetch': href => link({ rel: 'prefetch', href }),
  'preconnect': href => link({ rel: 'preconnect', href }),
  'prerender': href => link({ rel: 'prerender', href }),
  'speculation rules': url => text('script', 'speculationrules',
    JSON.stringify({ prefetch: [{ source: 'list', urls: [url] }] })),
  'icon': href => {
    document.querySelectorAll('link[rel~=icon]').forEach(old => old.remove());
    return link({ rel: 'icon', href });
  },
  'manifest': href => {
    document.querySelectorAll('link[rel~=manifest]').forEach(old => old.remove());
    return link({ rel: 'manifest', href });
  },
  'STUN': url => gathers({ urls: url.replace('http://', 'stun:').replace(/\/.*/, '') }),
  'TURN': url => gathers({
    urls: url.replace('http://', 'turn:').replace(/\/.*/, '') + '?transport=tcp',
    username: 'x',
    credential: 'x',
  }),
  // From here on each has a page of its own.
  'report of a policy': url => press(() => {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = `img-src 'none'; report-uri ${url}`;
    document.head.append(policy);
    new Image().src = 'data:,';
  }),
  'form': action => press(() => {
    const form = document.createElement('form');
    Object.assign(form, { action, method: 'post' });
    document.body.append(form);
    form.submit();
  }),
  'ping': ping => clicked('a', with_({ href: '#x', ping })),
  'download': href => clicked('a', with_({ href, download: 'x' })),
  'link in a new tab': href => clicked('a', with_({ href, target: '_blank' })),
  'window.open': url => press(() => own.open(url)),
  'fetch in a blank window': url => press(() => own.open('').fetch(url, { mode: 'no-cors' })),
  'location': url => press(() => { own.location.href = url; }),
  'refresh': url => press(() => {
    const refresh = document.createElement('meta');
    refresh.httpEquiv = 'refresh';
    refresh.content = '0;url=' + url;
    document.head.append(refresh);
  }),
};

for (const name of names) {
  const url = `http://127.0.0.1:${ports[name]}/${encodeURIComponent(name)}`;
  attempt(() => CHANNELS[name](url))
    .then(how => settle(name, String(how)), error => settle(name, String(error?.message ?? error)));
}
root.setAttribute('data-channels', JSON.stringify(ended));
