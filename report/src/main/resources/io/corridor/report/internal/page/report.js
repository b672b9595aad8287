'use strict';
// Draws the charts of the page. Its data are words and numbers ready to be shown: nothing is computed
// here but where things lie.
(function () {
  const data = JSON.parse(document.getElementById('data').textContent);
  const months = data.months;
  const root = document.documentElement;
  const drawn = new Map();
  let showSingles = true;

  const colour = name => getComputedStyle(root).getPropertyValue('--' + name).trim();
  const lineColour = i => colour('c' + (1 + i % 7));
  const dash = i => (i < 7 ? 'solid' : 'dashed');
  const number = value => value.toLocaleString('en-GB', {
    maximumFractionDigits: Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  }).replace(/,/g, '\u00a0').replace('-', '\u2212');
  const percent = value => value.toFixed(1) + '\u00a0%';
  const escape = text => echarts.format.encodeHTML(String(text));
  const withUnit = unit => (unit ? '\u00a0' + unit : '');
  const isNarrow = element => element.clientWidth < 520;
  const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const inWords = month => NAMES[Number(month.slice(5)) - 1] + ' ' + month.slice(0, 4);

  function monthAxis(element, gap) {
    const isLong = months.length > 30;
    const every = isNarrow(element) && months.length > 60 ? 2 : 1;
    const shown = month => isLong
      ? month.endsWith('-01') && Number(month.slice(0, 4)) % every === 0
      : months.indexOf(month) % Math.ceil(months.length / (isNarrow(element) ? 4 : 8)) === 0;
    return {
      type: 'category', data: months, boundaryGap: gap,
      axisLine: {lineStyle: {color: colour('soft')}},
      axisTick: {show: true, alignWithLabel: true, interval: (i, month) => shown(month), lineStyle: {color: colour('soft')}},
      axisLabel: {color: colour('soft'), hideOverlap: true, interval: (i, month) => shown(month),
        formatter: month => (isLong ? month.slice(0, 4) : inWords(month))},
      axisPointer: {label: {show: false}}
    };
  }

  function valueAxis(more) {
    return Object.assign({
      type: 'value',
      splitLine: {lineStyle: {color: colour('line')}},
      axisLabel: {color: colour('soft'), formatter: number}
    }, more);
  }

  function base(more) {
    return Object.assign({
      animation: false,
      aria: {enabled: false},
      textStyle: {fontFamily: getComputedStyle(document.body).fontFamily, color: colour('ink')},
      grid: {left: 8, right: 16, top: 14, bottom: 4, containLabel: true}
    }, more);
  }

  function tooltip(formatter, trigger) {
    return {
      trigger: trigger || 'axis', confine: true, formatter: formatter,
      backgroundColor: colour('paper'), borderColor: colour('line'),
      textStyle: {color: colour('ink'), fontSize: 13},
      axisPointer: {lineStyle: {color: colour('soft')}}
    };
  }

  // A step of 1, 2 or 5 of some power of ten, of which the range is about five.
  function step(range) {
    const power = Math.pow(10, Math.floor(Math.log10(range / 5)));
    const lead = range / 5 / power;
    return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
  }

  // Ends on steps, so that no line of the grid stands close beside another.
  function ends(low, high) {
    const by = step(high > low ? high - low : 1);
    return {min: Math.floor(low / by) * by, max: Math.ceil(high / by) * by, interval: by};
  }

  const row = (name, value) => escape(name) + ': <b>' + escape(value) + '</b>';

  function legend(names, icon, more) {
    return Object.assign({
      data: names, top: 4, left: 0, icon: icon, itemWidth: 14, itemHeight: 8, itemGap: 9,
      textStyle: {color: colour('ink'), fontSize: 11.5}, inactiveColor: colour('soft')
    }, more);
  }

  const textWidth = text => echarts.format.getTextRect(text, '12px ' + getComputedStyle(document.body).fontFamily).width;

  // What the lines of a legend take from the top.
  function legendRoom(names, element) {
    let lines = 1, x = 0;
    names.forEach(name => {
      const width = 32 + textWidth(name);
      if (x > 0 && x + width > element.clientWidth - 10) {
        lines++;
        x = 0;
      }
      x += width;
    });
    return 10 + 23 * lines;
  }

  // Median, bands, thresholds and single paths of one metric.
  function fan(chart, element) {
    const tints = chart.bands.length === 1 ? [0.22] : [0.16, 0.3, 0.3, 0.3];
    const series = [];
    chart.bands.forEach((band, i) => {
      const common = {type: 'line', stack: 'band' + i, stackStrategy: 'all', symbol: 'none', silent: true,
        lineStyle: {opacity: 0}, z: 2 + i};
      series.push(Object.assign({}, common, {data: band.low}));
      series.push(Object.assign({}, common, {
        data: band.high.map((high, t) => high - band.low[t]),
        areaStyle: {color: colour('band'), opacity: tints[i]}
      }));
    });
    if (showSingles) {
      chart.paths.forEach(path => series.push({
        type: 'line', data: path, symbol: 'none', silent: true, z: 6,
        lineStyle: {width: 0.8, color: colour('single'), opacity: 0.85}
      }));
    }
    const low = Math.min(...chart.middle, ...chart.bands.flatMap(band => band.low));
    const high = Math.max(...chart.middle, ...chart.bands.flatMap(band => band.high));
    const room = Math.max(high - low, Math.abs(high) * 0.1);
    const targets = chart.targets.filter(value => value <= high + room && value >= low - room);
    series.push({
      name: chart.middleName, type: 'line', data: chart.middle, symbol: 'none', z: 8,
      lineStyle: {width: 2.5, color: colour('band')}, itemStyle: {color: colour('band')},
      markLine: {
        silent: true, symbol: 'none', animation: false,
        lineStyle: {color: colour('warn'), type: 'dashed', width: 1.5},
        label: {position: 'insideStartTop', color: colour('warn'), backgroundColor: colour('paper'), padding: [1, 3],
          formatter: mark => chart.targetName || number(mark.value) + withUnit(chart.unit)},
        data: targets.map(value => ({yAxis: value}))
      }
    });
    // Room for the thresholds, though they may lie beyond all bands.
    const axis = valueAxis({scale: low > 0 && (high - low) < 0.25 * high});
    if (targets.length > 0) {
      const most = Math.max(...targets), least = Math.min(...targets);
      axis.max = extent => (most > extent.max ? ends(Math.min(0, extent.min), most * 1.02).max : null);
      axis.min = extent => (least < extent.min ? Math.min(0, ends(least * 1.02, Math.max(0, extent.max)).min) : null);
    }
    return base({
      grid: {left: 8, right: 16, top: 20, bottom: 4, containLabel: true},
      markLine: {z: 9}, // above the lines; this version of the library doesn't heed the series' own
      xAxis: monthAxis(element, false), yAxis: axis, series: series,
      tooltip: tooltip(items => {
        const t = items[0].dataIndex;
        return [escape(inWords(months[t])), row(chart.middleName, number(chart.middle[t]) + withUnit(chart.unit))]
          .concat(chart.bands.map(band => row(band.name + ' of paths', number(band.low[t]) + ' to ' + number(band.high[t]))))
          .join('<br>');
      })
    });
  }

  // Lines that are named where they end.
  function curves(chart, element) {
    const narrow = isNarrow(element);
    const selected = {};
    chart.lines.forEach(line => { selected[line.name] = line.shown; });
    const names = chart.lines.map(line => line.name);
    const many = chart.lines.length > 1;
    const atEnd = line => line.name + ' ' + line.end;
    const room = 14 + Math.max(...chart.lines.map(line => textWidth(atEnd(line))));
    return base({
      grid: {left: 8, right: narrow ? 16 : room, top: many ? legendRoom(names, element) : 14, bottom: 4, containLabel: true},
      legend: many ? legend(names, 'roundRect', {selected: selected, itemHeight: 14}) : undefined,
      xAxis: monthAxis(element, false),
      yAxis: valueAxis({min: 0, max: extent => (extent.max > 50 ? 100 : null)}),
      series: chart.lines.map((line, i) => ({
        name: line.name, type: 'line', data: line.values, symbol: 'none',
        lineStyle: {width: 2.2, color: lineColour(i), type: dash(i)}, itemStyle: {color: lineColour(i)},
        endLabel: {show: !narrow, color: lineColour(i), backgroundColor: colour('paper'), padding: [0, 2], lineHeight: 16,
          formatter: () => atEnd(line)},
        labelLayout: {moveOverlap: 'shiftY'}
      })),
      tooltip: tooltip(items => [escape(inWords(months[items[0].dataIndex]))]
        .concat(items.map(item => item.marker + row(item.seriesName, percent(item.value)))).join('<br>'))
    });
  }

  // The regime at the start is grey, the others have colours.
  const stateColours = (count, initial) => Array.from({length: count}, (unused, i) => (i === initial ? colour('s2')
    : count <= 3 ? colour((i < initial ? i : i - 1) === 0 ? 's1' : 's3') : lineColour(i)));

  function regimes(chart, element) {
    const colours = stateColours(chart.lines.length, chart.initial);
    const names = chart.lines.map(line => line.name);
    return base({
      grid: {left: 8, right: 16, top: legendRoom(names, element), bottom: 4, containLabel: true},
      legend: legend(names, 'rect'),
      xAxis: monthAxis(element, false), yAxis: valueAxis({min: 0, max: 100}),
      series: chart.lines.map((line, i) => ({
        name: line.name, type: 'line', stack: 'all', data: line.values, symbol: 'none',
        lineStyle: {width: 1, color: colour('paper')}, areaStyle: {color: colours[i], opacity: 1}, itemStyle: {color: colours[i]}
      })),
      tooltip: tooltip(items => [escape(inWords(months[items[0].dataIndex]))]
        .concat(items.slice().reverse().map(item => item.marker + row(item.seriesName, percent(item.value)))).join('<br>'))
    });
  }

  const PARTS = {'domestic': 'domestic', 'new projects': 'projects', 'imports': 'imports', 'from storage': 'storage', 'unserved': 'unserved'};

  function supply(chart, element) {
    const series = chart.parts.map(part => ({
      name: part.name, type: 'bar', stack: 'all', data: part.values, barCategoryGap: '0%',
      itemStyle: {color: colour(PARTS[part.name])}
    }));
    const names = series.map(one => one.name);
    return base({
      grid: {left: 8, right: 16, top: legendRoom(names, element), bottom: 4, containLabel: true},
      legend: legend(names, 'rect'),
      xAxis: monthAxis(element, true), yAxis: valueAxis(ends(chart.least, chart.most)),
      series: series,
      tooltip: tooltip(items => [escape(inWords(months[items[0].dataIndex]))]
        .concat(items.slice().reverse().map(item => item.marker + row(item.seriesName, number(item.value) + withUnit(chart.unit)))).join('<br>'))
    });
  }

  function heat(chart, element) {
    const most = Math.max(1e-9, ...chart.cells.map(cell => cell[2]));
    const narrow = isNarrow(element);
    return base({
      grid: {left: 8, right: 8, top: 4, bottom: 40, containLabel: true},
      xAxis: {type: 'category', data: chart.columns, position: 'top', axisLine: {show: false}, axisTick: {show: false},
        axisLabel: {color: colour('soft'), interval: 0, formatter: name => (narrow ? name[0] : name)}},
      yAxis: {type: 'category', data: chart.rows, inverse: true, axisLine: {show: false}, axisTick: {show: false}, axisLabel: {color: colour('soft')}},
      visualMap: {
        type: 'continuous', min: 0, max: most, orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 140, itemWidth: 10,
        calculable: false, formatter: number, text: [number(most) + '\u00a0%', '0\u00a0%'], textStyle: {color: colour('soft')},
        inRange: {color: [colour('heat-low'), colour('heat-mid'), colour('heat-high')]}
      },
      series: [{
        type: 'heatmap', itemStyle: {borderColor: colour('paper'), borderWidth: 1},
        data: chart.cells.map(cell => ({value: cell, label: {color: isDark()
          ? (cell[2] > 0.6 * most ? '#15171b' : '#ffffff')
          : (cell[2] > 0.73 * most ? '#ffffff' : '#15171b')}})),
        label: {show: true, fontSize: narrow ? 10 : 12, formatter: item => (narrow ? Math.round(item.value[2]) : item.value[2].toFixed(1))}
      }],
      tooltip: tooltip(item => row(chart.columns[item.value[0]] + ' ' + chart.rows[item.value[1]], number(item.value[2]) + '\u00a0%'), 'item')
    });
  }

  // Middles and widest bands of several scenarios over each other.
  function overlay(chart, element) {
    const series = [];
    // The line first: the legend shows the first series of a name.
    chart.lines.forEach((line, i) => {
      const common = {name: line.name, type: 'line', symbol: 'none', silent: true, itemStyle: {color: lineColour(i)}};
      series.push(Object.assign({}, common, {
        data: line.middle, z: 8, lineStyle: {width: 2.4, color: lineColour(i), type: dash(i)}
      }));
      if (line.low) {
        const band = Object.assign({}, common, {stack: 'band' + i, stackStrategy: 'all', lineStyle: {opacity: 0}, z: 2});
        series.push(Object.assign({}, band, {data: line.low}));
        series.push(Object.assign({}, band, {
          data: line.high.map((high, t) => high - line.low[t]), areaStyle: {color: lineColour(i), opacity: 0.13}
        }));
      }
    });
    const all = chart.lines.flatMap(line => line.middle.concat(line.low || []));
    const low = Math.min(...all), high = Math.max(...all);
    const names = chart.lines.map(line => line.name);
    return base({
      grid: {left: 8, right: 16, top: legendRoom(names, element) + 10, bottom: 4, containLabel: true},
      legend: legend(names, null, {itemWidth: 24}),
      xAxis: monthAxis(element, false), yAxis: valueAxis({scale: low > 0 && (high - low) < 0.25 * high}), series: series,
      tooltip: tooltip(items => {
        const t = items[0].dataIndex;
        return [escape(inWords(months[t]))].concat(chart.lines.map(line => row(line.name, number(line.middle[t]) + withUnit(chart.unit)
          + (line.low ? ' (' + number(line.low[t]) + ' to ' + number(line.high[t]) + ')' : '')))).join('<br>');
      })
    });
  }

  // Values of a question over a grid of two keys, or along one.
  function grid(chart, element) {
    const values = chart.cells.map(cell => cell[2]);
    const most = Math.max(...values), least = Math.min(...values);
    const place = value => (most > least ? (value - least) / (most - least) : 0);
    const inside = value => (isDark() ? (place(value) > 0.75 ? '#15171b' : '#ffffff') : (place(value) > 0.6 ? '#ffffff' : '#15171b'));
    const axis = {axisLine: {show: false}, axisTick: {show: false}, nameTextStyle: {color: colour('soft')}};
    const fit = chart.columns.length * (isNarrow(element) ? 34 : 52) < element.clientWidth;
    return base({
      grid: {left: 8, right: 16, top: 44, bottom: 44, containLabel: true},
      xAxis: Object.assign({type: 'category', data: chart.columns, position: 'top', name: chart.across, nameLocation: 'middle', nameGap: 28,
        axisLabel: {color: colour('soft'), interval: fit ? 0 : 'auto'}}, axis),
      yAxis: Object.assign({type: 'category', data: chart.rows, inverse: true, axisLabel: {color: colour('soft'), interval: 0}}, axis),
      visualMap: {
        type: 'continuous', min: least, max: most > least ? most : least + 1, orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 140, itemWidth: 10,
        show: most > least, calculable: false, text: [number(most) + withUnit(chart.unit), number(least) + withUnit(chart.unit)], textStyle: {color: colour('soft')},
        inRange: {color: [colour('heat-low'), colour('heat-mid'), colour('heat-high')]}
      },
      series: [{
        type: 'heatmap', itemStyle: {borderColor: colour('paper'), borderWidth: 1},
        data: chart.cells.map((cell, i) => ({value: cell, text: chart.texts[i], label: {color: inside(cell[2])}})),
        label: {show: fit, fontSize: isNarrow(element) ? 10 : 12, formatter: item => item.data.text}
      }],
      tooltip: tooltip(item => escape((chart.down ? chart.down + ' ' + chart.rows[item.value[1]] + ', ' : '') + chart.across + ' ' + chart.columns[item.value[0]])
        + '<br><b>' + escape(item.data.text + withUnit(chart.unit)) + '</b>', 'item')
    });
  }

  // The regime by colour, a lapse of the waiver as a mark; a row a path.
  function timeline(chart, element) {
    const states = chart.states.length > 0 ? chart.states : ['in force'];
    const colours = chart.states.length > 0 ? stateColours(states.length, chart.initial) : [colour('s2')];
    const rows = Array.from({length: chart.count}, (unused, path) => 'path ' + path);
    const series = states.map((state, i) => ({
      name: state, type: 'custom', itemStyle: {color: colours[i]},
      data: runs(chart, i), encode: {x: [0, 1], y: 2},
      renderItem: (params, api) => stretch(params, api, 0.8, api.style())
    }));
    if (chart.waivers) {
      series.push({
        name: 'waiver lapsed', type: 'custom', itemStyle: {color: colour('ink')}, z: 5,
        data: lapseRuns(chart.lapses), encode: {x: [0, 1], y: 2},
        renderItem: (params, api) => stretch(params, api, 0.3, api.style())
      });
    }
    const names = series.map(one => one.name);
    return base({
      grid: {left: 8, right: 16, top: legendRoom(names, element), bottom: 4, containLabel: true},
      legend: legend(names, 'rect'),
      xAxis: monthAxis(element, true),
      yAxis: {type: 'category', data: rows, inverse: true, axisLine: {show: false}, axisTick: {show: false}, axisLabel: {color: colour('soft')}},
      series: series,
      tooltip: tooltip(item => escape(rows[item.value[2]] + ', ' + item.seriesName) + '<br>' + escape(inWords(months[item.value[0]])
        + ' to ' + inWords(months[item.value[1]])), 'item')
    });
  }

  function stretch(params, api, share, style) {
    const from = api.coord([api.value(0), api.value(2)]);
    const to = api.coord([api.value(1), api.value(2)]);
    const [width, height] = api.size([1, 1]);
    return {type: 'rect', style: style, shape: {
      x: from[0] - width / 2, y: from[1] - height * share / 2, width: to[0] - from[0] + width, height: height * share}};
  }

  function runs(chart, state) {
    const found = [];
    for (let path = 0; path < chart.count; path++) {
      const regime = chart.regimes[path] || months.map(() => 0);
      for (let t = 0; t < regime.length; t++) {
        if (regime[t] !== state) continue;
        const last = found[found.length - 1];
        if (last && last[2] === path && last[1] === t - 1) last[1] = t; else found.push([t, t, path]);
      }
    }
    return found;
  }

  function lapseRuns(lapses) {
    const found = [];
    lapses.forEach(([t, path]) => {
      const last = found[found.length - 1];
      if (last && last[2] === path && last[1] === t - 1) last[1] = t; else found.push([t, t, path]);
    });
    return found;
  }

  // From the mean outcome in the lowest tenth of an input to that in the highest.
  function tornado(chart, element) {
    const narrow = isNarrow(element);
    const names = chart.factors.map(factor => factor.name);
    const room = Math.min(narrow ? 134 : 250, 26 + 7.5 * Math.max(...names.map(name => name.length)));
    const all = chart.factors.flatMap(factor => factor.deciles);
    const low = Math.min(...all), high = Math.max(...all);
    return base({
      // The library underrates the width of these labels, so they get it here.
      grid: {left: room, right: narrow ? 46 : 64, top: 50, bottom: 26},
      legend: legend([{name: 'lowest tenth', icon: 'circle'}, {name: 'highest tenth', icon: 'rect'}], null, {selectedMode: false, itemHeight: 10}),
      xAxis: valueAxis(ends(low, high)),
      yAxis: {type: 'category', data: names, inverse: true, axisTick: {show: false}, axisLine: {show: false},
        axisLabel: {color: colour('ink'), interval: 0, width: room - 14, overflow: narrow ? 'break' : 'truncate', lineHeight: 13, fontSize: narrow ? 10 : 12}},
      series: [
        {type: 'custom', encode: {x: [0, 1], y: 2}, z: 2,
          data: chart.factors.map((factor, i) => [factor.deciles[0], factor.deciles[9], i]),
          renderItem: (params, api) => {
            const from = api.coord([api.value(0), api.value(2)]);
            const to = api.coord([api.value(1), api.value(2)]);
            const thick = Math.min(10, api.size([0, 1])[1] * 0.4);
            return {type: 'rect', shape: {x: Math.min(from[0], to[0]), y: from[1] - thick / 2, width: Math.abs(to[0] - from[0]), height: thick},
              style: {fill: colour('band'), opacity: 0.35}};
          }},
        {name: 'lowest tenth', type: 'scatter', symbol: 'circle', symbolSize: 11, itemStyle: {color: colour('c1'), opacity: 1}, z: 4,
          data: chart.factors.map((factor, i) => [factor.deciles[0], i])},
        {name: 'highest tenth', type: 'scatter', symbol: 'rect', symbolSize: 10, itemStyle: {color: colour('c2'), opacity: 1}, z: 4,
          data: chart.factors.map((factor, i) => [factor.deciles[9], i]),
          markLine: {silent: true, symbol: 'none', animation: false, lineStyle: {color: colour('ink'), width: 1, type: 'solid'},
            label: {position: 'start', color: colour('ink'), formatter: 'mean ' + number(chart.mean) + withUnit(chart.unit)},
            data: [{xAxis: chart.mean}]}},
        {type: 'custom', encode: {y: 1}, silent: true, data: chart.factors.map((factor, i) => [factor.correlation, i]),
          renderItem: (params, api) => {
            const y = api.coord([low, api.value(1)])[1];
            return {type: 'text', style: {x: params.coordSys.x + params.coordSys.width + 8, y: y, text: correlation(chart.factors[params.dataIndex].correlation),
              fill: colour('soft'), fontSize: 12, textVerticalAlign: 'middle', verticalAlign: 'middle'}};
          }}
      ],
      tooltip: tooltip(item => {
        const factor = chart.factors[item.dataIndex];
        return '<b>' + escape(factor.name) + '</b><br>rank correlation ' + escape(correlation(factor.correlation)) + '<br>mean by tenth of the input:<br>'
          + escape(factor.deciles.map(number).join(' · ')) + escape(withUnit(chart.unit));
      }, 'item')
    });
  }

  const correlation = value => (value < 0 ? '\u2212' : '+') + Math.abs(value).toFixed(2);

  const KINDS = {fan, curves, regimes, supply, heat, timeline, tornado, overlay, grid};

  // Kinds that need more room the more they show; the others have the style sheet's.
  const HEIGHTS = {
    grid: chart => 130 + 30 * chart.rows.length,
    heat: chart => 90 + 30 * chart.rows.length,
    tornado: chart => 90 + 30 * chart.factors.length,
    timeline: chart => 80 + 24 * chart.count,
    curves: (chart, element) => element.closest('.wide')
      ? (isNarrow(element) ? 230 : 310) + legendRoom(chart.lines.map(line => line.name), element) : null
  };

  function draw(id) {
    const element = document.getElementById(id);
    const chart = data.charts[id];
    const height = HEIGHTS[chart.kind] && HEIGHTS[chart.kind](chart, element);
    if (height) element.style.height = height + 'px';
    let instance = drawn.get(id);
    if (instance) {
      instance.resize();
    } else {
      instance = echarts.init(element, null, {renderer: 'svg'});
      drawn.set(id, instance);
    }
    instance.setOption(KINDS[chart.kind](chart, element), true);
  }

  const drawAll = () => Object.keys(data.charts).forEach(draw);

  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : prefersDark.matches);
  const button = document.getElementById('theme');
  const label = () => { button.textContent = isDark() ? 'Light colours' : 'Dark colours'; };
  button.hidden = false;
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    label();
    drawAll();
  });
  prefersDark.addEventListener('change', () => { label(); drawAll(); });

  document.querySelectorAll('.singles').forEach(box => box.addEventListener('change', () => {
    showSingles = box.checked;
    document.querySelectorAll('.singles').forEach(other => { other.checked = showSingles; });
    drawAll();
  }));

  // Paper is light, and as wide as it is.
  let before;
  function toPaper() {
    if (root.classList.contains('paper')) return;
    before = root.dataset.theme;
    root.dataset.theme = 'light';
    root.classList.add('paper');
    drawAll();
  }
  function fromPaper() {
    root.classList.remove('paper');
    if (before) root.dataset.theme = before; else delete root.dataset.theme;
    drawAll();
  }
  addEventListener('beforeprint', toPaper);
  addEventListener('afterprint', fromPaper);

  let pending;
  addEventListener('resize', () => {
    clearTimeout(pending);
    pending = setTimeout(drawAll, 120);
  });

  label();
  drawAll();
  root.dataset.drawn = String(drawn.size);
})();
