// Terraform JSON in; who reaches whom, what is wrong with it, and what it looks like out. Knows no construct.
export { check, isSound, judge, type Finding, type Verdict, type WaivedFinding } from "./check";
export {
  blockOf,
  ECR_IMAGE,
  ecrRepositoryArn,
  landscape,
  overlap,
  parseCidr,
  PARTITIONS,
  type Cidr,
  type Landscape,
} from "./model";
export { printed, printedLines } from "./printed";
export { carries, standings, type End, type Passage, type Question, type Standing } from "./reach";
export { rules, SEVERITIES, type Rule, type RuleId, type Severity } from "./rules";
export { isSecretVariable } from "./rules/secret-in-environment";
export { readSynthesized, readTerraform, type Terraform } from "./terraform";
export { readWaivers, type Waiver } from "./waivers";
