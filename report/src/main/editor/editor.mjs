// The editor of a scenario's text: CodeMirror 6 with YAML's colours, the reader's errors at their
// places, and completion and help from the schema. README.md says how editor.min.js is made of it.
import {EditorState, Text} from '@codemirror/state';
import {EditorView, drawSelection, highlightActiveLine, hoverTooltip, keymap, lineNumbers} from '@codemirror/view';
import {defaultKeymap, history, historyKeymap} from '@codemirror/commands';
import {HighlightStyle, StreamLanguage, syntaxHighlighting} from '@codemirror/language';
import {yaml} from '@codemirror/legacy-modes/mode/yaml';
import {lintGutter, lintKeymap, setDiagnostics} from '@codemirror/lint';
import {autocompletion, completionKeymap} from '@codemirror/autocomplete';
import {search, searchKeymap} from '@codemirror/search';
import {tags} from '@lezer/highlight';

const KEY = /^(\s*(?:- )*)(["']?)([^\s"'#{}\[\],][^"'#{}\[\],]*?)\2\s*:(?=\s|$)/;

// ---- Where one is: the keys that lead there, outermost first ----

// Keys of flow mappings that are open at the end of a piece of a line, after the key of the line.
function flow(text) {
  const open = [];
  let word = '', key = '', quote = '';
  for (const c of text) {
    if (quote) {
      if (c === quote) quote = ''; else word += c;
    } else if (c === '"' || c === "'") {
      quote = c;
    } else if (c === '#') {
      break;
    } else if (c === '{' || c === '[') {
      open.push(key);
      word = key = '';
    } else if (c === '}' || c === ']') {
      open.pop();
      word = key = '';
    } else if (c === ',') {
      word = key = '';
    } else if (c === ':') {
      key = word.trim();
      word = '';
    } else {
      word += c;
    }
  }
  return {open: open, key: key, word: word.trim()};
}

// {path: keys of the mappings one is in, key: whose value one is writing, or ''}
function where(state, at) {
  const here = state.doc.lineAt(at);
  const before = here.text.slice(0, at - here.from);
  let indent = before.trim() === '' ? before.length : here.text.search(/\S/);
  const item = /^\s*((?:- )+)/.exec(here.text);
  const above = [];
  for (let n = here.number - 1; n > 0 && indent > 0; n--) {
    const text = state.doc.line(n).text;
    const depth = text.search(/\S/);
    if (depth < 0 || text[depth] === '#' || depth >= indent) continue;
    indent = depth;
    const key = KEY.exec(text);
    if (key) above.unshift(key[3]);
    else if (text.trim().startsWith('-')) above.unshift('-');
  }
  const own = KEY.exec(before);
  const rest = own ? before.slice(own[0].length) : before.slice(item ? item[0].length : 0);
  const inner = flow(rest);
  const path = item ? above.concat('-') : above;
  if (!own) return {path: inner.open.length ? path.concat(inner.open.map(key => key || '-')) : path, key: inner.open.length ? inner.key : ''};
  return inner.open.length
      ? {path: path.concat(own[3], inner.open.slice(1).map(key => key || '-')), key: inner.key}
      : {path: path, key: own[3]};
}

// ---- What the schema says of it ----

function reader(schema) {
  const named = ref => schema.$defs[ref.slice(ref.lastIndexOf('/') + 1)];

  // A schema and all that stand for it; those of an unfinished scenario repeat the others.
  function parts(one, found = new Set()) {
    if (!one || typeof one !== 'object' || found.has(one)) return found;
    found.add(one);
    if (one.$ref) parts(named(one.$ref), found);
    for (const word of ['anyOf', 'oneOf', 'allOf']) (one[word] || []).forEach(each => parts(each, found));
    parts(one.else || one.then, found);
    if (one.else) parts(one.then, found);
    return found;
  }

  const all = (schemas, take) => schemas.flatMap(each => [...parts(each)].flatMap(take));

  function below(schemas, key) {
    if (key === '-') return all(schemas, part => (part.items ? [part.items] : []));
    const exact = all(schemas, part => (part.properties && part.properties[key] ? [part.properties[key]] : []));
    return exact.length ? exact : all(schemas, part => (typeof part.additionalProperties === 'object' ? [part.additionalProperties]
        : Object.values(part.patternProperties || {})));
  }

  const at = path => path.reduce(below, [schema.$defs.scenario]);
  const said = schemas => {
    const texts = all(schemas, part => (part.description ? [part.description] : []));
    return texts[0] || '';
  };

  return {
    keys(path) {
      const keys = new Map();
      all(at(path), part => Object.entries(part.properties || {})).forEach(([key, value]) => {
        if (!keys.has(key)) keys.set(key, said([value]));
      });
      return keys;
    },
    words(path) {
      return [...new Set(all(at(path), part => part.enum || ('const' in part ? [part.const] : [])).filter(word => word !== null).map(String))];
    },
    says: path => said(at(path))
  };
}

// Ids that the text defines, by section: what names of others may be completed with.
function idsOf(doc) {
  const ids = new Map();
  let section = '';
  for (const line of doc.iterLines()) {
    const key = KEY.exec(line);
    if (!key) continue;
    if (key[1] === '') section = key[3];
    else if (key[1].length === 2) ids.set(key[3], section);
  }
  return ids;
}

window.corridorEditor = function (place, text, schema, onChange) {
  const scheme = reader(schema);

  function complete(context) {
    const word = context.matchBefore(/[\w.-]*$/);
    if (!context.explicit && word.from === word.to) return null;
    const {path, key} = where(context.state, word.from);
    if (key) {
      const words = scheme.words(path.concat(key)).map(label => ({label: label, type: 'constant'}));
      const ids = [...idsOf(context.state.doc)].map(([label, section]) => ({label: label, detail: section, type: 'variable', boost: -50}));
      return {from: word.from, options: words.concat(context.explicit || words.length === 0 ? ids : []), validFor: /^[\w.-]*$/};
    }
    const options = [...scheme.keys(path)].map(([label, info]) => ({label: label, apply: label + ': ', info: info, type: 'property'}));
    return {from: word.from, options: options, validFor: /^[\w.-]*$/};
  }

  const help = hoverTooltip((view, pos) => {
    const word = view.state.wordAt(pos);
    if (!word) return null;
    const line = view.state.doc.lineAt(pos);
    let from = word.from, to = word.to;
    while (from > line.from && /[\w.-]/.test(line.text[from - line.from - 1])) from--;
    while (to < line.to && /[\w.-]/.test(line.text[to - line.from])) to++;
    if (line.text[to - line.from] !== ':') return null;
    const {path} = where(view.state, from);
    const says = scheme.says(path.concat(line.text.slice(from - line.from, to - line.from)));
    if (!says) return null;
    return {pos: from, end: to, create: () => {
      const dom = document.createElement('div');
      dom.className = 'help';
      dom.textContent = says;
      return {dom: dom};
    }};
  });

  const colours = HighlightStyle.define([
    {tag: tags.comment, color: 'var(--soft)', fontStyle: 'italic'},
    {tag: [tags.atom, tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)'},
    {tag: [tags.number, tags.literal], color: 'var(--warn)'},
    {tag: tags.keyword, fontWeight: 'bold'}
  ]);
  const theme = EditorView.theme({
    '&': {color: 'var(--ink)', backgroundColor: 'var(--paper)', maxHeight: '36rem', fontSize: '.83rem'},
    '&.cm-focused': {outline: '3px solid var(--accent)'},
    '.cm-scroller': {fontFamily: 'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace'},
    '.cm-content': {caretColor: 'var(--ink)'},
    '.cm-cursor': {borderLeftColor: 'var(--ink)'},
    '.cm-gutters': {backgroundColor: 'var(--panel)', color: 'var(--soft)', borderRight: '1px solid var(--line)'},
    '.cm-activeLine': {backgroundColor: 'transparent'},
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {backgroundColor: 'var(--line)'},
    '.cm-tooltip, .cm-panels': {backgroundColor: 'var(--panel)', color: 'var(--ink)', border: '1px solid var(--line)'},
    '.cm-tooltip-autocomplete ul li[aria-selected]': {backgroundColor: 'var(--accent)', color: 'var(--paper)'},
    '.cm-diagnostic-error': {borderLeftColor: 'var(--warn)'},
    '.help': {padding: '.3rem .5rem', maxWidth: '28rem'}
  });

  // Styles of a shadow tree are objects, which a strict policy lets pass.
  const shadow = place.attachShadow({mode: 'open'});
  const view = new EditorView({
    root: shadow,
    parent: shadow,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), history(), drawSelection(), highlightActiveLine(), search(), lintGutter(), help,
        StreamLanguage.define(yaml), syntaxHighlighting(colours), theme,
        autocompletion({override: [complete]}),
        // Tab leaves the editor, as everywhere on the page; Control and ] indents.
        keymap.of([...completionKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...lintKeymap]),
        EditorView.contentAttributes.of({'aria-label': 'Text of the scenario'}),
        EditorView.updateListener.of(update => { if (update.docChanged) onChange(); })
      ]
    })
  });

  view.scrollDOM.tabIndex = 0;

  function span(problem) {
    const doc = view.state.doc;
    const line = doc.line(Math.max(1, Math.min(doc.lines, problem.line || 1)));
    const from = Math.min(line.to, line.from + Math.max(0, [...line.text].slice(0, Math.max(0, problem.column - 1)).join('').length));
    const word = /^[^\s,}\]]*/.exec(line.text.slice(from - line.from))[0].length;
    return {from: from, to: Math.min(line.to, from + Math.max(1, word))};
  }

  return {
    text: () => view.state.doc.toString(),
    setText(other) {
      view.dispatch({changes: {from: 0, to: view.state.doc.length, insert: Text.of(other.split(/\r\n?|\n/))}});
    },
    show(problems) {
      view.dispatch(setDiagnostics(view.state, problems.map(problem => ({
        ...span(problem), severity: problem.severity === 'warning' ? 'warning' : 'error',
        message: (problem.key ? problem.key + ': ' : '') + problem.message
      }))));
    },
    focus: () => view.focus(),
    view: view
  };
};
