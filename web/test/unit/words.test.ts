import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { isNotable } from '../../app/clock.ts';
import { base64url, challenge } from '../../app/pkce.ts';
import { plateTrouble, shown } from '../../app/text.ts';
import { listAge, span, trouble, vehicleColour } from '../../app/words.ts';

test('a length of time is told in its largest whole unit', () => {
  assert.deepEqual([0, 1, 59, 60, 3_599, 3_600, 90_000].map(span), ['1 second', '1 second', '59 seconds', '1 minute', '59 minutes', '1 hour', '1 day']);
  assert.equal(listAge(7_200), 'The list was 2 hours old when it matched');
});

test('every hidden character of a text is shown', () => {
  assert.equal(shown('a\u202Eb\u200Bc\u2066d\u00ADe\u061Cf'), 'a[U+202E]b[U+200B]c[U+2066]d[U+00AD]e[U+061C]f');
  assert.equal(shown('Zeile\n<b>ß</b> 車'), 'Zeile\n<b>ß</b> 車');
});

test('a plate of letters and digits is taken with its separators, and others are named once each', () => {
  assert.equal(plateTrouble('9kzx 418.-'), '');
  assert.equal(plateTrouble('AB?*', true), '');
  assert.match(plateTrouble('AB?'), /\? \(U\+003F\)$/);
  assert.match(plateTrouble('НН1'), /: Н \(U\+041D\)$/);
});

test('the challenge is that of the RFC', async () => {
  // Source: RFC 7636, appendix B.
  assert.equal(await challenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'), 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
  assert.equal(base64url(new Uint8Array([251, 255])), '-_8');
});

test('a colour is told with its confidence, and one that was not told is said to be so', () => {
  assert.equal(vehicleColour({ name: 'dark', confidence: 0.814 }), 'Vehicle: dark (black or dark grey), told with 81 %');
  assert.equal(vehicleColour(null), 'Vehicle: colour not told');
});

test('a clock that is off by two minutes is notable, a slow answer is not', () => {
  assert.equal(isNotable(30_000), false);
  assert.equal(isNotable(-3_600_000), true);
});

test('an answer that never came is not said to be a refusal', () => {
  assert.match(trouble({ kind: 'unreachable' }), /does not know whether it arrived/);
  assert.match(trouble({ kind: 'unavailable' }), /Nothing was done/);
});
