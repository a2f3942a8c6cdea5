import assert from 'node:assert/strict';
import { plain } from '../../client/src/plain';

describe('what the status says of a file', () => {
  it('is text, and no icon', () => {
    assert.equal(plain('manager: $(trash) $((x)'), 'manager: \\$(trash) \\$((x)');
    assert.equal(plain('manager: ${ESB} $1 (x)'), 'manager: ${ESB} $1 (x)');
  });
});
