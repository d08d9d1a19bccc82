import { useState } from 'preact/hooks';
import { get, post, type Schemas, type Trouble } from '../api.ts';
import { now } from '../clock.ts';
import { save } from '../download.ts';
import { commitment, hex, weekOf } from '../own-number.ts';
import { AreaField, Asked, Fold, Form, given, Notice, problemsOf, TextField, Time, TroubleNotice, useAsked } from '../parts.tsx';
import { idAt } from '../proof.ts';
import type { Duty } from '../views.ts';

type Review = Schemas['Review'];

const STATE: Record<Review['state'], string> = {
  open: 'its sample is not drawn yet',
  drawn: 'drawn; the auditor reads the sample',
  reported: 'reported; it waits for approval',
  approved: 'approved',
};

/** A random sample of each week, read by an auditor and approved by somebody else. What is overdue comes first. */
export default function Reviews({ duty }: { duty: Duty }) {
  const { outcome, again } = useAsked(() => get('/v1/reviews'));
  return (
    <>
      <h1>Weekly reviews</h1>
      <Commit />
      <Asked outcome={outcome} again={again}>
        {({ reviews }) => (
          <>
            {reviews.length === 0 ? <p>No week is over yet.</p> : null}
            <ul class="cards">
              {reviews.toSorted(first).map((review) => (
                <li key={review.week} class="card">
                  <OneReview review={review} reads={duty !== 'chief'} changed={again} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </>
  );
}

/** For an auditor who does not want to rely on the public beacon. The number is saved before it is committed to: without it nothing can be drawn. */
function Commit() {
  const [trouble, setTrouble] = useState<Trouble>();
  const [done, setDone] = useState('');
  const week = weekOf(now());
  const commit = async () => {
    const number = crypto.getRandomValues(new Uint8Array(32));
    save(`review-${week}.txt`, new Blob([`${hex(number)}\n`], { type: 'text/plain' }));
    const answer = await post('/v1/reviews/{week}/numbers', { week }, { commitment: await commitment(week, number) });
    setTrouble(answer.ok ? undefined : answer.trouble);
    setDone(answer.ok ? `The sample of ${week} will be drawn by the number in review-${week}.txt: keep that file, and show it to nobody before. Ledger entry ${answer.data.entryId}.` : '');
  };
  return (
    <Fold summary="Commit to a number of your own for this week (auditor)">
      <p>It takes the place of the public beacon at the draw of {week}. The page makes it, saves it for you alone, and tells the city only what it must give.</p>
      <TroubleNotice of={trouble} />
      {done === '' ? null : <Notice kind="good">{done}</Notice>}
      <button type="button" onClick={() => void commit()}>
        Make a number and commit to it
      </button>
    </Fold>
  );
}

function first(one: Review, other: Review): number {
  return Number(other.missed) - Number(one.missed) || Number(one.state === 'approved') - Number(other.state === 'approved') || one.dueAt.localeCompare(other.dueAt);
}

/** @param reads whether the person may read the ledger */
function OneReview({ review, reads, changed }: { review: Review; reads: boolean; changed: () => Promise<unknown> }) {
  return (
    <>
      <span class="row">
        <strong>{review.week}</strong>
        <span class="tag">{STATE[review.state]}</span>
      </span>
      {review.missed ? <Notice kind="error">It was not approved in time. The public page counts it as missed.</Notice> : null}
      <span>Due <Time at={review.dueAt} /></span>
      {review.samples === null ? null : reads ? <Sampled places={review.samples} /> : <span>Entries {review.samples.join(', ')}</span>}
      {review.questioned === null ? null : <span>{review.questioned} of them were questioned.</span>}
      {review.state === 'open' ? <Draw week={review.week} changed={changed} /> : null}
      {review.state === 'drawn' ? <Report week={review.week} changed={changed} /> : null}
      {review.state === 'reported' ? <Approve week={review.week} changed={changed} /> : null}
    </>
  );
}

/** Each is opened in the ledger, where this page proves that the log has it at that place. */
function Sampled({ places }: { places: readonly number[] }) {
  const [missing, setMissing] = useState<number>();
  const open = async (place: number) => {
    const entryId = await idAt(place);
    setMissing(entryId === undefined ? place : undefined);
    if (entryId !== undefined) location.hash = `#/ledger/${entryId}`;
  };
  return (
    <>
      <span>The sample; each look at an entry is an entry of its own:</span>
      <ul class="places">
        {places.map((place) => (
          <li key={place}>
            <button type="button" onClick={() => void open(place)}>
              <span class="unseen">Open entry </span>
              {place}
            </button>
          </li>
        ))}
      </ul>
      {missing === undefined ? null : <Notice kind="error">Entry {missing} could not be found in the public log. Entries become public after a day; try again later.</Notice>}
    </>
  );
}

function Draw({ week, changed }: { week: string; changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const send = async (fields: FormData) => {
    const { round, ...rest } = given(fields, 'round', 'randomness', 'number');
    const answer = await post('/v1/reviews/{week}/draws', { week }, { ...rest, ...(round === undefined ? {} : { round: Number(round) }) });
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await changed();
  };
  return (
    <details>
      <summary>Draw its sample (auditor)</summary>
      <Form submit="Draw" send={send} trouble={trouble}>
        <TextField label="Round of drand's quicknet" name="round" inputMode="numeric" hint="The first an hour after the week" problems={problemsOf(trouble)} />
        <TextField label="Its randomness" name="randomness" autocomplete="off" hint="64 digits, as the network answers" problems={problemsOf(trouble)} />
        <TextField label="Or your own number" name="number" autocomplete="off" hint="The one that you committed to before the week was over" problems={problemsOf(trouble)} />
      </Form>
    </details>
  );
}

function Report({ week, changed }: { week: string; changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const send = async (fields: FormData) => {
    const { questioned = '', narrative = '' } = given(fields, 'questioned', 'narrative');
    const answer = await post('/v1/reviews/{week}/reports', { week }, { questioned: Number(questioned), narrative });
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await changed();
  };
  return (
    <Form submit="Report" send={send} trouble={trouble}>
      <TextField label="How many entries are questioned?" name="questioned" inputMode="numeric" problems={problemsOf(trouble)} />
      <AreaField label="What was found" name="narrative" maxLength={2000} problems={problemsOf(trouble)} />
    </Form>
  );
}

function Approve({ week, changed }: { week: string; changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const approve = async () => {
    const answer = await post('/v1/reviews/{week}/approvals', { week }, undefined);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await changed();
  };
  return (
    <>
      <TroubleNotice of={trouble} />
      <button class="main" type="button" onClick={() => void approve()}>
        Approve the review of {week}
      </button>
    </>
  );
}
