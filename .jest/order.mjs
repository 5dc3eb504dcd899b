// In which order files are run: first those that start whole programs, each of which takes half a minute and more, so
// that none of them is what everybody waits for at the end; then those that wait for servers; of each what was slowest
// last time. What is pure fills the end, when nothing else is left to do.
import Sequencer from "@jest/test-sequencer";

const KINDS = ["programs", "int", "unit"];
const PROGRAMS = /[\\/]test[\\/](browser|drain|faults|recovery|restore|start|upgrade|versioning|watched)[\\/]|\.e2e\./u;
const kindOf = ({ path, context }) =>
  KINDS.indexOf(PROGRAMS.test(path) && !/\.unit\./u.test(path) ? "programs" : context.config.displayName?.name);

export default class Order extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => kindOf(one) - kindOf(other));
  }
}
