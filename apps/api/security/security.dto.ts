import { endOfDay, startOfDay } from "../../../libs/calendar/instants.ts";
import { SECURITY_OUTCOME_CODES, SECURITY_WHATS } from "../../../libs/service/access/security-log.ts";
import { Day, ListOf, Moment, Named, Text, Whole, Word } from "../../../libs/service/shape/field.ts";
import { HUB_PATTERN, PageQuery } from "../journeys/page.dto.ts";

const WHO = /^[\w.:|-]{1,128}$/u;
const MOST_NO = Number.MAX_SAFE_INTEGER;

export class SecurityEventsQuery extends PageQuery {
  @Word(SECURITY_WHATS, { optional: true, says: "Of this kind" }) what?: string;
  @Word(SECURITY_OUTCOME_CODES, { optional: true, says: "With this outcome" }) outcome?: string;

  @Text({ optional: true, says: "By this person, by their opaque id", shape: WHO, else: "who is an opaque id." })
  who?: string;

  @Text({
    optional: true,
    says: "By staff of this hub",
    shape: HUB_PATTERN,
    else: "hub is a code such as great-north.",
  })
  hub?: string;

  @Day({ optional: true, says: "From this day on" }) since?: string;
  @Day({ optional: true, says: "Up to and with this day" }) until?: string;

  @Whole({ optional: true, inText: true, least: 1, most: MOST_NO, told: false, says: "The `next` of the page before" })
  after?: number;
}

/** What the query asks for, in instants. */
export const filterOf = ({ since, until, ...rest }: SecurityEventsQuery) => ({
  ...rest,
  since: since === undefined ? undefined : startOfDay(since),
  until: until === undefined ? undefined : endOfDay(until),
});

@Named("SecurityEvent")
class SecurityEventAnswer {
  @Whole({ says: "Grows, with gaps", example: 1024 }) no: number;
  @Moment({ example: "2026-11-02T09:00:00Z" }) at: string;
  @Word(SECURITY_WHATS, { example: "person-exported" }) what: string;
  @Word(SECURITY_OUTCOME_CODES, { example: "done" }) outcome: string;
  @Text({ orNull: true, says: "An opaque id; null: nobody known", example: "lead-1" }) who: string | null;
  @Text({ orNull: true, example: "hub-lead" }) role: string | null;
  @Text({ orNull: true, example: "great-north" }) hub: string | null;
  @Text({ orNull: true, says: "The route, or the id of the thing", example: "p-1" }) about: string | null;
  @Text({ orNull: true, says: "What more is to be said, as a code", example: null }) code: string | null;
  @Text({ orNull: true, says: "The request’s X-Request-Id", example: "b1946ac9" }) request: string | null;
}

@Named("SecurityEventPage")
export class SecurityEventPageAnswer {
  @ListOf(SecurityEventAnswer) items: SecurityEventAnswer[];
  @Whole({ orNull: true, example: null }) next: number | null;
}
