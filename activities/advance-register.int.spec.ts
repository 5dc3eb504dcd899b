import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { groupWorld, type GroupWorld } from "../test/support/group-world.ts";
import { groupCommand } from "../test/support/groups.ts";
import { load } from "../libs/store/events/event-store.ts";

describe("a Work Group", () => {
  let world: GroupWorld;
  beforeAll(async () => {
    world = await groupWorld();
  }, 60_000);
  afterAll(() => world.store.close());

  describe("of seven schools under way", () => {
    let members: string[];
    beforeAll(async () => {
      await world.form("seven");
      members = await world.placed("seven", 7);
      for (const journey of members) await world.advance({ journey, now: "2024-08-31T23:00:00Z", commands: [] });
    }, 60_000);
    const present = (journey: string) => [`${journey.slice(0, 6)}-1`, `${journey.slice(0, 6)}-2`];
    const registerOf = (journeys: string[]) => journeys.map((journey) => ({ journey, present: present(journey) }));

    it("begins their year on the days on which it meets", async () => {
      const group = await world.stateOf("seven");
      const due = await world.store.owner.query(
        `select code, due_on::text as on from commitments where journey = $1 and kind = 'session' order by code`,
        [members[0]],
      );
      const ofTeachers = group.sessions.filter(({ code }) => code.startsWith("session-"));
      expect(due).toEqual(ofTeachers.map(({ code, on }) => ({ code, on })));
    });

    it("moves a session for all of them at once, and wakes those for whom something comes sooner", async () => {
      world.woken.length = 0;
      const [first, second] = (await world.stateOf("seven")).sessions;
      const reason = { id: "text-move", words: 3 };
      const moved = await world.askGroup(
        "seven",
        groupCommand("MoveSession", "2024-09-05T09:00:00Z", { session: first?.code ?? "", on: "2024-09-06", reason }),
      );
      expect(moved.outcomes).toMatchObject([{ accepted: true }]);
      const due = await world.store.owner.query(
        `select distinct due_on::text as on from commitments where code in ('session-1', 'meeting-1') and journey =
          any($1::text[])`,
        [members],
      );
      expect(due).toEqual([{ on: "2024-09-06" }]);
      expect(world.woken.sort()).toEqual([...members].sort());
      world.woken.length = 0;
      await world.askGroup(
        "seven",
        groupCommand("MoveSession", "2024-09-05T09:00:00Z", { session: second?.code ?? "", on: "2025-02-26", reason }),
      );
      expect(world.woken).toEqual([]);
    });

    it("has one register for seven schools and fourteen teachers in one transaction", async () => {
      world.woken.length = 0;
      const [absentee, ...others] = members;
      const urn = absentee?.slice(0, 6) ?? "";
      const sent = groupCommand("TakeRegister", "2024-09-06T16:00:00Z", {
        session: "session-1",
        on: "2024-09-06",
        schools: [
          {
            journey: absentee ?? "",
            present: [`${urn}-1`],
            absent: [{ participant: `${urn}-2`, reasonCode: "unavoidable" }],
          },
          ...registerOf(others),
        ],
      });
      expect((await world.askGroup("seven", sent)).outcomes).toEqual([
        { command: sent.id, accepted: true, version: expect.any(Number), status: "formed" },
      ]);
      const written = await world.store.owner.query(
        "select count(distinct tx)::int as transactions, count(distinct stream)::int as streams from events " +
          "where command_id = $1 or command_id like $1 || '/%'",
        [sent.id],
      );
      expect(written).toEqual([{ transactions: 1, streams: 8 }]);
      const met = await world.store.owner.query(
        `select journey, status from commitments where code = 'meeting-1' and journey = any($1::text[]) order by
          (status = 'met'), journey`,
        [members],
      );
      expect(met).toEqual([
        { journey: absentee, status: "open" },
        ...[...others].sort().map((journey) => ({ journey, status: "met" })),
      ]);
      // For the one that was short its own date comes at midnight; for the others nothing came nearer.
      expect(world.woken.filter((name) => name !== absentee)).toEqual([]);
      const [kept] = (await load(world.store.app, `journey/${absentee}`)).filter(
        ({ type }) => type === "AttendanceRecorded",
      );
      expect(kept?.data).toMatchObject({ absent: [{ participant: `${urn}-2`, reasonCode: "unavoidable" }] });
    });

    it("has a register taken again in place of the first", async () => {
      const absentee = members[0] ?? "";
      const sent = groupCommand("TakeRegister", "2024-09-06T17:00:00Z", {
        session: "session-1",
        on: "2024-09-06",
        schools: registerOf([absentee]),
      });
      const [outcome] = (await world.askGroup("seven", sent)).outcomes;
      expect(outcome).toMatchObject({
        accepted: true,
        skipped: members.slice(1).map((journey) => ({ journey, why: "not-named" })),
      });
      expect((await world.typesOf(`journey/${absentee}`)).slice(-4)).toEqual([
        "RecordCorrected",
        "AttendanceRecorded",
        "CommitmentMet",
        "GrantPayable",
      ]);
    });

    it("passes over a school that cannot take part, and says so", async () => {
      const paused = members[6] ?? "";
      await world.ask(paused, "2024-09-09T09:00:00Z", {
        type: "PauseJourney",
        data: { reason: { id: "text-pause", words: 3 } },
      });
      const sent = groupCommand("TakeRegister", "2024-09-10T17:00:00Z", {
        session: "session-1",
        on: "2024-09-10",
        schools: registerOf(members),
      });
      expect((await world.askGroup("seven", sent)).outcomes).toMatchObject([
        { accepted: true, skipped: [{ journey: paused, why: "not-participating" }] },
      ]);
      const [last] = (await load(world.store.app, "work-group/seven")).slice(-1);
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
        const first = await world.askGroup("seven", sent);
        const before = await world.store.owner.query("select count(*)::int as n from events");
        expect(await world.askGroup("seven", sent)).toEqual(first);
        expect(await world.store.owner.query("select count(*)::int as n from events")).toEqual(before);
      },
    );
  });
});
