// Which pages stand at the top of each page, by role; the others are one click further, below "More".

import type { Role } from "../../libs/service/access/principal.ts";

/** A way to a page. */
export interface Link {
  href: string;
  words: string;
}
/** As the component wants it. */
export interface NavigationItem {
  href: string;
  text: string;
  current?: true;
  active?: true;
}

const TODAY: Link = { href: "/", words: "Today" };
const SCHOOLS: Link = { href: "/journeys", words: "Schools" };
const JOURNEYS: Link = { href: "/", words: "Schools" };
const SEARCH: Link = { href: "/search", words: "Search" };
const GROUPS: Link = { href: "/groups", words: "Work Groups" };
const MONEY: Link = { href: "/money", words: "Money" };
const SUCCESSORS: Link = { href: "/successors", words: "Successor schools" };
const CALENDAR_LINKS: Link = { href: "/calendar-links", words: "Calendar links" };
const SECURITY: Link = { href: "/security", words: "Who did what" };
const QUOTES: Link = { href: "/quotes", words: "What schools said" };
const COUNTRY: Link = { href: "/country", words: "All hubs" };
const MOVES: Link = { href: "/moves", words: "Schools between hubs" };
const CALENDAR: Link = { href: "/calendar", words: "The days ahead" };
const LETTERS_AHEAD: Link = { href: "/letters-ahead", words: "Letters to come" };
const LETTERS: Link = { href: "/letters", words: "Write to many" };
const MORNING: Link = { href: "/morning", words: "Morning letter" };
const FOLLOW_UPS: Link = { href: "/follow-ups", words: "Notes to follow up" };
const READ_AS: Link = { href: "/read-as", words: "Read as somebody else" };
const HUB_STAFF: readonly Link[] = [
  TODAY,
  SCHOOLS,
  { href: "/tasks", words: "Tasks" },
  { href: "/triage", words: "Applications" },
  FOLLOW_UPS,
  MORNING,
  CALENDAR,
  LETTERS_AHEAD,
  { href: "/try-year", words: "Try the year" },
  GROUPS,
  SEARCH,
  { href: "/apply", words: "Apply for a school" },
  { href: "/bulk", words: "Several schools at once" },
  { href: "/windows", words: "When your hub takes applications" },
  { href: "/figures", words: "Figures that your hub decides" },
  { href: "/named-schools", words: "Programmes for named schools" },
  { href: "/turn", words: "Year’s turn" },
  { href: "/reminders", words: "Reminders" },
  { href: "/contacts", words: "Contacts" },
  { href: "/staff", words: "Hub staff" },
  { href: "/hub-contacts", words: "Whom we write to at your hub" },
  { href: "/signature", words: "Signature of your letters" },
  LETTERS,
  CALENDAR_LINKS,
  { href: "/webhooks", words: "Systems told of events" },
  MOVES,
  SUCCESSORS,
];

/** The pages of a role. */
export function linksOf(role: Role): readonly Link[] {
  switch (role) {
    case "school-contact":
      return [
        { href: "/", words: "To do" },
        { href: "/apply", words: "Apply" },
        { href: CALENDAR_LINKS.href, words: "In your calendar" },
      ];
    case "hub-coordinator":
      return HUB_STAFF;
    case "hub-lead":
      return [...HUB_STAFF, MONEY, QUOTES, READ_AS];
    case "finance-officer":
      return [TODAY, SCHOOLS, GROUPS, MONEY, SEARCH, CALENDAR, CALENDAR_LINKS, MORNING];
    case "work-group-lead":
      return [
        { href: "/groups", words: "Your Work Groups" },
        { href: "/", words: "Their schools" },
        FOLLOW_UPS,
        SEARCH,
        LETTERS,
        CALENDAR_LINKS,
      ];
    case "operator":
      return [COUNTRY, JOURNEYS, GROUPS, SEARCH, MOVES, SUCCESSORS, CALENDAR_LINKS, SECURITY, READ_AS];
    default:
      return [COUNTRY, JOURNEYS, GROUPS, MONEY, SEARCH, MOVES, SECURITY];
  }
}

/** Where a role has its list of schools: on its first page, where that is none of the day and none of one school. */
export function schoolsPageOf(role: Role): "/" | "/journeys" {
  const isElsewhere = role === "school-contact" || linksOf(role).some(({ href }) => href === "/journeys");
  return isElsewhere ? "/journeys" : "/";
}

/** As many as fit beside each other: with more, those of every day stand at the top and the others below "More". */
const MOST = 8;
const DAILY: readonly string[] = [
  ...["/", "/country", "/journeys", "/tasks", "/triage", "/groups", "/money", "/search", "/security"],
];
const MORE: Link = { href: "/more", words: "More" };

/** Those pages that stand at the top. */
function atTheTop(links: readonly Link[]): readonly Link[] {
  return links.length <= MOST ? links : [...links.filter(({ href }) => DAILY.includes(href)), MORE];
}

/** Those that do not. */
export function furtherOf(links: readonly Link[]): readonly Link[] {
  return links.length <= MOST ? [] : links.filter(({ href }) => !DAILY.includes(href));
}

/** What the others are about, in the order in which somebody looks for them. */
const ABOUT: readonly (readonly [title: string, hrefs: readonly string[]])[] = [
  ["Ahead", ["/follow-ups", "/calendar", "/letters-ahead", "/turn", "/try-year", "/calendar-links"]],
  ["Letters", ["/letters", "/morning", "/reminders"]],
  ["Schools", ["/apply", "/bulk", "/contacts", "/quotes", "/moves", "/successors"]],
  ["Hub settings", ["/windows", "/figures", "/named-schools", "/staff", "/hub-contacts", "/signature", "/webhooks"]],
];

/** The same by what they are about; what is about nothing of that comes last. */
export function furtherByPart(links: readonly Link[]): { title: string; links: readonly Link[] }[] {
  const further = furtherOf(links);
  const known = ABOUT.flatMap(([, hrefs]) => hrefs);
  const parts = ABOUT.map(([title, hrefs]) => ({ title, links: further.filter(({ href }) => hrefs.includes(href)) }));
  const others = { title: "Others", links: further.filter(({ href }) => !known.includes(href)) };
  return [...parts, others].filter((part) => part.links.length > 0);
}

/** What stands at the top of the page at an address, with that page, or the one it belongs to, marked. */
export function navigationOf(links: readonly Link[], at: string): NavigationItem[] {
  const path = at.split("?", 1)[0] ?? "";
  const top = atTheTop(links);
  const here = top.find(({ href }) => href === path);
  const around = here ?? within(links, path);
  const marked = around === undefined || top.includes(around) ? around : MORE;
  return top.map((link) => ({
    href: link.href,
    text: link.words,
    ...(link === here ? { current: true } : link === marked ? { active: true } : {}),
  }));
}

/** The page that an address lies below; a journey lies below the list of journeys. */
function within(links: readonly Link[], path: string): Link | undefined {
  const below = links.filter(({ href }) => href !== "/" && (path === href || path.startsWith(`${href}/`)));
  if (below.length > 0) return below.reduce((best, one) => (one.href.length > best.href.length ? one : best));
  return path.startsWith("/journeys/") ? links.find(({ href }) => href === "/") : undefined;
}
