// A worker: holds an instance of the module, and calls it as the page asks, one call after the other.
// The runtime of TeaVM stands above.
"use strict";
let engine;
onmessage = async ({ data: { id, call, values } }) => {
  try {
    if (call === "start") {
      engine = (await load(values[0], {})).exports;
      engine.main([]);
      postMessage({ id });
    } else {
      const value = engine[call](...values);
      postMessage({ id, value });
    }
  } catch (e) {
    postMessage({ id, fatal: String(e && e.message || e) });
  }
};
