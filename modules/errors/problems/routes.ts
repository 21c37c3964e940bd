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
    allowed: "must have a condition, and each condition a value",
    fix: "set paths, hosts, methods, headers, query or sources, or forward from the listener itself",
    page: RULES,
  },
  pathPattern: {
    code: "FY336",
    subject: "a path pattern",
    allowed: "must have 1 to 128 of the characters A-Za-z0-9_-.$/~\"'@:+&*? and starts with / or a wildcard",
    fix: "write only the path, such as /api/*, without scheme, host or query string",
    page: CONDITIONS,
  },
  hostPattern: {
    code: "FY337",
    subject: "a host pattern",
    allowed: "must have 1 to 128 of the characters A-Za-z0-9-.*?, a dot, and only letters after the last dot",
    fix: "write a name such as *.example.com; omit hosts to match any",
    page: CONDITIONS,
  },
  requestMethod: {
    code: "FY338",
    subject: "a method",
    allowed: "must have 1 to 40 upper-case letters, hyphens and underscores, and no wildcard",
    fix: "write it in upper case, such as GET",
    page: CONDITIONS,
  },
  headerPattern: {
    code: "FY339",
    subject: "a header pattern",
    allowed:
      "must have 1 to 128 printable characters; the header name must have 1 to 40, be known at synthesis, and not be Host",
    fix: "shorten it; use hosts for the Host header",
    page: CONDITIONS,
  },
  queryStringPattern: {
    code: "FY340",
    subject: "a query string pattern",
    allowed: "must have 1 to 128 printable characters, and so must its key, which must be known at synthesis",
    fix: "shorten it, or use * for any value",
    page: CONDITIONS,
  },
  sourceBlock: {
    code: "FY341",
    subject: "a source",
    allowed: "must be an IPv4 or IPv6 block as AWS writes it, with no host bits set",
    fix: "write the block's first address in its shortest form, such as 10.0.0.0/16, 203.0.113.7/32 or 2001:db8::/32",
    page: CONDITIONS,
  },
  tooManyConditionValues: {
    code: "FY342",
    subject: "a route",
    allowed: "can have at most 5 values in all its conditions",
    fix: "use a wildcard, or create two routes",
    page: QUOTAS,
  },
  tooManyWildcards: {
    code: "FY343",
    subject: "a route",
    allowed: "can have at most 6 wildcards in all its conditions",
    fix: "create two routes",
    page: QUOTAS,
  },
  routePriorityTaken: {
    code: "FY345",
    subject: "a priority",
    allowed: "must be unique on a listener",
    fix: "change one, or omit both",
    page: RULES,
  },
  routeDuplicate: {
    code: "FY346",
    subject: "a route",
    allowed: "must differ from the listener's other routes in its conditions",
    fix: "merge them, or add a condition to one",
    page: RULES,
  },
  routeShadowed: {
    code: "FY347",
    subject: "a route",
    allowed: "must match requests that no earlier route matches",
    fix: "give it a lower priority than the wider route, or narrow the wider route",
    page: RULES,
  },
  routeQuota: {
    code: "FY348",
    subject: "a load balancer",
    allowed: "can have at most 100 routes on all its listeners by default",
    fix: "merge routes, or raise quota rulesPerLoadBalancer after AWS raises it",
    page: QUOTAS,
  },
  routeOutcome: {
    code: "FY350",
    subject: "requests",
    allowed: "must have one outcome: forwardTo, redirectTo or respond",
    fix: "set exactly one of them on a route, and at most one on a listener",
    page: ACTIONS,
  },
  forwardToCount: {
    code: "FY351",
    subject: "forwardTo",
    allowed: "must have 1 to 5 different target groups",
    fix: "merge target groups",
    page: QUOTAS,
  },
  weightsAllZero: {
    code: "FY353",
    subject: "weights",
    allowed: "can't all be 0",
    fix: "give at least one target group a weight above 0",
    page: ACTIONS,
  },
  responseStatusCode: {
    code: "FY355",
    subject: "respond.statusCode",
    allowed: "must be from 200 to 299 or from 400 to 599",
    fix: "use redirectTo for 301 and 302",
    page: ACTIONS,
  },
  responseContentType: {
    code: "FY356",
    subject: "respond.contentType",
    allowed: "must be text/plain, text/css, text/html, application/javascript or application/json",
    fix: "use one of them; the default is text/plain",
    page: ACTIONS,
  },
  responseBodyTooLong: {
    code: "FY357",
    subject: "respond.body",
    allowed: "can have at most 1024 bytes",
    fix: "shorten it, or serve the page from a target group",
    page: ACTIONS,
  },
  redirectToItself: {
    code: "FY358",
    subject: "a redirect",
    allowed: "must change the protocol, host, port or path, otherwise it redirects to itself forever",
    fix: "set what changes",
    page: ACTIONS,
  },
  redirectPart: {
    code: "FY359",
    subject: "a part of a redirect",
    allowed:
      "must be HTTP or HTTPS, a host of up to 128 characters, a port from 1 to 65535, a path that starts with /, or a query without ?, up to 128 characters each",
    fix: "write each part separately; #{host}, #{path} and #{query} stand for the values of the request",
    page: ACTIONS,
  },
  redirectToOtherLoadBalancer: {
    code: "FY360",
    subject: "redirectTo",
    allowed: "must be an HTTPS listener of the same load balancer",
    fix: "use redirectTo in a route, with a host, to send clients elsewhere",
    page: ACTIONS,
  },
  signInWithoutHttps: {
    code: "FY361",
    subject: "signIn",
    allowed: "must be on a route of an HTTPS listener",
    fix: "create the route on the HttpsListener, and let the HttpListener redirect to it",
    page: SIGN_IN,
  },
  onUnauthenticated: {
    code: "FY363",
    subject: "onUnauthenticated",
    allowed: "must be authenticate, deny or allow",
    fix: "use one of them: allow lets everyone through",
    page: SIGN_IN,
  },
  signInCookieName: {
    code: "FY364",
    subject: "cookieName",
    allowed: "must have 1 to 128 characters that are valid in a cookie name",
    fix: "omit it, or use letters, digits and hyphens",
    page: SIGN_IN,
  },
  cognitoSettings: {
    code: "FY365",
    subject: "cognito",
    allowed: "must name a user pool by its ARN, one of its app clients, and its domain",
    fix: "take them from aws_cognito_user_pool, _client and _domain",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateCognitoActionConfig.html",
  },
  oidcSettings: {
    code: "FY366",
    subject: "oidc",
    allowed: "must have a client id, and https:// addresses for issuer and endpoints",
    fix: "copy them from the provider's /.well-known/openid-configuration",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateOidcActionConfig.html",
  },
  clientSecretInCode: {
    code: "FY367",
    subject: "clientSecret",
    allowed: "can't be in the code",
    fix: "declare a TerraformVariable with sensitive: true, and pass its stringValue",
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
    fix: "set a value in this range, or omit it: more specific routes come first automatically",
    page: RULES,
  },
  targetGroupWeight: {
    code: "FY352",
    from: 0,
    to: 999,
    subject: "weight",
    fix: "set a value in this range; a group gets its share of the sum",
    page: ACTIONS,
  },
  forwardStickiness: {
    code: "FY354",
    from: 1,
    to: 604_800,
    subject: "stickinessSec",
    allowed: "must be a whole number from 1 to 604800 seconds, and needs target groups with weights",
    fix: "set a value in this range; for a single target group, set its own stickinessSec",
    page: ACTIONS,
  },
  signInSessionTimeout: {
    code: "FY362",
    from: 1,
    to: 604_800,
    unit: "seconds",
    subject: "sessionTimeoutSec",
    fix: "set a value in this range, or omit it to use the default, one week",
    page: SIGN_IN,
  },
});
