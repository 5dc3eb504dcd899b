// One check for whoever is reached from beyond this machine: what is good enough on one's own is named, and refused.

/**
 * Where the service is, as far as it is known. `issuer`: undefined where `npm start` brings the embedded sign-in, null
 * where a process has nothing to do with signing in.
 */
export interface Whereabouts {
  host: string | undefined;
  publicUrl: string | undefined;
  issuer: string | null | undefined;
}

/** What is checked once it is. */
export interface Exposed extends Whereabouts {
  webhookLoopback: boolean;
  peopleKeys: readonly Buffer[];
  databaseUrls: readonly string[];
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/iu;

/** Everybody who has the source has these: they stood in docker/compose.yaml. */
const PUBLISHED_KEYS: ReadonlySet<string> = new Set(["bG9jYWwtbG9jYWwtbG9jYWwtbG9jYWwtbG9jYWwtMzI="]);
const PUBLISHED_PASSWORDS: ReadonlySet<string> = new Set([
  "local-postgres",
  "local-owner",
  "local-app",
  "local-temporal",
]);

/** Whether anybody elsewhere reaches this service, or signs in to it. */
export function isBeyondThisMachine({ host, publicUrl, issuer }: Whereabouts): boolean {
  return isReached({ host, publicUrl }) || !isHere(issuer);
}

/** What must not be so, in a sentence that begins with the variable. */
export interface Danger {
  variable:
    | "PUBLIC_URL"
    | "OIDC_ISSUER"
    | "PEOPLE_KEY"
    | "DATABASE_URL"
    | "WEBHOOK_LOOPBACK"
    | "DEMO_CLOCK"
    | "SMTP_URL"
    | "NOTIFY_API_KEY";
  detail: string;
}

/** All that must not be so beyond this machine; nothing on this machine. */
export function dangersBeyond(exposed: Exposed): Danger[] {
  if (!isBeyondThisMachine(exposed)) return [];
  const { publicUrl, issuer, webhookLoopback, peopleKeys, databaseUrls } = exposed;
  const dangers: [boolean, Danger["variable"], string][] = [
    [
      isReached(exposed) && !(publicUrl ?? "").startsWith("https:"),
      "PUBLIC_URL",
      "must be an https:// address: who signs in from elsewhere would send it all in the clear.",
    ],
    [
      issuer !== null && isHere(issuer),
      "OIDC_ISSUER",
      "must name a sign-in of your own: at the embedded one nobody has a password, and it stays on this " + "machine.",
    ],
    [
      peopleKeys.some((key) => PUBLISHED_KEYS.has(key.toString("base64"))),
      "PEOPLE_KEY",
      "is one that was published with the source: make your own (openssl rand -base64 32).",
    ],
    [
      databaseUrls.some((url) => PUBLISHED_PASSWORDS.has(decodeURIComponent(URL.parse(url)?.password ?? ""))),
      "DATABASE_URL",
      "or DATABASE_OWNER_URL has a password that was published with the source: set another.",
    ],
    [webhookLoopback, "WEBHOOK_LOOPBACK", "must not be set: a hub's webhook would reach what only this machine may."],
  ];
  return dangers.flatMap(([is, variable, says]) => (is ? [{ variable, detail: `${variable} ${says}` }] : []));
}

/** Does anybody elsewhere reach the pages? */
function isReached({ host, publicUrl }: Pick<Whereabouts, "host" | "publicUrl">): boolean {
  return (host !== undefined && !LOOPBACK.test(host)) || !isHere(publicUrl);
}

/** An address that leads to this machine, or is not set. */
function isHere(url: string | null | undefined): boolean {
  return url === undefined || url === null || LOOPBACK.test(URL.parse(url)?.hostname ?? "");
}
