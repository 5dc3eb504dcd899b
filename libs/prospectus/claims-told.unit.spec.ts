// What the pages ask of a school and its hub, told as years that a school has. The numbers are those of CLAIMS.md.

import { describe, expect, it } from "@jest/globals";
import { refusalsIn, reportWith } from "../../test/support/rehearsing.ts";
import { ENGLAND } from "../calendar/terms.ts";
import { loadCatalogue } from "../config/load-catalogue.ts";
import { planOf } from "../journey/plan.ts";

const SECONDARY = {
  urn: 100002,
  name: "Example School",
  phase: "secondary",
  funding: "state",
  headteacher: true,
  history: [],
};
const named = (at: string, role: string, participant = "ada"): string =>
  `- {at: ${at}T09:00, command: NominateParticipant, with: {participant: ${participant}, role: ${role}}}\n`;

describe("Two teachers, of which each page says who they are", () => {
  const EXPERIENCED = "mastery-advocate, experienced: true, authority: true";

  it.each([
    ["000-1", "2021-22/secondary-development", "2021-06-08", EXPERIENCED, SECONDARY],
    ["001-2", "2023-24/primary-development", "2023-06-08", "lead-teacher", undefined],
    ["004-5", "2020-21/primary-readiness", "2020-06-06", "maths-lead", undefined],
  ])("%s: one alone, however fit, misses each meeting and is asked for the other", (_claim, id, on, role, school) => {
    const year = Number(on.slice(0, 4));
    const report = reportWith(
      {
        prospectus: id,
        start: `${year}-06-01`,
        until: `${year + 1}-08-31`,
        ...(school && { school }),
      },
      named(on, role),
    );
    const { commitments } = report;
    expect(commitments.find(({ code }) => code === "teachers")?.status).toBe("missed");
    const meetings = commitments.filter(({ code }) => code.startsWith("meeting-"));
    expect(meetings.map(({ status }) => status)).toEqual(meetings.map(() => "missed"));
    expect(meetings.length).toBeGreaterThan(1);
  });

  it("000-8: of two advocates one is experienced, with authority; 004-5: of two teachers one is the maths lead", () => {
    const both = (content: object, role: string, year: string): readonly string[] =>
      refusalsIn(
        reportWith(
          { ...content, until: `${year}-07-31` },
          named(`${year}-06-20`, role) + named(`${year}-06-21`, role, "ben"),
        ),
      );
    const group = { prospectus: "2021-22/secondary-development", start: "2021-06-01", school: SECONDARY };
    expect(both(group, "mastery-advocate", "2021")).toEqual(["NominateParticipant experienced-advocate-required"]);
    expect(both({}, "lead-teacher", "2020")).toEqual(["NominateParticipant maths-lead-required"]);
  });
});

describe("What a page of the secondary phase asks, and what its hub gives", () => {
  it("002-35: a secondary school applies if the state pays for it, whatever it has done before", () => {
    const on = (change: object): readonly string[] =>
      refusalsIn(
        reportWith({
          prospectus: "2020-21/secondary-development",
          until: "2020-07-31",
          school: { ...SECONDARY, ...change },
        }),
      );
    expect(on({})).toEqual([]);
    expect(on({ funding: "independent" })).toEqual(["SubmitApplication not-state-funded"]);
    expect(on({ phase: "primary" })).toEqual(["SubmitApplication wrong-phase"]);
  });
  it("000-17: the specialist comes to the school each term; a visit that is not made is the hub lead’s at once", () => {
    const year = { prospectus: "2021-22/secondary-development", start: "2021-06-01", school: SECONDARY };
    const report = reportWith({ ...year, until: "2022-08-31" }, "- {at: 2021-06-14T09:00, command: PlaceInWorkGroup}");
    const visits = report.commitments.filter(({ code }) => code.startsWith("support-visit-"));
    expect(visits.map(({ by, code }) => `${by} ${code}`)).toEqual([
      "hub support-visit-autumn",
      "hub support-visit-spring",
      "hub support-visit-summer",
    ]);
    const absent = reportWith(
      { ...year, until: "2021-12-31", hub: "absent" },
      `- {at: 2021-06-04T09:00, command: OfferPlace, with: {workGroup: g}}
- {at: 2021-06-14T09:00, command: PlaceInWorkGroup}`,
    );
    expect(
      absent.escalations.filter(({ commitment }) => commitment === "support-visit-autumn").map(({ level }) => level),
    ).toEqual([3]);
  });
  it("002-29: the second year has regular meetings besides, to which both advocates come", () => {
    const embedding = loadCatalogue().get("2021-22/secondary-embedding");
    if (embedding === null) throw new Error("no 2021-22/secondary-embedding");
    expect(
      planOf(embedding, ENGLAND)
        .filter(({ kind }) => kind === "meeting")
        .map(({ code }) => code),
    ).toEqual(["meeting-1", "meeting-2", "meeting-3"]);
    expect(embedding.participants.asked.value).toBe(2);
  });
});
