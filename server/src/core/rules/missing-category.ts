import { member } from '../json/types';
import { placeForMissingField } from '../model/cartridge';
import { cartridgeRule } from './rule';

export const missingCategory = cartridgeRule({
  id: 'missing-category',
  dialects: ['4.1'],
  severity: 'error',
  summary: 'A cartridge of 4.1 has a `category`.',
  why: 'It is refused without: "Category is not specified in cartridge".',
  source: 'StratosApiV41Utils.java:257 (Stratos 4.1.4)',
  check(cartridge, say) {
    if (member(cartridge.root, 'category') !== undefined) return;
    say({
      at: placeForMissingField(cartridge),
      message: 'This cartridge has fields of 4.1 and no category, so it is refused; insert one, such as "framework"',
      fixes: () => [
        {
          title: 'Insert category "framework"',
          edits: [{ op: 'insert', object: [], key: 'category', value: 'framework' }],
          caret: ['category'],
        },
      ],
    });
  },
});
