import { describe, expect, it } from "@jest/globals";
import {
  A,
  applied,
  B,
  C,
  D,
  E,
  full,
  holders,
  JUNE,
  offer,
  PROGRAMME,
  TWO,
  waiting,
} from "../../test/support/full-pair.ts";
import type { HubWorld } from "../../test/support/hub-world.ts";
import { codeOf } from "../../test/support/hub-world.ts";
import { application, because, schoolFor } from "../../test/support/journey.ts";
import { due as groupDue } from "./due.ts";

describe("An offer reserves a place", () => {
  it("while there is one; then the school waits, in the order in which they came", () => {
    const world = full();
    expect([A, B, C, D, E].map((journey) => world.status(journey))).toEqual([
      "offered",
      "offered",
      "waitlisted",
      "waitlisted",
      "waitlisted",
    ]);
    expect([holders(world), waiting(world)]).toEqual([
      [A, B],
      [C, D, E],
    ]);
    expect(world.journey(C).events.at(-1)).toMatchObject({
      type: "ApplicationWaitlisted",
      workGroup: "pair",
      reasonCode: "group-full",
    });
  });
  it("once for a school; the place is taken when it is placed", () => {
    const world = full().do(A, JUNE, "AcceptOffer", {}).do(A, JUNE, "PlaceInWorkGroup", {});
    expect(world.group("pair").taken).toMatchObject([
      { journey: B, status: "reserved" },
      { journey: A, status: "taken" },
    ]);
    expect(world.book("pair").map(({ type }) => type)).toEqual([
      "WorkGroupFormed",
      "PlaceReserved",
      "PlaceReserved",
      "SchoolWaitlisted",
      "SchoolWaitlisted",
      "SchoolWaitlisted",
      "PlaceTaken",
    ]);
  });
  it("in a group of this hub and this programme", () => {
    const world = applied(A)
      .doGroup("other", JUNE, "FormWorkGroup", { ...TWO, hub: "far-south" })
      .doGroup("next", JUNE, "FormWorkGroup", { ...TWO, prospectus: "2022-23/secondary-development" });
    for (const workGroup of ["other", "next"])
      expect(codeOf(world.ask(A, JUNE, "OfferPlace", { workGroup }))).toBe("wrong-group");
    expect(codeOf(world.ask(A, JUNE, "OfferPlace", { workGroup: "nobody-formed-it" }))).toBeNull();
  });
  it("is not tried twice for a school that waits: its turn comes", () => {
    const world = full().doGroup("second", JUNE, "FormWorkGroup", TWO);
    offer(offer(world.do(A, JUNE, "WithdrawApplication", {}), D, "second"), E, "second");
    expect(codeOf(world.ask(C, JUNE, "OfferPlace", { workGroup: "pair" }))).toBeNull();
    const again = full();
    expect(codeOf(again.ask(C, JUNE, "OfferPlace", { workGroup: "pair" }))).toBe("group-full");
    expect(waiting(again)).toEqual([C, D, E]);
  });
});

