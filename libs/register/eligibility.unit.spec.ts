import { describe, expect, it } from "@jest/globals";
import {
  applied,
  nothing,
  prospectus,
  READINESS,
  RULES,
  school,
  SECONDARY_DEVELOPMENT,
  SUSTAINING,
  type Past,
} from "../../test/support/journey.ts";
import { parseWhen } from "../calendar/instants.ts";
import type { SchoolFacts } from "../journey/commands.ts";
import { factsByRegister, obstacles, phaseAsked } from "./eligibility.ts";

const against = (
  id: string,
  change: Partial<SchoolFacts> = {},
  when = "2020-06-02T09:00",
  past: Past = nothing,
  window?: { opensOn: string; closesOn: string },
) =>
  obstacles(
    past.state,
    { school: school(change), hub: "great-north", ...(window && { window }) },
    prospectus(id),
    parseWhen(when),
    RULES,
  ).map(({ code }) => code);

describe("what stands against an application", () => {
  it("is nothing for a school that fits, whatever the form asks for", () => {
    expect(against(READINESS)).toEqual([]);
    expect(against(SECONDARY_DEVELOPMENT, { phase: "secondary" })).toEqual([]);
    expect(
      against(SUSTAINING, { phase: "secondary", history: [{ masterySpecialistDepartment: true }] }, "2024-06-03T09:00"),
    ).toEqual([]);
  });

  it("is everything in the school at once, in the order of the rules", () => {
    expect(
      against(
        READINESS,
        {
          open: false,
          phase: "secondary",
          funding: "independent",
          history: [{ stage: "development", academicYear: "2016/17", phase: "primary" }],
        },
        "2021-06-02T09:00",
      ),
    ).toEqual(["school-closed", "wrong-phase", "not-state-funded", "window-closed", "not-eligible"]);
    expect(against(SUSTAINING, { phase: "secondary" }, "2024-06-03T09:00")).toEqual(["prior-stage-missing"]);
  });

  it("is a journey under way, and then no more is asked", () => {
    expect(against(READINESS, {}, "2020-06-03T09:00", applied())).toEqual(["already-active"]);
  });

  it("is judged by the hub’s own window where there is one", () => {
    expect(
      against(READINESS, {}, "2020-06-02T09:00", nothing, { opensOn: "2020-06-10", closesOn: "2020-07-10" }),
    ).toEqual(["window-closed"]);
    expect(
      against(READINESS, { funding: "independent" }, "2020-06-11T09:00", nothing, {
        opensOn: "2020-06-10",
        closesOn: "2020-07-10",
      }),
    ).toEqual(["not-state-funded"]);
  });
});

describe("to the rules, by the register,", () => {
  const register = { phases: ["primary"], funding: "state", open: true, section41: false, la: "391" } as const;
  it("a school is of the phase asked for if it has it, else of another", () => {
    expect(factsByRegister(register, "primary", "independent")).toEqual({
      phase: "primary",
      funding: "state",
      open: true,
      la: "391",
    });
    expect(factsByRegister({ ...register, phases: ["primary", "secondary"] }, "secondary", "state")).toMatchObject({
      phase: "secondary",
    });
    expect(factsByRegister({ ...register, phases: ["primary"] }, "secondary", "state")).toMatchObject({
      phase: "primary",
    });
    expect(factsByRegister({ ...register, phases: [], la: null }, "primary", "state")).toEqual({
      phase: "secondary",
      funding: "state",
      open: true,
    });
  });

  it("a school that is proposed to open has not closed: it says from when", () => {
    const proposed = { ...register, open: false, status: "Proposed to open", openedOn: "2027-01-01" } as const;
    expect(factsByRegister(proposed, "primary", "state")).toMatchObject({ proposed: true, opensOn: "2027-01-01" });
    expect(factsByRegister({ ...proposed, status: "Closed" }, "primary", "state")).not.toHaveProperty("proposed");
  });

  it("what is no school is not state-funded, and of section 41 the applicant’s word goes", () => {
    expect(factsByRegister({ ...register, funding: null }, "primary", "state").funding).toBe("independent");
    expect(factsByRegister({ ...register, funding: "independent" }, "primary", "state").funding).toBe("independent");
    const section41 = { ...register, funding: "independent", section41: true } as const;
    expect(
      (["state", "independent"] as const).map((stated) => factsByRegister(section41, "primary", stated).funding),
    ).toEqual(["state", "independent"]);
  });
});

it("the id of a prospectus tells its phase", () => {
  expect(
    ["2020-21/primary-readiness", "2021-22/secondary-development", "nonsense", "2020-21/tertiary-x"].map(phaseAsked),
  ).toEqual(["primary", "secondary", null, null]);
});
