import type { Schemas } from './api.ts';

/** Read and entry above each other, character by character; what differs is marked in shape and in words, not by colour alone. */
export function PlateComparison({ entry }: { entry: Schemas['MatchedEntry'] }) {
  if (entry.plate === null) return <p>The entry names no plate; it describes a vehicle.</p>;
  return <Compared one={['Read', entry.read]} other={['Listed', entry.plate]} differing={new Set(entry.foldedCharacters)} />;
}

/** Two plates with what each is called, and the places in which they differ. */
export function Compared({ one, other, differing }: {
  one: readonly [name: string, plate: string];
  other: readonly [name: string, plate: string];
  differing: ReadonlySet<number>;
}) {
  const width = Math.max(one[1].length, other[1].length);
  const named = [one, other].map(([name, plate]) => (index: number) => `${name.toLowerCase()} ${plate[index] ?? 'nothing'}`);
  return (
    <div class="comparison">
      {[one, other].map(([name, plate]) => (
        <p key={name}>
          <small>{name}</small>
          <span class="plate" aria-hidden="true">
            {Array.from({ length: width }, (_, index) =>
              differing.has(index) ? <mark key={index}>{plate[index] ?? '·'}</mark> : <span key={index}>{plate[index] ?? '·'}</span>,
            )}
          </span>
          <span class="unseen">{name} {[...plate].join(' ')}</span>
        </p>
      ))}
      <p class={differing.size > 0 ? 'differs' : ''}>
        {differing.size === 0
          ? 'No character differs.'
          : [...differing].map((index) => `Character ${index + 1}: ${named.map((words) => words(index)).join(', ')}.`).join(' ')}
      </p>
    </div>
  );
}
