// What VS Code loads as the test suite: runs the real one, and carries what it prints and how it ended through files.
const fs = require('node:fs');
const { format } = require('node:util');

exports.run = async () => {
  const print = (...args) => fs.appendFileSync(process.env.SUITE_OUTPUT, format(...args) + '\n');
  // The methods of the extension host's console cannot be replaced; the console itself can.
  const methods = ['debug', 'error', 'info', 'log', 'trace', 'warn'].map(name => [name, { value: print }]);
  globalThis.console = Object.create(console, Object.fromEntries(methods));
  let said = 'passed';
  try {
    await require(process.env.SUITE).run();
  } catch (error) {
    said = String(error);
  }
  fs.writeFileSync(process.env.SUITE_OUTCOME, said);
  if (said !== 'passed') throw new Error(said);
};
