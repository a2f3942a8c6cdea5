import assert from 'node:assert/strict';
import { diagnostics, fixAll, quickFixes, readJson, type Workspace } from '../../server/src/core';
import { report } from '../../server/src/cli/report';
import { uriOf, workspaceOf } from '../support/workspace';
import { SHAPES, type Verdict } from './jsonShapes';

const NAME = 'a.json';
const URI = uriOf(NAME);
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 10_000_000, character: 0 } };

const workspaceWith = (text: string): Workspace => workspaceOf([[NAME, text]], { syntaxErrors: true });

/** Asks for all that a file can be asked for; every place has to lie within its text. */
function askEverything(workspace: Workspace, text: string): void {
  const lines = text.split(/\r\n|\n|\r/);
  for (const { range } of diagnostics(workspace, URI)) {
    for (const { line, character } of [range.start, range.end])
      assert.ok(line < lines.length && character <= lines[line]!.length, `${line}:${character} is outside of ${shown(text)}`);
    const { start, end } = range;
    assert.ok(start.line < end.line || (start.line === end.line && start.character <= end.character), `backwards in ${shown(text)}`);
  }
  quickFixes(workspace, URI, WHOLE);
  fixAll(workspace, URI);
  JSON.parse(JSON.stringify(report(workspace, [URI])));
}

const shown = (text: string): string => JSON.stringify(text.slice(0, 60));

/** A cartridge that holds `value`, as it is written, under a key of no meaning, and `entries` in its property list. */
const cartridge = (value: string, entries: readonly string[] = []): string =>
  `{"type": "esb", "serviceGroup": "g", "x": ${value}, "iaasProvider": [], "property": [${entries.join(',\n')}]}`;

describe('reading JSON of every shape', () => {
  const isLenient = (text: string) => /\/[/*]|,[\]}]/.test(text);
  const expected: Record<Verdict, (text: string) => string[]> = {
    y: () => ['parsed'],
    n: () => ['syntax-error', 'empty'],
    i: text => (text.trim() === '' ? ['empty'] : ['parsed']),
  };

  it('has a table with each text once', () => {
    assert.ok(SHAPES.length > 200);
    assert.equal(new Set(SHAPES.map(([, text]) => text)).size, SHAPES.length);
  });

  for (const verdict of ['y', 'n', 'i'] as const) {
    it(`reads each text alone as the table says: ${verdict}`, () => {
      for (const [, text] of SHAPES.filter(([one]) => one === verdict)) {
        const reading = readJson(text);
        assert.ok(expected[verdict](text).includes(reading.state), `${shown(text)} is ${reading.state}`);
        if (reading.state === 'parsed') assert.equal(reading.lenient, verdict === 'i' && isLenient(text), shown(text));
        if (reading.state === 'syntax-error') {
          const { offset, length } = reading.problem;
          assert.ok(offset >= 0 && length >= 0 && offset + length <= text.length, shown(text));
        }
      }
    });
  }

  it('reads a text that JSON.parse accepts as JSON.parse does', () => {
    for (const [, text] of SHAPES.filter(([verdict, text]) => verdict === 'y' && !text.includes('"a":1,"a"'))) {
      const reading = readJson(text);
      assert.ok(reading.state === 'parsed');
      assert.deepEqual(reading.value, JSON.parse(text), shown(text));
    }
  });

  it('reads each text inside a cartridge, alone in a file, cut off, and twice', () => {
    for (const [, shape] of SHAPES) {
      for (const text of [
        shape,
        cartridge(shape),
        cartridge(shape).slice(0, -3),
        cartridge(shape, [shape, shape]),
        shape + cartridge(shape),
      ])
        askEverything(workspaceWith(text), text);
    }
  });

  it('does not misread a valid cartridge that each text is typed over', () => {
    const sound = cartridge('1', ['{"name": "CLUSTERING", "value": "true"}']);
    for (const [, shape] of SHAPES) {
      const workspace = workspaceWith(sound);
      const text = sound.replace('"value": "true"', shape);
      workspace.setOpenText(URI, text);
      workspace.update();
      askEverything(workspace, text);
    }
  });
});

describe('reading JSON that nests deeper than a stack', () => {
  const DEEP = 100_000;
  const nests: Record<string, string> = {
    lists: '['.repeat(DEEP) + ']'.repeat(DEEP),
    objects: '{"a":'.repeat(DEEP) + '1' + '}'.repeat(DEEP),
    'both in turn': '[{"a":'.repeat(DEEP) + '1' + '}]'.repeat(DEEP),
    'lists that are not closed': '['.repeat(DEEP),
    'objects that are not closed': '{"a":'.repeat(DEEP),
    'lists behind a comment with a quote in it': '/*"*/' + '['.repeat(DEEP) + ']'.repeat(DEEP),
    'lists with comments between': '[/**/'.repeat(DEEP) + ']'.repeat(DEEP),
    'lists closed by the wrong bracket': '[}'.repeat(DEEP),
    'objects closed by the wrong bracket': '{"a":]'.repeat(DEEP),
    'a list behind as many closing brackets': ']'.repeat(DEEP) + '['.repeat(DEEP),
    'lists in single quotes': "['a',".repeat(DEEP) + ']'.repeat(DEEP),
    'lists that only a lenient reader takes': "{'a'=>".repeat(DEEP) + '}'.repeat(DEEP),
  };
  for (const [title, nest] of Object.entries(nests)) {
    it(title, () => {
      for (const text of [nest, cartridge(nest), cartridge(nest, [nest]), `{"x": ${nest}, "x": 1, ${cartridge('1').slice(1)}`]) {
        const { state } = readJson(text);
        assert.ok(state === 'too-deep' || state === 'syntax-error', state);
        askEverything(workspaceWith(text), text);
      }
      const workspace = workspaceWith(cartridge('1', ['{"name": "CLUSTERING", "value": "true"}']));
      workspace.setOpenText(URI, cartridge(nest));
      workspace.update();
      askEverything(workspace, cartridge(nest));
    });
  }
});

