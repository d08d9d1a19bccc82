import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { driveIn, passOf } from '../../app/drive.ts';

const AT = '2026-11-28T10:00:00Z';

function labelled(read: string, truth: string): string | undefined {
  return passOf({ capturedAt: AT, engine: 'passby 1.0', state: '', read, truth })?.label;
}

test('a pass is labelled by what is on the plate, as a sample is, and holds no plate', () => {
  assert.equal(labelled('ABC 123', 'abc-123'), 'right');
  assert.equal(labelled('ABC0', 'ABCO'), 'right');
  assert.equal(labelled('ABC128', 'ABC123'), 'wrong');
  assert.equal(labelled('ABC128', '?'), 'illegible');
  assert.equal(labelled('TAXI', ''), 'not-a-plate');
  assert.deepEqual(passOf({ capturedAt: AT, engine: 'passby 1.0', state: 'oh', read: 'ABC123', truth: 'ABC123' }), {
    capturedAt: AT, engine: 'passby 1.0', label: 'right', state: 'OH',
  });
});

test('a car that nothing was read of is no pass', () => {
  assert.equal(labelled('', 'ABC123'), undefined);
});

test('a file is taken with either end of line, with quotes and with the mark that spreadsheets write', () => {
  const lines = ['capturedAt,engine,state,read,truth', `${AT},passby 1.0,OH,"ABC 123",ABC123`, `${AT},passby 1.0,,,XYZ1`];

  for (const end of ['\n', '\r\n']) {
    const drive = driveIn(`\uFEFF${lines.join(end)}${end}`);
    assert.deepEqual(drive?.map(({ state, read, truth }) => [state, read, truth]), [['OH', 'ABC 123', 'ABC123'], ['', '', 'XYZ1']]);
  }
});

test('a file with other columns, or none, is no drive', () => {
  assert.equal(driveIn(''), undefined);
  assert.equal(driveIn('capturedAt,engine,state,read\r\nx,y,z,q\r\n'), undefined);
  assert.equal(driveIn('plate\r\nABC123\r\n'), undefined);
});
