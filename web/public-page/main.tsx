import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { byDay, count, csv, FIGURES, type Figure } from './figures.ts';
import { NotVerified, type Read, type VerifiedLog, verifyLog } from './log.ts';
import { EN, ES, type Words } from './words.ts';

type Checked = { log: VerifiedLog; key: string } | { failed: string } | 'unreachable' | undefined;

const LOG = '../log/';

const read: Read = async (path) => {
  const answer = await fetch(LOG + path, { cache: path === 'checkpoint' ? 'no-cache' : 'default' });
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};

async function check(): Promise<Checked> {
  try {
    const key = new TextDecoder().decode(await read('vkey')).trim();
    return { log: await verifyLog(key, read), key };
  } catch (error) {
    return error instanceof NotVerified || error instanceof SyntaxError ? { failed: error.message } : 'unreachable';
  }
}

function Page() {
  const [spanish, setSpanish] = useState(navigator.language.startsWith('es'));
  const [checked, setChecked] = useState<Checked>();
  useEffect(() => void check().then(setChecked), []);
  const words = spanish ? ES : EN;
  useEffect(() => {
    document.documentElement.lang = spanish ? 'es' : 'en';
    document.title = words.title;
  }, [spanish]);
  return (
    <main>
      <button type="button" lang={spanish ? 'en' : 'es'} onClick={() => setSpanish(!spanish)}>
        {words.other}
      </button>
      <h1>{words.title}</h1>
      <Result words={words} checked={checked} />
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

function Result({ words, checked }: { words: Words; checked: Checked }) {
  if (checked === undefined) return <p role="status">{words.checking}</p>;
  if (checked === 'unreachable') return <p class="bad" role="alert">{words.unreachable}</p>;
  if ('failed' in checked) {
    return (
      <p class="bad" role="alert">
        {words.failed} {checked.failed}.
      </p>
    );
  }
  const { log, key } = checked;
  const file = `data:text/csv;charset=utf-8,${encodeURIComponent(csv(log.entries))}`;
  return (
    <>
      <p class="good" role="status">{words.verified(log.size, log.time, log.origin)}</p>
      <p>{words.intro}</p>
      <dl>
        {(Object.keys(FIGURES) as Figure[]).map((figure) => (
          <div key={figure} data-figure={figure}>
            <dt>{words.figures[figure]}</dt>
            <dd>
              <strong>{count(log.entries, figure)}</strong>
              <Bars days={byDay(log.entries, figure)} label={`${words.figures[figure]}, ${words.perDay}`} />
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={file} download="daily.csv">{words.download}</a>
      </p>
      <p>
        {words.key} <code>{key}</code>
      </p>
    </>
  );
}

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
