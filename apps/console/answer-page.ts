import type { ApiResponse } from "../../libs/http/request.ts";
import type { Html } from "./html.ts";
import { page, POLICY, type Link } from "./page.ts";
import type { Person } from "./visitor.ts";
import type { Role } from "../../libs/service/access/principal.ts";
import { hubInWords, roleInWords } from "./words.ts";

/** Answers with a page, for the person who has signed in (or null). `policy`: what a browser may do with it. */
export function answerPage(
  response: ApiResponse,
  status: number,
  title: string,
  body: Html,
  person: Person | null,
  policy = POLICY,
): void {
  const who =
    person === null
      ? null
      : {
          name: person.name,
          role: [
            roleInWords(person.principal.role),
            ...(person.principal.hub === null ? [] : [hubInWords(person.principal.hub)]),
          ].join(" · "),
          links: linksOf(person.principal.role),
        };
  response
    .writeHead(status, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
    })
    .end(page(title, body, who));
}

const JOURNEYS: Link = { href: "/", words: "Journeys" };
const GROUPS: Link = { href: "/groups", words: "Work Groups" };
const MONEY: Link = { href: "/money", words: "Money" };
const SUCCESSORS: Link = { href: "/successors", words: "Successor schools" };
const CALENDAR_LINKS: Link = { href: "/calendar-links", words: "Calendar links" };
const SECURITY: Link = { href: "/security", words: "Who did what" };
const QUOTES: Link = { href: "/quotes", words: "What schools said" };
const MOVES: Link = { href: "/moves", words: "Between hubs" };
const LETTERS_AHEAD: Link = { href: "/letters-ahead", words: "Letters to come" };
const LETTERS: Link = { href: "/letters", words: "Write to many" };
const MORNING: Link = { href: "/morning", words: "Morning letter" };
const HUB_STAFF: readonly Link[] = [
  JOURNEYS,
  { href: "/tasks", words: "Tasks" },
  { href: "/triage", words: "Applications" },
  MORNING,
  LETTERS_AHEAD,
  GROUPS,
  { href: "/apply", words: "Apply for a school" },
  { href: "/bulk", words: "Several schools at once" },
  { href: "/windows", words: "Windows" },
  { href: "/figures", words: "Figures" },
  { href: "/turn", words: "Year’s turn" },
  { href: "/reminders", words: "Reminders" },
  { href: "/contacts", words: "Contacts" },
  LETTERS,
  CALENDAR_LINKS,
  MOVES,
  SUCCESSORS,
];

/** The pages of a role. */
function linksOf(role: Role): readonly Link[] {
  switch (role) {
    case "school-contact":
      return [
        { href: "/", words: "Your journey" },
        { href: "/apply", words: "Apply" },
      ];
    case "hub-coordinator":
      return HUB_STAFF;
    case "hub-lead":
      return [...HUB_STAFF, MONEY, QUOTES];
    case "finance-officer":
      return [JOURNEYS, GROUPS, MONEY, MORNING];
    case "work-group-lead":
      return [{ href: "/groups", words: "Your Work Groups" }, { href: "/", words: "Their journeys" }, LETTERS];
    case "operator":
      return [JOURNEYS, GROUPS, MOVES, SUCCESSORS, CALENDAR_LINKS, SECURITY];
    default:
      return [JOURNEYS, GROUPS, MOVES, SECURITY];
  }
}
