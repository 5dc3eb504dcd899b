// What schools of a hub said at the end of their years, as it may be passed on: the quotes that somebody wrote so that
// nobody can be told, and nothing beside them.

import { getTexts } from "../../people/people.ts";
import { quotesOf } from "../../views/journeys/read-quotes.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import { sameHub } from "../access/scope.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import type { ServiceSettings } from "../settings.ts";

export const QUOTE_ROLES = { read: ["hub-lead"] } as const satisfies Record<string, Roles>;

/** `asked`: the question in the words of the programme. */
export interface ReadableQuote {
  prospectus: string;
  question: string;
  asked: string;
  quote: string;
}

export class Quotes {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "catalogue">,
  ) {}

  /**
   * By programme and question. No school, person or day is with them, and their order is that of their words: it says
   * nothing of whose they are. What was erased is not among them. @throws Refusal `forbidden`, `not-found`
   */
  async list(caller: Principal, hub: string): Promise<ReadableQuote[]> {
    mustHold(caller, QUOTE_ROLES.read);
    sameHub(caller, hub);
    const source = await this.database.open();
    const made = await quotesOf(source, hubCode(hub));
    const texts = await getTexts(
      source,
      made.map(({ id }) => id),
    );
    return made
      .flatMap(({ id, prospectus, question }) => {
        const quote = texts.get(id);
        const criteria = this.settings.catalogue.get(prospectus)?.yearEnd.value ?? [];
        const asked = criteria.find(({ code }) => code === question)?.text ?? question;
        return quote === undefined ? [] : [{ prospectus, question, asked, quote }];
      })
      .sort(byWords);
  }
}

const keyOf = ({ prospectus, question, quote }: ReadableQuote): string => [prospectus, question, quote].join("\n");

function byWords(one: ReadableQuote, other: ReadableQuote): number {
  return keyOf(one) < keyOf(other) ? -1 : 1;
}
