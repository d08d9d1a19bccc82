import { records } from '../public-page/csv.ts';
import type { Schemas } from './api.ts';
import { compact, judge } from './judged.ts';

type Pass = Schemas['NewTestDrive']['passes'][number];

/** What a camera made of a known car: what it read, and what is on the plate. */
export interface Passed {
  capturedAt: string;
  /** Who read it, name and version. */
  engine: string;
  /** The state that was read; empty when none was. */
  state: string;
  /** Empty when nothing was read. */
  read: string;
  /** A question mark when a person cannot read it either; empty when what was read is no plate. */
  truth: string;
}

const COLUMNS = ['capturedAt', 'engine', 'state', 'read', 'truth'] as const;

/** Of a file as `scripts/test-drive` takes it; undefined when it has other columns. */
export function driveIn(csv: string): readonly Passed[] | undefined {
  const rows = records(csv.replace(/^\uFEFF/, '').replace(/\r?\n/g, '\r\n').replace(/(\r\n)+$/, '\r\n'));
  const isDrive = rows.length > 0 && rows.every((row) => Object.keys(row).join() === COLUMNS.join());
  return isDrive ? rows.map((row) => Object.fromEntries(COLUMNS.map((name) => [name, (row[name] ?? '').trim()])) as unknown as Passed) : undefined;
}

/** The pass as the city counts it, without its plates; undefined for a car that nothing was read of: a sample is of reads. */
export function passOf({ capturedAt, engine, state, read, truth }: Passed): Pass | undefined {
  if (compact(read) === '') return undefined;
  return { capturedAt, engine, label: labelOf(read, truth), ...(state === '' ? {} : { state: state.toUpperCase() }) };
}

function labelOf(read: string, truth: string): Pass['label'] {
  if (truth === '?') return 'illegible';
  if (compact(truth) === '') return 'not-a-plate';
  return judge({ plate: truth, state: '' }, { plate: read, state: null }).label;
}
