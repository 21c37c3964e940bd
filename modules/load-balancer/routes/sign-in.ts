import type { Fault } from "../../errors";
import { inRange, limits, matching, problems, requireThat } from "../../errors";
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
export function signInFaults(signIn: SignIn, known: Partial<CognitoProps & OidcProps>): Fault[] {
  const { sessionTimeoutSec, onUnauthenticated, cookieName } = known;
  const isKnownWay = onUnauthenticated === undefined || UNAUTHENTICATED.includes(onUnauthenticated);
  return [
    ...inRange(limits.signInSessionTimeout, sessionTimeoutSec),
    ...requireThat(isKnownWay, problems.onUnauthenticated, onUnauthenticated),
    ...matching(problems.signInCookieName, cookieName, COOKIE),
    ...(signIn.with === "cognito" ? cognitoFaults(known) : oidcFaults(known)),
  ];
}

function cognitoFaults({ userPoolArn, userPoolClientId, userPoolDomain }: Partial<CognitoProps>): Fault[] {
  return [
    ...matching(problems.cognitoSettings, userPoolArn, POOL, "userPoolArn"),
    ...matching(problems.cognitoSettings, userPoolClientId, /^\S+$/, "userPoolClientId"),
    ...matching(problems.cognitoSettings, userPoolDomain, /^\S+$/, "userPoolDomain"),
  ];
}

/** A literal secret would stand in every file that is written from here on. */
function oidcFaults(known: Partial<OidcProps>): Fault[] {
  return [
    ...ENDPOINTS.flatMap((name) =>
      matching(problems.oidcSettings, known[name], /^https:\/\/[^\s/?#]\S*$/, name),
    ),
    ...matching(problems.oidcSettings, known.clientId, /^\S+$/, "clientId"),
    ...requireThat(
      known.clientSecret === undefined || EXPRESSION.test(known.clientSecret),
      problems.clientSecretInCode,
      "a literal",
    ),
  ];
}
