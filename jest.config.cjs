const shared = {
  testEnvironment: "node",
  transform: { "\\.ts$": "<rootDir>/__tests__/support/esbuild-transform.cjs" },
  setupFiles: ["<rootDir>/__tests__/support/no-state-override.cjs"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/cdktf.out/"],
};

/** `unit` needs nothing but Node and takes seconds; `e2e` needs the Terraform CLI, the AWS provider and moto. */
module.exports = {
  maxWorkers: "100%",
  projects: [
    {
      ...shared,
      displayName: "unit",
      testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
      testPathIgnorePatterns: ["<rootDir>/__tests__/e2e/"],
    },
    {
      ...shared,
      displayName: "e2e",
      testMatch: ["<rootDir>/__tests__/e2e/**/*.test.ts"],
    },
  ],
};
