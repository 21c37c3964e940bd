import { readFileSync } from "node:fs";
import { join, relative } from "node:path";

const HOW = `An address is a contract: Terraform destroys what is known under an old one, and makes it anew under a new one.
Where that is not meant, keep the construct's id (or see overrideLogicalId and moveFromId). Where it is meant, edit the
list by hand, so that the change is there to be read in review:`;

/**
 * Holds a stack's addresses against the list in a file. Nothing writes these files: the message says which lines to
 * add and which to take out.
 */
export function expectAddresses(addresses: readonly string[], file: string): void {
  const path = join(__dirname, "..", "stacks", file);
  const listed = readFileSync(path, "utf8").split("\n").filter(Boolean);
  const lines = [
    ...listed.filter((address) => !addresses.includes(address)).map((address) => `- ${address}`),
    ...addresses.filter((address) => !listed.includes(address)).map((address) => `+ ${address}`),
  ];
  if (lines.length > 0) {
    throw new Error([HOW, relative(process.cwd(), path), ...lines].join("\n"));
  }
  expect(listed).toEqual([...addresses].sort());
}
