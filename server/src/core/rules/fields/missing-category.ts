import { member } from '../../json/types';
import { placeForMissingField } from '../../model/cartridge';
import { cartridgeRule, editHere } from '../engine/rule';

export const missingCategory = cartridgeRule({
  id: 'missing-category',
  scope: 'file',
  dialects: ['4.1'],
  severity: 'error',
  summary: 'A cartridge of 4.1 has a `category`.',
  why: 'It is refused without: "Category is not specified in cartridge".',
  source: 'StratosApiV41Utils.java:257 (Stratos 4.1.4)',
  check(cartridge, report) {
    if (member(cartridge.root, 'category') !== undefined) return;
    report({
      at: placeForMissingField(cartridge),
      message: 'This cartridge has fields of 4.1 and no category, so it is refused; insert one, such as "framework"',
      fixes: () => [
        {
          title: 'Insert category "framework"',
          change: editHere([{ op: 'insert', object: [], key: 'category', value: 'framework' }]),
          caret: ['category'],
        },
      ],
    });
  },
});
