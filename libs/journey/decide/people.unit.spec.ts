import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import {
  accepted,
  because,
  begun,
  kept,
  nominated,
  nothing,
  offered,
  placed,
  PRIMARY_DEVELOPMENT,
  READINESS,
  RULES,
  SECONDARY_DEVELOPMENT,
  SUSTAINING,
  type Past,
} from "../../../test/support/journey.ts";
import { parseWhen } from "../../calendar/instants.ts";
import type { Actor, CommandData, CommandOf } from "../commands.ts";
import { decide } from "../decide.ts";

type Teacher = CommandData["NominateParticipant"];
const fit = { experienced: true, authority: true };
const plain = { experienced: false, authority: false, releasedForAllSessions: false };
const lead = (participant: string): Teacher => ({ participant, role: "maths-lead" });
const other = (participant: string): Teacher => ({ participant, role: "lead-teacher" });
const advocate = (participant: string, fitness = {}): Teacher => ({
  participant,
  role: "mastery-advocate",
  ...fitness,
});
const representative = (participant: string, releasedForAllSessions?: boolean): Teacher => ({
  participant,
  role: "representative",
  ...(releasedForAllSessions !== undefined && { releasedForAllSessions }),
});

/** While its place is still to be had: that ends with its year. */
const september = (id: string) => `${id.slice(0, 4)}-09-01T09:00`;
/** A school that has accepted its place and named these, and what comes of naming one more. */
const after = (id: string, ...named: Teacher[]) =>
  named.reduce((past, teacher) => past.on(september(id), "NominateParticipant", teacher), accepted(id));
const naming = (id: string, ...all: Teacher[]) =>
  given(after(id, ...all.slice(0, -1))).when(september(id), "NominateParticipant", all.at(-1) ?? lead(""));

describe("Mastery Readiness: two teachers lead development, one of whom should be the maths lead", () => {
  it("the maths lead and another", () => {
    naming(READINESS, lead("ada")).brings({
      type: "ParticipantNominated",
      participant: "ada",
      role: "maths-lead",
      ...plain,
    });
    naming(READINESS, lead("ada"), other("ben")).brings({
      type: "ParticipantNominated",
      participant: "ben",
      role: "lead-teacher",
      ...plain,
    });
    naming(READINESS, other("ben"), lead("ada")).accepted();
  });
  it("not two without a maths lead", () =>
    naming(READINESS, other("ben"), other("cat")).rejects("maths-lead-required"));
  it("not three", () => naming(READINESS, lead("ada"), other("ben"), other("cat")).rejects("too-many-participants"));
  it("no Mastery Advocates", () => naming(READINESS, advocate("ada")).rejects("role-not-allowed"));
  it("nobody twice", () => naming(READINESS, lead("ada"), other("ada")).rejects("not-in-this-state"));
});

describe("Secondary Development: two Mastery Advocates, one of them experienced and with authority", () => {
  it("the second may be less experienced", () => {
    naming(SECONDARY_DEVELOPMENT, advocate("ada", fit), advocate("ben")).accepted();
    naming(SECONDARY_DEVELOPMENT, advocate("ben"), advocate("ada", fit)).brings({
      type: "ParticipantNominated",
      participant: "ada",
      role: "mastery-advocate",
      experienced: true,
      authority: true,
      releasedForAllSessions: false,
    });
  });
  it("not two of whom none is", () =>
    naming(SECONDARY_DEVELOPMENT, advocate("ada"), advocate("ben")).rejects("experienced-advocate-required"));
  it("experience without authority is not enough, nor authority without experience", () => {
    naming(SECONDARY_DEVELOPMENT, advocate("ada", { experienced: true }), advocate("ben", { authority: true })).rejects(
      "experienced-advocate-required",
    );
  });
  it("too many comes before none experienced", () => {
    // As it can be after a page of another year: two, of whom none is.
    const neither = after(SECONDARY_DEVELOPMENT, advocate("ada", fit)).follow([
      {
        type: "ParticipantReplaced",
        at: "2024-12-01T09:00:00Z",
        participant: "ada",
        by: "ben",
        role: "mastery-advocate",
        ...plain,
      },
      {
        type: "ParticipantNominated",
        at: "2024-12-01T09:00:00Z",
        participant: "cat",
        role: "mastery-advocate",
        ...plain,
      },
    ]);
    given(neither).when("2024-12-01T09:00", "NominateParticipant", advocate("dot")).rejects("too-many-participants");
  });
  it("2021/22 asks the same", () =>
    naming("2021-22/secondary-development", advocate("ada"), advocate("ben")).rejects("experienced-advocate-required"));
});

describe("Primary Development: two teachers who lead across the whole school", () => {
  it("of whom none need be the maths lead", () => naming(PRIMARY_DEVELOPMENT, other("ben"), other("cat")).accepted());
  it("not three", () =>
    naming(PRIMARY_DEVELOPMENT, other("ben"), other("cat"), lead("ada")).rejects("too-many-participants"));
});

