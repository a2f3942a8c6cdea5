import { member } from '../../json/types';
import { fieldOf41, placeForMissingField } from '../../model/cartridge';
import { cartridgeRule, editHere } from '../engine/rule';

export const missingCategory = cartridgeRule({
  id: 'missing-category',
  scope: 'file',
  dialects: ['4.1'],
  severity: 'error',
  summary: 'A cartridge of 4.1 has no `category`.',
  requires: 'A cartridge of 4.1 has a `category`.',
  why: 'The server refuses it: "Category is not specified in cartridge". A cartridge is one of 4.1 if it has fields that only 4.1 reads.',
  source: 'StratosApiV41Utils.java:257 (Stratos 4.1.4)',
  check(cartridge, report) {
    if (member(cartridge.root, 'category') !== undefined) return;
    report({
      at: placeForMissingField(cartridge),
      subject: 'category',
      message: `category is missing, and ${fieldOf41(cartridge.root) ?? 'this'} is a field of 4.1. The server refuses the cartridge. Add a category, such as "framework".`,
      fixes: () => [
        {
          title: 'Insert category "framework" (check the value)',
          change: editHere([{ op: 'insert', object: [], key: 'category', value: 'framework' }]),
          caret: ['category'],
        },
      ],
    });
  },
});
