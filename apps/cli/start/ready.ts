import { relative } from "node:path";
import { academicYearOf, nextAcademicYear } from "../../../libs/calendar/academic-years.ts";
import { instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import { lazyCatalogue } from "../../../libs/config/load-catalogue.ts";
import { chosenAs, type SignIn } from "../../sign-in/sign-ins.ts";
import { localFolder, top } from "../setup/folders.ts";

export interface Addresses {
  apiUrl: string;
  /** What people type into their browser. */
  publicUrl: string;
  temporalUiUrl: string | undefined;
  inboxUrl: string | undefined;
  /** Where the worker and the API show their figures. */
  metricsUrls: readonly string[];
  /** What the API listens on, where that was said. */
  host: string | undefined;
  /** Who may sign in at ours; null where it is one that OIDC_ISSUER names. */
  people: readonly SignIn[] | null;
  /** How long it took. */
  seconds: number;
  /** What is said in place of what to try first. */
  words?: string;
  /** How a script takes a token. */
  tokens?: string;
}

const TOKENS = "npm run -s token -- --role ROLE [--hub HUB] [--urn URN] [--work-group GROUP] [--who NAME]";

/**
 * The first thing to try: an interest can be expressed on any day of any year, in the year to come, or in this one
 * where the catalogue has no later; one in a year that is past comes to nothing at once.
 */
const firstToTry = () => ({
  prospectus: yearToCome(),
  hub: "great-north",
  school: { urn: "100001", name: "Example Primary School", phase: "primary", funding: "state" },
  contact: { firstName: "Grace", lastName: "Example", email: "grace@example.org" },
});

function yearToCome(): string | undefined {
  const [catalogue, now] = [lazyCatalogue(), academicYearOf(localDate(instantFromMs(Date.now())))];
  const years = [nextAcademicYear(now), now];
  return years.map((year) => catalogue.of(year, "primary", "readiness")).find((one) => one !== null)?.id;
}

/** What a person reads when everything runs: where to look, who to be, and what to try first. */
export function ready({
  apiUrl,
  publicUrl,
  temporalUiUrl,
  inboxUrl,
  metricsUrls,
  host,
  people,
  seconds,
  words,
  tokens = TOKENS,
}: Addresses): string {
  const lines: [string, string | undefined][] = [
    ["Console", `${publicUrl}/  (sign in here)`],
    ["API", `${apiUrl}/api/v1`],
    ["API documentation", `${apiUrl}/api/docs  (OpenAPI 3.1: ${apiUrl}/api/openapi.json)`],
    ["Temporal Web UI", temporalUiUrl && `${temporalUiUrl}  (without a sign-in)`],
    ["Mail inbox", inboxUrl],
    ["Metrics", `${metricsUrls.join(", ")}  (worker, API)`],
    ["Data and logs", `${relative(top, localFolder)}/`],
  ];
  const where =
    host === undefined
      ? "It listens on this machine only."
      : `The console and the API listen on ${host}; all else${people ? ", the sign-in too," : ""} on ` +
        `this machine only.`;
  return `
School Journeys is ready, after ${seconds.toFixed(1)} s. ${where}

${lines.flatMap(([name, address]) => (address ? `  ${name.padEnd(18)} ${address}` : [])).join("\n")}
${people ? embedded(people, tokens, words ?? tryFirst(apiUrl)) : given(apiUrl)}
Ctrl-C stops every part.
`;
}

function embedded(people: readonly SignIn[], tokens: string, words: string): string {
  const lines = people.map(
    (one) => `  ${one.principal.role.padEnd(18)} ${chosenAs(one).padEnd(72)} ${one.principal.who}`,
  );
  return `
Sign in as one of these (made up; no passwords: one click at the console):

${lines.join("\n")}

A bearer token for scripts:  ${tokens}

${words}
`;
}

function tryFirst(apiUrl: string): string {
  const json = `-H 'content-type: application/json' -d '${JSON.stringify(firstToTry())}'`;
  return `Try first, in another terminal: a school's interest, which starts its journey.

  TOKEN=$(npm run -s token -- --role hub-coordinator --hub great-north)
  curl ${apiUrl}/api/v1/interests ${json} -H "Authorization: Bearer $TOKEN"
  curl ${apiUrl}/api/v1/journeys/100001-primary -H "Authorization: Bearer $TOKEN"`;
}

function given(apiUrl: string): string {
  return `
People sign in where OIDC_ISSUER says; scripts take their bearer tokens there, for the audience school-journeys.
Try first, in another terminal:

  curl -H "Authorization: Bearer $TOKEN" ${apiUrl}/api/v1/prospectuses
`;
}
