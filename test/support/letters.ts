import type { DataSource } from "typeorm";
import { keepLetter, noteLetter } from "../../libs/people/sent-letters.ts";

/** A letter that went out for a school; answers its id. */
export async function putLetter(dataSource: DataSource, urn: string, hub: string, more: object = {}): Promise<number> {
  const journey = `${urn}-primary`;
  const at = "2020-06-02T08:00:00Z";
  const out = { messageId: `<${journey}.1.applicant@school-journeys.invalid>`, journey, hub, effect: `${journey}:1` };
  const whose = { addressee: "applicant", person: null, role: "applicant", kind: "made-up" };
  const words = {
    to: "a@example.org",
    subject: "We have your application",
    text: "Thank you.",
    html: "<p>Thank you.</p>",
  };
  const id = await keepLetter(dataSource, { ...out, ...whose, ...more }, words, at);
  await noteLetter(dataSource, id, "sent", at);
  return id;
}
