import { asDiagnostic } from '../diagnostics';
import { quickFix, touches, type ActionSource } from './action';

/** The fixes that rules offer for what they report in the range. */
export const ruleFixes: ActionSource = ({ document, range }) =>
  document.findings
    .filter(({ finding }) => touches(document.positions.range(finding.at), range))
    .flatMap(({ finding, fixes }) => {
      const diagnostic = asDiagnostic(finding, document.positions, document.files);
      return fixes().flatMap(fix => quickFix(document, fix, [diagnostic]) ?? []);
    });
