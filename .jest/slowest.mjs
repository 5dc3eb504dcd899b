// After a run: the ten slowest files, and how long the whole took.
import { relative } from "node:path";

const line = (ms, words) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${words}\n`;

export default class Slowest {
  onRunComplete(_contexts, { startTime, testResults }) {
    const files = testResults
      .map(({ testFilePath, perfStats: { start, end } }) => ({
        name: relative(process.cwd(), testFilePath),
        ms: end - start,
      }))
      .sort((one, other) => other.ms - one.ms);
    const together = files.reduce((sum, { ms }) => sum + ms, 0);
    const lines = [
      ...files.slice(0, 10).map(({ name, ms }) => line(ms, name)),
      line(together, `in all ${files.length} files`),
      line(Date.now() - startTime, "the whole run"),
    ];
    process.stderr.write(`\nThe slowest files:\n${lines.join("")}`);
  }
}
