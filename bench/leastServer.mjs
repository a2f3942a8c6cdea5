// The least that a server in Node can do with a keystroke: it reads the message, and pushes two fixed ones of the size of ours.
import rpc from 'vscode-languageserver/node';

const connection = rpc.createMessageConnection(new rpc.StreamMessageReader(process.stdin), new rpc.StreamMessageWriter(process.stdout));
const position = { line: 5, character: 18 };
const range = { start: position, end: position };
let uris = [];
connection.onRequest('initialize', () => ({ capabilities: {} }));
connection.onRequest('shutdown', () => null);
connection.onNotification('exit', () => process.exit(0));
connection.onNotification('textDocument/didOpen', ({ textDocument: { uri } }) => {
  uris = [uri, uri.replace('-worker.json', '-manager.json')];
});
connection.onNotification('textDocument/didChange', () => {
  for (const uri of uris) {
    const relatedInformation = [{ location: { uri, range }, message: '-'.repeat(40) }];
    void connection.sendNotification('textDocument/publishDiagnostics', {
      uri,
      diagnostics: [{ range, severity: 2, code: '-'.repeat(20), source: '-', message: '-'.repeat(160), relatedInformation }],
    });
  }
});
connection.listen();
