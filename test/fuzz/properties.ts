import fc from 'fast-check';
import { applyChanges, editJson, mayBeDefinition, readJson, type JsonValue } from '../../server/src/core';
import { uriOf, workspaceOf } from '../support/workspace';
import { documents, halfWayStates, names, SOURCES, texts, workspaces } from './arbitraries';
import { crowds } from './crowds';
import { verifyCloserLook } from './closerLook';
import { diskSequences, verifyDisk } from './disk';
import { orders, verifyEdit, verifyEdits, verifyEditsOfAnything } from './edits';
import { placesIn, strictTexts, verifyFound } from './find';
import { verifyFixAll, verifyFixes, verifyFixOfAllFiles } from './fixes';
import { sequences, verifySequence } from './incremental';
import { verifyPlaces } from './places';

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
  property('a place is found where a tree of the text has it', 500, fc.tuple(strictTexts, fc.array(placesIn)), ([text, places]) =>
    verifyFound(text, places),
  ),
  property('any text is read and edited without a failure', 500, fc.tuple(texts, fc.array(orders, { maxLength: 3 })), ([text, edits]) => {
    mayBeDefinition(text);
    readJson(text);
    applyChanges(text, editJson(text, []));
    verifyEditsOfAnything(text, like, edits);
  }),
  property('one edit does to a text what it says', 500, fc.tuple(documents, orders), ([text, edit]) => verifyEdit(text, edit)),
  property(
    'many edits leave a text that can be read',
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
  property('the same of files of which there are many', 30, crowds, files => {
    const workspace = workspaceOf(files, { syntaxErrors: true });
    for (const [name] of files) verifyPlaces(workspace, uriOf(name));
  }),
  property('entries that are passed over have nothing to be said of', 300, workspaces, verifyCloserLook),
  property('every fix that is offered mends, and does no harm', 100, workspaces, verifyFixes),
  property('all automatic fixes mend, and leave none', 150, workspaces, verifyFixAll),
  property('all automatic fixes of what is half written mend, and leave none', 400, halfWayStates, verifyFixAll),
  property('the automatic fixes of all files bring no errors, and leave none to make', 150, halfWayStates, verifyFixOfAllFiles),
  property('the same of files with anything wrong in them', 80, workspaces, verifyFixOfAllFiles),
  property('one change at a time comes to the same as all at once', 150, sequences, verifySequence),
  asyncProperty('a server shows what a fresh one shows, whatever happened on the disk', 30, diskSequences, sequence =>
    verifyDisk(sequence),
  ),
  asyncProperty('the same where the disk answers later than it was asked', 15, diskSequences, sequence => verifyDisk(sequence, 'slow')),
];
