import type { Parameter } from "./doc.ts";

const inPath = (name: string, description: string, example: string): Parameter => ({
  name,
  in: "path",
  description,
  schema: { type: "string" },
  example,
});

export const HUB = inPath("hub", "Code of the hub, kebab-case", "great-north");
export const YEAR = inPath("year", "Academic year", "2020-21");
export const PROGRAMME = inPath("programme", "Phase and stage", "primary-readiness");

export const WORK_GROUP_ID = inPath("id", "The Work Group, by its id", "north-readiness-1");
export const WEBHOOK_ID = inPath("id", "The webhook, by its id", "0b9f6f0e6c1a8d6ea1b20d6a3f4c5e7b");
export const PAYMENT_RUN_ID = inPath("id", "The payment run, by its id", "r3f2a91c0de");
export const LETTER = inPath("letter", "The letter, by its id in the list", "41");
export const LETTER_ID = inPath("letter", "The letter, by its id", "4f7c1d");
export const NOTE_ID = inPath(
  "note",
  "The note, by its id in the list",
  "5d2c1f6091c48d0ba7b19f61c0f3a2de5d2c1f6091c48d0ba7b19f61c0f3a2de",
);
export const SEQ = inPath("seq", "The event, by its seq in the journey", "11");
export const LINK_ID = inPath("id", "The link, by its id", "7d1f9c52-3f0c-4f1e-9a0b-2b8f6f6f2d11");
export const SECRET = inPath("secret", "The key in its address", "q5Yb1m1sV0p7Q3cR8mU2nT4xW6zA9bC1dE3fG5hJ7kL");
export const PERSON_ID = inPath("id", "The person: an opaque id", "0b9f6f0e-6c1a-8d6e-a1b2-0d6a3f4c5e7b");

export const STAFF_PERSON = inPath(
  "person",
  "Somebody on the list, by their id",
  "0b9f6f0e-6c1a-4d6e-a1b2-0d6a3f4c5e70",
);

export const JOURNEY_ID: Parameter = {
  name: "id",
  in: "path",
  description: "The journey, by its id; the id it would have under the URN of a successor school finds it too.",
  schema: { type: "string" },
  example: "100001-primary",
};

export const PREVIEW: Parameter = {
  name: "preview",
  in: "query",
  description: "true: only say what would come of it, in words; nothing is kept, and no key is used",
  schema: { type: "boolean", default: false },
};
