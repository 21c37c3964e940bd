import { readFileSync } from "node:fs";
import { publicApi } from "./support/public-api";

const HOW = `What the package exports is a promise: a name that goes, or changes its kind, breaks who uses it (docs/package.md). Where
that is meant, edit __tests__/public-api.txt by hand, so that the change is there to be read in review:`;

it("exports exactly what is listed", () => {
  const listed = readFileSync("__tests__/public-api.txt", "utf8").split("\n").filter(Boolean);
  const now = publicApi();
  const lines = [
    ...listed.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !listed.includes(line)).map((line) => `+ ${line}`),
  ];
  if (lines.length > 0) throw new Error([HOW, ...lines].join("\n"));
  expect(listed).toEqual(now);
});
