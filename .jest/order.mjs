// In which order files are run: those that wait for servers first, and of them what was slowest last time; what is pure
// fills the end, when nothing else is left to do.
import Sequencer from "@jest/test-sequencer";

const KINDS = ["e2e", "int", "unit"];
const kindOf = ({ context }) => KINDS.indexOf(context.config.displayName?.name);

export default class Order extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => kindOf(one) - kindOf(other));
  }
}