describe("Secondary Sustaining: an additional representative only if both are released to attend all sessions", () => {
  it("one, with advocates and the subject lead", () => {
    naming(
      SUSTAINING,
      advocate("ada"),
      advocate("ben"),
      { participant: "sol", role: "subject-lead" },
      representative("rae"),
    ).brings({ type: "ParticipantNominated", participant: "rae", role: "representative", ...plain });
  });
  it("a second, if both are", () =>
    naming(SUSTAINING, representative("rae", true), representative("roy", true)).accepted());
  it("not if the second is not, nor if the first is not", () => {
    naming(SUSTAINING, representative("rae", true), representative("roy")).rejects("representatives-must-commit");
    naming(SUSTAINING, representative("rae", true), representative("roy", false)).rejects(
      "representatives-must-commit",
    );
    naming(SUSTAINING, representative("rae"), representative("roy", true)).rejects("representatives-must-commit");
  });
  it("what was said of the first can be said anew", () => {
    const committed = after(SUSTAINING, representative("rae")).on("2024-12-01T09:00", "ReplaceParticipant", {
      participant: "rae",
      by: "rae",
      role: "representative",
      releasedForAllSessions: true,
      ...because,
    });
    given(committed).when("2024-12-01T09:00", "NominateParticipant", representative("roy", true)).accepted();
  });
  it("not a third", () =>
    naming(SUSTAINING, representative("rae", true), representative("roy", true), representative("ros", true)).rejects(
      "too-many-participants",
    ));
  it("no lead teachers", () => naming(SUSTAINING, other("ben")).rejects("role-not-allowed"));
});

describe("Teachers are nominated from the acceptance on", () => {
  it("not before", () => {
    for (const past of [nothing, offered()])
      given(past).when("2020-06-04T09:00", "NominateParticipant", lead("ada")).rejects("not-in-this-state");
  });
  it("also while placed and under way", () => {
    for (const past of [placed(), begun()]) {
      const vacant = past.on("2020-09-02T09:00", "ReleaseParticipant", { participant: "teacher-2" });
      given(vacant).when("2020-09-03T09:00", "NominateParticipant", other("cat")).accepted();
    }
  });
  it("not while paused or after", () => {
    const paused = begun().on("2020-10-01T09:00", "PauseJourney", because);
    const gone = begun().on("2020-10-01T09:00", "WithdrawSchool", because);
    for (const past of [paused, gone]) {
      given(past).when("2020-10-02T09:00", "NominateParticipant", other("cat")).rejects("not-in-this-state");
      given(past)
        .when("2020-10-02T09:00", "ReplaceParticipant", {
          participant: "teacher-2",
          by: "cat",
          role: "lead-teacher",
          ...because,
        })
        .rejects("not-in-this-state");
      given(past)
        .when("2020-10-02T09:00", "ReleaseParticipant", { participant: "teacher-2" })
        .rejects("not-in-this-state");
    }
  });
});

describe("Who of the hub supports a school", () => {
  it("is said once it has its place, and again when it is somebody else; at another hub nobody is", () => {
    given(begun())
      .when("2020-10-01T09:00", "NameSupport", { contact: "leader-1" })
      .brings({ type: "SupportNamed", contactId: "leader-1" });
    const named = begun().on("2020-10-01T09:00", "NameSupport", { contact: "leader-1" });
    given(named).when("2020-10-02T09:00", "NameSupport", { contact: "leader-1" }).brings();
    given(named)
      .when("2020-10-02T09:00", "NameSupport", { contact: "leader-2" })
      .brings({ type: "SupportNamed", contactId: "leader-2" });
    given(nothing).when("2020-10-02T09:00", "NameSupport", { contact: "leader-2" }).rejects("not-in-this-state");
    const moved = named.on("2020-10-05T09:00", "MoveToHub", { hub: "far-south", ...because });
    expect(moved.state).toMatchObject({ hub: "far-south", support: null });
  });
});

