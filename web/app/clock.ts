import { Store } from './store.ts';

/** Beyond this the person is told that the phone's clock is wrong; a slow answer alone never reaches it. */
const NOTABLE_MILLIS = 120_000;

/** How far this phone's clock is behind the city's, in milliseconds: every timer of the app counts by the city's clock. */
export const offset = new Store(0);

/** @param date the Date header of an answer that has just arrived; HTTP dates have whole seconds */
export function heard(date: string | null, here = Date.now()): void {
  const there = date === null ? Number.NaN : Date.parse(date);
  if (!Number.isNaN(there)) offset.set(there - here);
}

/** The city's time now. */
export function now(here = Date.now()): number {
  return here + offset.value;
}

export function isNotable(millis: number): boolean {
  return Math.abs(millis) > NOTABLE_MILLIS;
}
