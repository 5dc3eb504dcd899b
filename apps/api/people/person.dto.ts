// What is answered of a person.

import { Anything, Flag, ListOf, Moment, Named, One, Text, Whole } from "../../../libs/service/shape/field.ts";
import { MayBePreview } from "../commands/preview.dto.ts";

const PERSON = "0b9f6f0e-6c1a-8d6e-a1b2-0d6a3f4c5e7b";

@Named("PersonAdded")
export class PersonAddedAnswer {
  @Text({ format: "uuid", example: PERSON }) person: string;
}

@Named("PersonErased")
export class PersonErasedAnswer extends MayBePreview {
  @Text({ says: "An opaque id", example: PERSON }) person: string;
  @Moment({ example: "2026-09-01T10:00:00Z" }) erasedAt: string;
}

class ContactKept {
  @Text({ example: "Grace" }) firstName: string;
  @Text({ example: "Example" }) lastName: string;
  @Text({ example: "grace@example.org" }) email: string;
  @Text({ optional: true, says: "Where they gave one", example: "01632 960 001" }) telephone?: string;
}

@Named("PersonRole")
class RoleKept {
  @Text({ says: "Or `hub/` and its code", example: "100001-primary" }) journey: string;
  @Text({ example: "maths-lead" }) role: string;
  @Flag({ example: false }) left: boolean;
}

@Named("PersonText")
class TextKept {
  @Text({ example: "5d2c1f60-91c4-8d0b-a7b1-9f61c0f3a2de" }) id: string;
  @Moment({ example: "2021-02-01T09:00:00Z" }) at: string;
  @Text({ example: "On leave from March" }) text: string;
}

@Named("PersonLetter")
class LetterTo {
  @Text({ orNull: true, says: "Null for a letter about no school in particular", example: "100001-primary" })
  journey: string | null;
  @Text({ example: "great-north" }) hub: string;
  @Moment({ example: "2020-06-10T08:00:00Z" }) at: string;
  @Text({ example: "place-offered" }) kind: string;
  @Text({ says: "The address to which it went", example: "grace@example.org" }) to: string;
  @Text({ example: "A place for your school" }) subject: string;
  @Text({ example: "Dear Grace Example, …" }) text: string;
}

@Named("PersonEvent")
class EventKept {
  @Text({ example: "100001-primary" }) journey: string;
  @Whole({ example: 4 }) seq: number;
  @Moment({ example: "2020-06-10T08:00:00Z" }) at: string;
  @Text({ example: "ParticipantNominated" }) type: string;
  @Anything({ example: { participant: PERSON, role: "maths-lead" } }) data: object;
}

@Named("PersonDraft")
class DraftKept {
  @Text({ example: "100001" }) urn: string;
  @Text({ example: "2020-21/primary-readiness" }) prospectus: string;
  @Moment({ example: "2020-06-10T08:00:00Z" }) savedAt: string;
  @Anything({ says: "What was typed, by the fields of the form", example: { "contact.firstName": "Grace" } })
  typed: object;
}

@Named("PersonExport")
export class PersonExportAnswer {
  @Text({ says: "An opaque id", example: PERSON }) person: string;
  @Moment({ example: "2020-06-10T08:00:00Z" }) keptSince: string;
  @Moment({ orNull: true, example: null }) erasedAt: string | null;
  @One(ContactKept, { orNull: true }) contact: ContactKept | null;
  @ListOf(RoleKept) roles: RoleKept[];
  @ListOf(TextKept) texts: TextKept[];
  @ListOf(DraftKept, { says: "Forms not sent yet that name them" }) drafts: DraftKept[];
  @ListOf(LetterTo, { says: "What they were sent, as it went out" }) letters: LetterTo[];
  @ListOf(EventKept) events: EventKept[];
}