describe("A teacher leaves", () => {
  const replace = (change: Partial<CommandData["ReplaceParticipant"]> = {}, past = nominated(SECONDARY_DEVELOPMENT)) =>
    given(past).when("2020-06-10T09:00", "ReplaceParticipant", {
      participant: "teacher-1",
      by: "cat",
      role: "mastery-advocate",
      ...because,
      ...change,
    });

  it("and another takes over, who is said to be as fit as the place asks", () => {
    replace({ experienced: true, authority: true }).brings({
      type: "ParticipantReplaced",
      participant: "teacher-1",
      by: "cat",
      role: "mastery-advocate",
      experienced: true,
      authority: true,
      releasedForAllSessions: false,
      ...kept,
    });
  });
  it("what nobody says of them, they are not: nothing is taken over from who leaves", () => {
    replace().rejects("experienced-advocate-required");
    replace({ experienced: true }).rejects("experienced-advocate-required");
    replace({ participant: "teacher-2" }).accepted();
    const alone = nominated(SECONDARY_DEVELOPMENT).on("2020-06-09T09:00", "ReleaseParticipant", {
      participant: "teacher-2",
    });
    replace({}, alone).rejects("experienced-advocate-required");
    const both = after(SUSTAINING, representative("rae", true), representative("roy", true));
    replace({ participant: "rae", role: "representative" }, both).rejects("representatives-must-commit");
  });
  it("or the hub lead alone makes an exception, with a reason: it is kept only where it was needed", () => {
    const hubLead = { role: "hub-lead", who: "hazel" } as const;
    const ask = (data: Partial<CommandData["ReplaceParticipant"]>, by: Actor) => {
      const asked = { participant: "teacher-1", by: "cat", role: "mastery-advocate" as const, ...because, ...data };
      const at = parseWhen("2020-06-10T09:00");
      const command: CommandOf<"ReplaceParticipant"> = { id: "one", type: "ReplaceParticipant", at, by, data: asked };
      const decision = decide(nominated(SECONDARY_DEVELOPMENT).state, command, RULES);
      return "rejection" in decision ? decision.rejection.code : decision.events;
    };
    expect(ask({ exception: true }, hubLead)).toMatchObject([{ type: "ParticipantReplaced", exception: true }]);
    expect(ask({ exception: true, reason: undefined }, hubLead)).toBe("reason-required");
    expect(ask({ exception: true }, { who: "sue", role: "school-contact" })).toBe("forbidden");
    expect(ask({ exception: true }, { who: "cor", role: "hub-coordinator" })).toBe("forbidden");
    expect(ask({}, hubLead)).toBe("experienced-advocate-required");
    const [plainly] = [ask({ exception: true, experienced: true, authority: true }, hubLead)].flat();
    expect(plainly).not.toHaveProperty("exception");
  });
  it("for a reason", () => replace({ reason: undefined }).rejects("reason-required"));
  it("who takes part", () => replace({ participant: "nobody" }).rejects("unknown-participant"));
  it("and who takes over does not yet", () => replace({ by: "teacher-2" }).rejects("not-in-this-state"));
  it("in a role of the programme", () => replace({ role: "maths-lead" }).rejects("role-not-allowed"));
  it("the maths lead only for a maths lead", () => {
    replace({ role: "lead-teacher" }, nominated(READINESS)).rejects("maths-lead-required");
    replace({ role: "maths-lead" }, nominated(READINESS)).accepted();
    replace({ role: "lead-teacher", exception: true }, nominated(READINESS)).accepted();
  });
  it("a third representative cannot come in by taking over from an advocate", () => {
    const full = after(SUSTAINING, advocate("teacher-1"), representative("rae", true), representative("roy", true));
    replace({ role: "representative", releasedForAllSessions: true }, full).rejects("too-many-participants");
  });
  it("in the summer holidays nobody is asked for somebody else before the next year begins", () => {
    const leaves = (on: string) =>
      begun().on(`${on}T09:00`, "ReleaseParticipant", { participant: "teacher-1" }).commitment("teachers").status;
    expect(leaves("2021-08-05")).toBe("waived");
  });
  it("nor where ten school days are not left, and no meeting is still to come", () => {
    const leaves = (past: Past, on: string) =>
      past.on(`${on}T09:00`, "ReleaseParticipant", { participant: "teacher-1" }).commitment("teachers").status;
    // The summer term of 2021 ends on 22 July.
    expect(["2021-07-08", "2021-07-09", "2021-07-22"].map((on) => leaves(begun(), on))).toEqual([
      "open",
      "waived",
      "waived",
    ]);
    const meets = begun().on("2021-06-01T09:00", "ScheduleSession", { session: "session-3", on: "2021-07-14" });
    expect(["2021-07-12", "2021-07-15"].map((on) => leaves(meets, on))).toEqual(["open", "waived"]);
  });
  it("without a substitute yet: the place is vacant", () => {
    given(nominated())
      .when("2020-06-10T09:00", "ReleaseParticipant", { participant: "teacher-1", ...because })
      .brings({ type: "ParticipantReleased", participant: "teacher-1", ...kept });
    const released = nominated().on("2020-06-10T09:00", "ReleaseParticipant", { participant: "teacher-1" });
    given(released)
      .when("2020-06-10T09:00", "ReleaseParticipant", { participant: "teacher-1" })
      .rejects("unknown-participant");
    given(released).when("2020-06-10T09:00", "NominateParticipant", lead("teacher-1")).accepted();
    expect(released.state).toMatchObject({
      participants: [
        { id: "teacher-1", left: true },
        { id: "teacher-2", left: false },
      ],
    });
  });
});
