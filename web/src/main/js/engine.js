// The model of a page: window.corridor. See docs/live.md.
"use strict";
(() => {
  const BLOCK = 2048;
  const FIRST = 256;
  const LONGEST_SECONDS = 60;
  const IDLE = 200;
  const REST = 250;
  const ROUNDS = 3;

  /** A value of a script element that holds data. */
  const held = id => {
    const element = document.getElementById(id);
    return element === null ? null : element.textContent;
  };

  /** What this browser lacks, as a sentence; null: nothing. */
  const lacking = () => {
    const module = document.getElementById("corridor-module");
    if (module === null) {
      return "This page was written without the model.";
    }
    if (module.textContent === "") {
      return `The model stands in a file of its own, ${module.getAttribute("src")}, which isn't there.`;
    }
    if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function" || typeof Worker !== "function") {
      return "This browser has no WebAssembly, so the model can't run in it: the page shows what was computed before.";
    }
    // A module of one structure type, which needs garbage collection.
    const structure = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 0x5f, 1, 0x78, 0]);
    return WebAssembly.validate(structure)
      ? null
      : "This browser's WebAssembly has no garbage collection, so the model can't run in it: the page shows what was " +
        "computed before. Chrome and Edge have it since version 119, Firefox since 120, Safari since 18.2.";
  };

  const aborted = () => new DOMException("another change came first", "AbortError");
  const checkNotAborted = signal => {
    if (signal && signal.aborted) {
      throw aborted();
    }
  };

  /** Keys and values in turn. */
  const pairs = set => Object.entries(set || {}).flatMap(([key, value]) => [key, String(value)]);

  /** What a call of the module comes to; throws what is wrong with the scenario. */
  const told = ([kind, text]) => {
    if (kind === "ok") {
      return text;
    }
    if (kind === "problems") {
      const problems = JSON.parse(text);
      const error = new Error(problems.map(problem =>
        `${problem.file}${problem.line > 0 ? `:${problem.line}:${problem.column}` : ""}: ` +
        `${problem.key === "" ? "" : problem.key + ": "}${problem.message}`).join("\n"));
      error.problems = problems;
      throw error;
    }
    throw new Error(text);
  };

  const started = () => {
    const url = URL.createObjectURL(new Blob([worker], { type: "text/javascript" }));
    const made = new Worker(url);
    URL.revokeObjectURL(url);
    return made;
  };

  /** A worker with an instance of the module, which is compiled, or packed; after a fault it is started anew. */
  class Hand {
    constructor(module, source) {
      this.module = module;
      this.source = source;
      this.start();
    }

    start() {
      this.worker = started();
      this.waiting = new Map();
      this.count = 0;
      this.worker.onmessage = ({ data: { id, value, fatal } }) => {
        const { resolve, reject } = this.waiting.get(id);
        this.waiting.delete(id);
        if (fatal === undefined) {
          resolve(value);
        } else {
          this.restart(fatal, reject);
        }
      };
      this.worker.onerror = event => {
        event.preventDefault();
        this.restart(event.message || "the worker didn't start", () => {});
      };
      const { file, text, files, widen, variant, set } = this.source;
      const paths = Object.keys(files || {});
      this.started = this.send("start", this.module)
        .then(module => {
          this.module = module;
          return this.send("open", file, text, paths, paths.map(path => files[path]), pairs(widen), variant || null, pairs(set));
        });
      this.started.catch(() => {});
    }

    /**
     * A fault of the module, such as a value that isn't there, leaves it in no state to go on. One that couldn't be unpacked
     * or compiled will not be next time.
     */
    restart(fault, reject) {
      const others = [...this.waiting.values()];
      this.worker.terminate();
      const lost = this.module instanceof Uint8Array;
      this.faults = (this.faults || 0) + 1;
      if (!lost && this.faults < 10) {
        this.start();
      }
      const error = new Error(lost ? fault : `the model came to a fault, and was started anew: ${fault}`);
      reject(error);
      others.forEach(other => other.reject(error));
    }

    send(call, ...values) {
      return new Promise((resolve, reject) => {
        const id = ++this.count;
        this.waiting.set(id, { resolve, reject });
        this.worker.postMessage({ id, call, values });
      });
    }

    async call(call, ...values) {
      await this.started;
      return this.send(call, ...values);
    }

    /** A call that returns a kind and a text. */
    async ask(call, ...values) {
      return told(await this.call(call, ...values));
    }
  }

  const missing = lacking();
  const corridor = window.corridor = window.corridor || {};
  if (missing !== null) {
    corridor.missing = missing;
  }

  let page;
  let worker;
  let hands = [];
  const opened = missing !== null
    ? Promise.reject(new Error(missing))
    : (async () => {
      // In a frame of another page it waits for whoever touches something: most never do.
      if (location.hash === "#embed") {
        await new Promise(touched => addEventListener("input", touched, { capture: true, once: true }));
      }
      const { bytes, unpacked, source } = window.corridorReport;
      const [packedWorker, packedModule] = held("corridor-module").split(" ");
      page = await source();
      worker = await unpacked(packedWorker);
      hands = [new Hand(bytes(packedModule), page)];
      await hands[0].started;
      // Reads the scenario, and makes its fits, before somebody asks.
      hands[0].call("levers", ...read({})).catch(() => {});
    })();
  opened.catch(() => {});
  corridor.ready = opened;

  /** All workers, which are started when there is more to do than a glance. */
  const everybody = () => {
    const count = Math.min(page.workers || 2, navigator.hardwareConcurrency || 2);
    while (hands.length < count) {
      hands.push(new Hand(hands[0].module, page));
    }
    return hands;
  };

  /** Who simulates blocks while the first worker is free for the next glance. */
  const others = () => everybody().slice(hands.length > 1 ? 1 : 0);

  /** What the editor consists of: its script and the schema. A worker of its own unpacks them, as others may simulate. */
  corridor.texts = async () => {
    await opened;
    const unpacking = started();
    return new Promise((resolve, reject) => {
      unpacking.onmessage = ({ data: { value, fatal } }) => {
        unpacking.terminate();
        if (fatal === undefined) {
          resolve(JSON.parse(new TextDecoder().decode(value)));
        } else {
          reject(new Error(fatal));
        }
      };
      const packedTexts = held("corridor-module").split(" ")[2];
      unpacking.postMessage({ id: 0, call: "decompress", values: [window.corridorReport.bytes(packedTexts)] });
    });
  };

  /** One question to the model at a time: what comes later waits. */
  let last = Promise.resolve();
  const warming = new AbortController();
  const inTurn = asked => {
    warming.abort();
    const turn = last.then(asked);
    last = turn.catch(() => {});
    return turn;
  };

  const given = (value, otherwise) => value === undefined ? otherwise : value;
  /** What a query sets, and after it what it shifts: each draw of a number moves by the same amount. */
  const changed = query => ({
    ...given(query.set, page.set),
    ...Object.fromEntries(Object.entries(query.shift || {}).map(([key, amount]) => [key + "+", String(amount)]))
  });
  const read = query => [given(query.text, null), given(query.variant, page.variant) || null, pairs(changed(query))];
  const sampled = query => [String(given(query.seed, page.seed)), given(query.sampling, page.sampling) || null];

  /** What must hold of the paths that count, four texts each: what it is of, the month, and from where to where. */
  const conditions = query => (query.given || []).flatMap(one => Array.isArray(one)
    ? [one[0], "", ...(one[1] ? ["1", "1"] : ["0", "0"])]
    : [one.metric, one.at, String(one.from), String(one.to)]);

  /** The model as a query wants it, ready to simulate. */
  class Task {
    constructor(query, compared) {
      this.query = query;
      this.compared = compared;
      this.most = Number(given(query.paths, page.paths));
      this.crew = [];
      this.chosen = (query.given || []).length > 0;
      this.done = 0;
      this.began = performance.now();
    }

    async prepare(paths, crew) {
      checkNotAborted(this.query.signal);
      this.crew = crew;
      const kinds = await Promise.all(this.crew.map(hand => this.chosen
        ? hand.ask("given", ...this.values(paths), false, conditions(this.query))
        : hand.ask("prepare", ...this.values(paths), this.compared)));
      this.extensible = kinds[0] === "extensible";
      this.done = 0;
    }

    values(paths) {
      return [...read(this.query), ...sampled(this.query), paths, given(this.query.want, null)];
    }

    /** Has a worker that isn't asked for glances keep some paths, unless it does, and choose those that count. */
    async keep() {
      this.crew = others().slice(0, 1);
      this.done = Math.min(BLOCK, this.most);
      this.extensible = "extensible" === await this.crew[0].ask("given", ...this.values(this.done), true, conditions(this.query));
    }

    /** Simulates up to so many paths, and puts what the workers found together. */
    async simulate(paths, onProgress) {
      let next = this.done;
      let finished = this.done;
      await Promise.all(this.crew.map(async hand => {
        while (next < paths) {
          checkNotAborted(this.query.signal);
          const first = next;
          next = Math.min(paths, next + BLOCK);
          const count = next - first;
          await hand.ask("simulate", first, count);
          finished += count;
          onProgress(finished, this.most);
        }
      }));
      checkNotAborted(this.query.signal);
      for (const hand of this.crew.slice(1)) {
        await this.crew[0].call("add", await hand.call("take"));
      }
      this.done = paths;
    }

    async view(figures) {
      const view = await this.crew[0].ask("view", figures);
      checkNotAborted(this.query.signal);
      return { ...JSON.parse(view), of: this.done };
    }

    seconds() {
      return (performance.now() - this.began) / 1000;
    }
  }

  /**
   * Runs the scenario: a promise of what `corridor run --json` prints.
   */
  corridor.run = async (query = {}, onProgress = () => {}) => {
    await opened;
    return inTurn(async () => {
      const task = new Task(query, false);
      await task.prepare(task.most, task.most <= BLOCK ? hands.slice(0, 1) : everybody());
      await task.simulate(task.most, onProgress);
      return task.crew[0].ask("result", task.seconds(), task.crew.length);
    });
  };

  /** A while, or until a newer change comes. */
  const rest = signal => new Promise(resolve => {
    setTimeout(resolve, REST);
    signal.addEventListener("abort", resolve, { once: true });
  });

  /** Simulates a few paths, and returns what the page shows of them. */
  const glance = async (task, figures) => {
    if (task.chosen && task.query.want) {
      await task.keep();
      return task.view(figures);
    }
    await task.prepare(Math.min(FIRST, task.most), hands.slice(0, 1));
    await task.simulate(Math.min(FIRST, task.most), () => {});
    return task.view(figures);
  };

  /**
   * Code that runs for the first time takes three times as long: while nobody asks, the page asks itself, for
   * its own scenario with one number written as it is, so that the first lever is about as quick as the next.
   */
  const warm = () => {
    const lever = (page.levers || []).find(one => !one.uncertain);
    if (lever && !warming.signal.aborted) {
      const query = { set: { ...page.set, [lever.of[0]]: lever.written }, want: page.want, signal: warming.signal };
      for (let round = 0; round < ROUNDS; round++) {
        last = last.then(() => glance(new Task(query, true), [])).catch(() => {});
      }
      last = last.then(() => { everybody(); });
    }
  };
  opened.then(() => setTimeout(warm, IDLE), () => {});

  let latest = null;

  /**
   * Runs the scenario beside the page's own, and has onView called with what the page shows of it: of a few hundred
   * paths first, then of more. A later call ends an earlier one.
   */
  corridor.draw = async (query, onView) => {
    await opened;
    if (latest !== null) {
      latest.abort();
    }
    const own = new AbortController();
    latest = own;
    if (query.signal) {
      query.signal.addEventListener("abort", () => own.abort(), { once: true });
      if (query.signal.aborted) {
        own.abort();
      }
    }
    const drawn = async () => {
      const task = new Task({ ...query, signal: own.signal }, true);
      const figures = given(query.figures, []);
      onView(await glance(task, figures));
      // A lever that is still moved needn't wait for a block.
      await rest(own.signal);
      let prepared = false;
      for (let paths = task.done < BLOCK ? BLOCK : 2 * BLOCK; task.done < task.most && task.seconds() < given(query.seconds, LONGEST_SECONDS); paths *= 2) {
        const next = Math.min(paths, task.most);
        if (!prepared || !task.extensible) {
          await task.prepare(task.extensible ? task.most : next, others());
          prepared = true;
        }
        await task.simulate(next, () => {});
        onView(await task.view(figures));
      }
      if (!task.chosen && query.want) {
        // What is asked next may be of the paths on which something holds.
        await new Task({ ...query, signal: own.signal }, false).keep();
      }
    };
    // Nobody waits for a block that nobody wants any more.
    return inTurn(() => Promise.race([drawn(), new Promise((resolve, reject) => {
      own.signal.addEventListener("abort", () => reject(aborted()), { once: true });
    })]));
  };

  /** What is wrong with a text, and what was probably not meant: an array. */
  corridor.validate = async text => {
    await opened;
    return inTurn(async () => {
      try {
        return JSON.parse(await hands[0].ask("validate", text));
      } catch (e) {
        if (e.problems) {
          return e.problems;
        }
        throw e;
      }
    });
  };

  /** The numbers that can be moved. */
  corridor.numbers = async (query = {}) => {
    await opened;
    return inTurn(async () => JSON.parse(await hands[0].ask("levers", ...read(query))));
  };

  /** The story of a path. */
  corridor.explain = async query => {
    await opened;
    return inTurn(async () => JSON.parse(await hands[0].ask("explain", ...read(query),
      ...sampled(query), Number(given(query.paths, page.paths)), query.path)));
  };
})();
