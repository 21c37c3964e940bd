import type { Outcome } from "./changes";
import { typeOf } from "../../cli/terraform/effect";

const HEAD = `# Changes to a stack that stands

Every change below was made to a deployed shop (a frontend behind the load balancer, a backend that only the frontend
reaches) with the real Terraform and AWS provider on an emulated AWS: the old stack applied, the new one planned, the plan
read, then applied to its end. Each was also taken back, which is a change of its own.

"In place": nothing is destroyed, and nothing replaced but what is replaced without a gap. "Safe": what is destroyed was
asked to go, and goes after everything that used it; routes and associations of a zone that leaves go a moment before its
tasks do ([why](decisions/0098-what-can-be-set-again-goes-first.md)). VPC, subnets, load balancer with its DNS name, cluster and
services survive every change, but for those marked **gives up**, whose props say so.

| Change | Result | Added | Changed | Replaced | Destroyed |
| --- | --- | --- | --- | --- | --- |
`;

const FOOT = `
A task definition is replaced whenever anything in it changes: AWS has revisions of it, not edits, and the service moves
from the old one to the new one without a gap. A target group with a generated name is made anew before the old one goes.

This page is written by \`npm run changes -- --write\`, and the end-to-end suite keeps it current.
`;

/** What is replaced by design, without a gap: no reason for anybody to wait for a quiet hour. */
const WITHOUT_GAP = ["aws_ecs_task_definition", "aws_lb_target_group"];

export function changesPage(outcomes: readonly Outcome[]): string {
  return HEAD + outcomes.map(row).join("") + FOOT;
}

/** What the page would have to say of these changes, and does not. */
export function missingRows(outcomes: readonly Outcome[], page: string): string[] {
  const said = new Set(page.split("\n"));
  return outcomes.map((outcome) => row(outcome).trimEnd()).filter((line) => !said.has(line));
}

function row({ what, effect, givesUp }: Outcome): string {
  const cells = [
    what,
    resultOf(effect, givesUp),
    String(effect.added.length),
    String(effect.changed.length),
    kinds(effect.replaced),
    kinds(effect.destroyed),
  ];
  return `| ${cells.join(" | ")} |\n`;
}

function resultOf({ replaced, destroyed, moved }: Outcome["effect"], givesUp: readonly string[]): string {
  const surrendered = givesUp.filter((type) => replaced.some((address) => typeOf(address) === type));
  if (surrendered.length > 0) return `**gives up** ${surrendered.map((type) => `\`${type}\``).join(", ")}`;
  const disturbing = [...replaced, ...destroyed].filter((address) => !WITHOUT_GAP.includes(typeOf(address)));
  const state = moved.length === 0 ? "" : `, ${moved.length} moved in the state`;
  if (replaced.some((address) => typeOf(address) === "aws_lb_listener"))
    return "the door is shut for seconds";
  return `${disturbing.length === 0 ? "in place" : "safe"}${state}`;
}

/** \`aws_subnet\` twice is told once, with its number. */
function kinds(addresses: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const address of addresses) counts.set(typeOf(address), (counts.get(typeOf(address)) ?? 0) + 1);
  return (
    [...counts]
      .sort()
      .map(([type, count]) => `${count} \`${type}\``)
      .join(", ") || "none"
  );
}
