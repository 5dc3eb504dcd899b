// Some of the journeys, compared: what each lane of `npm run what-if` does.

import type { Instant } from "../../libs/calendar/instants.ts";
import { loadCalendars } from "../../libs/config/load-calendars.ts";
import { loadCatalogue } from "../../libs/config/load-catalogue.ts";
import { withPolicy, type Policy } from "../../libs/prospectus/catalogue.ts";
import type { WhatIf } from "../../libs/rehearsal/forward/what-if.ts";
import type { Pieces } from "../../libs/service/ahead/pieces.ts";
import { WhatIfs } from "../../libs/service/ahead/what-if.ts";
import { withDatabase, type Database } from "../../libs/service/database.ts";
import { rulesNow } from "../../libs/service/rules.ts";

/** `url`: of the database; `hub`: null for all. */
export interface AskedWhatIf {
  url: string;
  policy: Policy;
  hub: string | null;
  from: Instant;
  until: Instant;
}

const OPTIONS = { name: "school-journeys what-if", poolSize: 2 };

/** Does something with the database. Rejects with StoreError, and as the work does. */
export const withJourneys = <T>({ url }: AskedWhatIf, work: (database: Database) => Promise<T>): Promise<T> =>
  withDatabase(url, OPTIONS, work);

/** What the figures asked about would mean for those journeys that nobody else takes. Rejects with StoreError. */
export async function compared(database: Database, asked: AskedWhatIf, journeys: Pieces): Promise<WhatIf> {
  const catalogue = loadCatalogue();
  const rules = await rulesNow(await database.open(), { catalogue, calendarOf: loadCalendars() });
  const of = rules.catalogueOf ?? (() => catalogue);
  const catalogueOf = (hub: string): typeof catalogue => withPolicy(of(hub), asked.policy);
  const supposed = { ...rules, catalogue: withPolicy(catalogue, asked.policy), catalogueOf };
  const { from, until } = asked;
  return new WhatIfs(database).compare(rules, supposed, { journeys, from, until });
}
