// Links for calendar programs: who reads what lies ahead without a sign-in, until when, and a way to end it; and the
// form that makes one.

import type { LinkSeen } from "../../../libs/service/ahead/calendar-links.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import type { Choice, FormField } from "../form-fields.ts";
import { hidden, type FormState } from "../form-page.ts";
import { formView, type FormView } from "../form-view.ts";
import { html, type Html } from "../html.ts";
import { choose, filterForm } from "../look/parts.ts";
import { day, hubInWords, inWords } from "../words.ts";

/**
 * `now`: an instant, to tell what has ended; `done`: what has just been done; `who` looks; `hub`: whose links they look
 * after, null for who sees their own alone; `hubs`: those that may be chosen instead of it; `names` of schools, by
 * journey; `called`: what Work Groups are called; `choices`: of what a link can be made; `made`: the address of the one
 * just made.
 */
export interface LinksLook {
  now: string;
  done: string | null;
  who: string;
  hub: string | null;
  hubs: readonly string[];
  names: ReadonlyMap<string, string>;
  called: GroupNaming;
  choices: readonly Choice[];
  made: string | null;
}

/** A link that was made. `revoke`: what its button sends; null where it shows nothing any more. */
interface Line {
  name: string;
  href: string | null;
  more: string | null;
  maker: string;
  made: string;
  ends: string;
  stands: string | null;
  revoke: { action: string; hidden: Html; hub: string | null } | null;
}
/** What template calendar-links.njk is filled with. */
export interface LinksView {
  done: string | null;
  made: string | null;
  hubs: Html | null;
  /** Somebody sees their own links alone. */
  own: boolean;
  empty: string;
  links: readonly Line[];
  form: FormView | null;
}

/** What the form asks. */
export const linkFields = (choices: readonly Choice[]): FormField[] => [
  { kind: "select", name: "of", label: "Whose days", required: true, choices },
  {
    ...{ kind: "number", name: "days", label: "For how many days it is good", required: false, step: 1, most: 366 },
    hint: "A year, where you leave it empty. You can end it at any time.",
  },
];

/** The view model. `state`: of the form. */
export function linksView(links: readonly LinkSeen[], state: FormState, look: LinksLook): LinksView {
  return {
    done: look.done,
    made: look.made,
    hubs: look.hubs.length === 0 ? null : whichHub(look.hubs, look.hub ?? ""),
    own: look.hub === null,
    empty: look.hub === null ? "You have made no link." : "Nobody has made a link to a calendar of this hub.",
    links: links.map((link) => lineOf(link, state, look)),
    form: look.choices.length === 0 ? null : formView(linkFields(look.choices), state, hubOf(look)),
  };
}

/** Of which hub it was asked, where several may be chosen. */
const hubOf = ({ hub, hubs }: LinksLook): Html | null =>
  hub === null || hubs.length === 0 ? null : html`<input type="hidden" name="hub" value="${hub}">`;

/** The choice of a hub, for who sees all. */
export function whichHub(hubs: readonly string[], chosen: string): Html {
  const choices = hubs.map((code) => [code, hubInWords(code)] as const);
  return filterForm("/calendar-links", [choose({ id: "hub", name: "hub", label: "Hub" }, choices, chosen)]);
}

/** People are known here by their sign-in's opaque ids: what can be said of them is what they see. */
const MAKERS: Readonly<Record<LinkSeen["sees"], string>> = {
  school: "A contact of the school",
  "work-groups": "A Work Group lead",
  hub: "Somebody at the hub",
  "every-hub": "An operator or auditor",
};

function lineOf(link: LinkSeen, state: FormState, { now, who, hub, names, called }: LinksLook): Line {
  const { id, kind, of, sees, madeBy, madeAt, expiresAt, revokedAt } = link;
  const [name, more] = whatOf(link, names, called);
  const stands = revokedAt !== null ? `Revoked on ${day(revokedAt)}` : expiresAt <= now ? "Has ended" : null;
  const revoke = { action: `/calendar-links/${id}/revoke`, hidden: hidden(state), hub };
  return {
    ...{ name, more, stands, maker: madeBy === who ? "You" : MAKERS[sees], made: day(madeAt), ends: day(expiresAt) },
    href: kind === "journey" ? `/journeys/${of}` : kind === "work-group" ? `/groups/${of}` : null,
    revoke: stands === null ? revoke : null,
  };
}

/** What a link is of, by name, and what more is to be said of it. */
function whatOf(
  { kind, of }: LinkSeen,
  names: ReadonlyMap<string, string>,
  called: GroupNaming,
): [name: string, more: string | null] {
  if (kind === "hub") return [hubInWords(of), "The whole hub"];
  if (kind === "work-group") return [called(of), "Work Group"];
  return [
    names.get(of) ?? `School ${of.slice(0, 6)}`,
    `${inWords(of.slice(of.indexOf("-") + 1))}, URN ${of.slice(0, 6)}`,
  ];
}
