import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from '@playwright/test';
import { command, hashed } from '../../app/send-file.ts';

const ADDRESS = { url: 'https://feeds.example/f/county/ab?X-Amz-Signature=1&x=2', headers: { 'If-None-Match': '*', 'x-amz-meta-by': "o'hara" }, expiresAt: '2026-11-29T00:00:00Z' };

test('a file is known by its bytes', async () => {
  const file = await hashed(new File(['abc'], 'county.csv'));

  // Source: FIPS 180-4, the example of one block.
  assert.deepEqual(file, { name: 'county.csv', bytes: 3, sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' });
});

test('a shell reads the command word for word, whatever the file is called', () => {
  const name = `it's $(id) "new" *.csv`;
  const line = command({ name, bytes: 3, sha256: 'ab' }, ADDRESS as never);

  const words = execFileSync('sh', ['-c', `set -- ${line.slice('curl '.length)}\nprintf '%s\\n' "$@"`], { encoding: 'utf8' }).trimEnd().split('\n');

  assert.deepEqual(words, ['--fail-with-body', '-T', name, '-H', 'If-None-Match: *', '-H', "x-amz-meta-by: o'hara", ADDRESS.url]);
});
