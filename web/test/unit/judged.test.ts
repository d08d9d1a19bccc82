import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { compact, judge } from '../../app/judged.ts';

function label(plate: string, state: string, read: string, readState: string | null) {
  return judge({ plate, state }, { plate: read, state: readState }).label;
}

test('the label follows from what was typed, whatever separators and letters it was typed with', () => {
  assert.equal(label('hwl-50 93', 'oh', 'HWL5093', 'OH'), 'right');
  assert.equal(label('HWL5098', 'OH', 'HWL5093', 'OH'), 'wrong');
  assert.equal(compact(' hwl-50.93 '), 'HWL5093');
});

test('letter O and digit 0 are one, and no other look-alikes are', () => {
  assert.equal(label('HWL5O93', '', 'HWL5093', null), 'right');
  for (const [typed, read] of [['I', '1'], ['B', '8'], ['S', '5'], ['Z', '2'], ['G', '6'], ['D', '0'], ['Q', '0']] as const) {
    assert.equal(label(`AB${typed}`, '', `AB${read}`, null), 'wrong', typed);
  }
});

test('a state counts only where person and reader both name one', () => {
  assert.equal(label('ABC1', '', 'ABC1', 'CA'), 'right');
  assert.equal(label('ABC1', 'CA', 'ABC1', null), 'right');
  assert.equal(label('ABC1', 'NV', 'ABC1', 'CA'), 'wrong');
  assert.equal(judge({ plate: 'ABC1', state: 'NV' }, { plate: 'ABC1', state: 'CA' }).stateDiffers, true);
});

test('a missing character differs at every place behind it', () => {
  assert.deepEqual([...judge({ plate: 'ABC12', state: '' }, { plate: 'AC12', state: null }).differing], [1, 2, 3, 4]);
  assert.deepEqual([...judge({ plate: 'AB', state: '' }, { plate: 'ABC', state: null }).differing], [2]);
});
