import type { Schemas } from './api.ts';

/** Read and entry above each other, character by character; what differs is marked in shape and in words, not by colour alone. */
export function PlateComparison({ entry }: { entry: Schemas['MatchedEntry'] }) {
  if (entry.plate === null) return <p>The entry names no plate; it describes a vehicle.</p>;
  const listed = entry.plate;
  const differing = new Set(entry.foldedCharacters);
  const width = Math.max(entry.read.length, listed.length);
  const row = (text: string) =>
    Array.from({ length: width }, (_, index) =>
      differing.has(index) ? (
        <mark key={index}>{text[index] ?? '·'}</mark>
      ) : (
        <span key={index}>{text[index] ?? '·'}</span>
      ),
    );
  return (
    <div class="comparison">
      <p>
        <small>Read</small>
        <span class="plate" aria-hidden="true">{row(entry.read)}</span>
        <span class="unseen">Read {spelled(entry.read)}</span>
      </p>
      <p>
        <small>Listed</small>
        <span class="plate" aria-hidden="true">{row(listed)}</span>
        <span class="unseen">Listed {spelled(listed)}</span>
      </p>
      <p class={differing.size > 0 ? 'differs' : ''}>
        {differing.size === 0
          ? 'No character differs.'
          : [...differing].map((index) => `Character ${index + 1}: read ${entry.read[index]}, listed ${listed[index]}.`).join(' ')}
      </p>
    </div>
  );
}

function spelled(plate: string): string {
  return [...plate].join(' ');
}
