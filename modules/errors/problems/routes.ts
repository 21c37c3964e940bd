import { limits, problems } from "./tables";

const CONDITIONS =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html";
const ACTIONS = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html";
const RULES = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html";
const QUOTAS =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html";
const SIGN_IN =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html";

/** FY33 to FY36: where requests go. Conditions (FY335), places (FY344), ends (FY350), sign-in (FY361). */
export const routes = problems({
  routeWithoutCondition: {
    code: "FY335",
    subject: "a route",
    allowed: "has a condition, and each condition a value",
    fix: "give paths, hosts, methods, headers, query or sources, or forward from the listener itself",
    page: RULES,
  },
  pathPattern: {
    code: "FY336",
    subject: "a path pattern",
    allowed: "has 1 to 128 of the characters A-Za-z0-9_-.$/~\"'@:+&*? and starts with / or a wildcard",
    fix: "write the path alone, such as /api/*, without scheme, host or query string",
    page: CONDITIONS,
  },
  hostPattern: {
    code: "FY337",
    subject: "a host pattern",
    allowed: "has 1 to 128 of the characters A-Za-z0-9-.*?, a dot, and letters alone behind the last dot",
    fix: "write a name such as *.example.com; leave hosts out to take any",
    page: CONDITIONS,
  },
  requestMethod: {
    code: "FY338",
    subject: "a method",
    allowed: "has 1 to 40 upper-case letters, hyphens and underscores, no wildcard",
    fix: "write it in upper case, such as GET",
    page: CONDITIONS,
  },
  headerPattern: {
    code: "FY339",
    subject: "a header pattern",
    allowed:
      "has 1 to 128 printable characters, and a header's name 1 to 40, known at synthesis, other than Host",
    fix: "shorten it; use hosts for the Host header",
    page: CONDITIONS,
  },
  queryStringPattern: {
    code: "FY340",
    subject: "a query string pattern",
    allowed: "has 1 to 128 printable characters, and so has its key, known at synthesis",
    fix: "shorten it, or write * for a value that does not matter",
    page: CONDITIONS,
  },
  sourceBlock: {
    code: "FY341",
    subject: "a source",
    allowed: "is an IPv4 or IPv6 block as AWS writes it, with no bits set behind its prefix",
    fix: "write the block's first address in its shortest form, such as 10.0.0.0/16, 203.0.113.7/32 or 2001:db8::/32",
    page: CONDITIONS,
  },
  tooManyConditionValues: {
    code: "FY342",
    subject: "a route",
    allowed: "has at most 5 values in all its conditions",
    fix: "use a wildcard, or make two routes",
    page: QUOTAS,
  },
  tooManyWildcards: {
    code: "FY343",
    subject: "a route",
    allowed: "has at most 6 wildcards in all its conditions",
    fix: "make two routes",
    page: QUOTAS,
  },
  routePriorityTaken: {
    code: "FY345",
    subject: "a priority",
    allowed: "is used once on a listener",
    fix: "change one, or leave both out",
    page: RULES,
  },
  routeDuplicate: {
    code: "FY346",
    subject: "a route",
    allowed: "differs from the listener's other routes in its conditions",
    fix: "merge them, or add a condition to one",
    page: RULES,
  },
  routeShadowed: {
    code: "FY347",
    subject: "a route",
    allowed: "takes requests that no earlier route takes",
    fix: "give it a lower priority than the wider route, or narrow that one",
    page: RULES,
  },
  routeQuota: {
    code: "FY348",
    subject: "a load balancer",
    allowed: "has at most 100 routes on all its listeners by default",
    fix: "merge routes, or raise quota rulesPerLoadBalancer once AWS has raised it",
    page: QUOTAS,
  },
  routeOutcome: {
    code: "FY350",
    subject: "requests",
    allowed: "go one way: forwardTo, redirectTo or respond",
    fix: "give exactly one of them for a route, at most one for a listener",
    page: ACTIONS,
  },
  forwardToCount: {
    code: "FY351",
    subject: "forwardTo",
    allowed: "has 1 to 5 target groups, each of them once",
    fix: "merge target groups",
    page: QUOTAS,
  },
  weightsAllZero: {
    code: "FY353",
    subject: "weights",
    allowed: "are not all 0",
    fix: "give the target group that is to get the requests a weight above 0",
    page: ACTIONS,
  },
  responseStatusCode: {
    code: "FY355",
    subject: "respond.statusCode",
    allowed: "is from 200 to 299 or from 400 to 599",
    fix: "use redirectTo for 301 and 302",
    page: ACTIONS,
  },
  responseContentType: {
    code: "FY356",
    subject: "respond.contentType",
    allowed: "is text/plain, text/css, text/html, application/javascript or application/json",
    fix: "choose one; the default is text/plain",
    page: ACTIONS,
  },
  responseBodyTooLong: {
    code: "FY357",
    subject: "respond.body",
    allowed: "has at most 1024 bytes",
    fix: "shorten it, or serve it from a target group",
    page: ACTIONS,
  },
  redirectToItself: {
    code: "FY358",
    subject: "a redirect",
    allowed: "changes protocol, host, port or path: the same address again would go round for ever",
    fix: "say what changes",
    page: ACTIONS,
  },
  redirectPart: {
    code: "FY359",
    subject: "a part of a redirect",
    allowed:
      "is HTTP or HTTPS, a host of up to 128 characters, a port from 1 to 65535, a path that starts with /, or a query without ?, up to 128 characters each",
    fix: "write each part by itself; #{host}, #{path} and #{query} stand for what was asked",
    page: ACTIONS,
  },
  redirectToOtherLoadBalancer: {
    code: "FY360",
    subject: "redirectTo",
    allowed: "is an HTTPS listener of the same load balancer",
    fix: "use redirectTo in a route, with a host, to send clients elsewhere",
    page: ACTIONS,
  },
  signInWithoutHttps: {
    code: "FY361",
    subject: "signIn",
    allowed: "stands on a route of an HTTPS listener",
    fix: "make the route on the HttpsListener, and let the HttpListener redirect to that",
    page: SIGN_IN,
  },
  onUnauthenticated: {
    code: "FY363",
    subject: "onUnauthenticated",
    allowed: "is authenticate, deny or allow",
    fix: "choose one: allow lets everybody through",
    page: SIGN_IN,
  },
  signInCookieName: {
    code: "FY364",
    subject: "cookieName",
    allowed: "has 1 to 128 characters that a cookie's name may have",
    fix: "leave it out, or use letters, digits and hyphens",
    page: SIGN_IN,
  },
  cognitoSettings: {
    code: "FY365",
    subject: "cognito",
    allowed: "names a user pool by its ARN, an app client of it and its domain",
    fix: "take them from aws_cognito_user_pool, _client and _domain",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateCognitoActionConfig.html",
  },
  oidcSettings: {
    code: "FY366",
    subject: "oidc",
    allowed: "has a client id, and https:// addresses for issuer and endpoints",
    fix: "copy them from the provider's /.well-known/openid-configuration",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateOidcActionConfig.html",
  },
  clientSecretInCode: {
    code: "FY367",
    subject: "clientSecret",
    allowed: "is known to Terraform alone",
    fix: "declare a TerraformVariable with sensitive: true, and give its stringValue",
    page: "https://developer.hashicorp.com/terraform/language/manage-sensitive-data",
  },
});

/** Numbers with a range. */
export const routesLimits = limits({
  routePriority: {
    code: "FY344",
    from: 1,
    to: 50_000,
    subject: "priority",
    fix: "leave it out: more specific routes come first by themselves",
    page: RULES,
  },
  targetGroupWeight: {
    code: "FY352",
    from: 0,
    to: 999,
    subject: "weight",
    fix: "choose a value in range; a group gets its share of the sum",
    page: ACTIONS,
  },
  forwardStickiness: {
    code: "FY354",
    from: 1,
    to: 604_800,
    subject: "stickinessSec",
    allowed: "is a whole number from 1 to 604800 seconds, beside target groups with weights",
    fix: "choose a value in range; for one target group, set stickinessSec on that",
    page: ACTIONS,
  },
  signInSessionTimeout: {
    code: "FY362",
    from: 1,
    to: 604_800,
    unit: "seconds",
    subject: "sessionTimeoutSec",
    fix: "choose a value in range; the default is a week",
    page: SIGN_IN,
  },
});
