'use strict';
// The reader's side of the model that the page carries: levers, the scenario's text, single paths.
// What is simulated and drawn comes from the model; this only asks for it and puts it in its place.
(async function () {
  const root = document.getElementById('ask');
  if (!root) return;
  const first = document.getElementById('first');
  if (location.hash === '#embed') document.documentElement.classList.add('embed');
  const engine = window.corridor;
  const own = root.dataset.results === 'own';
  const MOST_SHOWN = 40, MOST_LETTERS = 80, STEPS = 200, PAUSE = 10, LONGEST_UNSEEN = 400, TYPING = 400, LONGEST_EDIT = 1 << 20, ONE_STEP = 1000, FEWEST = 30;

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    Object.entries(attributes || {}).forEach(([key, value]) => {
      if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
      else if (value === true) element.setAttribute(key, '');
      else if (value !== false && value !== undefined) element.setAttribute(key, value);
    });
    element.append(...children.filter(child => child !== undefined));
    return element;
  }

  const status = make('p', {id: 'ask-status', class: 'status', role: 'status'});
  function tell(text) { status.textContent = text; }
  function missing(why) {
    root.dataset.state = 'none';
    tell('The page can\u2019t be asked here: ' + why);
    (first || root).replaceChildren(status);
  }
  if (!engine || engine.missing) {
    missing((engine && engine.missing) || 'the model didn\u2019t start.');
    return;
  }

  const report = window.corridorReport;
  let source;
  try {
    await report.loaded;
    source = await report.source();
  } catch (damaged) {
    missing('the file is damaged, and what it carries can\u2019t be unpacked.');
    return;
  }
  source.variant = source.variant || '';
  source.text = source.text.replace(/\r\n?/g, '\n');
  // Keys come from an address, too, and may be called as what every object has.
  const plain = set => Object.assign(Object.create(null), set);
  source.set = plain(source.set);

  const whole = number => String(number).replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0');
  const short = (number, digits = 4) => String(Number(Number(number).toPrecision(digits))).replace('-', '\u2212');
  const plural = (count, word) => whole(count) + '\u00a0' + word + (count === 1 ? '' : 's');

  // What was changed: complete, over the text, so that it is also what the command line is given.
  const changes = {variant: source.variant, set: plain(source.set), text: null, given: []};
  let levers = new Map(source.levers.map(lever => [lever.id, lever]));
  const leverOf = key => [...levers.values()].find(lever => lever.of.includes(key));
  let view = null, busy = null, waiting = 0, again = false, seen = 0;
  const isChanged = () => changes.text !== null || changes.given.length > 0 || changes.variant !== source.variant
      || JSON.stringify(sorted(changes.set)) !== JSON.stringify(sorted(source.set));
  const sorted = set => Object.keys(set).sort().map(key => [key, set[key]]);

  const problems = make('ul', {class: 'problems', hidden: true});

  // ---- What the page shows ----

  const heading = document.querySelector('h1');
  const subtitle = document.querySelector('.subtitle');
  const hangs = document.querySelector('.hangs');
  const answerItems = new Map([...document.querySelectorAll('.answers li[data-question]')].map(item => [item.dataset.question, item]));
  const before = {
    title: heading.textContent, tab: document.title, subtitle: subtitle.textContent,
    answers: new Map([...answerItems].map(([id, item]) => [id, {html: item.innerHTML, value: item.dataset.value, shown: item.querySelector('.value').textContent}])),
    figures: new Map([...document.querySelectorAll('.plot')].map(plot => [plot.id, {...report.snapshot(plot.id), hidden: plot.closest('figure').hidden}]))
  };
  const was = make('p', {class: 'was', hidden: true});
  heading.after(was);
  const list = make('ul', {class: 'answers', 'aria-label': 'Answers'});
  const drawings = make('div', {class: 'figures'});
  const strip = make('div', {class: 'now', hidden: true});

  function restore() {
    heading.textContent = before.title;
    document.title = before.tab;
    subtitle.textContent = before.subtitle;
    was.hidden = true;
    if (hangs) hangs.hidden = false;
    strip.hidden = true;
    before.answers.forEach((saved, id) => {
      const item = answerItems.get(id);
      item.innerHTML = saved.html;
      item.dataset.value = saved.value;
    });
    before.figures.forEach((saved, id) => {
      report.restore(id, saved);
      document.getElementById(id).closest('figure').hidden = saved.hidden;
    });
    document.querySelectorAll('figure.stale').forEach(figure => figure.classList.remove('stale'));
    document.documentElement.classList.remove('few');
    answerItems.forEach(offer);
  }

  // Of an answer that is true or false on a path: all else on the paths on which it is so.
  const isGiven = (id, holds) => changes.given.some(one => one[0] === id && one[1] === holds);

  function offer(item) {
    const id = item.dataset.question;
    if (isGiven(id, true) || isGiven(id, false) || /%/.test(item.querySelector('.value').textContent)) {
      item.append(make('span', {class: 'given'}, ...[true, false].map(holds =>
          make('button', {type: 'button', 'aria-pressed': String(isGiven(id, holds)), 'aria-label': 'if ' + holds + ': ' + labelOf(id), title: 'All answers and charts of the paths on which this is ' + holds, onclick: () => give(id, holds)}, 'if ' + holds))));
    }
  }

  function give(id, holds) {
    const again = isGiven(id, holds);
    held = null;
    changes.given = changes.given.filter(one => one[0] !== id).concat(again ? [] : [[id, holds]]);
    refresh();
    document.querySelectorAll('.given button').forEach(one =>
        one.setAttribute('aria-pressed', String(isGiven(one.closest('li').dataset.question, one.textContent === 'if true'))));
  }

  function labelOf(id) {
    const said = document.querySelector('.answers [data-question="' + CSS.escape(id) + '"] .said');
    return said ? [...said.childNodes].filter(part => !part.className).map(part => part.textContent).join('').trim() : id;
  }

  function compared(answer) {
    const printed = before.answers.get(answer.id);
    if (!answer.was && !printed) return [];
    const words = (printed ? printed.shown + ' in the report' : answer.was + ' before') + (answer.difference ? ', ' + answer.difference : '');
    return [make('span', {class: 'ghost'}, words)];
  }

  // What an answer says; of one that leads to a chart, with the link.
  function said(answer, link) {
    const drawn = make('span', {class: 'strip'});
    drawn.innerHTML = answer.strip;
    if (link) link.textContent = answer.statement;
    return [
      make('span', {class: 'said'}, link || answer.statement, ...compared(answer),
          ...(answer.interval ? [make('span', {class: 'rest'}, ' 95\u00a0% of the simulation: ' + answer.interval)] : [])),
      drawn,
      make('span', {class: 'value'}, answer.value)
    ];
  }

  function showOwn(shown) {
    list.replaceChildren(...shown.answers.map(answer =>
        make('li', {'data-question': answer.id, 'data-value': answer.exact}, ...said(answer))));
    list.querySelectorAll('li').forEach(offer);
    Object.entries(shown.figures).forEach(([id, figure]) => {
      if (!document.getElementById(id)) {
        const plot = make('div', {class: 'plot', id: id, role: 'img', 'aria-label': 'Chart: ' + figure.title, 'aria-describedby': id + '-note'});
        drawings.append(make('figure', {class: 'wide'},
            make('figcaption', {}, make('h3', {}, figure.title), make('p', {class: 'note', id: id + '-note'}, figure.note)), plot,
            make('details', {class: 'numbers'}, make('summary', {}, 'Numbers', make('span', {class: 'aside'}, ' of ' + figure.title)),
                make('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Numbers of ' + figure.title}))));
        report.adopt(plot, figure);
      } else {
        report.replace(id, figure);
      }
    });
  }

  function show(shown) {
    view = shown;
    document.documentElement.classList.toggle('few', shown.paths < FEWEST);
    if (own) {
      showOwn(shown);
      return;
    }
    heading.textContent = shown.title;
    document.title = shown.title + ' (changed) \u2013 ' + source.name;
    subtitle.textContent = 'Changed in this page: ' + [...changed.querySelectorAll('strong')].map(name => name.textContent).join(', ')
        + '; ' + plural(shown.paths, 'simulated path');
    was.replaceChildren(make('strong', {}, 'Not the report any more.'), ' In the report: ' + before.title + ' ',
        make('button', {type: 'button', onclick: () => reset()}, 'Undo all changes'));
    was.hidden = false;
    if (hangs) hangs.hidden = true;
    shown.answers.forEach(answer => {
      const item = answerItems.get(answer.id);
      if (item) {
        item.replaceChildren(...said(answer, item.querySelector('a')));
        item.dataset.value = answer.exact;
        offer(item);
      }
    });
    // What the page is about may be drawn otherwise than in the report, as where nothing comes true any more.
    const leading = Object.keys(shown.figures)[0], leads = (document.querySelector('[aria-labelledby=finding] .plot') || {}).id;
    before.figures.forEach((saved, id) => {
      const figure = document.getElementById(id).closest('figure');
      const drawn = shown.figures[id] || id === leads && shown.figures[leading];
      if (drawn) report.replace(id, drawn);
      figure.classList.toggle('stale', !drawn);
      // What is zero in the report has a chart once it isn't; what has become zero keeps its own, beside what it was.
      figure.hidden = saved.hidden && (!drawn || drawn.nothing);
    });
    const main = shown.answers[0];
    strip.hidden = !main;
    if (main) strip.replaceChildren(...said(main));
  }

  // ---- Simulating ----

  function shownFigures() {
    return [...document.querySelectorAll('details.more[open] .plot')].map(plot => plot.id);
  }

  const query = () => ({text: changes.text === null ? undefined : changes.text, variant: changes.variant || null, set: {...changes.set}, given: changes.given});
  const simulated = shown => Number(shown.of || shown.paths);
  const counted = shown => (changes.given.length ? plural(shown.paths, 'path') + ' on which that is so, of ' + whole(simulated(shown)) : plural(shown.paths, 'path'));

  function complain(error) {
    const found = error.problems || [];
    problems.hidden = false;
    problems.replaceChildren(...(found.length ? found : [{message: String(error.message || error)}]).map(one =>
        make('li', {}, (one.line ? 'Line ' + one.line + ', ' : '') + (one.key ? one.key + ': ' : '') + one.message)));
    tell(found.length ? 'Not simulated: ' + plural(found.length, 'problem') + '.' : 'The simulation failed.');
  }

  // Asks the model; a newer question ends what still runs. A lever that is dragged waits for what one should have seen long
  // since, so that answers move along with it.
  function ask(dragged) {
    clearTimeout(waiting);
    if (!busy) seen = performance.now();
    again = dragged && busy && !busy.shown && isChanged() && performance.now() - seen > LONGEST_UNSEEN;
    if (again) return;
    if (busy) busy.abort();
    busy = null;
    problems.hidden = true;
    list.hidden = drawings.hidden = own && !source.editor && !isChanged();
    if (!source.editor && !isChanged()) {
      if (!own) restore();
      tell(own ? 'Move a number, and it is simulated.' : 'As in the report. Move a number, and the answers move.');
      return;
    }
    tell('Simulating \u2026');
    waiting = setTimeout(() => simulate(), PAUSE);
  }

  function simulate(seconds) {
    clearTimeout(waiting);
    if (busy) busy.abort();
    const mine = new AbortController();
    busy = mine;
    const figures = shownFigures();
    const total = Number(source.paths);
    root.dataset.busy = 'true';
    engine.draw({...query(), figures: figures, want: figures.length ? undefined : source.want, seconds: seconds, signal: mine.signal}, shown => {
      if (busy !== mine) return;
      mine.shown = true;
      seen = performance.now();
      show(shown);
      tell(counted(shown) + (simulated(shown) < total ? ' of ' + whole(total) + ': errors are wider until there are more'
          : shown.paths < FEWEST ? ': too few for bands; a report of more paths (--paths) has more of them' : ''));
      if (again) ask();
    }).then(() => {
      if (busy === mine) {
        delete root.dataset.busy;
        busy = null;
        if (view && simulated(view) < total) {
          tell(counted(view) + ' of ' + whole(total) + ', as many as a minute allows: errors are wider than of all ');
          status.append(make('button', {type: 'button', onclick: () => { tell('Simulating on \u2026'); simulate(Infinity); }}, 'Go on to all paths'));
        }
      }
    }, error => {
      if (busy !== mine || error.name === 'AbortError') return;
      delete root.dataset.busy;
      busy = null;
      complain(error);
      if (again) ask();
    });
  }

  // ---- What was changed ----

  // Moves of one lever, soon after each other, are one step back.
  let keeping = 0, held = null, keptOf = null, keptAt = 0, restoring = false;
  const changed = make('ul', {class: 'changed'});
  const line = make('pre', {class: 'repeat', tabindex: 0, 'aria-label': 'The equal command line'});
  const all = make('button', {type: 'button', onclick: () => reset()}, own ? 'Back to how it was' : 'Back to the report');
  const kept = make('div', {class: 'kept', hidden: true}, make('h3', {}, 'What was changed'), changed,
      make('p', {}, all), make('p', {class: 'note'}, 'The same on the command line; the address of this page holds it too.'), line);

  function quoted(value) { return /^[A-Za-z0-9_./=,:@%+-]+$/.test(value) ? value : "'" + value.replace(/'/g, "'\\''") + "'"; }

  function showChanges() {
    const items = [];
    if (changes.text !== null) {
      items.push(item('The text', 'edited', () => { editor ? editor.setText(source.text) : setText(null); }));
    }
    if (changes.variant !== source.variant) {
      items.push(item('Variant', variantName(changes.variant), () => setVariant(source.variant)));
    }
    changes.given.forEach(([id, holds]) =>
        items.push(item(labelOf(id) + ': ' + holds, 'only the paths on which it is so', () => give(id, holds))));
    Object.entries(changes.set).forEach(([key, value]) => {
      if (source.set[key] === value) return;
      const lever = leverOf(keyOf(key));
      // What moves together is one change.
      if (lever && lever.of.indexOf(keyOf(key)) > 0) return;
      const from = source.set[key] || (lever ? lever.written : '');
      const what = key.endsWith('*') ? 'shifted by a factor of ' + short(value) + ', its spread kept in proportion'
          : key.endsWith('+') ? 'shifted by ' + (lever ? signedInUnit(lever, value) : signed(value)) + ', its spread kept'
          : lever && lever.uncertain ? 'fixed at ' + inWords(lever, value) : (from ? inWords(lever, from) + ' \u2192 ' : '') + inWords(lever, value);
      items.push(item(lever ? lever.label : key, what, () => lever ? undo(lever) : set(key, source.set[key])));
    });
    Object.keys(source.set).filter(key => !(key in changes.set)).forEach(key =>
        items.push(item(key, source.set[key] + ' \u2192 as in the file', () => set(key, source.set[key]))));
    changed.replaceChildren(...items);
    kept.hidden = !items.length;
    [root, first].forEach(part => part && part.classList.toggle('moved', isChanged() || source.editor));
    line.textContent = [source.command]
        .concat(changes.variant ? ['--variant', quoted(changes.variant)] : [])
        .concat(Object.entries(changes.set).map(([key, value]) => '--set ' + quoted(key + '=' + value))).join(' ');
    keep();
  }

  function item(name, what, back) {
    return make('li', {}, make('strong', {}, name), ' ' + what + ' ',
        make('button', {type: 'button', 'aria-label': 'Undo: ' + name, onclick: back}, 'Undo'));
  }

  // ---- The address ----

  const refused = make('p', {class: 'status', role: 'status', hidden: true});

  async function keep() {
    const mine = ++keeping, replaces = restoring;
    const edit = changes.text === null ? '' : await packedEdit(changes.text);
    if (mine !== keeping) return;
    const kept = new URLSearchParams();
    if (changes.variant !== source.variant) kept.append('variant', changes.variant);
    Object.entries(changes.set).filter(([key, value]) => source.set[key] !== value).forEach(([key, value]) => kept.append('set', key + '=' + value));
    Object.keys(source.set).filter(key => !(key in changes.set)).forEach(key => kept.append('unset', key));
    changes.given.forEach(one => kept.append('given', one.join('=')));
    if (edit) kept.append('text', edit);
    const text = kept.toString();
    const at = text ? '#?' + text : location.pathname + location.search;
    if (text ? at === location.hash : !location.hash.startsWith('#?')) return;
    const goesOn = held !== null && held === keptOf && performance.now() - keptAt < ONE_STEP;
    history[replaces || goesOn ? 'replaceState' : 'pushState'](null, '', at);
    keptOf = held;
    keptAt = performance.now();
  }

  // An edit of the text: how much stays before and behind it, and what is between, compressed.
  async function packedEdit(text) {
    const from = source.text, most = Math.min(text.length, from.length);
    let start = 0, end = 0;
    while (start < most && text[start] === from[start]) start++;
    while (end < most - start && text[text.length - 1 - end] === from[from.length - 1 - end]) end++;
    const bytes = new Uint8Array(await new Response(new Blob([text.slice(start, text.length - end)]).stream()
        .pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer());
    const letters = btoa(bytes.reduce((all, byte) => all + String.fromCharCode(byte), ''));
    return start + '.' + end + '.' + letters.replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
  }

  async function unpackedEdit(packed) {
    const [start, end, letters] = packed.split('.');
    const bytes = Uint8Array.from(atob(letters.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
    const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader(), chunks = [];
    for (let size = 0, next = await inflated.read(); !next.done; next = await inflated.read()) {
      size += next.value.length;
      if (size > LONGEST_EDIT) {
        inflated.cancel();
        throw new Error('the text is too long');
      }
      chunks.push(next.value);
    }
    const middle = await new Blob(chunks).text();
    return source.text.slice(0, Number(start)) + middle + source.text.slice(source.text.length - Number(end));
  }

  // What can't be seen, or turns what stands behind it, would make the page say what isn't so.
  const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

  async function fromAddress() {
    if (!location.hash.startsWith('#?')) return false;
    const all = [...new URLSearchParams(location.hash.slice(2))];
    const kept = new URLSearchParams(all.filter(pair => !unseen.test(pair.join(''))));
    const dropped = all.length - [...kept].length;
    changes.variant = kept.has('variant') ? kept.get('variant') : source.variant;
    changes.set = plain(source.set);
    changes.given = kept.getAll('given').map(one => [one.replace(/=[^=]*$/, ''), one.endsWith('=true')]);
    kept.getAll('unset').forEach(key => { delete changes.set[key]; });
    kept.getAll('set').forEach(pair => {
      const at = pair.indexOf('=');
      if (at > 0) changes.set[pair.slice(0, at)] = pair.slice(at + 1);
    });
    // An address that was cut short has no text that makes sense.
    const text = kept.has('text') ? await unpackedEdit(kept.get('text')).catch(() => null) : null;
    const left = dropped ? plural(dropped, 'change') + ' with characters that can\u2019t be seen' : kept.has('text') && text === null ? 'a text that is cut short or too long' : '';
    refused.hidden = !left;
    refused.textContent = left ? 'The address of this page holds ' + left + ', which is left out.' : '';
    if (text !== changes.text) {
      if (editor) editor.setText(text === null ? source.text : text); else setText(text === null ? source.text : text);
    }
    return true;
  }

  // ---- Levers ----

  const rows = new Map();

  function position(lever) {
    const low = lever.low, high = lever.high, log = low > 0 && high / low > 20;
    return {
      at: value => STEPS * (log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low || 1)),
      value: step => Math.max(low, Math.min(high, Number((log ? low * Math.pow(high / low, step / STEPS) : low + (high - low) * step / STEPS).toPrecision(3))))
    };
  }

  // A name with a plus or a star behind it moves all draws of a number alike; the name alone fixes the number.
  const fixed = new Set();
  const keyOf = name => name.replace(/[+*]$/, '');
  const sign = lever => lever.spread.scales ? '*' : '+';
  const namesOf = lever => lever.of.flatMap(key => lever.spread ? [key, key + sign(lever)] : [key]);
  const isSet = name => changes.set[name] !== source.set[name];
  const isFixed = lever => !lever.spread || fixed.has(lever.id) || lever.of.some(isSet);
  const isMoved = lever => namesOf(lever).some(isSet);
  const amount = (lever, set) => Number(set[lever.of[0] + sign(lever)] || (lever.spread.scales ? 1 : 0));

  function numberOf(lever) {
    const text = changes.set[lever.of[0]];
    if (text !== undefined && text.trim() !== '' && isFinite(text)) return Number(text);
    if (!lever.spread) return lever.value;
    const now = amount(lever, changes.set), before = amount(lever, source.set);
    return lever.spread.scales ? lever.value * now / before : lever.value + now - before;
  }

  function move(lever, value, dragged) {
    held = lever.id;
    if (isFixed(lever)) {
      lever.of.forEach(key => put(key, value));
    } else {
      const before = amount(lever, source.set);
      const by = Number((lever.spread.scales ? before * value / lever.value : before + value - lever.value).toPrecision(6));
      lever.of.map(key => key + sign(lever)).forEach(name => put(name, by === before ? source.set[name] : by));
    }
    refresh(dragged);
  }

  function undo(lever) {
    held = null;
    fixed.delete(lever.id);
    namesOf(lever).forEach(name => put(name, source.set[name]));
    refresh();
  }

  // How a number moves is chosen for where it is now.
  function choose(lever, fix) {
    const value = Number(numberOf(lever).toPrecision(3)), moved = isMoved(lever);
    namesOf(lever).forEach(name => put(name, source.set[name]));
    if (fix) fixed.add(lever.id); else fixed.delete(lever.id);
    if (fix || moved) move(lever, value); else refresh();
  }

  const brief = text => (text.length <= MOST_LETTERS ? text : text.slice(0, text.lastIndexOf(' ', MOST_LETTERS)) + ' \u2026');

  // Parts and growth are told in percent.
  const inUnit = (lever, number, digits = 3) => short(lever.times * number, digits);
  const unitOf = lever => lever.unit === '%' ? '\u00a0%' : lever.unit ? ' ' + lever.unit : '';
  // A number as it is written in the file or set, in the unit of its field; what is more than a number stays as it is.
  const inWords = (lever, text) => {
    const number = /^\s*-?[\d_.]+\s*$/.test(text) ? Number(text.replace(/_/g, '')) : NaN;
    return lever && lever.times !== 1 && isFinite(number) ? inUnit(lever, number, 4) + unitOf(lever) : text;
  };
  const onPaths = (lever, low, high) => inUnit(lever, low) + ' to ' + inUnit(lever, high) + unitOf(lever) + ' on 98\u00a0% of the paths';

  // What a move has made of an uncertain number.
  function happened(lever) {
    if (!lever.uncertain || !isMoved(lever)) return '';
    const value = numberOf(lever);
    if (isFixed(lever)) return 'Fixed at ' + inUnit(lever, value, 4) + unitOf(lever) + ' on all paths. ';
    const scales = lever.spread.scales, by = scales ? value / lever.value : value - lever.value;
    return 'Shifted ' + (scales ? 'by a factor of ' + short(by, 3) : 'by ' + signedInUnit(lever, by)) + ', the spread kept: '
        + (scales ? onPaths(lever, lever.low * by, lever.high * by) : onPaths(lever, lever.low + by, lever.high + by)) + '. ';
  }

  const signed = number => (number < 0 ? '' : '+') + short(number, 3);
  const signedInUnit = (lever, number) => signed(lever.times * number) + unitOf(lever);

  function described(lever) {
    const from = lever.measured;
    const range = lever.uncertain
        ? (isMoved(lever) ? 'Before: ' : 'Uncertain: ') + (/^[{\[]/.test(lever.written) || from ? '' : lever.written + ', which is ') + onPaths(lever, lever.low, lever.high)
            + (from ? '; ' + inUnit(lever, from.low) + ' to ' + inUnit(lever, from.high) + unitOf(lever) + ' before the data of ' + from.series : '')
        : 'In the file: ' + inWords(lever, lever.written);
    const line = lever.line ? '; line ' + lever.line : '';
    const grade = lever.grade ? '. ' + {judged: 'Judged', memory: 'Recalled', derived: 'Derived', measured: 'Measured', file: 'Published', 'judged, then measured': 'Judged, then measured'}[lever.grade] + (lever.source ? ': ' + brief(lever.source) : '') : '';
    return range + line + grade;
  }

  function row(lever) {
    const id = 'lever-' + lever.id.replace(/[^A-Za-z0-9-]/g, '-');
    const range = lever.from === undefined ? lever : {low: lever.from, high: lever.to};
    const scale = () => position(isFixed(lever) ? range : lever.spread);
    const slider = make('input', {type: 'range', id: id, min: 0, max: STEPS, step: 1, 'aria-describedby': id + '-note', 'data-lever': lever.id,
      oninput: () => move(lever, scale().value(Number(slider.value)), true)});
    const number = make('input', {type: 'number', step: 'any', 'aria-label': lever.label + (lever.unit ? ', ' + lever.unit : ''),
      onchange: () => number.value === '' ? undo(lever) : move(lever, Number((Number(number.value) / lever.times).toPrecision(12)))});
    const back = make('button', {type: 'button', 'aria-label': 'Undo: ' + lever.label, onclick: () => { undo(lever); slider.focus(); }}, 'Undo');
    const how = lever.spread && lever.uncertain && lever.settable && make('select', {'aria-label': 'A move of: ' + lever.label, onchange: () => choose(lever, how.value === 'fix')},
        make('option', {value: 'shift'}, 'shift, keeping the spread'), make('option', {value: 'fix'}, 'fix'));
    const note = make('span', {});
    const about = make('p', {class: 'note', id: id + '-note'}, ...(how ? [how, ' '] : []), note);
    const element = make('div', {class: 'lever', 'data-key': lever.id},
        make('label', {for: id}, lever.label), slider, make('span', {class: 'number'}, number, make('span', {class: 'unit'}, lever.unit)), make('span', {class: 'back'}, back),
        first && source.decides.includes(lever.id) ? make('details', {}, make('summary', {}, 'What is known', make('span', {class: 'aside'}, ' of ' + lever.label)), about) : about);
    function refresh() {
      const value = numberOf(lever), moved = isMoved(lever);
      slider.value = Math.max(0, Math.min(STEPS, scale().at(value)));
      slider.setAttribute('aria-valuetext', inUnit(lever, value, 4) + unitOf(lever) + (!lever.uncertain || moved && isFixed(lever) ? '' : ', the middle; uncertain'));
      if (document.activeElement !== number) number.value = moved || !lever.uncertain ? String(Number((lever.times * value).toPrecision(4))) : '';
      number.placeholder = lever.uncertain ? '\u2248\u00a0' + inUnit(lever, lever.value, 4) : '';
      if (how) how.value = isFixed(lever) ? 'fix' : 'shift';
      note.textContent = happened(lever) + described(lever) + (lever.uncertain && !how && !moved ? lever.spread ? '. A move shifts it and keeps its spread' : '. A move fixes it' : '');
      back.hidden = !moved;
      element.classList.toggle('moved', moved);
    }
    rows.set(lever.id, refresh);
    refresh();
    return element;
  }

  const decisive = make('div', {class: 'levers'});
  const others = make('div', {class: 'levers'});
  const wanted = make('input', {type: 'search', id: 'lever-search', 'aria-controls': 'lever-others', oninput: () => showOthers()});
  const more = make('p', {class: 'note'});
  others.id = 'lever-others';
  const allLevers = make('details', {class: 'more levers-all', ontoggle: () => showOthers()}, make('summary', {}, ''),
      make('p', {}, make('label', {for: 'lever-search'}, 'Search '), wanted), others, more);

  function showDecisive() {
    rows.clear();
    decisive.replaceChildren(...source.decides.filter(id => levers.has(id)).map(id => row(levers.get(id))));
    allLevers.querySelector('summary').textContent = 'The other ' + plural(levers.size - decisive.childElementCount, 'number') + ' of the file';
    showOthers();
  }

  function showOthers() {
    if (!allLevers.open) {
      others.replaceChildren();
      return;
    }
    const words = wanted.value.toLowerCase().split(/\s+/).filter(word => word);
    const found = [...levers.values()].filter(lever => !source.decides.includes(lever.id)).filter(lever => {
      const text = (lever.of.join(' ') + ' ' + lever.label + ' ' + (lever.source || '')).toLowerCase();
      return words.every(word => text.includes(word));
    });
    others.replaceChildren(...found.slice(0, MOST_SHOWN).map(row));
    more.textContent = found.length > MOST_SHOWN ? plural(found.length - MOST_SHOWN, 'more number') + ': search for a word of its name or key.' : found.length ? '' : 'No number has these words.';
  }

  // ---- Variants ----

  const variants = make('div', {class: 'variants', role: 'group', 'aria-label': 'Variants'});
  const variantName = name => name ? (source.variants.find(one => one.name === name) || {label: name}).label : 'as the file stands';

  function showVariants() {
    variants.hidden = !source.variants.length;
    variants.replaceChildren(...[{name: '', label: 'As the file stands'}].concat(source.variants).map(one =>
        make('button', {type: 'button', 'aria-pressed': String(changes.variant === one.name), onclick: () => setVariant(one.name)}, one.label)));
  }

  // ---- Changing ----

  function refresh(dragged) {
    rows.forEach(one => one());
    variants.querySelectorAll('button').forEach((button, i) => button.setAttribute('aria-pressed', String((i ? source.variants[i - 1].name : '') === changes.variant)));
    showChanges();
    ask(dragged);
  }

  function put(key, value) {
    if (value === undefined || value === null) delete changes.set[key]; else changes.set[key] = String(value);
  }

  function set(key, value, dragged) {
    held = null;
    put(key, value);
    refresh(dragged);
  }

  function setVariant(name) {
    held = null;
    changes.variant = name;
    refresh();
  }

  function setText(text) {
    held = null;
    changes.text = text === source.text ? null : text;
    engine.numbers({...query(), set: source.set}).then(found => {
      levers = new Map(found.map(lever => [lever.id, lever]));
      const named = found.filter(lever => lever.kind).map(lever => lever.id);
      if (named.length) source.decides = named;
      showDecisive();
    }, () => {});
    refresh();
  }

  function reset() {
    held = null;
    changes.variant = source.variant;
    changes.set = plain(source.set);
    changes.given = [];
    fixed.clear();
    if (changes.text !== null) {
      changes.text = null;
      if (editor) editor.setText(source.text);
    }
    refresh();
  }

  // ---- The text ----

  let editor = null, typing = 0, file = null;
  const textNow = () => (editor ? editor.text() : changes.text === null ? source.text : changes.text);
  const place = make('div', {class: 'editor'});
  const mistakes = make('p', {class: 'status', role: 'status'});
  const tools = make('p', {class: 'save'},
      make('button', {type: 'button', onclick: () => report.download(source.file, new Blob([textNow()], {type: 'text/yaml'}))}, 'Download'),
      ...(window.showSaveFilePicker ? [make('button', {type: 'button', onclick: () => save()}, 'Save \u2026')] : []),
      make('button', {type: 'button', onclick: () => opener.click()}, 'Open \u2026'));
  const opener = make('input', {type: 'file', accept: '.yaml,.yml', hidden: true, 'aria-label': 'Open a scenario file',
    onchange: () => { if (opener.files[0]) opener.files[0].text().then(text => editor.setText(text)); opener.value = ''; }});
  const text = make('details', {class: 'more text', ontoggle: () => { if (text.open) openEditor(); }}, make('summary', {}, 'The text of the scenario'), tools, opener, mistakes, place);

  async function save() {
    try {
      if (!file) file = await window.showSaveFilePicker({suggestedName: source.file, types: [{description: 'Scenario', accept: {'text/yaml': ['.yaml']}}]});
      const out = await file.createWritable();
      await out.write(textNow());
      await out.close();
      mistakes.textContent = 'Saved as ' + file.name + '.';
    } catch (error) {
      if (error.name !== 'AbortError') mistakes.textContent = 'Not saved: ' + error.message;
    }
  }

  async function openEditor() {
    if (editor || place.dataset.opening) return;
    place.dataset.opening = 'true';
    const script = document.createElement('script');
    const texts = await engine.texts();
    script.textContent = texts.editor;
    document.head.append(script);
    editor = window.corridorEditor(place, changes.text === null ? source.text : changes.text, texts.schema, typed);
    check();
  }

  function typed() {
    clearTimeout(typing);
    typing = setTimeout(() => check(), TYPING);
  }

  function check() {
    const typedText = editor.text();
    engine.validate(typedText).then(found => {
      if (typedText !== editor.text()) return;
      editor.show(found);
      const errors = found.filter(one => one.severity !== 'warning');
      mistakes.textContent = errors.length ? plural(errors.length, 'problem') + '; the first on line ' + (errors[0].line || 1) + ': ' + (errors[0].key ? errors[0].key + ': ' : '') + errors[0].message
          : 'No problems' + (found.length ? ', but ' + plural(found.length, 'remark') : '') + '.';
      if (!errors.length && typedText !== (changes.text === null ? source.text : changes.text)) setText(typedText);
    });
  }

  // ---- One path ----

  const pathNumber = make('input', {type: 'number', min: 0, step: 1, id: 'path-number', value: 0});
  const story = make('div', {class: 'story', 'aria-live': 'polite'});
  const onePath = make('details', {class: 'more path'}, make('summary', {}, 'One path, and what happens on it'),
      make('p', {class: 'note'}, 'A thin line of a chart is one path: click it, or give its number.'),
      make('form', {onsubmit: event => { event.preventDefault(); explain(Number(pathNumber.value)); }},
          make('label', {for: 'path-number'}, 'Path '), pathNumber, ' ', make('button', {}, 'Tell')), story);

  function explain(number) {
    onePath.open = true;
    pathNumber.value = number;
    story.replaceChildren(make('p', {}, 'Simulating path ' + number + ' \u2026'));
    document.querySelectorAll('.single').forEach(path => path.classList.toggle('chosen', Number(path.dataset.path) === number));
    return engine.explain({...query(), path: number}).then(told => {
      story.replaceChildren(make('h3', {}, 'Path ' + number), make('ol', {class: 'items'}, ...told.story.map(event =>
          make('li', {}, typeof event === 'string' ? event : make('span', {}, make('strong', {}, event.month), ' ' + event.text)))));
      if (!told.story.length) story.append(make('p', {}, 'Nothing out of the ordinary happens on it.'));
    }, error => story.replaceChildren(make('p', {}, String(error.message || error))));
  }

  // The line that passes nearest to where one clicked; they are too thin to be hit.
  function nearest(svg, x, y) {
    let best = 14, number = -1;
    svg.querySelectorAll('.single').forEach(path => {
      const length = path.getTotalLength();
      for (let at = 0; at <= 400; at++) {
        const point = path.getPointAtLength(length * at / 400);
        const distance = Math.hypot(point.x - x, point.y - y);
        if (distance < best) { best = distance; number = Number(path.dataset.path); }
      }
    });
    return number;
  }

  document.addEventListener('click', event => {
    const svg = event.target.closest && event.target.closest('.plot svg');
    if (!svg || !svg.querySelector('.single') || root.dataset.state !== 'ready') return;
    const bounds = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / bounds.width;
    const number = nearest(svg, (event.clientX - bounds.left) * scale, (event.clientY - bounds.top) * scale);
    if (number >= 0) explain(number).then(() => onePath.scrollIntoView({block: 'nearest'}));
  });

  // Links within the page leave the address alone while it holds changes.
  document.addEventListener('click', event => {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(link.getAttribute('href').slice(1));
    if (!target || !location.hash.startsWith('#?')) return;
    event.preventDefault();
    target.scrollIntoView();
    target.setAttribute('tabindex', '-1');
    target.focus({preventScroll: true});
  });
  document.addEventListener('toggle', event => {
    if (event.target.matches && event.target.matches('main section:not(#ask) details.more') && event.target.open && isChanged()) ask();
  }, true);
  addEventListener('hashchange', async () => {
    const restored = await fromAddress();
    restoring = true;
    if (restored) refresh(); else if (isChanged()) reset();
    restoring = false;
  });

  // ---- Beginning ----

  // Levers are there before the model is.
  (first || root).append(status, decisive);
  root.append(strip, refused, problems, variants, allLevers, kept, text, onePath);
  if (own) problems.after(list, drawings);
  showDecisive();
  showVariants();

  async function begin() {
    root.dataset.state = 'ready';
    const restored = await fromAddress();
    if (source.editor) text.open = true;
    restoring = true;
    if (!own) answerItems.forEach(offer);
    if (restored || source.editor) refresh(); else if (!isChanged()) ask();
    restoring = false;
  }

  Object.assign(engine, {
    set: (key, value) => set(key, value), shift: (key, amount) => set(key + '+', amount), reset: reset,
    text: textNow,
    edit: other => { if (editor) editor.setText(other); else setText(other); }
  });
  Object.defineProperty(engine, 'levers', {get: () => [...levers.values()].map(
      ({id, of, label, kind, value, low, high, grade}) => ({id, of, label, kind, value, low, high, grade}))});
  Object.defineProperty(engine, 'state', {get: () => ({variant: changes.variant, set: {...changes.set}, text: changes.text, given: changes.given, view: view, busy: busy !== null || root.dataset.busy === 'true'})});
  tell('Move a number, and the answers move.');
  engine.ready.then(begin, error => missing(String(error.message || error)));
})();
