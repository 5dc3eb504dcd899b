// What the API's client is used for: which schools owe something, what comes next for the first of them, and what would
// come of a word from it. Nothing is changed. With `npm start` running:
//   TOKEN=$(npm run -s token -- --role hub-lead --hub great-north) npm run api-example -- http://localhost:3000

import { everyOne, schoolJourneys } from "./client.ts";

const [origin = "http://localhost:3000"] = process.argv.slice(2);
const api = schoolJourneys(origin, () => process.env["TOKEN"] ?? "");
const say = (line: string) => process.stdout.write(`${line}\n`);

const journeys = everyOne(async (after) => {
  const { data, error } = await api.GET("/api/v1/journeys", {
    params: { query: { status: "participating", limit: 50, ...(after !== undefined && { after }) } },
  });
  if (error) throw new Error(`${error.code}: ${error.detail}`);
  return data;
});

const owing: string[] = [];
for await (const { id, urn, stage, academicYear, owes } of journeys) {
  if (owes === 0) continue;
  owing.push(id);
  say(`School ${urn}, ${stage} ${academicYear}: ${owes} still to do.`);
}
const [first] = owing;
if (first === undefined) say("No school that takes part owes anything.");
else {
  const { data: ahead } = await api.GET("/api/v1/journeys/{id}/letters-ahead", { params: { path: { id: first } } });
  for (const { subject } of ahead?.items ?? []) say(`To come, unless it is done: ${subject}`);
  const { data: would, error } = await api.POST("/api/v1/journeys/{id}/opt-out-of-reminders", {
    params: { path: { id: first }, query: { preview: true } },
    body: {},
  });
  if (error) say(`${error.code}: ${error.detail}`);
  else for (const { what } of would.consequences ?? []) say(`If it asked for no more reminders: ${what}`);
}
