export interface Addresses {
  apiUrl: string;
  temporalUiUrl: string | undefined;
  inboxUrl: string | undefined;
  /** How long it took. */
  seconds: number;
}

/** What a person reads when everything runs: where to look, and what to try first. */
export function ready({ apiUrl, temporalUiUrl, inboxUrl, seconds }: Addresses): string {
  const lines: [string, string | undefined][] = [
    ['API', `${apiUrl}/api/v1`],
    ['API documentation', `${apiUrl}/api/docs  (OpenAPI 3.1: ${apiUrl}/api/openapi.json)`],
    ['Temporal Web UI', temporalUiUrl],
    ['Mail inbox', inboxUrl],
    ['Data and logs', '.local/'],
  ];
  return `
School Journeys is ready, after ${seconds.toFixed(1)} s. It listens on this machine only.

${lines.flatMap(([name, address]) => (address ? `  ${name.padEnd(18)} ${address}` : [])).join('\n')}

Try first, in another terminal:

  curl ${apiUrl}/api/v1/prospectuses

Ctrl-C stops every part.
`;
}
