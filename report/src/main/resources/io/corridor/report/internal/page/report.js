'use strict';
// Reads numbers out, hands charts over, and turns the colours. The page is whole without it: all
// charts are drawn already.
(function () {
  const root = document.documentElement;
  let data = {};
  const SVG = 'http://www.w3.org/2000/svg';
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

  // The bytes of a text whose characters hold 7 bits, or 12 where the first 7 are of a character left out: the reverse of Base128.
  function bytes(text) {
    const all = new Uint8Array(text.length * 12 >> 3);
    const last = 256 + 38 * 32;
    let held = 0, bits = 0, filled = 0;
    const hold = (value, count) => {
      held |= value << bits;
      for (bits += count; bits > 7; bits -= 8) {
        all[filled++] = held;
        held >>= 8;
      }
    };
    const leftOut = kind => hold(kind < 32 ? kind : ' "<\\`\x7f'.charCodeAt(kind - 32), 7);
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 128) hold(code, 7);
      else if (code >= last) leftOut(code - last);
      else {
        leftOut(code - 256 >> 5);
        hold(code & 31, 5);
      }
    }
    return all.slice(0, filled);
  }
  const unpacked = letters => new Response(new Blob([bytes(letters)]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  // What is asked; a text that the page shows isn't told again.
  const source = async () => {
    const asked = JSON.parse(await unpacked(document.getElementById('corridor-source').textContent));
    return {text: (document.querySelector('pre.file') || {}).textContent, ...asked};
  };

  const inWords = month => /^\d{4}-\d\d$/.test(month) ? MONTHS[month.slice(5) - 1] + ' ' + month.slice(0, 4) : month;
  const digits = value => Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const number = value => value.toFixed(digits(value)).replace('-', '\u2212').replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0');

  // Numbers as they were, of how the page holds them: months in turn as the first, and columns as steps.
  function readable(numbers) {
    const columns = numbers.columns.map(([decimals, ...steps]) => {
      let sum = 0;
      return steps.map(step => {
        if (step === null) return null;
        sum += step;
        return decimals < 0 ? sum * Math.pow(10, -decimals) : sum / Math.pow(10, decimals);
      });
    });
    return {names: numbers.names, rows: typeof numbers.rows === 'string' ? months(numbers.rows, columns[0].length) : numbers.rows, columns: columns};
  }
  function months(first, count) {
    const [year, month] = first.split('-').map(Number);
    return Array.from({length: count}, (_, i) => {
      const at = 12 * year + month - 1 + i;
      return String(Math.floor(at / 12)).padStart(4, '0') + '-' + String(at % 12 + 1).padStart(2, '0');
    });
  }

  // What stands at a row of a chart's numbers; a band's two ends in one line.
  function told(numbers, row) {
    const lines = [inWords(numbers.rows[row])];
    for (let c = 0; c < numbers.columns.length; c++) {
      const value = numbers.columns[c][row];
      const name = numbers.names[c + 1];
      if (value === null) continue;
      if (name.endsWith(', from')) {
        lines.push(name.slice(0, -6) + ': ' + number(value) + ' to ' + number(numbers.columns[++c][row]));
      } else {
        lines.push(name + ': ' + number(value));
      }
    }
    return lines.join('\n');
  }

  function shown(plot) {
    return [...plot.querySelectorAll('svg')].find(svg => svg.getBoundingClientRect().width > 0);
  }

  // Follows the pointer, or the arrow keys, along the months of a chart.
  function follow(plot) {
    let box = null, line = null, row = -1;
    function clear() {
      if (box) box.remove();
      if (line) line.remove();
      box = line = null;
      row = -1;
    }
    function show(at) {
      const svg = shown(plot);
      if (!svg) return;
      const d = svg.dataset, count = Number(d.count);
      row = Math.max(0, Math.min(count - 1, at));
      const x = Number(d.left) + (row + 0.5) * (d.right - d.left) / count;
      if (!box) {
        box = document.createElement('div');
        box.className = 'told';
        box.setAttribute('role', 'status');
        plot.append(box);
      }
      if (line) line.remove();
      line = document.createElementNS(SVG, 'path');
      line.setAttribute('class', 'cursor');
      line.setAttribute('d', 'M' + x + ' ' + d.top + 'V' + d.bottom);
      svg.append(line);
      box.textContent = told(data[plot.id], row);
      say(row);
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      const room = plot.clientWidth - box.offsetWidth;
      const beside = x * scale + 10;
      box.style.left = Math.max(0, beside <= room ? beside : x * scale - 10 - box.offsetWidth) + 'px';
    }
    function say(at) {
      plot.setAttribute('aria-valuenow', at);
      plot.setAttribute('aria-valuetext', told(data[plot.id], at).replace(/\n/g, '; '));
    }
    // Where keys begin: at the deadline, or else at the end.
    function start() {
      const d = plot.querySelector('svg').dataset, due = plot.querySelector('svg .due');
      const x = due ? Number(/^M([\d.]+)/.exec(due.getAttribute('d'))[1]) : Infinity;
      return Math.max(0, Math.min(d.count - 1, Math.floor((x - d.left) / (d.right - d.left) * d.count)));
    }
    plot.setAttribute('role', 'slider');
    plot.setAttribute('aria-valuemin', 0);
    plot.setAttribute('aria-valuemax', plot.querySelector('svg').dataset.count - 1);
    say(start());
    plot.addEventListener('pointermove', event => {
      const svg = shown(plot);
      if (!svg) return;
      const bounds = svg.getBoundingClientRect(), d = svg.dataset;
      const x = (event.clientX - bounds.left) * svg.viewBox.baseVal.width / bounds.width;
      show(Math.floor((x - d.left) / (d.right - d.left) * d.count));
    });
    plot.addEventListener('pointerleave', clear);
    plot.addEventListener('blur', clear);
    plot.addEventListener('keydown', event => {
      const svg = shown(plot);
      const last = svg ? Number(svg.dataset.count) - 1 : 0;
      const by = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1}[event.key];
      const to = by ? (row < 0 ? start() : row + by) : {Home: 0, End: last}[event.key];
      if (event.key === 'Escape') clear();
      if (to === undefined) return;
      event.preventDefault();
      show(to);
    });
    plot.tabIndex = 0;
  }

  function download(name, blob) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  // The drawing with its colours inside, light, on paper.
  function standalone(plot) {
    const svg = plot.querySelector('svg').cloneNode(true);
    const size = svg.viewBox.baseVal;
    svg.querySelectorAll('.cursor').forEach(line => line.remove());
    svg.setAttribute('width', size.width + 16);
    svg.setAttribute('height', size.height + 16);
    svg.setAttribute('viewBox', '-8 -8 ' + (size.width + 16) + ' ' + (size.height + 16));
    svg.setAttribute('data-theme', 'light');
    svg.removeAttribute('aria-hidden');
    const title = document.createElementNS(SVG, 'title');
    title.textContent = plot.getAttribute('aria-label');
    const style = document.createElementNS(SVG, 'style');
    style.textContent = document.getElementById('chart-style').textContent;
    const paper = document.createElementNS(SVG, 'path');
    paper.setAttribute('d', 'M-8 -8h' + (size.width + 16) + 'v' + (size.height + 16) + 'h-' + (size.width + 16) + 'z');
    paper.setAttribute('class', 'f-paper');
    svg.prepend(title, style, paper);
    return new XMLSerializer().serializeToString(svg);
  }

  // Quotes what a spreadsheet would take for something else; a leading sign of a formula is disarmed.
  const cell = value => {
    const text = typeof value === 'string' ? value.replace(/^([=+@\t\r-])/, "'$1") : String(value === null ? '' : value);
    return /[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  };

  function csv(numbers) {
    const rows = [numbers.names.map(cell).join(',')];
    numbers.rows.forEach((name, i) => rows.push([cell(name)].concat(numbers.columns.map(c => cell(c[i]))).join(',')));
    return '\ufeff' + rows.join('\r\n') + '\r\n';
  }

  function png(plot, name) {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = 2 * image.width;
      canvas.height = 2 * image.height;
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(blob => download(name + '.png', blob), 'image/png');
    };
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(standalone(plot));
  }

  const HAND_OVER = {
    SVG: (plot, name) => download(name + '.svg', new Blob([standalone(plot)], {type: 'image/svg+xml'})),
    PNG: png,
    CSV: (plot, name) => download(name + '.csv', new Blob([csv(data[name])], {type: 'text/csv'}))
  };

  function equip(plot) {
    const svg = plot.querySelector('svg');
    if (svg.dataset.count) follow(plot);
    const buttons = document.createElement('span');
    buttons.className = 'save';
    Object.keys(HAND_OVER).forEach(kind => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = kind;
      button.setAttribute('aria-label', kind + ' of ' + plot.getAttribute('aria-label').replace(/^Chart: /, ''));
      button.addEventListener('click', () => HAND_OVER[kind](plot, plot.id));
      buttons.append(button);
    });
    const details = plot.closest('figure').querySelector('.numbers');
    details.querySelector('summary').firstChild.textContent = 'Numbers and downloads';
    details.querySelector('summary').after(buttons);
  }

  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : prefersDark.matches);
  const theme = document.getElementById('theme');
  const label = () => { theme.textContent = isDark() ? 'Light colours' : 'Dark colours'; };
  theme.addEventListener('click', () => { root.dataset.theme = isDark() ? 'light' : 'dark'; label(); });
  prefersDark.addEventListener('change', label);
  document.querySelectorAll('.tools').forEach(tools => { tools.hidden = false; });
  label();

  const singles = document.getElementById('singles');
  function showSingles() {
    if (singles) document.querySelectorAll('.single').forEach(path => { path.style.display = singles.checked ? '' : 'none'; });
  }
  if (singles) {
    singles.addEventListener('change', showSingles);
    if (!document.querySelector('.single')) singles.parentElement.hidden = true;
  }

  // What a link leads to may be folded.
  addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    let aim = link && document.getElementById(link.hash.slice(1));
    while ((aim = aim && aim.parentElement)) if (aim.matches('details')) aim.open = true;
  });

  // Paper is light, and shows what is folded.
  let before, folded = [];
  addEventListener('beforeprint', () => {
    before = root.dataset.theme;
    root.dataset.theme = 'light';
    folded = [...document.querySelectorAll('details.more:not([open])')].filter(details => !details.closest('#ask'));
    folded.forEach(details => { details.open = true; });
  });
  addEventListener('afterprint', () => {
    if (before) root.dataset.theme = before; else delete root.dataset.theme;
    folded.forEach(details => { details.open = false; });
  });
  // For the script that draws charts anew: what is drawn and said of one, by the id of its plot.
  const parts = plot => {
    const figure = plot.closest('figure');
    return [plot, figure.querySelector('.note'), figure.querySelector('.numbers .scroll'), figure.querySelector('h3')];
  };
  function table(rows) {
    const [head, ...body] = rows.map((cells, r) => {
      const row = document.createElement('tr');
      cells.forEach((text, c) => {
        const cell = document.createElement(r === 0 || c === 0 ? 'th' : 'td');
        if (r === 0 || c === 0) cell.scope = r === 0 ? 'col' : 'row';
        cell.textContent = text;
        row.append(cell);
      });
      return row;
    });
    const whole = document.createElement('table');
    whole.createTHead().append(head);
    whole.createTBody().append(...body);
    return whole;
  }
  function fill(plot, figure) {
    const [, note, numbers, heading] = parts(plot);
    data[plot.id] = readable(figure.numbers);
    const drawings = new DOMParser().parseFromString('<body>' + figure.wide + figure.narrow, 'text/html').body;
    const wide = plot.closest('figure').classList.contains('wide');
    plot.replaceChildren(...[...drawings.children].slice(wide ? 0 : 1));
    note.textContent = figure.note;
    heading.textContent = figure.title;
    numbers.replaceChildren(table(figure.table));
    showSingles();
  }
  // A page in a frame is loaded once somebody opens it.
  document.querySelectorAll('.frame').forEach(frame => frame.addEventListener('toggle', () => {
    const page = frame.querySelector('iframe');
    page.src = page.dataset.src;
  }, {once: true}));
  async function load() {
    data = JSON.parse(await unpacked(document.getElementById('data').textContent));
    Object.keys(data).forEach(id => { data[id] = readable(data[id]); });
    document.querySelectorAll('.plot').forEach(equip);
    root.dataset.ready = 'true';
  }
  window.corridorReport = {
    bytes: bytes,
    unpacked: unpacked,
    source: source,
    loaded: load(),
    download: download,
    // The reader's side of the model is unpacked, and run where nothing hinders it.
    start: () => {
      const packed = document.getElementById('corridor-live').textContent;
      (typeof DecompressionStream === 'function' ? unpacked(packed) : Promise.reject()).then(text => {
        const script = document.createElement('script');
        script.textContent = text;
        document.body.append(script);
      }, () => {
        const root = document.getElementById('ask'), why = document.createElement('p');
        root.dataset.state = 'none';
        why.id = 'ask-status';
        why.textContent = 'The page can\u2019t be asked here: ' + ((window.corridor || {}).missing || 'the file is damaged, and what it carries can\u2019t be unpacked.');
        root.append(why);
      });
    },
    snapshot: id => ({numbers: data[id], html: parts(document.getElementById(id)).map(part => part.innerHTML)}),
    restore: (id, saved) => {
      data[id] = saved.numbers;
      parts(document.getElementById(id)).forEach((part, i) => { part.innerHTML = saved.html[i]; });
      showSingles();
    },
    replace: (id, figure) => fill(document.getElementById(id), figure),
    adopt: (plot, figure) => { fill(plot, figure); equip(plot); }
  };
})();
