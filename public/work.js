// Work that takes long or much memory (keys, backups), beside the page. This
// file is both ends. In the page it starts a worker of itself for one job and
// ends it with its answer: the memory goes, and what was secret in it. The
// worker runs the app's own module, which does nothing there but the job. It
// can load the app's files and reach nothing else (its policy comes with it: from the host, or from the second visit on from sw.js).
//
//   app -> page    sk:work    `detail` is [module, job, done]: the compiled module, the bytes of
//                             the job, and what to call with the answer and the time it took in
//                             milliseconds; or, where there is none, with a word that says why:
//                             `start` no worker, `memory` not enough of it, `stopped` on its way

if (typeof document === 'object') {
  const { js } = document.querySelector('meta[name="sk-app"]').dataset;
  const glue = new URL(js, document.baseURI).href;

  addEventListener('sk:work', ({ detail: [module, job, done] }) => {
    const begin = (isLast) => {
      let worker;
      const end = (answer, took) => {
        worker?.terminate();
        // WebKit starts none now and then, and one at the next try.
        if (answer === 'start' && !isLast) return setTimeout(begin, 300, true);
        // There may be secrets in it: the page keeps no copy.
        job.fill(0);
        structuredClone(job.buffer, { transfer: [job.buffer] });
        done(answer, took);
      };
      try {
        worker = new Worker(import.meta.url, { type: 'module' });
        worker.onmessage = ({ data: [answer, took] }) => end(answer, took);
        worker.onmessageerror = () => end('start', 0);
        worker.onerror = (event) => {
          event.preventDefault(); // the app says it in words
          end('start', 0);
        };
        worker.postMessage([module, glue, job]);
      } catch {
        end('start', 0);
      }
    };
    begin(false);
  });
} else {
  addEventListener('message', async ({ data: [module, glue, job] }) => {
    let began = 0;
    try {
      const { initSync, work } = await import(glue);
      initSync({ module });
      began = performance.now();
      const answer = work(job);
      postMessage([answer, performance.now() - began], [answer.buffer]);
    } catch (error) {
      // Browsers tell by this name that the memory for a module cannot be had.
      const why = error instanceof RangeError ? 'memory' : began ? 'stopped' : 'start';
      postMessage([why, 0]);
    }
  });
}
