import { UNKNOWN, type Resource } from "../terraform";
import { text } from "./attributes";
import { partOf, type Part } from "./part";
import type { Known } from "./truth";

/** A certificate as a listener refers to it: itself, or its validation, which exists only once it is valid. */
export interface Certificate extends Part {
  readonly isValidation: boolean;
  /** DNS and email need a validation; an imported certificate is valid as it is. */
  readonly needsValidation: Known<boolean>;
  readonly domainName: Known<string> | undefined;
}

export function certificate(resource: Resource): Certificate {
  const { values, type, isData } = resource;
  const isValidation = type === "aws_acm_certificate_validation";
  const method = text(values.validation_method);
  const status = text(values.status);
  const isRequested = method === UNKNOWN ? UNKNOWN : method !== undefined && method !== "NONE";
  const isMade = !isValidation && isData !== true && type === "aws_acm_certificate" && status !== "ISSUED";
  return {
    ...partOf(resource),
    isValidation,
    needsValidation: isMade ? isRequested : false,
    domainName: text(values.domain_name),
  };
}
