import { UNKNOWN, type Resource } from "../terraform";
import { number, text, texts, written } from "./attributes";
import { containersIn, type Container } from "./containers";
import { fileSystemsIn, type FileSystem } from "./file-systems";
import { once, partOf, type Part } from "./part";
import type { Parts } from "./parts";
import type { Role } from "./roles";
import type { Several } from "./several";
import type { Known } from "./truth";

export interface TaskDefinition extends Part {
  /** CPU units; 1024 are 1 vCPU. */
  readonly cpu: Known<number> | undefined;
  readonly memoryMiB: Known<number> | undefined;
  readonly networkMode: Known<string> | undefined;
  readonly isForFargate: Known<boolean>;
  readonly executionRole: Known<Role> | undefined;
  readonly containers: Known<readonly Container[]>;
  /** What its volumes lie in. */
  readonly fileSystems: Several<FileSystem>;
}

export function taskDefinition(resource: Resource, parts: Parts): TaskDefinition {
  const { values, isData } = resource;
  const containers = once(() => containersIn(values.container_definitions));
  return {
    ...partOf(resource),
    cpu: sizeIn(text(values.cpu), /v?cpu$/i),
    memoryMiB: sizeIn(text(values.memory), /gb$/i),
    networkMode: text(values.network_mode),
    isForFargate: isForFargate(resource),
    get executionRole() {
      return parts.roles.one(written(resource, "execution_role_arn"));
    },
    get containers() {
      return isData === true ? UNKNOWN : containers();
    },
    get fileSystems() {
      return fileSystemsIn(written(resource, "volume"), parts);
    },
  };
}

/** `256`, or in larger units: `.25 vCPU`, `1 GB`. */
function sizeIn(written: Known<string> | undefined, unit: RegExp): Known<number> | undefined {
  if (written === undefined || written === UNKNOWN) return written;
  if (!unit.test(written)) return number(written);
  const amount = Number(written.replace(unit, ""));
  return Number.isFinite(amount) ? amount * 1024 : UNKNOWN;
}

function isForFargate({ values }: Resource): Known<boolean> {
  const wanted = texts(values.requires_compatibilities);
  return wanted.includes("FARGATE") ? true : wanted.includes(UNKNOWN) ? UNKNOWN : false;
}
