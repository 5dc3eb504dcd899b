// The hub's turn into the next academic year: looked at, with what the hub wants otherwise; then how far it is.

import type { Outcome, TurnAsItStands } from "../../../libs/service/turn/read-turn-progress.ts";
import type { TurnPreview } from "../../../libs/service/turn/read-turn.ts";
import type { GroupWish } from "../../../libs/turn/wishes.ts";
import { whyNothing } from "../../../libs/words/turn.ts";
import { allIn, textIn, type Typed, type FormField } from "../form-fields.ts";
import { faultSummary, hidden, type FormState, idOf } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { day, inWords, TO_PERSON } from "../words.ts";
import { button, input, tick } from "../look/parts.ts";
import { fieldShown } from "../form-controls.ts";

type School = TurnPreview["plan"]["schools"][number];
type Group = TurnPreview["plan"]["groups"][number];

/**
 * `names`: of schools by journey. `leads`: as what each programme is led, where its page says. `opensOn`: the day from
 * which it can be done, where it is still to come.
 */
export interface TurnLook {
  names: ReadonlyMap<string, string>;
  leads(prospectus: string): string | null;
  opensOn: string | null;
  mayDo: boolean;
}

const DOES: Readonly<Record<School["does"], string>> = {
  invite: "Is invited",
  place: "Gets its place",
  nothing: "Nothing",
};

/** The preview, as a form for who may do it. */
export function turnPreviewPage(preview: TurnPreview, look: TurnLook, state: FormState): Html {
  const { plan, digest } = preview;
  const does = look.mayDo && look.opensOn === null;
  const typed = does ? state.typed : null;
  const parts = html`${schools(plan.schools, look, typed)}${groups(plan.groups, look, typed)}`;
  const intro = html`<p>Into ${plan.into}, as it would be done now. Nothing is done yet:
    ${plan.schools.filter((one) => one.does !== "nothing").length} of ${plan.schools.length} schools would be invited
      or placed.</p>`;
  if (!does)
    return html`${intro}${
      look.opensOn === null
        ? null
        : html`<p class="note">It can be done from ${day(look.opensOn)}
      on; until then it can be looked at.</p>`
    }${parts}`;
  return html`${intro}${faultSummary(state.faults)}<form method="post" action="${state.action}"
    novalidate>${hidden(state)}<input type="hidden" name="plan" value="${digest}">
${parts}${fieldShown(RESPOND_BY, idOf(RESPOND_BY.name), state)}
${button("Form the groups and invite the schools")}</form>`;
}

function schools(all: readonly School[], { names }: TurnLook, typed: Typed | null): Html {
  const line = (one: School): Html => {
    const name = names.get(one.journey) ?? `School ${one.urn}`;
    const out =
      typed === null
        ? null
        : html`<td>${
            one.does === "nothing"
              ? ""
              : tick(
                  { id: `out-${one.journey}`, name: "leaveOut", value: one.journey },
                  { words: "Leave out", whose: ` ${name}`, checked: allIn(typed, "leaveOut").includes(one.journey) },
                )
          }</td>`;
    const owes =
      one.outstanding.length === 0
        ? null
        : html`<small>Late: ${one.outstanding.map((code) => inWords(code).toLowerCase()).join(", ")}</small>`;
    return html`<tr><th scope="row"><a
      href="/journeys/${one.journey}">${name}</a></th><td>${
        one.now === null
          ? "–"
          : html`${inWords(one.now.stage)}
        ${one.now.academicYear}<small>${one.now.completes ? "Completes" : inWords(one.now.outcome)}</small>`
      }${owes}</td>
<td>${one.readiness === null ? "–" : inWords(one.readiness)}</td>
<td>${one.next === null ? "–" : inWords(one.next.stage)}</td>
<td>${DOES[one.does]}${said(one)}</td>
<td>${placeOf(one)}</td>${out}</tr>`;
  };
  return html`<h2>Schools</h2>${
    all.length === 0
      ? html`<p class="note">No school takes part at present.</p>`
      : html`<div class="wide"><table><thead><tr><th scope="col">School</th><th scope="col">This year</th><th
        scope="col">Mastery Ready</th><th scope="col">Next stage</th><th scope="col">What is done</th><th
          scope="col">Work Group</th>${typed === null ? null : html`<th scope="col">Otherwise</th>`}</tr></thead>
<tbody>${all.map(line)}</tbody></table></div>`
  }`;
}

function placeOf({ workGroup, withoutPlace }: School): Html | string {
  if (workGroup !== null) return workGroup;
  return withoutPlace === null ? "–" : html`<span class="tag late">${inWords(withoutPlace)}</span>`;
}

function groups(all: readonly Group[], look: TurnLook, typed: Typed | null): Html | null {
  if (all.length === 0) return null;
  const line = (one: Group): Html => html`<tr><th
    scope="row">${one.id}<small>${
      one.formed ? "Is formed already" : one.from === null ? "New" : `The schools of ${one.from}`
    }</small></th>
<td>${one.schools.length} of this turn${
    one.places === null
      ? null
      : html`<small>${one.places.least} to
  ${one.places.most} places, ${one.holding} held</small>`
  }</td>
<td>${one.lead ?? "–"}${one.detail === null ? null : html`<small>${one.detail}</small>`}</td>
${typed === null ? null : html`<td>${otherwise(one, look, typed)}</td>`}</tr>`;
  return html`<h2>Work Groups of the coming year</h2><div class="wide"><table><thead><tr><th scope="col">Work
    Group</th><th scope="col">Schools</th><th scope="col">Lead</th>${
      typed === null
        ? null
        : html`<th
      scope="col">Otherwise</th>`
    }</tr></thead><tbody>${all.map(line)}</tbody></table></div>`;
}

