// Looks at pages as people do. Input: { pages: [{ name, file }] }; output: one JSON line, by page: the violations that axe finds,
// what is wider than the window, what the keyboard reaches, what the page asked the network for, and which texts of the picture leave their boxes.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { artifacts, input, open } from './browser.mjs';

const axe = fs.readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const widths = [400, 1280];
const schemes = ['light', 'dark'];

// By night nothing but the colours differs.
const violationsOf = async (page, scheme) => {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axe);
  const rules = scheme === 'dark' ? { runOnly: ['color-contrast'] } : {};
  const found = await page.evaluate(rules => axe.run(document, { ...rules, resultTypes: ['violations'] }), rules);
  return found.violations.flatMap(violation => violation.nodes.map(node => `${violation.id}: ${node.target}: ${node.failureSummary}`));
};

const tabbedOf = async page => {
  const reached = [];
  const expected = await page.evaluate(() => document.querySelectorAll('a[href], [tabindex="0"]').length);
  await page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
  for (let i = 0; i < expected; i++) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => {
      const it = document.activeElement;
      return `${it.tagName.toLowerCase()} ${it.getAttribute('aria-label') ?? it.textContent} ${getComputedStyle(it).outlineStyle}`;
    }));
  }
  return { expected, reached };
};

// Of every text in a box: by how much it leaves it. The box is the rectangle beside it.
const leavingOf = page => page.evaluate(() => [...document.querySelectorAll('svg.picture g')].flatMap(group => {
  const box = group.querySelector('rect')?.getBoundingClientRect();
  return box ? [...group.querySelectorAll('text')].filter(text => {
    const area = text.getBoundingClientRect();
    return area.left < box.left || area.right > box.right || area.top < box.top || area.bottom > box.bottom;
  }).map(text => text.textContent) : [];
}));

// Which labels lie on a box or on one another.
const overlappingOf = page => page.evaluate(() => {
  const areas = [...document.querySelectorAll('svg.picture > text, svg.picture rect')].map(it => ({ text: it.textContent || 'box', area: it.getBoundingClientRect() }));
  const found = [];
  for (let i = 0; i < areas.length; i++) {
    for (let j = i + 1; j < areas.length; j++) {
      const [one, other] = [areas[i].area, areas[j].area];
      const [x, y] = [Math.min(one.right, other.right) - Math.max(one.left, other.left), Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)];
      // Lines of one label touch by their line height.
      if (x > 1 && y > 4) found.push(`${areas[i].text} / ${areas[j].text}`);
    }
  }
  return found;
});

const browser = await open();
const seen = {};
for (const { name, file, url } of input.pages) {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  const asked = [];
  page.on('request', request => asked.push(request.url()));
  const errors = [];
  page.on('console', message => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('pageerror', error => errors.push(String(error)));
  const axeFound = [];
  const wide = [];
  await page.setViewport({ width: widths[0], height: 900 });
  await page.goto(url ?? pathToFileURL(file).href);
  const requests = asked.length;
  for (const width of widths) {
    for (const scheme of schemes) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.setViewport({ width, height: 900 });
      const at = `${name} ${width} ${scheme}`;
      const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
      if (scrolled > width) wide.push(`${at}: ${scrolled}`);
      axeFound.push(...(await violationsOf(page, scheme)).map(violation => `${at}: ${violation}`));
      if (input.pictures.includes(name)) await page.screenshot({ path: path.join(artifacts, `${name}-${width}-${scheme}.png`), fullPage: true });
    }
  }
  const keyboard = await tabbedOf(page);
  const leaving = await leavingOf(page);
  const overlapping = await overlappingOf(page);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  const pdf = await page.pdf({ path: path.join(artifacts, `${name}.pdf`), format: 'A4', printBackground: true });
  await page.emulateMediaType('print');
  await page.setViewport({ width: 720, height: 1000 });
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const printed = await page.evaluate(() => document.documentElement.scrollWidth);
  if (input.pictures.includes(name)) await page.screenshot({ path: path.join(artifacts, `${name}-print.png`), fullPage: true });
  seen[name] = { title: await page.title(), axe: axeFound, wide, keyboard, leaving, overlapping, requests, errors, pdf: pdf.length, paper, printed };
  await page.close();
}
await browser.close();
console.log(JSON.stringify(seen));