describe('names that JavaScript has a meaning for', () => {
  const names = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'length',
    'valueOf',
    '\u0000',
    '\ud800',
    '\ufeff',
    '😀',
    'ＣＬＵＳＴＥＲＩＮＧ',
  ];
  for (const name of names) {
    it(JSON.stringify(name), () => {
      const word = JSON.stringify(name);
      const entries = [name, `payload_parameter.${name}`, 'payload_parameter.DEPLOYMENT', 'payload_parameter.MANAGER_SERVICE_TYPE'].flatMap(
        entry => [`{"name": ${JSON.stringify(entry)}, "value": ${word}}`, `{"name": ${JSON.stringify(entry)}, "value": "worker"}`],
      );
      const text =
        `{"type": ${word}, "serviceGroup": ${word}, "host": ${word}, "provider": ${word}, ${word}: {${word}: [${word}]}, ${word}: 1, ` +
        `"iaasProvider": [{"type": ${word}, ${word}: {}}], "loadBalancer": {${word}: 1}, "property": [${entries.join(',')}]}`;
      const workspace = workspaceOf(
        [
          [NAME, text],
          ['b.json', text.replace('"worker"', '"manager"')],
        ],
        { syntaxErrors: true },
      );
      assert.equal(workspace.file(URI)!.facts?.kind, 'cartridge');
      askEverything(workspace, text);
      assert.equal(({} as Record<string, unknown>)['1'], undefined);
    });
  }
});

describe('a file of very many', () => {
  const many = (count: number, one: (i: number) => string) => Array.from({ length: count }, (_, i) => one(i));
  const port = '{"protocol": "http", "port": 80, "proxyPort": 80}';
  const shapes: Record<string, (count: number) => string> = {
    'properties in one list': n =>
      cartridge(
        '1',
        many(n, i => `{"name": "p${i}", "value": "v"}`),
      ),
    'properties of one name': n =>
      cartridge(
        '1',
        many(n, i => `{"name": "payload_parameter.X", "value": "v${i}"}`),
      ),
    'keys in one object': n => `{${many(n, i => `"k${i}": 1`).join(',')}, ${cartridge('1').slice(1)}`,
    'keys of one name': n => cartridge(`{${many(n, i => `"k": ${i}`).join(',')}}`),
    'property lists': n => `{${many(n, i => `"property": [{"name": "p${i}", "value": "v"}]`).join(',')}, ${cartridge('1').slice(1)}`,
    'unprefixed parameters': n =>
      cartridge(
        '1',
        many(n, () => '{"name": "CLUSTERING", "value": "true"}'),
      ),
    'misspelled parameters': n =>
      cartridge(
        '1',
        many(n, () => '{"name": "payload_parameter.CLUSTERNG", "value": "true"}'),
      ),
    'padded values': n =>
      cartridge(
        '1',
        many(n, i => `{"name": "payload_parameter.P${i}", "value": " v "}`),
      ),
    'port mappings': n => cartridge(`1, "portMapping": [${many(n, () => port).join(',')}]`),
    'invalid ports': n => cartridge(`1, "portMapping": [${many(n, () => '{"protocol": "x", "port": "y", "proxyPort": "z"}').join(',')}]`),
    'trailing commas': n => cartridge(`[${many(n, () => '[1,]').join(',')}]`),
    comments: n => cartridge(`[${many(n, i => `/* ${i} */ 1`).join(',')}]`),
    'single quotes': n => cartridge(`[${many(n, () => "'a'").join(',')}]`),
    mistakes: n => cartridge(`[${many(n, () => '{"a" 1}').join(',')}]`),
    'quotes that are not closed': n => cartridge(`[${many(n, () => '"a').join('\n')}]`),
    'comments that are not closed': n => cartridge('/*'.repeat(n)),
    blanks: n => cartridge(' '.repeat(n) + '1,' + ' '.repeat(n)),
  };
  const tasks = (workspace: Workspace, text: string): Record<string, () => void> => ({
    reading: () => void workspaceWith(text),
    diagnostics: () => void diagnostics(workspace, URI),
    'quick fixes': () => void quickFixes(workspace, URI, WHOLE),
    'fix all': () => void fixAll(workspace, URI),
    report: () => void report(workspace, [URI]),
  });
  /** Processor time, the least of some, so that what else the machine does does not count. */
  const time = (task: () => void, times: number): number =>
    Math.min(
      ...Array.from({ length: times }, () => {
        const begun = process.cpuUsage();
        task();
        return process.cpuUsage(begun).user / 1000;
      }),
    );

  for (const [title, shape] of Object.entries(shapes)) {
    it(`${title}: the work does not grow with the square of the size`, () => {
      const measure = (count: number, times: number) => {
        const text = shape(count);
        return Object.entries(tasks(workspaceWith(text), text)).map(([name, task]) => ({ name, ms: time(task, times) }));
      };
      const few = measure(1_000, 3);
      const many = measure(8_000, 3);
      // Eight times as many: eight times the time if all is well, 64 times if it is not.
      for (const [i, { name, ms }] of many.entries())
        assert.ok(ms < 45 * Math.max(few[i]!.ms, 8), `${name}: ${few[i]!.ms.toFixed(1)} ms, then ${ms.toFixed(1)} ms`);
    });
  }

  it('a hundred thousand entries with three mistakes each are all reported', () => {
    const workspace = workspaceWith(shapes['invalid ports']!(100_000));
    assert.ok(report(workspace, [URI]).findings.length >= 300_000);
  });
});
