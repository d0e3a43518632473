// The page that Leave goes to: a plain notepad that works, keeps nothing and
// knows nothing of the app. Keep it dull.
(() => {
  'use strict';
  const text = document.getElementById('text');
  const count = document.getElementById('count');
  const show = () => {
    const words = text.value.split(/\s+/u).filter(Boolean).length;
    count.textContent = words === 1 ? '1 word' : `${words} words`;
  };
  text.addEventListener('input', show);
  document.getElementById('clear').addEventListener('click', () => {
    text.value = '';
    show();
    text.focus();
  });
  document.getElementById('copy').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      text.select(); // the person can copy by hand
    }
  });
})();
