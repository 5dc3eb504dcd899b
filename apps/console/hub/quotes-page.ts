// What schools of a hub said at the end of their years, as it may be passed on.

import type { ReadableQuote } from "../../../libs/service/hubs/quotes.ts";
import { programmeAndPhase } from "../words.ts";

/** What template quotes.njk is filled with. */
export interface QuotesView {
  quotes: readonly { programme: string; asked: string; quote: string }[];
}

/** The view model. */
export const quotesView = (quotes: readonly ReadableQuote[]): QuotesView => ({
  quotes: quotes.map(({ prospectus, asked, quote }) => ({ programme: programmeAndPhase(prospectus), asked, quote })),
});
