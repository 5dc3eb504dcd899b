export interface Addresses {
  apiUrl: string;
  temporalUiUrl: string | undefined;
  inboxUrl: string | undefined;
  /** How long it took. */
  seconds: number;
}

/** The first thing to try: an interest can be expressed on any day of any year. */
const FIRST = {
  prospectus: '2027-28/primary-readiness', hub: 'great-north',
  school: { urn: '100001', name: 'Example Primary School', phase: 'primary', funding: 'state' },
  contact: { firstName: 'Grace', lastName: 'Example', email: 'grace@example.org' },
};

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

Try first, in another terminal: a school's interest, which starts its journey.

  curl ${apiUrl}/api/v1/interests -H 'content-type: application/json' -d '${JSON.stringify(FIRST)}'
  curl ${apiUrl}/api/v1/journeys/100001-primary

Ctrl-C stops every part.
`;
}
