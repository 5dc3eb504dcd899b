// Decisions on a Work Group: who leads it, how many schools it holds, when it meets.

import { lastDay } from '../calendar/academic-years.ts';
import { localDate, type Instant, type LocalDate } from '../calendar/instants.ts';
import type { TextRef } from '../journey/commands.ts';
import type { Rules } from '../journey/decide.ts';
import { reject, type Rejection } from '../journey/rejection.ts';
import { invalid } from '../journey/wire.ts';
import type { Prospectus } from '../prospectus/prospectus.ts';
import type { Command, CommandData, CommandName, CommandOf } from './commands.ts';
import { nextUp } from './due.ts';
import type { GroupEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { members, type Formed, type Session, type WorkGroup } from './state.ts';

export type Decision = { events: GroupEvent[] } | { rejection: Rejection };
type Decide<N extends CommandName> = (group: WorkGroup, command: CommandOf<N>, rules: Rules) => Decision;
type Fault = { rejection: Rejection } | null;

/** Decides a command of a Work Group: its events, or one rejection. Pure, as a journey's `decide`. */
export function decide(group: WorkGroup, command: Command, rules: Rules): Decision {
  const version = group.status === 'none' ? 0 : group.seq;
  if (command.expected !== undefined && command.expected !== version) {
    return reject('version-conflict', `The Work Group has changed since: its version is ${version}, not ${command.expected}. Read it again.`);
  }
  return (VERBS[command.type] as Decide<CommandName>)(group, command as never, rules);
}

const VERBS: { [N in CommandName]: Decide<N> } = {
  FormWorkGroup: (group, { at, data }, { catalogue }) => {
    if (group.status !== 'none') return reject('not-in-this-state', 'A Work Group of that name is formed already.');
    const prospectus = catalogue.get(data.prospectus);
    if (!prospectus) return reject('not-found', 'There is no such prospectus.');
    const places = placesOf(prospectus, data.places);
    if ('rejection' in places) return places;
    const { hub, lead, leadRole } = data;
    const sessions = (data.sessions ?? []).map(({ session, on, length }) => ({ session, on, length: length ?? prospectus.commitments.meetings.length.value }));
    const outside = sessions.find((one) => one.on > lastDay(prospectus.academicYear) || !isSessionOf(prospectus, one.session));
    const fault = leadFit(prospectus, data) ?? (outside ? unknownSession(prospectus) : null);
    return fault ?? { events: [{
      type: 'WorkGroupFormed', at, hub, prospectus: prospectus.id, academicYear: prospectus.academicYear, lead, leadRole, places: places.places, sessions,
    }] };
  },

  ChangeLead: formed((group, { at, data }, { catalogue }) => {
    const prospectus = catalogue.get(group.prospectus);
    const fault = needsReason(data) ?? (prospectus ? leadFit(prospectus, data) : null);
    return fault ?? { events: [{ type: 'LeadChanged', at, lead: data.lead, leadRole: data.leadRole, ...because(data) }] };
  }),

  ScheduleSession: formed((group, { at, data }, { catalogue }) => {
    const prospectus = catalogue.get(group.prospectus);
    if (!prospectus || !isSessionOf(prospectus, data.session)) return unknownSession(prospectus);
    const had = group.sessions.find((one) => one.code === data.session);
    if (had?.status === 'held') return held();
    const length = data.length ?? prospectus.commitments.meetings.length.value;
    const where = data.where ?? (group.delivery === 'online' ? 'online' : 'in-person');
    return withinYear(group, at, data.on) ?? { events: [{ type: 'SessionScheduled', at, session: data.session, on: data.on, length, where }] };
  }),

  MoveSession: formed((group, { at, data }) => withSession(group, data.session, (session) =>
    needsReason(data) ?? withinYear(group, at, data.on)
      ?? { events: [{ type: 'SessionMoved', at, session: session.code, on: data.on, from: session.on, ...because(data) }] })),

  CancelSession: formed((group, { at, data }) => withSession(group, data.session, (session) =>
    needsReason(data) ?? { events: [{ type: 'SessionCancelled', at, session: session.code, ...because(data) }] })),

  TakeRegister: formed((group, { at, data }) => {
    const known = group.sessions.find((one) => one.code === data.session);
    if (!known) return reject('unknown-session', `This Work Group has no such session. It has: ${group.sessions.map((one) => one.code).join(', ')}.`);
    if (known.status === 'cancelled') return reject('not-in-this-state', 'The session was called off: schedule it again first.');
    if (data.on > localDate(at)) return reject('in-the-future', `${data.on} is still to come: take the register once the session has been held.`);
    const stranger = data.schools.findIndex((one) => !members(group).includes(one.journey));
    if (stranger >= 0) return invalid([{ pointer: `/schools/${stranger}/journey`, detail: 'That school is not in this Work Group.' }]);
    const schools = data.schools.map((one) => ({
      journey: one.journey, present: one.present.length, absent: one.absent?.length ?? 0, headteacher: one.headteacher ?? false,
    }));
    // A later register of the same session is a correction: it adds, and what each journey makes of it follows there.
    return { events: [{ type: 'RegisterTaken', at, session: data.session, on: data.on, schools }] };
  }),

  BookSupportVisit: formed((group, { at, data }) => {
    if (!members(group).includes(data.journey)) return invalid([{ pointer: '/journey', detail: 'That school is not in this Work Group.' }]);
    return withinYear(group, at, data.on) ?? { events: [{ type: 'SupportVisitBooked', at, journey: data.journey, on: data.on, term: data.term ?? null }] };
  }),

  AdaptDelivery: formed((_group, { at, data }) =>
    needsReason(data) ?? { events: [{ type: 'DeliveryAdapted', at, delivery: data.delivery, ...because(data) }] }),

  Tick: (group, { at }) => {
    const events: GroupEvent[] = [];
    let now = group;
    for (let next = nextUp(now); next && next.at <= at && now.status === 'formed'; next = nextUp(now)) {
      const brought = bring(now, next.what, at);
      now = evolve(now, { ...brought, seq: now.seq + 1 });
      events.push(brought);
    }
    return { events };
  },

  RecordEffect: (group, { at, data }) => {
    const open = group.status === 'none' ? undefined : group.effects.find((one) => one.seq === data.effect);
    if (!open || (data.outcome === 'stalled' && open.stalled)) return { events: [] };
    if (data.outcome === 'stalled') return { events: [{ type: 'EffectStalled', at, effect: data.effect, code: data.code ?? 'unknown' }] };
    return { events: [{ type: 'EffectPerformed', at, effect: data.effect, messageId: null }] };
  },
};

function bring(group: Formed, what: 'next-offer' | 'year-ends', at: Instant): GroupEvent {
  const first = group.waitlist[0];
  if (what === 'next-offer' && first) return { type: 'PlaceReserved', at, journey: first.journey, fromWaitlist: true };
  return { type: 'WorkGroupEnded', at, academicYear: group.academicYear };
}

function formed<N extends CommandName>(verb: (group: Formed, command: CommandOf<N>, rules: Rules) => Decision): Decide<N> {
  return (group, command, rules) => {
    if (group.status === 'none') return reject('not-found', 'There is no Work Group of that name: form it first.');
    if (group.status === 'ended') return reject('not-in-this-state', `The Work Group's year, ${group.academicYear}, is over.`);
    return verb(group, command, rules);
  };
}

function withSession(group: Formed, code: string, verb: (session: Session) => Decision): Decision {
  const session = group.sessions.find((one) => one.code === code);
  if (!session) return reject('unknown-session', `This Work Group has no such session. It has: ${group.sessions.map((one) => one.code).join(', ') || 'none yet'}.`);
  return session.status === 'held' ? held() : verb(session);
}

/** How many schools it holds: as the page has it (two exactly; six or seven; up to eight), or as the hub says where no page does. */
function placesOf(prospectus: Prospectus, asked: number | undefined): { places: Formed['places'] } | { rejection: Rejection } {
  const size = prospectus.groupSize;
  if (!size) return { places: asked === undefined ? null : { least: 1, most: asked } };
  const least = size.least.value;
  const most = size.most.value;
  if (asked !== undefined && (asked < least || asked > most)) {
    const range = least === most ? `exactly ${most}` : `${least} to ${most}`;
    return invalid([{ pointer: '/places', detail: `A Work Group of this programme holds ${range} schools.` }]);
  }
  return { places: { least, most: asked ?? most } };
}

/** The lead fits the stage: a Readiness Lead, a Mastery Specialist… as the page names them. */
function leadFit(prospectus: Prospectus, { leadRole, secondYearDone }: Pick<CommandData['FormWorkGroup'], 'leadRole' | 'secondYearDone'>): Fault {
  const wanted = codeOf(prospectus.lead.value);
  if (prospectus.lead.source === 'seed' && leadRole !== wanted) {
    return reject('lead-not-fit', `This Work Group is led by a ${prospectus.lead.value}: leadRole ${wanted}.`);
  }
  if (prospectus.leadMust && prospectus.leadMust.source === 'seed' && secondYearDone !== true) {
    return reject('lead-not-fit', 'The lead has completed the second year of the national programme: say secondYearDone.');
  }
  return null;
}

/** `Secondary Mastery Specialist` → `secondary-mastery-specialist` */
function codeOf(role: string): string {
  return role.toLowerCase().replaceAll(/[^a-z]+/gu, '-').replaceAll(/^-|-$/gu, '');
}

function isSessionOf(prospectus: Prospectus, code: string): boolean {
  const number = /^session-([1-9]\d?)$/u.exec(code)?.[1];
  return number !== undefined && Number(number) <= prospectus.commitments.meetings.due.value.length;
}

function unknownSession(prospectus: Prospectus | null): { rejection: Rejection } {
  const count = prospectus?.commitments.meetings.due.value.length ?? 0;
  return reject('unknown-session', `The programme has the sessions session-1 to session-${count}, within its academic year.`);
}

function held(): { rejection: Rejection } {
  return reject('not-in-this-state', 'The session was held: its register can be taken again, its date stays.');
}

function withinYear(group: Formed, at: Instant, on: LocalDate): Fault {
  const last = lastDay(group.academicYear);
  return on < localDate(at) || on > last ? invalid([{ pointer: '/on', detail: `The date lies between today and ${last}, within the academic year.` }]) : null;
}

function needsReason({ reason }: { reason?: TextRef }): Fault {
  return reason ? null : reject('reason-required', 'Say why, in words: `reason` is missing or blank.');
}

function because({ reason, reasonCode }: { reason?: TextRef; reasonCode?: string }): { reasonId?: string; reasonCode?: string } {
  return { ...(reason && { reasonId: reason.id }), ...(reasonCode !== undefined && { reasonCode }) };
}
