import { limits, problems } from "../../modules/errors";
import { DEFAULT_TLS_POLICY, TLS_POLICIES } from "../../modules/load-balancer/listeners/tls-policies";
import { ifGiven, oneOf, text, wholeNumber, type Input, type Rule } from "./input";

const DOMAIN = "^(\\*\\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$";
const HTTPS = { https: true, domain_name: "shop.example.com", hosted_zone_name: "example.com" };

/** The load balancer, its listeners, and its target group. */
export const door: Record<string, Input> = {
  port: {
    type: "number",
    description: "Port that the container listens on. A change replaces the target group.",
    rules: [wholeNumber(limits.targetGroupPort, "var.port", { port: 70000 })],
  },
  internal: {
    type: "bool",
    description:
      "Whether the load balancer is for callers inside alone: it then stands in private subnets and admits allowed_cidr_blocks. If not, it stands in public ones, and ports 80 and 443 are open to everyone. A change replaces the load balancer.",
    default: false,
  },
  allowed_cidr_blocks: {
    type: "list(string)",
    description: "IPv4 blocks that an internal load balancer admits.",
    default: [],
    rules: [
      {
        kind: problems.ruleCidrBlock,
        condition:
          'alltrue([for block in var.allowed_cidr_blocks : try(cidrsubnet(block, 0, 0) == block && !strcontains(block, ":"), false)])',
        given: "jsonencode(var.allowed_cidr_blocks)",
        subject: "each of allowed_cidr_blocks",
        bad: { internal: true, allowed_cidr_blocks: ["10.1.2.3/8"] },
      },
      {
        condition: "var.internal || length(var.allowed_cidr_blocks) == 0",
        given: "jsonencode(var.allowed_cidr_blocks)",
        allowed: "is for an internal load balancer",
        fix: "set internal, or leave them out: one that is not is open to everyone",
        bad: { allowed_cidr_blocks: ["10.0.0.0/8"] },
      },
      {
        condition: "!var.internal || length(var.allowed_cidr_blocks) > 0",
        given: '"none"',
        subject: "an internal load balancer",
        allowed: "must admit a block of addresses, or nobody can reach it",
        fix: "set allowed_cidr_blocks, such as the VPC's block",
        bad: { internal: true },
      },
    ],
  },
  health_check: {
    type: 'object({ path = optional(string, "/"), matcher = optional(string, "200"), interval = optional(number, 30), timeout = optional(number, 5), healthy_threshold = optional(number, 5), unhealthy_threshold = optional(number, 2) })',
    description:
      "How the load balancer asks a task whether it is well: path of a GET, codes that count as success (200 to 499, as 200,204 or 200-299), seconds between two checks (5 to 300) and without an answer (2 to 120), successes and failures in a row that decide (2 to 10).",
    default: {},
    rules: healthCheckRules(),
  },
  deregistration_delay: {
    type: "number",
    description: "Seconds that a leaving task may take to finish its requests, 0 to 3600.",
    default: limits.deregistrationDelay.default,
    rules: [
      wholeNumber(limits.deregistrationDelay, "var.deregistration_delay", { deregistration_delay: 4000 }),
    ],
  },
  idle_timeout: {
    type: "number",
    description: "Seconds that a connection may be silent, 1 to 4000.",
    default: limits.idleTimeout.default,
    rules: [wholeNumber(limits.idleTimeout, "var.idle_timeout", { idle_timeout: 0 })],
  },
  deletion_protection: {
    type: "bool",
    description:
      "Whether AWS refuses to delete the load balancer. To destroy it, set false, apply, and destroy then.",
    default: false,
  },
  https: {
    type: "bool",
    description:
      "Whether there is a listener for HTTPS on port 443, to which the one on port 80 redirects. The listener on port 80 is changed in place.",
    default: false,
    rules: [
      {
        kind: problems.certificateMissing,
        condition:
          "!var.https || (var.create_certificate ? var.domain_name != null && (var.hosted_zone_name != null || var.hosted_zone_id != null) : var.certificate_arn != null)",
        given: '"none"',
        subject: "an HTTPS listener",
        fix: "set domain_name and hosted_zone_name or hosted_zone_id, or create_certificate = false and certificate_arn",
        bad: { https: true },
      },
      {
        condition:
          "var.https || alltrue([for one in [var.domain_name, var.hosted_zone_name, var.hosted_zone_id, var.certificate_arn] : one == null])",
        given: '"https = false"',
        subject: "a domain, a hosted zone or a certificate",
        allowed: "is for HTTPS",
        fix: "set https = true, or leave them out: without it all is plain HTTP",
        bad: { domain_name: "shop.example.com" },
      },
      {
        condition: "!(var.https && var.create_certificate) || var.certificate_arn == null",
        given: "jsonencode(var.certificate_arn)",
        subject: "certificate_arn",
        allowed: "goes with create_certificate = false: a certificate of its own is made",
        fix: "set create_certificate = false, or leave certificate_arn out",
        bad: {
          ...HTTPS,
          certificate_arn:
            "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012",
        },
      },
    ],
  },
  create_certificate: {
    type: "bool",
    description:
      "Whether HTTPS comes with a certificate of its own, proven through the hosted zone, and an alias record. If not, certificate_arn is shown, and the record is the caller's.",
    default: true,
  },
  domain_name: {
    type: "string",
    description:
      "Name of the site, such as shop.example.com, in lower case and 64 characters at most. For a certificate of its own.",
    default: null,
    rules: [
      ifGiven(
        "domain_name",
        text(problems.certificateName, "var.domain_name", DOMAIN, {
          ...HTTPS,
          domain_name: "Shop.Example.com",
        }),
      ),
      ifGiven("domain_name", {
        kind: problems.firstCertificateNameTooLong,
        condition: "length(var.domain_name) <= 64",
        given: "length(var.domain_name)",
        bad: { ...HTTPS, domain_name: `${"a".repeat(60)}.example.com` },
      }),
      ifGiven("domain_name", {
        kind: problems.nameOutsideHostedZone,
        condition:
          'try(var.domain_name == var.hosted_zone_name || endswith(var.domain_name, ".${var.hosted_zone_name}"), var.hosted_zone_name == null)',
        given: "var.domain_name",
        bad: { ...HTTPS, domain_name: "shop.example.org" },
      }),
    ],
  },
  hosted_zone_name: {
    type: "string",
    description:
      "Public hosted zone of Route 53 that domain_name lies in, looked up by its name. For a certificate of its own.",
    default: null,
    rules: [
      ifGiven("hosted_zone_name", {
        ...text(problems.hostedZoneName, "var.hosted_zone_name", DOMAIN, {
          ...HTTPS,
          hosted_zone_name: "example.com.",
        }),
        condition: `can(regex(${JSON.stringify(DOMAIN)}, var.hosted_zone_name)) && !startswith(var.hosted_zone_name, "*")`,
      }),
    ],
  },
  hosted_zone_id: {
    type: "string",
    description:
      "The same by its id: for a zone that is made in the same root, and where the call has depends_on.",
    default: null,
    rules: [
      ifGiven("hosted_zone_id", {
        ...text(undefined, "var.hosted_zone_id", "^[A-Z0-9]{1,32}$", {
          ...HTTPS,
          hosted_zone_id: "example.com",
        }),
        allowed: "is the id of a hosted zone, such as Z0123456789ABCDEFGHIJ",
        fix: "pass the zone_id of the zone",
      }),
    ],
  },
  certificate_arn: {
    type: "string",
    description: "Certificate of ACM in the load balancer's region. With create_certificate = false.",
    default: null,
    rules: [
      ifGiven(
        "certificate_arn",
        text(
          problems.certificateArn,
          "var.certificate_arn",
          "^arn:aws[a-z-]*:(acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]+|iam::[0-9]{12}:server-certificate/.+)$",
          {
            https: true,
            create_certificate: false,
            certificate_arn: "arn:aws:s3:::certificates",
          },
        ),
      ),
    ],
  },
  tls_policy: {
    type: "string",
    description: "Versions and ciphers of TLS that the HTTPS listener speaks: one of AWS's current policies.",
    default: DEFAULT_TLS_POLICY,
    rules: [
      oneOf(problems.tlsPolicy, "var.tls_policy", TLS_POLICIES.slice(), {
        tls_policy: "ELBSecurityPolicy-2016-08",
      }),
    ],
  },
};

