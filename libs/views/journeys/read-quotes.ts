// What may be passed on of what schools said at the end of their years: of each answer the quote that was made last.

import { coded } from "../../store/errors.ts";
import type { Queryable } from "../../store/prepared.ts";

/** A quote in which nobody can be told: of which programme, to which of its questions; `id`: of its text. */
export interface Quote {
  id: string;
  prospectus: string;
  question: string;
}

/** Those that were made at a hub, while the school was there. Whose they are is not read. Rejects with StoreError. */
export function quotesOf(db: Queryable, hub: string): Promise<Quote[]> {
  return coded(() =>
    db.query(
      `select distinct on (stream, data ->> 'answer', data ->> 'question')
         data ->> 'quoteId' as id, data ->> 'prospectus' as prospectus, data ->> 'question' as question
       from journey_stays as stay join events on stream = 'journey/' || stay.journey
         and seq between stay.since and coalesce(stay.until, seq)
       where stay.hub = $1 and type = 'AnswerQuoted'
       order by stream, data ->> 'answer', data ->> 'question', seq desc`,
      [hub],
    ),
  );
}
