import { table } from "./row";

const SETTINGS = "https://developer.hashicorp.com/terraform/cdktf/concepts/stacks";
const MOVED = "https://developer.hashicorp.com/terraform/language/moved";
const IDENTIFIERS = "https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers";
const CDKTF_IDS = "https://developer.hashicorp.com/terraform/cdktf/concepts/constructs";
const TAGS = "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html";

/** FY0: addresses, stacks, tags and variables. */
export const stack = table({
  FY001: {
    subject: "two elements",
    allowed: "need two Terraform addresses",
    fix: "rename one id: CDKTF drops every character but letters, digits, _ and -, and writes the second over the first",
    page: CDKTF_IDS,
  },
  FY002: {
    subject: "a Terraform address",
    allowed: "starts with a letter or _ and goes on with letters, digits, _ and -",
    fix: "begin the construct id, or the override, with a letter",
    page: IDENTIFIERS,
  },
  FY003: {
    subject: "overrideLogicalId",
    allowed: "is called before any attribute of the element is read",
    fix: "make it the first statement after the element is made; later it is ignored without a word",
    page: CDKTF_IDS,
  },
  FY004: {
    subject: "a precondition of a TerraformOutput",
    allowed: "can't be set as a prop, CDKTF drops it",
    fix: 'use output.addOverride("precondition", [{ condition, error_message }])',
    page: "https://developer.hashicorp.com/terraform/language/values/outputs#custom-condition-checks",
  },
  FY005: {
    subject: "moveTo with index 0",
    allowed: "loses its index",
    fix: 'use moveToId("TYPE.NAME[0]") in its place',
    page: "https://developer.hashicorp.com/terraform/cdktf/examples-and-guides/refactoring",
  },
  FY006: {
    subject: "a stack id",
    allowed: "is used once in an app",
    fix: "rename one stack: both would be written to one folder, the second over the first",
    page: "https://developer.hashicorp.com/terraform/cdktf/concepts/stacks",
  },
  FY007: {
    subject: "a stack",
    allowed: "stands directly in the app",
    fix: "make the app its scope: the CDKTF CLI can't order stacks that stand deeper",
    page: "https://developer.hashicorp.com/terraform/cdktf/concepts/stacks",
  },
  FY010: {
    subject: "a tag key",
    allowed:
      "has 1 to 128 letters, digits, spaces and _ . : / = + - @ and does not start with aws: (in any case)",
    fix: "shorten or rename the key",
    page: TAGS,
  },
  FY011: {
    subject: "a tag value",
    allowed: "has 0 to 256 letters, digits, spaces and _ . : / = + - @",
    fix: "shorten or reword the value",
    page: TAGS,
  },
  FY012: {
    subject: "tags",
    allowed: "are at most 50 a resource, one of them Name, which Frontyard sets",
    fix: "drop some tags",
    page: TAGS,
  },
  FY013: {
    subject: "region",
    allowed: "is an AWS region such as us-east-1",
    fix: "use the region's code, not its name or a zone",
    page: "https://docs.aws.amazon.com/general/latest/gr/rande.html",
  },
  FY014: {
    subject: "a Terraform variable name",
    allowed:
      "is lower snake_case, starting with a letter, and not a word of Terraform's own (count, source, version, …)",
    fix: "rename the variable, such as agent_image",
    page: IDENTIFIERS,
  },
  FY015: {
    subject: "the state path",
    allowed: "is a relative path to a file",
    fix: "give a path relative to the stack's folder: an absolute one holds on one machine only",
    page: "https://developer.hashicorp.com/terraform/language/backend/local",
  },
  FY016: {
    subject: "a Terraform variable name",
    allowed: "is used once in a stack",
    fix: "rename one of the variables, or pass the first one on",
    page: IDENTIFIERS,
  },
  FY017: {
    subject: "a construct",
    allowed: "stands in the stack of its network and cluster",
    fix: "make it in that stack: Terraform can't order resources of two states",
    page: "https://developer.hashicorp.com/terraform/language/meta-arguments/depends_on",
  },
  FY018: {
    subject: "a prop",
    allowed: "is of the kind that its documentation says",
    fix: "check for a missing value, such as an environment variable that is not set, or a value of another kind",
    page: "https://www.typescriptlang.org/docs/handbook/2/everyday-types.html",
  },
  FY019: {
    subject: "a state file",
    allowed: "belongs to one stack",
    fix: "give each stack a path, a key or a workspace of its own, or leave it out",
    page: "https://developer.hashicorp.com/terraform/language/backend/local",
  },
  FY020: {
    subject: "a renamed construct",
    allowed: "stands in the stack under its new path",
    fix: "write the path below the stack, such as Api or Shop/Api: new to old",
    page: MOVED,
  },
  FY022: {
    subject: "a setting of a reference stack",
    allowed: "is one of those in stacks/settings.ts",
    fix: "mend its name, or drop it",
    page: SETTINGS,
  },
  FY023: {
    subject: "the settings file",
    allowed: "is JSON: an object with an object of settings for each stack that has some",
    fix: "mend the file that FRONTYARD_SETTINGS names, see docs/production.md",
    page: SETTINGS,
  },
  FY024: {
    subject: "the network of a reference stack",
    allowed: "is its own, one that stands already (existingNetwork), or one in a stack beside it (split)",
    fix: "drop existingNetwork or split: a network that stands already has a state of its own",
    page: SETTINGS,
  },
  FY025: {
    subject: "a SharedNetwork",
    allowed: "is the network of another stack",
    fix: "use the Network itself, or make the SharedNetwork in the stack that reads it",
    page: "https://developer.hashicorp.com/terraform/language/state/remote-state-data",
  },
  FY026: {
    subject: "namedAfter",
    allowed: "is the id of a stack: 1 to 128 letters, digits, - and _, beginning with a letter or digit",
    fix: "write the id that the stack had, as text in the code: names are made of it before Terraform runs",
    page: SETTINGS,
  },
  FY021: {
    subject: "the old path of a renamed construct",
    allowed: "is free, and left by one construct",
    fix: "drop the entry, or choose another id: Terraform moves no state onto what stands",
    page: MOVED,
  },
  FY030: {
    subject: "namePrefix",
    allowed: "has letters, digits and hyphens, begins with a letter or digit, and not with internal- or sg-",
    fix: "choose a short one, such as staging-",
    page: SETTINGS,
  },
  FY031: {
    subject: "a value",
    allowed: "is nested at most 100 levels deep and does not hold itself",
    fix: "pass plain data that JSON can hold",
    page: "https://developer.hashicorp.com/terraform/language/syntax/json",
  },
  FY027: {
    subject: "a prop",
    allowed: "is one that its construct takes",
    fix: "correct its name, or leave it out",
    page: "https://www.typescriptlang.org/docs/handbook/2/everyday-types.html",
  },
  FY028: {
    subject: "a prop",
    allowed: "is one of the values that its type lists",
    fix: "choose one of them",
    page: "https://www.typescriptlang.org/docs/handbook/2/everyday-types.html",
  },
  FY029: {
    subject: "a prop",
    allowed: "is not empty",
    fix: "leave it out or give a value; an environment variable may be empty",
    page: "https://www.typescriptlang.org/docs/handbook/2/everyday-types.html",
  },
});