describe("A place that falls free", () => {
  const frees: [string, (world: HubWorld) => HubWorld][] = [
    ["a refusal", (world) => world.do(A, "2021-06-02T09:00", "DeclineOffer", {})],
    ["a lapse", (world) => world.do(B, "2021-06-02T09:00", "AcceptOffer", {}).until("2021-07-01T09:00")],
    ["a withdrawal before the answer", (world) => world.do(A, "2021-06-02T09:00", "WithdrawApplication", {})],
    [
      "a withdrawal after placement",
      (world) =>
        world
          .do(A, "2021-06-02T09:00", "AcceptOffer", {})
          .do(A, "2021-06-02T09:00", "PlaceInWorkGroup", {})
          .do(A, "2021-06-02T09:00", "WithdrawSchool", because),
    ],
  ];
  it.each(frees)("by %s goes to the first who waits, and to no other", (_what, free) => {
    const world = free(full()).morning("2021-06-30");
    expect(holders(world)).toEqual([B, C]);
    expect(waiting(world)).toEqual([D, E]);
    // Reserved first, so that nobody comes in between; then offered.
    expect(world.status(C)).toBe("waitlisted");
    world.settle("2021-07-01T09:00");
    expect([C, D].map((journey) => world.status(journey))).toEqual(["offered", "waitlisted"]);
    expect(world.group("pair").effects).toEqual([]);
    expect(world.journey(C).events.at(-1)).toMatchObject({
      type: "PlaceOffered",
      workGroup: "pair",
      respondBy: "2021-09-07",
    });
  });
  it("waits for the next school morning, and is nobody else's meanwhile", () => {
    const world = full().do(A, "2021-06-04T16:00", "DeclineOffer", {});
    expect([holders(world), waiting(world)]).toEqual([[B], [C, D, E]]);
    expect(groupDue(world.group("pair"))).toBe("2021-06-07T08:00:00Z");
    expect(codeOf(world.ask(D, "2021-06-04T16:30", "OfferPlace", { workGroup: "pair" }))).toBe("group-full");
    expect(holders(world.until("2021-06-07T08:59"))).toEqual([B]);
    expect(holders(world.until("2021-06-07T09:00"))).toEqual([B, C]);
  });
  it("may be given by the hub itself to the school whose turn it is, before that", () => {
    const world = full().do(A, "2021-06-04T16:00", "DeclineOffer", {});
    world.do(C, "2021-06-04T16:30", "OfferPlace", { workGroup: "pair" });
    expect([holders(world), waiting(world), world.status(C)]).toEqual([[B, C], [D, E], "offered"]);
  });
  it("is not taken by a school that comes later", () => {
    const world = applied(A, B, C, D).doGroup("pair", JUNE, "FormWorkGroup", TWO);
    [A, B, C]
      .reduce((so, journey) => offer(so, journey), world)
      .do(A, JUNE, "DeclineOffer", {})
      .morning(JUNE);
    expect(world.ask(D, JUNE, "OfferPlace", { workGroup: "pair" }).rejection).toBeNull();
    expect([world.status(D), holders(world), waiting(world)]).toEqual(["waitlisted", [B, C], [D]]);
  });
  it("passes by a school that has given up its turn", () => {
    const world = full().do(C, JUNE, "WithdrawApplication", {}).do(A, JUNE, "DeclineOffer", {}).settle(JUNE);
    expect([holders(world), waiting(world), world.status(D)]).toEqual([[B, D], [E], "offered"]);
  });
  it("passes over a school that has to answer the hub first, and comes back to it", () => {
    const world = full().do(C, JUNE, "RequestInformation", {}).do(A, JUNE, "DeclineOffer", {}).settle(JUNE);
    expect([holders(world), waiting(world)]).toEqual([
      [B, D],
      [C, E],
    ]);
    world.do(C, JUNE, "ProvideInformation", {}).do(B, JUNE, "DeclineOffer", {}).settle(JUNE);
    expect([holders(world), waiting(world), world.status(C)]).toEqual([[D, C], [E], "offered"]);
  });
  it("goes on to the next where the school cannot be offered it any more", () => {
    const gone = full()
      .do(A, JUNE, "DeclineOffer", {})
      .morning(JUNE)
      .do(C, JUNE, "WithdrawApplication", {})
      .settle(JUNE);
    expect([holders(gone), gone.status(D)]).toEqual([[B, D], "offered"]);
  });
  it(
    "goes on to the next where the hub asks the school for information before its offer is made; its turn is " +
      "not lost",
    () => {
      const world = full().do(A, JUNE, "DeclineOffer", {}).morning(JUNE);
      const offers = world.group("pair").effects;
      world.do(C, JUNE, "RequestInformation", {});
      expect([holders(world), world.group("pair").waitlist.map(({ journey, held }) => [journey, held])]).toEqual([
        [B, D],
        [
          [C, true],
          [E, false],
        ],
      ]);
      // The offer that was under way comes too late, and changes nothing.
      expect(codeOf(world.ask(C, JUNE, "OfferPlace", { workGroup: "pair" }, { who: "service", role: "service" }))).toBe(
        "not-in-this-state",
      );
      world.tell("pair", JUNE, "RecordEffect", { effect: offers[0]?.seq ?? 0, outcome: "performed" });
      world.settle(JUNE);
      expect([world.status(D), waiting(world)]).toEqual(["offered", [C, E]]);
      world.do(C, JUNE, "ProvideInformation", {}).do(B, JUNE, "DeclineOffer", {}).settle(JUNE);
      expect([holders(world), waiting(world), world.status(C)]).toEqual([[D, C], [E], "offered"]);
    },
  );
  it("keeps its order among those who were passed over too", () => {
    const world = full()
      .do(D, JUNE, "RequestInformation", {})
      .do(A, JUNE, "DeclineOffer", {})
      .morning(JUNE)
      .do(C, JUNE, "RequestInformation", {});
    expect([holders(world), waiting(world)]).toEqual([
      [B, E],
      [C, D],
    ]);
  });
  it("stays with the school that the hub has offered it meanwhile", () => {
    const world = full()
      .do(A, JUNE, "DeclineOffer", {})
      .morning(JUNE)
      .do(C, JUNE, "OfferPlace", { workGroup: "pair" })
      .settle(JUNE);
    expect([holders(world), world.status(C)]).toEqual([[B, C], "offered"]);
  });
  it("stays free where nobody waits", () => {
    const world = offer(applied(A).doGroup("pair", JUNE, "FormWorkGroup", TWO), A)
      .do(A, JUNE, "DeclineOffer", {})
      .morning(JUNE);
    expect(world.group("pair")).toMatchObject({ taken: [], waitlist: [], effects: [] });
  });
});

