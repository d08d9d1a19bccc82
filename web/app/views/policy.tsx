import { useState } from 'preact/hooks';
import { RULES_EN, rulesOf } from '../../public-page/rules.ts';
import { get, post, type Trouble } from '../api.ts';
import { Asked, Notice, TroubleNotice, useAsked } from '../parts.tsx';
import { PARAMETER } from '../words.ts';
import { Zones } from './zones.tsx';

/** The document that rules, field by field, as it is enforced; and who reads it here says so. */
export default function Policy() {
  const { outcome, again } = useAsked(() => get('/v1/policy'));
  const [trouble, setTrouble] = useState<Trouble>();
  const [done, setDone] = useState('');
  const acknowledge = async (policyHash: string) => {
    const answer = await post('/v1/acknowledgements', {}, { policyHash });
    setTrouble(answer.ok ? undefined : answer.trouble);
    setDone(answer.ok ? `Acknowledged. Ledger entry ${answer.data.entryId}.` : '');
  };
  return (
    <>
      <h1>Policy</h1>
      <Asked outcome={outcome} again={again}>
        {(policy) => (
          <>
            <p>Version {policy.version}. Every entry of the ledger names its hash.</p>
            <p class="hash">{policy.hash}</p>
            {policy.pending === null ? null : (
              <Notice kind="note">
                A change waits for two people: {policy.pending.changes.map((one) => `${PARAMETER[one.parameter]}, from ${one.from} to ${one.to}`).join('; ')}.
              </Notice>
            )}
            <dl class="fields">
              {rulesOf(policy.document, RULES_EN).rules.map(([about, says]) => (
                <div key={about}>
                  <dt>{about}</dt>
                  <dd>{says}</dd>
                </div>
              ))}
            </dl>
            <details>
              <summary>Every number of it, by its name in the document</summary>
              <Fields value={withoutZones(policy.document)} />
            </details>
            <Zones document={policy.document} changed={again} />
            <TroubleNotice of={trouble} />
            {done === '' ? null : <Notice kind="good">{done}</Notice>}
            <button class="main" type="button" onClick={() => void acknowledge(policy.hash)}>
              I have read this policy
            </button>
          </>
        )}
      </Asked>
    </>
  );
}

/** The corners of zones are no reading for people: their names stand below. */
function withoutZones(document: string): Record<string, unknown> {
  const { excludedZones: _, ...fields } = JSON.parse(document) as Record<string, unknown>;
  return fields;
}

function Fields({ value }: { value: Record<string, unknown> }) {
  return (
    <dl class="fields">
      {Object.entries(value).map(([name, field]) => (
        <div key={name}>
          <dt>{words(name)}</dt>
          <dd>{typeof field === 'object' && field !== null ? <Fields value={field as Record<string, unknown>} /> : String(field)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Such as "hit retention days" of hitRetentionDays. */
function words(name: string): string {
  return name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}
