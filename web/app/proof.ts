import { entryAt, hex, NotVerified, sha256, text, verifyNote } from '../public-page/log.ts';
import { get, type Schemas } from './api.ts';
import type { Receipt } from './receipts.ts';

/** What this page found out by itself about one of its receipts. */
export type Standing = 'sealed' | 'not-yet' | 'unreachable' | 'refuted';

const HEADER = 'c2sp.org/tlog-proof@v1';
const INDEX = /^index (0|[1-9][0-9]{0,14})$/;

/**
 * Whether the log that this key signs has the leaf, by the proof alone (C2SP tlog-proof; RFC 9162, 2.1.3.2).
 *
 * @throws NotVerified with what failed
 */
export async function verifyInclusion(key: string, leafHash: string, proof: string): Promise<void> {
  const end = proof.indexOf('\n\n');
  const [header = '', second = '', ...path] = proof.slice(0, end).split('\n');
  const index = INDEX.exec(second)?.[1];
  if (end < 0 || header !== HEADER || index === undefined) throw new NotVerified('the proof has another form');
  const [, size = '', root = ''] = await verifyNote(key, new TextEncoder().encode(proof.slice(end + 2)));
  const computed = await rootOf(bytesOf(leafHash), Number(index), Number(size), path.map(decoded));
  if (hex(computed) !== hex(decoded(root))) throw new NotVerified('the entry is not in the log that the city signed');
}

/**
 * Whether the text of an entry is the one of this id, and in the log by its proof; the receipt of the leaf that the text gives.
 *
 * @throws NotVerified with what failed
 */
export async function verifyEntry(key: string, entryId: string, entry: string, proof: string): Promise<string> {
  if ((JSON.parse(entry) as { id?: unknown }).id !== entryId) throw new NotVerified('this is another entry than the one that was asked for');
  const leafHash = hex(await sha256(new Uint8Array([0]), new TextEncoder().encode(entry)));
  await verifyInclusion(key, leafHash, proof);
  return leafHash;
}

async function rootOf(leaf: Uint8Array, index: number, size: number, path: readonly Uint8Array[]): Promise<Uint8Array> {
  let hash = leaf;
  // Numbers beyond 32 bits: no bit operators.
  let here = index;
  let last = size - 1;
  if (here > last) throw new NotVerified('the log ends before the entry');
  for (const beside of path) {
    if (last === 0) throw new NotVerified('the proof is too long');
    if (here % 2 === 1 || here === last) {
      hash = await sha256(new Uint8Array([1]), beside, hash);
      while (here % 2 === 0 && here !== 0) [here, last] = [here / 2, Math.floor(last / 2)];
    } else {
      hash = await sha256(new Uint8Array([1]), hash, beside);
    }
    [here, last] = [Math.floor(here / 2), Math.floor(last / 2)];
  }
  if (last !== 0) throw new NotVerified('the proof is too short');
  return hash;
}

function decoded(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    throw new NotVerified('something that should be base64 is not');
  }
}

function bytesOf(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
}

/** The key is the one that the city publishes beside its log; the page shows it, so that it can be compared with a printed one. */
export async function publishedKey(): Promise<string | undefined> {
  try {
    const answer = await fetch('/log/vkey', { cache: 'no-store' });
    return answer.ok ? text(new Uint8Array(await answer.arrayBuffer())).trim() : undefined;
  } catch {
    return undefined;
  }
}

/** The id of the entry at a place of the public log; undefined when it did not come, or is not public yet. */
export async function idAt(place: number): Promise<string | undefined> {
  try {
    const read = async (path: string) => new Uint8Array(await (await fetch(`/log/${path}`, { cache: 'no-cache' })).arrayBuffer());
    return (await entryAt(place, read)).id;
  } catch {
    return undefined;
  }
}

export async function standingOf(key: string, receipt: Receipt): Promise<Standing> {
  const answer = await get('/v1/ledger/proofs/{entryId}', { entryId: receipt.entryId });
  if (!answer.ok) return answer.trouble.kind === 'problem' ? 'not-yet' : 'unreachable';
  try {
    await verifyInclusion(key, receipt.leafHash, answer.data.proof);
    return 'sealed';
  } catch {
    return 'refuted';
  }
}

/** The same of one entry that was looked up; with what proves it, where it is proved. */
export async function provedEntry({ id, entry, proof }: Schemas['LedgerEntry'] & { proof: string }): Promise<{ standing: Standing; leafHash: string }> {
  const key = await publishedKey();
  if (key === undefined) return { standing: 'unreachable', leafHash: '' };
  try {
    return { standing: 'sealed', leafHash: await verifyEntry(key, id, entry, proof) };
  } catch {
    return { standing: 'refuted', leafHash: '' };
  }
}
