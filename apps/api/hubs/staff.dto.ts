import { CameOfEachAnswer } from "./task-lines.dto.ts";
import { STAFF_LIST_ROLES } from "../../../libs/service/hubs/staff.ts";
import { Flag, ListOf, Named, One, Text, Texts, Word } from "../../../libs/service/shape/field.ts";
import { MayBePreview } from "../commands/preview.dto.ts";

const PERSON = "0b9f6f0e-6c1a-4d6e-a1b2-0d6a3f4c5e70";

@Named("StaffEntry")
export class StaffEntryAnswer {
  @Text({ says: "Opaque: lead and assignee of commands", example: PERSON }) id: string;
  @Word(STAFF_LIST_ROLES, { example: "work-group-lead" }) role: string;
  @Text({ example: "Jo" }) firstName: string;
  @Text({ example: "Example" }) lastName: string;
  @Text({ example: "jo@hub.example" }) email: string;
  @Flag({ says: "They have signed in with this address", example: true }) signedIn: boolean;
}

@Named("StaffPage")
export class StaffPageAnswer {
  @ListOf(StaffEntryAnswer) items: StaffEntryAnswer[];
  @Text({ orNull: true, example: null }) next: string | null;
}

@Named("StaffEntered")
export class StaffEnteredAnswer extends MayBePreview {
  @Text({ says: "Their opaque id", example: PERSON }) person: string;
}

@Named("CameOfGroup")
class CameOfGroupAnswer {
  @Text({ example: "north-readiness-1" }) workGroup: string;
  @Word(["change-lead", "assign-task"], { example: "change-lead" }) command: string;
  @Word(["accepted", "rejected"], { example: "accepted" }) outcome: string;
  @Text({ orNull: true, example: null }) code: string | null;
  @Text({ orNull: true, example: null }) detail: string | null;
}

@Named("StaffLeft")
export class StaffLeftAnswer extends MayBePreview {
  @Text({ example: PERSON }) person: string;
  @One(CameOfEachAnswer, { says: "What came of each open task" }) handedOn: CameOfEachAnswer;
  @ListOf(CameOfGroupAnswer, { says: "What came of each Work Group: of its lead, and of its own tasks" })
  ofGroups: CameOfGroupAnswer[];
  @Texts({ says: "Work Groups that they still lead: name another lead (change-lead)", example: ["north-readiness-1"] })
  leads: string[];
}
