import { expect, it } from "@jest/globals";
import { narrowed, type Document, type Json } from "./narrowed.ts";

const SENT = { type: "object", properties: { pence: { type: "integer", maximum: 10 } } };
const TOLD = { type: "object", properties: { status: { type: "string", enum: ["a", "b"] } }, required: ["status"] };
const content = (schema: Json): Json => ({ "application/json": { schema } });

function document(sent: Json, told: Json, more: { parameters?: Json; statuses?: readonly string[] } = {}): Document {
  const { parameters = [{ name: "limit", in: "query", schema: { type: "integer", maximum: 200 } }] } = more;
  const responses = Object.fromEntries(
    (more.statuses ?? ["200", "404"]).map((one) => [one, { content: content(told) }]),
  );
  const operation = { operationId: "set", parameters, requestBody: { content: content(sent) }, responses };
  return { paths: { "/x": { put: operation } }, components: { schemas: {}, responses: {} } };
}
const was = document(SENT, TOLD);

it("the same document takes nothing away, nor does one that allows and promises more", () => {
  expect(narrowed(was, was)).toEqual([]);
  const more = document(
    { type: "object", properties: { pence: { type: ["integer", "null"], maximum: 20 }, note: { type: "string" } } },
    { ...TOLD, properties: { ...TOLD.properties, at: { type: "string" } } },
    { statuses: ["200", "404", "409"] },
  );
  expect(narrowed(was, more)).toEqual([]);
});

it.each<[string, Document]>([
  ["the operation is gone", { ...was, paths: {} }],
  ["query limit: is gone", document(SENT, TOLD, { parameters: [] })],
  ["404: is not answered", document(SENT, TOLD, { statuses: ["200"] })],
  ["body.pence: is gone", document({ type: "object", properties: {} }, TOLD)],
  ["body.pence: is required now", document({ ...SENT, required: ["pence"] }, TOLD)],
  [
    "body.pence: maximum: 10 does not fit 9",
    document({ type: "object", properties: { pence: { type: "integer", maximum: 9 } } }, TOLD),
  ],
  ["200.status: may be missing now", document(SENT, { ...TOLD, required: [] })],
  [
    '200.status: enum: ["a","b","c"] does not fit',
    document(SENT, { ...TOLD, properties: { status: { type: "string", enum: ["a", "b", "c"] } } }),
  ],
])("says that %s", (what, now) => {
  expect(narrowed(was, now).join("\n")).toContain(what);
});
