import { slotOf } from "../../modules/network/zones";
import type { Each } from "../engine/each";

/**
 * What stands in the template for an input that decides structure or is part of a text: the constructs check it and
 * work with it as with any value, and what they make of it is then said in terms of the input. Other inputs are
 * Terraform variables from the start.
 */
export const SAMPLE = {
  name: "fyname",
  service: "fyservice",
  region: "us-east-1",
  /** Not one after the other, so that a slot is not taken for a position. */
  zones: ["us-east-1a", "us-east-1c", "us-east-1d"],
  blocks: ["198.51.100.0/24", "203.0.113.0/25"],
  command: "fycommand",
  variable: "FY_VARIABLE",
  value: "fyvalue",
  secret: "FY_SECRET",
  secretArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:fysecret-AbCdEf",
  parameter: "FY_SSM_SECRET",
  parameterArn: "arn:aws:ssm:us-east-1:123456789012:parameter/fyparameter",
} as const;

export const ZONES: Each = {
  list: "var.zones",
  item: "zone",
  samples: SAMPLE.zones,
  member: (path) => {
    const ids = path.split("/");
    const sample = SAMPLE.zones.find((zone) => ids.includes(zone));
    return sample === undefined ? undefined : { sample, path: ids.filter((id) => id !== sample).join("/") };
  },
  fact: { of: slotOf, expression: (key) => `local.zone_slots[${key}]` },
};

export const BLOCKS: Each = {
  list: "var.allowed_cidr_blocks",
  item: "block",
  samples: SAMPLE.blocks,
  member: (path) => {
    const sample = SAMPLE.blocks.find((block) => path.includes(block.replace(/[./]/g, "-")));
    return sample === undefined
      ? undefined
      : { sample, path: path.replace(sample.replace(/[./]/g, "-"), "Block") };
  },
};
