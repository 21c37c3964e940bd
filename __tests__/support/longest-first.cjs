// End-to-end tests mostly wait for delays that the AWS provider has built in, so six run at once on two cores; they need
// about 8 GB (use --maxWorkers 3 where there is less).
// Jest knows how long a file takes only where it has run before: on a clean clone what takes longest would come last.
const { default: Sequencer } = require("@jest/test-sequencer");

/** They wait for AWS, for minutes each; the longest first. */
const LONGEST = ["features/network", "features/protection", "features/door", "changes-table"];

function rank({ path }) {
  const place = LONGEST.findIndex((name) => path.endsWith(`/e2e/${name}.test.ts`));
  return place < 0 ? LONGEST.length : place;
}

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
};
