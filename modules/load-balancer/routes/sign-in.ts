import type { Finding } from "../../errors";
import { inRange, matching, unless } from "../../errors";
import { expectArguments } from "../../foundation";

/** What holds for both kinds of sign-in. */
interface Session {
  /**
   * What is asked of the provider, words separated by spaces.
   * @default "openid"
   */
  readonly scope?: string;

  /**
   * Seconds after which a user signs in again, 1 to 604800.
   * @default 604800, a week
   */
  readonly sessionTimeoutSec?: number;

  /**
   * Name of the cookie.
   * @default "AWSELBAuthSessionCookie"
   */
  readonly cookieName?: string;

  /**
   * What to do with who has not signed in: send them to sign in, answer 401, or let them through unknown.
   * @default "authenticate"
   */
  readonly onUnauthenticated?: (typeof UNAUTHENTICATED)[number];
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateCognitoActionConfig.html */
export interface CognitoProps extends Session {
  readonly userPoolArn: string;
  /** An app client with a secret, and `https://DOMAIN/oauth2/idpresponse` among its callback URLs. */
  readonly userPoolClientId: string;
  /** Prefix or full name of the pool's domain. */
  readonly userPoolDomain: string;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateOidcActionConfig.html */
export interface OidcProps extends Session {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly userInfoEndpoint: string;
  readonly clientId: string;
  /** A sensitive Terraform variable or another token, never a literal. Terraform's state holds its value. */
  readonly clientSecret: string;
}

/** A sign-in that a route asks for before it forwards; made by `cognito` or `oidc`. */
export type SignIn =
  | { readonly with: "cognito"; readonly props: CognitoProps }
  | { readonly with: "oidc"; readonly props: OidcProps };

const UNAUTHENTICATED = ["authenticate", "deny", "allow"] as const;
const LONGEST_SESSION_SEC = 604_800;
const POOL = /^arn:aws[a-z-]*:cognito-idp:[a-z0-9-]+:\d{12}:userpool\/[\w-]+_[0-9a-zA-Z]+$/;
const EXPRESSION = /^\$\{[^]+\}$/;
const COOKIE = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}$/;
const ENDPOINTS = ["issuer", "authorizationEndpoint", "tokenEndpoint", "userInfoEndpoint"] as const;

/**
 * Sign-in with an Amazon Cognito user pool. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html
 *
 * @example
 * https.route("Admin", { paths: ["/admin/*"], signIn: cognito({ userPoolArn, userPoolClientId, userPoolDomain }), forwardTo });
 */
export function cognito(props: CognitoProps): SignIn {
  return expectArguments("cognito", { props }, () => ({ with: "cognito", props }));
}

/**
 * Sign-in with any OpenID Connect provider. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html
 *
 * @example
 * https.route("Admin", { paths: ["/admin/*"], signIn: oidc({ issuer: "https://id.example.com", ...endpoints }), forwardTo });
 */
export function oidc(props: OidcProps): SignIn {
  return expectArguments("oidc", { props }, () => ({ with: "oidc", props }));
}

/** What is wrong with a sign-in; in `known`, undefined stands for a Terraform token. */
export function signInFindings(signIn: SignIn, known: Partial<CognitoProps & OidcProps>): Finding[] {
  const { sessionTimeoutSec, onUnauthenticated, cookieName } = known;
  const isKnownWay = onUnauthenticated === undefined || UNAUTHENTICATED.includes(onUnauthenticated);
  return [
    ...inRange("FY362", sessionTimeoutSec, [1, LONGEST_SESSION_SEC]),
    ...unless(isKnownWay, "FY363", onUnauthenticated),
    ...matching("FY364", cookieName, COOKIE),
    ...(signIn.with === "cognito" ? cognitoFindings(known) : oidcFindings(known)),
  ];
}

function cognitoFindings({
  userPoolArn,
  userPoolClientId,
  userPoolDomain,
}: Partial<CognitoProps>): Finding[] {
  return [
    ...matching("FY365", userPoolArn, POOL, "userPoolArn"),
    ...matching("FY365", userPoolClientId, /^\S+$/, "userPoolClientId"),
    ...matching("FY365", userPoolDomain, /^\S+$/, "userPoolDomain"),
  ];
}

/** A literal secret would stand in every file that is written from here on. */
function oidcFindings(known: Partial<OidcProps>): Finding[] {
  return [
    ...ENDPOINTS.flatMap((name) => matching("FY366", known[name], /^https:\/\/[^\s/?#]\S*$/, name)),
    ...matching("FY366", known.clientId, /^\S+$/, "clientId"),
    ...unless(known.clientSecret === undefined || EXPRESSION.test(known.clientSecret), "FY367", "a literal"),
  ];
}
