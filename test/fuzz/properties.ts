import fc from 'fast-check';
import { applyChanges, editJson, mayBeDefinition, readJson, type JsonValue } from '../../server/src/core';
import { uriOf, workspaceOf } from '../support/workspace';
import { verifyAllowing } from './allowing';
import { documents, halfWayStates, names, SOURCES, texts, workspaces } from './arbitraries';
import { configuredFolders, verifyConfigured } from './configurations';
import { crowds } from './crowds';
import { verifyCloserLook } from './closerLook';
import { diskSequences, verifyDisk } from './disk';
import { orders, verifyEdit, verifyEdits, verifyEditsOfAnything } from './edits';
import { placesIn, strictTexts, verifyFound } from './find';
import { verifyFixAll, verifyFixes, verifyFixOfAllFiles } from './fixes';
import { sequences, verifySequence } from './incremental';
import { verifyPlaces } from './places';
import { renames, verifyRename } from './renames';
import { verifyRequests } from './requests';

/** What must hold whatever comes, and how many cases a short run tries. */
export interface Property {
  readonly title: string;
  readonly runs: number;
  readonly check: (parameters: fc.Parameters<unknown>) => fc.RunDetails<unknown> | Promise<fc.RunDetails<unknown>>;
}

function property<T>(title: string, runs: number, cases: fc.Arbitrary<T>, holds: (one: T) => void): Property {
  return {
    title,
    runs,
    check: parameters => fc.check(fc.property(cases, holds), parameters as fc.Parameters<[T]>) as fc.RunDetails<unknown>,
  };
}

function asyncProperty<T>(title: string, runs: number, cases: fc.Arbitrary<T>, holds: (one: T) => Promise<void>): Property {
  return {
    title,
    runs,
    check: parameters => fc.check(fc.asyncProperty(cases, holds), parameters as fc.Parameters<[T]>) as Promise<fc.RunDetails<unknown>>,
  };
}

const like = JSON.parse(SOURCES['worker.json']!) as JsonValue;

export const PROPERTIES: readonly Property[] = [
  property('the place of a path is the same as in a syntax tree', 500, fc.tuple(strictTexts, fc.array(placesIn)), ([text, places]) =>
    verifyFound(text, places),
  ),
  property('any text is read and edited without an error', 500, fc.tuple(texts, fc.array(orders, { maxLength: 3 })), ([text, edits]) => {
    mayBeDefinition(text);
    readJson(text);
    applyChanges(text, editJson(text, []));
    verifyEditsOfAnything(text, like, edits);
  }),
  property('one edit changes the value at its path and nothing else', 500, fc.tuple(documents, orders), ([text, edit]) =>
    verifyEdit(text, edit),
  ),
  property(
    'a text can be read after many edits',
    300,
    fc.tuple(documents, fc.array(orders, { minLength: 2, maxLength: 5 })),
    ([text, edits]) => verifyEdits(text, edits),
  ),
  property(
    'no rule and no feature fails, and every place lies in its text',
    100,
    fc.tuple(workspaces, fc.array(fc.tuple(names, texts), { maxLength: 3 })),
    ([files, others]) => {
      const workspace = workspaceOf([...files, ...others], { syntaxErrors: true });
      for (const [name] of [...files, ...others]) verifyPlaces(workspace, uriOf(name));
    },
  ),
  property('no rule and no feature fails on many files', 30, crowds, files => {
    const workspace = workspaceOf(files, { syntaxErrors: true });
    for (const [name] of files) verifyPlaces(workspace, uriOf(name));
  }),
  property('entries that rules do not see have no findings', 300, workspaces, verifyCloserLook),
  property('every fix removes its finding, and adds no error', 100, workspaces, verifyFixes),
  property('Fix All removes its findings, and leaves none to fix', 150, workspaces, verifyFixAll),
  property('Fix All of incomplete files removes its findings, and leaves none to fix', 400, halfWayStates, verifyFixAll),
  property('Fix All of all files adds no errors, and leaves none to fix', 150, halfWayStates, verifyFixOfAllFiles),
  property('Fix All of all files adds no errors, whatever is wrong in them', 80, workspaces, verifyFixOfAllFiles),
  property(
    'every finding can be allowed, and every rule turned off',
    40,
    fc.tuple(
      workspaces,
      fc.constantFrom(
        '{}',
        '{ "rules": {} }',
        '{ "allow": [{ "rule": "unused-allow" }], // none\n "overrides": [] }',
        '{\n\t"overrides": [{ "files": ["**"], "rules": { "missing-primary": "hint" } }]\n}',
      ),
    ),
    verifyAllowing,
  ),
  property(
    'any request at any place is answered with places in their texts',
    60,
    fc.tuple(workspaces, fc.array(fc.tuple(names, texts), { maxLength: 2 }), fc.array(fc.nat(), { minLength: 1, maxLength: 12 })),
    verifyRequests,
  ),
  property('a rename changes nothing that is found, and goes back to every byte', 100, renames, verifyRename),
  property('changes one at a time have the same findings as all at once', 150, sequences, verifySequence),
  asyncProperty('a server has the findings of a fresh one, whatever changed on the disk', 30, diskSequences, sequence =>
    verifyDisk(sequence),
  ),
  asyncProperty('editor and command line report the same, whatever is configured', 60, configuredFolders, verifyConfigured),
  asyncProperty('a server has the findings of a fresh one if the disk answers late', 15, diskSequences, sequence =>
    verifyDisk(sequence, 'slow'),
  ),
];
