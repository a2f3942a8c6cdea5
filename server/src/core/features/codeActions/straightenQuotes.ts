import { straighten, syntaxError } from '../../rules/text/syntax-error';
import { quickFix, type ActionSource } from './action';

/** Straight quotes for curly ones, in a definition whose syntax errors somebody else reports: no finding of ours offers it there. */
export const straightenQuotes: ActionSource = ({ document }) => {
  if (!document.looksLike || document.findings.some(({ finding }) => finding.rule === syntaxError.id)) return [];
  return [quickFix(document, straighten, []) ?? []].flat();
};
