import type { Schemas } from './api.ts';

/** What a person typed of a picture against what was read: nobody is asked whether the reader was right after seeing its answer. */

export interface Typed {
  plate: string;
  /** Empty when the person cannot tell it. */
  state: string;
}

export interface Judged {
  label: 'right' | 'wrong';
  /** Places in which the two differ, from 0. */
  differing: ReadonlySet<number>;
  stateDiffers: boolean;
}

const SEPARATORS = /[ .-]/g;

/** As plates are compared: capital letters and digits, without separators. */
export function compact(plate: string): string {
  return plate.toUpperCase().replace(SEPARATORS, '');
}

/** Letter O and digit 0 are one: on many plates nobody can tell them apart, and such a match pushes an alert like any other. */
function folded(plate: string): string {
  return plate.replaceAll('O', '0');
}

/** A state that either of the two does not know tells nothing about the reader. */
export function judge(typed: Typed, read: Pick<Schemas['OpenedSample'], 'plate' | 'state'>): Judged {
  const [mine, theirs] = [folded(compact(typed.plate)), folded(compact(read.plate))];
  const places = Array.from({ length: Math.max(mine.length, theirs.length) }, (_, index) => index);
  const differing = new Set(places.filter((index) => mine[index] !== theirs[index]));
  const stateDiffers = typed.state !== '' && read.state !== null && typed.state.toUpperCase() !== read.state;
  return { label: differing.size === 0 && !stateDiffers ? 'right' : 'wrong', differing, stateDiffers };
}
