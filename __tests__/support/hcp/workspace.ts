import { createHash, randomBytes } from "node:crypto";

/** JSON:API, as far as HCP Terraform speaks it here. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly relationships?: Readonly<Record<string, unknown>>;
}

interface StateVersion {
  readonly id: string;
  readonly serial: number;
  readonly md5: string;
  readonly lineage: string;
  content: Buffer | undefined;
}

interface StateOutput {
  readonly value: unknown;
  readonly type: unknown;
  readonly sensitive?: boolean;
}

const newId = (kind: string): string => `${kind}-${randomBytes(8).toString("hex")}`;

/** One workspace whose runs happen where the CLI is: it keeps states, and one lock. */
export class StandInWorkspace {
  readonly id = newId("ws");
  readonly versions: StateVersion[] = [];
  lockedBy: string | undefined;

  constructor(
    readonly name: string,
    readonly project: string | undefined,
    readonly tags: readonly string[],
  ) {}

  get current(): StateVersion | undefined {
    return this.versions.filter(({ content }) => content !== undefined).at(-1);
  }

  /** The newest state, as Terraform wrote it. */
  get state(): { readonly outputs: Record<string, StateOutput> } {
    return JSON.parse(this.current?.content?.toString() ?? "{}") as { outputs: Record<string, StateOutput> };
  }

  begin(serial: number, md5: string, lineage: string): StateVersion {
    const version = { id: newId("sv"), serial, md5, lineage, content: undefined };
    this.versions.push(version);
    return version;
  }

  resource(): Resource {
    return {
      id: this.id,
      type: "workspaces",
      attributes: {
        name: this.name,
        locked: this.lockedBy !== undefined,
        operations: false,
        "execution-mode": "local",
        "terraform-version": "latest",
        "tag-names": this.tags,
        permissions: { "can-lock": true, "can-unlock": true, "can-force-unlock": true, "can-update": true },
      },
    };
  }

  outputs(): Resource[] {
    return Object.entries(this.state.outputs ?? {}).map(([name, { value, type, sensitive = false }]) => ({
      id: `wsout-${this.name}-${name}`,
      type: "state-version-outputs",
      attributes: { name, value, sensitive, type: typeof value, "detailed-type": type },
    }));
  }
}

export function versionResource({ id, serial, md5, content }: StateVersion, files: string): Resource {
  const isComplete = content !== undefined;
  return {
    id,
    type: "state-versions",
    attributes: {
      serial,
      md5,
      status: isComplete ? "finalized" : "pending",
      "hosted-state-upload-url": `${files}/${id}`,
      "hosted-json-state-upload-url": `${files}/${id}.json`,
      ...(isComplete ? { "hosted-state-download-url": `${files}/${id}` } : {}),
    },
  };
}

/** The checksum under which the CLI announces a state. */
export function md5Of(content: Buffer): string {
  return createHash("md5").update(content).digest("hex");
}
