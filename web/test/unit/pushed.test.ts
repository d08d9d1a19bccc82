import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { read } from '../../app/worker/pushed.ts';

const alert = { v: 1, type: 'alert', title: 'Stolen vehicle, north', body: 'A lead only.', tag: 'sdvlco', hitId: 'a'.repeat(52) };

test('an alert leads to its hit', () => {
  assert.deepEqual(read(JSON.stringify(alert)), { title: alert.title, body: alert.body, tag: 'sdvlco', hash: `#/hits/${'a'.repeat(52)}` });
});

test('a code leads to where it is confirmed', () => {
  const code = { v: 1, type: 'confirmation', title: 'Passby', body: 'Code', tag: 'c', subscriptionId: '01JQ0000000000000000000005', code: '04711820' };
  assert.equal(read(JSON.stringify(code)).hash, '#/alerts/01JQ0000000000000000000005.04711820');
});

test('an address that no hit can have leads to no other place', () => {
  assert.equal(read(JSON.stringify({ ...alert, hitId: '../../evil' })).hash, '#/hits');
  assert.equal(read(JSON.stringify({ ...alert, type: 'javascript:alert(1)' })).hash, '#/');
});

test('what this version does not know is shown as such', () => {
  for (const text of ['', 'no json', 'null', '7', JSON.stringify({ ...alert, v: 2 }), JSON.stringify({ ...alert, title: 5 })]) {
    assert.match(read(text).body, /does not know/);
  }
});
