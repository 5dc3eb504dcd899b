// Whoever reads the service as somebody else sees how it is laid out, and nothing that is sealed: names, addresses and
// free text are not opened for as long as that request lasts.

import { AsyncLocalStorage } from "node:async_hooks";

const NOT_SHOWN = new AsyncLocalStorage<true>();

/** What stands where something sealed would. */
export const WORDS_NOT_SHOWN = "(not shown)";

/** Does this, and whatever it begins, with nothing sealed being opened. */
export const withNothingSealed = <T>(work: () => T): T => NOT_SHOWN.run(true, work);

/** Whether nothing sealed may be opened now. */
export const isNotShown = (): boolean => NOT_SHOWN.getStore() === true;
