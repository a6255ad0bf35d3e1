// Lets the real Mermaid draw flowcharts. Input: { charts: [{ name, text }] }; output: one JSON line, by chart: the kind of
// diagram that Mermaid takes it for, the words that it drew, how many arrows there are, or the error.
import path from 'node:path';
import { artifacts, input, open } from './browser.mjs';

const browser = await open();
const page = await browser.newPage();
page.setDefaultTimeout(120_000);
await page.setContent('<!DOCTYPE html><html><body><div id="chart"></div></body></html>');
await page.addScriptTag({ path: new URL('../node_modules/mermaid/dist/mermaid.min.js', import.meta.url).pathname });
const drawn = {};
for (const { name, text } of input.charts) {
  drawn[name] = await page.evaluate(async text => {
    try {
      mermaid.initialize({ startOnLoad: false });
      const { diagramType } = await mermaid.parse(text);
      const { svg } = await mermaid.render('drawn', text);
      const chart = document.getElementById('chart');
      chart.innerHTML = svg;
      return {
        kind: diagramType,
        nodes: [...chart.querySelectorAll('.node')].map(node => node.textContent.trim()),
        labels: [...chart.querySelectorAll('.edgeLabel .edgeLabel, .edgeLabels .edgeLabel')].map(label => label.textContent.trim()).filter(Boolean),
        arrows: chart.querySelectorAll('.edgePaths path, path.flowchart-link').length,
        markup: chart.querySelectorAll('script, [onclick], .nodeLabel b, .edgeLabel b').length,
      };
    } catch (error) {
      return { error: String(error.message ?? error) };
    }
  }, text);
  const chart = await page.$('#chart');
  if (input.pictures.includes(name)) await chart.screenshot({ path: path.join(artifacts, `mermaid-${name}.png`) });
}
await browser.close();
console.log(JSON.stringify(drawn));
