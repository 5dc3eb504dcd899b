/** The workflow's own clock as an instant: UTC, whole seconds, the same again in a replay. */
export function now(): string {
  return `${new Date(Math.floor(Date.now() / 1000) * 1000).toISOString().slice(0, 19)}Z`;
}
