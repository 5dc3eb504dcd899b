// Loaded into a worker or an API before anything else: its clock is put forward or back, by word of its parent, from where
// `CLOCK_AHEAD` (milliseconds) puts it. Timers go on as they did, as they do on a machine whose clock is set.

const Real = Date;
const FROM = Number(process.env["CLOCK_AHEAD"] ?? 0);
let aheadMs = FROM;

class Shifted extends Real {
  constructor(...given: ConstructorParameters<typeof Real> | []) {
    if (given.length === 0) super(Real.now() + aheadMs);
    else super(...(given as [number]));
  }
  static override now(): number {
    return Real.now() + aheadMs;
  }
}
globalThis.Date = Shifted as DateConstructor;

process.on("message", (said: unknown) => {
  if (typeof said === "object" && said !== null && "aheadMs" in said) aheadMs = FROM + Number(said.aheadMs);
});
