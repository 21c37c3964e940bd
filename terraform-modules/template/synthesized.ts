import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformResource } from "cdktf";
import { STATE_CONTEXT } from "../../modules";
import type { Variation } from "../engine/decisions";
import { entriesOf, type Entry, type Synthesized } from "../engine/entries";
import { fold } from "../engine/each";
import { ApplicationTemplate } from "./application";
import { BLOCKS, SAMPLE, ZONES } from "./samples";

const EACH = [ZONES, BLOCKS];

/** The template in one shape: checked as any stack is, synthesized, and with its families folded. */
export function synthesized(at: Variation, parts: { readonly networkOnly?: boolean } = {}): Entry[] {
  const outdir = mkdtempSync(join(tmpdir(), "frontyard-share-"));
  try {
    const app = new App({ outdir, context: { [STATE_CONTEXT]: "local" } });
    const stack = new ApplicationTemplate(app, at, parts);
    app.synth();
    const file = join(outdir, "stacks", SAMPLE.name, "cdk.tf.json");
    const document = JSON.parse(readFileSync(file, "utf8")) as Synthesized;
    addTags(document, stack);
    return fold(entriesOf(document, EACH, shortPath), EACH);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** The only network, and the only service, need no name of their own. */
function shortPath(path: string): string {
  return path.replace(/^Network\//, "").replace(SAMPLE.service, "Service");
}

/** Whatever can carry tags shows them, so that the caller's get there. */
function addTags({ resource = {} }: Synthesized, stack: ApplicationTemplate): void {
  for (const element of stack.node.findAll())
    if (element instanceof TerraformResource && "tagsInput" in element) {
      const body = resource[element.terraformResourceType]?.[element.friendlyUniqueId];
      if (body !== undefined) body.tags ??= {};
    }
}
