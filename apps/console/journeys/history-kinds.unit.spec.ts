// Whose word an event is: as the commands say who may send them.

import { expect, it } from "@jest/globals";
import { isOfTheSchool, OF_SCHOOLS, SAID_BY } from "./history-kinds.ts";

it("every command that a school may send says what of it is the school’s own word, and no other does", () => {
  expect(Object.keys(SAID_BY).sort()).toEqual([...OF_SCHOOLS].sort());
});

it("a report is the school’s word, also one that came late; what a hub decides, or corrects, is its own", () => {
  for (const type of ["ReportSubmitted", "ReportCameLate", "InterestExpressed", "NextStageDeclined"] as const)
    expect([type, isOfTheSchool(type)]).toEqual([type, true]);
  for (const type of ["PlaceOffered", "PersonCorrected", "RecordCorrected", "AttendanceRecorded"] as const)
    expect([type, isOfTheSchool(type)]).toEqual([type, false]);
});
