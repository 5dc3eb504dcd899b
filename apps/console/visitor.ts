// Who looks at a page.

import type { Principal } from "../../libs/service/access/principal.ts";

/** Someone who has signed in; `name` is for their own eyes: it is kept sealed, under a key that their browser holds. */
export interface Person {
  principal: Principal;
  name: string;
}

/**
 * Someone at the console; `token` goes out with every form and must come back with it: no page of another site knows
 * it. `session`: an id that lets nobody in.
 */
export interface Visitor {
  person: Person;
  token: string;
  session: string;
}
