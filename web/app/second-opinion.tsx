import { useState } from 'preact/hooks';
import type { Outcome, Schemas, Trouble } from './api.ts';
import { AreaField, Form, given, problemsOf, SelectField } from './parts.tsx';
import { DECIDING } from './words.ts';

type Opinion = Schemas['NewSearchDecision'];

/** What a chief or a Program Manager says of something that somebody else asked for. */
export function SecondOpinion({ approve, decide, decided }: {
  /** What a yes does, in words. */
  approve: string;
  decide: (opinion: Opinion) => Promise<Outcome<unknown>>;
  decided: () => Promise<unknown>;
}) {
  const [trouble, setTrouble] = useState<Trouble>();
  const send = async (fields: FormData) => {
    const { decision, ...rest } = given(fields, 'decision', 'role', 'reason');
    const answer = await decide({ ...rest, ...(decision === undefined ? {} : { approve: decision === 'approve' }) } as unknown as Opinion);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await decided();
  };
  const problems = problemsOf(trouble).map((one) => (one.field === 'approve' ? { ...one, field: 'decision' } : one));
  return (
    <Form submit="Decide" send={send} trouble={trouble}>
      <SelectField label="Your decision" name="decision" options={{ approve, reject: 'Reject it' }} empty="Choose" problems={problems} />
      <SelectField label="In which role" name="role" options={{ chief: DECIDING.chief, 'program-manager': DECIDING['program-manager'] }} empty="Choose" problems={problems} />
      <AreaField label="Reason, for the ledger" name="reason" maxLength={500} problems={problems} />
    </Form>
  );
}
