import "reflect-metadata";
import { expect, it } from "@jest/globals";
import { pastOf } from "./prepare-intake.ts";

it("of a school with a Mastery Specialist department nothing else is taken: the rest was not looked at", () => {
  expect(pastOf({ masterySpecialistDepartment: true, stage: "Ada Example" as never, academicYear: "x" })).toEqual({
    masterySpecialistDepartment: true,
  });
});

it("a stage is taken with its phase, or without one where none was said", () => {
  expect(pastOf({ stage: "development", academicYear: "2015/16", phase: "secondary" })).toEqual({
    stage: "development",
    academicYear: "2015/16",
    phase: "secondary",
  });
  expect(
    pastOf({ masterySpecialistDepartment: null, stage: "development", academicYear: "2015/16", phase: null }),
  ).toEqual({ stage: "development", academicYear: "2015/16" });
});

it("that nobody knows what a school has been through is taken as such", () => {
  expect(pastOf({ unknown: true, academicYear: "x" })).toEqual({ unknown: true });
});
