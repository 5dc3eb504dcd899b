// What the read tables hold, as the API answers it: without the tables' own keys, money with its currency.

import type { StoredEvent } from "../../../libs/store/events/event-store.ts";
import type { StageYear } from "../../../libs/journey/state.ts";
import type { JourneyWhole } from "../../../libs/views/journeys/read-journeys.ts";

type Row = Omit<JourneyWhole, "commitments" | "reminders" | "escalations" | "grants" | "tasks" | "participants">;

/** One line of a list of journeys. */
export function presentRow(row: Row): object {
  const {
    nextAt,
    nextWhat,
    id,
    urn,
    hub,
    phase,
    status,
    stage,
    academicYear,
    prospectus,
    workGroup,
    version,
    owes,
    summary,
    startedAt,
    updatedAt,
    aliases,
  } = row;
  const next = nextAt === null ? null : { at: nextAt, what: nextWhat };
  return {
    id,
    urn,
    hub,
    phase,
    status,
    stage: known(stage),
    academicYear: known(academicYear),
    prospectus,
    workGroup,
    version,
    owes,
    next,
    summary,
    startedAt,
    updatedAt,
    aliases,
  };
}

/** Search attributes say `none` where there is nothing; an answer says null. */
function known(word: string | null): string | null {
  return word === "none" ? null : word;
}

/** A journey with all that belongs to it; `stages` are those begun, oldest first. */
export function presentWhole(whole: JourneyWhole, stages: readonly StageYear[]): object {
  return {
    ...presentRow(whole),
    stages: stages.map(({ stage, academicYear, prospectus, outcome, workGroup, theme }) => ({
      stage,
      academicYear,
      prospectus,
      outcome,
      workGroup,
      theme,
    })),
    commitments: whole.commitments.map(({ stage, academicYear, code, kind, by, dueOn, status, level, target }) => ({
      stage,
      academicYear,
      code,
      kind,
      by,
      dueOn,
      status,
      level,
      target,
    })),
    reminders: whole.reminders.map(({ seq, at, academicYear, term, to, outstanding, comingUp, resends, sentAt }) => ({
      seq,
      at,
      academicYear,
      term,
      to,
      outstanding,
      comingUp,
      resends,
      sentAt,
    })),
    escalations: whole.escalations.map(({ seq, at, academicYear, commitment, level, to, withdrawnAt, sentAt }) => ({
      seq,
      at,
      academicYear,
      commitment,
      level,
      to,
      withdrawnAt,
      sentAt,
    })),
    grants: whole.grants.map(
      ({ stage, academicYear, amountPence, status, approvers, releasedAt, clawback, clawbackPence }) => ({
        stage,
        academicYear,
        amount: amountPence,
        currency: "GBP",
        status,
        approvers,
        releasedAt,
        clawback: { status: clawback, amount: clawbackPence },
      }),
    ),
    tasks: whole.tasks.map(({ id, about, commitment, openedAt, status, assignee, dueOn }) => ({
      id,
      about,
      commitment,
      openedAt,
      status,
      assignee,
      dueOn,
    })),
    participants: whole.participants.map(
      ({ participant, role, experienced, authority, releasedForAllSessions, left }) => ({
        participant,
        role,
        experienced,
        authority,
        releasedForAllSessions,
        left,
      }),
    ),
  };
}

/**
 * The ids of an event's data by the fields that have them (`reasonId`): those that this service has given, never one
 * that a caller chose. Which of them are texts, the people store knows.
 */
export function idsIn(data: unknown, field = ""): [field: string, id: string][] {
  if (typeof data === "string") return field.endsWith("Id") ? [[field.slice(0, -2), data]] : [];
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => idsIn(value, Array.isArray(data) ? field : key));
}

/** What was written with one event; nothing where no word can be read. */
export function presentWords(
  { seq, type, at, actor }: StoredEvent,
  named: readonly [field: string, id: string][],
  texts: ReadonlyMap<string, string>,
): object[] {
  const words = named.flatMap(([field, id]) => (texts.has(id) ? [{ field, text: texts.get(id) }] : []));
  return words.length === 0 ? [] : [{ seq, type, at, by: { who: actor.who, role: actor.role }, words }];
}
