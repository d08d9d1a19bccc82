/** Always in sight of whoever works hits. */
export function Lead() {
  return (
    <aside class="lead" aria-label="Rule of every hit">
      <strong>A lead only, not grounds for a stop.</strong> Compare the picture, confirm with the source, treat as unknown risk.
    </aside>
  );
}
