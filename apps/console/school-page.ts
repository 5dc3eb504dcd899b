// A school's own journey, as its contact sees it: what it owes by when, and what comes next.

import type { CommitmentRow } from '../../libs/views/commitments.ts';
import type { JourneyWhole } from '../../libs/views/read.ts';
import { html, type Html } from './html.ts';
import { day, hubInWords, inWords, whatNext } from './words.ts';

export type OwnJourney = JourneyWhole & { school: string | null };

/** All journeys of one person's schools, one after the other. */
export function schoolPage(journeys: readonly OwnJourney[]): Html {
  if (journeys.length === 0) return html`<p class="note">Your school has no journey yet: it begins with an application to your Maths Hub.</p>
<p><a class="button first" href="/apply">See what your school may apply for</a></p>`;
  return html`${journeys.map(oneJourney)}`;
}

function oneJourney(journey: OwnJourney): Html {
  const { school, urn, phase, hub, status, stage, academicYear, workGroup, nextAt, nextWhat } = journey;
  const lastYear = Math.max(0, ...journey.commitments.map(({ yearNo }) => yearNo));
  const own = journey.commitments.filter((one) => one.yearNo === lastYear && one.by === 'school');
  const under = status === 'participating' || status === 'paused';
  const owed = under ? own.filter((one) => one.status === 'missed') : [];
  const where = stage === null ? '' : `${inWords(stage)} ${academicYear ?? ''}${workGroup === null ? '' : ` in Work Group ${workGroup}`}`;
  return html`<section aria-labelledby="j-${journey.id}"><h2 id="j-${journey.id}">${school ?? `School ${urn}`}, ${phase}</h2>
<p><span class="tag">${inWords(status)}</span> ${where} with the Maths Hub ${hubInWords(hub)}.</p>
${owed.length === 0 ? html`<p class="note">You owe nothing that is late.</p>`
  : html`<p class="note late-note"><strong>${owed.length === 1 ? 'One thing is' : `${owed.length} things are`} late:</strong> ${owed.map(({ code }) => inWords(code)).join(', ')}.</p>`}
<p><a class="button first" href="/journeys/${journey.id}">Open the journey: record, answer, name teachers</a></p>
<p><strong>What comes next:</strong> ${nextAt === null ? 'nothing by itself.' : `${day(nextAt)}. ${whatNext(nextWhat ?? 'the next step')}.`}</p>
${under && own.length > 0 ? promises(own) : null}</section>`;
}

function promises(own: readonly CommitmentRow[]): Html {
  return html`<div class="wide"><table><caption>What your school has promised for this year</caption>
<thead><tr><th scope="col">What</th><th scope="col">By when</th><th scope="col">How it stands</th></tr></thead>
<tbody>${own.map((one) => html`<tr><th scope="row">${inWords(one.code)}${one.target === null ? null : html`<small>${one.target} in all</small>`}</th><td>${day(one.dueOn)}</td><td>${standing(one.status)}</td></tr>`)}</tbody></table></div>`;
}

function standing(status: string): Html {
  const [words, look] = ({ open: ['Still to do', ''], met: ['Done', 'done'], missed: ['Late', 'late'], waived: ['Not needed any more', 'done'] } as Record<string, [string, string]>)[status] ?? [status, ''];
  return html`<span class="tag ${look}">${words}</span>`;
}
