import { now } from './clock.ts';
import { Store } from './store.ts';

/** What proves later that the ledger has what this page did. */
export interface Receipt {
  entryId: string;
  leafHash: string;
  at: number;
}

/** Of this page, the newest first. They are gone with it. */
export const receipts = new Store<readonly Receipt[]>([]);

const MOST = 200;

/** Keeps the receipt of an answer, if it carries one. */
export function keep(answer: unknown): void {
  const { entryId, leafHash } = answer as { entryId?: unknown; leafHash?: unknown };
  if (typeof entryId !== 'string' || typeof leafHash !== 'string') return;
  receipts.set([{ entryId, leafHash, at: now() }, ...receipts.value].slice(0, MOST));
}
