// What levers.sh adds to a report: it moves the levers one after the other, each as soon as the answers to the one before
// are redrawn, and tells how long that took, and the calls to the model in it.
(() => {
  const MOVES = 200;
  const WARM = 20;
  const calls = new Map();
  const began = new WeakMap();
  const NativeWorker = window.Worker;
  window.Worker = class extends NativeWorker {
    constructor(url) {
      super(url);
      began.set(this, new Map());
      this.addEventListener('message', ({data: {id}}) => {
        const [call, start] = began.get(this).get(id) || [];
        if (call) calls.set(call, [...(calls.get(call) || []), performance.now() - start]);
      });
    }
    postMessage(message, ...others) {
      began.get(this).set(message.id, [message.call, performance.now()]);
      super.postMessage(message, ...others);
    }
  };

  const told = times => {
    const sorted = [...times].sort((a, b) => a - b);
    const at = share => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
    return `median ${at(0.5)} ms, 95 % within ${at(0.95)} ms`;
  };

  const redrawn = () => new Promise(resolve => {
    const seen = new MutationObserver(() => {
      seen.disconnect();
      requestAnimationFrame(() => setTimeout(resolve));
    });
    seen.observe(document.querySelector('.answers'), {subtree: true, attributeFilter: ['data-value'], childList: true});
  });

  addEventListener('load', async () => {
    try {
      await window.corridor.ready;
      await new Promise(resolve => setTimeout(resolve, 8000)); // the page warms its model up
      const levers = [...document.querySelectorAll('input[type=range]')].slice(0, 5);
      const times = [];
      for (let move = 0; move < WARM + MOVES; move++) {
        if (move === WARM) {
          times.length = 0;
          calls.clear();
        }
        const lever = levers[move % levers.length];
        const start = performance.now();
        lever.value = Number(lever.min) + (lever.max - lever.min) * ((move * 37) % 97) / 97;
        const drawn = redrawn();
        lever.dispatchEvent(new Event('input', {bubbles: true}));
        await drawn;
        times.push(performance.now() - start);
      }
      const parts = ['prepare', 'simulate', 'view'].map(call => `${call}: ${told(calls.get(call) || [])}`);
      console.log(`levers: ${MOVES} moves of ${levers.length} levers, until answers are redrawn: ${told(times)}; ${parts.join('; ')}`);
    } catch (e) {
      console.log('levers: ' + e);
    }
  });
})();
