// A headless Chromium on a VS Code of serve.mjs.
import { chromium } from 'playwright-core';
import { installChromium } from './install.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--disable-extensions',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-features=LocalNetworkAccessChecks,Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider',
  // Nothing but loopback has a name: a call to the outside fails at once instead of hanging.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
];

export async function openBrowser() {
  const browser = await chromium.launch({ executablePath: await installChromium(), args: FLAGS });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] });
  return { browser, page: await context.newPage() };
}
