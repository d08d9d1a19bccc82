import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { test } from '@playwright/test';

interface Request {
  uri: string;
  headers: Record<string, { value: string }>;
}

/** The function that CloudFront runs, as the stack deploys it. */
const code = readFileSync('../infra/src/main/resources/passby/infra/web/viewer-request.js', 'utf8');
const handler = runInNewContext(`${code}; handler`) as (event: object) => Request & { statusCode?: number };

const asked = (uri: string, headers: Request['headers'] = {}) => handler({ viewer: { ip: '192.0.2.7' }, request: { uri, headers } });

test('an address leads to the file that it means', () => {
  const files = {
    '/app/': '/app/index.html',
    '/public/': '/public/index.html',
    '/public/assets/index-1.js': '/public/assets/index-1.js',
    '/public/v1/daily.csv': '/v1/daily.csv',
    '/log/checkpoint': '/checkpoint',
    '/log/tile/entries/000.p/3': '/tile/entries/000.p/3',
    '/v1/searches': '/v1/searches',
  };
  for (const [uri, file] of Object.entries(files)) assert.equal(asked(uri).uri, file);
});

test('a bare address leads to the page', () => {
  assert.deepEqual(['/', '/public', '/app'].map((uri) => asked(uri).headers['location']?.value), ['/public/', '/public/', '/app/']);
  assert.equal(asked('/').statusCode, 302);
});

test('whoever writes an address into the header is counted by their own all the same', () => {
  assert.equal(asked('/v1/searches', { 'x-passby-viewer': { value: '198.51.100.1' } }).headers['x-passby-viewer']?.value, '192.0.2.7');
});