describe("A school is in one Work Group of a stage-year", () => {
  it("an offer in another group frees its place and its turn here", () => {
    const world = full().doGroup("second", JUNE, "FormWorkGroup", TWO);
    offer(world, D, "second");
    expect([waiting(world), holders(world, "second")]).toEqual([[C, E], [D]]);
    // C's turn has come; the hub offers it a place elsewhere before the service does here.
    offer(world.do(A, JUNE, "DeclineOffer", {}).morning(JUNE), C, "second").settle(JUNE);
    expect([holders(world), holders(world, "second"), world.status(E)]).toEqual([[B, E], [D, C], "offered"]);
    expect(
      world
        .book("pair")
        .filter((event) => event.type === "PlaceFreed")
        .at(-1),
    ).toMatchObject({ journey: C, why: "placed-elsewhere" });
  });
  it("is placed in the one that was offered", () => {
    const world = full().doGroup("second", JUNE, "FormWorkGroup", TWO).do(A, JUNE, "AcceptOffer", {});
    expect(codeOf(world.ask(A, JUNE, "PlaceInWorkGroup", { workGroup: "second" }))).toBe("wrong-group");
  });
  it("or, where the offer named none, in one that has room", () => {
    const world = full().doGroup("second", JUNE, "FormWorkGroup", { ...TWO });
    world.do(
      "200009-secondary",
      JUNE,
      "SubmitApplication",
      application(PROGRAMME, { school: schoolFor(PROGRAMME, { urn: "200009" }) }),
    );
    world.do("200009-secondary", JUNE, "OfferPlace", {}).do("200009-secondary", JUNE, "AcceptOffer", {});
    expect(codeOf(world.ask("200009-secondary", JUNE, "PlaceInWorkGroup", { workGroup: "pair" }))).toBe("group-full");
    world.do("200009-secondary", JUNE, "PlaceInWorkGroup", { workGroup: "second" });
    expect(world.group("second").taken).toMatchObject([{ journey: "200009-secondary", status: "taken" }]);
  });
});

describe("A group that is formed after its name was used", () => {
  it("counts those who were offered a place in it, and those who wait, from the first", () => {
    const world = applied(A, B, C, D);
    world
      .do(A, "2021-05-05T09:00", "OfferPlace", { workGroup: "pair" })
      .do(A, "2021-05-05T09:00", "AcceptOffer", {})
      .do(A, "2021-05-05T09:00", "PlaceInWorkGroup", {});
    world
      .do(B, "2021-05-05T09:00", "OfferPlace", { workGroup: "pair" })
      .do(C, "2021-05-05T09:00", "WaitlistApplication", { workGroup: "pair" });
    world.do(D, "2021-05-05T09:00", "OfferPlace", { workGroup: "elsewhere" });
    world.doGroup("pair", JUNE, "FormWorkGroup", TWO);
    expect([world.group("pair").taken.map(({ journey, status }) => [journey, status]), waiting(world)]).toEqual([
      [
        [B, "reserved"],
        [A, "taken"],
      ],
      [C],
    ]);
  });
  it("is not formed where they are too many", () => {
    const world = applied(A, B, C);
    for (const journey of [A, B, C]) world.do(journey, "2021-05-05T09:00", "OfferPlace", { workGroup: "pair" });
    expect(codeOf(world.tell("pair", JUNE, "FormWorkGroup", TWO))).toBe("group-full");
  });
});

describe("When its year is over", () => {
  it("a group keeps its schools for the record, and offers nobody a place", () => {
    const world = full()
      .do(A, JUNE, "AcceptOffer", {})
      .do(A, JUNE, "PlaceInWorkGroup", {})
      .do(B, JUNE, "AcceptOffer", {})
      .do(B, JUNE, "PlaceInWorkGroup", {})
      .until("2022-09-01");
    world.ask(A, "2022-09-02T09:00", "WithdrawSchool", because);
    expect(world.group("pair")).toMatchObject({
      status: "ended",
      taken: [{ journey: A }, { journey: B }],
      waitlist: [{ journey: C }, { journey: D }, { journey: E }],
      effects: [],
    });
    expect(codeOf(world.ask(C, "2022-09-02T09:00", "OfferPlace", { workGroup: "pair" }))).toBe("not-in-this-state");
  });
});
