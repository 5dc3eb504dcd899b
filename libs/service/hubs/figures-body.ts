// What a hub says of a programme, as it is sent.

import { TERMS } from "../../calendar/typical-terms.ts";
import type { HubFigures, SessionWeek } from "../../prospectus/hub-figures.ts";
import { HUB_LINK_KINDS, type HubLink } from "../../prospectus/hub-links.ts";
import { ListOf, Named, Text, Whole, Word } from "../shape/field.ts";

const MOST_DAYS = 366;
const MOST_SCHOOLS = 100;
const MOST_REASON = 500;
const days = (says: string) => Whole({ optional: true, says, most: MOST_DAYS });

/** In which week of which term a session is. */
@Named("SessionWeek")
export class SessionWeekBody {
  @Word(TERMS, { example: "autumn" }) term: SessionWeek["term"];
  @Whole({ least: 1, most: 20, says: "1 is the week in which term begins", example: 5 }) week: number;
}

/** A theme of a Sustaining year, or a reason for an absence. */
@Named("HubTheme")
export class ThemeBody {
  @Text({ shape: /^[a-z0-9]+(-[a-z0-9]+)*$/u, else: "code is kebab-case.", most: 60, example: "proof" }) code: string;
  @Text({ shape: /\S/u, else: "text says what it is.", most: 500, example: "Proof and reasoning." })
  text: string;
}

/** Where a hub leads beside the page. */
@Named("HubLink")
export class LinkBody {
  @Word(HUB_LINK_KINDS, { example: "website" }) kind: HubLink["kind"];
  @Text({ most: 200, says: "What it leads to", example: "What our hub offers primary schools" }) text: string;
  @Text({
    most: 300,
    says: "https, or an e-mail address that the hub shares: no person’s",
    example: "https://hub.example.org/primary",
  })
  address: string;
}

/** What a hub decides of a programme. */
@Named("HubFigures")
export class FiguresBody implements HubFigures {
  @Text({
    shape: /\S/u,
    else: "reason says why.",
    most: MOST_REASON,
    says: "Why; it names nobody",
    example: "Schools asked",
  })
  reason: string;
  @Whole({ optional: true, least: 1, most: MOST_SCHOOLS, says: "Schools in a group at least", example: 4 })
  groupLeast?: number;
  @Whole({ optional: true, least: 1, most: MOST_SCHOOLS, says: "Schools in a group at most", example: 8 })
  groupMost?: number;
  @days("School days for which an offer stays open") offerDays?: number;
  @days("Days before its last day on which an offer reminds") offerReminderDays?: number;
  @days("Days for which the decision on a grant is put off where nobody says until when") grantWaitDays?: number;
  @days("From the day a promise was due to the letter to the teachers") graceDays?: number;
  @days("From there to the headteacher") toHeadteacherDays?: number;
  @days("From there to the hub lead") toHubLeadDays?: number;
  @days("How long before it is due a promise is recalled; 0: never") chaserDays?: number;
  @Whole({ optional: true, least: 1, most: 50, says: "Such letters to a school in a term, at most" })
  chasersATerm?: number;
  @ListOf(SessionWeekBody, {
    optional: true,
    most: 20,
    says: "When the sessions are, in order; the plan of a new group",
  })
  sessions?: SessionWeekBody[];
  @ListOf(ThemeBody, {
    optional: true,
    most: 20,
    says: "The themes of a Sustaining year, in place of those there were",
  })
  themes?: ThemeBody[];
  @ListOf(ThemeBody, { optional: true, most: 20, says: "Reasons for an absence beside those there are; not of health" })
  absence?: ThemeBody[];
  @ListOf(LinkBody, {
    optional: true,
    most: 10,
    says: "Where the hub leads beside the page’s own links: on the form, on the school’s page, in letters. At any time",
  })
  links?: LinkBody[];
}
