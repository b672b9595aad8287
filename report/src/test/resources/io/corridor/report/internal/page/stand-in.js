// Stands for the model: draws what Java has drawn, each view when next() is called, no more after
// end(); what is WRONG in a text is wrong with it.
(function () {
  const views = VIEWS;
  const corridor = window.corridor = {
    ready: Promise.resolve(), texts: async () => (TEXTS), asked: [], aborted: 0, next: () => {},
    draw(query, onView) {
      corridor.asked.push({text: query.text, variant: query.variant, set: query.set, figures: query.figures, want: query.want, given: query.given, seconds: query.seconds});
      return new Promise((resolve, reject) => {
        query.signal.addEventListener('abort', () => {
          corridor.aborted++;
          reject(new DOMException('ended', 'AbortError'));
        });
        if (query.set['flows.goods.growth'] === '-2') {
          reject(Object.assign(new Error('wrong'), {problems: [{file: '--set', line: 0, column: 0, key: 'flows.goods.growth', message: 'must be above -1'}]}));
          return;
        }
        let shown = 0;
        corridor.end = resolve;
        corridor.next = () => {
          if (query.signal.aborted) return;
          onView(views[shown++]);
          if (shown === views.length) resolve();
        };
      });
    },
    validate: text => Promise.resolve(text.split('\n').flatMap((line, i) => line.includes('WRONG')
        ? [{file: 'x', line: i + 1, column: line.indexOf('WRONG') + 1, key: 'name', message: 'must be right', severity: 'error'}] : [])),
    numbers: async () => (await window.corridorReport.source()).levers,
    explain: query => Promise.resolve({story: [{month: '2019-06', text: 'path ' + query.path}]})
  };
})();
