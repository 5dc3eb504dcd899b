// A school's own journey, as its contact sees it: what it owes by when, and what comes next.

import type { OwnJourney } from "../../../libs/service/journeys/at-a-glance.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import { html, type Html } from "../html.ts";
import { nameOf, ofThisYear, promises } from "../journeys/sections.ts";
import { comingInWords } from "../naming.ts";
import { hubInWords, inWords } from "../words.ts";

/** All journeys of one person's schools, one after the other. */
export function schoolPage(journeys: readonly OwnJourney[], called: GroupNaming): Html {
  if (journeys.length === 0)
    return html`<p class="note">Your school has no journey yet: it begins with an application to your Maths Hub.</p>
<p><a class="button first" href="/apply">See what your school may apply for</a></p>`;
  return html`${journeys.map((one) => oneJourney(one, called))}`;
}

function oneJourney(journey: OwnJourney, called: GroupNaming): Html {
  const { school, urn, phase, hub, status, stage, academicYear, workGroup, coming } = journey;
  const year = ofThisYear(journey.commitments);
  const own = year.filter((one) => one.by === "school");
  const under = status === "participating" || status === "paused";
  const owed = under ? own.filter((one) => one.status === "missed") : [];
  const where =
    stage === null
      ? ""
      : `${inWords(stage)} ${academicYear ?? ""}${workGroup === null ? "" : ` in ${called(workGroup)}`}`;
  const next = coming && comingInWords(coming, "your", called);
  const caption = "What your school has promised for this year";
  return html`<section aria-labelledby="j-${journey.id}"><h2 id="j-${journey.id}">${school ?? `School ${urn}`},
    ${phase}</h2>
<p><span class="tag">${inWords(status)}</span> ${where} with the Maths Hub ${hubInWords(hub)}.</p>
${
  owed.length === 0
    ? html`<p class="note">You owe nothing that is late.</p>`
    : html`<p class="note late-note"><strong>${owed.length === 1 ? "One thing is" : `${owed.length} things are`}
      late:</strong> ${owed.map((one) => nameOf(one, true)).join(", ")}.</p>`
}
<p><a class="button first" href="/journeys/${journey.id}">Open the journey: record, answer, name teachers</a></p>
<p><strong>What comes next:</strong>
  ${next === null ? "nothing by itself." : `${next.on}. ${next.says}.`}</p>
${under && own.length > 0 ? promises(own, { journey: journey.id, ours: true, now: null, caption }) : null}</section>`;
}
