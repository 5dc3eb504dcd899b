import { describe, expect, it } from "@jest/globals";
import { planMoves, type JourneyAtStake, type Standing } from "./moves.ts";
import { successions } from "./succession.ts";

const school = (urn: string, change: Partial<Standing> = {}): Standing => ({
  urn,
  open: true,
  status: "Open",
  phases: ["primary"],
  funding: "state",
  section41: false,
  closedOn: null,
  ...change,
});
const closed = (urn: string): Standing => school(urn, { open: false, status: "Closed", closedOn: "2021-08-31" });
const journey = (urn: string, change: Partial<JourneyAtStake> = {}): JourneyAtStake => ({
  id: `${urn}-primary`,
  hub: "great-north",
  urn,
  phase: "primary",
  aliases: [],
  closed: true,
  ...change,
});

function plan(journeys: JourneyAtStake[], links: [string, string][], schools: Standing[], taken: string[] = []) {
  const after = successions(links.map(([urn, linkUrn]) => ({ urn, linkUrn, type: "Successor", establishedOn: null })));
  const { moves, questions } = planMoves(
    journeys,
    after,
    new Map(schools.map((one) => [one.urn, one])),
    new Set(taken),
  );
  return [
    ...moves.map(({ journey: id, from, to, closedOn }) => [id, from, to, closedOn]),
    ...questions.map(({ journey: id, why, successors }) => [id, why, ...successors]),
  ];
}

describe("a journey of a closed school", () => {
  it("goes on under the one successor, whatever it was called at birth", () => {
    expect(
      plan(
        [journey("100002", { id: "100001-primary", aliases: ["100001"] })],
        [["100002", "100003"]],
        [closed("100002"), school("100003")],
      ),
    ).toEqual([["100001-primary", "100002", "100003", "2021-08-31"]]);
  });

  it("goes on in each phase of an all-through school", () => {
    const both = [journey("100001"), journey("100001", { id: "100001-secondary", phase: "secondary" })];
    expect(
      plan(
        both,
        [["100001", "100002"]],
        [closed("100001"), school("100002", { phases: ["primary", "secondary"] })],
      ).map(([id, , to]) => [id, to]),
    ).toEqual([
      ["100001-primary", "100002"],
      ["100001-secondary", "100002"],
    ]);
  });

  it.each<[string, Standing, string]>([
    ["of another phase", school("100002", { phases: ["secondary"] }), "phase-differs"],
    ["that is independent", school("100002", { funding: "independent" }), "not-state-funded"],
    [
      "that is independent and approved under section 41",
      school("100002", { funding: "independent", section41: true }),
      "not-state-funded",
    ],
  ])("waits for the hub where the successor is one %s", (_, successor, why) => {
    expect(plan([journey("100001")], [["100001", "100002"]], [closed("100001"), successor])).toEqual([
      ["100001-primary", why, "100002"],
    ]);
  });

  it("waits for the hub where two journeys would become one", () => {
    const schools = [closed("100001"), closed("100002"), school("100003")];
    expect(
      plan(
        [journey("100001"), journey("100002")],
        [
          ["100001", "100003"],
          ["100002", "100003"],
        ],
        schools,
      ),
    ).toEqual([
      ["100001-primary", "successor-has-journey", "100003"],
      ["100002-primary", "successor-has-journey", "100003"],
    ]);
    expect(plan([journey("100001")], [["100001", "100003"]], schools, ["100003-primary"])).toEqual([
      ["100001-primary", "successor-has-journey", "100003"],
    ]);
    expect(plan([journey("100001")], [["100001", "100003"]], schools, ["100003-secondary"])).toEqual([
      ["100001-primary", "100001", "100003", "2021-08-31"],
    ]);
  });

  it("does not go back to a URN it had", () => {
    expect(
      plan([journey("100002", { aliases: ["100001"] })], [["100002", "100001"]], [closed("100002"), school("100001")]),
    ).toEqual([["100002-primary", "loop", "100001"]]);
  });
});

it("a journey whose URN the register does not know is named", () => {
  expect(plan([journey("100001", { closed: false })], [], [])).toEqual([["100001-primary", "unknown-urn"]]);
});
