// From where a form of a journey was opened: there it leads back to, done or not. An address says it as a code; others
// it cannot name.

export interface WayBack {
  code: string;
  href: string;
  words: string;
}

const WAYS: readonly WayBack[] = [
  { code: "tasks", href: "/tasks", words: "Back to the tasks" },
  { code: "moves", href: "/moves", words: "Back to the schools between hubs" },
  { code: "contacts", href: "/contacts", words: "Back to the contacts" },
  { code: "money", href: "/money", words: "Back to the grants" },
];

/** Pages below the journey, by their names in addresses. */
const BELOW = [
  { code: "people", words: "Back to the people of the school" },
  { code: "letters-ahead", words: "Back to the letters to come" },
] as const;

/** The way back that a query names; null: to the journey, by its id. */
export function wayBack(named: unknown, journey: string): WayBack | null {
  const below = BELOW.find(({ code }) => code === named);
  if (below !== undefined) return { ...below, href: `/journeys/${journey}/${below.code}` };
  return WAYS.find(({ code }) => code === named) ?? null;
}
