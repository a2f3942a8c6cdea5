// A VS Code with the extension, driven by keyboard: what a user does, in words.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openBrowser } from '../../scripts/vscode/browser.mjs';
import { QUIET_SETTINGS, serve, writeSettings } from '../../scripts/vscode/serve.mjs';

export class Editor {
  /** Opens `folder` in the VS Code of `install`; `placeExtension(extensions, data)` brings the extension in. */
  static async open({ install, folder, placeExtension, settings = {} }) {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), 'vscode-e2e-'));
    const extensions = path.join(data, 'extensions');
    fs.mkdirSync(extensions);
    writeSettings(data, { ...QUIET_SETTINGS, 'security.workspace.trust.enabled': false, ...settings });
    await placeExtension(extensions, data);
    const server = await serve({ install, data, extensions, args: ['--without-connection-token', '--disable-workspace-trust'] });
    const { browser, page } = await openBrowser();
    const editor = new Editor();
    Object.assign(editor, { data, server, browser, page, folder, outside: new Set() });
    page.on('request', request => {
      const { hostname, protocol } = new URL(request.url());
      // Local files in a webview have such a name; VS Code answers for it itself.
      const isOwn = hostname === '127.0.0.1' || hostname.endsWith('.vscode-resource.vscode-cdn.net');
      if (/^(https?|wss?):$/.test(protocol) && !isOwn) editor.outside.add(hostname);
    });
    await page.goto(`${server.origin}/?folder=${encodeURIComponent(folder)}`);
    await page.locator('.monaco-workbench').waitFor();
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    return editor;
  }

  async close() {
    await this.browser.close();
    await this.server.stop();
    fs.rmSync(this.data, { recursive: true, force: true });
  }

  press(...keys) {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** Opens a file of the folder by its name in Quick Open. */
  async openFile(name) {
    await this.press('Control+p');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.fill(name);
    // The list is filtered while one types: the row that is wanted is the one that has the caret in the end.
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: path.basename(name) });
    await row.filter({ hasText: path.dirname(name) }).waitFor();
    await this.press('Enter');
    await this.page.locator('.tab.active', { hasText: path.basename(name) }).waitFor();
    await this.page.locator('.editor-instance .view-lines').first().waitFor();
    await this.press('Control+1');
  }

  /** Puts the caret on a line and column, both from 1. */
  async goTo(line, column = 1) {
    await this.press('Control+g');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.fill(`:${line}:${column}`);
    await this.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Waits until the editor shows so many squiggles. */
  async squiggles(count, kind = 'error') {
    await this.page.waitForFunction(([n, k]) => document.querySelectorAll(`.squiggly-${k}`).length === n, [count, kind], {
      timeout: 30_000,
    });
  }

  /**
   * Opens the quick fix menu with a fix in it. The request behind the menu is cancelled when another extension registers its
   * own actions just then, so it is asked for again.
   */
  async quickFixMenu(title) {
    const row = this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    for (let attempt = 0; attempt < 8; attempt++) {
      await this.press('Control+.');
      if (
        await row.waitFor({ timeout: 2500 }).then(
          () => true,
          () => false,
        )
      )
        return row;
      await this.press('Escape');
    }
    throw new Error(`no quick fix "${title}"`);
  }

  /** Goes down the menu to a fix, and takes it. */
  async quickFix(title) {
    await this.quickFixMenu(title);
    const chosen = this.page.locator('.action-widget .monaco-list-row.focused', { hasText: title });
    for (let row = 0; row < 20 && (await chosen.count()) === 0; row++) await this.press('ArrowDown');
    await chosen.waitFor({ timeout: 2500 });
    await this.press('Enter');
  }

  /** Runs a command by its title in the command palette. */
  async command(title) {
    await this.press('F1');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
    await this.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  async theme(name) {
    await this.press('Control+k', 'Control+t');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.fill(name);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
    await this.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Shows the hover at the caret; the part of it that holds a text. A hover that closes again is asked for again. */
  async hover(selector, text) {
    const part = this.page.locator(`.monaco-hover ${selector}`, { hasText: text }).first();
    for (let attempt = 0; attempt < 4; attempt++) {
      await this.press('Control+k', 'Control+i');
      const isShown = await part.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
      if (isShown) return part;
      await this.press('Escape');
    }
    throw new Error(`no hover with "${text}"`);
  }

  /** Waits until the caret is on a line, counted from 1, and what is typed goes there. */
  async caretIsIn(line) {
    await this.page.locator('[id="status.editor.selection"]', { hasText: `Ln ${line},` }).waitFor();
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
  }

  /** Waits until a line that is in view holds a text without blanks in it. */
  async shows(text) {
    await this.page.locator('.editor-instance .view-line', { hasText: text }).first().waitFor();
  }

  /** Waits until the page of a rule is shown, rendered. */
  async showsPage(rule) {
    await this.page.locator('.tab.active', { hasText: `${rule}.md` }).waitFor();
    const heading = async () => {
      for (const frame of this.page.frames()) if ((await frame.locator('h1', { hasText: rule }).count()) > 0) return true;
      return false;
    };
    await eventually(`the page of ${rule}`, heading);
  }

  /** The rows of the Problems panel, in one line each. */
  async problems() {
    await this.page.locator('.markers-panel-container .monaco-list-row').first().waitFor();
    return (await this.page.locator('.markers-panel-container .monaco-list-row').allInnerTexts()).map(text =>
      text.replace(/\s+/g, ' ').trim(),
    );
  }

  async screenshot(file) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
  }
}

/** Waits until `probe` gives something; fails with `what` after a while. */
export async function eventually(what, probe, milliseconds = 15_000) {
  for (const end = Date.now() + milliseconds; Date.now() < end;) {
    const value = await probe();
    if (value) return value;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain: ${what}`);
}
