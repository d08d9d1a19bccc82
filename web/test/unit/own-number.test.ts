import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from '@playwright/test';
import { commitment, weekOf } from '../../app/own-number.ts';

test('a week is that of its Thursday, also at both ends of a year', () => {
  // Source: ISO 8601; the first two as GNU date writes them with %G-W%V.
  assert.equal(weekOf(Date.parse('2026-11-29T23:59:59Z')), '2026-W48');
  assert.equal(weekOf(Date.parse('2026-11-30T00:00:00Z')), '2026-W49');
  assert.equal(weekOf(Date.parse('2027-01-01T12:00:00Z')), '2026-W53');
  assert.equal(weekOf(Date.parse('2024-12-30T00:00:00Z')), '2025-W01');
  assert.equal(weekOf(Date.parse('2021-01-03T00:00:00Z')), '2020-W53');
});

test('a number is committed to with its week, each part behind its length', async () => {
  const number = new Uint8Array(32).fill(0xab);
  const parts = ['passby/review-number1', '2026-W48'].map((text) => Buffer.from(text)).concat(Buffer.from(number));
  const lengths = parts.map((part) => Buffer.from([0, 0, 0, part.length]));
  const expected = createHash('sha256').update(Buffer.concat(parts.flatMap((part, at) => [lengths[at] as Buffer, part]))).digest('hex');

  assert.equal(await commitment('2026-W48', number), expected);
  assert.equal(await commitment('2026-W48', number), '6e6c5d224afe12757383e579cc2ca9a463f86b479bc7b2920566597b26b4a100');
});
