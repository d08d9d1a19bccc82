import { useState } from 'preact/hooks';
import { get, post, type Schemas, type Trouble } from '../api.ts';
import { now } from '../clock.ts';
import { AreaField, Asked, Form, given, Notice, problemsOf, Said, SelectField, Time, useAsked } from '../parts.tsx';

type Review = Schemas['ConductReview'];
type Finding = Schemas['NewFinding']['class'];

const SIGNAL: Record<Review['signals'][number]['kind'], string> = {
  'repeated-target': 'one plate or place again and again, for reasons that nobody else knows of: searches',
  'few-targets': 'half of all searches about two plates that nobody else knows of: searches',
  'off-duty': 'searches outside of duty: sessions',
  'after-refusal': 'the same again after a refusal: acts',
  'denied-attempts': 'attempts without being allowed: attempts',
  'own-plate': 'a plate of their own or of their family: acts',
  'reciprocal-approval': 'two people who approve what the other asks: approvals',
  'shared-account': 'one account, used as by two people: days',
  anomaly: 'a critical index of anomaly: days',
  decoy: 'a decoy that nobody has reason to look for: acts',
};

const FINDING: Record<Finding, string> = {
  stalking: 'Somebody was followed',
  'non-police-use': 'Used for something that is no police work',
  'other-misuse': 'Misused otherwise',
  error: 'An error',
  'no-misuse': 'No misuse',
};

/** What is asked about people's conduct: what is overdue first, then what is due soonest, what is closed last. */
export default function Conduct() {
  const { outcome, again } = useAsked(() => get('/v1/conduct-reviews'));
  return (
    <>
      <h1>Conduct</h1>
      <p>A question is no finding. Whoever is looked at neither sees nor closes it. What is found is public by its class, without a name.</p>
      <Asked outcome={outcome} again={again}>
        {({ reviews }) => (
          <>
            {reviews.length === 0 ? <p>Nothing is asked about anybody.</p> : null}
            <ul class="cards">
              {reviews.toSorted(first).map((review) => (
                <li key={review.reviewId} class="card">
                  <OneReview review={review} changed={again} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </>
  );
}

function first(one: Review, other: Review): number {
  return Number(one.state === 'closed') - Number(other.state === 'closed') || one.dueAt.localeCompare(other.dueAt);
}

function OneReview({ review, changed }: { review: Review; changed: () => Promise<unknown> }) {
  const isOpen = review.state === 'open';
  return (
    <>
      <span class="row">
        <strong>{review.personId}</strong>
        <span class="tag">{isOpen ? 'open' : 'closed'}</span>
      </span>
      {isOpen && Date.parse(review.dueAt) < now() ? <Notice kind="error">It is overdue, and the public page counts it so.</Notice> : null}
      <ul>
        {review.signals.map((signal) => (
          <li key={`${signal.kind} ${signal.last}`}>
            {SIGNAL[signal.kind]} {signal.count}, last <Time at={signal.last} />
          </li>
        ))}
      </ul>
      {isOpen ? <span>Due <Time at={review.dueAt} /></span> : null}
      {review.class === null ? null : <span>{FINDING[review.class]}: <Said text={review.narrative ?? ''} /></span>}
      {isOpen ? <File review={review} changed={changed} /> : null}
    </>
  );
}

function File({ review, changed }: { review: Review; changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const send = async (fields: FormData) => {
    const body = given(fields, 'class', 'narrative') as unknown as Schemas['NewFinding'];
    const answer = await post('/v1/conduct-reviews/{reviewId}/findings', { reviewId: review.reviewId }, body);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await changed();
  };
  const problems = problemsOf(trouble);
  return (
    <Form submit="File the finding" send={send} trouble={trouble}>
      <SelectField label="What was found" name="class" options={FINDING} empty="Choose" problems={problems} />
      <AreaField label="What was looked at and what was said" name="narrative" maxLength={2000} problems={problems} />
    </Form>
  );
}
