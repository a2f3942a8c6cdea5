import * as vscode from 'vscode';
import {
  CloseAction,
  LanguageClient,
  TransportKind,
  type ErrorHandler,
  type LanguageClientOptions,
  type Middleware,
  type ServerOptions,
} from 'vscode-languageclient/node';
import { PLACE_CARET, STATUS, type InitializationOptions, type Status } from '../../server/src/protocol';
import { isWatched, LANGUAGES } from './documents';
import { StatusItem } from './statusItem';

const OPTIONS: InitializationOptions = {
  reportsSyntaxErrors: true,
  showsOutline: true,
  showsStatus: true,
  placesCaret: true,
  showsDocumentation: true,
};

const NAME = 'Private PaaS Cartridges';

/** The language client: starts the server, brings it back when it dies, and shows what it says of the file in front. */
export class CartridgeClient {
  private readonly client: LanguageClient;
  private readonly status = new StatusItem();
  /** The library's own policy on a server that dies; made anew with each restart that somebody asked for. */
  private policy: ErrorHandler;

  private constructor(server: ServerOptions) {
    const options: LanguageClientOptions = {
      documentSelector: LANGUAGES.map(language => ({ language })),
      outputChannelName: NAME,
      initializationOptions: OPTIONS,
      middleware: onlyWatchedDocuments,
      errorHandler: {
        error: (error, message, count) => this.policy.error(error, message, count),
        closed: () => this.onClosed(),
      },
    };
    this.client = new LanguageClient('cartridge', NAME, server, options);
    this.policy = this.client.createDefaultErrorHandler();
    this.client.onNotification(STATUS, (status: Status) => this.status.set(status));
  }

  static async start(context: vscode.ExtensionContext): Promise<CartridgeClient> {
    const self = new CartridgeClient(serverOptions(context));
    context.subscriptions.push(self.status, self.client, vscode.commands.registerCommand(PLACE_CARET, placeCaret));
    await self.client.start();
    return self;
  }

  async restart(): Promise<void> {
    this.policy = this.client.createDefaultErrorHandler();
    this.status.clear();
    if (this.client.isRunning()) await this.client.stop();
    await this.client.start();
  }

  showOutput(): void {
    this.client.outputChannel.show(true);
  }

  private async onClosed() {
    this.status.clear();
    const result = await this.policy.closed();
    if (result.action === CloseAction.Restart) return { ...result, handled: true };
    void this.tellThatItGaveUp();
    return { ...result, handled: true };
  }

  private async tellThatItGaveUp(): Promise<void> {
    const restart = 'Restart';
    const output = 'Show Output';
    const message = 'The cartridge language server crashed several times and was not restarted. Cartridges are not checked.';
    const answer = await vscode.window.showErrorMessage(message, restart, output);
    if (answer === restart) await this.restart();
    if (answer === output) this.showOutput();
  }
}

/** How the server is started. Where the extension is developed and debugged, a debugger can be attached to the server; elsewhere no port is opened. */
function serverOptions(context: vscode.ExtensionContext): ServerOptions {
  const run = { module: context.asAbsolutePath('dist/server/main.js'), transport: TransportKind.ipc };
  const isDeveloped = context.extensionMode === vscode.ExtensionMode.Development;
  return { run, debug: isDeveloped ? { ...run, options: { execArgv: ['--inspect=6009'] } } : run };
}

/** Runs after a fix has inserted a value that is to be typed in: the server says where. A configuration file is opened for that. */
async function placeCaret(uri: string, { line, character }: vscode.Position): Promise<void> {
  const target = vscode.Uri.parse(uri);
  const isVisible = ({ document }: vscode.TextEditor) => document.uri.toString() === target.toString();
  const editor = vscode.window.visibleTextEditors.find(isVisible) ?? (await vscode.window.showTextDocument(target));
  const caret = new vscode.Position(line, character);
  editor.selection = new vscode.Selection(caret, caret);
  editor.revealRange(new vscode.Range(caret, caret), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A selector can name languages, but not leave a scheme out: the old side of a diff is no second cartridge. */
const onlyWatchedDocuments: Middleware = {
  didOpen: async (document, next) => (isWatched(document) ? next(document) : undefined),
  didChange: async (event, next) => (isWatched(event.document) ? next(event) : undefined),
  didClose: async (document, next) => (isWatched(document) ? next(document) : undefined),
};
