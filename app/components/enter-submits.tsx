/** Enter in a field goes on, and not to the first small button that happens to stand in the form. */
export function EnterSubmits() {
  return <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />
}
