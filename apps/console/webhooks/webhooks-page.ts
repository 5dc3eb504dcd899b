// Where a hub's own systems are told of its events: each address with how it is getting on, and what can be done.

import type { NewSecret } from "../../../libs/service/webhooks/webhook-actions.ts";
import type { WebhookMade, WebhookWithHistory } from "../../../libs/service/webhooks/webhooks.ts";
import type { WebhookSeen } from "../../../libs/service/webhooks/webhook-seen.ts";
import type { FormField } from "../form-fields.ts";
import { hidden, type FormState } from "../form-page.ts";
import { formView, type FormView } from "../form-view.ts";
import { html, type Html } from "../html.ts";
import type { SummaryListOptions } from "../look/options.ts";
import { button, tag } from "../look/parts.ts";
import { day, inWords, moment } from "../words.ts";

/** What template webhooks.njk is filled with. `add`: where one is added; null for who only reads. */
export interface WebhooksView {
  done: string | null;
  webhooks: readonly { url: string; href: string; status: Html; told: string; waits: string }[];
  add: string | null;
}

const DONE: Readonly<Record<string, string>> = {
  removed: "Nothing more is sent there. Its address and its secrets are forgotten.",
  test: "A message to try it is on its way. Look again in a moment.",
  disable: "Nothing is sent there until you turn it on again.",
  enable: "It is turned on: what has happened meanwhile is sent first.",
};
export const doneOf = (done: unknown): string | null => (typeof done === "string" ? (DONE[done] ?? null) : null);

/** The view model of the list. */
export function webhooksView(webhooks: readonly WebhookSeen[], mayWrite: boolean, done: string | null): WebhooksView {
  return {
    done,
    webhooks: webhooks.map((one) => ({
      url: one.url,
      href: `/webhooks/${one.id}`,
      status: statusOf(one),
      told: toldOf(one),
      waits: waitsOf(one),
    })),
    add: mayWrite ? "/webhooks/new" : null,
  };
}

const STATUS = { enabled: "Works", failing: "Does not get through", disabled: "Turned off" } as const;
const statusOf = ({ status }: WebhookSeen): Html => tag(STATUS[status], status === "enabled" ? "plain" : "late");

const toldOf = ({ events }: WebhookSeen): string =>
  events === null ? "Every event" : events.length === 1 ? "One kind of event" : `${events.length} kinds of events`;

const MOST_PENDING = 200;
const waitsOf = ({ pending }: WebhookSeen): string =>
  pending === 0 ? "Nothing waits" : pending >= MOST_PENDING ? `${MOST_PENDING} events or more wait` : `${pending} wait`;

const BECAUSE = {
  failing: "it had not got through for days",
  gone: "whoever is at the address wants no more",
  asked: "somebody asked for it",
} as const;

/** A button of a form of its own. */
interface Deed {
  action: string;
  says: string;
  button: Html;
}

/** What template webhook.njk is filled with. */
export interface WebhookView {
  done: string | null;
  rows: SummaryListOptions["rows"];
  hidden: Html;
  deeds: readonly Deed[];
  history: readonly { at: string; what: string }[];
}

/** The view model of one. `mayWrite`: whether who looks may do anything with it. */
export function webhookView(
  one: WebhookWithHistory,
  { mayWrite, done, state }: { mayWrite: boolean; done: string | null; state: Omit<FormState, "action"> },
): WebhookView {
  const { delivered, failing, disabled, ping, createdAt, events, history } = one;
  const row = (key: string, value: Html | string): SummaryListOptions["rows"][number] => ({
    key: { text: key },
    value: typeof value === "string" ? { text: value } : { html: value.text },
  });
  return {
    done,
    rows: [
      row("Address", one.url),
      row("State", statusOf(one)),
      row(
        "Told of",
        events === null ? "Every event" : html`<data value="${events.join(" ")}">${events.join(", ")}</data>`,
      ),
      row("Last event that arrived", delivered === null ? "None yet" : moment(delivered.at)),
      row("Waiting", waitsOf(one)),
      ...(failing === null
        ? []
        : [
            row(
              "Does not get through",
              `Since ${moment(failing.since)}, ${failing.tries} tries${nextTry(failing.next)}`,
            ),
          ]),
      ...(disabled === null ? [] : [row("Turned off", `${moment(disabled.at)}: ${BECAUSE[disabled.because]}`)]),
      ...(ping === null ? [] : [row("Last try-out", tryOut(ping))]),
      row("Added", day(createdAt)),
    ],
    hidden: hidden(state),
    deeds: mayWrite ? deedsOf(one) : [],
    history: history.map(({ at, what }) => ({ at: moment(at), what: inWords(what) })),
  };
}

const nextTry = (next: string | null): string => (next === null ? "" : `; the next at ${moment(next)}`);

function tryOut({ askedAt, doneAt, code }: NonNullable<WebhookSeen["ping"]>): string {
  if (doneAt === null) return `Asked for ${moment(askedAt)}, on its way`;
  return code === null ? `Arrived ${moment(doneAt)}` : `Did not arrive, ${moment(doneAt)}`;
}

/** What can be done with one, by the last part of its address. */
export const DEEDS = ["test", "disable", "enable", "rotate-secret", "remove"] as const;
export type DeedName = (typeof DEEDS)[number];

function deedsOf({ id, status }: WebhookSeen): Deed[] {
  const deed = (name: DeedName, says: string, words: string, look: "second" | "warns" = "second"): Deed => ({
    action: `/webhooks/${id}/${name}`,
    says,
    button: button(words, { look }),
  });
  return [
    deed("test", "One message, signed like any other, that says nothing.", "Try it out"),
    deed(
      "rotate-secret",
      "It signs from now on; the one before goes on beside it for seven days.",
      "Have a new secret",
    ),
    status === "disabled"
      ? deed("enable", "What has happened meanwhile is sent first.", "Turn it on")
      : deed("disable", "Nothing is sent until you turn it on again.", "Turn it off"),
    deed("remove", "Its address and its secrets are forgotten.", "Take it away", "warns"),
  ];
}

export const ADD_FIELDS: readonly FormField[] = [
  {
    kind: "url",
    name: "url",
    label: "Address to which events are sent",
    hint: "It begins with https:// and is of a system of your hub. What stands behind a question mark is kept sealed.",
    required: true,
  },
];

/** What template add.njk is filled with. */
export interface AddView {
  form: FormView;
}
export const addView = (state: FormState): AddView => ({ form: formView(ADD_FIELDS, state) });

/** What template secret.njk is filled with: shown this once. `secret`: null where it was replaced since. */
export interface SecretView {
  secret: string | null;
  before: string | null;
  back: string;
}

/** The view model of a secret that was just made. */
export function secretView(made: WebhookMade | NewSecret): SecretView {
  const until = "previousSignsUntil" in made ? made.previousSignsUntil : null;
  const id = "webhook" in made ? made.webhook : made.id;
  return { secret: made.secret, before: until && day(until), back: `/webhooks/${id}` };
}
