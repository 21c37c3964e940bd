import { problems } from "./tables";

const SETTINGS = "https://developer.hashicorp.com/terraform/cdktf/concepts/stacks";
const MOVED = "https://developer.hashicorp.com/terraform/language/moved";
const IDENTIFIERS = "https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers";
const CDKTF_IDS = "https://developer.hashicorp.com/terraform/cdktf/concepts/constructs";
const TAGS = "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html";

/** FY0: addresses, stacks, tags and variables. */
export const foundation = problems({
  addressTaken: {
    code: "FY001",
    subject: "two elements",
    allowed: "must have different Terraform addresses",
    fix: "rename one id: CDKTF removes every character except letters, digits, _ and -, so the second element would overwrite the first",
    page: CDKTF_IDS,
  },
  addressSyntax: {
    code: "FY002",
    subject: "a Terraform address",
    allowed: "must start with a letter or _ and contain only letters, digits, _ and -",
    fix: "start the construct id, or the override, with a letter",
    page: IDENTIFIERS,
  },
  overrideTooLate: {
    code: "FY003",
    subject: "overrideLogicalId",
    allowed: "must be called before any attribute of the element is read",
    fix: "make it the first statement after the element is created; later it has no effect",
    page: CDKTF_IDS,
  },
  preconditionDropped: {
    code: "FY004",
    subject: "a precondition of a TerraformOutput",
    allowed: "can't be set as a prop, because CDKTF drops it",
    fix: 'use output.addOverride("precondition", [{ condition, error_message }])',
    page: "https://developer.hashicorp.com/terraform/language/values/outputs#custom-condition-checks",
  },
  moveToIndexZero: {
    code: "FY005",
    subject: "moveTo with index 0",
    allowed: "can't be used, because CDKTF drops the index",
    fix: 'use moveToId("TYPE.NAME[0]") instead',
    page: "https://developer.hashicorp.com/terraform/cdktf/examples-and-guides/refactoring",
  },
  stackIdTaken: {
    code: "FY006",
    subject: "a stack id",
    allowed: "must be unique in an app",
    fix: "rename one stack: both would be written to the same folder",
    page: "https://developer.hashicorp.com/terraform/cdktf/concepts/stacks",
  },
  stackInsideStack: {
    code: "FY007",
    subject: "a stack",
    allowed: "must be a direct child of the app",
    fix: "make the app its scope: the CDKTF CLI can't order nested stacks",
    page: "https://developer.hashicorp.com/terraform/cdktf/concepts/stacks",
  },
  tagKey: {
    code: "FY010",
    subject: "a tag key",
    allowed:
      "must have 1 to 128 letters, digits, spaces and _ . : / = + - @ and can't start with aws: (in any case)",
    fix: "shorten or rename the key",
    page: TAGS,
  },
  tagValue: {
    code: "FY011",
    subject: "a tag value",
    allowed: "must have 0 to 256 letters, digits, spaces and _ . : / = + - @",
    fix: "shorten or reword the value",
    page: TAGS,
  },
  tooManyTags: {
    code: "FY012",
    subject: "tags",
    allowed: "can number at most 50 on a resource, including Name, which Frontyard sets",
    fix: "remove some tags",
    page: TAGS,
  },
  region: {
    code: "FY013",
    subject: "region",
    allowed: "must be an AWS region such as us-east-1",
    fix: "use the region's code, not its name or a zone",
    page: "https://docs.aws.amazon.com/general/latest/gr/rande.html",
  },
  variableName: {
    code: "FY014",
    subject: "a Terraform variable name",
    allowed:
      "must be lower snake_case, starting with a letter, and not a word of Terraform's own (count, source, version, …)",
    fix: "rename the variable, such as agent_image",
    page: IDENTIFIERS,
  },
  statePath: {
    code: "FY015",
    subject: "the state path",
    allowed: "must be a relative path to a file",
    fix: "give a path relative to the stack's folder: an absolute path works on one machine only",
    page: "https://developer.hashicorp.com/terraform/language/backend/local",
  },
  variableNameTaken: {
    code: "FY016",
    subject: "a Terraform variable name",
    allowed: "must be unique in a stack",
    fix: "rename one of the variables, or pass the first one on",
    page: IDENTIFIERS,
  },
  otherStack: {
    code: "FY017",
    subject: "a construct",
    allowed: "must be in the stack of its network and cluster",
    fix: "create it in that stack: Terraform can't order resources across two states",
    page: "https://developer.hashicorp.com/terraform/language/meta-arguments/depends_on",
  },
  wrongType: {
    code: "FY018",
    subject: "a prop",
    allowed: "must have the type that its documentation states",
    fix: "check for a missing value, such as an unset environment variable, or a value of another type",
    page: "https://www.typescriptlang.org/docs/handbook/2/everyday-types.html",
  },
  stateFileShared: {
    code: "FY019",
    subject: "a state file",
    allowed: "must belong to one stack only",
    fix: "give each stack its own path, key or workspace, or omit it",
    page: "https://developer.hashicorp.com/terraform/language/backend/local",
  },
  renameWithoutTarget: {
    code: "FY020",
    subject: "a renamed construct",
    allowed: "must exist in the stack under its new path",
    fix: "write the path below the stack, such as Api or Shop/Api, from old to new",
    page: MOVED,
  },
  unknownSetting: {
    code: "FY022",
    subject: "a setting of a reference stack",
    allowed: "must be one of the settings in stacks/settings.ts",
    fix: "fix its name or remove it",
    page: SETTINGS,
  },
  settingsFile: {
    code: "FY023",
    subject: "the settings file",
    allowed: "must be JSON: an object that has an object of settings for each stack",
    fix: "fix the file that FRONTYARD_SETTINGS names, see docs/production.md",
    page: SETTINGS,
  },
  networkSource: {
    code: "FY024",
    subject: "the network of a reference stack",
    allowed: "must be its own, an existing one (existingNetwork) or one in a separate stack (split)",
    fix: "remove existingNetwork or split: an existing network already has its own state",
    page: SETTINGS,
  },
  sharedNetworkOfOwnStack: {
    code: "FY025",
    subject: "a SharedNetwork",
    allowed: "must be another stack's network",
    fix: "use the Network itself, or create the SharedNetwork in the stack that reads it",
    page: "https://developer.hashicorp.com/terraform/language/state/remote-state-data",
  },
  namedAfter: {
    code: "FY026",
    subject: "namedAfter",
    allowed: "must be the id of a stack: 1 to 128 letters, digits, - and _, beginning with a letter or digit",
    fix: "write the stack's previous id as text in the code: names are made from it before Terraform runs",
    page: SETTINGS,
  },
  renameSource: {
    code: "FY021",
    subject: "the old path of a renamed construct",
    allowed: "must be free, and can be the old path of one construct only",
    fix: "remove the entry, or choose another id: Terraform can't move state onto a construct that exists",
    page: MOVED,
  },
  namePrefix: {
    code: "FY030",
    subject: "namePrefix",
    allowed:
      "must contain only letters, digits and hyphens, start with a letter or digit, and can't start with internal- or sg-",
    fix: "choose a short one, such as staging-",
    page: SETTINGS,
  },
  nestedTooDeep: {
    code: "FY031",
    subject: "a value",
    allowed: "can be nested at most 100 levels deep and can't contain itself",
    fix: "pass plain data that JSON can hold",
    page: "https://developer.hashicorp.com/terraform/language/syntax/json",
  },
  unknownProp: {
    code: "FY027",
    subject: "a prop",
    allowed: "must be one that its construct takes",
    fix: "fix its name or remove it",
    page: "https://www.typescriptlang.org/docs/handbook/2/everyday-types.html",
  },
  unknownValue: {
    code: "FY028",
    subject: "a prop",
    allowed: "must be one of the values that its type lists",
    fix: "use one of them",
    page: "https://www.typescriptlang.org/docs/handbook/2/everyday-types.html",
  },
  emptyProp: {
    code: "FY029",
    subject: "a prop",
    allowed: "can't be empty",
    fix: "omit it or give it a value; only environment variables can be empty",
    page: "https://www.typescriptlang.org/docs/handbook/2/everyday-types.html",
  },
});
