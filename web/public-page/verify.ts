import { type DataSet, recount, verifyData } from './data.ts';
import { NotVerified, type Read, verifyLog, verifyNote, witnesses } from './log.ts';

/**
 * Reads and verifies beside the page and not in it, so that the page is painted and answers meanwhile. Says once what the signed files
 * say, and again when this browser has counted every figure from the ledger.
 */
export interface Verified {
  data: Omit<DataSet, 'file'>;
  key: string;
  /** How many beside the city signed the newest checkpoint. */
  witnesses: number;
  /** What the ledger says of itself, once every figure was counted again from it. */
  counted?: { time: string; origin: string };
}
export type Checked = Verified | { failed: string } | 'unreachable';

/** Entries that a browser counts again unasked: about 1 KB each. More, and the visitor decides. */
const UNASKED = 20_000;

const from = (folder: string): Read => async (path) => {
  const answer = await fetch(new URL(folder + path, base), { cache: /^tile|^checkpoints/.test(path) ? 'default' : 'no-cache' });
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};
/** Of the page, under which the data lie; a worker's own address is that of its file. */
let base = '';
const readLog = from('../log/');
const readData = from('./v1/');

async function signed(): Promise<{ data: DataSet; key: string; witnesses: number }> {
  const key = new TextDecoder().decode(await readLog('vkey')).trim();
  const checkpoint = readLog('checkpoint').then(async (note) => {
    await verifyNote(key, note);
    return witnesses(key, note);
  });
  const [others, data] = await Promise.all([checkpoint, verifyData(key, readData)]);
  return { data, key, witnesses: others };
}

async function check(again: boolean): Promise<Checked> {
  try {
    const { data, ...found } = await signed();
    const { file: _, ...plain } = data;
    if (!again && data.size > UNASKED) return { data: plain, ...found };
    const log = await verifyLog(found.key, readLog);
    await recount(data, log);
    return { data: plain, ...found, counted: { time: log.time, origin: log.origin } };
  } catch (error) {
    return error instanceof NotVerified || error instanceof SyntaxError ? { failed: error.message } : 'unreachable';
  }
}

addEventListener('message', ({ data }: MessageEvent<{ base: string; again: boolean }>) => {
  base = data.base;
  void check(data.again).then((checked) => postMessage(checked));
});