function healthCheckRules(): Rule[] {
  const value = (member: string): string => `var.health_check.${member}`;
  const bad = (member: string, given: string | number): Rule["bad"] => ({
    health_check: { [member]: given },
  });
  return [
    text(
      problems.healthCheckPath,
      value("path"),
      "^/[^[:space:]]{0,1000}[^[:space:]]{0,23}$",
      bad("path", "health"),
    ),
    {
      kind: problems.healthCheckMatcher,
      condition: `alltrue([for part in split(",", ${value("matcher")}) : can(regex("^[234][0-9]{2}(-[234][0-9]{2})?$", part)) && try(split("-", part)[0] <= reverse(split("-", part))[0], false)])`,
      given: `jsonencode(${value("matcher")})`,
      subject: "health_check.matcher",
      bad: bad("matcher", "500"),
    },
    wholeNumber(limits.healthCheckInterval, value("interval"), bad("interval", 301)),
    wholeNumber(limits.healthCheckTimeout, value("timeout"), bad("timeout", 1)),
    {
      kind: problems.healthCheckTimeoutTooLong,
      condition: `${value("timeout")} < ${value("interval")}`,
      given: `"\${${value("timeout")}} and \${${value("interval")}}"`,
      subject: "health_check.timeout",
      bad: bad("timeout", 40),
    },
    wholeNumber(limits.healthCheckThreshold, value("healthy_threshold"), bad("healthy_threshold", 1)),
    wholeNumber(limits.healthCheckThreshold, value("unhealthy_threshold"), bad("unhealthy_threshold", 11)),
  ];
}
