// Work Groups and schools in a store of their own, asked through `advance` as their workflows ask.

import { expect } from "@jest/globals";
import { ApplicationFailure } from "@temporalio/common";
import type { AdvanceAnswer } from "../../libs/contract/journey.ts";
import { load } from "../../libs/store/events/event-store.ts";
import { recordedOfGroup } from "../../libs/store/events/known-events.ts";
import type { Command } from "../../libs/work-group/commands.ts";
import { fold } from "../../libs/work-group/evolve.ts";
import type { Formed } from "../../libs/work-group/state.ts";
import { claimingAdvance, type Whole } from "./claiming.ts";
import { developing, groupCommand, MAY, stepsToPlace, told, type JourneyStep } from "./groups.ts";
import { SEVEN } from "./placed-group.ts";
import { command, freshStore, rules, type TestStore } from "./store.ts";

export interface GroupWorld {
  store: TestStore;
  advance: ReturnType<typeof claimingAdvance>;
  /** The names of whom `advance` has had woken, in order; a test empties it. */
  woken: string[];
  ask(journey: string, at: string, step: JourneyStep): Promise<AdvanceAnswer>;
  askGroup(group: string, sent: Command): Promise<AdvanceAnswer>;
  /** Where a group stands. Throws for one that nobody formed. */
  stateOf(group: string): Promise<Formed>;
  typesOf(stream: string): Promise<string[]>;
  /** Forms a group of seven places in May. */
  form(group: string): Promise<void>;
  /** So many schools that have applied; their journeys. */
  applied(count: number): Promise<string[]>;
  /** So many schools that have been placed in the group. */
  placed(group: string, count: number): Promise<string[]>;
}

/** A world of groups; who makes it closes its store. */
export async function groupWorld(): Promise<GroupWorld> {
  const store = await freshStore({ poolSize: 12 });
  const woken: string[] = [];
  const wake = (names: readonly string[]): Promise<string[]> => {
    woken.push(...names);
    return Promise.resolve([]);
  };
  const advance = claimingAdvance({ dataSource: store.app, rules, wake });
  // As its workflow does: a hundred at once may wait longer for a connection or a lock than one turn is given; the same
  // request again is one effect.
  const asked = (request: Whole): Promise<AdvanceAnswer> =>
    advance(request).catch((error: unknown) => {
      if (error instanceof ApplicationFailure && error.type === "database-unavailable") return asked(request);
      throw error;
    });
  const ask: GroupWorld["ask"] = (journey, at, { type, data, by }) =>
    asked({ journey, now: at, commands: [command(type, at, data as never, by ? { by } : {})] });
  const askGroup: GroupWorld["askGroup"] = (group, sent) => advance({ group, now: sent.at, commands: [sent] });
  const mustTake = async (answer: Promise<AdvanceAnswer>): Promise<void> =>
    expect(told((await answer).outcomes[0])).toBe("ok");

  let urns = 300100;
  const applied = async (count: number): Promise<string[]> => {
    const journeys: string[] = [];
    for (let index = 0; index < count; index++) {
      const urn = String(urns++);
      await mustTake(ask(`${urn}-primary`, MAY, { type: "SubmitApplication", data: developing(urn) }));
      journeys.push(`${urn}-primary`);
    }
    return journeys;
  };
  return {
    store,
    advance,
    woken,
    ask,
    askGroup,
    applied,
    form: (group) => mustTake(askGroup(group, groupCommand("FormWorkGroup", MAY, SEVEN))),
    async stateOf(group) {
      const state = fold(recordedOfGroup(await load(store.app, `work-group/${group}`)));
      if (state.status === "none") throw new Error(`${group} is not formed`);
      return state;
    },
    typesOf: async (stream) => (await load(store.app, stream)).map(({ type }) => type),
    async placed(group, count) {
      const journeys = await applied(count);
      for (const journey of journeys)
        for (const step of stepsToPlace(journey.slice(0, 6), group))
          await mustTake(ask(journey, "2024-06-03T09:00:00Z", step));
      return journeys;
    },
  };
}
