// Texts of charts that stand out too little against what is painted below them, by WCAG 2.1: each
// where it is least. Evaluates to a list of sentences.
(() => {
  const NEEDED = 4.5;
  const paper = () => rgb(getComputedStyle(document.body).backgroundColor);
  function rgb(color) {
    const parts = color.match(/[\d.]+/g).map(Number);
    return {rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1};
  }
  const over = (top, alpha, below) => top.map((value, i) => alpha * value + (1 - alpha) * below[i]);
  const light = color => {
    const [r, g, b] = color.map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const ratio = (one, other) => {
    const [a, b] = [light(one), light(other)];
    return Math.max(a, b) / Math.min(a, b);
  };
  function below(text, shapes, point) {
    let color = paper().rgb;
    if (getComputedStyle(text).paintOrder.startsWith('stroke')) return color;
    for (const {shape, fill, alpha} of shapes) {
      const isBefore = shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (isBefore && shape.isPointInFill(point)) color = over(fill, alpha, color);
    }
    return color;
  }
  const weak = [];
  for (const svg of document.querySelectorAll('.chart, figure svg')) {
    if (svg.getBoundingClientRect().width === 0) continue;
    const shapes = [...svg.querySelectorAll('path, rect, circle')].map(shape => {
      const style = getComputedStyle(shape);
      if (style.fill === 'none') return null;
      const fill = rgb(style.fill);
      return {shape, fill: fill.rgb, alpha: fill.alpha * style.opacity * style.fillOpacity};
    }).filter(Boolean);
    for (const text of svg.querySelectorAll('text')) {
      const box = text.getBBox();
      const ink = rgb(getComputedStyle(text).fill).rgb;
      let least = Infinity;
      for (const part of [0.1, 0.5, 0.9]) {
        const point = svg.createSVGPoint();
        point.x = box.x + part * box.width;
        point.y = box.y + box.height / 2;
        least = Math.min(least, ratio(ink, below(text, shapes, point)));
      }
      if (least < NEEDED) {
        weak.push((text.closest('.plot') || svg).id + ': “' + text.textContent + '” ' + least.toFixed(2));
      }
    }
  }
  return [...new Set(weak)];
})()
