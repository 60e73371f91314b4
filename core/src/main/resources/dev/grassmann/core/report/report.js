'use strict';
(() => {
  const root = document.documentElement;
  const css = name => getComputedStyle(root).getPropertyValue(name).trim();
  const charts = [...document.querySelectorAll('.chart')];

  // Colours stay CSS variables in SVG, so that a change of scheme, or printing, needs no drawing.
  // Canvas and colour ramps need true colours and are drawn anew.
  function theme(paint) {
    const palette = [1, 2, 3, 4, 5, 6, 7, 8].map(i => paint(`--c${i}`));
    const font = getComputedStyle(document.body).fontFamily;
    const ink = paint('--ink'), quiet = paint('--quiet'), line = paint('--line');
    const ramp = [css('--low'), css('--high')];
    return {
      background: null, font,
      view: { stroke: null },
      axis: {
        labelColor: quiet, titleColor: quiet, gridColor: line, domainColor: line, tickColor: line,
        labelFontSize: 12, titleFontSize: 12, titleFontWeight: 500, titlePadding: 10,
        labelPadding: 6, tickSize: 0, domain: false, labelOverlap: 'greedy',
      },
      axisBand: { grid: false },
      axisXQuantitative: { tickCount: { expr: 'max(2, floor(width / 95))' }, labelFlush: false },
      axisYQuantitative: { tickCount: { expr: 'max(2, floor(height / 55))' } },
      axisY: { labelLimit: 230 },
      legend: {
        labelColor: ink, titleColor: quiet, titleFontWeight: 500, labelFontSize: 12,
        titleFontSize: 12, orient: 'top', direction: 'horizontal', symbolType: 'circle',
        symbolStrokeWidth: 0, gradientLength: 160, gradientThickness: 8, columnPadding: 14,
        labelLimit: 200, titleLimit: 260, offset: 8,
      },
      range: {
        category: palette, heatmap: ramp, ramp, ordinal: ramp,
        diverging: [css('--c2'), css('--card'), css('--c1')],
      },
      bar: { color: palette[0], cornerRadiusEnd: 3, discreteBandSize: { band: 0.68 } },
      line: { color: palette[0], strokeWidth: 2, strokeCap: 'round', strokeJoin: 'round' },
      point: { color: palette[0], filled: true, opacity: 0.75, size: 42, stroke: null },
      area: { color: palette[0], opacity: 0.18 },
      rule: { color: quiet }, text: { color: ink },
      rect: { stroke: null },
    };
  }

  // how wide, how high: what the specification leaves open
  function sized(spec, width) {
    const { shape = 'wide', rows = 1, columns = 1 } = spec.usermeta || {};
    const narrow = width < 480;
    const out = { ...spec, width: 'container', autosize: { type: 'fit', contains: 'padding' } };
    if (shape === 'rows') {
      out.height = { step: 24 };
      out.autosize = { type: 'fit-x', contains: 'padding' };
    } else if (shape === 'cells' && spec.usermeta.canvas) {
      const cell = Math.max(1, Math.floor(Math.min(width - 12, 600) / columns));
      Object.assign(out, { width: cell * columns, height: cell * rows, autosize: 'pad' });
    } else if (shape === 'cells') {
      const side = Math.min(width, 640) * (narrow ? 1 : 0.86);
      out.height = Math.max(120, Math.min(720, Math.round(side * rows / columns)));
      if (!narrow && rows >= columns / 2) out.width = Math.round(side) + 90;
      out.autosize = { type: 'fit', contains: 'padding' };
    } else {
      out.height = Math.max(230, Math.min(400, Math.round(width * (narrow ? 0.78 : 0.46))));
    }
    return out;
  }

  // as many columns of a legend as its longest name leaves room for
  function legendColumns(spec, width) {
    const rows = [spec, ...(spec.layer || [])].flatMap(part => (part.data && part.data.values) || []);
    const names = [...new Set(rows.map(row => row.series).filter(name => name))];
    const longest = Math.max(0, ...names.map(name => Math.min(String(name).length, 34)));
    const room = Math.max(1, Math.floor((width - 50) / (7 * longest + 34)));
    return names.length > room ? room : 0; // 0: all in one row
  }

  const drawn = new Map();
  async function draw(place) {
    const spec = JSON.parse(document.getElementById(place.dataset.spec).textContent);
    const width = place.clientWidth || 600;
    const meta = spec.usermeta || {};
    const paint = meta.canvas ? css : name => `var(${name})`;
    const config = theme(paint);
    if (meta.shape === 'cells') config.scale = { round: true }; // else hairlines between cells
    if (width < 480) {
      config.axisY.labelLimit = Math.round(width * 0.38);
      config.legend.gradientLength = 120;
    }
    config.legend.columns = legendColumns(spec, width);
    config.legend.labelLimit = Math.min(240, width - 80);
    if (drawn.has(place)) drawn.get(place).finalize();
    const made = await vegaEmbed(place, sized(spec, width), {
      config, actions: false, renderer: meta.canvas ? 'canvas' : 'svg',
      tooltip: { theme: 'custom' }, logLevel: vega.Error,
    });
    drawn.set(place, made);
    place.closest('figure').querySelector('.tools').hidden = false;
  }

  // the drawing libraries, packed into the page
  async function libraries() {
    for (const packed of document.querySelectorAll('script[type="text/x-gzip-base64"]')) {
      const bytes = Uint8Array.from(atob(packed.textContent.trim()), c => c.charCodeAt(0));
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
      const script = document.createElement('script');
      script.textContent = await new Response(stream).text();
      document.head.append(script);
    }
  }

  async function drawAll() {
    if (!charts.length) return;
    try {
      await libraries();
      for (const place of charts) await draw(place);
      root.dataset.charts = 'drawn';
    } catch (failure) {
      root.dataset.charts = 'failed';
      for (const place of charts) {
        place.dataset.waiting = 'This picture could not be drawn here (' + failure.message
          + '). Its figures are in the tables.';
      }
    }
    const again = () => charts.filter(c => drawn.has(c)).forEach(draw);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
    let width = innerWidth, pause;
    addEventListener('resize', () => {
      if (innerWidth === width) return; // a phone's address bar changes the height only
      width = innerWidth;
      clearTimeout(pause);
      pause = setTimeout(again, 150);
    });
  }

  function save(name, type, content) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  // a picture that is to stand alone has no style sheet: variables become colours
  async function picture(place) {
    const svg = await drawn.get(place).view.toSVG();
    return svg.replace(/var\((--\w+)\)/g, (all, name) => css(name));
  }

  function tools() {
    document.addEventListener('click', async event => {
      const button = event.target.closest('button[data-save]');
      if (!button) return;
      const place = button.closest('figure').querySelector('.chart');
      const name = place.dataset.spec;
      if (button.dataset.save === 'svg') {
        save(name + '.svg', 'image/svg+xml', await picture(place));
      } else {
        save(name + '.vl.json', 'application/json', document.getElementById(name).textContent);
      }
    });
  }

  function number(text) {
    const plain = text.replace(/[\s,_%]/g, '').replace('−', '-');
    return plain === '' ? NaN : Number(plain);
  }

  function sort(header) {
    const table = header.closest('table'), body = table.tBodies[0];
    const column = header.cellIndex, falling = header.getAttribute('aria-sort') === 'descending';
    const numeric = header.classList.contains('number');
    // numbers are of interest from the largest down, words from A
    const down = header.hasAttribute('aria-sort') ? !falling : numeric;
    const rows = [...body.rows].map(row => ({ row, text: row.cells[column].textContent }));
    const order = numeric
      ? (a, b) => {
        const x = number(a.text), y = number(b.text);
        if (isNaN(x) || isNaN(y)) return isNaN(x) - isNaN(y);
        return down ? y - x : x - y;
      }
      : (a, b) => (down ? -1 : 1) * a.text.localeCompare(b.text, undefined, { numeric: true });
    rows.sort(order);
    body.append(...rows.map(r => r.row));
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    header.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  }

  function tables() {
    document.addEventListener('click', event => {
      const header = event.target.closest('th button');
      if (header) sort(header.closest('th'));
      const more = event.target.closest('button.more');
      if (more) {
        more.previousElementSibling.querySelector('table').classList.remove('short');
        more.remove();
      }
    });
  }

  function cards() {
    for (const section of document.querySelectorAll('.cards')) {
      const all = [...section.querySelectorAll('article')].map(card => ({
        card, text: card.textContent.toLowerCase(), numbers: card.dataset.numbers.split(' '),
      }));
      const field = section.querySelector('input'), order = section.querySelector('select');
      const seen = section.querySelector('output');
      const find = () => {
        const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
        let shown = 0;
        for (const one of all) {
          one.card.hidden = !words.every(word => one.text.includes(word));
          shown += one.card.hidden ? 0 : 1;
        }
        seen.textContent = `${shown} of ${all.length}`;
      };
      order.addEventListener('change', () => {
        const at = order.selectedIndex;
        all.sort((a, b) => Number(b.numbers[at] || -Infinity) - Number(a.numbers[at] || -Infinity));
        section.append(...all.map(one => one.card));
      });
      field.addEventListener('input', find);
      find();
    }
  }

  cards();
  tables();
  tools();
  drawAll();
})();
