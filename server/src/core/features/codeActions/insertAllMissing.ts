import { editHere, editsHere } from '../../rules/engine/report';
import type { FindingWithFixes } from '../../rules/engine/settle';
import { SHIPPED_ORDER } from '../../vocabulary/payloadParameters';
import type { DocumentSnapshot } from '../../workspace/documentSnapshot';
import { asDiagnostic } from '../diagnostics';
import { quickFix, touches, type ActionSource } from './action';

/** One action that inserts all missing parameters of the file, where one of them is missed in the range. */
export const insertAllMissing: ActionSource = ({ document, range }) => {
  const isMissedHere = document.findings.some(
    ({ finding, fixes }) => touches(document.positions.range(finding.at), range) && fixes().some(fix => fix.supplies),
  );
  const supplied = isMissedHere ? suppliedBy(document) : [];
  if (new Set(supplied.map(({ parameter }) => parameter)).size < 2) return [];
  const fix = {
    title: `Insert all missing payload parameters (${supplied.map(({ parameter }) => parameter).join(', ')})`,
    change: editHere(supplied.flatMap(({ edits }) => edits)),
  };
  const solved = supplied.map(({ found }) => asDiagnostic(found.finding, document.positions, document.files));
  return [quickFix(document, fix, solved) ?? []].flat();
};

/** What supplies the missing parameters, in the order in which the product ships them. */
function suppliedBy({ findings, positions }: DocumentSnapshot) {
  return findings
    .flatMap((found: FindingWithFixes) => {
      const fix = found.fixes().find(({ supplies }) => supplies);
      if (!fix?.supplies) return [];
      const edits = editsHere(fix.change);
      return positions.isChangedBy(edits) ? [{ found, edits, parameter: fix.supplies }] : [];
    })
    .sort((a, b) => shippedPlace(a.parameter) - shippedPlace(b.parameter));
}

/** Where the product's own cartridges have a parameter among the others; last, if they do not have it. */
export const shippedPlace = (parameter: string | undefined): number =>
  parameter !== undefined && SHIPPED_ORDER.includes(parameter) ? SHIPPED_ORDER.indexOf(parameter) : SHIPPED_ORDER.length;
