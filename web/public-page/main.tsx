import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type DataSet, recount, verifyData } from './data.ts';
import { FIGURES, type Figure, total } from './figures.ts';
import { NotVerified, type Read, type VerifiedLog, verifyLog, verifyNote } from './log.ts';
import { EN, ES, type Words } from './words.ts';

/** @param log once this browser has counted everything again from it */
type Verified = { data: DataSet; key: string; size: number; log?: VerifiedLog };
type Checked = Verified | { failed: string } | 'unreachable' | undefined;

/** Entries that a browser counts again unasked: about 1 KB each. More, and the visitor decides. */
const UNASKED = 20_000;

const from = (folder: string): Read => async (path) => {
  const answer = await fetch(folder + path, { cache: /^tile|^checkpoints/.test(path) ? 'default' : 'no-cache' });
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};
const readLog = from('../log/');
const readData = from('./v1/');

async function failing(work: () => Promise<Checked>): Promise<Checked> {
  try {
    return await work();
  } catch (error) {
    return error instanceof NotVerified || error instanceof SyntaxError ? { failed: error.message } : 'unreachable';
  }
}

/** The figures, their signature, and, unless the ledger is long, every figure counted again from it. */
async function check(): Promise<Checked> {
  const key = new TextDecoder().decode(await readLog('vkey')).trim();
  const [, size = ''] = await verifyNote(key, await readLog('checkpoint'));
  const data = await verifyData(key, readData);
  const checked = { data, key, size: Number(size) };
  return data.size > UNASKED ? checked : countAgain(checked);
}

async function countAgain(checked: Verified): Promise<Verified> {
  const log = await verifyLog(checked.key, readLog);
  await recount(checked.data, log);
  return { ...checked, log };
}

function Page() {
  const [spanish, setSpanish] = useState(navigator.language.startsWith('es'));
  const [checked, setChecked] = useState<Checked>();
  useEffect(() => void failing(check).then(setChecked), []);
  const words = spanish ? ES : EN;
  useEffect(() => {
    document.documentElement.lang = spanish ? 'es' : 'en';
    document.title = words.title;
  }, [spanish]);
  return (
    <main>
      <button type="button" class="aside" lang={spanish ? 'en' : 'es'} onClick={() => setSpanish(!spanish)}>
        {words.other}
      </button>
      <h1>{words.title}</h1>
      <Result words={words} checked={checked} again={(verified) => void failing(() => countAgain(verified)).then(setChecked)} />
      <h2>{words.neverTitle}</h2>
      <ul>
        {words.never.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>{words.elsewhere}</p>
    </main>
  );
}

function Result({ words, checked, again }: { words: Words; checked: Checked; again: (verified: Verified) => void }) {
  if (checked === undefined) return <p class="checking" role="status">{words.checking}</p>;
  if (checked === 'unreachable') return <p class="bad" role="alert">{words.unreachable}</p>;
  if ('failed' in checked) {
    return (
      <p class="bad" role="alert">
        {words.failed} {checked.failed}.
      </p>
    );
  }
  const { data, log, key } = checked;
  return (
    <>
      {log === undefined ? (
        <>
          <p class="good" role="status">{words.signed(data.size)}</p>
          <p>
            <button type="button" onClick={() => again(checked)}>{words.again}</button>
          </p>
        </>
      ) : (
        <p class="good" role="status">{words.verified(data.size, log.time, log.origin)}</p>
      )}
      <p>{words.intro}</p>
      <dl>
        {(Object.keys(FIGURES) as Figure[]).map((figure) => (
          <div key={figure} data-figure={figure}>
            <dt>{words.figures[figure]}</dt>
            <dd>
              <strong>{total(data.days, figure)}</strong>
              <Bars days={data.days.map((day) => [day.day, day[figure]])} label={`${words.figures[figure]}, ${words.perDay}`} />
            </dd>
          </div>
        ))}
      </dl>
      <Changes words={words} changes={data.changes} />
      <h2>{words.dataTitle}</h2>
      <ul>
        {data.names.filter((name) => !name.startsWith('openings/')).map((name) => (
          <li key={name}>
            <a href={`./v1/${name}`}>{name}</a>
          </li>
        ))}
      </ul>
      <p>
        {words.key} <code>{key}</code>
      </p>
    </>
  );
}

/** The newest first; what changed, or who approved by role, stands there as the city committed it. */
function Changes({ words, changes }: { words: Words; changes: Record<string, string>[] }) {
  if (changes.length === 0) return null;
  return (
    <>
      <h2>{words.changesTitle}</h2>
      <ol class="changes">
        {changes.slice(-NEWEST).reverse().map((change) => (
          <li key={change['entry']}>
            <time>{change['hour']?.replace('T', ' ').replace('Z', ':00 UTC')}</time> {words.changes[change['change'] ?? ''] ?? change['change']}
            {change['what'] === '' ? '' : `: ${change['what']}`}
          </li>
        ))}
      </ol>
    </>
  );
}

const NEWEST = 20;
const HEIGHT = 32;
const BAR = 4;

/** To be looked at, not read: the highest day fills the height. The numbers are in the CSV. */
function Bars({ days, label }: { days: [string, number][]; label: string }) {
  const highest = Math.max(1, ...days.map(([, value]) => value));
  return (
    <svg viewBox={`0 0 ${Math.max(days.length, 30) * BAR} ${HEIGHT}`} preserveAspectRatio="xMinYMax meet" role="img" aria-label={label}>
      {days.map(([day, value], index) => (
        <rect key={day} x={index * BAR} y={HEIGHT - (value / highest) * HEIGHT} width={BAR - 1} height={(value / highest) * HEIGHT} />
      ))}
    </svg>
  );
}

render(<Page />, document.getElementById('page') as HTMLElement);
