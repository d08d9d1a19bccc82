import { render } from 'preact';
import type { Audits, Camera } from './data.ts';
import { type Day, total } from './figures.ts';
import { type Group, GROUPS } from './groups.ts';
import { PlainMap } from '../app/map.tsx';
import { rulesOf } from './rules.ts';
import { startVerifier } from './verifier.ts';
import type { Checked } from './verify.ts';
import { EN, ES, type Words } from './words.ts';

let words = EN;
let checked: Checked | undefined;
let countAgain = () => {};

/** The page's own sentences stand in index.html, so that they are read before any script has come. */
function say(spoken: Words): void {
  words = spoken;
  document.documentElement.lang = words === ES ? 'es' : 'en';
  document.title = words.title;
  for (const element of document.querySelectorAll<HTMLElement>('[data-words]')) {
    const [name = '', index] = (element.dataset['words'] ?? '').split('.');
    const said = words[name as 'title' | 'never'];
    element.textContent = typeof said === 'string' ? said : (said[Number(index)] ?? '');
  }
  show();
}

function show(): void {
  render(<Result words={words} checked={checked} />, document.getElementById('result') as HTMLElement);
}

function Result({ words, checked }: { words: Words; checked: Checked | undefined }) {
  if (checked === undefined) return <p class="checking" role="status">{words.checking}</p>;
  if (checked === 'unreachable') return <p class="bad" role="alert">{words.unreachable}</p>;
  if ('failed' in checked) {
    return (
      <p class="bad" role="alert">
        {words.failed} {checked.failed}.
      </p>
    );
  }
  const { data, counted, key, witnesses } = checked;
  return (
    <>
      {counted === undefined ? (
        <>
          <p class="good" role="status">{words.signed(data.size)}</p>
          <p>
            <button type="button" onClick={() => countAgain()}>{words.again}</button>
          </p>
        </>
      ) : (
        <p class="good" role="status">{words.verified(data.size, counted.time, counted.origin)}</p>
      )}
      <p data-witnesses={witnesses}>{words.witnessed(witnesses)}</p>
      <Rules words={words} document={data.policy} />
      {(Object.keys(GROUPS) as Group[]).map((group) => (
        <Figures key={group} words={words} group={group} days={data.days} />
      ))}
      <Lists words={words} lists={data.lists} />
      <Grants words={words} grants={data.grants} />
      <Quality words={words} rows={data.quality} />
      <Districts words={words} rows={data.districts} />
      <Cameras words={words} cameras={data.cameras} />
      {data.audits === undefined ? null : <Audited words={words} audits={data.audits} />}
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

function Figures({ words, group, days }: { words: Words; group: Group; days: Day[] }) {
  return (
    <>
      <h2>{words.groups[group]}</h2>
      <dl class="figures">
        {GROUPS[group].map((figure) => (
          <div key={figure} data-figure={figure}>
            <dt>{words.figures[figure]}</dt>
            <dd>
              <strong>{total(days, figure).toLocaleString(document.documentElement.lang)}</strong>
              <Bars days={days.map((day) => day[figure])} label={`${words.figures[figure]}, ${words.perDay}`} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Made from the document that rules, so that text and enforcement cannot differ. */
function Rules({ words, document }: { words: Words; document: string | undefined }) {
  const policy = document === undefined ? undefined : rulesOf(document, words.rules);
  return (
    <>
      <h2>{words.rules.title}</h2>
      <p>{policy === undefined ? words.rules.none : policy.head}</p>
      <dl class="rules">
        {policy?.rules.map(([about, says]) => (
          <div key={about}>
            <dt>{about}</dt>
            <dd>{says}.</dd>
          </div>
        ))}
      </dl>
      <p>
        {words.rules.neverDetected} <a href="./v1/policy.md">{words.rules.whole}</a>.
      </p>
    </>
  );
}

function Lists({ words, lists }: { words: Words; lists: Record<string, string>[] }) {
  const rows = lists.map(({ source, agency, state = '', age_hours, max_age_hours, entries, refused_by_code, imports }) => {
    const standing = state === 'armed' && (age_hours === '' || Number(age_hours) >= Number(max_age_hours)) ? 'too-old' : state;
    return [`${source} (${agency})`, words.states[standing] ?? standing, `${age_hours} / ${max_age_hours}`, entries, refused_by_code || '0', imports];
  });
  return <Table title={words.listsTitle} none={words.noLists} columns={words.listColumns} rows={rows} />;
}

/** Of the city alone, with the interval in which the share lies with 95 % confidence. */
function Quality({ words, rows }: { words: Words; rows: Record<string, string>[] }) {
  const told = rows
    .filter(({ camera }) => camera === '')
    .map(({ source = '', day, n, misread, share, low, high }) => [`${words.states[source] ?? source}, ${day}`, n, misread, `${percent(share)} (${percent(low)} – ${percent(high)})`]);
  return <Table title={words.qualityTitle} none={words.noQuality} columns={words.qualityColumns} rows={told} />;
}

function percent(share = ''): string {
  return `${(Number(share) * 100).toFixed(1)} %`;
}

function Districts({ words, rows }: { words: Words; rows: Record<string, string>[] }) {
  const told = rows.map(({ zone, zone_cameras, hits, rejected }) => [zone, zone_cameras, hits || words.tooFew, rejected || words.tooFew]);
  return <Table title={words.districtsTitle} none={words.noDistricts} columns={words.districtColumns} rows={told} />;
}

/** The newest first. */
function Grants({ words, grants }: { words: Words; grants: Record<string, string>[] }) {
  const rows = grants
    .slice(-NEWEST)
    .reverse()
    .map(({ hour, agency, class: kind, offence, state = '', results }) => [agency || kind || words.unnamed, hour, offence, words.states[state] ?? state, results]);
  return <Table title={words.grantsTitle} none={words.noGrants} columns={words.grantColumns} rows={rows} />;
}

/** Wider than a phone: it is moved by itself, with the keyboard too. */
function Table({ title, none, columns, rows }: { title: string; none: string; columns: string[]; rows: (string | undefined)[][] }) {
  return (
    <>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p>{none}</p>
      ) : (
        <div class="wide" tabIndex={0} role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                {columns.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([head, ...cells], index) => (
                <tr key={index}>
                  <th scope="row">{head}</th>
                  {cells.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** By number on a plain map of their own: nothing of a stranger is asked for. */
function Cameras({ words, cameras }: { words: Words; cameras: Camera[] }) {
  const places = cameras.flatMap(({ id, geometry, properties: { direction, state } }, index) => {
    if (geometry === null || state === 'retired') return [];
    const [longitude, latitude] = geometry.coordinates;
    return [{ key: id, label: String(index + 1), longitude, latitude, ...(direction === undefined ? {} : { heading: direction }) }];
  });
  return (
    <>
      <h2>{words.camerasTitle}</h2>
      {cameras.length === 0 ? <p>{words.noCameras}</p> : null}
      {places.length === 0 ? null : <PlainMap words={words.camerasMap} places={places} />}
      <ol class="cameras">
        {cameras.map(({ id, properties: { name, zone, kind, operator, state, installed, retired } }) => (
          <li key={id} data-camera={id}>
            {name ?? id}: {zone}, {words.states[kind]}, {words.states[state] ?? state}, {operator}, {installed}
            {retired === undefined ? '' : ` – ${retired}`}
          </li>
        ))}
      </ol>
    </>
  );
}

/** What is overdue or was missed comes first. */
function Audited({ words, audits }: { words: Words; audits: Audits }) {
  const open = audits.conduct_reviews.filter(({ state }) => state !== 'closed');
  const last = audits.hot_list_audits.findLast(({ missed }) => missed !== true);
  const missed = audits.weekly_reviews.filter((review) => review.missed).length;
  return (
    <>
      <h2>{words.auditsTitle}</h2>
      <p class={audits.hot_list_audit_overdue ? 'bad' : 'good'}>{audits.hot_list_audit_overdue ? words.overdue : words.inTime}</p>
      <ul>
        <li>{words.weeks(audits.weekly_reviews.filter(({ state }) => state === 'approved').length, missed)}</li>
        <li>{words.entryReviews(audits.hot_list_entry_reviews_missed)}</li>
        {last === undefined ? null : <li>{words.lastAudit(last.hour ?? '', last.entries ?? 0, last.questioned ?? 0)}</li>}
        <li>
          {words.conduct(open.length, open.filter(({ state }) => state === 'overdue').length)}
          <ul>
            {Object.entries(audits.findings).map(([finding, count]) => (
              <li key={finding}>
                {words.findings[finding] ?? finding}: {count}
              </li>
            ))}
          </ul>
        </li>
      </ul>
    </>
  );
}

/** The newest first, without the files that lists take in: those are in their own table. What changed, or who approved by role, stands there as the city committed it. */
function Changes({ words, changes }: { words: Words; changes: Record<string, string>[] }) {
  const shown = changes.filter(({ change }) => change !== 'list-imported');
  if (shown.length === 0) return null;
  return (
    <>
      <h2>{words.changesTitle}</h2>
      <p>
        <a href="./v1/changes.atom">{words.follow}</a>
      </p>
      <ol class="changes">
        {shown.slice(-NEWEST).reverse().map((change) => (
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

/** To be looked at, not read: the highest day fills the height. One shape, however many days there are. The numbers are in the CSV. */
function Bars({ days, label }: { days: number[]; label: string }) {
  const highest = Math.max(1, ...days);
  const bars = days.map((value, index) => `M${index * BAR} ${HEIGHT}v${-((value / highest) * HEIGHT).toFixed(1)}h${BAR - 1}V${HEIGHT}z`);
  return (
    <svg viewBox={`0 0 ${Math.max(days.length, 30) * BAR} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
      <path d={bars.join('')} />
    </svg>
  );
}

document.getElementById('other')?.addEventListener('click', () => say(words === EN ? ES : EN));
say(navigator.language.startsWith('es') ? ES : EN);
countAgain = startVerifier((result) => {
  checked = result;
  show();
});
