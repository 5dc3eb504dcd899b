import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { developing, groupCommand, MAY, SEVEN, stepsToPlace, told, type JourneyStep } from "../test/support/groups.ts";
import { command, freshStore, rules, type TestStore } from "../test/support/store.ts";
import { ApplicationFailure } from "@temporalio/common";
import type { AdvanceAnswer } from "../libs/contract/journey.ts";
import { load } from "../libs/store/events/event-store.ts";
import { recordedOfGroup } from "../libs/store/events/known-events.ts";
import type { Command } from "../libs/work-group/commands.ts";
import { fold } from "../libs/work-group/evolve.ts";
import { claimingAdvance, type Whole } from "../test/support/claiming.ts";

describe("a Work Group", () => {
  let store: TestStore;
  let advance: ReturnType<typeof claimingAdvance>;
  const woken: string[] = [];
  const wake = (names: readonly string[]): Promise<string[]> => {
    woken.push(...names);
    return Promise.resolve([]);
  };
  beforeAll(async () => {
    store = await freshStore({ poolSize: 12 });
    advance = claimingAdvance({ dataSource: store.app, rules, wake });
  }, 60_000);
  afterAll(() => store.close());

  let urns = 300100;
  const ask = (journey: string, at: string, { type, data, by }: JourneyStep): Promise<AdvanceAnswer> =>
    asked({ journey, now: at, commands: [command(type, at, data as never, by ? { by } : {})] });
  // As its workflow does: a hundred at once may wait longer for a connection or a lock than one turn is given; the same
  // request again is one effect.
  const asked = (request: Whole): Promise<AdvanceAnswer> =>
    advance(request).catch((error: unknown) => {
      if (error instanceof ApplicationFailure && error.type === "database-unavailable") return asked(request);
      throw error;
    });
  const askGroup = (group: string, sent: Command): Promise<AdvanceAnswer> =>
    advance({ group, now: sent.at, commands: [sent] });
  const stateOf = async (group: string) => {
    const state = fold(recordedOfGroup(await load(store.app, `work-group/${group}`)));
    if (state.status === "none") throw new Error(`${group} is not formed`);
    return state;
  };
  const typesOf = async (stream: string): Promise<string[]> => (await load(store.app, stream)).map(({ type }) => type);

  async function form(group: string): Promise<void> {
    expect(told((await askGroup(group, groupCommand("FormWorkGroup", MAY, SEVEN))).outcomes[0])).toBe("ok");
  }
  async function applied(count: number): Promise<string[]> {
    const journeys: string[] = [];
    for (let index = 0; index < count; index++) {
      const urn = String(urns++);
      expect(
        told((await ask(`${urn}-primary`, MAY, { type: "SubmitApplication", data: developing(urn) })).outcomes[0]),
      ).toBe("ok");
      journeys.push(`${urn}-primary`);
    }
    return journeys;
  }
  async function placed(group: string, count: number): Promise<string[]> {
    const journeys = await applied(count);
    for (const journey of journeys) {
      for (const step of stepsToPlace(journey.slice(0, 6), group))
        expect(told((await ask(journey, "2024-06-03T09:00:00Z", step)).outcomes[0])).toBe("ok");
    }
    return journeys;
  }

  describe("of seven schools under way", () => {
    let members: string[];
    beforeAll(async () => {
      await form("seven");
      members = await placed("seven", 7);
      for (const journey of members) await advance({ journey, now: "2024-08-31T23:00:00Z", commands: [] });
    }, 60_000);
    const present = (journey: string) => [`${journey.slice(0, 6)}-1`, `${journey.slice(0, 6)}-2`];
    const registerOf = (journeys: string[]) => journeys.map((journey) => ({ journey, present: present(journey) }));

    it("begins their year on the days on which it meets", async () => {
      const group = await stateOf("seven");
      const due = await store.owner.query(
        `select code, due_on::text as on from commitments where journey = $1 and kind = 'session' order by code`,
        [members[0]],
      );
      expect(due).toEqual(group.sessions.map(({ code, on }) => ({ code, on })));
    });

    it("moves a session for all of them at once, and wakes those for whom something comes sooner", async () => {
      woken.length = 0;
      const [first, second] = (await stateOf("seven")).sessions;
      const reason = { id: "text-move", words: 3 };
      const moved = await askGroup(
        "seven",
        groupCommand("MoveSession", "2024-09-05T09:00:00Z", { session: first?.code ?? "", on: "2024-09-06", reason }),
      );
      expect(moved.outcomes).toMatchObject([{ accepted: true }]);
      const due = await store.owner.query(
        `select distinct due_on::text as on from commitments where code in ('session-1', 'meeting-1') and journey =
          any($1::text[])`,
        [members],
      );
      expect(due).toEqual([{ on: "2024-09-06" }]);
      expect(woken.sort()).toEqual([...members].sort());
      woken.length = 0;
      await askGroup(
        "seven",
        groupCommand("MoveSession", "2024-09-05T09:00:00Z", { session: second?.code ?? "", on: "2025-02-26", reason }),
      );
      expect(woken).toEqual([]);
    });

    it("has one register for seven schools and fourteen teachers in one transaction", async () => {
      woken.length = 0;
      const [absentee, ...others] = members;
      const urn = absentee?.slice(0, 6) ?? "";
      const sent = groupCommand("TakeRegister", "2024-09-06T16:00:00Z", {
        session: "session-1",
        on: "2024-09-06",
        schools: [
          {
            journey: absentee ?? "",
            present: [`${urn}-1`],
            absent: [{ participant: `${urn}-2`, reasonCode: "illness" }],
          },
          ...registerOf(others),
        ],
      });
      expect((await askGroup("seven", sent)).outcomes).toEqual([
        { command: sent.id, accepted: true, version: expect.any(Number), status: "formed" },
      ]);
      const written = await store.owner.query(
        "select count(distinct tx)::int as transactions, count(distinct stream)::int as streams from events " +
          "where command_id = $1 or command_id like $1 || '/%'",
        [sent.id],
      );
      expect(written).toEqual([{ transactions: 1, streams: 8 }]);
      const met = await store.owner.query(
        `select journey, status from commitments where code = 'meeting-1' and journey = any($1::text[]) order by
          (status = 'met'), journey`,
        [members],
      );
      expect(met).toEqual([
        { journey: absentee, status: "open" },
        ...[...others].sort().map((journey) => ({ journey, status: "met" })),
      ]);
      // For the one that was short its own date comes at midnight; for the others nothing came nearer.
      expect(woken.filter((name) => name !== absentee)).toEqual([]);
      const [kept] = (await load(store.app, `journey/${absentee}`)).filter(({ type }) => type === "AttendanceRecorded");
      expect(kept?.data).toMatchObject({ absent: [{ participant: `${urn}-2`, reasonCode: "illness" }] });
    });

    it("has a register taken again in place of the first", async () => {
      const absentee = members[0] ?? "";
      const sent = groupCommand("TakeRegister", "2024-09-06T17:00:00Z", {
        session: "session-1",
        on: "2024-09-06",
        schools: registerOf([absentee]),
      });
      const [outcome] = (await askGroup("seven", sent)).outcomes;
      expect(outcome).toMatchObject({
        accepted: true,
        skipped: members.slice(1).map((journey) => ({ journey, why: "not-named" })),
      });
      expect((await typesOf(`journey/${absentee}`)).slice(-4)).toEqual([
        "RecordCorrected",
        "AttendanceRecorded",
        "CommitmentMet",
        "GrantPayable",
      ]);
    });

    it("passes over a school that cannot take part, and says so", async () => {
      const paused = members[6] ?? "";
      await ask(paused, "2024-09-09T09:00:00Z", {
        type: "PauseJourney",
        data: { reason: { id: "text-pause", words: 3 } },
      });
      const sent = groupCommand("TakeRegister", "2024-09-10T17:00:00Z", {
        session: "session-1",
        on: "2024-09-10",
        schools: registerOf(members),
      });
      expect((await askGroup("seven", sent)).outcomes).toMatchObject([
        { accepted: true, skipped: [{ journey: paused, why: "not-participating" }] },
      ]);
      const [last] = (await load(store.app, "work-group/seven")).slice(-1);
      expect(last).toMatchObject({
        type: "RegisterTaken",
        data: { schools: members.slice(0, 6).map((journey) => ({ journey })) },
      });
    });

    it(
      "answers a command that comes again as it answered it the first time, after a crash between append and " +
        "answer too",
      async () => {
        const sent = groupCommand("ChangeLead", "2024-09-11T09:00:00Z", {
          lead: "lead-2",
          leadRole: "mastery-specialist",
          reason: { id: "text-lead", words: 3 },
        });
        const first = await askGroup("seven", sent);
        const before = await store.owner.query("select count(*)::int as n from events");
        expect(await askGroup("seven", sent)).toEqual(first);
        expect(await store.owner.query("select count(*)::int as n from events")).toEqual(before);
      },
    );
  });
});
