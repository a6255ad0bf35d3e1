// A real Chromium, and pages in it. What a test asks for, it asks of every page at every size and in both colour schemes.
import puppeteer from 'puppeteer-core';

export const input = JSON.parse(await new Promise(resolve => {
  let text = '';
  process.stdin.setEncoding('utf8').on('data', part => { text += part; }).on('end', () => resolve(text));
}));

export const artifacts = process.env.ARTIFACTS;

export const open = () => puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  // Beside other tests, on a small machine.
  timeout: 120_000,
  // As root, in a container, and where /dev/shm is small.
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--hide-scrollbars', '--no-first-run', '--disable-extensions'],
});
