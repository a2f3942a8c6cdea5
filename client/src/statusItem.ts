import * as vscode from 'vscode';
import type { Status } from '../../server/src/protocol';
import { isWatched, LANGUAGES } from './documents';
import { asPlainText } from './plainText';

/** The language status item: what the file in front is; none on files that are not ours. */
export class StatusItem implements vscode.Disposable {
  private readonly statuses = new Map<string, Status>();
  private item: vscode.LanguageStatusItem | undefined;
  private readonly listener = vscode.window.onDidChangeActiveTextEditor(() => this.show());

  set(status: Status): void {
    this.statuses.set(vscode.Uri.parse(status.uri).toString(), status);
    this.show();
  }

  clear(): void {
    this.statuses.clear();
    this.show();
  }

  dispose(): void {
    this.listener.dispose();
    this.item?.dispose();
  }

  private show(): void {
    const document = vscode.window.activeTextEditor?.document;
    const status = document && isWatched(document) ? this.statuses.get(document.uri.toString()) : undefined;
    if (!status?.text) {
      this.item?.dispose();
      this.item = undefined;
      return;
    }
    this.item ??= vscode.languages.createLanguageStatusItem('cartridge.status', LANGUAGES);
    this.item.name = 'Private PaaS Cartridge';
    this.item.text = asPlainText(status.text);
    this.item.detail = asPlainText(status.problem ?? '');
    this.item.severity = status.problem ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    this.item.command = status.partner
      ? { title: 'Open Partner', command: 'vscode.open', arguments: [vscode.Uri.parse(status.partner)] }
      : undefined;
  }
}
