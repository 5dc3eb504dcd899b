// Who looks at a page.

import type { ApiRequest } from "../../libs/http/request.ts";
import type { GroupNaming } from "../../libs/words/group-name.ts";
import type { Principal } from "../../libs/service/access/principal.ts";

/** Someone who has signed in; `name` is for their own eyes: it is kept sealed, under a key that their browser holds. */
export interface Person {
  principal: Principal;
  name: string;
  /** They read as somebody else, whom `principal` says; till when, and what its form to stop brings. */
  reading?: Reading;
}

/** `until`: milliseconds of this machine's clock. */
export interface Reading {
  until: number;
  token: string;
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

/** The same, with what Work Groups are called: what they see names none by its id. */
export interface AtDesk extends Visitor {
  called: GroupNaming;
}

const persons = new WeakMap<ApiRequest, Person>();

/** Notes who looks, for whoever answers this request. */
export const notePerson = (request: ApiRequest, person: Person): unknown => persons.set(request, person);

/** Who looks, as far as it was found out before: null where nobody has signed in, or it could not be. */
export const personAt = (request: ApiRequest): Person | null => persons.get(request) ?? null;