function otherwise({ id, formed, why, prospectus }: Group, { leads }: TurnLook, typed: Typed): Html | string {
  if (formed) return "";
  const out = tick(
    { id: `out-${id}`, name: "leaveOutGroup", value: id },
    { words: "Do not form it", whose: `: ${id}`, checked: allIn(typed, "leaveOutGroup").includes(id) },
  );
  if (why === null) return out;
  const lead = leads(prospectus);
  const label = `Its lead${lead === null ? "" : `, a ${inWords(lead)}`} (sign-in id)`;
  return html`${input({
    id: `lead-${id}`,
    name: `lead.${id}`,
    label: { text: label },
    value: textIn(typed, `lead.${id}`),
    autocomplete: "off",
  })}${tick(
    { id: `second-${id}`, name: `second.${id}`, value: "yes" },
    {
      words: "Second year of the national programme done",
      whose: `: ${id}`,
      checked: textIn(typed, `second.${id}`) !== "",
    },
  )}${out}`;
}

const RESPOND_BY: FormField = { kind: "date", name: "respondBy", label: "Last day to answer", required: false };

/** The request that the form stands for. */
export function turnBody(
  { groups: all }: TurnPreview["plan"],
  into: string,
  typed: Typed,
  leads: TurnLook["leads"],
): Record<string, unknown> {
  const out = allIn(typed, "leaveOutGroup");
  const wishes = all.flatMap(({ id, prospectus }): GroupWish[] => {
    const lead = textIn(typed, `lead.${id}`).trim();
    if (out.includes(id)) return [{ id, leaveOut: true }];
    const leadRole = leads(prospectus) ?? "work-group-lead";
    return lead === ""
      ? []
      : [{ id, lead, leadRole, ...(textIn(typed, `second.${id}`) !== "" && { secondYearDone: true }) }];
  });
  const respondBy = textIn(typed, "respondBy").trim();
  return {
    into,
    plan: textIn(typed, "plan"),
    ...(respondBy !== "" && { respondBy }),
    ...(wishes.length > 0 && { groups: wishes }),
    ...(allIn(typed, "leaveOut").length > 0 && { leaveOut: [...allIn(typed, "leaveOut")] }),
  };
}

const STATUS: Readonly<Record<string, string>> = {
  waiting: "Still to come",
  done: "Done",
  "turned-down": "Turned down",
  none: "Nothing to do",
};

const LOOKS: Readonly<Record<string, string>> = { done: "done", "turned-down": "late" };

function said(one: Parameters<typeof whyNothing>[0]): Html | null {
  const why = whyNothing(one, TO_PERSON);
  return why === null ? null : html`<small>${why}</small>`;
}

/** What became of something of the turn. */
function became(one: Outcome): Html {
  const { status } = one;
  return html`<span class="tag ${LOOKS[status] ?? ""}">${STATUS[status] ?? status}</span>${said(one)}`;
}

/**
 * How far a turn is that has begun. `forms`: its hidden fields, for who may interrupt or resume it; null for others.
 */
export function turnProgressPage(turn: TurnAsItStands, names: ReadonlyMap<string, string>, forms: Html | null): Html {
  const { into, status, done, of, turnedDown } = turn;
  const address = `/turn/${into.replace("/", "-")}`;
  const way =
    status === "running"
      ? ["interrupt", "Interrupt it"]
      : status === "interrupted"
        ? ["resume", "Go on with it"]
        : null;
  return html`<p class="note" role="status"><strong>${into}:</strong> ${inWords(status)}, ${done} of ${of}
    done${turnedDown === 0 ? "" : `, ${turnedDown} of them turned down`}.${
      status === "running"
        ? html` <a
      href="/turn?into=${into.replace("/", "-")}">Look again</a>`
        : null
    }</p>
${
  way === null || forms === null
    ? null
    : html`<form method="post"
  action="${address}/${way[0] ?? ""}">${forms}<p><button>${way[1] ?? ""}</button></p></form>`
}
<h2>Work Groups</h2><div class="wide"><table><thead><tr><th scope="col">Work Group</th><th scope="col">How it
  stands</th></tr></thead><tbody>${turn.groups.map(
    (one) => html`<tr><th
    scope="row">${one.id}</th><td>${became(one)}</td></tr>`,
  )}</tbody></table></div>
<h2>Schools</h2><div class="wide"><table><thead><tr><th scope="col">School</th><th scope="col">Next stage</th><th
  scope="col">Work Group</th><th scope="col">How it stands</th></tr></thead>
<tbody>${turn.schools.map(
    (one) => html`<tr><th scope="row"><a
  href="/journeys/${one.journey}">${names.get(one.journey) ?? `School ${one.urn}`}</a></th>
<td>${one.next === null ? "–" : inWords(one.next.stage)}</td><td>${one.workGroup ?? "–"}</td>
<td>${became(one)}</td></tr>`,
  )}</tbody></table></div>`;
}
