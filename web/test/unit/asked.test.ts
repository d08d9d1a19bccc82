import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { said } from '../../app/asked.tsx';

test('what the ledger holds of a request is told in words', () => {
  assert.equal(said('offence', '240'), 'Motor vehicle theft');
  assert.equal(said('purpose', 'reasonable-suspicion'), 'Reasonable suspicion');
  assert.equal(said('narrative', 'Blue Ford'), 'Blue Ford');
  assert.equal(said('query', { pattern: '7TST1?4', cameras: [], windowHours: 23, basis: 'warrant' }), 'pattern 7TST1?4, window hours 23, basis Warrant');
  assert.match(said('query', { from: '2026-11-28T04:49:58.534Z' }), /^from .*2026/);
});
