const shared = {
  testEnvironment: "node",
  transform: { "\\.ts$": "<rootDir>/__tests__/support/esbuild-transform.cjs" },
  setupFiles: ["<rootDir>/__tests__/support/own-environment.cjs"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/cdktf.out/"],
};

/** They measure time, or have little of it: one after the other, with nothing beside them. */
const alone = ["rehearsal", "start"].map((name) => `<rootDir>/__tests__/e2e/${name}.test.ts`);

const patient = { ...shared, setupFilesAfterEnv: ["<rootDir>/__tests__/support/patience.cjs"] };

/** `unit` needs nothing but Node; `e2e` and `alone` need the Terraform CLI, the AWS provider and moto.
 * `campaign` needs them too, takes long, and is no part of CI: it is run by hand (CONTRIBUTING.md). */
module.exports = {
  maxWorkers: "100%",
  testSequencer: "<rootDir>/__tests__/support/longest-first.cjs",
  projects: [
    {
      ...shared,
      displayName: "unit",
      testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
      testPathIgnorePatterns: ["<rootDir>/__tests__/e2e/", "<rootDir>/__tests__/campaigns/"],
    },
    {
      ...patient,
      displayName: "e2e",
      testMatch: ["<rootDir>/__tests__/e2e/**/*.test.ts"],
      testPathIgnorePatterns: alone,
    },
    { ...patient, displayName: "alone", testMatch: alone },
    { ...patient, displayName: "campaign", testMatch: ["<rootDir>/__tests__/campaigns/**/*.test.ts"] },
  ],
};
